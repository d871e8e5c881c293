"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
VIEWS = {
    "v_reviews": """
        SELECT r.id AS review_id, r.url, s.name AS site, r.headline, r.film_id, f.title AS film, f.year AS film_year,
               r.film_title AS film_as_written, r.author, r.published, r.language, r.rating_raw, r.rating_value,
               r.rating_best, r.rating_worst, r.rating_style, r.scale_source, r.score, r.policy, r.verdict, r.complete,
               r.story_id, r.copy_of, r.first_seen, r.changed_at, r.checked_at
        FROM review r JOIN site s ON s.id = r.site_id LEFT JOIN film f ON f.id = r.film_id
        WHERE r.gone_at IS NULL""",
    "v_films": """
        SELECT f.id AS film_id, f.title, f.year, f.directors, f.ids, f.provisional, count(r.id) AS voices,
               count(r.score) AS scored, avg(r.score) AS mean, min(r.score) AS lowest, max(r.score) AS highest
        FROM film f LEFT JOIN review r ON r.film_id = f.id AND r.copy_of IS NULL AND r.gone_at IS NULL
        WHERE f.merged_into IS NULL
        GROUP BY f.id, f.title, f.year, f.directors, f.ids, f.provisional""",
    "v_outlets": """
        SELECT s.id AS site_id, s.name AS site, s.home, count(r.id) AS reviews, count(r.copy_of) AS copies,
               count(r.score) AS scored, avg(r.score) AS mean, min(r.published) AS oldest, max(r.published) AS newest
        FROM site s LEFT JOIN review r ON r.site_id = s.id AND r.gone_at IS NULL
        GROUP BY s.id, s.name, s.home""",
}


