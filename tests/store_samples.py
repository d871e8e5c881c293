"""Reviews to test the store with, and a view of everything that it holds."""

from __future__ import annotations

import random
from typing import Any

from sqlalchemy import select

from aggregator.ingest import Tools, ingest_all
from aggregator.records import Claim, Outcome, Review, Source
from aggregator.store import Store
from aggregator.store.tables import Base
from aggregator.values.rating import Rating
from aggregator.values.verdict import Verdict

WORDS = [
    "lamp",
    "river",
    "coat",
    "train",
    "window",
    "summer",
    "actor",
    "script",
    "cut",
    "score",
    "quiet",
    "loud",
    "long",
    "short",
    "scene",
    "light",
]
MAY_CHANGE = {"checked_at", "beat_at"}


def prose(seed: int, words: int = 200) -> str:
    """Text of invented sentences, the same for the same seed."""
    draw = random.Random(seed)
    return " ".join(draw.choice(WORDS) + str(draw.randrange(40)) for _ in range(words))


def review(url: str, title: str = "Her", **fields: Any) -> Review:
    """A whole review; its site is the URL's host, its text depends on its URL."""
    site = url.split("/")[2]
    fields.setdefault("text", prose(sum(url.encode())))
    fields.setdefault("published", "2014-01-10")
    fields.setdefault("language", "en")
    claim = Claim("film_title", title, Source.META, "meta[og:title]", title, chosen=True)
    fields.setdefault("claims", (claim, Claim("author", "admin", Source.PLATFORM, ".byline")))
    return Review(url=url, site=fields.pop("site", site), film_title=title, **fields)


def rated(raw: str, value: float, best: float) -> Rating:
    """A rating of the page's own scale."""
    return Rating(raw, value, best, 0.0, "fraction", "declared")


def blog() -> list[Review]:
    """Eight reviews of five films on four blogs: a copy, an excerpt, two films of one title, no rating, a verdict."""
    shared = prose(1, 400)
    return [
        review("https://a.example/her/", film_year=2013, directors=("Spike Jonze",), rating=rated("4/5", 4, 5)),
        review("https://b.example/her-review/", "HER", rating=rated("8/10", 8, 10), published="2014-02-01"),
        review(
            "https://c.example/?p=5", "Her", film_year=2013, verdict=Verdict("Overall, a fine film.", True, "Overall")
        ),
        review("https://a.example/suspiria/", "Suspiria", film_year=1977, rating=rated("5/5", 5, 5)),
        review(
            "https://b.example/suspiria/",
            "Suspiria",
            film_year=2018,
            rating=rated("5/10", 5, 10),
            published="2018-11-01",
        ),
        review("https://c.example/lake/", "The Lake", text=shared, published="2015-03-01T10:00:00+00:00"),
        review("https://d.example/lake/", "The Lake", text=shared + " one more word", published="2015-03-04"),
        review("https://d.example/coat/", "A Coat", complete=False, text="Only the beginning of"),
    ]


def take_in(store: Store, *reviews: Review, **tools: Any) -> list[Outcome]:
    """Ingest in one transaction."""
    with store.write() as writer:
        return ingest_all(reviews, Tools(writer, **tools))


def many(count: int) -> list[Review]:
    """Generated reviews of a few films on a few blogs, copies among them; the same every time."""
    draw = random.Random(count)
    reviews = []
    for number in range(count):
        film, text = draw.randrange(12), draw.randrange(count)
        reviews.append(
            review(
                f"https://blog{number % 7}.example/{number}/",
                f"Film {film}",
                film_year=draw.choice((None, 2000 + film)),
                text=prose(text, 120),
                published=f"2019-0{1 + number % 9}-0{1 + number % 8}",
                rating=rated(f"{number % 6}/5", float(number % 6), 5),
            )
        )
    return reviews


def dump(
    store: Store, *, without: tuple[str, ...] = ("run",), ignore: tuple[str, ...] = ()
) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the run ledger, without the columns that a second crawl may change."""
    found = {}
    with store.read() as connection:
        for table in Base.metadata.sorted_tables:
            if table.name not in without:
                columns = [column for column in table.columns if column.name not in (*MAY_CHANGE, *ignore)]
                rows = connection.execute(select(*columns).order_by(*table.primary_key.columns))
                found[table.name] = [tuple(map(str, row)) for row in rows]
    return found
