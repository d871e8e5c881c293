"""Ratings that only their place gives away: "Voto: 6½", "Drive – 7", "Two thumbs up!", "Skip it."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from aggregator.values.rating import lookalikes
from aggregator.values.rating.lines import (
    EDGE,
    FROM_ME,
    RATED,
    Found,
    Line,
    closes,
    opens,
    pauses,
    segment,
)
from aggregator.values.rating.lookalikes import Label, label_before
from aggregator.values.rating.numbers import (
    NUMBER,
    START,
    read_number,
)
from aggregator.values.rating.words import (
    WEAK_LABELS,
    POINT_NOUNS,
    THUMB_WAYS,
    THUMBS,
    UNITS,
    VERDICT_WORDS,
)

# --- numbers with a label, or given --------------------------------------------------------------------------------

LONE_NUMBER = re.compile(rf"{START}(?P<value>{NUMBER})(?![\w%½/+]|[.,:]\d|\s?[:x]\s?\d|[-–]\d|\s?(?:%|[$€£]))")
_SEPARATED = re.compile(r"[:=–—-]|\bof\b|\bis\b")
_STRONG_LABEL = re.compile(
    r"rating|score|grade|voto|nota|betyg|cijfer|ocena|wertung|bewertung|note|puntuación|calificación|valoración|punteggio|valutazione|avaliação|rated|karakter|stars|sterne|★|⭐"
)
_NO_UNITS = frozenset({"out", "of", "and", "or", "to", "for", "in", "on", "at"})
_ARTICLE = re.compile(r"\b(?:an?|ein\w*|une?|una?|uma?|een|en|et|ett|nota|note|solid|strong)\s\W*$")
_SOFT_GIVE = re.compile(r"(?:is|it's|that's|worth|macht|do|met|leva|lleva|får|ger|call it|go|for|at)\b")
_CERTIFIABLE = re.compile(r"rat(?:ing|ed)|classif|calific|betyg")
_UNIT_WORDS = re.compile(r"(?: [^\W\d_][\w'’-]{1,20}){1,4}")


def labelled(line: Line) -> Iterator[Found]:
    """ "Rating: 8", "Voto: 6½", "It gets a 7 from me", "I give it 3 reels"; the scale stays open."""
    for match in LONE_NUMBER.finditer(line.low):
        value = read_number(match["value"])
        start, end = match.span()
        label = label_before(line.low, start)
        if value is None or value > 100 or label.kind not in RATED:
            continue
        lead = line.low[label.start : start]
        unit = _unit_end(line, end, any_name=match["value"][0].isdigit())
        if label.kind == "give":
            fits = _is_given(line, lead, match, unit)
        else:
            fits = (match["value"][0].isdigit() or unit is not None) and _is_labelled(line, lead, match, unit)
        if fits:
            starry = unit is not None or "star" in lead or "★" in lead
            yield Found(label.start, unit or end, label, value, style="stars" if starry else "fraction", at=start)


def _unit_end(line: Line, end: int, *, any_name: bool) -> int | None:
    """Where a unit of one to three words ends: a known one, or any that closes the thought."""
    match = _UNIT_WORDS.match(line.low, end)
    if not match:
        return None
    words = match.group().split()[:3]
    if words[0] in _NO_UNITS:
        return None
    for size in range(len(words), 0, -1):
        unit = end + len(" ".join(words[:size])) + 1
        known = words[size - 1] in UNITS or re.fullmatch(POINT_NOUNS, words[size - 1])
        if known or (any_name and pauses(line, unit) and not FROM_ME.match(line.low, end)):
            return None if lookalikes.UNRATED_UNITS & set(words[:size]) else unit
    return None


def _is_given(line: Line, lead: str, match: re.Match[str], unit: int | None) -> bool:
    end, digits = match.end(), match["value"][0].isdigit()
    soft = _SOFT_GIVE.match(lead) is not None
    if unit is not None:
        return (digits and not soft) or line.low[end:unit].split()[-1] in UNITS
    if not pauses(line, end) or lookalikes.PART_BEFORE.search(lead):
        return False
    article = _ARTICLE.search(lead) is not None
    value = read_number(match["value"]) or 0.0
    return article or (digits and not soft and value <= 10)


def _is_labelled(line: Line, lead: str, match: re.Match[str], unit: int | None) -> bool:
    start, end = match.span()
    if lookalikes.CERTIFICATE.search(segment(line, start)) and "my" not in lead and "rated:" not in lead:
        return False
    if read_number(match["value"]) in lookalikes.CERTIFICATE_NUMBERS and _CERTIFIABLE.search(lead):
        return False
    word = re.split(r"[^\w]", lead, maxsplit=1)[0]
    if word in WEAK_LABELS or (word == "note" and (line.language not in {None, "fr", "de"} or ":" not in lead)):
        return False
    if not _STRONG_LABEL.search(lead) and not _SEPARATED.search(lead):
        return False
    return unit is not None or pauses(line, end)


TITLE_NUMBER = re.compile(
    r"(?P<title>[^\n]{1,90}?[^\W\d_][^\n]{0,40}?)(?:\s[–—-]{1,2}\s|(?P<colon>:\s))(?P<value>\d{1,2}(?:[.,]\d)?½?)\W{0,2}$"
)


def titled(line: Line) -> Iterator[Found]:
    """ "Ain't Them Bodies Saints – 7": a title, a dash and a number; behind a colon only with a decimal."""
    if line.context not in {"heading", "line"} or len(line.low) > 140:
        return
    match = TITLE_NUMBER.match(line.low)
    if not match or lookalikes.is_aspect(match["title"]) or lookalikes.PART_BEFORE.search(match["title"] + " "):
        return
    value = read_number(match["value"])
    words = set(match["title"].replace(":", " ").split())
    decimal = bool(re.search(r"\D", match["value"]))
    if value is None or value > 10 or (match["colon"] and not decimal) or words & lookalikes.UNRATED_UNITS:
        return
    if decimal and match["value"] in {"2.0", "2.1", "5.1", "7.1"}:
        return
    yield Found(0, match.end("value"), Label("words", 0), value, at=match.start("value"))


ALONE_NUMBER = re.compile(r"\W{0,3}(?P<value>10[.,]0|\d(?:[.,]\d|½| 1/2)|\d[.,]\d[05])\W{0,3}$")
_RATIOS = frozenset({1.33, 1.37, 1.66, 1.78, 1.85, 2.35, 2.39, 2.55, 2.20, 2.40})
COUNTED = re.compile(rf"\W{{0,3}}(?P<value>{NUMBER})(?P<words>(?: [^\W\d_][\w'’-]{{1,20}}){{1,5}})\W{{0,12}}$")


def lone(line: Line) -> Iterator[Found]:
    """ "7.5" alone on a line; "Four cups of coffee", "8 Punkte"."""
    if line.context not in {"line", "sentence"} or len(line.low) > 70:
        return
    if line.context == "line" and (match := ALONE_NUMBER.match(line.low)):
        value = read_number(match["value"])
        if value is not None and value not in _RATIOS:
            yield Found(match.start("value"), match.end("value"), Label("", 0), value)
    if match := COUNTED.match(line.low):
        value = read_number(match["value"])
        words = [
            word for word in match["words"].split() if word not in {"of", "de", "di", "von", "full", "big", "solid"}
        ]
        counted = any(word in UNITS or re.fullmatch(POINT_NOUNS, word) for word in words[:3])
        if (
            value is not None
            and value <= 10
            and counted
            and not lookalikes.UNRATED_UNITS & set(words)
            and len(words) <= 4
        ):
            yield Found(match.start("value"), match.end("words"), Label("", 0), value, style="stars")


# --- thumbs and verdict words --------------------------------------------------------------------------------------

THUMB_EMOJI = re.compile("[👍👎][🏻🏼🏽🏾🏿\ufe0f]?(?: ?[👍👎][🏻🏼🏽🏾🏿\ufe0f]?){0,9}")


@cache
def _thumb_pattern() -> re.Pattern[str]:
    ways = "|".join(f"(?P<{way}>{pattern})" for way, pattern in THUMB_WAYS.items())
    nouns = "|".join(noun + between for noun, between in THUMBS)
    counts = r"(?:two|one|both|a|an|big|huge|giant|enthusiastic|hearty|resounding|very|my|beide|zwei|deux|dos|due|dois|dwa|två|to|zwei|un|une|en)"
    return re.compile(rf"(?<!\w)(?P<lead>(?:{counts} ){{0,3}})(?:{nouns})[ -](?:{ways})(?!\w)")


def thumbed(line: Line) -> Iterator[Found]:
    """ "Two thumbs up!", "Daumen hoch", 👍; up is 1, down 0, sideways and split 0.5, of 1."""
    votes: list[float] = []
    spans: list[tuple[int, int]] = []
    for match in chain(_thumb_pattern().finditer(line.low), THUMB_EMOJI.finditer(line.text)):
        groups = match.groupdict()
        if not groups:
            votes += [float(char == "👍") for char in match.group() if char in "👍👎"]
        else:
            votes.append(1.0 if groups["up"] else 0.0 if groups["down"] else 0.5)
        spans.append(match.span())
    if not votes:
        return
    start, end = min(spans)[0], max(spans)[1]
    label = label_before(line.low, start)
    rated = label.kind in RATED and pauses(line, end)
    alone = opens(line, start) and (closes(line, end) or (line.context != "inline" and pauses(line, end)))
    ended = line.context in {"sentence", "heading"} and closes(line, end) and label.kind != "aspect"
    if rated or line.context == "icon" or (alone and line.context != "widget") or ended:
        yield Found(start, end, label, sum(votes) / len(votes), 1.0, "thumbs", "declared", 0.0)


@cache
def _verdict_pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in VERDICT_WORDS))


_VERDICT_LABEL = re.compile(
    r"(?:my |our |the |final )?(?:verdict|recommendation|rating|bottom line|conclusion|fazit|urteil|wertung|veredicto|verdetto|oordeel|werdykt|ocena|betyg|note|nota|voto|result|overall|grade|score)\s?[:–—-]\s?"
)


def worded(line: Line) -> Iterator[Found]:
    """ "Highly recommended", "Skip it.": a whole line that judges without a number."""
    if line.context not in {"line", "sentence", "heading"} or len(line.low) > 70:
        return
    label = _VERDICT_LABEL.match(line.low)
    start = label.end() if label else 0
    start += len(line.low[start:]) - len(line.low[start:].lstrip(EDGE))
    end = len(line.low.rstrip(EDGE))
    if end > start and _verdict_pattern().fullmatch(line.low, start, end):
        yield Found(start, end, Label("rating" if label else "", 0), None, style="words")
