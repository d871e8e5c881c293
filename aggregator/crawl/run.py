"""Crawling blogs from a program: one process, a crawler of its own for each blog, a report for each."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any, NamedTuple

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.http import Response
from scrapy.settings import Settings

from aggregator.crawl import leases
from aggregator.crawl.entries import Listing
from aggregator.crawl.posturls import as_url, host
from aggregator.crawl.spider import BlogSpider
from aggregator.films import catalog_at
from aggregator.records import Review
from aggregator.store import Store, lasting, open_store

PROGRESS_SECONDS = 0.5
SIDE_BY_SIDE = 100
"""Blogs crawled at the same time; each is asked one thing at a time, so they cost little."""
ANY = "any"
YOUNG = 50_000
"""New objects between two looks for cycles: a parsed page has thousands that all die without one."""


class SiteError(ValueError):
    """A site name that does not exist, or a target that is no http or https URL."""


class UnreachableError(Exception):
    """A blog whose home page cannot be read."""


@dataclass(frozen=True, slots=True)
class RunReport:
    """How the crawl of one blog went, or how it stands."""

    target: str  # as it was asked for
    site: str  # the name under which it is recorded
    state: str  # waiting, running, good, short, quiet, broken
    reason: str | None = None  # why it is not good, in one line
    requests: int = 0
    pages: int = 0  # pages and posts read
    same: int = 0  # pages asked for and found unchanged
    failed: int = 0  # pages that could not be read
    quarantined: int = 0  # pages on which parsing raised
    outcomes: Mapping[str, int] = field(default_factory=dict)  # {"new": 12}
    left_out: Mapping[str, int] = field(default_factory=dict)  # {"news": 3}
    causes: Mapping[str, int] = field(default_factory=dict)  # every named fact: {"page/failed/timeout": 1}
    moved_to: str | None = None  # the home page's new address, where the blog has moved to another host
    run_id: int | None = None

    @property
    def is_broken(self) -> bool:
        """Whether the blog could not be read; a run in which only single pages failed is not broken."""
        return self.state == "broken"


Progress = Callable[[RunReport], None]


class Job(NamedTuple):
    """One blog to crawl: a spider's name, and the home page where it is not the site file's own."""

    target: str
    spider: str
    home: str | None
    known_as: str = ""  # the name to record a blog without a site file under; empty: its host


def crawl(
    targets: Sequence[str],
    *,
    store_url: str | None = None,
    limit: int | None = None,
    mode: str = "newest",
    since: str | None = None,
    settings: Mapping[str, Any] | None = None,
    on_progress: Progress | None = None,
) -> list[RunReport]:
    """Crawl blogs side by side; gives a report for each, in the order of `targets`.

    It starts Twisted's reactor, which a process can do only once.

    Args:
        targets: URLs of home pages, names of sites, or NAME=URL: a site at another place, or a blog's name of your own.
        store_url: SQLAlchemy URL of the database; None: the setting.
        limit: posts asked of each blog at most.
        mode: "newest" or "backfill".
        since: ISO 8601 date; older posts are passed over.
        settings: Scrapy settings over the project's.
        on_progress: called twice a second with the report of each running blog, and once at its end.

    Raises:
        SiteError: a name that is no site, with the nearest names; a URL that is not http or https.
        StoreError: the database cannot be used.
        SettingsError: the directory of leases cannot be made.
        CatalogError: the film catalogue cannot be used; where there is none, films are made of the reviews.
    """
    process = AsyncCrawlerProcess(project_settings(store_url, {"LOG_INSTALL_ROOT_HANDLER": False, **(settings or {})}))
    names = process.spider_loader.list()
    homes = {host(home): name for name in names if (home := getattr(process.spider_loader.load(name), "home", ""))}
    with open_store(process.settings["DATABASE"]) as store:  # told before any request, as a damaged catalogue is
        jobs = [_as_known(job_of(target, names, homes), store, names) for target in targets]
    leases.prepare(process.settings)
    if catalog := catalog_at(process.settings["CATALOG"]):
        catalog.close()
    arguments = {"limit": limit, "mode": mode, "since": since}
    return _Crawls(process, jobs, arguments, on_progress).run()


class Scout(BlogSpider):
    """Looks at all sources of a blog, and reads none."""

    found: list[Listing] | None = None
    nothing: tuple[Review, ...] = ()

    async def parse_home(self, response: Response) -> AsyncIterator[Review]:
        """Discover, and be done."""
        self.found = await self.sources(response, thorough=True)
        for output in self.nothing:
            yield output


def sources(target: str, *, settings: Mapping[str, Any] | None = None) -> list[Listing]:
    """All usable sources of a blog, the best first; nothing is stored.

    It starts Twisted's reactor, which a process can do only once.

    Raises:
        SiteError: the target is no http or https URL.
        SettingsError: the directory of leases cannot be made.
        UnreachableError: the home page cannot be read; the message names the cause.
    """
    changes = {"LOG_INSTALL_ROOT_HANDLER": False, "ITEM_PIPELINES": {}, "SPIDER_MODULES": [], **(settings or {})}
    process = AsyncCrawlerProcess(project_settings(None, changes))
    leases.prepare(process.settings)
    crawler = process.create_crawler(Scout)
    process.crawl(crawler, name="scout", home=_checked(target))
    process.start()
    scout = crawler.spider
    if not isinstance(scout, Scout) or scout.found is None:
        raise UnreachableError(getattr(scout, "failure", None) or f"{target} cannot be read")
    return scout.found


def project_settings(store_url: str | None = None, changes: Mapping[str, Any] | None = None) -> Settings:
    """The project's Scrapy settings, wherever the process was started."""
    settings = Settings()
    settings.setmodule("aggregator.settings", priority="project")
    if store_url:
        settings.set("DATABASE", store_url, priority="cmdline")
    settings.setdict(dict(changes or {}), priority="cmdline")
    return settings


