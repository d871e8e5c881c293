"""Sources of films, told apart by their first bytes: JSON Lines, Wikidata's dump or query results, IMDb's tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import orjson

from aggregator.films import imdb, wikidata
from aggregator.films.lines import Skipped, count, open_bytes, read_lines
from aggregator.films.rows import film_of
from aggregator.records import Film

HEAD = 100_000  # bytes that tell what a file is
UNSTATED = "not stated by the source"


@dataclass(frozen=True, slots=True)
class Reading:
    """A source being read."""

    kind: str  # "JSON Lines", "Wikidata dump", "Wikidata query", "IMDb tables"
    licence: str
    films: Iterator[Film]


def read_films(source: Path, skipped: Skipped, progress: Callable[[str, int], None]) -> Reading:
    """The films of a source as a stream; lines that are left out are counted in `skipped` by reason.

    Raises OSError for a source that cannot be read, ValueError for one of no known kind; so does iterating.
    """
    folder = source if source.is_dir() else None
    if folder is None:
        with open_bytes(source) as file:
            head = file.read(HEAD).lstrip(b"\xef\xbb\xbf \t\r\n")
        if head.startswith(b"tconst\t"):
            folder = source.parent
    if folder is not None:
        if imdb.NEEDED not in imdb.tables_of(folder):
            raise ValueError(f"no {imdb.NEEDED}.tsv or {imdb.NEEDED}.tsv.gz in this folder")
        return Reading("IMDb tables", imdb.LICENCE, imdb.read_imdb(folder, skipped, progress))
    if b'"claims"' in head or b'"type":"item"' in head:
        return Reading("Wikidata dump", wikidata.LICENCE, wikidata.read_dump(source, skipped))
    if head.startswith((b"[", b'{"head"')) or b'"bindings"' in head:
        return Reading("Wikidata query", wikidata.LICENCE, wikidata.read_query(source, skipped))
    if head.startswith(b"{"):
        return Reading("JSON Lines", UNSTATED, _json_lines(source, skipped))
    raise ValueError("neither JSON Lines nor Wikidata's JSON nor IMDb's tables")


def _json_lines(source: Path, skipped: Skipped) -> Iterator[Film]:
    for line in read_lines(source, skipped):
        try:
            film = film_of(orjson.loads(line))
        except orjson.JSONDecodeError:
            film = None
        if film is None:
            count(skipped, "not a film")
        else:
            yield film
