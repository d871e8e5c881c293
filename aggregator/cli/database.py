"""The database that the commands of one call read and write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregator.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from aggregator.store import Store

_chosen: str | None = None


def choose(url: str | None) -> None:
    """Take this database for the rest of the call: an SQLAlchemy URL or SQLite file; None: the setting."""
    global _chosen
    _chosen = url


def chosen() -> str | None:
    """What `choose` was given."""
    return _chosen


def reading() -> Store:
    """The database, for reading; raises Stop where there is none yet."""
    from aggregator.store import StoreMissing, open_store

    try:
        return open_store(_chosen, read_only=True)
    except StoreMissing as missing:
        raise Stop(Exit.DATABASE, f"{missing}; crawl a blog first, or try aggregator demo") from None


def writing(*, made: bool = True) -> Store:
    """The database, brought up to date where that is needed; made, or else Stop raised, where there is none."""
    from contextlib import suppress

    from aggregator.store import StoreOutdated, open_store

    if not made:
        with suppress(StoreOutdated):
            reading().close()
    return open_store(_chosen)
