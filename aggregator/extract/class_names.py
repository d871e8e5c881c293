"""What a class attribute says of its element, worked out once for all elements that carry it."""

from __future__ import annotations

from functools import lru_cache

from aggregator.extract.zones import BODY, KEPT_WIDGETS, zone_of_name
from aggregator.values.patterns import Pattern

RATING_CLASSES = (
    *("star", "rating", "score", "grade", "stern", "etoile", "étoile", "note", "rate", "wertung", "estrella"),
)
"""Pieces of class names that speak of stars or scores."""
AUTHOR_CLASS = Pattern(r"the-?author|(?:[a-z]+[-_]+){1,3}author(?:[-_]+name)?|journal-?author")
"""What a class looks like, beside those of the platforms, that holds the writer's name."""
DATE_CLASS = Pattern(
    r"the-?(?:date|time)|date(?:line|-text|text|posted)"
    r"|(?:tie|post|blog|meta|item|article|entry)[-_]{1,2}(?:item[-_])?date(?:time)?"
)
"""What a class looks like, beside those of the platforms, that holds the date."""


class ClassNames:
    """A class attribute as the finders ask for it."""

    __slots__ = ("draws", "tells", "text", "tokens", "zone")

    def __init__(self, attribute: str) -> None:
        self.text = text = attribute.lower()
        names = text.split()
        self.tokens = tuple(names if len(names) < 2 else dict.fromkeys(names))  # each once
        self.zone = next(filter(None, map(zone_of_name, names)), BODY)  # the part of the page that it opens
        if self.zone and "widget" in names and not KEPT_WIDGETS.isdisjoint(names):
            self.zone = BODY
        self.draws = any(map(text.__contains__, RATING_CLASSES))  # whether it may draw a rating
        self.tells = bool(self.zone) or self.draws


names_of = lru_cache(maxsize=16384)(ClassNames)
UNNAMED = ClassNames("")
