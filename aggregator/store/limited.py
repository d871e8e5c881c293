"""A store whose reading transactions end after a stated time, for readers whom nobody knows."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from aggregator.store.engine import Store, reading_engine
from aggregator.store.errors import StoreError

STEPS = 20_000
"""Instructions of SQLite between two looks at the clock: about a millisecond."""


class QueryTooLong(StoreError):
    """A reading transaction that was stopped because its time was over."""


class LimitedStore(Store):
    """The same database as another store; reading longer than `seconds` raises QueryTooLong."""

    def __init__(self, store: Store, seconds: float) -> None:
        engine = store.engine
        self._owns = engine.dialect.name == "postgresql"
        if self._owns:  # connections of its own: the server is told once for each, not with every transaction
            engine = reading_engine(engine.url, seconds=seconds)
        super().__init__(engine, read_only=store.read_only or self._owns)
        self.seconds = seconds
        self._hurry = threading.local()

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Let what this thread reads in the block take so long at most; a server's own limit stands as it is."""
        self._hurry.seconds = seconds
        try:
            yield
        finally:
            del self._hurry.seconds

    def close(self) -> None:
        """Give back what is its own; the store that it was made of stays open."""
        if self._owns:
            super().close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One reading transaction, of `seconds` at most."""
        if getattr(self._held, "connection", None) is not None:
            yield self._held.connection
            return
        seconds = getattr(self._hurry, "seconds", self.seconds)
        with super().read() as connection:
            try:
                with _deadline(connection, seconds):
                    yield connection
            except OperationalError as error:
                if any(word in str(error.orig) for word in ("interrupted", "statement timeout")):
                    raise QueryTooLong(f"the query took longer than {seconds:g} s") from error
                raise


@contextmanager
def _deadline(connection: Connection, seconds: float) -> Iterator[None]:
    if connection.dialect.name == "postgresql":
        yield
        return
    end = monotonic() + seconds
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.set_progress_handler(lambda: monotonic() > end, STEPS)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)
