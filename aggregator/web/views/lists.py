"""Lists: films, reviews, changes, rankings, and what is seen first."""

from __future__ import annotations

from collections.abc import Sequence

from aggregator import compare
from aggregator.store import Store, read_web
from aggregator.store.read_web import FilmFilter, ReviewFilter
from aggregator.web import bodies, cursors, models
from aggregator.web.convert import film_of, films_in, review_of
from aggregator.web.views.voices import review_with

HOME_ROWS = 8
DIVISIVE_FROM = 3
"""Voices from which a film may count as divisive on the home page."""
RANKED_ROWS = 100


def home(store: Store) -> bodies.Home:
    """The figures, and what is most reviewed, newest and most divisive."""
    popular = read_web.films_page(store, FilmFilter(), sort="voices", limit=HOME_ROWS)
    newest = read_web.reviews_page(store, ReviewFilter(), sort="published", limit=HOME_ROWS)
    return bodies.Home(
        counts=counts(store),
        most_reviewed=[film_of(film) for film, _ in popular],
        newest=[review_of(review) for review, _ in newest],
        divisive=divisive(store, at_least=DIVISIVE_FROM, limit=HOME_ROWS).films,
    )


def counts(store: Store) -> models.Counts:
    """How much is stored."""
    found = read_web.counts(store)
    return models.Counts(**{name: getattr(found, name) for name in models.Counts.model_fields})


def films(
    store: Store, wanted: FilmFilter, *, sort: str = "voices", after: str | None = None, limit: int = 50
) -> bodies.Paged[models.Film]:
    """A part of the films; raises BadCursor, and KeyError for an unknown sort."""
    kind = f"films/{sort}"
    found = read_web.films_page(store, wanted, sort=sort, after=cursors.decode(after, kind), limit=limit + 1)
    end = cursors.encode(kind, *found[limit - 1][1]) if len(found) > limit else None
    return bodies.Paged[models.Film](items=[film_of(film) for film, _ in found[:limit]], next=end)


def reviews(
    store: Store,
    wanted: ReviewFilter,
    *,
    sort: str = "published",
    after: str | None = None,
    limit: int = 50,
    inferred: bool = False,
) -> bodies.Paged[models.Review]:
    """A part of the reviews; raises BadCursor, and KeyError for an unknown sort."""
    kind = f"reviews/{sort}"
    found = read_web.reviews_page(store, wanted, sort=sort, after=cursors.decode(after, kind), limit=limit + 1)
    end = cursors.encode(kind, *found[limit - 1][1]) if len(found) > limit else None
    return bodies.Paged[models.Review](items=[review_with(review, inferred) for review, _ in found[:limit]], next=end)


def changes(store: Store, since: str | None, *, limit: int) -> bodies.Changes:
    """Reviews that changed since a cursor; raises BadCursor."""
    place = cursors.decode(since, "changes")
    start = ("", 0) if place is None else (str(place[0]), place[1])
    found = read_web.changes(store, start, limit=limit + 1)
    more = len(found) > limit
    rows = found[:limit]
    at = rows[-1].changed_at if rows else start[0]
    end = cursors.encode("changes", at, rows[-1].id if more else 0)
    return bodies.Changes(items=[review_of(review) for review in rows], cursor=end, more=more)


def divisive(store: Store, *, at_least: int, limit: int = RANKED_ROWS) -> bodies.Ranking:
    """Films with at least so many scores, the most divisive first."""
    return _ranking(store, compare.most_divisive(read_web.moments(store), at_least=max(2, at_least))[:limit], at_least)


def best(store: Store, *, at_least: int, limit: int = RANKED_ROWS) -> bodies.Ranking:
    """Films with at least so many scores, the best first."""
    return _ranking(store, compare.best(read_web.moments(store, at_least=1), at_least=at_least)[:limit], at_least)


def _ranking(store: Store, rows: Sequence[compare.Ranked], at_least: int) -> bodies.Ranking:
    known = films_in(store, [row.film_id for row in rows])
    return bodies.Ranking(
        at_least=at_least,
        films=[
            models.Ranked(film=known[row.film_id], count=row.count, mean=row.mean, spread=row.spread, by=row.by)
            for row in rows
            if row.film_id in known
        ],
    )
