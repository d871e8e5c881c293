"""The critic's own rating: where it stands in a post, what draws it, and what only looks like it."""

from __future__ import annotations

import pytest

from aggregator.extract import collect
from aggregator.extract.segment import segment
from aggregator.parse import settle
from aggregator.records import Page, Review
from aggregator.site import Site

PROSE = (
    "<p>Two people float over the night side of the world and try to get home. The camera goes where they go, and for "
    "long stretches nobody in the row before me moved, ate or looked at a telephone.</p>"
    "<p>She plays it with her breath and her shoulders, and he with his voice. It is not a film of many words, and the "
    "ones that it has are the least of it, but I would not have left for the price of three seats.</p>"
)


def review(body: str, *, title: str = "Gravity (2013)", head: str = "", site: type[Site] = Site) -> Review:
    html = (
        f"<html lang=en><head><title>{title}</title>{head}</head><body><nav><a href=/>Home</a></nav>"
        f"<article class=post><h1 class=entry-title>{title}</h1><div class=entry-content>{body}</div></article></body>"
    )
    post = segment(Page("https://blog.example/gravity/", html), site)[1][0]
    return settle(post, collect(post, site, strict=True), site)


def value(found: Review) -> tuple[float | None, float | None] | None:
    """Value and top of the rating, or None."""
    return None if found.rating is None else (found.rating.value, found.rating.best)


STARS = "<i class='fa fa-star'></i>"
OUTLINE = "<i class='fa fa-star-o'></i>"
HALF = "<i class='fa fa-star-half-o'></i>"

WRITTEN = [
    # a line with a label
    (PROSE + "<p><strong>Rating:</strong> 4/5</p>", (4, 5)),
    (PROSE + "<p>My Grade: B+</p>", (10, 12)),
    (PROSE + "<p>Final Score &ndash; 7.5/10</p>", (7.5, 10)),
    ("<p>Our rating: ★★★½</p>" + PROSE, (3.5, 5)),
    (PROSE + "<p>Overall: 8 out of 10</p>", (8, 10)),
    (PROSE + "<p>Wertung: 7/10</p>", (7, 10)),
    (PROSE + "<p>Note : 3,5/5</p>", (3.5, 5)),
    (PROSE + "<p>Voto: 7,5/10</p>", (7.5, 10)),
    (PROSE + "<p>Verdict: 4 out of 5 stars</p>", (4, 5)),
    (PROSE + "<p>Gravity rating: 90%</p>", (90, 100)),
    (PROSE + "<p><b>The Matinee Rating</b>: 3.5 out of 4 stars</p>", (3.5, 4)),
    # a label, and its value in the next cell or line
    ("<table><tr><td>My rating:</td><td>4/5</td></tr></table>" + PROSE, (4, 5)),
    ("<table><tr><th>Year</th><td>2013</td></tr><tr><th>Rating</th><td>★★★★</td></tr></table>" + PROSE, (4, 5)),
    ("<dl><dt>Runtime</dt><dd>91 min</dd><dt>Grade</dt><dd>A-</dd></dl>" + PROSE, (11, 12)),
    (PROSE + "<h3>Rating</h3><p>7/10</p>", (7, 10)),
    (PROSE + "<div class=box><span>FINAL SCORE</span><div>8.5</div></div>", (8.5, 10)),
    (PROSE + "<p><strong>Score</strong></p><p>B-</p>", (8, 12)),
    (PROSE + "<h5>Script - 80%</h5><h5>Acting - 92%</h5><h3>88<span>%</span></h3><h4>Excellent</h4>", (88, 100)),
    (PROSE + "<p>I was never bored and never quite moved. <strong>B+</strong></p>", (10, 12)),
    (PROSE + "<p>C+. Could have used more space.</p>", (7, 12)),
    # a line of its own
    (PROSE + "<p>4.5 out of 5 reels</p>", (4.5, 5)),
    ("<p>★★★★</p>" + PROSE, (4, 5)),
    (PROSE + "<p style='text-align:center'>★★★☆☆</p>", (3, 5)),
    (PROSE + "<p><b>B+</b></p>", (10, 12)),
    (PROSE + "<p>8/10</p><p>Filed under: thrillers</p>", (8, 10)),
    (PROSE + "<p>🍿🍿🍿🍿</p>", (4, 5)),
    (PROSE + "<p>Trois étoiles sur cinq</p>", (3, 5)),
    (PROSE + "<p>7 sobre 10</p>", (7, 10)),
    (PROSE + "<p>4/5: see it on the largest screen that you can find.</p>", (4, 5)),
    # a sentence
    (PROSE + "<p>It kept me up all night, and I was glad of it. I give it 3 shamrocks out of 5.</p>", (3, 5)),
    (PROSE + "<p>" + "I could go on about the sound for a page, and about the light for two more. " * 2
     + "Gravity gets 4.5 out of 5 from me, and it would have had more with less music.</p>", (4.5, 5)),
    (PROSE + "<p>Was it worth the wait, and the bus, and the queue? Of course it was; I'd give it a solid B+.</p>",
     (10, 12)),
    # the page's own boxes
    (PROSE + "<aside class=review-box><p>Rating: 4/5</p></aside>", (4, 5)),
    (PROSE + "<div class=review-box><p>Story 7/10</p><p>Acting 8/10</p><p>Overall 7.5/10</p></div>", (7.5, 10)),
    (PROSE + "<ul><li>Acting: 4/5</li><li>Music: 2/5</li><li>Overall: 3/5</li></ul>", (3, 5)),
    (PROSE + "<table><tr><td>Acting</td><td>9/10</td></tr><tr><td>Story</td><td>5/10</td></tr><tr><td>Overall</td>"
     "<td>7/10</td></tr></table>", (7, 10)),
    (PROSE + "<p>Movie: B+</p><p>Video: A</p><p>Audio: A</p><p>Extras: C</p>", (10, 12)),
]  # fmt: skip

