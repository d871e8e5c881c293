"""Statistics of small samples, each with its source."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from statistics import NormalDist, fmean
from typing import NamedTuple

from aggregator.compare.rows import Interval, Moments

Z = NormalDist().inv_cdf(0.975)  # 95 %, two-sided
STUDENT: tuple[float, ...] = (
    # t at 0.975 for 1 to 30 degrees of freedom (Student's table, any textbook's)
    *(12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281),
    *(2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860),
    *(2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423),
)
BINS = 10


class Prior(NamedTuple):
    """What is thought of a film before anyone has written: its mean, and how many voices that thought is worth."""

    mean: float
    voices: float
    source: str  # "stated", or "learned from N films"


STATED_PRIOR = Prior(60.0, 5.0, "stated")  # critics' scores lie a little above the middle; five voices outweigh it


def histogram(scores: Mapping[float, int]) -> tuple[int, ...]:
    """Counts of scores, which were given so many times each, in ten bins, [0, 10) to [90, 100]."""
    counts = [0] * BINS
    for score, number in scores.items():
        counts[min(BINS - 1, max(0, int(score * BINS / 100)))] += number
    return tuple(counts)


def quartiles(scores: Mapping[float, int]) -> tuple[float, float, float] | None:
    """Lower quartile, median, upper quartile by linear interpolation (type 7 of Hyndman and Fan 1996).

    Of scores that were given so many times each; None without one.
    """
    ordered = sorted(score for score, number in scores.items() if number > 0)
    ends = list(accumulate(scores[score] for score in ordered))
    if not ends:
        return None

    def quantile(share: float) -> float:
        place = (ends[-1] - 1) * share
        low = ordered[bisect_right(ends, int(place))]
        high = ordered[bisect_right(ends, math.ceil(place))]
        return low + (high - low) * (place - int(place))

    return quantile(0.25), quantile(0.5), quantile(0.75)


def student(freedom: int) -> float:
    """The t quantile at 0.975: Student's table to 30 degrees of freedom, then Abramowitz and Stegun 26.7.5.

    Raises:
        ValueError: less than one degree of freedom.
    """
    if freedom < 1:
        raise ValueError("Student's t needs at least one degree of freedom")
    if freedom <= len(STUDENT):
        return STUDENT[freedom - 1]
    first = (Z**3 + Z) / 4
    second = (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96
    return Z + first / freedom + second / freedom**2


def mean_interval(moments: Moments, low: float = -math.inf, high: float = math.inf) -> Interval | None:
    """Student's 95 % interval of a mean, cut at the scale's ends; None under two scores (Student 1908)."""
    mean, variance = moments.mean, moments.variance
    if mean is None or variance is None:
        return None
    half = student(moments.count - 1) * math.sqrt(variance / moments.count)
    return Interval(max(low, mean - half), min(high, mean + half))


def wilson(successes: int, count: int) -> Interval | None:
    """Wilson's 95 % interval of a share, 0..1; None of nothing (Wilson 1927)."""
    if count <= 0:
        return None
    share = successes / count
    spread = Z * math.sqrt(share * (1 - share) / count + Z * Z / (4 * count * count))
    below = 1 + Z * Z / count
    middle = share + Z * Z / (2 * count)
    return Interval(min(share, max(0.0, (middle - spread) / below)), max(share, min(1.0, (middle + spread) / below)))


def shrunk_mean(moments: Moments, prior: Prior) -> float:
    """Mean drawn towards the prior, (n * mean + m * C) / (n + m): as IMDb ranks films (Bühlmann 1967)."""
    return (moments.total + prior.voices * prior.mean) / (moments.count + prior.voices)


def shrunk_spread(moments: Moments, prior_spread: float, prior_voices: float) -> float:
    """Standard deviation drawn towards a usual one, worth `prior_voices` degrees of freedom.

    sqrt((d0 * s0**2 + (n - 1) * s**2) / (d0 + n - 1)): the posterior of a scaled inverse chi-square prior
    (Gelman et al., Bayesian Data Analysis, 2.6; Smyth 2004).
    """
    freedom = max(0, moments.count - 1)
    inside = freedom * (moments.variance or 0.0)
    return math.sqrt((prior_voices * prior_spread**2 + inside) / (prior_voices + freedom))


