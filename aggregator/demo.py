"""The blogs of fixtures/, served over HTTP on loopback as if they were the web."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

FIXTURES = Path(__file__).parents[1] / "fixtures"
"""Where a clone keeps them; an installed wheel has none."""
HOST = "127.0.0.1"
HTML = "text/html; charset=UTF-8"


class DemoError(Exception):
    """The demo cannot start; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One recorded answer of a blog."""

    body: bytes
    type: str

    @property
    def etag(self) -> str:
        """A validator made of the body, so that a second crawl gets 304."""
        return f'"{sha256(self.body).hexdigest()[:20]}"'


@dataclass(frozen=True, slots=True)
class Blog:
    """One blog as its folder records it."""

    name: str
    home: str  # the origin that its pages name: https://flixchatter.net
    start: str  # path of the home page
    named: bool  # a site file of this name exists
    folder: Path
    files: Mapping[str, tuple[str, str]]  # path with query -> file, content type

    def replies(self, origin: str) -> dict[str, Reply]:
        """Path to answer, with every link to the blog's own origin pointing at `origin`."""
        forms = [(self.home, origin), (quote(self.home, safe=""), quote(origin, safe=""))]
        forms.append((self.home.replace("/", "\\/"), origin.replace("/", "\\/")))
        found = {}
        for path, (name, type_) in self.files.items():
            text = (self.folder / name).read_text(encoding="utf-8")
            for old, new in forms:
                text = text.replace(old, new)
            found[path] = Reply(text.encode(), type_)
        return found


@dataclass(frozen=True, slots=True)
class Served:
    """A blog that answers at `home`."""

    blog: Blog
    home: str


def blogs(fixtures: Path = FIXTURES) -> list[Blog]:
    """The blogs that the demo crawls; raises DemoError where the fixtures are not there."""
    found = []
    for index in sorted(fixtures.glob("*/*/blog.json")):
        data = json.loads(index.read_text(encoding="utf-8"))
        if data.get("demo"):
            files = {path: (reply["file"], reply.get("type", HTML)) for path, reply in data["pages"].items()}
            named = index.parents[1].name == "sites"
            found.append(Blog(data["name"], data["home"], data.get("start", "/"), named, index.parent, files))
    if not found:
        raise DemoError(f"no blogs in {fixtures}: the demo runs from a clone of the repository (pip install -e .)")
    return found


@contextmanager
def serve(chosen: list[Blog]) -> Iterator[list[Served]]:
    """Each blog on a free port of its own, until the block ends."""
    with ExitStack() as stack:
        yield [stack.enter_context(_serve_one(blog)) for blog in chosen]


@contextmanager
def _serve_one(blog: Blog) -> Iterator[Served]:
    server = _Server(blog)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Served(blog, server.origin + blog.start)
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    """One blog on a free port."""

    daemon_threads = True

    def __init__(self, blog: Blog) -> None:
        super().__init__((HOST, 0), _Handler)
        self.origin = f"http://{HOST}:{self.server_port}"
        self.replies = blog.replies(self.origin)


class _Handler(BaseHTTPRequestHandler):
    """Answers from the server's `replies`; any other path is 404."""

    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits 40 ms for an acknowledgement
    server_version = "demo"

    def do_GET(self) -> None:
        """Send the recorded answer, or 304 to a validator that still holds."""
        reply = self.server.replies.get(self.path)
        if reply is None:
            self._send(404, b"<!DOCTYPE html><title>Not found</title><h1>Not found</h1>", HTML)
        elif self.headers.get("If-None-Match") == reply.etag:
            self._send(304, b"", reply.type, reply.etag)
        else:
            self._send(200, reply.body, reply.type, reply.etag)

    do_HEAD = do_GET

    def _send(self, status: int, body: bytes, type_: str, etag: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(body)))
        if etag:
            self.send_header("ETag", etag)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the crawl keeps its own record."""
