"""Site files are data: one class, known knobs, few lines, and a fixture each."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

import pytest
import scrapy

from aggregator.crawl.spider import BlogSpider
from aggregator.site import KNOBS, Site

ROOT = Path(__file__).parents[1]
FILES = sorted(path for path in (ROOT / "spiders").glob("*.py") if path.stem != "__init__")
SITES = [path for path in FILES if path.stem != "any"]
IMPORTS = {"aggregator.crawl.spider", "re", "bs4"}
LONGEST = 30
MOST_HOOKS = 0.1
"""The share of sites that may need `refine`: more of them and a knob is missing, or a finder."""
FIELDS = {"headline", "film_title", "film_year", "author", "published", "rating", "cast", "directors", "verdict"}
SPIDERS_OWN = {"start", "parse", "close", "closed", "log", "logger", "settings", "crawler", "state", "start_urls",
               "allowed_domains", "custom_settings", "handles_request", "update_settings", "from_crawler"}  # fmt: skip


def spider_of(path: Path) -> type[BlogSpider]:
    """The one class of a site file."""
    module = importlib.import_module(f"spiders.{path.stem}")
    (found,) = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, BlogSpider) and value.__module__ == module.__name__
    ]
    return found


def names(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", FILES, ids=names)
def test_file_and_site_have_one_name(path: Path) -> None:
    assert spider_of(path).name == path.stem


@pytest.mark.parametrize("path", FILES, ids=names)
def test_a_site_file_is_short_and_imports_nothing_else(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert imported <= IMPORTS
    assert len(source.splitlines()) <= LONGEST
    assert ast.get_docstring(tree)


@pytest.mark.parametrize("path", FILES, ids=names)
def test_a_site_file_sets_known_knobs_and_nothing_else(path: Path) -> None:
    (cls,) = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef)]
    turned = {target.id for node in cls.body if isinstance(node, ast.Assign) for target in node.targets}  # type: ignore[attr-defined]
    hooks = {node.name for node in cls.body if isinstance(node, ast.FunctionDef)}
    docstrings = [node for node in cls.body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    assert turned <= set(KNOBS)
    assert hooks <= {"refine"}
    assert len(cls.body) == len(turned) + len(hooks) + len(docstrings)


@pytest.mark.parametrize("path", SITES, ids=names)
def test_the_knobs_can_be_used(path: Path) -> None:
    site = spider_of(path)
    assert site.home.startswith(("http://", "https://"))
    assert site.listing in (None, "api", "feed", "sitemap", "archive")
    assert site.language is None or re.fullmatch(r"[a-z]{2}", site.language)
    assert re.fullmatch(r"\d+[mhd]", site.every)
    assert set(site.select) <= FIELDS and set(site.expect) <= FIELDS
    assert all(0 <= share <= 1 for share in site.expect.values())
    for pattern in (site.posts, site.skip):
        assert pattern is None or re.compile(pattern)
    assert site.scale is None or site.scale == "letters" or re.fullmatch(r"\d+-\d+", site.scale)


@pytest.mark.parametrize("path", SITES, ids=names)
def test_a_site_has_a_fixture(path: Path) -> None:
    folder = ROOT / "fixtures" / "sites" / path.stem
    assert list(folder.glob("*.html")) and list(folder.glob("*.json"))


def test_hooks_are_rare() -> None:
    users = [path.stem for path in SITES if "refine" in vars(spider_of(path))]
    assert len(users) <= max(1, MOST_HOOKS * len(SITES)), users


def test_knobs_do_not_shadow_what_scrapy_calls() -> None:
    taken = {name for name in dir(scrapy.Spider) if not name.startswith("__")} - {"name"}
    own = {name for name in vars(Site) if not name.startswith("_")}
    assert not own & (taken | SPIDERS_OWN)
