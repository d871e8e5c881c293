"""Sitemaps and their indexes, read with bounds and without entities."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from aggregator.crawl.posturls import web_address

MAX_BYTES = 50 * 1024 * 1024
"""The protocol's own limit for one file, unpacked; what is beyond is not read."""
MAX_URLS = 50_000
"""The protocol's own limit for one file."""

NO_POSTS = re.compile(
    r"(?:^|[/_=.-])(?:pages?|tax(?:onom(?:y|ies))?|categor(?:y|ies)|post_tag|tags?|authors?|users?|images?|videos?|news"
    r"|products?|attachments?|media|forums?|topics?|events?)(?:[/_.-]|-?sitemap|\d|$)",
    re.IGNORECASE,
)
"""Names of nested sitemaps that hold no posts (Yoast, WordPress, Ghost, The SEO Framework, Jetpack)."""
POSTS = re.compile(r"(?:^|[/_=.-])(?:posts?|articles?|reviews?|blog)(?:[/_.-]|-?sitemap|\d|$)", re.IGNORECASE)
"""Names of nested sitemaps that hold posts."""

LISTS = re.compile(r"/(?:categor(?:y|ies)|tags?|authors?|users?|galler(?:y|ies))/[^/]*$", re.IGNORECASE)
"""Folders of feeds of one subject or writer, which Nikola names in its index of sitemaps."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """One file: pages or nested sitemaps, each with its lastmod ("" where none is stated), in its order."""

    pages: tuple[tuple[str, str], ...] = ()
    nested: tuple[tuple[str, str], ...] = ()


def parse_sitemap(data: bytes, url: str) -> Sitemap | None:
    """Read a sitemap, an index of sitemaps or a plain list of URLs, packed or not; None where it is none."""
    data = _unpacked(data)
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"http"):
        lines = data.decode("utf-8", "replace").split()
        return Sitemap(pages=tuple((line, "") for line in lines[:MAX_URLS] if web_address(url, line) == line))
    if not head.startswith(b"<"):
        return None
    pages: list[tuple[str, str]] = []
    nested: list[tuple[str, str]] = []
    for kind, location, lastmod in _rows(data):
        if address := web_address(url, location):
            (nested if kind == "sitemap" else pages).append((address, lastmod))
    return Sitemap(tuple(pages), tuple(nested)) if pages or nested else None


def worth_reading(nested: tuple[tuple[str, str], ...]) -> list[str]:
    """The nested sitemaps that may hold posts, the most likely and newest first."""
    newest = [address for address, _ in sorted(nested, key=lambda row: row[1], reverse=True)]
    names = {address: urlsplit(address).path.rpartition("/")[2] + "?" + urlsplit(address).query for address in newest}
    named = [address for address in newest if POSTS.search(_kind_of(names[address])) and not _is_other(names[address])]
    return named or [
        address
        for address in newest
        if not NO_POSTS.search(names[address]) and not LISTS.search(urlsplit(address).path)
    ]


def _kind_of(name: str) -> str:
    return name.replace("wp-sitemap-posts-page", "page").replace("wp-sitemap-posts-", "wp-sitemap-")


def _is_other(name: str) -> bool:
    """Whether a name that says "post" speaks of something else: post_tag, posts-page."""
    return NO_POSTS.search(name.replace("posts-post", "post")) is not None


def _unpacked(data: bytes) -> bytes:
    if data[:2] != b"\x1f\x8b":
        return data[:MAX_BYTES]
    try:
        return zlib.decompressobj(wbits=31).decompress(data, MAX_BYTES)
    except zlib.error:
        return b""


def _rows(data: bytes) -> list[tuple[str, str, str]]:
    """(kind, location, lastmod) of each row; a broken document gives the rows before the break."""
    rows: list[tuple[str, str, str]] = []
    elements = etree.iterparse(
        BytesIO(data), events=("end",), recover=True, resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False,
    )  # fmt: skip
    for _, element in elements:
        kind = _name(element)
        if kind not in ("url", "sitemap"):
            continue
        found = {_name(child): (child.text or "").strip() for child in element}
        if found.get("loc"):
            rows.append((kind, found["loc"], found.get("lastmod", "")))
        element.clear()
        if len(rows) >= MAX_URLS:
            break
    return rows


def _name(element: Any) -> str:
    """The element's name without its namespace; of a prefix that is not declared lxml makes a part of the name."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
