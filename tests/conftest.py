"""What several tests share: where the fixtures stand, a store of one's own, no access to the operator's database."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

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
