"""What several tests share: where the fixtures stand, a store of one's own, no access to the operator's database."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from cli_calls import Done

if TYPE_CHECKING:
    from aggregator.store import Store

settings.register_profile("loaded", deadline=None)  # how long one example takes says more of the machine than of us
settings.load_profile("loaded")

_SCRATCH = tempfile.mkdtemp(prefix="aggregator-tests-")
for _name in [name for name in os.environ if name.startswith("AGGREGATOR_")]:
    del os.environ[_name]
os.environ["AGGREGATOR_DATABASE"] = f"sqlite:///{_SCRATCH}/reviews.sqlite"
os.environ["AGGREGATOR_LEASES"] = f"{_SCRATCH}/hosts"
os.environ["XDG_DATA_HOME"] = _SCRATCH


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The repository's fixtures."""
    return Path(__file__).parents[1] / "fixtures"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Pages and labels kept outside the repository; tests that need them are skipped where they are absent."""
    path = Path(__file__).parents[1].parent / "shared"
    if not path.is_dir():
        pytest.skip("no ../shared beside the repository")
    return path


@dataclass(frozen=True)
class Demo:
    """The demo as a user sees it, and the database that it left."""

    code: int
    out: str
    error: str
    database: Path


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo, run once in a process of its own: five blogs crawled over HTTP on loopback."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-c", "from aggregator.cli import main; main()", "demo"]
    environment = os.environ | {"COLUMNS": "110", "AGGREGATOR_DELAY": "30"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, env=environment)
    return Demo(done.returncode, done.stdout, done.stderr, folder / "aggregator-demo.db")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Calls the command line within this process."""
    from aggregator.cli import main

    def call(*arguments: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["aggregator", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "160")
        try:
            main()
            code: Any = 0
        except SystemExit as end:
            code = end.code or 0
        return Done(int(code), *capsys.readouterr())

    return call


SERVER = "postgresql+psycopg://postgres@127.0.0.1:5432"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty SQLite store."""
    from aggregator.store import open_store

    with open_store(str(tmp_path / "reviews.sqlite")) as opened:
        yield opened


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL database of the tests' own, dropped at their end."""
    pytest.importorskip("psycopg")
    name = f"reviews_{uuid.uuid4().hex[:12]}"
    from sqlalchemy import create_engine, text
    from sqlalchemy.exc import OperationalError

    admin = create_engine(f"{SERVER}/postgres", isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})
    try:
        with admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
    except OperationalError as error:
        pytest.skip(f"no PostgreSQL at 127.0.0.1:5432: {error.orig}")
    yield f"{SERVER}/{name}"
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of either kind."""
    from aggregator.store import open_store

    url = str(tmp_path / "any.sqlite") if request.param == "sqlite" else request.getfixturevalue("postgres")
    with open_store(url) as opened:
        if request.param == "postgresql":
            _empty(opened)
        yield opened


def _empty(store: Store) -> None:
    from sqlalchemy import text

    from aggregator.store.tables import Base

    with store.write() as writer:
        names = ", ".join(table.name for table in Base.metadata.sorted_tables)
        writer.connection.execute(text(f"TRUNCATE {names}"))
