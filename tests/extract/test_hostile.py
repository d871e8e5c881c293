"""Mutilated and enormous pages: no exception, and time that grows with the page only."""

from __future__ import annotations

import time

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator import Page, extract, parse_page
from aggregator.values.attributes import MOST_ATTRIBUTES
from aggregator.values.nesting import DEEPEST, bounded, flattened

PAGE = (
    "<!doctype html><html lang=en><head><title>Harbour Lights (2011) review - Dockside</title>"
    '<script type="application/ld+json">{"@type":"Review","itemReviewed":{"@type":"Movie","name":"Harbour Lights"},'
    '"reviewRating":{"ratingValue":4,"bestRating":5}}</script><meta property=og:title content="Harbour Lights"></head>'
    "<body class='single single-post'><header><h1><a href=/>Dockside</a></h1></header><article class='post hentry'>"
    "<h2 class=entry-title>Harbour Lights (2011) review</h2><p class=byline>by <a rel=author href=/mo>Mo</a> "
    "<time datetime=2011-05-04>May 4</time></p><div class=entry-content itemscope itemtype=http://schema.org/Review>"
    "<p>The film <em>Harbour Lights</em> (2011) stars Ann Lee as a pilot.<p>Verdict: watch it. <b>4/5</b> ★★★★"
    "<table><tr><td>Director<td>Jo Park</table><ul><li>1. Salt Road (2009)</ul></div></article>"
    "<div class='widget comments'><p>1/10</p></div></body></html>"
)
PIECES = [f"<{piece}" for piece in PAGE.split("<")[1:]]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=60),
    st.sampled_from(
        ["", "https://dockside.example/", "http://[bad", "about:blank", "//x", "https://a.b/2011/05/x.html"]
    ),
)
def test_shuffled_markup_raises_nothing(pieces: list[str], url: str) -> None:
    parse_page(Page(url, "".join(pieces)), strict=True)


@settings(max_examples=120, deadline=None)
@given(
    st.integers(0, len(PAGE)),
    st.integers(0, len(PAGE)),
    st.text(max_size=12) | st.sampled_from(["<", ">", "\x00", "&#"]),
)
def test_mutilated_pages_raise_nothing(start: int, end: int, between: str) -> None:
    parse_page(Page("https://dockside.example/x/", PAGE[:start] + between + PAGE[end:]), strict=True)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_raise_nothing(data: bytes) -> None:
    extract(data, "https://dockside.example/")


def test_deep_nesting_is_cut() -> None:
    deep = "<div>" * 9000 + "words" + "</div>" * 9000 + "<p>after"
    flat = flattened(deep)
    assert flat.count("<div>") == DEEPEST == flat.count("</div>")
    assert flat.endswith("<p>after")
    assert flattened("<div>" * 40 + "x") == "<div>" * 40 + "x"
    assert flattened("<p>x" * 9000) == "<p>x" * 9000, "what the next of its kind ends is not deep"


@pytest.mark.parametrize("attribute", ["a{}", "<a{}", "a{}=1", "a{}='x > y'", 'a{}="<b c=d>"', "a{} = 1"])
def test_attributes_are_cut(attribute: str) -> None:
    begun = "<p " + " ".join(attribute.format(number) for number in range(MOST_ATTRIBUTES))
    more = " ".join(attribute.format(number) for number in range(20_000))
    assert bounded(f"<i>{begun} {more}>words") == f"<i>{begun}>words"
    assert bounded(f"{begun}>words") == f"{begun}>words"


def test_long_attributes_and_scripts_stay() -> None:
    page = "<p title='" + "a b=c " * 9000 + "' class=k>words<script>" + '{"a": "b c d"}, ' * 9000 + "</script>"
    assert bounded(page) == page


SENTENCE = "The film is a beautiful movie with a script and an ending that is worth the ticket, 4 out of 5. "
HUGE = {
    "nested divs": "<div>" * 300_000 + "x",
    "open divs": "<div>" * 900_000,
    "attributes": "<p " + " ".join(f"a{n}" for n in range(400_000)) + ">x",
    "attributes with values": "<p " + " ".join(f'a{n}="> <"' for n in range(300_000)) + ">x",
    "end tags of what is not open": "</a>. <div>" * 400_000,
    "formatting left open": "<p>" + "".join(f"<b a={n}>" for n in range(1000)) + "<p>x</p>" * 100_000,
    "reviews marked by classes": "<div class=hreview><span class=rating>4</span></div>" * 20_000,
    "nested posts": "<article class=post>" * 60_000 + "x",
    "nested emphasis": "<p>" + "<b>" * 100_000 + "x",
    "links in one line": "<p>" + "<a href=/x/1>link text</a> " * 100_000,
    "lines": "<p>" + "line of text 3/5<br>" * 100_000,
    "list": "<ul>" + "<li>Movie (1999) 4/5</li>" * 60_000,
    "one attribute": f"<div class='{'a ' * 500_000}'><p>{SENTENCE}</div>",
    "one text": "<p>" + SENTENCE * 50_000,
    "one word": "<p>" + "a" * 5_000_000,
    "brackets": "<p>" + "(" * 1_000_000 + "1999",
    "title": f"<title>{'a | b - c ' * 100_000}</title><p>{SENTENCE}",
    "posts": "".join(
        f"<article class=post><h2><a href=/p/{n}>T {n}</a></h2><p>{SENTENCE * 3}</p></article>" for n in range(5000)
    ),
}


@pytest.mark.parametrize("name", HUGE)
def test_huge_pages_take_bounded_time(name: str) -> None:
    """A hundred times the bare parse of an ordinary page of the same size, which lxml reads at 20 MB a second."""
    html = HUGE[name]
    ordinary = ("<div class=x><p>" + SENTENCE + "<a href=/y>link</a></p></div>") * (len(html) // 150 + 1)
    extract("<p>warm", "https://dockside.example/")
    started = time.process_time()
    lxml.html.fromstring(ordinary)
    parse = time.process_time() - started
    started = time.process_time()
    extract(html, "https://dockside.example/")
    assert time.process_time() - started < 100 * parse + 1.0


@pytest.mark.parametrize("escape", [r"\u0000", r"\ud83d", r"\ude00"])
def test_json_ld_gives_nothing_that_no_database_keeps(escape: str) -> None:
    block = (
        f'{{"@type": "Review", "author": {{"@type": "Person", "name": "Ann{escape} Critic"}}, "itemReviewed": '
        f'{{"@type": "Movie", "name": "Harbour{escape} Lights", "director": {{"name": "Jo{escape} Park"}}}}, '
        '"reviewRating": {"ratingValue": 4, "bestRating": 5}, "name": "\\ud83d\\ude00 seen"}'
    )
    html = f'<script type="application/ld+json">{block}</script><article><h1>Seen</h1><p>{SENTENCE * 20}</p></article>'
    (review,) = extract(html, "https://dockside.example/harbour-lights/")
    assert review.author and review.film_title and review.rating
    said = repr(review)
    assert "\\x00" not in said and "\\ud8" not in said and "\\ude" not in said
