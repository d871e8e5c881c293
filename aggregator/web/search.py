"""Finding films, outlets, authors and people by name."""

from __future__ import annotations

import logging
import re
import threading
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import merge
from itertools import islice
from time import monotonic
from typing import NamedTuple
from urllib.parse import quote

import numpy as np

from aggregator.store import Store, StoreError, read_names, read_web
from aggregator.store.rows import StoredFilm
from aggregator.values.text import fold
from aggregator.web.marks import seen
from aggregator.web.models import Hit
from aggregator.web.names import Names, Numbers

MOST = 500_000
"""Names that are kept in memory, those with the most reviews: about 150 bytes each."""
FEW = 20_000
"""Names up to which an answer waits until those that are new are read."""
SECONDS = 60.0
"""How old the names of a larger store may get before they are read again, beside the answers."""

NAMESAKES = 50
"""Films of one name that are looked at for their year."""
WITH_YEAR = re.compile(r"(.+?)[\s,]+\(?(\d{1,4})\)?")
"""Words and a year, as far as that is typed."""

KINDS = ("film", "outlet", "author", "person")
PLACES = {"outlet": "/outlets/{}", "author": "/author?name={}", "person": "/films?person={}"}

log = logging.getLogger(__name__)


class Named(NamedTuple):
    """One thing that can be found."""

    kind: str
    name: str
    film: int  # its id; 0: no film
    reviews: int  # behind it


@dataclass(frozen=True, slots=True)
class Entries:
    """What a name is the name of, each by its place; as written, in one string of bytes."""

    kinds: bytes = b""  # places in KINDS
    films: Numbers = field(default_factory=lambda: np.zeros(0, np.uint32))  # ids; 0 for what is no film
    reviews: Numbers = field(default_factory=lambda: np.zeros(0, np.uint32))
    written: bytes = b""
    ends: Numbers = field(default_factory=lambda: np.zeros(1, np.uint32))  # of each name in `written`, after a 0

    def named(self, place: int) -> Named:
        """The row at a place."""
        name = self.written[self.ends[place] : self.ends[place + 1]].decode()
        return Named(KINDS[self.kinds[place]], name, int(self.films[place]), int(self.reviews[place]))


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that can be found, as it stood at one state of the store."""

    state: tuple[object, ...] = ()
    read_at: float = 0.0
    names: Names = field(default_factory=Names)
    entries: Entries = field(default_factory=Entries)


class Index:
    """The names of a store, read anew when something was written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known = Known()
        self._lock = threading.Lock()

    def find(self, query: str, *, limit: int = 10) -> list[Hit]:
        """What answers to the words, the likeliest first: beginnings, then words within, then what is spelled alike."""
        known = self._fresh()
        found = self._dated(known, query, limit) or known.names.find(fold(query), limit)
        rows = [known.entries.named(place) for place in found]
        films = read_web.films_of(self._store, [row.film for row in rows if row.film])
        return [_hit(row, films.get(row.film)) for row in rows]

    def _dated(self, known: Known, query: str, limit: int) -> list[int]:
        """Places of names that hold words and number as they stand, and of films whose year begins with the number."""
        dated = WITH_YEAR.fullmatch(query.strip())
        if dated is None:
            return []
        so_called = known.names.find(fold(query), limit, is_exact=True)
        ids = {place: int(known.entries.films[place]) for place in known.names.find(fold(dated[1]), NAMESAKES)}
        films = read_web.films_of(self._store, [id for id in ids.values() if id])
        of_year = (place for place, id in ids.items() if id in films and str(films[id].year).startswith(dated[2]))
        return list(dict.fromkeys([*so_called, *of_year]))[:limit]

    def prepare(self) -> None:
        """Read the names, so that no one has to wait for them."""
        self._fresh()

    def _fresh(self) -> Known:
        state = read_web.state(self._store)
        known = self._known
        if state == known.state:
            return known
        if len(known.entries.kinds) <= FEW:
            with self._lock:
                if state != self._known.state:
                    self._known = read(self._store, state)
        elif monotonic() - known.read_at > SECONDS and self._lock.acquire(blocking=False):
            threading.Thread(target=self._read_again, args=(state,), daemon=True).start()
        return self._known

    def _read_again(self, state: tuple[object, ...]) -> None:
        """Read the names in a thread of their own, which holds the lock."""
        try:
            self._known = read(self._store, state)
        except StoreError as error:
            log.error("names for the search could not be read: %s", error)
        finally:
            self._lock.release()


def read(store: Store, state: tuple[object, ...]) -> Known:
    """The names of a store, the heaviest first."""
    kinds, written = bytearray(), bytearray()
    films, reviews, ends = array("I"), array("I"), array("I", [0])

    def keys() -> Iterator[str]:
        for row in islice(_rows(store), MOST):
            kinds.append(KINDS.index(row.kind))
            written.extend(row.name.encode("utf-8", "replace"))
            films.append(row.film)
            reviews.append(row.reviews)
            ends.append(len(written))
            yield fold(row.name).replace("\n", " ")

    names = Names.of(keys())
    numbers = (np.array(column, np.uint32) for column in (films, reviews, ends))
    films_of, reviews_of, ends_of = numbers
    return Known(state, monotonic(), names, Entries(bytes(kinds), films_of, reviews_of, bytes(written), ends_of))


def _rows(store: Store) -> Iterator[Named]:
    """All names, those with the most reviews first."""
    named: tuple[tuple[str, Iterable[tuple[str, int]]], ...] = (
        ("outlet", read_names.outlet_names(store)),
        ("author", read_names.author_names(store)),
        ("person", sorted(read_names.people_names(store), key=lambda row: row[1], reverse=True)),
    )
    kinds = [_named(kind, rows) for kind, rows in named]
    films = (Named("film", title, id, voices) for id, title, voices in read_names.film_names(store))
    return merge(films, *kinds, key=lambda row: -row.reviews)


def _named(kind: str, rows: Iterable[tuple[str, int]]) -> Iterator[Named]:
    for name, number in rows:
        yield Named(kind, name, 0, number)


def _hit(row: Named, film: StoredFilm | None) -> Hit:
    if row.kind == "film":
        path = f"/films/{row.film}"
        parts = (film.year, " and ".join(film.directors)) if film else ()
        detail = ", ".join(str(part) for part in parts if part)
    else:
        path = PLACES[row.kind].format(quote(row.name, safe=""))
        before = "films with " if row.kind == "person" else ""
        detail = f"{before}{row.reviews} {'review' if row.reviews == 1 else 'reviews'}"
    return Hit.model_validate({"kind": row.kind, "name": seen(row.name), "detail": seen(detail), "path": path})
