"""How long pages and API take over a generated store: a million reviews, 100,000 films, 2,000 outlets.

    python -m benchmarks.serve [--database URL] [--seconds 240] [--rate 50] [--each 40] [--cold] [--alone]

The server runs in a process of its own on one core, the questions come from another. First a steady rate is asked, each
question at its own moment whatever the answers take (of each route some 330 in four minutes); then each route alone,
one question after the other, for what the processor does for an answer, whatever else the machine is busy with; then
film pages as fast as they come.
Nothing is written meanwhile, so that an address that is asked again gets the answer that was kept: the last column says
how often that was so, and with --cold no answer is kept.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import mmap
import os
import random
import socket
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from pathlib import Path
from urllib.parse import quote

from benchmarks.served_store import FILMS, OUTLETS, REVIEWS, WORDS, person, served_store, weights

DATABASE = "/tmp/aggregator-served.sqlite"
CONNECTIONS = 8
WARM = 2
"""Questions of each route before the clock counts."""
SERVER = """
import os, socket, sys
os.sched_setaffinity(0, {int(sys.argv[3])})
from aggregator.store import open_store
from aggregator.web import app, run_on
listener = socket.socket(fileno=int(sys.argv[2]))
with open_store(sys.argv[1], read_only=True) as store:
    run_on(listener, store, kept_bytes=0 if sys.argv[4] == "cold" else app.MOST_BYTES)
"""

Path_ = Callable[[random.Random], str]


def films(draw: random.Random, by: list[float] = weights(FILMS, 0.8)) -> int:  # noqa: B008
    """A film, those with many reviews asked for more often."""
    return min(FILMS, int(draw.random() ** 2 * FILMS) + 1) if draw.random() < 0.5 else _weighted(draw, by)


def _weighted(draw: random.Random, by: list[float]) -> int:
    from bisect import bisect_left

    return min(len(by), bisect_left(by, draw.random()) + 1)


def outlet(draw: random.Random) -> str:
    """An outlet's name."""
    return f"blog{draw.randint(1, OUTLETS)}.example"


def author(draw: random.Random) -> str:
    """An author's name, escaped."""
    return quote(person(draw.randint(1, OUTLETS) * 10 + draw.randint(0, 9)))


def typed(draw: random.Random) -> str:
    """Words as someone types them: a beginning, whole words, a misspelled title."""
    word = draw.choice(WORDS)
    kind = draw.random()
    if kind < 0.4:
        return word[: draw.randint(1, len(word))]
    other = f"{word} {draw.choice(WORDS)}"
    if kind < 0.7:
        return quote(other)
    at = draw.randrange(len(other) - 1)
    return quote(other[:at] + other[at + 1] + other[at] + other[at + 2 :])


ROUTES: dict[str, Path_] = {
    "page /": lambda _: "/",
    "page /films": lambda draw: f"/films?sort={draw.choice(('voices', 'mean', 'best', 'title', 'year', 'newest'))}",
    "page /films?q": lambda draw: f"/films?q={draw.choice(WORDS)}",
    "page /films?year": lambda draw: f"/films?year={draw.randint(1940, 2024)}&sort=mean",
    "page /films?person": lambda draw: f"/films?person={quote(person(int(draw.random() ** 2 * 30_000)))}",
    "page /films/ID": lambda draw: f"/films/{films(draw)}",
    "page /films/ID largest": lambda draw: f"/films/1?sort={draw.choice(('score', 'published', 'outlet'))}",
    "page /films/ID?inferred": lambda draw: f"/films/{films(draw)}?inferred=1",
    "page /reviews": lambda draw: f"/reviews?sort={draw.choice(('published', 'stored', 'score'))}",
    "page /reviews?site": lambda draw: f"/reviews?site={outlet(draw)}",
    "page /reviews?language": lambda draw: f"/reviews?language={draw.choice(('en', 'fi'))}&sort=score",
    "page /reviews/ID": lambda draw: f"/reviews/{draw.randint(1, REVIEWS)}",
    "page /outlets": lambda draw: f"/outlets?sort={draw.choice(('name', 'reviews'))}",
    "page /outlets/NAME": lambda draw: f"/outlets/{outlet(draw)}",
    "page /authors": lambda draw: f"/authors?sort={draw.choice(('reviews', 'name'))}",
    "page /author": lambda draw: f"/author?name={author(draw)}",
    "page /compare": lambda draw: f"/compare?one={outlet(draw)}&other={outlet(draw)}",
    "page /agreement": lambda _: "/agreement",
    "page /best": lambda draw: f"/best?at_least={draw.choice((1, 4, 100, 2000))}",
    "page /divisive": lambda draw: f"/divisive?at_least={draw.choice((2, 4, 100, 2000))}",
    "page /search": lambda draw: f"/search?q={typed(draw)}",
    "page /health": lambda _: "/health",
    "page /about": lambda _: "/about",
    "page feeds": lambda draw: draw.choice(
        ("/feed.atom", f"/films/{films(draw)}/feed.atom", f"/outlets/{outlet(draw)}/feed.atom")
    ),
    "api films": lambda draw: (
        f"/api/v1/films?at_least={draw.choice((1, 10, 1000))}&sort={draw.choice(('mean', 'best'))}"
    ),
    "api films/ID": lambda draw: f"/api/v1/films/{films(draw)}",
    "api reviews": lambda draw: f"/api/v1/reviews?film={films(draw)}",
    "api reviews/ID": lambda draw: f"/api/v1/reviews/{draw.randint(1, REVIEWS)}",
    "api outlets": lambda _: "/api/v1/outlets",
    "api outlets/NAME": lambda draw: f"/api/v1/outlets/{outlet(draw)}",
    "api authors": lambda draw: f"/api/v1/authors?sort={draw.choice(('reviews', 'name'))}",
    "api authors/NAME": lambda draw: f"/api/v1/authors/{author(draw)}",
    "api agreement": lambda draw: f"/api/v1/agreement?outlet={outlet(draw)}&outlet={outlet(draw)}",
    "api compare": lambda draw: f"/api/v1/compare?one={outlet(draw)}&other={outlet(draw)}",
    "api rankings": lambda draw: f"/api/v1/rankings?by=divisive&year={draw.randint(1940, 2024)}",
    "api search": lambda draw: f"/api/v1/search?q={typed(draw)}",
    "api changes": lambda _: "/api/v1/changes",
}
"""What is asked, each as often as the others."""


