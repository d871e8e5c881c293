"""The command line: one module for each group of commands, and one place where errors become exit codes."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from aggregator.cli import archive, crawling, developing, discovering, exporting, files, judging, read, stored, upkeep
from aggregator.cli.catalog import catalog
from aggregator.cli.database import choose
from aggregator.cli.exits import Exit, Stop
from aggregator.cli.films import film, films
from aggregator.cli.reviews import reviews
from aggregator.cli.serve import serve

CODES: dict[str, Exit] = {
    "aggregator.store.errors.StoreError": Exit.DATABASE,
    "aggregator.settings.SettingsError": Exit.SETTING,
    "aggregator.crawl.run.SiteError": Exit.UNKNOWN_SITE,
    "aggregator.crawl.run.UnreachableError": Exit.CANNOT_FETCH,
    "aggregator.films.catalog.CatalogError": Exit.CATALOG,
    "aggregator.store.judge.JudgementError": Exit.CANNOT_DECIDE,
}
"""Errors of lower layers whose message is one line for the user."""

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
app.command()(crawling.crawl)
app.command()(discovering.discover)
app.command()(read.extract)
app.command()(crawling.demo)
app.add_typer(films, name="films")
app.command()(film)
app.add_typer(reviews, name="reviews")
app.add_typer(exporting.export, name="export")
app.command()(serve)
app.command()(stored.sites)
app.add_typer(stored.runs, name="runs")
app.add_typer(archive.archive, name="archive")
app.command()(archive.reparse)
app.add_typer(catalog, name="catalog")
app.command()(upkeep.scores)
app.command()(upkeep.forget)
app.command("try")(developing.try_page)
app.command()(developing.new_site)
app.command()(developing.check)
app.add_typer(files.db, name="db")
for _judgement in (judging.link, judging.unlink, judging.merge, judging.split, judging.undo, judging.decisions):
    films.command()(_judgement)


def _version(wanted: bool) -> None:
    if wanted:
        from aggregator import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def aggregator(
    database: Annotated[
        str | None, typer.Option(help="An SQLAlchemy URL or an SQLite file, instead of AGGREGATOR_DATABASE.")
    ] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,  # noqa: ARG001
) -> None:
    """Reads film blogs as reviews, and compares them."""
    choose(database)


def main() -> None:
    """Run the command of sys.argv; exits with a code of `Exit`."""
    try:
        app()
    except Stop as stop:
        fail(stop.code, str(stop))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains at its end
        sys.exit(0)
    except Exception as error:
        code = _code_of(error)
        if code is Exit.BUG:
            raise
        fail(code, str(error))


def _code_of(error: Exception) -> Exit:
    """The code of an error that a lower layer names; by name, so that no layer is loaded for it."""
    names = {f"{parent.__module__}.{parent.__name__}" for parent in type(error).__mro__}
    return next((code for name, code in CODES.items() if name in names), Exit.BUG)


def fail(code: Exit, message: str) -> None:
    """Print one line on standard error and end the process."""
    sys.stderr.write(f"aggregator: {' '.join(message.split())}\n")
    sys.exit(int(code))
