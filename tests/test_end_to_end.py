"""Over real HTTP into SQLite, twice; and Scrapy by itself."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aggregator.demo import Served, blogs, serve

ROOT = Path(__file__).parents[1]
CRAWL = "import json, sys; from aggregator.crawl.run import crawl; crawl(sys.argv[1:])"
SCRAPY = (sys.executable, "-m", "scrapy")
TIMES = ("checked_at", "beat_at")
"""Columns that a second crawl may write."""


@pytest.fixture(scope="module")
def served() -> Iterator[list[Served]]:
    """The demo's blogs on loopback."""
    with serve(blogs()) as running:
        yield running


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "AGGREGATOR_DATABASE": f"sqlite:///{folder / 'reviews.sqlite'}",
        "AGGREGATOR_DELAY": "0",
        "AGGREGATOR_ALLOW_PRIVATE": "127.0.0.1",
        "AGGREGATOR_LEASES": str(folder / "hosts"),
    }


def run(folder: Path, *command: str) -> str:
    """Run a command in the repository; gives what it printed."""
    done = subprocess.run(command, cwd=ROOT, env=environment(folder), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def contents(database: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables but the run ledger, without the times of the last check."""
    with sqlite3.connect(database) as connection:
        connection.row_factory = sqlite3.Row
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for table in set(tables) - {"run", "counter"}:
            rows = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            kept = [{key: value for key, value in row.items() if key not in TIMES} for row in rows]
            found[table] = sorted(kept, key=repr)
        return found


def test_the_second_crawl_changes_nothing_but_checks_and_the_ledger(tmp_path: Path, served: list[Served]) -> None:
    targets = [f"{one.blog.name}={one.home}" for one in served]
    run(tmp_path, sys.executable, "-c", CRAWL, *targets)
    first = contents(tmp_path / "reviews.sqlite")
    assert len(first["review"]) >= 8 and first["left_out"] and first["page"]
    assert {row["site_id"] for row in first["review"]} == {row["id"] for row in first["site"]}
    run(tmp_path, sys.executable, "-c", CRAWL, *targets)
    assert contents(tmp_path / "reviews.sqlite") == first
    with sqlite3.connect(tmp_path / "reviews.sqlite") as connection:
        states = connection.execute("SELECT state, count(*) FROM run GROUP BY state").fetchall()
    assert states == [("good", 2 * len(served))]


def test_scrapy_lists_the_sites(tmp_path: Path) -> None:
    files = {path.stem for path in (ROOT / "spiders").glob("*.py")} - {"__init__"}
    assert set(run(tmp_path, *SCRAPY, "list").split()) == files


def test_scrapy_alone_gives_bare_items(tmp_path: Path, served: list[Served]) -> None:
    home = next(one.home for one in served if one.blog.name == "flixchatter")
    items = tmp_path / "items.jsonl"
    run(tmp_path, *SCRAPY, "crawl", "flixchatter", "-a", f"home={home}", "-O", str(items), "-s", "ITEM_PIPELINES={}")
    reviews = [json.loads(line) for line in items.read_text(encoding="utf-8").splitlines()]
    assert "FlixChatter Review: Spike Jonze’s HER" in {review["headline"] for review in reviews}
    assert all(review["claims"] and review["site"] == "flixchatter" for review in reviews)
    assert not (tmp_path / "reviews.sqlite").exists()


def test_scrapy_records_a_blog_without_a_site_file_under_its_host(tmp_path: Path, served: list[Served]) -> None:
    home = next(one.home for one in served if not one.blog.named)
    run(tmp_path, *SCRAPY, "crawl", "any", "-a", f"home={home}", "-a", "limit=3")
    with sqlite3.connect(tmp_path / "reviews.sqlite") as connection:
        assert connection.execute("SELECT name FROM site").fetchall() == [(home.split("/")[2],)]


def test_scrapy_parses_one_url(tmp_path: Path, served: list[Served]) -> None:
    one = next(one for one in served if one.blog.name == "flixchatter")
    url = one.home.rstrip("/") + "/2014/01/13/flixchatter-review-spike-jonzes-her/"
    printed = run(tmp_path, *SCRAPY, "parse", "--spider=any", "--nocolour", url)
    assert "Joaquin Phoenix" in printed and "'complete': True" in printed
    assert not (tmp_path / "reviews.sqlite").exists()
