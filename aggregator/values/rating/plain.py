"""Ratings that only their place or their words give away: "Voto: 6½", "Drive – 7", "Four cups of tea", "Skip it."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.values.patterns import Pattern
from aggregator.values.rating import lookalikes
from aggregator.values.rating.labels import GIVE_VERBS, LABEL_WORDS, RATED, Label, is_aspect, label_before
from aggregator.values.rating.lines import EDGE, FROM_ME, Found, Line, clause, closes, pauses
from aggregator.values.rating.numbers import HALF, NUMBER, START, WORD_VALUES, read_number
from aggregator.values.rating.things import UNITS, UNRATED_UNITS
from aggregator.values.rating.words import POINT_NOUNS, SOFT_GIVE, STRONG_LABELS, VERDICT_WORDS, WEAK_LABELS

_BEHIND = r"(?:[+−-](?=[\s.,;)]|$))?(?![^\W_]|[%½/]|\+\w|[.,:]\d|\s?[:x]\s?\d|[-–]\d|\s?(?:%|[$€£]))"
LONE_NUMBER = Pattern(rf"{START}(?P<value>{NUMBER}){_BEHIND}")
LONE_DIGITS = Pattern(
    rf"(?P<value>\d(?<![\w.,:/$€£#½].)(?<!\d-.)\d{{0,2}}(?:[.,]\d{{1,2}})?(?:{HALF}|[¼½¾⅓⅔])?){_BEHIND}"
)
COUNT_WORDS: frozenset[str] = frozenset(word for word, value in WORD_VALUES.items() if value != 1) - {
    "to",
    "sei",
    "ni",
    "ti",
}
LEADING = LABEL_WORDS | GIVE_VERBS
"""Words of which what leads up to a rating has one."""
_SEPARATED = Pattern(r"[:=–—-]|\bof\b|\bis\b")
_SEPARATOR = Pattern(r"[^\w]+$")
_NO_UNITS = frozenset({"out", "of", "and", "or", "to", "for", "in", "on", "at"})
_ARTICLE = Pattern(r"\b(?:an?|ein\w*|une?|una?|uma?|een|en|et|ett|nota|note|solid|strong)\s\W*$")
_CERTIFIABLE = Pattern(r"rat(?:ing|ed)|classif|calific|betyg")
_UNIT_WORDS = Pattern(r"(?: [^\W\d_][\w'’-]{1,20}){1,4}")


def labelled(line: Line) -> Iterator[Found]:
    """ "Rating: 8", "Voto: 6½", "It gets a 7 from me", "I give it 3 reels"; the scale stays open."""
    leading = line.words & LEADING
    if not leading:
        return
    numbers = LONE_NUMBER if line.words & COUNT_WORDS else LONE_DIGITS
    first = min(map(line.low.find, leading)) if line.context != "widget" else 0
    matches = list(numbers.finditer(line.low, first))
    if line.context == "widget" and len(matches) > 2:  # the buttons of a vote
        return
    for match in matches:
        value = read_number(match["value"])
        start, end = match.span()
        if value is None or value > 100:
            continue
        label = label_before(line.low, start)
        if label.kind not in RATED:
            continue
        lead = line.low[label.start : start]
        unit = _unit_end(line, end, any_name=match["value"][0].isdigit())
        if label.kind == "give":
            fits = _is_given(line, lead, match, unit)
        else:
            named = match["value"][0].isdigit() or unit is not None or (value > 1 and closes(line, end))
            fits = named and _is_labelled(line, lead, match, unit)
        if fits:
            starry = unit is not None or "star" in lead
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
        known = words[size - 1] in UNITS or words[size - 1] in POINT_NOUNS
        if known or (any_name and pauses(line, unit) and not FROM_ME.match(line.low, end)):
            return None if UNRATED_UNITS & set(words[:size]) else unit
    return None


def _is_given(line: Line, lead: str, match: re.Match[str], unit: int | None) -> bool:
    if lookalikes.RANGE_BEFORE.search(lead):
        return False
    end, digits = match.end(), match["value"][0].isdigit()
    soft = lead.split()[0] in SOFT_GIVE
    if soft and line.context == "inline":
        return False
    if unit is not None:
        return (digits and not soft) or line.low[end:unit].split()[-1] in UNITS | POINT_NOUNS
    if not pauses(line, end) or lookalikes.PART_BEFORE.search(lead):
        return False
    return _ARTICLE.search(lead) is not None or (digits and not soft and (read_number(match["value"]) or 0) <= 10)


def _is_labelled(line: Line, lead: str, match: re.Match[str], unit: int | None) -> bool:
    start, end = match.span()
    if lookalikes.RANGE_BEFORE.search(lead):
        return False
    if lookalikes.CERTIFICATE.search(clause(line, start)) and "my" not in lead and "rated:" not in lead:
        return False
    if read_number(match["value"]) in lookalikes.CERTIFICATE_NUMBERS and _CERTIFIABLE.search(lead):
        return False
    words = re.split(r"[^\w]+", lead)
    if _SEPARATOR.sub("", lead) in WEAK_LABELS or (
        words[0] == "note" and (line.language not in {None, "fr", "de"} or ":" not in lead)
    ):
        return False
    strong = any(word.endswith(STRONG_LABELS) for word in words if word)
    return (strong or _SEPARATED.search(lead) is not None) and (unit is not None or pauses(line, end))


TITLE_NUMBER = Pattern(
    r"(?P<title>[^\n]{0,90}?[^\W\d_][^\n]{0,40}?)(?:\s[–—-]{1,2}\s"
    r"|(?P<colon>:\s))(?P<value>\d{1,2}(?:[.,]\d)?½?)\W{0,2}$"
)
_NUMBER_LAST = Pattern(r"[–—:-]\s\d{1,2}(?:[.,]\d)?½?\W{0,2}$")
_SURROUND = frozenset({"2.0", "2.1", "5.1", "7.1"})


def titled(line: Line) -> Iterator[Found]:
    """ "Ain't Them Bodies Saints – 7": a title, a dash and a number; behind a colon only with a decimal."""
    if line.context not in {"heading", "line"} or len(line.low) > 140 or not _NUMBER_LAST.search(line.low[-12:]):
        return
    match = TITLE_NUMBER.match(line.low)
    if not match or is_aspect(match["title"]) or lookalikes.PART_BEFORE.search(match["title"] + " "):
        return
    value = read_number(match["value"])
    decimal = not match["value"].isdigit()
    if value is None or value > 10 or (match["colon"] and not decimal) or match["value"] in _SURROUND:
        return
    if not line.words & UNRATED_UNITS:
        yield Found(0, match.end("value"), Label("words", 0), value, at=match.start("value"))


ALONE_NUMBER = Pattern(r"[^\w$€£]{0,3}(?P<value>10[.,]0|\d(?:[.,]\d|½| 1/2)|\d[.,]\d[05])\W{0,3}$")
GIVEN_ALONE = Pattern(
    r"\W{0,3}(?P<all>(?:an?|eine?|une?|una|uma?|een|ett?|en) (?:(?:solid|strong|weak|dikke|nette|sehr gute"
    r"|starke|buen|bel|bom) )?"
    r"(?P<value>10|\d(?:[.,]\d|½)?))(?: (?:from me|in my book|for me|von mir|de ma part|van mij))?\W{0,3}$"
)
_RATIOS = frozenset({5.1, 6.1, 7.1, 1.33, 1.37, 1.66, 1.78, 1.85, 2.35, 2.39, 2.55, 2.20, 2.40})
COUNTED = Pattern(rf"\W{{0,3}}(?P<value>{NUMBER})(?P<words>(?: [^\W\d_][\w'’-]{{1,20}}){{1,5}})\W{{0,12}}$")
_CUPFULS = frozenset({"cup", "cups", "tea", "coffee", "cocoa", "chocolate", "joe", "java"})
_COUNTED_LINKS = frozenset({"of", "de", "di", "d'", "von", "van", "av", "af"})


def lone(line: Line) -> Iterator[Found]:
    """ "7.5" alone on a line; "Four cups of coffee", "8 Punkte"."""
    if line.context not in {"line", "sentence"} or len(line.low) > 70:
        return
    if line.context == "line" and (match := ALONE_NUMBER.match(line.low)):
        value = read_number(match["value"])
        if value is not None and value not in _RATIOS:
            yield Found(match.start("value"), match.end("value"), Label("", 0), value)
    if match := GIVEN_ALONE.match(line.low):
        yield Found(match.start("all"), match.end("value"), Label("", 0), read_number(match["value"]))
    if (line.words & UNITS or line.words & POINT_NOUNS) and (match := COUNTED.match(line.low)):
        value = read_number(match["value"])
        words = match["words"].split()
        known = [at for at, word in enumerate(words) if word in UNITS or word in POINT_NOUNS]
        ends = bool(known) and (known[-1] == len(words) - 1 or words[known[-1] + 1] in _COUNTED_LINKS)
        if words[0] in {"cup", "cups"} and words[-1] not in _CUPFULS:  # a recipe's
            return
        if value is not None and value <= 10 and ends and len(words) <= 5 and not UNRATED_UNITS & set(words):
            yield Found(match.start("value"), match.end("words"), Label("", 0), value, style="stars")


_VERDICT_LABEL = Pattern(
    r"(?:my |our |the |final )?(?:verdict|recommendation|rating|bottom line|conclusion|fazit|urteil|wertung|veredicto"
    r"|verdetto|oordeel|werdykt|ocena|betyg|note|nota|voto|result|overall|grade|score)\s?[:–—-]\s?"
)
_TERSE = frozenset({"recommended", "recommandé", "polecam", "obowiązkowo"})
"""Verdicts that are headings of widgets too: they need a label or a full stop."""
VERDICT = Pattern("|".join(f"(?:{pattern})" for pattern in VERDICT_WORDS))


def worded(line: Line) -> Iterator[Found]:
    """ "Highly recommended", "Skip it.": a whole line that judges without a number."""
    if line.context not in {"line", "sentence", "heading"} or len(line.low) > 70:
        return
    label = _VERDICT_LABEL.match(line.low)
    start = label.end() if label else 0
    start += len(line.low[start:]) - len(line.low[start:].lstrip(EDGE))
    end = len(line.low.rstrip(EDGE))
    stop = line.low[end : end + 1] in set(".!")
    if label is None and line.low[start:end] in _TERSE and not (stop or line.context == "sentence"):
        return
    if end > start and VERDICT.fullmatch(line.low, start, end):
        shown = end + (stop and line.low[start:end] in _TERSE)
        yield Found(start, shown, Label("rating" if label else "", 0), None, style="words")
