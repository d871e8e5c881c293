"""Dates as blogs write them: text in, ISO 8601 or None out."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from aggregator.values.date_words import FILLER, FOREIGN_LABELS, MODIFIED_LABELS
from aggregator.values.months import FORMS, MONTHS, fold_word
from aggregator.values.patterns import Pattern

__all__ = [
    "MODIFIED_LABELS",
    "date_from_url",
    "date_spans",
    "fallback_count",
    "find_date",
    "is_ambiguous",
    "iso_day",
    "parse_date",
    "settle_order",
]

LONGEST = 400  # characters of a line that are read
YEARS = range(1900, 2100)
PIVOT = 70  # two-digit years below it are of this century (POSIX)

MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))  # directions of writing, which stand between digits
ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
# Order of day and month where a language or a region of it settles it; plain English settles nothing.
DAY_FIRST_REGIONS = {"en-gb", "en-ie", "en-au", "en-nz", "en-in", "en-za"}
MONTH_FIRST_REGIONS = {"en-us", "en-ph"}

_ORDINAL = r"(?:st|nd|rd|th|er|re|ère|\.?\s?º|ª|°|:e|:a|-го)?"
_OF = r"(?:(?:of|de|del|di|ב|the)\s{1,2}|d['’]|ב)?"
_YEAR = r"(\d{4}|['’]\d\d)(?!\d)"
_SHAPES = (
    (
        "dmy",
        Pattern(
            rf"(\d(?<![\d/].)(?<!\d[.,:].)\d?){_ORDINAL}(?:\s?[.,/-]\s?|\s{{1,3}})?{_OF}([^\W\d_]{{2,14}})"
            rf"(?:\s?[.,/،-]\s?|\s{{1,3}}){{0,2}}(?:(?:of|de|del|di)\s{{1,2}})?(\d{{4}}|['’]?\d\d)(?![\d:])",
            re.IGNORECASE,
        ),
    ),
    (
        "mdy",
        Pattern(
            rf"\b([^\W\d_]{{3,14}})(?:\.\s{{0,2}}|\s{{1,3}}|-)(\d{{1,2}}){_ORDINAL}(?:\s?[,،.-]\s{{0,3}}|\s{{1,3}})"
            rf"(?:(?:of|de|del)\s{{1,2}})?{_YEAR}",
            re.IGNORECASE,
        ),
    ),
    (
        "ymd",
        Pattern(
            r"(\d(?<!\d.)\d{3})(?:\s?[.,/-]\s?|\s{1,3})([^\W\d_]{3,14})(?:\.\s{0,2}|\s{1,3}|-|,\s)(\d{1,2})(?![\d:])",
        ),
    ),
)
_CJK = Pattern(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]?")
_ASCTIME = Pattern(
    r"\b([A-Za-z]{3}) {1,2}(\d{1,2}) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?: ([A-Z]{3,4}|[+-]\d{4}))? (\d{4})(?!\d)",
)
_NUMERIC = Pattern(
    r"(\d(?<![\d/.,-].)(?<!\d:.)\d{0,3})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})(?![\d/:%-]|[.,]\d)"
)
_ISO = Pattern(r"(\d(?<![\d/.,-].)(?<!\d:.)\d{3})-(\d{1,2})-(\d{1,2})(?=T\d|\D|$)")
_STAMP = Pattern(  # what machines write, and most metadata is
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?"
)
_COMPACT = Pattern(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?")
_CLOCK = r"(\d{1,2})[:h](\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?"
_HALF = r"(?:\s?([ap])\.?\s?m\b\.?)?"
_AT = r"(?:at|um|à|às|as|a las|alle|alle ore|ore|om|kl|klo|godz|o|saat|pukul|г|в)"
_TIME = Pattern(
    rf"(?:\s?T\s?|[\s,;|·•@()/–—-]{{0,4}}(?:{_AT}\.?[\s,]{{0,3}}){{0,2}})"
    rf"(?:{_CLOCK}|(?<=[a-z.]\s)(\d{{1,2}})\.(\d\d)(?!\d)){_HALF}"
    r"(?:\s?(?:uhr|hs|h)\b)?(?:\s?(?:(?:GMT|UTC)?\s?([+-]\d\d:?\d\d)|([A-Z]{1,4})\b))?",
    re.IGNORECASE,
)
_TIME_BEFORE = Pattern(
    rf"(?<![\d:]){_CLOCK}{_HALF}\s?(?:uhr|hs|h)?[\s,|·•–—-]{{0,4}}(?:(?:on|am|den|le|el|[^\W\d_]{{2,12}}),?\s?){{0,2}}$",
    re.IGNORECASE,
)
_URL_DAY = Pattern(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|\.|$)")
_WORDISH = Pattern(r"[^\W\d_]+")
_DIGIT = Pattern(r"\d")
_DIGITS = Pattern(r"\d+")
FEWEST_DIGITS = 3  # of a date: its day, and its year in two
_LETTER = Pattern(r"[^\W\d_]")
_FOREIGN = tuple(f" {name} " for name in FOREIGN_LABELS)
_BARRED = (*_FOREIGN, *(f" {name} " for name in MODIFIED_LABELS))
_fallbacks: Counter[str] = Counter()


def parse_date(text: str, *, languages: Sequence[str] = (), day_first: bool | None = None) -> str | None:
    """The date that a text is, with or without weekday, time and "Posted on"; None if it is more or less than one.

    `languages` are ISO 639-1 codes, with a region where known ("en-US"); `day_first` is the site's own order of
    numeric dates. Returns "2019-03-03", or "2019-03-03T22:30:00" with the offset ("+02:00") that the text states. A
    numeric date whose order nothing settles is None, as are months, years alone, relative times and runtimes.
    """
    return _parsed(text.strip()[: LONGEST + 1], tuple(languages), day_first)


@lru_cache(maxsize=2048)
def _parsed(text: str, languages: tuple[str, ...], day_first: bool | None) -> str | None:
    text = (text if text.isascii() else text.translate(MARKS)).strip()
    if not 6 <= len(text) <= 100:
        return None
    stamp = _STAMP.fullmatch(text)
    if stamp and (day := _day(*stamp.groups()[:3])):
        hour, minute, second, zone = stamp.groups()[3:]
        return day + _clock((hour, minute, second, None, None, None, zone, None))
    match = _COMPACT.fullmatch(text)
    if match:
        return _compact(match)
    for iso, start, end in _spans(text, languages, day_first):
        if _is_filler(text[:start]) and _is_filler(text[end:]):
            return iso
        return None
    return _fall_back(text, languages)


def find_date(
    text: str, *, languages: Sequence[str] = (), day_first: bool | None = None, modified: bool = False
) -> str | None:
    """The first date in a line such as "Posted on March 3, 2019 by X", as `parse_date` returns it.

    A date that a label gives to the film, to a person or to a comment is passed over, and so is the date of a change
    unless `modified` is true.
    """
    return _found(text[:LONGEST], tuple(languages), day_first, modified)


@lru_cache(maxsize=2048)
def _found(text: str, languages: tuple[str, ...], day_first: bool | None, modified: bool) -> str | None:
    text = text if text.isascii() else text.translate(MARKS)
    before = 0
    for iso, start, end in _spans(text, languages, day_first):
        words = fold_word(" ".join(_WORDISH.findall(text[max(before, start - 48) : start])))
        if not words or not any(name in f" {words} " for name in (_FOREIGN if modified else _BARRED)):
            return iso
        before = end
    return None


def date_spans(text: str) -> tuple[tuple[str, int, int], ...]:
    """Every date of a line, as (ISO date, start, end) of the text; numeric dates that may be read both ways count."""
    return _spans(text[:LONGEST], (), True)


@lru_cache(maxsize=2048)
def _spans(text: str, languages: tuple[str, ...], day_first: bool | None) -> tuple[tuple[str, int, int], ...]:
    return tuple(_dates(text, languages, day_first))


def is_ambiguous(text: str) -> bool:
    """Whether the first numeric date of a text can be read day first and month first ("03/04/2019")."""
    for match in _NUMERIC.finditer(text[:LONGEST]):
        first, separator, second, _ = match.groups()
        return (
            separator != "."
            and len(first) <= 2
            and int(first) <= 12
            and int(second) <= 12
            and int(first) != int(second)
        )
    return False


def settle_order(texts: Iterable[str]) -> bool | None:
    """Whether a site's numeric dates put the day first: the majority of those that can be read in one way only."""
    votes = 0
    for text in texts:
        for match in _NUMERIC.finditer(text[:LONGEST]):
            first, second = match.group(1), match.group(3)
            if len(first) <= 2:
                votes += (12 < int(first) <= 31 and int(second) <= 12) - (12 < int(second) <= 31 and int(first) <= 12)
    return votes > 0 if votes else None


