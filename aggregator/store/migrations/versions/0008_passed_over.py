"""URLs that a blog's sources name and that were not read, each with its reason."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "passed_over",
        sa.Column("url", sa.Text(), primary_key=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("site_id", sa.Integer(), sa.ForeignKey("site.id"), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_passed_over_key", "passed_over", ["key"])
    op.create_index("ix_passed_over_site_id_at", "passed_over", ["site_id", "at"])


def downgrade() -> None:
    """Remove it."""
    op.drop_table("passed_over")