def learn_prior(films: Iterable[Moments]) -> Prior:
    """The prior that the films themselves suggest: Bühlmann and Straub's estimators (1970).

    The mean of all scores, worth (variance within films) / (variance between films) voices, kept within 1 to 50. Where
    fewer than 30 films have two voices or more, STATED_PRIOR.
    """
    groups = [film for film in films if film.count >= 2]
    if len(groups) < 30:
        return STATED_PRIOR
    count = sum(film.count for film in groups)
    mean = math.fsum(film.total for film in groups) / count
    within = math.fsum((film.count - 1) * (film.variance or 0.0) for film in groups) / (count - len(groups))
    between = math.fsum(film.count * ((film.mean or 0.0) - mean) ** 2 for film in groups)
    sizes = count - sum(film.count**2 for film in groups) / count
    variance = (between - (len(groups) - 1) * within) / sizes
    voices = min(50.0, max(1.0, within / variance)) if variance > 0 else 50.0
    return Prior(mean, voices, f"learned from {len(groups)} films")


def pooled_spread(films: Iterable[Moments]) -> float | None:
    """The usual standard deviation within a film: the root of the pooled variance; None without two voices anywhere."""
    groups = [film for film in films if film.count >= 2]
    freedom = sum(film.count - 1 for film in groups)
    if not freedom:
        return None
    return math.sqrt(math.fsum((film.count - 1) * (film.variance or 0.0) for film in groups) / freedom)


def mid_ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1, equal values sharing the mean of theirs."""
    ordered = sorted(values)
    return [(bisect_left(ordered, value) + bisect_right(ordered, value) + 1) / 2 for value in values]


def pearson(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Product-moment correlation; None under three pairs or where one side never varies."""
    if len(one) < 3 or min(one) == max(one) or min(other) == max(other):
        return None
    first, second = fmean(one), fmean(other)
    joint = math.fsum((a - first) * (b - second) for a, b in zip(one, other, strict=True))
    scale = math.sqrt(math.fsum((a - first) ** 2 for a in one) * math.fsum((b - second) ** 2 for b in other))
    return max(-1.0, min(1.0, joint / scale)) if scale else None


def spearman(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Rank correlation with ties: Pearson's of mid-ranks (Spearman 1904); None as there."""
    return pearson(mid_ranks(one), mid_ranks(other))


def spearman_interval(correlation: float, pairs: int) -> Interval | None:
    """95 % interval by Fisher's z with the standard error of Bonett and Wright (2000); None under five pairs."""
    if pairs < 5:
        return None
    z = math.atanh(max(-0.999999, min(0.999999, correlation)))
    half = Z * math.sqrt((1 + correlation * correlation / 2) / (pairs - 3))
    return Interval(math.tanh(z - half), math.tanh(z + half))


def kendall(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Tau-b, ties counted, by the inversions that a sort finds (Knight 1966).

    None under three pairs or where one side never varies.
    """
    count = len(one)
    if count < 3 or min(one) == max(one) or min(other) == max(other):
        return None
    pairs = sorted(zip(one, other, strict=True))
    total = count * (count - 1) // 2
    tied_one, tied_other, tied_both = _ties(one), _ties(other), _ties(pairs)
    swaps = _inversions(second for _, second in pairs)
    concordant_less_discordant = total - tied_one - tied_other + tied_both - 2 * swaps
    return concordant_less_discordant / math.sqrt((total - tied_one) * (total - tied_other))


def _ties(values: Sequence[object]) -> int:
    """Pairs of equal values."""
    counts: dict[object, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return sum(size * (size - 1) // 2 for size in counts.values())


def _inversions(values: Iterable[float]) -> int:
    """Pairs of values of which the greater stands first."""
    seen: list[float] = []
    found = 0
    for value in values:
        at = bisect_right(seen, value)
        found += len(seen) - at
        seen.insert(at, value)
    return found
