"""Reading for the pages and the API: lists that go on after a cursor, figures of outlets, names to search."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Integer, Select, bindparam, exists, func, literal_column, select, text

from aggregator.compare import Moments, Ranked
from aggregator.store.engine import Store
from aggregator.store.rows import StoredFilm, StoredReview
from aggregator.store.scales import DEFAULT
from aggregator.store.selects import (
    THERE,
    among,
    film_of,
    films_select,
    published,
    review_of,
    reviews_select,
    score,
)
from aggregator.store.stat_tables import (
    LISTS,
    PLACES,
    AuthorStatRow,
    ChangeRow,
    FilmPersonRow,
    FilmRankRow,
    FilmStatRow,
    OutletStatRow,
)
from aggregator.store.tables import CounterRow, FilmRow, ReviewRow, SettingRow, SiteRow
from aggregator.store.titled import Titled, titled

MILLIONTHS = 1_000_000
_SITE_ID = select(SiteRow.id).where(SiteRow.name == bindparam("its_site")).scalar_subquery()
_LAST_REVIEW = select(func.max(ReviewRow.id))
_POLICY = select(SettingRow.value).where(SettingRow.name == "policy")
_COUNTS = select(
    func.sum(OutletStatRow.reviews),
    func.sum(OutletStatRow.voices),
    func.sum(OutletStatRow.held),
    func.count(),
    select(func.count()).where(FilmStatRow.voices > 0).scalar_subquery(),
    select(func.count()).select_from(AuthorStatRow).scalar_subquery(),
).select_from(OutletStatRow)
_STATE = select(CounterRow.name, CounterRow.value).where(CounterRow.name.in_(("change", "site")))

_FILMS = films_select().where(among(FilmRow.id, "ids"))
_RANKED = _FILMS.add_columns(FilmStatRow.total, FilmStatRow.squares, FilmStatRow.best, FilmStatRow.divisive)

After = tuple[str | float | int, int]
"""Where a list goes on: the last row's value of the sorted column, and its id."""

FEW = 4_000
"""Films up to which those of a filter are looked up and sorted; more are met soon enough in the order of the list."""
COMMON = 8
"""Voices that so many films have that these are met soon enough in any order."""
NEAR = 2_000
"""Reviews among which the films reviewed last are looked for first."""
FILM_SORTS: dict[str, tuple[Any, bool]] = {  # what is sorted by, never NULL; whether the highest is first
    "voices": (FilmStatRow.voices, True),
    "mean": (FilmStatRow.mean, True),
    "best": (FilmStatRow.best, True),
    "divisive": (FilmStatRow.divisive, True),
    "newest": (FilmStatRow.newest, True),
    "title": (FilmRow.title_key, False),
    "year": (literal_column("coalesce(film.year, 0)"), True),
}
REVIEW_VALUES = ("site", "author", "film_id", "language")
REVIEW_SORTS: dict[str, Any] = {"published": published, "stored": ReviewRow.id, "score": score}  # the highest first


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
    copies: bool | None = None  # whether it repeats another's text


def counts(store: Store) -> Counts:
    """What is stored, from kept figures; remembered until something is written."""
    with store.at_once():
        moment = state(store)
        known = store.remembered.get("counts")
        if known is None or known[0] != moment:
            with store.read() as connection:
                numbers = [int(number or 0) for number in connection.execute(_COUNTS).one()]
            reviews, voices, held, sites, films, authors = numbers
            known = store.remembered["counts"] = moment, Counts(films, reviews, reviews - voices, held, sites, authors)
    return cast("Counts", known[1])


def films_page(
    store: Store, wanted: FilmFilter, *, sort: str = "voices", after: After | None = None, limit: int = 50
) -> list[tuple[StoredFilm, After]]:
    """Films that have a voice, each with the place behind it; raises KeyError for a sort not in FILM_SORTS."""
    with store.read() as connection:
        rows = _places(connection, wanted, sort, after, limit)
        films = _films(connection, [film_id for film_id, _ in rows])
    return [(films[film_id], (value, film_id)) for film_id, value in rows if film_id in films]


