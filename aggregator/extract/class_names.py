"""What a class attribute says of its element, worked out once for all elements that carry it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from aggregator.extract.zones import zone_of_names

RATING_CLASSES = (
    *("star", "rating", "score", "grade", "stern", "etoile", "étoile", "note", "rate", "wertung", "estrella"),
)
"""Pieces of class names that speak of stars or scores."""


class ClassNames(NamedTuple):
    """A class attribute as the finders ask for it."""

    text: str  # in lower case
    tokens: tuple[str, ...]  # its names, each once
    zone: str  # the part of the page that it opens; empty for the post's own
    draws: bool  # whether it may draw a rating


UNNAMED = ClassNames("", (), "", False)


@lru_cache(maxsize=16384)
def names_of(attribute: str) -> ClassNames:
    """The names of a class attribute."""
    text = attribute.lower()
    draws = any(map(text.__contains__, RATING_CLASSES))
    return ClassNames(text, tuple(dict.fromkeys(text.split())), zone_of_names(text), draws)
