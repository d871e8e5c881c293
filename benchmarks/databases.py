"""How much longer PostgreSQL takes for pages and API than SQLite: two generated stores with the same rows.

    python -m benchmarks.databases URL [--sqlite FILE] [--reviews 200000] [--each 40] [--routes NAME]

Two servers on one core, no answer kept. Each question is asked of both, and which comes first changes with each, so
that both have the same machine. Beside the clock stands what the processor did for an answer, of PostgreSQL the server
and its backends together: on a machine with other work every wait for a backend costs the time until that has its turn.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import gettempdir
from typing import NamedTuple

from sqlalchemy import text

from aggregator.store import Store
from benchmarks.serve import ROUTES, Client, memory, processor, share, start
from benchmarks.served_store import served_store

REVIEWS = 200_000
WARM = 8
"""Questions of each route before the clock counts: a statement is prepared once it was asked a few times."""
ROUTES = ROUTES | {
    "page /reviews?held": lambda draw: f"/reviews?held=1&sort={draw.choice(('published', 'stored', 'score'))}",
    "page /films?q&sort": lambda draw: f"{ROUTES['page /films?q'](draw)}&sort={draw.choice(('title', 'newest'))}",
}
OTHERS = text("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")


class Took(NamedTuple):
    """What the answers of one route took, in milliseconds."""

    median: float
    p99: float
    cpu: float  # on average


def paths(route: str, count: int, reviews: int) -> list[str]:
    """What is asked of a route: the same for the same arguments."""
    draw = random.Random(route)
    if route.endswith("reviews/ID"):
        before = "/api/v1/reviews" if route.startswith("api") else "/reviews"
        return [f"{before}/{draw.randint(1, reviews)}" for _ in range(count)]
    return [ROUTES[route](draw) for _ in range(count)]


def backends(store: Store) -> list[int]:
    """The processes of a database server that work for others than us; none where the database is a file."""
    if store.engine.dialect.name != "postgresql":
        return []
    with store.read() as connection:
        return list(connection.execute(OTHERS).scalars())


async def compared(
    ports: Sequence[int], stores: Sequence[Store], servers: Sequence[int], asked: list[str]
) -> list[Took]:
    """What the answers of each server took."""
    loop = asyncio.get_running_loop()
    clients = [Client(port) for port in ports]
    took: list[list[float]] = [[] for _ in ports]
    pids: list[list[int]] = []
    before: list[float] = []
    for number, path in enumerate(asked):
        if number == WARM:
            pids = [[server, *backends(store)] for server, store in zip(servers, stores, strict=True)]
            before = [processor(each) for each in pids]
        statuses = {}
        for which in (0, 1) if number % 2 else (1, 0):
            begun = loop.time()
            statuses[which] = await clients[which].ask(path)
            took[which].append((loop.time() - begun) * 1000)
        if statuses[0] != statuses[1]:
            print(f"{statuses[0]} and {statuses[1]} for {path}", flush=True)
    used = [processor(each) - begun for each, begun in zip(pids, before, strict=True)]
    return [
        Took(share(times[WARM:], 0.5), share(times[WARM:], 0.99), each / (len(asked) - WARM))
        for times, each in zip(took, used, strict=True)
    ]


def main() -> int:
    """Run it; 0 always."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("url", help="of a PostgreSQL database; generated where it is empty, as the file is")
    parser.add_argument("--sqlite", default=str(Path(gettempdir()) / "aggregator-beside.sqlite"))
    parser.add_argument("--reviews", type=int, default=REVIEWS)
    parser.add_argument("--each", type=int, default=40, help="questions of each route")
    parser.add_argument("--routes", default="", help="only those whose name holds this")
    args = parser.parse_args()
    stores = [served_store(database, args.reviews) for database in (args.sqlite, args.url)]
    cores = sorted(os.sched_getaffinity(0))
    servers = [start(database, cores[-1], "cold") for database in (args.sqlite, args.url)]
    pids, ports = [server.pid for server, _ in servers], [port for _, port in servers]
    try:
        print(f"{'milliseconds':<24}{'SQLite':>13}{'PostgreSQL':>28}{'times':>21}")
        heads = f"{'median':>8}{'p99':>8}{'CPU':>8}" * 2
        print(f"{'route':<24}{heads}{'clock':>8}{'CPU':>7}")
        ratios: dict[str, list[float]] = {"the clock": [], "the processor": []}
        for route in (name for name in ROUTES if args.routes in name):
            found = asyncio.run(compared(ports, stores, pids, paths(route, args.each + WARM, args.reviews)))
            one, other = found
            ratios["the clock"].append(other.median / one.median)
            ratios["the processor"].append(other.cpu / one.cpu)
            cells = "".join(f"{value:>8.1f}" for took in found for value in took)
            print(f"{route:<24}{cells}{other.median / one.median:>8.1f}{other.cpu / one.cpu:>7.1f}", flush=True)
        for name, values in ratios.items():
            print(f"by {name} most often {share(values, 0.5):.1f} times, {min(values):.1f} to {max(values):.1f}")
        for name, pid in zip(("SQLite", "PostgreSQL"), pids, strict=True):
            print(f"{name}: server memory at most {memory(pid)[1]:.0f} MB")
    finally:
        for server, _ in servers:
            server.terminate()
            server.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
