"""Reviews in a language by their score."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

THERE = sa.text("gone_at IS NULL")


def upgrade() -> None:
    """Make the index."""
    parts: list[Any] = ["language", sa.text("coalesce(score, -1.0)"), "id"]
    op.create_index("ix_review_of_language_scored", "review", parts, sqlite_where=THERE, postgresql_where=THERE)


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_review_of_language_scored", "review")
