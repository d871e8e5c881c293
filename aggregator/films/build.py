"""Builds a catalogue file from a source of films, beside the earlier one, which stands until the new one is whole."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from aggregator.films.catalog import APPLICATION, SCHEMA, VERSION, CatalogError
from aggregator.films.keyed import name_key
from aggregator.films.sources import read_films
from aggregator.records import Film
from aggregator.values.title_keys import title_key

BATCH = 5000  # films between two calls of `progress`
SETTINGS = (
    "journal_mode = OFF",  # a build that fails is thrown away
    "synchronous = OFF",
    "temp_store = FILE",
    "cache_size = -64000",  # kB
    f"application_id = {APPLICATION}",
    f"user_version = {VERSION}",
)
# Keys as they come, to be put in order when all are there: what is sorted once is written once.
SCRATCH = """
CREATE TEMP TABLE new_title (key TEXT, film INTEGER);
CREATE TEMP TABLE new_director (key TEXT, film INTEGER);
"""
ORDERED = (
    "INSERT OR IGNORE INTO title SELECT key, film FROM new_title ORDER BY 1, 2",
    "DROP TABLE new_title",
    "INSERT OR IGNORE INTO director SELECT key, film FROM new_director ORDER BY 1, 2",
    "INSERT OR IGNORE INTO backward SELECT backward(key), film FROM title ORDER BY 1, 2",
)

Progress = Callable[[str, int], None]


@dataclass(slots=True)
class Built:
    """What a build counted."""

    kind: str = ""
    licence: str = ""
    films: int = 0
    titles: int = 0
    skipped: dict[str, int] = field(default_factory=dict)  # reason -> lines left out


def build_catalog(
    source: str | Path, target: str | Path, *, licence: str | None = None, progress: Progress | None = None
) -> Built:
    """Build the catalogue file `target` from `source`; an earlier file stands until the new one is whole.

    `source`: JSON Lines, a Wikidata JSON dump or query result, or a folder with IMDb's tables; gzipped or not.
    `licence` replaces what is known of the source's. `progress` is called with a step's name and a number of rows.

    Raises CatalogError with one line for a source that cannot be read, is of no known kind, or holds no film.
    """
    source, target = Path(source), Path(target)
    built = Built()
    _remove_abandoned(target)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _write(source, part, built, licence, progress or (lambda _step, _rows: None))
        if not built.films:
            raise CatalogError(f"{source}: no film in it ({_counts(built.skipped) or 'empty'})")
        _keep(part, target)
    except (OSError, EOFError, ValueError, zlib.error, sqlite3.Error) as error:
        raise CatalogError(f"{source}: {error or type(error).__name__}".replace("\n", " ")) from error
    finally:
        part.unlink(missing_ok=True)
    return built


def _write(source: Path, part: Path, built: Built, licence: str | None, progress: Progress) -> None:
    db = sqlite3.connect(part, isolation_level=None)
    try:
        for setting in SETTINGS:
            db.execute(f"PRAGMA {setting}")
        db.create_function("backward", 1, lambda key: key[::-1], deterministic=True)
        db.executescript(SCHEMA + SCRATCH)
        db.execute("BEGIN")
        reading = read_films(source, built.skipped, progress)
        built.kind, built.licence = reading.kind, licence or reading.licence
        _fill(db, reading.films, built, progress)
        for step, statement in enumerate(ORDERED, start=1):
            progress("index", step)
            db.execute(statement)
        meta = {
            "source": source.name,
            "kind": built.kind,
            "licence": built.licence,
            "built": datetime.now(UTC).isoformat(timespec="seconds"),
            "films": str(built.films),
            "titles": str(built.titles),
            "skipped": _counts(built.skipped),
        }
        db.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        db.execute("COMMIT")
    finally:
        db.close()


def _fill(db: sqlite3.Connection, films: Iterable[Film], built: Built, progress: Progress) -> None:
    films = iter(films)
    while batch := list(islice(films, BATCH)):
        rows: dict[str, list[tuple[Any, ...]]] = {"film": [], "title": [], "director": [], "ident": []}
        for film in batch:
            built.films += 1
            _add(film, built.films, rows)
        db.executemany("INSERT INTO film VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows["film"])
        db.executemany("INSERT INTO new_title VALUES (?, ?)", rows["title"])
        db.executemany("INSERT INTO new_director VALUES (?, ?)", rows["director"])
        db.executemany("INSERT OR IGNORE INTO ident VALUES (?, ?, ?)", rows["ident"])
        built.titles += len(rows["title"])
        progress("films", built.films)


def _add(film: Film, number: int, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    titles: dict[str, str] = {}
    for title in (film.title, *film.also):
        titles.setdefault(title_key(title), title)
    also = tuple(titles.values())[1:]
    directors = [name_key(name) for name in film.directors]
    keys = (tuple(titles), directors, [name_key(name) for name in film.cast])
    blobs = [orjson.dumps(value) for value in (dict(film.ids), film.directors, film.cast, also, keys)]
    rows["film"].append((number, film.title, film.year, *blobs))
    rows["title"].extend((key, number) for key in titles if key)
    rows["director"].extend((key, number) for key in set(directors) if key)
    rows["ident"].extend((scheme, ident, number) for scheme, ident in film.ids.items())


def _counts(skipped: dict[str, int]) -> str:
    return ", ".join(f"{reason}: {number}" for reason, number in sorted(skipped.items()))


def _remove_abandoned(target: Path) -> None:
    """Remove what a killed build of this catalogue left behind."""
    for part in target.parent.glob(f"{target.name}.*.part"):
        number = part.name.removesuffix(".part").rpartition(".")[2]
        if number.isdigit() and not _runs(int(number)):
            part.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()


def _keep(part: Path, target: Path) -> None:
    """Make the new file the catalogue, so that a power cut leaves the old one or the new one."""
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
