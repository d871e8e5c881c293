"""Between spider and web: answers that are no page are named, pages that did not change go no further."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware

from aggregator.crawl.answers import answer_of, answer_to
from aggregator.crawl.causes import Refusal, Unchanged
from aggregator.crawl.memory import memory_of
from aggregator.crawl.walls import wall_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

REMEMBER = "remember"
"""Request meta: this is a page of posts, whose validators and body are compared with those of the last time."""

REFRESH_HEAD = 16_384
"""Bytes of a page in which the tag may stand; w3lib reads the first 4,096 characters."""


def asked_url(request: Request) -> str:
    """The URL that was asked for first, before any redirect."""
    return str((request.meta.get("redirect_urls") or [request.url])[0])


class RefreshMiddleware(MetaRefreshMiddleware):
    """Scrapy's, which decodes every page: here only those that may hold such a tag."""

    def process_response(  # type: ignore[override]  # Scrapy deprecates its third argument
        self, request: Request, response: Response
    ) -> Request | Response:
        """Follow a <meta http-equiv=refresh>, where there is one."""
        if b"refresh" not in response.body[:REFRESH_HEAD].lower():
            return response
        followed: Request | Response = super().process_response(request, response)
        return followed


class WallMiddleware:
    """Stops at bot walls, login pages, parked domains, soft 404s and empty shells: `page/challenge` and so on."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:  # noqa: ARG003
        """Made by Scrapy for each crawl."""
        return cls()

    def process_response(self, request: Request, response: Response) -> Response:
        """Refuse what stands in a page's place; what is no HTML, or has moved, goes on."""
        answer = answer_to(request, response)
        kind = (answer.header("content-type") or "").lower()
        if 300 <= response.status < 400 or response.status in (404, 410) or (kind and "html" not in kind):
            return response
        headers = {name: values[0] for name, values in answer.headers.items() if values}
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
        url, answer = asked_url(request), answer_of(request, response)
        state = memory_of(self.crawler).state(url)
        same_body = response.status == 200 and state is not None and state.body_hash == answer.body_hash
        if response.status != 304 and not same_body:
            return response
        if state is not None and same_body and (state.opt_out or "") != ",".join(answer.opt_outs):
            return response  # its headers say now what may be done with it
        memory_of(self.crawler).was_same(url)
        raise Unchanged("304" if response.status == 304 else "body")
