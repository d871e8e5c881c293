"""A post's text in one piece, and the lines that places of it stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set
from itertools import accumulate

from aggregator.extract.segment import READ, Post


class Lines:
    """The text of a post, one line a block, of each no more than `longest` characters."""

    __slots__ = ("begins", "text")

    def __init__(self, post: Post, longest: int | None = None) -> None:
        self.text = post.text
        texts = [block.text for block in post.lines]
        if longest is not None and len(self.text) > longest:
            texts = [text[:longest] for text in texts]
            self.text = "\n".join(texts)
        self.begins = list(accumulate([len(text) + 1 for text in texts], initial=0))

    def at(self, place: int) -> tuple[int, int]:
        """The number of the line of a place, and where that line begins."""
        number = bisect_right(self.begins, place) - 1
        return number, self.begins[number]


def held(post: Post, words: frozenset[str]) -> Set[str]:
    """Those of the words (in lower case) that a post may hold: the end of a long one is not looked at."""
    return words if len(post.text) > READ else post.words.keys() & words
