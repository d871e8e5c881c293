"""The run ledger: states, causes, runs cut off, what is due."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping

import pytest

from aggregator import runs
from aggregator.runs import Tally, judge, minutes
from aggregator.store import Store, ledger, queries
from aggregator.store import judge as judge_film
from store_samples import review, take_in

STATES = [
    (Tally({"new": 10}, filled={"rating": 10}), {"rating": 0.9}, 10.0, "good"),
    (Tally({"new": 10}, filled={"rating": 8}), {"rating": 0.9}, 10.0, "short"),
    (Tally({"new": 3}, filled={"rating": 0}), {"rating": 0.9}, 10.0, "good"),  # too few to tell
    (Tally({"new": 10, "same": 10}, filled={"rating": 9}, whole=10), {"rating": 0.9}, 10.0, "good"),  # excerpts before
    (Tally({"same": 10}, filled={}), {"verdict": 0.5}, 10.0, "short"),
    (Tally({}), {}, 10.0, "quiet"),
    (Tally({}), {}, 0.0, "good"),  # nothing, as ever
    (Tally({}, {"page/same": 5}), {}, 10.0, "good"),  # looked, and nothing changed
    (Tally({"refused": 4}), {}, 10.0, "broken"),
    (Tally({}, {"page/quarantine": 2}), {}, 0.0, "broken"),
    (Tally({"new": 1}, {"page/quarantine": 2}), {}, 0.0, "good"),
    (Tally({}, {"page/challenge": 3}), {}, 0.0, "broken"),
    (Tally({"new": 4}, error="the disk is full"), {}, 0.0, "broken"),
]


@pytest.mark.parametrize(("tally", "expect", "past", "state"), STATES)
def test_states(tally: Tally, expect: Mapping[str, float], past: float, state: str) -> None:
    found, reason = judge(tally, expect=expect, past=past)
    assert found == state
    assert (reason is None) == (state == "good")


def test_a_run_from_begin_to_finish(any_store: Store) -> None:
    run = runs.begin(any_store, "a.example", home="https://a.example/", settings={"mode": "newest"})
    with any_store.write() as writer:
        runs.beat(writer, run, {"new": 3})
    (row,) = queries.runs(any_store)
    assert (row.state, row.outcomes, row.finished) == ("running", {"new": 3}, None)
    tally = Tally({"new": 6, "refused": 2}, {"post/left-out/news": 4}, {"rating": 3})
    assert runs.finish(any_store, run, tally, expect={"rating": 0.5}) == "good"
    (row,) = queries.runs(any_store, site="a.example")
    assert (row.state, row.outcomes, row.causes, row.filled) == (
        "good",
        {"new": 6, "refused": 2},
        {"post/left-out/news": 4},
        {"rating": 0.5},
    )
    assert row.finished
    assert row.settings == {"mode": "newest"}
    assert queries.sites(any_store)[0].home == "https://a.example/"


def test_a_run_settles_what_waits_under_its_titles(store: Store) -> None:
    for site, year in (("a.example", 1977), ("b.example", 2018)):
        take_in(store, review(f"https://{site}/x/", "Suspiria", film_year=year, published="2018-11-01"))
    for site in ("c.example", "d.example"):
        take_in(store, review(f"https://{site}/x/", "Suspiria", published="2022-01-01"))
    assert queries.held_count(store) == 2
    judge_film.merge(store, 1, 2, who="ann")
    run = runs.begin(store, "e.example")
    runs.finish(store, run, Tally({"same": 1}))
    assert queries.held_count(store) == 2
    run = runs.begin(store, "a.example")
    runs.finish(store, run, Tally({"same": 1}))
    assert queries.held_count(store) == 0


def test_quiet_is_told_by_the_site_s_past(store: Store) -> None:
    for number in (4, 6):
        runs.finish(store, runs.begin(store, "a.example"), Tally({"new": number}))
    assert runs.finish(store, runs.begin(store, "a.example"), Tally({})) == "quiet"
    assert runs.finish(store, runs.begin(store, "b.example"), Tally({})) == "good"


def test_a_run_whose_process_is_gone_was_cut_off(store: Store) -> None:
    code = (
        "import os, sys\nfrom aggregator import runs\nfrom aggregator.store import open_store\n"
        "runs.begin(open_store(sys.argv[1]), 'a.example')\nos._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, store.url.removeprefix("sqlite:///")], check=False)
    mine = runs.begin(store, "b.example")
    states = {run.site: run.state for run in queries.runs(store)}
    assert states == {"a.example": "cut-off", "b.example": "running"}
    runs.begin(store, "c.example")
    with store.read() as connection:
        assert ledger.run(connection, mine).state == "running"


def test_a_reused_process_id_is_another_process(store: Store) -> None:
    with store.write() as writer:
        host = runs.this_process().split("/")[0]
        for name, process in {"reused": f"{host}/{os.getpid()}/1", "elsewhere": "other-host/1/1"}.items():
            ledger.add_run(writer, writer.site_id(name), "crawl", process=process, version="1", settings={})
    with store.write() as writer:
        assert runs.close_cut_off(writer) == 1
    assert {run.site: run.state for run in queries.runs(store)} == {"reused": "cut-off", "elsewhere": "running"}


@pytest.mark.parametrize(("text", "length"), [("30m", 30), ("6h", 360), ("2d", 2880), (" 24h ", 1440)])
def test_spans(text: str, length: int) -> None:
    assert minutes(text) == length


@pytest.mark.parametrize("text", ["", "h", "6", "6 weeks", "-1h", "1.5h"])
def test_no_spans(text: str) -> None:
    with pytest.raises(ValueError, match="no span"):
        minutes(text)


def test_what_is_due(store: Store) -> None:
    runs.finish(store, runs.begin(store, "old"), Tally({"new": 1}))
    runs.finish(store, runs.begin(store, "fresh"), Tally({"new": 1}))
    in_two_hours = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 7_200))
    assert runs.due(store, {"never": "24h", "old": "1h", "fresh": "6h"}, at=in_two_hours) == ["never", "old"]
    assert runs.due(store, {"never": "24h", "old": "1h", "fresh": "6h"}) == ["never"]
