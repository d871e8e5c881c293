"""One row of a source as a film: texts, years, ids, JSON objects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aggregator.records import Film

LONGEST_TEXT = 400  # characters of a title or a name
MOST = 100  # names or titles of a film
YEARS = range(1870, 2101)


def clean_text(value: bytes | str) -> str:
    """A title or name in one line, without what is no UTF-8; empty for IMDb's mark of a missing value."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
    return "" if text == "\\N" else " ".join(text.replace("\0", "").split())[:LONGEST_TEXT]


def film_year(value: object) -> int | None:
    """A year of release out of a number, "2013", "2013-10-12" or "+2013-10-12T00:00:00Z"; None if it is none."""
    text = str(value).lstrip("+")[:4]
    return int(text) if text.isascii() and text.isdigit() and int(text) in YEARS else None


def film_of(row: Any) -> Film | None:
    """The film of a JSON object with a title, and maybe year, ids (or id_scheme and id), aka, directors, cast."""
    if not isinstance(row, Mapping) or not isinstance(row.get("title"), str):
        return None
    title = clean_text(row["title"])
    if not title:
        return None
    ids = {}
    if isinstance(row.get("id"), (str, int)) and isinstance(row.get("id_scheme"), str):
        ids[row["id_scheme"]] = str(row["id"])
    for more in (row.get("ids"), row.get("xids")):
        if isinstance(more, Mapping):
            ids.update({str(scheme): str(ident) for scheme, ident in more.items() if isinstance(ident, (str, int))})
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
    texts = [clean_text(item) for item in value[: 2 * MOST] if isinstance(item, str)]
    return tuple(dict.fromkeys(text for text in texts if text))[:MOST]
