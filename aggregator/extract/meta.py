"""Claims of the page's head: Open Graph, Twitter, `<title>`, author and time metas."""

from __future__ import annotations

from collections.abc import Iterator

from aggregator.extract.segment import Post
from aggregator.extract.sitename import site_names, without_site
from aggregator.records import Claim, Source
from aggregator.values.text import fold

__all__ = ["find", "site_names"]

AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "twitter:data1", "byl")
DATES = (
    "article:published_time",
    "og:published_time",
    "date",
    "dc.date",
    "dc.date.issued",
    "datepublished",
    "pubdate",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "article:published",
    "citation_publication_date",
)


def find(post: Post) -> Iterator[Claim]:
    """Claims of the head; it speaks for the whole page, so only for a post that stands alone."""
    if not post.alone:
        return
    doc = post.doc
    for name in ("og:title", "twitter:title"):
        content = doc.meta(name)
        if content:
            yield Claim("headline", without_site(content, doc), Source.META, f"meta {name}")
            break
    if doc.title:
        yield Claim("headline", without_site(doc.title, doc), Source.META, "title")
    for name in AUTHORS:
        content = doc.meta(name)
        if content and not content.startswith(("http:", "https:", "@")):
            if name == "twitter:data1" and fold(doc.meta("twitter:label1") or "") not in (
                "written by",
                "verfasst von",
                "ecrit par",
                "escrito por",
            ):
                continue
            yield Claim("author", content, Source.META, f"meta {name}")
    for name in DATES:
        content = doc.meta(name)
        if content:
            yield Claim("published", content, Source.META, f"meta {name}")
            break
