"""The client that fetches: HTTP/1.1 as servers speak it, from public addresses alone, bounded in time and size."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Headers
from scrapy.responsetypes import responsetypes

from aggregator.crawl.causes import Refusal
from aggregator.crawl.private import PrivateAddress, addresses_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

LONGEST_HEAD = 65_536
"""Bytes of all headers of an answer together, and of any line of it."""
SECONDS_TO_CONNECT = 10.0
"""After which the next address of a host is tried."""
PART = 65_536
"""Bytes read at a time from a body of unknown length."""
STATUS = re.compile(rb"HTTP/(\d(?:\.\d)?) +(\d{3})(?!\d)")
LENGTH = re.compile(rb"[0-9A-Fa-f]{1,16}")
NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
NO_BODY = (204, 304)
MOST_HEADS = 5
"""Answers to one request, all but the last of which say that another follows."""


class BadAnswer(Exception):
    """What came is no HTTP."""


class Silence(ConnectionError):
    """The server closed the connection before it said anything: a kept one, mostly, that it had tired of."""


@dataclass(slots=True, eq=False)
class Connection:
    """An open connection to a host."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    address: str

    @property
    def is_open(self) -> bool:
        """Whether it may be asked once more."""
        return not self.reader.at_eof() and not self.writer.is_closing()


@dataclass(slots=True)
class Head:
    """An answer without its body."""

    version: bytes
    status: int
    fields: list[tuple[bytes, bytes]]

    def values(self, name: bytes) -> list[bytes]:
        """The values of a header, in lower case, divided at commas."""
        found = (value for field, value in self.fields if field.lower() == name)
        return [part.strip().lower() for value in found for part in value.split(b",")]


class Client(BaseDownloadHandler):
    """Scrapy's way to http and https, at a fraction of the cost of its own."""

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        self._most = settings.getint("DOWNLOAD_MAXSIZE")
        self._is_verified = settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
        self._addresses = addresses_of(frozenset(settings.getlist("ALLOW_PRIVATE")))
        self._idle: dict[str, Connection] = {}  # by scheme and host: its lease lets one request through at a time

    async def download_request(self, request: Request) -> Response:
        """The answer to a request, whole; raises Scrapy's exceptions, and Refusal for private addresses."""
        seconds = request.meta["download_timeout"]
        try:
            async with asyncio.timeout(seconds):
                return await self._ask(request)
        except TimeoutError as error:
            raise DownloadTimeoutError(f"no whole answer within {seconds} seconds") from error
        except PrivateAddress as error:
            raise Refusal("private-address", str(error)) from error
        except (socket.gaierror, UnicodeError) as error:
            raise CannotResolveHostError(str(error)) from error
        except ConnectionRefusedError as error:
            raise DownloadConnectionRefusedError(str(error)) from error
        except asyncio.IncompleteReadError as error:
            raise ResponseDataLossError(str(error)) from error
        except (BadAnswer, OSError) as error:
            raise DownloadFailedError(str(error)) from error

    async def close(self) -> None:
        """Close the connections; called by Scrapy when a crawl ends."""
        for connection in self._idle.values():
            connection.writer.close()
        self._idle.clear()

    async def _ask(self, request: Request) -> Response:
        """The answer, on the connection that is open to the host, or on a new one where that has ended."""
        parts = urlsplit(request.url)
        place = f"{parts.scheme}://{parts.netloc}"
        kept = self._idle.pop(place, None)
        if kept is not None and kept.is_open:
            try:
                return await self._exchange(request, parts, kept, place)
            except ConnectionError:
                kept = None
        elif kept is not None:
            kept.writer.close()
        return await self._exchange(request, parts, await self._connect(parts), place)

    async def _exchange(self, request: Request, parts: SplitResult, connection: Connection, place: str) -> Response:
        try:
            connection.writer.write(question(request, parts))
            head = await read_head(connection.reader)
            body, is_over = await self._body(request, head, connection.reader)
        except BaseException:
            connection.writer.transport.abort()
            raise
        if is_over or b"close" in head.values(b"connection") or head.version < b"1.1":
            connection.writer.close()
        else:
            self._idle[place] = connection
        headers = Headers(head.fields)
        kind = responsetypes.from_args(headers=headers, url=request.url, body=body)
        address = ip_address(connection.address)
        return kind(url=request.url, status=head.status, headers=headers, body=body, ip_address=address)

    async def _connect(self, parts: SplitResult) -> Connection:
        """A connection to the first of the host's addresses that takes one; raises the first one's OSError."""
        host, secure = parts.hostname or "", parts.scheme == "https"
        believed = tls(is_verified=self._is_verified) if secure else None
        port = parts.port or (443 if secure else 80)
        problem: OSError = socket.gaierror(f"{host} has no address")
        for number, address in enumerate(await self._addresses.of(host)):
            try:
                async with asyncio.timeout(SECONDS_TO_CONNECT):
                    streams = await asyncio.open_connection(
                        address, port, limit=LONGEST_HEAD, ssl=believed, server_hostname=host if secure else None
                    )
                return Connection(*streams, address)
            except OSError as error:
                problem = problem if number else error
        raise problem

    async def _body(self, request: Request, head: Head, reader: asyncio.StreamReader) -> tuple[bytes, bool]:
        """The body, and whether the connection ends with it."""
        if head.status in NO_BODY or request.method == "HEAD":
            return b"", False
        if b"chunked" in head.values(b"transfer-encoding"):
            return await self._chunks(reader), False
        lengths = set(head.values(b"content-length"))
        if len(lengths) > 1:
            raise BadAnswer("two lengths")
        length = lengths.pop() if lengths else b""
        if length.isdigit():
            self._bound(size := int(length[:18]))
            return await reader.readexactly(size), False
        parts, size = [], 0
        while part := await reader.read(PART):
            parts.append(part)
            size += len(part)
            self._bound(size)
        return b"".join(parts), True

    async def _chunks(self, reader: asyncio.StreamReader) -> bytes:
        parts, size = [], 0
        while length := _length_of_chunk(await line(reader)):
            size += length
            self._bound(size)
            parts.append(await reader.readexactly(length))
            await line(reader)
        await _fields(reader)
        return b"".join(parts)

    def _bound(self, size: int) -> None:
        if self._most and size > self._most:
            raise DownloadCancelledError(f"more than {self._most} bytes")


