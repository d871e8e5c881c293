"""What speaks for and against a film: title relation, year, publication, people; weights and reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp

from rapidfuzz.distance import OSA

from aggregator.films.forms import spelled_nearly
from aggregator.films.keyed import KeyedFilm, keyed, name_key
from aggregator.records import Film
from aggregator.values.title_keys import plain_key

# How the headline's title and the film's are related -> what that alone is worth, 0..1.
TITLE_WORTH = {
    "exact": 0.60,
    "short form": 0.55,
    "release": 0.57,
    "first part": 0.52,
    "number": 0.50,
    "start, numbered": 0.57,  # "Star Wars Episode VII" for a title with more behind the number
    "number inside": 0.44,  # "Rambo 2" for "Rambo: First Blood Part II"
    "start": 0.42,
    "sequel": 0.22,  # the title with a number behind it is another film of the series
    "end": 0.40,
    "misspelt": 0.46,
    "longer": 0.36,
    "people and word": 0.30,
    "series": 0.30,  # the film at that number of a series: two names beside it decide
    "people": 0.16,
}
WHOLE_ONLY = frozenset({"longer", "people", "people and word", "series"})  # found by other means than spelling
AS_WRITTEN = 0.03  # the title equals the film's main one with articles and numerals as written
OTHER_TITLE = -0.02  # an alternative title
LATER_GUESS = -0.06  # for each place behind the headline's first guess
# Stated year minus the film's year -> worth.
YEAR_WORTH = {0: 0.26, 1: 0.16, -1: 0.16, 2: -0.05, -2: -0.05}
OTHER_YEAR = -0.55
# Years from the film's release to publication -> worth.
RECENT_WORTH = {-1: 0.02, 0: 0.12, 1: 0.11, 2: 0.04}
UNRELEASED = -0.60  # published more than a year before the film's year
PEOPLE_WORTH = (0.0, 0.26, 0.38, 0.44, 0.46)  # by the number of confirmed names
DIRECTOR_WORTH = 0.06  # one of them directed
NOBODY_WORTH = (0.0, -0.12, -0.24, -0.28)  # names given, none of them credited, by their number
KNOWN_WORTH = 0.03  # the film has ids in more than one catalogue
LINKED_WORTH = 0.30  # the post links to the film's own page in a catalogue
ENOUGH = 0.60  # a sum at which a film is as likely as not: an exact title, and nothing against it
STEEPNESS = 6.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """One title to look for."""

    key: str
    how: str  # a key of TITLE_WORTH
    place: int = 0  # which guess of the headline it comes from
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Clues:
    """What the post tells besides titles."""

    year: int | None = None  # the film's year, as stated
    published: int | None = None  # year of publication
    people: tuple[str, ...] = ()
    shared: bool = False  # a double feature: each film has only some of the people
    ids: frozenset[tuple[str, str]] = frozenset()


def weigh(one: Film, wanted: Sequence[Wanted], clues: Clues) -> tuple[float, tuple[str, ...]]:
    """A film's score, 0..1, and the reasons for it."""
    film = keyed(one)
    worth, how = _title(film, wanted)
    parts = [(worth, how), *_years(film, clues), *_people(film, clues)]
    if len(film.ids) > 1:
        parts.append((KNOWN_WORTH, "known to several catalogues"))
    if clues.ids & set(film.ids.items()):
        parts.append((LINKED_WORTH, "linked in the post"))
    return probability(sum(worth for worth, _ in parts)), tuple(
        f"{reason} {worth:+.2f}" for worth, reason in parts if reason
    )


def probability(worth: float) -> float:
    """A sum of worths as 0..1: one half at ENOUGH, by the logistic function."""
    return round(1.0 / (1.0 + exp(-STEEPNESS * (worth - ENOUGH))), 6)


def _title(film: KeyedFilm, wanted: Sequence[Wanted]) -> tuple[float, str]:
    """What the film's title that fits best is worth, and which one it is."""
    best, reason = 0.0, ""
    keys = film.title_keys
    plain = plain_key(film.title)
    for want in wanted:
        for related in (_equal, _partly, _nearly):  # the costly ones only where the others find nothing
            at, how = related(want, keys)
            if how is None:
                continue
            worth = TITLE_WORTH[how] + LATER_GUESS * min(want.place, 3)
            worth += OTHER_TITLE if at else AS_WRITTEN * (plain == want.plain)
            if worth > best:
                best, reason = worth, f"title {how}: {film.also[at - 1] if at else film.title}"
            if best >= TITLE_WORTH["misspelt"]:
                break
    return best, reason