class Client:
    """One connection that is kept open."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self.hits = 0

    async def ask(self, path: str) -> int:
        """The status of an answer, once all of it has come."""
        if self._writer is None or self._writer.is_closing() or (self._reader and self._reader.at_eof()):
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 20)
        assert self._reader is not None
        head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n"
        self._writer.write(head.encode("ascii"))
        answer = await self._reader.readuntil(b"\r\n\r\n")
        lines = answer.decode("latin-1").lower().split("\r\n")
        self.hits += any(line.startswith("cache-status:") for line in lines)
        sizes = [int(line.partition(":")[2]) for line in lines if line.startswith("content-length:")]
        if sizes:
            await self._reader.readexactly(sizes[0])
        elif any(line.startswith("transfer-encoding: chunked") for line in lines):
            while size := int(await self._reader.readline(), 16):
                await self._reader.readexactly(size + 2)
            await self._reader.readline()
        return int(lines[0].split()[1])


async def steady(
    port: int, rate: float, seconds: float, names: list[str]
) -> tuple[dict[str, list[float]], Counter[str]]:
    """Milliseconds of each answer by route, from the moment at which its question was due; and how many were kept."""
    draw = random.Random(11)
    free: asyncio.Queue[Client] = asyncio.Queue()
    for _ in range(CONNECTIONS):
        free.put_nowait(Client(port))
    took: dict[str, list[float]] = defaultdict(list)
    kept = Counter[str]()

    async def ask(name: str, path: str, due: float) -> None:
        client = await free.get()
        before = client.hits
        status = await client.ask(path)
        if due:
            kept[name] += client.hits - before
            took[name].append((time.perf_counter() - due) * 1000)
        if status != 200:
            print(f"{status} for {path}", flush=True)
        free.put_nowait(client)

    for name in names:
        for _ in range(WARM):
            await ask(name, ROUTES[name](draw), 0.0)
    begin = time.perf_counter()
    tasks = []
    for number in range(int(rate * seconds)):
        due = begin + number / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        if not number % len(names):
            draw.shuffle(names)  # each as often as the others, in no order in which the heavy ones come together
        name = names[number % len(names)]
        tasks.append(asyncio.create_task(ask(name, ROUTES[name](draw), due)))
    await asyncio.gather(*tasks)
    return took, kept


def processor(pids: Collection[int]) -> float:
    """Milliseconds that processes had a core."""
    threads = (path for pid in pids for path in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    return sum(int(path.read_text().split()[0]) for path in threads) / 1e6


async def one_by_one(port: int, pid: int, each: int, names: list[str]) -> dict[str, list[float]]:
    """Milliseconds of the server's CPU for each answer by route."""
    client, draw = Client(port), random.Random(13)
    spent: dict[str, list[float]] = {}
    for name in names:
        paths = [ROUTES[name](draw) for _ in range(each)]
        await client.ask(paths[0])
        spent[name] = []
        for path in paths:
            begun = processor([pid])
            await client.ask(path)
            await asyncio.sleep(0.002)  # until the server waits again: a core's time is booked when it is given up
            spent[name].append(processor([pid]) - begun)
    return spent


