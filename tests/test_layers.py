"""Imports point downwards, third-party borders hold, and no file grows into a shelf."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "aggregator"

LAYERS: tuple[tuple[str, ...], ...] = (
    ("values", "settings"),
    ("scoring",),
    ("records", "site"),
    ("extract",),
    ("parse",),
    ("films", "duplicates", "compare"),
    ("store",),
    ("ingest",),
    ("crawl", "web", "export", "runs", "reparse"),
    ("cli", "dev", "demo"),
)
"""The lowest first; a part imports from lower rows and from itself."""
SAME_ROW: dict[str, frozenset[str]] = {
    "site": frozenset({"records"}),
    "crawl": frozenset({"runs"}),
    "reparse": frozenset({"crawl", "runs"}),
    "cli": frozenset({"dev", "demo"}),
}
"""What a part may take from its own row."""
BORDERS: dict[str, frozenset[str]] = {
    "scrapy": frozenset({"crawl", "dev"}),
    "twisted": frozenset({"crawl"}),
    "aiohttp": frozenset({"crawl"}),
    "sqlalchemy": frozenset({"store"}),
    "alembic": frozenset({"store"}),
    "fastwarc": frozenset({"store"}),
    "zstandard": frozenset({"store"}),
    "fastapi": frozenset({"web"}),
    "starlette": frozenset({"web"}),
    "uvicorn": frozenset({"web"}),
    "jinja2": frozenset({"web"}),
    "pydantic": frozenset({"web"}),
    "typer": frozenset({"cli"}),
    "rich": frozenset({"cli", "dev", "demo"}),
}
"""Third-party package to the parts that may import it."""
SHELVES = frozenset({"utils", "helpers", "common", "misc", "util"})
LINES = 400

FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")
"""All but the front of the package, which hands out public names of every layer."""
ROW = {part: row for row, parts in enumerate(LAYERS) for part in parts}


def part_of(path: Path) -> str:
    """The module or package of `aggregator` that a file belongs to."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


@cache
def imports(path: Path) -> tuple[tuple[int, str], ...]:
    """Line and absolute module name of each import, also of those inside functions."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: a relative import"
            module = node.module or ""
            if module == "aggregator":
                yield from ((node.lineno, f"aggregator.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, module


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_down(path: Path) -> None:
    part, wrong = part_of(path), []
    assert part in ROW, f"{part} stands in no layer: give it a row in tests/test_layers.py"
    for line, module in imports(path):
        top, _, rest = module.partition(".")
        if top == "spiders":
            wrong.append(f"{line}: {module}: the sites are found by walking, never imported")
        if top != "aggregator":
            continue
        other = rest.split(".")[0]
        if other not in ROW:
            continue  # a name of the package itself, such as __version__
        if not (ROW[other] < ROW[part] or other == part or other in SAME_ROW.get(part, ())):
            wrong.append(f"{line}: {part} imports {module}, which is not below it")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_third_party_borders(path: Path) -> None:
    part = part_of(path)
    wrong = [
        f"{line}: {module} belongs to {', '.join(sorted(BORDERS[top]))}"
        for line, module in imports(path)
        if (top := module.partition(".")[0]) in BORDERS and part not in BORDERS[top]
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", [p for p in FILES if part_of(p) == "values"], ids=lambda path: path.name)
def test_values_know_neither_html_nor_us(path: Path) -> None:
    for line, module in imports(path):
        assert module.partition(".")[0] not in {"selectolax", "bs4", "lxml", "extruct"}, f"{line}: {module}"
        assert not module.startswith("aggregator") or module.startswith("aggregator.values"), f"{line}: {module}"


@pytest.mark.parametrize(
    "path", sorted((ROOT / "spiders").glob("*.py")), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_sites_import_the_base_only(path: Path) -> None:
    ours = {module for _, module in imports(path) if module.startswith("aggregator")}
    assert ours <= {"aggregator.crawl.spider"}


@pytest.mark.parametrize(
    "path", [*FILES, *sorted((ROOT / "spiders").glob("*.py"))], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_files_stay_small_and_have_a_subject(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.stem not in SHELVES, "a shelf without a subject"
    assert text.count("\n") <= LINES, "which subject wants a file of its own?"
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "the module says in one sentence what it is"
    assert len(docstring.split("\n\n")) == 1, "a module's docstring is one sentence"
