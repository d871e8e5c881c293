"""One model as an answer: the page for people, its JSON twin for programs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import wraps
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool

from aggregator.store.limited import QueryTooLong
from aggregator.web.base import Model

JSON = "application/json"
BRIEF = "public, max-age=60"
"""How long an answer may be reused without asking again."""


QUICK = 0.1
"""Seconds for which an answer may hold up all others."""


def in_turn(view: Callable[..., Any]) -> Callable[..., Awaitable[Any]]:
    """A view as an endpoint: in its turn where the database is a file, in a thread where a server is waited for.

    A question to a file takes a few milliseconds of this process; threads would share them, and cost some more. One
    that takes long is begun anew in a thread.
    """

    @wraps(view)
    async def answered(**named: Any) -> Any:
        state = named["request"].app.state
        if not state.watch.is_quick:
            return await run_in_threadpool(view, **named)
        if not state.watch.is_able:  # in memory there is one connection, and no other thread may have it
            return view(**named)
        try:
            with state.store.within(min(QUICK, state.store.seconds)):
                return view(**named)
        except QueryTooLong:
            return await run_in_threadpool(view, **named)

    return answered


def wants_json(request: Request) -> bool:
    """Whether the twin is asked for: by its address, or by an Accept header that names JSON and no page."""
    if request.url.path.endswith(".json"):
        return True
    return prefers_json(request.headers.get("accept", ""))


def prefers_json(accepted: str) -> bool:
    """Whether an Accept header names JSON and no page."""
    return JSON in accepted and "text/html" not in accepted


def reply(request: Request, template: str, model: Model, **more: Any) -> Response:
    """The model as JSON, or as a page; `more` is for the template only."""
    if wants_json(request):
        return Response(model.model_dump_json(), headers={"Cache-Control": BRIEF, "Vary": "Accept"}, media_type=JSON)
    return page_answer(request, template, {"data": model, "twin": twin(request), **more})


def page_answer(
    request: Request,
    template: str,
    context: Mapping[str, Any],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    media_type: str = "text/html",
) -> Response:
    """A template filled in."""
    body = request.app.state.templates.get_template(template).render(**context, request=request)
    return Response(body, status, {"Cache-Control": BRIEF, "Vary": "Accept", **(headers or {})}, media_type)


def twin(request: Request) -> str:
    """The address of the page's data."""
    path = quote(request.url.path)
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{'/index' if path == '/' else path}.json{query}"


def with_query(request: Request, **changes: object) -> str:
    """This page's address with some parameters changed; None and "" leave one out. A change begins the list again."""
    kept = {name: value for name, value in request.query_params.items() if name != "after"}
    kept |= {name: str(value) if value is not None else "" for name, value in changes.items()}
    query = urlencode({name: value for name, value in kept.items() if value != ""})
    path = quote(request.url.path)
    return f"{path}?{query}" if query else path


def address(request: Request, path: str) -> str:
    """A path of ours as an absolute URL."""
    base = request.app.state.public_url or str(request.base_url)
    return base.rstrip("/") + path
