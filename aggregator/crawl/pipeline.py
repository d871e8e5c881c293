"""From items to the store: batches, the run's record, and what the crawl remembers."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING, Any, Self, cast

from aggregator import runs
from aggregator.crawl.memory import INTERRUPTED, resume_points
from aggregator.crawl.shared import Shared, borrow, give_back
from aggregator.ingest import Tools, ingest, ingest_all
from aggregator.records import Issue, Outcome, Parsed, Review
from aggregator.store import Store, StoreError, ledger, passed
from aggregator.store import pages as store_pages
from aggregator.store.pages import PageState

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from aggregator.crawl.spider import BlogSpider
    from aggregator.store import Writer

logger = logging.getLogger(__name__)

BATCH = 200
"""Reviews and pages in one transaction at most."""
NOTES_LIKE_ONE = 50
"""Reasons of URLs passed over that count as one in a batch: they come by the thousand, and cost little."""
SECONDS = 10.0
"""How long a review waits for its transaction at most, while pages come in."""
FILLED = ("rating", "verdict", "author", "published", "film_year", "cast", "directors")
"""Fields whose share of filled values a run records."""
CAUSES = ("page/", "post/", "source/", "archive/", "robots/", "politeness/", "retry/")
"""Prefixes of statistics that go into the run's record."""


@dataclass(slots=True)
class Batch:
    """What waits for its transaction."""

    reviews: list[Review] = field(default_factory=list)
    read: list[tuple[PageState | None, Parsed]] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)  # unchanged pages that are in the archive only now: where
    passed_over: dict[str, str] = field(default_factory=dict)  # URLs that were not read: why

    def __len__(self) -> int:
        return len(self.reviews) + len(self.read) + len(self.same) + len(self.passed_over) // NOTES_LIKE_ONE

    def __bool__(self) -> bool:
        return bool(len(self) or self.passed_over)


