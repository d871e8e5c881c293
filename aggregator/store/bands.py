"""Band keys of texts in the database: recent ones in a table, older ones in sorted runs that are written once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sqlalchemy import delete, func, select, update

from aggregator.store.tables import BandPageRow, BandRow, BandRunRow
from aggregator.store.writer import Writer

LEAST = 1 << 14
"""Keys from which a run is written: those of a thousand reviews."""
FANOUT = 8
"""Runs of one level that become one of the next."""
TOP = 3
"""The highest level: runs of some million reviews, which are left as they are."""
FIRST_BITS = 2
"""Bits of a key that choose its page in a run of level 0."""
LEVEL_BITS = 3
"""Further bits at each level: FANOUT times as many pages, so that pages keep their size."""
AT_ONCE = 256
"""Pages read together: some 4 MB."""
PLACES = 1 << 16
"""Numbers kept for the pages of one run: a page's id is RUN * PLACES + PAGE."""

_Keys = npt.NDArray[np.uint32]
_Ids = npt.NDArray[np.int64]
_Page = tuple[int, _Keys, _Ids]

_BY_KEY = "SELECT value, review_id FROM band WHERE value"
_KEYS = "SELECT id, keys FROM band_page WHERE id"
_IDS = "SELECT id, reviews FROM band_page WHERE id"


class _Run(NamedTuple):
    """One sorted run."""

    id: int
    level: int

    @property
    def shift(self) -> int:
        """Bits of a key behind those that choose its page."""
        return 32 - FIRST_BITS - LEVEL_BITS * self.level


def look_up(writer: Writer, wanted: _Keys) -> Iterator[tuple[int, int]]:
    """The stored (band key, review id) pairs of keys in order: some may come twice, or be of a text that has left."""
    if not len(wanted):
        return
    if writer.connection.execute(select(BandRow.value).limit(1)).first() is not None:
        yield from writer.rows_in(_BY_KEY, wanted.tolist())
    for run in _runs(writer):
        pages = distinct(wanted >> np.uint32(run.shift)).astype(np.int64)
        for start in range(0, len(pages), AT_ONCE):
            yield from _in_pages(writer, wanted, (pages[start : start + AT_ONCE] + run.id * PLACES).tolist())


def keep(writer: Writer, keys: _Keys, ids: _Ids) -> None:
    """Keep band keys, each with its review's id: in the table while they are few, else as a run.

    Keys are hashes: each falls on a random page of a b-tree, and among a million reviews every transaction would
    rewrite most of that tree. So from LEAST keys on they become a run, pages of sorted keys divided by the keys' first
    bits, and FANOUT runs of one level become one of the next (a log-structured merge tree, O'Neil et al. 1996), all of
    it in the writer's transaction.
    """
    if not len(keys):
        return
    order = np.argsort(keys, kind="stable")
    keys, ids = keys[order], ids[order]
    recent = writer.connection.execute(select(func.count()).select_from(BandRow)).scalar_one()
    count = recent + len(keys)
    if count < LEAST:
        writer.insert_tuples("band", list(zip(keys.tolist(), ids.tolist(), strict=True)))
        return
    level = 0
    while level < TOP and count >> (LEVEL_BITS * (level + 1)) >= LEAST:
        level += 1
    _write(writer, level, _gathered(writer, keys, ids, level))
    writer.connection.execute(delete(BandRow))
    while level < TOP and len(same := [run for run in _runs(writer) if run.level == level]) >= FANOUT:
        level += 1
        _write(writer, level, _merged(writer, same))
        for run in same:
            _delete(writer, run)


def remove(writer: Writer, keys: Iterable[int], ids: Iterable[int]) -> None:
    """Take reviews that were kept under these keys out of all runs, so that nothing leads to them any more."""
    leaving = np.fromiter(ids, np.int64)
    wanted = np.fromiter(keys, np.uint32)
    query = select(BandPageRow.id, BandPageRow.keys, BandPageRow.reviews)
    for run in _runs(writer) if len(leaving) else ():
        for page in np.unique(wanted >> np.uint32(run.shift)).tolist():
            row = writer.connection.execute(query.where(BandPageRow.id == run.id * PLACES + page)).first()
            stays = np.isin(_ids(row.reviews), leaving, invert=True) if row else np.ones(0, bool)
            if row and not stays.all():
                left = {"keys": _keys(row.keys)[stays].tobytes(), "reviews": _ids(row.reviews)[stays].tobytes()}
                writer.connection.execute(update(BandPageRow).where(BandPageRow.id == row.id).values(left))


