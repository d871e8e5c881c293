"""tdmrep.json: which pages of a blog its publisher reserves against text and data mining (W3C's TDMRep)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import orjson

from aggregator.crawl.keeping import ArchiveMiddleware
from aggregator.store.pages import RESERVED

if TYPE_CHECKING:
    from aggregator.crawl.spider import BlogSpider

PATH = "/.well-known/tdmrep.json"
MAX_BYTES = 512 * 1024
"""A longer file is not read, as with robots.txt."""
MOST_RULES = 1_000
LONGEST_LOCATION = 2_000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Reservations:
    """The rules of one host; of those whose location fits a page the longest holds, and of two of one length "yes"."""

    host: str = ""
    rules: tuple[tuple[str, bool], ...] = ()  # location as in robots.txt, whether it is reserved

    def __bool__(self) -> bool:
        return any(is_reserved for _, is_reserved in self.rules)

    def covers(self, url: str) -> bool:
        """Whether a page is reserved."""
        parts = urlsplit(url)
        if not self or parts.netloc.lower() != self.host:
            return False
        path = unquote(parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        fitting = [(len(location), is_reserved) for location, is_reserved in self.rules if fits(location, path)]
        return max(fitting, default=(0, False))[1]


def read_reservations(body: bytes, url: str) -> Reservations:
    """The rules in a tdmrep.json fetched from a URL; none where it is no such file."""
    host = urlsplit(url).netloc.lower()
    try:
        rows = orjson.loads(body) if len(body) <= MAX_BYTES else None
    except orjson.JSONDecodeError:
        rows = None
    rules = []
    for row in rows[:MOST_RULES] if isinstance(rows, list) else ():
        location = row.get("location") if isinstance(row, dict) else None
        if not isinstance(location, str) or not location or len(location) > LONGEST_LOCATION:
            continue
        parts = urlsplit(urljoin(f"//{host}/", location.strip()))
        if parts.netloc.lower() == host:
            path = unquote(parts.path) + (f"?{parts.query}" if parts.query else "")
            rules.append((path, str(row.get("tdm-reservation")) == "1"))
    return Reservations(host, tuple(rules))


def fits(location: str, path: str) -> bool:
    """Whether a location, in which `*` stands for anything and `$` for the end (RFC 9309), fits a path."""
    is_whole = location.endswith("$")
    first, *others = location.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, part in enumerate(others, 1):
        is_last = number == len(others)
        if is_whole and is_last:
            return len(path) - len(part) >= at and path.endswith(part)
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not is_whole or at == len(path)


async def heed(spider: BlogSpider) -> None:
    """Look which pages a blog reserves in its tdmrep.json: they are not read, and what is stored of them goes."""
    response = await spider.ask(urljoin(spider.entrance, PATH), is_needed=False)
    reserved = read_reservations(response.body, response.url) if response else None
    if not reserved:
        return
    spider.count(f"page/opt-out/{RESERVED}")
    spider.plan.is_reserved = reserved.covers
    places = spider.memory.reserve(reserved.covers)
    if keeper := spider.crawler.get_downloader_middleware(ArchiveMiddleware):
        keeper.take_out(places)
