"""Real Chromium: hostile reviews run nothing, the policy stops nothing of ours, and suggestions appear."""

from __future__ import annotations

import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--enable-logging=stderr", "--v=0"),
    *("--virtual-time-budget=1500", "--timeout=15000", "--dump-dom"),
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def server(app: FastAPI) -> Iterator[str]:
    """The application on a free port of loopback."""
    running = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    end = time.monotonic() + 20
    while not running.started:
        assert time.monotonic() < end, "the server does not start"
        time.sleep(0.02)
    port = running.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    running.should_exit = True
    thread.join(10)


def opened(url: str, folder: Path) -> tuple[str, list[str]]:
    """The page's tree after its scripts ran, and what the console said."""
    command = [CHROMIUM or "", *FLAGS, f"--user-data-dir={folder}", url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    said = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    return done.stdout, said


def test_hostile_reviews_run_nothing(server: str, client: TestClient, tmp_path: Path) -> None:
    films = client.get("/api/v1/films", params={"limit": 200, "sort": "title"}).json()["items"]
    evil = next(film["id"] for film in films if film["title"].startswith("Evil 1 </script>"))
    for number, path in enumerate(("/reviews?limit=200", f"/films/{evil}")):
        tree, said = opened(server + path, tmp_path / str(number))
        assert "pwned" in tree, "the hostile texts are shown"
        title = tree.split("<title>", 1)[1].split("</title>", 1)[0]
        assert title.endswith("What the blogs say"), path
        assert said == []
        assert 'aria-autocomplete="list"' in tree, "our own script ran"
