"""Connections to PostgreSQL for those who only read: as few waits for the server as can be."""

from __future__ import annotations

from time import monotonic
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError

BEGIN = b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
SETTINGS = {
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "random_page_cost": "1.1",
}
"""For questions that end in milliseconds, over data that stays in memory; options in the address go before."""
PREPARED = 400
"""Statements that a connection knows by name: pages and API ask about as many, with all their filters."""
UNSEEN = 30.0
"""Seconds after which the server is asked whether it is still there; before, a closed socket tells."""


class Asking(psycopg.Cursor[Any]):
    """A cursor whose first question takes the transaction's BEGIN along."""

    @property
    def description(self) -> Any:
        """Names and types of the columns as plain tuples: SQLAlchemy looks at it after every question."""
        found = self.pgresult
        if found is None or not found.nfields:
            return None
        nothing = (None,) * 5
        return [((found.fname(at) or b"").decode(), found.ftype(at), *nothing) for at in range(found.nfields)]

    def execute(self, query: Any, params: Any = None, **how: Any) -> Any:
        """Ask; the answer is there when this returns."""
        connection: Any = self.connection
        if not connection.is_due:
            return super().execute(query, params, **how)
        connection.is_due = False
        with connection.pipeline():
            connection.begin()
            return super().execute(query, params, **how)


class Reading(psycopg.Connection[Any]):
    """A connection that begins a transaction with its first question, and does not wait for its end."""

    is_due = False
    """Whether the next question begins a transaction."""
    _is_ending = False
    _seen = 0.0

    def cursor(self, name: str = "", **how: Any) -> Any:
        """A cursor; one that the server keeps needs its transaction at once."""
        if name and self.is_due:
            self.is_due = False
            self.begin()
        return super().cursor(name, **how) if name else super().cursor(**how)

    def begin(self) -> None:
        """Begin a transaction."""
        psycopg.Cursor(self).execute(BEGIN, prepare=False)

    def commit(self) -> None:
        """End the transaction."""
        self._end()

    def rollback(self) -> None:
        """End the transaction; nothing was written in it."""
        self._end()

    def _end(self) -> None:
        self.is_due = False
        if self._is_ending or self.pgconn.transaction_status in (TransactionStatus.IDLE, TransactionStatus.UNKNOWN):
            return
        self.pgconn.send_query(b"ROLLBACK")
        self._is_ending = True
        self._seen = monotonic()

    def settle(self) -> None:
        """Take in that the last transaction has ended."""
        if self._is_ending:
            while self.pgconn.get_result() is not None:
                pass
            self._is_ending = False

    def look(self) -> None:
        """See whether the server is still there; raises OperationalError where it is not."""
        self.settle()
        self.pgconn.consume_input()  # a socket that was closed says so at once
        if monotonic() - self._seen > UNSEEN:
            psycopg.Cursor(self).execute("")
            self._seen = monotonic()


def reading_engine(address: URL, *, seconds: float | None = None) -> Engine:
    """What connects to read.

    All that is read in one transaction is of one moment. `seconds`: what one question may take; None: as the server
    allows.
    """
    settings = SETTINGS if seconds is None else SETTINGS | {"statement_timeout": str(int(seconds * 1000))}
    options = " ".join([*(f"-c {name}={value}" for name, value in settings.items()), *_given(address)])
    engine = create_engine(
        address.set(drivername="postgresql+psycopg"),
        connect_args={"options": options, "autocommit": True, "cursor_factory": Asking, "prepare_threshold": 2},
    )
    event.listen(engine, "do_connect", _connect)
    event.listen(engine, "checkout", _look)
    event.listen(engine, "begin", _begin)
    return engine


def _given(address: URL) -> tuple[str, ...]:
    """The options that an address states."""
    options = address.query.get("options", ())
    return (options,) if isinstance(options, str) else options


def _connect(_dialect: object, _record: object, args: Any, options: Any) -> Reading:
    connection = Reading.connect(*args, **options)
    connection.prepared_max = PREPARED
    return connection


def _look(connection: Any, _record: object, _proxy: object) -> None:
    try:
        connection.look()
    except psycopg.OperationalError as error:
        raise DisconnectionError from error  # the pool takes another one


def _begin(connection: Connection) -> None:
    reading: Any = connection.connection.driver_connection
    reading.settle()  # of a transaction before, over the same connection
    reading.is_due = True
