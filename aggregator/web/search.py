"""Finding films, outlets, authors and people by name, with room for typing errors."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from rapidfuzz import fuzz, process

from aggregator.store import Store, read_web
from aggregator.values.text import fold
from aggregator.web.models import Hit
from aggregator.web.templates import seen

ALIKE = 78.0
"""Of 100 (rapidfuzz's ratio): below it two names are not the same with typing errors."""
SHORTEST = 3
"""Characters from which a name may be spelled wrongly."""


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that can be found, as it stood at one state of the store."""

    state: tuple[tuple[str, str], ...] = ()
    hits: list[Hit] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)  # folded names, in the order of `hits`
    weights: list[int] = field(default_factory=list)  # reviews behind each


class Index:
    """The names of a store, read anew when something was written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names = Names()
        self._lock = threading.Lock()

    def find(self, query: str, *, limit: int = 10) -> list[Hit]:
        """What answers to the words, the likeliest first: beginnings, then words within, then what is spelled alike."""
        key = fold(query)
        if not key:
            return []
        names = self._fresh()
        ranked: list[tuple[int, int, int]] = []
        for place, name in enumerate(names.keys):
            at = name.find(key)
            if at == 0:
                ranked.append((0 if len(name) == len(key) else 1, -names.weights[place], place))
            elif at > 0:
                ranked.append((2 if name[at - 1] == " " else 3, -names.weights[place], place))
        found = [place for _, _, place in sorted(ranked)[:limit]]
        if len(found) < limit and len(key) >= SHORTEST:
            found += [place for place in _alike(key, names, limit) if place not in set(found)]
        return [names.hits[place] for place in found[:limit]]

    def _fresh(self) -> Names:
        state = read_web.state(self._store)
        if state == self._names.state:
            return self._names
        with self._lock:
            if state != self._names.state:
                rows = list(_rows(self._store))
                keys, weights = [fold(hit.name) for hit, _ in rows], [weight for _, weight in rows]
                self._names = Names(state, [hit for hit, _ in rows], keys, weights)
        return self._names


def _alike(key: str, names: Names, limit: int) -> list[int]:
    """Places of names that differ by typing errors; a long name may hold the words in its middle."""
    whole = process.extract(key, names.keys, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=limit)
    within = process.extract(key, names.keys, scorer=fuzz.partial_ratio, score_cutoff=ALIKE + 7, limit=limit)
    best: dict[int, float] = {}
    for name, score, place in (*whole, *within):
        if len(name) >= SHORTEST and len(name) * 2 >= len(key):
            best[place] = max(score, best.get(place, 0.0))
    return sorted(best, key=lambda place: (-best[place], -names.weights[place], place))


def _rows(store: Store) -> Iterator[tuple[Hit, int]]:
    people: dict[str, int] = {}
    for id, title, year, directors, actors, voices in read_web.film_names(store):
        detail = ", ".join(str(part) for part in (year, " and ".join(directors)) if part)
        yield Hit(kind="film", name=seen(title), detail=seen(detail), path=f"/films/{id}"), voices
        for person in {*directors, *actors}:
            people[person] = people.get(person, 0) + voices
    for name, count in read_web.outlet_names(store):
        yield (
            Hit(kind="outlet", name=seen(name), detail=_reviews(count), path=f"/outlets/{quote(name, safe='')}"),
            count,
        )
    for name, count, site in read_web.author_names(store):
        detail = f"{_reviews(count)}, {site}"
        yield Hit(kind="author", name=seen(name), detail=detail, path=f"/author?name={quote(name, safe='')}"), count
    for name, count in people.items():
        path = f"/films?person={quote(name, safe='')}"
        yield Hit(kind="person", name=seen(name), detail=f"films with {_reviews(count)}", path=path), count


def _reviews(count: int) -> str:
    return f"{count} {'review' if count == 1 else 'reviews'}"
