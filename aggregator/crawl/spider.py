"""The spider of every blog: from its home page to its reviews."""

from __future__ import annotations

import traceback
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

import scrapy
from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from aggregator.crawl import tdmrep
from aggregator.crawl.answers import POST, READABLE, REMEMBER, SOURCE, answer_of, asked_url
from aggregator.crawl.causes import MISSING, WALLS, Refusal, Unchanged, cause_of
from aggregator.crawl.discover import discover, next_batch, read_home
from aggregator.crawl.entries import Entry, Listing, Wanted
from aggregator.crawl.keeping import ArchiveMiddleware
from aggregator.crawl.links import doors
from aggregator.crawl.memory import Memory, NoMemory
from aggregator.crawl.plan import Plan
from aggregator.crawl.posturls import address, as_url, host, is_front, spelled_as, without_controls
from aggregator.crawl.robots import RobotsMiddleware
from aggregator.crawl.rollcall import RollCall, is_whole_look_due
from aggregator.crawl.states import new_home, place_of, state_of
from aggregator.crawl.turns import Output, in_turn
from aggregator.crawl.wholeposts import article_page, hash_of, page_says_more, samples
from aggregator.parse import parse_page
from aggregator.records import Issue, Page, Parsed, Review
from aggregator.site import Site
from aggregator.store import StoreError
from aggregator.store.clock import now
from aggregator.store.pages import GIVEN, HONOURED, RESERVED, PageState

MOST_BATCHES = 2_000
"""Pages of one source that a run reads at most; each has 10 to 100 posts."""


