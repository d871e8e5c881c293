"""Which of the films already known a review is about, by title, year, people and date alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from aggregator.values.text import fold

YEARS_APART = 1
"""A festival year and a release year of one film differ by no more."""
NEW_FOR = 1
"""Years for which a film is new: a review that states nothing is rather of it than of an older one of its title."""


class Known(Protocol):
    """What is asked of a film that may be the one."""

    @property
    def id(self) -> int: ...
    @property
    def year(self) -> int | None: ...
    @property
    def directors(self) -> Sequence[str]: ...
    @property
    def actors(self) -> Sequence[str]: ...


class Evidence(NamedTuple):
    """What a review states of its film, beside the title."""

    year: int | None = None
    directors: Sequence[str] = ()
    actors: Sequence[str] = ()
    published: str | None = None  # ISO 8601; its year counts


class Choice(NamedTuple):
    """One film, or none because it is a new one, or none because several fit."""

    id: int | None
    reason: str
    ambiguous: bool = False


def choose(evidence: Evidence, films: Iterable[Known]) -> Choice:
    """The film of a review among films of its title key.

    Out are films of another year (more than one apart), by other directors, or released after the review. One that is
    left is the film; of several the one with the same people, then the one of the same year, then the one that was new
    when the review was published; else it is ambiguous.
    """
    left = [film for film in films if not _contradicts(evidence, film)]
    if len(left) > 1:
        left = _narrowed(left, evidence)
    if len(left) > 1:
        years = ", ".join(str(film.year or "no year") for film in left[:5])
        return Choice(None, f"{len(left)} films of this title fit: {years}", ambiguous=True)
    if not left:
        return Choice(None, "no known film of this title fits")
    return Choice(left[0].id, "title" + (" and year" if evidence.year and left[0].year else ""))


def _narrowed(films: list[Known], evidence: Evidence) -> list[Known]:
    """The films for which most speaks: people first, then the exact year, then the date."""
    for test in (_shares_people, _same_year, _is_new):
        speaking = [film for film in films if test(evidence, film)]
        if speaking:
            films = speaking
        if len(films) == 1:
            break
    return films


def _contradicts(evidence: Evidence, film: Known) -> bool:
    if evidence.year and film.year and abs(evidence.year - film.year) > YEARS_APART:
        return True
    published = _year(evidence.published)
    if film.year and published and film.year > published + YEARS_APART:
        return True
    strangers = bool(evidence.directors and film.directors) and not _overlap(evidence.directors, film.directors)
    return strangers and not _overlap(evidence.actors, film.actors)


def _shares_people(evidence: Evidence, film: Known) -> bool:
    return _overlap(evidence.directors, film.directors) or _overlap(evidence.actors, film.actors)


def _same_year(evidence: Evidence, film: Known) -> bool:
    return evidence.year is not None and evidence.year == film.year


def _is_new(evidence: Evidence, film: Known) -> bool:
    published = _year(evidence.published)
    return published is not None and film.year is not None and -YEARS_APART <= published - film.year <= NEW_FOR


def _year(date: str | None) -> int | None:
    return int(date[:4]) if date and date[:4].isdecimal() else None


def _overlap(some: Sequence[str], others: Sequence[str]) -> bool:
    return bool(some and others) and not {fold(name) for name in some}.isdisjoint(fold(name) for name in others)
