"""What a site file may not do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from aggregator.dev.rules import broken_rules
from aggregator.site import Site

GOOD = '''"""The blog Quiet Reels."""

from aggregator.crawl.spider import BlogSpider


class QuietReels(BlogSpider):
    name = "quiet_reels"
    home = "https://quietreels.example/"
'''


def broken(tmp_path: Path, source: str, **knobs: Any) -> list[str]:
    file = tmp_path / "quiet_reels.py"
    file.write_text(source, encoding="utf-8")
    plain = {"name": "quiet_reels", "home": "https://quietreels.example/"}
    return broken_rules(file, type("QuietReels", (Site,), plain | knobs))


def test_a_good_file(tmp_path: Path) -> None:
    assert broken(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (GOOD.replace('"""The blog Quiet Reels."""', ""), "which blog it is"),
        (GOOD + "    color = 3\n", "no knob 'color'"),
        (GOOD + "    def parse(self, response):\n        return []\n", "only hook is refine"),
        (GOOD + "    for letter in 'ab':\n        pass\n", "neither a knob nor refine"),
        (GOOD + "\n\nclass Other(BlogSpider):\n    name = 'other'\n", "one class and no other"),
        ("import requests\n" + GOOD, "imports requests"),
        (GOOD + "\n" * 40, "lines"),
    ],
)
def test_what_the_source_may_not_do(tmp_path: Path, source: str, words: str) -> None:
    assert any(words in line for line in broken(tmp_path, source))


@pytest.mark.parametrize(
    ("knob", "value"),
    [
        ("name", "other"),
        ("home", "quietreels.example"),
        ("language", "English"),
        ("listing", "rss"),
        ("posts", "(unclosed"),
        ("skip", "["),
        ("select", {"stars": ".stars"}),
        ("scale", "five"),
        ("scale", "1-ten"),
        ("author", 5),
        ("archive", 7),
        ("platform", "blogspotty"),
        ("select", ".stars"),
        ("select", {"rating": ".p[["}),
        ("select", {"rating": ("//b[", ".stars")}),
        ("select", {"rating": ""}),
        ("expect", {"rating": "most"}),
        ("refine", lambda self, review: review),  # noqa: ARG005
        ("every", "daily"),
        ("expect", {"rating": 90}),
    ],
)
def test_values_that_cannot_be_used(tmp_path: Path, knob: str, value: Any) -> None:
    (line,) = broken(tmp_path, GOOD, **{knob: value})
    assert knob in line


def test_values_that_can(tmp_path: Path) -> None:
    assert broken(tmp_path, GOOD, scale="percent", platform="nikola", author="Ann Ash", archive="/all/") == []
    knobs = {"language": "de", "posts": r"/\d{4}/", "scale": "letters", "every": "6h", "expect": {"rating": 0.9}}
    assert broken(tmp_path, GOOD, **knobs, select={"rating": (".stars", "//b/text()")}, listing="feed") == []