def date_from_url(url: str) -> str | None:
    """The day in a permalink such as "/2013/12/31/her/" or "/2013-12-31-her.html", in ISO 8601."""
    match = _URL_DAY.search(url[:500])
    return _day(*match.groups()) if match else None


def iso_day(text: str | None) -> str | None:
    """The day of an ISO 8601 date or datetime: "2013-12-31"; None if the text begins with none."""
    match = _ISO.match(text[:40]) if text else None
    return _day(*match.groups()) if match else None


def fallback_count() -> int:
    """How many texts this process has handed to dateparser."""
    return _fallbacks.total()


def _dates(text: str, languages: Sequence[str], day_first: bool | None) -> Iterator[tuple[str, int, int]]:
    """The dates of a text in order, each with its span; of readings that overlap, the first and longest."""
    if len(_DIGIT.findall(text)) < FEWEST_DIGITS:
        return
    reached = 0
    for day, clock, start, end in sorted(_candidates(text, languages, day_first), key=_place):
        if start < reached:
            continue
        reached = end
        after = None if clock else _TIME.match(text, end)
        if clock is not None:
            yield day + clock, start, end
        elif after:
            yield day + _clock(after.groups()), start, after.end()
        elif ":" in text[:start] and (earlier := _TIME_BEFORE.search(text[max(0, start - 40) : start])):
            hour, minute, second, half = earlier.groups()
            clock = _clock((hour, minute, second, None, None, half, None, None))
            yield day + clock, max(0, start - 40) + earlier.start(), end
        else:
            yield day, start, end


