"""The names that readers search by, each with how much is stored under it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import func, select

from aggregator.store.engine import Store
from aggregator.store.stat_tables import AuthorStatRow, FilmPersonRow, FilmStatRow, OutletStatRow
from aggregator.store.tables import FilmRow, SiteRow

AT_ONCE = 1_000
"""Rows fetched at once when streaming."""


def film_names(store: Store) -> Iterator[tuple[int, str, int]]:
    """Id, title and number of voices of each film that has one, the most first."""
    statement = (
        select(FilmRow.id, FilmRow.title, FilmStatRow.voices)
        .join_from(FilmStatRow, FilmRow, FilmStatRow.film_id == FilmRow.id)
        .where(FilmRow.merged_into.is_(None), FilmStatRow.voices > 0)
        .order_by(FilmStatRow.voices.desc(), FilmStatRow.film_id)
    )
    with store.read() as connection:
        for row in connection.execution_options(yield_per=AT_ONCE).execute(statement):
            yield row.id, row.title, row.voices


def people_names(store: Store) -> Iterator[tuple[str, int]]:
    """Directors and actors with the number of voices on their films, by name."""
    statement = (
        select(FilmPersonRow.name, FilmPersonRow.film_id, FilmStatRow.voices)
        .join_from(FilmPersonRow, FilmStatRow, FilmStatRow.film_id == FilmPersonRow.film_id)
        .order_by(FilmPersonRow.name, FilmPersonRow.film_id)
    )
    with store.read() as connection:
        rows = connection.execution_options(yield_per=AT_ONCE).execute(statement)
        for name, films in groupby(rows, key=lambda row: row.name):
            voices = sum({row.film_id: row.voices for row in films}.values())
            if voices:
                yield name, voices


def author_names(store: Store) -> Iterator[tuple[str, int]]:
    """Each author with the number of reviews, the most first."""
    statement = select(AuthorStatRow.author, AuthorStatRow.reviews)
    with store.read() as connection:
        ordered = statement.order_by(AuthorStatRow.reviews.desc(), AuthorStatRow.author.desc())
        for row in connection.execution_options(yield_per=AT_ONCE).execute(ordered):
            yield row.author, row.reviews


def outlet_names(store: Store) -> list[tuple[str, int]]:
    """Each outlet with the number of its reviews, the busiest first."""
    number = func.coalesce(OutletStatRow.reviews, 0)
    statement = select(SiteRow.name, number).outerjoin(OutletStatRow, OutletStatRow.site_id == SiteRow.id)
    with store.read() as connection:
        rows = connection.execute(statement.order_by(number.desc(), SiteRow.name))
        return [(name, count) for name, count in rows]
