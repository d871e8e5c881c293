"""Same text or not: fingerprints of reviews, near copies by verified MinHash bands, and which copy came first."""

from __future__ import annotations

import math
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
import xxhash

from aggregator.values.instants import instant

MAX_CHARS = 100_000  # of a longer text only the beginning is judged
NEVER_BELOW = 12  # words: "Great fun. 4/5" is nobody's copy
EXACT_BELOW = 40  # words: shorter texts are copies only when all words agree
NEAR: tuple[tuple[float, float], ...] = (
    # the shorter text has fewer words than, Jaccard of word 3-shingles from which two texts are one
    (120, 0.60),  # a blog's template and credits are a large part of a capsule review
    (math.inf, 0.45),  # an edited copy in another blog's furniture; a shared synopsis stays under 0.35
)
QUOTED = 0.60  # share of the shorter text that stands in the other, which is otherwise its own
SLOTS = 256  # slots of a signature, one byte each
BANDS, ROWS = 16, 3  # band keys of a text, and minima behind each
BUCKET = 32  # texts looked at under one band key: more is boilerplate, and true copies meet under other keys

AT_ONCE = 128_000
"""Bytes of UTF-16 whose fingerprints are made in one go: their arrays stay in a core's own cache."""
BETWEEN = b"\0\0"
"""Between two texts: a NUL, which parts words."""

_Words = npt.NDArray[np.uint64]


class Fingerprint(NamedTuple):
    """What is kept of a text to recognise its copies: about 350 bytes, and no word of the text."""

    exact: int  # signed 64-bit hash of the folded words in order
    signature: bytes  # SLOTS bytes of a one-permutation MinHash; 0: the slot is empty
    bands: tuple[int, ...]  # unsigned 32-bit keys: texts that share one are candidates; none: never a copy
    words: int
    shingles: int  # distinct word 3-shingles
    language: str | None  # ISO 639-1


class Copy(NamedTuple):
    """A text found to be the same as another, or to be quoted by it."""

    id: int
    kind: str  # exact, near: one story; quoted: a mark only
    similarity: float  # Jaccard of word 3-shingles, 0..1, estimated within 0.06 (two standard errors)
    contained: float  # share of the shorter text's shingles that stand in the longer one, 0..1


class Publication(NamedTuple):
    """Where and when one copy of a story appeared."""

    id: int
    published: str | None  # ISO 8601 date or date and time
    seen: str | None = None  # ISO 8601, when it was first fetched


class Index(Protocol):
    """What `find_copies` needs of a store."""

    def candidates(self, bands: Sequence[int]) -> Iterable[tuple[int, Fingerprint]]:
        """Texts that share a band key, each once, at most BUCKET under each key; their `bands` may be left out."""

    def add(self, id: int, fingerprint: Fingerprint) -> None:
        """Keep a text under its band keys."""


def fingerprint(text: str, language: str | None = None) -> Fingerprint:
    """The fingerprint of a text; the same on every machine, so that it can be stored.

    Words are folded (case, accents, apostrophes and punctuation off), Chinese and Japanese characters count as words.
    The signature is a one-permutation MinHash (Li, Owen and Zhang 2012) of word 3-shingles, cut to one byte a slot
    (b-bit minwise hashing, Li and König 2010); the bands are made of minima of 48 coarser slots, empty ones filled from
    others (optimal densification, Shrivastava 2017).
    """
    return next(fingerprints([(text, language)]))


def fingerprints(texts: Iterable[tuple[str, str | None]]) -> Iterator[Fingerprint]:
    """The fingerprints of many (text, language), in order: a few at once, in half the time that each alone takes."""
    some: list[bytes] = []
    languages: list[str | None] = []
    size = 0
    for text, language in texts:
        codes = text[:MAX_CHARS].encode("utf-16-le", "surrogatepass")[: 2 * MAX_CHARS]
        if some and size + len(codes) > AT_ONCE:
            yield from _made(some, languages)
            some, languages, size = [], [], 0
        some.append(codes)
        languages.append(language.lower().partition("-")[0] if language else None)
        size += len(codes) + len(BETWEEN)
    if some:
        yield from _made(some, languages)


