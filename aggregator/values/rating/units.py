"""Ratings counted in stars or percent: "three and a half stars", "4 étoiles", "85%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.values.patterns import Pattern, any_of
from aggregator.values.rating import lookalikes
from aggregator.values.rating.labels import RATED, Label, label_before
from aggregator.values.rating.lines import PAUSE, Found, Line, clause, closes, last_sign, led, opens, pauses, tail
from aggregator.values.rating.numbers import HALF, NUMBER, START, has_number, read_number
from aggregator.values.rating.words import SOFT_GIVE, STAR_NOUNS, STAR_SIGNS

STAR_WORDS = Pattern(
    rf"{START}(?P<value>{NUMBER})(?P<link>[ -]{{0,2}})"
    r"(?:(?:full|big|solid|whole|gold(?:en)?|shiny|shining|bright|glowing|lonely|measly|generous|fat|enthusiastic"
    r"|well-earned|volle[n]?|goldene[n]?|belles?|grandes?|hele|dikke|pełne) )?"
    rf"(?:(?P<halved>half[ -])?(?P<noun>{any_of(STAR_NOUNS)}|[{STAR_SIGNS}])(?!\w|-er)"
    rf"|(?P<er>star-?er)(?!\w))(?P<half>{HALF})?(?!\w)"
)
_REACH = 60
"""Characters before the stars in which their number begins, and in which their half ends."""
_NO_STARS = Pattern(
    rf"\W{{0,3}}(?P<all>(?:no|keine|aucune|ninguna|nessuna|nenhuma|geen|żadnej|inga"
    rf"|ingen) (?:{any_of(STAR_NOUNS)}))\W{{0,3}}$"
)


def starred(line: Line) -> Iterator[Found]:
    """ "4 stars", "three and a half stars", "trois étoiles et demie", "a four-star picture"."""
    if not line.words & STAR_NOUNS and (line.text.isascii() or not any(sign in line.low for sign in STAR_SIGNS)):
        return
    if (match := _NO_STARS.match(line.low)) and line.context != "widget":
        yield Found(match.start("all"), match.end("all"), Label("", 0), 0.0, style="stars")
    nouns = [noun for noun in (*(line.words & STAR_NOUNS), *STAR_SIGNS, "star-er") if noun in line.low]
    first, last = min(map(line.low.find, nouns)), max(map(line.low.rfind, nouns))
    if not has_number(line.low[max(0, first - _REACH) : last], line.words):
        return
    matches = list(STAR_WORDS.finditer(line.low, max(0, first - _REACH), last + _REACH))
    if len({match["value"] for match in matches}) > 2:  # a legend, or the buttons of a vote
        return
    for match in matches:
        value = read_number(match["value"])
        if value is None or (match["halved"] and value != int(value)):
            continue
        value += 0.5 if match["half"] or match["halved"] else 0.0
        label = label_before(line.low, match.start())
        if value <= 10 and _is_mark(line, match, value, label):
            yield Found(match.start(), match.end(), label, value, style="stars")


def _is_mark(line: Line, match: re.Match[str], value: float, label: Label) -> bool:
    start, end = match.span()
    before = clause(line, start)
    if lookalikes.RANGE_BEFORE.search(before) or lookalikes.STARS_AFTER.match(line.low, end):
        return False
    if lookalikes.LEGEND_VERB.match(line.low, end) or (match["value"] == "half" and match["noun"] == "stars"):
        return False
    if label.kind == "aspect" and line.context != "heading":
        return False
    if label.kind in RATED:
        return True
    if line.context == "icon":
        return not lookalikes.STARS_BEFORE.search(before)
    if lookalikes.STARS_BEFORE.search(before) or lookalikes.LEGEND_TALK.search(line.low):
        return False
    if opens(line, start) and line.context == "line" and lookalikes.is_legend(line.low, end, unit=True):
        return False
    joined = "-" in match["link"] or "-" in match["value"] or match["er"] is not None
    if match["noun"] == "star" and value > 1 and not joined and not (match["value"][0].isdigit() or closes(line, end)):
        return False
    if line.context == "heading":
        return pauses(line, end) and (match["noun"] != "star" or value <= 1 or joined)
    if line.context == "inline":
        return joined or value != int(value) or match["noun"] in STAR_SIGNS or closes(line, end)
    return (
        pauses(line, end) or joined or (opens(line, start) and line.context == "line" and tail(line, end) is not None)
    )


PERCENT_WORDS: tuple[str, ...] = (
    *("percent", "per cent", "prozent", "pour cent", "por cento", "por ciento", "per cento", "procent"),
)
PERCENT_ENDS: frozenset[str] = frozenset(word.split()[-1] for word in PERCENT_WORDS)
PERCENT = Pattern(
    r"(?P<value>\d(?<![^\W_].)(?<![.,:/$€£#½].)(?<!\d-.)\d{0,2}(?:[.,]\d{1,2})?) ?"
    rf"(?:%|(?:{any_of(PERCENT_WORDS)})(?!\w))(?!\s?[-–]\s?\d)"
)


def percents(line: Line) -> Iterator[Found]:
    """ "85%", "Rating: 90 percent"."""
    if "%" not in line.low and not line.words & PERCENT_ENDS:
        return
    for match in PERCENT.finditer(line.low):
        value = float(match["value"].replace(",", "."))
        start, end = match.span()
        label = label_before(line.low, start)
        if value > 100 or label.kind == "aspect" or lookalikes.RANGE_BEFORE.search(clause(line, start)):
            continue
        legend = opens(line, start) and lookalikes.is_legend(line.low, end, unit=False)
        if legend or lookalikes.PERCENT_AFTER.match(line.low, end):
            continue
        if _is_percent_mark(line, start, end, label):
            yield Found(start, end, label, value, 100.0, "percent", "declared", 0.0)


def _is_percent_mark(line: Line, start: int, end: int, label: Label) -> bool:
    if label.kind == "give" and line.low[label.start : start].split()[0] in SOFT_GIVE:
        return False
    if line.context == "icon" or (label.kind in RATED and pauses(line, end)):
        return True
    if line.context == "heading":
        return not opens(line, start) and closes(line, end) and last_sign(line, start) in set(":–—-|(")
    if line.context == "sentence" and led(line, start) and len(line.low[:start].split()) <= 3:
        return closes(line, end)
    return opens(line, start) and (
        closes(line, end) or (line.context == "line" and PAUSE.match(line.low, end) is not None)
    )


_CODE = Pattern(r"\[(?:rating|stars|score)[:=](?P<value>\d{1,3}(?:\.\d)?)(?:/(?P<best>\d{1,3}))?\]")


def coded(line: Line) -> Iterator[Found]:
    """ "[rating:4.5]", "[rating:7/10]": the code of a plugin that draws it no longer; its stars are five."""
    for match in _CODE.finditer(line.low) if "[" in line.low else ():
        value, best = float(match["value"]), float(match["best"] or 5)
        if value <= best:
            source = "declared" if match["best"] else "assumed"
            yield Found(match.start(), match.end(), Label("rating", match.start()), value, best, "stars", source)
