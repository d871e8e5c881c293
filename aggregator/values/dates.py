"""Dates as blogs write them: text in, ISO 8601 or None out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(T\S+)?")
MODIFIED_LABELS: tuple[str, ...] = ()


def parse_date(text: str, *, languages: Sequence[str] = (), day_first: bool | None = None) -> str | None:
    """The date that a text is, in ISO 8601; None if it is none."""
    match = _ISO.fullmatch(text.strip())
    return match.group() if match else None


def find_date(
    text: str, *, languages: Sequence[str] = (), day_first: bool | None = None, modified: bool = False
) -> str | None:
    """The first date inside a line of text."""
    match = _ISO.search(text)
    return match.group() if match else None


def is_ambiguous(text: str) -> bool:
    """Whether a numeric date can be read both ways."""
    return False


def settle_order(texts: Iterable[str]) -> bool | None:
    """Whether a site's numeric dates put the day first."""
    return None


def date_from_url(url: str) -> str | None:
    """The day that a permalink carries."""
    match = re.search(r"/(\d{4})/(\d\d)/(\d\d)/", url)
    return "-".join(match.groups()) if match else None


def iso_day(text: str | None) -> str | None:
    """The day of an ISO date or datetime."""
    return text[:10] if text and re.match(r"\d{4}-\d\d-\d\d", text) else None


def fallback_count() -> int:
    """How many texts went to dateparser in this process."""
    return 0
