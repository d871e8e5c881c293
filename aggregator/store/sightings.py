"""Stored reviews as evidence of a film: those that wait for one, and those that may have the wrong one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, exists, or_, select, update
from sqlalchemy.orm import aliased

from aggregator.store.tables import FilmRow, JudgementRow, ReviewRow
from aggregator.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Sighted:
    """What a stored review says of its film."""

    id: int
    key: str
    headline: str | None
    film_title: str
    film_year: int | None
    cast: tuple[str, ...]
    directors: tuple[str, ...]
    published: str | None
    film_ids: Mapping[str, str]
    film_id: int | None
    copy_of: int | None


def unsettled(writer: Writer, *, after: int, limit: int, provisional: bool, site_id: int | None) -> list[Sighted]:
    """Reviews with an id over `after` that are held, or whose film is provisional, in the order of their ids.

    With `site_id` only those of titles that this site has.
    """
    wanted: Any = ReviewRow.film_id.is_(None)
    if provisional:
        wanted = or_(wanted, exists().where(FilmRow.id == ReviewRow.film_id, FilmRow.provisional))
    statement = _select().where(wanted, ReviewRow.gone_at.is_(None), ReviewRow.id > after)
    if site_id is not None:
        other = aliased(ReviewRow)
        statement = statement.where(ReviewRow.title_key.in_(select(other.title_key).where(other.site_id == site_id)))
    return _sighted(writer, statement.order_by(ReviewRow.id).limit(limit))


def yearless(writer: Writer, keys: Sequence[str]) -> list[Sighted]:
    """Reviews of these titles that have a film and state no year."""
    films = select(FilmRow.id).where(FilmRow.title_key.in_(keys))
    statement = _select().where(ReviewRow.film_id.in_(films), ReviewRow.title_key.in_(keys))
    return _sighted(writer, statement.where(ReviewRow.film_year.is_(None)).order_by(ReviewRow.id))


def copies(writer: Writer, stories: Sequence[int]) -> list[Sighted]:
    """The reviews of these stories that are copies, and have another film than their original, or none is known."""
    first = aliased(ReviewRow)
    parted = or_(first.film_id.is_(None), ReviewRow.film_id.is_distinct_from(first.film_id))
    statement = _select().join(first, first.id == ReviewRow.copy_of)
    statement = statement.where(ReviewRow.story_id.in_(stories), ReviewRow.gone_at.is_(None), parted)
    return _sighted(writer, statement.order_by(ReviewRow.id))


def of_review(writer: Writer, review_id: int) -> Sighted:
    """One review; raises LookupError where there is none."""
    found = _sighted(writer, _select().where(ReviewRow.id == review_id))
    if not found:
        raise LookupError(f"there is no review {review_id}")
    return found[0]


def move(writer: Writer, sighted: Sighted, film_id: int | None, held: str | None) -> None:
    """Give a review another film, or let it wait."""
    writer.change("review", sighted.id, {"film_id": film_id, "held": held, "changed_at": writer.at})
    known = writer.cache["review"].get(sighted.key)
    if known is not None:
        known.film_id, known.held = film_id, held
    if sighted.film_id is not None:
        writer.cache["left film"].setdefault(sighted.film_id, film_id)


def merge_emptied(writer: Writer) -> None:
    """Merge provisional films that all their reviews have left in this transaction into the film that took them."""
    left: dict[int, int | None] = writer.cache.pop("left film", {})
    for film_id, into in left.items():
        if into is None:
            continue
        used: Iterable[Any] = (
            exists().where(ReviewRow.film_id == film_id),
            exists().where(JudgementRow.film_id == film_id, JudgementRow.ended_at.is_(None)),
        )
        statement = update(FilmRow).where(FilmRow.id == film_id, FilmRow.provisional, FilmRow.id != into)
        merged = writer.connection.execute(statement.where(*(~use for use in used)).values(merged_into=into))
        if merged.rowcount:
            writer.tally.tell("film", [film_id])
    if left:
        writer.cache["films"].clear()
        writer.cache["film"].clear()


def _select() -> Select[Any]:
    names = [name if name != "cast" else "actors" for name in Sighted.__dataclass_fields__]
    return select(*(getattr(ReviewRow, name) for name in names))


def _sighted(writer: Writer, statement: Select[Any]) -> list[Sighted]:
    found = []
    for row in writer.connection.execute(statement):
        values = dict(row._mapping)
        values["cast"] = tuple(values.pop("actors"))
        found.append(Sighted(**values | {"directors": tuple(row.directors)}))
    return found
