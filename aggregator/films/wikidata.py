"""Films of Wikidata: the JSON dump of items, and the JSON result of a query."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from aggregator.films.lines import Skipped, count, open_bytes, read_lines
from aggregator.films.rows import MOST, clean_text, film_year
from aggregator.records import Film

LICENCE = "Wikidata: CC0 1.0"
# Classes (instance of) whose items are films: film, feature, short, television, documentary, animated (two), anime,
# silent, drama, comedy, horror and science fiction film.
FILM_CLASSES = frozenset(
    {
        "Q11424",
        "Q24869",
        "Q24862",
        "Q506240",
        "Q93204",
        "Q202866",
        "Q29168811",
        "Q20650540",
        "Q226730",
        "Q130232",
        "Q157443",
        "Q200092",
        "Q471839",
    }
)
# Properties with an id -> our name of the scheme.
ID_PROPERTIES = {"P345": "imdb", "P4947": "tmdb", "P1258": "rottentomatoes", "P1712": "metacritic"}
CLASS, ORIGINAL_TITLE, RELEASED, DIRECTOR, CAST = "P31", "P1476", "P577", "P57", "P161"
# Labels and aliases in these languages are titles; the first that an item has is its main title.
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "tr", "id", "ja", "zh", "ko")
# What a query's column holds -> names that queries give it.
COLUMNS = {
    "film": ("film", "item", "movie"),
    "title": ("filmLabel", "itemLabel", "movieLabel", "title", "label"),
    "year": ("year", "date", "publicationDate", "released"),
    "imdb": ("imdb", "imdbId", "imdbID"),
    "tmdb": ("tmdb", "tmdbId"),
    "directors": ("directorLabel", "directorLabels", "directors"),
    "cast": ("castLabel", "actorLabel", "castMemberLabel", "cast_memberLabel", "castLabels"),
    "also": ("altLabel", "filmAltLabel", "itemAltLabel", "alias", "aka", "originalTitle"),
}
LARGEST_RESULT = 300_000_000  # bytes of a query result, which is read as a whole

_ID = re.compile(rb'"id"\s?:\s?"(Q\d{1,12})"')
_HEAD = 300  # bytes of a line in which an item's id stands
_CLASS_MARK = CLASS.encode()


def read_dump(path: Path, skipped: Skipped) -> Iterator[Film]:
    """The films of a JSON dump, or of a part of one: an item a line; read three times, since people are items too."""
    people: set[str] = set()
    for item in _items(path, skipped, lambda line: _CLASS_MARK in line):
        if _is_film(item):
            people.update(_targets(item, DIRECTOR), _targets(item, CAST))
    again: dict[str, int] = {}  # what the first reading counted
    names: dict[str, str] = {}
    for item in _items(path, again, lambda line: _id_of(line) in people):
        label = _titles(item)[:1]
        if label:
            names[item["id"]] = label[0]
    for item in _items(path, again, lambda line: _CLASS_MARK in line):
        titles = _titles(item) if _is_film(item) else []
        if titles:
            yield Film(
                title=titles[0],
                year=min((year for year in map(_time, _values(item, RELEASED)) if year), default=None),
                ids=_ids(item),
                directors=tuple(names[who] for who in _targets(item, DIRECTOR) if who in names),
                cast=tuple(names[who] for who in _targets(item, CAST) if who in names),
                also=tuple(titles[1:]),
            )


def read_query(path: Path, skipped: Skipped) -> Iterator[Film]:
    """The films of a query's JSON result (SPARQL 1.1 results, or the query page's plain list); rows of one film join.

    Raises ValueError for a result that is no JSON, or over LARGEST_RESULT.
    """
    with open_bytes(path) as file:
        data = file.read(LARGEST_RESULT + 1)
    if len(data) > LARGEST_RESULT:
        raise ValueError(f"a query result over {LARGEST_RESULT // 1_000_000} MB; split it, or use the dump")
    result = orjson.loads(data.replace(b"\0", b""))
    if isinstance(result, Mapping):
        inner = result.get("results")
        result = inner.get("bindings") if isinstance(inner, Mapping) else None
    films: dict[str, dict[str, list[str]]] = {}
    for row in result if isinstance(result, list) else []:
        cells = _cells(row)
        key = next((cells[name][0] for name in ("film", "imdb", "title") if cells.get(name)), None)
        if key is None or not (cells.get("title") or key in films):
            count(skipped, "no film")
            continue
        known = films.setdefault(key, {})
        for name, texts in cells.items():
            known.setdefault(name, []).extend(texts)
    for known in films.values():
        yield _joined(known)


def _joined(cells: Mapping[str, list[str]]) -> Film:
    ids = {scheme: cells[scheme][0] for scheme in ("imdb", "tmdb") if cells.get(scheme)}
    item = cells.get("film", [""])[0].rpartition("/")[2]
    titles = list(dict.fromkeys((*cells["title"], *cells.get("also", ()))))
    return Film(
        title=titles[0],
        year=min((year for year in map(film_year, cells.get("year", ())) if year), default=None),
        ids=ids | ({"wikidata": item} if re.fullmatch(r"Q\d{1,12}", item) else {}),
        directors=tuple(dict.fromkeys(cells.get("directors", ())))[:MOST],
        cast=tuple(dict.fromkeys(cells.get("cast", ())))[:MOST],
        also=tuple(titles[1 : MOST + 1]),
    )


def _cells(row: Any) -> dict[str, list[str]]:
    """A result row by what its columns hold; lists in one cell are divided by "|"."""
    found: dict[str, list[str]] = {}
    for name, columns in COLUMNS.items():
        for column in columns:
            cell = row.get(column) if isinstance(row, Mapping) else None
            value = cell.get("value") if isinstance(cell, Mapping) else cell
            texts = [clean_text(part) for part in value.split("|")] if isinstance(value, str) else []
            if any(texts):
                found.setdefault(name, []).extend(text for text in texts if text)
    return found


def _items(path: Path, skipped: Skipped, wanted: Callable[[bytes], bool]) -> Iterator[dict[str, Any]]:
    for line in read_lines(path, skipped):
        line = line.strip(b" ,")
        if line in (b"[", b"]") or not wanted(line):
            continue
        try:
            item = orjson.loads(line)
        except orjson.JSONDecodeError:
            count(skipped, "not JSON")
            continue
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield item


def _id_of(line: bytes) -> str:
    match = _ID.search(line[:_HEAD])
    return match[1].decode() if match else ""


def _is_film(item: Mapping[str, Any]) -> bool:
    return not FILM_CLASSES.isdisjoint(_targets(item, CLASS))


def _values(item: Mapping[str, Any], name: str) -> list[Any]:
    """The values of a property that are stated and not withdrawn."""
    claims = item.get("claims")
    stated = claims.get(name) if isinstance(claims, Mapping) else None
    found = []
    for claim in stated[:MOST] if isinstance(stated, list) else []:
        try:
            if claim.get("rank") != "deprecated":
                found.append(claim["mainsnak"]["datavalue"]["value"])
        except (KeyError, TypeError, AttributeError):  # "no value", "unknown value", or a broken claim
            continue
    return found


def _targets(item: Mapping[str, Any], name: str) -> list[str]:
    return [
        value["id"] for value in _values(item, name) if isinstance(value, Mapping) and isinstance(value.get("id"), str)
    ]


def _time(value: Any) -> int | None:
    return film_year(value["time"]) if isinstance(value, Mapping) and isinstance(value.get("time"), str) else None


def _ids(item: Mapping[str, Any]) -> dict[str, str]:
    ids = {"wikidata": item["id"]}
    for name, scheme in ID_PROPERTIES.items():
        stated = [value for value in _values(item, name) if isinstance(value, str) and value]
        if stated:
            ids[scheme] = stated[0]
    return ids


def _titles(item: Mapping[str, Any]) -> list[str]:
    """Labels, original title and aliases: the label in the first of LANGUAGES stands first."""
    labels, aliases = (item.get(name) for name in ("labels", "aliases"))
    cells = [labels.get(language) for language in LANGUAGES] if isinstance(labels, Mapping) else []
    cells += _values(item, ORIGINAL_TITLE)
    for named in map(aliases.get, LANGUAGES) if isinstance(aliases, Mapping) else ():
        cells += named if isinstance(named, list) else []
    texts = []
    for cell in cells:
        value = (cell.get("value") or cell.get("text")) if isinstance(cell, Mapping) else None
        texts.append(clean_text(value) if isinstance(value, str) else "")
    return list(dict.fromkeys(text for text in texts if text))[:MOST]
