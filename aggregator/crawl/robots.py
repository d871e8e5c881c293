"""robots.txt: obeyed, with its Crawl-delay, and read for its sitemaps."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.misc import build_from_crawler

from aggregator.crawl.answers import REMEMBER, SOURCE
from aggregator.crawl.causes import Refusal, cause_of
from aggregator.crawl.downloader import downloader_of
from aggregator.crawl.posturls import host, web_address, without_controls

if TYPE_CHECKING:
    from scrapy.robotstxt import RobotParser

LONGEST_DELAY = 300.0
"""Seconds: a Crawl-delay above this is taken as this; the operator is told by `robots/long-delay`."""
MAX_BYTES = 512 * 1024
"""What is beyond is not read (RFC 9309 asks for 500 KiB)."""


class RobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's, made to follow RFC 9309: no robots.txt allows all, one that cannot be had allows nothing."""

    def __init__(self, crawler: Any) -> None:
        super().__init__(crawler)
        self._asked: dict[str, asyncio.Task[RobotParser | None]] = {}
        self._sitemaps: dict[str, tuple[str, ...]] = {}

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """The sitemaps that the robots.txt of the URL's host names, if it was read."""
        return self._sitemaps.get(urlsplit(url).netloc, ())

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules for the request's host, asked for once; raises Refusal where they cannot be had."""
        netloc = urlsplit(request.url).netloc
        if netloc not in self._asked:
            self._asked[netloc] = asyncio.ensure_future(self._ask(request))
        asked = self._asked[netloc]
        return asked.result() if asked.done() else await asyncio.shield(asked)

    async def _ask(self, request: Request) -> RobotParser | None:
        parts = urlsplit(request.url)
        robots = Request(
            f"{parts.scheme}://{parts.netloc}/robots.txt",
            priority=self.DOWNLOAD_PRIORITY,
            meta={"dont_obey_robotstxt": True, REMEMBER: SOURCE},
            callback=NO_CALLBACK,
        )
        self._stats.inc_value("robotstxt/request_count")
        try:
            response = await self.crawler.engine.download_async(robots)
        except Exception as error:
            raise Refusal(cause_of(error), f"robots.txt: {error}") from error
        self._stats.inc_value(f"robotstxt/response_status_count/{response.status}")
        if response.status >= 500 or response.status == 429:
            raise Refusal("robots-unavailable", f"http-{response.status}")
        if response.status >= 300:
            return None
        parser: RobotParser = build_from_crawler(self._parserimpl, self.crawler, response.body[:MAX_BYTES])
        named = getattr(getattr(parser, "rp", None), "sitemaps", ())
        addresses = [web_address(robots.url, without_controls(name)) for name in named]  # some are relative
        self._sitemaps[parts.netloc] = tuple(filter(None, addresses))
        self._slow_down(host(request.url), parser.crawl_delay(self._robotstxt_useragent or self._default_useragent))
        return parser

    def _slow_down(self, name: str, delay: float | None) -> None:
        """Make a Crawl-delay the pause between requests to the host, where it is the longer one."""
        if not delay or delay != delay:
            return
        if delay > LONGEST_DELAY:
            self._stats.inc_value("robots/long-delay")
        downloader = downloader_of(self.crawler)
        pause = max(downloader.pause(name), min(delay, LONGEST_DELAY))
        downloader.set_pause(name, pause)
        self._stats.max_value("robots/crawl-delay", pause)
