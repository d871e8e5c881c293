"""Ratings with their scale, or drawn on it: "4 out of 5 reels", "★★★☆☆"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from aggregator.values.rating import lookalikes
from aggregator.values.rating.glyphs import RUN, read_run
from aggregator.values.rating.lines import (
    RATED,
    Found,
    Line,
    closes,
    opens,
    pauses,
    segment,
    tail,
)
from aggregator.values.rating.lookalikes import Label, label_before
from aggregator.values.rating.numbers import (
    DIGIT_NUMBER,
    HALF,
    NUMBER,
    PLAIN_NUMBER,
    START,
    read_number,
)
from aggregator.values.rating.words import (
    POINT_NOUNS,
    SCALE_FILLERS,
    SCALE_WORDS,
    SOFT_SCALE_WORDS,
    STAR_NOUNS,
)

BESTS: frozenset[float] = frozenset({4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 100})
"""Scales that a fraction without a label or a unit may have."""
FULL_MARKS: frozenset[float] = frozenset({4, 5, 6, 10, 20, 100})
"""Scales on which a fraction without a label may reach the top: 50/50 is a title."""
# --- a value and its scale -----------------------------------------------------------------------------------------

_UNIT = rf"(?:{STAR_NOUNS}|{POINT_NOUNS})(?!\w)"
_FILLER = "(?:" + "|".join(SCALE_FILLERS) + ")?"
_SCALE = rf"(?P<sep>{'|'.join(SCALE_WORDS)}|(?P<soft>{'|'.join(SOFT_SCALE_WORDS)}))"
SLASH = re.compile(
    rf"{START}(?P<value>{DIGIT_NUMBER})(?P<mid> ?{_UNIT})?(?P<gap>\s{{0,2}}\(?)(?P<soft>)/\s{{0,2}}(?P<best>\d{{1,3}}(?:[.,]0)?)(?![\w/%½]|[.,:]\d|-\d)(?P<unit> ?-?{_UNIT})?"
)
WORDED = re.compile(
    rf"{START}(?P<value>{NUMBER})(?P<mid>(?:[ -]+[^\s()\d/]{{1,20}}){{0,4}}?)(?P<half>{HALF})?(?P<gap>[\s,]{{1,3}}\(?|-|\s?\()"
    rf"{_SCALE}[ -]{{1,2}}{_FILLER}(?P<best>{PLAIN_NUMBER})(?![\w/]|\.\d)(?P<unit> ?-?{_UNIT})?"
)
_WORD_SCALE = r"(?:scale|skala|échelle|escala|scala|schaal|skali|skalan)"
_SPAN = rf"(?P<foot>{PLAIN_NUMBER})\s?(?:-|–|to|through|bis|à|a|al|tot|till|til|do|e)\s?(?P<best>{PLAIN_NUMBER})"
_BETWEEN = r"[^\d\n]{0,40}?"
SCALE_FIRST = re.compile(
    rf"(?:{_WORD_SCALE}|\b(?:da|de|van|from))\s(?:(?:of|from|von|de|del|da|van|od|från|fra)\s)?{_SPAN}(?P<between>{_BETWEEN})(?<![\w.,])(?P<value>{NUMBER})(?![\w/%])"
)
SCALE_LAST = re.compile(
    rf"{START}(?P<value>{NUMBER})(?P<mid> ?{_UNIT})?(?:\s(?:on|auf|sur|en|in|su|numa|em|op|na|på)\s[\w ]{{0,12}}?{_WORD_SCALE}\s(?:(?:of|from|von|de|del|da|van|od|från|fra)\s)?(?:{_SPAN}|(?P<top>{PLAIN_NUMBER}))|\s?\((?P<low_end>[01])\s?(?:-|–|to|bis|à)\s?(?P<high>\d{{1,3}})\))"
)
MAXIMUM = re.compile(
    rf"{START}(?P<value>{NUMBER})(?P<mid> ?{_UNIT})?,?\s?\(?(?:max(?:imum|imal)?\.?|höchstwertung|massimo|máximo)[: ]{{1,2}}(?P<best>\d{{1,3}})(?!\w)"
)
_WORTH = re.compile(
    r"(?:^|[\s(\[–—:*_\"'-])(?:an?|the|solid|strong|easy|a very \w+|very \w+|ein\w*|une?|una?|uno|uma?|een|en|ett|et)?\s?(?:[\w-]{3,12}\s)?$"
)


def scaled(line: Line) -> Iterator[Found]:
    """ "4/5", "4 out of 5 reels", "vier von fünf Sternen", "on a scale of 1 to 10: 8"."""
    for match in chain(SCALE_FIRST.finditer(line.low), SCALE_LAST.finditer(line.low), MAXIMUM.finditer(line.low)):
        groups = match.groupdict()
        value, best = (
            read_number(match["value"]),
            read_number(groups.get("best") or groups.get("top") or groups.get("high") or ""),
        )
        foot = (
            read_number(groups.get("foot") or groups.get("low_end") or "")
            if groups.get("foot") or groups.get("low_end")
            else None
        )
        if value is not None and best is not None and (foot or 0) <= value <= best and best in BESTS:
            yield Found(
                match.start(),
                match.end(),
                label_before(line.low, match.start()),
                value,
                best,
                "fraction",
                "declared",
                foot,
            )
    for match in chain(SLASH.finditer(line.low), WORDED.finditer(line.low)):
        value, best = read_number(match["value"]), read_number(match["best"])
        if value is None or best is None:
            continue
        if match.groupdict().get("half"):
            value += 0.5
        label = label_before(line.low, match.start())
        starry = bool(re.search(rf"(?:^|[^\w])(?:{STAR_NOUNS}|{POINT_NOUNS})(?!\w)", match["mid"] or "")) or bool(
            match["unit"]
        )
        if not 0 <= value <= best or not 3 <= best <= 100 or not _is_mark(line, match, value, best, label, starry):
            continue
        end, start = match.end(), match.start()
        if match["gap"].strip() == "(" and line.text[end : end + 1] in {")", "]"}:
            end += 1
        if (
            not match["unit"]
            and line.context in {"line", "sentence", "icon"}
            and (label.kind in RATED or opens(line, start))
        ):
            end = tail(line, end) or end
        if label.kind in RATED and best not in FULL_MARKS and label.kind != "give":
            start = label.start
        yield Found(start, end, label, value, best, "stars" if starry and best <= 10 else "fraction", "declared")


def _is_mark(line: Line, match: re.Match[str], value: float, best: float, label: Label, starry: bool) -> bool:
    start, end = match.span()
    clause = segment(line, start)
    if lookalikes.PART_BEFORE.search(clause) or lookalikes.RANGE_BEFORE.search(clause):
        return False
    if opens(line, start) and line.context == "line" and lookalikes.is_legend(line.low, end, unit=bool(match["unit"])):
        return False
    if label.kind in RATED or (starry and match["sep" if "sep" in match.groupdict() else "unit"]):
        return not (label.kind == "give" and lookalikes.SHARE_AFTER.match(line.low, end))
    if label.kind == "aspect" and line.context != "heading":
        return False
    decimal = value != int(value)
    if best not in BESTS or (value == best and best not in FULL_MARKS) or lookalikes.SHARE_AFTER.match(line.low, end):
        return False
    if not decimal and (lookalikes.DATE_AFTER.match(line.low, end) or lookalikes.DATE_BEFORE.search(clause)):
        return False
    if best <= 6 and lookalikes.SHARE_BEFORE.search(clause):
        return False
    if match["soft"] and not decimal and not (match["soft"] != "of" and opens(line, start) and closes(line, end)):
        return False
    return _stands_well(line, (start, end), value, best, bool(match["mid"]))


def _stands_well(line: Line, span: tuple[int, int], value: float, best: float, named: bool) -> bool:
    """Whether a fraction without label or unit stands where a mark stands."""
    start, end = span
    decimal = value != int(value)
    if line.context == "icon":
        return True
    if line.context == "widget":
        return decimal or (value > 1 and best in FULL_MARKS and line.text == line.text[start:end])
    if line.context in {"line", "sentence"}:
        return pauses(line, end) or (opens(line, start) and tail(line, end) is not None)
    before = line.low[:start]
    if line.context == "heading":
        return pauses(line, end) and (
            opens(line, start) or before.rstrip()[-1:] in ":–—-(|,)[*!?" or decimal or closes(line, end)
        )
    return not named and pauses(line, end) and bool(_WORTH.search(before[-40:]))


# --- glyphs --------------------------------------------------------------------------------------------------------

_RUN_SCALE = re.compile(
    rf"\s{{0,2}}[(\[]?\s{{0,2}}(?:/|(?:{'|'.join(SCALE_WORDS)}|of|de|di|van)\s{_FILLER})\s{{0,2}}(?P<best>{PLAIN_NUMBER}|[★☆⭐✮✩*\ufe0f]{{3,12}})(?P<unit> {_UNIT})?[)\]]?"
)


def drawn(line: Line) -> Iterator[Found]:
    """ "★★★½", "★★★☆☆", "****", "🍿🍿🍿", "●●●●○", with "out of five" behind or not."""
    runs = [match for match in RUN.finditer(line.text) if match.group().strip()]
    for match in runs:
        run = read_run(match.group().lower())
        if run is None:
            continue
        start, end, best = match.start(), match.start() + run.length, run.total
        if scale := _RUN_SCALE.match(line.low, end):
            marks = scale["best"]
            best, end = read_number(marks) or float(sum(mark not in "\ufe0f" for mark in marks)), scale.end()
        label = label_before(line.low, start)
        if run.value > (best or 10) or not _is_drawn(line, (start, end), run.value, run.family, best, label, len(runs)):
            continue
        source = "declared" if best else None
        if best is None and 4 < run.value <= 5:
            best, source = 5.0, "assumed"
        yield Found(start, end, label, run.value, best, "stars", source)


def _is_drawn(
    line: Line, span: tuple[int, int], value: float, family: str, best: float | None, label: Label, runs: int
) -> bool:
    start, end = span
    if label.kind == "aspect" and line.context != "heading":
        return False
    rated, alone = label.kind in RATED, opens(line, start) and closes(line, end)
    if line.context == "widget" and not value:
        return False
    if family == "star":
        return rated or alone or (value > 1 and (value > 0 or best is not None))
    if rated and value:
        return family != "shape" or value >= 2 or best is not None
    if family == "ascii":
        return _is_ascii_mark(line, start, end, value, best, runs)
    if best is not None and value:
        return alone or line.context in {"line", "heading", "sentence"}
    if family == "shape" or value < 2:
        return False
    return alone or (
        line.context in {"heading", "line"} and closes(line, end) and line.low[:start].rstrip()[-1:] in ":–—-|)"
    )


def _is_ascii_mark(line: Line, start: int, end: int, value: float, best: float | None, runs: int) -> bool:
    """Asterisks: not the spaced row that divides sections, not emphasis, not a footnote."""
    written = line.text[start:end]
    if best is not None:
        return True
    if runs > 1 or value > 5 or (value < 2 and value == int(value)) or not closes(line, end):
        return False
    if opens(line, start):
        return " " not in written.strip() or value != int(value)
    return "@" not in written and line.context in {"line", "heading", "sentence"}
