"""What of a film and a review is selected, and the rows as records: shared by all reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Dialect,
    Select,
    Text,
    TypeDecorator,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from aggregator.store.rows import Claims, Revision, StoredFilm, StoredReview
from aggregator.store.stat_tables import FilmStatRow
from aggregator.store.tables import PUBLISHED, SCORE, FilmRow, ReviewRow, SiteRow
from aggregator.values.rating import Rating
from aggregator.values.verdict import Verdict

REVIEW_NAMES = (
    *("id", "url", "headline", "film_title", "film_year", "author", "published", "language"),
    *("rating_raw", "rating_value", "rating_best", "rating_worst", "rating_style", "scale_source", "score", "policy"),
    *("verdict", "verdict_label", "verdict_explicit", "actors", "directors", "disputed", "complete", "words"),
    *("film_id", "held", "story_id", "copy_of", "quotes", "gone_at", "first_seen", "changed_at", "checked_at"),
)
FILM_WIDTH = 12
"""Columns of `films_select`."""
THERE = ReviewRow.gone_at.is_(None)
VOICE = (THERE, ReviewRow.copy_of.is_(None))
OF_FILM = ReviewRow.film_id.is_not(None)
published: ColumnElement[str] = literal_column(PUBLISHED.replace("published", "review.published"))
score: ColumnElement[float] = literal_column(SCORE.replace("score", "review.score"))
"""What reviews are listed by, in the words of the indexes."""


def films_select() -> Select[Any]:
    """All films that were not merged, with the figures of their voices."""
    scored = select(ReviewRow.score).where(ReviewRow.film_id == FilmRow.id, *VOICE, score >= 0).limit(1)
    scored = scored.correlate(FilmRow)
    return (
        select(
            FilmRow.id,
            FilmRow.title,
            FilmRow.year,
            FilmRow.directors,
            FilmRow.actors,
            FilmRow.ids,
            FilmRow.provisional,
            func.coalesce(FilmStatRow.voices, 0).label("voices"),
            func.coalesce(FilmStatRow.scored, 0).label("scored"),
            FilmStatRow.mean,
            scored.order_by(score).scalar_subquery().label("lowest"),
            scored.order_by(score.desc()).scalar_subquery().label("highest"),
        )
        .join_from(FilmRow, FilmStatRow, FilmStatRow.film_id == FilmRow.id, isouter=True)
        .where(FilmRow.merged_into.is_(None))
    )


def film_of(row: Any) -> StoredFilm:
    """A row of `films_select`."""
    id, title, year, directors, actors, ids, provisional, voices, scored, mean, lowest, highest = row[:FILM_WIDTH]
    return StoredFilm(
        *(id, title, year, tuple(directors), tuple(actors), ids, bool(provisional), voices, scored),
        *(mean if scored else None, lowest, highest),
    )


def reviews_select() -> Select[Any]:
    """All reviews with their outlet, also those that are gone."""
    columns = [getattr(ReviewRow, name) for name in REVIEW_NAMES]
    return select(*columns, SiteRow.name.label("site")).join_from(ReviewRow, SiteRow)


def review_of(row: Any, claims: Claims = ()) -> StoredReview:
    """A row of `reviews_select`: REVIEW_NAMES and the outlet's name; more columns may follow."""
    id, url, headline, film_title, film_year, author, published, language = row[:8]
    raw, value, best, worst, style, scale_source, score, policy = row[8:16]
    text, label, explicit, actors, directors, disputed, complete, words = row[16:24]
    film_id, held, story_id, copy_of, quotes, gone_at, first_seen, changed_at, checked_at, site = row[24:34]
    return StoredReview(
        *(id, url, site, headline, film_title, film_year, author, published, language),
        None if raw is None else Rating(raw, value, best, worst, style, scale_source),
        score,
        policy,
        None if text is None else Verdict(text, bool(explicit), label),
        tuple(actors),
        tuple(directors),
        tuple(disputed),
        bool(complete),
        words,
        film_id,
        held,
        story_id,
        copy_of,
        quotes,
        gone_at,
        first_seen,
        changed_at,
        checked_at,
        claims,
    )


def revision_of(row: Any) -> Revision:
    """A row of the table of revisions."""
    changes = {name: (old, new) for name, (old, new) in row.changes.items()}
    return Revision(row.id, row.review_id, row.at, row.cause, changes, row.reader, row.run_id)


class Ids(TypeDecorator[Any]):
    """Whole numbers as one value, in the words in which each database takes a list apart."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Iterable[int] | None, dialect: Dialect) -> str:
        """Numbers to a JSON array (SQLite), or an array of PostgreSQL; None is the empty one."""
        opening, closing = "[]" if dialect.name == "sqlite" else "{}"
        return f"{opening}{','.join(str(int(one)) for one in value or ())}{closing}"


class among(FunctionElement[bool]):
    """Whether a column is one of many numbers: `ids` is their parameter, or the numbers themselves.

    A list of any length is one value, and so one statement to prepare and plan.
    """

    type = Boolean()
    inherit_cache = True

    def __init__(self, column: Any, ids: str | Iterable[int]) -> None:
        name, value = (ids, None) if isinstance(ids, str) else (None, list(ids))
        super().__init__(column, bindparam(name, value, type_=Ids(), required=value is None, unique=name is None))

    def self_group(self, against: Any = None) -> Any:  # noqa: ARG002
        """A condition as it stands: `= 1` behind it would keep SQLite from its indexes."""
        return self


@compiles(among, "sqlite")
def _among_json(element: Any, compiler: Any, **how: Any) -> str:
    column, ids = (compiler.process(clause, **how) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"


@compiles(among, "postgresql")
def _among_array(element: Any, compiler: Any, **how: Any) -> str:
    column, ids = (compiler.process(clause, **how) for clause in element.clauses)
    return f"{column} = ANY (CAST({ids} AS BIGINT[]))"


def of_host(column: Any, host: str, dialect: str) -> ColumnElement[bool]:
    """Whether a URL key is one of this host."""
    return or_(column == host, *(begins(column, host + mark, dialect) for mark in "/?"))


def begins(column: Any, start: str, dialect: str) -> ColumnElement[bool]:
    """Whether a key begins so; in SQLite as a range, which an index answers and LIKE is not."""
    if dialect != "sqlite":
        return column.startswith(start, autoescape=True)  # type: ignore[no-any-return]
    return and_(column >= start, column < start[:-1] + chr(ord(start[-1]) + 1))
