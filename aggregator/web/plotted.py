"""What the plots are drawn from: rows for the table behind each, and their description in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from aggregator.web.bodies import Matrix
from aggregator.web.models import Point, Recorded, Shared


class Bin(NamedTuple):
    """One bar of a histogram of scores, 0 to 100."""

    low: int
    high: int  # where the next one begins
    reviews: int

    @property
    def label(self) -> str:
        """The scores that it holds, in words."""
        return f"{self.low}–{self.high if self.high == 100 else self.high - 1}"


def bins(counts: Sequence[int]) -> list[Bin]:
    """Bars of equal width over 0 to 100."""
    number = len(counts)
    return [Bin(at * 100 // number, (at + 1) * 100 // number, count) for at, count in enumerate(counts)]


def histogram_in_words(counts: Sequence[int]) -> str:
    """Every bar that holds something."""
    return "; ".join(f"{bar.label}: {bar.reviews}" for bar in bins(counts) if bar.reviews)


def course_in_words(points: Sequence[Point]) -> str:
    """Where the mean began, and where it stands."""
    first, last = points[0], points[-1]
    return (
        f"{last.count} scores from {first.published[:10]} to {last.published[:10]}; "
        f"their mean began at {first.mean:.0f} and stands at {last.mean:.0f}."
    )


def scatter_in_words(one: str, other: str, films: Iterable[Shared]) -> str:
    """On how many films who scores higher."""
    both = [(film.one, film.other) for film in films if film.one is not None and film.other is not None]
    higher, lower = sum(x > y for x, y in both), sum(x < y for x, y in both)
    return (
        f"Of {len(both)} films {one} scores {higher} higher, {other} {lower}, and {len(both) - higher - lower} alike."
    )


def recorded_in_words(days: Sequence[Recorded]) -> str:
    """Where the mean stood on the first day and on the last."""
    first, last = (
        "no score" if row.mean is None else f"a mean of {row.mean:.0f} from {row.scored}" for row in (days[0], days[-1])
    )
    return f"On {days[0].day} {first}; on {days[-1].day} {last}."


def matrix_in_words(matrix: Matrix) -> str:
    """Who agrees most and who least."""
    known = [(cell.spearman, cell.one, cell.other) for cell in matrix.cells if cell.spearman is not None]
    if not known:
        return "No two of these outlets scored three films both."
    most, least = max(known), min(known)
    return (
        f"{len(known)} pairs of outlets; {most[1]} and {most[2]} agree most, with {most[0]:.2f}, "
        f"{least[1]} and {least[2]} least, with {least[0]:.2f}."
    )
