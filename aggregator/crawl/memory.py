"""What a crawl remembers between runs, as the spider and its middlewares need it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from aggregator.records import Parsed
from aggregator.store import Store, ledger
from aggregator.store.lasting import Standing
from aggregator.store.pages import PageState

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

INTERRUPTED = "interrupted by the operator"
"""The reason of a run that was asked to stop: the next one goes on where it was."""
FINAL = {"http-404", "http-410", "http-403", "robots", "not-html", "private-address", "redirects", "scheme"}
"""Causes of failed pages that asking again soon does not change."""
ALL_NAMED = "source/all-named"
"""The cause that is counted where the sources named every post of the blog."""
LOOK_BACK = 50
"""Runs of a site that are looked at."""


class Memory(Protocol):
    """The pipeline, seen from the spider; without a pipeline nothing is remembered."""

    last_good: str | None  # when the last good, unlimited run began: ISO 8601, UTC
    last_whole: str | None  # when the last run began that was told of every post of the blog
    resume_from: str | None  # when the run began that was cut off and that this one goes on with
    keeps_out: bool  # whether anything was taken down before the crawl began

    def begin(self) -> None:
        """The crawl begins; raises StoreError where what is remembered cannot be read."""
        ...

    def state(self, url: str) -> PageState | None:
        """What is known of a URL."""
        ...

    def states(self, urls: Iterable[str]) -> dict[str, PageState]:
        """What is known of several URLs."""
        ...

    def known(self, urls: Iterable[str]) -> set[str]:
        """Those of the URLs whose posts are stored, as reviews or as left out."""
        ...

    def taken_down(self, urls: Iterable[str]) -> set[str]:
        """Those of the URLs that have to stay out."""
        ...

    def standing(self) -> list[Standing]:
        """The blog's reviews that are not gone, those longest unchecked first."""
        ...

    def was_read(self, state: PageState | None, parsed: Parsed, *, is_given: bool = False) -> None:
        """A page was read: it and its reviews are to be kept; not these where the source itself gives them whole."""
        ...

    def was_same(self, url: str, archived: str | None = None) -> None:
        """A page was asked for and is unchanged; `archived` says where it is kept from now on."""
        ...

    def was_asked(self, source: PageState) -> None:
        """A source was asked for, whether it changed or not."""
        ...

    def reserve(self, is_reserved: Callable[[str], bool]) -> list[str]:
        """The blog reserves some of its pages: what is stored of them leaves; gives their places in the archive."""
        ...

    def was_passed_over(self, url: str, reason: str) -> None:
        """A URL is not read, or could not be."""
        ...


class NoMemory:
    """Nothing is remembered: every page is new."""

    last_good: str | None = None
    last_whole: str | None = None
    resume_from: str | None = None
    keeps_out: bool = False

    def begin(self) -> None:
        """Nothing to look up."""

    def state(self, url: str) -> PageState | None:  # noqa: ARG002
        """Nothing."""
        return None

    def states(self, urls: Iterable[str]) -> dict[str, PageState]:  # noqa: ARG002
        """Nothing."""
        return {}

    def known(self, urls: Iterable[str]) -> set[str]:  # noqa: ARG002
        """None."""
        return set()

    def taken_down(self, urls: Iterable[str]) -> set[str]:  # noqa: ARG002
        """None."""
        return set()

    def standing(self) -> list[Standing]:
        """None."""
        return []

    def was_read(self, state: PageState | None, parsed: Parsed, *, is_given: bool = False) -> None:
        """Not kept."""

    def was_same(self, url: str, archived: str | None = None) -> None:
        """Not kept."""

    def was_asked(self, source: PageState) -> None:
        """Not kept."""

    def reserve(self, is_reserved: Callable[[str], bool]) -> list[str]:  # noqa: ARG002
        """Nothing is stored."""
        return []

    def was_passed_over(self, url: str, reason: str) -> None:
        """Not kept."""


def memory_of(crawler: Crawler) -> Memory:
    """The memory of a crawl's spider; none where it is no spider of ours."""
    memory: Memory | None = getattr(crawler.spider, "memory", None)
    return memory if memory is not None else NoMemory()


def _saw_all(run: ledger.Run) -> bool:
    """Whether the run asked for every post, and no page failed that may be had another time."""
    if run.settings.get("limit") or run.settings.get("since"):
        return False
    if not any(f"source/{kind}" in run.causes for kind in ("api", "sitemap", "feed", "archive")):
        return False
    failed = {cause.removeprefix("page/failed/") for cause in run.causes if cause.startswith("page/failed/")}
    return failed <= FINAL and not any(cause in run.causes for cause in ("page/challenge", "page/quarantine"))


class Before(NamedTuple):
    """What earlier runs of a site leave to a new one: when some of them began."""

    last_good: str | None  # the last good, unlimited one
    last_whole: str | None  # the last one that was told of every post
    resume_from: str | None  # those after the good one that were cut off: what was checked since then, they had done


def resume_points(store: Store, site: str, *, before: int) -> Before:
    """What a new run of a site goes on from."""
    last_good = resume_from = None
    with store.read() as connection:
        earlier = [
            run
            for run in ledger.runs(connection, site=site, limit=LOOK_BACK)
            if run.id < before and run.kind == "crawl"
        ]
    for run in earlier:
        if run.state == "cut-off" or run.reason == INTERRUPTED:
            resume_from = run.started
        elif run.state in ("good", "short", "quiet") and _saw_all(run):
            last_good = run.started
            break
        elif resume_from is None:
            continue
        else:
            break
    return Before(last_good, next((run.started for run in earlier if ALL_NAMED in run.causes), None), resume_from)
