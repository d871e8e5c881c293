"""Headlines and dates of single posts, and how listings are cut."""

from __future__ import annotations

import pytest

from aggregator import Page, extract, parse_page
from aggregator.extract.dated import opening_date

PROSE = (
    "The film opens on a pier at night, and the director lets the scene run until the actors stop acting. "
    "It is a beautiful movie, superbly shot, with a script that trusts its audience and performances to match. "
) * 2
URL = "https://dockside.example/harbour-lights-review/"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (  # the site's name is the only h1
            "Harbour Lights review « Dockside and TV",
            f"<h1 class=logo><a href=https://dockside.example>Dockside</a>"
            f"</h1><h2>Harbour Lights review</h2><p>{PROSE}</p>",
        ),
        (  # a category label in an h2 below the headline
            "Harbour Lights review | Dockside",
            f"<article><h1>Harbour Lights review</h1><h2><a href=/c/review/>Review</a> Film</h2>"
            f"<p>{PROSE}</p></article>",
        ),
        (  # the site's name first
            "Dockside - Harbour Lights review",
            f"<header><h1><a href=/>Dockside</a></h1></header>"
            f"<article><h2>Harbour Lights review</h2><p>{PROSE}</p></article>",
        ),
        (  # a part of a line
            "Dockside > Harbour Lights review",
            f"<p><a href=/>Dockside</a></p><div class=post>"
            f"<span class=t>Harbour Lights review</span> 20110504<p>{PROSE}</p></div>",
        ),
        (  # a heading that links to its own page
            "Harbour Lights review | Dockside",
            f"<h1><a href=/>Dockside</a></h1><article><h1><a href='.'>Harbour Lights review</a>"
            f"</h1><p>{PROSE}</p></article>",
        ),
        (  # Blogger: the posts stand in a widget
            "Dockside: Harbour Lights review",
            "<div class='widget Header'><h1 class=title><a href=/>Dockside</a></h1></div><div class='widget Blog'>"
            f"<div class='post hentry'><h3 class='post-title entry-title'>Harbour Lights review</h3>"
            f"<p>{PROSE}</p></div></div>",
        ),
        (  # the site and the post in one h1
            "Dockside : Harbour Lights review",
            "<header><h1><a href=/>Dockside <strong>films by the sea</strong></a> : <a href=/harbour-lights-review/>"
            f"Harbour Lights review</a></h1></header><article><p>{PROSE}</p></article>",
        ),
        (  # no heading, and the page's title is the site's
            "Dockside | films by the sea",
            "<a class=logo href=/>Dockside</a><div class=post-main><div class=post-main-title>Harbour Lights review"
            f"</div><div><p>{PROSE}</p></div></div>",
        ),
        (  # the app's name is the post's title
            "Harbour Lights review | Dockside",
            "<meta property=og:title content='Harbour Lights review'><meta property=og:site_name content=Dockside>"
            "<meta name=apple-mobile-web-app-title content='Harbour Lights review'>"
            f"<article><h1>Harbour Lights review</h1><p>{PROSE}</p></article>",
        ),
        (  # a wrapper named like a sidebar holds everything
            "Harbour Lights review",
            f"<div class=secondary><h1>Harbour Lights review</h1><p>{PROSE}</p><p>{PROSE}</p></div>",
        ),
    ],
)
def test_headline(title: str, body: str) -> None:
    (review,) = extract(f"<html lang=en><title>{title}</title><body>{body}", URL)
    assert review.headline == "Harbour Lights review"