async def saturated(port: int, seconds: float, route: str) -> tuple[float, float]:
    """Answers a second, and the share of kept ones: four connections ask on as soon as an answer is there."""
    draw = random.Random(12)
    end = time.perf_counter() + seconds
    number = hits = 0

    async def ask_on() -> None:
        nonlocal number, hits
        client = Client(port)
        while time.perf_counter() < end:
            await client.ask(ROUTES[route](draw))
            number += 1
        hits += client.hits

    await asyncio.gather(*(ask_on() for _ in range(4)))
    return number / seconds, hits / number


def share(values: list[float], part: float) -> float:
    """The value under which this part of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def memory(pid: int) -> tuple[float, float]:
    """Megabytes that a process holds, and held at most."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    found = {
        name: int(rest.split()[0]) / 1024
        for name, _, rest in (line.partition(":") for line in lines)
        if name.startswith("Vm")
    }
    return found["VmRSS"], found["VmHWM"]


def in_memory(file: Path) -> mmap.mmap:
    """A file's pages, which the system keeps in memory as long as they are mapped.

    What is measured is the server, not a disk: a virtual machine may drop pages that were only read, and one that is
    missing costs more than a whole answer.
    """
    with file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, mmap.MAP_SHARED | mmap.MAP_POPULATE, mmap.PROT_READ)


def start(database: str, core: int, how: str) -> tuple[subprocess.Popen[bytes], int]:
    """The server on a free port of loopback."""
    listener = socket.create_server(("127.0.0.1", 0))
    os.set_inheritable(listener.fileno(), True)
    command = [sys.executable, "-c", SERVER, database, str(listener.fileno()), str(core), how]
    server = subprocess.Popen(command, pass_fds=[listener.fileno()])
    port = listener.getsockname()[1]
    listener.close()
    return server, port


def main() -> int:
    """Run it; 0 where all that was asked was answered."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--database", default=DATABASE, help="an SQLAlchemy URL or SQLite file; generated where it is empty"
    )
    parser.add_argument("--seconds", type=float, default=240)
    parser.add_argument("--rate", type=float, default=50)
    parser.add_argument("--each", type=int, default=40, help="questions of each route alone")
    parser.add_argument("--routes", default="", help="only those whose name holds this")
    parser.add_argument("--cold", action="store_true", help="keep no answers")
    parser.add_argument("--alone", action="store_true", help="go before all other processes (needs root)")
    args = parser.parse_args()
    names = [name for name in ROUTES if args.routes in name]
    if not names:
        parser.error(f"no route is named like {args.routes!r}; there are {', '.join(ROUTES)}")
    served_store(args.database).close()
    held = in_memory(Path(args.database)) if Path(args.database).is_file() else None
    if args.alone:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    cores = sorted(os.sched_getaffinity(0))
    server, port = start(args.database, cores[-1], "cold" if args.cold else "warm")
    os.sched_setaffinity(0, {cores[0]})
    gc.disable()  # of whoever asks: its pauses are none of the server's
    try:
        took, kept = asyncio.run(steady(port, args.rate, args.seconds, names))
        spent = asyncio.run(one_by_one(port, server.pid, args.each, names))
        used, begun = processor([server.pid]), time.perf_counter()
        heads = ("median ms", "p99 ms", "most ms", "kept", "CPU ms", "most")
        print("{:<26}{:>8}{:>11}{:>9}{:>9}{:>7}{:>9}{:>7}".format("route", "answers", *heads))
        for sums in (took, spent):
            sums["all"] = [value for values in sums.values() for value in values]
        kept["all"] = kept.total()
        for name, values in took.items():
            figures = (share(values, 0.5), share(values, 0.99), max(values))
            print(
                "{:<26}{:>8}{:>11.1f}{:>9.1f}{:>9.1f}{:>7.0%}{:>9.1f}{:>7.1f}".format(
                    name, len(values), *figures, kept[name] / len(values), share(spent[name], 0.5), max(spent[name])
                )
            )
        rate, hits = asyncio.run(saturated(port, 10, "page /films/ID"))
        busy = (processor([server.pid]) - used) / 1000 / (time.perf_counter() - begun)
        print(
            f"film pages at saturation {rate:.0f} a second, {busy:.0%} of a core: {rate / busy:.0f} a second of CPU; "
            f"{hits:.0%} kept"
        )
        print("server memory {:.0f} MB, at most {:.0f} MB".format(*memory(server.pid)))
    finally:
        server.terminate()
        server.wait()
        if held is not None:
            held.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
