"""Writes the examples of the API's description: what the API answers over a little store of made-up reviews.

python tests/api_examples.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from fastapi.testclient import TestClient  # noqa: E402

from aggregator import runs  # noqa: E402
from aggregator.records import Review  # noqa: E402
from aggregator.store import Store, open_store, writer  # noqa: E402
from aggregator.values.verdict import Verdict  # noqa: E402
from aggregator.web import create_app  # noqa: E402
from aggregator.web.examples import FILE  # noqa: E402
from store_samples import prose, rated, review, take_in  # noqa: E402

AT = "2026-01-31T09:00:00Z"
ASKED = {
    "/films": "/films?limit=1",
    "/films/{film_id}": "/films/1?limit=1",
    "/reviews": "/reviews?limit=1",
    "/reviews/{review_id}": "/reviews/1",
    "/outlets": "/outlets?limit=1",
    "/outlets/{name}": "/outlets/quietreels.example",
    "/compare": "/compare?one=quietreels.example&other=nightbus.example",
    "/agreement": "/agreement",
    "/rankings": "/rankings?by=best&at_least=2&limit=1",
    "/authors": "/authors?limit=1",
    "/authors/{name}": "/authors/Maud%20Ellery",
    "/search": "/search?q=quietrels",
    "/changes": "/changes?limit=1",
}
"""Path of the description to what is asked of it."""


def opinions() -> list[Review]:
    """Two films on two blogs."""
    her: dict[str, Any] = {"film_year": 2013, "directors": ("Spike Jonze",), "cast": ("Joaquin Phoenix", "Amy Adams")}
    return [
        review(
            "https://quietreels.example/her/",
            "Her",
            headline="Her: a love story",
            author="Maud Ellery",
            rating=rated("4.5/5", 4.5, 5),
            verdict=Verdict("Tender, funny and quietly frightening.", True, "Verdict"),
            **her,
        ),
        review(
            "https://nightbus.example/her-review/",
            "Her",
            author="Jon Sable",
            rating=rated("7/10", 7, 10),
            published="2014-02-01",
            **her,
        ),
        review(
            "https://quietreels.example/lake/",
            "The Lake",
            film_year=1999,
            author="Maud Ellery",
            rating=rated("2/5", 2, 5),
            published="2014-03-01",
            text=prose(3),
        ),
        review(
            "https://nightbus.example/lake/", "The Lake", film_year=1999, author="Jon Sable", published="2014-03-02"
        ),
    ]


def fill(store: Store) -> None:
    """Take them in, in a run."""
    run = runs.begin(store, "quietreels.example", home="https://quietreels.example/")
    take_in(store, *opinions(), run_id=run)
    runs.finish(store, run, runs.Tally({"new": 4}, {"post/left-out/interview": 2}, {"rating": 3}))


def answers(store: Store) -> dict[str, Any]:
    """Path to its answer."""
    with TestClient(create_app(store)) as client:
        return {path: client.get(f"/api/v1{asked}").raise_for_status().json() for path, asked in ASKED.items()}


def recorded() -> dict[str, Any]:
    """The answers as they are today."""
    before, writer.now = writer.now, lambda: AT
    try:
        with TemporaryDirectory() as scratch, open_store(f"{scratch}/examples.sqlite") as store:
            fill(store)
            return answers(store)
    finally:
        writer.now = before


if __name__ == "__main__":
    FILE.write_text(json.dumps(recorded(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