@pytest.mark.parametrize(
    ("head", "body", "foot", "expected"),
    [
        ("<p>Posted on March 3, 2019 by Mo</p>", "", "", "2019-03-03"),
        ("", "MAY 4, 2011—", "", "2011-05-04"),
        ("", "Mo Hardy | May 4, 2011 | 4 Comments</p><p>", "", "2011-05-04"),
        ("", "Skrivet av Mo Hardy den 4 maj 2011</p><p>", "", "2011-05-04"),
        ("", "Release date: May 4, 2011 | 90 min</p><p>", "", None),
        ("", "Wed, May 4, 2011 ", "", "2011-05-04"),
        ("", "", "<p>Review by Mo Hardy, December 27, 1999</p>", "1999-12-27"),
        ("<p>Updated March 3, 2019</p>", "", "", None),
        ("", "", "<p>© 2013 Dockside</p>", None),
        ("<p>04/05/2011</p>", "", "<p class=archive>Archive: 25/12/2010</p>", "2011-05-04"),
        ("<p>04/05/2011</p>", "", "<p class=archive>Archive: 12/25/2010</p>", "2011-04-05"),
        ("", "", "<div class=comments><p>Ann, 4 June 2012: agreed.</p></div>", None),
        ("", "", "<img src=a.png><h3><a href=/x/>Salt Road</a></h3><p>4 June 2012</p>", None),
    ],
)
def test_published(head: str, body: str, foot: str, expected: str | None) -> None:
    inside = "Review by" in foot
    html = (
        "<html lang=en><title>Harbour Lights review</title><body><article><h1>Harbour Lights review</h1>"
        f"{head}<p>{body}{PROSE}</p>{foot if inside else ''}</article>{'' if inside else foot}"
    )
    (review,) = extract(html, URL)
    assert review.published == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("MAY 3, 2014 - The film", "MAY 3, 2014"), ("In May 2014 I saw", None), ("2014 was a year", None), ("", None)],
)
def test_opening_date(text: str, expected: str | None) -> None:
    assert opening_date(text) == expected


def test_a_table_of_posts_is_a_listing() -> None:
    rows = "".join(
        f"<tr><td><i>{PROSE}</i> <b><a href=/film-{n}/>Film {n} review</a></b></td></tr>"
        for n in ("one", "two", "three")
    )
    page = parse_page(Page("https://dockside.example/", f"<title>Dockside</title><table>{rows}</table>"), strict=True)
    assert page.links == tuple(f"https://dockside.example/film-{n}/" for n in ("one", "two", "three"))
    assert [review.headline for review in page.reviews] == ["Film one review", "Film two review", "Film three review"]


def test_a_listing_with_writers_and_tags_beside_the_posts() -> None:
    """The posts are what the headings lead to, not their writers; the newest may stand in an aside."""
    rows = "".join(
        f"<div><footer class=post-info><a href=/author/{who}.html>{who}</a><br><a href=/tag/s>s</a></footer></div>"
        f"<div class=article><h1><a href=/film-{who}.html>Film of {who} review</a></h1><p>{PROSE}</p></div>"
        for who in ("ada", "bea", "cal", "dee")
    )
    page = parse_page(Page("https://dockside.example/", f"<title>Dockside</title>{rows}"), strict=True)
    assert page.links == tuple(f"https://dockside.example/film-{who}.html" for who in ("ada", "bea", "cal", "dee"))


def test_the_newest_post_of_a_front_page_in_an_aside() -> None:
    def card(name: str) -> str:
        return f"<article><h1><a href=/{name}.html>Film {name} review</a></h1><p>{PROSE}</p></article>"

    others = card("two") + card("three")
    html = f"<title>Dockside</title><aside id=featured>{card('one')}</aside><section>{others}</section>"
    page = parse_page(Page("https://dockside.example/", html), strict=True)
    assert page.links == tuple(f"https://dockside.example/{name}.html" for name in ("one", "two", "three"))


def test_the_index_in_the_foot_of_the_site_says_nothing_of_the_post() -> None:
    index = "".join(f"<li><a href=/category/{name}.html>{name} (1)</a></li>" for name in ("Books", "Games", "Essays"))
    html = (
        f"<title>Harbour Lights</title><div class=article-body><h1>Harbour Lights</h1><p>{PROSE}</p></div>"
        f"<footer><h4>Categories</h4><ul>{index}</ul></footer>"
    )
    assert [review.headline for review in extract(html, URL)] == ["Harbour Lights"]