def question(request: Request, parts: SplitResult) -> bytes:
    """A request as it is sent."""
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    lines = [f"{request.method} {target} HTTP/1.1\r\nHost: {parts.netloc.rpartition('@')[2]}".encode()]
    lines += (name + b": " + b",".join(values) for name, values in request.headers.items())
    if request.body:
        lines.append(b"Content-Length: %d" % len(request.body))
    return b"\r\n".join((*lines, b"", request.body))


async def read_head(reader: asyncio.StreamReader) -> Head:
    """The status and headers of an answer, after those that only announce it.

    Raises BadAnswer, IncompleteReadError, and Silence where nothing came at all.
    """
    for _ in range(MOST_HEADS):
        try:
            first = await line(reader) or await line(reader)  # some end a body with a line too many
        except asyncio.IncompleteReadError as error:
            raise (BadAnswer("no line") if error.partial.strip() else Silence("no answer")) from error
        status = STATUS.match(first)
        if status is None:
            raise BadAnswer(f"no HTTP: {first[:50]!r}")
        fields = await _fields(reader)
        if status[2][:1] != b"1":
            return Head(status[1], int(status[2]), fields)
    raise BadAnswer("announcements without end")


async def _fields(reader: asyncio.StreamReader) -> list[tuple[bytes, bytes]]:
    """Headers up to the empty line; lines that are none are left out, as browsers do."""
    fields: list[tuple[bytes, bytes]] = []
    read = 0
    while text := await line(reader):
        read += len(text)
        if read > LONGEST_HEAD:
            raise BadAnswer("an endless head")
        name, colon, value = text.partition(b":")
        if text[:1] in b" \t" and fields:
            fields[-1] = (fields[-1][0], fields[-1][1] + b" " + text.strip())
        elif colon and NAME.fullmatch(name := name.rstrip()):
            fields.append((name, value.strip().replace(b"\0", b" ").replace(b"\r", b" ")))
    return fields


async def line(reader: asyncio.StreamReader) -> bytes:
    """A line without its end; raises BadAnswer where it is too long."""
    try:
        return (await reader.readuntil(b"\n")).rstrip(b"\r\n")
    except asyncio.LimitOverrunError as error:
        raise BadAnswer("an endless line") from error


def _length_of_chunk(text: bytes) -> int:
    length = text.partition(b";")[0].strip()
    if not LENGTH.fullmatch(length):
        raise BadAnswer(f"no chunk: {text[:50]!r}")
    return int(length, 16)


@cache
def tls(*, is_verified: bool) -> ssl.SSLContext:
    """How servers are believed: by the system's certificates."""
    context = ssl.create_default_context()
    if not is_verified:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
