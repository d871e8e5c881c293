"""The documented views: plain SQL that stays stable across migrations and reads the same in both databases."""

from __future__ import annotations

VIEWS: dict[str, str] = {
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
        SELECT s.id AS site_id, s.name AS site, s.home, s.scale, s.positive, s.negative, count(r.id) AS reviews,
               count(r.copy_of) AS copies, count(r.score) AS scored, avg(r.score) AS mean, min(r.published) AS oldest,
               max(r.published) AS newest
        FROM site s LEFT JOIN review r ON r.site_id = s.id AND r.gone_at IS NULL
        GROUP BY s.id, s.name, s.home, s.scale, s.positive, s.negative""",
}
"""Name to SELECT. `copy_of` is empty for an original; only originals count as voices."""
