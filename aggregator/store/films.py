"""The films that are known: looked up by title key or foreign id, added, and completed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import select

from aggregator.store.tables import FilmLinkRow, FilmRow, FilmTitleRow, JudgementRow, ReviewRow
from aggregator.store.writer import Writer

CHUNK = 500
"""Keys looked up in one statement."""


@dataclass(slots=True)
class KnownFilm:
    """One stored film, as matching needs it."""

    id: int
    title: str
    year: int | None
    directors: tuple[str, ...]
    actors: tuple[str, ...]
    ids: dict[str, str]
    provisional: bool
    merged_into: int | None = None


class Facts(NamedTuple):
    """What is stated of a film beside its title."""

    year: int | None = None
    directors: Sequence[str] = ()
    actors: Sequence[str] = ()
    ids: Mapping[str, str] = MappingProxyType({})


COLUMNS = (
    FilmRow.id,
    FilmRow.title,
    FilmRow.year,
    FilmRow.directors,
    FilmRow.actors,
    FilmRow.ids,
    FilmRow.provisional,
    FilmRow.merged_into,
)


def load_films(writer: Writer, keys: Iterable[str]) -> None:
    """Fetch the films of many title keys at once, for `films_of` to find them."""
    cache = writer.cache["films"]
    wanted = [key for key in dict.fromkeys(keys) if key not in cache]
    for start in range(0, len(wanted), CHUNK):
        some = wanted[start : start + CHUNK]
        cache.update((key, []) for key in some)
        query = (
            select(FilmTitleRow.key, *COLUMNS)
            .join_from(FilmTitleRow, FilmRow)
            .where(FilmTitleRow.key.in_(some))
            .order_by(FilmRow.id)
        )
        for key, *values in writer.connection.execute(query):
            film = _film(values)
            cache[key].append(film if film.merged_into else writer.cache["film"].setdefault(film.id, film))


def films_of(writer: Writer, key: str) -> Sequence[KnownFilm]:
    """The films known under a title key, the oldest first; merged ones are not among them."""
    return [film for film in _every(writer, key) if film.merged_into is None]


def merged_films(writer: Writer, key: str) -> Sequence[KnownFilm]:
    """The films of a title key that were merged into others, as they were before."""
    return [film for film in _every(writer, key) if film.merged_into is not None]


def _every(writer: Writer, key: str) -> Sequence[KnownFilm]:
    if key not in writer.cache["films"]:
        load_films(writer, [key])
    return writer.cache["films"][key]  # type: ignore[no-any-return]


def film(writer: Writer, id: int) -> KnownFilm:
    """One film, or the film that it was merged into; raises LookupError where there is none."""
    seen: set[int] = set()
    while id not in writer.cache["film"]:
        row = writer.connection.execute(select(*COLUMNS).where(FilmRow.id == id)).first()
        if row is None or id in seen:
            raise LookupError(f"there is no film {id}")
        seen.add(id)
        if row.merged_into is None:
            writer.cache["film"][id] = _film(row)
        else:
            id = row.merged_into
    return writer.cache["film"][id]  # type: ignore[no-any-return]


def film_by_ids(writer: Writer, ids: Mapping[str, str]) -> KnownFilm | None:
    """The film that has one of these foreign ids."""
    for scheme, value in sorted(ids.items()):
        cached = writer.cache["link"].get((scheme, value))
        if cached is None:
            query = select(FilmLinkRow.film_id).where(FilmLinkRow.scheme == scheme, FilmLinkRow.value == value)
            cached = writer.connection.execute(query).scalar()
        if cached is not None:
            writer.cache["link"][scheme, value] = cached
            return film(writer, cached)
    return None


def add_film(writer: Writer, title: str, keys: Sequence[str], facts: Facts, *, provisional: bool = True) -> KnownFilm:
    """A new film under its title keys, the first of which is its own title's."""
    names, actors, ids = tuple(facts.directors), tuple(facts.actors), dict(facts.ids)
    new = KnownFilm(writer.new_id("film"), title, facts.year, names, actors, ids, provisional)
    row = {"id": new.id, "title": title, "title_key": keys[0], "year": facts.year, "directors": list(names)}
    row |= {"actors": list(actors), "ids": ids, "provisional": provisional, "merged_into": None}
    writer.add("film", row | {"first_seen": writer.at})
    writer.cache["film"][new.id] = new
    for key in dict.fromkeys(keys):
        _name(writer, new, key)
    for scheme, value in ids.items():
        _tie(writer, new, scheme, value)
    return new


