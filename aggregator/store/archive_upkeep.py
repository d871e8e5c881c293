"""Looking after the archive: what it holds, whether it is sound, what is too old, and what has to leave."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import numpy as np
import xxhash
from sqlalchemy import bindparam, select, update

from aggregator.store import archive_index
from aggregator.store.archive import KEPT, Archive, ArchiveError, locked, split_place
from aggregator.store.engine import Store
from aggregator.store.frames import form_of
from aggregator.store.selects import of_host
from aggregator.store.tables import Base, LeftOutRow, PageRow, ReviewRow
from aggregator.store.urls import host_of, url_key
from aggregator.store.warc import payload_digest
from aggregator.store.warc_reader import Fault, WarcRecord, record_at, records

AT_ONCE = 1_000
"""Rows of the database changed, and records looked up, in one go."""
MANY = 40
"""Addresses from which on a body is not searched for each: all listings of their host are taken to show them."""
SHORTEST_PATH = 4
"""Characters: a shorter path stands in every page."""

Progress = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class FileSummary:
    """One archive file."""

    name: str
    bytes: int
    records: int
    pages: int  # responses and conversions
    revisits: int
    oldest: str | None  # ISO 8601, UTC
    newest: str | None


@dataclass(slots=True)
class Check:
    """What a check found; sound where nothing is wrong."""

    records: int = 0
    indexed: int = 0  # pages of the database whose record is there
    faults: list[str] = field(default_factory=list)  # one line each

    @property
    def is_sound(self) -> bool:
        """Whether every record is readable and the database agrees."""
        return not self.faults


@dataclass(slots=True)
class Pruned:
    """What was taken out for its age."""

    records: int = 0
    files: int = 0  # deleted as a whole
    bytes: int = 0
    busy: list[str] = field(default_factory=list)  # files that a crawl is writing, and were left alone


def contents(archive: Archive) -> Iterator[FileSummary]:
    """What each file holds, the oldest first."""
    for path in archive.files():
        kinds: list[str] = []
        moments: list[str] = []
        for record in records(path, wanted=_none, tell=_silent):
            kinds.append(record.kind)
            if record.kind in (*KEPT, "revisit"):
                moments.append(record.at)
        yield FileSummary(
            name=path.name,
            bytes=path.stat().st_size,
            records=len(kinds),
            pages=sum(kind in KEPT for kind in kinds),
            revisits=kinds.count("revisit"),
            oldest=min(moments, default=None),
            newest=max(moments, default=None),
        )


def check(archive: Archive, store: Store, *, progress: Progress = lambda _: None) -> Check:
    """Read every record, hold it against its digest, and the database against the records."""
    found = Check()
    paths = {path.name: path for path in archive.files()}
    with store.read() as connection:
        query = select(PageRow.archived, PageRow.url, PageRow.body_hash).where(PageRow.archived.is_not(None))
        rows = connection.execution_options(yield_per=AT_ONCE).execute(query.order_by(PageRow.archived))
        places = ((row.archived, row.url, row.body_hash) for row in rows)
        for name, some in groupby(places, key=lambda row: row[0].rpartition(":")[0]):
            wanted = {(split_place(place) or ("", -1))[1]: (url, hash) for place, url, hash in some}
            path = paths.pop(name, None)
            if path is None:
                found.faults.append(f"{name}: no such file, and {len(wanted)} pages of the database are to be in it")
                continue
            progress(path)
            _check_file(path, wanted, found)
    for path in paths.values():
        progress(path)
        _check_file(path, {}, found)
    return found


def _check_file(path: Path, wanted: dict[int, tuple[str, str | None]], found: Check) -> None:
    def tell(fault: Fault) -> None:
        found.faults.append(str(fault))

    for record in records(path, wanted=_is_page, tell=tell):
        found.records += 1
        if not _is_page(record):
            continue
        if record.digest.startswith("sha1:") and record.digest != payload_digest(record.body):
            tell(Fault(path.name, record.offset, "its body is not what its digest says"))
        if record.offset in wanted:
            url, body_hash = wanted.pop(record.offset)
            if body_hash not in (None, xxhash.xxh3_128_hexdigest(record.body)):
                tell(Fault(path.name, record.offset, f"it is not the page that the database has for {url}"))
            else:
                found.indexed += 1
    for offset, (url, _) in wanted.items():
        tell(Fault(path.name, offset, f"no record, where the database looks for {url}"))


def prune(archive: Archive, store: Store, before: str, *, progress: Progress = lambda _: None) -> Pruned:
    """Take out the records from before a moment (ISO 8601, UTC), and give their bytes back.

    Files are written anew without them, and the database is told of the new places before the old file goes. Files that
    a crawl is writing are left alone.
    """
    done = Pruned()
    for path in archive.files():
        progress(path)
        with locked(path) as file:
            if file is None:
                done.busy.append(path.name)
            else:
                _prune_file(store, path, file, before, done)
    return done


def _prune_file(store: Store, path: Path, file: BinaryIO, before: str, done: Pruned) -> None:
    every = list(records(path, wanted=_none, tell=_silent))
    dated = [record for record in every if record.kind in (*KEPT, "revisit")]
    old = {record.offset for record in dated if record.at < before}
    if not old and dated:
        return
    kept = [record.offset for record in every if record.offset not in old and record.kind != "metadata"]
    size = path.stat().st_size
    moved: dict[int, str] = {}
    if len(old) < len(dated):
        moved = _copied(path, file, kept)
    _reindex(store, path.name, old, moved)
    path.unlink()
    archive_index.index_of(path).unlink(missing_ok=True)
    done.records += len(old)
    done.files += not moved
    done.bytes += size - (path.with_name(next(iter(moved.values())).rpartition(":")[0]).stat().st_size if moved else 0)


def _copied(path: Path, file: BinaryIO, offsets: Sequence[int]) -> dict[int, str]:
    """Copy members into a new file of the next free name; gives offset to new place."""
    form = form_of(path.name)
    if form is None:
        raise ArchiveError(f"{path} is no file of this archive")
    stem = path.name.removesuffix(form.suffix)
    base, _, number = stem.partition("~")
    fresh = path.with_name(f"{base}~{int(number or 0) + 1}{form.suffix}")
    part = fresh.with_name(f"{fresh.name}.part")
    moved: dict[int, str] = {}
    with part.open("wb") as out:
        for offset in offsets:
            end = form.end(file, offset)
            if end is None:
                continue
            moved[offset] = f"{fresh.name}:{out.tell()}"
            out.write(os.pread(file.fileno(), end - offset, offset))
        out.flush()
        os.fsync(out.fileno())
    part.replace(fresh)
    return moved


def _reindex(store: Store, name: str, gone: Collection[int], moved: dict[int, str]) -> None:
    """Tell the database that records of a file are gone, or at another place."""
    page = Base.metadata.tables["page"]
    with store.write() as writer:
        mine = select(PageRow.url, PageRow.archived).where(PageRow.archived.startswith(f"{name}:", autoescape=True))
        rows = []
        for url, place in writer.connection.execute(mine):
            offset = (split_place(place or "") or ("", -1))[1]
            rows.append({"url_": url, "place": None if offset in gone else moved.get(offset)})
        statement = update(page).where(page.c.url == bindparam("url_")).values(archived=bindparam("place"))
        for start in range(0, len(rows), AT_ONCE):
            writer.connection.execute(statement, rows[start : start + AT_ONCE])


def take_out(archive: Archive, store: Store, keys: Collection[str], *, whole: Collection[str] = ()) -> int:
    """Blank every record of the pages with these URL keys, and of the listings, feeds and replies that show them.

    A listing is whatever of their hosts is no post of its own and has a link to one of them. Of the hosts in `whole`
    nothing stays. What is read is the index of each file and the records that may be among these. Gives how many.
    """
    keys = frozenset(keys)
    hosts = {host_of(key) for key in keys} | set(whole)
    posts = _posts(store, hosts - set(whole)) - keys
    others = np.array([archive_index.hashed(key) for key in posts], np.uint64)
    marks = _marks(keys)
    blanked: list[str] = []
    for path in archive.files():
        with locked(path) as file:
            if file is not None:
                archive_index.bring_up(path)
        for offset in archive_index.places(path, hosts, besides=others):
            if _shows(path, offset, keys, marks, whole):
                archive.blank(path, offset)
                blanked.append(f"{path.name}:{offset}")
    page = Base.metadata.tables["page"]
    with store.write() as writer:
        for start in range(0, len(blanked), AT_ONCE):
            some = blanked[start : start + AT_ONCE]
            writer.connection.execute(update(page).where(page.c.archived.in_(some)).values(archived=None))
    return len(blanked)


def _posts(store: Store, hosts: Collection[str]) -> set[str]:
    """The keys of these hosts under which a post is stored, as a review or as left out."""
    found: set[str] = set()
    with store.read() as connection:
        for host in sorted(hosts):
            for column in (ReviewRow.key, LeftOutRow.key):
                keys = connection.execute(select(column).where(of_host(column, host, connection.dialect.name)))
                found |= {key.partition("#")[0] for key in keys.scalars()}
    return found


def _marks(keys: Collection[str]) -> tuple[bytes, ...] | None:
    """What a link to one of the pages holds, as HTML and as JSON write it; None: take all listings to have one."""
    paths = [key[len(host_of(key)) :] for key in keys]
    if len(paths) > MANY or any(len(path) < SHORTEST_PATH for path in paths):
        return None
    plain = [path.lower().encode() for path in paths]
    return tuple(dict.fromkeys([*plain, *(path.replace(b"/", b"\\/") for path in plain)]))


def _shows(
    path: Path, offset: int, keys: Collection[str], marks: tuple[bytes, ...] | None, whole: Collection[str]
) -> bool:
    """Whether the record at a place is of one of these pages or of a whole host, or links to one of the pages."""

    record = record_at(path, offset, tell=_silent, with_body=False)
    if record is None or record.kind not in (*KEPT, "revisit"):
        return False
    key = url_key(record.url) or ""
    if key in keys or host_of(key) in whole or marks is None:
        return True
    read = record_at(path, offset, tell=_silent)
    return read is not None and any(mark in read.body.lower() for mark in marks)


def _is_page(record: WarcRecord) -> bool:
    return record.kind in KEPT


def _none(_: WarcRecord) -> bool:
    return False


def _silent(_: Fault) -> None:
    """Faults are the business of `check`."""
