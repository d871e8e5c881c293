"""No list, ranking, portrait or search looks through all reviews: the database's own plans say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import event, text

from aggregator.store import (
    Store,
    open_store,
    pairs,
    queries,
    read_film,
    read_names,
    read_outlets,
    read_voices,
    read_web,
)
from aggregator.store.read_web import FilmFilter, ReviewFilter
from store_samples import many, review, take_in

READ: dict[str, Callable[[Store], Any]] = {
    "counts": read_web.counts,
    "film": lambda store: queries.film(store, 1),
    "a film's figures": lambda store: read_film.figures(store, 1),
    **{
        f"a film's reviews by {sort}": lambda store, sort=sort: read_film.stories_page(store, 1, sort=sort)  # type: ignore[misc]
        for sort in read_film.STORY_SORTS
    },
    "who was first": lambda store: read_film.earliest(store, 1, 5),
    "unrated": lambda store: read_film.unrated(store, 1, 50),
    "course": lambda store: read_film.course(store, 1, 1),
    "course of many": lambda store: read_film.course(store, 1, 10_000),
    "recorded": lambda store: read_film.recorded(store, 1),
    "extremes": lambda store: read_voices.extremes(store, 1, limit=3),
    "changed ratings": lambda store: read_voices.rating_changes(store, [1, 2]),
    **{
        f"films by {sort}": lambda store, sort=sort: read_web.films_page(store, FilmFilter(), sort=sort)  # type: ignore[misc]
        for sort in read_web.FILM_SORTS
    },
    **{
        f"films behind one by {sort}": lambda store, sort=sort: read_web.films_page(  # type: ignore[misc]
            store, FilmFilter(), sort=sort, after=("x" if sort == "title" else 3, 7)
        )
        for sort in read_web.FILM_SORTS
    },
    "films of a year": lambda store: read_web.films_page(store, FilmFilter(year=2003), sort="mean"),
    "films of a person": lambda store: read_web.films_page(store, FilmFilter(person="Dee")),
    "films with words": lambda store: read_web.films_page(store, FilmFilter(query="film 3")),
    "films with many voices": lambda store: read_web.films_page(store, FilmFilter(at_least=3), sort="best"),
    "best": lambda store: read_web.ranking(store, "best", at_least=2, limit=10),
    "divisive": lambda store: read_web.ranking(store, "divisive", at_least=2, limit=10),
    **{
        f"reviews {named} by {sort}": lambda store, wanted=wanted, sort=sort: read_web.reviews_page(  # type: ignore[misc]
            store, wanted, sort=sort
        )
        for sort in read_web.REVIEW_SORTS
        for named, wanted in (
            ("of all", ReviewFilter()),
            ("of a site", ReviewFilter(site="blog1.example")),
            ("of an author", ReviewFilter(author="Ann")),
            ("of a film", ReviewFilter(film_id=1)),
            ("in a language", ReviewFilter(language="en")),
            ("held", ReviewFilter(held=True)),
            ("rated", ReviewFilter(rated=True)),
        )
    },
    "outlets": lambda store: read_outlets.sites_page(store, sort="reviews"),
    "an outlet": lambda store: read_outlets.site(store, "blog1.example"),
    "an outlet's habits": lambda store: read_outlets.outlet_habits(store, 1),
    "an outlet beside others": lambda store: read_outlets.outlet_stands(store, 1),
    "an outlet's neighbours": lambda store: pairs.neighbours(store, "blog1.example", 5),
    "two outlets": lambda store: pairs.side_by_side(store, "blog1.example", "blog2.example"),
    "agreement of outlets": lambda store: pairs.matrix(store, ["blog1.example", "blog2.example", "blog3.example"]),
    "authors": lambda store: read_outlets.authors_page(store),
    "an author": lambda store: read_outlets.author_voices(store, "Ann"),
    "changes": lambda store: read_web.changes(store, 3),
    "names": lambda store: [
        *read_names.film_names(store),
        *read_names.people_names(store),
        *read_names.author_names(store),
    ],
}
LARGE = ("review", "evidence", "revision", "film_month", "change", "fingerprint")
"""Tables that grow with the reviews."""
ENDS_SOON = ("INDEX ix_review_recent", "INDEX ix_review_scored")
"""Walked in order until enough rows are found."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with something of everything."""
    with open_store(str(tmp_path_factory.mktemp("plans") / "a.sqlite")) as store:
        take_in(store, *many(120), review("https://a.example/1/", author="Ann", directors=("Dee",)))
        yield store


@pytest.mark.parametrize("name", READ)
def test_nothing_looks_through_all_reviews(filled: Store, name: str) -> None:
    asked: list[tuple[str, Any]] = []

    def note(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:  # noqa: ARG001
        if statement.lstrip().startswith("SELECT"):
            asked.append((statement, parameters))

    event.listen(filled.engine, "before_cursor_execute", note)
    READ[name](filled)
    event.remove(filled.engine, "before_cursor_execute", note)
    statements = list(asked)
    assert statements
    with filled.read() as connection:
        for statement, parameters in statements:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            for step in (row[-1] for row in plan):
                scanned = step.startswith("SCAN") and any(step.split()[1] == table for table in LARGE)
                by_id = step == "SCAN review" and "ORDER BY review.id DESC" in statement and "LIMIT" in statement
                assert not scanned or by_id or any(index in step for index in ENDS_SOON), f"{step}: {statement}"


def test_the_test_would_see_it(filled: Store) -> None:
    with filled.read() as connection:
        plan = connection.execute(text("EXPLAIN QUERY PLAN SELECT avg(score) FROM review GROUP BY language")).all()
    assert any(row[-1].startswith("SCAN review") for row in plan)