def complete_film(writer: Writer, known: KnownFilm, facts: Facts, *, keys: Sequence[str] = ()) -> None:
    """Add to a film what it lacks; what is there is never overwritten."""
    changed: dict[str, Any] = {}
    if known.year is None and facts.year is not None:
        changed["year"] = known.year = facts.year
    if not known.directors and facts.directors:
        known.directors = tuple(facts.directors)
        changed["directors"] = list(facts.directors)
    if not known.actors and facts.actors:
        known.actors = tuple(facts.actors)
        changed["actors"] = list(facts.actors)
    for scheme, value in facts.ids.items():
        if scheme not in known.ids:
            known.ids[scheme] = value
            changed["ids"] = dict(known.ids)
            _tie(writer, known, scheme, value)
    if changed:
        writer.change("film", known.id, changed)
    for key in keys:
        if known.id not in {other.id for other in films_of(writer, key)}:
            _name(writer, known, key)


def settle_film(
    writer: Writer, known: KnownFilm, title: str, year: int | None, people: Mapping[str, Sequence[str]]
) -> None:
    """Make a provisional film a catalogue's: title, year, directors and actors are the catalogue's from now on."""
    known.title, known.year, known.provisional = title, year, False
    known.directors, known.actors = tuple(people["directors"]), tuple(people["actors"])
    values = {"title": title, "year": year, "provisional": False}
    writer.change("film", known.id, values | {name: list(names) for name, names in people.items()})


def judged(writer: Writer, review_key: str) -> tuple[int | None, frozenset[int]]:
    """What people decided of a review: the film that it is linked to, and those that it is not about."""
    if "any" not in writer.cache["judgement"]:
        query = select(JudgementRow.id).where(JudgementRow.review_key.is_not(None), JudgementRow.ended_at.is_(None))
        writer.cache["judgement"]["any"] = writer.connection.execute(query.limit(1)).first() is not None
    if not writer.cache["judgement"]["any"]:
        return None, frozenset()
    query_rows = select(JudgementRow.kind, JudgementRow.film_id).where(
        JudgementRow.review_key == review_key, JudgementRow.ended_at.is_(None)
    )
    decided = list(writer.connection.execute(query_rows))
    linked = [film_id for kind, film_id in decided if kind == "link"]
    return (linked[-1] if linked else None), frozenset(id for kind, id in decided if kind == "unlink")


def _name(writer: Writer, known: KnownFilm, key: str) -> None:
    writer.add("film_title", {"key": key, "film_id": known.id})
    load_films(writer, [key])
    writer.cache["films"][key].append(known)


def _tie(writer: Writer, known: KnownFilm, scheme: str, value: str) -> None:
    if (scheme, value) not in writer.cache["link"]:
        writer.add("film_link", {"scheme": scheme, "value": value, "film_id": known.id})
        writer.cache["link"][scheme, value] = known.id


def _film(values: Sequence[Any]) -> KnownFilm:
    id, title, year, directors, actors, ids, provisional, merged_into = values
    return KnownFilm(id, title, year, tuple(directors), tuple(actors), dict(ids), bool(provisional), merged_into)


def film_of_story(writer: Writer, story_id: int) -> int | None:
    """The film that the reviews of a story are about, as far as one is known."""
    cached = writer.cache["story film"]
    if story_id not in cached:
        query = select(ReviewRow.film_id).where(ReviewRow.story_id == story_id, ReviewRow.film_id.is_not(None))
        cached[story_id] = writer.connection.execute(query.order_by(ReviewRow.id).limit(1)).scalar()
    return cached[story_id]  # type: ignore[no-any-return]


def note_film(writer: Writer, story_id: int, film_id: int | None) -> None:
    """Let a review that is not written yet tell the film of its story."""
    if film_id is not None and writer.cache["story film"].get(story_id) is None:
        writer.cache["story film"][story_id] = film_id


def film_of_review(writer: Writer, review_id: int) -> int | None:
    """The film that a stored review is about."""
    writer.flush()
    return writer.connection.execute(select(ReviewRow.film_id).where(ReviewRow.id == review_id)).scalar()
