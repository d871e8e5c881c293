"""A film's title in a headline as bloggers write it: keys, and what a headline says of title, year, people and kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from aggregator.values.text import fold, squash
from aggregator.values.title_keys import same_title, title_from_url, title_key
from aggregator.values.title_words import (
    BLOG_WORDS,
    FESTIVALS,
    FILM_WORDS,
    KEPT_POSSESSIVES,
    LABEL_FILLERS,
    LONE_LABELS,
    NOT_FILM,
    OPENINGS,
    REMARK_WORDS,
    REVIEW_WORDS,
    SERIES_HEADS,
    SERIES_WORDS,
    SIGNS,
    SMALL_WORDS,
    VERBS,
    YEAR_TITLES,
)

__all__ = [
    "NOT_FILM",
    "Headline",
    "parse_headline",
    "same_title",
    "signs_of",
    "split_titles",
    "title_from_url",
    "title_key",
]

LONGEST = 240  # characters of a headline that count
YEARS = range(1890, 2036)


@dataclass(frozen=True, slots=True)
class Headline:
    """What a headline says."""

    titles: tuple[str, ...] = ()  # the best guess, as the page writes it; a double feature has two or more
    year: int | None = None  # the film's year, if the headline states it
    people: tuple[str, ...] = ()  # names it credits: "Spike Jonze's HER", "Drive (Nicolas Winding Refn, 2011)"
    signs: tuple[str, ...] = ()  # what the post is: names of `title_words.SIGNS`
    rating_raw: str | None = None  # a rating in the headline, as written
    candidates: tuple[str, ...] = ()  # guesses of a title, best first; `titles` stand first

    @property
    def about_film(self) -> bool:
        """Whether no sign speaks against a film review."""
        return NOT_FILM.isdisjoint(self.signs)


_REVIEW = "|".join(sorted(REVIEW_WORDS, key=len, reverse=True))
_SIGNS = tuple((sign, re.compile(pattern.replace("{review}", _REVIEW))) for sign, pattern in SIGNS)
_LABEL_CORE = REVIEW_WORDS | FILM_WORDS | SERIES_WORDS | FESTIVALS
_LABEL_WORDS = _LABEL_CORE | LABEL_FILLERS
_EDGES = " \t-–—:|,;·•~»>/*_\0"
_ORNAMENT = re.compile(r"^[^\w\"'“”‘’«»„¡¿(\[{#$…@½\0]{1,20}|[\s\-–—:|·•~»>*_]{1,20}$")
_RATING = re.compile(
    r"""\s{0,2}[:|–—,-]?\s{0,2}[(\[]?(?P<raw>
        [★☆⭐✭✮✩✰✪½]{2,12}|[★⭐✭✪]½?
        |(?<![\d.,/])\d{1,2}(?:[.,]\d{1,2})?\s?/\s?(?:4|5|6|10|20|100)(?![\d/])
        |(?<![\d.,])\d{1,2}(?:[.,]\d{1,2})?\s(?:out\sof|von|sur|de|su|av|af|van|z)\s(?:4|5|6|10|100)\b
        (?:\s(?:stars|sternen?|étoiles|estrellas|stelle))?
        |(?<![\d.,])\d(?:[.,]5)?½?\s(?:stars|sterne|étoiles|estrellas|stelle|estrelas)
        )[)\]]?""",
    re.VERBOSE | re.IGNORECASE,
)
_GRADE = re.compile(
    r"\s{0,2}(?:[:|–—-]\s{1,2}|\()(?:(?:[Gg]rade|[Rr]ating):?\s)?(?P<raw>[A-DF][+−–-]?|[A-DF]\s(?:plus|minus))\)?$"
)
_BRACKET = re.compile(r"[(\[{（【]([^()\[\]{}（）【】]{1,120})[)\]}）】]")
_YEAR = re.compile(r"(?<![\d.$£€])(?:1[89]\d\d|20[0-3]\d)(?!\d|s\b|er\b)")
_LAST_YEAR = re.compile(r"^(?P<title>.{1,100}?)[\s,–—-]{1,4}(?:['’‘](?P<short>\d\d)|(?P<year>1[89]\d\d|20[0-3]\d))$")
_QUOTES = re.compile(
    r"“([^“”]{1,120})”|„([^„“”]{1,120})[“”]|«\s?([^«»]{1,120})\s?»|\"([^\"]{1,120})\"|「([^」]{1,60})」|『([^』]{1,60})』"
    r"|《([^》]{1,60})》|(?<!\w)[‘']((?:[^‘’']|[’'](?=\w)){1,120})[’'](?!\w)"
)
_SEPARATOR = re.compile(
    r"\s?(?:[:：](?=\s|$)|\s[–—|•·»~](?=\s)|(?<=\S)[—|](?=\S)|\s[–—|](?=\S)|(?<=\S)[–—|](?=\s)|\s-{1,3}\s|(?<=\S)--(?=\S))\s?"
)
_BY = (
    r"directed by|dir\.?(?: by)?:?|a film by|un film de|un film di|ein film von|réalisé par|dirigida por|dirigido por|"
    r"diretto da|regie:?|réal\.?|reż\.?|regia di|by|de|di|von|van|av|af|da|od|oleh"
)
_CREDIT = re.compile(
    rf"^(?P<title>.{{1,100}}?)(?:,\s|\s[–—-]\s|\s(?={_BY}\b))(?:{_BY})\s(?P<names>[^:–—|]{{4,80}})$", re.I
)
_STARRING = re.compile(
    r"^(?P<title>.{1,100}?),?\s(?:starring|featuring|avec|con|mit)\s(?P<names>[A-ZÀ-Þ][^:–—|]{3,100})$"
)
_NAME_PART = r"(?:[A-ZÀ-ÞŁŚŻ][\w.’'-]{0,20}|Mc\w+|de|del|della|di|da|dos|van|von|der|den|le|la|ten|bin)"
_NAME = re.compile(rf"^[A-ZÀ-ÞŁŚŻ][\w.’'-]{{0,20}}(?:\s{_NAME_PART}){{1,4}}(?:,?\s(?:Jr|Sr)\.?|\sI{{2,3}})?$")
_POSSESSIVE = re.compile(
    r"^(?P<name>[A-ZÀ-Þ][\w.-]{0,20}(?:\s(?:[A-ZÀ-Þ][\w.-]{0,20}|de|del|di|da|van|von|der|le|la)){1,3})(?:['’]s|(?<=s)['’])\s(?P<rest>\S.{0,120})$"
)
_NUMBERED = re.compile(
    r"(?:#\s?|\b(?:no|nr)\.?\s|\b(?:day|week|tag|jour|dia|giorno|episode|issue|entry)\s)\d{1,5}\b", re.I
)
_FESTIVAL = re.compile(rf"^(?:[A-Z]{{1,5}}FF|(?i:{'|'.join(sorted(FESTIVALS))}))\s?['’]?\d{{0,4}}\b.{{0,30}}$")
_AND = re.compile(r"\s(?:&|\+|vs?\.?|versus|and|und|et|y|e|och|og|en|/|x)\s|[;,]\s|\s?/\s", re.IGNORECASE)
_MANY = re.compile(
    r"^(?P<head>.{2,80}?\s(?:vol\.?|volumes?|parts?|teil|chapters?)?\s?)(?P<one>\d{1,2})\s?(?:&|and|und|et|\+|y|e)\s?(?P<two>\d{1,2})$",
    re.I,
)
_LEAD = re.compile(
    rf"^(?:(?:the|my|a|mini|short|quick|full|guest|early|spoiler-free|film|movie|filmu|dvd|blu-ray|bluray)\s){{0,3}}(?:{_REVIEW})"
    r"(?:\s(?:of|de|del|de la|du|di|zu|zum|zur|for|filmu|film|pelicula|filme|van|av|af|til|om|dari|movie|the film|the movie))"
    r"{0,2}:?\s(?=\S)",
)
_TITLED = re.compile(
    rf"^(?P<title>.{{1,120}}?)[\s:–—|-]{{1,3}}(?:(?:the\s)?(?:film|movie|dvd|blu-ray|bluray|blu ray|netflix|4k|uhd|3d|imax|mini|quick|short|"
    rf"spoiler-free|spoiler free|non-spoiler|a|advance|early|guest|anime|horror|filme|kino|cinema)\s){{0,3}}(?:{_REVIEW})"
    r"(?:\s(?:by|von|par|por|of|from|in)\s.{0,60})?$",
    re.IGNORECASE,
)
_CLAUSES = (
    re.compile(
        r"^(?P<title>[^,]{2,80}),\s(?:in which|where|or (?:how|why)|not|revisited|reconsidered|again|the movie)\b.*$"
    ),
    re.compile(r"^(?P<title>[^,]{2,80}),\s(?:\w+ years? (?:on|later|after)|[a-zà-ÿ]+(?:\s[a-zà-ÿ]+)+)$"),
    re.compile(
        r"^(?P<title>.{2,80}?)\s(?:at (?:\d{2,3}|[a-z]+ty(?:-[a-z]+)?)|turns \d{2,3}|(?:\d{1,3}|\w+) years (?:on|later|after))(?:\W.*)?$"
    ),
    re.compile(
        r"^(?P<title>.{1,80}?)\s(?:and|und|et|y|e)\s(?:the|my|our|a|an|das|der|die|le|la|el|il|why|how|me)\s(?=[a-z]|Mc)[^:]+$"
    ),
    re.compile(
        r"^(?:the|that)\s(?:other|new|original|old|first|second|latest|real)\s(?P<title>[A-Z0-9].+)$", re.IGNORECASE
    ),
    re.compile(r"^(?P<title>.{2,80}?)(?:\.{3}|…)\s.*$"),
    re.compile(r"^(?P<title>.{2,80}?),\s(?:the|a)\s(?:film|movie)\b.*$", re.IGNORECASE),
)
_ON_FILM = re.compile(r"^.{3,60}:\s(?:on|zu|über|sur|sobre|su)\s(?P<title>[A-Z0-9ÀÉ].{1,80})$")
_OPENINGS = re.compile(rf"^(?:{'|'.join(OPENINGS)})(?=\S)", re.IGNORECASE)
_TAIL_NOUN = re.compile(r"\s(?:the|der|le|la|il|de|el)\s(?:movie|film)$|\s(?:film|movie)$", re.IGNORECASE)


def signs_of(headline: str) -> tuple[str, ...]:
    """The signs that a headline shows of its post's kind, in the order of `title_words.SIGNS`."""
    key = fold(headline[:LONGEST])
    return tuple(dict.fromkeys(sign for sign, pattern in _SIGNS if pattern.search(key)))


