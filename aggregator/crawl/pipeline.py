"""From items to the store: batches, the run's record, and what the crawl remembers."""

from __future__ import annotations

import logging
import traceback
from collections import Counter
from collections.abc import Iterable
from time import monotonic
from typing import TYPE_CHECKING, Any, Self, cast

from aggregator import runs
from aggregator.crawl.memory import INTERRUPTED, resume_points
from aggregator.ingest import Tools, ingest, ingest_all
from aggregator.records import Issue, Outcome, Parsed, Review
from aggregator.store import Store, StoreError, ledger, open_store
from aggregator.store import pages as store_pages
from aggregator.store.pages import PageState

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from aggregator.crawl.spider import BlogSpider

logger = logging.getLogger(__name__)

BATCH = 50
"""Reviews and pages in one transaction at most."""
SECONDS = 5.0
"""How long a review waits for its transaction at most, while pages come in."""
FILLED = ("rating", "verdict", "author", "published", "film_year", "cast", "directors")
"""Fields whose share of filled values a run records."""
CAUSES = ("page/", "post/", "source/", "archive/", "robots/", "politeness/", "retry/")
"""Prefixes of statistics that go into the run's record."""


class IngestPipeline:
    """Hands reviews to `ingest` in batches, and is the crawl's memory; a page is remembered after its reviews."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.last_good: str | None = None
        self.resume_from: str | None = None
        self._store: Store | None = None
        self._run: int = 0
        self._reviews: list[Review] = []
        self._read: list[tuple[PageState | None, Parsed]] = []
        self._same: list[str] = []
        self._outcomes: Counter[str] = Counter()
        self._filled: Counter[str] = Counter()
        self._flushed = monotonic()

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
        if self._store is None:
            raise StoreError("the crawl has not opened its store")
        return self._store

    def open_spider(self) -> None:
        """Open the store and the run, and look up where the last run of this site left off."""
        self._store = open_store(self.crawler.settings["DATABASE"])
        spider = self.spider
        options = {"mode": spider.mode, "limit": spider.limit, "since": spider.since}
        self._run = runs.begin(self.store, spider.outlet, home=spider.entrance or None, settings=options)
        self.last_good, self.resume_from = resume_points(self.store, spider.outlet, before=self._run)
        spider.memory = self

    def process_item(self, item: Any) -> Any:
        """Keep a review for the next batch."""
        if isinstance(item, Review):
            self._reviews.append(item)
            if item.complete:
                self._filled.update(name for name in FILLED if getattr(item, name))
            self._flush_if_due()
        return item

    def state(self, url: str) -> PageState | None:
        """What is known of a URL."""
        return store_pages.page_state(self.store, url)

    def states(self, urls: Iterable[str]) -> dict[str, PageState]:
        """What is known of several URLs."""
        return store_pages.page_states(self.store, urls)

    def known(self, urls: Iterable[str]) -> set[str]:
        """Those of the URLs whose posts are stored, as reviews or as left out."""
        return store_pages.known_posts(self.store, urls)

    def was_read(self, state: PageState | None, parsed: Parsed) -> None:
        """A page was read; its reviews have gone before as items."""
        self._read.append((state, parsed))
        self._flush_if_due()

    def was_same(self, url: str) -> None:
        """A page was asked for and is unchanged."""
        self._same.append(url)
        self.crawler.stats.inc_value("page/same")
        self._flush_if_due()

    def close_spider(self) -> None:
        """Store what waits, and close the run with its counts."""
        error = self.spider.failure
        try:
            self._flush()
        except StoreError as problem:
            error = str(problem)
        if not self.crawler.engine.running:
            error = error or INTERRUPTED
        stats = self.crawler.stats.get_stats()
        if "plan" in vars(self.spider):
            for reason, number in self.spider.plan.passed_over.items():
                self.crawler.stats.set_value(f"post/passed-over/{reason}", number)
        causes = {name: n for name, n in stats.items() if name.startswith(CAUSES) and isinstance(n, int)}
        tally = runs.Tally(dict(self._outcomes), causes, dict(self._filled), error)
        state = runs.finish(self.store, self._run, tally, expect=self.spider.expect)
        self.crawler.stats.set_value("run/id", self._run)
        self.crawler.stats.set_value("run/state", state)
        with self.store.read() as connection:
            self.crawler.stats.set_value("run/reason", ledger.run(connection, self._run).reason)
        self.store.close()

    def _flush_if_due(self) -> None:
        waiting = len(self._reviews) + len(self._read) + len(self._same)
        if waiting >= BATCH or (waiting and monotonic() - self._flushed >= SECONDS):
            self._flush()

    def _flush(self) -> None:
        """Store all that waits in one transaction: reviews, then the pages that they stand on."""
        reviews, read, same = self._reviews, self._read, self._same
        self._reviews, self._read, self._same = [], [], []
        self._flushed = monotonic()
        if not (reviews or read or same):
            return
        try:
            outcomes = self._store_batch(reviews, read, same)
        except StoreError:
            raise
        except Exception:
            logger.error("A batch could not be stored as a whole; trying its reviews one by one", exc_info=True)
            outcomes = [outcome for review in reviews if (outcome := self._store_one(review))]
            self._store_batch([], read, same)
        for outcome in outcomes:
            self._outcomes[outcome.kind] += 1
            self.crawler.stats.inc_value(f"review/{outcome.kind}")

    def _store_batch(
        self, reviews: list[Review], read: list[tuple[PageState | None, Parsed]], same: list[str]
    ) -> list[Outcome]:
        outlet = self.spider.outlet
        with self.store.write() as writer:
            outcomes = ingest_all(reviews, Tools(writer, run_id=self._run))
            for state, parsed in read:
                for left in parsed.left_out:
                    store_pages.record_left_out(writer, outlet, left)
                for issue in parsed.issues:
                    store_pages.record_quarantine(writer, outlet, issue, self._run)
                if state is not None:
                    store_pages.save_page(writer, outlet, state)
                    if not parsed.issues:
                        store_pages.release_quarantine(writer, state.url)
            store_pages.page_checked(writer, same)
            runs.beat(writer, self._run, self._outcomes)
        return outcomes

    def _store_one(self, review: Review) -> Outcome | None:
        """Store a review alone; one that cannot be stored goes to quarantine, and the run goes on."""
        try:
            with self.store.write() as writer:
                return ingest(review, Tools(writer, run_id=self._run))
        except StoreError:
            raise
        except Exception:
            issue = Issue(review.url, "ingest", traceback.format_exc())
            with self.store.write() as writer:
                store_pages.record_quarantine(writer, self.spider.outlet, issue, self._run)
            self.crawler.stats.inc_value("page/quarantine")
            return None
