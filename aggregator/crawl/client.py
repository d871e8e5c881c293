"""The client that fetches: connections to public addresses alone, and answers bounded in time and size."""

from __future__ import annotations

import ssl
from functools import cache
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from aiohttp import (
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientError,
    ClientPayloadError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    InvalidURL,
    TCPConnector,
)
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
from yarl import URL

from aggregator.crawl.causes import Refusal
from aggregator.crawl.private import PrivateAddress, addresses_of

if TYPE_CHECKING:
    from aiohttp.connector import Connection
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

LONGEST_HEADER = 65_536
"""Bytes of one header; what is longer is no answer."""
OURS = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")
"""Headers that the crawl's settings decide, not the client."""


class _Answer(ClientResponse):
    """An answer that remembers who gave it: a short one has let its connection go before it is looked at."""

    address: str = ""

    async def start(self, connection: Connection) -> ClientResponse:
        if connection.transport is not None:
            self.address = connection.transport.get_extra_info("peername")[0]
        return await super().start(connection)


class Client(BaseDownloadHandler):
    """Scrapy's way to http and https, through aiohttp."""

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        self._most = settings.getint("DOWNLOAD_MAXSIZE")
        addresses = addresses_of(frozenset(settings.getlist("ALLOW_PRIVATE")))
        self._session = ClientSession(
            connector=TCPConnector(
                resolver=addresses,
                use_dns_cache=False,  # the resolver keeps what it found
                socket_factory=addresses.socket,
                ssl=tls(is_verified=settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")),
                limit=0,  # a host's lease lets one request through at a time
            ),
            cookie_jar=DummyCookieJar(),
            auto_decompress=False,
            response_class=_Answer,
            skip_auto_headers=OURS,
            max_line_size=LONGEST_HEADER,
            max_field_size=LONGEST_HEADER,
        )

    async def download_request(self, request: Request) -> Response:
        """The answer to a request, whole; raises Scrapy's exceptions, and Refusal for private addresses."""
        seconds = request.meta["download_timeout"]
        try:
            async with self._session.request(
                request.method,
                URL(request.url, encoded=True),
                headers=request.headers.to_tuple_list(),
                data=request.body or None,
                timeout=ClientTimeout(total=seconds),
                allow_redirects=False,
            ) as answer:
                return self._response(request, answer, await self._body(answer))
        except TimeoutError as error:
            raise DownloadTimeoutError(f"no whole answer within {seconds} seconds") from error
        except InvalidURL as error:
            raise Refusal("bad-url", str(error)) from error
        except ClientPayloadError as error:
            raise ResponseDataLossError(str(error)) from error
        except ClientConnectorError as error:
            raise _not_connected(error) from error
        except (ClientError, OSError) as error:
            raise DownloadFailedError(str(error)) from error

    async def close(self) -> None:
        """Close the connections; called by Scrapy when a crawl ends."""
        await self._session.close()

    async def _body(self, answer: ClientResponse) -> bytes:
        if self._most and (answer.content_length or 0) > self._most:
            raise DownloadCancelledError(f"{answer.content_length} bytes are more than {self._most}")
        parts: list[bytes] = []
        size = 0
        async for part in answer.content.iter_any():
            parts.append(part)
            size += len(part)
            if self._most and size > self._most:
                raise DownloadCancelledError(f"more than {self._most} bytes")
        return b"".join(parts)

    @staticmethod
    def _response(request: Request, answer: Any, body: bytes) -> Response:
        headers = Headers(answer.raw_headers)
        kind = responsetypes.from_args(headers=headers, url=request.url, body=body)
        return kind(
            url=request.url,
            status=answer.status,
            headers=headers,
            body=body,
            ip_address=ip_address(answer.address) if answer.address else None,
        )


@cache
def tls(*, is_verified: bool) -> ssl.SSLContext:
    """How servers are believed: by the system's certificates."""
    context = ssl.create_default_context()
    if not is_verified:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _not_connected(error: ClientConnectorError) -> Exception:
    """Why there was no connection, in Scrapy's words and ours."""
    if isinstance(error.os_error, PrivateAddress):
        return Refusal("private-address", str(error.os_error))
    if isinstance(error, ClientConnectorDNSError):
        return CannotResolveHostError(str(error))
    if isinstance(error.os_error, ConnectionRefusedError):
        return DownloadConnectionRefusedError(str(error))
    return DownloadFailedError(str(error))
