"""Why a page was not read: each cause by one name, as statistics and run records show it."""

from __future__ import annotations

from gzip import BadGzipFile

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.spidermiddlewares.httperror import HttpError

from aggregator.store.bodies import BROKEN

CAUSES: tuple[tuple[type[BaseException], str], ...] = (
    (CannotResolveHostError, "dns"),
    (DownloadConnectionRefusedError, "refused-connection"),
    (DownloadTimeoutError, "timeout"),
    (DownloadCancelledError, "too-large"),
    (ResponseDataLossError, "cut-short"),
    (UnsupportedURLSchemeError, "scheme"),
    (DownloadFailedError, "broken-connection"),
    *((kind, "broken-encoding") for kind in (BadGzipFile, EOFError, *BROKEN)),
)
"""Exception to name, the first that fits."""
MESSAGES = (
    ("robots.txt", "robots"),
    ("max redirections", "redirects"),
    ("download_maxsize", "too-large"),
    ("certificate", "certificate"),
)
"""What Scrapy says of a request that it gives up only in words."""

WALLS = ("challenge", "login", "parked", "soft-404", "empty-shell")
"""Causes that are facts about a page, counted as `page/NAME`."""
MISSING = {"http-404": 404, "http-410": 410, "login": 401, "soft-404": 404}
"""Causes that say of a post that it is not there for everyone, and the status that is recorded."""


class Refusal(IgnoreRequest):
    """A request that is not made, or an answer that is not read, for a cause of ours."""

    def __init__(self, cause: str, detail: str = "") -> None:
        super().__init__(f"{cause}: {detail}" if detail else cause)
        self.cause = cause


class Unchanged(Refusal):
    """The page is what it was when it was last read."""

    def __init__(self, how: str) -> None:
        super().__init__("same", how)


def cause_of(error: BaseException | None) -> str:
    """The name of the cause of a failed request."""
    if isinstance(error, Refusal):
        return error.cause
    if isinstance(error, HttpError):
        return f"http-{error.response.status}"
    text = f"{error} {getattr(error, '__cause__', None) or ''}".lower()
    for words, name in MESSAGES:
        if words in text:
            return name
    for kind, name in CAUSES:
        if isinstance(error, kind):
            return name
    return type(error).__name__
