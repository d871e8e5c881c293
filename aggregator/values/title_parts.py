"""What a piece of a headline is: a label, a phrase, a remark on the film, a name, a title before "review"."""

from __future__ import annotations

import re

from aggregator.values import title_patterns as shapes
from aggregator.values.text import fold
from aggregator.values.title_keys import ROMAN
from aggregator.values.title_words import (
    AUXILIARIES,
    FESTIVALS,
    FILM_WORDS,
    LABEL_FILLERS,
    LONE_LABELS,
    MOVIE_TITLES,
    PRONOUNS,
    REMARK_WORDS,
    REVIEW_WORDS,
    REVIEWED,
    SERIES_HEADS,
    SERIES_WORDS,
    SMALL_WORDS,
    VERBS,
)
from aggregator.values.vocabulary import phrases_of

_LABEL_CORE = REVIEW_WORDS | FILM_WORDS | LONE_LABELS | SERIES_WORDS | FESTIVALS
_LABEL_WORDS = _LABEL_CORE | LABEL_FILLERS
LONGEST = 240  # characters of a headline that count
SHOUTED = 6  # characters of a title in capitals; acronyms are shorter
_DANGLING = frozenset({"the", "a", "an", "and", "of", "le", "il", "der", "und"})  # no title ends so


def same_length(text: str) -> str:
    """The text in lower case with accents off, letter for letter, so that places in it hold for the text."""
    return text.lower() if text.isascii() else "".join([fold(char)[:1] or char for char in text])


def words_of(text: str) -> list[str]:
    return fold(text).split()


def before_review(text: str) -> str:
    """The title of "X review", "X Movie Review", "X – a film review"; empty if the text ends otherwise.

    "Movie" before "review" belongs to the title where it is written large and "review" small, or in known titles.
    """
    match = None if REVIEWED.isdisjoint(words_of(text)) else shapes.TITLED.match(text)
    if match is None:
        return ""
    title, kind = match["title"].rstrip(), match["kind"].rstrip()
    longer = text[: match.start("review")].rstrip(shapes.EDGES)
    if kind and (
        fold(longer) in MOVIE_TITLES or title.endswith(":") or (kind[0].isupper() and match["review"][0].islower())
    ):
        title = longer
    last = title.split()[-1] if title.split() else "the"
    return "" if last.lower() in _DANGLING else title.strip(shapes.EDGES)


def undecorated(text: str) -> str:
    """A squashed headline without the ornaments around it."""
    plain = text[:1].isalnum() and text[-1] not in shapes.EDGES
    return text if plain else shapes.ORNAMENT.sub("", text)


def first_mark(text: str) -> int:
    """Where the first separator of a text may begin; its end if it has none."""
    mark = shapes.SEPARATES.search(text)
    return max(0, mark.start() - 2) if mark else len(text)


def pieces_of(text: str) -> list[str]:
    return [piece for piece in (part.strip(shapes.EDGES) for part in shapes.SEPARATOR.split(text)) if piece]


def is_name(text: str) -> bool:
    """Whether a text has the form of a person's name; one that begins with an article is a title."""
    return bool(shapes.NAME.match(text)) and fold(text.partition(" ")[0]) not in SMALL_WORDS - {"de", "von", "van"}


def names_of(text: str) -> list[str]:
    """The names that a text is made of; empty if anything else stands in it."""
    parts = [part.strip() for part in shapes.NAME_LIST.split(text)]
    return parts if all(is_name(part) for part in parts) else []


def inner(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group), "").strip().rstrip(",")


def clean(title: str) -> str:
    """A guess without the marks around it."""
    title = " ".join(title.replace("\0", " ").split()).strip(shapes.EDGES)
    match = shapes.QUOTES.fullmatch(title) if shapes.QUOTE.match(title) else None
    return inner(match) if match else title


def title_like(text: str) -> bool:
    """Whether a quoted or listed text may be a title: it begins as one, and is not long."""
    return bool(text) and not text[0].islower() and len(text.split()) <= 12