DRAWN = [
    ("<p><img src=/img/stars-4.png alt='4 out of 5 stars'></p>" + PROSE, (4, 5)),
    ("<p><img src=/img/3halfstars.gif></p>" + PROSE, (3.5, 5)),
    (PROSE + "<p><img src=/i/star.png alt=star>"
     "<img src=/i/star.png alt=star><img src=/i/star.png alt=star></p>",
     (3, 5)),
    (PROSE + "<p><img src=star-full.png><img src=star-full.png><img src=star-half.png><img src=star-empty.png>"
     "<img src=star-empty.png></p>", (2.5, 5)),
    (PROSE + f"<p>{STARS * 3}{HALF}{OUTLINE}</p>", (3.5, 5)),
    (PROSE + f"<div class=rating>{STARS * 4}{OUTLINE}</div>", (4, 5)),
    (PROSE + "<p>" + "<i class='fas fa-star'></i>" * 2 + "<i class='far fa-star'></i>" * 3 + "</p>", (2, 5)),
    (PROSE + "<p>" + "<i class='bi bi-star-fill'></i>" * 3 + "<i class='bi bi-star'></i>" * 2 + "</p>", (3, 5)),
    (PROSE + "<p>" + "<i class='fa-solid fa-star'></i>" * 4 + "<i class='fa-regular fa-star'></i></p>", (4, 5)),
    (PROSE + "<div class=stars>" + "<span class='star filled'>★</span>" * 2 + "<span class=star>★</span>" * 3
     + "</div>", (2, 5)),
    (PROSE + "<div>" + "<svg class='icon-star star-full'></svg>" * 3 + "<svg class='icon-star star-empty'></svg>" * 2
     + "</div>", (3, 5)),
    (PROSE + "<div class=star-rating><span style='width:80%'>★★★★★</span></div>", (80, 100)),
    (PROSE + "<div class=star-rating><span style='width:70%'>Rated 3.5 out of 5</span></div>", (3.5, 5)),
    (PROSE + "<div class=rating title='Rated 4 out of 5'></div>", (4, 5)),
    (PROSE + "<div role=img aria-label='3.5 out of 5 stars' class=stars>★★★★★</div>", (3.5, 5)),
    (PROSE + "<div class=review-score data-rating=7 data-max=10>7</div>", (7, 10)),
    (PROSE + "<p><meter value=4 max=5></meter></p>", (4, 5)),
    (PROSE + "<p><i class='dashicons dashicons-star-filled'></i><i class='dashicons dashicons-star-filled'></i>"
     "<i class='dashicons dashicons-star-half'></i><i class='dashicons dashicons-star-empty'></i>"
     "<i class='dashicons dashicons-star-empty'></i></p>", (2.5, 5)),
    ("<p><img src=/wp-content/grade_b_plus.png alt='Grade: B+'></p>" + PROSE, (10, 12)),
    (PROSE + "<p><img src=r.png alt='Four stars out of five'></p>", (4, 5)),
]  # fmt: skip

