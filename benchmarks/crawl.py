"""A crawl on one core beside an empty spider of Scrapy's over the same pages; and many blogs side by side."""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "farm"
BLOGS = 8
"""Among which the pages are divided: each is asked one thing at a time."""
TEXT = re.compile(r"(?<=>)[^<>]{60,}(?=<)")
WORD = re.compile(r"\b[a-zà-ÿ]{4,}\b")
SYLLABLES = [one + two for one in "bdfglmnprstvz" for two in ("a", "e", "i", "o", "u", "en", "ar")]
spawned = multiprocessing.get_context("spawn")


class Farm:
    """The farm's reviews under other URLs, again and again, each round in other words."""

    def __init__(self, folder: Path, count: int) -> None:
        rows = [json.loads(line) for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
        reviews = [row for row in rows if row["kind"] == "review"]
        self.pages = [((folder / "pages" / row["file"]).read_text(encoding="utf-8"), row["url"]) for row in reviews]
        self.count = count

    def path(self, number: int) -> str:
        """Where a page is."""
        return f"/2014/01/a-review-numbered-{number}/"

    def page(self, number: int, origin: str) -> bytes:
        """A page at an origin."""
        html, url = self.pages[number % len(self.pages)]
        html = html.replace(url, origin + self.path(number))
        html = re.sub(r"http://127\.0\.0\.1:88\d\d", origin, html)
        if number >= len(self.pages):
            html = TEXT.sub(partial(reworded, random.Random(number)), html)
        return html.encode()

    def answer(self, place: int, origin: str, path: str) -> bytes:
        """What the blog at a place answers; empty: nothing is there."""
        if path == "/":
            return b"<!DOCTYPE html><title>Farm</title><p>A blog.</p>"
        if path == "/sitemap.xml":
            urls = (f"<url><loc>{origin}{self.path(number)}</loc></url>" for number in range(place, self.count, BLOGS))
            return f"<urlset>{''.join(urls)}</urlset>".encode()
        match = re.search(r"-(\d+)/$", path)
        return self.page(int(match[1]), origin) if match else b""


def reworded(draw: random.Random, text: re.Match[str]) -> str:
    """The text with two thirds of its longer words, but no names, exchanged for invented ones: no copy of the first."""
    return WORD.sub(lambda word: "".join(draw.choices(SYLLABLES, k=3)) if draw.random() < 2 / 3 else word[0], text[0])


def serve(answers: Callable[..., bytes], blogs: int, core: int | None, ready: Connection) -> None:
    """Serve blogs on ports of their own, and tell these."""
    if core is not None:
        os.sched_setaffinity(0, {core})
    asyncio.run(_serve(answers, blogs, ready))


async def _serve(answers: Callable[..., bytes], blogs: int, ready: Connection) -> None:
    servers = [await asyncio.start_server(partial(_talk, answers, place), "127.0.0.1", 0) for place in range(blogs)]
    ready.send([server.sockets[0].getsockname()[1] for server in servers])
    await asyncio.Event().wait()


async def _talk(
    answers: Callable[..., bytes], place: int, asks: asyncio.StreamReader, says: asyncio.StreamWriter
) -> None:
    origin = "http://{}:{}".format(*says.get_extra_info("sockname"))
    try:
        while head := await asks.readuntil(b"\r\n\r\n"):
            is_known = b"\r\nIf-None-Match: " in head
            body = b"" if is_known else answers(place, origin, head.split(b" ", 2)[1].decode())
            status, kind = ("200 OK", "text/html; charset=utf-8") if body else ("404 Not Found", "text/plain")
            status = "304 Not Modified" if is_known else status
            lines = (f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", 'ETag: "as-ever"')
            says.write("\r\n".join((*lines, "", "")).encode() + body)
            await says.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        says.close()


@contextmanager
def served(answers: Callable[..., bytes], blogs: int, core: int | None) -> Iterator[list[str]]:
    """The origins of blogs that another process serves."""
    here, there = spawned.Pipe()
    process = spawned.Process(target=serve, args=(answers, blogs, core, there), daemon=True)
    process.start()
    try:
        yield [f"http://127.0.0.1:{port}" for port in here.recv()]
    finally:
        process.terminate()
        process.join()


def in_a_process(work: Callable[..., dict[str, float]], *arguments: Any) -> dict[str, float]:
    """What work gives that starts a reactor of its own."""
    here, there = spawned.Pipe()
    process = spawned.Process(target=_send, args=(there, work, *arguments))
    process.start()
    there.close()
    result: dict[str, float] = here.recv()
    process.join()
    return result


def _send(there: Connection, work: Callable[..., dict[str, float]], *arguments: Any) -> None:
    there.send(work(*arguments))


def measured(work: Callable[[], int]) -> dict[str, float]:
    """Pages, wall and CPU seconds, and the peak of memory in MB."""
    wall, cpu = time.perf_counter(), time.process_time()
    pages = work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {
        "pages": pages,
        "wall": wall,
        "cpu": cpu,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def empty(origins: list[str], count: int, core: int | None) -> dict[str, float]:
    """An empty spider under Scrapy's own settings asks for all pages."""
    if core is not None:
        os.sched_setaffinity(0, {core})
    import scrapy
    from scrapy.crawler import AsyncCrawlerProcess

    farm = Farm(SHARED, count)

    class Empty(scrapy.Spider):
        name = "empty"
        start_urls = tuple(origins[number % BLOGS] + farm.path(number) for number in range(count))

        def parse(self, response: scrapy.http.Response) -> None:
            """Nothing."""

    process = AsyncCrawlerProcess({"LOG_LEVEL": "WARNING"})
    crawler = process.create_crawler(Empty)
    process.crawl(crawler)

    def run() -> int:
        process.start()
        return int(crawler.stats.get_value("downloader/response_status_count/200"))

    return measured(run)


def ours(
    folder: str, origins: list[str], core: int | None, delay: float, archive: bool, again: bool = False
) -> dict[str, float]:
    """A crawl of the blogs into an SQLite file and an archive in a folder; with `again` all known pages are asked."""
    if core is not None:
        os.sched_setaffinity(0, {core})
    os.environ |= {
        "AGGREGATOR_DATABASE": f"sqlite:///{folder}/reviews.sqlite",
        "AGGREGATOR_LEASES": f"{folder}/hosts",
        "AGGREGATOR_ARCHIVE": "" if archive else "off",
        "AGGREGATOR_ALLOW_PRIVATE": "127.0.0.1",
        "AGGREGATOR_DELAY": str(delay),
        "XDG_DATA_HOME": folder,
    }
    from aggregator.crawl.run import RunReport, crawl

    stored: dict[str, int] = {}
    next_told = [1_000]

    def tell(report: RunReport) -> None:
        stored[report.target] = sum(report.outcomes.values())
        if (total := sum(stored.values())) >= next_told[0]:
            next_told[0] = total + 1_000
            now = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
            print(f"  {total:6,} reviews stored, {now:4.0f} MB", flush=True)

    def run() -> int:
        reports = crawl(origins, mode="backfill" if again else "newest", on_progress=tell)
        return sum(report.same if again else sum(report.outcomes.values()) for report in reports)

    return measured(run)


def line(name: str, found: dict[str, float]) -> None:
    """Print one result."""
    each = 1000 * found["cpu"] / max(found["pages"], 1)
    print(
        f"{name:<8}{found['pages']:7,.0f} pages {found['pages'] / found['wall']:7.0f}/s {each:6.2f} ms CPU a page "
        f"peak {found['peak']:4.0f} MB",
        flush=True,
    )


def small(place: int, origin: str, path: str) -> bytes:
    """One of many blogs: two posts, and ten more at the first."""
    posts = [f"/2014/01/a-small-post-{number}/" for number in range(12 if place == 0 else 2)]
    if path == "/":
        return b"<!DOCTYPE html><title>Small</title><p>A blog.</p>"
    if path == "/sitemap.xml":
        return f"<urlset>{''.join(f'<url><loc>{origin}{post}</loc></url>' for post in posts)}</urlset>".encode()
    words = " ".join("".join(random.Random(f"{place}{path}{n}").choices(SYLLABLES, k=3)) for n in range(300))
    page = f"<!DOCTYPE html><title>Film {place} (2013) review</title><article class=post><h1>Film {place} (2013) review"
    return (
        f"{page}</h1><div class=entry-content><p>{words}.</p><p>Rating: 4/5</p></div></article>".encode()
        if path in posts
        else b""
    )


def many(sites: int, delay: float) -> None:
    """Print what sites with a delay take together, and what the largest would take alone."""
    with served(small, sites, None) as origins, TemporaryDirectory() as one, TemporaryDirectory() as other:
        alone = in_a_process(ours, one, origins[:1], None, delay, True)
        together = in_a_process(ours, other, origins, None, delay, True)
    print(f"the largest alone {alone['wall']:.1f} s, all {sites} together {together['wall']:.1f} s, delay {delay:g} s")


def main() -> int:
    """Print pages a second and CPU a page of both, and the share (medians of the passes)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--passes", type=int, default=2)
    parser.add_argument("--no-archive", action="store_true", help="do not keep the pages")
    parser.add_argument("--sites", type=int, help="many small blogs side by side instead")
    parser.add_argument("--delay", type=float, default=1.0, help="seconds between requests to one of them")
    args = parser.parse_args()
    if args.sites:
        many(args.sites, args.delay)
        return 0
    if not SHARED.is_dir():
        print(f"{SHARED}: no such folder", file=sys.stderr)
        return 2
    cores = sorted(os.sched_getaffinity(0))
    shares, costs = [], []
    with served(Farm(SHARED, args.pages).answer, BLOGS, cores[-1]) as origins:
        for _ in range(args.passes):
            with TemporaryDirectory() as folder:
                bare = in_a_process(empty, origins, min(args.pages, 2_000), cores[0])
                line("empty", bare)
                own = in_a_process(ours, folder, origins, cores[0], 0.0, not args.no_archive)
                line("crawl", own)
                again = in_a_process(ours, folder, origins, cores[0], 0.0, not args.no_archive, True)
                line("again", again)
            shares.append((own["pages"] / own["cpu"]) / (bare["pages"] / bare["cpu"]))
            costs.append((again["cpu"] / again["pages"]) / (bare["cpu"] / bare["pages"]))
            by_wall = (own["pages"] / own["wall"]) / (bare["pages"] / bare["wall"])
            print(f"share   {shares[-1]:.0%} of the empty spider's pages a CPU second, {by_wall:.0%} by the clock")
    print(f"median share {statistics.median(shares):.0%} of the empty spider (CPU)")
    print(f"an unchanged page costs {statistics.median(costs):.2f} of the empty spider's request (CPU)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
