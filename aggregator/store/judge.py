"""What people decide about identity: who, when and why; a decision is never changed, only ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, delete, insert, select, update

from aggregator.store import films, sightings
from aggregator.store.engine import Store
from aggregator.store.tables import Base, FilmRow, FilmTitleRow, JudgementRow, ReviewRow
from aggregator.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision."""

    id: int
    kind: str  # link, unlink, merge
    review_key: str | None
    film_id: int
    into_id: int | None  # merge: the film that stays
    moved: Mapping[str, Any] | None  # merge: {"reviews": [ids], "keys": [title keys]}
    who: str
    why: str | None
    at: str
    ended_at: str | None
    ended_by: str | None
    ended_why: str | None


class JudgementError(ValueError):
    """A decision that cannot be taken; the message is one line."""


def link(store: Store, review_id: int, film_id: int, *, who: str, why: str | None = None) -> Judgement:
    """This review is about this film, whatever matching says, now and after every later crawl."""
    with store.write() as writer:
        sighted = _review(writer, review_id)
        film = _film(writer, film_id)
        _end_where(
            writer, "another link was made", who, JudgementRow.review_key == sighted.key, JudgementRow.kind == "link"
        )
        _end_where(
            writer,
            "the film was linked",
            who,
            JudgementRow.review_key == sighted.key,
            JudgementRow.kind == "unlink",
            JudgementRow.film_id == film.id,
        )
        made = _decide(writer, "link", film.id, who, why, review_key=sighted.key)
        sightings.move(writer, sighted, film.id, None)
    return made


def unlink(store: Store, review_id: int, *, who: str, why: str | None = None) -> Judgement:
    """This review is not about the film that it has: it waits for another. Raises JudgementError where it has none."""
    with store.write() as writer:
        sighted = _review(writer, review_id)
        if sighted.film_id is None:
            raise JudgementError(f"review {review_id} has no film")
        _end_where(writer, "it was unlinked", who, JudgementRow.review_key == sighted.key, JudgementRow.kind == "link")
        made = _decide(writer, "unlink", sighted.film_id, who, why, review_key=sighted.key)
        sightings.move(writer, sighted, None, f"unlinked by {who}")
    return made


def merge(store: Store, film_id: int, into_id: int, *, who: str, why: str | None = None) -> Judgement:
    """Two films are one: the first one's reviews, titles and ids go to the second, and its number leads there.

    Raises JudgementError for a film merged into itself, directly or round a circle.
    """
    with store.write() as writer:
        gone, stays = _film(writer, film_id), _film(writer, into_id)
        if gone.id == stays.id:
            raise JudgementError(f"film {film_id} and film {into_id} are one already")
        films.complete_film(writer, stays, films.Facts(gone.year, gone.directors, gone.actors))
        writer.flush()
        run = writer.connection.execute
        here = select(FilmTitleRow.key).where(FilmTitleRow.film_id == stays.id)
        keys = run(
            select(FilmTitleRow.key).where(FilmTitleRow.film_id == gone.id, FilmTitleRow.key.not_in(here))
        ).scalars()
        reviews = run(select(ReviewRow.id).where(ReviewRow.film_id == gone.id).order_by(ReviewRow.id)).scalars()
        moved: dict[str, list[Any]] = {"reviews": list(reviews), "keys": sorted(keys)}
        made = _decide(writer, "merge", gone.id, who, why, into_id=stays.id, moved=moved)
        for key in moved["keys"]:
            writer.add("film_title", {"key": key, "film_id": stays.id})
        run(update(FilmRow).where(FilmRow.id == gone.id).values(merged_into=stays.id))
        writer.tally.tell("film", [gone.id])
        mine = ReviewRow.film_id == gone.id
        with writer.recounting(mine):
            run(update(ReviewRow).where(mine).values(film_id=stays.id, changed_at=writer.at))
    return made


