"""Stories in the database: fingerprints looked up by band, and which review of a text is the original."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, delete, select

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
        found = {id for (id,) in self._writer.rows(*_band_query(self._writer, bands))}
        added = self._writer.cache["band"]
        for band in added.keys() & bands:
            found.update(added[band][:BUCKET])
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


def open_story(writer: Writer, publication: Publication) -> None:
    """Let a review that is not written yet be found as the first of its story."""
    writer.cache["story of"][publication.id] = publication.id
    writer.cache["story"][publication.id] = [publication]


def join_story(writer: Writer, publication: Publication, other_id: int) -> Place:
    """Put a review (not written yet) into the story of another; the first publication becomes the original."""
    story_id = writer.cache["story of"].get(other_id)
    if story_id is None:
        story_id = writer.connection.execute(select(ReviewRow.story_id).where(ReviewRow.id == other_id)).scalar_one()
    return date_story(writer, publication, story_id)


def date_story(writer: Writer, publication: Publication, story_id: int) -> Place:
    """Choose the original of a story anew, this review being of it and published then."""
    members = _members(writer, story_id)
    members[:] = [member for member in members if member.id != publication.id] + [publication]
    writer.cache["story of"][publication.id] = story_id
    first = original(members)
    _point(writer, members, first.id)
    return Place(story_id, None if first.id == publication.id else first.id)


def leave_story(writer: Writer, id: int, story_id: int) -> None:
    """Take a review out of its story: of those that stay the first is the original, and gives the story its number."""
    members = [member for member in _members(writer, story_id) if member.id != id]
    stories, story_of = writer.cache["story"], writer.cache["story of"]
    stories[story_id] = []
    story_of.pop(id, None)
    if members:
        first = original(members)
        number = first.id if id == story_id else story_id
        stories[number] = members
        for member in members:
            story_of[member.id] = number
            if number != story_id:
                writer.change("review", member.id, {"story_id": number})
                if member.id in writer.cache["review by id"]:
                    writer.cache["review by id"][member.id].story_id = number
        _point(writer, members, first.id)


def _members(writer: Writer, story_id: int) -> list[Publication]:
    """The reviews of a story that are there, this transaction's included."""
    stories = writer.cache["story"]
    if story_id not in stories:
        query = select(ReviewRow.id, ReviewRow.published, ReviewRow.first_seen)
        query = query.where(ReviewRow.story_id == story_id, ReviewRow.gone_at.is_(None))
        stories[story_id] = [Publication(*row) for row in writer.connection.execute(query)]
    return stories[story_id]  # type: ignore[no-any-return]


def _point(writer: Writer, members: list[Publication], first_id: int) -> None:
    """Make one review the original and all others its copies."""
    by_id = writer.cache["review by id"]
    for member in members:
        copy_of = None if member.id == first_id else first_id
        writer.change("review", member.id, {"copy_of": copy_of})
        if member.id in by_id:
            by_id[member.id].copy_of = copy_of
