"""The SQL of statistics: what of a review is noted when it comes or leaves, and how that is added to each table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aggregator.compare import STATED_PRIOR
from aggregator.compare.films import SPREAD_VOICES, USUAL_SPREAD
from aggregator.store.stat_tables import LISTS, PLACES

MOVED = """CREATE TEMPORARY TABLE IF NOT EXISTS moved (
    sign INTEGER, voice INTEGER, film_id BIGINT, site_id BIGINT, scored INTEGER, total BIGINT, author TEXT,
    squares BIGINT, id BIGINT, day TEXT)"""
"""What came (sign 1) and what left (-1); `scored`, `total` and `squares` bear the sign, and are 0 without a score."""
NOTED = """INSERT INTO moved
    SELECT {sign}, CASE WHEN copy_of IS NULL THEN 1 ELSE 0 END, film_id, site_id,
        CASE WHEN score IS NULL THEN 0 ELSE {sign} END,
        COALESCE({sign} * CAST(round(score * 1000000) AS BIGINT), 0), author,
        COALESCE({sign} * CAST(round(score * score * 1000000) AS BIGINT), 0), id, substr(published, 1, 10)
    FROM review WHERE gone_at IS NULL AND {which}"""


def mean(total: str, scored: str) -> str:
    """SQL of the mean of a sum of millionths; -1 where nothing was summed."""
    return f"CASE WHEN {scored} > 0 THEN CAST({total} AS DOUBLE PRECISION) / 1000000 / {scored} ELSE -1 END"


def best(total: str, scored: str) -> str:
    """SQL of `aggregator.compare.formulas.shrunk_mean` under the stated prior."""
    prior = STATED_PRIOR
    known = f"CAST({total} AS DOUBLE PRECISION) / 1000000 + {prior.mean * prior.voices!r}"
    return f"({known}) / ({scored} + {prior.voices!r})"


def divisive(total: str, squares: str, scored: str) -> str:
    """SQL of the square of `aggregator.compare.formulas.shrunk_spread`; -1 under two scores."""
    sum_of = f"CAST({total} AS DOUBLE PRECISION) / 1000000"
    inside = f"CAST({squares} AS DOUBLE PRECISION) / 1000000 - {sum_of} * ({sum_of}) / {scored}"
    shrunk = f"({SPREAD_VOICES * USUAL_SPREAD**2!r} + {inside}) / ({SPREAD_VOICES!r} + {scored} - 1)"
    return f"CASE WHEN {scored} < 2 THEN -1 ELSE {shrunk} END"


FILM_SUMS = {
    "voices": "sign * voice",
    "copies": "sign * (1 - voice)",
    "scored": "voice * scored",
    "total": "voice * total",
    "squares": "voice * squares",
}
FIGURES = {
    "mean": mean("total", "scored"),
    "best": best("total", "scored"),
    "divisive": divisive("total", "squares", "scored"),
}
NAMES = (*FILM_SUMS, "newest", *FIGURES)
UNPLACED = -1
COLUMNS = (
    "film_id BIGINT",  # and what is asked most often; a row is read from its beginning
    *(f"{way}_{name} INTEGER" for name in PLACES for way in ("out_of", "into")),
    *(f"{name} BIGINT" for name in ("before", *FILM_SUMS, "newest")),
    *(f"{name} DOUBLE PRECISION" for name in FIGURES),
)
CAME = f"CREATE TEMPORARY TABLE IF NOT EXISTS came ({', '.join(COLUMNS)})"
"""What the films of a transaction come to, how many voices each had before, and where it leaves and enters lists."""


def _placed(name: str, figure: str, voices: str, scored: str) -> str:
    """SQL of a film's place in a list; it has none without a voice, and without the scores that a figure needs."""
    enough = f"{scored} > 1" if name == "divisive" else f"{voices} > 0"
    return f"CASE WHEN {enough} THEN {PLACES[name].format(figure)} ELSE {UNPLACED} END"


SUMMED = f"""CREATE TEMPORARY TABLE IF NOT EXISTS summed (
    film_id {{id}} PRIMARY KEY, {", ".join(f"{name} BIGINT" for name in (*FILM_SUMS, "newest"))})"""
"""What moved, film by film; SQLite finds a row at once whose key is an INTEGER."""


