"""Waiting when a blog asks for it: Retry-After, 429 and 503."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Self

from aggregator.crawl.causes import Refusal
from aggregator.crawl.downloader import downloader_of
from aggregator.crawl.posturls import host

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

BUSY = (429, 503)
FIRST_WAIT = 5.0
"""Seconds after the first such answer without a Retry-After; each further one in a row doubles it."""
LONGEST_WAIT = 300.0
"""Seconds: a host that asks for more is left alone for the rest of the run."""


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, in either of its forms; None where it is neither."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


class PolitenessMiddleware:
    """Puts a host on hold after an answer that asks for it, and lets it go again step by step."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._in_a_row: dict[str, int] = {}
        self._usual: dict[str, float] = {}  # host (and port): the pause before the hold
        self._left_alone: dict[str, float] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy for each crawl."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Refuse a host that asked to be left alone for longer than a run waits."""
        if self._left_alone and (wait := self._left_alone.get(host(request.url))):
            raise Refusal("retry-after", f"{wait:.0f} s")

    def process_response(self, request: Request, response: Response) -> Response:
        """Slow down after a busy answer, recover after a good one."""
        name = host(request.url)
        if response.status not in BUSY:
            if name in self._usual:
                self._recover(name)
            return response
        self._in_a_row[name] = self._in_a_row.get(name, 0) + 1
        header = (response.headers.get("Retry-After") or b"").decode("latin-1")
        asked = retry_after(header, datetime.now(UTC)) if header else None
        wait = asked if asked is not None else FIRST_WAIT * 2 ** (self._in_a_row[name] - 1) * random.uniform(1, 1.5)
        self.crawler.stats.inc_value(f"politeness/busy/{response.status}")
        if wait > LONGEST_WAIT:
            self._left_alone[name] = wait
            raise Refusal("retry-after", f"{wait:.0f} s")
        self._hold(name, wait)
        self.crawler.stats.max_value("politeness/longest-wait", round(wait, 1))
        return response

    def _hold(self, name: str, seconds: float) -> None:
        downloader = downloader_of(self.crawler)
        usual = self._usual.setdefault(name, downloader.pause(name))
        downloader.set_pause(name, max(seconds, usual))
        downloader.lease(name).hold(seconds)  # the pause runs from the answer, not from the question

    def _recover(self, name: str) -> None:
        """Halve the pause with each good answer until it is the usual one."""
        downloader, usual = downloader_of(self.crawler), self._usual[name]
        self._in_a_row.pop(name, None)
        if (half := downloader.pause(name) / 2) > max(usual, 0.1):
            downloader.set_pause(name, half)
        else:
            downloader.set_pause(name, self._usual.pop(name))
