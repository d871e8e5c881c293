"""Commands about whole databases: export, db."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from aggregator.cli.exits import Exit, Stop

db = typer.Typer(no_args_is_help=True, help="Look after the database.", rich_markup_mode=None)


def export(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="reviews, films, revisions or outlets.")],
    format: Annotated[str, typer.Option(help="jsonl or csv.")] = "jsonl",
    output: Annotated[Path | None, typer.Option("-o", "--output", help="A file; standard output without it.")] = None,
) -> None:
    """Write all rows as JSON Lines or CSV."""
    from aggregator import export as exports
    from aggregator.cli.database import reading
    from aggregator.cli.show import console

    if kind not in exports.KINDS:
        raise typer.BadParameter(f"use {', '.join(exports.KINDS)}", param_hint="KIND")
    if format not in exports.FORMATS:
        raise typer.BadParameter(f"use {', '.join(exports.FORMATS)}", param_hint="--format")
    with reading() as store:
        status = console(stderr=True).status(f"exporting {kind}")
        try:
            with status:
                number = exports.export(store, kind, format, output)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Stop(Exit.CANNOT_WRITE, f"cannot write {output}: {error.strerror or error}") from None
    if output is not None:
        console(stderr=True).print(f"{number} {kind} written to {output}", markup=False)


@db.command()
def upgrade() -> None:
    """Make the database, or bring it up to this version."""
    from aggregator.cli.database import writing
    from aggregator.cli.show import console

    with writing() as store:
        console().print(f"{store.url} is of this version", markup=False, soft_wrap=True)


@db.command()
def status() -> None:
    """Say where the database is, whether it is of this version, and how much it holds."""
    from aggregator.cli.database import reading
    from aggregator.cli.show import console
    from aggregator.store import queries

    with reading() as store:
        sites = queries.sites(store)
        total, left_out = sum(site.reviews for site in sites), sum(site.left_out for site in sites)
        held, sick = queries.held_count(store), sum(site.quarantined for site in sites)
        console().print(f"{store.url} is of this version", markup=False, soft_wrap=True)
    console().print(
        f"{total} reviews of {len(sites)} blogs, {held} of them held; "
        f"{left_out} posts left out, {sick} pages in quarantine"
    )