def _place(candidate: tuple[str, str | None, int, int]) -> tuple[int, int]:
    return candidate[2], -candidate[3]


def _candidates(
    text: str, languages: Sequence[str], day_first: bool | None
) -> Iterator[tuple[str, str | None, int, int]]:
    """Every reading of a text's parts as a day: ISO day, its time if the shape has one, start, end."""
    if "-" in text:
        for match in _ISO.finditer(text):
            if iso := _day(*match.groups()):
                yield iso, None, match.start(), match.end()
    for match in _NUMERIC.finditer(text) if "/" in text or "." in text or "-" in text else ():
        if iso := _numeric(match, languages, day_first):
            yield iso, None, match.start(), match.end()
    if not _LETTER.search(text):
        return
    for order, pattern in _SHAPES if _may_name_month(text) else ():
        for match in pattern.finditer(text):
            parts = dict(zip(order, match.groups(), strict=True))
            month = _month(parts["m"], languages)
            if month and (iso := _day(parts["y"], month, parts["d"])):
                yield iso, None, match.start(), match.end()
    if ":" in text:
        for match in _ASCTIME.finditer(text):
            word, day, clock, zone, year = match.groups()
            if iso := _day(year, MONTHS.get(word.lower()), day):
                yield iso, f"T{clock}{_offset(zone)}", match.start(), match.end()
    if not text.isascii():
        for match in _CJK.finditer(text):
            if iso := _day(*match.groups()):
                yield iso, None, match.start(), match.end()


def _may_name_month(text: str) -> bool:
    """A cheap test that every text passes which names a month; an ordinal may stand before it: "3rdMarch"."""
    if not text.isascii():
        return True
    words = _WORDISH.findall(text.lower())
    return not MONTHS.keys().isdisjoint(words) or any(word[at:] in MONTHS for word in words for at in (1, 2))


def _month(word: str, languages: Sequence[str]) -> int | None:
    """The month that a word names, in one of these languages first."""
    word = fold_word(word)
    for language in languages:
        forms = FORMS.get(language[:2].lower())
        if forms and word in forms:
            return forms[word]
    return MONTHS.get(word)


