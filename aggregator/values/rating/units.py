"""Ratings counted in stars, percent, letters or thumbs: "three and a half stars", "85%", "B+"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.values.rating import lookalikes
from aggregator.values.rating.lines import (
    EDGE,
    PAUSE,
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
    HALF,
    NUMBER,
    START,
    read_letter,
    read_number,
)
from aggregator.values.rating.words import (
    STAR_NOUNS,
)

# --- words for stars -----------------------------------------------------------------------------------------------

STAR_WORDS = re.compile(
    rf"{START}(?P<value>{NUMBER})(?P<link>[ -]{{0,2}})(?:(?:full|big|solid|whole|gold(?:en)?|shiny|shining|bright|glowing|lonely|measly|generous|fat|enthusiastic|well-earned|volle[n]?|goldene[n]?|belles?|grandes?|hele|dikke|pełne) )?"
    rf"(?P<noun>{STAR_NOUNS})(?P<half>{HALF})?(?P<er>-?er\b)?(?!\w)"
)
_SYMBOL_NOUNS = "★☆⭐*"


def starred(line: Line) -> Iterator[Found]:
    """ "4 stars", "three and a half stars", "trois étoiles et demie", "a four-star picture"."""
    for match in STAR_WORDS.finditer(line.low):
        value = read_number(match["value"])
        if value is None or (match["noun"] == "*" and not closes(line, match.end())):
            continue
        value += 0.5 if match["half"] else 0
        label = label_before(line.low, match.start())
        if value > 10 or not _is_starred(line, match, value, label):
            continue
        five = 4 < value <= 5
        yield Found(
            match.start(), match.end(), label, value, 5.0 if five else None, "stars", "assumed" if five else None
        )


def _is_starred(line: Line, match: re.Match[str], value: float, label: Label) -> bool:
    start, end = match.span()
    clause = segment(line, start)
    if lookalikes.RANGE_BEFORE.search(clause) or lookalikes.STARS_AFTER.match(line.low, end):
        return False
    if label.kind == "aspect" and line.context != "heading":
        return False
    if label.kind in RATED or line.context == "icon":
        return True
    if lookalikes.STARS_BEFORE.search(clause) or lookalikes.LEGEND_TALK.search(line.low):
        return False
    if opens(line, start) and line.context == "line" and lookalikes.is_legend(line.low, end, unit=True):
        return False
    joined = "-" in match["link"] or bool(match["er"])
    if line.context == "heading":
        return pauses(line, end) and (match["noun"] != "star" or value <= 1 or joined)
    if line.context == "inline":
        return joined or value != int(value) or match["noun"] in _SYMBOL_NOUNS or closes(line, end)
    return (
        pauses(line, end) or joined or (opens(line, start) and line.context == "line" and tail(line, end) is not None)
    )


# --- percent -------------------------------------------------------------------------------------------------------

PERCENT = re.compile(
    rf"{START}(?P<value>\d{{1,3}}(?:[.,]\d{{1,2}})?) ?(?:%|(?:percent|per cent|prozent|pour ?cent|por ?cento|por ciento|per cento|procent)(?!\w))(?!\s?[-–]\s?\d)"
)


def percents(line: Line) -> Iterator[Found]:
    """ "85%", "Rating: 90 percent"."""
    for match in PERCENT.finditer(line.low):
        value = float(match["value"].replace(",", "."))
        start, end = match.span()
        label = label_before(line.low, start)
        if value > 100 or label.kind == "aspect" or lookalikes.RANGE_BEFORE.search(segment(line, start)):
            continue
        if lookalikes.PERCENT_AFTER.match(line.low, end) or (
            opens(line, start) and lookalikes.LEGEND_AFTER.match(line.low, end)
        ):
            continue
        rated = label.kind in RATED and pauses(line, end)
        alone = opens(line, start) and (closes(line, end) or (line.context == "line" and PAUSE.match(line.low, end)))
        titled = line.context == "heading" and closes(line, end) and line.low[:start].rstrip()[-1:] in ":–—-|("
        if rated or titled or line.context == "icon" or (alone and line.context != "heading"):
            yield Found(start, end, label, value, 100.0, "percent", "declared", 0.0)


# --- letters -------------------------------------------------------------------------------------------------------

GRADE = r"(?P<grade>[A-DFa-df](?:[+−–-](?![\w+])| ?\+(?!\w)|[ -]?(?:[Pp]lus|[Mm]inus|PLUS|MINUS)(?!\w)| [−–-](?=\s*[)\].]*\s*$))?)(?![\w+]|['’.&/]\w|-\w)"
LETTER = re.compile(rf"(?<![\w.'’&/-]){GRADE}|(?<=[\s(:]-){GRADE.replace('grade', 'dashed')}")
_PRAISE = re.compile(
    r"\b(?:an?|very|my|its?|this|is|get|gets)\s(?:(?:very|really|pretty) )?(?:solid|strong|weak|easy|generous|firm|high|low|clear|resounding|good|decent|respectable|definite|straight|enthusiastic|light|soft|mild|hard-earned|well-deserved|big|big fat|fat|grudging|reluctant|charitable|hearty|confident)\s\"?$"
)
_LISTED = re.compile(r"^\s*\d{1,3}[.)]\s")


def graded(line: Line) -> Iterator[Found]:
    """ "B+", "Grade: A-", "Gravity: A", "a solid B", "B minus"."""
    for match in LETTER.finditer(line.text):
        grade = match["grade"] or match["dashed"]
        value = read_letter(grade)
        start, end = match.start("grade") if match["grade"] else match.start("dashed"), match.end()
        if value is None:
            continue
        label = label_before(line.low, start)
        if _is_grade(line, grade, start, end, label):
            yield Found(start, end, label, value, 12.0, "letters", "declared", 0.0)


def _is_grade(line: Line, grade: str, start: int, end: int, label: Label) -> bool:
    signed = len(grade) > 1
    if lookalikes.LETTER_AFTER.match(line.text, end) or label.kind == "aspect" or (grade[0].islower() and not signed):
        return False
    if line.context == "icon":
        return label.kind in RATED or (signed and opens(line, start) and closes(line, end))
    alone = opens(line, start) and closes(line, end)
    if alone:
        return line.context in {"line", "sentence", "widget"} or signed
    before = line.text[:start].rstrip()
    if label.kind in {"rating", "overall"} or (
        label.kind == "give" and line.text[start - 1 : start] in {" ", "(", '"'}
    ):
        return pauses(line, end) if not signed and grade in "AaDd" else True
    if lookalikes.LETTER_BEFORE.search(before.rstrip(EDGE) + " ") or grade[0].islower():
        return False
    if _PRAISE.search(line.low[:start]):
        return pauses(line, end)
    if line.context in {"line", "heading"} and closes(line, end) and before[-1:] in {":", "–", "—", "-", "(", "|", "["}:
        return before[-1:] != "-" or line.text[:start].endswith((" - ", "(-"))
    if line.context == "line" and before.endswith(",") and line.text[end : end + 1] in {",", "", "."}:
        return signed or bool(_LISTED.match(line.text))
    return signed and pauses(line, end) and line.context in {"sentence", "line", "heading"} and closes(line, end)
