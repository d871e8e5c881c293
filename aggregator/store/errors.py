"""What can be wrong with a database, each in one clear line."""

from __future__ import annotations


class StoreError(Exception):
    """The database cannot be used; the message is one line for an operator."""


class StoreUnreachable(StoreError):
    """The database cannot be opened: no such folder, no permission, no server."""


class StoreMissing(StoreError):
    """There is no database at the place that was to be read."""


class StoreForeign(StoreError):
    """The file or database belongs to something else."""


class StoreTooNew(StoreError):
    """The database was written by a newer version of this program."""


class StoreOutdated(StoreError):
    """The database needs `aggregator db upgrade`, and was opened for reading only."""


class StoreBusy(StoreError):
    """Another process held the database for longer than the time to wait."""
