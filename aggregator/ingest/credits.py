"""What a film's credits in a catalogue confirm of the names in its review, and what they contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aggregator.films import credited
from aggregator.films.keyed import name_key
from aggregator.records import Claim, Review, Source
from aggregator.store.films import KnownFilm
from aggregator.values.text import fold

POSSESSIVE = re.compile(r"['’]s\b")
EDGES = ".,;:!?()[]{}<>\"'“”„‘’«»…*_-–—/"
"""Punctuation off both ends of a name in running text."""
MOST_NAMED = 10
"""Credited names that stand beside a contradiction."""


def checked(review: Review, film: KnownFilm) -> Review:
    """The review held against the credits of a catalogue's film.

    Credited actors whose full names stand in the text become cast, and directors where the review states none; each
    confirmed name has a claim of source CATALOG. A field that the credits contradict is disputed, with a claim that
    says who is credited. They contradict a director whom they lack; catalogues list only the first of the cast, so
    actors are contradicted where none of them is listed, or one is listed as the director alone.
    """
    disputed = list(review.disputed)
    where = "credits of " + " ".join([film.title, *(f"{scheme}:{value}" for scheme, value in sorted(film.ids.items()))])
    players = [name for name in film.actors if not credited(name, film.directors)]
    cast, claims = _field("cast", review.cast, film.actors, players, review.text, where)
    makers = [] if review.directors else [name for name in film.directors if not credited(name, film.actors)]
    directors, more = _field("directors", review.directors, film.directors, makers, review.text, where)
    for field, stated, credits in (("cast", review.cast, film.actors), ("directors", review.directors, film.directors)):
        if credits and _contradicted(field, stated, film):
            named = tuple(credits[:MOST_NAMED])
            more.append(Claim(field, ", ".join(named), Source.CATALOG, where, named))
            disputed.append(field)
    return replace(
        review,
        cast=cast,
        directors=directors,
        claims=(*review.claims, *claims, *more),
        disputed=tuple(dict.fromkeys(disputed)),
    )


def _field(
    field: str, stated: Sequence[str], credits: Sequence[str], wanted: Sequence[str], text: str, where: str
) -> tuple[tuple[str, ...], list[Claim]]:
    """The names of a field, those found in the text among them, and a claim for each that is credited."""
    names = list(stated)
    for name in mentioned(text, [name for name in wanted if not credited(name, stated)]):
        if not credited(name, names):
            names.append(name)
    claims = [Claim(field, name, Source.CATALOG, where, (name,), True) for name in names if credited(name, credits)]
    return tuple(names), claims


def _contradicted(field: str, stated: Sequence[str], film: KnownFilm) -> bool:
    if field == "directors":
        return any(not credited(name, film.directors) for name in stated)
    strangers = [name for name in stated if not credited(name, film.actors)]
    return bool(strangers) and (
        len(strangers) == len(stated) or any(credited(name, film.directors) for name in strangers)
    )


def mentioned(text: str, names: Sequence[str]) -> list[str]:
    """Those of the names, of two words or more, that stand in a text, as it spells them, in its order."""
    by_first: dict[str, list[list[str]]] = {}
    for name in names:
        words = name_key(name).split()
        if len(words) > 1:
            by_first.setdefault(words[0], []).append(words)
    found: dict[str, str] = {}
    if not by_first:
        return []
    tokens = POSSESSIVE.sub("", text).split()
    words_of = list(_words(tokens))
    for at, (word, start) in enumerate(words_of):
        for wanted in by_first.get(word, ()):
            here = words_of[at : at + len(wanted)]
            if [each for each, _ in here] == wanted:
                spelled = " ".join(tokens[start : here[-1][1] + 1]).strip(EDGES)
                found.setdefault(" ".join(wanted), spelled)
    return list(found.values())


def _words(tokens: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Folded words, and the place of the token that each stands in."""
    for place, token in enumerate(tokens):
        if token.isalpha() and token.isascii():
            yield token.lower(), place
        else:
            for word in fold(token).split():
                yield word, place
