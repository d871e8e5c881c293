"""Writers of posts: by-lines, boxes, labels, signatures, and what names nobody."""

from __future__ import annotations

import pytest

from aggregator.parse import parse_page
from aggregator.records import Page
from aggregator.values.bylines import parse_byline

PROSE = (
    "<p>The camera work is patient and the performances are terrific. I laughed, I was moved, and I left the cinema "
    "convinced that this film is one of the best directed dramas of the season, with a script that never cheats.</p>"
    "<p>Overall, it is a wonderful movie and well worth the price of a ticket.</p><p>Rating: 4/5</p>"
)
LINES = [
    ("Posted on March 3, 2019 by Ada Quill", "Ada Quill"),
    ("3 March 2019 by Ada Quill", "Ada Quill"),
    ("By Nick", "Nick"),
    ("Por Juan", "Juan"),
    ("Posted by Ada's Reels on Monday, August 25, 2025", "Ada's Reels"),
    ("Scritto da Ada Riva, Bice Monti Gennaio/Febbraio 2022 · 46 secondi", "Ada Riva, Bice Monti"),
    ("Geschrieben von Karl am 3. März 2012", "Karl"),
    ("Publié par Lucie dans Critiques", "Lucie"),
    ("Published in Film by Ada on March 3, 2012", "Ada"),
    ("Posted by Ada Quill at February 3, 2009 7:41 AM | TrackBack", "Ada Quill"),
    ("Written by Ada Quill who lives by the sea and watches things.", "Ada Quill"),
    ("By: Ada Quill On: Tue 02 April 2013 In: Film", "Ada Quill"),
    ("by Ada Quill on #westerns, 2017-01-08 10:00", "Ada Quill"),
    ("Publié le Sun 08 January 2017 par Ada Quill dans «Film». Mots-clés: westerns", "Ada Quill"),
    ("This entry was posted in Uncategorized by Ada Quill. Bookmark the permalink.", "Ada Quill"),
    ("(This is a guest post by Ada Quill of Silver Reels.)", "Ada Quill"),
    ("Reviewed by Ada Quill.", "Ada Quill"),
    ("By Ada Quill, Ada Quill", "Ada Quill"),
    ("Par Ada Quill, Catégorie : Critiques", "Ada Quill"),
    ("Skrivet av Lisa Berg den 13 mars 2014", "Lisa Berg"),
    ("Published: Sun 19 October 2014", None),
    ("8,5 von 10 Punkten", None),
    ("Watched Sunday 24 March 2019", None),
    ("Guest Review: The Quiet Mill", None),
    ("A film by Ida Marrow", None),
    ("Directed by Ida Marrow", None),
    ("Posted on January 3, 2012 by admin", None),
    ("By the time we left it was dark", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "name"), LINES)
def test_line(line: str, name: str | None) -> None:
    assert parse_byline(line) == name