def job_of(target: str, names: Sequence[str], homes: Mapping[str, str]) -> Job:
    """What a target means; a URL that is a named site's home is that site. Raises SiteError."""
    name, equals, url = target.partition("=")
    if equals and name in names:
        return Job(target, name, _checked(url))
    if equals and name and not set(name) & set("/:?"):
        return Job(target, ANY, _checked(url), name)
    if target in names and target != ANY:
        return Job(target, target, None)
    if "." in target or ":" in target or target.startswith("localhost"):
        url = _checked(target)
        named = homes.get(host(url))
        return Job(target, named, None) if named else Job(target, ANY, url)
    known = sorted(set(names) - {ANY})
    near = get_close_matches(target, known, n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(near)}?" if near else f"the sites are {', '.join(known)}"
    raise SiteError(f"there is no site {target!r}: {hint} A blog without a site file is given by its URL.")


def _as_known(job: Job, store: Store, names: Sequence[str]) -> Job:
    """A job under the name under which the reviews of its host are stored: the blog was at another address before."""
    known = lasting.outlet_at(store, host(job.home)) if job.spider == ANY and job.home and not job.known_as else None
    if known in names:
        return job._replace(spider=known or ANY)
    return job._replace(known_as=known) if known and set(known) & set(".:") else job  # others were named by hand


def _checked(target: str) -> str:
    url = as_url(target)
    if not url.startswith(("http://", "https://")) or not host(url):
        raise SiteError(f"{target!r} is no http or https URL")
    return url


