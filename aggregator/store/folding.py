"""The SQL of statistics: what of a review is noted when it comes or leaves, and how that is added to each table."""

from __future__ import annotations

from aggregator.compare import STATED_PRIOR
from aggregator.compare.films import SPREAD_VOICES, USUAL_SPREAD

MOVED = """CREATE TEMPORARY TABLE IF NOT EXISTS moved (
    sign INTEGER, id BIGINT, site_id BIGINT, film_id BIGINT, author TEXT, score DOUBLE PRECISION, millionths BIGINT,
    squared BIGINT, style TEXT, best DOUBLE PRECISION, value DOUBLE PRECISION, voice INTEGER, day TEXT)"""
NOTED = """INSERT INTO moved
    SELECT {sign}, id, site_id, film_id, author, score, CAST(round(score * 1000000) AS BIGINT),
        CAST(round(score * score * 1000000) AS BIGINT), rating_style, rating_best, rating_value,
        CASE WHEN copy_of IS NULL THEN 1 ELSE 0 END, substr(published, 1, 10)
    FROM review WHERE gone_at IS NULL AND {which}"""
OF_VOICES = "FROM moved WHERE voice = 1 AND film_id IS NOT NULL"


def mean(total: str, scored: str) -> str:
    """SQL of the mean of a sum of millionths; -1 where nothing was summed."""
    return f"COALESCE(CAST({total} AS DOUBLE PRECISION) / 1000000 / NULLIF({scored}, 0), -1)"


def best(total: str, scored: str) -> str:
    """SQL of `aggregator.compare.formulas.shrunk_mean` under the stated prior; -1 for what only left, and is no row."""
    prior = STATED_PRIOR
    known = f"CAST({total} AS DOUBLE PRECISION) / 1000000 + {prior.mean * prior.voices!r}"
    return f"COALESCE(({known}) / NULLIF({scored} + {prior.voices!r}, 0), -1)"


def divisive(total: str, squares: str, scored: str) -> str:
    """SQL of the square of `aggregator.compare.formulas.shrunk_spread`; -1 under two scores."""
    sum_of = f"CAST({total} AS DOUBLE PRECISION) / 1000000"
    inside = f"CAST({squares} AS DOUBLE PRECISION) / 1000000 - {sum_of} * ({sum_of}) / {scored}"
    shrunk = f"({SPREAD_VOICES * USUAL_SPREAD**2!r} + {inside}) / ({SPREAD_VOICES!r} + {scored} - 1)"
    return f"CASE WHEN {scored} < 2 THEN -1 ELSE {shrunk} END"


def _sums(table: str, key: str, sums: dict[str, str], where: str) -> str:
    """SQL that adds what moved to a table of sums."""
    columns = ", ".join((key, *sums))
    summed = ", ".join(f"CAST(SUM({value}) AS BIGINT)" for value in sums.values())
    added = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in sums)
    return (
        f"INSERT INTO {table} ({columns}) SELECT {key}, {summed} FROM moved WHERE {where} GROUP BY {key} "
        f"ON CONFLICT ({key}) DO UPDATE SET {added}"
    )


SCORED = "CASE WHEN score IS NULL THEN 0 ELSE sign END"
TOTAL = "sign * COALESCE(millionths, 0)"
FILM_SUMS = {
    "voices": "sign * voice",
    "copies": "sign * (1 - voice)",
    "scored": f"voice * {SCORED}",
    "total": f"voice * {TOTAL}",
    "squares": "voice * sign * COALESCE(squared, 0)",
}


def _film_stat() -> str:
    """SQL that adds what moved to the films' figures."""
    summed = ", ".join(f"CAST(SUM({value}) AS BIGINT) AS {name}" for name, value in FILM_SUMS.items())
    added = {name: f"(film_stat.{name} + excluded.{name})" for name in FILM_SUMS}

    def figures(of: dict[str, str]) -> tuple[str, ...]:
        total, scored = of["total"], of["scored"]
        return mean(total, scored), best(total, scored), divisive(total, of["squares"], scored)

    fresh = figures({name: name for name in FILM_SUMS})
    kept = {**added, **dict(zip(("mean", "best", "divisive"), figures(added), strict=True))}
    newest = "CASE WHEN excluded.newest > film_stat.newest THEN excluded.newest ELSE film_stat.newest END"
    settings = ", ".join(f"{name} = {value}" for name, value in {**kept, "newest": newest}.items())
    names = ", ".join((*FILM_SUMS, "newest"))
    return (
        f"INSERT INTO film_stat (film_id, {names}, mean, best, divisive) SELECT film_id, {names}, {', '.join(fresh)} "
        f"FROM (SELECT film_id, {summed}, MAX(id * voice) AS newest FROM moved WHERE film_id IS NOT NULL "
        f"GROUP BY film_id) AS sums WHERE true ON CONFLICT (film_id) DO UPDATE SET {settings}"
    )


