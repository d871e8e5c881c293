"""Runs that are killed, and runs that meet at one host."""

from __future__ import annotations

import contextlib
import random
import re
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crawl.conftest import Crawls
from crawl.test_crawl import blog_with_sitemap, post

if TYPE_CHECKING:
    from crawl.conftest import Blog
    from crawl.forking import Forge

SHORT_OF_PATIENCE = (
    "import aggregator.store.engine as engine\nengine.PRAGMAS += ('PRAGMA busy_timeout = 200',)\n"
    "engine.BUSY_SECONDS = 0.2\n"
)
"""Python that has a crawl wait no longer than that for its database."""
A_FEW = "import aggregator.crawl.basket as b; b.FULL = 3\n"
"""Python that has a crawl store what it read three pages at a time, so that a kill finds some of it stored."""
PAGES = "SELECT url, status, body_hash, opt_out FROM page ORDER BY url"
FILMS = "SELECT title, year FROM film ORDER BY title"
STORED = "SELECT url, film_title, rating_value, row_hash, complete FROM review ORDER BY url"
TITLES = [f"Carriage {number}" for number in range(16)]


def slow_post(title: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """A post that takes its time, so that a kill finds the crawl at work."""
    body = post(title).encode()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.05)
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html; charset=utf-8")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def test_a_crawl_killed_at_ten_moments_ends_as_an_undisturbed_one(
    blog: Blog, crawls: Crawls, crawls_apart: Crawls
) -> None:
    for path, title in zip(blog_with_sitemap(blog, TITLES), TITLES, strict=True):
        blog.answers[path] = slow_post(title)
    crawls_apart.run(blog.home)
    undisturbed = [crawls_apart.rows(query) for query in (STORED, PAGES, FILMS)]
    assert len(undisturbed[0]) == len(TITLES)

    moments = random.Random(7)
    for _ in range(10):
        enough = len(blog.asked) + moments.randint(1, 20)
        crawls.kill_when(lambda enough=enough: len(blog.asked) >= enough, blog.home, before=A_FEW)
    (report,) = crawls.run(blog.home)
    assert report["state"] == "good"
    assert [crawls.rows(query) for query in (STORED, PAGES, FILMS)] == undisturbed
    assert crawls.rows("SELECT count(*), count(DISTINCT key) FROM review") == [(len(TITLES), len(TITLES))]
    states = dict(crawls.rows("SELECT state, count(*) FROM run GROUP BY state"))
    assert set(states) == {"good", "cut-off"} and states["cut-off"] >= 5


KILLED_AFTER = """
import os, signal
from contextlib import contextmanager
from aggregator.store import Store
write, left = Store.write, {transactions}
@contextmanager
def write_and_die(self):
    global left
    with write(self) as writer:
        yield writer
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
Store.write = write_and_die
"""


def test_a_crawl_killed_after_each_transaction_ends_as_an_undisturbed_one(
    blog: Blog, crawls: Crawls, crawls_apart: Crawls
) -> None:
    blog_with_sitemap(blog, TITLES[:8])
    crawls_apart.run(blog.home)
    undisturbed = [crawls_apart.rows(query) for query in (STORED, PAGES, FILMS)]
    for transactions, few in ((1, 3), (2, 4), (2, 3), (3, 4), (2, 5), (3, 3)):
        before = A_FEW.replace("3", str(few)) + KILLED_AFTER.format(transactions=transactions)
        crawl = crawls.start(blog.home, before=before)
        out, _ = crawl.finish()
        assert not out  # it did not come to its end
    crawls.run(blog.home)
    assert [crawls.rows(query) for query in (STORED, PAGES, FILMS)] == undisturbed


