"""Pages that are sources: feeds, sitemaps and the like are remembered too, and hold no posts of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the column; what was fetched so far are pages of posts."""
    op.add_column("page", sa.Column("is_source", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("page", "is_source")
