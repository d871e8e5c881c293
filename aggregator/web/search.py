"""Finding films, outlets, authors and people by name."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nlargest
from time import monotonic
from urllib.parse import quote

from aggregator.store import Store, StoreError, read_web
from aggregator.values.text import fold
from aggregator.web.marks import seen
from aggregator.web.models import Hit
from aggregator.web.names import Names

MOST = 500_000
"""Names that are kept in memory, those with the most reviews: about 150 bytes each."""
FEW = 20_000
"""Names up to which an answer waits until those that are new are read."""
SECONDS = 60.0
"""How old the names of a larger store may get before they are read again, beside the answers."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that can be found, as it stood at one state of the store."""

    state: tuple[object, ...] = ()
    read_at: float = 0.0
    names: Names = field(default_factory=Names)
    shown: list[tuple[str, str, int, int]] = field(default_factory=list)  # kind, name, id of a film, reviews


class Index:
    """The names of a store, read anew when something was written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known = Known()
        self._lock = threading.Lock()

    def find(self, query: str, *, limit: int = 10) -> list[Hit]:
        """What answers to the words, the likeliest first: beginnings, then words within, then what is spelled alike."""
        known = self._fresh()
        found = [known.shown[place] for place in known.names.find(fold(query), limit)]
        films = read_web.films_of(self._store, [id for kind, _, id, _ in found if kind == "film"])
        details = {
            id: ", ".join(str(part) for part in (film.year, " and ".join(film.directors)) if part)
            for id, film in films.items()
        }
        return [_hit(kind, name, id, number, details.get(id, "")) for kind, name, id, number in found]

    def prepare(self) -> None:
        """Read the names, so that no one has to wait for them."""
        self._fresh()

    def _fresh(self) -> Known:
        state = read_web.state(self._store)
        known = self._known
        if state == known.state:
            return known
        if len(known.shown) <= FEW:
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
    rows = nlargest(MOST, _rows(store), key=lambda row: row[3])
    return Known(state, monotonic(), Names.of([fold(row[1]).replace("\n", " ") for row in rows]), rows)


def _rows(store: Store) -> Iterator[tuple[str, str, int, int]]:
    for id, title, voices in read_web.film_names(store):
        yield "film", title, id, voices
    named: tuple[tuple[str, Iterable[tuple[str, int]]], ...] = (
        ("outlet", read_web.outlet_names(store)),
        ("author", read_web.author_names(store)),
        ("person", read_web.people_names(store)),
    )
    for kind, rows in named:
        for name, number in rows:
            yield kind, name, 0, number


PLACES = {"outlet": "/outlets/{}", "author": "/author?name={}", "person": "/films?person={}"}


def _hit(kind: str, name: str, id: int, number: int, detail: str) -> Hit:
    path = f"/films/{id}" if kind == "film" else PLACES[kind].format(quote(name, safe=""))
    if kind != "film":
        detail = f"{'films with ' if kind == 'person' else ''}{number} {'review' if number == 1 else 'reviews'}"
    return Hit.model_validate({"kind": kind, "name": seen(name), "detail": seen(detail), "path": path})
