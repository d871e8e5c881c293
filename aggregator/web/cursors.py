"""Where a list goes on, as one opaque word."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode

import orjson

LONGEST = 600
"""Characters of a cursor."""
LARGEST = 2**53 - 1
"""An id that every reader of JSON keeps."""
OF_TEXT = frozenset(
    (
        *("films/title", "reviews/published", "stories/published", "stories/outlet", "outlets/name"),
        *("authors/name", "authors/reviews"),
    )
)
"""Lists whose order is one of words; the others are ordered by numbers."""


class BadCursor(ValueError):
    """A cursor that no list of ours gave."""


def encode(kind: str, value: str | float | int, id: int) -> str:
    """The place behind a row of a list; `kind` names the list and its order."""
    return urlsafe_b64encode(orjson.dumps([kind, value, id])).decode().rstrip("=")


def decode(cursor: str | None, kind: str) -> tuple[str | float | int, int] | None:
    """The place that a cursor of the same kind names; None for none. Raises BadCursor."""
    if not cursor:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        its_kind, value, id = orjson.loads(urlsafe_b64decode(padded.encode("ascii")))
    except (ValueError, TypeError):
        raise BadCursor("is not a cursor of this list: begin without one") from None
    if its_kind != kind:
        raise BadCursor("belongs to another list or order: begin without one")
    fits = isinstance(value, str) if kind in OF_TEXT else _is_number(value)
    if not fits or not _is_number(id) or not isinstance(id, int) or id < 0:
        raise BadCursor("is not a cursor of this list: begin without one")
    return value, id


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST
