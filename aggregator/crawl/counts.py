"""Scrapy's counts of a crawl, without what costs more than it tells: bytes, and a look at each call's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from scrapy.statscollectors import MemoryStatsCollector

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class Counts(MemoryStatsCollector):
    """The statistics of one crawl; Scrapy's own class makes each of its methods anew for a warning that is not ours."""

    def __getattribute__(self, name: str) -> Any:
        return object.__getattribute__(self, name)


class CountMiddleware:
    """Counts requests and answers next to the downloader, under Scrapy's names."""

    def __init__(self, crawler: Crawler) -> None:
        self._count = crawler.stats.inc_value

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy for each crawl."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:  # noqa: ARG002 (Scrapy's signature)
        """One more."""
        self._count("downloader/request_count")

    def process_response(self, request: Request, response: Response) -> Response:  # noqa: ARG002
        """One more, and its status."""
        self._count("downloader/response_count")
        self._count(f"downloader/response_status_count/{response.status}")
        return response
