"""The film catalogue: a read-only file, opened in a moment and never loaded into memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from aggregator.films.forms import MOST_APART, SHORTEST_MISSPELT, nearly_spelled, spelled_nearly
from aggregator.films.keyed import KeyedFilm
from aggregator.records import Film
from aggregator.values.title_keys import title_key

APPLICATION = 0x46524156  # marks an SQLite file as a catalogue of ours
VERSION = 1  # goes up with the tables, and with every change of what `title_key` or `name_key` gives
SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE film (id INTEGER PRIMARY KEY, title TEXT NOT NULL, year INTEGER, ids BLOB NOT NULL,
                   directors BLOB NOT NULL, actors BLOB NOT NULL, also BLOB NOT NULL, keys BLOB NOT NULL);
CREATE TABLE title (key TEXT NOT NULL, film INTEGER NOT NULL, PRIMARY KEY (key, film)) WITHOUT ROWID;
CREATE TABLE backward (key TEXT NOT NULL, film INTEGER NOT NULL, PRIMARY KEY (key, film)) WITHOUT ROWID;
CREATE TABLE director (key TEXT NOT NULL, film INTEGER NOT NULL, PRIMARY KEY (key, film)) WITHOUT ROWID;
CREATE TABLE ident (scheme TEXT NOT NULL, id TEXT NOT NULL, film INTEGER NOT NULL,
                    PRIMARY KEY (scheme, id)) WITHOUT ROWID;
"""  # backward: the keys' letters in reverse order, for titles known by their end
MOST_NAMESAKES = 250  # films of one title
MOST_FILMS = 60  # that any other search gives
MOST_SCANNED = 4000  # titles that a search for misspellings looks at
LAST = "\U0010ffff"

# Fields of the SQLite header (https://www.sqlite.org/fileformat.html): name -> offset of a big-endian 32-bit number.
_HEADER = {"pages": 28, "version": 60, "application": 68}
_FILM = "SELECT title, year, ids, directors, actors, also, keys FROM film WHERE id = ?"


class CatalogError(Exception):
    """No usable film catalogue; the text is one line for the operator."""


class Catalog:
    """A film catalogue; implements `resolve.TitleIndex`. For one thread: open one in each."""

    def __init__(self, path: Path) -> None:
        self.path = path
        _check_header(path)
        try:
            # immutable: no locks and no journal; a finished catalogue is replaced, never written into
            self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            self.meta: dict[str, str] = dict(self._db.execute("SELECT name, value FROM meta"))
        except sqlite3.Error as error:
            raise CatalogError(f"{path}: damaged film catalogue ({error})") from error

    def __enter__(self) -> Catalog:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return int(self.meta["films"])

    def close(self) -> None:
        """Close the file; the catalogue is of no use afterwards."""
        self._db.close()

    def by_key(self, key: str) -> list[Film]:
        """The films with a title of this key."""
        return self._films("SELECT film FROM title WHERE key = ? LIMIT ?", key, MOST_NAMESAKES)

    def by_start(self, key: str) -> list[Film]:
        """Films with a title whose first words are `key`, and more follow: a subtitle was left out."""
        return self._films("SELECT film FROM title WHERE key > ? AND key < ? LIMIT ?", key + " ", key + "!", MOST_FILMS)

    def by_end(self, key: str) -> list[Film]:
        """Films with a title whose last words are `key`, after others: a series' name was left out."""
        back = key[::-1]
        query = "SELECT film FROM backward WHERE key > ? AND key < ? LIMIT ?"
        return self._films(query, back + " ", back + "!", MOST_FILMS)

    def near(self, key: str) -> list[Film]:
        """The films with a title spelled nearly so, almost one half of it rightly; the nearest first."""
        half = len(key) // 2
        if len(key) < SHORTEST_MISSPELT:
            return []
        query = "SELECT key, film FROM {} WHERE key > ? AND key < ? AND length(key) BETWEEN ? AND ? LIMIT ?"
        starts = (("title", key[: max(2, half - 1)]), ("backward", key[min(half + 1, len(key) - 2) :][::-1]))
        found: dict[int, float] = {}
        for table, start in starts:
            values = (start, start + LAST, len(key) - MOST_APART, len(key) + MOST_APART, MOST_SCANNED)
            rows = self._rows(query.format(table), *values)
            keys = [other if table == "title" else other[::-1] for other, _ in rows]
            for at in nearly_spelled(key, keys):
                film = rows[at][1]
                found[film] = max(spelled_nearly(key, keys[at]), found.get(film, 0.0))
        return self._load(sorted(found, key=lambda film: -found[film])[:MOST_FILMS])

    def by_director(self, name: str) -> list[Film]:
        """The films by a director, given by a `keyed.name_key`."""
        return self._films("SELECT film FROM director WHERE key = ? LIMIT ?", name, MOST_FILMS)

    def by_id(self, scheme: str, ident: str) -> list[Film]:
        """The film with an id, such as ("imdb", "tt1798709")."""
        return self._films("SELECT film FROM ident WHERE scheme = ? AND id = ?", scheme, ident)

    def credits(self, film: Film) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Directors and cast of a film, found by its ids, else by title and year; empty where it is unknown."""
        for scheme, ident in film.ids.items():
            for known in self.by_id(scheme, ident):
                return known.directors, known.cast
        same = [known for known in self.by_key(title_key(film.title)) if known.year == film.year]
        return (same[0].directors, same[0].cast) if len(same) == 1 else ((), ())

    def _films(self, query: str, *values: str | int) -> list[Film]:
        return self._load([film for (film,) in self._rows(query, *values)])

    def _load(self, numbers: Sequence[int]) -> list[Film]:
        try:
            return [_film(row) for number in dict.fromkeys(numbers) for row in self._rows(_FILM, number)]
        except ValueError as error:
            raise CatalogError(f"{self.path}: damaged film catalogue ({error})") from error

    def _rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise CatalogError(f"{self.path}: damaged film catalogue ({error})") from error


def open_catalog(path: str | Path) -> Catalog:
    """Open a catalogue that `build_catalog` made.

    Raises CatalogError with one line: no such file, no catalogue of ours, another version, cut short, damaged.
    """
    return Catalog(Path(path))


def catalog_at(path: str | Path) -> Catalog | None:
    """The catalogue at a path, or None where nobody has built one; raises CatalogError as `open_catalog` does."""
    return open_catalog(path) if Path(path).is_file() else None


def _film(row: tuple[Any, ...]) -> Film:
    title, year, ids, *lists, keys = row
    texts = [tuple(orjson.loads(names)) for names in lists]
    return KeyedFilm(title, year, orjson.loads(ids), *texts, *map(tuple, orjson.loads(keys)))


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
    except OSError as error:
        raise CatalogError(f"{path}: {error.strerror or error}") from error
    number = {name: int.from_bytes(head[at : at + 4], "big") for name, at in _HEADER.items()}
    if not head.startswith(b"SQLite format 3\0") or number["application"] != APPLICATION:
        raise CatalogError(f"{path}: not a film catalogue")
    if number["version"] != VERSION:
        raise CatalogError(f"{path}: film catalogue of version {number['version']}, this program reads {VERSION}")
    page = int.from_bytes(head[16:18], "big")
    if size != number["pages"] * (65536 if page == 1 else page):
        raise CatalogError(f"{path}: film catalogue cut short or damaged; build it again")
