"""A line that may hold a rating, and what stands before and behind a place in it."""

from __future__ import annotations

from typing import NamedTuple

from aggregator.values.names import is_given
from aggregator.values.patterns import Pattern
from aggregator.values.rating.labels import Label, segment_start

EDGE = " \t\n.,;:!?()[]{}\"'“”„«»‘*_~|<>–—-•·/\u200b\ufe0f…=+"
"""What may stand around a rating without being a part of it."""


class Line(NamedTuple):
    """A line to read; context is line, heading, sentence, inline, widget or icon."""

    text: str
    low: str  # the same in lower case, of the same length
    context: str
    language: str | None
    words: frozenset[str]  # in lower case, those of its words that a form asks for


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


PAUSE = Pattern(r"\s*(?:$|[.,;:!?)\]}»”\"'…|/*_~=]|\s[–—-]|[–—-]+(?:\s|$)|\((?!\d{4}))")
FROM_ME = Pattern(
    r"\s+(?:from (?:me|us)|for me|in my book|and (?:that|a)|that|which|but|because|since"
    r"|von mir|de ma part|por mi parte|da parte mia|da me|van mij|ode mnie|från mig|fra mig|da minha parte|de mi parte"
    r"|weil|denn|aber|parce qu[e']?|car|mais|porque|pero|perché|ma|mas|omdat|want|maar|bo|ponieważ|ale|eftersom|men"
    r"|fordi"
    r"|for \w+|rating|score|affair|film|movie|picture|flick|effort|experience|thriller|comedy|drama|horror)(?!\w)"
)
_TAIL = Pattern(r"[ -]+[^\W\d_][^()\[\]!?:;,]{1,48}$")
_SIGNED = Pattern(r"[ -]+(?:by|von|par|por|door|przez)(?!\w)")


_LED = Pattern(r"(?:^|[\s(\[–—:*_\"'-])(?:an?|eine?n?|une?|una|uma?|een|ett?|en|my)\s(?:(?:[\w-]{3,16})\s){0,2}\W?$")


def led(line: Line, start: int) -> bool:
    """Whether an article leads up to it: "a solid ..."."""
    return _LED.search(line.low[max(0, start - 50) : start]) is not None


def pauses(line: Line, end: int) -> bool:
    """Whether the thought may end here: the end of the line, punctuation, or "from me"."""
    return bool(PAUSE.match(line.low, end) or FROM_ME.match(line.low, end))


def clause(line: Line, start: int) -> str:
    """The clause that leads up to `start`, in lower case."""
    return line.low[segment_start(line.low, start) : start]


def last_sign(line: Line, start: int) -> str:
    """The last character before `start` that is not a space, or ""."""
    return line.low[:start].rstrip()[-1:]


def tail(line: Line, end: int) -> int | None:
    """Where a unit of any name ends that closes the line: "cups of tea", "shipments by stork"; None: there is none."""
    rest = line.low[end : end + 60]
    if len(line.low) > end + 60 or FROM_ME.match(line.low, end):
        return None
    match = _TAIL.match(rest)
    if not match or len(match.group().split()) > 6:
        return None
    return end + len(match.group().rstrip(EDGE))


def is_signed(line: Line, end: int, last: int) -> bool:
    """Whether a person's name stands between two places: who gave the rating, and no unit."""
    if _SIGNED.match(line.low, end):
        return True
    words = line.text[end:last].split()
    return 1 < len(words) < 4 and all(word[0].isupper() for word in words) and is_given(words[0])
