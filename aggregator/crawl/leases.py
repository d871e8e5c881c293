"""One request at a time to a host, and the pause after it, agreed by all runs on this machine."""

from __future__ import annotations

import asyncio
import fcntl
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import quote, urlsplit

from scrapy import signals

from aggregator.crawl.posturls import host

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

LONGEST_HOLD = 3600.0
"""Seconds: a moment further away was written under a wrong clock."""
POLL_SECONDS = 0.1
"""How often a host that another process asks is looked at."""

_leases: dict[Path, Lease] = {}


class Lease:
    """The right to ask one host: a lock between processes, and the moment before which nobody asks again.

    The lock is the file's, so it ends with its process; the moment is the file's text, seconds since the epoch.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        self._turn = asyncio.Lock()  # between the crawls of this process

    async def acquire(self, pause: float) -> None:
        """Wait for the host to be free, and for the pause after the last answer to be over."""
        await self._turn.acquire()
        try:
            while not self._try_lock():
                await asyncio.sleep(POLL_SECONDS)
            while (wait := self._free_at() - time.time()) > 0:
                await asyncio.sleep(min(wait, 1.0))
        except BaseException:
            self.release()
            raise
        self.hold(pause)

    def release(self, pause: float = 0.0) -> None:
        """Let the next one ask, after a pause from now."""
        self.hold(pause)
        fcntl.flock(self._file, fcntl.LOCK_UN)
        if self._turn.locked():
            self._turn.release()

    def hold(self, seconds: float) -> None:
        """Nobody on this machine asks the host for so long."""
        moment = f"{max(time.time() + seconds, self._free_at()):017.6f}"
        os.pwrite(self._file, moment.encode(), 0)

    def _free_at(self) -> float:
        try:
            moment = float(os.pread(self._file, 17, 0))
        except ValueError:
            return 0.0
        return moment if moment - time.time() <= LONGEST_HOLD else 0.0

    def _try_lock(self) -> bool:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def lease_of(directory: str, name: str) -> Lease:
    """The lease of a host (and port); one object for all crawls of this process."""
    path = Path(directory) / quote(name, safe="")
    if path not in _leases:
        _leases[path] = Lease(path)
    return _leases[path]


class LeaseMiddleware:
    """Stands next to the downloader: a request waits here for its host, and gives it back when it has left."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._directory: str = crawler.settings["LEASES"]
        self._held: dict[int, tuple[Lease, float]] = {}  # by request: its lease, and the pause after it
        crawler.signals.connect(self.request_left, signal=signals.request_left_downloader)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy for each crawl."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Wait for the host."""
        parts = urlsplit(request.url)
        slot = self.crawler.engine.downloader.slots.get(parts.hostname or "")
        pause = slot.delay if slot else self.crawler.settings.getfloat("DOWNLOAD_DELAY")
        lease = lease_of(self._directory, host(request.url))
        await lease.acquire(pause)
        self._held[id(request)] = lease, pause

    def request_left(self, request: Request) -> None:
        """The host has answered, or failed to."""
        if id(request) in self._held:
            lease, pause = self._held.pop(id(request))
            lease.release(pause)