class _Crawls:
    """The crawlers of one process: so many at a time, watched until the last is done."""

    def __init__(
        self,
        process: AsyncCrawlerProcess,
        jobs: Sequence[Job],
        arguments: Mapping[str, Any],
        on_progress: Progress | None,
    ) -> None:
        self.process, self.arguments, self.on_progress = process, arguments, on_progress
        self.jobs = list(jobs)
        self.different = list(dict.fromkeys(job[1:] for job in jobs))
        self.crawlers: dict[tuple[str, str | None, str], Crawler] = {}
        self.errors: dict[tuple[str, str | None, str], str] = {}
        self.waiting = list(self.different)
        self.running: set[tuple[str, str | None, str]] = set()

    def run(self) -> list[RunReport]:
        loop = asyncio.get_event_loop()
        for _ in range(min(SIDE_BY_SIDE, len(self.waiting))):
            self._start_next()
        if self.different:
            loop.call_later(PROGRESS_SECONDS, self._tell_progress)
            _lighten(self.process.settings)
            self.process.start()
        return [self._report(job) for job in self.jobs]

    def _start_next(self) -> None:
        key = self.waiting.pop(0)
        spider, home, known_as = key
        self.crawlers[key] = crawler = self.process.create_crawler(spider)
        named = {name: value for name, value in (("home", home), ("known_as", known_as)) if value}
        self.running.add(key)
        task = self.process.crawl(crawler, **self.arguments, **named)
        task.add_done_callback(lambda done: self._ended(key, done))

    def _ended(self, key: tuple[str, str | None, str], task: asyncio.Task[None]) -> None:
        self.running.discard(key)
        if not task.cancelled() and (error := task.exception()):
            self.errors[key] = f"{type(error).__name__}: {error}"
        self._tell(key)
        if self.waiting:
            self._start_next()

    def _tell_progress(self) -> None:
        for key in self.running:
            self._tell(key)
        if self.running or self.waiting:
            asyncio.get_event_loop().call_later(PROGRESS_SECONDS, self._tell_progress)

    def _tell(self, key: tuple[str, str | None, str]) -> None:
        if self.on_progress:
            for job in self.jobs:
                if job[1:] == key:
                    self.on_progress(self._report(job))

    def _report(self, job: Job) -> RunReport:
        key = job[1:]
        site = job.known_as or host(job.home or job.target) if job.spider == ANY else job.spider
        crawler = self.crawlers.get(key)
        if crawler is None or not isinstance(crawler.spider, BlogSpider):
            state = "broken" if key in self.errors else "waiting"
            return RunReport(job.target, site, state, self.errors.get(key))
        try:
            stats = dict(crawler.stats.get_stats())
        except RuntimeError:  # the crawl ended before its statistics began
            stats = {}
        report = report_of(job.target, crawler.spider.outlet or site, stats)
        if key in self.running:
            return replace(report, state="running")
        reason = self.errors.get(key) or crawler.spider.failure or stats.get("run/reason")
        state = "broken" if self.errors.get(key) or crawler.spider.failure else stats.get("run/state") or "good"
        return replace(report, state=state, reason=reason, moved_to=crawler.spider.moved_to)


def _lighten(settings: Settings) -> None:
    """Set the process up for many pages: what is imported is looked at no more, and no record is made to be dropped."""
    gc.freeze()
    gc.set_threshold(YOUNG, 20, 20)
    logging.getLogger("scrapy").setLevel(settings["LOG_LEVEL"])


def report_of(target: str, site: str, stats: Mapping[str, Any]) -> RunReport:
    """A report from a crawl's statistics."""

    def under(prefix: str) -> dict[str, int]:
        return {name.removeprefix(prefix): n for name, n in sorted(stats.items()) if name.startswith(prefix)}

    causes = {name: n for name, n in stats.items() if name.startswith(("page/", "post/", "source/", "archive/"))}
    return RunReport(
        target=target,
        site=site,
        state="running",
        requests=stats.get("downloader/request_count", 0),
        pages=stats.get("page/read", 0),
        same=stats.get("page/same", 0),
        failed=sum(under("page/failed/").values()),
        quarantined=stats.get("page/quarantine", 0),
        outcomes=under("review/"),
        left_out=under("post/left-out/"),
        causes=dict(sorted(causes.items())),
        run_id=stats.get("run/id"),
    )
