"""Statistics kept with every write, what lists are read by, and the record of changes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0004"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
THERE = sa.text("gone_at IS NULL")
PUBLISHED, SCORE = "coalesce(published, '')", "coalesce(score, -1.0)"
LISTED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("recent", (PUBLISHED,)),
    ("scored", (SCORE,)),
    ("of_site", ("site_id", PUBLISHED)),
    ("of_author", ("author", PUBLISHED)),
    ("of_language", ("language", PUBLISHED)),
    ("of_film", ("film_id", PUBLISHED)),
    ("of_film_scored", ("film_id", SCORE)),
)
TABLES: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "film_stat": (
        ("film_id",),
        dict.fromkeys(("film_id", "voices", "copies", "scored", "total", "squares", "newest"), BIG)
        | dict.fromkeys(("mean", "best", "divisive"), sa.Double()),
    ),
    "film_score": (("film_id", "score"), {"film_id": BIG, "score": sa.Double(), "number": BIG}),
    "film_month": (("film_id", "month"), {"film_id": BIG, "month": sa.Text(), "scored": BIG, "total": BIG}),
    "film_history": (
        ("film_id", "day"),
        {"film_id": BIG, "day": sa.Text(), "voices": BIG, "scored": BIG, "total": BIG},
    ),
    "film_person": (("name", "film_id", "role"), {"name": sa.Text(), "film_id": BIG, "role": sa.Text()}),
    "outlet_stat": (("site_id",), dict.fromkeys(("site_id", "reviews", "voices", "held", "scored", "total"), BIG)),
    "outlet_rating": (
        ("site_id", "style", "best", "value", "score"),
        {
            "site_id": BIG,
            "style": sa.Text(),
            **dict.fromkeys(("best", "value", "score"), sa.Double()),
            "number": BIG,
        },
    ),
    "outlet_film": (
        ("site_id", "film_id"),
        dict.fromkeys(("site_id", "film_id", "voices", "scored", "total"), BIG) | {"first": sa.Text()},
    ),
    "outlet_pair": (
        ("site_id", "other_id"),
        {"site_id": BIG, "other_id": BIG, "films": BIG, "figures": sa.Text(), "at": sa.Text()},
    ),
    "author_stat": (("author",), {"author": sa.Text(), **dict.fromkeys(("reviews", "scored", "total"), BIG)}),
    "change": (("seq",), {"seq": BIG, "kind": sa.Text(), "id": BIG}),
}
"""Name to key and columns; only `first` may be empty."""
WITH_ROWID = frozenset(("film_stat", "outlet_stat", "change"))
INDEXES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    *((f"ix_film_stat_{name}", "film_stat", (name, "film_id")) for name in ("voices", "mean", "best", "divisive")),
    ("ix_film_stat_newest", "film_stat", ("newest",)),
    ("ix_film_person_film_id", "film_person", ("film_id",)),
    ("ix_outlet_stat_reviews", "outlet_stat", ("reviews",)),
    ("ix_outlet_film_of_film", "outlet_film", ("film_id", "first", "scored")),
    ("ix_author_stat_reviews", "author_stat", ("reviews", "author")),
)
NUMBERED = """INSERT INTO change (seq, kind, id)
    SELECT {before} + row_number() OVER (ORDER BY {by}, id), '{kind}', id FROM {kind}"""
COUNTER = "INSERT INTO counter (name, value) SELECT 'change', count(*) FROM change"


def upgrade() -> None:
    """Make the tables and indexes; the figures are filled in once all migrations have run."""
    for name, (key, columns) in TABLES.items():
        op.create_table(
            name,
            *(
                sa.Column(column, type, autoincrement=False, nullable=column == "first")
                for column, type in columns.items()
            ),
            sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")),
            sqlite_with_rowid=name in WITH_ROWID,
        )
    for name, table, parts in INDEXES:
        op.create_index(op.f(name), table, list(parts))
    op.create_index("uq_change_kind_id", "change", ["kind", "id"], unique=True)
    op.drop_index("ix_review_site_id", "review")
    op.create_index("ix_review_site_id_film_id", "review", ["site_id", "film_id"])
    for name, parts in LISTED:
        by = [sa.text(part) if "(" in part else part for part in parts]
        op.create_index(f"ix_review_{name}", "review", [*by, "id"], sqlite_where=THERE, postgresql_where=THERE)
    op.create_index("ix_film_year", "film", [sa.text("coalesce(year, 0)"), "id"])
    films = op.get_bind().execute(sa.text("SELECT count(*) FROM film")).scalar_one()
    op.execute(NUMBERED.format(before=0, by="first_seen", kind="film"))
    op.execute(NUMBERED.format(before=films, by="changed_at", kind="review"))
    op.execute(COUNTER)


def downgrade() -> None:
    """Take them away."""
    op.drop_index("ix_film_year", "film")
    for name, _ in LISTED:
        op.drop_index(f"ix_review_{name}", "review")
    op.drop_index("ix_review_site_id_film_id", "review")
    op.create_index("ix_review_site_id", "review", ["site_id"])
    for name in TABLES:
        op.drop_table(name)
    op.execute("DELETE FROM counter WHERE name = 'change'")
