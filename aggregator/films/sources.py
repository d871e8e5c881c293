"""Sources of films: JSON Lines, Wikidata dumps and query results, IMDb's tables; read as a stream, line by line."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from aggregator.records import Film

LONGEST_LINE = 4_000_000  # bytes; a longer line is skipped and counted
CHUNK = 1 << 20
LONGEST_TITLE = 400
MOST_NAMES = 40  # of a film's cast or titles
YEARS = range(1870, 2101)


@dataclass(frozen=True, slots=True)
class Reading:
    """A source being read."""

    kind: str  # "JSON Lines", "Wikidata dump", "Wikidata query", "IMDb tables"
    licence: str
    films: Iterator[Film]


def read_films(source: Path, skipped: MutableMapping[str, int], progress: Callable[[str, int], None]) -> Reading:
    """The films of a source, whose kind is told by its first bytes; lines left out are counted in `skipped` by reason.

    Raises OSError for a source that cannot be read; ValueError for one of no known kind.
    """
    del progress
    return Reading("JSON Lines", "as the source states", _json_lines(source, skipped))


def open_bytes(path: Path) -> BinaryIO:
    """A file's bytes, unpacked if it is gzipped, whatever its name is."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return gzip.open(path, "rb") if packed else path.open("rb")  # type: ignore[return-value]


def lines(file: BinaryIO, skipped: MutableMapping[str, int]) -> Iterator[bytes]:
    """The lines of a file without their ends; one over LONGEST_LINE is skipped in bounded memory, NULs are dropped."""
    while line := file.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            count(skipped, "line too long")
            while line and not line.endswith(b"\n"):
                line = file.readline(CHUNK)
            continue
        line = line.replace(b"\0", b"").strip(b"\r\n")
        if line:
            yield line


def count(skipped: MutableMapping[str, int], reason: str) -> None:
    """One more line left out for this reason."""
    skipped[reason] = skipped.get(reason, 0) + 1


def film_year(value: object) -> int | None:
    """A year of release out of a number or a text; None if it is none."""
    try:
        year = int(str(value)[:4])
    except ValueError:
        return None
    return year if year in YEARS else None


def _json_lines(source: Path, skipped: MutableMapping[str, int]) -> Iterator[Film]:
    with open_bytes(source) as file:
        for line in lines(file, skipped):
            try:
                film = film_of(orjson.loads(line))
            except orjson.JSONDecodeError:
                film = None
            if film is None:
                count(skipped, "not a film")
                continue
            yield film


def film_of(row: Any) -> Film | None:
    """The film of a JSON object with a title, and maybe year, ids (or id_scheme and id), aka, directors, cast."""
    if not isinstance(row, Mapping) or not isinstance(row.get("title"), str) or not row["title"].strip():
        return None
    ids = {str(row["id_scheme"]): str(row["id"])} if row.get("id_scheme") and row.get("id") else {}
    for more in (row.get("ids"), row.get("xids")):
        if isinstance(more, Mapping):
            ids.update({str(scheme): str(ident) for scheme, ident in more.items() if ident})
    title = row["title"].strip()[:LONGEST_TITLE]
    return Film(
        title=title,
        year=film_year(row.get("year")),
        ids=ids,
        directors=_texts(row.get("directors")),
        cast=_texts(row.get("cast")),
        also=tuple(other for other in _texts(row.get("aka") or row.get("also")) if other != title),
    )


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    texts = (item.strip()[:LONGEST_TITLE] for item in value if isinstance(item, str))
    return tuple(dict.fromkeys(text for text in texts if text))[:MOST_NAMES]