def _runs(writer: Writer) -> list[_Run]:
    """All runs, the oldest first."""
    rows = writer.connection.execute(select(BandRunRow.id, BandRunRow.level).order_by(BandRunRow.id))
    return [_Run(*row) for row in rows]


def _in_pages(writer: Writer, wanted: _Keys, pages: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of those keys that stand in some pages of one run; both are in order."""
    found = sorted((int(id), bytes(blob)) for id, blob in writer.rows_in(_KEYS, pages))
    keys = _keys(b"".join(blob for _, blob in found))
    first = np.searchsorted(keys, wanted)
    here = np.flatnonzero(keys[np.minimum(first, len(keys) - 1)] == wanted) if len(keys) else ()
    if not len(here):
        return
    ends = np.cumsum([len(blob) // keys.itemsize for _, blob in found])
    behind = np.searchsorted(keys, wanted[here], "right")
    at = np.searchsorted(ends, first[here], "right")
    ids = {id: _ids(blob) for id, blob in writer.rows_in(_IDS, [found[place][0] for place in np.unique(at)])}
    for key, start, end, place in zip(wanted[here].tolist(), first[here], behind, at, strict=True):
        before = ends[place - 1] if place else 0
        yield from ((key, id) for id in ids[found[place][0]][start - before : end - before].tolist())


def _gathered(writer: Writer, keys: _Keys, ids: _Ids, level: int) -> Iterator[_Page]:
    """The pages of new keys and of those in the table, which is read a page at a time."""
    shift = _Run(0, level).shift
    for page in range(1 << (32 - shift)):
        low, high = page << shift, ((page + 1) << shift) - 1
        query = select(BandRow.value, BandRow.review_id).where(BandRow.value.between(low, high))
        recent = np.array([tuple(row) for row in writer.connection.execute(query)], np.int64).reshape(-1, 2)
        here = slice(np.searchsorted(keys, low), np.searchsorted(keys, high, "right"))
        both = np.concatenate([recent[:, 0].astype(np.uint32), keys[here]])
        order = np.argsort(both, kind="stable")
        yield page, both[order], np.concatenate([recent[:, 1], ids[here]])[order]


def _merged(writer: Writer, runs: Sequence[_Run]) -> Iterator[_Page]:
    """The pages of one run out of several of the level below: each of theirs becomes FANOUT."""
    shift = _Run(0, runs[0].level + 1).shift
    for page in range(1 << (32 - runs[0].shift)):
        places = [run.id * PLACES + page for run in runs]
        query = select(BandPageRow.keys, BandPageRow.reviews).where(BandPageRow.id.in_(places)).order_by(BandPageRow.id)
        rows = writer.connection.execute(query).all()
        keys = _keys(b"".join(row.keys for row in rows))
        ids = _ids(b"".join(row.reviews for row in rows))
        order = np.argsort(keys, kind="stable")
        keys, ids = keys[order], ids[order]
        starts = [(page * FANOUT + part) << shift for part in range(1, FANOUT)]
        borders = [0, *np.searchsorted(keys, np.array(starts, np.uint32)), len(keys)]
        for part in range(FANOUT):
            here = slice(borders[part], borders[part + 1])
            yield page * FANOUT + part, keys[here], ids[here]


def _write(writer: Writer, level: int, pages: Iterable[_Page]) -> None:
    run = writer.new_id("band_run")
    writer.insert_tuples("band_run", [(run, level)])
    for page, keys, ids in pages:
        if len(keys):
            row = (run * PLACES + page, keys.astype("<u4").tobytes(), ids.astype("<i8").tobytes())
            writer.insert_tuples("band_page", [row])


def _delete(writer: Writer, run: _Run) -> None:
    first = run.id * PLACES
    writer.connection.execute(delete(BandPageRow).where(BandPageRow.id.between(first, first + PLACES - 1)))
    writer.connection.execute(delete(BandRunRow).where(BandRunRow.id == run.id))


def distinct(keys: _Keys) -> _Keys:
    """Each of some keys in order once."""
    return keys[np.flatnonzero(np.diff(keys, prepend=keys[:1] - np.uint32(1)))]


def _keys(blob: bytes) -> _Keys:
    return np.frombuffer(blob, "<u4")


def _ids(blob: bytes) -> _Ids:
    return np.frombuffer(blob, "<i8")
