"""Claims of the page's head: Open Graph, Twitter, `<title>`, author and time metas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.extract.document import Document
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.text import fold

SEPARATOR = re.compile(r"\s+[|–—·•»«:~-]\s+|\s*[|»«]\s*|:\s")
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


def site_names(doc: Document) -> tuple[str, ...]:
    """What the page calls its site, folded."""
    stated = [doc.meta("og:site_name"), doc.meta("application-name"), doc.meta("apple-mobile-web-app-title")]
    shown = [
        doc.text_of(element)
        for name in (
            "site-title",
            "site-name",
            "blog-title",
            "masthead-title",
            "navbar-brand",
            "brand",
            "logo",
            "blog-header-logo",
            "wp-block-site-title",
            "home-link",
        )
        for element in doc.by_class.get(name, ())[:1]
    ]
    return tuple(dict.fromkeys(fold(name) for name in (*stated, *shown) if name and len(name) < 80))


def without_site(title: str, doc: Document) -> str:
    """A page's title without the site's name before or after it."""
    names = site_names(doc)
    cuts = list(SEPARATOR.finditer(title))
    for cut in reversed(cuts):
        if fold(title[cut.end() :]) in names:
            return title[: cut.start()].strip()
    for cut in cuts:
        if fold(title[: cut.start()]) in names:
            return title[cut.end() :].strip()
    strong = [cut for cut in cuts if cut.group().strip() in "|–—·•»" and cut.group().strip()]
    if strong and not names and len(title[strong[-1].end() :]) < 40:
        return title[: strong[-1].start()].strip()
    return title
