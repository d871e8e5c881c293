"""Claims of the text itself: one module a field, each with its rules in tables at its top."""

from __future__ import annotations

from collections.abc import Iterator

from aggregator.extract.heuristics import bylines, credits, films, ratings, verdicts
from aggregator.extract.segment import Post
from aggregator.records import Claim

READERS = (films.find, bylines.find, ratings.find, credits.find, verdicts.find)


def find(post: Post) -> Iterator[Claim]:
    """What every reader of the text claims."""
    for reader in READERS:
        yield from reader(post)
