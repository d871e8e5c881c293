"""Statistics kept while reviews come, change and go; the fold that keeps them also makes them anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import orjson
from sqlalchemy import Connection, text

from aggregator.compare import STATED_PRIOR
from aggregator.compare.films import SPREAD_VOICES, USUAL_SPREAD
from aggregator.store.stat_tables import (
    AuthorStatRow,
    FilmPersonRow,
    FilmScoreRow,
    FilmStatRow,
    OutletFilmRow,
    OutletRatingRow,
    OutletStatRow,
)
from aggregator.store.tables import Base

COUNTED = frozenset(
    ("film_id", "author", "score", "rating_style", "rating_best", "rating_value", "copy_of", "gone_at", "published")
)
"""Columns of a review that a statistic depends on."""
SHOWN = COUNTED | {"changed_at", "story_id", "held", "quotes"}
"""Columns whose change readers are told about."""
AT_ONCE = 500
"""Ids named in one statement."""
REBUILT_AT_ONCE = 50_000
"""Reviews counted in one pass of a rebuild."""
VERSION = "1"
"""Of the figures: a database whose figures are of another one gets them anew when it is brought up to date."""
TABLES: tuple[type[Base], ...] = (
    FilmStatRow,
    FilmScoreRow,
    FilmPersonRow,
    OutletStatRow,
    OutletRatingRow,
    OutletFilmRow,
    AuthorStatRow,
)
"""What a rebuild empties and fills."""

MOVED = """CREATE TEMPORARY TABLE IF NOT EXISTS moved (
    sign INTEGER, id BIGINT, site_id BIGINT, film_id BIGINT, author TEXT, score DOUBLE PRECISION, millionths BIGINT,
    squared BIGINT, style TEXT, best DOUBLE PRECISION, value DOUBLE PRECISION, voice INTEGER, day TEXT)"""
NOTED = """INSERT INTO moved
    SELECT {sign}, id, site_id, film_id, author, score, CAST(round(score * 1000000) AS BIGINT),
        CAST(round(score * score * 1000000) AS BIGINT), rating_style, rating_best, rating_value,
        CASE WHEN copy_of IS NULL THEN 1 ELSE 0 END, substr(published, 1, 10)
    FROM review WHERE gone_at IS NULL AND {which}"""
VOICES = "FROM moved WHERE voice = 1 AND film_id IS NOT NULL"


def mean(total: str, scored: str) -> str:
    """SQL of the mean of a sum of millionths; -1 where nothing was summed."""
    return f"COALESCE(CAST({total} AS DOUBLE PRECISION) / 1000000 / NULLIF({scored}, 0), -1)"


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


def _sums(table: str, key: str, sums: dict[str, str], where: str) -> str:
    """SQL that adds what moved to a table of sums."""
    columns = ", ".join((key, *sums))
    summed = ", ".join(f"CAST(SUM({value}) AS BIGINT)" for value in sums.values())
    added = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in sums)
    return (
        f"INSERT INTO {table} ({columns}) SELECT {key}, {summed} FROM moved WHERE {where} GROUP BY {key} "
        f"ON CONFLICT ({key}) DO UPDATE SET {added}"
    )


def _film_sums() -> str:
    sums = {
        "voices": "sign",
        "scored": "CASE WHEN score IS NULL THEN 0 ELSE sign END",
        "total": "sign * COALESCE(millionths, 0)",
        "squares": "sign * COALESCE(squared, 0)",
    }
    summed = ", ".join(f"CAST(SUM({value}) AS BIGINT) AS {name}" for name, value in sums.items())
    added = {name: f"(film_stat.{name} + excluded.{name})" for name in sums}

    def figures(of: dict[str, str]) -> tuple[str, ...]:
        total, scored = of["total"], of["scored"]
        return mean(total, scored), best(total, scored), divisive(total, of["squares"], scored)

    fresh = figures({name: name for name in sums})
    kept = {**added, **dict(zip(("mean", "best", "divisive"), figures(added), strict=True))}
    newest = "CASE WHEN excluded.newest > film_stat.newest THEN excluded.newest ELSE film_stat.newest END"
    settings = ", ".join(f"{name} = {value}" for name, value in {**kept, "newest": newest}.items())
    return (
        f"INSERT INTO film_stat (film_id, voices, scored, total, squares, newest, mean, best, divisive) "
        f"SELECT film_id, voices, scored, total, squares, newest, {', '.join(fresh)} "
        f"FROM (SELECT film_id, {summed}, MAX(id) AS newest {VOICES} GROUP BY film_id) AS sums WHERE true "
        f"ON CONFLICT (film_id) DO UPDATE SET {settings}"
    )


RATED = "COALESCE(style, ''), COALESCE(best, -1), COALESCE(value, -1), COALESCE(score, -1)"
OUTLET_FILM = {
    "voices": "sign",
    "scored": "CASE WHEN score IS NULL THEN 0 ELSE sign END",
    "total": "sign * COALESCE(millionths, 0)",
}
FOLD: tuple[str, ...] = (
    _film_sums(),
    _sums("film_score", "film_id, score", {"number": "sign"}, "voice = 1 AND film_id > 0 AND score IS NOT NULL"),
    _sums(
        "outlet_stat",
        "site_id",
        {
            "reviews": "sign",
            "voices": "sign * voice",
            "held": "CASE WHEN film_id IS NULL THEN sign ELSE 0 END",
            **{name: OUTLET_FILM[name] for name in ("scored", "total")},
        },
        "sign <> 0",
    ),
    f"INSERT INTO outlet_rating (site_id, style, best, value, score, number) SELECT site_id, {RATED}, SUM(sign) "
    f"FROM moved WHERE voice = 1 AND style IS NOT NULL GROUP BY site_id, {RATED} "
    "ON CONFLICT (site_id, style, best, value, score) DO UPDATE SET number = outlet_rating.number + excluded.number",
    "INSERT INTO outlet_film (site_id, film_id, voices, scored, total, first) SELECT site_id, film_id, "
    f"{', '.join(f'SUM({value})' for value in OUTLET_FILM.values())}, MIN(day) {VOICES} GROUP BY site_id, film_id "
    "ON CONFLICT (site_id, film_id) DO UPDATE SET "
    + ", ".join(f"{name} = outlet_film.{name} + excluded.{name}" for name in OUTLET_FILM)
    + ", first = CASE WHEN outlet_film.first <= excluded.first THEN outlet_film.first "
    "ELSE COALESCE(excluded.first, outlet_film.first) END",
    _sums(
        "author_stat",
        "author",
        {"reviews": "sign", **{name: OUTLET_FILM[name] for name in ("scored", "total")}},
        "voice = 1 AND author IS NOT NULL",
    ),
)
"""What came and what left, added to each table."""
LEFT_FILMS = "(SELECT film_id FROM moved WHERE sign < 0 AND film_id IS NOT NULL)"
LEFT_HERE = (
    "EXISTS (SELECT 1 FROM moved WHERE moved.sign < 0 AND moved.site_id = outlet_film.site_id "
    "AND moved.film_id = outlet_film.film_id)"
)
STILL = "review.film_id = {table}.film_id AND review.gone_at IS NULL AND review.copy_of IS NULL"
AFTER_LEAVING: tuple[str, ...] = (
    f"DELETE FROM film_stat WHERE voices = 0 AND film_id IN {LEFT_FILMS}",
    f"DELETE FROM film_score WHERE number = 0 AND film_id IN {LEFT_FILMS}",
    "DELETE FROM outlet_stat WHERE reviews = 0",
    "DELETE FROM outlet_rating WHERE number = 0 AND site_id IN (SELECT site_id FROM moved WHERE sign < 0)",
    f"DELETE FROM outlet_film WHERE voices = 0 AND film_id IN {LEFT_FILMS}",
    "DELETE FROM author_stat WHERE reviews = 0 AND author IN (SELECT author FROM moved WHERE sign < 0)",
    f"UPDATE film_stat SET newest = (SELECT MAX(review.id) FROM review WHERE {STILL.format(table='film_stat')}) "
    f"WHERE film_id IN {LEFT_FILMS}",
    "UPDATE outlet_film SET first = (SELECT MIN(substr(review.published, 1, 10)) FROM review "
    f"WHERE review.site_id = outlet_film.site_id AND {STILL.format(table='outlet_film')}) "
    f"WHERE film_id IN {LEFT_FILMS} AND {LEFT_HERE}",
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


class Tally:
    """What moved in one writing transaction, and which reviews and films readers are to be told about."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._is_begun = self._has_left = False
        self._changed: dict[str, set[int]] = {"film": set(), "review": set()}
        self._fresh: dict[str, set[int]] = {"film": set(), "review": set()}

    def came(self, ids: Sequence[int]) -> None:
        """Count these reviews as they stand in the database now."""
        self._note(1, ids)

    def leaves(self, ids: Sequence[int]) -> None:
        """Take these reviews out of the count as they still stand in the database."""
        self._has_left = self._has_left or bool(ids)
        self._note(-1, ids)

    def tell(self, kind: str, ids: Iterable[int], *, are_new: bool = False) -> None:
        """Let readers know that these films or reviews are new or changed."""
        (self._fresh if are_new else self._changed)[kind].update(ids)

    def name_people(self, films: Sequence[int]) -> None:
        """Write down anew who worked on these films."""
        for which in _named(films):
            self._connection.exec_driver_sql(f"DELETE FROM film_person WHERE {which.replace('id', 'film_id', 1)}")
            _name_people(self._connection, which)

    def _note(self, sign: int, ids: Sequence[int]) -> None:
        if ids and not self._is_begun:
            self._connection.exec_driver_sql(MOVED)
            self._is_begun = True
        for which in _named(ids):
            self._connection.exec_driver_sql(NOTED.format(sign=sign, which=which))

    def close(self, at: str, first_change: int) -> int:
        """Fold all in; changes get numbers from `first_change` on. Gives how many."""
        run = self._connection.exec_driver_sql
        if self._is_begun:
            for statement in FOLD:
                run(statement)
            if self._has_left:
                for statement in AFTER_LEAVING:
                    run(statement)
            run(HISTORY.format(day=f"'{at[:10]}'"))
            run("DELETE FROM moved")
            self._has_left = False
        return self._write_changes(first_change)

    def _write_changes(self, number: int) -> int:
        rows: list[dict[str, str | int]] = []
        for kind, changed in self._changed.items():
            for which in _named(sorted(changed)):
                self._connection.exec_driver_sql(f"DELETE FROM change WHERE kind = '{kind}' AND {which}")
            for id in sorted(changed | self._fresh[kind]):
                rows.append({"seq": number + len(rows), "kind": kind, "id": id})
            changed.clear()
            self._fresh[kind].clear()
        if rows:
            self._connection.execute(text("INSERT INTO change (seq, kind, id) VALUES (:seq, :kind, :id)"), rows)
        return len(rows)

    @property
    def pending(self) -> int:
        """Changes that have no number yet."""
        return sum(len(self._changed[kind] | self._fresh[kind]) for kind in self._changed)


