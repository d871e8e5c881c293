"""One kind of row in one format, into a file or to standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from aggregator.export.dictionary import DICTIONARY
from aggregator.export.parquet import write_parquet
from aggregator.export.rows import KINDS, Row
from aggregator.export.texts import write_csv, write_jsonl
from aggregator.store import Store

TEXTS: dict[str, Callable[[Iterable[Row], IO[bytes], Sequence[str]], int]] = {"jsonl": write_jsonl, "csv": write_csv}
FORMATS = (*TEXTS, "parquet")
"""How it can be written."""
OF_CSV = frozenset({"provenance"})
"""Columns that CSV leaves out: `export claims` has them as rows."""
TOLD_EVERY = 1_000
"""Rows between two words of progress."""


def export(
    store: Store,
    kind: str,
    format: str,
    target: Path | None = None,
    *,
    since: str | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Write all rows of a kind to a file (None: standard output) and give their number.

    A file is written beside its place and moved there when it is complete. `since` (ISO 8601 in UTC) leaves out what
    did not change from that moment on. Raises ValueError for an unknown kind or format, or one that `since` cannot
    narrow; ParquetMissing without pyarrow; OSError where the file cannot be written.
    """
    for name, known in ((kind, tuple(KINDS)), (format, FORMATS)):
        if name not in known:
            raise ValueError(f"{name!r} cannot be exported: use {', '.join(known)}")
    if since is not None and not KINDS[kind].can_be_narrowed:
        narrowed = ", ".join(name for name, one in KINDS.items() if one.can_be_narrowed)
        raise ValueError(f"it is not recorded when {kind} changed: leave the date out, or use {narrowed}")
    with _out(target) as out:
        if format == "parquet":
            return write_parquet(store, kind, out, since)
        columns = [name for name in DICTIONARY[kind] if name not in OF_CSV]
        return TEXTS[format](_told(KINDS[kind].rows(store, since), progress), out, columns)


def _told(rows: Iterable[Row], progress: Callable[[int], None]) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if number % TOLD_EVERY == 0:
            progress(number)
        yield row


@contextmanager
def _out(target: Path | None) -> Iterator[IO[bytes]]:
    if target is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    part = target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
