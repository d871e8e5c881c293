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

from aggregator.store import open_store
from store_samples import dump, many, take_in

REVIEWS = 240
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


@pytest.mark.parametrize("seed", range(3))
def test_kill(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "killed.sqlite"
    command = [sys.executable, "-c", CODE, str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    time.sleep(random.Random(seed).uniform(0.02, 0.4))
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
