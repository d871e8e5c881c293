"""One film: how many voices, what they say in numbers, and every step that leads to a number."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

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
    voices: tuple[Voice, ...]  # one a story, in order of publication
    folded: tuple[Voice, ...]  # the copies

    @property
    def moments(self) -> Moments:
        """Count, sum and sum of squares of the scores."""
        return Moments.of(_scores(self.voices))


@dataclass(frozen=True, slots=True)
class Point:
    """The score of a film after one more review."""

    published: str
    review_id: int
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
    scores = sorted(_scores(kept))
    moments = Moments.of(scores)
    stated = Counter(stance_of(voice) for voice in kept if voice.score is not None or voice.confidence is None)
    inferred = Counter(stance_of(voice) for voice in kept if voice.score is None and voice.confidence is not None)
    stances = {name: stated[name] + (inferred[name] if with_inferred else 0) for name in STANCES}
    known = sum(stances.values())
    variance = moments.variance
    mean = fmean(scores) if scores else None
    return Summary(
        count=len(scores),
        mean=mean,
        median=median(scores) if scores else None,
        spread=None if variance is None else math.sqrt(variance),
        quartiles=quartiles(scores),
        lowest=scores[0] if scores else None,
        highest=scores[-1] if scores else None,
        histogram=histogram(scores),
        interval=mean_interval(moments, 0.0, 100.0),
        headline=mean if len(scores) >= minimum else None,
        shrunk=shrunk_mean(moments, prior),
        prior=prior,
        minimum=minimum,
        positive=stances["positive"],
        share_positive=stances["positive"] / known if known else None,
        share_interval=wilson(stances["positive"], known),
        stances=stances,
        inferred={name: inferred[name] for name in STANCES},
        with_inferred=with_inferred,
        unrated=len(kept) - len(scores),
        copies=len(rows) - len(kept),
        outlets=len({voice.outlet for voice in kept if voice.score is not None}),
        voices=tuple(kept),
        folded=tuple(voice for story in stories(rows) for voice in story if voice.review_id not in ids),
    )


def stance_of(voice: Voice) -> str | None:
    """positive, mixed or negative, as the outlet's rule or the verdict says, else by the default cut; None: unknown."""
    if voice.stance is not None or voice.score is None:
        return voice.stance
    if voice.score >= POSITIVE_FROM:
        return "positive"
    return "negative" if voice.score < NEGATIVE_BELOW else "mixed"


def over_time(voices: Iterable[Voice]) -> list[Point]:
    """The mean as reviews arrived, by publication; undated reviews and copies are left out."""
    points: list[Point] = []
    total: list[float] = []
    for voice in one_each(voices):
        if voice.score is not None and voice.published is not None:
            total.append(voice.score)
            mean = math.fsum(total) / len(total)
            points.append(Point(voice.published, voice.review_id, voice.score, len(total), mean))
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
