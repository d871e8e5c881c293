"""Stored reviews and films as files: one iterator of rows, written as JSON Lines or CSV."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import orjson

from aggregator.store import Store, queries

Row = Mapping[str, Any]

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Characters with which a spreadsheet takes a cell for a formula."""
LIST_DIVIDER = "; "


def review_rows(store: Store, *, changed_since: str | None = None) -> Iterator[Row]:
    """One row a review, copies and excerpts included: the keys of `Review.as_dict`, with film_id and story_id."""
    for review in queries.iter_reviews(store, changed_since=changed_since, with_claims=True):
        yield review.as_dict()


def film_rows(store: Store) -> Iterator[Row]:
    """One row a film that has a voice."""
    for film in queries.films(store, sort="title", limit=None):
        yield film.as_dict()


def revision_rows(store: Store) -> Iterator[Row]:
    """One row a change of a review."""
    for revision in queries.iter_revisions(store):
        yield {name: getattr(revision, name) for name in revision.__dataclass_fields__}


def outlet_rows(store: Store) -> Iterator[Row]:
    """One row a site."""
    for site in queries.sites(store):
        yield site.as_dict()


KINDS: dict[str, Callable[[Store], Iterator[Row]]] = {
    "reviews": review_rows,
    "films": film_rows,
    "revisions": revision_rows,
    "outlets": outlet_rows,
}
"""What can be exported."""


def export(store: Store, kind: str, format: str, target: Path | None = None) -> int:
    """Write all rows of a kind to a file (None: standard output) and give their number.

    A file is written beside its place and moved there when it is complete. Raises ValueError for an unknown kind or
    format, OSError where the file cannot be written.
    """
    for name, known in ((kind, KINDS), (format, FORMATS)):
        if name not in known:
            raise ValueError(f"{name!r} cannot be exported: use {', '.join(known)}")
    with _out(target) as out:
        return FORMATS[format](KINDS[kind](store), out)


def write_jsonl(rows: Iterable[Row], out: IO[bytes]) -> int:
    """One JSON object a line, UTF-8; gives the number of rows."""
    number = 0
    for row in rows:
        out.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
        number += 1
    return number


def write_csv(rows: Iterable[Row], out: IO[bytes]) -> int:
    """RFC 4180 with a header line, UTF-8; nested keys joined by `_`, lists by `; `, no provenance.

    A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers.
    """
    number = 0
    lines = _Lines(out)
    writer = csv.writer(lines)
    header: list[str] = []
    for row in rows:
        cells = flat(row)
        if not header:
            header = list(cells)
            writer.writerow(header)
        writer.writerow([cell(cells.get(name)) for name in header])
        number += 1
    return number


class _Lines:
    """Text lines into a binary file."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def write(self, line: str) -> int:
        return self._out.write(line.encode("utf-8", "replace"))


NESTED = {
    "rating": ("raw", "value", "best", "worst", "style", "scale_source", "score"),
    "verdict": ("text", "explicit", "label"),
}
"""Objects that become columns, with their keys: the header does not depend on the first row."""


def flat(row: Row) -> dict[str, Any]:
    """A row without nesting: `rating_raw`, `verdict_text`; other objects as JSON text."""
    cells: dict[str, Any] = {}
    for name, value in row.items():
        if name == "provenance":
            continue
        if name in NESTED:
            cells.update((f"{name}_{key}", (value or {}).get(key)) for key in NESTED[name])
        elif isinstance(value, (list, tuple)):
            cells[name] = LIST_DIVIDER.join(map(str, value))
        elif isinstance(value, Mapping):
            cells[name] = orjson.dumps(value).decode() if value else None
        else:
            cells[name] = value
    return cells


def cell(value: Any) -> Any:
    """A value as a CSV cell that no spreadsheet runs."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        value = value.replace("\0", "")
        return f"'{value}" if value.startswith(FORMULA) or value.lstrip().startswith(FORMULA) else value
    return value


FORMATS: dict[str, Callable[[Iterable[Row], IO[bytes]], int]] = {"jsonl": write_jsonl, "csv": write_csv}
"""How it can be written."""


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
