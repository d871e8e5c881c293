"""What several tests share: where the fixtures stand, a store of one's own, no access to the operator's database."""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from aggregator.store import Store

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


SERVER = "postgresql+psycopg://postgres@127.0.0.1:5432"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty SQLite store."""
    from aggregator.store import open_store

    with open_store(str(tmp_path / "reviews.sqlite")) as opened:
        yield opened


@pytest.fixture
def postgres() -> Iterator[str]:
    """The URL of a new, empty PostgreSQL database, dropped afterwards."""
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
        yield opened