PAGES = [
    (
        '<p class="meta">By <a href="/author/ada/" rel="author">Ada Quill</a> in <a href="/film/">Film</a></p>',
        "",
        "Ada Quill",
    ),
    (
        '<span class="author"><span class="hidden">Author </span><a class="url fn" href="/author/aq/">aq</a></span>',
        "",
        "aq",
    ),
    ("<p>Ada Quill, 2019-05-12</p>", "", "Ada Quill"),
    ("<p class=meta>June 14, 2015 - Ada Quill</p>", "", "Ada Quill"),
    ("<table><tr><th>Director</th><td>Ida Marrow</td></tr></table>", "", None),
    ("", "<div class=author><div class=share><a href=/t>Tweet</a> <a href=/f>Share</a></div></div>", None),
    ("<p>Date 12 May 2019 Writer <a href=/author/ada.html>Ada Quill</a> Category Film</p>", "", "Ada Quill"),
    ("<div class=author><span class=name>Ada Quill</span> <span class=author-badge>Lv3</span></div>", "", "Ada Quill"),
    ("<aside class=card-column><h4 class=gh-author-name>Ada Quill</h4></aside>", "", "Ada Quill"),
    ("<p><a href=/>Bram Ostler's Reels</a> · 12 May 2019</p>", "", None),
    (
        "",
        "<dl><dt>Directed by</dt><dd>Ida Marrow</dd><dt>Written by</dt><dd>Bea Holm</dd><dt>Cast</dt><dd>Jo Arden</dd>",
        None,
    ),
    (
        "",
        "<details>Publié le <time datetime=2019-05-12>Sun 12 May 2019</time> par Ada Quill dans «<a href=/c/>Film</a>»."
        " Mots-clés: <a href=/t/1>westerns</a>, <a href=/t/2>rivers and mills</a></details>",
        "Ada Quill",
    ),
    ("<p>Ada Quill</p>", "", "Ada Quill"),
    (
        "<h2>Salt and rope</h2><img alt=portrait src=a.png><h3 id=author>INGRID VAHLNE</h3><h3>17 MAR 2025</h3>",
        "",
        "INGRID VAHLNE",
    ),
    ("<p>May 12, 2019 at 8:28 PM · 2 min · 275 words · Wilhelmina Oakhurst-Brand</p>", "", "Wilhelmina Oakhurst-Brand"),
    ("<p>Review by the editors · 12 May 2019</p>", "", None),
    ("<p>3 min · Ada Quill</p>", "", "Ada Quill"),
    ("<p>275 words · 2 min read · Ada Quill</p>", "", "Ada Quill"),
    ("<h4>– A five point pointer</h4>", "", None),
    ("<div>Author</div><p>ada</p><div>Published</div><p>May 12, 2019</p>", "", "ada"),
    ("<p>Posted by admin on May 12, 2019</p>", "", None),
    ("<p>Posted by admin on May 12, 2019</p>", "<p>— Ada Quill</p>", "Ada Quill"),
    ("<p>Horror | May 12, 2019</p>", "", None),
    ("", "<ul><li><a href=/2019/06/07/>Weekly notes: 2019-06-07</a></li></ul>", None),
    ("", "<p>Ada Quill is a freelance writer who lives in Leeds.</p>", "Ada Quill"),
    ("", "<p>Ada Quill is a widow who lives in Leeds.</p>", None),
    ("", "<blockquote><p>“The wheel turns.”</p><p>— Ida Marrow</p></blockquote>", None),
    (
        "",
        "</div><footer><p>Article by <b>Ada Quill</b>. Once the manager of a mill, she now writes of films, of bread "
        "and of everything else that takes its time.</p></footer><div>",
        "Ada Quill",
    ),
    ("", "", None),
]


@pytest.mark.parametrize(("head", "foot", "name"), PAGES)
def test_page(head: str, foot: str, name: str | None) -> None:
    html = (
        "<html lang=en><head><title>Reels</title></head><body><article class=post><header>"
        f"<h1 class=entry-title>Review: The Quiet Mill</h1>{head}</header>"
        f"<div class=entry-content>{PROSE}{foot}</div></article></body></html>"
    )
    (review,) = parse_page(Page("https://blog.example/2019/05/the-quiet-mill/", html), strict=True).reviews
    assert review.author == name


@pytest.mark.parametrize(
    ("site", "foot", "name"),
    [
        ("Ada Quill", "© 2015 Ada Quill", "Ada Quill"),
        ("Ada Quill", "written by <a href=mailto:ada@blog.example>Ada Quill</a>", "Ada Quill"),
        ("Ada Quill", "Copyright © 2015–2019 Ada Quill. All rights reserved.", "Ada Quill"),
        ("Reels", "© 2015 Ada Quill", None),
        ("Salt Road", "© 2015 Salt Road", None),
    ],
)
def test_whose_site_it_is(site: str, foot: str, name: str | None) -> None:
    html = (
        f"<html lang=en><head><title>The Quiet Mill | {site}</title></head><body><header><a href=/>{site}</a></header>"
        f"<article><h1>Review: The Quiet Mill</h1><div class=entry-content>{PROSE}</div></article>"
        f"<footer><p>{foot}</p></footer></body></html>"
    )
    (review,) = parse_page(Page("https://blog.example/2019/05/the-quiet-mill/", html), strict=True).reviews
    assert review.author == name


def test_side_column_of_post_info_and_cards_below() -> None:
    """A footer of the post's facts beside the text is the post's; the writers of the cards below are not."""
    html = (
        "<html lang=en><head><title>The Quiet Mill | Reels</title></head><body><div class=row><div class=span2>"
        "<footer class=post-info><abbr class=published title=2019-05-12>Sun 12 May 2019</abbr><br>"
        "<a href=/author/ada.html>Ada Quill</a></footer></div><section><article><h1>The Quiet Mill</h1>"
        f"<div class=entry-content>{PROSE}</div></article></section></div>"
        "<h4>Read next</h4><div><h3><a href=/other/>Review: Salt Road</a></h3><p class=post-author>Bea Holm</p></div>"
    )
    (review,) = parse_page(Page("https://blog.example/2019/05/the-quiet-mill/", html), strict=True).reviews
    assert (review.author, review.published) == ("Ada Quill", "2019-05-12")


