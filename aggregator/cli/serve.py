"""The command that serves pages and API: serve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from aggregator.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from aggregator.store import Store

HOST, PORT = "127.0.0.1", 8000
EXTRA = (
    "fastapi, jinja2 or uvicorn is not installed: pip install 'film-review-aggregator[web]', or -e '.[web]' in a clone"
)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; the default answers this machine only.")] = HOST,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any that is free.")] = PORT,
    public_url: Annotated[
        str | None, typer.Option(metavar="URL", help="The address under which readers know the server.")
    ] = None,
) -> None:
    """Serve the reviews as web pages, and as JSON under /api/v1; reads the database, and never writes it."""
    from urllib.parse import urlsplit

    from aggregator.cli.database import reading

    if public_url is not None and urlsplit(public_url).scheme not in ("http", "https"):
        raise typer.BadParameter(f"{public_url!r} is no http or https URL", param_hint="--public-url")
    with reading() as store:
        answer(store, host, port, public_url)


def answer(store: Store, host: str = HOST, port: int = PORT, public_url: str | None = None) -> None:
    """Serve until interrupted; raises Stop where the address is taken or the packages are missing."""
    import socket

    try:
        from aggregator.web import run_on
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("aggregator"):
            raise
        raise Stop(Exit.SETTING, EXTRA) from None
    from aggregator.cli.show import console

    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.create_server((host, port), family=family)
    except OSError as error:
        raise Stop(Exit.USAGE, f"cannot listen on {host}:{port}: {error.strerror or error}") from None
    with listener:
        name = f"[{host}]" if ":" in host else host
        where = f"http://{name}:{listener.getsockname()[1]}/"
        console().print(f"Serving {store.url} at {where} (Ctrl+C ends it)", markup=False, soft_wrap=True)
        run_on(listener, store, public_url=public_url)