class IngestPipeline:
    """Hands reviews to `ingest` in batches, and is the crawl's memory; a page is remembered after its reviews."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.last_good: str | None = None
        self.resume_from: str | None = None
        self._shared: Shared | None = None
        self._run: int = 0
        self._batch = Batch()
        self._states: dict[str, PageState | None] = {}
        self._outcomes: Counter[str] = Counter()
        self._filled: Counter[str] = Counter()
        self._flushed = monotonic()
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
        self._run = runs.begin(self.store, spider.outlet, home=spider.entrance or None, settings=options)
        self.last_good, self.resume_from = resume_points(self.store, spider.outlet, before=self._run)

    def process_item(self, item: Any) -> Any:
        """Keep a review for the next batch."""
        if isinstance(item, Review):
            if self._shared is None:
                self.begin()  # `scrapy parse --pipelines` crawls nothing, and so has begun nothing
            self._batch.reviews.append(item)
            if item.complete:
                self._filled.update(name for name in FILLED if getattr(item, name))
            self._flush_if_due()
        return item

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

    def was_read(self, state: PageState | None, parsed: Parsed) -> None:
        """A page was read; its reviews have gone before as items."""
        self._batch.read.append((state, parsed))
        if state is not None:
            self._states.pop(state.url, None)
        self._flush_if_due()

    def was_same(self, url: str, archived: str | None = None) -> None:
        """A page was asked for and is unchanged; `archived` says where it is kept from now on."""
        self._batch.same.append(url)
        if archived:
            self._batch.kept[url] = archived
        self._states.pop(url, None)
        self.crawler.stats.inc_value("page/same")
        self._flush_if_due()

    def was_passed_over(self, url: str, reason: str) -> None:
        """A URL is not read, or could not be."""
        self._batch.passed_over[url.partition("#")[0]] = reason

    def close_spider(self) -> None:
        """Store what waits, and close the run with its counts."""
        if self._shared is None:
            return
        stats = self.crawler.stats
        error = self.spider.failure
        try:
            self._flush()
        except StoreError as problem:
            error = error or str(problem)
        if not self.crawler.engine.running:
            error = error or INTERRUPTED
        if broken := stats.get_value("spider_exceptions/count"):
            error = error or f"{broken} unforeseen errors in the crawl itself; see the log"
        for reason, number in self.spider.plan.passed_over.items():
            stats.set_value(f"post/passed-over/{reason}", number)
        causes = {name: n for name, n in stats.get_stats().items() if name.startswith(CAUSES) and isinstance(n, int)}
        tally = runs.Tally(dict(self._outcomes), causes, dict(self._filled), error)
        try:
            state = runs.finish(self.store, self._run, tally, expect=self.spider.expect, catalog=self._shared.catalog)
            stats.set_value("run/state", state)
            with self.store.read() as connection:
                stats.set_value("run/reason", ledger.run(connection, self._run).reason)
        except StoreError as problem:
            self.spider.failure = error or str(problem)
        stats.set_value("run/id", self._run)
        give_back(self._shared)
        self._shared = None

    def _flush_if_due(self) -> None:
        if self._shared is None or (len(self._batch) < BATCH and monotonic() - self._flushed < SECONDS):
            return
        try:
            self._flush()
        except StoreError as problem:
            self._stop(problem)

    def _stop(self, problem: StoreError) -> None:
        """End the crawl, since nothing can be stored; what waits is tried once more when it closes."""
        if self.spider.failure is None:
            self.spider.failure = str(problem)
            logger.error("%s: the crawl ends, because %s", self.spider.outlet, problem)
            self._closing = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason="store-failed"))

    def _flush(self) -> None:
        """Store all that waits in one transaction; raises StoreError, and then all of it waits on."""
        batch, self._batch = self._batch, Batch()
        self._flushed = monotonic()
        if not batch:
            return
        try:
            outcomes = self._store_batch(batch)
        except StoreError:
            self._batch = batch
            raise
        except Exception:
            logger.error("A batch could not be stored as a whole; trying its reviews one by one", exc_info=True)
            outcomes = self._store_singly(batch)
        for kind, number in Counter(outcome.kind for outcome in outcomes).items():
            self._outcomes[kind] += number
            self.crawler.stats.inc_value(f"review/{kind}", number)

    def _store_batch(self, batch: Batch) -> list[Outcome]:
        """The reviews, then the pages that they stand on."""
        outlet = self.spider.outlet
        states = [state for state, _ in batch.read if state is not None]
        with self.store.write() as writer:
            outcomes = ingest_all(batch.reviews, self._tools(writer))
            left = [left for _, parsed in batch.read for left in parsed.left_out]
            store_pages.record_left_out(writer, outlet, *left)
            for _, parsed in batch.read:
                for issue in parsed.issues:
                    store_pages.record_quarantine(writer, outlet, issue, self._run)
            store_pages.save_pages(writer, outlet, states)
            passed.was_read(writer, (*(state.url for state in states), *batch.same))
            passed.note(writer, outlet, batch.passed_over, self._run)
            good = [state.url for state, parsed in batch.read if state is not None and not parsed.issues]
            store_pages.release_quarantine(writer, *good)
            store_pages.page_checked(writer, batch.same, batch.kept)
            runs.beat(writer, self._run, self._outcomes)
        return outcomes

    def _tools(self, writer: Writer) -> Tools:
        assert self._shared is not None
        return Tools(writer, run_id=self._run, catalog=self._shared.catalog)

    def _store_singly(self, batch: Batch) -> list[Outcome]:
        """Each review in a transaction of its own; pages whose review failed are not remembered as read."""
        outcomes = [(review, self._store_one(review)) for review in batch.reviews]
        failed = {review.url for review, outcome in outcomes if outcome is None}
        good = [(state, parsed) for state, parsed in batch.read if not failed & {each.url for each in parsed.reviews}]
        self._store_batch(replace(batch, reviews=[], read=good))
        return [outcome for _, outcome in outcomes if outcome is not None]

    def _store_one(self, review: Review) -> Outcome | None:
        """Store a review alone; one that cannot be stored goes to quarantine, and the run goes on."""
        try:
            with self.store.write() as writer:
                return ingest(review, self._tools(writer))
        except StoreError:
            raise
        except Exception:
            issue = Issue(review.url, "ingest", traceback.format_exc())
            with self.store.write() as writer:
                store_pages.record_quarantine(writer, self.spider.outlet, issue, self._run)
            self.crawler.stats.inc_value("page/quarantine")
            return None
