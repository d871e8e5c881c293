"""What a class attribute says of its element, worked out once for all elements that carry it."""

from __future__ import annotations

from functools import lru_cache

from aggregator.extract.zones import BODY, KEPT_WIDGETS, zone_of_name

RATING_CLASSES = (
    *("star", "rating", "score", "grade", "stern", "etoile", "étoile", "note", "rate", "wertung", "estrella"),
)
"""Pieces of class names that speak of stars or scores."""


class ClassNames:
    """A class attribute as the finders ask for it."""

    __slots__ = ("draws", "tells", "text", "tokens", "zone")

    def __init__(self, attribute: str) -> None:
        self.text = text = attribute.lower()
        self.tokens = names = tuple(dict.fromkeys(text.split()))  # each once
        self.zone = next(filter(None, map(zone_of_name, names)), BODY)  # the part of the page that it opens
        if self.zone and "widget" in names and not KEPT_WIDGETS.isdisjoint(names):
            self.zone = BODY
        self.draws = any(map(text.__contains__, RATING_CLASSES))  # whether it may draw a rating
        self.tells = bool(self.zone) or self.draws


names_of = lru_cache(maxsize=16384)(ClassNames)
UNNAMED = ClassNames("")
