"""Whether anything was committed to the database since one last looked: what was answered before may be so again."""

from __future__ import annotations

from threading import Lock
from typing import Any

from sqlalchemy.exc import DBAPIError

from aggregator.store.engine import Store, plain_errors


class Watch:
    """Looks at the database over a connection of its own, outside any transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._connection: Any = None
        self._lock = Lock()

    @property
    def is_quick(self) -> bool:
        """Whether a look costs microseconds, and asks no server."""
        return self._store.engine.dialect.name == "sqlite"

    @property
    def is_able(self) -> bool:
        """Whether others' commits can be told; a database in memory has one connection, which sees no other."""
        return not self.is_quick or self._store.engine.url.database not in (None, "", ":memory:")

    def now(self) -> object:
        """Equal to what it was as long as every reader would see the same; raises StoreError.

        SQLite counts the commits of others (PRAGMA data_version). Two equal snapshots of PostgreSQL see the same rows.
        """
        with plain_errors(self._store.url), self._lock:
            try:
                if self._connection is None:
                    self._connection = self._store.engine.raw_connection()
                    if not self.is_quick:
                        self._connection.driver_connection.autocommit = True  # one question, and no end to wait for
                cursor = self._connection.cursor()
                try:
                    cursor.execute("PRAGMA data_version" if self.is_quick else "SELECT pg_current_snapshot()::text")
                    return cursor.fetchone()[0]
                finally:
                    cursor.close()
            except self._store.engine.dialect.loaded_dbapi.Error as error:
                self.close()
                raise DBAPIError.instance(None, None, error, self._store.engine.dialect.loaded_dbapi.Error) from error

    def close(self) -> None:
        """Give the connection back; the next look takes another one."""
        if self._connection is not None:
            self._connection.invalidate()
            self._connection = None
