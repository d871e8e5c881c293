"""The one film, review, blog or writer that a name, an id or a URL means."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from aggregator.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from aggregator.store import Store
    from aggregator.store.rows import StoredFilm

NEAR = 0.65
"""Share of a name that is spelled alike, from which it may be meant by another; two letters swapped are one fault."""
MOST = 100_000
"""Names among which the near ones are looked for, those with the most reviews."""


def the_film(store: Store, which: str) -> StoredFilm:
    """The one film of an id or title; raises Stop where there is none, or more than one."""
    from aggregator.cli.comparison import named
    from aggregator.store import queries

    if which.isdecimal() and (by_id := queries.film(store, int(which))) is not None:
        return by_id
    found = [film for film in queries.find_films(store, which) if film.voices] or queries.films(store, which, limit=6)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Stop(Exit.NOT_FOUND, f"no film is called {which!r}{_films_near(store, which)}")
    names = ", ".join(f"{film.id} is {named(film)}" for film in found)
    raise Stop(Exit.NOT_FOUND, f"more than one film answers to {which!r}: {names}; give the id, or title and year")


def the_review(store: Store, which: str) -> int:
    """The id of the one review of an id or URL; raises Stop where there is none, or the page has several."""
    from aggregator.store import queries

    if which.isdecimal():
        if queries.review(store, int(which)) is not None:
            return int(which)
        raise Stop(Exit.NOT_FOUND, f"there is no review {which} (aggregator reviews lists them)")
    found = queries.reviews_at(store, which)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Stop(Exit.NOT_FOUND, f"no review of {which} is stored")
    raise Stop(Exit.NOT_FOUND, f"{which} has several reviews: give one of the ids {', '.join(map(str, found))}")


def the_site(store: Store, name: str) -> str:
    """The name, where something is stored of a blog so called; raises Stop, with near names, where nothing is."""
    from aggregator.store.read_names import outlet_names

    known = [outlet for outlet, _ in outlet_names(store)]
    if name not in known:
        hint = _near(name, known) or ": aggregator sites lists all"
        raise Stop(Exit.NOT_FOUND, f"nothing is stored of a blog {name!r}{hint}")
    return name


def the_author(store: Store, name: str) -> str:
    """The name, where a review is signed with it; raises Stop, with near names, where none is."""
    from aggregator.store import removal
    from aggregator.store.read_names import author_names

    if not removal.held_of(store, author=name):
        known = [author for author, _ in islice(author_names(store), MOST)]
        raise Stop(Exit.NOT_FOUND, f"no review by {name!r} is stored{_near(name, known)}")
    return name


def _films_near(store: Store, title: str) -> str:
    from aggregator.store.read_names import film_names

    titles = [name for _, name, _ in islice(film_names(store), MOST)]
    return (_near(title, titles) or ": aggregator films lists all") if titles else ": no film is stored yet"


def _near(name: str, known: Iterable[str]) -> str:
    """A hint at the names that are spelled alike; empty where there is none."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    from aggregator.values.text import fold

    names, alike = list(dict.fromkeys(known)), OSA.normalized_similarity
    similar = process.extract(name, names, processor=fold, scorer=alike, score_cutoff=NEAR, limit=3)
    return f": did you mean {' or '.join(one for one, *_ in similar)}?" if similar else ""
