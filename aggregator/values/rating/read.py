"""One line read as a rating: the cheap test first, then the forms in order of trust."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from aggregator.values.rating import lookalikes
from aggregator.values.rating.glyphs import SYMBOL
from aggregator.values.rating.lines import Found, Line
from aggregator.values.rating.numbers import Rating
from aggregator.values.rating.plain import labelled, lone, thumbed, titled, worded
from aggregator.values.rating.scaled import drawn, scaled
from aggregator.values.rating.units import graded, percents, starred

LONGEST = 1000
"""Of a longer text only the last so many characters are read: a rating stands at the end."""
SHORT = 70
"""Lines up to this length may be a rating in words alone."""

FORMS: tuple[Callable[[Line], Iterator[Found]], ...] = (
    scaled,
    drawn,
    starred,
    percents,
    graded,
    labelled,
    thumbed,
    titled,
    lone,
    worded,
)
"""In order of trust: the first form that stands in a line is the rating."""

HINTS: tuple[str, ...] = (  # in a line without digits or glyphs, one of these must stand; lower case
    "star", "stern", "toile", "estrel", "stell", "sterr", "ster ", "gwiazd", "stjärn", "stjern", "out of", "outta",
    "rating", "grade", "score", "verdict", "thumb", "daumen", "pouce", "pulgar", "pollic", "polega", "duim", "kciuk",
    "tumme", "tommel", " plus", " minus", "-plus", "-minus",
)  # fmt: skip
SHORT_HINTS: tuple[str, ...] = (
    " von ",
    " sur ",
    " sobre ",
    " su ",
    " de ",
    " op ",
    " av ",
    " af ",
    " na ",
    " van ",
    " gi",
    " a ",
)
_DIGIT = re.compile(r"[0-9½¼¾]")
_SHORT_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)|[½¼¾]")
_SIGNED = re.compile(r"[A-DF] ?[+−–-](?!\w)")
_LAST_LETTER = re.compile(r"(?<![\w'])[A-DF]\W{0,4}$")
_PLAIN = str.maketrans(
    {
        "\xa0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\t": " ",
        "\n": " ",
        "⁄": "/",
        "∕": "/",
        "／": "/",
        "’": "'",
        "‘": "'",
        "‑": "-",
        "‐": "-",
    }
    | {chr(0xFF10 + digit): str(digit) for digit in range(10)}
)


def may_rate(text: str) -> bool:
    """A cheap test that every text with a rating passes, and few others."""
    if _DIGIT.search(text) and _SHORT_NUMBER.search(text):
        return True
    if not text.isascii() and SYMBOL.search(text):
        return True
    if "**" in text or "@@" in text or "* *" in text or _SIGNED.search(text):
        return True
    if len(text) <= SHORT:
        return True
    low = text.lower()
    return any(hint in low for hint in HINTS) or _LAST_LETTER.search(text[-8:]) is not None


def read_line(text: str, context: str, language: str | None) -> Rating | None:
    """The rating in one line; `context` is one of those of `Line`."""
    plain = text.translate(_PLAIN)
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
    line = Line(plain, low, context, language)
    denied: list[tuple[int, int]] = []
    for form in FORMS:
        best: Found | None = None
        for found in form(line):
            if any(found.start < end and start < found.end for start, end in denied):
                continue
            if _is_no_mark(line, found):
                denied.append((found.start, found.end))
            elif best is None or (found.label.kind == "overall" and best.label.kind != "overall"):
                best = found
        if best is not None:
            raw = text[best.start : best.end].strip()
            return Rating(raw, best.value, best.best, best.worst, best.style, best.source)
    return None


def _is_no_mark(line: Line, found: Found) -> bool:
    start = found.start if found.at is None else found.at
    if lookalikes.is_someone_elses(line.text, line.low, start, found.end):
        return True
    return found.label.kind not in {"rating", "overall"} and lookalikes.is_denied(line.low, start, found.end)