@lru_cache(maxsize=1024)
def parse_headline(headline: str, *, language: str | None = None) -> Headline:
    """What a headline says of the film: title guesses, year, people, kind of post, rating; total, without a catalogue.

    `language` (ISO 639-1) is the post's, if known: outside English a subtitle is written in lower case.
    """
    reading = _Reading(language, signs_of(headline))
    return reading.read(_ORNAMENT.sub("", squash(headline[:LONGEST])))


def split_titles(text: str) -> tuple[str, ...]:
    """The titles of "X and Y", "X / Y", "X, Y & Z", if it were two or more films; empty for one."""
    parts = [_clean(part) for part in _AND.split(text[:LONGEST])]
    return tuple(parts) if len(parts) > 1 and all(_title_like(part) for part in parts) else ()


class _Reading:
    """One headline being read: what was taken out of it so far."""

    def __init__(self, language: str | None, signs: tuple[str, ...]) -> None:
        self.english = language in (None, "en")
        self.signs = signs
        self.year: int | None = None
        self.people: list[str] = []
        self.rating: str | None = None
        self.others: list[str] = []  # guesses after the first
        self.labelled = False  # a label stood before the title

    def read(self, text: str) -> Headline:
        text = self._take_brackets(self._take_rating(text))
        titles = self._titles(text)
        titles = [title for title in (self._polish(title) for title in titles) if title]
        candidates = list(dict.fromkeys([*titles, *(other for other in map(_clean, self.others) if other)]))
        return Headline(
            titles=tuple(dict.fromkeys(titles)),
            year=self.year,
            people=tuple(dict.fromkeys(self.people)),
            signs=self.signs,
            rating_raw=self.rating,
            candidates=tuple(candidates[:8]),
        )

    def _take_rating(self, text: str) -> str:
        match = _GRADE.search(text) or _RATING.search(text)
        if match is None or not (text[: match.start()] + text[match.end() :]).strip(_EDGES):
            return text
        self.rating = match["raw"].strip()
        return (text[: match.start()] + " " + text[match.end() :]).strip()

    def _take_brackets(self, text: str) -> str:
        """The text with each bracket that is no part of the title replaced by an end mark (NUL)."""
        found: list[str] = []
        last = 0
        for match in _BRACKET.finditer(text):
            before, inner = text[last : match.start()], match[1].strip()
            keep = not self._understands(inner, at_start=not text[: match.start()].strip())
            keep = keep or text[: match.start()].rstrip().endswith((" or", " oder", " ou", " o"))
            found.append(before + (match[0] if keep else "\0"))
            last = match.end()
        rest = "".join(found) + text[last:]
        return rest if rest.strip(_EDGES) else text

    def _understands(self, inner: str, *, at_start: bool) -> bool:
        year = _YEAR.search(inner)
        names = [
            part for part in re.split(r"\s?[,;/]\s?|\s(?:and|&|et|und)\s", _strip_credit(inner)) if _NAME.match(part)
        ]
        if year and (len(inner) < 12 or names or set(_words(inner)) & (FILM_WORDS | {"dir", "release"})):
            self.year = self.year or int(year[0])
            self.people.extend(name for name in names if not _YEAR.search(name))
            return True
        if _is_label(inner) or (len(_words(inner)) <= 5 and REVIEW_WORDS & set(_words(inner))):
            return True
        if re.match(r"(?:dir|d|regie|directed|starring)\b", inner, re.IGNORECASE):
            self.people.extend(names)
            return True
        if at_start:
            return False
        self.people.extend(names)
        self.others.append(inner)
        return True

    def _titles(self, text: str) -> list[str]:
        text = self._strip_labels(text)
        quoted = self._quoted(text)
        if quoted:
            return quoted
        head, mark, tail = text.partition("\0")
        if mark and head.strip(_EDGES):
            self.others.extend(_pieces(tail.strip(_EDGES))[:1] if self.year is None else [])
            return self._double(self._first(head.strip(_EDGES), ended=True))
        return self._double(self._first(text.replace("\0", " ").strip(_EDGES), ended=False))

    def _strip_labels(self, text: str) -> str:
        """The text without labels before the title."""
        for _ in range(3):
            lead = _LEAD.match(fold_case(text))
            match = _SEPARATOR.search(text)
            if match and _is_label(text[: match.start()].strip(_EDGES)) and text[match.end() :].strip(_EDGES):
                text, self.labelled = text[match.end() :].strip(), True
                continue
            titled = match and _TITLED.match(text[: match.start()].strip(_EDGES))
            if match and titled and self._names_blog(titled["title"], text[match.end() :], text[: match.start()]):
                self.others.append(titled["title"])
                text, self.labelled = text[match.end() :].strip(), True
                continue
            if lead and not _is_label(text[lead.end() :]):
                text, self.labelled = text[lead.end() :].strip(), True
                continue
            if text.startswith("\0"):
                text, self.labelled = text.lstrip(_EDGES), True
                continue
            break
        opening = _OPENINGS.match(text)
        return text[opening.end() :].strip() if opening and text[opening.end() :].strip() else text

    def _names_blog(self, name: str, rest: str, label: str) -> bool:
        """Whether "NAME Review: rest" names a blog or a section, where rest holds the title."""
        rest = rest.strip(_EDGES)
        if "\0" in label or _QUOTES.match(name):
            return False
        if re.search(r"['’]s?$", name) or _is_label(name) or _FESTIVAL.match(name) or _QUOTES.match(rest):
            return True
        if _is_remark(name, rest.replace("\0", " "), self.english, strong=True):
            return False
        if rest.endswith("\0") and self.year:
            return True
        key = fold(name).replace(" ", "")
        return any(word in key for word in BLOG_WORDS) and not label.rstrip().endswith("review")

    def _quoted(self, text: str) -> list[str]:
        """The titles in quotation marks, or none where the quotes are no title."""
        spans = [match for match in _QUOTES.finditer(text) if _title_like(_inner(match))]
        if not spans:
            return []
        first = spans[0]
        before = text[: first.start()].replace("\0", " ").strip()
        if len(spans) > 1 and _AND.fullmatch(text[first.end() : spans[1].start()]):
            return [_inner(match) for match in spans[:4]]
        plain = before.rstrip(_EDGES)
        if plain and plain != before and not _is_label(plain):  # "Crash: 'a quotation'"
            self.others.append(_inner(first))
            return []
        if not plain and re.match(r"\s?[–—:-]", text[first.end() :]) is None and first.end() < len(text) - 1:
            self.others.append(_SEPARATOR.split(text)[0])
        owner = re.search(rf"({_NAME_PART}(?:\s{_NAME_PART}){{1,3}})(?:['’]s|['’])$", plain)
        if owner:
            self.people.append(owner[1])
        return [_inner(first)]

    def _first(self, text: str, *, ended: bool) -> str:
        """The first guess of the title in a text without label; `ended`: the text stops where the title does."""
        on_film = _ON_FILM.match(text)
        if on_film:
            self.others.append(text)
            return on_film["title"]
        parts = list(_SEPARATOR.finditer(text))
        for at, match in enumerate(parts):
            piece = text[match.end() : parts[at + 1].start() if at + 1 < len(parts) else len(text)].strip()
            if self._closes(piece):
                return self._first(text[: match.start()], ended=True)
            titled = _TITLED.match(piece)
            if titled and titled["title"].strip():
                return self._first(text[: match.end()] + titled["title"], ended=True)
        titled = _TITLED.match(text[: parts[0].start()] if parts else text)
        if titled and titled["title"].strip(_EDGES):
            if parts:
                self.others.append(text[parts[0].end() :])
            return self._first(titled["title"].strip(_EDGES), ended=True)
        return self._split(text, parts, ended=ended) if parts else text

    def _closes(self, piece: str) -> bool:
        """Whether a piece after the title ends it: a label, a year, a name."""
        if re.fullmatch(r"1[89]\d\d|20[0-3]\d", piece):
            self.year = self.year or int(piece)
            return True
        if self.year and _NAME.match(piece.replace("-", " ")):
            self.people.append(piece)
            return True
        return _is_label(piece)

    def _split(self, text: str, parts: list[re.Match[str]], *, ended: bool) -> str:
        """The title of "X: Y", where Y is a subtitle, a remark, or the title itself."""
        head, tail = text[: parts[0].start()].strip(), text[parts[0].end() :].strip()
        if len(parts) > 1:
            middle = text[parts[0].end() : parts[1].start()].strip()
            self.others.extend([head, text])
            if _is_remark(head, middle, self.english, strong=parts[1].group().strip() != ":"):
                return head
            return text[: parts[1].start()]
        if _is_phrase(head) and not _is_phrase(tail):
            self.others.extend([tail, text])
            return tail if ended else _CLAUSES[4].sub(r"\g<title>", head) if _CLAUSES[4].match(head) else tail
        if _is_remark(head, tail, self.english, strong=ended or self.labelled):
            self.others.extend([text, tail])
            return head
        self.others.extend([head, tail])
        return text

    def _double(self, title: str) -> list[str]:
        many = _MANY.match(title)
        if many:
            self.others.append(title)
            return [many["head"] + many["one"], many["head"] + many["two"]]
        if "double" in self.signs or re.search(r"\s/\s|;\s", title):
            parts = [part.strip(_EDGES) for part in _AND.split(title)]
            if len(parts) > 1 and all(_title_like(part) for part in parts):
                if "double" in self.signs:
                    self.others.append(title)
                    return parts[:6]
                self.others.extend([*parts[1:], title])
                return parts[:1] if "/" in title else parts
        return [title]

    def _polish(self, title: str) -> str:
        """A guess without director, remark clause, "the movie" and trailing year; what goes stays among the others."""
        title = _clean(title)
        for pattern in (_CREDIT, _STARRING):
            match = pattern.match(title)
            names = (
                [part for part in re.split(r",\s|\s(?:and|&|et|und|y|e)\s", match["names"]) if _NAME.match(part)]
                if match
                else []
            )
            if match and names:
                self.others.append(title)
                self.people.extend(names)
                title = match["title"].strip(_EDGES)
        owner = _POSSESSIVE.match(title)
        if (
            owner
            and fold(owner["name"]) not in KEPT_POSSESSIVES
            and not fold(owner["name"]).startswith(("the ", "a ", "my "))
        ):
            self.others.append(title)
            self.people.append(owner["name"])
            title = _clean(owner["rest"])
        for clause in _CLAUSES:
            match = clause.match(title)
            if match:
                self.others.append(title)
                title = _clean(match["title"])
        title = self._cut_verb(title)
        dated = _LAST_YEAR.match(title)
        if dated and fold(title) not in YEAR_TITLES and not fold(dated["title"]).endswith((" of", " in", " von")):
            self.others.append(title)
            number = int(dated["year"] or 0)
            if dated["short"]:
                number = (1900 if int(dated["short"]) > 30 else 2000) + int(dated["short"])
            self.year = self.year or number
            title = _clean(dated["title"])
        shorter = _TAIL_NOUN.sub("", title)
        if (
            shorter != title
            and shorter.strip(_EDGES)
            and len(_words(title)) <= 8
            and fold(shorter) not in {"the", "scary", "epic"}
        ):
            self.others.append(title)
            title = shorter
        return _clean(title)

    def _cut_verb(self, title: str) -> str:
        words = title.split()
        if len(words) < 4 or self.labelled:
            return title
        for at in range(1, min(len(words) - 2, 8)):
            if fold(words[at]) in VERBS and len(words) - at >= (3 if words[at].islower() else 5):
                self.others.append(title)
                return " ".join(words[:at])
        return title


