"""What a site file must keep to: one class, known knobs that can be used, few lines."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from aggregator.parse import FIELDS
from aggregator.site import KNOBS, Site

LONGEST = 30
"""Lines of a site file."""
IMPORTS = frozenset({"aggregator.crawl.spider", "re", "bs4"})
LISTINGS = ("api", "feed", "sitemap", "archive")


def _compiles(pattern: Any) -> bool:
    try:
        re.compile(pattern)
    except (re.error, TypeError):
        return False
    return True


USABLE: dict[str, tuple[Callable[[Any], bool], str]] = {
    "home": (lambda value: value.startswith(("http://", "https://")), "an http or https URL"),
    "language": (lambda value: bool(re.fullmatch(r"[a-z]{2}", value)), "a code such as en"),
    "listing": (lambda value: value in LISTINGS, f"one of {', '.join(LISTINGS)}"),
    "posts": (_compiles, "a regular expression"),
    "skip": (_compiles, "a regular expression"),
    "select": (lambda value: set(value) <= set(FIELDS), f"of {', '.join(FIELDS)}"),
    "scale": (lambda value: bool(re.fullmatch(r"\d+-\d+|letters", value)), "such as 0-5, or letters"),
    "every": (lambda value: bool(re.fullmatch(r"\d{1,4}[mhd]", value)), "a number with m, h or d"),
    "expect": (
        lambda value: set(value) <= set(FIELDS) and all(0 <= share <= 1 for share in value.values()),
        "fields and shares of 0 to 1",
    ),
}
"""Knob to what its value must be, where it is turned."""


def broken_rules(file: Path, site: type[Site]) -> list[str]:
    """What a site file does against the rules, a line each; empty where it keeps them all."""
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    return [*_form(file, source, tree), *_knobs(file, tree, site)]


def _form(file: Path, source: str, tree: ast.Module) -> Iterator[str]:
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    if others := imported - IMPORTS:
        yield f"it imports {', '.join(sorted(others))}; {', '.join(sorted(IMPORTS))} are all that a site file may"
    if (lines := len(source.splitlines())) > LONGEST:
        yield f"it has {lines} lines, {LONGEST} are enough"
    if not ast.get_docstring(tree):
        yield "its first line does not say in one sentence which blog it is"
    if sum(isinstance(node, ast.ClassDef) for node in tree.body) != 1:
        yield f"{file.name} holds one class and no other"


def _knobs(file: Path, tree: ast.Module, site: type[Site]) -> Iterator[str]:
    if site.name != file.stem:
        yield f"its name is {site.name!r}, its file's {file.stem!r}"
    for node in (node for each in tree.body if isinstance(each, ast.ClassDef) for node in each.body):
        if isinstance(node, ast.Assign):
            unknown = [target.id for target in node.targets if isinstance(target, ast.Name) and target.id not in KNOBS]
            yield from (f"there is no knob {name!r}: they are {', '.join(KNOBS)}" for name in unknown)
        elif isinstance(node, ast.FunctionDef) and node.name != "refine":
            yield f"its only hook is refine, not {node.name}"
        elif not isinstance(node, (ast.FunctionDef, ast.Expr)):
            yield f"line {node.lineno} is neither a knob nor refine"
    for name, (is_usable, what) in USABLE.items():
        value = getattr(site, name)
        if value != getattr(Site, name) and not is_usable(value):
            yield f"{name} is {value!r}, not {what}"
