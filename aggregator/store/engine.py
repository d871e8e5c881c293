"""Opening a database: address, pragmas, transactions, and whether it is ours and of today."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import StaticPool

from aggregator.store import statistics
from aggregator.store.errors import (
    StoreBusy,
    StoreError,
    StoreForeign,
    StoreMissing,
    StoreOutdated,
    StoreTooNew,
    StoreUnreachable,
)
from aggregator.store.front import Front
from aggregator.store.migrations import HEAD, VERSION_TABLE, known_versions, upgrade
from aggregator.store.tables import Base
from aggregator.store.writer import Writer, uncollected

BUSY_SECONDS = 30
"""How long a writer waits for another process's transaction."""
WRITER_LOCK = 0x52455649
"""PostgreSQL's advisory lock of the one writer: transactions are short, and ids and films need no retries."""
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA wal_autocheckpoint = 16000",  # pages: those that every transaction writes reach the file once in 64 MB
    "PRAGMA journal_size_limit = 67108864",
)
READERS_CACHE = "PRAGMA cache_size = -12288"
"""A server has several readers: what they share is the system's cache of the file."""


class Store(Front):
    """An open database; `write` and `read` hand out one transaction each, `Front` says what can be asked at once."""

    def __init__(self, engine: Engine, *, read_only: bool) -> None:
        self.engine = engine
        self.read_only = read_only
        self.remembered: dict[str, tuple[object, object]] = {}  # what was worked out, and the state that it holds for
        self._held = threading.local()

    @property
    def url(self) -> str:
        """The database's address, without its password."""
        return self.engine.url.render_as_string(hide_password=True)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """One writing transaction: all of it is stored at the end, or nothing if the block raises.

        Raises StoreBusy where another process holds the database too long, StoreError where the disk or server fails.
        """
        if self.read_only:
            raise StoreError(f"{self.url} was opened for reading only")
        with (
            plain_errors(self.url),
            self.engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            _one_writer(connection)
            writer = Writer(connection)
            yield writer
            with uncollected():
                writer.close()
                writer.cache.clear()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One reading transaction: everything in it sees the same moment; within `at_once` that block's."""
        held = getattr(self._held, "connection", None)
        if held is not None:
            yield held
            return
        with plain_errors(self.url), self.engine.connect() as connection:
            if not self.read_only and connection.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Let all that this thread reads within the block see the same moment, over one connection."""
        with self.read() as connection:
            before = getattr(self._held, "connection", None)
            self._held.connection = connection
            try:
                yield
            finally:
                self._held.connection = before

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(url: str | None = None, *, read_only: bool = False) -> Store:
    """Open the database at an SQLAlchemy URL (None: the setting), and bring an empty or older one up to date.

    A plain path is taken as an SQLite file. Raises StoreMissing, StoreForeign, StoreTooNew, StoreOutdated or
    StoreUnreachable, each with one line that says what is wrong.
    """
    address = address_of(url)
    where = address.render_as_string(hide_password=True)
    with plain_errors(where):
        try:
            engine = engine_for(address, read_only=read_only)
        except OSError as error:
            raise StoreUnreachable(f"{where} cannot be opened: {error}") from error
        try:
            _check_version(engine, read_only=read_only)
        except BaseException:
            engine.dispose()
            raise
    return Store(engine, read_only=read_only)


def address_of(url: str | None) -> URL:
    """The database's URL (None: the setting), checked; raises StoreUnreachable."""
    if url is None:
        from aggregator import settings

        url = settings.DATABASE
    if "://" not in url:
        url = f"sqlite:///{url}"
    try:
        address = make_url(url)
        address.get_dialect()
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreUnreachable(f"{url!r} is no database URL that can be used: {error}") from None
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreUnreachable(f"{address.get_backend_name()} is not supported: use sqlite or postgresql")
    return address


def reading_engine(address: URL, *, seconds: float | None = None) -> Engine:
    """What connects to PostgreSQL to read, see `aggregator.store.postgres`; raises StoreUnreachable."""
    with _driver():
        from aggregator.store import postgres

    return postgres.reading_engine(address, seconds=seconds)


@contextmanager
def _driver() -> Iterator[None]:
    """Say which extra brings PostgreSQL's driver where it is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise StoreUnreachable(
            f"PostgreSQL needs the extra `postgres`: pip install 'film-review-aggregator[postgres]' ({error})"
        ) from error


def engine_for(address: URL, *, read_only: bool) -> Engine:
    """What connects to the database; raises StoreMissing or StoreUnreachable where a file cannot be one."""
    if address.get_backend_name() == "postgresql":
        if read_only:
            return reading_engine(address)
        with _driver():
            return create_engine(address, pool_pre_ping=True)
    path = address.database
    options: dict[str, Any] = {"connect_args": {"timeout": BUSY_SECONDS, "check_same_thread": False}}
    if path in (None, "", ":memory:"):
        options["poolclass"] = StaticPool
    elif path is not None:
        file = Path(path)
        if read_only and not file.exists():
            raise StoreMissing(f"there is no database at {file}")
        if file.is_dir():
            raise StoreUnreachable(f"{file} is a directory, not a database")
        if not read_only:
            file.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, **options)
    event.listen(engine, "connect", _set_up_read_only if read_only else _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`, not by the driver's guess
    for pragma in PRAGMAS:
        connection.execute(pragma)
    connection.execute("PRAGMA journal_mode = WAL")


def _set_up_read_only(connection: Any, _: object) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)
    connection.execute("PRAGMA query_only = ON")
    connection.execute(READERS_CACHE)


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _check_version(engine: Engine, *, read_only: bool) -> None:
    with engine.connect() as connection, connection.begin():
        names = set(inspect(connection).get_table_names())
        version = None
        if VERSION_TABLE in names:
            version = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    where = engine.url.render_as_string(hide_password=True)
    if version == HEAD:
        return
    if version is None:
        strangers = (
            names & set(Base.metadata.tables) if engine.dialect.name == "postgresql" else names - {VERSION_TABLE}
        )
        if strangers:
            raise StoreForeign(f"{where} is not a database of this program: it has a table {min(strangers)!r}")
    elif version not in known_versions():
        raise StoreTooNew(f"{where} was written by a newer version of this program (schema {version}, known: {HEAD})")
    if read_only and version is None:
        raise StoreMissing(f"{where} is empty: `aggregator db upgrade` makes it ready, as the first crawl does")
    if read_only:
        raise StoreOutdated(f"{where} is of schema {version}, not {HEAD}: run `aggregator db upgrade`")
    migrate(engine)


def _one_writer(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITER_LOCK})


def migrate(engine: Engine) -> None:
    """Bring the database to today's schema, in one transaction; safe when several processes start at once."""
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        _one_writer(connection)
        upgrade(connection)
        statistics.bring_up(connection)


def _about_folder(where: str) -> str:
    """What an SQLite file lacks that is there, and whose folder cannot be written."""
    file = Path(where.removeprefix("sqlite:///"))
    if file.is_file() and not os.access(file.parent, os.W_OK):
        return "; SQLite writes beside the file even to read it, and its folder cannot be written: copy the file"
    return ""


@contextmanager
def plain_errors(where: str) -> Iterator[None]:
    """Turn the driver's errors about the database itself into one clear line."""
    try:
        yield
    except DBAPIError as error:
        line = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
        if "locked" in line or "busy" in line:
            raise StoreBusy(f"{where} is held by another process for more than {BUSY_SECONDS} s") from error
        if "not a database" in line or "malformed" in line:
            raise StoreForeign(f"{where} is not a database, or is damaged: {line}") from error
        if isinstance(error, OperationalError):
            raise StoreUnreachable(f"{where} cannot be used: {line}{_about_folder(where)}") from error
        raise
