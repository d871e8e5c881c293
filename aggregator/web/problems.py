"""Errors as answers: RFC 9457 for programs, a page for people; never a trace, always which parameter and why."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from aggregator.store import StoreError
from aggregator.web.answers import page_answer, wants_json
from aggregator.web.bodies import Fault, Problem
from aggregator.web.cursors import BadCursor

PROBLEM = "application/problem+json"
SHOWN = 80
"""Characters of a bad value that are repeated."""
RETRY_AFTER = "5"
"""Seconds after which a busy database is worth another try."""
UNSAID = {404: "There is nothing at this address.", 405: "Only GET and HEAD are answered here."}
"""What is said where no one said why."""

log = logging.getLogger(__name__)


class BadParameter(Exception):
    """A parameter whose form is right and whose value cannot be used."""

    def __init__(self, parameter: str, reason: str) -> None:
        super().__init__(f"{parameter}: {reason}")
        self.fault = Fault(parameter=parameter, reason=reason)


def add_to(app: FastAPI) -> None:
    """Let the application answer its errors so."""

    @app.exception_handler(RequestValidationError)
    def _(request: Request, error: RequestValidationError) -> Response:
        return _refused(request, [_fault(one) for one in error.errors()])

    @app.exception_handler(BadParameter)
    def _(request: Request, error: BadParameter) -> Response:
        return _refused(request, [error.fault])

    @app.exception_handler(BadCursor)
    def _(request: Request, error: BadCursor) -> Response:
        name = "since" if request.url.path.endswith("/changes") else "after"
        return _refused(request, [Fault(parameter=name, reason=str(error))])

    @app.exception_handler(HTTPException)
    def _(request: Request, error: HTTPException) -> Response:
        title = HTTPStatus(error.status_code).phrase
        detail = error.detail if error.detail != title else UNSAID.get(error.status_code, title)
        return answer(request, error.status_code, detail, headers=error.headers)

    @app.exception_handler(StoreError)
    def _(request: Request, error: StoreError) -> Response:
        log.error("%s: %s", request.url.path, error)
        detail = "The database is busy, or the question too large for the time allowed. Try again in a moment."
        return answer(request, 503, detail, headers={"Retry-After": RETRY_AFTER})


def broken(request: Request, error: Exception) -> Response:
    """An error that nobody foresaw: its trace goes to the log."""
    log.error("%s", request.url.path, exc_info=error)
    return answer(request, 500, "Something here is broken; the server's log says more.")


def too_long(request: Request) -> Response:
    """An address that is not looked at."""
    return answer(request, 414, "The address is too long.")


def _refused(request: Request, faults: Sequence[Fault]) -> Response:
    detail = "; ".join(f"{fault.parameter}: {fault.reason}" for fault in faults)
    return answer(request, 422, detail, faults)


def _fault(error: Any) -> Fault:
    place = [str(part) for part in error["loc"] if part not in ("query", "path")]
    reason = {"extra_forbidden": "is no parameter here"}.get(error["type"], error["msg"])
    given = error.get("input")
    if isinstance(given, str) and error["type"] != "extra_forbidden":
        reason = f"{reason} (given: {given[:SHOWN]!r})"
    return Fault(parameter=".".join(place) or "address", reason=reason)


def answer(request: Request, status: int, detail: str, faults: Sequence[Fault] = (), headers: Any = None) -> Response:
    """An error as the one who asked can read it."""
    problem = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, faults=list(faults))
    headers = {"Cache-Control": "no-store", **(headers or {})}
    if request.url.path.startswith("/api/") or wants_json(request):
        return Response(problem.model_dump_json(), status, headers, PROBLEM)
    return page_answer(request, "error.html", {"problem": problem}, status=status, headers=headers)
