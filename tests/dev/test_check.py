"""The check of a site over saved pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aggregator.cli.exits import Exit
from aggregator.cli.sites import site_names
from aggregator.dev import check as checking
from aggregator.dev.check import check
from aggregator.dev.expected import SavedPage, difference, site_class, write_draft
from aggregator.site import Site

HTML = """<!DOCTYPE html><html lang="en"><head><title>Salt Road review</title></head><body><article>
<h1>Salt Road (2018) - film review</h1><p>{prose}</p><p>{prose}</p><p class="mark" data-mark="3/5">
</p></article></body></html>"""
PROSE = "The film drives slowly, the actors are superb, and the director and the script never hurry the audience. " * 8


@pytest.fixture
def saved(tmp_path: Path) -> SavedPage:
    """One saved page whose rating only a selector finds, and its draft, looked at."""
    page = SavedPage(tmp_path / "salt.html", "https://quietreels.example/salt", None)
    page.file.write_text(HTML.format(prose=PROSE), encoding="utf-8")
    return page


def checked(monkeypatch: pytest.MonkeyPatch, saved: SavedPage, site: type[Site]) -> checking.Checked:
    monkeypatch.setattr(checking, "site_class", lambda _name: site)
    monkeypatch.setattr(checking, "saved_pages", lambda _pattern: [saved])
    monkeypatch.setattr(checking, "broken_rules", lambda _file, _site: [])
    return check("quiet_reels")


def site(**knobs: object) -> type[Site]:
    return type("QuietReels", (Site,), {"name": "quiet_reels", "home": "https://quietreels.example/", **knobs})


def test_knobs_turned_in_vain_are_named(monkeypatch: pytest.MonkeyPatch, saved: SavedPage) -> None:
    turned = site(select={"rating": ".mark::attr(data-mark)", "author": ".nobody"}, language="en", skip="trailer")
    write_draft(saved, saved.parse(turned))
    found = checked(monkeypatch, saved, turned)
    assert found.useless == ["language", "skip", "select['author']"]
    assert [problem for problem in found.problems if "nobody has looked" in problem] == found.problems != []


def test_a_page_that_gives_something_else(monkeypatch: pytest.MonkeyPatch, saved: SavedPage) -> None:
    write_draft(saved, saved.parse(site(select={"rating": ".mark::attr(data-mark)"})))
    expected = json.loads(saved.expected.read_text(encoding="utf-8"))
    saved.expected.write_text(json.dumps(expected | {"seen": True}), encoding="utf-8")
    assert checked(monkeypatch, saved, site(select={"rating": ".mark::attr(data-mark)"})).problems == []
    problems = checked(monkeypatch, saved, site()).problems
    assert problems and any("rating.value" in problem for problem in problems)


def test_a_page_without_an_expected_file(monkeypatch: pytest.MonkeyPatch, saved: SavedPage) -> None:
    (problem,) = checked(monkeypatch, saved, site()).problems
    assert "nothing says what it must give" in problem


@pytest.mark.parametrize("name", site_names())
def test_the_check_reads_every_saved_page_of_a_site(name: str) -> None:
    found = check(name)
    assert found.pages >= 1 and found.reviews >= 1
    assert not [problem for problem in found.problems if problem.startswith("spiders/")]
    assert site_class(name).name == name


def test_difference_names_the_path() -> None:
    (line,) = difference({"reviews": [{"a": 1, "b": [1]}]}, {"reviews": [{"a": 2, "b": [1]}]})
    assert line == "reviews[0].a\n    expected 1\n    got      2"


def test_commands(run, fixtures: Path) -> None:  # type: ignore[no-untyped-def]
    page = fixtures / "sites/flixchatter/flixchatter-review-gravity.html"
    done = run("try", page, "--site", "flixchatter", "--set", "skip=flixchatter")
    assert done.code == 0
    assert "site file: skip" in done.out and "was" in done.out
    assert run("try", page, "--set", "colour=red").code == Exit.USAGE
    assert run("try", page, "--set", "select=red").code == Exit.USAGE
    assert run("check", "flixchater").code == Exit.UNKNOWN_SITE
    assert run("new-site", "http://127.0.0.1:9/").code == Exit.CANNOT_FETCH
