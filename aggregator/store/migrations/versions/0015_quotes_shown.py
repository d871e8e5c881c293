"""The view of reviews says which are quotes, and who is credited; lists of films are known by numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PLACES = {
    "voices": "CASE WHEN voices < 4 THEN voices WHEN voices < 16 THEN 3 + voices / 4 ELSE 6 + voices / 16 END",
    "mean": "CAST(mean / 2 AS INTEGER)",
    "best": "CAST(best / 2 AS INTEGER)",
    "divisive": "CAST(divisive / 16 AS INTEGER)",
}
VIEW = """
        SELECT r.id AS review_id, r.url, s.name AS site, r.headline, r.film_id, f.title AS film, f.year AS film_year,
               r.film_title AS film_as_written, r.author, r.published, r.language, r.rating_raw, r.rating_value,
               r.rating_best, r.rating_worst, r.rating_style, r.scale_source, r.score, r.policy, r.verdict, r.complete,
               r.story_id, r.copy_of, r.first_seen, r.changed_at, r.checked_at{more}
        FROM review r JOIN site s ON s.id = r.site_id LEFT JOIN film f ON f.id = r.film_id
        WHERE r.gone_at IS NULL"""
MORE = """, r.quotes, r.directors, r.actors,
               r.words"""


def _lists(kind: sa.types.TypeEngine[Any], names: Mapping[str, str]) -> None:
    """Make the table of places anew; `names`: each list as it is known there."""
    op.drop_table("film_rank")
    op.create_table(
        "film_rank",
        sa.Column("list", kind, autoincrement=False, nullable=False),
        sa.Column("place", BIG, autoincrement=False, nullable=False),
        sa.Column("film_id", BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("list", "place", "film_id", name=op.f("pk_film_rank")),
        sqlite_with_rowid=False,
    )
    for name, place in PLACES.items():
        where = "voices > 0 AND divisive >= 0" if name == "divisive" else "voices > 0"
        op.execute(
            "INSERT INTO film_rank (list, place, film_id) "
            f"SELECT {names[name]}, {place}, film_id FROM film_stat WHERE {where} ORDER BY 2, 3"
        )


def upgrade() -> None:
    """Make both anew."""
    op.execute("DROP VIEW v_reviews")
    op.execute(f"CREATE VIEW v_reviews AS {VIEW.format(more=MORE)}")
    _lists(sa.Integer(), {name: str(number) for number, name in enumerate(PLACES)})


def downgrade() -> None:
    """As they were."""
    op.execute("DROP VIEW v_reviews")
    op.execute(f"CREATE VIEW v_reviews AS {VIEW.format(more='')}")
    _lists(sa.Text(), {name: f"'{name}'" for name in PLACES})
