"""A line that may hold a rating, and what stands before and behind a place in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from aggregator.values.rating import lookalikes
from aggregator.values.rating.lookalikes import Label

RATED = frozenset({"rating", "overall", "give"})
EDGE = " \t\n.,;:!?()[]{}\"'“”„«»‘*_~|<>–—-•·/\u200b\ufe0f…=+>"


class Line(NamedTuple):
    """A line to read; context is line, heading, sentence, inline, widget or icon."""

    text: str
    low: str  # the same in lower case, of the same length
    context: str
    language: str | None = None


class Found(NamedTuple):
    """A rating at text[start:end], and the label that leads up to it."""

    start: int
    end: int
    label: Label
    value: float | None
    best: float | None = None
    style: str = "fraction"
    source: str | None = None
    worst: float | None = None
    at: int | None = None  # where the value begins, if the label is part of the span


def opens(line: Line, start: int) -> bool:
    """Whether nothing but punctuation stands before."""
    return not line.low[:start].strip(EDGE)


def closes(line: Line, end: int) -> bool:
    """Whether nothing but punctuation stands behind."""
    return not line.low[end:].strip(EDGE)


PAUSE = re.compile(r"\s*(?:$|[.,;:!?)\]}»”\"'…|/*_~=]|\s[–—-]|[–—-]+(?:\s|$)|\((?!\d{4}))")
FROM_ME = re.compile(
    r"\s+(?:from (?:me|us)|for me|in my book|and (?:that|a)\b|that\b|which\b|but\b|because\b|since\b|von mir|de ma part|por mi parte|da parte mia|da me|van mij|ode mnie|från mig|fra mig|film\b|movie\b|picture\b|flick\b|effort\b|experience\b|thriller\b|comedy\b|drama\b|horror\b|for (?:this|the|that)\b)"
)


def pauses(line: Line, end: int) -> bool:
    """Whether the thought may end here: the end of the line, punctuation, or "from me"."""
    return bool(PAUSE.match(line.low, end) or FROM_ME.match(line.low, end))


def segment(line: Line, start: int) -> str:
    return line.low[lookalikes.segment_start(line.low, start) : start]


def tail(line: Line, end: int) -> int | None:
    """Where a unit of any name ends that closes the line: "cups of tea", "shipments from Amazon"; None: too long."""
    if FROM_ME.match(line.low, end):
        return None
    match = re.match(r"[ -]+[^\W\d_][^()\[\]!?:;,]{1,48}$", line.low[end : end + 60])
    if not match or len(line.low) > end + 60 or len(match.group().split()) > 6:
        return None
    return end + len(match.group().rstrip(EDGE))
