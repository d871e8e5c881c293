"""Commands that write rows to files: export."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aggregator.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from rich.status import Status

export = typer.Typer(no_args_is_help=True, help="Write what is stored to files.", rich_markup_mode=None)

Format = Annotated[str, typer.Option(help="jsonl, csv or parquet.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="A file; standard output without it.")]
Since = Annotated[
    str | None,
    typer.Option("--changed-since", metavar="DATE", help="Only what changed since a day, or a day and time (UTC)."),
]


@export.command()
def reviews(format: Format = "jsonl", output: Output = None, changed_since: Since = None) -> None:
    """One row a review; with --changed-since also those that are gone, as `gone_at` says."""
    _write("reviews", format, output, changed_since)


@export.command()
def films(format: Format = "jsonl", output: Output = None, changed_since: Since = None) -> None:
    """One row a film that has a review."""
    _write("films", format, output, changed_since)


@export.command()
def revisions(format: Format = "jsonl", output: Output = None, changed_since: Since = None) -> None:
    """One row a change of a review."""
    _write("revisions", format, output, changed_since)


@export.command()
def claims(format: Format = "jsonl", output: Output = None, changed_since: Since = None) -> None:
    """One row for what each place on a page says of a field, chosen or not."""
    _write("claims", format, output, changed_since)


@export.command()
def outlets(format: Format = "jsonl", output: Output = None) -> None:
    """One row a blog."""
    _write("outlets", format, output, None)


@export.command()
def authors(format: Format = "jsonl", output: Output = None) -> None:
    """One row a name that reviews are signed with."""
    _write("authors", format, output, None)


@export.command()
def snapshot(
    folder: Annotated[Path, typer.Argument(help="Where the dated folder is made.")],
    format: Annotated[list[str] | None, typer.Option(help="jsonl, csv or parquet; may be given several times.")] = None,
) -> None:
    """Write a dated folder with everything: all rows, a data dictionary, a note on whose the words are."""
    from aggregator import export as exports
    from aggregator.cli.database import reading
    from aggregator.cli.show import console

    formats = tuple(dict.fromkeys(format or ("jsonl",)))
    for name in formats:
        _known(name)
    with reading() as store, _waiting("a snapshot") as status, _one_line(folder):
        made = exports.snapshot(
            store, folder, formats, progress=lambda kind, number: status.update(f"{number:,} {kind}")
        )
    console(stderr=True).print(f"everything written to {made}", markup=False, soft_wrap=True)


def _write(kind: str, format: str, output: Path | None, changed_since: str | None) -> None:
    from aggregator import export as exports
    from aggregator.cli.database import reading
    from aggregator.cli.show import console

    _known(format)
    since = None if changed_since is None else _moment(changed_since)
    with reading() as store, _waiting(kind) as status, _one_line(output):
        number = exports.export(
            store, kind, format, output, since=since, progress=lambda number: status.update(f"{number:,} {kind}")
        )
    if output is not None:
        console(stderr=True).print(f"{number} {kind} written to {output}", markup=False)


def _known(format: str) -> None:
    from aggregator.export import FORMATS

    if format not in FORMATS:
        raise typer.BadParameter(f"use {', '.join(FORMATS)}", param_hint="--format")


def _moment(text: str) -> str:
    from datetime import UTC

    from aggregator.values.instants import LAST, instant

    moment = instant(text)
    if moment == LAST:
        raise typer.BadParameter(
            f"{text!r} is no date: say 2026-01-31 or 2026-01-31T09:00", param_hint="--changed-since"
        )
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def _waiting(what: str) -> Iterator[Status]:
    from aggregator.cli.show import console

    with console(stderr=True).status(f"exporting {what}") as status:
        yield status


@contextmanager
def _one_line(where: Path | None) -> Iterator[None]:
    """Turn what can go wrong with a file into one line."""
    from aggregator.export import ParquetMissing

    try:
        yield
    except BrokenPipeError:
        raise
    except ParquetMissing as missing:
        raise Stop(Exit.SETTING, str(missing)) from None
    except OSError as error:
        raise Stop(Exit.CANNOT_WRITE, f"cannot write {where}: {error.strerror or error}") from None
