"""Waiting, causes, and which posts are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.exceptions import CannotResolveHostError, DownloadTimeoutError, IgnoreRequest
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from aggregator.crawl.causes import Refusal, Unchanged, cause_of
from aggregator.crawl.downloader import Downloader
from aggregator.crawl.entries import Entry
from aggregator.crawl.memory import NoMemory
from aggregator.crawl.plan import RECHECKED, Plan
from aggregator.crawl.politeness import PolitenessMiddleware, retry_after
from aggregator.store.pages import PageState

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Thu, 01 Jan 2026 00:01:00 GMT", 60.0),
        ("Wed, 31 Dec 2025 00:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("٣", None),
        ("", None),
    ],
)
def test_retry_after(header: str, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (CannotResolveHostError(), "dns"),
        (DownloadTimeoutError(), "timeout"),
        (IgnoreRequest("Forbidden by robots.txt"), "robots"),
        (IgnoreRequest("max redirections reached"), "redirects"),
        (Refusal("retry-after", "9 s"), "retry-after"),
        (Unchanged("304"), "same"),
        (KeyError("x"), "KeyError"),
    ],
)
def test_cause_of(error: Exception, cause: str) -> None:
    assert cause_of(error) == cause


class Busy:
    """A crawl with the middleware, and its host's answers."""

    def __init__(self, folder: Path) -> None:
        settings = {"LEASES": str(folder), "DATABASE": f"sqlite:///{folder}/none.sqlite", "DOWNLOAD_DELAY": 2.0}
        crawler = get_crawler(settings_dict=settings)
        self.downloader = Downloader(crawler)
        crawler.engine = SimpleNamespace(downloader=self.downloader)  # type: ignore[assignment]
        self.middleware = PolitenessMiddleware(crawler)

    def answer(self, status: int, **headers: str) -> float:
        """The pause after an answer."""
        self.middleware.process_response(Request("https://b.example/"), Response("x:", status=status, headers=headers))
        return self.downloader.pause("b.example")


def test_busy_answers_double_the_pause_with_jitter_and_good_ones_halve_it(tmp_path: Path) -> None:
    busy = Busy(tmp_path)
    pauses = [busy.answer(status) for status in (429, 503, 429)]
    assert all(least <= pause <= 1.5 * least for least, pause in zip((5, 10, 20), pauses, strict=True))
    recovering = [busy.answer(200) for _ in range(6)]
    assert recovering[0] == pauses[2] / 2 and recovering[-1] == 2.0
    assert 5 <= busy.answer(503) <= 7.5  # not in a row any more
    others = {Busy(tmp_path / str(number)).answer(429) for number in range(20)}
    assert len(others) == 20  # no two machines come back at one moment


def test_a_host_that_asks_for_long_is_left_alone(tmp_path: Path) -> None:
    busy = Busy(tmp_path)
    assert busy.answer(503, **{"Retry-After": "90"}) == 90
    with pytest.raises(Refusal):
        busy.answer(429, **{"Retry-After": "86400"})
    with pytest.raises(Refusal) as refusal:
        busy.middleware.process_request(Request("https://b.example/next/"))
    assert refusal.value.cause == "retry-after"
    busy.middleware.process_request(Request("https://other.example/"))


class Remembers(NoMemory):
    """Knows all posts, checked at one moment."""

    def __init__(self, checked_at: str) -> None:
        self.checked_at = checked_at
        self.same: list[str] = []

    def states(self, urls: Iterable[str]) -> dict[str, PageState]:
        return {url: PageState(url, 200, checked_at=self.checked_at) for url in urls}

    def known(self, urls: Iterable[str]) -> set[str]:
        return set(urls)

    def was_same(self, url: str) -> None:
        self.same.append(url)


def entries(count: int, **more: str) -> list[Entry]:
    return [Entry(f"https://b.example/{n}/", **more) for n in range(count)]


def test_a_first_crawl_asks_for_all_once() -> None:
    plan = Plan(NoMemory())
    assert len(plan.choose(entries(3) + entries(3))) == 3
    assert plan.choose(entries(3)) == []


def test_limit_since_and_skip() -> None:
    plan = Plan(NoMemory(), limit=2, since="2014-01-01", skip="podcast")
    old, talk = (
        Entry("https://b.example/o/", published="2013-12-31"),
        Entry("https://b.example/p/", headline="A podcast"),
    )
    assert len(plan.choose([old, talk, *entries(5, published="2014-01-02T00:00:00Z")])) == 2 and plan.is_full
    assert plan.passed_over == {"older": 1, "skip": 1, "limit": 3}


@pytest.mark.parametrize(
    ("modified", "asked"),
    [("2014-01-01T00:00:00Z", 0), ("2014-01-03T00:00:00Z", 1), ("2014-01-02", 1), ("2014-01-02T13:00:00+02:00", 0)],
)
def test_what_did_not_change_is_not_asked_for(modified: str, asked: int) -> None:
    memory = Remembers("2014-01-02T12:00:00Z")
    assert len(Plan(memory).choose(entries(1, modified=modified))) == asked
    assert len(memory.same) == 1 - asked


def test_known_posts_are_rechecked_a_few_at_a_time_unless_all_are_wanted() -> None:
    memory = Remembers("2014-01-02T12:00:00Z")
    assert len(Plan(memory).choose(entries(30))) == RECHECKED
    assert len(Plan(memory, mode="backfill").choose(entries(30))) == 30


def test_a_run_that_was_cut_off_is_gone_on_with() -> None:
    memory = Remembers("2014-01-02T12:00:00Z")
    memory.resume_from = "2014-01-02T11:00:00Z"
    plan = Plan(memory, mode="backfill")
    assert plan.choose(entries(3)) == [] and plan.passed_over == {"done": 3}
