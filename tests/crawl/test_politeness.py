"""Waiting, causes, and which posts are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from scrapy.exceptions import CannotResolveHostError, DownloadTimeoutError, IgnoreRequest

from aggregator.crawl.causes import Refusal, Unchanged, cause_of
from aggregator.crawl.entries import Entry
from aggregator.crawl.memory import NoMemory
from aggregator.crawl.plan import RECHECKED, Plan
from aggregator.crawl.politeness import retry_after
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
