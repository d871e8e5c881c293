"""What a comparison is made of: one row a review, and sums of rows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from aggregator.values.instants import instant


@dataclass(frozen=True, slots=True)
class Voice:
    """One review of one film, as far as a comparison needs it; copies of one text share a story."""

    review_id: int
    outlet: str
    film_id: int | None = None
    story_id: int | None = None  # None: a story of its own
    author: str | None = None
    published: str | None = None  # ISO 8601
    score: float | None = None  # 0..100 under the policy; None: no rating, or one without a number
    raw: str | None = None  # the rating as written
    value: float | None = None  # on the outlet's own scale
    best: float | None = None
    worst: float | None = None
    style: str | None = None  # stars, letters, fraction, percent, words, thumbs
    scale_source: str | None = None  # declared, outlet, learned, assumed
    stance: str | None = None  # positive, mixed, negative: by the outlet's rule, or inferred from the verdict
    stance_rule: str | None = None  # the rule in words; None: the default cut
    confidence: float | None = None  # 0..1, of an inferred stance; None: the stance is not inferred
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Moments:
    """Count, sum and sum of squares of scores: what a store keeps up to date instead of rows."""

    count: int = 0
    total: float = 0.0
    squares: float = 0.0

    @classmethod
    def of(cls, scores: Iterable[float]) -> Moments:
        """The moments of some scores."""
        return cls.of_counts(Counter(scores))

    @classmethod
    def of_counts(cls, counts: Mapping[float, int]) -> Moments:
        """The moments of scores that were given so many times each."""
        return cls(
            sum(counts.values()),
            math.fsum(score * number for score, number in counts.items()),
            math.fsum(score * score * number for score, number in counts.items()),
        )

    @property
    def mean(self) -> float | None:
        """Arithmetic mean; None without a score."""
        return self.total / self.count if self.count else None

    @property
    def variance(self) -> float | None:
        """Sample variance (n - 1 below the line); None under two scores."""
        if self.count < 2:
            return None
        return max(0.0, (self.squares - self.total * self.total / self.count) / (self.count - 1))


class Interval(NamedTuple):
    """A 95 % confidence interval."""

    low: float
    high: float


def stories(voices: Iterable[Voice]) -> list[list[Voice]]:
    """The voices by story; in each the first publication comes first, and the stories are in that order too.

    Undated reviews come after dated ones; where dates agree, the review stored first does.
    """
    groups: dict[tuple[str, int], list[Voice]] = {}
    for voice in sorted(voices, key=publication_order):
        groups.setdefault(_story(voice), []).append(voice)
    return list(groups.values())


def one_each(voices: Iterable[Voice]) -> list[Voice]:
    """One voice a story: its first publication; what a copy of it adds is not counted."""
    first: dict[tuple[str, int], Voice] = {}
    for voice in sorted(voices, key=publication_order):
        first.setdefault(_story(voice), voice)
    return list(first.values())


def _story(voice: Voice) -> tuple[str, int]:
    return ("review", voice.review_id) if voice.story_id is None else ("story", voice.story_id)


def publication_order(voice: Voice) -> tuple[datetime, int]:
    """Sorts voices by publication, undated ones last, then by review."""
    return instant(voice.published), voice.review_id
