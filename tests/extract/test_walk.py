"""The walk: blocks, zones, spans, and input that is not a page."""

from __future__ import annotations

import pytest

from aggregator.extract.class_names import names_of
from aggregator.extract.document import Document
from aggregator.extract.reading import read
from aggregator.extract.zones import zone_of
from aggregator.records import Page


def document(html: str) -> Document:
    return read(Page("https://blog.example/a/", html))


def lines(html: str) -> list[tuple[str, str]]:
    return [(block.tag, block.text) for block in document(html).blocks]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One <b>two</b><br>three</p>", [("p", "One two"), ("p", "three")]),
        ("<div>bare<p>para</p>tail</div>", [("div", "bare"), ("p", "para"), ("div", "tail")]),
        ("<h2><a href=/x>Head</a></h2><ul><li>a<li>b</ul>", [("h2", "Head"), ("li", "a"), ("li", "b")]),
        ("<table><tr><th>Director</th><td>Ann Lee</td></tr></table>", [("th", "Director"), ("td", "Ann Lee")]),
        ("<p>a<script>b</script><style>c</style>d</p>", [("p", "ad")]),
        ("<p><a class=w>Ada</a><span class=d>May 3, 2019</span></p>", [("p", "Ada May 3, 2019")]),
        ("<p><a class=w>Ada</a><span class=d><i class=clock></i>May 3</span></p>", [("p", "Ada May 3")]),
        ("<p><span class=a>2.</span><span class=b>5</span><b>T</b>he</p>", [("p", "2.5The")]),
        ("<p>soft\u00adware \u200bhere</p>", [("p", "software here")]),
    ],
)
def test_blocks(html: str, expected: list[tuple[str, str]]) -> None:
    assert lines(html) == expected


def test_a_link_around_blocks_belongs_to_each() -> None:
    doc = document("<a href=/film><h2>Title</h2><p>Text</p></a>")
    assert [[link.get("href") for link in block.links] for block in doc.blocks] == [["/film"], ["/film"]]


def test_head_and_json_ld_are_read() -> None:
    doc = document(
        '<html lang=de><head><title> A  b </title><meta property="og:title" content=A>'
        '<link rel=canonical href=/c/><script type="application/ld+json">{}</script></head><body><p>x</p>'
    )
    assert (doc.title, doc.meta("og:title"), doc.canonical, doc.lang, doc.json_ld) == (
        "A b",
        "A",
        "https://blog.example/c/",
        "de",
        ["{}"],
    )


HERE = "https://blog.example/a/"


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        ("/her/", "https://blog.example/her/"),
        ("http://www.blog.example/her/", "http://www.blog.example/her/"),
        ("https://film.blog.example/her/", "https://film.blog.example/her/"),
        ("https://other.example/her/", HERE),  # where the text stood first
        ("https://notblog.example/her/", HERE),
        ("https://[x/her/", HERE),
    ],
)
def test_a_page_has_an_address_of_its_own_site(stated: str, address: str) -> None:
    assert document(f'<link rel=canonical href="{stated}"><p>x</p>').canonical == address


@pytest.mark.parametrize(
    ("tag", "classes", "zone"),
    [
        ("div", "comments-area", "comments"),
        ("div", "post-ratings", "votes"),
        ("div", "sharedaddy sd-sharing-enabled", "share"),
        ("div", "has-sidebar content", ""),
        ("aside", "", "aside"),
        ("div", "entry-content", ""),
        ("section", "related-posts", "related"),
    ],
)
def test_zones(tag: str, classes: str, zone: str) -> None:
    assert zone_of(tag, names_of(classes).zone, {}) == zone


@pytest.mark.parametrize("html", ["", " ", "\x00", "<", "<!doctype html>", "plain words", "<p", "</p></div>"])
def test_no_page_at_all(html: str) -> None:
    assert isinstance(document(html).blocks, list)


def test_deep_nesting_does_not_exhaust_the_stack() -> None:
    assert lines("<div>" * 5000 + "deep" + "</div>" * 5000)[0][1] == "deep"
