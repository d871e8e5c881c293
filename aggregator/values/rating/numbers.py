"""Numbers as ratings write them, digits or words of ten languages, and the record that a rating becomes."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from aggregator.values.patterns import Pattern, any_of
from aggregator.values.rating.words import HALVES, LONE_HALVES, NUMBER_WORDS, ONE_AND_A_HALF, QUARTERS, words

LETTER_STEPS: dict[str, float] = {"A": 12, "B": 9, "C": 6, "D": 3, "F": 0}
"""Twelve even steps: B+ is 10, A- is 11; A+ stays at 12 and F- at 0."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating as written and as understood."""

    raw: str  # as the page writes it
    value: float | None = None  # on the page's own scale; letters: steps of twelve; None: words without a number
    best: float | None = None  # the scale's top; None: open until the site's own habit settles it
    worst: float | None = None  # the scale's foot
    style: str = "fraction"  # stars, letters, fraction, percent, words, thumbs
    scale_source: str | None = None  # declared, outlet, learned, assumed; None: open


_DUTCH_HALVES = ("ënhalf", "ënhalve", "enhalf", "enhalve", "ëneenhalf", "ëneenhalve", "eneenhalf", "eneenhalve")


def _number_words() -> dict[str, float]:
    values: dict[str, float] = {}
    for language, row in NUMBER_WORDS.items():
        for value, spellings in enumerate(row.split()):
            for word in spellings.split("/"):
                values.setdefault(word, float(value))
                if language == "de" and value:
                    values[f"{word}einhalb"] = value + 0.5
                if language == "nl" and value:
                    values |= {word + half: value + 0.5 for half in _DUTCH_HALVES}
    return values | dict.fromkeys(ONE_AND_A_HALF, 1.5)


WORD_VALUES: dict[str, float] = _number_words()
_WORDS = any_of(WORD_VALUES.keys() - {"to"}) + "|to(?= stj| hjert| ud af| af| og en halv)"  # English "to" is no two
HALF = "(?:" + "|".join(HALVES) + ")"
LONE_HALF = "(?:" + "|".join(LONE_HALVES) + ")"
START = r"(?<![^\W_])(?<![.,:/$€£#½])(?<!\d-)"
DIGITS = r"\d{1,3}(?:[.,]\d{1,2})?"
PLAIN_NUMBER = rf"(?:{DIGITS}(?![\w,]\d)|(?:{_WORDS})(?!\w))"
DIGIT_NUMBER = rf"(?:{DIGITS}(?:{HALF}|[¼½¾⅓⅔])?|(?<![*★☆⭐\ufe0f])[¼½¾])"
NUMBER = rf"(?:{DIGITS}(?:{HALF}|[¼½¾⅓⅔])?|(?:{_WORDS})(?!\w)(?:{HALF})?|{LONE_HALF}(?!\w))"
SPELLED: frozenset[str] = words(
    "half halbe halben halber halbes demi demie media medio mezza mezzo meia meio halve pół halv"
) | (WORD_VALUES.keys() - {"to"})
"""Words of which a number in words has one; Danish "to" counts where a Danish word stands behind it."""
_DIGIT = Pattern(r"[\d¼½¾⅓⅔]")
_DANISH_TWO = Pattern(r"\bto (?:stj|hjert|ud af|af|og en halv)")
_HALF_END = Pattern(rf"(?<=\w){HALF}$")
_LONE_HALF = Pattern(LONE_HALF)


def has_number(low: str, spoken: Set[str]) -> bool:
    """Whether a number stands in a text in lower case, in digits or in one of its words."""
    return not spoken.isdisjoint(SPELLED) or bool(_DIGIT.search(low) or ("to" in low and _DANISH_TWO.search(low)))


def read_number(text: str) -> float | None:
    """The number that `text`, in lower case, writes: "3,5", "3 1/2", "three and a half", "dreieinhalb"."""
    text = text.strip()
    if text in WORD_VALUES:
        return WORD_VALUES[text]
    if _LONE_HALF.fullmatch(text):
        return 0.5
    part = 0.0
    if match := _HALF_END.search(text):
        text, part = text[: match.start()].strip(), 0.5
    elif text[-1:] in QUARTERS:
        text, part = text[:-1].strip(), QUARTERS[text[-1]]
    if text in WORD_VALUES:
        return WORD_VALUES[text] + part
    if not text:
        return part
    try:
        return float(text.replace(",", ".")) + part
    except ValueError:
        return None


def read_letter(text: str) -> float | None:
    """A letter grade, A to F with plus or minus as sign or word, in steps of twelve."""
    grade = text.strip().upper().replace("-MINUS", "-").replace("MINUS", "-").replace("PLUS", "+")
    step = LETTER_STEPS.get(grade[:1])
    sign = grade[1:].strip(" -–—−_") if "+" in grade else grade[1:].strip()
    if step is None or sign not in {"", "+", "-", "–", "—", "−"}:
        return None
    shift = 0 if not sign else 1 if sign == "+" else -1
    return float(min(12, max(0, step + shift)))
