"""Every knob that a site may turn, its default, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from aggregator.records import Review


class Site:
    """What a site file may say of its blog; a blog never seen is this class with only `home` set."""

    name: ClassVar[str] = ""
    """The site's name: the file's name, and the name that `scrapy crawl` takes."""
    home: ClassVar[str] = ""
    """The blog's home page, http or https; discovery starts here."""
    language: ClassVar[str | None] = None
    """ISO 639-1 code of the blog's language; None: read from each post."""
    author: ClassVar[str | None] = None
    """The one writer of the blog, where its pages do not say; a page that says otherwise marks the field disputed."""
    platform: ClassVar[str | None] = None
    """Name of a row of `aggregator.extract.platforms`; None: told by the page."""
    listing: ClassVar[str | None] = None
    """The source to crawl: "api", "feed", "sitemap" or "archive"; None: the best that discovery finds."""
    archive: ClassVar[str | None] = None
    """The archive's first page, where it is not the home page: a URL, or a path on the blog's host."""
    posts: ClassVar[str | None] = None
    """Regular expression of post URLs; None: told by the platform."""
    skip: ClassVar[str | None] = None
    """Regular expression of URLs or headlines that are no film reviews."""
    select: ClassVar[Mapping[str, str | tuple[str, ...]]] = MappingProxyType({})
    """Field to CSS or XPath, or several in order of age: {"rating": (".stars::attr(title)", "//p/b/text()")}."""
    scale: ClassVar[str | None] = None
    """The blog's rating scale where its pages leave it open: "0-5", "1-10", "letters"."""
    every: ClassVar[str] = "24h"
    """How often the blog is due: a number with m, h or d."""
    expect: ClassVar[Mapping[str, float]] = MappingProxyType({})
    """Share of reviews in which a field must be filled: {"rating": 0.9}; a run under it is *short*."""

    def refine(self, review: Review, post: object) -> Review:  # noqa: ARG002
        """Say what data cannot: takes the settled review and its post, gives the review to keep."""
        return review


KNOBS: tuple[str, ...] = tuple(name for name in vars(Site) if not name.startswith("_") and name != "refine")
