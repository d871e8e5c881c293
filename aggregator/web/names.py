"""Many names in little memory, found by their beginning, by words within, and with room for typing errors."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

ALIKE = 78.0
"""Of 100 (rapidfuzz's ratio): below it two names are not the same with typing errors."""
WITHIN = 85.0
"""Of 100 (its partial ratio): below it a name does not hold the words with typing errors."""
SHORTEST = 3
"""Characters from which a name may be spelled wrongly."""
CANDIDATES = 80
"""Names with the most pairs of letters in common that are looked at closely."""
MOST_WITHIN = 200
"""Names that hold the words that are looked at: the heaviest come first."""
LAST = "\U0010ffff"
BITS = 10
"""Of a letter, in a pair of letters: others share a number with it, which costs a look and no mistake."""
END = "\n"

Numbers = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Names:
    """Folded names, the heaviest first: a name is known by its place."""

    keys: Sequence[str] = ()
    text: str = END  # all of them, one a line
    starts: Numbers = field(default_factory=lambda: np.zeros(0, np.uint32))  # of each in the text
    ordered: Numbers = field(default_factory=lambda: np.zeros(0, np.uint32))  # places by the alphabet
    pairs: Numbers = field(
        default_factory=lambda: np.zeros(1, np.uint32)
    )  # where each pair of letters begins in `held`
    held: Numbers = field(default_factory=lambda: np.zeros(0, np.uint32))  # places of the names that hold the pair
    sizes: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))  # pairs in each name

    @classmethod
    def of(cls, keys: Sequence[str]) -> Names:
        """Names that are folded and in order already, without line ends."""
        text = END + END.join(keys) + END
        lengths = np.fromiter((len(key) + 1 for key in keys), np.uint32, len(keys))
        starts = (np.cumsum(lengths, dtype=np.uint32) - lengths + 1).astype(np.uint32)
        ordered = np.array(sorted(range(len(keys)), key=keys.__getitem__), np.uint32)
        codes = _pairs(text)
        owners = np.zeros(len(text), np.uint32)
        owners[starts[1:] - 1] = 1
        owners = np.cumsum(owners, dtype=np.uint32)[: len(codes)]  # the line end before a name is its own
        both = np.sort((codes.astype(np.uint64) << np.uint64(32)) | owners)
        held = (both & np.uint64(0xFFFFFFFF)).astype(np.uint32)
        pairs = np.searchsorted(both >> np.uint64(32), np.arange((1 << 2 * BITS) + 1, dtype=np.uint64)).astype(
            np.uint32
        )
        return cls(keys, text, starts, ordered, pairs, held, (lengths + 1).astype(np.float32))

    def find(self, key: str, limit: int) -> list[int]:
        """Places of names: those that begin so, those that hold the words, those that are spelled alike."""
        if not key or not self.keys:
            return []
        found = dict.fromkeys(self._beginning(key, limit))
        if len(found) < limit:
            found |= dict.fromkeys(self._holding(key))
        if len(found) < limit and len(key) >= SHORTEST:
            found |= dict.fromkeys(self._alike(key))
        return list(found)[:limit]

    def _beginning(self, key: str, limit: int) -> list[int]:
        """The very name first, then the heaviest."""
        low = bisect_left(self.ordered, key, key=self.keys.__getitem__)
        high = bisect_left(self.ordered, key + LAST, low, key=self.keys.__getitem__)
        same = bisect_left(self.ordered, key + "\0", low, high, key=self.keys.__getitem__)
        exact = np.sort(self.ordered[low:same])[:limit]
        rest = self.ordered[same:high]
        if len(rest) > limit:
            rest = np.partition(rest, limit)[:limit]
        return [*exact.tolist(), *np.sort(rest).tolist()]

    def _holding(self, key: str) -> list[int]:
        """Names with the words at the beginning of a word, then anywhere."""
        found: list[int] = []
        for words in (f" {key}", key):
            at = self.text.find(words)
            while at >= 0 and len(found) < MOST_WITHIN:
                found.append(int(np.searchsorted(self.starts, at, "right")) - 1)
                end = self.text.find(END, at + 1)
                at = self.text.find(words, end) if end >= 0 else -1
        return found

    def _alike(self, key: str) -> list[int]:
        """Names that differ by typing errors; a long name may hold the words in its middle."""
        mine = np.unique(_pairs(f"{END}{key}{END}"))
        counts = np.zeros(len(self.keys), np.float32)
        for code in mine.tolist():
            counts += np.bincount(self.held[self.pairs[code] : self.pairs[code + 1]], minlength=len(counts)) > 0
        whole = counts * 2 / (self.sizes + len(mine))
        number = min(CANDIDATES, len(counts) - 1)
        near = np.concatenate([np.argpartition(-by, number)[: number + 1] for by in (whole, counts)])
        best: dict[int, float] = {}
        for place in np.unique(near).tolist():
            name = self.keys[place]
            if len(name) >= SHORTEST and len(name) * 2 >= len(key):
                score = fuzz.ratio(key, name, score_cutoff=ALIKE)
                score = max(score, fuzz.partial_ratio(key, name, score_cutoff=WITHIN))
                if score:
                    best[place] = score
        return sorted(best, key=lambda place: (-best[place], place))


def _pairs(text: str) -> Numbers:
    """A number for each pair of neighbouring letters of a text."""
    letters = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)
    letters = (letters ^ (letters >> np.uint32(BITS))) & np.uint32((1 << BITS) - 1)
    return (letters[:-1] << np.uint32(BITS)) | letters[1:]
