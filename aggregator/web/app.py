"""The application: doors, shields and errors around one store that is only read."""

from __future__ import annotations

import gc
import gzip
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import anyio.to_thread
import uvicorn
from fastapi import FastAPI
from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from aggregator import __version__
from aggregator.store import Store
from aggregator.store.limited import LimitedStore
from aggregator.store.watch import Watch
from aggregator.web import bodies, examples, problems, templates
from aggregator.web.api import api
from aggregator.web.kept import MOST_BYTES, Kept
from aggregator.web.pages import pages
from aggregator.web.search import Index
from aggregator.web.shields import Shields

AT_ONCE = 2
"""Questions to a database server asked at a time; those to a file are asked one after the other."""
SECONDS = 5.0
"""What one reading of the database may take."""
MOST_WAITING = 200
"""Connections, answered ones among them; more are told to come back."""
GZIP_FROM = 700
"""Bytes from which an answer is compressed."""
GZIP_LEVEL = 3
"""Half the cost of level 5 for pages that are a seventh larger."""
GARBAGE = (5_000, 20, 100)
"""When cyclic garbage is looked for: an answer makes thousands of objects, and no cycles."""
FOREVER = "public, max-age=31536000, immutable"


def create_app(
    store: Store, *, public_url: str | None = None, seconds: float = SECONDS, kept_bytes: int = MOST_BYTES
) -> FastAPI:
    """The pages and the API over a store, which is never written to.

    Args:
        store: an open one; whoever opened it closes it.
        public_url: the address under which readers know the server, for absolute links; None: as each request says.
        seconds: what one reading of the database may take; longer answers 503.
        kept_bytes: how much of answers is kept to be given again while nothing is written; 0: none is.
    """
    app = FastAPI(
        title="Film review aggregator",
        version=__version__,
        summary="What film blogs say of a film, side by side, and why the number is what it is.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=_few_at_once,
    )
    app.state.store = LimitedStore(store, seconds)
    app.state.index = Index(store)
    app.state.watch = Watch(store)
    app.state.templates = templates.environment()
    app.state.public_url = public_url
    app.include_router(api)
    app.include_router(pages)
    app.mount("/static", _Static(directory=templates.STATIC), name="static")
    problems.add_to(app)
    app.add_middleware(Shields, on_error=problems.broken, on_long=problems.too_long)
    app.add_middleware(GZipMiddleware, minimum_size=GZIP_FROM, compresslevel=GZIP_LEVEL)
    app.add_middleware(Kept, watch=app.state.watch, most=kept_bytes)
    _describe(app)
    return app


def run_on(
    listener: socket.socket, store: Store, *, public_url: str | None = None, kept_bytes: int = MOST_BYTES
) -> None:
    """Answer on a listening socket until the process is told to stop."""
    app = create_app(store, public_url=public_url, kept_bytes=kept_bytes)
    config = uvicorn.Config(app, log_level="warning", server_header=False, limit_concurrency=MOST_WAITING)
    with suppress(KeyboardInterrupt):  # uvicorn raises it again once the last answer is out
        uvicorn.Server(config).run(sockets=[listener])


@asynccontextmanager
async def _few_at_once(app: FastAPI) -> AsyncIterator[None]:
    anyio.to_thread.current_default_thread_limiter().total_tokens = AT_ONCE
    await anyio.to_thread.run_sync(app.state.index.prepare)
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()  # what is there now stays: no pass looks through it again
    gc.set_threshold(*GARBAGE)
    yield
    app.state.watch.close()
    app.state.store.close()
    gc.set_threshold(*before)
    gc.unfreeze()


class _Static(StaticFiles):
    """Our own files, whose addresses change with their content."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, to be kept for ever; compressed once for all who take it so."""
        response = await super().get_response(path, scope)
        if response.status_code != 200:
            return response
        response.headers["Cache-Control"] = FOREVER
        if not isinstance(response, FileResponse) or "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
            return response
        kept = {name: response.headers[name] for name in ("cache-control", "content-type", "etag", "last-modified")}
        return Response(_compressed(str(response.path)), headers=kept | {"Content-Encoding": "gzip"})


@cache
def _compressed(path: str) -> bytes:
    return gzip.compress(Path(path).read_bytes(), mtime=0)


def _describe(app: FastAPI) -> None:
    """Add to the OpenAPI description what no route tells of itself: the form of errors, and an answer of each."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        described = plain()
        schemas = described["components"]["schemas"]
        if "Problem" not in schemas:
            schema = bodies.Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas |= schema.pop("$defs", {})
            schemas["Problem"] = schema
            examples.add_to(described["paths"], api.prefix)
        return described

    app.openapi = openapi  # type: ignore[method-assign]
