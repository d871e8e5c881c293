"""One line read as a rating: the cheap test first, then the forms in order of trust."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from aggregator.values.patterns import Pattern
from aggregator.values.rating import lookalikes
from aggregator.values.rating.drawn import drawn
from aggregator.values.rating.glyphs import SYMBOL
from aggregator.values.rating.labels import GIVE_VERBS, LABEL_WORDS
from aggregator.values.rating.letters import THUMB_NOUNS, graded, thumbed
from aggregator.values.rating.lines import Found, Line
from aggregator.values.rating.numbers import SPELLED, Rating, has_number
from aggregator.values.rating.plain import labelled, lone, titled, worded
from aggregator.values.rating.scaled import MAXIMA, SCALE_NOUNS, SCALE_TOKENS, scaled
from aggregator.values.rating.things import UNITS, UNRATED_UNITS
from aggregator.values.rating.units import PERCENT_ENDS, coded, percents, starred
from aggregator.values.rating.words import POINT_NOUNS, STAR_NOUNS

LONGEST = 1000
"""Of a longer text only the last so many characters are read: a rating stands at the end."""
SHORT = 70
"""Lines up to this length may be a rating in words alone."""

FORMS: tuple[Callable[[Line], Iterator[Found]], ...] = (
    coded,
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

UNCOUNTED: tuple[Callable[[Line], Iterator[Found]], ...] = (drawn, starred, graded, thumbed, worded)
"""Of these, what needs no number."""

HINTS: tuple[str, ...] = (  # in a longer line without digits, glyphs and grades, one of these must stand; lower case
    *("stars", "star ", "-star", "toile", "estrel", " stell", " stern", " sterr", "gwiazd", "stj"),
    *("out of", "outta", "thumb", "grade", " rating"),
)
KNOWN: frozenset[str] = frozenset().union(
    *(LABEL_WORDS, GIVE_VERBS, STAR_NOUNS, POINT_NOUNS, UNITS, UNRATED_UNITS, SPELLED, SCALE_TOKENS),
    *(SCALE_NOUNS, MAXIMA, PERCENT_ENDS, THUMB_NOUNS),
)
"""The words that the forms ask for."""
_WORD = Pattern(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_DIGIT = Pattern(r"[0-9½¼¾]")
_SHORT_NUMBER = Pattern(r"(?<!\d)\d{1,3}(?!\d)|[½¼¾]")
_SIGNED = Pattern(r"[A-DF](?: ?[+−–-](?!\w)|[ -](?:plus|minus))")
_LAST_LETTER = Pattern(r"(?<![\w'])[A-DF]\W{0,4}$")
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
    """A cheap test that nearly every text with a rating passes, and few others of some length."""
    if len(text) <= SHORT or (_DIGIT.search(text) and _SHORT_NUMBER.search(text)):
        return True
    if "**" in text or _SIGNED.search(text) or (not text.isascii() and SYMBOL.search(text)):
        return True
    low = text.lower()
    for hint in HINTS:  # a loop: half the cost of any() on the path of every line
        if hint in low:
            return True
    return _LAST_LETTER.search(text[-8:]) is not None


def read_line(text: str, context: str, language: str | None) -> Rating | None:
    """The rating in one line; `context` is one of those of `Line`."""
    plain = text if text.isascii() and "\n" not in text and "\t" not in text else text.translate(_PLAIN)
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
    said = _WORD.findall(low)
    line = Line(plain, low, context, language, KNOWN.intersection(said))
    counted = has_number(low, line.words) or (
        "'" in low and has_number("", {part for word in said for part in word.split("'")})
    )
    denied: list[tuple[int, int]] = []
    for form in FORMS if counted else UNCOUNTED:
        best: Found | None = None
        for found in form(line):
            if any(found.start < end and start < found.end for start, end in denied):
                continue
            if _is_no_mark(line, found):
                denied.append((found.start, found.end))
            elif best is None or (found.label.kind == "overall" and best.label.kind != "overall"):
                best = found
        if best is not None:
            return _rating(text[best.start : best.end].strip(), best)
    return None


def _rating(raw: str, found: Found) -> Rating:
    """The record; four and a half stars and five are of five, since no usual scale lies between."""
    if found.style == "stars" and found.best is None and found.value is not None and 4 < found.value <= 5:
        return Rating(raw, found.value, 5.0, found.worst, found.style, "assumed")
    return Rating(raw, found.value, found.best, found.worst, found.style, found.source)


def _is_no_mark(line: Line, found: Found) -> bool:
    start = found.start if found.at is None else found.at
    if lookalikes.is_someone_elses(line.text, line.low, start, found.end) or lookalikes.is_of_a_part(
        line.low, found.end
    ):
        return True
    return found.label.kind not in {"rating", "overall"} and lookalikes.is_denied(line.low, start, found.end)
