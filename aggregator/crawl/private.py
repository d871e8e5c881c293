"""Refuses private, loopback and link-local addresses, also those that a public name resolves to."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from scrapy.exceptions import CannotResolveHostError
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from aggregator.crawl.causes import Refusal

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.base import ReactorBase
    from twisted.internet.defer import Deferred

NAT64 = ipaddress.ip_network("64:ff9b::/96")

refused: dict[str, str] = {}
"""Names that resolved to an address we do not ask, and the address."""


class PrivateAddressError(DNSLookupError):
    """A name that resolves to a private address; to the rest of the reactor the name does not exist."""


def is_public(address: str) -> bool:
    """Whether an IP address, in whatever spelling or tunnel, belongs to the open internet."""
    try:
        ip = ipaddress.ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def is_allowed(host: str, port: int | None, allowed: Iterable[str]) -> bool:
    """Whether the operator named this host, with or without its port."""
    return host.lower() in allowed or f"{host.lower()}:{port}" in allowed


class GuardedResolver(CachingThreadedResolver):
    """Resolves a name once for the process, and only to a public address: the connection then goes to that address."""

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float, allowed: frozenset[str]) -> None:
        super().__init__(reactor, cache_size, timeout)
        self.allowed = allowed

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Made by Scrapy when it starts the reactor."""
        settings = crawler.settings
        hosts = frozenset(name.partition(":")[0] for name in settings.getlist("ALLOW_PRIVATE"))
        return cls(reactor, settings.getint("DNSCACHE_SIZE"), settings.getfloat("DNS_TIMEOUT"), hosts)

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:
        """A Deferred of the address; fails with PrivateAddressError where it is not public."""
        return super().getHostByName(name, timeout).addCallback(self._checked, name)

    def _checked(self, address: str, name: str) -> str:
        if is_public(address) or name.lower() in self.allowed:
            return address
        refused[name.lower()] = address
        raise PrivateAddressError(f"{name} is {address}, which is private")


class PrivateMiddleware:
    """Names the refusal: for addresses written into URLs, for names, for redirects, and for whoever answered."""

    def __init__(self, allowed: frozenset[str]) -> None:
        self.allowed = allowed

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy for each crawl."""
        return cls(frozenset(crawler.settings.getlist("ALLOW_PRIVATE")))

    def process_request(self, request: Request) -> None:
        """Refuse other schemes, and addresses that stand in the URL; a redirect comes by here again."""
        parts = urlsplit(request.url)
        if parts.scheme not in ("http", "https"):
            raise Refusal("scheme", parts.scheme)
        host, port = self._host_and_port(request.url)
        if is_allowed(host, port, self.allowed):
            return
        if host == "localhost" or host.endswith((".localhost", ".local", ".internal")) or self._is_private_ip(host):
            raise Refusal("private-address", host)

    def process_response(self, request: Request, response: Response) -> Response:
        """Refuse what a private address answered, should a connection have been made all the same."""
        address: Any = response.ip_address
        host, port = self._host_and_port(request.url)
        if address is not None and not is_public(str(address)) and not is_allowed(host, port, self.allowed):
            raise Refusal("private-address", f"{host} is {address}")
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """A name that the resolver refused is not an unknown name."""
        host, _ = self._host_and_port(request.url)
        if isinstance(exception, CannotResolveHostError) and host in refused:
            raise Refusal("private-address", f"{host} is {refused[host]}")

    @staticmethod
    def _host_and_port(url: str) -> tuple[str, int | None]:
        try:
            parts = urlsplit(url)
            default = 443 if parts.scheme == "https" else 80
            return (parts.hostname or "").rstrip("."), parts.port or default
        except ValueError:
            raise Refusal("bad-url", url[:200]) from None

    @staticmethod
    def _is_private_ip(host: str) -> bool:
        try:
            ipaddress.ip_address(host.partition("%")[0])
        except ValueError:
            return False
        return not is_public(host)