RATED = "COALESCE(style, ''), COALESCE(best, -1), COALESCE(value, -1), COALESCE(score, -1)"
OUTLET_FILM = {"voices": "sign", "scored": SCORED, "total": TOTAL}
FOLD: tuple[str, ...] = (
    _film_stat(),
    _sums("film_score", "film_id, score", {"number": "sign"}, "voice = 1 AND film_id > 0 AND score IS NOT NULL"),
    _sums(
        "outlet_stat",
        "site_id",
        {
            "reviews": "sign",
            "voices": "sign * voice",
            "held": "CASE WHEN film_id IS NULL THEN sign ELSE 0 END",
            "scored": SCORED,
            "total": TOTAL,
        },
        "sign <> 0",
    ),
    f"INSERT INTO outlet_rating (site_id, style, best, value, score, number) SELECT site_id, {RATED}, SUM(sign) "
    f"FROM moved WHERE voice = 1 AND style IS NOT NULL GROUP BY site_id, {RATED} "
    "ON CONFLICT (site_id, style, best, value, score) DO UPDATE SET number = outlet_rating.number + excluded.number",
    "INSERT INTO outlet_film (site_id, film_id, voices, scored, total, first) SELECT site_id, film_id, "
    f"{', '.join(f'SUM({value})' for value in OUTLET_FILM.values())}, MIN(day) {OF_VOICES} GROUP BY site_id, film_id "
    "ON CONFLICT (site_id, film_id) DO UPDATE SET "
    + ", ".join(f"{name} = outlet_film.{name} + excluded.{name}" for name in OUTLET_FILM)
    + ", first = CASE WHEN outlet_film.first <= excluded.first THEN outlet_film.first "
    "ELSE COALESCE(excluded.first, outlet_film.first) END",
    _sums(
        "author_stat",
        "author",
        {"reviews": "sign", "scored": SCORED, "total": TOTAL},
        "voice = 1 AND author IS NOT NULL",
    ),
)
"""What came and what left, added to each table."""
LARGE = 400
"""Voices beyond which a film's course is kept month by month; of fewer each one is read."""
SIZES = """SELECT came.film_id, film_stat.voices, film_stat.voices - came.voices FROM (
        SELECT film_id, SUM(sign * voice) AS voices FROM moved WHERE film_id IS NOT NULL GROUP BY film_id
    ) AS came JOIN film_stat ON film_stat.film_id = came.film_id
    WHERE film_stat.voices > {large} OR film_stat.voices - came.voices > {large}"""
"""Films that are large or were so: how many voices they have, and had."""
MONTHS_MOVED = f"""INSERT INTO film_month (film_id, month, scored, total)
    SELECT film_id, substr(day, 1, 7), SUM(sign), SUM({TOTAL}) {OF_VOICES} AND score IS NOT NULL
    AND day IS NOT NULL AND {{which}} GROUP BY film_id, substr(day, 1, 7)
    ON CONFLICT (film_id, month) DO UPDATE SET
        scored = film_month.scored + excluded.scored, total = film_month.total + excluded.total"""
MONTHS_ANEW = """INSERT INTO film_month (film_id, month, scored, total)
    SELECT film_id, substr(published, 1, 7), COUNT(*), CAST(SUM(CAST(round(score * 1000000) AS BIGINT)) AS BIGINT)
    FROM review WHERE gone_at IS NULL AND copy_of IS NULL AND score IS NOT NULL AND published IS NOT NULL AND {which}
    GROUP BY film_id, substr(published, 1, 7)"""
LEFT_FILMS = "(SELECT film_id FROM moved WHERE sign < 0 AND film_id IS NOT NULL)"
LEFT_HERE = "(SELECT site_id, film_id FROM moved WHERE sign < 0 AND film_id IS NOT NULL)"
STILL = "review.film_id = {table}.film_id AND review.gone_at IS NULL AND review.copy_of IS NULL"
AFTER_LEAVING: tuple[str, ...] = (
    f"DELETE FROM film_stat WHERE voices = 0 AND copies = 0 AND film_id IN {LEFT_FILMS}",
    f"DELETE FROM film_score WHERE number = 0 AND film_id IN {LEFT_FILMS}",
    "DELETE FROM outlet_stat WHERE reviews = 0",
    "DELETE FROM outlet_rating WHERE number = 0 AND site_id IN (SELECT site_id FROM moved WHERE sign < 0)",
    f"DELETE FROM outlet_film WHERE voices = 0 AND film_id IN {LEFT_FILMS}",
    "DELETE FROM author_stat WHERE reviews = 0 AND author IN (SELECT author FROM moved WHERE sign < 0)",
    "UPDATE film_stat SET newest = COALESCE((SELECT MAX(review.id) FROM review "
    f"WHERE {STILL.format(table='film_stat')}), 0) "
    f"WHERE film_id IN {LEFT_FILMS}",
    "UPDATE outlet_film SET first = (SELECT MIN(substr(review.published, 1, 10)) FROM review "
    f"WHERE review.site_id = outlet_film.site_id AND {STILL.format(table='outlet_film')}) "
    f"WHERE (site_id, film_id) IN {LEFT_HERE}",
    f"DELETE FROM film_history WHERE film_id IN {LEFT_FILMS} AND film_id NOT IN (SELECT id FROM film)",
)
"""What has no reviews any more goes; what is no sum is looked up anew."""
HISTORY = """INSERT INTO film_history (film_id, day, voices, scored, total)
    SELECT film.id, {day}, COALESCE(film_stat.voices, 0), COALESCE(film_stat.scored, 0), COALESCE(film_stat.total, 0)
    FROM film LEFT JOIN film_stat ON film_stat.film_id = film.id
    WHERE film.id IN (SELECT film_id FROM moved WHERE film_id IS NOT NULL)
    ON CONFLICT (film_id, day) DO UPDATE SET
        voices = excluded.voices, scored = excluded.scored, total = excluded.total"""


SEEDED = """INSERT INTO film_history (film_id, day, voices, scored, total)
    SELECT film_id, day, SUM(voices) OVER until, SUM(scored) OVER until, SUM(total) OVER until
    FROM (
        SELECT film_id, substr(first_seen, 1, 10) AS day, COUNT(*) AS voices, COUNT(score) AS scored,
            CAST(COALESCE(SUM(CAST(round(score * 1000000) AS BIGINT)), 0) AS BIGINT) AS total
        FROM review WHERE gone_at IS NULL AND copy_of IS NULL AND film_id IS NOT NULL
        GROUP BY film_id, substr(first_seen, 1, 10)
    ) AS days
    WINDOW until AS (PARTITION BY film_id ORDER BY day)"""