def _places(connection: Connection, wanted: FilmFilter, sort: str, after: After | None, limit: int) -> Sequence[Any]:
    """Which films stand in a part of a list, each with what it is sorted by."""
    by, is_highest_first = FILM_SORTS[sort]
    enough = FilmStatRow.voices >= max(1, wanted.at_least)
    parts = list(_parts(wanted, FilmStatRow.film_id))
    if wanted.at_least > COMMON:
        parts.append(Titled(_many_voices(wanted.at_least), enough))
    few, holds = [], [enough]
    for part in parts:
        if (number := _counted(connection, part.ids)) <= FEW:
            few.append(part.ids.limit(number))  # PostgreSQL guesses many, and reads all films
        else:
            holds.append(part.holds)
    if few:
        by, id = func.coalesce(by, by), FilmStatRow.film_id  # those few are sorted: no index is walked
        places = _sorted_by(sort, by).where(*(id.in_(ids) for ids in few), *holds)
    elif sort == "newest":
        return _newest(connection, wanted, after, limit)
    else:
        id = FilmRow.id if sort in ("title", "year") else FilmStatRow.film_id
        places = _sorted_by(sort, by).where(*holds)
        if sort in PLACES:
            places = _walked(places, sort, after)
    return connection.execute(_behind(places, by, id, after, is_highest_first).limit(limit)).all()


def _from_place(list: str, sign: str, figure: float) -> Any:
    """Whether a film stands above, or not below, the place in a list that has this figure."""
    kind = "BIGINT" if list == "voices" else "DOUBLE PRECISION"
    place = PLACES[list].format(f"CAST(:figure AS {kind})")
    return text(f"film_rank.place {sign} {place}").bindparams(figure=figure)


def _many_voices(at_least: int) -> Select[Any]:
    """The films with so many voices, and some with a few less."""
    return select(FilmRankRow.film_id).where(FilmRankRow.list == LISTS["voices"], _from_place("voices", ">=", at_least))


def _walked(places: Select[Any], list: str, after: After | None) -> Select[Any]:
    """Films in the order of their places in a list, from that of the last one on: those of one are sorted together."""
    places = places.join(FilmRankRow, FilmRankRow.film_id == FilmStatRow.film_id).where(FilmRankRow.list == LISTS[list])
    if after is not None:
        places = places.where(_from_place(list, "<=", float(after[0])))
    return places.order_by(FilmRankRow.place.desc())


def _sorted_by(sort: str, by: Any) -> Select[Any]:
    places = select(FilmStatRow.film_id, by.label("by"))
    if sort in ("title", "year"):
        places = places.join_from(FilmRow, FilmStatRow, FilmStatRow.film_id == FilmRow.id)
    return places


def _newest(connection: Connection, wanted: FilmFilter, after: After | None, limit: int) -> list[Any]:
    """Films by their last review: reviews one after the other, as far as they are the last of their film."""
    film: Any = ReviewRow.film_id
    enough = FilmStatRow.voices >= max(1, wanted.at_least)
    is_last = exists().where(FilmStatRow.film_id == film, FilmStatRow.newest == ReviewRow.id, enough)
    places = select(film, ReviewRow.id).where(is_last, *(part.holds for part in _parts(wanted, film)))
    top = int(after[0]) if after is not None else (connection.execute(_LAST_REVIEW).scalar() or 0) + 1
    for least in (top - NEAR, 0):  # most often the last few hold enough
        some = places.where(ReviewRow.id < top, ReviewRow.id >= least)
        rows = connection.execute(some.order_by(ReviewRow.id.desc()).limit(limit)).all()
        if len(rows) == limit:
            break
    return list(rows)


def _counted(connection: Connection, statement: Select[Any]) -> int:
    """How many rows there are; more than FEW are one more."""
    counted = select(func.count()).select_from(statement.limit(FEW + 1).subquery())
    return int(connection.execute(counted).scalar_one())


