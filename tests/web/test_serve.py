"""The command as a user calls it."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

from cli_calls import Done, one_line


def test_serve_answers_until_interrupted(database: Path) -> None:
    command = [sys.executable, "-c", "from aggregator.cli import main; main()", "--database", str(database)]
    process = subprocess.Popen([*command, "serve", "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert found
        with urlopen(found[0] + "films.json", timeout=30) as answer:
            assert answer.status == 200
            assert "server" not in answer.headers
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.communicate()


def test_a_taken_port_is_one_clear_line(run: Callable[..., Done], database: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("--database", database, "serve", "--port", port)
    assert done.code == 2
    assert f"cannot listen on 127.0.0.1:{port}" in one_line(done)


def test_a_missing_database_is_one_clear_line(run: Callable[..., Done], tmp_path: Path) -> None:
    done = run("--database", tmp_path / "none.sqlite", "serve")
    assert done.code == 6
    assert "there is no database" in one_line(done)
