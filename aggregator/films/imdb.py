"""IMDb's non-commercial tables: title.basics, title.akas, title.principals and name.basics, joined on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from aggregator.films.lines import Skipped, count, read_lines
from aggregator.films.rows import clean_text, film_year
from aggregator.records import Film

LICENCE = "IMDb non-commercial datasets: personal and non-commercial use, not to be published again"
TABLES = ("title.basics", "title.akas", "title.principals", "name.basics")
NEEDED = "title.basics"  # the others may be missing
FILM_TYPES = frozenset({b"movie", b"tvMovie", b"video"})
DIRECTING = frozenset({b"director"})
ACTING = frozenset({b"actor", b"actress", b"self"})
LONGEST_ROW = 100_000  # bytes; a real one has less than 2,000
LARGEST_ID = 200_000_000  # of a title or a name
BATCH = 20_000  # rows
LEAST_COLUMNS = 6  # that every table has
MISSING = b"\\N"

_SCRATCH = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = -64000;
CREATE TABLE film (id INTEGER PRIMARY KEY, title TEXT, original TEXT, year INTEGER);
CREATE TABLE aka (film INTEGER, title TEXT);
CREATE TABLE credit (film INTEGER, place INTEGER, person INTEGER, directed INTEGER);
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);
"""
_CREDITS = """
SELECT film, name, directed FROM credit JOIN person ON person.id = credit.person ORDER BY film, place
"""

_INSERTS = {
    "title.basics": "INSERT OR IGNORE INTO film VALUES (?, ?, ?, ?)",
    "title.akas": "INSERT INTO aka VALUES (?, ?)",
    "title.principals": "INSERT INTO credit VALUES (?, ?, ?, ?)",
    "name.basics": "INSERT OR IGNORE INTO person VALUES (?, ?)",
}

Progress = Callable[[str, int], None]
Row = tuple[Any, ...]