def test_a_post_with_related_cards_stays_one_post() -> None:
    cards = "".join(f"<article class=card><h3><a href=/c{n}/>Card {n}</a></h3></article>" for n in range(3))
    html = (
        f"<title>Harbour Lights review</title><article><h1>Harbour Lights review</h1>"
        f"<p>{PROSE * 3}</p></article>{cards}"
    )
    page = parse_page(Page(URL, html), strict=True)
    assert [review.headline for review in page.reviews] == ["Harbour Lights review"]


def test_a_heading_that_holds_date_and_writer_gives_the_text_of_its_link() -> None:
    html = (
        "<html lang=en><title>Dockside: Harbour Lights</title><div class=hentry><h1 class=entry-title>"
        f"<a href={URL} rel=bookmark>Harbour Lights</a> · <abbr class=published title=2007-01-28>28 January 2007</abbr>"
        f" by <span class=fn>Mo Hardy</span></h1><div class=entry-content><p>{PROSE}</p><p>4/5</p></div></div>"
    )
    (review,) = extract(html, URL)
    assert (review.headline, review.author, review.published) == ("Harbour Lights", "Mo Hardy", "2007-01-28")


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (
            "<p class=postmetadata>This entry was posted on Tuesday, March 14th, 2006 at 9:12 pm and is filed under "
            "<a rel='category tag' href=/c/>Films</a>. You can follow any responses through the feed.</p>",
            "2006-03-14",
        ),
        ("<p class=tie-date>October 8, 2015</p>", "2015-10-08"),
        ("<p>Watched Saturday 2 March 2019</p>", "2019-03-02"),
    ],
)
def test_days_of_old_and_odd_themes(body: str, day: str) -> None:
    html = (
        f"<html lang=en><title>Harbour Lights review</title><article><h1>Harbour Lights review</h1><p>{PROSE}</p>{body}"
    )
    assert extract(html, URL)[0].published[:10] == day


def test_the_last_of_several_sections_is_part_of_the_text() -> None:
    html = (
        "<html lang=en><title>Harbour Lights review</title><main><h1>Harbour Lights review</h1>"
        f"<section class=level2><h2>Set-up</h2><p>{PROSE * 2}</p></section>"
        "<section class=level2><h2>Conclusion</h2><p>A wet night, and well spent.</p></section></main>"
    )
    (review,) = extract(html, URL)
    assert review.verdict is not None
    assert review.verdict.text == "A wet night, and well spent."


def test_a_caption_that_begins_with_the_film_has_it_for_a_headline() -> None:
    html = (
        "<html lang=en><title>Dockside</title><article class='post photo'><img src=a.jpg><div class=caption>"
        f"<p><strong>Harbour Lights (2011)</strong><br>★★★★</p><p>{PROSE}</p></div></article>"
    )
    (review,) = extract(html, "https://dockside.example/post/1071/")
    assert (review.headline, review.film_title, review.film_year) == ("Harbour Lights (2011)", "Harbour Lights", 2011)


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ("<p>Saturday, March 19, 2022</p>", "2022-03-19"),
        ("<p><span>Updated: <time datetime=2024-03-20>20 Mar, 2024</time></span></p>", None),
    ],
)
def test_the_day_above_a_headline_and_the_day_of_a_change(above: str, day: str | None) -> None:
    html = (
        f"<html lang=en><title>Harbour Lights review</title><main>{above}<h1>Harbour Lights review</h1><p>{PROSE}</p>"
    )
    assert extract(html, URL)[0].published == day


def test_entries_under_a_link_without_text_have_its_address() -> None:
    entries = "".join(
        f'<article class="post-entry"><header class="entry-header"><h2>{title}</h2></header><div class="entry-content">'
        f"<p>A slow film about a lighthouse, and what the keeper of it saw in the winter of that year.</p></div>"
        f'<footer class="entry-footer"><span>January 2, 2014</span></footer>'
        f'<a class="entry-link" aria-label="post link to {title}" href="/posts/{number}/"></a></article>'
        for number, title in enumerate(("The Long Ladder Review", "Quiet Harbour Review", "A Golden Storm Review"))
    )
    parsed = parse_page(Page("https://dockside.example/", f"<body class=list><main class=main>{entries}</main>"))
    assert parsed.links == tuple(f"https://dockside.example/posts/{number}/" for number in range(3))


