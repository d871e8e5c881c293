"""Ratings drawn by the page: alt texts, file names, class names, CSS widths, data attributes."""

from __future__ import annotations

import re
from dataclasses import replace

from aggregator.values.patterns import Pattern
from aggregator.values.rating.lookalikes import OTHERS
from aggregator.values.rating.numbers import Rating, read_letter, read_number
from aggregator.values.rating.read import read_line
from aggregator.values.rating.structured import structured_rating
from aggregator.values.rating.words import words

LONGEST_MARK = 300
"""Characters of a mark that are read."""
ICON_NOUNS = (
    r"(?:stars?|rating|ratings|rate|rated|score|reels?|popcorns?|buckets?|kernels?|skulls?|note|nota|voto|sterne"
    r"|étoiles?|etoiles?|estrellas?|estrelas?|stelle|sterren|grade|stjerner|val|value)"
)
"""Words that make a rating of a number in a file or class name."""
_ICON_NAMES: frozenset[str] = words("reel reels popcorn popcorns bucket buckets kernel kernels skull skulls")
_QUALIFIERS: frozenset[str] = words(
    "full half empty blank and a no grey gray off on quarter whole filled icon outline solid"
)
_EMPTY: frozenset[str] = words("empty blank no grey gray off outline")
_SIGNS = Pattern(  # a file name without any of these is a picture's
    r"star|rating|rate|score|reel|grade|thumb|popcorn|bucket|note|out|of|estrel|stel|toile|stern|ster|plus|minus"
)

