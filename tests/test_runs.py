"""The run ledger: states, causes, runs cut off, what is due."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping

import pytest

from aggregator import runs
from aggregator.crawl.memory import INTERRUPTED
from aggregator.runs import Tally, advice, judge, minutes
from aggregator.store import Store, ledger, queries
from aggregator.store import judge as judge_film
from store_samples import review, take_in

A_REVIEW = {"rating": 0.9, "verdict": 0.3}
STATES = [
    (Tally({"new": 10}, filled={"rating": 10}), {"rating": 0.9}, 10.0, "good"),
    (Tally({"new": 10}, filled={"rating": 8}), {"rating": 0.9}, 10.0, "short"),
    (Tally({"new": 3}, filled={"rating": 0}), {"rating": 0.9}, 10.0, "good"),  # too few to tell
    (Tally({"new": 10, "same": 10}, filled={"rating": 9}, whole=10), {"rating": 0.9}, 10.0, "good"),  # excerpts before
    (Tally({"same": 10}, filled={}), {"verdict": 0.5}, 10.0, "short"),
    (Tally({}), {}, 10.0, "quiet"),
    (Tally({}), {}, 0.0, "quiet"),  # no post was found
    (Tally({}, {"post/passed-over/no-post": 9}), {}, 0.0, "quiet"),
    (Tally({}, {"post/passed-over/older": 9}), {}, 0.0, "good"),  # what it was asked to pass over
    (Tally({}, {"post/left-out/news": 9}), {}, 0.0, "good"),  # a blog of news
    (Tally({}, {"post/left-out/news": 9}), {}, 10.0, "quiet"),  # it used to have reviews
    (Tally({}, {"post/left-out/news": 2}), {}, 10.0, "good"),
    (Tally({}, {"page/same": 5}), {}, 10.0, "good"),  # looked, and nothing changed
    (Tally({"refused": 4}), {}, 10.0, "broken"),
    (Tally({}, {"page/quarantine": 2}), {}, 0.0, "broken"),
    (Tally({"new": 1}, {"page/quarantine": 2}), {}, 0.0, "good"),
    (Tally({}, {"page/challenge": 3}), {}, 0.0, "broken"),
    (Tally({}, {"page/login": 3, "page/parked": 1}), {}, 0.0, "broken"),
    (Tally({}, {"page/challenge": 1, "page/same": 26}), {}, 10.0, "good"),  # one page among many
    (Tally({}, {"page/challenge": 1, "page/same": 26, "post/passed-over/unchanged": 26}), {}, 10.0, "short"),
    (Tally({"gone": 2}, {"post/missing": 2, "page/same": 26}), {}, 10.0, "good"),
    (Tally({"gone": 9}, {"post/missing": 9, "page/same": 5}), {}, 10.0, "short"),
    (Tally({"gone": 1, "moved": 3}, {}), {}, 10.0, "quiet"),  # nothing was read
    (Tally({"new": 3}, {"page/failed/timeout": 5, "page/challenge": 2, "page/read": 4}), {}, 0.0, "short"),
    (Tally({"new": 9}, {"archive/failed": 4}), {}, 0.0, "short"),
    (Tally({"new": 3}, {"page/failed/timeout": 4, "page/read": 3}), {}, 0.0, "good"),  # too few to tell
    (Tally({}, {"page/failed/retry-after": 3}), {}, 10.0, "short"),  # it was not silent
    (Tally({}, {"page/failed/timeout": 1, "page/same": 4}), {}, 10.0, "good"),
    (Tally({"new": 3}, {"page/failed/timeout": 5, "page/read": 6}), {}, 0.0, "good"),
    (Tally({"new": 3}, {"page/failed/http-404": 50, "page/failed/robots": 50, "page/read": 3}), {}, 0.0, "good"),
    (Tally({"new": 12}, filled={"rating": 6, "verdict": 0}), {}, 10.0, "good"),  # more than half of what is usual
    (Tally({"new": 12}, filled={"rating": 4}), {}, 10.0, "short"),
    (Tally({"new": 9}, filled={"rating": 0}), {}, 10.0, "good"),  # too few to tell
    (Tally({"new": 12}, filled={"rating": 4}), {"rating": 0.3}, 10.0, "good"),  # the site file knows
    (Tally({"new": 4}, error="the disk is full"), {}, 0.0, "broken"),
]


@pytest.mark.parametrize(("tally", "expect", "past", "state"), STATES)
def test_states(tally: Tally, expect: Mapping[str, float], past: float, state: str) -> None:
    usual = ledger.Past(past, 0.8, A_REVIEW) if past else ledger.Past()
    found, reason = judge(tally, expect=expect, past=usual)
    assert found == state
    assert (reason is None) == (state == "good") == (advice(reason) is None)


REASONS = (
    *("http://dns.example/: dns", "http://x.example/: certificate", "http://x.example/: http-503"),
    *("http://x.example/: robots", "http://x.example/: retry-after", "http://x.example/: login", "no feed was found"),
    "a page that is empty without its scripts answered 3 times",
    "http://x.example/: leads to http://y.example/, where none of its posts is",
    "http://x.example/: private-address",
    "reviews.sqlite is held by another process for more than 30 s",
    "reviews.sqlite cannot be used: database or disk is full",
    INTERRUPTED,
    "its process ended without a word after 2026-01-01T00:00:00Z",
)


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_says_what_to_do(reason: str) -> None:
    said = advice(reason)
    assert said is not None
    assert next(other for other in REASONS if advice(other) == said) == reason or "next crawl" in said


def test_what_is_usual_is_told_by_the_last_good_runs(any_store: Store) -> None:
    for new, rated in ((30, 27), (10, 1)):
        tally = Tally({"new": new}, {"post/left-out/news": 10}, {"rating": rated})
        runs.finish(any_store, runs.begin(any_store, "a.example"), tally, expect={"rating": 0.01})
    with any_store.read() as connection:
        site = ledger.runs(connection)[0].site_id
        past = ledger.past(connection, site, before=99)
    assert (past.reviews, past.taken, past.filled) == (20.0, 40 / 60, {"rating": pytest.approx(0.7)})


def test_the_worst_comes_first(any_store: Store) -> None:
    take_in(any_store, review("https://b.example/her/", published="2014-01-13"))
    for site, tally in (("a.example", Tally({"new": 9})), ("b.example", Tally({"new": 9})), ("b.example", Tally())):
        runs.finish(any_store, runs.begin(any_store, site), tally)
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True
    ).stdout
    with any_store.write() as writer:
        process = f"{runs.this_process().split('/')[0]}/{gone.strip()}/1"
        ledger.add_run(writer, writer.site_id("c.example"), "crawl", process=process, version="1", settings={})
    found = {site.name: site for site in runs.overview(any_store, {"a.example": "1m", "d.example": "24h"})}
    assert [(name, site.state) for name, site in found.items()] == [
        *(("b.example", "quiet"), ("c.example", "cut-off"), ("d.example", "never"), ("a.example", "good")),
    ]
    assert (found["b.example"].newest, found["b.example"].is_due) == ("2014-01-13", False)
    assert found["d.example"].is_due and found["c.example"].last_good is None
    assert found["b.example"].last_good == found["a.example"].last_good
    assert "discover" in (found["b.example"].advice or "")


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
    assert runs.finish(store, runs.begin(store, "b.example"), Tally({}, {"post/left-out/news": 1})) == "good"


def test_a_run_whose_process_is_gone_was_cut_off(store: Store) -> None:
    code = (
        "import os, sys\nfrom aggregator import runs\nfrom aggregator.store import open_store\n"
        "runs.begin(open_store(sys.argv[1]), 'a.example')\nos._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, store.url.removeprefix("sqlite:///")], check=False)
    assert runs.gone(store) == {run.id for run in queries.runs(store)}
    mine = runs.begin(store, "b.example")
    states = {run.site: run.state for run in queries.runs(store)}
    assert states == {"a.example": "cut-off", "b.example": "running"} and runs.gone(store) == set()
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


@pytest.mark.parametrize(("every", "seconds", "is_due"), [("2h", -5, True), ("2h", -400, False), ("10m", -90, False)])
def test_a_cron_that_starts_some_seconds_early_finds_its_blogs_due(
    store: Store, every: str, seconds: int, is_due: bool
) -> None:
    runs.finish(store, runs.begin(store, "a.example"), Tally({"new": 1}))
    then = time.gmtime(time.time() + minutes(every) * 60 + seconds)
    assert bool(runs.due(store, {"a.example": every}, at=time.strftime("%Y-%m-%dT%H:%M:%SZ", then))) == is_due


def test_what_was_cut_off_is_due_at_once_and_what_runs_is_not(store: Store) -> None:
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True
    ).stdout
    host = runs.this_process().split("/")[0]
    with store.write() as writer:
        for site, process in (("killed", f"{host}/{gone.strip()}/1"), ("running", runs.this_process())):
            ledger.add_run(writer, writer.site_id(site), "crawl", process=process, version="1", settings={})
    every = {"killed": "24h", "running": "1m"}
    later = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 7_200))
    assert runs.due(store, every) == ["killed"] == runs.due(store, every, at=later)
