"""The store's clock."""

from __future__ import annotations

import time


def now() -> str:
    """This moment, ISO 8601 in UTC, to the second: `2026-01-31T09:00:00Z`."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
