"""A generated store for benchmarks/serve.py: a million reviews of 100,000 films by 2,000 outlets, written in bulk."""

from __future__ import annotations

import bisect
import itertools
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection

from aggregator.store import Store, open_store, pairs, statistics
from aggregator.store.tables import Base
from aggregator.values.title_keys import title_key

REVIEWS, FILMS, OUTLETS, AUTHORS = 1_000_000, 100_000, 2_000, 20_000
LARGEST = 0.02
"""Share of all reviews that are of the film most written about: 20,000 of a million."""
COPIES, UNRATED, HELD = 0.03, 0.25, 0.01
RUNS, LEFT_OUT = 3, 150
"""Of each outlet."""
AT_ONCE = 20_000
_WORDS = """
amber anchor arrow autumn avenue battle beacon bishop border bridge cabin candle canyon castle cellar circus copper
corner crystal dagger dancer desert diamond dragon drifter eagle echo ember empire engine falcon farewell father
feather ferry forest fortune garden ghost glacier gravity harbour harvest haven hollow horizon hunter island ivory
jacket jungle journey kingdom ladder lantern legend letter lighthouse lonely machine mansion marble meadow memory
midnight mirror mountain murder museum needle northern ocean orchard orphan palace paper passage pearl phantom pilgrim
pirate planet portrait prairie prison promise prophet quarry raven return river rocket saddle sailor salvation season
secret shadow shepherd silence silver sister sleeper soldier southern spider spirit station stranger summer sunset
sword temple thunder tiger tower traitor train treasure twilight valley velvet vessel village violin voyage warrior
water western whisper widow willow window winter witness wolf yellow
"""
WORDS = _WORDS.split()
NAMES = [
    one + two
    for one in ("Al", "Be", "Ca", "Do", "El", "Fi", "Gre", "Ha", "Jo", "Ma")
    for two in ("na", "ric", "lan", "vey", "mond")
]
VERDICTS = (
    "A wonderful, moving film, and one that I keep thinking about.",
    "It is a dull and lifeless affair that wastes everyone in it.",
    "Not every scene works, but those that do are worth the evening.",
    "Overall, it is worth the price of the ticket, and of the coat that one leaves behind.",
)
SCALES = (
    (5.0, 0.5, "stars"),
    (10.0, 0.5, "fraction"),
    (4.0, 0.5, "stars"),
    (100.0, 1.0, "percent"),
    (12.0, 1.0, "letters"),
)
LANGUAGES = ("en",) * 80 + ("de",) * 9 + ("fr",) * 6 + ("es",) * 4 + ("fi",)


def weights(count: int, exponent: float, offset: float = 0.0) -> list[float]:
    """Running sums of 1 / (rank + offset) ** exponent, the last being 1."""
    sums = list(itertools.accumulate((rank + offset) ** -exponent for rank in range(1, count + 1)))
    return [value / sums[-1] for value in sums]


def person(number: int) -> str:
    """An invented name."""
    last = f"{NAMES[number // 50 % 50]}{NAMES[number // 2500 % 50].lower()}"
    return f"{NAMES[number % 50]} {last}{'' if number < 125_000 else number}"


def films(count: int, draw: random.Random) -> Iterator[dict[str, Any]]:
    """Films under one to four words."""
    for id in range(1, count + 1):
        title = " ".join(draw.choices(WORDS, k=draw.choice((1, 2, 2, 3, 3, 4)))).title()
        title = f"The {title}" if draw.random() < 0.3 else title
        yield {
            "id": id,
            "title": title,
            "title_key": title_key(title),
            "year": 1930 + int(95 * draw.random() ** 0.4),
            "directors": orjson.dumps([person(int(draw.random() ** 2 * 30_000))]).decode(),
            "actors": orjson.dumps([person(int(draw.random() ** 2 * 90_000)) for _ in range(4)]).decode(),
            "ids": "{}",
            "provisional": True,
            "merged_into": None,
            "first_seen": "2025-01-01T00:00:00Z",
        }