def find_copies(text: Fingerprint, index: Index) -> list[Copy]:
    """Texts of the index that are this one, or that one of both quotes at length; the most similar first.

    Every candidate is verified on the whole signature. Texts of two known, different languages are never copies.
    """
    if not text.bands:
        return []
    found = [
        (id, other)
        for id, other in index.candidates(text.bands)
        if text.language == other.language or text.language is None or other.language is None
    ]
    copies = [Copy(id, "exact", 1.0, 1.0) for id, other in found if other.exact == text.exact]
    rest = [(id, other) for id, other in found if other.exact != text.exact and other.words >= EXACT_BELOW]
    if rest and text.words >= EXACT_BELOW:
        for (id, other), similarity in zip(rest, _similarities(text, [other for _, other in rest]), strict=True):
            copies.extend(_judge(id, text, other, similarity))
    return sorted(copies, key=lambda copy: (-copy.similarity, copy.id))


def similarity(one: Fingerprint, other: Fingerprint) -> float:
    """Jaccard of the two texts' word 3-shingles as their signatures estimate it, 0..1."""
    if one.exact == other.exact:
        return 1.0
    return _similarities(one, [other])[0] if one.signature and other.signature else 0.0


def original(publications: Iterable[Publication]) -> Publication:
    """The first publication of a story: by date, undated ones last, then by first sight.

    A date without a time counts as the beginning of its day, a time without an offset as UTC.

    Raises:
        ValueError: there is no publication.
    """
    return min(publications, key=lambda one: (instant(one.published), instant(one.seen), one.id))


class MemoryIndex:
    """An index in memory, for tests, benchmarks and one-off comparisons: about 1 kB a text."""

    def __init__(self) -> None:
        self._texts: list[Fingerprint] = []
        self._ids = array("q")
        self._keys = array("I")  # one place for each band key of each text
        self._owners = array("i")  # place -> number of its text
        self._earlier = array("i")  # place -> the place before in the same bucket, or -1
        self._buckets = array("i", [-1]) * 1024  # the key's low bits -> its newest place

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, id: int, fingerprint: Fingerprint) -> None:
        """Keep a text under its band keys."""
        if len(self._keys) + BANDS > len(self._buckets):
            self._grow()
        mask = len(self._buckets) - 1
        for key in fingerprint.bands:
            self._earlier.append(self._buckets[key & mask])
            self._buckets[key & mask] = len(self._keys)
            self._keys.append(key)
            self._owners.append(len(self._texts))
        self._texts.append(fingerprint._replace(bands=()))
        self._ids.append(id)

    def candidates(self, bands: Sequence[int]) -> Iterator[tuple[int, Fingerprint]]:
        """Texts that share a band key, each once, the newest BUCKET of each key."""
        seen: set[int] = set()
        mask = len(self._buckets) - 1
        for key in bands:
            place, left = self._buckets[key & mask], BUCKET
            while place >= 0 and left:
                if self._keys[place] == key:
                    seen.add(self._owners[place])
                    left -= 1
                place = self._earlier[place]
        for number in seen:
            yield self._ids[number], self._texts[number]

    def _grow(self) -> None:
        """Twice the buckets, and every place filed anew."""
        self._buckets = array("i", [-1]) * (2 * len(self._buckets))
        mask = len(self._buckets) - 1
        for place, key in enumerate(self._keys):
            self._earlier[place] = self._buckets[key & mask]
            self._buckets[key & mask] = place


_ODD = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
_SEPARATOR, _DELETED = 0, 0xFFFF
_APOSTROPHES = "'’‘ʼʹ`´′＇"
_WORDLIKE_FROM = 0x2E80  # from here on stand scripts that write without spaces
_GOLDEN_INVERSE = pow(0x9E3779B97F4A7C15, -1, 1 << 64)


@cache
def _fold_table() -> npt.NDArray[np.uint16]:
    """UTF-16 code unit to folded letter or digit, _SEPARATOR or _DELETED."""
    table = np.zeros(1 << 16, np.uint16)
    for code in range(1 << 16):
        letter = chr(code)
        kind = unicodedata.category(letter)
        if kind[0] == "M" or kind == "Cf" or letter in _APOSTROPHES:
            table[code] = _DELETED
        elif kind[0] in "LN":
            base = unicodedata.normalize("NFKD", letter.casefold())[0] if unicodedata.decomposition(letter) else letter
            table[code] = min(ord(base.casefold()[0]), _DELETED - 1)
    return table


