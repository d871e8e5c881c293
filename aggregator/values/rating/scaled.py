"""Ratings that state their scale: "4/5", "4 out of 5 reels", "vier von fünf Sternen", "on a scale of 1 to 10: 8"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from aggregator.values.patterns import Pattern, any_of
from aggregator.values.rating import lookalikes
from aggregator.values.rating.labels import LABEL_WORDS, LABELS, RATED, Label, label_before
from aggregator.values.rating.lines import Found, Line, clause, closes, is_signed, last_sign, opens, pauses, tail
from aggregator.values.rating.numbers import DIGIT_NUMBER, HALF, NUMBER, PLAIN_NUMBER, START, read_number
from aggregator.values.rating.words import (
    POINT_NOUNS,
    SCALE_FILLERS,
    SCALE_WORDS,
    SOFT_SCALE_WORDS,
    STAR_NOUNS,
    STAR_SIGNS,
    words,
)

BESTS: frozenset[float] = frozenset({4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 100})
"""Scales that a fraction without a label or a unit may have."""
FULL_MARKS: frozenset[float] = frozenset({4, 5, 6, 10, 20, 100})
"""Scales on which a fraction without a label may reach the top: 50/50 is a title."""

UNIT = rf"(?:[{STAR_SIGNS}]|(?:{any_of(STAR_NOUNS | POINT_NOUNS)})(?!\w))"
FILLER = "(?:" + "|".join(SCALE_FILLERS) + ")?"
_SEPARATOR = rf"(?P<sep>{'|'.join(SCALE_WORDS)}|(?P<soft>{'|'.join(SOFT_SCALE_WORDS)}))"
SLASH = Pattern(
    rf"{START}(?P<value>{DIGIT_NUMBER})(?P<mid> ?{UNIT})?(?P<gap>\s{{0,2}}\(?)(?P<soft>)(?P<half>)/\s{{0,2}}"
    rf"(?P<best>\d{{1,3}}(?:[.,]0)?)(?![^\W_]|[/%½]|[.,:]\d|-\d)(?P<unit> ?-?{UNIT})?"
)
_ARTICLE = "(?:ein(?:e|en)?|une?|una|uma?|een|en|ett?)"
WORDED = Pattern(
    rf"{START}(?!{_ARTICLE} {NUMBER})(?P<value>{NUMBER})(?P<mid>(?:[ -]+[^\s()\d/]{{1,20}}){{0,4}}?)(?P<half>{HALF})?"
    rf"(?P<gap>[\s,]{{1,3}}\(?|-|\s?\(){_SEPARATOR}[ -]{{1,2}}{FILLER}(?P<best>{PLAIN_NUMBER})(?![\w/]|\.\d)"
    rf"(?P<unit> ?-?{UNIT})?"
)
_VALUE_REACH = 60
"""Characters before the first slash in which its value begins."""
_WORDED_REACH = 90
"""Characters before a scale word in which its value begins."""
_SCALE_REACH = 80
"""Characters from a scale word on in which its scale ends."""
SCALE_TOKENS: frozenset[str] = words("of out outta von sur sobre su de op av af na utav sulle over") | set(
    SOFT_SCALE_WORDS
)
_SCALE_END = Pattern(rf"{FILLER}{PLAIN_NUMBER}")

SCALE_NOUNS: frozenset[str] = words("scale skala échelle escala scala schaal skali skalan")
MAXIMA: frozenset[str] = words("max maximum maximal höchstwertung massimo máximo")
_SPAN_HINT = Pattern(r"\([01]\s?(?:-|–|to|bis|à)\s?\d")
_FROM = r"(?:(?:of|from|von|de|del|da|van|od|från|fra)\s)?"
_SPAN = rf"(?P<foot>{PLAIN_NUMBER})\s?(?:-|–|to|through|bis|à|a|al|tot|till|til|do|e)\s?(?P<best>{PLAIN_NUMBER})"
SCALE_FIRST = Pattern(
    rf"(?:{any_of(SCALE_NOUNS)})\s{_FROM}{_SPAN}[^\d.!?]{{0,40}}?(?<![\w.,])(?P<value>{NUMBER})(?![\w/%])"
)
SCALE_LAST = Pattern(
    rf"{START}(?P<value>{NUMBER})(?: ?{UNIT})?\s(?:on|auf|sur|en|in|su|numa|em|op|na"
    rf"|på)\s[\w ]{{0,12}}?(?:{any_of(SCALE_NOUNS)})\s"
    rf"{_FROM}(?:{_SPAN}|(?P<top>{PLAIN_NUMBER}))"
)
SPAN_BEHIND = Pattern(
    rf"{START}(?P<value>{NUMBER})(?: ?{UNIT})?\s?\((?P<foot>[01])\s?(?:-|–|to|bis|à)\s?(?P<best>\d{{1,3}})\)"
)
LABEL_SPAN = Pattern(
    rf"(?<![\w'])(?P<label>[^\W\d_]{{3,14}}) ?\("
    rf"(?:(?:out of|of|von|sur|sobre|su|de|di|em|van|op|av|af|na|z|max\.?)\s{FILLER}"
    rf"|(?P<foot>[01])\s?(?:-|–|to|bis|à)\s?)(?P<best>{PLAIN_NUMBER})\)\s?[:=–—-]\s?(?P<value>{NUMBER})(?![\w/%])"
)
MAXIMUM = Pattern(
    rf"{START}(?P<value>{NUMBER})(?: ?{UNIT})?,?\s?\(?(?:{any_of(MAXIMA)})\.?[: ]{{1,2}}"
    rf"(?P<best>\d{{1,3}})(?!\w)"
)
_WORTH = Pattern(
    r"(?:^|[\s(\[–—:*_\"'-])(?:an?|the|my|solid|strong|easy|a very \w+|very \w+|ein\w*|une?|una?|uno|uma?|een"
    r"|en|ett|et)?"
    r"\s?(?:[\w-]{3,12}\s)?$"
)
_STARRY = Pattern(UNIT)


def scaled(line: Line) -> Iterator[Found]:
    """Ratings with a scale of their own."""
    for match in _on_a_scale(line):
        groups = match.groupdict()
        value, best = read_number(match["value"]), read_number(groups.get("best") or groups.get("top") or "")
        foot = read_number(groups["foot"]) if groups.get("foot") else None
        if value is not None and best is not None and (foot or 0) <= value <= best and best in BESTS:
            label = label_before(line.low, match.start())
            yield Found(match.start(), match.end(), label, value, best, "fraction", "declared", foot)
    slash = line.low.find("/")
    slashed = SLASH.finditer(line.low, max(0, slash - _VALUE_REACH)) if slash >= 0 else ()
    for match in chain(slashed, _worded(line)):
        value, best = read_number(match["value"]), read_number(match["best"])
        if value is not None and best is not None:
            value += 0.5 if match["half"] else 0.0
            label = label_before(line.low, match.start())
            starry = bool(match["unit"]) or bool(match["mid"] and _STARRY.search(match["mid"]))
            if 0 <= value <= best and 3 <= best <= 100 and _is_mark(line, match, value, best, label, starry):
                yield _found(line, match, value, best, label, starry)


def _on_a_scale(line: Line) -> Iterator[re.Match[str]]:
    if line.words & SCALE_NOUNS:
        yield from SCALE_FIRST.finditer(line.low)
        yield from SCALE_LAST.finditer(line.low)
    if "(" in line.low and _SPAN_HINT.search(line.low):
        yield from SPAN_BEHIND.finditer(line.low)
    if ")" in line.low and line.words & LABEL_WORDS:
        yield from (match for match in LABEL_SPAN.finditer(line.low) if match["label"] in LABELS)
    if line.words & MAXIMA:
        yield from MAXIMUM.finditer(line.low)


def _worded(line: Line) -> Iterator[re.Match[str]]:
    """Matches of `WORDED`, tried only where a scale word and a number stand together."""
    places = []
    for word in line.words & SCALE_TOKENS:
        at = line.low.find(word)
        while at >= 0:
            end = at + len(word)
            if line.low[end : end + 1] in (" ", "-") and _SCALE_END.match(line.low, end + 1):
                places.append(at)
            at = line.low.find(word, at + 1)
    if places:
        yield from WORDED.finditer(line.low, max(0, min(places) - _WORDED_REACH), max(places) + _SCALE_REACH)


def _found(line: Line, match: re.Match[str], value: float, best: float, label: Label, starry: bool) -> Found:
    """The rating with its unit, its closing bracket, and its label where the bare fraction would not stand."""
    start, end = match.span()
    if match["gap"].strip() == "(" and line.text[end : end + 1] in {")", "]"}:
        end += 1
    if (
        not match["unit"]
        and line.context in {"line", "sentence", "icon"}
        and (label.kind in RATED or opens(line, start))
    ):
        last = tail(line, end)
        end = last if last and not is_signed(line, end, last) else end
    if label.kind in RATED and (match["soft"] or best not in FULL_MARKS) and not starry:
        start = label.start
    style = "stars" if starry and best <= 10 else "fraction"
    return Found(start, end, label, value, best, style, "declared", at=match.start())


def _is_mark(line: Line, match: re.Match[str], value: float, best: float, label: Label, starry: bool) -> bool:
    start, end = match.span()
    before = clause(line, start)
    if lookalikes.PART_BEFORE.search(before) or lookalikes.RANGE_BEFORE.search(before):
        return False
    if opens(line, start) and line.context == "line" and lookalikes.is_legend(line.low, end, unit=bool(match["unit"])):
        return False
    if label.kind in RATED or starry:
        return label.kind != "give" or not lookalikes.SHARE_AFTER.match(line.low, end)
    if label.kind == "aspect" and line.context != "heading":
        return False
    decimal = value != int(value)
    if best not in BESTS or (value == best and best not in FULL_MARKS) or lookalikes.SHARE_AFTER.match(line.low, end):
        return False
    if "sep" not in match.groupdict() and _may_be_a_day(line, match["value"], value, best):
        return False
    if not decimal and (lookalikes.DATE_AFTER.match(line.low, end) or lookalikes.DATE_BEFORE.search(before)):
        return False
    if best <= 6 and lookalikes.SHARE_BEFORE.search(before):
        return False
    bracketed = match["gap"].strip() == "(" or line.context == "icon"
    if (
        match["soft"]
        and not decimal
        and not bracketed
        and (match["soft"] == "of" or not (opens(line, start) and closes(line, end)))
    ):
        return False
    return _stands_well(line, (start, end), value, best, bool(match["mid"]))


def _may_be_a_day(line: Line, written: str, value: float, best: float) -> bool:
    """Whether a bare "4/20", "01/08" or "12/25" is rather a month and a day; of 20 is a scale outside English."""
    if value != int(value) or value > 12 or best > 31:
        return False
    padded = written.isdigit() and len(written) == 2 and written[0] == "0"
    return padded or (best not in FULL_MARKS and best not in {7, 8}) or (best == 20 and line.language == "en")


def _stands_well(line: Line, span: tuple[int, int], value: float, best: float, named: bool) -> bool:
    """Whether a fraction without label or unit stands where a mark stands."""
    start, end = span
    decimal = value != int(value)
    if line.context == "icon":
        return True
    if line.context == "widget":
        return decimal or (value > 1 and best >= 5 and best in FULL_MARKS and line.text == line.text[start:end])
    if line.context in {"line", "sentence"}:
        return pauses(line, end) or (opens(line, start) and tail(line, end) is not None)
    if line.context == "heading":
        apart = opens(line, start) or last_sign(line, start) in set(":–—-(|,)[*!?")
        return pauses(line, end) and (apart or decimal or closes(line, end))
    return not named and pauses(line, end) and bool(_WORTH.search(line.low[max(0, start - 40) : start]))
