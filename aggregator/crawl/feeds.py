"""RSS, Atom and JSON feeds, as they are, read as entries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from time import strftime, struct_time
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import feedparser
import orjson

from aggregator.crawl.entries import Entry
from aggregator.crawl.posturls import web_address

MAX_BYTES = 16 * 1024 * 1024
"""A feed longer than this is not read."""

DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]{0,1000}(?:\[.*?\]\s{0,100})?>", re.DOTALL | re.IGNORECASE)
COMMENT_LINK = re.compile(r"#comment-?\d|#c\d{6,}|/comment-page-\d")
CUT_SHORT = re.compile(
    r"(?:\[\s?(?:…|\.\.\.|&hellip;|&#8230;)\s?\]|…|&hellip;|&#8230;|\.\.\.|read more|continue reading)"
    r"\W{0,8}(?:</?[a-z]+>\s{0,9}){0,6}$",
    re.IGNORECASE,
)
BLOGGER = re.compile(r"/feeds/posts/(?:default|full)/?$")
BLOGGER_AT_ONCE = 100
"""Posts that Blogger gives at once, of as many as are asked for."""
NO_YEAR = 1
"""The year that Hugo writes where a page has no date."""
PAGED_GENERATORS = ("wordpress",)  # their feeds take `paged=N`


@dataclass(frozen=True, slots=True)
class Feed:
    """A posts feed: its entries as it orders them, and where its older entries are."""

    entries: tuple[Entry, ...]
    next_url: str | None = None
    total: int | None = None  # posts that the feed says the blog has


def parse_feed(data: bytes, url: str) -> Feed | None:
    """Read a feed fetched from `url`; None where it is no feed, is one of comments, or is too long."""
    if len(data) > MAX_BYTES:
        return None
    if data.lstrip()[:1] == b"{":
        return _json_feed(data, url)
    parsed = feedparser.parse(
        BytesIO(_without_dtd(data)),
        response_headers={"content-location": url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.get("version") or _is_of_comments(parsed.entries):
        return None
    entries = tuple(entry for raw in parsed.entries if (entry := _entry(raw, url)))
    total = str(parsed.feed.get("opensearch_totalresults", ""))
    return Feed(
        entries, _next_url(parsed.feed, url, has_entries=bool(entries)), int(total) if total.isdecimal() else None
    )


def blogger_url(url: str, *, newest_changes: bool = False) -> str:
    """A feed's URL where Blogger has it, for many posts at once or for those changed last; another's as it is."""
    parts = urlsplit(url)
    if not BLOGGER.search(parts.path):
        return url
    more = {"orderby": "updated"} if newest_changes else {"max-results": str(BLOGGER_AT_ONCE)}
    return urlunsplit(parts._replace(query=urlencode(dict(parse_qsl(parts.query)) | more)))


def blogger_post(url: str, number: int) -> str:
    """The URL at which Blogger's feed has one post, by its number from the newest, the first being 1."""
    query = {"orderby": "published", "max-results": "1", "start-index": str(number)}
    return urlunsplit(urlsplit(url)._replace(query=urlencode(query)))


def _without_dtd(data: bytes) -> bytes:
    """The document without its DTD, in which entities are declared: none is ever expanded."""
    if b"<!ENTITY" not in data and b"<!entity" not in data:
        return data
    return DOCTYPE.sub(b"", data, count=1).replace(b"<!ENTITY", b"<!--").replace(b"<!entity", b"<!--")


def _is_of_comments(entries: list[Any]) -> bool:
    links = [str(raw.get("link", "")) for raw in entries]
    return bool(links) and all(
        COMMENT_LINK.search(link) or "thr_in-reply-to" in raw for link, raw in zip(links, entries, strict=True)
    )


def _entry(raw: Mapping[str, Any], base: str) -> Entry | None:
    link = web_address(base, str(raw.get("link") or ""))
    if link is None:
        return None
    contents = [str(part.get("value") or "") for part in raw.get("content", ()) if "html" in str(part.get("type"))]
    content = max(contents, key=len, default="")
    updated = _instant(raw["updated_parsed"]) if "updated_parsed" in raw else None  # `get` takes the day of publishing
    return Entry(
        url=link.partition("#")[0],
        headline=str(raw.get("title") or "").strip() or None,
        published=_instant(raw.get("published_parsed")) or updated,
        modified=updated,
        author=str(raw.get("author") or "").strip() or None,
        categories=tuple(str(tag.get("term") or "") for tag in raw.get("tags", ()) if tag.get("term")),
        content=content if content and not is_cut_short(content) else None,
    )


def is_cut_short(content: str) -> bool:
    """Whether the content ends as excerpts do: "[…]", "Read more"."""
    return CUT_SHORT.search(content[-400:].strip()) is not None


def _instant(value: object) -> str | None:
    if not isinstance(value, struct_time) or value.tm_year == NO_YEAR:
        return None
    return strftime("%Y-%m-%dT%H:%M:%SZ", value)


def is_guessed(next_url: str | None) -> bool:
    """Whether where the older entries are is not what the feed says, but what its platform does."""
    return next_url is not None and "paged" in dict(parse_qsl(urlsplit(next_url).query))


def _next_url(feed: Mapping[str, Any], url: str, *, has_entries: bool) -> str | None:
    """The older entries: RFC 5005's links, or the next `paged=` of a platform that has it."""
    for link in feed.get("links", ()):
        if link.get("rel") in ("next", "prev-archive") and link.get("href"):
            return web_address(url, str(link["href"]))
    generator = str(feed.get("generator") or "").lower()
    if has_entries and any(name in generator for name in PAGED_GENERATORS):
        parts = urlsplit(url)
        query = dict(parse_qsl(parts.query))
        query["paged"] = str(int(query["paged"]) + 1) if query.get("paged", "").isdecimal() else "2"
        return urlunsplit(parts._replace(query=urlencode(query)))
    return None


def _json_feed(data: bytes, url: str) -> Feed | None:
    """A JSON Feed (jsonfeed.org, version 1 and 1.1)."""
    try:
        feed = orjson.loads(data)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(feed, dict) or "jsonfeed.org" not in str(feed.get("version")):
        return None
    entries = []
    for raw in _list(feed, "items"):
        link = web_address(url, _text(raw, "url") or "")
        if link is None or link == url:
            continue
        content = _text(raw, "content_html") or ""
        entries.append(
            Entry(
                url=link.partition("#")[0],
                headline=_text(raw, "title"),
                published=_text(raw, "date_published"),
                modified=_text(raw, "date_modified"),
                author=next(
                    (name for one in (*_list(raw, "authors"), raw.get("author")) if (name := _text(one, "name"))), None
                ),
                categories=tuple(str(tag) for tag in _list(raw, "tags")),
                content=content if content and not is_cut_short(content) else None,
            )
        )
    following = _text(feed, "next_url")
    return Feed(tuple(entries), web_address(url, following) if following else None)


def _text(raw: object, name: str) -> str | None:
    """What a JSON object says under a name, where that is text."""
    value = raw.get(name) if isinstance(raw, dict) else None
    return value if value and isinstance(value, str) else None


def _list(raw: Mapping[str, Any], name: str) -> list[Any]:
    """What a JSON object lists under a name."""
    value = raw.get(name)
    return value if isinstance(value, list) else []
