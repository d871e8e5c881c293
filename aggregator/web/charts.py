"""Plots as plain numbers for SVG: where each bar, line and dot stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aggregator.values.instants import LAST, instant


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a histogram, and what it says in words."""

    x: float
    y: float
    width: float
    height: float
    label: str  # "80–89"
    count: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """Ten bars over 0 to 100."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    mean_x: float | None


@dataclass(frozen=True, slots=True)
class Dot:
    """One point of a line or scatter."""

    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Course:
    """Scores as dots, and the mean so far as a line, over time."""

    width: float
    height: float
    dots: tuple[Dot, ...]
    line: str  # of an SVG polyline
    first: str
    last: str


def histogram(
    counts: Sequence[int], mean: float | None = None, *, width: float = 320, height: float = 96
) -> Histogram | None:
    """Bars for ten bins, the highest as high as the plot; None where there is nothing to show."""
    top = max(counts, default=0)
    if not top:
        return None
    step = width / len(counts)
    bars = []
    for number, count in enumerate(counts):
        tall = height * count / top
        low = number * 100 // len(counts)
        high = 100 if number == len(counts) - 1 else (number + 1) * 100 // len(counts) - 1
        bars.append(Bar(number * step + 2, height - tall, step - 4, tall, f"{low}–{high}", count))
    return Histogram(width, height, tuple(bars), None if mean is None else width * mean / 100)


def course(
    points: Sequence[tuple[str, float, float]], *, width: float = 1000, height: float = 160, inset: float = 6
) -> Course | None:
    """Dated scores with the mean so far, as (ISO date, score, mean), by time; None under two readable dates."""
    read = [(instant(day), day, score, mean) for day, score, mean in points]
    dated = [row for row in read if row[0] != LAST]
    if len(dated) < 2:
        return None
    begin, end = dated[0][0], dated[-1][0]
    span = (end - begin).total_seconds() or 1.0

    def x(row: int) -> float:
        return round(inset + (width - 2 * inset) * (dated[row][0] - begin).total_seconds() / span, 1)

    def y(score: float) -> float:
        return round(inset + (height - 2 * inset) * (1 - score / 100), 1)

    dots = tuple(Dot(x(at), y(row[2]), f"{row[1][:10]}: {row[2]:.0f}") for at, row in enumerate(dated))
    line = " ".join(f"{x(at)},{y(row[3])}" for at, row in enumerate(dated))
    return Course(width, height, dots, line, dated[0][1][:10], dated[-1][1][:10])


def scatter(pairs: Sequence[tuple[float, float, str]], *, side: float = 240, inset: float = 8) -> tuple[Dot, ...]:
    """Two scores of each film as dots in a square, the first to the right and the second up, with the film's title."""
    scale = (side - 2 * inset) / 100
    return tuple(
        Dot(round(inset + x * scale, 1), round(side - inset - y * scale, 1), f"{title}: {x:.0f}, {y:.0f}")
        for x, y, title in pairs
    )
