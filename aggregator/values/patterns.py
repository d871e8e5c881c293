"""Regular expressions that are compiled when they are first needed, so that the import stays cheap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

_PIECES = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.S)
"""A pattern's source, taken apart: escapes, classes, and all other characters."""
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class Pattern:
    """A regular expression that compiles on first use; it answers to the methods of `re.Pattern` named here."""

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[str]]
    split: Callable[..., list[str | Any]]
    sub: Callable[..., str]

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.source, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        if _starts_text(self.source, self.flags):
            self.search = compiled.match  # `re` would try every place of the text
        return getattr(self, name)


class Patterns:
    """Rows of patterns that are tried on one text; a single search goes first, for most texts hold none of them."""

    def __init__(self, sources: Iterable[str], flags: int = 0) -> None:
        self.rows = [Pattern(source, flags) for source in sources]
        self.flags = flags

    @cached_property
    def gates(self) -> list[Pattern]:
        """What stands for all rows: one for all that begin with a word, one for all that begin the text, the others."""
        parts = [part for row in self.rows for part in _alternatives(row.source)]
        words = [part[2:] for part in parts if part.startswith(r"\b")]
        begins = [part for part in parts if part.startswith("^")]
        others = [part for part in parts if not part.startswith((r"\b", "^"))]
        shared = [rf"\b(?:{'|'.join(words)})"] if words else []  # `re` looks for the beginning of a word once for all
        return [Pattern(source, self.flags) for source in (*shared, "|".join(begins), *others) if source]

    def found(self, text: str) -> list[int]:
        """The numbers of the rows that a text holds."""
        if not any(gate.search(text) for gate in self.gates):
            return []
        return [number for number, row in enumerate(self.rows) if row.search(text)]


def _starts_text(source: str, flags: int) -> bool:
    """Whether a pattern can match at the beginning of a text only: all its alternatives open with ^."""
    return (
        source.startswith("^")
        and not flags & (re.MULTILINE | re.VERBOSE)
        and all(part.startswith("^") for part in _alternatives(source))
    )


def _alternatives(source: str) -> list[str]:
    """The alternatives that a pattern has outside all groups and classes."""
    parts = [""]
    depth = 0
    for piece in _PIECES.findall(source):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def any_of(words: Iterable[str]) -> str:
    """An alternation of literal words, the longest first."""
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))
