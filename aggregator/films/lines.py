"""Files of films as streams of lines: gzipped or not, in bounded memory, whatever stands in them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, MutableMapping
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

LONGEST_LINE = 16_000_000  # bytes; a longer line is left out: the largest items of Wikidata have some 5 MB
CHUNK = 1 << 20

Skipped = MutableMapping[str, int]  # reason -> lines left out


def open_bytes(path: Path) -> BinaryIO:
    """A file's bytes, unpacked if it is gzipped, whatever its name says."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return cast(BinaryIO, BufferedReader(gzip.open(path, "rb"), CHUNK) if packed else path.open("rb"))


def read_lines(path: Path, skipped: Skipped, longest: int = LONGEST_LINE) -> Iterator[bytes]:
    """The lines of a file that are not empty, without their ends and without NULs.

    A line over `longest` bytes is left out and counted as "line too long", read in pieces.
    """
    with open_bytes(path) as file:
        while line := file.readline(longest + 1):
            if len(line) > longest and not line.endswith(b"\n"):
                count(skipped, "line too long")
                while line and not line.endswith(b"\n"):
                    line = file.readline(CHUNK)
                continue
            if b"\0" in line:
                line = line.replace(b"\0", b"")
            line = line.strip(b"\r\n")
            if line:
                yield line


def count(skipped: Skipped, reason: str) -> None:
    """One more line left out for this reason."""
    skipped[reason] = skipped.get(reason, 0) + 1