_Related = tuple[int, str | None]  # place of the title among the film's, how it is related
_UNRELATED: _Related = (0, None)


def _equal(want: Wanted, keys: Sequence[str]) -> _Related:
    if want.key in keys:
        return keys.index(want.key), want.how
    joined = want.key.replace(" ", "")
    for at, key in enumerate(keys):
        if len(joined) <= len(key) <= len(want.key) + 4 and key.replace(" ", "") == joined:
            return at, want.how
    return _UNRELATED


def _partly(want: Wanted, keys: Sequence[str]) -> _Related:
    if want.how in WHOLE_ONLY:
        return _UNRELATED
    start, end = want.key + " ", " " + want.key
    series, _, number = want.key.rpartition(" ")
    numbered = bool(series) and number.isdigit()
    last = _UNRELATED
    for at, key in enumerate(keys):
        if key.startswith(start):
            if not key[len(start)].isdigit():
                return at, "start, numbered" if numbered else "start"
            last = (at, "sequel")
        elif numbered and key.startswith(series + " ") and number in key[len(series) :].split():
            last = (at, "number inside")
        elif len(end) > 4 and key.endswith(end) and last[1] is None:
            last = (at, "end")
    return last


def _nearly(want: Wanted, keys: Sequence[str]) -> _Related:
    if want.how in WHOLE_ONLY:
        return _UNRELATED
    return next(((at, "misspelt") for at, key in enumerate(keys) if spelled_nearly(want.key, key)), _UNRELATED)


def _years(film: Film, clues: Clues) -> Iterable[tuple[float, str]]:
    if film.year is None:
        return
    if clues.year is not None:
        yield YEAR_WORTH.get(clues.year - film.year, OTHER_YEAR), f"year {film.year}"
    if clues.published is not None:
        age = clues.published - film.year
        if age < -1:
            yield UNRELEASED, f"published before {film.year}"
        elif age in RECENT_WORTH and clues.year is None:
            yield RECENT_WORTH[age], "new at publication"


def _people(film: KeyedFilm, clues: Clues) -> Iterable[tuple[float, str]]:
    if not clues.people or not (film.directors or film.cast):
        return
    directors = _found(clues.people, film.director_keys)
    actors = [name for name in _found(clues.people, film.cast_keys) if name not in directors]
    found = directors + actors
    if found:
        yield PEOPLE_WORTH[min(len(found), len(PEOPLE_WORTH) - 1)], "names " + ", ".join(found)
        if directors:
            yield DIRECTOR_WORTH, "its director"
        return
    strangers = [name for name in clues.people if len(name.split()) > 1 and name[:1].isupper()]
    if strangers and not clues.shared:
        yield NOBODY_WORTH[min(len(strangers), len(NOBODY_WORTH) - 1)], "none of the names credited"


def credited(name: str, credits: Sequence[str]) -> bool:
    """Whether a name, whole or the last name alone, stands in a film's credits; spelling within one letter in ten."""
    return bool(_found([name], [name_key(other) for other in credits]))


def _found(names: Sequence[str], keys: Sequence[str]) -> list[str]:
    """Those names that the keys of a film's credits hold."""
    known = set(" ".join(keys).split())
    found = []
    for name in names:
        key = name_key(name)
        words = key.split()
        if known.isdisjoint(words) and known.isdisjoint(word.removesuffix("s") for word in words):
            continue
        if any(_same_person(key, other) for other in keys):
            found.append(name)
    return found


def _same_person(key: str, other: str) -> bool:
    if key == other:
        return True
    if key[0] != other[:1] and " " in key and " " in other and key[-1] != other[-1]:
        return set(key.split()) <= set(other.split())
    words, others = key.split(), other.split()
    if len(words) == 1:
        return len(key) > 2 and (
            key in others[1:] or other == key or key.removesuffix("s") in others[1:] or other.endswith(" " + key)
        )
    if len(others) > 1 and (set(words) <= set(others) or set(others) <= set(words)):
        return True
    if other.endswith(" " + key) and len(words) > 1:  # "del Toro"
        return True
    bound = max(len(key), len(other)) // 10 + (len(words) == len(others) and words[-1] == others[-1])
    return bound > 0 and words[0][:1] == others[0][:1] and OSA.distance(key, other, score_cutoff=bound) <= bound
