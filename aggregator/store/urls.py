"""The key under which a page is known, whatever form its URL takes."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

TRACKING = re.compile(
    r"(utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref|ref_src|ref_url|source|src|share|shared|amp|"
    r"replytocom|showcomment|feature|_ga|_gl|hsa_.*|wt_.*|at_.*|spm|cmpid|ncid|fb_.*|nb|like_comment|_wpnonce|"
    r"noamp|usqp|outputtype|preview|print|format|feed|cpage|jsessionid|phpsessid)",
    re.IGNORECASE,
)
"""Query parameters that say who sent the reader or how the page is shown, not which page it is."""
MOBILE = {("m", "0"), ("m", "1")}
"""Blogger's mobile form; WordPress's `?m=201401` is an archive."""

AMP_ENDS = ("/amp", "/amp.html", ".amp", "/feed", "/feed/atom", "/feed/rss", "/feed/rss2")
INDEX_ENDS = ("/index.html", "/index.htm", "/index.php", "/default.aspx")
COMMENT_PAGE = re.compile(r"/comment-page-\d{1,4}$")
"""WordPress's pages of a post's comments."""
BLOGGER = re.compile(r"\.blogspot\.(?:com?\.)?[a-z]{2}$")
"""Blogger's hosts by the reader's country; all are one blog."""
HOST_PREFIXES = ("www.", "amp.", "m.", "mobile.")
DEFAULT_PORTS = {"http": 80, "https": 443}
LONGEST = 2_000
"""Characters: a longer URL is no permalink of a blog."""


@lru_cache(maxsize=4096)
def url_key(url: str) -> str | None:
    """The key of a URL, or None where it is no http(s) URL of a sane length.

    Folded: scheme, `www.` and mobile hosts, Blogger's hosts of countries, default port, letter case of the host,
    trailing slash and index file, percent encoding, tracking parameters and the order of the others, AMP, feed and
    comment pages, fragment. A permalink such as `?p=5` keeps its query.
    """
    if not url or len(url) > LONGEST:
        return None
    if not url.isascii():
        url = url.encode("utf-8", "replace").decode()
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme.lower() not in DEFAULT_PORTS or not host:
        return None
    for prefix in HOST_PREFIXES:
        if host.startswith(prefix) and host.count(".") > 1:
            host = host.removeprefix(prefix)
            break
    host = BLOGGER.sub(".blogspot.com", host)
    if port not in (None, *DEFAULT_PORTS.values()):
        host = f"{host}:{port}"
    return host + _path_key(parts.path) + _query_key(parts.query)


def host_of(key: str) -> str:
    """The host, and the port that is not the default one, of a URL key."""
    return key.partition("/")[0].partition("?")[0]


def _path_key(path: str) -> str:
    if "%" in path:
        path = unquote(path, errors="replace")
    path = COMMENT_PAGE.sub("", path.rstrip("/")).rstrip("/")
    lowered = path.lower()
    for end in INDEX_ENDS + AMP_ENDS:
        if lowered.endswith(end):
            path = path[: -len(end)].rstrip("/")
            break
    return path if path.isascii() and path.isprintable() else quote(path, safe="/:@!$&'()*+,;=~-._")


def _query_key(query: str) -> str:
    if not query:
        return ""
    kept = sorted(
        (name, value)
        for name, value in parse_qsl(query)
        if not TRACKING.fullmatch(name) and (name, value) not in MOBILE
    )
    return "?" + urlencode(kept) if kept else ""
