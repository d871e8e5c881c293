"""Scrapy's counts of a crawl, without a look at each call's words."""

from __future__ import annotations

from typing import Any

from scrapy.statscollectors import MemoryStatsCollector


class Counts(MemoryStatsCollector):
    """The statistics of one crawl; Scrapy's own class makes each of its methods anew for a warning that is not ours."""

    def __getattribute__(self, name: str) -> Any:
        return object.__getattribute__(self, name)
