"""A small blog on loopback that a test composes, and crawls of it in processes of their own."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from crawl.forking import Forge, Forked

CRAWL = """
import json, resource
from dataclasses import asdict
from aggregator.crawl.run import crawl
order = json.loads({order!r})
reports = [asdict(report) for report in crawl(order.pop("targets"), **order)]
print(json.dumps({{"reports": reports, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}}))
"""

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Blog:
    """Paths and their answers: a body, a (status, headers, body), or a function that writes to the connection."""

    answers: dict[str, Any] = field(default_factory=dict)
    prefixes: dict[str, Any] = field(default_factory=dict)  # for paths with queries
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    port: int = 0
    home: str = ""

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits 40 ms for an acknowledgement
    blog: Blog

    def do_GET(self) -> None:
        self.blog.asked.append((self.path, dict(self.headers)))
        self.blog.times.append(time.monotonic())
        answer = self.blog.answers.get(self.path, (404, {}, "<h1>gone</h1>"))
        for start, prefixed in self.blog.prefixes.items():
            answer = prefixed if self.path.startswith(start) else answer
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer if isinstance(answer, tuple) else (200, {}, answer)
        data = body.replace("{home}", self.blog.home).encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


@pytest.fixture(scope="module")
def blogs() -> Iterator[Callable[..., Blog]]:
    """Makes blogs, each on a port of its own."""
    servers: list[ThreadingHTTPServer] = []

    def make(server_class: type[ThreadingHTTPServer] = ThreadingHTTPServer, address: str = "127.0.0.1") -> Blog:
        blog = Blog()
        server = server_class((address, 0), type("Handler", (Handler,), {"blog": blog}))
        server.daemon_threads = True
        blog.port, blog.home = server.server_port, f"http://{address}:{server.server_port}/"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        servers.append(server)
        return blog

    yield make
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def blog(blogs: Callable[..., Blog]) -> Blog:
    """One blog."""
    return blogs()


@dataclass
class Crawls:
    """Crawls into one database, each in its own process."""

    forge: Forge
    database: str
    scratch: Path
    peak: int = 0  # MB that the last crawl needed at most

    def environment(self, **more: str) -> dict[str, str]:
        return {
            **os.environ,
            "AGGREGATOR_DATABASE": self.database,
            "AGGREGATOR_DELAY": "0",
            "AGGREGATOR_ALLOW_PRIVATE": "127.0.0.1",
            "AGGREGATOR_LEASES": str(self.scratch / "hosts"),
            **more,
        }

    def start(self, *targets: str, env: Mapping[str, str] | None = None, before: str = "", **options: Any) -> Forked:
        """A crawl on its way; `before` is Python to run first."""
        order = json.dumps({"targets": targets, **options})
        return self.forge.start(before + CRAWL.format(order=order), self.environment(**(env or {})))

    def run(self, *targets: str, **options: Any) -> list[dict[str, Any]]:
        """The reports of a crawl that ends by itself within a minute."""
        out, errors = self.start(*targets, **options).finish()
        assert out.startswith("{"), errors
        done = json.loads(out)
        self.peak = done["peak"]
        reports: list[dict[str, Any]] = done["reports"]
        return reports

    def kill_when(self, moment: Callable[[], bool], *targets: str, **options: Any) -> None:
        """Start a crawl, and kill it hard at a moment, unless it ends before."""
        crawl = self.start(*targets, **options)
        while not moment() and not crawl.has_ended():
            time.sleep(0.005)
        crawl.kill()
        crawl.finish()

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the database holds."""
        import sqlite3

        with sqlite3.connect(self.database.removeprefix("sqlite:///")) as connection:
            return connection.execute(query).fetchall()


@pytest.fixture(scope="session")
def forge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forge]:
    """The process that all crawls of these tests are forked from."""
    forge = Forge(tmp_path_factory.mktemp("forge"))
    yield forge
    forge.close()


@pytest.fixture(scope="module")
def module_crawls(tmp_path_factory: pytest.TempPathFactory, forge: Forge) -> Crawls:
    """Crawls into a database that the tests of a module share."""
    folder = tmp_path_factory.mktemp("crawls")
    return Crawls(forge, f"sqlite:///{folder / 'reviews.sqlite'}", folder)


@pytest.fixture
def crawls(tmp_path: Path, forge: Forge) -> Crawls:
    """Crawls into an empty database."""
    return Crawls(forge, f"sqlite:///{tmp_path / 'reviews.sqlite'}", tmp_path)


@pytest.fixture
def crawls_apart(tmp_path: Path, forge: Forge) -> Crawls:
    """Crawls into another empty database, with leases of their own."""
    (tmp_path / "apart").mkdir()
    return Crawls(forge, f"sqlite:///{tmp_path / 'apart' / 'reviews.sqlite'}", tmp_path / "apart")
