"""Addresses that an answer names, whatever it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin

from aggregator.crawl.posturls import PostUrls, address, host

LINK = re.compile(
    rb"""\bhref\s{0,9}=\s{0,9}\\?["']?([^\s"'<>]{1,2000})|(https?:(?://|\\/\\/)[^\s"'<>]{1,2000})""", re.I
)
MOST_DOORS = 20
"""Pages of a blog without posts on its front page that are looked at for lists of them."""
BEHIND = "\\])"
"""What JSON, CDATA and prose put behind an address."""


def links_in(body: bytes, base: str) -> Iterator[str]:
    """Absolute addresses in HTML, XML or JSON, each once; `base` is the answer's own."""
    seen: set[bytes] = set()
    for match in LINK.finditer(body):
        raw = match[match.lastindex or 0]
        if raw in seen:
            continue
        seen.add(raw)
        text = unescape(raw.decode("utf-8", "replace").replace("\\/", "/"))
        try:
            yield urljoin(base, text.rstrip(BEHIND))
        except ValueError:
            continue


def doors(body: bytes, home: str) -> list[str]:
    """Pages directly below a front page, by its links, where lists of posts may be: "Blog", "Films", "Reviews"."""
    own = PostUrls([], home=home)
    found = {address(url): url for url in links_in(body, home) if host(url) == host(home)}
    return [url for place, url in found.items() if own.is_below_home(url) and "?" not in place][:MOST_DOORS]