def _named(ids: Sequence[int]) -> Iterator[str]:
    """Conditions that together name these ids; a row of numbers without gaps is one."""
    if len(ids) > 2 and ids[-1] - ids[0] == len(ids) - 1 and list(ids) == list(range(ids[0], ids[-1] + 1)):
        yield f"id BETWEEN {int(ids[0])} AND {int(ids[-1])}"
        return
    rest = iter(ids)
    while some := list(islice(rest, AT_ONCE)):
        yield f"id IN ({', '.join(str(int(id)) for id in some)})"


def _name_people(connection: Connection, which: str) -> None:
    found = connection.exec_driver_sql(f"SELECT id, directors, actors FROM film WHERE {which}").fetchall()
    rows = {
        (name, id, role)
        for id, directors, actors in found
        for role, names in (("director", directors), ("actor", actors))
        for name in orjson.loads(names)
    }
    if rows:
        named = [dict(zip(("name", "film_id", "role"), row, strict=True)) for row in sorted(rows)]
        connection.execute(text("INSERT INTO film_person (name, film_id, role) VALUES (:name, :film_id, :role)"), named)


def rebuild(connection: Connection) -> None:
    """Make all statistics anew from the reviews and films; the history and the record of changes stay as they are."""
    run = connection.exec_driver_sql
    for table in TABLES:
        run(f"DELETE FROM {table.__tablename__}")
    run(MOVED)
    last = run("SELECT MAX(id) FROM review").scalar() or 0
    for start in range(1, last + 1, REBUILT_AT_ONCE):
        run(NOTED.format(sign=1, which=f"id BETWEEN {start} AND {start + REBUILT_AT_ONCE - 1}"))
        for statement in FOLD:
            run(statement)
        run("DELETE FROM moved")
    last = run("SELECT MAX(id) FROM film").scalar() or 0
    for start in range(1, last + 1, REBUILT_AT_ONCE):
        _name_people(connection, f"id BETWEEN {start} AND {start + REBUILT_AT_ONCE - 1}")


def bring_up(connection: Connection) -> None:
    """Fill in the figures of a database that has none yet, or those of an older version of this program."""
    run = connection.exec_driver_sql
    if run("SELECT value FROM setting WHERE name = 'statistics'").scalar() == VERSION:
        return
    rebuild(connection)
    if run("SELECT 1 FROM film_history LIMIT 1").first() is None:
        run(SEEDED)
    run("DELETE FROM setting WHERE name = 'statistics'")
    run(f"INSERT INTO setting (name, value) VALUES ('statistics', '{VERSION}')")
