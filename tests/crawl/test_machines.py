"""Several machines and one database: each has a network, a name and leases of its own."""

from __future__ import annotations

import ctypes
import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from crawl.conftest import Crawls
from crawl.test_crawl import blog_with_sitemap, post

if TYPE_CHECKING:
    from crawl.conftest import Blog
    from crawl.forking import Forge, Forked

ADDRESS = "10.203.0.1"
SOCKETS = Path("/var/run/postgresql")
TITLES = [f"Carriage {number}" for number in range(4)]
CLONE_NEWNET = 0x40000000
MOVE = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
assert libc.setns(os.open("/run/netns/{name}", os.O_RDONLY), 0x40000000) == 0, os.strerror(ctypes.get_errno())
assert libc.unshare(0x04000000) == 0 and libc.sethostname(b"{name}", {length}) == 0
"""
"""Python that brings its process to a machine: into its network, and under its name."""


def sh(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


@dataclass
class Machines:
    """Networks that see the blog's, and not each other."""

    blog: str
    names: list[str]

    def at_the_blog(self, work: Callable[[], Blog]) -> Blog:
        """What work gives that opens its sockets in the blog's network."""
        found: list[Blog] = []

        def there() -> None:
            assert ctypes.CDLL(None).setns(os.open(f"/run/netns/{self.blog}", os.O_RDONLY), CLONE_NEWNET) == 0
            found.append(work())

        thread = threading.Thread(target=there)
        thread.start()
        thread.join()
        return found[0]


@pytest.fixture
def machines() -> Iterator[Machines]:
    """Three machines."""
    mark = f"t{os.getpid()}"
    made = Machines(f"{mark}b", [f"{mark}m{number}" for number in range(1, 4)])
    try:
        for name in (made.blog, *made.names):
            sh("ip", "netns", "add", name)
            sh("ip", "-n", name, "link", "set", "lo", "up")
        sh("ip", "-n", made.blog, "address", "add", f"{ADDRESS}/32", "dev", "lo")
        for number, name in enumerate(made.names, start=1):
            sh("ip", "-n", made.blog, "link", "add", f"v{number}", "type", "veth", "peer", "name", "v0", "netns", name)
            for where, link, last in ((made.blog, f"v{number}", 1), (name, "v0", 2)):
                sh("ip", "-n", where, "address", "add", f"10.203.{number}.{last}/30", "dev", link)
                sh("ip", "-n", where, "link", "set", link, "up")
            sh("ip", "-n", name, "route", "add", "default", "via", f"10.203.{number}.1")
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        _remove(made)
        pytest.skip(f"no networks can be made here: {getattr(error, 'stderr', b'').decode().strip() or error}")
    yield made
    _remove(made)


def _remove(made: Machines) -> None:
    for name in (made.blog, *made.names):
        subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)


@dataclass
class Watched:
    """Who asked a blog when, and how many were answered at once."""

    peers: list[str]
    busy: int = 0
    together: int = 0

    def slow(self, title: str, seconds: float = 0.05) -> Callable[[BaseHTTPRequestHandler], None]:
        """A post that takes its time."""
        body = post(title).encode()

        def answer(handler: BaseHTTPRequestHandler) -> None:
            self.peers.append(handler.client_address[0])
            self.busy += 1
            self.together = max(self.together, self.busy)
            time.sleep(seconds)
            self.busy -= 1
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html; charset=utf-8")
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        return answer


@pytest.fixture
def start(forge: Forge, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[..., Forked]:
    """Starts a crawl at a machine, into a database that all of them reach by its socket."""
    if not (SOCKETS / ".s.PGSQL.5432").exists():
        pytest.skip("PostgreSQL has no socket in the file system")
    server, _, name = request.getfixturevalue("postgres").rpartition("/")
    database = f"{server.partition('@')[0]}@/{name}?host={SOCKETS}"

    def begin(machine: str, home: str, before: str = "", **env: str) -> Forked:
        folder = tmp_path / machine
        folder.mkdir(exist_ok=True)
        crawls = Crawls(forge, database, folder)
        env |= {"AGGREGATOR_ALLOW_PRIVATE": ADDRESS, "AGGREGATOR_ARCHIVE": str(folder / "archive")}
        return crawls.start(home, env=env, before=MOVE.format(name=machine, length=len(machine)) + before)

    return begin


def test_three_machines_ask_one_blog_as_one(
    machines: Machines, start: Callable[..., Forked], blogs: Callable[..., Blog]
) -> None:
    blog = machines.at_the_blog(lambda: blogs(address=ADDRESS))
    watched = Watched([])
    for path, title in zip(blog_with_sitemap(blog, TITLES), TITLES, strict=True):
        blog.answers[path] = watched.slow(title)
    running = [start(name, blog.home, AGGREGATOR_DELAY="0.2") for name in machines.names]
    for crawl in running:
        out, errors = crawl.finish(120)
        assert '"good"' in out, errors
    gaps = [later - earlier for earlier, later in pairwise(blog.times)]
    assert len(gaps) > 15 and min(gaps) > 0.15
    assert set(watched.peers) == {f"10.203.{number}.2" for number in (1, 2, 3)} and watched.together == 1


def test_a_machine_that_is_gone_holds_no_blog_for_long(
    machines: Machines, start: Callable[..., Forked], blogs: Callable[..., Blog]
) -> None:
    blog = machines.at_the_blog(lambda: blogs(address=ADDRESS))
    watched = Watched([])
    (path,) = blog_with_sitemap(blog, TITLES[:1])
    blog.answers[path] = watched.slow(TITLES[0], 1.0)
    short = "import aggregator.crawl.leases as leases; leases.LONGEST_REQUEST = 3.0\n"
    killed = start(machines.names[0], blog.home, short)
    while not watched.peers and not killed.has_ended():
        time.sleep(0.005)
    killed.kill()
    asked, count = blog.times[-1], len(blog.times)
    out, errors = start(machines.names[1], blog.home, short).finish(120)
    assert '"good"' in out, errors
    assert blog.times[count] - asked > 2.5
    assert watched.peers == ["10.203.1.2", "10.203.2.2"]
