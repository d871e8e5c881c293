"""Private addresses: refused after resolution, of both families, and also when a name changes its mind."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from http.server import ThreadingHTTPServer
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from aggregator.crawl.causes import Refusal
from aggregator.crawl.client import Client
from aggregator.crawl.private import Addresses, PrivateAddress, PrivateMiddleware, is_public
from crawl.test_crawl import blog_with_sitemap

if TYPE_CHECKING:
    from crawl.conftest import Blog, Crawls


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "198.18.0.1",
     "255.255.255.255", "::1", "::", "fe80::1%eth0", "fd00::1", "fec0::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1",
     "::127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2001:0:4136:e378:8000:63bf:80ff:fffe",
     "x"],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "[2606:2800:220:1::1]", "::ffff:8.8.8.8"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "cause"),
    [
        ("http://127.0.0.1/", "private-address"),
        ("http://127.1/", "private-address"),
        ("http://2130706433/", "private-address"),
        ("http://[::1]:8000/", "private-address"),
        ("http://[::ffff:10.0.0.1]/", "private-address"),
        ("http://localhost/", "private-address"),
        ("http://printer.local/", "private-address"),
        ("ftp://blog.example/", "scheme"),
        ("file:///etc/passwd", "scheme"),
        (f"http://blog.example/{'x' * 3_000}", "bad-url"),
    ],
)
def test_requests_that_are_refused(url: str, cause: str) -> None:
    with pytest.raises(Refusal) as refusal:
        PrivateMiddleware(frozenset()).process_request(Request(url))
    assert refusal.value.cause == cause


@pytest.mark.parametrize(
    ("allowed", "url", "other"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/", "http://127.0.0.2:8000/"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000/", "http://127.0.0.1:8001/"),
        ("::1", "http://[::1]:8000/", "http://[::2]:8000/"),
        ("[::1]:8000", "http://[::1]:8000/", "http://[::1]:8001/"),
    ],
)
def test_the_operator_may_allow_a_host(allowed: str, url: str, other: str) -> None:
    guard = PrivateMiddleware(frozenset([allowed]))
    guard.process_request(Request(url))
    with pytest.raises(Refusal):
        guard.process_request(Request(other))


@pytest.mark.parametrize(("address", "allowed"), [("10.0.0.1", ()), ("::1", ()), ("10.0.0.1", ("inner.example",))])
def test_what_a_private_address_answered_is_not_read(address: str, allowed: tuple[str, ...]) -> None:
    answer = Response("http://inner.example/", ip_address=ip_address(address))
    guard = PrivateMiddleware(frozenset(allowed))
    if allowed:
        assert guard.process_response(Request(answer.url), answer) is answer
        return
    with pytest.raises(Refusal, match=f"inner.example is {address}"):
        guard.process_response(Request(answer.url), answer)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes the system resolve names to addresses that may change from one question to the next."""

    def be(*answers: list[str]) -> None:
        waiting = list(answers)

        def ask(*_: object, **__: object) -> list[tuple[Any, ...]]:
            return [
                (socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, 0))
                for host in waiting.pop(0)
            ]

        monkeypatch.setattr(socket, "getaddrinfo", ask)

    return be


def resolved(resolver: Addresses, name: str, port: int = 443) -> list[tuple[str, int]]:
    return [(found["host"], found["port"]) for found in asyncio.run(resolver.resolve(name, port))]


def test_a_name_that_rebinds_keeps_its_first_addresses(names: Callable[..., None]) -> None:
    names(["93.184.216.34"], ["127.0.0.1"])
    resolver = Addresses([])
    assert resolved(resolver, "blog.example") == [("93.184.216.34", 443)]
    assert resolved(resolver, "Blog.example", 80) == [("93.184.216.34", 80)]


@pytest.mark.parametrize(
    ("addresses", "asked"),
    [
        (["2606:2800:220:1::1"], ["2606:2800:220:1::1"]),
        (["10.0.0.1", "2606:2800:220:1::1"], ["2606:2800:220:1::1"]),
        (["fd00::1", "64:ff9b::a00:1", "93.184.216.34"], ["93.184.216.34"]),
        ([], []),
    ],
)
def test_only_public_addresses_of_a_name_are_asked(
    names: Callable[..., None], addresses: list[str], asked: list[str]
) -> None:
    names(addresses)
    assert [host for host, _ in resolved(Addresses([]), "six.example")] == asked


def test_a_name_with_private_addresses_alone_is_refused(names: Callable[..., None]) -> None:
    names(["::ffff:10.0.0.1", "fe80::1"], ["10.0.0.1"], ["93.184.216.34"])
    resolver = Addresses([])
    for first in ("::ffff:10.0.0.1", "10.0.0.1"):
        with pytest.raises(PrivateAddress, match=f"inner.example is {first}"):
            resolved(resolver, "inner.example")
    assert resolved(resolver, "inner.example") == [("93.184.216.34", 443)]  # it is asked for anew


@pytest.mark.parametrize("allowed", ["home.example", "home.example:8080"])
def test_a_name_that_the_operator_allows(names: Callable[..., None], allowed: str) -> None:
    names(["fd00::1"])
    resolver = Addresses([allowed])
    assert resolved(resolver, "home.example") == [("fd00::1", 443)]
    resolver.socket((socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("fd00::1", 443, 0, 0))).close()


@pytest.mark.parametrize(("address", "allowed"), [("127.0.0.1", []), ("10.0.0.1", ["127.0.0.1"])])
def test_no_socket_is_made_for_a_private_address(address: str, allowed: list[str]) -> None:
    resolver = Addresses(allowed)
    with pytest.raises(PrivateAddress):
        resolver.socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)))
    resolver.socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))).close()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "①②⑦.⓪.⓪.①"])
def test_an_address_in_whatever_spelling_is_not_asked(blog: Blog, host: str) -> None:
    """The client alone, as if no middleware stood before it."""

    async def ask() -> Response:
        client = Client(get_crawler(settings_dict={"DOWNLOAD_MAXSIZE": 1_000}))
        try:
            request = Request(f"http://{host}:{blog.port}/", meta={"download_timeout": 5.0})
            return await client.download_request(request)
        finally:
            await client.close()

    with pytest.raises(Refusal) as refusal:
        asyncio.run(ask())
    assert refusal.value.cause in ("private-address", "bad-url")
    assert blog.asked == []


class SixServer(ThreadingHTTPServer):
    address_family = socket.AF_INET6


NAMES = """
import socket
ask = socket.getaddrinfo
known = {"six.example": "::1", "inner.example": "::1"}
socket.getaddrinfo = lambda name, *rest, **named: ask(known.get(name, name), *rest, **named)
"""


def test_hosts_of_ipv6_alone(blogs: Callable[..., Blog], crawls: Crawls) -> None:
    try:
        blog = blogs(SixServer, "::1")
    except OSError as problem:
        pytest.skip(f"no IPv6 here: {problem}")
    blog.home = f"http://six.example:{blog.port}/"
    blog_with_sitemap(blog, ["Late Trains"])
    targets = (blog.home, f"http://inner.example:{blog.port}/", f"http://[::1]:{blog.port}/")
    allowed = {"AGGREGATOR_ALLOW_PRIVATE": f"six.example:{blog.port}"}
    named, *private_ones = crawls.run(*targets, before=NAMES, env=allowed)
    assert (named["state"], named["outcomes"]) == ("good", {"new": 1})
    assert [report["state"] for report in private_ones] == ["broken", "broken"]
    assert all("private-address" in report["reason"] for report in private_ones)
