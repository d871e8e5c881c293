"""The schema's history, run by Alembic from inside the package: there is no alembic.ini."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

HEAD = "0015"
"""The schema that this code writes."""
VERSION_TABLE = "aggregator_schema"


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration, as its command line would read it from a file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the migrations that are missing, in the connection's transaction."""
    from alembic import command

    command.upgrade(configuration(connection), revision)


@cache
def known_versions() -> frozenset[str]:
    """Every schema version that this code can bring up to date."""
    from alembic.script import ScriptDirectory

    return frozenset(script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions())
