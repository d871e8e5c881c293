"""What an index of reviews answers is kept no more; films are listed by their rough places."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
THERE = sa.text("gone_at IS NULL")
SCORE = sa.text("coalesce(score, -1.0)")
VOICE = "gone_at IS NULL AND copy_of IS NULL"
PLACES = {
    "voices": "CASE WHEN voices < 4 THEN voices WHEN voices < 16 THEN 3 + voices / 4 ELSE 6 + voices / 16 END",
    "mean": "CAST(mean / 2 AS INTEGER)",
    "best": "CAST(best / 2 AS INTEGER)",
    "divisive": "CAST(divisive / 16 AS INTEGER)",
}
VIEW = """CREATE VIEW v_films AS
        SELECT f.id AS film_id, f.title, f.year, f.directors, f.ids, f.provisional, COALESCE(t.voices, 0) AS voices,
               COALESCE(t.scored, 0) AS scored, CASE WHEN t.scored > 0 THEN t.mean END AS mean,
               (SELECT MIN(score) FROM {scores}) AS lowest,
               (SELECT MAX(score) FROM {scores}) AS highest,
               f.actors, COALESCE(t.copies, 0) AS copies, t.best AS shrunk_mean
        FROM film f LEFT JOIN film_stat t ON t.film_id = f.id
        WHERE f.merged_into IS NULL"""
RATED = "COALESCE(rating_style, ''), COALESCE(rating_best, -1), COALESCE(rating_value, -1), COALESCE(score, -1)"
BEFORE: dict[str, tuple[tuple[str, ...], dict[str, Any], str]] = {
    "film_score": (
        ("film_id", "score"),
        {"film_id": BIG, "score": sa.Double(), "number": BIG},
        f"""SELECT film_id, score, COUNT(*) FROM review
            WHERE {VOICE} AND film_id IS NOT NULL AND score IS NOT NULL GROUP BY film_id, score""",
    ),
    "outlet_rating": (
        ("site_id", "style", "best", "value", "score"),
        {"site_id": BIG, "style": sa.Text(), **dict.fromkeys(("best", "value", "score"), sa.Double()), "number": BIG},
        f"""SELECT site_id, {RATED}, COUNT(*) FROM review
            WHERE {VOICE} AND rating_style IS NOT NULL GROUP BY site_id, {RATED}""",
    ),
    "outlet_film": (
        ("site_id", "film_id"),
        dict.fromkeys(("site_id", "film_id", "voices", "scored", "total"), BIG) | {"first": sa.Text()},
        f"""SELECT site_id, film_id, COUNT(*), COUNT(score),
                CAST(COALESCE(SUM(CAST(round(score * 1000000) AS BIGINT)), 0) AS BIGINT), MIN(substr(published, 1, 10))
            FROM review WHERE {VOICE} AND film_id IS NOT NULL GROUP BY site_id, film_id""",
    ),
}
"""Name to key, columns, and what it was filled with; only `first` may be empty."""


def upgrade() -> None:
    """Widen the indexes of reviews, and drop what they answer."""
    op.execute("DROP VIEW v_films")
    for name in BEFORE:
        op.drop_table(name)
    op.create_table(
        "film_rank",
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("place", BIG, autoincrement=False, nullable=False),
        sa.Column("film_id", BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("list", "place", "film_id", name=op.f("pk_film_rank")),
        sqlite_with_rowid=False,
    )
    for name, place in PLACES.items():
        op.drop_index(f"ix_film_stat_{name}", "film_stat")
        where = "voices > 0 AND divisive >= 0" if name == "divisive" else "voices > 0"
        op.execute(
            "INSERT INTO film_rank (list, place, film_id) "
            f"SELECT '{name}', {place}, film_id FROM film_stat WHERE {where} ORDER BY 2, 3"
        )
    op.drop_index("ix_outlet_stat_reviews", "outlet_stat")
    op.drop_index("ix_author_stat_reviews", "author_stat")
    for name in ("site_id_film_id", "of_film_scored", "film_id"):
        op.drop_index(f"ix_review_{name}", "review")
    rated = ("score", "rating_style", "rating_best", "rating_value")
    op.create_index("ix_review_of_outlet", "review", ["site_id", "film_id", "gone_at", "copy_of", "published", *rated])
    scored: list[Any] = ["film_id", SCORE, "id", "copy_of", "gone_at", "score", "site_id"]
    op.create_index("ix_review_of_film_scored", "review", scored)
    op.execute(VIEW.format(scores=f"review WHERE film_id = f.id AND {VOICE}"))


def downgrade() -> None:
    """As it was."""
    op.execute("DROP VIEW v_films")
    for name, (key, columns, filled) in BEFORE.items():
        op.create_table(
            name,
            *(
                sa.Column(column, type, autoincrement=False, nullable=column == "first")
                for column, type in columns.items()
            ),
            sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")),
            sqlite_with_rowid=False,
        )
        op.execute(f"INSERT INTO {name} ({', '.join(columns)}) {filled}")
    op.drop_table("film_rank")
    for name in PLACES:
        op.create_index(f"ix_film_stat_{name}", "film_stat", [name, "film_id"])
    for name in ("of_outlet", "of_film_scored"):
        op.drop_index(f"ix_review_{name}", "review")
    op.create_index("ix_outlet_film_of_film", "outlet_film", ["film_id", "first", "scored"])
    op.create_index("ix_outlet_stat_reviews", "outlet_stat", ["reviews"])
    op.create_index("ix_author_stat_reviews", "author_stat", ["reviews", "author"])
    op.create_index("ix_review_site_id_film_id", "review", ["site_id", "film_id"])
    op.create_index("ix_review_film_id", "review", ["film_id"])
    scored: list[Any] = ["film_id", SCORE, "id"]
    op.create_index("ix_review_of_film_scored", "review", scored, sqlite_where=THERE, postgresql_where=THERE)
    op.execute(VIEW.format(scores="film_score WHERE film_id = f.id"))