def reviews(count: int, film_count: int, outlet_count: int, draw: random.Random) -> Iterator[dict[str, Any]]:
    """Reviews in the order in which they are stored; the film, the outlet and its author are drawn by weight."""
    by_film = weights(film_count, 0.8)
    first, rest = by_film[0], by_film[-1] - by_film[0]
    by_film = [LARGEST + (value - first) / rest * (1 - LARGEST) for value in by_film]
    by_outlet = weights(outlet_count, 0.7, 20)
    for id in range(1, count + 1):
        film = bisect.bisect_left(by_film, draw.random()) + 1
        outlet = bisect.bisect_left(by_outlet, draw.random()) + 1
        yield review(id, min(film, film_count), min(outlet, outlet_count), draw)


def review(id: int, film: int, outlet: int, draw: random.Random) -> dict[str, Any]:
    """One review as a row."""
    best, step, style = SCALES[outlet % len(SCALES)]
    liked = 35 + (film * 7919 % 50) + (outlet * 31 % 13) - 6 + draw.gauss(0, 12)
    value = min(best, max(0.0, round(liked / 100 * best / step) * step))
    rated = draw.random() >= UNRATED
    day = f"20{draw.randint(8, 25):02}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    copy = draw.random() < COPIES and id > 1
    held = draw.random() < HELD
    title = f"Film {film}"
    row = dict.fromkeys(column.name for column in Base.metadata.tables["review"].columns)
    return row | {
        "id": id,
        "key": f"blog{outlet}.example/{day[:4]}/{id}",
        "url": f"https://blog{outlet}.example/{day[:4]}/{id}/",
        "site_id": outlet,
        "headline": f"{title}: a review of something that was seen on a {day}",
        "film_title": title,
        "title_key": title.lower(),
        "author": f"{person(outlet * 10 + id % 10)}",
        "published": day,
        "language": LANGUAGES[outlet % 100],
        "rating_raw": f"{value:g}/{best:g}" if rated else None,
        "rating_value": value if rated else None,
        "rating_best": best if rated else None,
        "rating_worst": 0.0 if rated else None,
        "rating_style": style if rated else None,
        "scale_source": "declared" if rated else None,
        "score": 100 * value / best if rated else None,
        "policy": "default" if rated else None,
        "verdict": VERDICTS[id % 4],
        "verdict_explicit": True,
        "actors": "[]",
        "directors": "[]",
        "disputed": "[]",
        "film_ids": "{}",
        "complete": True,
        "words": 700,
        "text_hash": f"{id:032x}",
        "row_hash": f"{id:032x}",
        "reader": "benchmark",
        "film_id": None if held else film,
        "held": "not sure" if held else None,
        "story_id": id - 1 if copy else id,
        "copy_of": id - 1 if copy else None,
        "first_seen": "2025-06-01T00:00:00Z",
        "changed_at": "2025-06-01T00:00:00Z",
        "checked_at": "2025-06-01T00:00:00Z",
    }


CLAIMS = orjson.dumps(
    [
        {
            "field": name,
            "raw": f"{name} as the page writes it",
            "source": "META",
            "where": f"meta[{name}]",
            "chosen": True,
        }
        for name in ("film_title", "headline", "author", "published", "rating", "verdict")
    ]
).decode()


def insert(connection: Connection, table: str, rows: list[dict[str, Any]]) -> None:
    """Rows in the driver's own words."""
    columns = ", ".join(f'"{name}"' for name in rows[0])
    if connection.dialect.name == "sqlite":
        sql = f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" * len(rows[0]))})'
        connection.exec_driver_sql(sql, [tuple(row.values()) for row in rows])
        return
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(tuple(row.values()))