def _parts(wanted: FilmFilter, film_id: Any) -> Iterator[Titled]:
    """What each part of a filter asks of films, known by their ids, but for `at_least`."""
    if wanted.query and wanted.query.strip():
        yield titled(wanted.query, film_id)
    if wanted.year is not None:
        year: ColumnElement[int] = literal_column("coalesce(film.year, 0)")
        film = FilmRow.__table__.alias()
        is_of_year = exists().where(film.c.id == film_id, film.c.year == wanted.year)
        yield Titled(select(FilmRow.id).where(year == wanted.year), is_of_year)
    person = FilmPersonRow.__table__.alias()
    for name, role in ((wanted.director, "director"), (wanted.actor, "actor"), (wanted.person, None)):
        if name:
            is_named = [person.c.name == name] + ([person.c.role == role] if role else [])
            ids = select(person.c.film_id).distinct().where(*is_named)
            yield Titled(ids, exists().where(person.c.film_id == film_id, *is_named))


def _behind(places: Select[Any], by: Any, id: Any, after: After | None, is_highest_first: bool) -> Select[Any]:
    """The places behind one, in order: the first condition is one that an index serves, the second is exact."""
    if after is not None:
        value, last = after
        if is_highest_first:
            places = places.where(by <= value, (by < value) | (id < last))
        else:
            places = places.where(by >= value, (by > value) | (id > last))
    return places.order_by(by.desc(), id.desc()) if is_highest_first else places.order_by(by, id)


def _films(connection: Connection, ids: Collection[int]) -> dict[int, StoredFilm]:
    rows = connection.execute(_FILMS, {"ids": list(ids)}).all() if ids else []
    return {row[0]: film_of(row) for row in rows}


def films_of(store: Store, ids: Collection[int]) -> dict[int, StoredFilm]:
    """Films by their ids; those that are not there, or were merged, are left out."""
    with store.read() as connection:
        return _films(connection, ids)


def ranking(
    store: Store, sort: str, *, at_least: int, wanted: FilmFilter | None = None, limit: int
) -> list[tuple[StoredFilm, Ranked]]:
    """The films that are "best" or most "divisive", of those with so many scores."""
    chosen = replace(wanted or FilmFilter(), at_least=at_least)
    with store.read() as connection:
        ids = [film_id for film_id, _ in _places(connection, chosen, sort, None, limit)]
        rows = {row.id: row for row in connection.execute(_RANKED, {"ids": ids}).all()} if ids else {}
    found = []
    for row in (rows[id] for id in ids if id in rows):
        if row.scored >= at_least:
            moments = Moments(row.scored, row.total / MILLIONTHS, row.squares / MILLIONTHS)
            spread = None if moments.variance is None else math.sqrt(moments.variance)
            by = row.best if sort == "best" else math.sqrt(row.divisive)
            found.append((film_of(row), Ranked(row.id, row.scored, moments.mean or 0.0, spread, by)))
    return found


def reviews_page(
    store: Store, wanted: ReviewFilter, *, sort: str = "published", after: After | None = None, limit: int = 50
) -> list[tuple[StoredReview, After]]:
    """Reviews, the last or highest first, each with the place behind it; raises KeyError for an unknown sort."""
    given = {name: getattr(wanted, name) for name in REVIEW_VALUES if getattr(wanted, name) is not None}
    shape = tuple(getattr(wanted, name) for name in ("rated", "held", "copies"))
    statement = _reviews(sort, frozenset(given), *shape, is_behind=after is not None)
    asked: dict[str, Any] = {f"its_{name}": value for name, value in given.items()}
    if after is not None:
        asked |= {"value": after[0], "last": after[1]}
    with store.read() as connection:
        rows = connection.execute(statement, asked | {"limit": limit}).all()
    return [(review_of(row), (row.by, row.id)) for row in rows]