def split(store: Store, review_ids: Sequence[int], *, who: str, why: str | None = None) -> int:
    """These reviews are about another film than the one that they share: it is made anew, and they are linked to it.

    Gives its id. Raises JudgementError where the reviews have no film, or not the same one.
    """
    with store.write() as writer:
        sighted = [_review(writer, id) for id in review_ids]
        if len({one.film_id for one in sighted}) != 1 or sighted[0].film_id is None:
            raise JudgementError("a split needs reviews of one and the same film")
        first = sighted[0]
        year = next((one.film_year for one in sighted if one.film_year), None)
        names = next((one.directors for one in sighted if one.directors), ())
        old = _film(writer, first.film_id or 0)
        key = writer.connection.execute(select(FilmRow.title_key).where(FilmRow.id == old.id)).scalar_one()
        new = films.add_film(writer, first.film_title, [key], films.Facts(year, names))
        writer.flush()
        for one in sighted:
            _end_where(
                writer, "the film was split", who, JudgementRow.review_key == one.key, JudgementRow.kind == "link"
            )
            _decide(writer, "link", new.id, who, why, review_key=one.key)
            sightings.move(writer, one, new.id, None)
    return new.id


def end(store: Store, judgement_id: int, *, who: str, why: str | None = None) -> Judgement:
    """Take a decision back: a merged film stands on its own again, and gets back the reviews that were its own.

    A link or unlink only ends; `aggregator.ingest.retry` then looks for the film anew. Raises JudgementError where
    there is no such decision, or it has ended.
    """
    with store.write() as writer:
        query = select(JudgementRow.__table__).where(JudgementRow.id == judgement_id)
        row = writer.connection.execute(query).first()
        if row is None or row.ended_at is not None:
            raise JudgementError(f"there is no judgement {judgement_id} to end")
        _end_where(writer, why, who, JudgementRow.id == judgement_id)
        if row.kind == "merge":
            _unmerge(writer, row)
        elif row.kind == "link":
            linked = and_(ReviewRow.key == row.review_key, ReviewRow.film_id == row.film_id)
            held = {"film_id": None, "held": "its link was ended", "changed_at": writer.at}
            with writer.recounting(linked):
                writer.connection.execute(update(ReviewRow).where(linked).values(held))
        return _judgement(writer, judgement_id)


def _unmerge(writer: Writer, row: Any) -> None:
    """Give back what a merge moved, as far as it has not moved on since."""
    run = writer.connection.execute
    run(update(FilmRow).where(FilmRow.id == row.film_id).values(merged_into=None))
    titles = Base.metadata.tables["film_title"]
    for key in row.moved["keys"]:
        run(delete(titles).where(titles.c.key == key, titles.c.film_id == row.into_id))
    writer.tally.name_words([row.into_id])
    writer.tally.tell("film", [row.film_id])
    for id in row.moved["reviews"]:
        mine = and_(ReviewRow.id == id, ReviewRow.film_id == row.into_id)
        with writer.recounting(mine):
            run(update(ReviewRow).where(mine).values(film_id=row.film_id, changed_at=writer.at))


def judgements(store: Store, *, ended: bool = False) -> list[Judgement]:
    """All decisions that stand, newest first; with `ended` those that ended too."""
    statement = select(JudgementRow.__table__).order_by(JudgementRow.id.desc())
    if not ended:
        statement = statement.where(JudgementRow.ended_at.is_(None))
    with store.read() as connection:
        return [Judgement(**row._mapping) for row in connection.execute(statement)]


def _decide(writer: Writer, kind: str, film_id: int, who: str, why: str | None, **what: Any) -> Judgement:
    id = writer.new_id("judgement")
    row = {
        "id": id,
        "kind": kind,
        "review_key": None,
        "into_id": None,
        **what,
        "film_id": film_id,
        "who": who,
        "why": why,
    }
    row |= {"at": writer.at, "ended_at": None, "ended_by": None, "ended_why": None}
    writer.flush()
    writer.connection.execute(insert(Base.metadata.tables["judgement"]), [row])
    return _judgement(writer, id)


def _judgement(writer: Writer, id: int) -> Judgement:
    row = writer.connection.execute(select(JudgementRow.__table__).where(JudgementRow.id == id)).one()
    return Judgement(**row._mapping)


def _end_where(writer: Writer, why: str | None, who: str, *which: Any) -> None:
    statement = update(JudgementRow).where(JudgementRow.ended_at.is_(None), *which)
    writer.connection.execute(statement.values(ended_at=writer.at, ended_by=who, ended_why=why))


def _review(writer: Writer, review_id: int) -> sightings.Sighted:
    try:
        return sightings.of_review(writer, review_id)
    except LookupError as error:
        raise JudgementError(str(error)) from None


def _film(writer: Writer, film_id: int) -> films.KnownFilm:
    try:
        return films.film(writer, film_id)
    except LookupError as error:
        raise JudgementError(str(error)) from None