@pytest.mark.parametrize("link", ["", ", unless otherwise expressly stated,"])
def test_the_licence_names_the_writer(link: str) -> None:
    html = (
        "<html lang=en><head><title>Reels</title></head><body><main><h1>Review: The Quiet Mill</h1>"
        f"<div class=entry-content>{PROSE}</div><p><i>The Quiet Mill</i> written by <a href=/>Ada Quill</a>{link} is "
        "licensed under a <a rel=license href=https://creativecommons.org/licenses/by/4.0/>licence</a>.</p></main>"
    )
    (review,) = parse_page(Page("https://blog.example/2019/05/the-quiet-mill/", html), strict=True).reviews
    assert review.author == "Ada Quill"


@pytest.mark.parametrize(
    "line",
    ["Recensione della redazione · 29 giugno 2026", "Kritik der Redaktion | 29. Juni 2026", "29 June 2026 · Ada Quill"],
)
def test_a_line_with_the_date_under_the_titles(line: str) -> None:
    html = (
        f"<html><head><title>Reels</title></head><body><article><h1>The Quiet Mill</h1><p>The Quiet Mill · 2026</p>"
        f"<p>{line}</p>{PROSE}</article></body></html>"
    )
    (review,) = parse_page(Page("https://blog.example/the-quiet-mill/", html), strict=True).reviews
    assert (review.published, review.author) == ("2026-06-29", "Ada Quill" if line.endswith("Ada Quill") else None)


BOX = "<aside><h4>About the Author</h4><p>Ada Quill cuts trailers by day and complains by night.</p></aside>"


def test_box_under_the_text() -> None:
    html = (
        "<html lang=en><head><title>Reels</title></head><body><article class=post><h1 class=entry-title>"
        f"Review: The Quiet Mill</h1><div class=entry-content>{PROSE}</div>{BOX}</article></body></html>"
    )
    (review,) = parse_page(Page("https://blog.example/2019/05/the-quiet-mill/", html), strict=True).reviews
    assert review.author == "Ada Quill"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("", "<div><a href=/tags/ida-marrow/>Ida Marrow</a> <a href=/tags/scotland/>Scotland</a></div>"),
        ("<p><span>2019-05-12</span> <a href=/category/r/>Reviews</a> <a href=/category/g/>Guest Posts</a></p>", ""),
        ("<p><span class=publish-author><a href=/categories/r/>Reviews</a></span> 2019-05-12</p>", ""),
        ("<p class=author>请设置文章作者</p>", ""),
        ("", "<address class=author>Proudly powered by Pelican, which is written in Python.</address>"),
        ("", "<h4>Author</h4><h4>Categories</h4>"),
    ],
)
def test_what_a_post_is_filed_under_signs_nothing(head: str, foot: str) -> None:
    html = (
        f"<html lang=en><title>Reels</title><article class=post><h1 class=entry-title>Review: The Quiet Mill</h1>{head}"
        f"<div>{PROSE}<p>It rains.</p><p>It rains on.</p>{foot}</div></article>"
    )
    (review,) = parse_page(Page("https://blog.example/2019/05/the-quiet-mill/", html), strict=True).reviews
    assert review.author is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("July 31, 2015 · NightOtter · <a rel=tag href=/category/films/>Films</a>", "NightOtter"),
        ("July 31, 2015 · Ada · <a rel=tag href=/category/films/>Films</a>", "Ada"),
        ("July 31, 2015 · Elsewhere · Nowhere", None),
        ("July 31, 2015 · <a rel=tag href=/category/films/>Films</a> · 3 min read", None),
    ],
)
def test_a_name_between_date_and_category(line: str, author: str | None) -> None:
    html = (
        f"<body class=single><main><article><h1>Harbour Lights review</h1><p class=post-meta>{line}</p>"
        f"<div class=entry-content>{PROSE}</div></article></main>"
    )
    [review] = parse_page(Page("https://dockside.example/2015/07/harbour-lights/", html), strict=True).reviews
    assert review.author == author