class _Marks:
    """A set of ids as one bit each: 25 MB for LARGEST_ID."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def add(self, number: int) -> None:
        at = number >> 3
        if at >= len(self._bits):
            self._bits.extend(bytes(at + 1 - len(self._bits) + 65536))
        self._bits[at] |= 1 << (number & 7)

    def __contains__(self, number: int) -> bool:
        at = number >> 3
        return at < len(self._bits) and bool(self._bits[at] & (1 << (number & 7)))


def tables_of(folder: Path) -> dict[str, Path]:
    """The tables in a folder: name -> file, gzipped or not."""
    found = {}
    for name in TABLES:
        for ending in (".tsv.gz", ".tsv"):
            path = folder / (name + ending)
            if path.is_file():
                found[name] = path
                break
    return found


def read_imdb(folder: Path, skipped: Skipped, progress: Progress) -> Iterator[Film]:
    """The films of IMDb's tables with their titles and credits, by ascending id; memory stays bounded.

    Tables other than title.basics may be missing. Lines with too few columns or no id are counted in `skipped`.
    """
    tables = tables_of(folder)
    scratch = sqlite3.connect("", isolation_level=None)  # a temporary file that vanishes with the connection
    try:
        scratch.executescript(_SCRATCH + "BEGIN;")
        films, people = _Marks(), _Marks()
        for name, insert in _INSERTS.items():
            if name in tables:
                rows = _rows(name, _columns(tables[name], skipped), skipped, films, people)
                _store(scratch, insert, rows, name, progress)
        yield from _joined(scratch)
    finally:
        scratch.close()


def _store(scratch: sqlite3.Connection, insert: str, rows: Iterable[Row], name: str, progress: Progress) -> None:
    rows, done = iter(rows), 0
    while batch := list(islice(rows, BATCH)):
        scratch.executemany(insert, batch)
        done += len(batch)
        progress(name, done)


def _columns(path: Path, skipped: Skipped) -> Iterator[list[bytes]]:
    for line in read_lines(path, skipped, LONGEST_ROW):
        columns = line.split(b"\t")
        if len(columns) < LEAST_COLUMNS:
            count(skipped, "too few columns")
        elif columns[0] not in (b"tconst", b"titleId", b"nconst"):
            yield columns


def _rows(name: str, columns: Iterator[list[bytes]], skipped: Skipped, films: _Marks, people: _Marks) -> Iterator[Row]:
    if name == "title.basics":
        return _basics(columns, skipped, films)
    if name == "title.akas":
        return _akas(columns, skipped, films)
    if name == "title.principals":
        return _principals(columns, skipped, films, people)
    return _names(columns, skipped, people)


def _number(ident: bytes, prefix: bytes, skipped: Skipped) -> int | None:
    """The number of "tt0000001" or "nm0000001"; None for anything else, which is counted."""
    digits = ident[2:]
    if ident.startswith(prefix) and digits.isdigit() and len(digits) < 10 and int(digits) < LARGEST_ID:
        return int(digits)
    count(skipped, "no id")
    return None


def _basics(rows: Iterator[list[bytes]], skipped: Skipped, films: _Marks) -> Iterator[Row]:
    for columns in rows:
        if columns[1] not in FILM_TYPES or columns[4] == b"1":  # 1: adult
            continue
        number, title = _number(columns[0], b"tt", skipped), clean_text(columns[2])
        if number is None or not title:
            continue
        films.add(number)
        yield number, title, clean_text(columns[3]), film_year(columns[5].decode("ascii", "replace"))


def _akas(rows: Iterator[list[bytes]], skipped: Skipped, films: _Marks) -> Iterator[Row]:
    last: tuple[int, bytes] | None = None
    for columns in rows:
        number = _number(columns[0], b"tt", skipped)
        if number is None or number not in films or columns[2] == MISSING or (number, columns[2]) == last:
            continue
        last = (number, columns[2])
        yield number, clean_text(columns[2])


def _principals(rows: Iterator[list[bytes]], skipped: Skipped, films: _Marks, people: _Marks) -> Iterator[Row]:
    for columns in rows:
        directed = columns[3] in DIRECTING
        if not directed and columns[3] not in ACTING:
            continue
        number = _number(columns[0], b"tt", skipped)
        if number is None or number not in films:
            continue
        person = _number(columns[2], b"nm", skipped)
        if person is not None:
            people.add(person)
            yield number, int(columns[1]) if columns[1].isdigit() else 99, person, directed


def _names(rows: Iterator[list[bytes]], skipped: Skipped, people: _Marks) -> Iterator[Row]:
    for columns in rows:
        number = _number(columns[0], b"nm", skipped)
        if number is not None and number in people and columns[1] != MISSING:
            yield number, clean_text(columns[1])


def _joined(scratch: sqlite3.Connection) -> Iterator[Film]:
    akas = _Groups(scratch.execute("SELECT film, title FROM aka ORDER BY film"))
    credits = _Groups(scratch.execute(_CREDITS))
    for number, title, original, year in scratch.execute("SELECT id, title, original, year FROM film ORDER BY id"):
        others = [original, *(row[1] for row in akas.of(number))]
        names = credits.of(number)
        yield Film(
            title=title,
            year=year,
            ids={"imdb": f"tt{number:07d}"},
            directors=tuple(dict.fromkeys(name for _, name, directed in names if directed)),
            cast=tuple(dict.fromkeys(name for _, name, directed in names if not directed)),
            also=tuple(dict.fromkeys(other for other in others if other and other != title)),
        )


class _Groups:
    """Rows ordered by their first column, fetched group by group in ascending order."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._next: tuple[int, list[Row]] | None = None
        self._advance()

    def _advance(self) -> None:
        key, rows = next(self._groups, (None, iter(())))
        self._next = None if key is None else (key, list(rows))

    def of(self, key: int) -> list[Row]:
        while self._next is not None and self._next[0] < key:
            self._advance()
        return self._next[1] if self._next is not None and self._next[0] == key else []
