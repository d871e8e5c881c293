"""Outlets and authors: portraits, two side by side, and how all agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aggregator import compare
from aggregator.store import Store, pairs, portraits, read_outlets, read_web
from aggregator.store.read_web import ReviewFilter
from aggregator.web import bodies, cursors, models
from aggregator.web.convert import films_in, interval_of, outlet_of
from aggregator.web.views.moments import at_once
from aggregator.web.views.voices import inferred_stances, review_with

NEWEST_ROWS = 8
AGREEING_ROWS = 20
MATRIX_OUTLETS = 12
"""Outlets in the matrix of agreement, where none are named."""
OUTLETS_AT_ONCE = 100
FILMS_AT_ONCE = 200
"""Films of two outlets in one answer."""


@at_once
def outlets(
    store: Store, *, sort: str = "name", after: str | None = None, limit: int = OUTLETS_AT_ONCE
) -> bodies.Paged[models.Outlet]:
    """A part of the outlets, by name or by reviews; raises BadCursor."""
    kind = f"outlets/{sort}"
    found = read_outlets.sites_page(store, sort=sort, after=cursors.decode(after, kind), limit=limit + 1)
    end = cursors.encode(kind, *found[limit - 1][1]) if len(found) > limit else None
    return bodies.Paged[models.Outlet](items=[outlet_of(site) for site, _ in found[:limit]], next=end)


@at_once
def outlet(store: Store, name: str, *, inferred: bool = False) -> bodies.Portrait | None:
    """One outlet's portrait; None where there is none of that name."""
    site = read_outlets.site(store, name)
    if site is None:
        return None
    id = read_outlets.site_ids(store, [name])[name]
    neighbours = pairs.neighbours(store, name, AGREEING_ROWS)
    beside, at = portraits.outlet_beside(store, id)
    judged = (*beside.typical, *beside.untypical)
    return _portrait(
        store,
        name,
        read_outlets.outlet_habits(store, id),
        beside,
        read_outlets.review_on(store, [row.film_id for row in judged], site_id=id),
        ReviewFilter(site=name),
        inferred=inferred,
        outlet=outlet_of(site),
        agreement=[models.Agreeing(other=other, **_agreed(found)) for other, found in neighbours.rows],
        agreement_at=neighbours.at,
        beside_at=at,
    )


def is_outlet(store: Store, name: str) -> bool:
    """Whether there is an outlet of this name."""
    return bool(read_outlets.site_ids(store, [name]))


@at_once
def author(store: Store, name: str, *, inferred: bool = False) -> bodies.Portrait | None:
    """One author's portrait; None where no review is signed so."""
    if read_outlets.author(store, name) is None:
        return None
    habits, stands, outlets = read_outlets.author_voices(store, name)
    beside = portraits.beside_of(stands)
    judged = (*beside.typical, *beside.untypical)
    reviews = read_outlets.review_on(store, [row.film_id for row in judged], author=name)
    own = ReviewFilter(author=name)
    return _portrait(store, name, habits, beside, reviews, own, inferred=inferred, outlets=outlets)


def _portrait(
    store: Store,
    name: str,
    habits: compare.Habits,
    beside: portraits.Beside,
    reviews: Mapping[int, int],
    own: ReviewFilter,
    *,
    inferred: bool,
    outlet: models.Outlet | None = None,
    outlets: Sequence[str] = (),
    agreement: Sequence[models.Agreeing] = (),
    agreement_at: str | None = None,
    beside_at: str | None = None,
) -> bodies.Portrait:
    known = films_in(store, [row.film_id for row in (*beside.typical, *beside.untypical)])
    near, far = _typical(beside.typical, reviews, known), _typical(beside.untypical, reviews, known)
    leniency, firsts = beside.leniency, beside.firsts
    return bodies.Portrait(
        name=name,
        outlet=outlet,
        outlets=list(outlets),
        habits=_habits(habits),
        leniency=models.Leniency(
            films=leniency.films,
            difference=leniency.difference,
            interval=interval_of(leniency.interval),
            shrunk=leniency.shrunk,
        ),
        typical=near,
        untypical=far,
        firsts=models.Firsts(films=firsts.films, first=firsts.first, shared=firsts.shared),
        agreement=list(agreement),
        agreement_at=agreement_at,
        beside_at=beside_at,
        inferred=inferred_stances(store, own) if inferred else None,
        newest=[review_with(row, inferred) for row, _ in read_web.reviews_page(store, own, limit=NEWEST_ROWS)],
    )


def _habits(habits: compare.Habits) -> models.Habits:
    same = set(models.Habits.model_fields) - {"scales", "histogram"}
    return models.Habits(
        **{name: getattr(habits, name) for name in same},
        scales=[models.Scale(style=style, best=best, count=count) for style, best, count in habits.scales],
        histogram=list(habits.histogram),
    )


def _typical(
    rows: Sequence[compare.Typicality], reviews: Mapping[int, int], known: Mapping[int, models.Film]
) -> list[models.Typical]:
    """The films that are typical, or that are not, each with the review of it."""
    return [
        models.Typical(
            film=known[row.film_id],
            review_id=reviews[row.film_id],
            score=row.score,
            expected=row.expected,
            distance=row.distance,
        )
        for row in rows
        if row.film_id in known and row.film_id in reviews
    ]


@at_once
def side_by_side(
    store: Store, one: str, other: str, *, after: str | None = None, limit: int = FILMS_AT_ONCE
) -> bodies.SideBySide | None:
    """Two outlets on the films of both; None where one of them is not there. Raises BadCursor."""
    shared = pairs.side_by_side(store, one, other)
    if shared is None:
        return None
    place = cursors.decode(after, "shared")
    begin = 0 if place is None else place[1]
    ordered = sorted(shared, key=_apart, reverse=True)
    rows = ordered[begin : begin + limit]
    known = films_in(store, [row.film_id for row in rows])
    return bodies.SideBySide(
        one=one,
        other=other,
        agreement=models.Agreement(**_agreed(compare.agree(shared))),
        films=[_shared(row, known) for row in rows if row.film_id in known],
        next=cursors.encode("shared", 0, begin + limit) if len(ordered) > begin + limit else None,
    )


def _apart(row: compare.Pair) -> tuple[float, int]:
    return (-1.0 if row.one is None or row.other is None else abs(row.one - row.other), -row.film_id)


def _shared(row: compare.Pair, known: Mapping[int, models.Film]) -> models.Shared:
    return models.Shared.of(
        {
            "film": known[row.film_id],
            "one": row.one,
            "other": row.other,
            "one_published": row.one_published,
            "other_published": row.other_published,
        }
    )


def _agreed(agreement: compare.Agreement) -> dict[str, Any]:
    """An agreement's values, as the models name them."""
    values = {name: getattr(agreement, name) for name in models.Agreement.model_fields}
    intervals = {name: interval_of(values[name]) for name in ("spearman_interval", "difference_interval")}
    return values | intervals


@at_once
def agreement(store: Store, names: Sequence[str] = ()) -> bodies.Matrix:
    """How outlets agree with each other: those named, or those with the most reviews; unknown names are left out."""
    known = read_outlets.site_ids(store, names)
    chosen = [name for name in dict.fromkeys(names) if name in known] or read_outlets.largest(store, MATRIX_OUTLETS)
    cells = [
        models.Cell.of({"one": one, "other": other, **{name: getattr(found, name) for name in CELL}})
        for one, other, found in pairs.matrix(store, chosen)
    ]
    return bodies.Matrix(outlets=chosen, cells=cells)


CELL = ("films", "rated", "spearman", "difference")
