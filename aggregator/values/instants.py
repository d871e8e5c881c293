"""Points in time, to sort by."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

LAST = datetime.max.replace(tzinfo=UTC)


@lru_cache(10_000)
def instant(stamp: str | None) -> datetime:
    """The point in time of an ISO 8601 date or date and time, in UTC; LAST where there is none to read.

    A date without a time is the beginning of its day, a time without an offset is UTC.
    """
    try:
        moment = datetime.fromisoformat(stamp or "")
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return LAST
