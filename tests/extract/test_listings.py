"""Archive and front pages as themes lay them out: which posts they show, and what is said of each."""

from __future__ import annotations

import pytest

from aggregator import Page, parse_page
from aggregator.extract.segment import segment
from aggregator.records import Parsed

PROSE = (
    "The film opens on a pier at night, and the director lets the scene run until the actors stop acting. "
    "It is a beautiful movie, superbly shot, with a script that trusts its audience and performances to match. "
)
HOME = "https://dockside.example/"


def parsed(body: str, path: str = "", head: str = "") -> Parsed:
    html = f"<html lang=en><head><title>Dockside</title>{head}</head><body>{body}</body></html>"
    return parse_page(Page(HOME + path, html), strict=True)


def test_the_newest_post_has_a_larger_heading_than_those_below() -> None:
    body = (
        f"<div class=row><div class=item><a href=/one.html><h1>Review: One Pier</h1></a> 4 May 2011<p>{PROSE}</p></div>"
        f"<div class=item><a href=/two.html><h2>Review: Two Piers</h2></a> 3 May 2011<p>{PROSE}</p></div></div>"
    )
    page = parsed(body, "author/ada.html")
    assert [(review.url, review.published) for review in page.reviews] == [
        (HOME + "one.html", "2011-05-04"),
        (HOME + "two.html", "2011-05-03"),
    ]


@pytest.mark.parametrize("path", ["page2/", "page/2/", "index3.html", "index-3.html", "tag/piers/", "2011/05/"])
def test_the_only_post_of_a_list_keeps_its_own_address(path: str) -> None:
    page = parsed(f"<div class=posts><h2><a href=/one/>Review: One Pier</a></h2><p>{PROSE}</p></div>", path)
    assert [review.url for review in page.reviews] == [HOME + "one/"]


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Archive: 2014</h1>" + "".join(f"<li>11-0{n} <a href=/{n}/>Harbour Film {n}</a></li>" for n in range(1, 5)),
        "<article><h1>Posts for January 2014</h1><ul>"
        + "".join(
            f"<li><a href=/{n}/>Harbour Film (201{n}) – Review</a> – <time>2014-01-0{n}</time></li>"
            for n in range(1, 5)
        )
        + "</ul></article>",
        "<h2>Review: One Pier</h2><time>Jan 3, 2014</time><a class=cover href=/one/>Review: One Pier</a>",
        f"<h1>Ada Quill (1972)</h1><p>{PROSE}</p><p>4/5</p>",
    ],
)
@pytest.mark.parametrize("path", ["archives/2014/", "2014/01/", "category/film/", "authors/ada-quill/", "page3/"])
def test_what_stands_at_the_address_of_a_list_is_no_review(path: str, body: str) -> None:
    assert not parsed(body, path).reviews


def test_a_post_that_says_so_may_stand_under_any_address() -> None:
    head = '<meta property="og:type" content="article"><meta property="og:title" content="Review: One Pier">'
    page = parsed(f"<h1>Review: One Pier</h1><p>{PROSE * 3}</p>", "category/one-pier/", head)
    assert [review.headline for review in page.reviews] == ["Review: One Pier"]


def entry(before: str = "", text: str = PROSE, after: str = "") -> str:
    return f"<li class=card><h3><a href=/one/>Pier review: a night out</a></h3>{before}<p>{text}</p>{after}</li>"


def only(first: str) -> Parsed:
    other = "<li class=card><h3><a href=/two/>Review: Two Piers</a></h3><p>" + PROSE + "</p></li>"
    return parsed(f"<ul>{first}{other}</ul>")


def test_when_a_post_was_changed_is_not_when_it_was_published() -> None:
    changed = "<div><span><i class=icon></i> <span class=home-post-history>2026-11-28 04:34:10</span></span></div>"
    assert only(entry(after=changed)).reviews[0].published is None
    posted = "<div><span class=day>2011-05-04</span> <span class=last-modified-date>2026-11-28</span></div>"
    assert only(entry(after=posted)).reviews[0].published == "2011-05-04"


def test_what_a_post_is_filed_under_is_not_its_writer() -> None:
    line = "<div><span><time>2011-05-04</time></span> <span class=breadcrumb>Reviews / Guest Posts</span></div>"
    assert only(entry(after=line)).reviews[0].author is None


def test_the_link_to_the_whole_post_is_no_text() -> None:
    """It repeats the headline, and so would every reading of it stand in the text."""
    more = "<p><a href=/one/>Continue Reading<span>Pier review: a night out</span></a></p>"
    review = only(entry(after=more)).reviews[0]
    assert (review.film_title, review.complete) == ("Pier", False)


def test_labels_for_screen_readers_are_no_text() -> None:
    facts = "".join(
        f"<li><span class=screen-reader-text>Post {name}:</span>{value}</li>"
        for name, value in (
            ("author", "<a href=/author/ada/ rel=author>Ada Quill</a>"),
            ("published", "May 4, 2011"),
            ("category", "<a href=/category/film/ rel=tag>Film</a>"),
            ("comments", "<a href=/one/#comments>3 Comments</a>"),
        )
    )
    listing = f"<ul>{entry(before=f'<ul>{facts}</ul>')}{entry()}</ul>"
    _, posts = segment(Page(HOME, f"<html lang=en><title>Dockside</title><body>{listing}"))
    assert posts[0].text == PROSE.strip()
    review = only(entry(before=f"<ul>{facts}</ul>")).reviews[0]
    assert (review.author, review.published) == ("Ada Quill", "2011-05-04")


TITLES = ("Review: One Pier", "Harbour Lights (2011)", "Ten films about fog", "Two Piers")


def titles(row: str) -> str:
    return "".join(row.format(n=n, title=title) for n, title in enumerate(TITLES, 1))


@pytest.mark.parametrize(
    "row",
    [
        "<li><span class=post-date>11-0{n}-2013</span> <a href=/film/{n}/>{title}</a></li>",
        "<li><div><time datetime=2013-11-0{n}>Nov {n}</time></div><span><a href=/film/{n}/>{title}</a></span></li>",
        "<li><span>11-0{n}</span> <a href=/film/{n}/>{title}</a></li>",
        "<li>Nov {n}: <a href=/film/{n}/>{title}</a></li>",
        "<table><tr><td><a href=/film/{n}/>{title}</a></td><td>{n} May 2011</td></tr></table>",
        "<section><h2>{title}</h2><time>Jan {n}, 2014</time> <a class=cover href=/film/{n}/>{title}</a></section>",
    ],
)
def test_titles_with_their_dates_are_the_posts_of_a_list(row: str) -> None:
    """They are followed; that there is nothing to read of them is what is said of each."""
    page = parsed(f"<h1>Archive</h1><div>{titles(row)}</div>", "archives/")
    assert page.links == tuple(f"{HOME}film/{n}/" for n in range(1, 5))
    assert not page.reviews


def test_titles_with_dates_beside_a_text_are_no_list() -> None:
    rows = titles("<li><a href=/film/{n}/>{title}</a> 0{n}/11/2013</li>")
    assert not parsed(f"<h1>About us</h1><p>{PROSE * 4}</p><ul>{rows}</ul>", "archives/").links
    assert not parsed(f"<h1>Harbour Lights</h1><ul>{rows}</ul><p>4/5</p>", "harbour-lights/").links


@pytest.mark.parametrize(
    ("link", "path", "following"),
    [
        ("<a href=/old/>Archive</a>", "", HOME + "old/"),
        ("<a href=/archives/>Writing</a>", "", HOME + "archives/"),
        ("<a href=/old.html>Todas las críticas</a>", "index.html", HOME + "old.html"),
        ("<a href=/old/>Archive</a><a href=/page/2/>2</a>", "", HOME + "page/2/"),
        ("<a href=/>Archive</a>", "", None),
        ("<a href=https://elsewhere.example/archive/>Archive</a>", "", None),
        ("<a href=/old/>Archive</a>", "one-pier/", None),
    ],
)
def test_a_front_page_without_a_second_leads_to_all_posts(link: str, path: str, following: str | None) -> None:
    assert parsed(f"<nav>{link}</nav><h1>Dockside</h1><p>{PROSE}</p>", path).next_url == following


@pytest.mark.parametrize(
    "link", ["<a href=#next-of-kin>Next</a>", "<a href=/ rel=next>Next</a>", "<a href=''>Older</a>"]
)
def test_no_page_is_its_own_next(link: str) -> None:
    assert parsed(f"<nav>{link}</nav><h1>Dockside</h1><p>{PROSE}</p>", "").next_url is None


def test_a_link_into_the_page_does_not_hide_the_next() -> None:
    links = "<nav><a href=#next-of-kin>Next</a><a href=/p/2/>Next</a></nav>"
    assert parsed(f"{links}<h1>Dockside</h1><p>{PROSE}</p>", "").next_url == HOME + "p/2/"


def test_what_leads_to_a_month_or_a_subject_is_no_post() -> None:
    rows = "".join(f"<h2><a href=/archives/2014/{n}/>{n}</a></h2><p>{PROSE}</p>" for n in range(10, 13))
    assert not parsed(rows, "archives/page/3/").links


def test_the_time_of_an_update_in_microdata() -> None:
    changed = "<div><time class=update-time itemprop=dateModified datetime=2026-11-28>2026-11-28</time> Film</div>"
    assert only(entry(after=changed)).reviews[0].published is None


def test_a_film_by_its_label_ends_where_its_credits_begin() -> None:
    facts = "Film: Harbour Lights (2013) Directors: Ida Marrow Cast: Jo Arden"
    review = only(entry(text=f"{facts}</p><p>{PROSE}")).reviews[0]
    assert (review.film_title, review.film_year) == ("Harbour Lights", 2013)