class BlogSpider(Site, scrapy.Spider):
    """Crawls one blog; a site file is a subclass that sets knobs and nothing else.

    Arguments of `scrapy crawl -a`: `home` (a URL, for a blog without a site file), `limit` (posts asked for), `mode`
    ("newest", or "backfill": known posts, too), `since` (ISO date), `known_as` (a blog's name, where not its host).
    """

    memory: Memory = NoMemory()

    def __init__(
        self,
        home: str = "",
        limit: int | str | None = None,
        mode: str = "newest",
        since: str | None = None,
        known_as: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.entrance = as_url(home) if home else type(self).home
        self.outlet = self.name if type(self).home else known_as or host(self.entrance)
        self.failure: str | None = None  # why the blog could not be read at all
        self.moved_to: str | None = None  # its home page, where that is at another host for good
        self.limit, self.mode, self.since = int(limit) if limit else None, mode, since
        self._archive_pages: set[str] = set()
        self._pages_say_more: bool | None = None  # than their source; None: not yet learned
        self._also: list[Entry] = []  # what other sources name, for the end of the archive pages
        self.named_all = False  # whether the sources named every post of the blog
        self._blog: type[Site] | None = None

    @cached_property
    def plan(self) -> Plan:
        """Which posts this run asks for."""
        return Plan(self.memory, mode=self.mode, since=self.since, limit=self.limit, posts=self.posts, skip=self.skip)

    async def start(self) -> AsyncIterator[Request]:
        """The home page; everything else follows from it."""
        if not self.entrance:
            raise CloseSpider("no home page: scrapy crawl any -a home=URL")
        try:
            self.memory.begin()
        except StoreError as problem:
            self.failure = str(problem)
            raise CloseSpider(self.failure) from problem
        self.plan.is_whole_look = self.mode == "newest" and is_whole_look_due(self.memory.last_whole)
        meta = {REMEMBER: SOURCE}
        yield Request(self.entrance, self.parse_home, errback=self.home_failed, meta=meta, dont_filter=True)

    async def parse_home(self, response: Response) -> AsyncIterator[Review]:
        """Discover the blog's sources and read the best."""
        if failure := await RollCall(self).strayed(response.url):
            self.failure = failure
            return
        self.plan.hosts = set() if self.posts else {host(self.entrance), host(response.url), self.outlet}
        self.entrance, self.moved_to = response.url, new_home(response)
        await tdmrep.heed(self)
        if self.plan.is_reserved(response.url):
            self.failure = f"{response.url}: {RESERVED}"
            return
        listings = await self.sources(response)
        if not listings:
            self.failure = f"no {self.listing} was found"
            return
        best = listings[0]
        self.count(f"source/{best.kind}")
        self.logger.info("%s: reading %s at %s (%s posts)", self.outlet, best.kind, best.url, best.total or "?")
        if best.kind == "archive":
            self._also = [entry for listing in listings[1:] for entry in listing.entries]
        outputs = self.read_archive_from(response) if best.kind == "archive" else self.read_listing(best)
        for part in (outputs, RollCall(self).requests()):
            async for review in in_turn(self.crawler, part):
                yield review
        if best.kind == "api" and not best.entries:
            self.count("page/same")  # the blog says that nothing changed

    async def sources(self, home: Response, *, thorough: bool = False) -> list[Listing]:
        """The blog's sources, the best first; `thorough` also looks at those that are not needed."""
        robots = self.crawler.get_downloader_middleware(RobotsMiddleware)
        return await discover(
            read_home(home),
            self.ask,
            sitemaps=robots.sitemaps(home.url) if robots else (),
            posts=self.posts,
            only=self.listing,
            wanted=Wanted(self.memory.last_good if self.is_only_of_changes else None, self.since, thorough),
        )

    @property
    def is_only_of_changes(self) -> bool:
        """Whether known posts end a source: what is new or changed stands before them."""
        return self.mode == "newest" and not self.plan.is_whole_look

    async def read_listing(self, listing: Listing) -> AsyncIterator[Output]:
        """Read an API, a feed or a sitemap, part by part, until its end, the limit, or what is known."""
        self.plan.pass_over(listing.passed_over)
        reads_whole = listing.whole and listing.reaches_all and listing.kind in ("api", "feed")
        batch: Listing | None = listing
        for _ in range(MOST_BATCHES):
            if batch is None:
                return
            older = self.plan.passed_over["older"]
            chosen = self.choose(batch.entries)
            is_past = bool(batch.entries) and self.plan.passed_over["older"] - older == len(batch.entries)
            if reads_whole:
                async for output in self.read_whole(chosen):
                    yield output
            else:
                for entry in chosen:
                    yield self.post_request(entry.url)
            self.named_all = batch.names_all and not batch.next_url
            if self.plan.is_full or is_past or (self.is_only_of_changes and not chosen):
                return
            batch = await next_batch(batch, self.ask)

    async def read_archive_from(self, home: Response) -> AsyncIterator[Output]:
        """Read archive pages, from the home page or from where the site file says that they begin."""
        first = urljoin(home.url, self.archive) if self.archive else home.url
        if address(first) != address(home.url):
            yield self.archive_request(first)
            return
        for output in self.parse_archive(home):
            yield output

    async def read_whole(self, entries: list[Entry]) -> AsyncIterator[Output]:
        """Read posts from what the source gives of them; fetch their pages where those say more."""
        for entry in entries:
            if not entry.content:
                yield self.post_request(entry.url)
        given = [self.page_of_entry(entry) for entry in entries if entry.content]
        new, says_more = self.changed(given)
        says_more = self._pages_say_more if says_more is None else says_more
        read = [self.read(page) or Parsed() for page in new] if not says_more else []
        fetched: dict[int, Response] = {}
        if says_more is None:
            async for place, response in self.sampled(new, read):
                fetched[place] = response
            says_more = any(self.says_more(read[place], response) for place, response in fetched.items())
            if says_more or any(read[place].reviews for place in fetched):
                self._pages_say_more = says_more
        self.count("source/page-says-more" if says_more else "source/whole")
        keeper = self.crawler.get_downloader_middleware(ArchiveMiddleware)
        for place, page in enumerate(new):
            if says_more and place in fetched:
                for output in self.parse(fetched[place]):
                    yield output
            elif says_more:
                yield self.post_request(page.url)
            else:
                kept = keeper.keep_post(page.url, str(page.html)) if keeper else None
                for output in self.take(
                    read[place], PageState(page.url, GIVEN, body_hash=hash_of(page), archived=kept)
                ):
                    yield output

    def changed(self, given: list[Page]) -> tuple[list[Page], bool | None]:
        """The posts that are not as they were last read, and whether then their pages were read instead."""
        states = [self.memory.state(page.url) for page in given]
        new = []
        for page, state in zip(given, states, strict=True):
            if state is not None and state.body_hash == hash_of(page):
                self.memory.was_same(page.url)
            else:
                new.append(page)
        before = {state.status for state in states if state is not None}
        return new, False if GIVEN in before else True if 200 in before else None

    async def sampled(self, pages: list[Page], read: list[Parsed]) -> AsyncIterator[tuple[int, Response]]:
        """Some of a source's posts as their pages, to learn whether those say more."""
        for place in samples(read):
            response = await self.ask(pages[place].url)
            if response is not None:
                yield place, response

    def says_more(self, whole: Parsed, response: Response) -> bool:
        """Whether a post's page says more than its source gave."""
        parsed = self.read(self.page_of(response)) if isinstance(response, TextResponse) else None
        return parsed is not None and page_says_more(whole, parsed)

    def parse(self, response: Response, **kwargs: Any) -> Iterator[Output]:  # noqa: ARG002 (Scrapy's signature)
        """Read a page of one post or many; excerpts are yielded, and their permalinks followed."""
        state = state_of(response)
        is_off = state.elsewhere and is_front(response.url, self.entrance)  # some answer so for what they took down
        if (parsed := Parsed() if is_off else self.read_response(response)) is None:
            return
        yield from self.take(parsed, state)
        if cut := [Entry(one.url) for one in parsed.reviews if not one.complete and self.plan.is_own(one.url)]:
            yield from self.follow(entry for entry in cut if address(entry.url) != address(response.url))

    def parse_archive(self, response: Response) -> Iterator[Output]:
        """Read an archive page: its whole posts at once, the others by their permalinks, then the next page."""
        self._archive_pages.add(address(response.url))
        parsed = self.read_response(response, following=True)
        if parsed is None:
            return
        parsed = replace(
            parsed,  # the front page itself is no post, and a link to another blog is none of this one
            reviews=tuple(r for r in parsed.reviews if self.plan.is_own(r.url) and not is_front(r.url, self.entrance)),
            left_out=tuple(left for left in parsed.left_out if not is_front(left.url, self.entrance)),
        )
        yield from self.take(parsed, state_of(response))
        whole = {address(review.url) for review in parsed.reviews if review.complete}
        self.plan.chosen += len(whole)
        self.plan.saw(whole)
        self._also = [entry for entry in self._also if address(entry.url) not in whole]
        others = [Entry(url) for url in parsed.links if address(url) not in whole]
        known_before = sum(self.plan.passed_over.values())
        yield from self.follow(others)
        if not parsed.links and not parsed.reviews:
            self.count("archive/no-posts")
            is_first = len(self._archive_pages) == 1
            yield from map(self.archive_request, doors(response.body, response.url) if is_first else ())
        all_known = bool(others) and not whole and sum(self.plan.passed_over.values()) - known_before == len(others)
        if self.plan.is_full or (self.is_only_of_changes and all_known) or len(self._archive_pages) >= MOST_BATCHES:
            return
        if parsed.next_url and address(parsed.next_url) not in self._archive_pages:
            yield self.archive_request(parsed.next_url)
        else:
            self.named_all = True
            yield from self.follow(self._also)  # pages of a list may end before the blog does

    def take(self, parsed: Parsed, state: PageState | None) -> Iterator[Review]:
        """The word to the memory that a page was read, and its reviews as items."""
        reviews = tuple(review for review in parsed.reviews if not self.plan.is_reserved(review.url))
        for left in parsed.left_out:
            self.count(f"post/left-out/{left.label}")
        self.memory.was_read(state, replace(parsed, reviews=reviews))
        yield from reviews

    def choose(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those posts that the plan wants, their URLs spelled as the home page's."""
        home = self.entrance
        return self.plan.choose(replace(one, url=spelled_as(without_controls(one.url), home)) for one in entries)

    def follow(self, entries: Iterable[Entry]) -> Iterator[Request]:
        """Requests for those posts that the plan wants."""
        for entry in self.choose(entries):
            yield self.post_request(entry.url)

    def read_response(self, response: Response, *, following: bool = False) -> Parsed | None:
        """What a fetched page gives; nothing of it is kept where the page asks for that."""
        kind = (response.headers.get("Content-Type") or b"text/html").lower()
        url = asked_url(response.request) if response.request else response.url
        if not isinstance(response, TextResponse) or not any(word in kind for word in READABLE):
            self.count("page/failed/not-html")
            self.memory.was_passed_over(url, "not-html")
            return None
        parsed = self.read(self.page_of(response), following=following)
        said = [word for word in answer_of(response.request, response).opt_outs if word in HONOURED]
        if parsed is None or not said:
            return parsed
        for word in said:
            self.count(f"page/opt-out/{word}")
            self.memory.was_passed_over(url, word)
        return Parsed(platform=parsed.platform, next_url=parsed.next_url, links=parsed.links)

    def read(self, page: Page, *, following: bool = False) -> Parsed | None:
        """The page as parsed; where parsing raises, the page goes to quarantine and the run goes on."""
        try:
            parsed = parse_page(page, self.site_for(page.url), following=following)
        except Exception:
            issue = Issue(page.url, "parse", traceback.format_exc())
            self.logger.error("Could not read %s\n%s", page.url, issue.traceback)
            self.count("page/quarantine")
            self.memory.was_read(None, Parsed(issues=(issue,)))
            return None
        self.count("page/read")
        if parsed.issues:
            self.count("page/quarantine")
        return parsed

    def site_for(self, url: str) -> type[Site]:
        """The knobs that a page is read with: the site file's, or those of a blog without one, named by its host."""
        if type(self).home:
            return type(self)
        key = self.outlet or host(url), self.entrance or url
        if self._blog is None or (self._blog.name, self._blog.home) != key:
            self._blog = type("Blog", (type(self),), dict(zip(("name", "home"), key, strict=True)))
        return self._blog

    def page_of(self, response: TextResponse) -> Page:
        """The response as a page."""
        return Page(
            url=response.url,
            html=response.body,
            status=response.status,
            fetched_at=now(),
            charset=response._declared_encoding(),
            archived=place_of(response),
        )

    def page_of_entry(self, entry: Entry) -> Page:
        """A post that its source gives whole, as a page."""
        return Page(url=entry.url, html=article_page(entry), fetched_at=now())

    def post_request(self, url: str) -> Request:
        """The request for a post's page."""
        return Request(url, callback=self.parse, errback=self.page_failed, meta={REMEMBER: POST}, dont_filter=True)

    def archive_request(self, url: str) -> Request:
        """The request for an archive page."""
        is_known = self.is_only_of_changes and self.memory.last_good is not None
        return Request(url, callback=self.parse_archive, errback=self.page_failed, meta={REMEMBER: is_known})

    async def ask(self, url: str, *, is_needed: bool = True, once: bool = False) -> Response | None:
        """Fetch a URL within a callback; None where that failed, with the cause counted unless it may be missing.

        What is asked for `once` is not remembered: the next run asks for another URL.
        """
        request = Request(url, errback=self.page_failed, meta={} if once else {REMEMBER: SOURCE})
        try:
            response = await self.crawler.engine.download_async(request)
        except Exception as error:
            cause = cause_of(error)
            self.logger.debug("%s: %s", url, error)
        else:
            if response.status == 200:
                return response
            cause = f"http-{response.status}"
        if is_needed:
            self.count(f"source/failed/{cause}")
        return None

    def home_failed(self, failure: Failure) -> None:
        """The blog cannot be read: the cause ends up in the run's record."""
        cause = cause_of(failure.value)
        self.failure = f"{self.entrance}: {cause}"
        self.count(f"page/{cause}" if cause in WALLS else f"page/failed/{cause}")
        self.logger.error("%s cannot be read: %s (%s)", self.entrance, cause, failure.value)

    def page_failed(self, failure: Failure) -> None:
        """One page cannot be read: the cause is counted, and a page that is gone is remembered as such."""
        if isinstance(error := failure.value, Unchanged):
            return
        cause = cause_of(error)
        request: Request = failure.request  # type: ignore[attr-defined]
        before = self.memory.state(asked_url(request)) or PageState(asked_url(request), 0)
        is_missing = cause in MISSING and request.meta.get(REMEMBER) == POST and before.was_there
        self.count(f"page/{cause}" if cause in WALLS and not is_missing else f"page/failed/{cause}")
        self.memory.was_passed_over(asked_url(request), cause)
        self.logger.log(20 if isinstance(error, Refusal) else 30, "%s: %s", request.url, cause)
        if is_missing:
            self.count("post/missing")
        if is_missing or cause in ("http-404", "http-410"):
            self.memory.was_read(before.missing(MISSING[cause]), Parsed())

    def count(self, name: str) -> None:
        """Count a fact about the run under its name."""
        self.crawler.stats.inc_value(name)
