"""Whole tables, streamed: memory stays flat however much there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Select, select

from aggregator.store.engine import Store
from aggregator.store.read_outlets import Author, author_of
from aggregator.store.rows import Claims, Revision, StoredFilm
from aggregator.store.selects import REVIEW_NAMES, film_of, films_select, reviews_select, revision_of
from aggregator.store.stat_tables import AuthorStatRow, FilmStatRow
from aggregator.store.tables import EvidenceRow, FilmRow, ReviewRow, RevisionRow

AT_ONCE = 1_000
"""Rows fetched at once."""
COLUMNS = (*REVIEW_NAMES, "site")
"""What `review_rows` gives of each review."""


def _streamed(store: Store, statement: Select[Any], at_once: int = AT_ONCE) -> Iterator[Any]:
    with store.read() as connection:
        yield from connection.execution_options(yield_per=at_once).execute(statement)


def changed_reviews(statement: Select[Any], since: str | None) -> Select[Any]:
    """Only reviews that changed since a moment, the gone ones among them; without one, all that are there."""
    return statement.where(ReviewRow.gone_at.is_(None) if since is None else ReviewRow.changed_at >= since)


def review_rows(store: Store, *, changed_since: str | None, at_once: int) -> Iterator[Sequence[Sequence[Any]]]:
    """Reviews as plain rows of COLUMNS, so many at a time: the way for bulk."""
    statement = changed_reviews(reviews_select(), changed_since).order_by(ReviewRow.id)
    with store.read() as connection:
        yield from connection.execution_options(yield_per=at_once).execute(statement).partitions()


def films(store: Store, *, changed_since: str | None = None) -> Iterator[StoredFilm]:
    """The films that have a voice, by id; or those of which a review changed."""
    statement = films_select().where(FilmStatRow.voices > 0).order_by(FilmRow.id)
    if changed_since is not None:
        statement = statement.where(FilmRow.id.in_(changed_reviews(select(ReviewRow.film_id), changed_since)))
    yield from map(film_of, _streamed(store, statement))


def revisions(store: Store, *, since: str | None = None) -> Iterator[Revision]:
    """All changes of reviews, or those since a moment."""
    statement = select(RevisionRow.__table__).order_by(RevisionRow.id)
    if since is not None:
        statement = statement.where(RevisionRow.at >= since)
    yield from map(revision_of, _streamed(store, statement))


def claims(store: Store, *, changed_since: str | None = None) -> Iterator[tuple[int, Claims]]:
    """Each review's id with its claims, chosen and lost."""
    statement = select(EvidenceRow.review_id, EvidenceRow.claims).join(ReviewRow, ReviewRow.id == EvidenceRow.review_id)
    for id, found in _streamed(store, changed_reviews(statement, changed_since).order_by(EvidenceRow.review_id)):
        yield id, tuple(found)


def authors(store: Store) -> Iterator[Author]:
    """All names that voices are signed with."""
    yield from map(author_of, _streamed(store, select(AuthorStatRow.__table__).order_by(AuthorStatRow.author)))
