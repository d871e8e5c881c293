"""Sorted runs of band keys: what a b-tree of hashes costs grows with it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables; the next reviews move what stands in `band`."""
    op.create_table(
        "band_run",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_band_run")),
    )
    op.create_table(
        "band_page",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("keys", sa.LargeBinary(), nullable=False),
        sa.Column("reviews", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_band_page")),
    )


def downgrade() -> None:
    """Put all bands back into their table, out of the fingerprints."""
    connection = op.get_bind()
    op.execute("DELETE FROM band")
    after = 0
    while True:
        query = sa.text("SELECT review_id, bands FROM fingerprint WHERE review_id > :after ORDER BY 1 LIMIT 1000")
        rows = connection.execute(query, {"after": after}).all()
        if not rows:
            break
        after = rows[-1].review_id
        pairs = {
            (int.from_bytes(row.bands[at : at + 4], "little"), row.review_id)
            for row in rows
            for at in range(0, len(row.bands), 4)
        }
        insert = sa.text("INSERT INTO band (value, review_id) VALUES (:value, :id)")
        if pairs:
            connection.execute(insert, [{"value": value, "id": id} for value, id in sorted(pairs)])
    op.drop_table("band_page")
    op.drop_table("band_run")
