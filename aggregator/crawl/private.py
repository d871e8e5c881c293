"""Refuses private, loopback and link-local addresses, also those that a public name resolves to."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from scrapy.exceptions import CannotResolveHostError
from scrapy.resolver import HostResolution
from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IHostnameResolver, IResolutionReceiver
from zope.interface import implementer

from aggregator.crawl.causes import Refusal

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    Address = IPv4Address | IPv6Address

NAT64 = ipaddress.ip_network("64:ff9b::/96")
OF_NO_HOST = tuple(map(ipaddress.ip_network, ("::/96", "64:ff9b:1::/48", "fec0::/10", "5f00::/16")))
"""What `ipaddress` takes for global: IPv4 in disguise, local translation, the sites of old, segment routing."""
LONGEST_URL = 2_083
"""Characters; what is longer is no address of a page."""
MOST_NAMES = 10_000
"""Names whose addresses are kept."""

refused: dict[str, str] = {}
"""Names that resolved to private addresses only, and one of these."""


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


@implementer(IHostnameResolver)
class GuardedResolver:
    """Resolves a name once for the process, to its public addresses of both families: connections go to these alone."""

    def __init__(self, reactor: Any, allowed: Iterable[str]) -> None:
        self.reactor = reactor
        self.original = reactor.nameResolver
        self.allowed = frozenset(_without_port(name) for name in allowed)
        self.found: dict[str, list[Address]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> Self:
        """Made by Scrapy when it starts the reactor."""
        return cls(reactor, crawler.settings.getlist("ALLOW_PRIVATE"))

    def install_on_reactor(self) -> None:
        """Called by Scrapy, once."""
        self.reactor.installNameResolver(self)

    def resolveHostName(
        self,
        resolutionReceiver: Any,  # an IResolutionReceiver
        hostName: str,
        portNumber: int = 0,
        addressTypes: Sequence[type[Address]] | None = None,
        transportSemantics: str = "TCP",
    ) -> Any:
        """Tell the receiver the addresses; a name that has private ones only does not exist for it."""
        guard = _Guard(self, resolutionReceiver, hostName.lower(), portNumber)
        if hostName.lower() not in self.found:
            return self.original.resolveHostName(guard, hostName, portNumber, addressTypes, transportSemantics)
        resolutionReceiver.resolutionBegan(HostResolution(hostName))
        guard.tell()
        return resolutionReceiver


@implementer(IResolutionReceiver)
class _Guard:
    """Stands between the system's resolver and who asked it: keeps what is public, and passes it on at the end."""

    def __init__(self, resolver: GuardedResolver, receiver: Any, name: str, port: int) -> None:
        self.resolver, self.receiver, self.name, self.port = resolver, receiver, name, port
        self.addresses: list[Address] = []
        self.private: list[str] = []

    def resolutionBegan(self, resolution: object) -> None:
        self.receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Address) -> None:
        if is_public(address.host) or self.name in self.resolver.allowed:
            self.addresses.append(address)
        else:
            self.private.append(address.host)

    def resolutionComplete(self) -> None:
        if self.private and not self.addresses:
            refused[self.name] = self.private[0]
        found = self.resolver.found
        if self.addresses and len(found) < MOST_NAMES:
            found.setdefault(self.name, self.addresses)
        self.tell()

    def tell(self) -> None:
        """Pass on the addresses, those that were found first where there were two askers."""
        for address in self.resolver.found.get(self.name, self.addresses):
            self.receiver.addressResolved(type(address)("TCP", address.host, self.port))
        self.receiver.resolutionComplete()


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
