"""Ratings drawn by the page: alt texts, file names, class names, CSS widths, data attributes, structured fields."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from aggregator.values.rating.lookalikes import OTHERS
from aggregator.values.rating.numbers import Rating, read_letter
from aggregator.values.rating.patterns import Pattern
from aggregator.values.rating.read import read_line

LONGEST_MARK = 300

_FILE = Pattern(
    r"(?:.*[/\\])?([^/\\]{1,120}?)(?:-\d{2,4}x\d{2,4}|@2x|-scaled)?\.(?:png|jpe?g|gif|svg|webp|bmp)(?:[?#].*)?$",
    re.IGNORECASE,
)
_CAMEL = Pattern(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BORDER = Pattern(r"(?<=[a-zA-Z])(?=\d)|(?<=\d)(?=[a-zA-Z])")
_GLUED = Pattern(
    r"\b(zero|one|two|three|four|five|six|seven|eight|nine|ten)(and)?(a)?(half)?(stars?|reels?|thumbs?|outof)?"
    r"(?=stars?\b|zero|one|two|three|four|five|ten|\b)(?=\w*\b)"
)
_DECIMAL = Pattern(r"(?<![\d.])(\d)[ _.-](5|25|50|75)(?!\d)")
_TENFOLD = Pattern(r"(?<![\d.])([0-4]5|[1-5]0)(?![\d.%])")
_HALVED = Pattern(r"(\d) half(?= |$)")
_NOUNS = (
    r"(?:stars?|rating|ratings|rate|rated|score|reels?|popcorns?|note|nota|voto|sterne|étoiles?|etoiles?"
    r"|estrellas?|estrelas?|stelle|sterren|grade|stjerner|val|value)"
)
_NUMBER_LAST = Pattern(rf"\b{_NOUNS}(?: \w{{1,8}}){{0,2}}? (?P<value>\d{{1,3}}(?:\.\d{{1,2}})?)(?: half)?$")
_GRADE = Pattern(
    r"\b(?:grade|rating|score|letter|note|review)s? (?P<grade>[a-df])(?: ?(?P<sign>plus|minus|\+|-))?$"
    r"|^(?P<alone>[a-df]) ?(?P<mark>plus|minus|\+|-)(?: grade)?$"
)
_QUALIFIERS = frozenset(
    {
        "full",
        "half",
        "empty",
        "blank",
        "and",
        "a",
        "no",
        "grey",
        "gray",
        "off",
        "on",
        "quarter",
        "whole",
        "filled",
        "icon",
        "outline",
        "solid",
        "1",
        "2",
        "3",
        "4",
        "5",
    }
)
_STYLED = (
    "star",
    "rating",
    "rate",
    "score",
    "reel",
    "grade",
    "thumb",
    "popcorn",
    "note",
    "out",
    "of",
    "estrel",
    "stel",
    "toile",
    "stern",
    "ster",
)
_WIDTH = Pattern(r"(?:^|[^-\w])width\s*:\s*(?P<value>\d{1,3}(?:\.\d{1,4})?)\s*%")
_PAIR = Pattern(r"([\w:-]{1,40})\s*=\s*(?:\"([^\"]{0,60})\"|'([^']{0,60})'|([^\s\"'>]{1,60}))")
_VALUE_KEY = Pattern(r"(?:^|[-_:])(?:rating|score|value|stars?|rate|rated|ratingvalue|grade|note|width|percent)$")
_BEST_KEY = Pattern(
    r"(?:^|[-_:])(?:max|best|bestrating|total|outof|out-of|scale|number|max-?rating|stars-total|maximum)$|max"
)
_VOTE_KEY = Pattern(r"vote|count|average|avg|user|visitor")


def read_mark(text: str, context: str, language: str | None) -> Rating | None:
    """The rating in an alt text, a file name, a class, a style or data attributes."""
    text = text.strip()[:LONGEST_MARK]
    if context == "data_attribute" and "=" in text:
        return _read_pairs(text)
    if context == "css_width" or "width" in text:
        return _read_width(text)
    if context == "class_name":
        found = [rating for name in text.split() if (rating := _read_icon(name, language))]
        return found[0] if found else None
    if context == "data_attribute" and re.fullmatch(r"\d{1,3}(?:[.,]\d{1,3})?", text):
        return structured_rating(text)
    return _read_icon(text, language)


def _read_width(text: str) -> Rating | None:
    """The share of a row of stars that a style colours: "width: 70%", or "70%" alone."""
    match = _WIDTH.search(text) or re.fullmatch(r"(?P<value>\d{1,3}(?:\.\d{1,4})?)\s?%", text)
    value = float(match["value"]) if match else 0.0
    if match is None or not 0 < value <= 100:
        return None
    return Rating(match[0].strip(" ;"), value, 100.0, 0.0, "stars", "declared")


def _read_icon(text: str, language: str | None) -> Rating | None:
    file = _FILE.match(text)
    name = file[1] if file else text
    if rating := _repeated(name):
        return replace(rating, raw=text)
    words = _words_of(name)
    if OTHERS.search(words):
        return None
    if match := _GRADE.search(words):
        value = read_letter((match["grade"] or match["alone"]) + (match["sign"] or match["mark"] or ""))
        return Rating(text, value, 12.0, 0.0, "letters", "declared")
    if any(style in words for style in _STYLED) or not file:
        if rating := read_line(words, "icon", language) or read_line(name, "icon", language):
            return replace(rating, raw=text if file or " " not in text else rating.raw)
        if match := _NUMBER_LAST.search(words):
            return _open(text, float(match["value"]))
    return None


def _words_of(name: str) -> str:
    """A name taken apart into lower-case words: "3halfstars" is "3.5 stars", "grade_b_plus" is "grade b plus"."""
    words = _BORDER.sub(" ", _CAMEL.sub(" ", name)).lower()
    words = re.sub(r"half(?=stars?|reels?)", "half ", words)
    words = re.sub(r"[ _.-]*\bout[ _-]?of\b[ _.-]*", " out of ", words)
    words = _GLUED.sub(
        lambda match: " ".join(part for part in match.groups() if part).replace("outof", "out of") + " ", words
    )
    if not re.search(r"\bof\b|/", words):
        words = _DECIMAL.sub(r"\1.\2", words)
        if re.search(r"\b(?:stars?|rating|rate|reels?)\b", words):
            words = _TENFOLD.sub(lambda match: f"{int(match[1]) / 10:g}", words)
    words = re.sub(r"(?<!\d)[._-]+|[._-]+(?!\d)|_", " ", words)
    words = _HALVED.sub(r"\1.5", " ".join(words.split()))
    return re.sub(r"^star (\d(?:\.\d)?)$", r"\1 stars", words)


def _repeated(name: str) -> Rating | None:
    """ "StarStarStarHalf Star", "full star full star empty star": icons whose alt texts ran together."""
    words = re.findall(r"[a-z]+|\d+", _CAMEL.sub(" ", name).lower())
    counts = Counter(word.removesuffix("s") for word in words if word not in _QUALIFIERS)
    if len(counts) != 1 or len(words) < 2 or len(words) > 60:
        return None
    ((unit, count),) = counts.items()
    if count < 2 or not unit.isalpha() or len(unit) < 3:
        return None
    halves = sum(word == "half" for word in words)
    empty = sum(word in {"empty", "blank", "no", "grey", "gray", "off", "outline"} for word in words)
    value = count - halves / 2 - empty
    if value < 0 or count > 12:
        return None
    return Rating(
        name,
        value,
        float(count) if empty else 5.0 if 4 < value <= 5 else None,
        None,
        "stars",
        "declared" if empty else "assumed" if 4 < value <= 5 else None,
    )


def _open(raw: str, value: float) -> Rating | None:
    if value > 100:
        return None
    five = 4 < value <= 5
    return Rating(raw, value, 5.0 if five else None, None, "stars", "assumed" if five else None)


def _read_pairs(text: str) -> Rating | None:
    value = best = None
    for match in _PAIR.finditer(text):
        key, content = match[1].lower(), match[2] or match[3] or match[4] or ""
        if _VOTE_KEY.search(key) and content not in {"", "0"}:
            return None
        if _BEST_KEY.search(key):
            best = best or content
        elif _VALUE_KEY.search(key):
            value = value or content
    return structured_rating(value, best) if value else None


# --- structured fields ---------------------------------------------------------------------------------------------

_FIELDS = {
    name: Pattern(
        rf"\"{name}\"\s*:\s*\"([^\"]{{1,40}})\"|\"{name}\"\s*:\s*([\d.]{{1,8}})"
        rf"|itemprop=[\"']?{name}[\"']?[^>]{{0,80}}?content=[\"']([^\"']{{1,40}})[\"']"
        rf"|content=[\"']([^\"']{{1,40}})[\"'][^>]{{0,40}}itemprop=[\"']?{name}"
        rf"|itemprop=[\"']?{name}[\"']?[^>]{{0,80}}>([^<>]{{1,40}})<|\b{name}\s?[=:]\s?[\"']?([\d.,]{{1,8}}\d|\d)"
    )
    for name in ("ratingvalue", "bestrating", "worstrating")
}
_MICROFORMAT = Pattern(
    r"class=[\"'][^\"']{0,60}\b(?:p-)?rating\b[^\"']{0,60}[\"'][^>]{0,80}?(?:value"
    r"|title)=[\"']([^\"']{1,20})[\"']"
    r"|class=[\"'][^\"']{0,60}\b(?:p-)?rating\b[^\"']{0,60}[\"'][^>]{0,80}>([^<]{1,40})<"
)
_BEST_WORDS = Pattern(r"\b(?:best|max|out of)\D{0,12}(\d{1,3})")
_AGGREGATE = ("aggregate", "ratingcount", "reviewcount", "votecount")


def read_structured(text: str) -> Rating | None:
    """A snippet of JSON-LD, microdata or a microformat; an aggregate is the readers' and gives None."""
    low = text[:2000].lower()
    if any(word in low for word in _AGGREGATE):
        return None
    value = _field("ratingvalue", low)
    if value is None and (match := _MICROFORMAT.search(low)):
        value = match[1] or match[2]
    if value is None:
        return structured_rating(text) if len(text) <= 40 else None
    best = _field("bestrating", low)
    if best is None and (match := _BEST_WORDS.search(low)):
        best = match[1]
    return structured_rating(value, best, _field("worstrating", low))


