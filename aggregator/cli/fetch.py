"""One page for `aggregator extract`, from a file or over HTTP, with the crawl's own limits."""

from __future__ import annotations

import http.client
import socket
import ssl
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from aggregator.cli.exits import Exit, Stop
from aggregator.records import Page

LARGEST = 16 * 1024 * 1024
SECONDS = 30
PAGES = ("text/html", "application/xhtml+xml", "text/plain")
FEEDS = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/feed+json")
HTML_SIGNS = (b"<html", b"<!doctype html", b"<head", b"<body", b"<article", b"<div", b"<p")
BINARY_SIGNS = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"RIFF", b"\x7fELF")


def read_page(place: str, url: str | None = None) -> Page:
    """The page at a path or URL; raises Stop where it cannot be had or is no HTML.

    `url` is the address that a saved page was fetched from; without it, a file stands for itself.
    """
    page = fetched(place, url) if place.startswith(("http://", "https://")) else _from_file(place, url)
    body = page.html if isinstance(page.html, bytes) else page.html.encode()
    head = body[:65536].lower()
    if body.startswith(BINARY_SIGNS) or not any(sign in head for sign in HTML_SIGNS):
        raise Stop(Exit.NOT_HTML, f"{place} is no HTML page")
    return page


def _from_file(place: str, url: str | None) -> Page:
    path = Path(place)
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise Stop(Exit.CANNOT_FETCH, f"{place} is larger than {LARGEST >> 20} MB")
        return Page(url or path.absolute().as_uri(), path.read_bytes())
    except OSError as error:
        hint = "; a URL begins with http:// or https://" if not path.exists() else ""
        raise Stop(Exit.CANNOT_FETCH, f"cannot read {place}: {error.strerror or error}{hint}") from None


def fetched(place: str, url: str | None = None, *, kinds: tuple[str, ...] = PAGES) -> Page:
    """What an address answers; raises Stop where it does not, or with another kind of content."""
    from aggregator import settings

    request = urllib.request.Request(
        place, headers={"User-Agent": settings.USER_AGENT, "Accept": "text/html,*/*;q=0.5"}
    )
    opener = urllib.request.OpenerDirector()
    for handler in (
        _Http(),
        _Https(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
    ):
        opener.add_handler(handler)
    try:
        with opener.open(request, timeout=SECONDS) as reply:
            kind = reply.headers.get_content_type()
            body = reply.read(LARGEST + 1)
            address, charset, status = reply.url, reply.headers.get_content_charset(), reply.status
    except urllib.error.HTTPError as error:
        raise Stop(Exit.CANNOT_FETCH, f"{place} answers {error.code} {error.reason}") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise Stop(Exit.CANNOT_FETCH, f"cannot fetch {place}: {reason}") from None
    if len(body) > LARGEST:
        raise Stop(Exit.CANNOT_FETCH, f"{place} is larger than {LARGEST >> 20} MB")
    if kind not in kinds:
        raise Stop(Exit.NOT_HTML, f"{place} is {kind}, not HTML")
    return Page(url or address, body, status=status, charset=charset)


def _connected(connection: http.client.HTTPConnection) -> socket.socket:
    """A socket to an address that was checked, so that a name cannot change its mind in between."""
    from aggregator import settings
    from aggregator.crawl.private import is_allowed, is_public

    infos = socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM)
    address = str(infos[0][4][0])
    if not is_public(address) and not is_allowed(connection.host, connection.port, settings.ALLOW_PRIVATE):
        raise OSError(
            f"{connection.host} is {address}, a private address; AGGREGATOR_ALLOW_PRIVATE={connection.host} allows it"
        )
    return socket.create_connection((address, connection.port), timeout=SECONDS)


class _HttpConnection(http.client.HTTPConnection):
    def connect(self) -> None:
        self.sock = _connected(self)


class _HttpsConnection(http.client.HTTPSConnection):
    def connect(self) -> None:
        self.sock = ssl.create_default_context().wrap_socket(_connected(self), server_hostname=self.host)


class _Http(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(_HttpConnection, req)


class _Https(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(_HttpsConnection, req)
