"""Stories in the database: which reviews are of one text, and which of them is the original."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import select

from aggregator.duplicates import Publication, original
from aggregator.store import texts
from aggregator.store.tables import ReviewRow
from aggregator.store.writer import Writer


class Place(NamedTuple):
    """Where a review stands: its story, and of which review it is a copy."""

    story_id: int
    copy_of: int | None = None
    quotes: int | None = None


class Member(NamedTuple):
    """One review of a story."""

    publication: Publication
    copy_of: int | None


def open_story(writer: Writer, publication: Publication) -> None:
    """Let a review that is not written yet be found as the first of its story."""
    writer.cache["story of"][publication.id] = publication.id
    writer.cache["story"][publication.id] = {publication.id: Member(publication, None)}


def join_stories(writer: Writer, publication: Publication, others: Sequence[int]) -> Place:
    """Put a review (not written yet) into the story of others; where they are of several, these become one.

    The first publication is the original. A united story has the lowest of the numbers.
    """
    numbers = sorted({_number(writer, other) for other in others})
    for other in numbers[1:]:
        _unite(writer, numbers[0], other)
    return date_story(writer, publication, numbers[0])


def date_story(writer: Writer, publication: Publication, story_id: int) -> Place:
    """Choose the original of a story anew, this review being of it and published then."""
    members = _members(writer, story_id)
    before = members.get(publication.id)
    members[publication.id] = Member(publication, before.copy_of if before else None)
    writer.cache["story of"][publication.id] = story_id
    _point(writer, members)
    return Place(story_id, members[publication.id].copy_of)


def quoted_first(writer: Writer, publication: Publication, others: Sequence[int]) -> int | None:
    """The review that this one quotes: of two texts that share the greater part of one, the later quotes the earlier.

    Earlier reviews are given; those published after this one are marked as quoting it.
    """
    quoted = None
    for other in others:
        members = _members(writer, _number(writer, other))
        if other in members and publication.id not in members:
            if original((publication, members[other].publication)).id == other:
                quoted = quoted or other
            else:
                writer.change("review", other, {"quotes": publication.id})
    return quoted


def leave_story(writer: Writer, id: int, story_id: int) -> None:
    """Take a review out of its story; those that stay and were copies of each other only through it are parted."""
    members = dict(_members(writer, story_id))
    members.pop(id, None)
    writer.cache["story"] |= {story_id: {}, id: {}}
    writer.cache["story of"].pop(id, None)
    for part in texts.connected(writer, members):
        mine = {member: members[member] for member in part}
        writer.cache["story"][part[0]] = mine
        _renumber(writer, mine, part[0], was=story_id)
        _point(writer, mine)


def _number(writer: Writer, id: int) -> int:
    """The story of a review."""
    cache = writer.cache["story of"]
    if id not in cache:
        cache[id] = writer.connection.execute(select(ReviewRow.story_id).where(ReviewRow.id == id)).scalar_one()
    return int(cache[id])


def _unite(writer: Writer, story_id: int, other: int) -> None:
    """Bring the reviews of one story into another."""
    moving = dict(_members(writer, other))
    writer.cache["story"][other] = {}
    _members(writer, story_id).update(moving)
    _renumber(writer, moving, story_id, was=other)
    writer.cache["united"][story_id] = None
    film = writer.cache["story film"]
    if film.get(story_id) is None and other in film:
        film[story_id] = film[other]


def _renumber(writer: Writer, members: Iterable[int], number: int, *, was: int) -> None:
    for id in members:
        writer.cache["story of"][id] = number
        if number != was:
            writer.change("review", id, {"story_id": number})
            if id in writer.cache["review by id"]:
                writer.cache["review by id"][id].story_id = number


def _members(writer: Writer, story_id: int) -> dict[int, Member]:
    """The reviews of a story that are there, by id, this transaction's included."""
    stories = writer.cache["story"]
    if story_id not in stories:
        query = select(ReviewRow.id, ReviewRow.published, ReviewRow.first_seen, ReviewRow.copy_of)
        query = query.where(ReviewRow.story_id == story_id, ReviewRow.gone_at.is_(None))
        rows = writer.connection.execute(query)
        stories[story_id] = {row.id: Member(Publication(*row[:3]), row.copy_of) for row in rows}
    return stories[story_id]  # type: ignore[no-any-return]


def _point(writer: Writer, members: dict[int, Member]) -> None:
    """Make the first publication the original and all others its copies."""
    if not members:
        return
    first = original(member.publication for member in members.values())
    for id, member in members.items():
        copy_of = None if id == first.id else first.id
        if copy_of != member.copy_of:
            members[id] = member._replace(copy_of=copy_of)
            writer.change("review", id, {"copy_of": copy_of})
            if id in writer.cache["review by id"]:
                writer.cache["review by id"][id].copy_of = copy_of