_FILE = Pattern(
    r"(?:.*[/\\])?([^/\\]{1,120}?)(?:-\d{2,4}x\d{2,4}|@2x|-scaled)?\.(?:png|jpe?g|gif|svg|webp|bmp)(?:[?#].*)?$",
    re.IGNORECASE,
)
_CAMEL = Pattern(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BORDER = Pattern(r"(?<=[a-zA-Z])(?=\d)|(?<=\d)(?=[a-zA-Z])")
_GLUED_UNITS = Pattern(r"(star|reel|popcorn|bucket|half|full|empty)(?=full|half|empty|star|reel|popcorn|bucket)")
_GLUED_HALF = Pattern(r"[ _-]?and[ _-]?a[ _-]?half(?![a-z]*-)|(?<=[a-z])half(?=stars?|reels?)")
_NUMBER = r"zero|one|two|three|four|five|six|seven|eight|nine|ten"
_GLUED_NUMBER = Pattern(rf"\b({_NUMBER})(?=(?:stars?|reels?|thumbs?|half)(?![a-z]))")
_OUT_OF = Pattern(r"[ _.(-]*\bout[ _-]?of\b[ _.-]*")
_POINT = Pattern(r"(?<=\d)[ _-]?point[ _-]?(?=\d)")
_DECIMAL = Pattern(r"(?<![\d.])(\d)[ _.-](5|25|50|75)(?!\d)")
_TENFOLD = Pattern(r"(?<![\d.])([0-4]5|[1-5]0)(?![\d.%])")
_HALVED = Pattern(r"(\d) half(?= |$)")
_NUMBER_HALVED = Pattern(rf"\b({_NUMBER}) half(?= stars?| reels?)")
_DIGIT = Pattern(r"\d")
_SCALED = Pattern(r"\bof\b|/")
_STARRED = Pattern(r"\b(?:stars?|rating|rate|reels?)\b")
_WORD = Pattern(r"[a-z]+|\d+")
_DIVIDERS = Pattern(r"(?<!\d)[._-]+|[._-]+(?!\d)|_")
_NUMBER_LAST = Pattern(
    rf"\b{ICON_NOUNS}(?: (?:is|no|num|value|icon|img|review|rating|rated|star"
    rf"|stars))? (?P<value>\d{{1,3}}(?:\.\d{{1,2}})?)$"
)
_NUMBER_FIRST = Pattern(rf"^(?P<value>\d{{1,2}}(?:\.\d)?|{_NUMBER}) (?P<noun>[a-z]+)$")
_GRADE = Pattern(
    r"\b(?:grade|rating|score|letter|note|review)s? (?P<grade>[a-df])(?: ?(?P<sign>plus|minus|\+|-))?$"
    r"|^(?P<alone>[a-df]) ?(?P<mark>plus|minus|\+|-)(?: grade)?$"
)
_PLAIN_NUMBER = Pattern(r"\d{1,3}(?:[.,]\d{1,3})?")
_WIDTH = Pattern(r"(?:^|[^-\w])width\s*:\s*(?P<value>\d{1,3}(?:\.\d{1,4})?)\s*%")
_SHARE = Pattern(r"(?P<value>\d{1,3}(?:\.\d{1,4})?)\s?%")
_PAIR = Pattern(r"([\w:-]{1,40})\s*=\s*(?:\"([^\"]{0,60})\"|'([^']{0,60})'|([^\s\"'>]{1,60}))")
_VALUE_KEY = Pattern(r"(?:^|[-_:])(?:rating|score|value|stars?|rate|rated|ratingvalue|grade|note|percent)$")
_BEST_KEY = Pattern(r"(?:^|[-_:])(?:best|bestrating|total|outof|out-of|scale|number|stars-total)$|max")
_VOTE_KEY = Pattern(r"vote|count|average|avg|user|visitor")


def read_mark(text: str, context: str, language: str | None) -> Rating | None:
    """The rating in an alt text, a file name, a class, a style or data attributes."""
    text = text.strip()[:LONGEST_MARK]
    if context == "data_attribute" and "=" in text:
        return _read_pairs(text)
    if context == "css_width" or "width" in text:
        return _read_width(text)
    if context == "class_name":
        return next((rating for name in text.split() if (rating := _read_icon(name, language))), None)
    if context == "data_attribute" and _PLAIN_NUMBER.fullmatch(text):
        return structured_rating(text)
    return _read_icon(text, language)


def _read_width(text: str) -> Rating | None:
    """The share of a row of stars that a style colours: "width: 70%", or "70%" alone."""
    match = _WIDTH.search(text) or _SHARE.fullmatch(text)
    value = float(match["value"]) if match else 0.0
    if match is None or not 0 < value <= 100:
        return None
    return Rating(match[0].strip(" ;"), value, 100.0, 0.0, "stars", "declared")


def _read_icon(text: str, language: str | None) -> Rating | None:
    file = _FILE.match(text)
    name = file[1] if file else text
    if rating := _repeated(name):
        return replace(rating, raw=text)
    plain = _words_of(name)
    if (file and not _SIGNS.search(plain)) or OTHERS.search(plain):
        return None
    if match := _GRADE.search(plain):
        value = read_letter((match["grade"] or match["alone"]) + (match["sign"] or match["mark"] or ""))
        return Rating(text, value, 12.0, 0.0, "letters", "declared")
    if rating := read_line(plain, "icon", language):
        own = read_line(name, "icon", language) if not file and " " in text else None
        return replace(rating, raw=own.raw if own and own.value == rating.value else text)
    if match := _NUMBER_LAST.search(plain):
        return _open(text, float(match["value"]))
    if (match := _NUMBER_FIRST.match(plain)) and match["noun"] in _ICON_NAMES:
        value = read_number(match["value"])
        return _open(text, value) if value is not None else None
    return None


def _words_of(name: str) -> str:
    """A name taken apart into lower-case words: "3halfstars" is "3.5 stars", "grade_b_plus" is "grade b plus"."""
    plain = _CAMEL.sub(" ", name)
    numbered = _DIGIT.search(plain) is not None
    plain = (_BORDER.sub(" ", plain) if numbered else plain).lower()
    plain = plain.replace("thumbsup", "thumbs up").replace("thumbsdown", "thumbs down").replace("outof", " out of ")
    plain = plain.replace("thumbup", "thumb up").replace("thumbdown", "thumb down")
    halved = "half" in plain
    if halved:
        plain = _GLUED_HALF.sub(lambda match: " and a half " if "and" in match[0] else " half ", plain)
    plain = _GLUED_UNITS.sub(r"\1 ", _GLUED_NUMBER.sub(r"\1 ", plain))
    if "out" in plain:
        plain = _OUT_OF.sub(" out of ", plain)
    if numbered:
        plain = _POINT.sub(".", plain)
        if not _SCALED.search(plain):
            plain = _DECIMAL.sub(r"\1.\2", plain)
            if _STARRED.search(plain):
                plain = _TENFOLD.sub(lambda match: f"{int(match[1]) / 10:g}", plain)
    plain = " ".join(_DIVIDERS.sub(" ", plain).split())
    return _NUMBER_HALVED.sub(r"\1 and a half", _HALVED.sub(r"\1.5", plain)) if halved else plain


def _repeated(name: str) -> Rating | None:
    """Icons whose alt texts ran together: "StarStarStarHalf Star", "full star full star empty star"."""
    plain = _GLUED_UNITS.sub(r"\1 ", _CAMEL.sub(" ", name).lower())
    found = _WORD.findall(plain)[:60]
    units = [word.removesuffix("s") for word in found if word not in _QUALIFIERS]
    if len(found) < 2 or len(set(units)) != 1:
        return None
    unit, count = units[0], len(units)
    halves, empty = found.count("half"), sum(word in _EMPTY for word in found)
    if count >= 2 and found[-1] == "half":  # "star star star half": a half of its own
        count += 1
    if not 2 <= count <= 12 or len(unit) < 3 or not unit.isalpha() or halves + empty > count:
        return None
    value = count - halves / 2 - empty
    return Rating(name, value, float(count), None, "stars", "declared") if empty else _open(name, value)


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
