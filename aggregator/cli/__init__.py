"""The command line: one module for each group of commands, and one place where errors become exit codes."""

from __future__ import annotations

import sys

import typer

from aggregator.cli.exits import Exit, Stop
from aggregator.cli.read import extract

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
app.command()(extract)


@app.callback()
def aggregator() -> None:
    """Reads film blogs as reviews, and compares them."""


def main() -> None:
    """Run the command of sys.argv; exits with a code of `Exit`."""
    try:
        app()
    except Stop as stop:
        fail(stop.code, str(stop))


def fail(code: Exit, message: str) -> None:
    """Print one line on standard error and end the process."""
    sys.stderr.write(f"aggregator: {message}\n")
    sys.exit(int(code))
