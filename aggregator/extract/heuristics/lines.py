"""A post's text in one piece, and the lines that places of it stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set

from aggregator.extract.segment import HEAD, READ, Post, begins_of


class Lines:
    """The text of a post, one line a block, of each no more than `longest` characters."""

    __slots__ = ("begins", "text")

    def __init__(self, post: Post, longest: int | None = None) -> None:
        self.text, self.begins = post.text, post.begins
        if longest is not None and len(self.text) > longest:
            texts = [block.text[:longest] for block in post.lines]
            self.text, self.begins = "\n".join(texts), begins_of(texts)

    def at(self, place: int) -> tuple[int, int]:
        """The number of the line of a place, and where that line begins."""
        number = bisect_right(self.begins, place) - 1
        return number, self.begins[number]


def held(post: Post, words: frozenset[str]) -> Set[str]:
    """Those of the words (in lower case) that a post may hold; of a long one only their first letters are looked at."""
    if len(post.text) <= READ:
        return post.words.keys() & words
    return frozenset([word for word in words if word[:HEAD] in post.heads])