NONE = [
    PROSE,
    PROSE + "<p>Rated PG-13 for intense perilous sequences</p>",
    PROSE + "<p>IMDb rating: 7.7/10</p>",
    PROSE + "<p>Rotten Tomatoes: 96%</p>",
    PROSE + "<p>Normalized IMDb rating: 4/5</p>",
    PROSE + "<p>Runtime: 91 min</p><p>Released: 4/10/2013</p>",
    PROSE + "<div class=post-ratings><img alt='1 Star' src=rating_on.gif><img alt='2 Stars' src=rating_on.gif>"
    "<img alt='3 Stars' src=rating_on.gif></div>",
    PROSE + "<p><img alt='1 Star' src=a.gif><img alt='2 Stars' src=a.gif><img alt='3 Stars' src=a.gif></p>",
    PROSE + "<p>★ = avoid</p><p>★★ = rent it</p><p>★★★ = see it</p><p>★★★★ = a masterpiece</p>",
    PROSE + "<div class=comments><p>Rating: 2/5</p></div>",
    PROSE + "<div class=related-posts><p>Elysium: 3/5</p></div>",
    PROSE + "<aside class=sidebar><p>Now showing: Elysium ★★★</p></aside>",
    PROSE + "<blockquote><p>“I have seen it four times in one week and would go again; I rated it 8 stars, but it "
    "feels like nine to me and to my sister, who never goes.”</p></blockquote>",
    PROSE + "<p>User rating: 4.2 (31 votes)</p>",
    PROSE + "<div class='kk-star-ratings'><div class=kksr-stars style='width:80%'></div>4.2/5 - (31 votes)</div>",
    PROSE + "<p>I gave <em>Solaris</em> the full 5 out of 5 reels back in 2009 and I stand by it, so you can guess how "
    "early I was in line for this one, with a bag of crisps and a thermos of tea that I should not have had.</p>",
    PROSE + "<p>Read next: 10 films set in space</p>",
    PROSE + "<p>Part 2/3</p>",
    PROSE + "<div class=skill-bar><span class=rating-bar style='width:70%'></span></div>",
]  # fmt: skip

CHOSEN = [  # the head of the page, the post, and what counts where several ratings stand
    ("", "<p>4 stars</p>" + PROSE + "<p>Overall: 3/5</p>", (3, 5)),
    ("", PROSE + "<p>I gave Solaris ★★★★★ last week, and nothing tonight made me want to take one back from that one, "
     "whatever the people beside me in the queue may say of it.</p><p>★★</p>", (2, 5)),
    ("", PROSE + "<p>Gravity, on the other hand, was everything that one hopes for on a wet night in town, and I "
     "left it happy (4/5).</p><p>Elysium was turned off by my brother before the end, as anybody with eyes would have "
     "done after the first hour of it – so (0/5).</p>", (4, 5)),
    ('<script type="application/ld+json">{"@type":"Review","reviewRating":{"ratingValue":8,"bestRating":5}}</script>',
     PROSE + "<p>My rating: 8/10</p>", (8, 10)),
    ('<script type="application/ld+json">{"@type":"Review","reviewRating":{"ratingValue":4}}</script>',
     PROSE + "<p>Grade: B-</p>", (8, 12)),
    ('<script type="application/ld+json">{"@type":"Review","reviewRating":{"ratingValue":"3.5","bestRating":"4"}}'
     "</script>", PROSE, (3.5, 4)),
    ('<script type="application/ld+json">{"@type":"BlogPosting","aggregateRating":{"ratingValue":4.1,"bestRating":5,'
     '"ratingCount":12}}</script>', PROSE, None),
    ("", PROSE + "<p>Skip it.</p><p>2/5</p>", (2, 5)),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), WRITTEN)
