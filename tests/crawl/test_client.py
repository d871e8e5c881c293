"""Answers as servers give them, right and wrong: read as browsers read them, and never without an end."""

from __future__ import annotations

import asyncio

import pytest
from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError, DownloadTimeoutError, ResponseDataLossError
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from aggregator.crawl.client import LONGEST_HEADER, Client

BODY = b"<html>Late Trains</html>"
OK = b"HTTP/1.1 200 OK\r\n"
LENGTH = b"Content-Length: 24\r\n\r\n" + BODY
CHUNKED = b"Transfer-Encoding: chunked\r\n"
CHUNKS = b"8\r\n<html>La\r\n10;a=b\r\nte Trains</html>\r\n0\r\n\r\n"
MOST = 100_000


def ask(*answers: bytes, closes: bool = False, times: int = 1, seconds: float = 5.0) -> tuple[list[Response], int]:
    """What the client makes of a server's answers, given one after another; and on how many connections it asked."""
    waiting = list(answers)
    connections = 0

    async def talk(asks: asyncio.StreamReader, says: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        try:
            while await asks.readuntil(b"\r\n\r\n"):
                says.write(waiting.pop(0))
                await says.drain()
                if closes:
                    break
        except (asyncio.IncompleteReadError, ConnectionError, IndexError):
            pass
        says.close()

    async def run() -> list[Response]:
        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        client = Client(get_crawler(settings_dict={"ALLOW_PRIVATE": ["127.0.0.1"], "DOWNLOAD_MAXSIZE": MOST}))
        request = Request(f"http://127.0.0.1:{port}/a?b=c", meta={"download_timeout": seconds})
        try:
            return [await client.download_request(request) for _ in range(times)]
        finally:
            await client.close()
            server.close()

    return asyncio.run(run()), connections


@pytest.mark.parametrize(
    "answer",
    [
        OK + LENGTH,
        (OK + LENGTH).replace(b"\r\n", b"\n"),
        b"HTTP/1.1 200\r\n" + LENGTH,
        b"\r\n" + OK + LENGTH,
        b"HTTP/1.1 100 Continue\r\n\r\n" + OK + LENGTH,
        b"HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n" + OK + LENGTH,
        OK + CHUNKED + b"\r\n" + CHUNKS,
        OK + CHUNKED + b"\r\n" + CHUNKS[:-2] + b"X-Trailer: a\r\n\r\n",
        OK + b"X-Long: " + b"a" * 30_000 + b"\r\n" + LENGTH,
    ],
)  # fmt: skip
def test_whatever_can_be_read_is_read(answer: bytes) -> None:
    ((response,), _) = ask(answer)
    assert (response.status, response.body, str(response.ip_address)) == (200, BODY, "127.0.0.1")


@pytest.mark.parametrize("head", [b"HTTP/1.0 200 OK\r\n\r\n", OK + b"\r\n"])
def test_a_body_without_a_length_ends_with_its_connection(head: bytes) -> None:
    ((response,), _) = ask(head + BODY, closes=True)
    assert response.body == BODY


def test_headers_are_kept_as_they_are_said() -> None:
    said = b'ETag: "a"\r\nX-Name: Caf\xe9\r\nX-Folded: a\r\n b\r\nLink: <a>\r\nlink: <b>\r\n'
    ((response,), _) = ask(OK + said + LENGTH)
    assert response.headers.getlist("Link") == [b"<a>", b"<b>"]
    assert [response.headers[name] for name in ("ETag", "X-Name", "X-Folded")] == [b'"a"', b"Caf\xe9", b"a b"]


@pytest.mark.parametrize("status", [204, 304])
def test_an_answer_without_a_body(status: int) -> None:
    answer = b"HTTP/1.1 %d Same\r\nContent-Length: 500\r\n\r\n" % status
    responses, connections = ask(answer, answer, times=2)
    assert [(response.status, response.body) for response in responses] == [(status, b"")] * 2
    assert connections == 1


def test_a_connection_is_kept_and_a_lost_one_is_made_anew() -> None:
    assert ask(*[OK + LENGTH] * 3, times=3)[1] == 1
    responses, connections = ask(*[OK + LENGTH] * 3, times=3, closes=True)
    assert [response.body for response in responses] == [BODY] * 3 and connections == 3
    assert ask(*[OK + LENGTH + b"\r\n"] * 3, times=3)[1] == 1


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"", DownloadFailedError),
        (b"SSH-2.0-OpenSSH_9.2\r\n", DownloadFailedError),
        (b"HTTP/1.1 OK\r\n\r\n", DownloadFailedError),
        (b"HTTP/1.1 100 Continue\r\n\r\n" * 9, DownloadFailedError),
        (OK + b"Content-Length: 5\r\n" + LENGTH, DownloadFailedError),
        (OK + CHUNKED + b"\r\n-5\r\nabcde\r\n", DownloadFailedError),
        (OK + b"A: " + b"b" * LONGEST_HEADER + b"\r\n" + LENGTH, DownloadFailedError),
        (OK + b"A: b\r\n" * LONGEST_HEADER, DownloadFailedError),
        (OK + LENGTH[:-1], ResponseDataLossError),
        (OK + CHUNKED + b"\r\n" + CHUNKS[:-5], ResponseDataLossError),
        (OK + b"Content-Length: 100001\r\n\r\n", DownloadCancelledError),
        (OK + b"Content-Length: " + b"9" * 5_000 + b"\r\n\r\n", DownloadFailedError),
        (OK + b"Content-Length: many\r\n\r\n" + BODY, DownloadFailedError),
        (OK + b'ETag: "a\0b"\r\n' + LENGTH, DownloadFailedError),
        (OK + b"\r\n" + b"a" * (MOST + 1), DownloadCancelledError),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_named(answer: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        ask(answer, closes=True)


@pytest.mark.parametrize("answer", [b"", OK, OK + LENGTH[:-1], OK + CHUNKED + b"\r\n5\r\nab"])
def test_a_server_that_falls_silent_is_left(answer: bytes) -> None:
    with pytest.raises(DownloadTimeoutError):
        ask(answer, seconds=0.2)
