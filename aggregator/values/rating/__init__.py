"""A rating as a critic writes it: text in, `Rating` or None out."""

from __future__ import annotations

from functools import lru_cache

from aggregator.values.rating.marks import read_mark
from aggregator.values.rating.numbers import Rating
from aggregator.values.rating.read import LONGEST, SHORT, may_rate, read_line
from aggregator.values.rating.structured import read_structured, structured_rating
from aggregator.values.rating.words import RATING_LABELS

__all__ = ["CONTEXTS", "RATING_LABELS", "SHORT", "Rating", "may_rate", "parse_rating", "structured_rating"]

CONTEXTS: dict[str, str] = {  # where a text stood -> how strictly it is read
    "own_line": "line",
    "heading": "heading",
    "end_of_sentence": "sentence",
    "inline": "inline",
    "widget": "widget",
    "alt_text": "icon",
    "class_name": "icon",
    "css_width": "icon",
    "data_attribute": "icon",
    "jsonld": "structured",
}
_LONG_LINE = 160


@lru_cache(maxsize=256)
def parse_rating(text: str, *, context: str | None = None, language: str | None = None) -> Rating | None:
    """The critic's own rating that `text` states, or None.

    `context` says where the text stood: own_line, heading, end_of_sentence, inline (within running text), widget,
    alt_text (or a file name), class_name, css_width, data_attribute, jsonld (a snippet of structured data); None reads
    a short text as a line of its own and a longer one as running text. `language` is ISO 639-1, and a hint only.

    The rating may stand within a longer text: `raw` is the part that writes it ("4.5 out of 5 reels"), with its label
    where nothing else makes it a rating ("Rating: 8"). A scale that the text does not state stays open (`best` None).
    Age certificates, parts, dates, shares, legends and other people's scores give None. Never raises.
    """
    kind = CONTEXTS.get(context or "", "line")
    if kind == "structured":
        return read_structured(text)
    if kind == "icon" or (kind == "widget" and "width" in text):
        return read_mark(text, context or "", language)
    text = text.strip()[-LONGEST:]
    if not may_rate(text):
        return None
    if kind == "line" and len(text) > (_LONG_LINE if context else SHORT):
        kind = "inline"
    return read_line(text, kind, language)
