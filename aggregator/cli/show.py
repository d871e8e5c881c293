"""How commands print: JSON on standard output, tables through rich, nothing that a page wrote as terminal codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDEST = 10_000
"""Characters of a line that goes into a file or to another program: a table's cells are not broken there."""
CONTROL = {code: " " for code in (*range(32), *range(127, 160)) if chr(code) != "\n"}


def console(*, stderr: bool = False) -> Console:
    """A console of rich's that guesses nothing: no emoji codes, no highlighting of numbers."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, emoji=False)


def print_json(data: Any) -> None:
    """Pretty JSON in UTF-8; tuples and mappings as lists and objects."""
    import json

    json.dump(data, sys.stdout, ensure_ascii=False, indent=2, default=_plain)
    sys.stdout.write("\n")


def _plain(value: Any) -> Any:
    return dict(value) if hasattr(value, "items") else list(value)


def text(value: Any, style: str = "") -> Text:
    """A value for the terminal; None is a dash, control characters are spaces."""
    from rich.text import Text

    return Text("–" if value is None or value == "" else str(value).translate(CONTROL), style=style)


def print_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    right: Sequence[str] = (),
    keep: Sequence[str] = (),
    nothing: str = "",
) -> None:
    """A table without lines; cells may be texts of rich's or any value. Columns to `keep` are not broken into lines.

    Where there is no row it says `nothing`.
    """
    from rich.table import Table
    from rich.text import Text

    if nothing and not rows:
        console().print(nothing, markup=False)
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in columns:
        table.add_column(name, justify="right" if name in right else "left", overflow="fold", no_wrap=name in keep)
    for row in rows:
        table.add_row(*(cell if isinstance(cell, Text) else text(cell) for cell in row))
    shown = console()
    if not shown.is_terminal and "COLUMNS" not in os.environ:
        shown.width = WIDEST
    shown.print(table)


def points(score: float | None) -> str | None:
    """A score of 0..100 as people read it: no decimals that say nothing."""
    return None if score is None else f"{score:.0f}" if abs(score - round(score)) < 0.05 else f"{score:.1f}"


def counted(number: int, noun: str) -> str:
    """A number of things: "1 review", "2 reviews"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
