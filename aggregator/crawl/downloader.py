"""Scrapy's downloader without its queues: a request waits for its host's lease, and for nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from scrapy import Request
from scrapy.core.downloader.handlers import DownloadHandlers
from scrapy.core.downloader.middleware import DownloaderMiddlewareManager
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro, ensure_awaitable
from scrapy.utils.misc import build_from_crawler

from aggregator.crawl.leases import Lease, lease_of
from aggregator.crawl.posturls import host

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scrapy.crawler import Crawler
    from twisted.internet.defer import Deferred

    Method = Callable[..., object]


WAYS = ("process_request", "process_response", "process_exception")
"""What Scrapy's middlewares do: on the way down, on the way up, and where a request fails on its way down."""
ANSWERS = (Response, Request)


class Downloader:
    """Takes requests down through the middlewares, one at a time to each host, and their answers up again."""

    def __init__(self, crawler: Crawler) -> None:
        self.active: set[Request] = set()
        self.middleware = build_from_crawler(DownloaderMiddlewareManager, crawler)
        self._down, self._up, self._failed = (
            tuple(method for method in self.middleware.methods[name] if method) for name in WAYS
        )
        self._settings, self._count = crawler.settings, crawler.stats.inc_value
        self._most = crawler.settings.getint("CONCURRENT_REQUESTS")
        self._handlers = DownloadHandlers(crawler)
        self._leases: dict[str, Lease] = {}
        self._usual = crawler.settings.getfloat("DOWNLOAD_DELAY")
        self._pauses: dict[str, float] = {}

    def fetch(self, request: Request) -> Deferred[Response | Request]:
        """The answer to a request, or the request that a middleware puts in its place; called by Scrapy's engine."""
        self.active.add(request)  # the coroutine begins later, and an engine with nothing active ends the crawl
        return deferred_from_coro(self.answer(request))

    async def answer(self, request: Request) -> Response | Request:
        """What `fetch` gives; raises what the middlewares and the client raise."""
        self.active.add(request)
        try:
            try:
                answer = await _first(self._down, request=request) or await self._ask(request)
            except Exception as error:
                instead = await _first(self._failed, request=request, exception=error)
                if instead is None:
                    raise
                answer = instead
            for look in self._up:
                if isinstance(answer, Request):
                    break
                looked = look(request=request, response=answer)
                answer = looked if isinstance(looked, ANSWERS) else await ensure_awaitable(looked)
            return answer
        finally:
            self.active.remove(request)

    def needs_backout(self) -> bool:
        """Whether Scrapy's engine shall hand on no more requests."""
        return len(self.active) >= self._most

    def close(self) -> None:
        """Nothing waits here; called by Scrapy's engine."""

    def pause(self, name: str) -> float:
        """Seconds between two requests to a host (and port)."""
        return self._pauses.get(name, self._usual)

    def set_pause(self, name: str, seconds: float) -> None:
        """Change them."""
        self._pauses[name] = seconds

    def lease(self, name: str) -> Lease:
        """The right to ask a host (and port)."""
        if name not in self._leases:
            self._leases[name] = lease_of(self._settings, name)
        return self._leases[name]

    async def _ask(self, request: Request) -> Response:
        name = host(request.url)
        lease, pause = self.lease(name), self.pause(name)
        await lease.acquire(pause)
        try:
            self._count("downloader/request_count")
            response = await self._handlers.download_request_async(request)
        finally:
            lease.release(pause)
        self._count("downloader/response_count")
        self._count(f"downloader/response_status_count/{response.status}")
        return response


async def _first(methods: Iterable[Method], **what: object) -> Response | Request | None:
    """What the first method gives that gives anything."""
    for method in methods:
        given = method(**what)
        if given is not None and not isinstance(given, ANSWERS):
            given = await ensure_awaitable(given)
        if given is not None:
            return cast("Response | Request", given)
    return None


def downloader_of(crawler: Crawler) -> Downloader:
    """The downloader of a crawl."""
    return cast("Downloader", crawler.engine.downloader)
