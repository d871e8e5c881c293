"""Commands about the film catalogue: what it holds, and building it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from aggregator.cli.exits import Exit, Stop
from aggregator.cli.groups import group

if TYPE_CHECKING:
    from aggregator.films import Built
    from aggregator.ingest.retry import Retried

FORMATS: dict[str, tuple[str, ...]] = {
    "imdb": ("IMDb tables",),
    "wikidata": ("Wikidata dump", "Wikidata query"),
    "jsonl": ("JSON Lines",),
}
"""What `--format` may say, and the kinds of source that it stands for."""
SHOWN = ("kind", "source", "licence", "built", "films", "titles", "skipped")

catalog = group("The catalogue in which films are looked up.")


@catalog.command("list")
def show(
    file: Annotated[Path | None, typer.Option("-f", "--file", help="Instead of AGGREGATOR_CATALOG.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say where the catalogue stands, what it was made of and when, its licence, and how much it holds."""
    from aggregator.cli.show import print_json, print_table
    from aggregator.films import open_catalog

    path = _path(file)
    if not path.exists():
        raise Stop(Exit.CATALOG, f"no film catalogue at {path}; aggregator catalog import SOURCE makes one")
    with open_catalog(path) as opened:
        meta = {"file": str(path)} | {name: opened.meta.get(name) for name in SHOWN}
    numbers = {name: int(meta[name] or 0) for name in ("films", "titles")}
    if json:
        print_json(meta | numbers)
    else:
        print_table(("catalogue", ""), list(meta.items()))


@catalog.command("import")
def build(
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="SOURCE",
            help="A folder of IMDb's tables or the tables themselves, a Wikidata JSON dump or query result, or JSON "
            "Lines; gzipped or not.",
        ),
    ],
    format: Annotated[
        str | None, typer.Option(help="imdb, wikidata or jsonl: refuse a source that is of another kind.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The catalogue's file, instead of AGGREGATOR_CATALOG.")
    ] = None,
    licence: Annotated[str | None, typer.Option(help="The source's licence, where it is not the usual one.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Build the catalogue; the one before stands until the new one is whole. Held reviews are looked at again."""
    from dataclasses import asdict

    from aggregator.cli.show import console, print_json

    source, target = _one_source(sources), _path(output)
    if format is not None:
        _check_kind(source, format)
    built = _build(source, target, licence)
    retried = None if output is not None else _retry(target)
    if json:
        print_json({"file": str(target)} | asdict(built) | {"retried": retried._asdict() if retried else None})
        return
    out = console()
    skipped = ", ".join(f"{number} {reason}" for reason, number in built.skipped.items()) or "none"
    out.print(
        f"{built.films} films under {built.titles} titles from {built.kind} ({built.licence}); left out: {skipped}",
        markup=False,
        soft_wrap=True,
    )
    out.print(f"written to {target}", markup=False, soft_wrap=True)
    if retried is not None and retried.looked_at:
        out.print(
            f"{retried.looked_at} stored reviews looked at again: {retried.found} found their film, {retried.moved} "
            f"have another, {retried.held} wait now; aggregator reparse --all --accept holds their names against its "
            "credits",
            soft_wrap=True,
        )


def tell_if_missing() -> None:
    """A line on standard error where a catalogue is named that is not there: films are then made of the reviews."""
    from aggregator import settings

    if os.environ.get("AGGREGATOR_CATALOG") == settings.CATALOG and not Path(settings.CATALOG).is_file():
        hint = "films are made of the reviews alone until aggregator catalog import SOURCE makes it"
        sys.stderr.write(f"aggregator: no film catalogue at {settings.CATALOG} (AGGREGATOR_CATALOG); {hint}\n")


def _path(file: Path | None) -> Path:
    from aggregator import settings

    return file or Path(settings.CATALOG)


def _one_source(sources: list[Path]) -> Path:
    """The one file or folder; several files are the tables of one folder."""
    if len(sources) == 1:
        return sources[0]
    folders = {source.parent for source in sources}
    if len(folders) > 1 or not all(".tsv" in source.suffixes for source in sources):
        raise typer.BadParameter("several files can only be IMDb's tables, in one folder", param_hint="SOURCE")
    return folders.pop()


def _check_kind(source: Path, format: str) -> None:
    from aggregator.films.sources import read_films

    if format not in FORMATS:
        raise typer.BadParameter(f"use {', '.join(FORMATS)}", param_hint="--format")
    try:
        kind = read_films(source, {}, lambda _step, _rows: None).kind
    except (OSError, EOFError, ValueError) as error:
        raise Stop(Exit.CATALOG, f"{source}: {getattr(error, 'strerror', None) or error}") from None
    if kind not in FORMATS[format]:
        raise Stop(Exit.CATALOG, f"{source} is {kind}, not {' or '.join(FORMATS[format])}")


def _build(source: Path, target: Path, licence: str | None) -> Built:
    """Build with a line of progress."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from aggregator.cli.show import console
    from aggregator.films import build_catalog

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    out = console(stderr=True)
    with Progress(*columns, console=out, transient=True, disable=not out.is_terminal) as progress:
        line = progress.add_task(f"reading {source.name}", total=None)

        def tell(step: str, rows: int) -> None:
            progress.update(line, description=f"{step}: {rows:,}")

        return build_catalog(source, target, licence=licence, progress=tell)


def _retry(target: Path) -> Retried | None:
    """Look again at stored reviews whose film is not clear or not known to a catalogue; None: nothing is stored."""
    from aggregator.cli.database import chosen, writing
    from aggregator.cli.show import console
    from aggregator.films import open_catalog
    from aggregator.ingest.retry import retry
    from aggregator.store import StoreMissing, open_store

    try:
        open_store(chosen(), read_only=True).close()
    except StoreMissing:
        return None
    status: Any = console(stderr=True).status("looking again at stored reviews")
    with status, open_catalog(target) as opened, writing() as store:
        return retry(store, catalog=opened, provisional=True)
