"""Pages fetched and read one after the other, within one callback of Scrapy's."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from aggregator.crawl.downloader import downloader_of
from aggregator.records import Review

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

Output = Request | Review


async def in_turn(crawler: Crawler, outputs: AsyncIterator[Output]) -> AsyncIterator[Review]:
    """Carry out the requests among a callback's outputs as they come, and then those that these led to.

    Scrapy's way through scheduler, engine and scraper costs as much as the client, and a blog is asked one thing at a
    time anyway. What is to be tried again comes last. A crawl that ends leaves the rest.
    """
    waiting: deque[Request] = deque()
    async for output in _and_then(outputs, waiting):
        if crawler.engine.needs_backout():
            return
        for given in await _carried_out(crawler, output) if isinstance(output, Request) else (output,):
            if isinstance(given, Request):
                waiting.append(given)
            else:
                yield given


async def _and_then(outputs: AsyncIterator[Output], waiting: deque[Request]) -> AsyncIterator[Output]:
    async for output in outputs:
        yield output
    while waiting:
        yield waiting.popleft()


async def _carried_out(crawler: Crawler, request: Request) -> list[Output]:
    """What the callback of a request gives for its answer, or its errback for the failure."""
    downloader = downloader_of(crawler)
    came: Response | Failure
    try:
        answer = await downloader.answer(request)
        while isinstance(answer, Request) and _redirects(answer) > _redirects(request):
            request, answer = answer, await downloader.answer(answer)
        if isinstance(answer, Request):
            return [answer]
        answer.request, came = request, answer
        crawler.stats.inc_value("response_received_count")  # from which Scrapy tells its speed
        logger.debug("Crawled (%s) %s", answer.status, request)
        if not 200 <= answer.status < 300:
            raise HttpError(answer, "it is no page")
    except Exception:
        came = failure = Failure()  # type: ignore[no-untyped-call]
        failure.request = request  # type: ignore[attr-defined]
    given: list[Output] = []
    try:
        hand_on: Any = request.errback if isinstance(came, Failure) else request.callback
        given.extend((hand_on(came) if hand_on else None) or ())
    except Exception:
        crawler.engine.scraper.handle_spider_error(Failure(), request, came)  # type: ignore[no-untyped-call]
    return given


def _redirects(request: Request) -> int:
    """How many redirects led to a request, as Scrapy's middleware counts them."""
    return int(request.meta.get("redirect_times", 0))
