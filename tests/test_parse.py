"""A page as reviews: single posts, listings, what is left out, issues and knobs."""

from __future__ import annotations

import gc
import pickle
import sys
from collections import Counter

import pytest

from aggregator import Page, Site, extract, parse_page
from aggregator.records import Claim, Source
from aggregator.store.writer import uncollected

PROSE = (
    "The film opens on a pier at night, and the director lets the scene run until the actors stop acting. "
    "It is a beautiful movie, superbly shot, with a script that trusts its audience and performances to match. "
)
POST = f"""<!doctype html><html lang=en><head><title>Harbour Lights (2011) review - Dockside</title>
<meta property="og:site_name" content="Dockside"></head><body class="single single-post">
<header><p class="site-title"><a href="/">Dockside</a></p></header>
<article class="post hentry"><h1 class="entry-title">Harbour Lights (2011) review</h1>
<p class="byline">by <a rel=author href=/author/mo/>Mo Hardy</a> <time datetime=2011-05-04>May 4, 2011</time></p>
<div class="entry-content"><p>{PROSE * 3}</p><p>{PROSE}</p></div></article>
<div id=comments class=comments-area><p>I gave it 1/10 myself.</p></div></body></html>"""
LISTING = (
    "<body class=home>"
    + "".join(
        f"<article class=post><h2 class=entry-title><a href=/{n}/>{title}</a></h2>"
        f"<div class=entry-content><p>{PROSE * 2}</p><a href=/{n}/>Read more</a></div></article>"
        for n, title in (("one", "Harbour Lights review"), ("two", "Salt Road review"))
    )
    + "<a rel=next href=/page/2/>Older posts</a>"
)


def test_a_single_post() -> None:
    (review,) = extract(POST, "https://dockside.example/harbour-lights/")
    assert (review.headline, review.film_title, review.film_year) == (
        "Harbour Lights (2011) review",
        "Harbour Lights",
        2011,
    )
    assert (review.author, review.published, review.language) == ("Mo Hardy", "2011-05-04", "en")
    assert review.rating is None, "a commenter's score is not the critic's"
    assert {claim.field for claim in review.claims if claim.chosen} >= {"headline", "author", "published", "film_title"}


def test_a_listing_gives_excerpts_links_and_the_next_page() -> None:
    parsed = parse_page(Page("https://dockside.example/", LISTING), strict=True)
    assert [review.url for review in parsed.reviews] == [
        "https://dockside.example/one/",
        "https://dockside.example/two/",
    ]
    assert not any(review.complete for review in parsed.reviews)
    assert parsed.next_url == "https://dockside.example/page/2/"
    assert parsed.links == ("https://dockside.example/one/", "https://dockside.example/two/")


@pytest.mark.parametrize(
    ("url", "link", "following"),
    [
        ("/", "/index2.html", "/index2.html"),
        ("/index2.html", "/index3.html", "/index3.html"),
        ("/index2.html", "/index.html", None),
        ("/blog/", "/blog/page/2/", "/blog/page/2/"),
        ("/blog", "?page=2", "/blog?page=2"),
        ("/?paged=2", "/?paged=3", "/?paged=3"),
        ("/", "/blog/page/2/", None),
        ("/page/2/", "/page/12/", None),
        ("/", "/film-2/", None),
    ],
)
def test_the_next_page_by_its_number(url: str, link: str, following: str | None) -> None:
    html = LISTING.replace("/page/2/", link).replace("Older posts", "⟩").replace("rel=next", "")
    parsed = parse_page(Page(f"https://dockside.example{url}", html), strict=True)
    assert parsed.next_url == (f"https://dockside.example{following}" if following else None)


def test_a_site_file_comes_first_and_contradiction_is_disputed() -> None:
    class Dockside(Site):
        name = "dockside"
        author = "Someone Else"
        select = {"headline": "h1::text"}  # noqa: RUF012

    (review,) = parse_page(Page("https://dockside.example/harbour-lights/", POST), Dockside, strict=True).reviews
    assert (review.site, review.author) == ("dockside", "Someone Else")
    assert any(claim.source == Source.SITE and claim.field == "headline" and claim.chosen for claim in review.claims)


@pytest.mark.parametrize(
    ("label", "directors"),
    [
        ("Directors: Jo Park, Ann Lee", ("Jo Park", "Ann Lee")),  # the plugin's field holds one
        ("Director: Ann Lee", ("Jo Park",)),
        ("Made in a harbour", ("Jo Park",)),
    ],
)
def test_labels_that_name_more_than_a_plugin(label: str, directors: tuple[str, ...]) -> None:
    block = (
        '{"@type": "Review", "itemReviewed": {"@type": "Movie", "name": "Harbour Lights", "director": "Jo Park"}, '
        '"author": "Mo Hardy"}'
    )
    html = POST.replace("</head>", f'<script type="application/ld+json">{block}</script></head>')
    html = html.replace('entry-content"><p>', f'entry-content"><p>{label}</p><p>')
    (review,) = extract(html, "https://dockside.example/harbour-lights/")
    assert review.directors == directors


def test_what_was_read_goes_to_another_process_as_it_is() -> None:
    parsed = parse_page(Page("https://blog.example/her/", POST))
    assert parsed.reviews[0].claims
    assert pickle.loads(pickle.dumps(parsed)) == parsed


def test_a_page_that_was_read_leaves_no_cycle_behind() -> None:
    parse_page(Page("https://blog.example/her/", POST))
    for _ in range(5):  # what other tests left behind goes in several turns where it has finalizers
        gc.collect()
    try:
        with uncollected():
            parse_page(Page("https://blog.example/her/", POST))
            gc.set_debug(gc.DEBUG_SAVEALL)
            gc.collect()
            assert Counter(type(one).__qualname__ for one in gc.garbage) == Counter()
    finally:
        gc.set_debug(0)
        gc.garbage.clear()


def test_a_skipped_post_is_left_out_by_name() -> None:
    class Dockside(Site):
        skip = r"/harbour"

    parsed = parse_page(Page("https://dockside.example/harbour-lights/", POST), Dockside)
    assert not parsed.reviews
    assert parsed.left_out[0].reasons == ("site file: skip",)


def test_a_finder_that_raises_becomes_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_post: object) -> list[Claim]:
        raise ValueError("no luck")

    package = sys.modules["aggregator.parse"]
    monkeypatch.setattr(package, "STATED", (("broken", broken), *package.STATED))
    page = Page("https://dockside.example/harbour-lights/", POST)
    parsed = parse_page(page)
    assert parsed.reviews[0].author == "Mo Hardy"
    assert parsed.issues[0].finder == "broken"
    with pytest.raises(ValueError, match="no luck"):
        parse_page(page, strict=True)


@pytest.mark.parametrize(
    "html", [b"", b"\x00\xff\xfe", b"<html>", b"not a page", "<p>" * 3000, "<a><h1><a><table><h1>"]
)
def test_input_that_is_no_page_gives_no_review(html: bytes | str) -> None:
    assert extract(html, "https://dockside.example/") == []
