"""Ratings in structured fields: values of JSON-LD, microdata and microformats, or a snippet of their source."""

from __future__ import annotations

import re
from dataclasses import replace

from aggregator.values.patterns import Pattern
from aggregator.values.rating.numbers import Rating
from aggregator.values.rating.read import read_line

LONGEST_SNIPPET = 2000
"""Characters of a snippet that are read."""
_NUMBER = Pattern(r"\s*(\d{1,4}(?:[.,]\d{1,6})?)\s*")
_DIGITS = Pattern(r"\d{1,3}")
_FIELDS = {
    name: Pattern(
        rf"\"{name}\"\s*:\s*\"([^\"]{{1,40}})\"|\"{name}\"\s*:\s*([\d.]{{1,8}})"
        rf"|itemprop=[\"']?{name}[\"']?[^>]{{0,80}}?content=[\"']([^\"']{{1,40}})[\"']"
        rf"|content=[\"']([^\"']{{1,40}})[\"'][^>]{{0,40}}itemprop=[\"']?{name}"
        rf"|itemprop=[\"']?{name}[\"']?[^>]{{0,80}}>([^<>]{{1,40}})<|\b{name}\s?[=:]\s?[\"']?([\d.,]{{1,8}}\d|\d)",
        re.IGNORECASE,
    )
    for name in ("ratingvalue", "bestrating", "worstrating")
}
_CLASS = r"class=[\"'][^\"']{0,60}\b(?:(?:p-)?rating|value|value-title)(?![\w-])[^\"']{0,60}[\"'][^>]{0,80}"
_MICROFORMAT = Pattern(rf"{_CLASS}?\b(?:value|title)=[\"']([^\"']{{1,20}})[\"']|{_CLASS}>([^<>]{{1,40}})<")
_BEST_BESIDE = Pattern(r"\b(?:best|max|out of)\D{0,12}(\d{1,3})|</\w{1,10}>\s?(?:/|of|out of)\s?(\d{1,3})")
_AGGREGATE = ("aggregate", "ratingcount", "reviewcount", "votecount")


def read_structured(text: str) -> Rating | None:
    """The rating in a snippet of JSON-LD, microdata or a microformat; an aggregate is the readers' and gives None."""
    text = text[:LONGEST_SNIPPET]
    low = text.lower()
    if any(word in low for word in _AGGREGATE):
        return None
    value = _field("ratingvalue", text)
    if value is None and (match := _MICROFORMAT.search(text)):
        value = match[1] or match[2]
    if value is None:
        return structured_rating(text) if len(text) <= 40 else None
    best = _field("bestrating", text)
    if best is None and (match := _BEST_BESIDE.search(low)):
        best = match[1] or match[2]
    return structured_rating(value, best, _field("worstrating", text))


def _field(name: str, text: str) -> str | None:
    match = _FIELDS[name].search(text)
    return next((part.strip() for part in match.groups() if part), None) if match else None


def _number(value: object) -> float | None:
    """A number of a structured field: 4.5, "4,5", " 4.5 "; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return float(value) if abs(value) < 1e6 else None
    match = _NUMBER.fullmatch(str(value)[:40])
    return float(match[1].replace(",", ".")) if match else None


def structured_rating(value: object, best: object = None, worst: object = None) -> Rating | None:
    """The rating of a structured field, as JSON-LD, microdata or a microformat gives it; never raises.

    `value`, `best` and `worst` are numbers or texts ("4,5", "4.5 out of 5", "B+", "★★★½"). A text that states its own
    scale wins over `best`; a best under the value is wrong, as some plugins publish it, and leaves the scale open.
    Without a best, a value up to 5 has 5 as *assumed*, the default of older schema.org. Zero of an undeclared foot is
    a plugin's empty field: None.
    """
    raw = str(value).strip() if value is not None else ""
    if not raw or len(raw) > 200:
        return None
    number, top, foot = _number(value), _number(best), _number(worst)
    if top is None and best is not None and (match := _DIGITS.search(str(best)[:20])):
        top = float(match[0])
    if number is None:
        read = read_line(raw, "icon", None) or read_line(raw, "line", None)
        if read is None or read.scale_source == "declared" or read.value is None or not top or read.value > top:
            return read
        return replace(read, best=top, worst=foot, scale_source="declared")
    if number < 0 or (number == 0 and foot != 0):
        return None
    if foot is not None and foot > number:
        foot = None
    if top is not None and number <= top <= 1000 and top > 0:
        return Rating(raw, number, top, foot, "stars" if top <= 5 else "fraction", "declared")
    if top is None and number <= 5:
        return Rating(raw, number, 5.0, foot, "stars", "assumed")
    return Rating(raw, number, None, foot) if number <= 100 else None
