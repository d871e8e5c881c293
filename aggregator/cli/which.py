"""The one film, or the one review, that a title, an id or a URL means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregator.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from aggregator.store import Store
    from aggregator.store.rows import StoredFilm


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
        raise Stop(Exit.NOT_FOUND, f"no film is called {which!r} (aggregator films lists all)")
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