def test_written(body: str, expected: tuple[float, float | None]) -> None:
    assert value(review(body)) == expected


@pytest.mark.parametrize(("body", "expected"), DRAWN)
def test_drawn(body: str, expected: tuple[float, float]) -> None:
    assert value(review(body)) == expected


@pytest.mark.parametrize("body", NONE)
def test_none(body: str) -> None:
    found = review(body).rating
    assert found is None, found


@pytest.mark.parametrize(("head", "body", "expected"), CHOSEN)
def test_chosen(head: str, body: str, expected: tuple[float, float] | None) -> None:
    assert value(review(body, head=head)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Gravity (2013) – 4/5", (4, 5)),
        ("Gravity ★★★½", (3.5, 5)),
        ("Review: Gravity [B+]", (10, 12)),
        ("Gravity", None),
    ],
)
def test_headline(title: str, expected: tuple[float, float] | None) -> None:
    assert value(review(PROSE, title=title)) == expected


def test_tags_are_the_last_resort() -> None:
    tags = "<p class=tags><a rel=tag href=/tag/4-stars/>4 stars</a> <a rel=tag href=/tag/space/>space</a></p>"
    assert value(review(PROSE + tags)) == (4, 5)
    assert value(review(PROSE + "<p>Grade: C</p>" + tags)) == (6, 12)


def test_the_site_file_settles_an_open_scale() -> None:
    class FourStars(Site):
        scale = "0-4"

    found = review(PROSE + "<p>★★★</p>", site=FourStars).rating
    assert found is not None
    assert (found.value, found.best, found.scale_source) == (3, 4, "outlet")


@pytest.mark.parametrize(
    ("body", "aside", "expected"),
    [
        ("<p>★★★</p>", "<p>All films are rated out of 4 stars.</p>", (3, 4, "learned")),
        ("<p>★★★</p>", "<ul><li>Elysium: 2 out of 4 stars</li><li>Moon: 4 out of 4 stars</li></ul>", (3, 4, "learned")),
        ("<p>My rating: 7</p>", "<p>I rate on a scale of 1 to 10.</p>", (7, 10, "learned")),
        ("<p>Rating: 3</p>", "<p>Elysium 2/5, Moon 4.5/5</p>", (3, 5, "learned")),
        ("<p>★★★</p>", "<p>IMDb: 7/10 stars</p>", (3, 5, "assumed")),
        ("<p>★★★</p>", "<p>Open on 3/4, and again in the week after.</p>", (3, 5, "assumed")),
        ("<p>★★★</p>", "<p>Elysium: 2 out of 4 stars</p><p>Moon: 4 out of 5 stars</p>", (3, 5, "assumed")),
        ("<p>★★★★★ is what I gave the book.</p><p>★★★</p>", "", (3, 5, "assumed")),
    ],
)
def test_a_scale_that_the_page_shows_elsewhere(body: str, aside: str, expected: tuple[float, float, str]) -> None:
    html = (
        f"<html lang=en><body><article class=post><h1 class=entry-title>Gravity (2013)</h1>"
        f"<div class=entry-content>{PROSE}{body}</div></article><aside>{aside}</aside></body></html>"
    )
    post = segment(Page("https://blog.example/gravity/", html), Site)[1][0]
    found = settle(post, collect(post, strict=True), Site).rating
    assert found is not None
    assert (found.value, found.best, found.scale_source) == expected


def test_drawn_stars_tell_the_scale_of_a_number() -> None:
    stars = "<div class=star><span class=on></span></div>" * 3 + "<div class=star><span class=off></span></div>" * 1
    found = review(
        PROSE + f"<div class=field><div>Our rating</div><div>3</div></div><div class=fivestar>{stars}</div>"
    ).rating
    assert found is not None
    assert (found.value, found.best, found.scale_source) == (3, 4, "declared")
