"""Tumblr's read API, which every blog of it answers at its own host: where it is, and its posts as entries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import urlencode, urljoin, urlsplit

import orjson

from aggregator.crawl.entries import Entry
from aggregator.crawl.posturls import web_address

PER_PAGE = 50
"""The most that it gives at once."""
HEADER = "X-Tumblr-User"
"""What every page of a blog answers with, also under a domain of its own."""
WRAPPED = re.compile(rb"\A\s{0,20}var\s+tumblr_api_read\s*=\s*(\{.*\})\s*;?\s*\Z", re.DOTALL)
"""The reply is a script that sets one variable."""
TAG = re.compile(r"<[^<>]{0,500}>")
CONTENT: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
    ("regular", "regular-title", ("regular-body",)),
    ("photo", None, ("photo-caption",)),
    ("link", "link-text", ("link-description",)),
    ("video", None, ("video-caption",)),
    ("audio", None, ("audio-caption",)),
    ("quote", None, ("quote-text", "quote-source")),
    ("answer", None, ("question", "answer")),
    ("conversation", "conversation-title", ("conversation-text",)),
)
"""Type of post, where its title is, and where its HTML is."""


class Reply(NamedTuple):
    """One page of posts."""

    entries: tuple[Entry, ...]
    total: int
    following: int | None  # where the next page starts


def is_tumblr(url: str, header: str | None) -> bool:
    """Whether a home page is a Tumblr blog's: by its host, or by the header of its answer."""
    return bool(header) or (urlsplit(url).hostname or "").endswith(".tumblr.com")


def posts_url(home: str, *, start: int = 0, number: int = PER_PAGE) -> str:
    """The URL of posts, newest first."""
    return urljoin(home, "/api/read/json?" + urlencode({"num": number, "start": start}))


def parse_posts(data: bytes) -> Reply | None:
    """Read one page of posts; None where the reply is none."""
    match = WRAPPED.match(data)
    try:
        reply = orjson.loads(match[1] if match else data)
    except orjson.JSONDecodeError:
        return None
    posts = reply.get("posts") if isinstance(reply, dict) else None
    if not isinstance(posts, list):
        return None
    start, total = _number(reply.get("posts-start")), _number(reply.get("posts-total"))
    entries = tuple(entry for post in posts if isinstance(post, dict) and (entry := _entry(post)))
    following = start + len(posts)
    return Reply(entries, total, following if posts and following < total else None)


def _number(value: object) -> int:
    return int(str(value)) if str(value).isdecimal() else 0


def _entry(post: Mapping[str, Any]) -> Entry | None:
    link = web_address("", str(post.get("url-with-slug") or post.get("url") or ""))
    if link is None:
        return None
    kind = str(post.get("type") or "")
    title, bodies = next(((title, bodies) for name, title, bodies in CONTENT if name == kind), (None, ()))
    content = "\n".join(text for name in bodies if (text := str(post.get(name) or "")))
    headline = " ".join(unescape(TAG.sub("", str(post.get(title) or ""))).split()) if title else ""
    tags = post.get("tags")
    return Entry(
        url=link.partition("#")[0],
        headline=headline or None,
        published=_instant(str(post.get("date-gmt") or "")),
        categories=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
        content=content or None,
    )


def _instant(stamp: str) -> str | None:
    """`2014-01-13 08:00:00 GMT` as ISO 8601 in UTC."""
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:GMT|UTC)", stamp.strip())
    return f"{match[1]}T{match[2]}Z" if match else None
