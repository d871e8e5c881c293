"""Views that read kept figures, and views of authors, revisions, histories and people."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"

BEFORE = {
    "v_films": """
        SELECT f.id AS film_id, f.title, f.year, f.directors, f.ids, f.provisional, count(r.id) AS voices,
               count(r.score) AS scored, avg(r.score) AS mean, min(r.score) AS lowest, max(r.score) AS highest
        FROM film f LEFT JOIN review r ON r.film_id = f.id AND r.copy_of IS NULL AND r.gone_at IS NULL
        WHERE f.merged_into IS NULL
        GROUP BY f.id, f.title, f.year, f.directors, f.ids, f.provisional""",
    "v_outlets": """
        SELECT s.id AS site_id, s.name AS site, s.home, s.scale, s.positive, s.negative, count(r.id) AS reviews,
               count(r.copy_of) AS copies, count(r.score) AS scored, avg(r.score) AS mean, min(r.published) AS oldest,
               max(r.published) AS newest
        FROM site s LEFT JOIN review r ON r.site_id = s.id AND r.gone_at IS NULL
        GROUP BY s.id, s.name, s.home, s.scale, s.positive, s.negative""",
}
AFTER = {
    "v_films": """
        SELECT f.id AS film_id, f.title, f.year, f.directors, f.ids, f.provisional, COALESCE(t.voices, 0) AS voices,
               COALESCE(t.scored, 0) AS scored, CASE WHEN t.scored > 0 THEN t.mean END AS mean,
               (SELECT MIN(score) FROM film_score WHERE film_id = f.id) AS lowest,
               (SELECT MAX(score) FROM film_score WHERE film_id = f.id) AS highest, f.actors,
               COALESCE(t.copies, 0) AS copies, t.best AS shrunk_mean
        FROM film f LEFT JOIN film_stat t ON t.film_id = f.id
        WHERE f.merged_into IS NULL""",
    "v_outlets": """
        SELECT s.id AS site_id, s.name AS site, s.home, s.scale, s.positive, s.negative,
               COALESCE(t.reviews, 0) AS reviews, COALESCE(t.reviews - t.voices, 0) AS copies,
               COALESCE(t.scored, 0) AS scored,
               CASE WHEN t.scored > 0 THEN CAST(t.total AS DOUBLE PRECISION) / 1000000 / t.scored END AS mean,
               (SELECT MIN(published) FROM review WHERE site_id = s.id AND gone_at IS NULL) AS oldest,
               (SELECT MAX(published) FROM review WHERE site_id = s.id AND gone_at IS NULL) AS newest
        FROM site s LEFT JOIN outlet_stat t ON t.site_id = s.id""",
    "v_authors": """
        SELECT author, reviews, scored,
               CASE WHEN scored > 0 THEN CAST(total AS DOUBLE PRECISION) / 1000000 / scored END AS mean
        FROM author_stat""",
    "v_revisions": """
        SELECT v.id AS revision_id, v.review_id, r.url, s.name AS site, v.at, v.cause, v.changes, v.reader, v.run_id
        FROM revision v JOIN review r ON r.id = v.review_id JOIN site s ON s.id = r.site_id""",
    "v_film_history": """
        SELECT film_id, day, voices, scored,
               CASE WHEN scored > 0 THEN CAST(total AS DOUBLE PRECISION) / 1000000 / scored END AS mean
        FROM film_history""",
    "v_people": """
        SELECT p.name, p.role, p.film_id, f.title AS film, f.year AS film_year
        FROM film_person p JOIN film f ON f.id = p.film_id
        WHERE f.merged_into IS NULL""",
}


def upgrade() -> None:
    """Make them anew; the columns that were there stay, under their names."""
    for name in BEFORE:
        op.execute(f"DROP VIEW {name}")
    for name, select in AFTER.items():
        op.execute(f"CREATE VIEW {name} AS {select}")


def downgrade() -> None:
    """As they were."""
    for name in AFTER:
        op.execute(f"DROP VIEW {name}")
    for name, select in BEFORE.items():
        op.execute(f"CREATE VIEW {name} AS {select}")
