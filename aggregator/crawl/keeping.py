"""What the crawl keeps in the archive: every answer that is parsed, and word of those that are as they were."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy import signals

from aggregator.crawl.answers import ARCHIVED, POST, REMEMBER, answer_of, asked_url, body_hash
from aggregator.crawl.links import links_in
from aggregator.crawl.memory import NoMemory, memory_of
from aggregator.store.archive import Archive, ArchiveError, archive_at
from aggregator.store.warc_reader import WarcRecord

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

KEPT_TYPES = (b"html", b"xml", b"json", b"text/plain")

_open: dict[Path, Archive] = {}
"""One archive, and so one file, for all crawls of this process."""
_users: Counter[Path] = Counter()
"""How many of them it has: to take a file again one reads it through."""


class ArchiveMiddleware:
    """Writes each final answer to the archive before it is read, unless it asks not to be kept."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        wanted = (crawler.settings[name] for name in ("DATABASE", "ARCHIVE", "ARCHIVE_FORMAT"))
        self._archive = _shared(archive_at(*wanted))
        self._said_no = False  # a page of this blog asks not to be archived: its posts from an API are not, either
        crawler.signals.connect(self.spider_opened, signal=signals.spider_opened)
        crawler.signals.connect(self.spider_closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy for each crawl."""
        return cls(crawler)

    @property
    def is_on(self) -> bool:
        """Whether pages are kept, and the disk takes them."""
        return self._archive is not None and not self.crawler.stats.get_value("archive/failed")

    def spider_opened(self) -> None:
        """One more crawl that keeps pages."""
        if self._archive is not None:
            _users[self._archive.directory] += 1

    def spider_closed(self) -> None:
        """Give the file back after the last crawl of this process."""
        if self._archive is not None:
            _users[self._archive.directory] -= 1
            if not _users[self._archive.directory]:
                self._archive.close()

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep the answer, and note its place for the page that is made of it."""
        memory = memory_of(self.crawler)
        if self._archive is None or isinstance(memory, NoMemory) or response.status not in (200, 304):
            return response
        state = memory.state(asked_url(request))
        place = state.archived if state else None
        is_same = state is not None and (
            response.status == 304 or state.body_hash == answer_of(request, response).body_hash
        )
        if self._asks_not_to(request, response) or self._shows_what_left(request, response):
            if place:
                self._write(lambda archive: archive.erase(place))
        elif place and is_same:
            again = (asked_url(request), place, response.status, _headers(response))
            self._write(lambda archive: archive.keep_revisit(*again))
            request.meta[ARCHIVED] = place
        elif response.status == 200 and any(word in _type(response) for word in KEPT_TYPES):
            page = (response.url, response.status, _headers(response), response.body)
            request.meta[ARCHIVED] = self._write(lambda archive: archive.keep_response(*page))
        return response

    def kept(self, place: str | None) -> WarcRecord | None:
        """The answer at a place, where it is still there."""
        return self._archive.read(place) if self._archive is not None and place else None

    def take_out(self, places: Iterable[str]) -> None:
        """Take answers out of the archive."""
        for place in places if self._archive is not None else ():
            self._write(partial(Archive.erase, place=place))

    def keep_post(self, url: str, html: str) -> str | None:
        """Keep a post that an API or a feed gives whole, as a page; gives its place."""
        if self._archive is None or self._said_no:
            return None
        body = html.encode()
        state = memory_of(self.crawler).state(url)
        if state is not None and state.archived and state.body_hash == body_hash(body):
            return state.archived
        return self._write(lambda archive: archive.keep_conversion(url, body))

    def _asks_not_to(self, request: Request, response: Response) -> bool:
        """Whether the answer says that it is not to be kept."""
        said = answer_of(request, response).opt_outs
        if b"html" not in _type(response):  # WordPress says noindex of every reply and feed: it means search engines
            said = tuple(word for word in said if word == "noarchive")
        for word in said:
            self._said_no = True
            self.crawler.stats.inc_value(f"archive/not-kept/{word}")
        return bool(said)

    def _shows_what_left(self, request: Request, response: Response) -> bool:
        """Whether a listing, feed or reply links to a post that was taken down: it may hold its words."""
        memory = memory_of(self.crawler)
        if request.meta.get(REMEMBER) == POST or not memory.keeps_out:
            return False
        found = memory.taken_down(links_in(response.body, response.url))
        if found:
            self.crawler.stats.inc_value("archive/not-kept/taken-down")
        return bool(found)

    def _write(self, keep: Callable[[Archive], str | None]) -> str | None:
        """Write to the archive; a disk that fails is told of, and the crawl goes on without."""
        assert self._archive is not None
        try:
            place = keep(self._archive)
        except ArchiveError as error:
            if not self.crawler.stats.get_value("archive/failed"):
                logger.error("Pages are not kept: %s", error)
            self.crawler.stats.inc_value("archive/failed")
            return None
        if place:
            self.crawler.stats.inc_value("archive/records")
        return place


def _shared(archive: Archive | None) -> Archive | None:
    return None if archive is None else _open.setdefault(archive.directory.absolute(), archive)


def _type(response: Response) -> bytes:
    return (response.headers.get("Content-Type") or b"text/html").lower()


def _headers(response: Response) -> list[tuple[str, str]]:
    return [
        (name.decode("latin-1"), value.decode("latin-1"))
        for name in response.headers
        for value in response.headers.getlist(name)
    ]
