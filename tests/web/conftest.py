"""A store of made-up reviews, some of them hostile, and the application over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="the extra `web` is not installed")

from fastapi import FastAPI
from fastapi.testclient import TestClient

import chromium
from aggregator import runs
from aggregator.records import Claim, Review, Source
from aggregator.store import Store, open_store
from aggregator.store.removal import bury
from aggregator.values.rating import Rating
from aggregator.values.verdict import Verdict
from aggregator.web import create_app
from store_samples import prose, rated, review, take_in

HOSTILE = (
    "<script>document.title='pwned'</script>",
    "</script><script>document.title='pwned'</script>",
    '"><img src=x onerror="document.title=\'pwned\'">',
    "'><svg/onload=document.title='pwned'>",
    "</title><script>document.title='pwned'</script>",
    "<!--<script>document.title='pwned'</script>-->",
    "]]><script>document.title='pwned'</script>",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "javascript:document.title='pwned'",
    "\u202egnp.exe\u2066 \x07\x1b[31m",
    "<style>*{display:none}</style><iframe srcdoc='<script>parent.document.title=1</script>'>",
    "`${document.title='pwned'}` \\u003cscript\\u003e \u2028 \u2029 &lt;script&gt;",
)
"""Texts as a page may hold them to run code in the reader's browser."""
FILM = ("Her", 2013)
BLOGS = ("ash", "birch", "cedar", "elm", "fir")


def opinions() -> list[Review]:
    """Her (2013) five times with a rating and once without, a copy, two more films, one review that is not clear."""
    shared = prose(5, 400)
    words = Verdict("Overall a wonderful, moving and brilliant film, and a delightful one.", True, "Overall")
    made = [
        review(
            f"https://{blog}.example/her/",
            FILM[0],
            film_year=FILM[1],
            directors=("Spike Jonze",),
            cast=("Joaquin Phoenix", "Amy Adams"),
            author=f"Ann {blog.title()}",
            rating=rated(f"{stars}/5", stars, 5),
            published=f"2014-01-0{number}",
            verdict=Verdict(
                f"Number {number} says what it says. " + "Long it is. " * 40 * (number == 1), True, "Verdict"
            ),
        )
        for number, (blog, stars) in enumerate(zip(BLOGS, (4.0, 3.0, 5.0, 1.0, 4.5), strict=True), 1)
    ]
    made[0] = replace(made[0], text=shared)
    return [
        *made,
        review("https://gum.example/her/", *FILM[:1], film_year=FILM[1], verdict=words, published="2014-02-01"),
        review("https://copy.example/her/", *FILM[:1], film_year=FILM[1], text=shared + " one", published="2014-03-01"),
        review("https://ash.example/lake/", "The Lake", film_year=1999, rating=rated("2/5", 2, 5), author="Ann Ash"),
        review("https://elm.example/lake/", "The Lake", film_year=1999, rating=rated("5/5", 5, 5)),
        review(
            "https://ash.example/budapest/",
            "The Grand Budapest Hotel",
            film_year=2014,
            rating=Rating("★★★★", 4, 5, None, "stars", "assumed"),
            author="Ann Ash",
        ),
    ]


def hostile() -> list[Review]:
    """Every field of a review filled with every hostile text."""
    return [
        review(
            f"https://evil{number}.example/{number}/",
            f"Evil {number} {text}",
            headline=text,
            author=f"Eve {text}",
            directors=(f"Dora {text}",),
            cast=(f"Carl {text}",),
            rating=Rating(text, 3, 5, 0.0, "stars", "declared"),
            verdict=Verdict(text, True, text),
            claims=(Claim("author", text, Source.PLATFORM, text, text, chosen=True),),
            site=f"evil{number}.example{text}" if number % 2 else f"evil{number}.example",
        )
        for number, text in enumerate(HOSTILE)
    ]


def fill(store: Store) -> None:
    """Reviews, an edit, a tombstone and two runs."""
    first = opinions()
    run = runs.begin(store, "ash.example", home="https://ash.example/")
    take_in(store, *first, run_id=run)
    runs.finish(store, run, runs.Tally({"new": len(first)}, {}, {"rating": 8}))
    take_in(store, replace(first[3], rating=rated("1.5/5", 1.5, 5), text=first[3].text + " Seen again."))
    take_in(store, review("https://gone.example/gone/", "Gone Film", rating=rated("1/5", 1, 5)))
    with store.write() as writer:
        bury(writer, "https://gone.example/gone/")
    evil = runs.begin(store, "birch.example", home="javascript:alert(1)")
    runs.finish(store, evil, runs.Tally(error=HOSTILE[0]))


@pytest.fixture(scope="session")
def filling() -> Callable[[Store], None]:
    """What fills a store as the one of these tests is."""
    return fill


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled database."""
    path = tmp_path_factory.mktemp("web") / "reviews.sqlite"
    with open_store(str(path)) as store:
        fill(store)
        take_in(store, *hostile())
    return path


@pytest.fixture(scope="session")
def app(database: Path) -> Iterator[FastAPI]:
    """The application over the database, opened for reading only."""
    with open_store(str(database), read_only=True) as store:
        yield create_app(store, public_url="https://reviews.example")


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[TestClient]:
    """A client that gets a 500 as an answer, not as an exception."""
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def her(client: TestClient) -> int:
    """The id of Her (2013)."""
    (film,) = client.get("/api/v1/films", params={"q": "Her 2013", "at_least": 2}).json()["items"]
    return int(film["id"])


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once."""
    with chromium.launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def origin(app: FastAPI) -> Iterator[str]:
    """Where the application answers over HTTP."""
    with chromium.served(app) as origin:
        yield origin


@pytest.fixture
def window(browser: Any, origin: str) -> Iterator[Callable[..., chromium.Watched]]:
    """Opens windows; at the end none of them may have seen an error, a dialog or another host."""
    opened: list[chromium.Watched] = []

    def new(**options: Any) -> chromium.Watched:
        opened.append(chromium.Watched(browser, origin, **options))
        return opened[-1]

    yield new
    for window in opened:
        window.context.close()
    assert [fault for window in opened for fault in window.wrong] == []