@cache
def _reviews(
    sort: str, given: frozenset[str], rated: bool | None, held: bool | None, copies: bool | None, *, is_behind: bool
) -> Select[Any]:
    """The statement for one kind of list: to put it together takes longer than to run it."""
    by, limit = REVIEW_SORTS[sort], bindparam("limit", type_=Integer)
    wanted = [THERE, *_conditions(sort, given, rated, held, copies)]
    if is_behind:
        value: Any = bindparam("value")
        wanted += [by <= value, (by < value) | (ReviewRow.id < bindparam("last"))]
    if held and sort == "stored":  # no index has them in this order: their ids alone are sorted
        wanted = [ReviewRow.id.in_(select(ReviewRow.id).where(*wanted).order_by(ReviewRow.id.desc()).limit(limit))]
    statement = reviews_select().add_columns(by.label("by")).where(*wanted)
    if held and sort != "stored":  # PostgreSQL walks an index in order only where the order names what is equal
        statement = statement.order_by(ReviewRow.film_id.desc())
    return statement.order_by(by.desc(), ReviewRow.id.desc()).limit(limit)


def _conditions(
    sort: str, given: frozenset[str], rated: bool | None, held: bool | None, copies: bool | None
) -> Iterator[ColumnElement[bool]]:
    """What reviews have to be, in words that lead each database to the right index."""
    language: Any = ReviewRow.language
    if sort == "stored":  # those stored last are met soon enough, in any language
        language = func.coalesce(language, "")
    if "site" in given:
        yield ReviewRow.site_id == _SITE_ID
    for name, column in (("author", ReviewRow.author), ("film_id", ReviewRow.film_id), ("language", language)):
        if name in given:
            yield column == bindparam(f"its_{name}")
    if rated is not None and sort == "score":
        yield score >= 0 if rated else score < 0
    elif rated is not None:
        yield ReviewRow.score.is_not(None) if rated else ReviewRow.score.is_(None)
    if held is not None:
        yield ReviewRow.film_id.is_(None) if held else ReviewRow.film_id.is_not(None)
    if copies is not None:
        yield ReviewRow.copy_of.is_not(None) if copies else ReviewRow.copy_of.is_(None)


@dataclass(frozen=True, slots=True)
class Change:
    """The last change of one review or film; what it is about is None where it was taken down."""

    seq: int
    kind: str  # review, film
    id: int
    review: StoredReview | None = None  # with `gone_at`: a tombstone
    film: StoredFilm | None = None
    merged_into: int | None = None  # the film that a film was merged into


def changes(store: Store, since: int = 0, *, limit: int = 100) -> list[Change]:
    """What changed after a change's number, each review and film once, at its last change, in order."""
    statement = select(ChangeRow.seq, ChangeRow.kind, ChangeRow.id).where(ChangeRow.seq > since)
    with store.read() as connection:
        rows = connection.execute(statement.order_by(ChangeRow.seq).limit(limit)).all()
        ids = {kind: [row.id for row in rows if row.kind == kind] for kind in ("review", "film")}
        found = connection.execute(reviews_select().where(among(ReviewRow.id, ids["review"])))
        reviews = {row.id: review_of(row) for row in found}
        films = _films(connection, ids["film"])
        into = select(FilmRow.id, FilmRow.merged_into).where(among(FilmRow.id, ids["film"]))
        merged = dict(connection.execute(into).all())
    return [
        Change(seq, kind, id, reviews.get(id))
        if kind == "review"
        else Change(seq, kind, id, film=films.get(id), merged_into=merged.get(id))
        for seq, kind, id in rows
    ]


def state(store: Store) -> tuple[object, ...]:
    """What differs once something that readers see was written: the number of the last change, and of the last site."""
    with store.read() as connection:
        return tuple(sorted(connection.execute(_STATE).all()))


def policy(store: Store) -> str:
    """The scoring policy under which the scores stand."""
    with store.read() as connection:
        return connection.execute(_POLICY).scalar() or DEFAULT