def _field(name: str, low: str) -> str | None:
    match = _FIELDS[name].search(low)
    return next((part.strip() for part in match.groups() if part), None) if match else None


def _number(value: object) -> float | None:
    """A number of a structured field: 4.5, "4,5", " 4.5 "; None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return float(value) if abs(value) < 1e6 else None
    match = re.fullmatch(r"\s*(\d{1,4}(?:[.,]\d{1,6})?)\s*", str(value)[:40])
    return float(match[1].replace(",", ".")) if match else None


def structured_rating(value: object, best: object = None, worst: object = None) -> Rating | None:
    """The rating of a structured field, as JSON-LD, microdata or a microformat gives it.

    `value`, `best` and `worst` are numbers or texts ("4,5", "4.5 out of 5", "B+", "★★★½"). A text that states its own
    scale wins over `best`; a best under the value is wrong, as some plugins publish it, and leaves the scale open.
    Without a best, a value up to 5 has 5 as *assumed*, the default of older schema.org. Zero of an undeclared foot is
    a plugin's empty field: None.
    """
    raw = str(value).strip() if value is not None else ""
    if not raw or len(raw) > 200:
        return None
    number, top, foot = _number(value), _number(best), _number(worst)
    if top is None and best is not None and (match := re.search(r"\d{1,3}", str(best)[:20])):
        top = float(match[0])
    if number is None:
        read = read_line(raw, "icon", None) or read_line(raw, "line", None)
        if read is None or read.best is not None or top is None or read.value is None or read.value > top:
            return read
        return replace(read, best=top, worst=foot, scale_source="declared")
    if number < 0 or (number == 0 and foot != 0):
        return None
    if foot is not None and foot > number:
        foot = None
    if top is not None and 0 < top >= number and top <= 1000:
        return Rating(raw, number, top, foot, "stars" if top <= 5 else "fraction", "declared")
    if top is None and number <= 5:
        return Rating(raw, number, 5.0, foot, "stars", "assumed")
    return Rating(raw, number, None, foot, "fraction") if number <= 100 else None
