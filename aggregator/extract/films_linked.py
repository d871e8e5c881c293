"""Ids of the film that a post links to: IMDb, TMDB, Letterboxd, Wikidata."""

from __future__ import annotations

import re

from aggregator.extract.segment import Post
from aggregator.values.text import fold

CATALOGUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("imdb", re.compile(r"imdb\.com/(?:[a-z]{2}/)?title/(tt\d{7,9})")),
    ("tmdb", re.compile(r"themoviedb\.org/movie/(\d+)")),
    ("letterboxd", re.compile(r"letterboxd\.com/film/([\w-]+)")),
    ("wikidata", re.compile(r"wikidata\.org/(?:wiki|entity)/(Q\d+)")),
)
"""Catalogue -> the address of one film in it."""


def film_ids(post: Post) -> dict[str, str]:
    """Catalogue -> id, where the post links to one film only, or to one whose link text its headline holds."""
    found: dict[str, dict[str, str]] = {}
    for block in post.blocks:
        if not block.spans or block.zone in ("comments", "related", "aside", "nav"):
            continue
        for link in block.links:
            href = link.get("href")
            for name, pattern in CATALOGUES:
                match = pattern.search(href)
                if match:
                    found.setdefault(name, {}).setdefault(match[1], link.inline_text)
    headline = fold(post.headline or "")
    ids: dict[str, str] = {}
    for name, texts in found.items():
        named = [key for key, text in texts.items() if fold(text) and fold(text) in headline]
        if len(texts) == 1 or len(named) == 1:
            ids[name] = named[0] if named else next(iter(texts))
    return ids
