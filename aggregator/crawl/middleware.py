"""Between spider and web: answers that are no page are named, pages that did not change go no further."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import xxhash

from aggregator.crawl.causes import Refusal, Unchanged
from aggregator.crawl.memory import memory_of
from aggregator.crawl.optouts import opt_outs
from aggregator.crawl.walls import wall_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

REMEMBER = "remember"
"""Request meta: this is a page of posts, whose validators and body are compared with those of the last time."""


def asked_url(request: Request) -> str:
    """The URL that was asked for first, before any redirect."""
    return str((request.meta.get("redirect_urls") or [request.url])[0])


def body_hash(body: bytes) -> str:
    """The hash under which a body is known again."""
    return xxhash.xxh3_128_hexdigest(body)


def headers_of(response: Response) -> dict[str, list[str]]:
    """All values of each header, by lower-case name."""
    return {
        name.decode("latin-1").lower(): [value.decode("latin-1") for value in response.headers.getlist(name)]
        for name in response.headers
    }


class WallMiddleware:
    """Stops at bot walls, login pages, parked domains, soft 404s and empty shells: `page/challenge` and so on."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:  # noqa: ARG003
        """Made by Scrapy for each crawl."""
        return cls()

    def process_response(self, request: Request, response: Response) -> Response:
        """Refuse what stands in a page's place; what is no HTML, or has moved, goes on."""
        kind = (response.headers.get("Content-Type") or b"").lower()
        if 300 <= response.status < 400 or response.status in (404, 410) or (kind and b"html" not in kind):
            return response
        headers = {
            name.decode("latin-1").lower(): (response.headers.get(name) or b"").decode("latin-1")
            for name in response.headers
        }
        wall = wall_of(response.status, headers, response.body, asked=asked_url(request), got=response.url)
        if wall:
            raise Refusal(wall, request.url)
        return response


class UnchangedMiddleware:
    """Asks with our own validators, whatever the server says of caching, and stops at what is the same."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy for each crawl."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Add the validators of the last time."""
        if not request.meta.get(REMEMBER):
            return
        state = memory_of(self.crawler).state(asked_url(request))
        if state is None or state.status != 200:
            return
        if state.etag:
            request.headers.setdefault("If-None-Match", state.etag)
        if state.last_modified:
            request.headers.setdefault("If-Modified-Since", state.last_modified)

    def process_response(self, request: Request, response: Response) -> Response:
        """Raise Unchanged for 304 and for the same body as the last time."""
        if not request.meta.get(REMEMBER):
            return response
        url = asked_url(request)
        state = memory_of(self.crawler).state(url)
        same_body = response.status == 200 and state is not None and state.body_hash == body_hash(response.body)
        if response.status != 304 and not same_body:
            return response
        if (
            state is not None
            and same_body
            and (state.opt_out or "") != ",".join(opt_outs(headers_of(response), response.body))
        ):
            return response  # its headers say now what may be done with it
        memory_of(self.crawler).was_same(url)
        raise Unchanged("304" if response.status == 304 else "body")
