"""A film's title in a headline as bloggers write it: what a headline says of title, year, people and kind of post."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from aggregator.values import title_patterns as shapes
from aggregator.values.directors import DIRECTORS, FAMILY_NAMES, TITLED
from aggregator.values.names import is_given
from aggregator.values.text import fold, squash
from aggregator.values.title_keys import same_title, title_from_url, title_key
from aggregator.values.title_parts import (
    LONGEST,
    before_review,
    before_verb,
    clean,
    first_mark,
    inner,
    is_label,
    is_name,
    is_phrase,
    is_remark,
    names_of,
    pieces_of,
    same_length,
    split_titles,
    title_like,
    undecorated,
    words_of,
)
from aggregator.values.title_signs import NOT_FILM, signs_of
from aggregator.values.title_words import (
    BLOG_WORDS,
    FILM_WORDS,
    MOVIE_TITLES,
    REVIEW_WORDS,
    SERIES_HEADS,
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

GUESSES = 8  # candidates kept
DASHES = frozenset("-–—")

# Titles that begin with a year; any other "2013: X" is a film of that year.
_YEAR_FIRST = tuple(title for title in YEAR_TITLES if title[:4].isdigit())


@dataclass(frozen=True, slots=True)
class Headline:
    """What a headline says."""

    titles: tuple[str, ...] = ()  # the best guess, as the page writes it; a double feature has two or more
    year: int | None = None  # the film's year, if the headline states it
    people: tuple[str, ...] = ()  # names it credits: "Spike Jonze's HER", "Drive (Nicolas Winding Refn, 2011)"
    signs: tuple[str, ...] = ()  # what the post is: names of `title_signs.SIGNS`
    rating_raw: str | None = None  # a rating in the headline, as written
    candidates: tuple[str, ...] = ()  # guesses of a title, best first; `titles` stand first

    @property
    def about_film(self) -> bool:
        """Whether no sign speaks against a film review."""
        return NOT_FILM.isdisjoint(self.signs)


@lru_cache(maxsize=1024)
def parse_headline(headline: str, *, language: str | None = None) -> Headline:
    """What a headline says of the film: title guesses, year, people, kind of post, rating; total, without a catalogue.

    `language` (ISO 639-1) is the post's, if known: outside English a subtitle is written in lower case.
    """
    text = undecorated(squash(headline[:LONGEST]))
    return _Reading(language, signs_of(headline), frozenset(words_of(text))).read(text)


class _Reading:
    """One headline being read: what was taken out of it so far."""

    def __init__(self, language: str | None, signs: tuple[str, ...], words: frozenset[str]) -> None:
        self.english = language in (None, "en")
        self.signs = signs
        self.words = words  # folded
        self.year: int | None = None
        self.people: list[str] = []
        self.rating: str | None = None
        self.others: list[str] = []  # guesses after the first
        self.labelled = False  # a label stood before the title
        self.ended = False  # a year, a bracket or "review" stands behind the title
        self.reviewed = False  # "review" was taken off its end

    def read(self, text: str) -> Headline:
        text = self._take_brackets(self._take_rating(shapes.PLACE.sub("", text)))
        titles = [title for title in map(self._polish, self._titles(text)) if title]
        others = [other for other in map(clean, self.others) if other]
        return Headline(
            titles=tuple(dict.fromkeys(titles)),
            year=self.year,
            people=tuple(dict.fromkeys(self.people)),
            signs=self.signs,
            rating_raw=self.rating,
            candidates=tuple(dict.fromkeys([*titles, *others]))[:GUESSES],
        )

    def _take_rating(self, text: str) -> str:
        match = shapes.GRADE.search(text, max(0, len(text) - shapes.LONGEST_GRADE)) or (
            shapes.MARKED.search(text) and shapes.RATING.search(text)
        )
        if match is None or not (text[: match.start()] + text[match.end() :]).strip(shapes.EDGES):
            return text
        self.rating = match["raw"].strip()
        return (text[: match.start()] + " " + text[match.end() :]).strip()

    def _take_brackets(self, text: str) -> str:
        """The text with each bracket that is no part of the title replaced by an end mark (NUL)."""
        found: list[str] = []
        last = 0
        for match in shapes.BRACKET.finditer(text):
            before, after = text[: match.start()].rstrip(), text[match.end() :]
            joined = text[: match.start()][-1:].isalnum() and after[:1].isalnum()  # "Best F(r)iends"
            inside = bool(before) and not before.endswith(tuple(":–—|")) and after[:2].strip()[:1].isalnum()
            alternative = before.endswith((" or", " oder", " ou", " o"))
            keep = joined or alternative or not self._understands(match[1].strip(), at_start=not before, inside=inside)
            found.append(text[last : match.start()] + (match[0] if keep else "\0"))
            last = match.end()
        rest = "".join(found) + text[last:]
        return rest if rest.strip(shapes.EDGES) else text

    def _understands(self, inner: str, *, at_start: bool, inside: bool) -> bool:
        """Whether a bracket is no part of the title; what it says of year and people is noted."""
        year = None if shapes.DATED.search(inner) else shapes.YEAR.search(inner)
        plain = shapes.BY.sub("", shapes.DIRECTED_BY.sub("", inner))
        parts = [part.strip() for part in shapes.NAME_LIST.split(plain)]
        names = [part for part in parts if is_name(part)]
        words = set(words_of(inner))
        if year and (len(inner) < 12 or len(parts) > 1 or names or words & (FILM_WORDS | {"dir", "release"})):
            self.year = self.year or int(year[0])
            alone = [part for part in parts if part.istitle() and fold(part) in FAMILY_NAMES]
            self.people.extend(names or alone[:1])
            return True
        if is_label(inner) or (len(words) <= 5 and REVIEW_WORDS & words) or shapes.CERTIFICATE.fullmatch(inner):
            return True
        if shapes.CREDITED.match(inner):
            self.people.extend(names)
            return True
        if at_start or (inside and not REVIEW_WORDS & words):
            return False
        self.people.extend(names)
        self.others.append(inner)
        return True

    def _titles(self, text: str) -> list[str]:
        text = self._strip_labels(text)
        quoted = self._quoted(text)
        if quoted:
            self.ended = True
            return quoted
        head, mark, tail = text.partition("\0")
        if mark and head.strip(shapes.EDGES):
            self.ended = True
            if self.year is None:
                self.others.extend(pieces_of(tail)[:1])
            elif "\0" in tail and (joined := shapes.JOINED.match(tail)):  # "X (1988) & Y (1986)"
                more = tail[joined.end() :].partition("\0")[0].strip(shapes.EDGES)
                first = self._first(head.strip(shapes.EDGES))
                return [first, more] if title_like(more) else self._double(first)
            return self._double(self._first(head.strip(shapes.EDGES)))
        return self._double(self._first(text.replace("\0", " ").strip(shapes.EDGES)))

    def _strip_labels(self, text: str) -> str:
        """The text without labels before the title."""
        for _ in range(3):
            rest = self._after_label(text)
            if rest is None:
                break
            text, self.labelled = rest, True
        opening = None if "review" in self.signs else shapes.OPENINGS.match(text)
        if opening and text[opening.end() :].strip(shapes.EDGES):
            self.others.append(text)
            return shapes.LATELY.sub("", text[opening.end() :].strip())
        return text

    def _after_label(self, text: str) -> str | None:
        """What stands after the label that a text begins with; None if it begins with none."""
        if text.startswith("\0"):
            return text.lstrip(shapes.EDGES)
        for pattern, first in ((shapes.SEPARATOR, first_mark(text)), (shapes.PAUSE, 0)):
            match = pattern.search(text, first)
            if match is None or not text[match.end() :].strip(shapes.EDGES):
                continue
            label, rest = text[: match.start()], text[match.end() :].strip()
            if is_label(label.strip(shapes.EDGES)):
                return rest
            if match[0].strip() in DASHES and fold(label) in DIRECTORS:  # "Steven Soderbergh - Contagion"
                self.people.append(label.strip(shapes.EDGES))
                return rest
            year = shapes.YEAR.fullmatch(label.strip(shapes.EDGES))
            if year and not rest[0].islower() and not fold(text).startswith(_YEAR_FIRST):
                self.year = self.year or int(year[0])
                return rest
            titled = before_review(label.strip(shapes.EDGES))
            if pattern is shapes.SEPARATOR and titled and self._names_blog(titled, rest, label):
                self.others.append(titled)
                return rest
        lead = None if REVIEW_WORDS.isdisjoint(self.words) else shapes.LEAD.match(same_length(text))
        if lead and not is_label(text[lead.end() :]):
            return text[lead.end() :].strip()
        return None

    def _names_blog(self, name: str, rest: str, label: str) -> bool:
        """Whether "NAME Review: rest" names a blog or a section, where rest holds the title."""
        rest = rest.strip(" \t-–—:|")
        if "\0" in label or shapes.QUOTES.match(name):
            return False
        quoted = shapes.QUOTES.match(rest)
        if shapes.POSSESSIVE.search(name) or is_label(name) or shapes.FESTIVAL.match(name) or quoted:
            return True
        if is_remark(name, rest.replace("\0", " ").strip(), self.english, certainty=1):
            return False
        if rest.endswith("\0") and self.year:
            return True
        key = fold(name).replace(" ", "")
        return any(word in key for word in BLOG_WORDS) and not label.rstrip().endswith("review")

    def _quoted(self, text: str) -> list[str]:
        """The titles in quotation marks, or none where the quotes are no title."""
        quotes = shapes.QUOTES.finditer(text) if shapes.QUOTE.search(text) else ()
        spans = [match for match in quotes if title_like(inner(match))]
        if not spans:
            return []
        first = spans[0]
        before = text[: first.start()].replace("\0", " ").strip()
        if len(spans) > 1 and shapes.AND.fullmatch(text[first.end() : spans[1].start()]):
            return [inner(match) for match in spans[:4]]
        plain = before.rstrip(shapes.EDGES)
        if plain and plain != before and not is_label(plain):  # "Crash: 'a quotation'"
            self.others.append(inner(first))
            return []
        if not plain and shapes.DIVIDED.match(text, first.end()) is None and first.end() < len(text) - 1:
            self.others.append(shapes.SEPARATOR.split(text)[0])
        owner = shapes.OWNER_END.search(plain)
        if owner:
            self.people.append(owner["name"])
        return [inner(first)]

    def _first(self, text: str) -> str:
        """The first guess of the title, in a text without label."""
        newly = not shapes.FILM_NOUNS.isdisjoint(self.words)
        if on_film := shapes.ON_FILM.match(text) or (newly and shapes.NEW_FILM.match(text)):
            self.others.append(text)
            return on_film["title"]
        cuts = list(shapes.SEPARATOR.finditer(text, first_mark(text)))
        ends = [*(cut.start() for cut in cuts[1:]), len(text)]
        pieces = [text[cut.end() : end].strip() for cut, end in zip(cuts, ends, strict=False)]
        for at, (cut, piece) in enumerate(zip(cuts, pieces, strict=True)):
            movie = shapes.SUBTITLE_MOVIE.match(piece)
            if movie and piece[0].isupper() and not self.reviewed and is_label("film " + piece[movie.end() :]):
                self.ended = self.reviewed = True
                return self._first(text[: cut.end()] + movie[0])
            if self._closes(piece):
                self.year = self.year or next(
                    (int(later) for later in pieces[at + 1 :] if shapes.YEAR.fullmatch(later)), None
                )
                self.ended = True
                return self._first(text[: cut.start()])
            before = before_review(piece)
            if before and not self.reviewed:
                self.ended = self.reviewed = True
                return self._first(text[: cut.end()] + before)
        before = before_review(text[: cuts[0].start()] if cuts else text)
        if before and not self.reviewed:
            if cuts:
                self.others.append(text[cuts[0].end() :])
            self.ended = self.reviewed = True
            return self._first(before)
        return self._split(text, cuts) if cuts else text

    def _closes(self, piece: str) -> bool:
        """Whether a piece after the title ends it: a label, a year, or the name beside a year."""
        if shapes.YEAR.fullmatch(piece):
            self.year = self.year or int(piece)
            return True
        if is_name(piece) and (fold(piece) in DIRECTORS or (self.year and is_given(piece.partition(" ")[0]))):
            self.people.append(piece)
            return True
        reviewed = not REVIEW_WORDS.isdisjoint(self.words) and shapes.CLOSING.match(same_length(piece))
        return bool(reviewed or is_label(piece)) and not shapes.SUBTITLE_MOVIE.fullmatch(piece)

    def _split(self, text: str, cuts: list[re.Match[str]]) -> str:
        """The title of "X: Y", where Y is a subtitle, a remark, or the title itself; the others stay candidates."""
        if len(cuts) > 1 and fold(text[: cuts[1].start()]) in SERIES_HEADS:  # "Mission: Impossible - Fallout"
            cuts = cuts[1:]
        head, tail = text[: cuts[0].start()].strip(), text[cuts[0].end() :].strip()
        if f"{fold(head)} {fold(tail).partition(' ')[0]}" in SERIES_HEADS:  # "Mission: Impossible II"
            return text
        if "double" in self.signs and split_titles(tail) and not split_titles(head):  # "Snow White x 2: X vs Y"
            self.others.append(head)
            return tail
        certainty = 2 if self.ended else int(self.labelled)
        if len(cuts) > 1:
            middle, last = text[cuts[0].end() : cuts[1].start()].strip(), text[cuts[1].end() :].strip()
            self.others.extend([text[: cuts[1].start()], head, text])
            if is_remark(head, middle, self.english, certainty=max(certainty, 1)):
                return head
            ends = is_remark(text[: cuts[1].start()], last, self.english, certainty=certainty)
            return text[: cuts[1].start()] if ends else text
        aged = shapes.AGES.pattern.match(tail)
        if is_phrase(head) and not is_phrase(aged["title"] if aged else tail):
            self.others.extend([tail, text])
            return tail
        self.others.extend([head, text, tail])
        return head if is_remark(head, tail, self.english, certainty=certainty) else text

    def _double(self, title: str) -> list[str]:
        paired = "+" in title or not shapes.PAIRING.isdisjoint(self.words)
        if paired and (pair := shapes.NUMBER_PAIR.match(title)):
            self.others.append(title)
            return [pair["head"] + pair["one"], pair["head"] + pair["two"]]
        double = "double" in self.signs
        parts = split_titles(title) if double or shapes.PARTED.search(title) else ()
        if parts:
            self.others.extend([*parts[1:], title])
            return list(parts[:6]) if double or "/" not in title else [parts[0]]
        return [title]

    def _polish(self, title: str) -> str:
        """A guess without director, remark, "the movie" and trailing year; what goes stays among the others."""
        title = self._without_people(clean(title))
        title = self._cut(shapes.AGES, title)
        title = self._cut(shapes.OTHER_FILM, title)
        if not self.ended and not self.labelled:
            for clause in shapes.CLAUSES:
                title = self._cut(clause, title)
        if not self.ended:
            before = before_verb(title, labelled=self.labelled)
            self.others.extend([title] if before else [])
            title = before or title
        dated = shapes.LAST_YEAR.match(title) if title[-1:].isdigit() else None
        if dated and fold(title) not in YEAR_TITLES and words_of(dated["title"])[-1:] not in (["of"], ["in"], ["von"]):
            self.others.append(title)
            short = int(dated["short"] or 0)
            self.year = self.year or int(dated["year"] or (1900 + short if short > 30 else 2000 + short))
            title = clean(dated["title"])
        front, comma, name = title.rpartition(", ")
        if comma and fold(name) in DIRECTORS:  # "Contagion, Steven Soderbergh"
            self.people, title = [*self.people, name], clean(front)
        shorter = shapes.MOVIE_NOUN.sub("", title) if title.endswith(("movie", "film")) else title
        if shorter != title and len(words_of(title)) <= 8 and fold(title) not in MOVIE_TITLES:
            self.others.append(title)
            title = shorter
        return clean(title)

    def _without_people(self, title: str) -> str:
        elided = "d'" in title or "d’" in title
        for match in shapes.CREDIT.finditer(title) if elided or not shapes.CREDITING.isdisjoint(self.words) else ():
            names = names_of(title[match.end() :])
            said = not (match["bare"] or match["elided"]) or any(fold(name) in DIRECTORS for name in names)
            if names and said and match.start():
                self.others.append(title)
                self.people.extend(names)
                title = title[: match.start()].rstrip(".")
                break
        starring = None if shapes.FEATURING.isdisjoint(self.words) else shapes.STARRING.match(title)
        if starring and names_of(starring["names"]):
            self.others.append(title)
            self.people.extend(names_of(starring["names"]))
            title = starring["title"].strip(shapes.EDGES)
        owner = shapes.OWNER.match(title) if "'" in title or "’" in title else None
        if owner:
            name = fold(owner["name"])
            self.others.append(title)
            if (
                (name in DIRECTORS and name not in TITLED)
                or name in FAMILY_NAMES
                or owner["rest"].isupper() > title.isupper()
            ):
                self.people.append(owner["name"])
                return clean(owner["rest"])
            self.others.append(owner["rest"])
        return title

    def _cut(self, clause: shapes.Clause, title: str) -> str:
        if clause.words and clause.words.isdisjoint(self.words):
            return title
        match = clause.pattern.match(title)
        if match is None:
            return title
        self.others.append(title)
        return clean(match["title"])
