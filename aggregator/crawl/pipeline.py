"""From items to the store: the run's record, and what the crawl remembers."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Self, cast

from aggregator import runs
from aggregator.crawl.basket import Batch, Lane
from aggregator.crawl.memory import INTERRUPTED, resume_points
from aggregator.crawl.posturls import host, without_controls
from aggregator.crawl.shared import Shared, borrow, give_back
from aggregator.records import Parsed
from aggregator.store import Store, StoreError, lasting, ledger
from aggregator.store import pages as store_pages
from aggregator.store.lasting import Standing
from aggregator.store.pages import PageState

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from aggregator.crawl.spider import BlogSpider

logger = logging.getLogger(__name__)

CAUSES = ("page/", "post/", "source/", "archive/", "robots/", "politeness/", "retry/")
"""Prefixes of statistics that go into the run's record."""


class IngestPipeline:
    """Puts pages with their reviews into the process's basket, and is the crawl's memory.

    Items pass it by: Scrapy takes several from a callback before it has handed on the first, so a page that was
    remembered at the end of its callback could be stored before its reviews, and a kill would lose these.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.last_good: str | None = None
        self.last_whole: str | None = None
        self.resume_from: str | None = None
        self.keeps_out = False
        self._shared: Shared | None = None
        self._lane: Lane | None = None
        self._states: dict[str, PageState | None] = {}
        self._filled: Counter[str] = Counter()
        self._whole = 0  # reviews of which that tells: excerpts have little to be filled
        self._closing: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy for each crawl."""
        return cls(crawler)

    @property
    def spider(self) -> BlogSpider:
        """The crawl's spider."""
        return cast("BlogSpider", self.crawler.spider)

    @property
    def store(self) -> Store:
        """The open store; raises StoreError before the crawl opened it."""
        if self._shared is None:
            raise StoreError("the crawl has not opened its store")
        return self._shared.store

    def open_spider(self) -> None:
        """Be the spider's memory."""
        self.spider.memory = self

    def begin(self) -> None:
        """Open the store and the run, and look up where the last run of this site left off; raises StoreError."""
        self._shared = borrow(self.crawler.settings["DATABASE"], self.crawler.settings["CATALOG"])
        spider = self.spider
        options = {"mode": spider.mode, "limit": spider.limit, "since": spider.since}
        run = runs.begin(self.store, spider.outlet, home=spider.entrance or None, settings=options)
        self._lane = self._shared.basket.join(spider.outlet, run, self._stored)
        self.last_good, self.last_whole, self.resume_from = resume_points(self.store, spider.outlet, before=run)
        self.keeps_out = store_pages.keeps_out(self.store)

    def state(self, url: str) -> PageState | None:
        """What is known of a URL; looked up once, until its page is read."""
        if url not in self._states and self._shared is not None:
            self._states[url] = store_pages.page_state(self.store, url)
        return self._states.get(url)

    def states(self, urls: Iterable[str]) -> dict[str, PageState]:
        """What is known of several URLs."""
        if self._shared is None:
            return {}
        wanted = list(urls)
        found = store_pages.page_states(self.store, wanted)
        self._states |= {url: found.get(url) for url in wanted}
        return found

    def known(self, urls: Iterable[str]) -> set[str]:
        """Those of the URLs whose posts are stored, as reviews or as left out."""
        return store_pages.known_posts(self.store, urls) if self._shared is not None else set()

    def taken_down(self, urls: Iterable[str]) -> set[str]:
        """Those of the URLs that have to stay out."""
        return store_pages.taken_down(self.store, urls) if self._shared is not None else set()

    def standing(self) -> list[Standing]:
        """The blog's reviews that are not gone, those longest unchecked first."""
        return lasting.standing(self.store, self.spider.outlet) if self._shared is not None else []

    def was_read(self, state: PageState | None, parsed: Parsed, *, is_given: bool = False) -> None:
        """A page was read: it and its reviews are stored together; not these where the source gives them whole."""
        if self._shared is None:
            return  # `scrapy parse` shows what it reads, and keeps nothing
        for review in () if is_given else parsed.reviews:
            self._batch.reviews.append(review)
            if review.complete:
                self._whole += 1
                self._filled.update(name for name in runs.FILLED if getattr(review, name))
        self._batch.read.append((state, parsed))
        if state is not None:
            self._states.pop(state.url, None)
        self._store_if_due()

    def was_same(self, url: str, archived: str | None = None) -> None:
        """A page was asked for and is unchanged; `archived` says where it is kept from now on."""
        self._batch.same.append(url)
        if archived:
            self._batch.kept[url] = archived
        self._states.pop(url, None)
        self.crawler.stats.inc_value("page/same")
        self._store_if_due()

    def was_asked(self, source: PageState) -> None:
        """A source was asked for, whether it changed or not."""
        self._batch.sources.append(source)
        self._states.pop(source.url, None)

    def reserve(self, is_reserved: Callable[[str], bool]) -> list[str]:
        """The blog reserves some of its pages: what is stored of them leaves; gives their places in the archive."""
        if self._shared is None:
            return []
        with self.store.write() as writer:
            return store_pages.reserve(writer, self.spider.outlet, is_reserved)

    def was_passed_over(self, url: str, reason: str) -> None:
        """A URL is not read, or could not be."""
        self._batch.passed_over[without_controls(url.partition("#")[0])] = reason

    def close_spider(self) -> None:
        """Store what waits, and close the run with its counts."""
        if self._shared is None:
            return
        if self._lane is None:
            give_back(self._shared)
            return
        stats, run = self.crawler.stats, self._lane.run
        error = self.spider.failure
        try:
            self._shared.basket.empty()
        except StoreError as problem:
            error = error or str(problem)
        if not self.crawler.engine.running:
            error = error or INTERRUPTED
        if broken := stats.get_value("spider_exceptions/count"):
            error = error or f"{broken} unforeseen errors in the crawl itself; see the log"
        for reason, number in self.spider.plan.passed_over.items():
            stats.set_value(f"post/passed-over/{reason}", number)
        causes = {name: n for name, n in stats.get_stats().items() if name.startswith(CAUSES) and isinstance(n, int)}
        tally = runs.Tally(dict(self._lane.outcomes), causes, dict(self._filled), error, self._whole)
        try:
            state = runs.finish(self.store, run, tally, expect=self.spider.expect, catalog=self._shared.catalog)
            stats.set_value("run/state", state)
            with self.store.read() as connection:
                stats.set_value("run/reason", ledger.run(connection, run).reason)
            self._follow_home()
        except StoreError as problem:
            self.spider.failure = error or str(problem)
        stats.set_value("run/id", run)
        self._shared.basket.leave(self._lane)
        give_back(self._shared)
        self._shared = self._lane = None

    def _follow_home(self) -> None:
        """Let later runs begin where the blog has moved to, where posts that were known led there, too."""
        home = self.spider.moved_to
        if home and any(one.came_here and host(one.url) == host(home) for one in self.standing()):
            with self.store.write() as writer:
                writer.site_id(self.spider.outlet, home)
        else:
            self.spider.moved_to = None

    @property
    def _batch(self) -> Batch:
        return self._lane.batch if self._lane is not None else Batch()

    def _stored(self, kind: str, number: int) -> None:
        name = "page/quarantine" if kind == "quarantine" else f"review/{kind}"
        self.crawler.stats.inc_value(name, number)

    def _store_if_due(self) -> None:
        if self._shared is None or not self._shared.basket.is_due:
            return
        try:
            self._shared.basket.empty()
        except StoreError as problem:
            self._stop(problem)

    def _stop(self, problem: StoreError) -> None:
        """End the crawl, since nothing can be stored; what waits is tried once more when it closes."""
        if self.spider.failure is None:
            self.spider.failure = str(problem)
            logger.error("%s: the crawl ends, because %s", self.spider.outlet, problem)
            self._closing = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason="store-failed"))
