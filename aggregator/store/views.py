"""The documented views: plain SQL that stays stable across migrations and reads the same in both databases."""

from __future__ import annotations

VIEWS: dict[str, str] = {
    "v_reviews": """
        SELECT r.id AS review_id, r.url, s.name AS site, r.headline, r.film_id, f.title AS film, f.year AS film_year,
               r.film_title AS film_as_written, r.author, r.published, r.language, r.rating_raw, r.rating_value,
               r.rating_best, r.rating_worst, r.rating_style, r.scale_source, r.score, r.policy, r.verdict, r.complete,
               r.story_id, r.copy_of, r.first_seen, r.changed_at, r.checked_at, r.quotes, r.directors, r.actors,
               r.words
        FROM review r JOIN site s ON s.id = r.site_id LEFT JOIN film f ON f.id = r.film_id
        WHERE r.gone_at IS NULL""",
    "v_films": """
        SELECT f.id AS film_id, f.title, f.year, f.directors, f.ids, f.provisional, COALESCE(t.voices, 0) AS voices,
               COALESCE(t.scored, 0) AS scored, CASE WHEN t.scored > 0 THEN t.mean END AS mean,
               (SELECT MIN(score) FROM review WHERE film_id = f.id AND gone_at IS NULL AND copy_of IS NULL) AS lowest,
               (SELECT MAX(score) FROM review WHERE film_id = f.id AND gone_at IS NULL AND copy_of IS NULL) AS highest,
               f.actors, COALESCE(t.copies, 0) AS copies, t.best AS shrunk_mean
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
"""Name to SELECT. `copy_of` is empty for an original; only originals count as voices."""
