"""Rows as text: JSON Lines, and CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import IO, Any

import orjson

from aggregator.export.rows import Row, flat

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Characters with which a spreadsheet takes a cell for a formula."""
LIST_DIVIDER = "; "


def write_jsonl(rows: Iterable[Row], out: IO[bytes], _: Sequence[str] = ()) -> int:
    """One JSON object a line, UTF-8; gives the number of rows."""
    number = 0
    for row in rows:
        out.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
        number += 1
    return number


def write_csv(rows: Iterable[Row], out: IO[bytes], columns: Sequence[str]) -> int:
    """RFC 4180 with a header line, UTF-8; nested keys joined by `_`, lists by `; `, objects as JSON.

    A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers.
    """
    number = 0
    lines = _Lines(out)
    writer = csv.writer(lines)
    writer.writerow(columns)
    for row in rows:
        cells = flat(row)
        writer.writerow([cell(_joined(cells.get(name))) for name in columns])
        number += 1
    return number


class _Lines:
    """Text lines into a binary file."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def write(self, line: str) -> int:
        return self._out.write(line.encode("utf-8", "replace"))


def _joined(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return LIST_DIVIDER.join(map(str, value))
    return value


def cell(value: Any) -> Any:
    """A value as a CSV cell that no spreadsheet runs."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        value = value.replace("\0", "")
        return f"'{value}" if value.startswith(FORMULA) or value.lstrip().startswith(FORMULA) else value
    return value
