"""Crawls forked from a process that has everything imported: each is a process of its own, and starts at once."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from scrapy.settings import default_settings as base
from scrapy.utils.misc import load_object

PRELOADED = (
    "aggregator.crawl.client",
    "aggregator.crawl.leases",
    "aggregator.crawl.pipeline",
    "aggregator.crawl.politeness",
    "aggregator.crawl.private",
    "aggregator.crawl.run",
    "alembic.runtime.migration",
    "protego",
    "scrapy.core.scheduler",
    "scrapy.logformatter",
    "scrapy.pqueues",
    "scrapy.spiderloader",
    "scrapy.squeues",
    "scrapy.statscollectors",
    "sqlalchemy.dialects.sqlite.pysqlite",
    "twisted.internet.asyncioreactor",
)
"""What a crawl imports, but for the reactor, which belongs to one process, and the settings, which read variables."""


def serve(listening: socket.socket) -> None:
    """Fork a crawl for each connection, until one brings null; what a crawl prints goes into its connection."""
    for name in PRELOADED:
        __import__(name)
    for classes in (base.DOWNLOADER_MIDDLEWARES_BASE, base.SPIDER_MIDDLEWARES_BASE, base.EXTENSIONS_BASE):
        for name in classes:
            load_object(name)
    assert "twisted.internet.reactor" not in sys.modules
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print("ready", flush=True)
    while True:
        connection, _ = listening.accept()
        with connection, connection.makefile("r") as lines:
            order = json.loads(lines.readline())
            if order is None:
                return
            if os.fork() == 0:
                _crawl(connection, order)


def _crawl(connection: socket.socket, order: Mapping[str, object]) -> None:
    """In the child: take the order's variables, run its code, and end without cleaning up what the parent has."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    code = 1
    try:
        os.environ.clear()
        os.environ.update(order["env"])
        sys.modules.pop("aggregator.settings", None)
        vars(sys.modules["aggregator"]).pop("settings", None)
        with Path(order["errors"]).open("a") as errors:
            os.dup2(errors.fileno(), 2)
        os.dup2(connection.fileno(), 1)
        print(os.getpid(), flush=True)
        module = ModuleType("__main__")
        exec(order["code"], vars(module))
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


class Forked:
    """A crawl on its way, as its asker sees it; its end is the end of what it prints."""

    def __init__(self, connection: socket.socket, errors: Path) -> None:
        self._lines = connection.makefile("r")
        self._connection, self._errors = connection, errors
        self.pid = int(self._lines.readline())

    def finish(self, timeout: float = 60) -> tuple[str, str]:
        """What it printed, on standard output and as errors; raises TimeoutError."""
        self._connection.settimeout(timeout)
        with self._connection, self._lines:
            return self._lines.read(), self._errors.read_text()

    def has_ended(self) -> bool:
        """Whether the process is gone."""
        return not Path(f"/proc/{self.pid}").exists()

    def kill(self) -> None:
        """End it hard."""
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            return


class Forge:
    """The process that forks, and the way to it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._started = folder, 0
        listening = socket.create_server(str(folder / "forge"), family=socket.AF_UNIX)
        code = "import socket, sys; from crawl.forking import serve; serve(socket.socket(fileno=int(sys.argv[1])))"
        self._process = subprocess.Popen(
            [sys.executable, "-c", code, str(listening.fileno())],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
            pass_fds=[listening.fileno()],
            stdout=subprocess.PIPE,
            text=True,
        )
        listening.close()
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n", "the crawls' parent did not start: see standard error"

    def start(self, code: str, env: Mapping[str, str]) -> Forked:
        """Run code in a process of its own."""
        self._started += 1
        errors = self._folder / f"errors-{self._started}"
        connection = self._connect()
        order = {"code": code, "env": dict(env), "errors": str(errors)}
        connection.sendall(f"{json.dumps(order)}\n".encode())
        return Forked(connection, errors)

    def close(self) -> None:
        """End the process that forks."""
        with self._connect() as connection:
            connection.sendall(b"null\n")
        self._process.communicate(timeout=10)

    def _connect(self) -> socket.socket:
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(str(self._folder / "forge"))
        return connection
