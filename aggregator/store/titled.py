"""Films by words of their titles: through an index of words where they are few, film by film where they are many."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, literal, or_, select

from aggregator.store.stat_tables import FilmWordRow
from aggregator.store.tables import FilmRow, FilmTitleRow
from aggregator.values.title_keys import title_key

WITH_YEAR = re.compile(r"(.+?)[\s,]*\(?((?:18|19|20)\d\d)\)?")
LAST = "\U0010ffff"
"""Sorts behind every letter."""


class Titled(NamedTuple):
    """Which films answer to some words, in two forms."""

    ids: Select[Any]  # those films
    holds: ColumnElement[bool]  # whether a film, known by its id, is one of them


def titled(query: str, film_id: Any) -> Titled:
    """Films whose titles hold the words in this order, the last one as far as it is typed.

    With a year at the end also films of that year that answer to the words before it.
    """
    found = _by_key(title_key(query), film_id)
    parts = WITH_YEAR.fullmatch(query.strip())
    if parts is None:
        return found
    words = _by_key(title_key(parts[1]), film_id)
    year = int(parts[2])
    of_year = words.ids.join(FilmRow, FilmRow.id == words.ids.selected_columns[0]).where(FilmRow.year == year)
    is_of_year = exists().where(FilmRow.id == film_id, FilmRow.year == year)
    both = found.ids.union(of_year).subquery()
    return Titled(select(both.c[0]), or_(found.holds, and_(words.holds, is_of_year)))


def matches(query: str) -> ColumnElement[bool]:
    """Whether a film is one of these."""
    return FilmRow.id.in_(titled(query, FilmRow.id).ids)


def has_key(key: str) -> ColumnElement[bool]:
    """Whether a film is known under this very title key."""
    return FilmRow.id.in_(select(FilmTitleRow.film_id).where(FilmTitleRow.key == key))


def _by_key(key: str, film_id: Any) -> Titled:
    title = FilmTitleRow.__table__.alias()
    if key.isascii():
        holds = (literal(" ") + title.c.key).contains(f" {key}", autoescape=True)
    else:
        holds = title.c.key.contains(key, autoescape=True)  # not all writing puts spaces between words
    is_held = exists().where(title.c.film_id == film_id, holds)
    words = key.split()
    if not key.isascii() or not words:
        return Titled(select(title.c.film_id).where(holds), is_held)
    *whole, begun = words
    word = FilmWordRow.word
    led = word == max(whole, key=len) if whole else and_(word >= begun, word < begun + LAST)
    ids = select(FilmWordRow.film_id).distinct().where(led)
    if whole:
        ids = ids.where(exists().where(title.c.film_id == FilmWordRow.film_id, holds))
    return Titled(ids, is_held)
