"""Ratings in letters and thumbs: "B+", "Grade: A-", "Gravity: A", "a solid B", "two thumbs up"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from aggregator.values.patterns import Pattern
from aggregator.values.rating import lookalikes
from aggregator.values.rating.labels import RATED, Label, label_before
from aggregator.values.rating.lines import EDGE, FROM_ME, Found, Line, closes, led, opens, pauses
from aggregator.values.rating.numbers import read_letter
from aggregator.values.rating.words import GRADE_PRAISE, THUMB_DOWN, THUMB_UP, THUMB_WAYS, THUMBS

_SIGN = r"(?:[+−–-](?![\w+])| ?\+(?!\w)|[ -]?(?:[Pp]lus|[Mm]inus|PLUS|MINUS)(?!\w)| [−–-](?=\s*[)\].]*\s*$))"
LETTER = Pattern(rf"(?P<grade>[A-DFa-df](?<![\w.'’&/].)(?<![^\s(:]-.){_SIGN}?)(?![\w+]|['’.&/]\w|-\w)")
_PRAISED = Pattern(
    r"\b(?:an?|very|my|its?|this|is|gets?)\s(?:(?:very|really|pretty) )?(?:"
    + "|".join(sorted(GRADE_PRAISE))
    + r")\s\"?$"
)
_LISTED = Pattern(r"^\s*\d{1,3}[.)]\s")


def graded(line: Line) -> Iterator[Found]:
    """Letter grades, in steps of twelve."""
    for match in LETTER.finditer(line.text):
        value = read_letter(match["grade"])
        start, end = match.span()
        plain = len(match["grade"]) == 1
        if value is None or (plain and (match["grade"].islower() or lookalikes.LETTER_AFTER.match(line.text, end))):
            continue
        if plain and match["grade"] in "AD" and line.context != "icon" and not (pauses(line, end) or closes(line, end)):
            continue  # an article, a name
        label = label_before(line.low, start)
        if plain and label.kind not in RATED and lookalikes.SMILES.search(line.text[max(0, start - 2) : end]):
            continue
        if label.kind != "aspect" and _is_grade(line, match["grade"], start, end, label):
            yield Found(start, end, label, value, 12.0, "letters", "declared", 0.0)


def _is_grade(line: Line, grade: str, start: int, end: int, label: Label) -> bool:
    signed = len(grade) > 1
    if line.context == "icon":
        return label.kind in RATED or (signed and opens(line, start) and closes(line, end))
    if opens(line, start) and closes(line, end):
        return signed or line.context in {"line", "sentence", "widget"}
    if label.kind in {"rating", "overall"} or (label.kind == "give" and line.text[start - 1] in ' ("'):
        return pauses(line, end) if not signed and grade in "AD" else True
    before = line.text[:start].rstrip()
    if grade[0].islower() or before[-1:] == "/" or lookalikes.LETTER_BEFORE.search(before.rstrip(EDGE) + " "):
        return False
    if _PRAISED.search(line.low[max(0, start - 40) : start]):
        return pauses(line, end)
    if line.context in {"line", "heading"} and closes(line, end) and before[-1:] in set(":–—-(|["):
        return before[-1:] != "-" or line.text[:start].endswith((" - ", "(-"))
    if line.context == "line" and before.endswith(",") and line.text[end : end + 1] in {",", "", "."}:
        return signed or _LISTED.match(line.text) is not None
    if line.context in {"sentence", "inline"}:
        return signed and pauses(line, end) and (line.context == "sentence" or led(line, start))
    return signed and line.context in {"line", "heading"} and closes(line, end)


_TO_SOMEONE = Pattern(r"\b(?:him|her|them|me|us|you)\s(?:an? )?$")
THUMB_EMOJI = Pattern("[👍👎][🏻🏼🏽🏾🏿\ufe0f]?(?: ?[👍👎][🏻🏼🏽🏾🏿\ufe0f]?){0,9}")
_COUNTS = (
    r"(?:two|one|both|three|four|five|\d|an?|big|huge|giant|enthusiastic|hearty|resounding|very|my|beide|zwei"
    r"|deux|dos|due|dois|dwa|två|to"
    r"|un|une|en)"
)
THUMB_NOUNS: frozenset[str] = frozenset(noun for nouns, _ in THUMBS for noun in nouns.split())


@cache
def _thumbs() -> Pattern:
    ways = "|".join(f"(?P<{way}>{pattern})" for way, pattern in THUMB_WAYS.items())
    nouns = "|".join(f"(?:{'|'.join(nouns.split())}){between}" for nouns, between in THUMBS)
    return Pattern(rf"(?<!\w)(?:{_COUNTS} ){{0,3}}(?:{nouns})[ -](?:{ways})(?!\w)")


def thumbed(line: Line) -> Iterator[Found]:
    """ "Two thumbs up!", "Daumen hoch", 👍; up is 1, down 0, sideways and split 0.5, of 1."""
    if not line.words & THUMB_NOUNS and THUMB_UP not in line.text and THUMB_DOWN not in line.text:
        return
    votes: list[float] = []
    spans: list[tuple[int, int]] = []
    for match in chain(_thumbs().finditer(line.low), THUMB_EMOJI.finditer(line.text)):
        groups = match.groupdict()
        if groups:
            votes.append(1.0 if groups["up"] else 0.0 if groups["down"] else 0.5)
        else:
            votes += [float(char == THUMB_UP) for char in match.group() if char in THUMB_UP + THUMB_DOWN]
        spans.append(match.span())
    if not votes:
        return
    start, end = min(spans)[0], max(spans)[1]
    label = label_before(line.low, start)
    rated = label.kind in RATED and pauses(line, end) and not _TO_SOMEONE.search(line.low[label.start : start])
    ended = line.context in {"sentence", "heading"} and closes(line, end) and label.kind != "aspect"
    alone = opens(line, start) and (closes(line, end) or (line.context != "inline" and pauses(line, end)))
    if line.context == "inline" and opens(line, start):
        alone = alone or FROM_ME.match(line.low, end) is not None
    if rated or ended or line.context == "icon" or (alone and line.context != "widget"):
        yield Found(start, end, label, sum(votes) / len(votes), 1.0, "thumbs", "declared", 0.0)
