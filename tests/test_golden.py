"""Every HTML page of fixtures/ against its expected JSON: value and source of each field, and what was left out.

A page without an expected file gets a draft marked `"seen": false`; it fails until someone has read the page,
corrected the draft and set `"seen": true`.
"""

from __future__ import annotations

import importlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from aggregator.parse import parse_page
from aggregator.records import Page, Parsed, Review
from aggregator.site import Site

ROOT = Path(__file__).parents[1]
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


@dataclass(frozen=True)
class Golden:
    """One saved page: where it stands, the URL that it had, and the site file that reads it."""

    file: Path
    url: str
    site: str | None

    @property
    def expected(self) -> Path:
        return self.file.with_suffix(".json")

    def parse(self) -> Parsed:
        page = Page(url=self.url, html=self.file.read_bytes(), charset="utf-8")
        return parse_page(page, site_class(self.site))


def site_class(name: str | None) -> type[Site]:
    """The class of a site file, found as Scrapy finds it; the bare Site for a blog never seen."""
    if name is None:
        return Site
    module = importlib.import_module(f"spiders.{name}")
    return next(value for value in vars(module).values() if getattr(value, "name", None) == name)


def pages() -> list[Golden]:
    """The HTML pages of all folders with a blog.json."""
    found = []
    for index in sorted((ROOT / "fixtures").glob("*/*/blog.json")):
        blog = json.loads(index.read_text(encoding="utf-8"))
        site = blog["name"] if index.parents[1].name == "sites" else None
        for path, reply in blog["pages"].items():
            if reply["file"].endswith(".html"):
                found.append(Golden(index.parent / reply["file"], blog["home"] + path, site))
    return found


def observed(parsed: Parsed) -> dict[str, Any]:
    """What a page gave, in the form of the expected files."""
    return {
        "reviews": [review_as_json(review) for review in parsed.reviews],
        "left_out": [{"url": post.url, "label": post.label} for post in parsed.left_out],
    }


def review_as_json(review: Review) -> dict[str, Any]:
    data = review.as_dict()
    row: dict[str, Any] = {"url": data["url"], "complete": data["complete"], "disputed": list(review.disputed)}
    for name in FIELDS:
        sources = sorted({proof["source"] for proof in data["provenance"].get(name, [])})
        row[name] = {"value": data[name], "source": "+".join(sources) or None}
    return row


def flatten(value: Any, path: str = "") -> dict[str, Any]:
    """A tree of dictionaries and lists of dictionaries as path to leaf."""
    if isinstance(value, dict):
        return {k: v for key, child in value.items() for k, v in flatten(child, f"{path}.{key}".lstrip(".")).items()}
    if isinstance(value, list) and any(isinstance(child, dict) for child in value):
        return {k: v for i, child in enumerate(value) for k, v in flatten(child, f"{path}[{i}]").items()}
    return {path: value}


def difference(expected: dict[str, Any], got: dict[str, Any]) -> list[str]:
    """One line for each field that differs."""
    left, right = flatten(expected), flatten(got)
    lines = []
    for key in sorted(left.keys() | right.keys()):
        if left.get(key) != right.get(key):
            lines.append(f"{key}\n    expected {left.get(key)!r}\n    got      {right.get(key)!r}")
    return lines


@pytest.mark.parametrize("golden", pages(), ids=lambda g: f"{g.file.parent.name}/{g.file.name}")
def test_page_gives_what_is_expected(golden: Golden) -> None:
    parsed = golden.parse()
    assert not parsed.issues, parsed.issues[0].traceback
    got = observed(parsed)
    if not golden.expected.exists():
        draft = {"url": golden.url, "seen": False, **got}
        golden.expected.write_text(json.dumps(draft, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        pytest.fail(f"a draft was written: {golden.expected}; read the page, correct it, and set seen to true")
    expected = json.loads(golden.expected.read_text(encoding="utf-8"))
    assert expected.pop("seen"), f"nobody has looked at {golden.expected} yet"
    assert expected.pop("url") == golden.url
    lines = difference(expected, got)
    assert not lines, f"{golden.file.parent.name}/{golden.file.name} at {golden.url}\n" + "\n".join(lines)


def test_unseen_designs_are_the_larger_group() -> None:
    unseen = {golden.file.parent for golden in pages() if golden.site is None}
    named = {golden.file.parent for golden in pages() if golden.site is not None}
    assert len(unseen) >= 12
    assert len(unseen) > len(named)


def test_every_file_of_a_blog_is_listed() -> None:
    for index in sorted((ROOT / "fixtures").glob("*/*/blog.json")):
        listed = {reply["file"] for reply in json.loads(index.read_text(encoding="utf-8"))["pages"].values()}
        expected = {Path(name).with_suffix(".json").name for name in listed if name.endswith(".html")}
        there = {path.name for path in index.parent.iterdir()}
        assert there <= listed | expected | {"blog.json"}, f"{index.parent}: files that no URL names"
