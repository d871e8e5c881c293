"""Outlets and authors: portraits, two side by side, and how all agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from aggregator import compare
from aggregator.store import Store, queries, read_web
from aggregator.store.read_web import ReviewFilter
from aggregator.web import bodies, models
from aggregator.web.convert import films_in, interval_of, outlet_of
from aggregator.web.views.voices import inferred_stances, review_with

NEWEST_ROWS = 8
TYPICAL_ROWS = 5
AGREEING_ROWS = 20
MATRIX_OUTLETS = 12
"""Outlets in the matrix of agreement, where none are named."""


def outlets(store: Store) -> list[models.Outlet]:
    """All outlets by name."""
    return [outlet_of(site) for site in queries.sites(store)]


def outlet(store: Store, name: str, *, inferred: bool = False) -> bodies.Portrait | None:
    """One outlet's portrait; None where there is none of that name."""
    site = next((site for site in queries.sites(store) if site.name == name), None)
    if site is None:
        return None
    own = ReviewFilter(site=name)
    voices = [review.voice() for review in queries.iter_reviews(store, site=name) if review.copy_of is None]
    around = read_web.voices_beside(store, site=name)
    return _portrait(store, name, outlet_of(site), voices, around, own, inferred)


def side_by_side(store: Store, one: str, other: str) -> bodies.SideBySide | None:
    """Two outlets on the films of both; None where one of them is not there."""
    if not {one, other} <= {name for name, _ in read_web.outlet_names(store)}:
        return None
    shared = compare.pairs(*([row.voice() for row in queries.iter_reviews(store, site=name)] for name in (one, other)))
    known = films_in(store, [row.film_id for row in shared])
    rows = [
        models.Shared(
            film=known[row.film_id],
            one=row.one,
            other=row.other,
            one_published=row.one_published,
            other_published=row.other_published,
        )
        for row in shared
        if row.film_id in known
    ]
    return bodies.SideBySide(
        one=one,
        other=other,
        agreement=models.Agreement(**_agreed(compare.agree(shared))),
        films=sorted(rows, key=_apart, reverse=True),
    )


def _agreed(agreement: compare.Agreement) -> dict[str, Any]:
    """An agreement's values, as the models name them."""
    values = {name: getattr(agreement, name) for name in models.Agreement.model_fields}
    intervals = {name: interval_of(values[name]) for name in ("spearman_interval", "difference_interval")}
    return values | intervals


def agreement(store: Store, names: Sequence[str] = ()) -> bodies.Matrix:
    """How outlets agree with each other: those named, or those with the most reviews; unknown names are left out."""
    known = [name for name, count in read_web.outlet_names(store) if count]
    chosen = [name for name in known if name in names] if names else known[:MATRIX_OUTLETS]
    voices = {name: [row.voice() for row in queries.iter_reviews(store, site=name)] for name in chosen}
    cells = []
    for one, other in combinations(chosen, 2):
        found = compare.agree(compare.pairs(voices[one], voices[other]))
        if found.films:
            same = {name: getattr(found, name) for name in ("films", "rated", "spearman", "difference")}
            cells.append(models.Cell(one=one, other=other, **same))
    return bodies.Matrix(outlets=chosen, cells=cells)


def _agreeing(name: str, around: Sequence[compare.Voice]) -> list[models.Agreeing]:
    """One outlet against each other one, from the voices on its films."""
    by_outlet: dict[str, list[compare.Voice]] = {}
    for voice in around:
        by_outlet.setdefault(voice.outlet, []).append(voice)
    mine = by_outlet.pop(name, [])
    found = [(other, compare.agree(compare.pairs(mine, theirs))) for other, theirs in sorted(by_outlet.items())]
    found.sort(key=lambda row: -row[1].films)
    return [models.Agreeing(other=other, **_agreed(row)) for other, row in found[:AGREEING_ROWS] if row.films]


def _firsts(name: str, around: Sequence[compare.Voice]) -> models.Firsts:
    """How often one of the voices on its films was the first."""
    earliest: dict[int, dict[bool, str]] = {}
    for voice in compare.first_on(around):
        days = earliest.setdefault(voice.film_id or 0, {})
        day = (voice.published or "")[:10]
        mine = voice.outlet == name
        days[mine] = min(day, days.get(mine, day))
    both = [days for days in earliest.values() if len(days) == 2]
    return models.Firsts(
        films=len(both),
        first=sum(days[True] < days[False] for days in both),
        shared=sum(days[True] == days[False] for days in both),
    )


def _apart(row: models.Shared) -> float:
    return -1.0 if row.one is None or row.other is None else abs(row.one - row.other)


def author(store: Store, name: str, *, inferred: bool = False) -> bodies.Portrait | None:
    """One author's portrait; None where no review is signed so."""
    voices = [review.voice() for review in queries.iter_reviews(store, author=name) if review.copy_of is None]
    if not voices:
        return None
    by_author = [_as_outlet(voice) for voice in read_web.voices_beside(store, author=name)]
    return _portrait(store, name, None, voices, by_author, ReviewFilter(author=name), inferred)


def _as_outlet(voice: compare.Voice) -> compare.Voice:
    """The voice with its author in the outlet's place: an author is compared with all others, also of the outlet."""
    return replace(voice, outlet=f"author/{voice.author}" if voice.author else voice.outlet)


def _portrait(
    store: Store,
    name: str,
    site: models.Outlet | None,
    voices: Sequence[compare.Voice],
    around: Sequence[compare.Voice],
    own: ReviewFilter,
    inferred: bool,
) -> bodies.Portrait:
    key = name if site else f"author/{name}"
    beside = compare.beside_others(key, around)
    ranked = compare.by_typicality(beside)
    far = ranked[len(ranked) // 2 :][::-1][:TYPICAL_ROWS]
    near = ranked[: (len(ranked) + 1) // 2][:TYPICAL_ROWS]
    known = films_in(store, [row.film_id for row in (*near, *far)])
    leniency = compare.leniency(beside)
    return bodies.Portrait(
        name=name,
        outlet=site,
        habits=_habits(compare.habits(voices)),
        leniency=models.Leniency(
            films=leniency.films,
            difference=leniency.difference,
            interval=interval_of(leniency.interval),
            shrunk=leniency.shrunk,
        ),
        typical=[_typical(row, known) for row in near if row.film_id in known],
        untypical=[_typical(row, known) for row in far if row.film_id in known],
        firsts=_firsts(key, around),
        agreement=_agreeing(name, around) if site else [],
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


def _typical(row: compare.Typicality, known: Mapping[int, models.Film]) -> models.Typical:
    return models.Typical(
        film=known[row.film_id],
        review_id=row.review_id,
        score=row.score,
        expected=row.expected,
        distance=row.distance,
    )
