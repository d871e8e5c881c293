"""What a site file must keep to: one class, known knobs that can be used, few lines."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from lxml.etree import XPath, XPathSyntaxError
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from aggregator.extract.platforms import PLATFORMS
from aggregator.extract.selectors import PSEUDO
from aggregator.parse import FIELDS
from aggregator.scoring import parse_scale
from aggregator.site import KNOBS, Site

LONGEST = 30
"""Lines of a site file."""
IMPORTS = frozenset({"aggregator.crawl.spider", "re", "bs4"})
LISTINGS = ("api", "feed", "sitemap", "archive")
NAMES = tuple(row.name for row in PLATFORMS)
XPATHS = ("/", "./", "(")
"""How an XPath begins."""
HOOK = ["self", "review", "post"]
"""What `refine` takes."""


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _is_scale(text: str) -> bool:
    try:
        parse_scale(text)
    except ValueError:
        return False
    return True


def _finds(choice: Any) -> bool:
    """Whether it is a CSS selector or XPath."""
    if not isinstance(choice, str):
        return False
    try:
        if choice.startswith(XPATHS):
            XPath(choice)
        else:
            LexborHTMLParser("").css(PSEUDO.sub("", choice))
    except (XPathSyntaxError, SelectolaxError):
        return False
    return bool(choice.strip())


def _selects(value: Mapping[str, Any]) -> bool:
    return set(value) <= set(FIELDS) and all(map(_finds, chain.from_iterable(map(_each, value.values()))))


def _each(choices: Any) -> tuple[Any, ...]:
    return choices if isinstance(choices, tuple) else (choices,)


def _expects(value: Mapping[str, Any]) -> bool:
    shares = value.values()
    return set(value) <= set(FIELDS) and all(isinstance(one, (int, float)) and 0 <= one <= 1 for one in shares)


USABLE: dict[str, tuple[type, Callable[[Any], bool], str]] = {
    "home": (str, lambda value: value.startswith(("http://", "https://")), "an http or https URL"),
    "language": (str, lambda value: bool(re.fullmatch(r"[a-z]{2}", value)), "a code such as en"),
    "author": (str, bool, "a name"),
    "platform": (str, lambda value: value in NAMES, f"one of {', '.join(NAMES)}"),
    "listing": (str, lambda value: value in LISTINGS, f"one of {', '.join(LISTINGS)}"),
    "archive": (str, bool, "a URL, or a path on the blog's host"),
    "posts": (str, _compiles, "a regular expression"),
    "skip": (str, _compiles, "a regular expression"),
    "select": (Mapping, _selects, f"a CSS selector or XPath for each of {', '.join(FIELDS)}"),
    "scale": (str, _is_scale, "such as 0-5, 1-10, letters or percent"),
    "every": (str, lambda value: bool(re.fullmatch(r"\d{1,4}[mhd]", value)), "a number with m, h or d"),
    "expect": (Mapping, _expects, f"a share of 0 to 1 for each of {', '.join(FIELDS)}"),
}
"""Knob to the type and what else its value must be, where it is turned."""


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
    yield from unusable(site)


def unusable(site: type[Site]) -> Iterator[str]:
    """Knobs with a value that no page can be read with, a line each."""
    for name, (kind, is_usable, what) in USABLE.items():
        value = getattr(site, name)
        if value != getattr(Site, name) and not (isinstance(value, kind) and is_usable(value)):
            yield f"{name} is {value!r}, not {what}"
    if list(inspect.signature(site.refine).parameters) != HOOK:
        yield f"refine takes {', '.join(HOOK)}"
