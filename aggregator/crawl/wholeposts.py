"""A post that an API or a feed gives whole, put into the markup in which platforms print posts."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from aggregator.crawl.answers import body_hash
from aggregator.crawl.entries import Entry
from aggregator.records import Page, Parsed


def article_page(entry: Entry, *, generator: str = "") -> str:
    """The HTML page of one post: its headline, date, author, categories and content, and nothing around them.

    The content goes the ordinary road of a fetched page, so a review read from an API has its claims too.
    """
    head = [f'<link rel="canonical" href="{escape(entry.url)}">', '<meta property="og:type" content="article">']
    if generator:
        head.append(f'<meta name="generator" content="{escape(generator)}">')
    if entry.headline:
        head.append(f"<title>{escape(entry.headline)}</title>")
    parts = []
    if entry.headline:
        parts.append(f'<h1 class="entry-title">{escape(entry.headline)}</h1>')
    if entry.published:
        stamp = escape(entry.published)
        parts.append(f'<time class="entry-date published" datetime="{stamp}">{stamp}</time>')
    if entry.author:
        parts.append(f'<span class="author vcard"><a class="fn" rel="author">{escape(entry.author)}</a></span>')
    terms = ", ".join(f'<a rel="category tag">{escape(name)}</a>' for name in entry.categories)
    footer = f'<footer class="entry-footer"><span class="cat-links">{terms}</span></footer>' if terms else ""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{"".join(head)}</head><body class="single single-post">'
        f'<article class="post hentry"><header class="entry-header">{"".join(parts)}</header>'
        f'<div class="entry-content">{entry.content or ""}</div>{footer}</article></body></html>'
    )


FIELDS = ("rating", "verdict", "author", "published", "film_title")
"""What a theme may say of a review that the API does not."""
SAMPLES = 3
"""Posts whose pages are fetched to learn whether the source says as much."""


def samples(read: Sequence[Parsed]) -> list[int]:
    """Which posts to compare with their pages: the first reviews, and where these are few, the first others."""
    reviews = [place for place, parsed in enumerate(read) if parsed.reviews]
    others = [place for place, parsed in enumerate(read) if not parsed.reviews]
    return (reviews[:SAMPLES] + others)[:SAMPLES]


def page_says_more(whole: Parsed, page: Parsed) -> bool:
    """Whether the fetched page gives a review, or a field of one, that the source's own text does not."""
    if page.reviews and not whole.reviews:
        return True
    return any(
        getattr(fetched, name) and not getattr(given, name)
        for given, fetched in zip(whole.reviews, page.reviews, strict=False)
        for name in FIELDS
    )


def hash_of(page: Page) -> str:
    """The hash of a post that its source gives whole."""
    return body_hash(str(page.html).encode())
