"""What leads up to a rating: a label, a verb of giving, the name of a part of the film, or nothing."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from aggregator.values.patterns import Pattern
from aggregator.values.rating.things import ASPECT_FILLERS, ASPECTS
from aggregator.values.rating.words import (
    BY_WORDS,
    GIVE,
    GIVE_ARTICLES,
    LABEL_ARTICLES,
    LABEL_LINKS,
    OVERALL_WORDS,
    RATING_LABELS,
    WEAK_LABELS,
)

WINDOW = 90
"""Characters before a rating that may hold its label, its subject or its denial."""
RATED = frozenset({"rating", "overall", "give"})
"""Kinds of label that make a rating of what follows."""


class Label(NamedTuple):
    """What stands before a rating: kind is "overall", "rating", "give", "aspect", "words" or "" (nothing)."""

    kind: str
    start: int


LABELS: frozenset[str] = frozenset(RATING_LABELS)
LABEL_WORDS: frozenset[str] = frozenset(label.split()[-1] for label in RATING_LABELS)
GIVE_VERBS: frozenset[str] = frozenset(verb for verbs, _ in GIVE for verb in verbs.split())
_LONGEST_LABEL = max(len(label.split()) for label in RATING_LABELS)
_WORD = Pattern(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_CUT = Pattern(  # one set first, for which `re` can skip
    r"[|;•·\n.!?…–—](?:(?<=[|;•·\n])|(?<=[.!?…])(?<![^\w]\w.)(?:\s|$)|(?<=\s[–—])\s(?=[^\n]{0,90}:))"
)
_OTHER_THING = Pattern(r"\b(?:factor|quality|of the (?:day|week|month|night))$")
_TRIM = " \t:=.…–—>»([\"'*_~-|"
_BARRIERS = frozenset(",;!?)]}/%+")
_JOINERS = frozenset(":=–—|-")


def segment_start(low: str, start: int) -> int:
    """Where the clause begins that leads up to `start`, at most WINDOW characters before it."""
    floor = max(0, start - WINDOW)
    begin = floor
    for match in _CUT.finditer(low, floor, start):
        if low[match.end() : start].strip(_TRIM):
            begin = match.end()
    return begin


def label_before(low: str, start: int) -> Label:
    """The label that leads up to a rating which begins at `start`; `low` is the line in lower case."""
    begin = segment_start(low, start)
    segment = low[begin:start]
    tokens = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(segment)]
    if not tokens:
        return Label("", start)
    if found := _label_at_end(segment, tokens):
        first, last = found
        at = tokens[first][1]
        if any(word in OVERALL_WORDS for word, _, _ in tokens[: last + 1]):
            return Label("overall", begin + at)
        return Label("aspect" if is_aspect(segment[:at]) else "rating", begin + at)
    if is_aspect(segment):
        return Label("aspect", begin)
    giving = _giving(segment, tokens)
    if giving is not None:
        return Label("give", begin + giving)
    return Label("words", begin)


def _label_at_end(segment: str, tokens: list[tuple[str, int, int]]) -> tuple[int, int] | None:
    """First and last token of the label that ends a segment, articles and links such as "for this film" passed over."""
    last = len(tokens) - 1
    while last > 0 and tokens[last][0] in LABEL_ARTICLES and last > len(tokens) - 4:
        last -= 1
    for _ in range(6):
        behind = segment[tokens[last][2] :]
        if _BARRIERS.intersection(behind):
            return None
        for size in range(min(_LONGEST_LABEL, last + 1), 0, -1):
            label = " ".join(word for word, _, _ in tokens[last - size + 1 : last + 1])
            if label in LABELS or (size == 1 and label.rpartition("-")[2] in LABELS):
                weak = label in WEAK_LABELS and not _JOINERS.intersection(behind)
                return None if weak else (last - size + 1, last)
        if tokens[last][0] in LABEL_LINKS:
            last -= 1
        elif last and tokens[last - 1][0] in BY_WORDS:
            last -= 2
        else:
            return None
        if last < 0:
            return None
    return None


@cache
def _gifts() -> dict[str, tuple[Pattern, ...]]:
    gifts: dict[str, tuple[Pattern, ...]] = {}
    tail = rf"[\s:]+{GIVE_ARTICLES}(?:(?:about|at least|only|just|around|etwa|nur) )?[(\[\"'*_]*$"
    for verbs, marked in GIVE:
        pattern = Pattern(marked + tail)
        for verb in verbs.split():
            gifts[verb] = (*gifts.get(verb, ()), pattern)
    return gifts


def _giving(segment: str, tokens: list[tuple[str, int, int]]) -> int | None:
    """Where a verb of giving begins whose object runs up to the segment's end."""
    for word, start, end in tokens:
        if word in GIVE_VERBS and any(pattern.match(segment, end) for pattern in _gifts()[word]):
            return start
    return None


def is_aspect(label: str) -> bool:
    """Whether a label names a part of a film, or another thing, that is marked: "Scare factor", "wine of the week"."""
    if _OTHER_THING.search(label[-WINDOW:].lower().rstrip(_TRIM)):
        return True
    found = [match.group() for match in _WORD.finditer(label[-WINDOW:].lower()) if not match.group().isdigit()]
    return (
        0 < len(found) <= 6
        and any(word in ASPECTS for word in found)
        and all(word in ASPECTS or word in ASPECT_FILLERS for word in found)
    )
