"""One writing transaction: rows are gathered, and written in bulk on driver level when it ends."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from operator import itemgetter
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, select

from aggregator.store.clock import now
from aggregator.store.statistics import COUNTED, SHOWN, Tally
from aggregator.store.tables import Base, CounterRow, Json, ReviewRow, SiteRow

Row = Mapping[str, Any]

IN_ORDER = [table.name for table in Base.metadata.sorted_tables]
"""Tables so that a row's parents are written before it."""

JSON_COLUMNS = {
    table.name: tuple(column.name for column in table.columns if isinstance(column.type, Json))
    for table in Base.metadata.sorted_tables
}
PEOPLE = frozenset(("directors", "actors"))
CHUNK = 500
"""Keys looked up in one statement."""
AT_ONCE = (16, 256, 4_096)
"""Values in one driver-level look-up: few lengths, so that its statements are prepared once."""
BULK_PRAGMAS = (
    "PRAGMA cache_size = -262144",
    "PRAGMA wal_autocheckpoint = 128000",
    "PRAGMA journal_size_limit = 536870912",
)
"""Among a million reviews each bulk touches most pages of the indexes: 256 MB of them stay in memory, and what several
transactions write of one page reaches the file once in 512 MB of journal."""


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cyclic garbage within the block: records and rows make none, and a sixth of the time goes there."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class Writer:
    """What `Store.write` hands out; good for one transaction, and then done with.

    Rows are visible to queries only after `flush`; the modules that save keep what they have added in `cache`.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.at = now()
        self.tally = Tally(connection)
        self.cache: dict[str, dict[Any, Any]] = defaultdict(dict)
        self._new: dict[str, list[Row]] = defaultdict(list)
        self._tuples: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        self._changed: dict[str, dict[int, dict[str, Any]]] = defaultdict(dict)
        self._cursor: Any = None
        self.mark = "?" if connection.dialect.name == "sqlite" else "%s"
        self._removed: dict[str, set[str]] = defaultdict(set)
        self._counters: dict[str, int] = {}
        self._counted: set[str] = set()

    def expect_bulk(self) -> None:
        """Let this SQLite connection take memory and journal for thousands of rows in one transaction."""
        if self.connection.dialect.name == "sqlite":
            for pragma in BULK_PRAGMAS:
                self.connection.exec_driver_sql(pragma)

    def new_id(self, table: str) -> int:
        """The next id of a table."""
        if table not in self._counters:
            found = self.connection.execute(select(CounterRow.value).where(CounterRow.name == table)).scalar()
            self._counters[table] = found or 0
        self._counters[table] += 1
        self._counted.add(table)
        return self._counters[table]

    def rows_in(self, sql: str, values: Sequence[Any]) -> Iterator[Any]:
        """Rows of a query that ends in a column's name, for many values of that column, in the driver's own words."""
        if self._cursor is None:
            self._cursor = self.connection.connection.cursor()
        for start in range(0, len(values), AT_ONCE[-1]):
            some = values[start : start + AT_ONCE[-1]]
            room = next(size for size in AT_ONCE if size >= len(some))
            padded = (*some, *[some[-1]] * (room - len(some)))
            self._cursor.execute(f"{sql} IN ({', '.join([self.mark] * room)})", padded)
            yield from self._cursor.fetchall()

    def add(self, table: str, row: Row) -> None:
        """Insert a row at the end of the transaction; it must name every column that has no default."""
        self._new[table].append(row)

    def add_tuples(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Insert rows, their values in the order of the table's columns: for small rows that come by the dozen."""
        self._tuples[table].extend(rows)

    def insert_tuples(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Insert rows at once, their values in the order of the table's columns: for large rows."""
        self.execute_many(_insert_sql(table, self.mark)[0], list(rows))

    def change(self, table: str, id: int, values: Row) -> None:
        """Update columns of a row at the end of the transaction, after all inserts; the last value of each counts."""
        self._changed[table].setdefault(id, {}).update(values)

    def remove(self, table: str, key: str) -> None:
        """Delete the row with this `key`, if there is one, at the end of the transaction."""
        self._removed[table].add(key)

    def flush(self) -> None:
        """Write what was gathered; `Store.write` does so at the end."""
        with uncollected():
            self._flush()

    def close(self) -> None:
        """Write what was gathered, and bring the statistics up to it: the last act of the transaction."""
        self.flush()
        changes = self.tally.pending
        first = self.new_id("change") if changes else 0
        if changes:
            self._counters["change"] += changes - 1
        self.tally.close(self.at, first)
        self.flush()

    @contextmanager
    def recounting(self, which: ColumnElement[bool]) -> Iterator[list[int]]:
        """Give the ids of reviews that statements within the block change or delete, and count them anew after it."""
        self.flush()
        ids = list(self.connection.execute(select(ReviewRow.id).where(which).order_by(ReviewRow.id)).scalars())
        self.tally.leaves(ids)
        yield ids
        self.tally.came(ids)
        self.tally.tell("review", ids)

    def _flush(self) -> None:
        for name, keys in self._removed.items():
            self.execute_many(f'DELETE FROM "{name}" WHERE "key" = {self.mark}', [(key,) for key in keys])
        self._removed.clear()
        for name in IN_ORDER:
            if rows := self._new.pop(name, None):
                self._insert(name, rows)
                self._count_new(name, rows)
            if tuples := self._tuples.pop(name, None):
                self.execute_many(_insert_sql(name, self.mark)[0], sorted(tuples))
        for name, changes in self._changed.items():
            self._change_counted(name, changes)
        self._changed.clear()
        counted = [{"name": name, "value": self._counters[name]} for name in sorted(self._counted)]
        self._counted.clear()
        if counted:
            self.upsert("counter", counted, ("name",))

    def _count_new(self, table: str, rows: Sequence[Row]) -> None:
        if table in ("review", "film"):
            ids = sorted(row["id"] for row in rows)
            self.tally.tell(table, ids, are_new=True)
            (self.tally.came if table == "review" else self.tally.name_people)(ids)
        elif table == "film_title":
            self.tally.name_words(sorted({row["film_id"] for row in rows}))

    def _change_counted(self, table: str, changes: Mapping[int, Row]) -> None:
        if table == "review":
            counted = sorted(id for id, row in changes.items() if not COUNTED.isdisjoint(row))
            self.tally.leaves(counted)
            self._update(table, changes)
            self.tally.came(counted)
            self.tally.tell("review", (id for id, row in changes.items() if not SHOWN.isdisjoint(row)))
            return
        self._update(table, changes)
        if table == "film":
            self.tally.name_people(sorted(id for id, row in changes.items() if not PEOPLE.isdisjoint(row)))
            self.tally.tell("film", changes)

    def _insert(self, table: str, rows: list[Row]) -> None:
        """Insert rows on driver level: half the cost of Core for a bulk of small rows (benchmarks/ingest.py)."""
        sql, names = _insert_sql(table, self.mark)
        values = itemgetter(*names)
        places = [names.index(name) for name in JSON_COLUMNS[table]]
        self.execute_many(sql, [_packed(values(row), places) for row in rows])

    def _update(self, table: str, changes: Mapping[int, Row]) -> None:
        groups: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
        for id, row in changes.items():
            places = [place for place, name in enumerate(row) if name in JSON_COLUMNS[table]]
            groups[tuple(row)].append(_packed((*row.values(), id), places))
        for names, rows in groups.items():
            columns = ", ".join(f'"{name}" = {self.mark}' for name in names)
            self.execute_many(f'UPDATE "{table}" SET {columns} WHERE id = {self.mark}', rows)

    def execute_many(self, sql: str, rows: list[Any]) -> None:
        """Run one statement for many rows of values, in the driver's own words; `mark` stands for a value."""
        self.connection.exec_driver_sql(sql, rows)

    def upsert(self, table: str, rows: Sequence[Row], key: tuple[str, ...], keep: tuple[str, ...] = ()) -> None:
        """Insert rows at once, or update all other columns but `keep` where the key is there already."""
        if self._new or self._tuples:
            self.flush()
        if rows:
            names = tuple(rows[0])
            values = itemgetter(*names)
            places = [names.index(name) for name in JSON_COLUMNS[table] if name in names]
            sql = _upsert_sql(table, self.mark, names, key, keep)
            self.execute_many(sql, [_packed(values(row), places) for row in rows])

    def load_sites(self, names: Iterable[str]) -> None:
        """Fetch many sites at once, for `site_id` and `site_scale` to find them."""
        sites = self.cache["site"]
        wanted = [name for name in dict.fromkeys(names) if name not in sites]
        for start in range(0, len(wanted), CHUNK):
            some = wanted[start : start + CHUNK]
            sites.update(dict.fromkeys(some))
            query = select(SiteRow.name, SiteRow.id, SiteRow.home, SiteRow.scale).where(SiteRow.name.in_(some))
            sites.update((name, (id, home, scale)) for name, id, home, scale in self.connection.execute(query))

    def site_id(self, name: str, home: str | None = None) -> int:
        """The id of a site, which is made if it is new; a home page is filled in where none was known."""
        sites = self.cache["site"]
        if name not in sites:
            self.load_sites([name])
        if sites[name] is None:
            sites[name] = (self.new_id("site"), home, None)
            row = {
                "id": sites[name][0],
                "name": name,
                "home": home,
                "scale": None,
                "positive": None,
                "negative": None,
                "first_seen": self.at,
            }
            self.add("site", row)
        id, known_home, scale = sites[name]
        if home and home != known_home:
            self.change("site", id, {"home": home})
            sites[name] = (id, home, scale)
        return int(id)

    def site_scale(self, name: str) -> Mapping[str, Any] | None:
        """The scale learned from a site's ratings so far, as stored."""
        if name not in self.cache["site"]:
            self.load_sites([name])
        site = self.cache["site"][name]
        return site[2] if site else None


@cache
def _insert_sql(table: str, mark: str) -> tuple[str, list[str]]:
    """An INSERT in the driver's words, and the order of its values."""
    names = list(Base.metadata.tables[table].columns.keys())
    columns = ", ".join(f'"{name}"' for name in names)
    sql = f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join([mark] * len(names))})'
    return sql, names


def _packed(values: tuple[Any, ...], json: Sequence[int]) -> tuple[Any, ...]:
    """The values, those in the places of JSON columns as text."""
    if not json:
        return values
    packed = list(values)
    for place in json:
        if packed[place] is not None:
            packed[place] = orjson.dumps(packed[place]).decode()
    return tuple(packed)


@cache
def _upsert_sql(table: str, mark: str, names: tuple[str, ...], key: tuple[str, ...], keep: tuple[str, ...]) -> str:
    """An INSERT ... ON CONFLICT in the words that SQLite and PostgreSQL share."""
    columns = ", ".join(f'"{name}"' for name in names)
    rest = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name not in key and name not in keep)
    return (
        f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join([mark] * len(names))}) '
        f"ON CONFLICT ({', '.join(key)}) DO {f'UPDATE SET {rest}' if rest else 'NOTHING'}"
    )
