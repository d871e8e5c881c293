"""The index beside an archive file: which hosts and pages its records are of, in hashes, so that nothing in it has to
leave when a page does; whoever writes the file adds to it, and what a kill kept from it is read from the file again."""

from __future__ import annotations

import os
import struct
from collections.abc import Collection
from pathlib import Path

import numpy as np
import numpy.typing as npt
import xxhash

from aggregator.store.frames import form_of
from aggregator.store.urls import host_of, url_key
from aggregator.store.warc_reader import records

SUFFIX = ".index"
ENTRY = np.dtype([("host", "<u8"), ("page", "<u8"), ("start", "<u8"), ("end", "<u8")])
"""One record: the hashes of its URL's host and key, and where in the file it stands."""
PACKED = struct.Struct("<4Q")
"""The same, for one record."""

_Entries = npt.NDArray[np.void]


def index_of(path: Path) -> Path:
    """The index of an archive file."""
    return path.with_name(path.name + SUFFIX)


def hashed(key: str) -> int:
    """What the index holds of a host or a URL key."""
    return xxhash.xxh3_64_intdigest(key.encode())


def entry(url: str, start: int, end: int) -> bytes:
    """The entry of a record; `url` is empty for one that is of no page."""
    key = url_key(url) or ""
    return PACKED.pack(hashed(host_of(key)), hashed(key), start, end)


def bring_up(path: Path) -> None:
    """Add to the index what stands in its file behind the last entry; for the one who has locked the file.

    An index that does not fit its file is made anew.
    """
    have = _stored(path)
    entries = _behind(path, int(have["end"][-1]) if len(have) else 0)
    with index_of(path).open("r+b" if index_of(path).exists() else "w+b") as file:
        file.truncate(len(have) * ENTRY.itemsize)
        file.seek(0, os.SEEK_END)
        file.write(entries.tobytes())


def places(path: Path, hosts: Collection[str], *, besides: npt.NDArray[np.uint64]) -> list[int]:
    """Where the records of these hosts begin, those of pages with a hash in `besides` left out.

    What another process has just added to the file is among them.
    """
    have = _stored(path)
    every = np.concatenate([have, _behind(path, int(have["end"][-1]) if len(have) else 0)])
    wanted = np.array([hashed(host) for host in hosts], np.uint64)
    found = every[np.isin(every["host"], wanted) & np.isin(every["page"], besides, invert=True)]
    return [int(start) for start in found["start"]]


def _stored(path: Path) -> _Entries:
    """The entries that are kept, none where they cannot be of this file."""
    try:
        kept = index_of(path).read_bytes()
    except FileNotFoundError:
        return np.empty(0, ENTRY)
    entries = np.frombuffer(kept[: len(kept) // ENTRY.itemsize * ENTRY.itemsize], ENTRY)
    ends = entries["end"]
    in_order = (entries["start"] < ends).all() and (entries["start"][1:] >= ends[:-1]).all()
    fits = in_order and (not len(ends) or ends[-1] <= path.stat().st_size)
    return entries if fits else np.empty(0, ENTRY)


def _behind(path: Path, start: int) -> _Entries:
    """The entries of the whole records that begin from a place on."""
    form = form_of(path.name)
    size = path.stat().st_size
    if form is None or start >= size:
        return np.empty(0, ENTRY)
    made = []
    with path.open("rb") as file:
        for record in records(path, wanted=lambda _: False, tell=lambda _: None, start=start):
            end = form.end(file, record.offset)
            if end is not None and end <= size:
                made.append(entry(record.url, record.offset, end))
    return np.frombuffer(b"".join(made), ENTRY)