def split_titles(text: str) -> tuple[str, ...]:
    """The titles of "X and Y", "X / Y", "X, Y & Z", if it were two or more films; empty for one."""
    text = text[:LONGEST]
    parts = [clean(part) for part in (shapes.BETWEEN if shapes.BETWEEN.search(text) else shapes.AND).split(text)]
    return tuple(parts) if len(parts) > 1 and all(title_like(part) for part in parts) else ()


MOST_SERIES = 3
PLURALS = phrases_of("""
reviews|filmkritiken|kurzkritiken|resenas|recensioni|recenzje|resenhas|recensies|recensioner|anmeldelser
""")
"""Last word (folded) of the name of a series of reviews, "Belated Reviews", and of how many words at most it is."""


def is_label(text: str) -> bool:
    """Whether a text is a label rather than a title: "Movie Review", "Throwback Thursday", "TIFF 2013", "Movie #12"."""
    words = [word for word in words_of(text) if not word.isdigit()]
    if not words:
        return "#" in text and bool(shapes.NUMBERED.search(text))
    if len(words) > 7:
        return False
    if shapes.DIGIT.search(text) and shapes.NUMBERED.search(text):
        return len(words) <= 6
    if (words[0].rstrip("0123456789") in FESTIVALS or "FF" in text) and shapes.FESTIVAL.match(text.strip(" #")):
        return len(words) <= 6
    if len(words) > 1 and words[-1] in PLURALS and len(words) <= MOST_SERIES:
        return True
    if len(words) == 1:
        return words[0] in LONE_LABELS or words[0] in REVIEW_WORDS
    return all(word in _LABEL_WORDS for word in words) and any(word in _LABEL_CORE for word in words)


def content_of(text: str) -> list[str]:
    """The words that a title in capitals writes with one."""
    return [word for word in text.split() if word[0].isalpha() and fold(word) not in SMALL_WORDS]


def is_phrase(text: str) -> bool:
    """Whether a text is written as a phrase, "The ending of the year", and not as a title in capitals."""
    content = content_of(" ".join(text.split()[1:]))
    return bool(content) and all(word[0].islower() for word in content)


def is_remark(head: str, tail: str, english: bool, *, certainty: int) -> bool:
    """Whether, in "HEAD: TAIL", the tail is a remark on the film and no subtitle.

    `certainty` that the whole is a title: 0 nothing marks it, 1 a label stands before it, 2 its end is marked.
    """
    words, content = words_of(tail), content_of(tail)
    if not words:
        return True
    lower = sum(word[0].islower() for word in content)
    if fold(head) in SERIES_HEADS:
        return english and lower > len(content) / 2
    if tail[0].islower() or (lower and english):
        return True
    if head.isupper() and len(head) >= SHOUTED and content and not tail.isupper():  # "EX MACHINA: The Turing Test"
        return True
    if certainty == 2:
        return len(words) > 12
    if len(words) > 9 or tail.rstrip("\"'”’").endswith(("?", "!")):
        return True
    if shapes.NUMBERED.match(words[0]):
        return False
    if words_of(head)[-1:] and (words_of(head)[-1].isdigit() or words_of(head)[-1] in ROMAN) and len(words) <= 5:
        return bool(set(words) & REMARK_WORDS)
    if words[0] == "the" and len(words) <= (6 if certainty else 5):
        return bool({"best", "worst", "greatest"} & set(words))
    if set(words) & REMARK_WORDS:
        return True
    if head.isdigit():
        return False
    if words[0] in ("a", "an"):
        return words[-1] not in ("story", "mystery", "adventure", "musical")
    return len(words) > 5 if certainty or not english else len(words) > 1


def before_verb(title: str, *, labelled: bool) -> str:
    """What stands before the verb of a headline that is a sentence; empty if it is none. `labelled`: behind a label."""
    words = title.split()
    for at in range(1, min(len(words) - 2, 8)):
        plain = words[at].islower()
        if fold(words[at]) not in VERBS or len(words) - at < (3 if plain else 5):
            continue
        before = " ".join(words[:at])
        said = not is_phrase(before) if plain else fold(words[at]) not in AUXILIARIES and not labelled
        if plain and labelled and words[at + 1][0].isupper():  # "Review: Mother is a Mermaid"
            continue
        if said and fold(before) not in PRONOUNS:
            return before
    return ""
