"""Lists: films, reviews, authors, changes, rankings, and what is seen first."""

from __future__ import annotations

from aggregator.store import Store, read_outlets, read_web
from aggregator.store.read_web import FilmFilter, ReviewFilter
from aggregator.web import bodies, cursors, models
from aggregator.web.convert import film_of, review_of
from aggregator.web.views.moments import at_once
from aggregator.web.views.voices import review_with

HOME_ROWS = 8
DIVISIVE_FROM = 3
"""Voices from which a film may count as divisive on the home page."""
RANKED_ROWS = 100


@at_once
def home(store: Store) -> bodies.Home:
    """The figures, and what is most reviewed, newest and most divisive."""
    popular = read_web.films_page(store, FilmFilter(), sort="voices", limit=HOME_ROWS)
    newest = read_web.reviews_page(store, ReviewFilter(copies=False), sort="published", limit=HOME_ROWS)
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


@at_once
def films(
    store: Store, wanted: FilmFilter, *, sort: str = "voices", after: str | None = None, limit: int = 50
) -> bodies.Paged[models.Film]:
    """A part of the films; raises BadCursor, and KeyError for an unknown sort."""
    kind = f"films/{sort}"
    found = read_web.films_page(store, wanted, sort=sort, after=cursors.decode(after, kind), limit=limit + 1)
    end = cursors.encode(kind, *found[limit - 1][1]) if len(found) > limit else None
    return bodies.Paged[models.Film](items=[film_of(film) for film, _ in found[:limit]], next=end)


@at_once
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


def authors(
    store: Store, *, sort: str = "reviews", after: str | None = None, limit: int = 50
) -> bodies.Paged[models.Author]:
    """A part of the authors; raises BadCursor."""
    kind = f"authors/{sort}"
    place = cursors.decode(after, kind)
    found = read_outlets.authors_page(store, sort=sort, after=_named_place(place), limit=limit + 1)
    end = None
    if len(found) > limit:
        number, name = found[limit - 1][1]
        end = cursors.encode(kind, name, number)
    rows = [author for author, _ in found[:limit]]
    return bodies.Paged[models.Author](
        items=[
            models.Author.of({"name": row.name, "reviews": row.reviews, "scored": row.scored, "mean": row.mean})
            for row in rows
        ],
        next=end,
    )


def _named_place(place: tuple[str | float | int, int] | None) -> tuple[int, str] | None:
    return None if place is None else (place[1], str(place[0]))


@at_once
def changes(store: Store, since: str | None, *, limit: int) -> bodies.Changes:
    """What is new, changed or gone since a cursor; raises BadCursor."""
    place = cursors.decode(since, "changes")
    start = 0 if place is None else place[1]
    found = read_web.changes(store, start, limit=limit + 1)
    rows = found[:limit]
    end = rows[-1].seq if rows else start
    return bodies.Changes(
        items=[_changed(row) for row in rows], cursor=cursors.encode("changes", 0, end), more=len(found) > limit
    )


def _changed(row: read_web.Change) -> models.Changed:
    """One change, and what became of what it is about."""
    if row.kind == "review":
        what = "forgotten" if row.review is None else "stored" if row.review.gone_at is None else "gone"
    else:
        what = "merged" if row.merged_into is not None else "forgotten" if row.film is None else "stored"
    return models.Changed.model_validate(
        {
            "kind": row.kind,
            "id": row.id,
            "what": what,
            "review": None if row.review is None else review_of(row.review),
            "film": None if row.film is None else film_of(row.film),
            "merged_into": row.merged_into,
        }
    )


@at_once
def divisive(
    store: Store, *, at_least: int, wanted: FilmFilter | None = None, limit: int = RANKED_ROWS
) -> bodies.Ranking:
    """Films with at least so many scores, the most divisive first."""
    return _ranking(store, "divisive", max(2, at_least), wanted, limit, shown=at_least)


@at_once
def best(store: Store, *, at_least: int, wanted: FilmFilter | None = None, limit: int = RANKED_ROWS) -> bodies.Ranking:
    """Films with at least so many scores, the best first."""
    return _ranking(store, "best", at_least, wanted, limit, shown=at_least)


def _ranking(
    store: Store, sort: str, at_least: int, wanted: FilmFilter | None, limit: int, *, shown: int
) -> bodies.Ranking:
    rows = read_web.ranking(store, sort, at_least=at_least, wanted=wanted, limit=limit)
    return bodies.Ranking(
        at_least=shown,
        films=[
            models.Ranked.of(
                {"film": film_of(film), "count": row.count, "mean": row.mean, "spread": row.spread, "by": row.by}
            )
            for film, row in rows
        ],
    )
