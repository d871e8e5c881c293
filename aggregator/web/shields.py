"""What stands around every answer: security headers, validators, HEAD, and an end to long addresses."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_ADDRESS = 4_000
"""Characters of path and query together."""
PLOT_STYLE = "'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='"
"""The one style element that Observable Plot 0.6.17 puts into each plot: its size and the spaces of its texts."""
SECURITY: Mapping[str, str] = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'self' {PLOT_STYLE}; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


class Shields:
    """An ASGI middleware, the innermost: bodies are whole here and not yet compressed."""

    def __init__(
        self,
        app: ASGIApp,
        on_error: Callable[[Request, Exception], Response],
        on_long: Callable[[Request], Response],
    ) -> None:
        self.app = app
        self.on_error = on_error
        self.on_long = on_long

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with headers and a validator."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_head = scope["method"] == "HEAD"
        inner = dict(scope, method="GET") if is_head else scope
        answer = _Answer(send, Headers(scope=scope).get("if-none-match", ""), is_head=is_head)
        if len(scope["path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            await self.on_long(Request(inner))(inner, receive, answer.take)
            return
        try:
            await self.app(inner, receive, answer.take)
        except Exception as error:
            if answer.is_sent:
                raise
            answer.forget()
            await self.on_error(Request(inner), error)(inner, receive, answer.take)


class _Answer:
    """Gathers one answer, and sends it with its validator, or as 304."""

    def __init__(self, send: Send, known: str, *, is_head: bool) -> None:
        self._send = send
        self._known = {tag.strip().removeprefix("W/") for tag in known.split(",")}
        self._is_head = is_head
        self._start: Message = {}
        self._body: list[bytes] = []
        self.is_sent = False

    def forget(self) -> None:
        """Drop what was gathered."""
        self._start, self._body = {}, []

    async def take(self, message: Message) -> None:
        """One part of the answer."""
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body.append(message.get("body", b""))
        if not message.get("more_body"):
            await self._finish()

    async def _finish(self) -> None:
        body = b"".join(self._body)
        headers = MutableHeaders(raw=list(self._start.get("headers", [])))
        for name, value in SECURITY.items():
            headers[name] = value
        status = self._start["status"]
        if status == 200:
            tag = headers.setdefault("ETag", f'W/"{hashlib.sha256(body).hexdigest()[:24]}"')
            if tag.removeprefix("W/") in self._known:
                status, body = 304, b""
        if status != 304:
            headers["Content-Length"] = str(len(body))
        elif "content-length" in headers:
            del headers["Content-Length"]
        start = {**self._start, "status": status, "headers": headers.raw}
        self.is_sent = True
        await self._send(start)
        await self._send({"type": "http.response.body", "body": b"" if self._is_head else body})
