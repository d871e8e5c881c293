"""What is a film review and what is not, by kinds of post."""

from __future__ import annotations

import pytest

from aggregator import Page, extract, parse_page
from aggregator.records import Parsed

PROSE = (
    "The film opens on a pier at night, and the director lets the scene run until the actors stop acting. "
    "It is a beautiful movie, superbly shot, with a script that trusts its audience and performances to match. "
)


def parsed(headline: str, text: str, url: str = "https://dockside.example/2011/05/a-post/", tags: str = "") -> Parsed:
    html = (
        f"<html lang=en><head><title>{headline}</title></head><body class='single single-post'><article class=hentry>"
        f"<h1 class=entry-title>{headline}</h1><div class=entry-content>{text}</div>"
        f"<p class=cat-links>{tags}</p></article></body></html>"
    )
    return parse_page(Page(url, html), strict=True)


@pytest.mark.parametrize(
    "headline",
    ["Harbour Lights review", "Harbour Lights (2011)", "Movie: Harbour Lights", "Review: Harbour Lights, again"],
)
def test_reviews(headline: str) -> None:
    assert len(parsed(headline, f"<p>Harbour Lights again. {PROSE * 3}</p>").reviews) == 1


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Ten Best Films of 2013", "list"),
        ("Seven movies for a rainy week", "list"),
        ("Movies I missed in 2009", "list"),
        ("All Movie Reviews", "list"),
        ("Interview with the projectionist", "interview"),
        ("Five questions for a ticket seller", "interview"),
        ("Mara Lind: 'I never liked the sea'", "interview"),
        ("Harbour Lights: the trailer is here", "trailer"),
        ("Bande-annonce : Les Feux du port", "trailer"),
        ("Studio releases Harbour Lights main theme", "news"),
        ("Oscars 2014: my picks", "news"),
        ("Festival de Viena 2019", "festival"),
        ("How I rate movies", "other"),
        ("Watchtower - not a review", "essay"),
        ("Off topic: a new stereo", "other"),
        ("Recensione serie Il Molo", "tv"),
        ("Harbour Lights season 2 review", "tv"),
        ("Book review: Harbour Lights", "book"),
        ("Harbour Lights (PS4) game review", "game"),
    ],
)
def test_what_only_looks_like_a_review(headline: str, label: str) -> None:
    result = parsed(headline, f"<p>{PROSE * 3}</p>")
    assert not result.reviews
    assert result.left_out[0].label == label
    assert result.left_out[0].reasons


def test_an_index_is_no_review() -> None:
    cards = "".join(f"<div><h3>Film Number {n}</h3><p>January {n}, 2020</p></div>" for n in range(1, 25))
    assert not parsed("The film shelf", cards).reviews


def test_an_entry_without_a_sentence_is_left_out() -> None:
    listing = "<body class=home>" + "".join(
        f"<article class=post><h2 class=entry-title><a href=/{n}/>Review: Film {n}</a></h2><p>…</p>"
        f"<a href=/{n}/>Read more</a></article>"
        for n in range(4)
    )
    page = parse_page(Page("https://dockside.example/", listing), strict=True)
    assert not page.reviews
    assert len(page.links) == 4


def test_a_post_on_several_films_gives_one_review_for_each_rated_section() -> None:
    body = "".join(
        f"<h3>{title}</h3><p>{PROSE}</p><p>I give it {n} out of 5.</p>"
        for n, title in enumerate(("Harbour Lights", "Salt Road", "The Long Pier"), 2)
    )
    html = (
        "<body class='single single-post'><article class=hentry><h1 class=entry-title>Movies I saw in May</h1>"
        f"<p class=meta>by Mo Hardy, <time datetime=2011-05-31>31 May</time></p><div class=entry-content>"
        f"<p>Here they are.</p>{body}</div></article>"
    )
    reviews = extract(html, "https://dockside.example/2011/05/movies-i-saw/")
    assert [(review.headline, review.position) for review in reviews] == [
        ("Harbour Lights", 0),
        ("Salt Road", 1),
        ("The Long Pier", 2),
    ]
    assert {review.published for review in reviews} == {"2011-05-31"}


def test_aspects_of_one_film_are_no_sections() -> None:
    body = "".join(f"<h3>{name}</h3><p>{PROSE}</p><p>4 out of 5</p>" for name in ("Story", "Acting", "Music"))
    assert len(parsed("Harbour Lights review: a week at sea", body).reviews) == 1
