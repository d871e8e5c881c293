"""The bottom line of a review."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from aggregator.values.bottom_line import (
    LIKELY,
    LONGEST,
    SURE,
    bottom_line,
    bottom_line_weight,
    first_sentences,
    is_prose,
    opening_weight,
    said_of,
)
from aggregator.values.text import fold, sentences
from aggregator.values.verdict_words import VERDICT_LABELS, WEAK_LABELS

__all__ = [
    "BEFORE",
    "VERDICT_LABELS",
    "Verdict",
    "bottom_line",
    "bottom_line_weight",
    "is_prose",
    "label_weight",
    "opens_bottom_line",
    "said_of",
    "split_label",
    "trim_verdict",
]

LONGEST_LABEL = 60  # characters
MOST_SENTENCES = 6

_SURE_LABELS = frozenset().union(*VERDICT_LABELS.values())
_SURE_WORDS = frozenset(label.partition(" ")[0] for label in _SURE_LABELS)
BEFORE = " \t\"'“”‘’«»#*•·►▶★☆|>_–—-0123456789.)("
_DIVIDER = re.compile(r"\s?[:：|\n]\s*|\s+[–—-]{1,2}\s+|\s?[–—]\s?|[.!?]+(?=\s|$)\s*")
_DIVIDES = re.compile(r"[:：|\n–—.!?-]")
"""What parts a label from its text, and of which it has one."""
_ABOUT = re.compile(r" (?:on|about|zu|zum|zur|uber|sur|sobre|su|over|om|na temat) .{1,40}$")
_HASHTAG = re.compile(r"\s*#\w")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_MARKS = ",:;–—- \t\n."


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sentence or paragraph that does the job of a bottom line."""

    text: str
    explicit: bool = False  # a label or heading marks it
    label: str | None = None  # that label: "Final Thoughts"


def label_weight(label: str) -> float:
    """How surely a label or heading marks a bottom line: 1 "Verdict", 0.6 "Overall" or "Summary", 0 no label at all."""
    key = fold(label)
    about = _ABOUT.sub("", key) if " " in key else key
    if key in _SURE_LABELS or about in _SURE_LABELS:
        return SURE
    return LIKELY if key in WEAK_LABELS or about in WEAK_LABELS else 0.0


def split_label(text: str) -> tuple[str | None, str]:
    """The label that a text opens with, and what follows: "Final Thoughts: This has" -> ("Final Thoughts", "This has").

    A colon, dash, full stop or line break parts the two; a sure label with capitals may stand without ("VERDICT This
    has"). A label alone, also behind a film's title ("Her: The Verdict"), gives (label, ""); none gives (None, text).
    """
    if _HASHTAG.match(text):
        return None, text
    start = len(text[:20]) - len(text[:20].lstrip(BEFORE))
    head = text[start : start + LONGEST_LABEL + 20]
    mark = _DIVIDES.search(head)
    divider = _DIVIDER.search(head, max(0, mark.start() - 2)) if mark else None
    label = head[: divider.start()].strip() if divider else head.strip()
    weight = label_weight(label) if len(label) <= LONGEST_LABEL else 0.0
    if weight and divider:
        rest = text[start + divider.end() :].lstrip(_MARKS)
        if weight == SURE or not rest or divider.group().strip() not in {".", "!", "?"}:
            return label.strip(BEFORE), rest.strip() if any(map(str.isalnum, rest)) else ""
    elif weight:
        return label.strip(BEFORE), ""
    elif divider and len(text) <= LONGEST_LABEL:
        tail = _DIVIDER.split(text.rstrip(" :.!"))[-1]
        if label_weight(tail) == SURE:
            return tail.strip(), ""
    return _split_unmarked(text, start)


def _split_unmarked(text: str, start: int) -> tuple[str | None, str]:
    """A label in capitals that no mark parts from its text, as in headings that run in: "Final Verdict This is"."""
    found = list(islice(_WORD.finditer(text[start : start + LONGEST_LABEL + 20]), 5))
    if not found or fold(found[0][0]).partition(" ")[0] not in _SURE_WORDS:
        return None, text
    for count in range(len(found) - 1, 0, -1):
        label = text[start : start + found[count - 1].end()]
        following = found[count].group()
        gap = text[start + found[count - 1].end() : start + found[count].start()]
        if not gap.isspace() or not following[0].isupper() or fold(label) not in _SURE_LABELS:
            continue
        if label.isupper() if count == 1 else all(word.group()[0].isupper() for word in found[:count]):
            return label, text[start + found[count].start() :].strip()
    return None, text


def opens_bottom_line(text: str, language: str | None = None) -> bool:
    """Whether a paragraph opens as a bottom line does: "Overall, ...", "Alles in allem ...", "Bref, ..."."""
    return opening_weight(text, language) == SURE


def trim_verdict(text: str) -> str:
    """A bottom line cut to its first sentences: at most six, and at most 110 words."""
    return first_sentences(sentences(text[:LONGEST])[:MOST_SENTENCES])
