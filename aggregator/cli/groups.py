"""Groups of commands whose first may go unnamed: `aggregator films her` is `aggregator films list her`."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

UNNAMED = "list"
"""The command that is meant where none is named."""


class ListFirst(TyperGroup):
    """A group that takes words and options which name no command for those of `list`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `list` before arguments that begin with no command's name."""
        named = bool(args) and (args[0] in self.commands or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if named else [UNNAMED, *args])


def group(help: str) -> typer.Typer:
    """An empty group whose `list` may go unnamed."""
    return typer.Typer(cls=ListFirst, help=f"{help} The word {UNNAMED} may be left out.", rich_markup_mode=None)
