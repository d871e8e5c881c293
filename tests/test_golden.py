"""Every HTML page of fixtures/ against its expected JSON: value and source of each field, and what was left out.

A page without an expected file gets a draft marked `"seen": false`; it fails until someone has read the page,
corrected the draft and set `"seen": true`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aggregator.dev.expected import FIXTURES, SavedPage, faults, saved_pages, write_draft

PAGES = list(saved_pages())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.file.parent.name}/{page.file.name}")
def test_page_gives_what_is_expected(page: SavedPage) -> None:
    parsed = page.parse()
    assert not parsed.issues, parsed.issues[0].traceback
    if not page.expected.exists():
        write_draft(page, parsed)
        pytest.fail(f"a draft was written: {page.expected}; read the page, correct it, and set seen to true")
    wrong = faults(page, parsed)
    assert not wrong, f"{page.file.parent.name}/{page.file.name} at {page.url}\n" + "\n".join(wrong)


def test_unseen_designs_are_the_larger_group() -> None:
    unseen = {page.file.parent for page in PAGES if page.site is None}
    named = {page.file.parent for page in PAGES if page.site is not None}
    assert len(unseen) >= 12
    assert len(unseen) > len(named)


def test_every_file_of_a_blog_is_listed() -> None:
    for index in sorted(FIXTURES.glob("*/*/blog.json")):
        listed = {reply["file"] for reply in json.loads(index.read_text(encoding="utf-8"))["pages"].values()}
        expected = {Path(name).with_suffix(".json").name for name in listed if name.endswith(".html")}
        there = {path.name for path in index.parent.iterdir()}
        assert there <= listed | expected | {"blog.json"}, f"{index.parent}: files that no URL names"
