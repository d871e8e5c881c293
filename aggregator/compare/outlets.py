"""Outlets and authors: habits, leniency, agreement with each other, and their most and least typical reviews."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import fmean
from typing import NamedTuple

from aggregator.compare.films import STANCES, stance_at, stance_of
from aggregator.compare.formulas import histogram, kendall, mean_interval, quartiles, spearman, spearman_interval
from aggregator.compare.rows import Interval, Moments, Voice, one_each, publication_order
from aggregator.values.instants import LAST, instant

FURTHEST = 100.0  # that two scores can be apart
LENIENCY_FILMS = 10.0  # shared films that the belief "as strict as the others" is worth


@dataclass(frozen=True, slots=True)
class Habits:
    """How one outlet, or one author, rates; scores are 0..100."""

    reviews: int
    rated: int
    mean: float | None
    median: float | None
    spread: float | None
    histogram: tuple[int, ...]
    scales: tuple[tuple[str, float | None, int], ...]  # style, top and number of ratings, the most used first
    step: float | None  # the smallest difference between two ratings on the most used scale
    zero_used: bool
    stances: Mapping[str, int]
    first: str | None  # ISO 8601, the earliest publication
    last: str | None


class RatingCount(NamedTuple):
    """How often one rating was given; -1: without a scale, a number, a score."""

    style: str
    best: float
    value: float
    score: float
    number: int


class OnFilm(NamedTuple):
    """One outlet's score of a film beside the others' on the same film."""

    film_id: int
    review_id: int
    score: float
    others: int  # other outlets' voices, one or more
    others_mean: float


@dataclass(frozen=True, slots=True)
class Leniency:
    """How much higher (or, under 0, lower) than others an outlet scores the films that others scored too."""

    films: int
    difference: float | None  # points of 100; None without a shared film
    interval: Interval | None  # Student's 95 %, films being the sample; None under two films
    shrunk: float  # difference * films / (films + LENIENCY_FILMS): what `corrected_mean` should take


class Typicality(NamedTuple):
    """How far a review stands from what its outlet was to be expected to say."""

    film_id: int
    review_id: int
    score: float
    expected: float  # the others' mean and the outlet's leniency
    distance: float  # score - expected


class Pair(NamedTuple):
    """One film that two outlets reviewed."""

    film_id: int
    one: float | None  # the outlet's score; the mean of its scores where it wrote twice
    other: float | None
    one_published: str | None
    other_published: str | None
    one_stance: str | None = None
    other_stance: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two outlets side by side."""

    films: int  # reviewed by both
    rated: int  # scored by both
    spearman: float | None
    spearman_interval: Interval | None
    kendall: float | None  # tau-b
    difference: float | None  # mean of (one - other), points of 100
    difference_interval: Interval | None  # Student's, of paired differences
    distance: float | None  # mean of |one - other|
    same_stance: float | None  # share of films on which both are positive, both mixed or both negative
    one_first: int  # films that the one wrote about on an earlier day
    other_first: int
    same_day: int


def habits(voices: Iterable[Voice]) -> Habits:
    """The habits behind some reviews, as written: copies of other outlets' texts should not be among them."""
    rows = list(voices)
    rated = Counter((row.style, row.best, row.value, row.score) for row in rows if row.style or row.score is not None)
    dated = sorted((voice.published for voice in rows if voice.published is not None), key=instant)
    return habits_of(
        len(rows),
        [
            RatingCount(style or "", _number(best), _number(value), _number(score), count)
            for (style, best, value, score), count in rated.items()
        ],
        first=dated[0] if dated else None,
        last=dated[-1] if dated else None,
    )


def _number(value: float | None) -> float:
    return -1.0 if value is None else value


def habits_of(reviews: int, ratings: Iterable[RatingCount], *, first: str | None, last: str | None) -> Habits:
    """The habits behind ratings that were given so many times each, as a store keeps them."""
    rows = [row for row in ratings if row.number]
    scores = Counter[float]()
    stances = Counter[str | None]()
    scales = Counter[tuple[str, float]]()
    for row in rows:
        if row.score >= 0:
            scores[row.score] += row.number
            stances[stance_at(row.score)] += row.number
        if row.style:
            scales[row.style, row.best] += row.number
    usual = max(scales, key=lambda scale: (scales[scale], scale), default=None)
    values = sorted({row.value for row in rows if row.value >= 0 and (row.style, row.best) == usual})
    moments, middle = Moments.of_counts(scores), quartiles(scores)
    return Habits(
        reviews=reviews,
        rated=moments.count,
        mean=moments.mean,
        median=middle[1] if middle else None,
        spread=None if moments.variance is None else math.sqrt(moments.variance),
        histogram=histogram(scores),
        scales=tuple(
            (style, None if top < 0 else top, count)
            for (style, top), count in sorted(scales.items(), key=lambda item: (-item[1], item[0]))
        ),
        step=min((high - low for low, high in pairwise(values)), default=None),
        zero_used=0.0 in values,
        stances={name: stances[name] for name in STANCES},
        first=first,
        last=last,
    )


