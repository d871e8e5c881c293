"""What is kept of texts to know them again: fingerprints, looked up by band."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import bindparam, delete, select

from aggregator.duplicates import BUCKET, Copy, Fingerprint, find_copies
from aggregator.store import bands as stored
from aggregator.store.tables import Base, FingerprintRow
from aggregator.store.writer import Writer

BY_ID = "SELECT review_id, exact, signature, words, shingles, language FROM fingerprint WHERE review_id"


def load_bands(writer: Writer, bands: Collection[int]) -> None:
    """Fetch the texts under many band keys at once, for `TextIndex` to find them."""
    asked, cache, texts = (writer.cache[name] for name in ("asked band", "band", "fingerprint"))
    if all(map(asked.__contains__, bands)):
        return
    wanted = set(bands).difference(asked)
    asked.update(dict.fromkeys(wanted))
    found = set()
    for band, id in sorted(set(stored.look_up(writer, wanted))):
        cache.setdefault(band, []).append(id)
        found.add(id)
    for id, exact, signature, words, shingles, language in writer.rows_in(BY_ID, sorted(found - texts.keys())):
        texts[id] = Fingerprint(exact, bytes(signature), (), words, shingles, language)


class TextIndex:
    """`aggregator.duplicates.Index` over the store's tables and over what this transaction has added."""

    def __init__(self, writer: Writer, *, without: int | None = None) -> None:
        self._writer = writer
        self._without = without  # a review is no copy of itself

    def candidates(self, bands: Sequence[int]) -> Iterator[tuple[int, Fingerprint]]:
        """Texts that share a band key, each once, at most BUCKET of each key."""
        load_bands(self._writer, bands)
        cache, texts = self._writer.cache["band"], self._writer.cache["fingerprint"]
        found = {id for band in cache.keys() & bands for id in cache[band][:BUCKET]}
        found.discard(self._without or 0)
        for id in found & texts.keys():
            yield id, texts[id]

    def add(self, id: int, fingerprint: Fingerprint) -> None:
        """Keep a text under its band keys; not under those that have BUCKET texts: no more are ever looked at."""
        load_bands(self._writer, fingerprint.bands)
        packed = struct.pack(f"<{len(fingerprint.bands)}I", *fingerprint.bands)
        self._writer.add("fingerprint", {**fingerprint._asdict(), "review_id": id, "bands": packed})
        cache = self._writer.cache["band"]
        self._writer.cache["fingerprint"][id] = fingerprint
        kept = []
        for band in set(fingerprint.bands):
            ids = cache.setdefault(band, [])
            if len(ids) < BUCKET:
                ids.append(id)
                kept.append(band)
        self._writer.cache["new bands"][id] = kept


def keep_bands(writer: Writer) -> None:
    """Write the band keys of the texts that were added; until then only this transaction finds them."""
    added = writer.cache.pop("new bands", {})
    stored.keep(writer, [(band, id) for id, kept in added.items() for band in kept])


def drop(writer: Writer, id: int) -> None:
    """Forget the text of a review."""
    writer.flush()
    row = writer.connection.execute(select(FingerprintRow.bands).where(FingerprintRow.review_id == id)).scalar()
    if row is not None:
        bands = _unpacked(row)
        band = Base.metadata.tables["band"]
        statement = delete(band).where(band.c.value == bindparam("value_"), band.c.review_id == bindparam("id_"))
        if bands:
            writer.connection.execute(statement, [{"value_": value, "id_": id} for value in bands])
        writer.connection.execute(delete(FingerprintRow).where(FingerprintRow.review_id == id))
        cache = writer.cache["band"]
        cache |= {value: [other for other in cache[value] if other != id] for value in cache.keys() & bands}
    writer.cache["fingerprint"].pop(id, None)
    writer.cache["new bands"].pop(id, None)


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
