"""Many names in little memory, found by their beginning, by words within, and with room for typing errors."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import cast

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
LEAST_SHARED = 3
"""A name that shares less than one in so many pairs of letters with the words is none of them spelled wrongly."""
FEW = 200
"""Names that are looked through rather than sifted further."""
MOST_WITHIN = 200
"""Names that hold the words that are looked at: the heaviest come first."""
HEAD = 16
"""Bytes of a name that order it by the alphabet."""
BITS = 10
"""Of a letter, in a pair of letters: others share a number with it, which costs a look and no mistake."""
END = "\n"

Numbers = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Names:
    """Folded names, the heaviest first: a name is known by its place."""

    text: str = END  # all of them, one a line
    starts: Numbers = field(default_factory=lambda: np.ones(1, np.uint32))  # of each in the text, and its end
    ordered: Numbers = field(default_factory=lambda: np.zeros(0, np.uint32))  # places by the alphabet
    heads: NDArray[np.bytes_] = field(default_factory=lambda: np.zeros(0, f"S{HEAD}"))  # beginnings, in that order
    pairs: Numbers = field(
        default_factory=lambda: np.zeros(1, np.uint32)
    )  # where each pair of letters begins in `held`
    held: Numbers = field(default_factory=lambda: np.zeros(0, np.uint32))  # places of the names that hold the pair
    sizes: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))  # pairs in each name

    @classmethod
    def of(cls, keys: Iterable[str]) -> Names:
        """Names that are folded and in order already, without line ends."""
        heads, lengths, lines = bytearray(), array("I"), [END]
        for key in keys:
            heads += _head(key).ljust(HEAD, b"\0")
            lengths.append(len(key) + 1)
            lines.append(key + END)
        text = "".join(lines)
        del lines
        sizes = np.array(lengths, np.uint32)
        starts = np.ones(len(sizes) + 1, np.uint32)
        starts[1:] += np.cumsum(sizes, dtype=np.uint32)
        unordered = np.frombuffer(bytes(heads), f"S{HEAD}")
        ordered = np.argsort(unordered, kind="stable").astype(np.uint32)
        pairs, held = _inverted(text, sizes)
        return cls(text, starts, ordered, unordered[ordered], pairs, held, (sizes + 1).astype(np.float32))

    def key(self, place: int) -> str:
        """The name at a place."""
        return self.text[self.starts[place] : self.starts[place + 1] - 1]

    def find(self, key: str, limit: int, *, is_exact: bool = False) -> list[int]:
        """Places of names: those that begin so, those that hold the words, and else those that are spelled alike."""
        if not key or not len(self.ordered):
            return []
        found = dict.fromkeys(self._beginning(key, limit))
        if len(found) < limit:
            found |= dict.fromkeys(self._holding(key))
        if not is_exact and len(found) < limit and len(key) >= SHORTEST:
            found |= dict.fromkeys(self._alike(key))
        return list(found)[:limit]

    def _beginning(self, key: str, limit: int) -> list[int]:
        """The very name first, then the heaviest."""
        head = _head(key)
        low = np.searchsorted(self.heads, np.bytes_(head))
        high = np.searchsorted(self.heads, np.bytes_(head.ljust(HEAD, b"\xff")), "right")
        found = self.ordered[low:high]
        same = low + np.searchsorted(self.heads[low:high], np.bytes_(head), "right")
        exact = [place for place in np.sort(self.ordered[low:same]).tolist() if self.key(place) == key]
        if len(head) == HEAD:
            found = np.array([place for place in found.tolist() if self.key(place).startswith(key)], np.uint32)
        elif len(found) > 2 * limit:
            found = np.partition(found, 2 * limit)[: 2 * limit]
        return list(dict.fromkeys([*exact[:limit], *np.sort(found).tolist()]))[: len(exact[:limit]) + limit]

    def _holding(self, key: str) -> list[int]:
        """Names with the words at the beginning of a word, then anywhere."""
        found: list[int] = []
        for words in (f" {key}", key):
            likely = self._with_pairs(words) if len(words) > 1 else range(len(self.ordered))
            found += islice((place for place in likely if words in self.key(place)), MOST_WITHIN - len(found))
        return found

    def _with_pairs(self, words: str) -> list[int]:
        """Places of names that hold all pairs of letters of these words; those of the rarest ones settle it."""
        lists = sorted((self._of_pair(code) for code in np.unique(_pairs(words)).tolist()), key=len)
        likely = np.unique(lists[0])
        for places in lists[1:]:
            if len(likely) <= FEW:
                break
            at = np.searchsorted(places, likely)
            likely = likely[places[np.minimum(at, len(places) - 1)] == likely]
        return cast("list[int]", likely.tolist())

    def _of_pair(self, code: int) -> Numbers:
        """Places of the names that hold a pair of letters, in order; of one that holds it twice, twice."""
        return self.held[self.pairs[code] : self.pairs[code + 1]]

    def _alike(self, key: str) -> list[int]:
        """Names that differ by typing errors; a long name may hold the words in its middle."""
        mine, words = np.unique(_pairs(f"{END}{key}{END}")), key.count(" ") + 1
        shared = np.zeros(len(self.ordered), np.uint16)
        for code in mine.tolist():
            shared[self._of_pair(code)] += 1  # once, however often a name holds the pair
        some = np.flatnonzero(shared * LEAST_SHARED >= len(mine))
        if not len(some):
            return []
        counts = shared[some].astype(np.float32)
        whole = counts * 2 / (self.sizes[some] + len(mine))
        number = min(CANDIDATES, len(counts) - 1)
        heavier = some * 1e-9  # of names that share as much the heaviest
        near = some[np.concatenate([np.argpartition(heavier - by, number)[: number + 1] for by in (whole, counts)])]
        best: dict[int, float] = {}
        for place in np.unique(near).tolist():
            name = self.key(place)
            if len(name) >= SHORTEST and len(name) * 2 >= len(key):
                score = fuzz.ratio(key, name, score_cutoff=ALIKE)
                score = max(score, fuzz.partial_ratio(key, name, score_cutoff=WITHIN))
                if not score:  # a letter too few shifts the part that is as long; words do not shift
                    score = max((fuzz.ratio(key, part, score_cutoff=WITHIN) for part in _parts(name, words)), default=0)
                if score:
                    best[place] = score
        return sorted(best, key=lambda place: (-best[place], place))


def _parts(name: str, words: int) -> Iterator[str]:
    """As many words of a name as that, one after the other, wherever they begin."""
    all_words = name.split(" ")
    for at in range(len(all_words) - words + 1):
        yield " ".join(all_words[at : at + words])


def _head(key: str) -> bytes:
    return key.encode("utf-8", "replace")[:HEAD]


def _inverted(text: str, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """For each pair of letters the places of the names that hold it, one after the other, and where each begins."""
    both = _pairs(text).astype(np.uint64)
    both <<= np.uint64(32)
    both |= np.repeat(np.arange(len(sizes), dtype=np.uint32), sizes)  # the line end before a name is its own
    both.sort()
    codes = np.arange((1 << 2 * BITS) + 1, dtype=np.uint64) << np.uint64(32)
    return np.searchsorted(both, codes).astype(np.uint32), both.astype(np.uint32)


def _pairs(text: str) -> Numbers:
    """A number for each pair of neighbouring letters of a text."""
    letters = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)
    letters = (letters ^ (letters >> np.uint32(BITS))) & np.uint32((1 << BITS) - 1)
    return (letters[:-1] << np.uint32(BITS)) | letters[1:]