@dataclass(frozen=True, slots=True)
class Fold:
    """How one kind of database adds what came and what left to each table."""

    tables: tuple[str, ...]  # that hold it on the way, emptied behind each transaction
    made: tuple[str, ...]  # SQL that makes these
    added: tuple[str, ...]
    months: str  # of large films, those that {which} names


def _sums(
    table: str, key: Mapping[str, str], sums: Mapping[str, str], where: str, *, is_grouped: bool, largest: str = ""
) -> str:
    """SQL that adds what moved to a table of sums, row by row where the database allows it, which spares the sorting.

    `largest`: what of the greatest is kept as `newest`.
    """
    columns = (*key, *sums, *(("newest",) if largest else ()))
    values = (*sums.values(), *((largest,) if largest else ()))
    grouped = ""
    if is_grouped:
        summed = tuple(f"CAST(SUM({value}) AS BIGINT)" for value in sums.values())
        values = (*summed, *((f"MAX({largest})",) if largest else ()))
        grouped = f"GROUP BY {', '.join(key.values())}"
    added = [f"{name} = {table}.{name} + excluded.{name}" for name in sums]
    if largest:
        added.append(f"newest = {_later(f'{table}.newest', 'excluded.newest')}")
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join((*key.values(), *values))} FROM moved "
        f"WHERE {where} {grouped} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {', '.join(added)}"
    )


def _later(one: str, other: str) -> str:
    return f"CASE WHEN {one} > {other} THEN {one} ELSE {other} END"


ONCE = f"LIMIT {2**63 - 1}"
"""Behind a subquery, and `WHERE true` around it: each of its columns is worked out once, not wherever it is named."""


def _by_film() -> str:
    """SQL that adds what films are summed up to, to what they came to, and writes it down as `came`."""
    added = ", ".join(f"COALESCE(kept.{name}, 0) + summed.{name} AS {name}" for name in FILM_SUMS)
    newest = f"{_later('kept.newest', 'summed.newest')} AS newest"
    out_of = ", ".join(
        f"{_placed(name, f'kept.{name}', 'kept.voices', 'kept.scored')} AS out_of_{name}" for name in PLACES
    )
    figures = ", ".join(f"{figure} AS {name}" for name, figure in FIGURES.items())
    into = ", ".join(_placed(name, name, "voices", "scored") for name in PLACES)
    known = ", ".join(("film_id", *FILM_SUMS, "newest", "before", *(f"out_of_{name}" for name in PLACES), *FIGURES))
    return f"""INSERT INTO came ({known}, {", ".join(f"into_{name}" for name in PLACES)})
    SELECT {known}, {into} FROM (
        SELECT *, {figures} FROM (
            SELECT summed.film_id, {added}, {newest}, COALESCE(kept.voices, 0) AS before, {out_of}
            FROM summed LEFT JOIN film_stat AS kept ON kept.film_id = summed.film_id {ONCE}
        ) AS added WHERE true {ONCE}
    ) AS reckoned WHERE true"""


_FILM_STAT = (
    f"INSERT INTO film_stat (film_id, {', '.join(NAMES)}) SELECT film_id, {', '.join(NAMES)} FROM came WHERE true "
    f"ON CONFLICT (film_id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in NAMES)}"
)


def _film_rank(name: str) -> tuple[str, str]:
    """SQL that takes films out of their old places in a list, and puts them into the new ones."""
    moved = f"FROM came WHERE out_of_{name} <> into_{name}"
    return (
        f"DELETE FROM film_rank WHERE list = {LISTS[name]} AND (place, film_id) IN "
        f"(SELECT out_of_{name}, film_id {moved} AND out_of_{name} <> {UNPLACED})",
        "INSERT INTO film_rank (list, place, film_id) "
        f"SELECT {LISTS[name]}, into_{name}, film_id {moved} AND into_{name} <> {UNPLACED}",
    )


