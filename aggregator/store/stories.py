"""Stories in the database: fingerprints looked up by band, and which review of a text is the original."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, delete, select, update

from aggregator.duplicates import BUCKET, Fingerprint, Publication, original
from aggregator.store.tables import Base, FingerprintRow, ReviewRow
from aggregator.store.writer import Writer

COLUMNS = (
    FingerprintRow.review_id,
    FingerprintRow.exact,
    FingerprintRow.signature,
    FingerprintRow.words,
    FingerprintRow.shingles,
    FingerprintRow.language,
)


class Place(NamedTuple):
    """Where a review stands: its story, and of which review it is a copy."""

    story_id: int
    copy_of: int | None = None
    quotes: int | None = None


class StoryIndex:
    """`aggregator.duplicates.Index` over the store's tables and over what this transaction has added."""

    def __init__(self, writer: Writer, *, without: int | None = None) -> None:
        self._writer = writer
        self._without = without  # a review is no copy of itself

    def candidates(self, bands: Sequence[int]) -> Iterator[tuple[int, Fingerprint]]:
        """Texts that share a band key, each once, the oldest BUCKET of each key."""
        found = set(self._writer.connection.exec_driver_sql(*_band_query(self._writer, bands)).scalars())
        added = self._writer.cache["band"]
        for band in bands:
            found.update(added.get(band, ())[:BUCKET])
        found.discard(self._without)
        texts = self._writer.cache["fingerprint"]
        missing = [id for id in found if id not in texts]
        if missing:
            query = select(*COLUMNS).where(FingerprintRow.review_id.in_(missing))
            for id, exact, signature, words, shingles, language in self._writer.connection.execute(query):
                yield id, Fingerprint(exact, signature, (), words, shingles, language)
        for id in found.difference(missing):
            yield id, texts[id]

    def add(self, id: int, fingerprint: Fingerprint) -> None:
        """Keep a text under its band keys."""
        packed = struct.pack(f"<{len(fingerprint.bands)}I", *fingerprint.bands)
        row = {**fingerprint._asdict(), "review_id": id, "bands": packed}
        self._writer.add("fingerprint", row)
        self._writer.cache["fingerprint"][id] = fingerprint
        added = self._writer.cache["band"]
        for band in dict.fromkeys(fingerprint.bands):
            self._writer.add("band", {"value": band, "review_id": id})
            added.setdefault(band, []).append(id)


def _band_query(writer: Writer, bands: Sequence[int]) -> tuple[str, tuple[int, ...]]:
    queries = writer.cache["band query"]
    if len(bands) not in queries:
        mark = "?" if writer.connection.dialect.name == "sqlite" else "%s"
        one = f"SELECT review_id FROM (SELECT review_id FROM band WHERE value = {mark} LIMIT {BUCKET}) AS b"
        queries[len(bands)] = " UNION ALL ".join([one] * len(bands))
    return queries[len(bands)], tuple(bands)


def drop_fingerprint(writer: Writer, id: int) -> None:
    """Forget the text of a review."""
    writer.flush()
    row = writer.connection.execute(select(FingerprintRow.bands).where(FingerprintRow.review_id == id)).scalar()
    if row is not None:
        band = Base.metadata.tables["band"]
        values = [{"value_": value, "id_": id} for (value,) in struct.iter_unpack("<I", row)]
        statement = delete(band).where(band.c.value == bindparam("value_"), band.c.review_id == bindparam("id_"))
        if values:
            writer.connection.execute(statement, values)
        writer.connection.execute(delete(FingerprintRow).where(FingerprintRow.review_id == id))
    writer.cache["fingerprint"].pop(id, None)
    writer.cache["band"].clear()


def join_story(writer: Writer, publication: Publication, other_id: int) -> Place:
    """Put a review (not written yet) into the story of another; the first publication becomes the original."""
    writer.flush()
    query = select(ReviewRow.id, ReviewRow.story_id, ReviewRow.published, ReviewRow.first_seen)
    story_id = writer.connection.execute(select(ReviewRow.story_id).where(ReviewRow.id == other_id)).scalar_one()
    rows = writer.connection.execute(query.where(ReviewRow.story_id == story_id, ReviewRow.id != publication.id))
    members = [Publication(row.id, row.published, row.first_seen) for row in rows]
    first = original([*members, publication])
    if first.id == publication.id:
        _point(writer, [member.id for member in members], first.id)
        return Place(story_id)
    return Place(story_id, copy_of=first.id)


def leave_story(writer: Writer, id: int, story_id: int) -> None:
    """Choose the original anew among the reviews that stay when one leaves."""
    writer.flush()
    query = select(ReviewRow.id, ReviewRow.published, ReviewRow.first_seen)
    query = query.where(ReviewRow.story_id == story_id, ReviewRow.id != id, ReviewRow.gone_at.is_(None))
    members = [Publication(*row) for row in writer.connection.execute(query)]
    if members:
        first = original(members)
        _point(writer, [member.id for member in members if member.id != first.id], first.id)
        _point(writer, [first.id], None)


def _point(writer: Writer, ids: list[int], to: int | None) -> None:
    if ids:
        writer.connection.execute(update(ReviewRow).where(ReviewRow.id.in_(ids)).values(copy_of=to))
        for known in writer.cache["review"].values():
            if known is not None and known.id in ids:
                known.copy_of = to
