"""Pages by their place in the archive: a takedown finds those whose records it takes out."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_page_archived", "page", ["archived"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_page_archived", "page")