def upgrade() -> None:
    """Make all tables and views."""
    op.create_table(
        "band",
        sa.Column("value", BIG, autoincrement=False, nullable=False),
        sa.Column("review_id", BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("value", "review_id", name=op.f("pk_band")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", BIG, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "film",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("directors", sa.Text(), nullable=False),
        sa.Column("actors", sa.Text(), nullable=False),
        sa.Column("ids", sa.Text(), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("merged_into", BIG, nullable=True),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["merged_into"], ["film.id"], name=op.f("fk_film_merged_into")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_film")),
    )
    op.create_index(op.f("ix_film_title_key"), "film", ["title_key"], unique=False)
    op.create_table(
        "forgotten",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_forgotten")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "site",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=True),
        sa.Column("scale", sa.Text(), nullable=True),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sa.UniqueConstraint("name", name=op.f("uq_site_name")),
    )
    op.create_table(
        "film_link",
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("film_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["film_id"], ["film.id"], name=op.f("fk_film_link_film_id")),
        sa.PrimaryKeyConstraint("scheme", "value", name=op.f("pk_film_link")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_film_link_film_id"), "film_link", ["film_id"], unique=False)
    op.create_table(
        "film_title",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("film_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["film_id"], ["film.id"], name=op.f("fk_film_title_film_id")),
        sa.PrimaryKeyConstraint("key", "film_id", name=op.f("pk_film_title")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_film_title_film_id"), "film_title", ["film_id"], unique=False)
    op.create_table(
        "judgement",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("review_key", sa.Text(), nullable=True),
        sa.Column("film_id", BIG, nullable=False),
        sa.Column("into_id", BIG, nullable=True),
        sa.Column("moved", sa.Text(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.Text(), nullable=True),
        sa.Column("ended_why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["film_id"], ["film.id"], name=op.f("fk_judgement_film_id")),
        sa.ForeignKeyConstraint(["into_id"], ["film.id"], name=op.f("fk_judgement_into_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_index(op.f("ix_judgement_film_id"), "judgement", ["film_id"], unique=False)
    op.create_index(op.f("ix_judgement_review_key"), "judgement", ["review_key"], unique=False)
    op.create_table(
        "left_out",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("site_id", BIG, nullable=False),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_left_out_site_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_left_out")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_left_out_site_id"), "left_out", ["site_id"], unique=False)
    op.create_table(
        "page",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("site_id", BIG, nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("body_hash", sa.Text(), nullable=True),
        sa.Column("archived", sa.Text(), nullable=True),
        sa.Column("gone", sa.Integer(), nullable=False),
        sa.Column("opt_out", sa.Text(), nullable=True),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("checked_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_page_site_id")),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_page")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_page_key"), "page", ["key"], unique=False)
    op.create_index("ix_page_site_id_checked_at", "page", ["site_id", "checked_at"], unique=False)
    op.create_table(
        "quarantine",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("finder", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("site_id", BIG, nullable=False),
        sa.Column("run_id", BIG, nullable=True),
        sa.Column("traceback", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_quarantine_site_id")),
        sa.PrimaryKeyConstraint("key", "finder", name=op.f("pk_quarantine")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "review",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("site_id", BIG, nullable=False),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("film_title", sa.Text(), nullable=False),
        sa.Column("film_year", sa.Integer(), nullable=True),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("rating_raw", sa.Text(), nullable=True),
        sa.Column("rating_value", sa.Double(), nullable=True),
        sa.Column("rating_best", sa.Double(), nullable=True),
        sa.Column("rating_worst", sa.Double(), nullable=True),
        sa.Column("rating_style", sa.Text(), nullable=True),
        sa.Column("scale_source", sa.Text(), nullable=True),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("policy", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("verdict_label", sa.Text(), nullable=True),
        sa.Column("verdict_explicit", sa.Boolean(), nullable=True),
        sa.Column("actors", sa.Text(), nullable=False),
        sa.Column("directors", sa.Text(), nullable=False),
        sa.Column("disputed", sa.Text(), nullable=False),
        sa.Column("film_ids", sa.Text(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("row_hash", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("film_id", BIG, nullable=True),
        sa.Column("held", sa.Text(), nullable=True),
        sa.Column("story_id", BIG, nullable=False),
        sa.Column("copy_of", BIG, nullable=True),
        sa.Column("quotes", BIG, nullable=True),
        sa.Column("gone_at", sa.Text(), nullable=True),
        sa.Column("run_id", BIG, nullable=True),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("checked_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["film_id"], ["film.id"], name=op.f("fk_review_film_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_review_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint("key", name=op.f("uq_review_key")),
    )
    op.create_index(op.f("ix_review_film_id"), "review", ["film_id"], unique=False)
    op.create_index(op.f("ix_review_site_id"), "review", ["site_id"], unique=False)
    op.create_index(op.f("ix_review_story_id"), "review", ["story_id"], unique=False)
    op.create_table(
        "run",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("site_id", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("started", sa.Text(), nullable=False),
        sa.Column("finished", sa.Text(), nullable=True),
        sa.Column("beat_at", sa.Text(), nullable=False),
        sa.Column("process", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("outcomes", sa.Text(), nullable=False),
        sa.Column("causes", sa.Text(), nullable=False),
        sa.Column("filled", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_run_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )
    op.create_index("ix_run_site_id_id", "run", ["site_id", "id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("review_id", BIG, autoincrement=False, nullable=False),
        sa.Column("claims", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_evidence_review_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("review_id", name=op.f("pk_evidence")),
    )
    op.create_table(
        "fingerprint",
        sa.Column("review_id", BIG, autoincrement=False, nullable=False),
        sa.Column("exact", BIG, nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("bands", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("shingles", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_fingerprint_review_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("review_id", name=op.f("pk_fingerprint")),
    )
    op.create_table(
        "revision",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("review_id", BIG, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("run_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_revision_review_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_index(op.f("ix_revision_review_id"), "revision", ["review_id"], unique=False)
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")


def downgrade() -> None:
    """Drop them."""
    for name in VIEWS:
        op.execute(f"DROP VIEW {name}")
    op.drop_index(op.f("ix_revision_review_id"), table_name="revision")
    op.drop_table("revision")
    op.drop_table("fingerprint")
    op.drop_table("evidence")
    op.drop_index("ix_run_site_id_id", table_name="run")
    op.drop_table("run")
    op.drop_index(op.f("ix_review_story_id"), table_name="review")
    op.drop_index(op.f("ix_review_site_id"), table_name="review")
    op.drop_index(op.f("ix_review_film_id"), table_name="review")
    op.drop_table("review")
    op.drop_table("quarantine")
    op.drop_index("ix_page_site_id_checked_at", table_name="page")
    op.drop_index(op.f("ix_page_key"), table_name="page")
    op.drop_table("page")
    op.drop_index(op.f("ix_left_out_site_id"), table_name="left_out")
    op.drop_table("left_out")
    op.drop_index(op.f("ix_judgement_review_key"), table_name="judgement")
    op.drop_index(op.f("ix_judgement_film_id"), table_name="judgement")
    op.drop_table("judgement")
    op.drop_index(op.f("ix_film_title_film_id"), table_name="film_title")
    op.drop_table("film_title")
    op.drop_index(op.f("ix_film_link_film_id"), table_name="film_link")
    op.drop_table("film_link")
    op.drop_table("site")
    op.drop_table("setting")
    op.drop_table("forgotten")
    op.drop_index(op.f("ix_film_title_key"), table_name="film")
    op.drop_table("film")
    op.drop_table("counter")
    op.drop_table("band")
