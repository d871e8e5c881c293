"""Statistics: kept while reviews come, change and go, and the same when they are made anew."""

from __future__ import annotations

import math
import random
import statistics as stdlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from aggregator.compare import STATED_PRIOR, Moments
from aggregator.compare.films import SPREAD_VOICES, USUAL_SPREAD
from aggregator.compare.formulas import shrunk_mean, shrunk_spread
from aggregator.ingest import Tools, ingest_all
from aggregator.ingest.retry import retry
from aggregator.store import (
    Store,
    folding,
    judge,
    open_store,
    queries,
    read_film,
    read_outlets,
    read_web,
    scales,
    statistics,
)
from aggregator.store.removal import bury, forget
from aggregator.store.stat_tables import LISTS, PLACES
from aggregator.values.rating import Rating
from store_samples import many, prose, rated, review, take_in

Figures = dict[str, list[tuple[Any, ...]]]


def figures(store: Store) -> Figures:
    """Every row of every table of statistics."""
    found = {}
    with store.read() as connection:
        for row in statistics.TABLES:
            table = row.__table__
            found[table.name] = [tuple(one) for one in connection.execute(select(table).order_by(*table.primary_key))]
    return found


def anew(store: Store) -> Figures:
    """The same, made anew."""
    with store.write() as writer:
        statistics.rebuild(writer.connection)
    return figures(store)


