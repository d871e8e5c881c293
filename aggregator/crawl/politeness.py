"""Waiting when a blog asks for it: Retry-After, 429 and 503."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from aggregator.crawl.causes import Refusal
from aggregator.crawl.leases import lease_of
from aggregator.crawl.posturls import host as netloc

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
    """Puts a host's queue on hold after an answer that asks for it, and lets it go again step by step."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._in_a_row: dict[str, int] = {}
        self._usual: dict[str, tuple[float, float]] = {}  # host: (delay, jitter) before the hold
        self._left_alone: dict[str, float] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy for each crawl."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Refuse a host that asked to be left alone for longer than a run waits."""
        if self._host(request) in self._left_alone:
            raise Refusal("retry-after", f"{self._left_alone[self._host(request)]:.0f} s")

    def process_response(self, request: Request, response: Response) -> Response:
        """Slow down after a busy answer, recover after a good one."""
        host = self._host(request)
        if response.status not in BUSY:
            if host in self._usual:
                self._recover(host)
            return response
        self._in_a_row[host] = self._in_a_row.get(host, 0) + 1
        header = (response.headers.get("Retry-After") or b"").decode("latin-1")
        asked = retry_after(header, datetime.now(UTC)) if header else None
        wait = asked if asked is not None else FIRST_WAIT * 2 ** (self._in_a_row[host] - 1) * random.uniform(1, 1.5)
        self.crawler.stats.inc_value(f"politeness/busy/{response.status}")
        if wait > LONGEST_WAIT:
            self._left_alone[host] = wait
            raise Refusal("retry-after", f"{wait:.0f} s")
        self._hold(host, wait, netloc(request.url))
        self.crawler.stats.max_value("politeness/longest-wait", round(wait, 1))
        return response

    def _hold(self, host: str, seconds: float, name: str) -> None:
        slot = self.crawler.engine.downloader.slots.get(host)
        if slot is None:
            return
        self._usual.setdefault(host, (slot.delay, slot.jitter))
        slot.delay, slot.jitter = max(seconds, self._usual[host][0]), 0.0
        slot.lastseen = monotonic()  # the pause runs from the answer, not from the question
        lease_of(self.crawler.settings, name).hold(seconds)

    def _recover(self, host: str) -> None:
        """Halve the pause with each good answer until it is the usual one."""
        delay, jitter = self._usual[host]
        self._in_a_row.pop(host, None)
        slot = self.crawler.engine.downloader.slots.get(host)
        if slot is None or slot.delay / 2 <= max(delay, 0.1):
            del self._usual[host]
            if slot is not None:
                slot.delay, slot.jitter = delay, jitter
        else:
            slot.delay /= 2

    @staticmethod
    def _host(request: Request) -> str:
        return str(request.meta.get("download_slot") or urlsplit(request.url).hostname or "")
