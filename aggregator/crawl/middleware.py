"""Between spider and web: answers that are no page are named, pages that did not change go no further."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Self

from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware
from scrapy.http import Headers
from scrapy.responsetypes import responsetypes

from aggregator.crawl.answers import ARCHIVED, REMEMBER, SOURCE, Answer, answer_of, answer_to, asked_url, body_hash
from aggregator.crawl.causes import Refusal, Unchanged
from aggregator.crawl.keeping import ArchiveMiddleware
from aggregator.crawl.memory import memory_of
from aggregator.crawl.states import is_elsewhere, state_of
from aggregator.crawl.walls import wall_of
from aggregator.records import Parsed
from aggregator.store.pages import PageState

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from aggregator.store.warc_reader import WarcRecord

KEPT = "kept"
"""Request meta: the archive's record of the source that is asked for."""
VALIDATORS = ("If-None-Match", "If-Modified-Since")
REFRESH_HEAD = 16_384
"""Bytes of a page in which the tag may stand; w3lib reads the first 4,096 characters."""


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
        """Add the validators of the last time, unless the page is wanted whole: for its opt-outs, or the archive."""
        if not request.meta.get(REMEMBER):
            return
        if is_elsewhere(asked_url(request), request.url):
            for name in VALIDATORS:  # they are those of the page that leads here
                request.headers.pop(name, None)
            return
        state = memory_of(self.crawler).state(asked_url(request))
        if state is None or state.status != 200 or state.opt_out or self._is_lacked(state):
            return
        if request.meta[REMEMBER] == SOURCE and not self._take_along(request, state):
            return
        if state.etag:
            request.headers.setdefault("If-None-Match", state.etag)
        if state.last_modified:
            request.headers.setdefault("If-Modified-Since", state.last_modified)

    def process_response(self, request: Request, response: Response) -> Response:
        """Raise Unchanged for 304 and for the same body as the last time; of a source give what it was."""
        if not request.meta.get(REMEMBER):
            return response
        if request.meta[REMEMBER] == SOURCE:
            return self._source(request, response)
        url, answer = asked_url(request), answer_of(request, response)
        if is_elsewhere(url, response.url):
            return response
        state = memory_of(self.crawler).state(url)
        same_body = response.status == 200 and state is not None and state.body_hash == answer.body_hash
        if response.status != 304 and not same_body:
            return response
        if state is not None and same_body and (state.opt_out or "") != ",".join(answer.opt_outs):
            return response  # its headers say now what may be done with it
        if state is not None and response.status == 304:
            self._hear(state, answer)
        place = request.meta.get(ARCHIVED)
        memory_of(self.crawler).was_same(url, place if state is None or place != state.archived else None)
        raise Unchanged("304" if response.status == 304 else "body")

    def _take_along(self, request: Request, state: PageState) -> bool:
        """Put what the archive has of a source with the request, for an answer that says that it is still that."""
        keeper = self.crawler.get_downloader_middleware(ArchiveMiddleware)
        record = keeper.kept(state.archived) if keeper else None
        if record is None or body_hash(record.body) != state.body_hash:
            return False
        request.meta[KEPT] = record
        return True

    def _source(self, request: Request, response: Response) -> Response:
        """Remember a source's validators; a 304 becomes the answer that it stands for."""
        record: WarcRecord | None = request.meta.pop(KEPT, None)
        if response.status == 304 and record is not None:
            headers = Headers(record.headers)
            headers.update({name: response.headers.getlist(name) for name in response.headers})
            kind = responsetypes.from_args(headers=headers, url=response.url, body=record.body)
            response = response.replace(cls=kind, status=200, headers=headers, body=record.body)
            answer_to(request, response)
            self.crawler.stats.inc_value("source/same")
        if response.status == 200:
            response.request = request
            memory_of(self.crawler).was_asked(replace(state_of(response), opt_out=None, is_source=True))
        return response

    def _is_lacked(self, state: PageState) -> bool:
        """Whether the archive keeps pages, and not this one yet: it was off when the page was read."""
        keeper = self.crawler.get_downloader_middleware(ArchiveMiddleware)
        return state.archived is None and keeper is not None and keeper.is_on

    def _hear(self, state: PageState, answer: Answer) -> None:
        """Record what a 304's headers newly say; what they leave out stands as it stood."""
        if answer.opt_outs:
            for word in answer.opt_outs:
                self.crawler.stats.inc_value(f"page/opt-out/{word}")
            memory_of(self.crawler).was_read(replace(state, opt_out=",".join(answer.opt_outs)), Parsed())