def _fold(id: str, *, is_grouped: bool) -> Fold:
    outlets = {
        "reviews": "sign",
        "voices": "sign * voice",
        "held": "CASE WHEN film_id IS NULL THEN sign ELSE 0 END",
        "scored": "scored",
        "total": "total",
    }
    authors = {"reviews": "sign", "scored": "scored", "total": "total"}
    film, month = {"film_id": "film_id"}, {"month": "substr(day, 1, 7)"}
    signed = "voice = 1 AND author IS NOT NULL"
    dated = "voice = 1 AND scored <> 0 AND day IS NOT NULL AND {which}"
    return Fold(
        ("moved", "summed", "came"),
        (MOVED, SUMMED.format(id=id), CAME),
        (
            _sums("summed", film, FILM_SUMS, "film_id IS NOT NULL", is_grouped=is_grouped, largest="id * voice"),
            _by_film(),
            _FILM_STAT,
            *(statement for name in PLACES for statement in _film_rank(name)),
            _sums("outlet_stat", {"site_id": "site_id"}, outlets, "sign <> 0", is_grouped=is_grouped),
            _sums("author_stat", {"author": "author"}, authors, signed, is_grouped=is_grouped),
        ),
        _sums("film_month", film | month, {"scored": "scored", "total": "total"}, dated, is_grouped=is_grouped),
    )


FOLDS = {"sqlite": _fold("INTEGER", is_grouped=False), "postgresql": _fold("BIGINT", is_grouped=True)}
"""By the name of the database's kind; PostgreSQL changes a row but once in a statement."""
LARGE = 400
"""Voices beyond which a film's course is kept month by month; of fewer each one is read."""
SIZES = "SELECT film_id, voices, before FROM came WHERE voices > {large} OR before > {large}"
"""Films that are large or were so: how many voices they have, and had."""
MONTHS_ANEW = """INSERT INTO film_month (film_id, month, scored, total)
    SELECT film_id, substr(published, 1, 7), COUNT(*), CAST(SUM(CAST(round(score * 1000000) AS BIGINT)) AS BIGINT)
    FROM review WHERE gone_at IS NULL AND copy_of IS NULL AND score IS NOT NULL AND published IS NOT NULL AND {which}
    GROUP BY film_id, substr(published, 1, 7)"""
LEFT_FILMS = "(SELECT film_id FROM moved WHERE sign < 0 AND film_id IS NOT NULL)"
A_VOICE = "review WHERE review.film_id = film_stat.film_id AND review.gone_at IS NULL AND review.copy_of IS NULL"
AFTER_LEAVING: tuple[str, ...] = (
    f"DELETE FROM film_stat WHERE voices = 0 AND copies = 0 AND film_id IN {LEFT_FILMS}",
    "DELETE FROM outlet_stat WHERE reviews = 0",
    "DELETE FROM author_stat WHERE reviews = 0 AND author IN (SELECT author FROM moved WHERE sign < 0)",
    f"UPDATE film_stat SET newest = COALESCE((SELECT MAX(review.id) FROM {A_VOICE}), 0) "
    f"WHERE film_id IN {LEFT_FILMS} AND NOT EXISTS (SELECT 1 FROM {A_VOICE} AND review.id = film_stat.newest)",
    "DELETE FROM film_history WHERE film_id IN (SELECT film_id FROM moved "
    "WHERE sign < 0 AND NOT EXISTS (SELECT 1 FROM film WHERE film.id = moved.film_id))",
)
"""What has no reviews any more goes; what is no sum is looked up anew."""
HISTORY = """INSERT INTO film_history (film_id, day, voices, scored, total)
    SELECT film_id, {day}, voices, scored, total FROM came WHERE true
    ON CONFLICT (film_id, day) DO UPDATE SET
        voices = excluded.voices, scored = excluded.scored, total = excluded.total"""
"""What films come to at the end of the transaction's day; before those that nothing is left of go."""


SEEDED = """INSERT INTO film_history (film_id, day, voices, scored, total)
    SELECT film_id, day, SUM(voices) OVER until, SUM(scored) OVER until, SUM(total) OVER until
    FROM (
        SELECT film_id, substr(first_seen, 1, 10) AS day, COUNT(*) AS voices, COUNT(score) AS scored,
            CAST(COALESCE(SUM(CAST(round(score * 1000000) AS BIGINT)), 0) AS BIGINT) AS total
        FROM review WHERE gone_at IS NULL AND copy_of IS NULL AND film_id IS NOT NULL
        GROUP BY film_id, substr(first_seen, 1, 10)
    ) AS days
    WINDOW until AS (PARTITION BY film_id ORDER BY day)"""
