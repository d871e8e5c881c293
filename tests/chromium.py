"""Real Chromium for looking at pages: the system's own, driven by Playwright, and what it has to complain of."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import FastAPI

EXECUTABLE = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
KINDS = (
    *("/", "/films", "/films/{her}", "/films/{her}?inferred=1", "/reviews", "/reviews/1", "/outlets", "/best"),
    *("/outlets/ash.example", "/author?name=Ann+Ash", "/compare?one=ash.example&other=elm.example", "/divisive"),
    *("/compare?one=ash.example&other=gum.example", "/agreement", "/authors"),
    *("/search?q=her", "/search?q=zzqqxx", "/health", "/about", "/films?q=zzqqxx"),
)
"""One address for each kind of page."""
FAILING = ("/nothing", "/films/x", "/outlets/nobody")
START = 20.0
"""Seconds that a server may take to start."""


@contextmanager
def launched() -> Iterator[Any]:
    """A Playwright browser, closed at the end."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The application on a free port of loopback; gives its origin."""
    import uvicorn

    running = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    end = time.monotonic() + START
    while not running.started:
        assert time.monotonic() < end, "the server does not start"
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{running.servers[0].sockets[0].getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join(10)


class Watched:
    """A browser's window that notes what no page of ours may do."""

    def __init__(self, browser: Any, origin: str, **options: Any) -> None:
        options.setdefault("viewport", {"width": 1280, "height": 900})
        self.context = browser.new_context(base_url=origin, **options)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.on("request", lambda request: self._check(request.url, origin))

    def _check(self, url: str, origin: str) -> None:
        if not url.startswith(f"{origin}/"):
            self.wrong.append(f"request to {url}")

    def open(self, path: str) -> Any:
        """The page at a path, once its scripts have run and its plots are drawn."""
        self.page.goto(path, wait_until="load")
        plots = self.page.locator("figure[data-plot]").count()
        if plots:
            self.page.locator("figure[data-plot] .canvas svg").nth(plots - 1).wait_for(state="attached")
        return self.page
