"""Site files are data: they keep the rules, and have a fixture each."""

from __future__ import annotations

from pathlib import Path

import pytest
import scrapy

from aggregator.crawl.spider import BlogSpider
from aggregator.dev.expected import site_class
from aggregator.dev.rules import broken_rules
from aggregator.site import Site

ROOT = Path(__file__).parents[1]
FILES = sorted(path for path in (ROOT / "spiders").glob("*.py") if path.stem != "__init__")
SITES = [path for path in FILES if path.stem != "any"]
MOST_HOOKS = 0.1
"""The share of sites that may need `refine`: more of them and a knob is missing, or a finder."""
SPIDERS_OWN = {"start", "parse", "close", "closed", "log", "logger", "settings", "crawler", "state", "start_urls",
               "allowed_domains", "custom_settings", "handles_request", "update_settings", "from_crawler"}  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_site_file_keeps_the_rules(path: Path) -> None:
    assert broken_rules(path, site_class(path.stem)) == []
    assert issubclass(site_class(path.stem), BlogSpider)


@pytest.mark.parametrize("path", SITES, ids=lambda path: path.stem)
def test_a_site_has_a_home_and_a_fixture(path: Path) -> None:
    assert site_class(path.stem).home
    folder = ROOT / "fixtures" / "sites" / path.stem
    assert list(folder.glob("*.html")) and list(folder.glob("*.json"))


def test_hooks_are_rare() -> None:
    users = [path.stem for path in SITES if "refine" in vars(site_class(path.stem))]
    assert len(users) <= max(1, MOST_HOOKS * len(SITES)), users


def test_knobs_do_not_shadow_what_scrapy_calls() -> None:
    taken = {name for name in dir(scrapy.Spider) if not name.startswith("__")} - {"name"}
    own = {name for name in vars(Site) if not name.startswith("_")}
    assert not own & (taken | SPIDERS_OWN)
