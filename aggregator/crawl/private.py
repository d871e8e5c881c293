"""Refuses private, loopback and link-local addresses, also those that a public name resolves to."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult

from aggregator.crawl.causes import Refusal

if TYPE_CHECKING:
    from aiohttp import AddrInfoType
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

NAT64 = ipaddress.ip_network("64:ff9b::/96")
OF_NO_HOST = tuple(map(ipaddress.ip_network, ("::/96", "64:ff9b:1::/48", "fec0::/10", "5f00::/16")))
"""What `ipaddress` takes for global: IPv4 in disguise, local translation, the sites of old, segment routing."""
LONGEST_URL = 2_083
"""Characters; what is longer is no address of a page."""
MOST_NAMES = 10_000
"""Names whose addresses are kept."""

NAMES_AT_ONCE = 10
"""Names that are looked up at the same time: a name server that is silent holds one up for many seconds."""


@lru_cache(MOST_NAMES)
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
        if any(ip in network for network in OF_NO_HOST):
            return False
    return ip.is_global and not ip.is_multicast


def is_allowed(host: str, port: int | None, allowed: Iterable[str]) -> bool:
    """Whether the operator named this host, with or without its port; IPv6 addresses with or without brackets."""
    name = host.lower()
    spelled = f"[{name}]" if ":" in name else name
    return not {name, spelled, f"{spelled}:{port}"}.isdisjoint(allowed)


class PrivateAddress(OSError):
    """An address that is not asked."""


class Addresses(AbstractResolver):
    """Resolves a name once for the process, to its public addresses of both families: connections go to these alone."""

    def __init__(self, allowed: Iterable[str]) -> None:
        self.allowed = frozenset(_without_port(name) for name in allowed)
        self.found: dict[str, list[tuple[int, str]]] = {}  # by name: family and address
        self._may_be_private = set(self.allowed)  # the addresses among them, and what the names among them resolve to

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,  # noqa: ARG002 (aiohttp's signature)
    ) -> list[ResolveResult]:
        """The addresses; raises PrivateAddress for a name that has private ones only."""
        name = host.lower()
        found = self.found.get(name) or self._public(name, await self._ask(name))
        if len(self.found) < MOST_NAMES:
            found = self.found.setdefault(name, found)  # those that were found first, where there were two askers
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST)
            for family, address in found
        ]

    async def close(self) -> None:
        """Nothing is open."""

    def socket(self, info: AddrInfoType) -> socket.socket:
        """A socket for an address, however it was come by; raises PrivateAddress."""
        family, kind, protocol, _, (address, *_) = info
        if not is_public(str(address)) and address not in self._may_be_private:
            raise PrivateAddress(f"{address} is no public address")
        return socket.socket(family, kind, protocol)

    @staticmethod
    async def _ask(name: str) -> list[tuple[int, str]]:
        ask = partial(socket.getaddrinfo, name, None, type=socket.SOCK_STREAM)
        infos = await asyncio.get_running_loop().run_in_executor(_askers(), ask)
        return [(family, str(address[0])) for family, *_, address in infos]

    def _public(self, name: str, addresses: list[tuple[int, str]]) -> list[tuple[int, str]]:
        if name in self.allowed:
            self._may_be_private.update(address for _, address in addresses)
            return addresses
        public = [(family, address) for family, address in addresses if is_public(address)]
        if addresses and not public:
            raise PrivateAddress(f"{name} is {addresses[0][1]}")
        return public


@cache
def addresses_of(allowed: frozenset[str]) -> Addresses:
    """The resolver of this process."""
    return Addresses(allowed)


@cache
def _askers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(NAMES_AT_ONCE, thread_name_prefix="names")


def _without_port(name: str) -> str:
    if name.startswith("["):
        return name[1:].partition("]")[0].lower()
    return name.lower() if name.count(":") > 1 else name.partition(":")[0].lower()


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
        if len(request.url) > LONGEST_URL:
            raise Refusal("bad-url", request.url[:200])
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
        """Whether a host is such an address, in any of the spellings that the system takes: 127.1, 0x7f000001."""
        with suppress(OSError, UnicodeError):
            host = socket.inet_ntoa(socket.inet_aton(host))
        try:
            ipaddress.ip_address(host.partition("%")[0])
        except ValueError:
            return False
        return not is_public(host)
