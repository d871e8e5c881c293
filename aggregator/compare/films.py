"""One film: how many voices, what they say in numbers, and every step that leads to a number."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from aggregator.compare.formulas import (
    STATED_PRIOR,
    Prior,
    histogram,
    mean_interval,
    quartiles,
    shrunk_mean,
    shrunk_spread,
    wilson,
)
from aggregator.compare.rows import Interval, Moments, Voice, one_each, stories

MIN_VOICES = 4  # under it no headline score is shown (Metacritic's minimum)
POSITIVE_FROM, NEGATIVE_BELOW = 60.0, 40.0  # the default cut, where the outlet's own rule is not known
DEFAULT_RULE = f"positive from {POSITIVE_FROM:g}, negative under {NEGATIVE_BELOW:g} of 100 (default cut)"
STANCES = ("positive", "mixed", "negative")
NOTHING: Mapping[str | None, int] = MappingProxyType({})
USUAL_SPREAD, SPREAD_VOICES = 15.0, 4.0  # what the spread of a film is thought to be before many have written


@dataclass(frozen=True, slots=True)
class Summary:
    """What the voices on one film come to; all scores are 0..100, all intervals 95 %."""

    count: int  # voices that state a score: one a story
    mean: float | None
    median: float | None
    spread: float | None  # sample standard deviation; None under two voices
    quartiles: tuple[float, float, float] | None
    lowest: float | None
    highest: float | None
    histogram: tuple[int, ...]  # ten bins, [0, 10) to [90, 100]
    interval: Interval | None  # of the mean, Student's
    headline: float | None  # the mean, or None under `minimum` voices
    shrunk: float  # the mean drawn towards the prior, whatever the count
    prior: Prior
    minimum: int
    positive: int  # of `stances`
    share_positive: float | None  # 0..1 of the voices whose stance is known; None where none is
    share_interval: Interval | None  # Wilson's
    stances: Mapping[str, int]  # positive, mixed, negative: stated ratings, and inferred ones if asked for
    inferred: Mapping[str, int]  # stances read from the verdicts of reviews without a score; never in the numbers
    with_inferred: bool  # whether `stances` counts `inferred` too
    unrated: int  # voices without a score, counted nowhere but here
    copies: int  # reviews that repeat another voice's text
    outlets: int  # of the voices that state a score
    voices: tuple[Voice, ...]  # one a story, in order of publication; or the part of them that is shown
    folded: tuple[Voice, ...]  # the copies


@dataclass(frozen=True, slots=True)
class Point:
    """The score of a film after one more review, or one more month of them."""

    published: str  # of a month its first day
    review_id: int | None  # None: a month, whose mean is `score`
    score: float
    count: int
    mean: float  # of all reviews published until then


@dataclass(frozen=True, slots=True)
class Ranked:
    """A film's place in a list."""

    film_id: int
    count: int
    mean: float
    spread: float | None  # as it is
    by: float  # the figure that the list is ordered by, shrunk for few voices


def summarise(
    voices: Iterable[Voice | float | None],
    *,
    prior: Prior = STATED_PRIOR,
    minimum: int = MIN_VOICES,
    with_inferred: bool = False,
) -> Summary:
    """The summary of one film's reviews; a bare number is a voice with that score, None one without.

    Every voice weighs the same. The order of the rows does not matter, and a further copy of a text changes only
    `copies` and `folded`.
    """
    rows = [_as_voice(number, row) for number, row in enumerate(voices)]
    kept = one_each(rows)
    ids = {voice.review_id for voice in kept}
    rated = [voice for voice in kept if voice.score is not None]
    return summarise_counts(
        Counter(_scores(rated)),
        stances=Counter(stance_of(voice) for voice in kept if voice.score is not None or voice.confidence is None),
        inferred=Counter(stance_of(voice) for voice in kept if voice.score is None and voice.confidence is not None),
        unrated=len(kept) - len(rated),
        copies=len(rows) - len(kept),
        outlets=len({voice.outlet for voice in rated}),
        voices=tuple(kept),
        folded=tuple(voice for story in stories(rows) for voice in story if voice.review_id not in ids),
        prior=prior,
        minimum=minimum,
        with_inferred=with_inferred,
    )


