"""Builds a catalogue file from a source of films, beside the earlier one, which stands until the new one is whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import orjson

from aggregator.films.catalog import APPLICATION, SCHEMA, VERSION, CatalogError
from aggregator.films.evidence import name_key
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
SCRATCH = """
CREATE TEMP TABLE new_title (key TEXT, film INTEGER);
CREATE TEMP TABLE new_director (key TEXT, film INTEGER);
"""

Progress = Callable[[str, int], None]


@dataclass(slots=True)
class Built:
    """What a build counted."""

    films: int = 0
    titles: int = 0
    skipped: dict[str, int] = field(default_factory=dict)  # reason -> lines left out


def build_catalog(
    source: str | Path, target: str | Path, *, licence: str | None = None, progress: Progress | None = None
) -> Built:
    """Build the catalogue file `target` from `source`; an earlier file stands until the new one is whole.

    `source`: JSON Lines, a Wikidata JSON dump or query result, or a folder with IMDb's TSV tables; gzipped or not.
    `progress` is called with the name of the step and the films so far. Raises CatalogError with one line.
    """
    source, target = Path(source), Path(target)
    built = Built()
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        _write(source, part, built, licence, progress or (lambda _step, _count: None))
        _keep(part, target)
    except (OSError, EOFError, sqlite3.Error) as error:
        raise CatalogError(f"{source}: {error}") from error
    finally:
        part.unlink(missing_ok=True)
    return built


def _write(source: Path, part: Path, built: Built, licence: str | None, progress: Progress) -> None:
    part.parent.mkdir(parents=True, exist_ok=True)
    part.unlink(missing_ok=True)
    db = sqlite3.connect(part, isolation_level=None)
    try:
        for setting in SETTINGS:
            db.execute(f"PRAGMA {setting}")
        db.executescript(SCHEMA + SCRATCH)
        db.execute("BEGIN")
        reading = read_films(source, built.skipped, progress)
        _fill(db, reading.films, built, progress)
        progress("index", built.films)
        for table, column, fresh in (
            ("title", "key", "title"),
            ("director", "key", "director"),
        ):
            db.execute(f"INSERT OR IGNORE INTO {table} SELECT {column}, film FROM new_{fresh} ORDER BY 1, 2")
        db.create_function("backward", 1, lambda key: key[::-1], deterministic=True)
        db.execute("INSERT OR IGNORE INTO backward SELECT backward(key), film FROM title ORDER BY 1, 2")
        meta = {
            "source": source.name,
            "kind": reading.kind,
            "licence": licence or reading.licence,
            "built": datetime.now(UTC).isoformat(timespec="seconds"),
            "films": str(built.films),
            "titles": str(built.titles),
            "skipped": orjson.dumps(built.skipped, option=orjson.OPT_SORT_KEYS).decode(),
        }
        db.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        db.execute("COMMIT")
    finally:
        db.close()


def _fill(db: sqlite3.Connection, films: Iterable[Film], built: Built, progress: Progress) -> None:
    for number, film in enumerate(films, start=1):
        blobs = [orjson.dumps(value) for value in (dict(film.ids), film.directors, film.cast, film.also)]
        db.execute("INSERT INTO film VALUES (?, ?, ?, ?, ?, ?, ?)", (number, film.title, film.year, *blobs))
        keys = {title_key(title) for title in (film.title, *film.also)}
        db.executemany("INSERT INTO new_title VALUES (?, ?)", [(key, number) for key in keys if key])
        names = {name_key(name) for name in film.directors}
        db.executemany("INSERT INTO new_director VALUES (?, ?)", [(name, number) for name in names if name])
        idents = [(scheme, ident, number) for scheme, ident in film.ids.items()]
        db.executemany("INSERT OR IGNORE INTO ident VALUES (?, ?, ?)", idents)
        built.films = number
        built.titles += len(keys)
        if number % BATCH == 0:
            progress("films", number)


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
