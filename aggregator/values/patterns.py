"""Regular expressions that are compiled when they are first needed, so that the import stays cheap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

_PIECES = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.S)
"""A pattern's source, taken apart: escapes, classes, and all other characters."""
HEAD = 3
"""Letters of a word by which the rows are known that may begin with it."""
SIZES = range(1, HEAD + 1)
_LETTERS = re.compile(f"[a-z0-9]{{0,{HEAD}}}")
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
    """Rows of patterns that are tried on one text, of each the alternatives that may begin as a word of it does."""

    def __init__(self, rows: Iterable[str]) -> None:
        self.rows = list(rows)

    @cached_property
    def by_head(self) -> dict[str, list[tuple[int, Pattern]]]:
        """The first letters of a word -> alternatives that may begin with it, with the numbers of their rows.

        Those that may begin otherwise are under no letter.
        """
        found: dict[str, list[tuple[int, Pattern]]] = {}
        for number, row in enumerate(self.rows):
            for part in alternatives(row):
                pattern = Pattern(part)
                for head in _heads(part):
                    found.setdefault(head, []).append((number, pattern))
        return found

    def found(self, text: str) -> list[int]:
        """The numbers of the rows that a folded text holds."""
        by_head = self.by_head
        found = {number for number, pattern in by_head.get("", ()) if pattern.search(text)}
        at = 0
        for word in text.split(" "):
            for head in {word[:size] for size in SIZES} & by_head.keys():
                found.update([number for number, pattern in by_head[head] if pattern.match(text, at)])
            at += len(word) + 1
        return sorted(found)


def rows_by_letter(rows: Iterable[tuple[str, str]], ending: str = "") -> dict[str, Pattern]:
    """First letter -> what of some named rows may begin with it and be a whole text, each row as a group of its name.

    `ending` may follow any of them. What may begin otherwise is under every letter, and alone under none.
    """
    parts = [
        (name, part, {head[:1] for head in first_letters(part)}) for name, row in rows for part in alternatives(row)
    ]
    found: dict[str, Pattern] = {}
    for letter in {"", *(letter for _, _, letters in parts for letter in letters)}:
        groups: dict[str, list[str]] = {}
        for name, part, letters in parts:
            if "" in letters or letter in letters:
                groups.setdefault(name, []).append(part)
        found[letter] = Pattern(
            "|".join(rf"(?P<{name}>(?:{'|'.join(group)}){ending}\Z)" for name, group in groups.items())
        )
    return found


def _starts_text(source: str, flags: int) -> bool:
    """Whether a pattern can match at the beginning of a text only: all its alternatives open with ^."""
    return (
        source.startswith("^")
        and not flags & (re.MULTILINE | re.VERBOSE)
        and all(part.startswith("^") for part in alternatives(source))
    )


def alternatives(source: str) -> list[str]:
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


def _heads(part: str) -> set[str]:
    """The first letters of the words that an alternative may begin with, one of them empty where it may otherwise."""
    begun = part.removeprefix("^").removeprefix(r"\b")
    return first_letters(begun) if begun != part else {""}


def first_letters(part: str) -> set[str]:
    """The first letters of what an alternative matches, one of them empty where it may begin otherwise."""
    if not part.startswith("(?:"):
        letters = part[: _LETTERS.match(part).end()]  # type: ignore[union-attr]
        return {letters[:-1] if part.startswith(("?", "*", "{"), len(letters)) else letters}
    inside = _inside(part)
    heads = {head for inner in alternatives(inside[3:]) for head in first_letters(inner)}
    behind = part[len(inside) + 1 :]
    if not behind.startswith(("?", "*", "{0,")):
        return heads
    return heads | first_letters(behind.partition("}")[2] if behind.startswith("{") else behind[1:])


def _inside(source: str) -> str:
    """The group that a pattern opens with, without its closing bracket."""
    length = depth = 0
    for piece in _PIECES.findall(source):
        depth += (piece == "(") - (piece == ")")
        if not depth:
            break
        length += len(piece)
    return source[:length]


def any_of(words: Iterable[str]) -> str:
    """An alternation of literal words, the longest first."""
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))
