"""Pages fetched and read one after the other, within one callback of Scrapy's."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from aggregator.crawl.downloader import downloader_of
from aggregator.records import Review

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

Output = Request | Review


async def in_turn(crawler: Crawler, outputs: AsyncIterator[Output]) -> AsyncIterator[Review]:
    """Carry out the requests among a callback's outputs as they come, and then those that these led to.

    Scrapy's way through scheduler, engine and scraper costs as much as the client, and a blog is asked one thing at a
    time anyway. What is to be tried again comes last. A crawl that ends leaves the rest.
    """
    waiting: deque[Request] = deque()
    async for output in outputs:
        if crawler.engine.needs_backout():
            return
        if isinstance(output, Request):
            for given in await _carried_out(crawler, output):
                if isinstance(given, Request):
                    waiting.append(given)
                else:
                    yield given
        else:
            yield output
    while waiting and not crawler.engine.needs_backout():
        for given in await _carried_out(crawler, waiting.popleft()):
            if isinstance(given, Request):
                waiting.append(given)
            else:
                yield given


async def _carried_out(crawler: Crawler, request: Request) -> list[Output]:
    """What the callback of a request gives for its answer, or its errback for the failure."""
    downloader = downloader_of(crawler)
    try:
        answer = await downloader.answer(request)
        while isinstance(answer, Request) and answer.priority > request.priority:  # a redirect
            request = answer
            answer = await downloader.answer(request)
        if isinstance(answer, Request):
            return [answer]
        answer.request = request
        if not 200 <= answer.status < 300:
            raise HttpError(answer, "it is no page")
    except Exception:
        failure = Failure()
        failure.request = request  # type: ignore[attr-defined]
        outputs, answer = request.errback(failure), failure
    else:
        outputs = request.callback(answer)
    given: list[Output] = []
    try:
        for output in outputs or ():
            given.append(output)
    except Exception:
        crawler.engine.scraper.handle_spider_error(Failure(), request, answer)
    return given
