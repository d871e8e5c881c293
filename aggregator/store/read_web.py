"""Reading for the pages and the API: lists that go on after a cursor, figures of outlets, names to search."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Select, Text, and_, distinct, func, or_, select, type_coerce

from aggregator.compare import Moments, Voice
from aggregator.store import queries
from aggregator.store.engine import Store
from aggregator.store.rows import StoredFilm, StoredReview
from aggregator.store.scales import DEFAULT
from aggregator.store.tables import CounterRow, FilmRow, ReviewRow, SettingRow, SiteRow

After = tuple[str | float | int, int]
"""Where a list goes on: the last row's value of the sorted column, and its id."""

_THERE = ReviewRow.gone_at.is_(None)
_VOICE = and_(_THERE, ReviewRow.copy_of.is_(None))
FILM_SORTS: dict[str, tuple[Any, bool]] = {  # what is sorted by, never NULL; whether the highest is first
    "voices": (func.count(ReviewRow.id), True),
    "mean": (func.coalesce(func.avg(ReviewRow.score), -1.0), True),
    "title": (FilmRow.title_key, False),
    "year": (func.coalesce(FilmRow.year, 0), True),
    "newest": (func.coalesce(func.max(ReviewRow.first_seen), ""), True),
}
REVIEW_SORTS: dict[str, Any] = {  # the highest first
    "published": func.coalesce(ReviewRow.published, ""),
    "stored": ReviewRow.id,
    "score": func.coalesce(ReviewRow.score, -1.0),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is stored; what is gone counts nowhere."""

    films: int  # with a voice
    reviews: int
    copies: int
    held: int  # reviews whose film is not clear
    outlets: int
    authors: int


@dataclass(frozen=True, slots=True)
class FilmFilter:
    """Which films; None and "" are no condition."""

    query: str | None = None  # words of the title, with or without the year
    year: int | None = None
    person: str | None = None  # the exact name of a director or actor
    director: str | None = None  # the exact name
    actor: str | None = None  # the exact name
    at_least: int = 1  # voices


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """Which reviews; None is no condition."""

    site: str | None = None
    author: str | None = None
    film_id: int | None = None
    language: str | None = None
    rated: bool | None = None  # whether a score stands beside it
    held: bool | None = None  # whether its film is not clear


def counts(store: Store) -> Counts:
    """What is stored, in one pass."""
    statement = select(
        func.count(distinct(ReviewRow.film_id)),
        func.count(),
        func.count(ReviewRow.copy_of),
        func.count() - func.count(ReviewRow.film_id),
        func.count(distinct(ReviewRow.site_id)),
        func.count(distinct(ReviewRow.author)),
    ).where(_THERE)
    with store.read() as connection:
        return Counts(*connection.execute(statement).one())


def films_page(
    store: Store, wanted: FilmFilter, *, sort: str = "voices", after: After | None = None, limit: int = 50
) -> list[tuple[StoredFilm, After]]:
    """Films that have a voice, each with the place behind it; raises KeyError for a sort not in FILM_SORTS."""
    by, highest_first = FILM_SORTS[sort]
    statement = queries._films_select().add_columns(by.label("by"))
    statement = statement.having(func.count(ReviewRow.id) >= max(1, wanted.at_least))
    if wanted.query:
        statement = statement.where(queries._matches(wanted.query))
    if wanted.year is not None:
        statement = statement.where(FilmRow.year == wanted.year)
    if wanted.director:
        statement = statement.where(_names(FilmRow.directors, wanted.director))
    if wanted.actor:
        statement = statement.where(_names(FilmRow.actors, wanted.actor))
    if wanted.person:
        statement = statement.where(
            or_(_names(FilmRow.directors, wanted.person), _names(FilmRow.actors, wanted.person))
        )
    rows = _page(statement, highest_first, after, limit)
    with store.read() as connection:
        return [(queries._film(row), (row.by, row.id)) for row in connection.execute(rows)]


def _names(column: Any, name: str) -> ColumnElement[bool]:
    """Whether a column of names holds one, by its text as JSON."""
    return type_coerce(column, Text).contains(orjson.dumps(name).decode(), autoescape=True)


def _page(statement: Select[Any], highest_first: bool, after: After | None, limit: int) -> Select[Any]:
    """The rows of a statement that has columns `by` and `id`, in order, those behind a place."""
    inner = statement.subquery()
    rows = select(inner)
    if after is not None:
        beyond = inner.c.by < after[0] if highest_first else inner.c.by > after[0]
        rows = rows.where(or_(beyond, and_(inner.c.by == after[0], inner.c.id > after[1])))
    return rows.order_by(inner.c.by.desc() if highest_first else inner.c.by, inner.c.id).limit(limit)


def films_of(store: Store, ids: Collection[int]) -> dict[int, StoredFilm]:
    """Films by their ids; those that are not there, or were merged, are left out."""
    with store.read() as connection:
        rows = connection.execute(queries._films_select().where(FilmRow.id.in_(ids)))
        return {row.id: queries._film(row) for row in rows}


def reviews_page(
    store: Store, wanted: ReviewFilter, *, sort: str = "published", after: After | None = None, limit: int = 50
) -> list[tuple[StoredReview, After]]:
    """Reviews, the last or highest first, each with the place behind it; raises KeyError for an unknown sort."""
    by = REVIEW_SORTS[sort]
    statement = queries._reviews_select().add_columns(by.label("by")).where(_THERE)
    conditions: tuple[tuple[Any, Any], ...] = (
        (SiteRow.name, wanted.site),
        (ReviewRow.author, wanted.author),
        (ReviewRow.film_id, wanted.film_id),
        (ReviewRow.language, wanted.language),
    )
    for column, value in conditions:
        if value is not None:
            statement = statement.where(column == value)
    filled: tuple[tuple[Any, bool | None], ...] = (
        (ReviewRow.score, wanted.rated),
        (ReviewRow.film_id, _not(wanted.held)),
    )
    for column, is_filled in filled:
        if is_filled is not None:
            statement = statement.where(column.is_not(None) if is_filled else column.is_(None))
    if after is not None:
        statement = statement.where(or_(by < after[0], and_(by == after[0], ReviewRow.id < after[1])))
    with store.read() as connection:
        rows = connection.execute(statement.order_by(by.desc(), ReviewRow.id.desc()).limit(limit))
        return [(queries._review(row), (row.by, row.id)) for row in rows]


def _not(flag: bool | None) -> bool | None:
    return None if flag is None else not flag


def changes(store: Store, since: tuple[str, int] = ("", 0), *, limit: int = 100) -> list[StoredReview]:
    """Reviews by the moment of their last change, tombstones among them, from a moment and an id on.

    A transaction takes its moment while it holds the only writer's place, so that no later one can have an earlier
    moment; several may share a second, which is why a reader begins its last second again.
    """
    at, id = since
    behind = or_(ReviewRow.changed_at > at, and_(ReviewRow.changed_at == at, ReviewRow.id > id))
    statement = queries._reviews_select().where(behind).order_by(ReviewRow.changed_at, ReviewRow.id).limit(limit)
    with store.read() as connection:
        return [queries._review(row) for row in connection.execute(statement)]


def voices_beside(store: Store, *, site: str | None = None, author: str | None = None) -> list[Voice]:
    """All voices on the films that an outlet or an author reviewed, its own among them."""
    mine = select(ReviewRow.film_id).join_from(ReviewRow, SiteRow).where(_VOICE, ReviewRow.film_id.is_not(None))
    mine = mine.where(SiteRow.name == site) if site is not None else mine.where(ReviewRow.author == author)
    statement = queries._reviews_select().where(_THERE, ReviewRow.film_id.in_(mine))
    with store.read() as connection:
        return [queries._review(row).voice() for row in connection.execute(statement)]


def moments(store: Store, *, at_least: int = 2) -> dict[int, Moments]:
    """Count, sum and sum of squares of the scores of each film with at least so many."""
    score = ReviewRow.score
    statement = (
        select(ReviewRow.film_id, func.count(score), func.sum(score), func.sum(score * score))
        .where(_VOICE, score.is_not(None), ReviewRow.film_id.is_not(None))
        .group_by(ReviewRow.film_id)
        .having(func.count(score) >= at_least)
    )
    with store.read() as connection:
        rows = connection.execute(statement)
        return {film or 0: Moments(count, total or 0.0, squares or 0.0) for film, count, total, squares in rows}


def film_names(store: Store) -> Iterator[tuple[int, str, int | None, list[str], list[str], int]]:
    """Id, title, year, directors, actors and number of voices of each film that has one."""
    statement = (
        select(FilmRow.id, FilmRow.title, FilmRow.year, FilmRow.directors, FilmRow.actors, func.count(ReviewRow.id))
        .join_from(FilmRow, ReviewRow, and_(ReviewRow.film_id == FilmRow.id, _VOICE))
        .where(FilmRow.merged_into.is_(None))
        .group_by(FilmRow.id)
    )
    with store.read() as connection:
        for row in connection.execution_options(yield_per=queries.AT_ONCE).execute(statement):
            yield tuple(row)


def author_names(store: Store) -> list[tuple[str, int, str]]:
    """Each author with the number of reviews and one of the outlets, the busiest first."""
    number = func.count()
    statement = (
        select(ReviewRow.author, number, func.min(SiteRow.name))
        .join_from(ReviewRow, SiteRow)
        .where(_VOICE, ReviewRow.author.is_not(None))
        .group_by(ReviewRow.author)
        .order_by(number.desc(), ReviewRow.author)
    )
    with store.read() as connection:
        return [(author or "", count, site) for author, count, site in connection.execute(statement)]


def outlet_names(store: Store) -> list[tuple[str, int]]:
    """Each outlet with the number of its reviews, the busiest first."""
    number = func.count(ReviewRow.id)
    statement = (
        select(SiteRow.name, number)
        .join_from(SiteRow, ReviewRow, and_(ReviewRow.site_id == SiteRow.id, _THERE), isouter=True)
        .group_by(SiteRow.name)
        .order_by(number.desc(), SiteRow.name)
    )
    with store.read() as connection:
        return [(name, count) for name, count in connection.execute(statement)]


def state(store: Store) -> tuple[tuple[str, str], ...]:
    """What differs once something was written: the ids given out so far, and the scoring policy."""
    with store.read() as connection:
        ids = [(name, str(value)) for name, value in connection.execute(select(CounterRow.name, CounterRow.value))]
        policy = [(name, value) for name, value in connection.execute(select(SettingRow.name, SettingRow.value))]
    return tuple(sorted(ids + policy))


def policy(store: Store) -> str:
    """The scoring policy under which the scores stand."""
    with store.read() as connection:
        return connection.execute(select(SettingRow.value).where(SettingRow.name == "policy")).scalar() or DEFAULT
