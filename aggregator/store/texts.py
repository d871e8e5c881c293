"""What is kept of texts to know them again: fingerprints, looked up by band."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import numpy as np
from sqlalchemy import bindparam, delete, select

from aggregator.duplicates import BUCKET, Copy, Fingerprint, find_copies
from aggregator.store import bands as stored
from aggregator.store.tables import Base, FingerprintRow
from aggregator.store.writer import Writer

BY_ID = "SELECT review_id, exact, signature, words, shingles, language FROM fingerprint WHERE review_id"


def load_bands(writer: Writer, prints: Sequence[Fingerprint]) -> None:
    """Find the stored texts that share a band key with some that are to be taken in, for `TextIndex`.

    Of their keys only those are kept in mind that lead to a stored text or that several of them share.
    """
    cache, texts, added = (writer.cache[name] for name in ("band", "fingerprint", "new bands"))
    keys = np.fromiter(chain.from_iterable(made.bands for made in prints), np.uint32)
    keys.sort()
    cache |= {key: [] for key in keys[1:][keys[1:] == keys[:-1]].tolist() if key not in cache}
    if added:  # these texts come late: others of this bulk are filed already, or look for what they share with these
        mine = set(keys.tolist()).difference(cache)
        cache |= {key: [id for id, kept in added.items() if key in kept] for key in mine}
        keys = np.fromiter(sorted(mine), np.uint32)
    found = sorted(set(stored.look_up(writer, stored.distinct(keys))))
    for key, id in found:
        cache.setdefault(key, []).append(id)
    wanted = {id for _, id in found}.difference(texts)
    for id, exact, signature, words, shingles, language in writer.rows_in(BY_ID, sorted(wanted)):
        texts[id] = Fingerprint(exact, bytes(signature), (), words, shingles, language)


class TextIndex:
    """`aggregator.duplicates.Index` over what `load_bands` found and what this transaction has added."""

    def __init__(self, writer: Writer, *, without: int | None = None) -> None:
        self._writer = writer
        self._without = without  # a review is no copy of itself

    def candidates(self, bands: Sequence[int]) -> Iterator[tuple[int, Fingerprint]]:
        """Texts that share a band key, each once, at most BUCKET of each key."""
        cache, texts = self._writer.cache["band"], self._writer.cache["fingerprint"]
        found = {id for band in cache.keys() & bands for id in cache[band][:BUCKET]}
        found.discard(self._without or 0)
        for id in found & texts.keys():
            yield id, texts[id]

    def add(self, id: int, fingerprint: Fingerprint) -> None:
        """Keep a text under its band keys; not under those that have BUCKET texts: no more are ever looked at."""
        exact, signature, bands, words, shingles, language = fingerprint
        packed = struct.pack(f"<{len(bands)}I", *bands)
        self._writer.add_tuples("fingerprint", [(id, exact, signature, packed, words, shingles, language)])
        cache = self._writer.cache["band"]
        self._writer.cache["fingerprint"][id] = fingerprint
        kept = []
        for band in set(bands):
            ids = cache.get(band)
            if ids is None:
                kept.append(band)
            elif len(ids) < BUCKET:
                ids.append(id)
                kept.append(band)
        self._writer.cache["new bands"][id] = kept


def keep_bands(writer: Writer) -> None:
    """Write the band keys of the texts that were added; until then only `TextIndex` finds them."""
    added = writer.cache.pop("new bands", {})
    writer.cache["band"].clear()
    keys = np.fromiter(chain.from_iterable(added.values()), np.uint32)
    ids = np.repeat(np.fromiter(added, np.int64, len(added)), [len(kept) for kept in added.values()])
    stored.keep(writer, keys, ids)


def drop(writer: Writer, id: int) -> tuple[int, ...]:
    """Forget the text of a review; gives the band keys under which runs may still name it."""
    writer.flush()
    row = writer.connection.execute(select(FingerprintRow.bands).where(FingerprintRow.review_id == id)).scalar()
    bands = _unpacked(row) if row is not None else ()
    if row is not None:
        band = Base.metadata.tables["band"]
        statement = delete(band).where(band.c.value == bindparam("value_"), band.c.review_id == bindparam("id_"))
        if bands:
            writer.connection.execute(statement, [{"value_": value, "id_": id} for value in bands])
        writer.connection.execute(delete(FingerprintRow).where(FingerprintRow.review_id == id))
        cache = writer.cache["band"]
        cache |= {value: [other for other in cache[value] if other != id] for value in cache.keys() & bands}
    writer.cache["fingerprint"].pop(id, None)
    writer.cache["new bands"].pop(id, None)
    return bands


def connected(writer: Writer, ids: Iterable[int]) -> list[list[int]]:
    """Reviews parted into texts: each is a copy of another one of its part, directly or through others."""
    left = sorted(ids)
    if len(left) < 2:
        return [[id] for id in left]
    writer.flush()
    query = select(FingerprintRow.__table__).where(FingerprintRow.review_id.in_(left))
    prints = {
        row.review_id: Fingerprint(
            row.exact, bytes(row.signature), _unpacked(row.bands), row.words, row.shingles, row.language
        )
        for row in writer.connection.execute(query)
    }
    parts = []
    while left:
        part = [left.pop(0)]
        for id in part:
            if id in prints:
                others = _Few({other: prints[other] for other in left if other in prints})
                for copy in copies_among(find_copies(prints[id], others)):
                    left.remove(copy)
                    part.append(copy)
        parts.append(sorted(part))
    return parts


def copies_among(found: Iterable[Copy]) -> list[int]:
    """Those that are the same text, not only quoted."""
    return [copy.id for copy in found if copy.kind != "quoted"]


class _Few:
    """`aggregator.duplicates.Index` over a few texts in memory."""

    def __init__(self, texts: dict[int, Fingerprint]) -> None:
        self._texts = texts

    def candidates(self, bands: Sequence[int]) -> Iterator[tuple[int, Fingerprint]]:
        for id, text in self._texts.items():
            if not set(bands).isdisjoint(text.bands):
                yield id, text

    def add(self, id: int, fingerprint: Fingerprint) -> None:
        self._texts[id] = fingerprint


def _unpacked(bands: bytes) -> tuple[int, ...]:
    return tuple(value for (value,) in struct.iter_unpack("<I", bands))
