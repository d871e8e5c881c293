"""What keeping the statistics costs: microseconds of CPU a review, in transactions that are not kept.

    python -m benchmarks.upkeep --database FILE [--batch 5000] [--rounds 5]

The store is one of benchmarks/serve.py, the transactions those of ingest: thousands of reviews, for which a connection
takes memory. Each round writes a batch of new reviews and counts them, then changes the
score of half of them, then takes a tenth away; what is timed is the upkeep alone, not the writing of the reviews. At
the end a rebuild must give the same figures: in a small store of its own, where that is a matter of seconds.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from typing import Any

from sqlalchemy import Connection

from aggregator.store import Store, open_store, statistics
from aggregator.store.statistics import TABLES
from benchmarks.served_store import fill, insert, reviews

CHECKED = 20_000
"""Reviews of the store in which the figures are compared."""


class Undone(Exception):
    """Ends a transaction without keeping it."""


def figures(connection: Connection) -> list[list[tuple[Any, ...]]]:
    """All that is kept, row by row."""
    names = [table.__tablename__ for table in TABLES]
    return [sorted(map(tuple, connection.exec_driver_sql(f"SELECT * FROM {name}")), key=repr) for name in names]


def one_round(
    store: Store, batch: int, draw: random.Random, *, is_compared: bool = False
) -> tuple[dict[str, float], bool]:
    """Microseconds a review by kind of change, and whether a rebuild gave equal figures (True where none was made)."""
    took: dict[str, float] = {}
    is_equal = True
    try:
        with store.write() as writer:
            writer.expect_bulk()
            run = writer.connection.exec_driver_sql
            first, films, outlets = (
                int(run(f"SELECT MAX(id) FROM {name}").scalar() or 0) for name in ("review", "film", "site")
            )
            rows = list(reviews(batch, films, outlets, draw))
            for number, row in enumerate(rows, first + 1):
                shift = number - row["id"]
                row |= {"id": number, "key": f"{row['key']}/new{number}", "story_id": row["story_id"] + shift}
                row["copy_of"] = None if row["copy_of"] is None else row["copy_of"] + shift
            insert(writer.connection, "review", rows)
            ids = [row["id"] for row in rows]
            half, tenth = ids[::2], ids[::10]
            steps = (
                ("new", (), "SELECT 1", ids),
                (
                    "changed",
                    half,
                    f"UPDATE review SET score = 50 WHERE id >= {ids[0]} AND id % 2 = {half[0] % 2}",
                    half,
                ),
                (
                    "gone",
                    tenth,
                    f"UPDATE review SET gone_at = '2031' WHERE id >= {ids[0]} AND id % 10 = {tenth[0] % 10}",
                    (),
                ),
            )
            for name, leaving, sql, coming in steps:
                begun = time.process_time()
                writer.tally.leaves(leaving)
                spent = time.process_time() - begun
                run(sql)
                begun = time.process_time()
                writer.tally.came(coming)
                writer.tally.close(writer.at, 0)
                spent += time.process_time() - begun
                took[name] = spent * 1e6 / max(len(leaving), len(coming))
            if is_compared:
                kept = figures(writer.connection)
                statistics.rebuild(writer.connection)
                is_equal = figures(writer.connection) == kept
            raise Undone
    except Undone:
        return took, is_equal


def main() -> int:
    """Run it; 1 where a rebuild gives other figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--database", required=True, help="an SQLAlchemy URL or SQLite file, as benchmarks/serve.py fills it"
    )
    parser.add_argument("--batch", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    draw = random.Random(3)
    with open_store(args.database) as store:
        rounds = [one_round(store, args.batch, draw)[0] for _ in range(args.rounds)]
    for name in rounds[0]:
        values = sorted(took[name] for took in rounds)
        print(f"{name:<8} {values[0]:6.1f} to {values[-1]:6.1f} microseconds of CPU a review")
    with open_store("sqlite://") as store:
        fill(store, CHECKED, CHECKED // 10, 50)
        is_equal = one_round(store, CHECKED // 5, draw, is_compared=True)[1]
    print("a rebuild gives equal figures" if is_equal else "a rebuild gives OTHER figures")
    return int(not is_equal)


if __name__ == "__main__":
    sys.exit(main())
