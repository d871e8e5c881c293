"""Words of titles, large outlets beside all others; months of large films only; newest films without an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
IN_BYTES = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables; fill in the words."""
    op.create_table(
        "film_word",
        sa.Column("word", IN_BYTES, nullable=False),
        sa.Column("film_id", BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("word", "film_id", name=op.f("pk_film_word")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_film_word_film_id"), "film_word", ["film_id"])
    op.create_table(
        "outlet_portrait",
        sa.Column("site_id", BIG, autoincrement=False, nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site_id", name=op.f("pk_outlet_portrait")),
    )
    op.drop_index("ix_film_stat_newest", "film_stat")
    op.execute("DELETE FROM film_month WHERE film_id NOT IN (SELECT film_id FROM film_stat WHERE voices > 400)")
    words = sa.table("film_word", sa.column("word"), sa.column("film_id"))
    titles = op.get_bind().execute(sa.text("SELECT key, film_id FROM film_title"))
    rows = sorted({(word, film_id) for key, film_id in titles for word in key.split()})
    op.bulk_insert(words, [{"word": word, "film_id": film_id} for word, film_id in rows])


def downgrade() -> None:
    """Take them away."""
    op.create_index("ix_film_stat_newest", "film_stat", ["newest"])
    op.drop_table("outlet_portrait")
    op.drop_table("film_word")
