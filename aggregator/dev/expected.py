"""Saved pages and what they must give, as files side by side: value and source of each field, and what was left out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from aggregator.parse import parse_page
from aggregator.records import Page, Parsed, Review
from aggregator.site import Site

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "fixtures"
FIELDS = (
    "headline",
    "film_title",
    "film_year",
    "author",
    "published",
    "language",
    "rating",
    "cast",
    "directors",
    "verdict",
)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One saved page: where it stands, the URL that it had, and the site file that reads it."""

    file: Path
    url: str
    site: str | None

    @property
    def expected(self) -> Path:
        """The file that says what the page must give."""
        return self.file.with_suffix(".json")

    def parse(self, site: type[Site] | None = None) -> Parsed:
        """What the page gives, read with its site file or with another."""
        page = Page(url=self.url, html=self.file.read_bytes(), charset="utf-8")
        return parse_page(page, site or site_class(self.site))


def site_class(name: str | None) -> type[Site]:
    """The class of a site file, found as Scrapy finds it; the bare Site for a blog never seen."""
    if name is None:
        return Site
    found = vars(import_module(f"spiders.{name}")).values()
    return next(value for value in found if isinstance(value, type) and vars(value).get("name") == name)


def saved_pages(pattern: str = "*/*") -> Iterator[SavedPage]:
    """The HTML pages of the folders of fixtures/ that match the pattern and have a blog.json."""
    for index in sorted(FIXTURES.glob(f"{pattern}/blog.json")):
        blog = json.loads(index.read_text(encoding="utf-8"))
        site = blog["name"] if index.parents[1].name == "sites" else None
        for path, reply in blog["pages"].items():
            if reply["file"].endswith(".html"):
                yield SavedPage(index.parent / reply["file"], blog["home"] + path, site)


def observed(parsed: Parsed) -> dict[str, Any]:
    """What a page gave, in the form of the expected files."""
    return {
        "reviews": [_review_as_json(review) for review in parsed.reviews],
        "left_out": [{"url": post.url, "label": post.label} for post in parsed.left_out],
    }


def _review_as_json(review: Review) -> dict[str, Any]:
    data = review.as_dict()
    row: dict[str, Any] = {"url": data["url"], "complete": data["complete"], "disputed": list(review.disputed)}
    for name in FIELDS:
        sources = sorted({proof["source"] for proof in data["provenance"].get(name, [])})
        row[name] = {"value": data[name], "source": "+".join(sources) or None}
    return row


def write_draft(saved: SavedPage, parsed: Parsed) -> None:
    """Write what a page gave as what it must give, for someone to look at: `"seen": false` until then."""
    draft = {"url": saved.url, "seen": False, **observed(parsed)}
    saved.expected.write_text(json.dumps(draft, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def faults(saved: SavedPage, parsed: Parsed) -> list[str]:
    """What is wrong with what a page gave, a line or two for each field that differs; empty where all is well."""
    expected = json.loads(saved.expected.read_text(encoding="utf-8"))
    if not expected.pop("seen"):
        return [f"nobody has looked at {saved.expected} yet: correct it, and set seen to true"]
    url = expected.pop("url")
    wrong = [] if url == saved.url else [f"url\n    expected {url!r}\n    got      {saved.url!r}"]
    return wrong + [issue.traceback for issue in parsed.issues] + difference(expected, observed(parsed))


def difference(expected: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """One entry for each field that differs."""
    left, right = _flat(expected), _flat(got)
    return [
        f"{key}\n    expected {left.get(key)!r}\n    got      {right.get(key)!r}"
        for key in sorted(left.keys() | right.keys())
        if left.get(key) != right.get(key)
    ]


def _flat(value: Any, path: str = "") -> dict[str, Any]:
    """A tree of dictionaries and lists of dictionaries as path to leaf."""
    if isinstance(value, dict):
        return {k: v for key, child in value.items() for k, v in _flat(child, f"{path}.{key}".lstrip(".")).items()}
    if isinstance(value, list) and any(isinstance(child, dict) for child in value):
        return {k: v for i, child in enumerate(value) for k, v in _flat(child, f"{path}[{i}]").items()}
    return {path: value}
