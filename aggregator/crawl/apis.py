"""The APIs in which platforms give a blog's posts, as sources: one function for each, and how each goes on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from aggregator.crawl import tumblr, wordpress
from aggregator.crawl.entries import Listing, Wanted

if TYPE_CHECKING:
    from scrapy.http import Response

    from aggregator.crawl.discover import Ask, Home

Find = Callable[["Home", "Ask", Wanted], Awaitable[Listing | None]]
"""Home page, how to ask, and for what."""


async def of_wordpress(home: Home, ask: Ask, wanted: Wanted) -> Listing | None:
    """WordPress's REST API, where the home page declares it."""
    root = wordpress.find_api(list(home.link_headers), home.links, home.url)
    if root is None:
        return None
    since = a_day_before(wanted.changed_since) if wanted.changed_since else None
    url = wordpress.posts_url(root, changed_since=since, after=wanted.published_since)
    response = await ask(url, once=since is not None)
    if response is None:
        return None
    names = {}
    if not wordpress.has_embedded(response.body) and wordpress.parse_posts(response.body):
        for kind in ("users", "categories"):
            reply = await ask(wordpress.route(root, f"wp/v2/{kind}", per_page=wordpress.PER_PAGE))
            names[kind] = wordpress.parse_names(reply.body) if reply else {}
    entries = wordpress.parse_posts(response.body, names)
    if entries is None:
        return None
    total = (response.headers.get("X-WP-Total") or b"").decode("latin-1")
    pages = (response.headers.get("X-WP-TotalPages") or b"").decode("latin-1")
    oldest = min((entry.published for entry in entries if entry.published), default=None) if pages == "1" else None
    if wanted.thorough and not oldest and (first := await ask(wordpress.oldest_url(root))):
        oldest = next((entry.published for entry in wordpress.parse_posts(first.body) or ()), None)
    return Listing(
        "api",
        root,
        api="wordpress",
        entries=tuple(entries),
        total=int(total) if total.isdecimal() else None,
        oldest=oldest,
        tells_changes=True,
        reaches_all=True,
        names_all=not since and not wanted.published_since,
        whole=any(entry.content for entry in entries),
        names=names,
        next_url=wordpress.next_page(f"{url}&page=1", pages.encode()),
    )


async def of_tumblr(home: Home, ask: Ask, wanted: Wanted) -> Listing | None:
    """Tumblr's read API, which does not tell what changed."""
    if not tumblr.is_tumblr(home.url, home.tumblr):
        return None
    response = await ask(tumblr.posts_url(home.url))
    reply = tumblr.parse_posts(response.body) if response else None
    if reply is None:
        return None
    last: tumblr.Reply | None = reply
    if wanted.thorough and reply.following is not None:
        end = await ask(tumblr.posts_url(home.url, start=reply.total - 1, number=1))
        last = tumblr.parse_posts(end.body) if end else None
    return Listing(
        "api",
        tumblr.posts_url(home.url),
        api="tumblr",
        entries=reply.entries,
        total=reply.total,
        oldest=min((entry.published for entry in last.entries if entry.published), default=None) if last else None,
        reaches_all=True,
        names_all=True,
        whole=any(entry.content for entry in reply.entries),
        next_url=_tumblr_page(home.url, reply),
    )


APIS: tuple[Find, ...] = (of_wordpress, of_tumblr)
"""In the order in which they are looked for; each looks at the home page before it asks for anything."""


def following(listing: Listing, response: Response) -> Listing | None:
    """The source as its next page has it; None where that has no posts."""
    if listing.api == "tumblr":
        reply = tumblr.parse_posts(response.body)
        if reply is None or not reply.entries:
            return None
        return replace(listing, entries=reply.entries, next_url=_tumblr_page(listing.url, reply))
    entries = wordpress.parse_posts(response.body, listing.names)
    next_url = wordpress.next_page(listing.next_url or "", response.headers.get("X-WP-TotalPages"))
    return replace(listing, entries=tuple(entries), next_url=next_url) if entries else None


def _tumblr_page(home: str, reply: tumblr.Reply) -> str | None:
    return None if reply.following is None else tumblr.posts_url(home, start=reply.following)


def a_day_before(instant: str) -> str:
    """A day earlier: blogs compare it with their own local time."""
    return (datetime.fromisoformat(instant) - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
