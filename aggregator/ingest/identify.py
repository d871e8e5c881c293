"""Which film a review is about: what people decided, a catalogue, or the films that other reviews made known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aggregator.films import best_match, match_film
from aggregator.films.provisional import Choice, Evidence, choose
from aggregator.films.resolve import ReviewLike
from aggregator.ingest.tools import Tools
from aggregator.records import Film, Match
from aggregator.store import films
from aggregator.values.title_keys import title_key

IN_DOUBT = 0.25
"""Score of the best film of the very title from which a review waits; under it, the catalogue may lack the film."""
OTHER_TITLES = 40
"""Title keys kept of one catalogue film: reviews in other languages find it by them."""


class Found(NamedTuple):
    """The film that was chosen, or why none was."""

    id: int | None
    held: str | None = None


def find_film(review: ReviewLike, key: str, tools: Tools) -> Found:
    """The film of a review with this stable key.

    In order: a person's link, the catalogue, an id that the post states, the films known under its title. A film that
    nobody knew is made of the review itself; where several fit, none is taken.
    """
    writer = tools.writer
    linked, unlinked = films.judged(writer, key)
    if linked is not None:
        return Found(films.film(writer, linked).id)
    if tools.catalog is not None:
        matches = [match for match in match_film(review, tools.catalog) if not _ruled_out(match, unlinked, tools)]
        best = best_match(matches)
        if best is not None:
            return Found(_of_catalogue(best.film, tools).id)
        if matches and matches[0].score >= IN_DOUBT and _same_title(review, matches):
            return Found(None, _candidates(matches))
    by_id = films.film_by_ids(writer, review.film_ids)
    if by_id is not None and by_id.id not in unlinked:
        return Found(by_id.id)
    return _among_known(review, unlinked, tools)


def _among_known(review: ReviewLike, unlinked: frozenset[int], tools: Tools) -> Found:
    """A film that other reviews made known, or a new one."""
    writer, title = tools.writer, (review.film_title or "").strip()
    key = title_key(title)
    known = [film for film in films.films_of(writer, key) if film.id not in unlinked]
    evidence = Evidence(review.film_year, review.directors, review.cast, review.published)
    choice = choose(evidence, known)
    if choice.id is None and not choice.ambiguous:
        choice = _merged(evidence, key, unlinked, tools) or choice
    if choice.ambiguous:
        return Found(None, choice.reason)
    facts = films.Facts(review.film_year, review.directors, review.cast, review.film_ids)
    if choice.id is None:
        if known:
            writer.cache["contested"][key] = None
        return Found(films.add_film(writer, title, [key], facts).id)
    film = films.film(writer, choice.id)
    if film.provisional:
        if film.year is None and review.film_year is not None:
            writer.cache["contested"][key] = None  # its earlier reviews may be older than that year
        films.complete_film(writer, film, facts)
    return Found(film.id)


def _merged(evidence: Evidence, key: str, unlinked: frozenset[int], tools: Tools) -> Choice | None:
    """Where a review goes that is about a film that was merged: such a film is told by what it was before."""
    merged = [film for film in films.merged_films(tools.writer, key) if choose(evidence, [film]).id is not None]
    targets = sorted({films.film(tools.writer, film.id).id for film in merged} - unlinked)
    if len(targets) > 1:
        return Choice(None, f"films of this title were merged into {len(targets)} others", ambiguous=True)
    return Choice(targets[0], "a film of this title was merged") if targets else None


def _of_catalogue(found: Film, tools: Tools) -> films.KnownFilm:
    """The stored film of a catalogue's: known by its ids, or so far made of reviews, or new."""
    writer = tools.writer
    facts = films.Facts(found.year, found.directors, found.cast, found.ids)
    keys = list(dict.fromkeys(title_key(title) for title in (found.title, *found.also[:OTHER_TITLES])))
    known = films.film_by_ids(writer, found.ids) or _without_ids(found, keys[0], tools)
    if known is None:
        evidence = Evidence(found.year, found.directors, found.cast)
        provisional = [film for film in films.films_of(writer, keys[0]) if film.provisional]
        choice = choose(evidence, provisional)
        if choice.id is None:
            return films.add_film(writer, found.title, keys, facts, provisional=False)
        known = films.film(writer, choice.id)
    if known.provisional:
        people = {"directors": found.directors, "actors": found.cast}
        films.settle_film(writer, known, found.title, found.year, people)
    films.complete_film(writer, known, facts, keys=keys)
    return known


def _without_ids(found: Film, key: str, tools: Tools) -> films.KnownFilm | None:
    """The stored film of a catalogue's that has no ids: the one of its very title, year and directors."""
    if found.ids:
        return None
    what = (found.title, found.year, found.directors)
    known = (film for film in films.films_of(tools.writer, key) if not film.provisional and not film.ids)
    return next((film for film in known if (film.title, film.year, film.directors) == what), None)


def _ruled_out(match: Match, unlinked: frozenset[int], tools: Tools) -> bool:
    """Whether people said that the review is not about this film."""
    if not unlinked:
        return False
    known = films.film_by_ids(tools.writer, match.film.ids)
    return known is not None and known.id in unlinked


def _same_title(review: ReviewLike, matches: Sequence[Match]) -> bool:
    """Whether a film that is not sure has the very title: then it is one of these, and not an unknown one."""
    key = title_key(review.film_title or "")
    return any(key == title_key(title) for match in matches for title in (match.film.title, *match.film.also))


def _candidates(matches: Sequence[Match]) -> str:
    named = [f"{match.film.title} ({match.film.year or 'no year'}) {match.score:.2f}" for match in matches[:3]]
    return f"not sure: {', '.join(named)}"