def summarise_counts(
    scores: Mapping[float, int],
    *,
    unrated: int,
    copies: int,
    outlets: int,
    stances: Mapping[str | None, int] | None = None,
    inferred: Mapping[str | None, int] = NOTHING,
    voices: tuple[Voice, ...] = (),
    folded: tuple[Voice, ...] = (),
    prior: Prior = STATED_PRIOR,
    minimum: int = MIN_VOICES,
    with_inferred: bool = False,
) -> Summary:
    """The same summary from how many voices gave which score, as a store keeps it.

    `stances` are those of the voices with a score (None: by the default cut), `inferred` those of voices without;
    `voices` and `folded` are the rows to show and explain, which may be a part of all.
    """
    counts = {score: number for score, number in sorted(scores.items()) if number}
    moments = Moments.of_counts(counts)
    if stances is None:
        stances = Counter[str | None]()
        for score, number in counts.items():
            stances[stance_at(score)] += number
    shown = {name: stances.get(name, 0) + (inferred.get(name, 0) if with_inferred else 0) for name in STANCES}
    known = sum(shown.values())
    mean, variance, middle = moments.mean, moments.variance, quartiles(counts)
    return Summary(
        count=moments.count,
        mean=mean,
        median=middle[1] if middle else None,
        spread=None if variance is None else math.sqrt(variance),
        quartiles=middle,
        lowest=min(counts, default=None),
        highest=max(counts, default=None),
        histogram=histogram(counts),
        interval=mean_interval(moments, 0.0, 100.0),
        headline=mean if moments.count >= minimum else None,
        shrunk=shrunk_mean(moments, prior),
        prior=prior,
        minimum=minimum,
        positive=shown["positive"],
        share_positive=shown["positive"] / known if known else None,
        share_interval=wilson(shown["positive"], known),
        stances=shown,
        inferred={name: inferred.get(name, 0) for name in STANCES},
        with_inferred=with_inferred,
        unrated=unrated,
        copies=copies,
        outlets=outlets,
        voices=voices,
        folded=folded,
    )


def stance_of(voice: Voice) -> str | None:
    """positive, mixed or negative, as the outlet's rule or the verdict says, else by the default cut; None: unknown."""
    return voice.stance if voice.stance is not None else stance_at(voice.score)


def stance_at(score: float | None) -> str | None:
    """positive, mixed or negative by the default cut; None without a score."""
    if score is None:
        return None
    if score >= POSITIVE_FROM:
        return "positive"
    return "negative" if score < NEGATIVE_BELOW else "mixed"


def over_time(voices: Iterable[Voice]) -> list[Point]:
    """The mean as reviews arrived, by publication; undated reviews and copies are left out."""
    points: list[Point] = []
    total = 0.0
    for voice in one_each(voices):
        if voice.score is not None and voice.published is not None:
            total += voice.score
            count = len(points) + 1
            points.append(Point(voice.published, voice.review_id, voice.score, count, total / count))
    return points


def corrected_mean(voices: Iterable[Voice], leniency: Mapping[str, float]) -> float | None:
    """Mean of the scores less each outlet's leniency (see `leniency`; shrink it first); None without a score."""
    scores = [voice.score - leniency.get(voice.outlet, 0.0) for voice in one_each(voices) if voice.score is not None]
    return min(100.0, max(0.0, math.fsum(sorted(scores)) / len(scores))) if scores else None


def best(films: Mapping[int, Moments], *, at_least: int = MIN_VOICES, prior: Prior = STATED_PRIOR) -> list[Ranked]:
    """Films with at least so many voices, the best first, by the mean drawn towards the prior."""
    rows = [_ranked(film, moments, shrunk_mean(moments, prior)) for film, moments in films.items()]
    return _in_order(rows, at_least)


def most_divisive(
    films: Mapping[int, Moments], *, at_least: int = MIN_VOICES, usual_spread: float = USUAL_SPREAD
) -> list[Ranked]:
    """Films with at least so many voices, the most divisive first, by the spread drawn towards a usual one."""
    rows = [
        _ranked(film, moments, shrunk_spread(moments, usual_spread, SPREAD_VOICES)) for film, moments in films.items()
    ]
    return _in_order(rows, at_least)


def _ranked(film_id: int, moments: Moments, by: float) -> Ranked:
    variance = moments.variance
    return Ranked(film_id, moments.count, moments.mean or 0.0, None if variance is None else math.sqrt(variance), by)


def _in_order(rows: Sequence[Ranked], at_least: int) -> list[Ranked]:
    kept = [row for row in rows if row.count >= max(1, at_least)]
    return sorted(kept, key=lambda row: (-row.by, -row.count, row.film_id))


def _scores(voices: Iterable[Voice]) -> list[float]:
    return [voice.score for voice in voices if voice.score is not None]


def _as_voice(number: int, row: Voice | float | None) -> Voice:
    """A row as it is; a bare score as a voice of its own."""
    return row if isinstance(row, Voice) else Voice(review_id=-1 - number, outlet=f"#{number}", score=row)