def keep_runs(connection: Connection, outlet_count: int, draw: random.Random) -> None:
    """What the ledger holds: some runs of each outlet, posts that were left out, pages in quarantine."""
    at = "2025-06-01T00:00:00Z"
    states = ("good",) * 12 + ("short", "quiet", "broken", "cut-off")
    runs = [
        {
            "id": id,
            "site_id": 1 + (id - 1) % outlet_count,
            "kind": "crawl",
            "state": (state := draw.choice(states)),
            "reason": None if state == "good" else "the front page answered 503 three times",
            "started": at,
            "finished": at,
            "beat_at": at,
            "process": "host/1/1",
            "version": "benchmark",
            "settings": "{}",
            "outcomes": '{"new": 12, "same": 30}',
            "causes": "{}",
            "filled": "{}",
        }
        for id in range(1, RUNS * outlet_count + 1)
    ]
    insert(connection, "run", runs)
    left_out = (
        {
            "key": f"blog{site}.example/post/{number}",
            "url": f"https://blog{site}.example/post/{number}/",
            "site_id": site,
            "headline": "A trip to the lake",
            "label": "essay",
            "score": 0.1,
            "reasons": "[]",
            "first_seen": at,
        }
        for site in range(1, outlet_count + 1)
        for number in range(LEFT_OUT)
    )
    for some in _batched(left_out):
        insert(connection, "left_out", some)
    sick = [
        {"key": f"blog{site}.example/sick/", "finder": "structured", "url": f"https://blog{site}.example/sick/"}
        | {"site_id": site, "run_id": site, "traceback": "ValueError", "first_seen": at}
        for site in range(1, outlet_count + 1, 20)
    ]
    insert(connection, "quarantine", sick)
    connection.exec_driver_sql(f"INSERT INTO counter (name, value) VALUES ('run', {len(runs)})")


def compare_all(store: Store) -> None:
    """What a crawl works out after its runs: how outlets agree, and large ones beside all others."""
    begun = time.process_time()
    number = pairs.refresh(store)
    print(f"agreement of {number:,} outlets worked out in {time.process_time() - begun:.0f} s of CPU", flush=True)


def fill(store: Store, count: int, film_count: int, outlet_count: int, *, seed: int = 7) -> None:
    """Fill an empty store: the same rows for the same seed; statistics are made at the end, as a rebuild makes them."""
    draw = random.Random(seed)
    begun = time.perf_counter()
    at = "2025-06-01T00:00:00Z"
    with store.write() as writer:
        sites = [
            {"id": id, "name": f"blog{id}.example", "home": f"https://blog{id}.example/", "first_seen": at}
            for id in range(1, outlet_count + 1)
        ]
        insert(writer.connection, "site", sites)
        for some in _batched(films(film_count, draw)):
            insert(writer.connection, "film", list(some))
            keys = [{"key": row["title_key"], "film_id": row["id"]} for row in some]
            insert(writer.connection, "film_title", keys)
    rows = reviews(count, film_count, outlet_count, draw)
    for some in _batched(rows):
        with store.write() as writer:
            insert(writer.connection, "review", list(some))
            insert(writer.connection, "evidence", [{"review_id": row["id"], "claims": CLAIMS} for row in some])
            revisions = [
                {
                    "id": row["id"],
                    "review_id": row["id"],
                    "at": at,
                    "cause": "new",
                    "changes": "{}",
                    "reader": "benchmark",
                }
                for row in some
            ]
            insert(writer.connection, "revision", revisions)
    with store.write() as writer:
        insert(
            writer.connection, "counter", [{"name": "review", "value": count}, {"name": "film", "value": film_count}]
        )
        writer.connection.exec_driver_sql("INSERT INTO change (seq, kind, id) SELECT id, 'review', id FROM review")
        writer.connection.exec_driver_sql(f"UPDATE counter SET value = {count} WHERE name = 'change'")
        keep_runs(writer.connection, outlet_count, draw)
    print(f"{count:,} reviews written in {time.perf_counter() - begun:.0f} s", flush=True)
    begun = time.process_time()
    with store.write() as writer:
        statistics.rebuild(writer.connection)
    print(f"statistics made in {time.process_time() - begun:.1f} s of CPU", flush=True)
    sql = "ANALYZE" if store.engine.dialect.name == "sqlite" else "VACUUM ANALYZE"
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(sql)
    compare_all(store)


def _batched(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while some := list(itertools.islice(rows, AT_ONCE)):
        yield some


def served_store(address: str, count: int = REVIEWS, film_count: int = FILMS, outlet_count: int = OUTLETS) -> Store:
    """The store at an address, generated where it is empty."""
    store = open_store(address)
    with store.read() as connection:
        there = connection.exec_driver_sql("SELECT count(*) FROM film").scalar_one()
    if not there:
        fill(store, count, film_count, outlet_count)
    return store


if __name__ == "__main__":
    served_store(sys.argv[1] if len(sys.argv) > 1 else str(Path("/tmp") / "served.sqlite")).close()