@cache
def _powers() -> tuple[_Words, _Words]:
    """Powers of an odd number modulo 2**64, and their inverses, for every place in a text."""
    steps = np.full(MAX_CHARS + 1, _ODD[0], np.uint64)
    inverse = np.full(MAX_CHARS + 1, _GOLDEN_INVERSE, np.uint64)
    steps[0] = inverse[0] = 1
    return np.multiply.accumulate(steps), np.multiply.accumulate(inverse)


def _made(texts: Sequence[bytes], languages: Sequence[str | None]) -> Iterator[Fingerprint]:
    """The fingerprints of texts in UTF-16: what can be is done for all of them in one go."""
    words, ends = _word_hashes(texts)
    begins = [0, *ends[:-1]]
    shingles = _mix(words[:-2] * _ODD[0] + words[1:-1] * _ODD[1] + words[2:] * _ODD[2])
    owners = np.repeat(np.arange(len(texts), dtype=np.uint64), np.subtract(ends, begins))[: len(shingles)]
    for begin, end in zip(begins, ends, strict=True):
        last = max(end - 2, begin)
        shingles[begin:last].sort()
        owners[last:end] = len(texts)  # shingles of two texts are nobody's
    differs = shingles[1:] != shingles[:-1]
    signatures, bands = _signatures(shingles, owners, len(texts)), _band_keys(shingles, owners, begins, ends)
    for number, (begin, end, language) in enumerate(zip(begins, ends, languages, strict=True)):
        count = end - begin
        exact = xxhash.xxh3_64_intdigest(words[begin:end].tobytes())
        signed = exact - (1 << 64) if exact >= 1 << 63 else exact
        if count < NEVER_BELOW:
            yield Fingerprint(signed, b"", (), count, max(count - 2, 0), language)
            continue
        distinct = 1 + int(np.count_nonzero(differs[begin : end - 3]))
        keys = bands[number] if number in bands else (exact & 0xFFFFFFFF,)
        yield Fingerprint(signed, signatures[number], keys, count, distinct, language)