def fold_case(text: str) -> str:
    """The text in lower case with accents off, of the same length, so that places in it hold for the text."""
    folded = [fold(char)[:1] or char for char in text] if not text.isascii() else list(text.lower())
    return "".join(folded)


def _words(text: str) -> list[str]:
    return fold(text).split()


def _pieces(text: str) -> list[str]:
    return [piece for piece in (part.strip(_EDGES) for part in _SEPARATOR.split(text)) if piece]


def _inner(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group), "").strip().rstrip(",")


def _clean(title: str) -> str:
    """A guess without the marks around it."""
    title = " ".join(title.replace("\0", " ").split()).strip(_EDGES)
    match = _QUOTES.fullmatch(title)
    return _inner(match) if match else title


def _strip_credit(text: str) -> str:
    return re.sub(rf"^(?:{_BY})\s|\b(?:dir\.|directed by)\s", "", text, flags=re.IGNORECASE)


def _title_like(text: str) -> bool:
    """Whether a quoted or listed text may be a title: it begins as one, and is not long."""
    return bool(text) and not text[0].islower() and len(text.split()) <= 12


def _is_label(text: str) -> bool:
    """Whether a text is a label rather than a title: "Movie Review", "Throwback Thursday", "TIFF 2013", "Movie #12"."""
    words = [word for word in _words(text) if not word.isdigit()]
    if not words:
        return bool(_NUMBERED.search(text))
    if len(words) > 7:
        return False
    if _NUMBERED.search(text) or _FESTIVAL.match(text.strip()):
        return len(words) <= 6
    if len(words) == 1:
        return words[0] in LONE_LABELS or words[0] in REVIEW_WORDS
    return all(word in _LABEL_WORDS for word in words) and any(word in _LABEL_CORE for word in words)