def test_a_box_named_brand_may_hold_the_headline() -> None:
    """Not the site's name is what stands before it in the page's title."""
    html = (
        "<title>Whiplash | Dockside Reels</title><header><a class=brand-logo href=/>Dockside Reels</a></header>"
        f"<div class=brand><h1>Whiplash</h1></div><div>Publish Date: 2014-11-02</div><div><p>{PROSE * 2}</p>"
        f"<p>Grade: B+</p></div>"
    )
    (review,) = extract(html, "https://dockside.example/2014/11/02/whiplash/")
    assert (review.headline, review.published) == ("Whiplash", "2014-11-02")


def test_films_below_see_also_say_nothing_of_the_year() -> None:
    html = (
        f"<title>Halloween</title><article><h1>Halloween: the hedge</h1><p>{PROSE * 2}</p><p>Grade: B+</p>"
        "<h4 class=also>See also</h4><ul><li><a href=/h18/>Halloween (2018)</a></li><li><a href=/w/>Whiplash</a></li>"
        "</ul></article>"
    )
    (review,) = extract(html, "https://dockside.example/the-hedge/")
    assert review.film_year is None


def test_the_last_line_may_tell_the_day_behind_the_writer() -> None:
    line = "<h6>Written by <a href=/a/>Ada Quill</a> in <a href=/category/r/>Movie Reviews</a> on Sun 20 October 2013."
    html = f"<title>Dockside</title><article><h2>Harbour Lights</h2><p>{PROSE}</p>{line} Tags: fog, piers, pilots</h6>"
    (review,) = extract(html, URL)
    assert review.published == "2013-10-20"


def test_a_line_of_all_categories_is_the_site_s() -> None:
    names = ("around", "features", "lists", "reviews", "notes", "interviews")
    index = ", ".join(f"<a href=/category/{name}.html>{name}</a>" for name in names)
    html = f"<title>Moonrise</title><h1>Dockside</h1><h3>Moonrise</h3><p>{PROSE}</p><h3>Categories</h3><p>{index}</p>"
    assert [review.headline for review in extract(html, "https://dockside.example/moonrise.html")] == ["Moonrise"]


@pytest.mark.parametrize(
    ("head", "body", "headline", "day"),
    [
        (  # the day in the headline's own line
            "Notes of a Harbour Master",
            f"<div class=page-header><h1>Harbour Lights (1947) - Fri, Sep 3, 2021</h1></div><p>{PROSE}</p>",
            "Harbour Lights (1947)",
            "2021-09-03",
        ),
        (  # no heading at all, and a title with a name that the page never shows; a script fills the time
            "Harbour Lights - Movie Review - Mo’s Log",
            "<article><header><div class=jumbotron>Harbour Lights - Movie Review"
            f"<h5><time datetime=2012-01-22></time></h5></div></header><p>{PROSE}</p></article>",
            "Harbour Lights - Movie Review",
            "2012-01-22",
        ),
        (  # cards below, with the days of other posts
            "Harbour Lights | Dockside",
            f"<article><header><h1>Harbour Lights</h1><p><span>22 January 2012</span> film</p></header><p>{PROSE}</p>"
            "<footer><a href=/newer/><h4>A Pier and a Half</h4><time>28 January 2012</time></a>"
            "<a href=/older/><h4>Two Piers</h4><time>18 January 2012</time></a></footer></article>",
            "Harbour Lights",
            "2012-01-22",
        ),
    ],
)
def test_headline_and_day(head: str, body: str, headline: str, day: str) -> None:
    html = f"<html lang=en><head><title>{head}</title></head><body>{body}</body></html>"
    (review,) = extract(html, URL)
    assert (review.headline, review.published) == (headline, day)