def _word_hashes(texts: Sequence[bytes]) -> tuple[_Words, list[int]]:
    """One 64-bit hash a folded word of texts in UTF-16, in order, and at which word each text ends.

    A hash is a polynomial of the word's letters, taken from prefix sums.
    """
    codes = np.frombuffer(BETWEEN.join(texts), "<u2")
    borders = np.cumsum([len(text) // 2 + 1 for text in texts])
    folded = _fold_table().take(codes)
    kept = folded != _DELETED
    if not kept.all():
        borders -= np.searchsorted(np.flatnonzero(~kept), borders)
        folded = folded[kept]
    inside = np.zeros(len(folded) + 2, bool)
    np.not_equal(folded, _SEPARATOR, out=inside[1:-1])
    if len(folded) and folded.max() >= _WORDLIKE_FROM:
        starts, ends = _split_ideographs(folded, inside)
    else:
        places = np.flatnonzero(inside[1:] != inside[:-1])
        starts, ends = places[::2], places[1::2]
    powers, inverses = _powers()
    sums = np.zeros(len(folded) + 1, np.uint64)
    np.cumsum(folded * powers[: len(folded)], out=sums[1:])
    hashes: _Words = (sums[ends] - sums[starts]) * inverses[starts]
    return hashes, np.searchsorted(starts, borders).tolist()


def _split_ideographs(folded: npt.NDArray[np.uint16], inside: npt.NDArray[np.bool_]) -> tuple[Any, Any]:
    """Starts and ends of words, each character of a script without spaces being one."""
    alone = np.zeros(len(inside), bool)
    np.greater_equal(folded, _WORDLIKE_FROM, out=alone[1:-1])
    border = (inside[1:] != inside[:-1]) | alone[1:] | alone[:-1]
    starts = np.flatnonzero(border & inside[1:])
    ends = np.flatnonzero(border & inside[:-1])
    return starts, ends


def _mix(values: _Words) -> _Words:
    """Spread each value over all 64 bits (the finaliser of MurmurHash3)."""
    values ^= values >> np.uint64(33)
    values *= np.uint64(0xFF51AFD7ED558CCD)
    values ^= values >> np.uint64(33)
    values *= np.uint64(0xC4CEB9FE1A85EC53)
    values ^= values >> np.uint64(33)
    return values


def _signatures(shingles: _Words, owners: _Words, number: int) -> list[bytes]:
    """One byte a slot of each text's sorted shingle hashes: the top bits choose it, the lowest hash in it gives it."""
    backwards = shingles[::-1]  # the lowest hash of a slot is written last, and stays
    places = owners[::-1] * np.uint64(SLOTS) + (backwards >> np.uint64(56))
    signatures = np.zeros((number + 1) * SLOTS, np.uint8)
    signatures[places.astype(np.intp)] = backwards % np.uint64(255) + np.uint64(1)
    return [row.tobytes() for row in signatures.reshape(-1, SLOTS)]


@cache
def _detours() -> npt.NDArray[np.intp]:
    """For each coarse slot, the other slots to look into while it is empty, in an order of its own."""
    slots = BANDS * ROWS
    lots = _mix(np.arange(1, slots * slots + 1, dtype=np.uint64) * _ODD[0])
    return np.argsort(lots.reshape(slots, slots), axis=0)


def _band_keys(
    shingles: _Words, owners: _Words, begins: Sequence[int], ends: Sequence[int]
) -> dict[int, tuple[int, ...]]:
    """BANDS keys of each text that is long enough, by its number: each of ROWS minima and the band's own number."""
    slots = BANDS * ROWS
    backwards = shingles[::-1]
    places = owners[::-1] * np.uint64(slots) + (((backwards >> np.uint64(32)) * np.uint64(slots)) >> np.uint64(32))
    every = np.zeros((len(ends) + 1) * slots, np.uint64)
    every[places.astype(np.intp)] = backwards
    long = np.flatnonzero(np.subtract(ends, begins) >= EXACT_BELOW)
    minima = every.reshape(-1, slots)[long]
    filled = minima != 0
    if not filled.all():
        for detour in _detours():
            rows, empty = np.nonzero(minima == 0)
            if not len(empty):
                break
            lent = detour[empty]
            minima[rows, empty] = np.where(filled[rows, lent], minima[rows, lent], np.uint64(0))
    parts = minima.reshape(-1, BANDS, ROWS)
    keys = parts[..., 0] * _ODD[0] + parts[..., 1] * _ODD[1] + parts[..., 2] * _ODD[2]
    keys += np.arange(BANDS, dtype=np.uint64)
    return dict(zip(long.tolist(), map(tuple, (_mix(keys) >> np.uint64(32)).tolist()), strict=True))


def _similarities(text: Fingerprint, others: list[Fingerprint]) -> list[float]:
    """Estimated Jaccard of a text with others: agreeing slots over slots filled in either, less chance agreement."""
    mine = np.frombuffer(text.signature, np.uint8)
    theirs = np.frombuffer(b"".join(other.signature for other in others), np.uint8).reshape(len(others), SLOTS)
    used = np.count_nonzero(theirs | mine, axis=1)
    agreeing = np.count_nonzero((theirs == mine) & (mine != 0), axis=1)
    chance = 1 / 255
    estimates = np.clip((agreeing / used - chance) / (1 - chance), 0.0, 1.0)
    return [float(value) for value in estimates]


def _judge(id: int, text: Fingerprint, other: Fingerprint, similarity: float) -> Iterator[Copy]:
    """A near copy, a quotation, or nothing."""
    shorter = min(text.words, other.words)
    both = similarity / (1 + similarity) * (text.shingles + other.shingles)
    contained = min(1.0, both / min(text.shingles, other.shingles))
    if similarity >= next(least for words, least in NEAR if shorter < words):
        yield Copy(id, "near", similarity, contained)
    elif contained >= QUOTED:
        yield Copy(id, "quoted", similarity, contained)