@pytest.fixture(autouse=True, scope="module")
def films_are_large_from_three_voices() -> Iterator[None]:
    """So that months are kept here too, begun and dropped."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "LARGE", 2)
        yield


def one(number: int, film: int, stars: int | None, *, text: int = 0, day: int = 1, edited: bool = False) -> Any:
    """A review of a few blogs, films, authors and texts; `text` 0 is one of its own."""
    words = prose(text, 120) if text else prose(1000 + number, 120)
    return review(
        f"https://blog{number % 4}.example/{number}/",
        f"Film {film}",
        film_year=2000 + film,
        author=(None, "Ann", "Bo")[number % 3],
        directors=(f"Dee {film}",),
        text=words + (" edited" if edited else ""),
        published=None if day == 9 else f"2019-03-0{day}",
        rating=None if stars is None else Rating(f"{stars}/5", stars, 5, 0.0, "fraction", "declared"),
    )


WHICH = st.integers(0, 9)
TAKEN = st.builds(
    one,
    WHICH,
    st.integers(1, 3),
    st.none() | st.integers(0, 5),
    text=st.integers(0, 3),
    day=st.integers(1, 9),
    edited=st.booleans(),
)


def ids(store: Store) -> list[int]:
    return [found.id for found in queries.iter_reviews(store)]


def films(store: Store) -> list[int]:
    return sorted(film.id for film in queries.films(store, limit=None))


def decide(act: Callable[[], object]) -> None:
    with suppress(judge.JudgementError):
        act()


def do(store: Store, step: tuple[Any, ...]) -> None:
    """One thing that can happen to a store."""
    kind, *what = step
    if kind == "take":
        take_in(store, *what[0])
    elif kind == "bury":
        with store.write() as writer:
            bury(writer, f"https://blog{what[0] % 4}.example/{what[0]}/")
    elif kind == "forget":
        forget(store, **{what[0]: {"url": f"https://blog{what[1] % 4}.example/{what[1]}/"}.get(what[0], what[2])})
    elif kind == "rescore":
        scales.rescore(store, what[0])
    elif kind == "retry":
        retry(store, provisional=True)
    elif kind == "end":
        for judgement in judge.judgements(store)[: what[0]]:
            decide(lambda id=judgement.id: judge.end(store, id, who="test"))  # type: ignore[misc]
    elif kind in ("link", "unlink", "split") and (found := ids(store)):
        mine = found[what[0] % len(found)]
        if kind == "link" and films(store):
            decide(lambda: judge.link(store, mine, films(store)[what[1] % len(films(store))], who="test"))
        elif kind != "link":
            verb = {"unlink": lambda: judge.unlink(store, mine, who="test")}
            decide(verb.get(kind, lambda: judge.split(store, [mine], who="test")))
    elif kind == "merge" and len(known := films(store)) > 1:
        decide(lambda: judge.merge(store, known[what[0] % len(known)], known[what[1] % len(known)], who="test"))


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("take"), st.lists(TAKEN, min_size=1, max_size=5)),
        st.tuples(st.just("take"), st.lists(TAKEN, min_size=1, max_size=5)),
        st.tuples(st.just("bury"), WHICH),
        st.tuples(st.just("forget"), st.just("url"), WHICH, st.just("")),
        st.tuples(st.just("forget"), st.just("author"), WHICH, st.just("ann")),
        st.tuples(st.just("forget"), st.just("site"), WHICH, st.just("blog2.example")),
        st.tuples(st.just("rescore"), st.sampled_from(["default", "school", "span"])),
        st.tuples(st.just("retry")),
        st.tuples(st.sampled_from(["link", "merge"]), WHICH, WHICH),
        st.tuples(st.sampled_from(["unlink", "split"]), WHICH),
        st.tuples(st.just("end"), st.integers(1, 2)),
    ),
    max_size=9,
)


@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(STEPS)
def test_whatever_happens_they_are_what_a_rebuild_gives(steps: list[tuple[Any, ...]]) -> None:
    with open_store("sqlite://") as store:
        take_in(store, *[one(number, 1 + number % 3, number % 6, text=number % 3) for number in range(6)])
        for step in steps:
            do(store, step)
        assert figures(store) == anew(store)


def happenings() -> list[tuple[Any, ...]]:
    """One of each."""
    return [
        ("take", [one(n, 1 + n % 3, n % 6, text=n % 2) for n in range(10)]),
        ("take", [one(2, 1, 1, edited=True), one(3, 2, None, day=9)]),
        ("merge", 0, 1),
        ("link", 4, 1),
        ("split", 5),
        ("unlink", 6),
        ("end", 2),
        ("bury", 7),
        ("rescore", "span"),
        ("retry",),
        ("forget", "url", 8, ""),
        ("forget", "author", 0, "ann"),
    ]


def test_the_same_in_both_databases(any_store: Store) -> None:
    for step in happenings():
        do(any_store, step)
        kept = figures(any_store)
        assert kept == anew(any_store), step
        assert kept["film_stat"]


def test_figures_agree_with_an_independent_computation(store: Store) -> None:
    take_in(store, *many(300))
    kept = figures(store)
    with store.read() as connection:
        rows = connection.execute(text("SELECT film_id, site_id, author, score, copy_of FROM review")).all()
    assert len({row.copy_of is None for row in rows}) == 2
    voices = [row for row in rows if row.copy_of is None]
    for film_id, count, copies, scored, total, _, _, mean, best, divisive in kept["film_stat"]:
        assert copies == sum(row.film_id == film_id and row.copy_of is not None for row in rows)
        scores = [row.score for row in voices if row.film_id == film_id and row.score is not None]
        assert (count, scored) == (sum(row.film_id == film_id for row in voices), len(scores))
        assert total == pytest.approx(1e6 * math.fsum(scores), abs=len(scores))
        assert mean == pytest.approx(stdlib.fmean(scores))
        assert best == pytest.approx(shrunk_mean(Moments.of(scores), STATED_PRIOR))
        assert math.sqrt(divisive) == pytest.approx(shrunk_spread(Moments.of(scores), USUAL_SPREAD, SPREAD_VOICES))
        seen = read_film.figures(store, film_id)
        assert seen.scores == Counter(scores)
        sites = {row.site_id for row in voices if row.film_id == film_id and row.score is not None}
        assert (seen.voices, seen.copies, seen.outlets) == (count, copies, len(sites))
    with store.read() as connection:
        by_hand = text(
            "SELECT film_id, substr(published, 1, 7), count(*) FROM review WHERE copy_of IS NULL AND score IS NOT NULL "
            "AND film_id IN (SELECT film_id FROM film_stat WHERE voices > 2) GROUP BY 1, 2 ORDER BY 1, 2"
        )
        assert [row[:3] for row in kept["film_month"]] == [tuple(row) for row in connection.execute(by_hand)] != []
    assert sum(row[1] for row in kept["outlet_stat"]) == len(rows)
    for site_id, reviews, count, *_ in kept["outlet_stat"]:
        mine = [row for row in rows if row.site_id == site_id]
        assert (reviews, count) == (len(mine), sum(row.copy_of is None for row in mine))


@pytest.mark.parametrize("few", [0, read_web.FEW])
@pytest.mark.parametrize("list", PLACES)
def test_films_are_listed_exactly_wherever_a_page_begins(
    any_store: Store, list: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_web, "FEW", few)
    draw = random.Random(5)
    sizes = [*range(1, 40), 90]
    taken = [
        one(1_000 * film + number, film, draw.choice((None, *range(6))))
        for film, size in enumerate(sizes, 1)
        for number in range(size)
    ]
    for start in range(0, len(taken), 97):
        take_in(any_store, *taken[start : start + 97])
    with any_store.read() as connection:
        rows = connection.execute(text(f"SELECT {list}, film_id FROM film_stat")).all()
        places = connection.execute(text(f"SELECT DISTINCT place FROM film_rank WHERE list = {LISTS[list]}")).all()
    assert len(places) > 4
    expected = sorted((tuple(row) for row in rows if list != "divisive" or row[0] >= 0), reverse=True)
    for wanted in (read_web.FilmFilter(), read_web.FilmFilter(at_least=9)):
        listed: Any = []
        while some := read_web.films_page(any_store, wanted, sort=list, after=listed[-1] if listed else None, limit=7):
            listed += [place for _, place in some]
        voices = {film.id: film.voices for film in queries.films(any_store, limit=None)}
        assert listed == [place for place in expected if voices[place[1]] >= wanted.at_least]


def test_the_same_input_twice_moves_nothing(store: Store) -> None:
    reviews = many(40)
    take_in(store, *reviews)
    with store.read() as connection:
        before = connection.execute(text("SELECT * FROM change ORDER BY seq")).all()
    take_in(store, *reviews)
    with store.read() as connection:
        assert connection.execute(text("SELECT * FROM change ORDER BY seq")).all() == before


def test_as_many_voices_leave_as_the_prior_is_worth(any_store: Store) -> None:
    take_in(any_store, *[one(4 * number, 1, 4) for number in range(5)], one(1, 1, 2))
    forget(any_store, site="blog0.example")
    kept = figures(any_store)
    assert [row[1] for row in kept["film_stat"]] == [1]
    assert kept == anew(any_store)


def test_a_block_that_raises_moves_nothing(store: Store) -> None:
    take_in(store, *many(5))
    before = figures(store)
    with pytest.raises(RuntimeError), store.write() as writer:
        ingest_all(many(9), Tools(writer))
        writer.flush()
        raise RuntimeError
    take_in(store, *many(5))
    assert figures(store) == before == anew(store)


def test_a_film_s_history_shows_what_its_score_was(store: Store) -> None:
    def on(day: str, *reviews: Any) -> None:
        with store.write() as writer:
            writer.at = f"{day}T10:00:00Z"
            ingest_all(list(reviews), Tools(writer))

    on("2031-01-01", one(1, 1, 4))
    on("2031-01-02", one(2, 1, 2))
    on("2031-01-05", one(2, 1, 1, edited=True))
    with store.read() as connection:
        rows = connection.execute(text("SELECT day, voices, scored, total FROM film_history ORDER BY day")).all()
    assert [tuple(row) for row in rows] == [
        ("2031-01-01", 1, 1, 80_000_000),
        ("2031-01-02", 2, 2, 120_000_000),
        ("2031-01-05", 2, 2, 100_000_000),
    ]


def test_the_history_of_a_film_that_nothing_is_left_of_goes(any_store: Store) -> None:
    take_in(any_store, one(1, 1, 4), one(2, 2, 3), one(3, 2, 5))
    forget(any_store, url="https://blog1.example/1/")
    forget(any_store, url="https://blog2.example/2/")
    with any_store.read() as connection:
        known = connection.execute(text("SELECT film_id, voices FROM film_history")).all()
    assert [tuple(row) for row in known] == [(film, 1) for film in films(any_store)]


def test_a_database_of_an_older_version_gets_its_figures(tmp_path: Any) -> None:
    from alembic import command

    from aggregator.store.migrations import configuration

    path = str(tmp_path / "old.sqlite")
    with open_store(path) as store:
        take_in(store, *many(60), one(900, 1, 3))
        kept = figures(store)
        with store.write() as writer:
            command.downgrade(configuration(writer.connection), "0004")
            writer.connection.execute(text("DELETE FROM setting WHERE name = 'statistics'"))
    with open_store(path) as store:
        assert figures(store) == kept
        with store.read() as connection:
            told = connection.execute(text("SELECT kind, count(*) FROM change GROUP BY kind ORDER BY kind")).all()
            days = connection.execute(text("SELECT sum(voices) FROM film_history")).scalar()
        assert [tuple(row) for row in told] == [("film", len(films(store))), ("review", 61)]
        assert days == sum(row[1] for row in kept["film_stat"])


def test_a_rating_is_no_number_without_a_score(store: Store) -> None:
    take_in(store, review("https://a.example/1/", rating=Rating("a must", None, None, None, "words", None)))
    take_in(store, review("https://a.example/2/", rating=rated("3/5", 3, 5)))
    habits = read_outlets.outlet_habits(store, 1)
    assert (habits.reviews, habits.rated) == (2, 1)
    assert habits.scales == (("fraction", 5.0, 1), ("words", None, 1))
