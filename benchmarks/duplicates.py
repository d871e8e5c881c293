"""Near copies among generated reviews: speed, memory, precision and recall, beside datasketch where it is installed.

    python benchmarks/duplicates.py [--texts 100000] [--seed 1] [--yardstick 5000] [--json]

Texts have about 700 words. One in ten is a near copy of an earlier one (0 to 6 % of its words changed, a tail of its
own; Jaccard of word 3-shingles at least 0.7); two in ten quote a 150-word synopsis that about twenty texts share. Speed
is documents a second of processor time for fingerprint, look-up, verification and filing; memory is what the process
grew by meanwhile.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aggregator.duplicates import MemoryIndex, find_copies, fingerprint, fingerprints

Words = npt.NDArray[np.intp]

WORDS, SYNOPSIS, VOCABULARY = 700, 150, 20_000
COPIES, HARD = 0.10, 0.20
LEAST = 0.70  # Jaccard of a near copy and its original
CHUNK = 500


class Text(NamedTuple):
    """One generated review; `story` is the number of its original."""

    number: int
    story: int
    text: str


class Writer:
    """Writes review number N, the same for the same seed, so that no text need be kept."""

    def __init__(self, count: int, seed: int) -> None:
        chance = np.random.default_rng(seed)
        letters = np.array(list("etaoinshrdlucmfwypvbgkqjxz"))
        self.vocabulary = np.unique(
            ["".join(chance.choice(letters, size)) for size in chance.integers(2, 11, VOCABULARY)]
        )
        chance.shuffle(self.vocabulary)
        weights = 1 / (np.arange(len(self.vocabulary)) + 3.0)  # Zipf: a few words make most of a text
        self.steps = np.cumsum(weights / weights.sum())
        self.seed = seed
        self.synopses = [self.words(SYNOPSIS, chance) for _ in range(max(1, round(count * HARD / 20)))]

    def words(self, size: int, chance: np.random.Generator) -> Words:
        """Words as numbers, drawn by their frequency."""
        return np.searchsorted(self.steps, chance.random(size)).clip(max=len(self.vocabulary) - 1)

    def original(self, number: int) -> Words | None:
        """The words of review `number`; None if it is a copy."""
        chance = np.random.default_rng([self.seed, number])
        lot = chance.random()
        if lot < COPIES and number:
            return None
        body = self.words(int(chance.integers(WORDS - 100, WORDS + 100)), chance)
        if lot < COPIES + HARD:
            at = int(chance.integers(len(body) - SYNOPSIS))
            body[at : at + SYNOPSIS] = self.synopses[chance.integers(len(self.synopses))]
        return body

    def text(self, number: int) -> Text:
        """Review `number`, an original or a near copy of an earlier one."""
        body, story = self.original(number), number
        chance = np.random.default_rng([self.seed, number, 1])
        while body is None:
            story = int(chance.integers(number))
            source = self.original(story)
            body = None if source is None else self.near_copy(source, chance)
        return Text(number, story, " ".join(self.vocabulary[body]))

    def near_copy(self, source: Words, chance: np.random.Generator) -> Words:
        """An edited copy, drawn again until its Jaccard is LEAST."""
        while True:
            changed = source.copy()
            places = np.flatnonzero(chance.random(len(source)) < chance.uniform(0, 0.06))
            changed[places] = self.words(len(places), chance)
            copy = np.concatenate([changed, self.words(int(chance.integers(0, 100)), chance)])
            if jaccard(source, copy) >= LEAST:
                return copy


def texts(count: int, seed: int) -> Iterator[Text]:
    """`count` reviews, the same for the same seed."""
    writer = Writer(count, seed)
    return (writer.text(number) for number in range(count))


def jaccard(one: Words, other: Words) -> float:
    """Jaccard of the word 3-shingles of two texts, exactly."""
    first, second = ({*zip(words, words[1:], words[2:], strict=False)} for words in (one.tolist(), other.tolist()))
    return len(first & second) / len(first | second)


def measure(count: int, seed: int) -> dict[str, float]:
    """Figures of one run over `count` texts."""
    warm = fingerprint("a few words that build the tables before the clock starts, and a few more of them")
    index = MemoryIndex()
    find_copies(warm, index)
    stories: list[int] = []
    copies = found = matches = right = 0
    seconds = 0.0
    source = texts(count, seed)
    list(islice(texts(CHUNK, seed), CHUNK))
    before = resident()
    while chunk := list(islice(source, CHUNK)):
        started = time.process_time()
        answers = []
        for text, print_ in zip(chunk, fingerprints((text.text, "en") for text in chunk), strict=True):
            answers.append([copy.id for copy in find_copies(print_, index) if copy.kind != "quoted"])
            index.add(text.number, print_)
        seconds += time.process_time() - started
        stories.extend(text.story for text in chunk)
        for text, answer in zip(chunk, answers, strict=True):
            matches += len(answer)
            right += sum(stories[other] == text.story for other in answer)
            copies += text.story != text.number
            found += text.story in answer
    return {
        "texts": count,
        "documents_per_second": round(count / seconds),
        "bytes_per_document": round((resident() - before) / count),
        "precision": round(right / matches, 5) if matches else 0.0,
        "recall": round(found / copies, 5) if copies else 0.0,
        "copies": copies,
    }


def resident() -> int:
    """Bytes of memory that the process holds at its peak."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def yardstick(count: int, seed: int) -> dict[str, float] | None:
    """Both on the same texts, in turns: ours and datasketch's MinHashLSH with its defaults; None without datasketch."""
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        return None
    index, peer = MemoryIndex(), MinHashLSH(threshold=0.6, num_perm=128)
    spent = {"ours": 0.0, "datasketch": 0.0}
    source = texts(count, seed)
    while chunk := list(islice(source, CHUNK)):
        started = time.process_time()
        for text, print_ in zip(chunk, fingerprints((text.text, "en") for text in chunk), strict=True):
            find_copies(print_, index)
            index.add(text.number, print_)
        between = time.process_time()
        for text in chunk:
            words = text.text.lower().split()
            sketch = MinHash(num_perm=128)
            sketch.update_batch({" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)})
            peer.query(sketch)
            peer.insert(text.number, sketch)
        spent["ours"] += between - started
        spent["datasketch"] += time.process_time() - between
    return {
        "datasketch_documents_per_second": round(count / spent["datasketch"]),
        "times_datasketch": round(spent["datasketch"] / spent["ours"], 1),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--yardstick", type=int, default=5_000, help="texts for the comparison with datasketch")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    figures = measure(args.texts, args.seed) | (yardstick(args.yardstick, args.seed) or {})
    if args.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):<34}{value:>12,}")


if __name__ == "__main__":
    main()