def beside_others(outlet: str, voices: Iterable[Voice]) -> list[OnFilm]:
    """The outlet's scored reviews of films that other outlets scored too, from the voices on those films."""
    films: dict[int, list[Voice]] = {}
    for voice in one_each(voices):
        if voice.film_id is not None and voice.score is not None:
            films.setdefault(voice.film_id, []).append(voice)
    rows = []
    for film_id, group in sorted(films.items()):
        others = Moments.of(voice.score for voice in group if voice.score is not None and voice.outlet != outlet)
        if others.mean is not None:
            for voice in group:
                if voice.outlet == outlet and voice.score is not None:
                    rows.append(OnFilm(film_id, voice.review_id, voice.score, others.count, others.mean))
    return rows


def leniency(rows: Iterable[OnFilm]) -> Leniency:
    """Mean difference to the others over shared films, each film once (paired differences, Student 1908)."""
    films: dict[int, list[float]] = {}
    for row in rows:
        films.setdefault(row.film_id, []).append(row.score - row.others_mean)
    differences = Moments.of(math.fsum(sorted(several)) / len(several) for several in films.values())
    difference = differences.mean
    shrunk = 0.0 if difference is None else difference * differences.count / (differences.count + LENIENCY_FILMS)
    return Leniency(differences.count, difference, mean_interval(differences, -FURTHEST, FURTHEST), shrunk)


def by_typicality(rows: Iterable[OnFilm], found: Leniency | None = None) -> list[Typicality]:
    """The outlet's reviews, the most typical first and the least typical last; `found`: its leniency, where known."""
    kept = list(rows)
    usual = (found or leniency(kept)).shrunk
    judged = [_typicality(row, min(100.0, max(0.0, row.others_mean + usual))) for row in kept]
    return sorted(judged, key=lambda row: (abs(row.distance), row.film_id, row.review_id))


def pairs(one: Iterable[Voice], other: Iterable[Voice]) -> list[Pair]:
    """Films that both outlets reviewed; a text that stands in both is one voice, and no pair."""
    first, second = _by_film(one), _by_film(other)
    found = []
    for film_id in sorted(first.keys() & second.keys()):
        shared = {voice.story_id for voice in first[film_id]} & {voice.story_id for voice in second[film_id]} - {None}
        ours = [voice for voice in first[film_id] if voice.story_id not in shared]
        theirs = [voice for voice in second[film_id] if voice.story_id not in shared]
        if ours and theirs:
            found.append(
                Pair(
                    film_id,
                    one=_score(ours),
                    other=_score(theirs),
                    one_published=_earliest(ours),
                    other_published=_earliest(theirs),
                    one_stance=_stance(ours),
                    other_stance=_stance(theirs),
                )
            )
    return found


def agree(shared: Iterable[Pair]) -> Agreement:
    """How two outlets agree on the films of both."""
    rows = list(shared)
    both = [(row.one, row.other) for row in rows if row.one is not None and row.other is not None]
    ones, others = [one for one, _ in both], [other for _, other in both]
    differences = Moments.of(one - other for one, other in both)
    correlation = spearman(ones, others)
    stances = [(row.one_stance, row.other_stance) for row in rows if row.one_stance and row.other_stance]
    days = [order for row in rows if (order := _who_first(row)) is not None]
    return Agreement(
        films=len(rows),
        rated=len(both),
        spearman=correlation,
        spearman_interval=None if correlation is None else spearman_interval(correlation, len(both)),
        kendall=kendall(ones, others),
        difference=differences.mean,
        difference_interval=mean_interval(differences, -FURTHEST, FURTHEST),
        distance=fmean(sorted(abs(one - other) for one, other in both)) if both else None,
        same_stance=sum(one == other for one, other in stances) / len(stances) if stances else None,
        one_first=sum(order < 0 for order in days),
        other_first=sum(order > 0 for order in days),
        same_day=sum(order == 0 for order in days),
    )


def first_on(voices: Iterable[Voice]) -> list[Voice]:
    """The voices on one film in order of publication, undated ones left out: who was first."""
    return [voice for voice in one_each(voices) if instant(voice.published) != LAST]


def _by_film(voices: Iterable[Voice]) -> dict[int, list[Voice]]:
    films: dict[int, list[Voice]] = {}
    for voice in voices:
        if voice.film_id is not None:
            films.setdefault(voice.film_id, []).append(voice)
    return films


def _score(voices: list[Voice]) -> float | None:
    scores = sorted(voice.score for voice in voices if voice.score is not None)
    return fmean(scores) if scores else None


def _earliest(voices: list[Voice]) -> str | None:
    return min((voice.published for voice in voices if voice.published is not None), key=instant, default=None)


def _who_first(row: Pair) -> int | None:
    """Days from the other's publication to the one's; None where a date is missing."""
    one, other = _day(row.one_published), _day(row.other_published)
    return None if one is None or other is None else (one - other).days


def _day(stamp: str | None) -> date | None:
    moment = instant(stamp)
    return None if moment == LAST else moment.date()


def _stance(voices: list[Voice]) -> str | None:
    """The stance of the first review that has one by its rating; inferred ones do not count."""
    stated = (voice for voice in voices if voice.confidence is None)
    return next(
        (stance for voice in sorted(stated, key=publication_order) if (stance := stance_of(voice)) is not None), None
    )


def _typicality(row: OnFilm, expected: float) -> Typicality:
    return Typicality(row.film_id, row.review_id, row.score, expected, row.score - expected)