def test_a_cut_off_run_is_gone_on_with(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    for path, title in zip(paths, TITLES, strict=True):
        blog.answers[path] = slow_post(title)
    before = "import aggregator.crawl.basket as b; b.FULL = 1\n"
    crawls.kill_when(lambda: len(blog.asked) > 14, blog.home, mode="backfill", before=before)
    stored = len(crawls.rows(STORED))
    assert 3 < stored < len(TITLES)
    (report,) = crawls.run(blog.home, mode="backfill")
    assert report["causes"]["post/passed-over/done"] >= stored
    assert len(crawls.rows(STORED)) == len(TITLES)


@pytest.mark.parametrize("agreed_by", ["files", "postgresql"])
def test_two_runs_share_a_host(
    blog: Blog, crawls: Crawls, crawls_apart: Crawls, agreed_by: str, request: pytest.FixtureRequest
) -> None:
    blog_with_sitemap(blog, TITLES[:2])
    busy, together = [0], [0]

    def counted(title: str) -> Callable[[BaseHTTPRequestHandler], None]:
        answer = slow_post(title)

        def watch(handler: BaseHTTPRequestHandler) -> None:
            busy[0] += 1
            together[0] = max(together[0], busy[0])
            answer(handler)
            busy[0] -= 1

        return watch

    for path in [path for path in blog.answers if path.startswith("/2014/")]:
        blog.answers[path] = counted(path)
    if agreed_by == "files":
        crawls_apart.scratch = crawls.scratch  # two databases, one machine
    else:
        crawls.database = crawls_apart.database = request.getfixturevalue("postgres")  # one database, two machines
    polite = {"AGGREGATOR_DELAY": "0.2"}
    running = [some.start(blog.home, env=polite) for some in (crawls, crawls_apart)]
    for crawl in running:
        out, errors = crawl.finish()
        assert '"good"' in out, errors
    gaps = [later - earlier for earlier, later in pairwise(blog.times)]
    assert len(gaps) > 10 and min(gaps) > 0.15
    assert together[0] == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True)
    if done.returncode:
        pytest.skip(f"no file system can be mounted here: {done.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(file: Path) -> None:
    """Leave a file system with nothing to write to."""
    with file.open("wb", buffering=0) as filler, contextlib.suppress(OSError):
        while filler.write(b"x" * 4096):
            pass


def test_a_full_disk_is_named_and_loses_nothing_stored(blog: Blog, forge: Forge, small_disk: Path) -> None:
    crawls = Crawls(forge, f"sqlite:///{small_disk / 'reviews.sqlite'}", small_disk)
    paths = blog_with_sitemap(blog, TITLES[:6])
    crawls.run(blog.home, limit=2)
    last = blog.answers[paths[-1]]

    def full(handler: BaseHTTPRequestHandler) -> None:
        fill(small_disk / "filler")
        slow_post(TITLES[5])(handler)

    blog.answers[paths[-1]] = full
    (report,) = crawls.run(blog.home)
    assert report["state"] == "broken" and re.search("full|disk|I/O", report["reason"]), report
    (small_disk / "filler").unlink()
    assert len(crawls.rows(STORED)) == 2
    blog.answers[paths[-1]] = last
    crawls.run(blog.home)
    assert len(crawls.rows(STORED)) == 6


def test_a_locked_database_is_named_and_loses_nothing_stored(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, TITLES[:6])
    crawls.run(blog.home, limit=2)
    good = blog.answers[paths[-1]]
    with contextlib.closing(sqlite3.connect(crawls.database[10:], check_same_thread=False)) as other:

        def hold(handler: BaseHTTPRequestHandler) -> None:
            other.execute("BEGIN IMMEDIATE")
            slow_post(TITLES[5])(handler)

        blog.answers[paths[-1]] = hold
        (report,) = crawls.run(blog.home, before=SHORT_OF_PATIENCE)
    assert report["state"] == "broken" and "held by another process" in report["reason"]
    assert len(crawls.rows(STORED)) == 2
    blog.answers[paths[-1]] = good
    (report,) = crawls.run(blog.home)
    assert report["state"] == "good" and len(crawls.rows(STORED)) == 6


def test_a_crawl_that_cannot_store_ends_there(blog: Blog, crawls: Crawls) -> None:
    titles = [f"Wagon {number}" for number in range(48)]
    paths = blog_with_sitemap(blog, titles)
    with contextlib.closing(sqlite3.connect(crawls.database[10:], check_same_thread=False)) as other:

        def hold(handler: BaseHTTPRequestHandler) -> None:
            other.execute("BEGIN IMMEDIATE")
            slow_post(titles[3])(handler)

        for path, title in zip(paths, titles, strict=True):
            blog.answers[path] = slow_post(title)
        blog.answers[paths[3]] = hold
        (report,) = crawls.run(blog.home, before=f"{SHORT_OF_PATIENCE}{A_FEW}")
    assert report["state"] == "broken" and "held by another process" in report["reason"]
    asked = [path for path in blog.paths if path in paths]
    assert len(asked) <= asked.index(paths[3]) + 16 < len(paths)  # those on their way are waited for


SITES = 50
PAUSE = 0.5


def test_many_blogs_take_the_time_of_the_largest(blogs: Callable[..., Blog], crawls: Crawls) -> None:
    many = [blogs() for _ in range(SITES)]
    for place, blog in enumerate(many):
        blog_with_sitemap(blog, [f"Platform {place} {number}" for number in range(1 + 4 * (place == 7))])
    crawls.run(*(blog.home for blog in many), env={"AGGREGATOR_DELAY": str(PAUSE)})
    assert len(crawls.rows(STORED)) == SITES + 4
    gaps = [later - earlier for blog in many for earlier, later in pairwise(blog.times)]
    assert min(gaps) > 0.9 * PAUSE
    took = max(blog.times[-1] for blog in many) - min(blog.times[0] for blog in many)
    largest, pauses = max(len(blog.times) for blog in many) * PAUSE, len(gaps) * PAUSE
    assert took < max(2 * largest, pauses / 4), f"{took:.1f} s, where the largest blog needs {largest:.1f} s"
