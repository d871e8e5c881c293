"""How commands print: JSON on standard output, tables through rich."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console


def console(*, stderr: bool = False) -> Console:
    """A console of rich's that guesses nothing: no emoji codes, no highlighting of numbers."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, emoji=False)


def print_json(data: Any) -> None:
    """Pretty JSON in UTF-8; numbers, strings, lists and dictionaries only."""
    import json

    json.dump(data, sys.stdout, ensure_ascii=False, indent=2, default=list)
    sys.stdout.write("\n")