def _day(year: str, month: str | int | None, day: str) -> str | None:
    number = int(year.strip("'’"))
    if number < 100:
        number += 2000 if number < PIVOT else 1900
    if month is None or number not in YEARS or year.startswith("00"):
        return None  # the year of a machine that was told none is 1
    try:
        return datetime.date(number, int(month), int(day)).isoformat()
    except ValueError:
        return None


def _numeric(match: re.Match[str], languages: Sequence[str], day_first: bool | None) -> str | None:
    first, separator, second, third = match.groups()
    if len(first) == 4:
        return _day(first, second, third) if len(third) <= 2 else None
    if len(first) == 3 or len(third) == 1:
        return None
    if len(third) == 2 and separator != "/" and (len(first) == 1 or len(second) == 1):  # "9.5.12" is a version
        return None
    if int(first) > 12 or int(second) > 12 or int(first) == int(second):
        order: bool | None = int(first) > 12 or int(first) == int(second)
    elif day_first is not None:
        order = day_first
    else:
        order = True if separator == "." else _order(languages)
    if order is None:
        return None
    return _day(third, second, first) if order else _day(third, first, second)


def _order(languages: Sequence[str]) -> bool | None:
    """Whether these languages put the day first; None where they do not say, or not the same."""
    orders: set[bool | None] = set()
    for language in languages:
        name = language.lower().replace("_", "-")
        if name in MONTH_FIRST_REGIONS:
            orders.add(False)
        elif name in DAY_FIRST_REGIONS or not name.startswith("en"):
            orders.add(True)
        else:
            orders.add(None)
    return orders.pop() if len(orders) == 1 else None


def _compact(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = match.groups()
    iso = _day(year, month, day)
    return iso and iso + _clock((hour, minute, second, None, None, None, None, zone))


def _clock(parts: Sequence[str | None]) -> str:
    """The time of hour, minute, second, dotted hour and minute, "a" or "p", offset and zone name; "" if it is none."""
    hour, minute, second, dotted_hour, dotted_minute, half, offset, zone = parts
    hour, minute = hour or dotted_hour, minute or dotted_minute
    if not hour or not minute:
        return ""
    number = int(hour)
    if half and number <= 12:
        number = number % 12 + (12 if half in "pP" else 0)
    if number > 23 or int(minute) > 59 or int(second or 0) > 59:
        return ""
    return f"T{number:02}:{int(minute):02}:{int(second or 0):02}{_offset(offset or zone)}"


def _offset(zone: str | None) -> str:
    """An offset or a zone's name as "+02:00"; "" if it says nothing sure."""
    if not zone:
        return ""
    if zone[0] in "+-":
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        minutes = -minutes if zone[0] == "-" else minutes
    elif zone.lower() in ZONES:
        minutes = ZONES[zone.lower()]
    else:
        return ""
    if abs(minutes) > 14 * 60:
        return ""
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _is_filler(text: str) -> bool:
    """Whether a text beside a date adds nothing to it."""
    if not text:
        return True
    if any(map(str.isdigit, text)) or len(text) > 50:
        return False
    return all(fold_word(word) in FILLER for word in _WORDISH.findall(text))


def _fall_back(text: str, languages: Sequence[str]) -> str | None:
    """dateparser's reading of a text with a year, a day and a word, in languages whose months no table here has."""
    others = [name for name in (language[:2].lower() for language in languages) if name not in FORMS]
    digits = _DIGITS.findall(text) if others and len(text) <= 60 else []
    if not 2 <= len(digits) <= 5 or not _WORDISH.search(text):
        return None
    if not any(len(group) == 4 and int(group) in YEARS for group in digits):
        return None
    import dateparser  # half a second of locale data, which most runs never need

    _fallbacks["texts"] += 1
    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "DATE_ORDER": "DMY"}
    try:
        found = dateparser.parse(text, languages=others, settings=settings)
    except (ValueError, OverflowError):  # a language that it does not know
        return None
    if found is None or found.year not in YEARS or str(found.day) not in {group.lstrip("0") for group in digits}:
        return None
    return datetime.date(found.year, found.month, found.day).isoformat()
