"""Films looked for again: reviews that were held, and those whose title turned out to be two films'."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from aggregator.films import TitleIndex
from aggregator.ingest.identify import Found, find_film
from aggregator.ingest.tools import Tools
from aggregator.store import Store, Writer, films, sightings

AT_ONCE = 500
"""Reviews looked at in one transaction."""


class Retried(NamedTuple):
    """What came of looking again."""

    looked_at: int
    found: int  # had no film and have one now
    moved: int  # have another film now
    held: int  # had a film and wait now


def retry(
    store: Store, *, catalog: TitleIndex | None = None, provisional: bool = False, site_id: int | None = None
) -> Retried:
    """Look again for the films of held reviews, and of those whose film is provisional, where that is asked for.

    For when the catalogue or the evidence grew; with `site_id` only under titles that this site has. What people
    decided stands. A provisional film that all its reviews have left is merged into the film that took them, so that
    its number still leads somewhere.
    """
    total = Retried(0, 0, 0, 0)
    after = 0
    while True:
        with store.write() as writer:
            batch = sightings.unsettled(writer, after=after, limit=AT_ONCE, provisional=provisional, site_id=site_id)
            if not batch:
                return total
            after = batch[-1].id
            one = look_again(batch, Tools(writer, catalog=catalog))
            total = Retried(*(sum(pair) for pair in zip(total, one, strict=True)))


def look_again(batch: Iterable[sightings.Sighted], tools: Tools) -> Retried:
    """Identify stored reviews anew, and write where it comes out differently."""
    writer = tools.writer
    looked_at = found = moved = held = 0
    for sighted in batch:
        looked_at += 1
        film = _anew(sighted, tools)
        if film.id == sighted.film_id:
            continue
        found += sighted.film_id is None
        moved += sighted.film_id is not None and film.id is not None
        held += film.id is None
        sightings.move(writer, sighted, film.id, film.held if film.id is None else None)
    writer.flush()
    sightings.merge_emptied(writer)
    return Retried(looked_at, found, moved, held)


def _anew(sighted: sightings.Sighted, tools: Tools) -> Found:
    """The film of a stored review: of a copy that nobody judged its original's."""
    writer = tools.writer
    if sighted.copy_of is not None and films.judged(writer, sighted.key)[0] is None:
        original = films.film_of_review(writer, sighted.copy_of)
        if original is not None:
            return Found(original)
    return find_film(sighted, sighted.key, tools)


def settle(tools: Tools) -> None:
    """Look again at what this transaction brought into doubt.

    These are reviews without a year under titles that became a second film's, and copies in stories that became one.
    """
    writer: Writer = tools.writer
    keys, united = (list(writer.cache.pop(name, ())) for name in ("contested", "united"))
    if keys or united:
        writer.flush()
    if keys:
        look_again(sightings.yearless(writer, keys), tools)
    if united:
        look_again(sightings.copies(writer, united), tools)
