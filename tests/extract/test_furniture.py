"""What is left unread of a page, and what is found there all the same."""

from __future__ import annotations

import pytest

from aggregator import Page, extract, parse_page
from aggregator.extract.reading import read, whole
from aggregator.extract.sitename import site_names

LINKS = "".join(f"<li><a href=/older-{number}/>An older post</a>" for number in range(12))
TEXT = "<p>The film is a slow one, and a good one, and it knows both of these things about itself from its first shot."


def page(body: str, head: str = "") -> Page:
    return Page("https://dockside.example/harbour-lights/", f"<title>Harbour Lights</title>{head}<body>{body}")


@pytest.mark.parametrize(
    "part",
    [
        f"<aside class=sidebar><h3>Older</h3><ul>{LINKS}</ul></aside>",
        f"<div class=widget-area><ul>{LINKS}</ul></div>",
        f"<nav><ul>{LINKS}</ul></nav>",
        "<div class=comments-area><p>What a film, said Bo.</div>",
    ],
)
def test_furniture_is_left_unread_until_somebody_asks(part: str) -> None:
    doc = read(page(f"<article>{TEXT}</article>{part}<footer>The end</footer>"))
    assert [block.text for block in doc.blocks if block.text] == [TEXT.removeprefix("<p>"), "The end"]
    (unread,) = doc.unread
    assert doc.blocks[unread.element.start].box is unread.element
    assert [block.zone for block in doc.blocks][:1] == [""] and doc.blocks[1].zone and doc.blocks[2].zone == "footer"
    assert len([block for block in whole(doc).blocks if block.text]) > 2


@pytest.mark.parametrize(
    "inside",
    [
        "<h2 class=site-title><a href=/>Dockside</a></h2>",
        "<p class=review-box>Rating: 4/5</p>",
        "<p>by <a rel=author href=/mo>Mo Ray</a></p>",
        "<p itemprop=author>Mo Ray</p>",
    ],
)
def test_a_side_column_that_tells_something_is_read(inside: str) -> None:
    doc = read(page(f"{TEXT}<aside>{inside}<ul>{LINKS}</ul></aside>"))
    assert not doc.unread and len(doc.blocks) == 14


def test_a_page_wrapped_in_what_is_named_like_furniture_is_read() -> None:
    doc = read(page(f"<div id=secondary><h1>Harbour Lights</h1>{TEXT * 9}<ul>{LINKS}</ul></div>"))
    assert not doc.unread and {block.zone for block in doc.blocks} == {""}


def test_the_site_is_named_by_its_menu() -> None:
    doc = read(page(f"<nav><ul><li><a href=/>Dockside Pictures</a>{LINKS}</ul></nav><h1>Harbour Lights</h1>{TEXT}"))
    assert doc.unread and site_names(doc) == ("dockside pictures",)


@pytest.mark.parametrize(
    ("link", "following"),
    [
        ("<a href=/page/2/ rel=next>On</a>", True),
        ("<a href=/page/2/>Older posts</a>", True),
        ("<p class=nav-previous><a href=/page/2/>On</a>", True),
        ("<a href=/page/2/>On</a>", False),
    ],
)
def test_the_next_page_stands_in_the_furniture(link: str, following: bool) -> None:
    html = page(f"<h1>Harbour Lights</h1>{TEXT}<div class=sidebar>{link}<ul>{LINKS}</ul></div>")
    assert read(html).unread
    assert parse_page(html).next_url == ("https://dockside.example/page/2/" if following else None)
    assert parse_page(html, following=False).next_url is None


def test_a_legend_at_the_side_settles_a_scale() -> None:
    side = f"<aside><p>All films are rated on a scale of 1 to 10.</p><ul>{LINKS}</ul></aside>"
    post = f"<h1>Film review: Harbour Lights (2011)</h1>{TEXT * 3}<p>Directed by Ann Lee<p>Rating: 4 stars"
    (alone,) = extract(page(post).html, "https://dockside.example/x/")
    (beside,) = extract(page(post + side).html, "https://dockside.example/x/")
    assert alone.rating and beside.rating and (alone.rating.best, beside.rating.best) == (5, 10)
