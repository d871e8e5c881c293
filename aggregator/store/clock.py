"""The store's clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def now() -> str:
    """This moment, ISO 8601 in UTC, to the second: `2026-01-31T09:00:00Z`."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def hours_since(moment: str) -> float:
    """How long ago a moment of the store's is."""
    return (datetime.now(UTC) - datetime.fromisoformat(moment)).total_seconds() / 3600
