"""The WordPress REST API: where a blog has it, and its posts as entries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from html import unescape
from typing import Any
from urllib.parse import urlencode

import orjson

from aggregator.crawl.entries import Entry
from aggregator.crawl.posturls import web_address

PER_PAGE = 100
"""The most that WordPress gives at once."""
FIELDS = "id,date,date_gmt,modified_gmt,link,title,content,author,categories,tags,_links,_embedded"
API_REL = "https://api.w.org/"

LINK_HEADER = re.compile(r'<([^<>]{1,500})>\s{0,5};[^,<>]{0,200}?rel="?https://api\.w\.org/"?')
EXCERPT = re.compile(r"\[\s?(?:…|\.\.\.|&hellip;|&#8230;)\s?\]\s{0,3}(?:</?[a-z]+>\s{0,9}){0,6}$")
"""The end of a content that a plugin cut: the API itself gives whole posts."""
TAG = re.compile(r"<[^<>]{0,500}>")


def find_api(link_headers: list[str], link_tags: Mapping[str, str], home: str) -> str | None:
    """The API's root as the home page declares it (`Link` header or <link>, by rel), or None."""
    for header in link_headers:
        if match := LINK_HEADER.search(header[:5000]):
            return web_address(home, unescape(match[1]))
    declared = link_tags.get(API_REL)
    return web_address(home, declared) if declared else None


def route(root: str, path: str, **query: str | int) -> str:
    """A URL of the API, in whichever form the root has: /wp-json/ or ?rest_route=/."""
    asked = urlencode(query, safe=",:/")
    root = root.replace("/index.php?rest_route=", "/?rest_route=").rstrip("/")
    return f"{root}/{path}" + (("&" if "rest_route=" in root else "?") + asked if asked else "")


def posts_url(root: str, *, page: int = 1, changed_since: str | None = None, after: str | None = None) -> str:
    """The URL of one page of posts, newest first; `changed_since` is ISO 8601 in UTC, `after` a date of the blog's."""
    query: dict[str, str | int] = {"per_page": PER_PAGE, "_embed": "author,wp:term", "_fields": FIELDS}
    if changed_since:
        query["modified_after"] = changed_since
    if after:
        query["after"] = f"{after}T00:00:00"
    if page > 1:
        query["page"] = page
    return route(root, "wp/v2/posts", **query)


def oldest_url(root: str) -> str:
    """The URL of the blog's first post."""
    return route(root, "wp/v2/posts", per_page=1, order="asc", _fields=FIELDS.replace("content,", ""))


def next_page(url: str, total_pages: bytes | None) -> str | None:
    """The URL of the page after that of `url`; None where the reply's X-WP-TotalPages says that it was the last."""
    match = re.search(r"(?<=[?&]page=)\d+", url)
    last = (total_pages or b"").decode("latin-1")
    if match is None or not last.isdecimal() or int(match[0]) >= int(last):
        return None
    return f"{url[: match.start()]}{int(match[0]) + 1}{url[match.end() :]}"


def parse_posts(data: bytes, names: Mapping[str, Mapping[int, str]] | None = None) -> list[Entry] | None:
    """Read one page of posts; None where the reply is no list of posts.

    `names` gives what a reply without `_embedded` has only by number: {"users": {5: "Ann Critic"}, "categories": {}}.
    """
    try:
        posts = orjson.loads(data)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(posts, list):
        return None
    entries = [entry for post in posts if isinstance(post, dict) and (entry := _entry(post, names or {}))]
    return entries if entries or not posts else None


def has_embedded(data: bytes) -> bool:
    """Whether the reply carries its authors and terms."""
    return b'"_embedded"' in data


def parse_names(data: bytes) -> dict[int, str]:
    """Number to name, from /users, /categories or /tags."""
    try:
        rows = orjson.loads(data)
    except orjson.JSONDecodeError:
        return {}
    named = [row for row in _rows(rows) if isinstance(row.get("id"), int) and row.get("name")]
    return {row["id"]: unescape(str(row["name"])) for row in named}


def _entry(post: Mapping[str, Any], names: Mapping[str, Mapping[int, str]]) -> Entry | None:
    link = web_address("", str(post.get("link") or ""))
    if link is None:
        return None
    embedded, body, title = (_object(post.get(name)) for name in ("_embedded", "content", "title"))
    authors = [str(row.get("name") or "") for row in _rows(embedded.get("author"))]
    terms = [str(row.get("name") or "") for group in _list(embedded.get("wp:term")) for row in _rows(group)]
    users, known = names.get("users", {}), names.get("categories", {})
    author = authors[0] if authors and authors[0] else _named(post.get("author"), users)
    categories = terms or [_named(number, known) for number in _list(post.get("categories"))]
    content = str(body.get("rendered") or "") if not body.get("protected") else ""
    headline = unescape(TAG.sub("", str(title.get("rendered") or ""))).strip()
    modified = str(post.get("modified_gmt") or "")
    return Entry(
        url=link,
        headline=headline or None,
        published=_with_offset(str(post.get("date") or ""), str(post.get("date_gmt") or "")),
        modified=f"{modified[:19]}Z" if modified else None,
        author=unescape(author) if author else None,
        categories=tuple(unescape(name) for name in categories if name),
        content=content if content.strip() and not EXCERPT.search(content[-200:].strip()) else None,
    )


def _named(number: object, names: Mapping[int, str]) -> str:
    return names.get(number, "") if isinstance(number, int) else ""


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _rows(value: object) -> list[dict[str, Any]]:
    return [row for row in _list(value) if isinstance(row, dict)]


def _with_offset(local: str, utc: str) -> str | None:
    """The local time with the offset that its UTC twin implies; the local time as it is where there is no twin."""
    try:
        here, there = datetime.fromisoformat(local[:19]), datetime.fromisoformat(utc[:19])
    except ValueError:
        return local or utc or None
    offset = here.replace(tzinfo=None) - there.replace(tzinfo=None)
    if abs(offset) > timedelta(hours=15) or offset.seconds % 900:
        return local
    return here.replace(tzinfo=timezone(offset)).isoformat()
