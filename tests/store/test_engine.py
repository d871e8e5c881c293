"""Opening: an empty file, an old, a new or a foreign one, and what the operator is told."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from aggregator.store import (
    Store,
    StoreError,
    StoreForeign,
    StoreMissing,
    StoreTooNew,
    StoreUnreachable,
    open_store,
)
from aggregator.store.migrations import HEAD, VERSION_TABLE, configuration
from aggregator.store.tables import Base
from aggregator.store.views import VIEWS


def test_an_empty_file_is_made_ready(store: Store) -> None:
    with store.read() as connection:
        assert connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar() == HEAD
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_head_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(configuration()).get_current_head() == HEAD


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_migrations_make_what_the_models_say(any_store: Store) -> None:
    with any_store.read() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": False})
        assert compare_metadata(context, Base.metadata) == []


@pytest.mark.parametrize("name", VIEWS)
def test_views_stand_in_the_database_as_documented(any_store: Store, name: str) -> None:
    with any_store.read() as connection:
        assert list(connection.execute(text(f"SELECT * FROM {name}"))) == []
        stored = connection.execute(text(VIEWS[name]))
        assert list(stored.keys()) == list(connection.execute(text(f"SELECT * FROM {name}")).keys())


def test_the_schema_can_be_taken_down_again(store: Store) -> None:
    from alembic import command

    with store.write() as writer:
        command.downgrade(configuration(writer.connection), "base")
        left = writer.connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    assert set(left) <= {VERSION_TABLE}


def test_a_foreign_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE orders (id)")
    before = path.read_bytes()
    with pytest.raises(StoreForeign, match="orders"):
        open_store(str(path))
    assert sqlite3.connect(path).execute("SELECT name FROM sqlite_master").fetchall() == [("orders",)]
    assert len(before) == path.stat().st_size


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    open_store(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    with pytest.raises(StoreTooNew, match="newer version"):
        open_store(str(path))


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary, " * 200)
    with pytest.raises(StoreForeign, match="not a database"):
        open_store(str(path))
    assert path.read_text().startswith("Dear diary")


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("nonsense://x", StoreUnreachable),
        ("mysql://root@localhost/x", StoreUnreachable),
        ("postgresql+psycopg://nobody@127.0.0.1:1/x", StoreUnreachable),
        ("/proc/nowhere/reviews.sqlite", StoreUnreachable),
        ("/tmp", StoreUnreachable),
    ],
)
def test_what_cannot_be_opened_says_so_in_one_line(url: str, error: type[StoreError]) -> None:
    with pytest.raises(error) as caught:
        open_store(url)
    assert str(caught.value).count("\n") == 0


def test_a_password_is_not_shown() -> None:
    with pytest.raises(StoreUnreachable) as caught:
        open_store("postgresql+psycopg://me:secret@127.0.0.1:1/x")
    assert "secret" not in str(caught.value)


def test_read_only(tmp_path: Path) -> None:
    path = tmp_path / "reviews.sqlite"
    with pytest.raises(StoreMissing):
        open_store(str(path), read_only=True)
    assert not path.exists()
    open_store(str(path)).close()
    with open_store(str(path), read_only=True) as store:
        with pytest.raises(StoreError, match="reading only"), store.write():
            pass
        with pytest.raises(StoreError), store.read() as connection:
            connection.execute(text("DELETE FROM site"))


def test_several_processes_may_start_at_once(tmp_path: Path) -> None:
    errors: list[BaseException] = []

    def start() -> None:
        try:
            open_store(str(tmp_path / "one.sqlite")).close()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=start) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_a_block_that_raises_stores_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError), store.write() as writer:
        writer.site_id("a.example")
        writer.flush()
        raise RuntimeError
    with store.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM site")).scalar() == 0
