"""Statistics kept while reviews come, change and go; the fold that keeps them also makes them anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import orjson
from sqlalchemy import Connection, text

from aggregator.store import folding
from aggregator.store.folding import (
    AFTER_LEAVING,
    FOLDS,
    HISTORY,
    MONTHS_ANEW,
    NOTED,
    SEEDED,
    SIZES,
)
from aggregator.store.stat_tables import (
    AuthorStatRow,
    FilmMonthRow,
    FilmPersonRow,
    FilmRankRow,
    FilmStatRow,
    FilmWordRow,
    OutletStatRow,
)
from aggregator.store.tables import Base

COUNTED = frozenset(("film_id", "author", "score", "copy_of", "gone_at", "published"))
"""Columns of a review that a statistic depends on."""
SHOWN = COUNTED | {"rating_style", "rating_best", "rating_value", "changed_at", "story_id", "held", "quotes"}
"""Columns whose change readers are told about."""
AT_ONCE = 500
"""Ids named in one statement."""
REBUILT_AT_ONCE = 50_000
"""Reviews counted in one pass of a rebuild."""
VERSION = "1"
"""Of the figures: a database whose figures are of another one gets them anew when it is brought up to date."""
TABLES: tuple[type[Base], ...] = (
    FilmStatRow,
    FilmRankRow,
    FilmMonthRow,
    FilmPersonRow,
    FilmWordRow,
    OutletStatRow,
    AuthorStatRow,
)
"""What a rebuild empties and fills."""


class Tally:
    """What moved in one writing transaction, and which reviews and films readers are to be told about."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._fold = FOLDS[connection.dialect.name]
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
        for which in _named(films, "film_id"):
            self._connection.exec_driver_sql(f"DELETE FROM film_person WHERE {which}")
        for which in _named(films):
            _name_people(self._connection, which)

    def name_words(self, films: Sequence[int]) -> None:
        """Write down anew by which words these films are known."""
        for which in _named(films, "film_id"):
            self._connection.exec_driver_sql(f"DELETE FROM film_word WHERE {which}")
            _name_words(self._connection, which)

    def _note(self, sign: int, ids: Sequence[int]) -> None:
        if ids and not self._is_begun:
            for statement in self._fold.made:
                self._connection.exec_driver_sql(statement)
            self._is_begun = True
        for which in _named(ids):
            self._connection.exec_driver_sql(NOTED.format(sign=sign, which=which))

    def close(self, at: str, first_change: int) -> int:
        """Fold all in; changes get numbers from `first_change` on. Gives how many."""
        run = self._connection.exec_driver_sql
        if self._is_begun:
            for statement in self._fold.added:
                run(statement)
            self._keep_months()
            run(HISTORY.format(day=f"'{at[:10]}'"))
            if self._has_left:
                for statement in AFTER_LEAVING:
                    run(statement)
            for name in self._fold.tables:
                run(f"DELETE FROM {name}")
            self._has_left = False
        return self._write_changes(first_change)

    def _keep_months(self) -> None:
        """Add what moved to the months of large films; those that became so are read, and what shrank is dropped."""
        run = self._connection.exec_driver_sql
        sizes = run(SIZES.format(large=folding.LARGE)).fetchall()
        is_large = {(id, now > folding.LARGE, before > folding.LARGE) for id, now, before in sizes}
        for which in _named(sorted(id for id, now, before in is_large if now and before), "film_id"):
            run(self._fold.months.format(which=which))
            if self._has_left:
                run(f"DELETE FROM film_month WHERE scored = 0 AND {which}")
        for which in _named(sorted(id for id, now, before in is_large if not (now and before)), "film_id"):
            run(f"DELETE FROM film_month WHERE {which}")
        for which in _named(sorted(id for id, now, before in is_large if now and not before), "film_id"):
            run(MONTHS_ANEW.format(which=which))

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


def _named(ids: Sequence[int], column: str = "id") -> Iterator[str]:
    """Conditions that together name these ids; a row of numbers without gaps is one."""
    if len(ids) > 2 and ids[-1] - ids[0] == len(ids) - 1 and list(ids) == list(range(ids[0], ids[-1] + 1)):
        yield f"{column} BETWEEN {int(ids[0])} AND {int(ids[-1])}"
        return
    rest = iter(ids)
    while some := list(islice(rest, AT_ONCE)):
        yield f"{column} IN ({', '.join(str(int(id)) for id in some)})"


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


def _name_words(connection: Connection, which: str) -> None:
    found = connection.exec_driver_sql(f"SELECT key, film_id FROM film_title WHERE {which}").fetchall()
    rows = sorted({(word, film_id) for key, film_id in found for word in key.split()})
    if rows:
        named = [dict(zip(("word", "film_id"), row, strict=True)) for row in rows]
        connection.execute(text("INSERT INTO film_word (word, film_id) VALUES (:word, :film_id)"), named)


def rebuild(connection: Connection) -> None:
    """Make all statistics anew from the reviews and films; the history and the record of changes stay as they are."""
    run = connection.exec_driver_sql
    for table in TABLES:
        run(f"DELETE FROM {table.__tablename__}")
    fold = FOLDS[connection.dialect.name]
    for statement in fold.made:
        run(statement)
    last = run("SELECT MAX(id) FROM review").scalar() or 0
    for start in range(1, last + 1, REBUILT_AT_ONCE):
        run(NOTED.format(sign=1, which=f"id BETWEEN {start} AND {start + REBUILT_AT_ONCE - 1}"))
        for statement in fold.added:
            run(statement)
        for name in fold.tables:
            run(f"DELETE FROM {name}")
    run(MONTHS_ANEW.format(which=f"film_id IN (SELECT film_id FROM film_stat WHERE voices > {folding.LARGE})"))
    last = run("SELECT MAX(id) FROM film").scalar() or 0
    for start in range(1, last + 1, REBUILT_AT_ONCE):
        _name_people(connection, f"id BETWEEN {start} AND {start + REBUILT_AT_ONCE - 1}")
        _name_words(connection, f"film_id BETWEEN {start} AND {start + REBUILT_AT_ONCE - 1}")


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
