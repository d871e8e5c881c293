"""A process killed at any moment loses nothing that it reported, and leaves a database to go on with."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aggregator.store import judge, open_store, queries
from store_samples import dump, many, review, take_in

REVIEWS = 120
CODE = f"""
import sys
from aggregator.store import open_store
from store_samples import many, take_in
store = open_store(sys.argv[1])
print("open", flush=True)
reviews = many({REVIEWS})
for start in range(0, len(reviews), 20):
    take_in(store, *reviews[start : start + 20])
    print(start + 20, flush=True)
"""


@pytest.mark.parametrize("seed", range(2))
def test_kill(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "killed.sqlite"
    command = [sys.executable, "-c", CODE, str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    time.sleep(random.Random(seed).uniform(0.02, 0.2))
    process.send_signal(signal.SIGKILL)
    reported = [int(line) for line in process.stdout.read().splitlines()]
    process.wait()
    with sqlite3.connect(path) as connection:
        (stored,) = connection.execute("SELECT count(*) FROM review").fetchone()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert stored >= max(reported, default=0)
    assert stored % 20 == 0
    reviews = many(REVIEWS)
    with open_store(str(path)) as killed, open_store(str(tmp_path / "whole.sqlite")) as whole:
        for store in (killed, whole):
            for start in range(0, REVIEWS, 20):
                take_in(store, *reviews[start : start + 20])
        times = ("first_seen", "changed_at", "at")
        assert dump(killed, ignore=times) == dump(whole, ignore=times)


MERGES = """
import sys
from aggregator.store import judge, open_store
store = open_store(sys.argv[1])
print("open", flush=True)
while True:
    made = judge.merge(store, 1, 2, who="ann")
    print("merged", flush=True)
    judge.end(store, made.id, who="ann")
    print("apart", flush=True)
"""


def test_kill_in_the_middle_of_a_merge(tmp_path: Path) -> None:
    path = tmp_path / "merged.sqlite"
    with open_store(str(path)) as store:
        take_in(store, *(review(f"https://blog{n}.example/x/", f"Film {n % 2}") for n in range(20)))
    command = [sys.executable, "-c", MERGES, str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    time.sleep(random.Random(1).uniform(0.05, 0.3))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with open_store(str(path)) as store:
        first, second = queries.film(store, 1), queries.film(store, 2)
        assert first is not None
        assert second is not None
        standing = judge.judgements(store)
        assert (first.id, first.voices, second.voices) == ((2, 20, 20) if standing else (1, 10, 10))
