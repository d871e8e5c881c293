"""Runs that are killed, and runs that meet at one host."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from typing import TYPE_CHECKING

from crawl.test_crawl import blog_with_sitemap, post

if TYPE_CHECKING:
    from crawl.conftest import Blog, Crawls

STORED = "SELECT url, film_title, rating_value, row_hash, complete FROM review ORDER BY url"
TITLES = [f"Carriage {number}" for number in range(24)]


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
    undisturbed = crawls_apart.rows(STORED)
    assert len(undisturbed) == len(TITLES)

    moments = random.Random(7)
    for _ in range(10):
        enough = len(blog.asked) + moments.randint(3, 12)
        crawls.kill_when(lambda enough=enough: len(blog.asked) >= enough, blog.home)
    (report,) = crawls.run(blog.home)
    assert report["state"] == "good"
    assert crawls.rows(STORED) == undisturbed
    assert crawls.rows("SELECT count(*), count(DISTINCT key) FROM review") == [(len(TITLES), len(TITLES))]
    states = dict(crawls.rows("SELECT state, count(*) FROM run GROUP BY state"))
    assert states == {"good": 1, "cut-off": sum(states.values()) - 1}


def test_a_cut_off_run_is_gone_on_with(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    for path, title in zip(paths, TITLES, strict=True):
        blog.answers[path] = slow_post(title)
    before = "import aggregator.crawl.pipeline as p; p.BATCH = 1\n"
    crawls.kill_when(lambda: len(blog.asked) > 20, blog.home, mode="backfill", before=before)
    stored = len(crawls.rows(STORED))
    assert 5 < stored < len(TITLES)
    (report,) = crawls.run(blog.home, mode="backfill")
    assert report["causes"]["post/passed-over/done"] >= stored
    assert len(crawls.rows(STORED)) == len(TITLES)


def test_two_runs_share_a_host(blog: Blog, crawls: Crawls, crawls_apart: Crawls) -> None:
    blog_with_sitemap(blog, TITLES[:4])
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
    crawls_apart.scratch = crawls.scratch
    polite = {"AGGREGATOR_DELAY": "0.3"}
    running = [some.start(blog.home, env=polite) for some in (crawls, crawls_apart)]
    for process in running:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    gaps = [later - earlier for earlier, later in pairwise(blog.times)]
    assert len(gaps) > 10 and min(gaps) > 0.25
    assert together[0] == 1


def test_a_full_disk_is_named_and_loses_nothing_stored(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, TITLES[:6])
    crawls.run(blog.home, limit=2)
    before = (
        "import sqlite3, aggregator.store.engine as engine\n"
        "old = engine._set_up\n"
        "def small(connection, record):\n"
        "    old(connection, record)\n"
        "    pages = connection.execute('PRAGMA page_count').fetchone()[0]\n"
        "    connection.execute(f'PRAGMA max_page_count = {pages + 2}')\n"
        "engine._set_up = small\n"
    )
    process = crawls.start(blog.home, before=before)
    out, _ = process.communicate(timeout=60)
    assert '"broken"' in out and "full" in out
    assert len(crawls.rows(STORED)) == 2
    crawls.run(blog.home)
    assert len(crawls.rows(STORED)) == 6