def _is_phrase(text: str) -> bool:
    """Whether a text is written as a phrase, "The ending of the year", and not as a title in capitals."""
    rest = text.split()[1:]
    content = [word for word in rest if word[0].isalpha() and fold(word) not in SMALL_WORDS]
    return bool(content) and all(word[0].islower() for word in content)


def _is_remark(head: str, tail: str, english: bool, *, strong: bool) -> bool:
    """Whether, in "HEAD: TAIL", the tail is a remark on the film and no subtitle; `strong`: the title ends with it."""
    words = _words(tail)
    content = [word for word in tail.split() if word[0].isalpha() and fold(word) not in SMALL_WORDS]
    lower = sum(word[0].islower() for word in content)
    if not words or len(words) > 9 or tail.rstrip("\"'”’").endswith(("?", "!")):
        return True
    if fold(head) in SERIES_HEADS:
        return english and lower > len(content) / 2
    if tail[0].islower() or (lower and english):
        return True
    if re.match(r"(?:part|chapter|episode|volume|vol|teil|kapitel|parte|partie|section)\b|\d+$", words[0]):
        return False
    if set(words) & REMARK_WORDS:
        return True
    if words[0] in ("a", "an"):
        return words[-1] not in ("story", "mystery", "adventure", "musical")
    if words[0] == "the":
        return len(words) > 6
    return len(words) > 5 if strong or not english else len(words) > 1
