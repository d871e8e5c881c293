"""An outlet's rule of praise and blame beside its scale, and both in v_outlets."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

BEFORE = """
        SELECT s.id AS site_id, s.name AS site, s.home, count(r.id) AS reviews, count(r.copy_of) AS copies,
               count(r.score) AS scored, avg(r.score) AS mean, min(r.published) AS oldest, max(r.published) AS newest
        FROM site s LEFT JOIN review r ON r.site_id = s.id AND r.gone_at IS NULL
        GROUP BY s.id, s.name, s.home"""
AFTER = """
        SELECT s.id AS site_id, s.name AS site, s.home, s.scale, s.positive, s.negative, count(r.id) AS reviews,
               count(r.copy_of) AS copies, count(r.score) AS scored, avg(r.score) AS mean, min(r.published) AS oldest,
               max(r.published) AS newest
        FROM site s LEFT JOIN review r ON r.site_id = s.id AND r.gone_at IS NULL
        GROUP BY s.id, s.name, s.home, s.scale, s.positive, s.negative"""


def upgrade() -> None:
    """Add the rule, and state it."""
    op.execute("DROP VIEW v_outlets")
    op.add_column("site", sa.Column("positive", sa.Float(), nullable=True))
    op.add_column("site", sa.Column("negative", sa.Float(), nullable=True))
    op.execute(f"CREATE VIEW v_outlets AS {AFTER}")


def downgrade() -> None:
    """Take the rule away."""
    op.execute("DROP VIEW v_outlets")
    op.drop_column("site", "positive")
    op.drop_column("site", "negative")
    op.execute(f"CREATE VIEW v_outlets AS {BEFORE}")
