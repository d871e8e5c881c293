"""The check of a site over saved pages."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import spiders
from aggregator import settings
from aggregator.cli import crawling
from aggregator.cli.exits import Exit, Stop
from aggregator.cli.sites import site_names, usable_sites
from aggregator.dev import check as checking
from aggregator.dev.check import check
from aggregator.dev.expected import SavedPage, difference, site_class, write_draft
from aggregator.site import Site
from cli_calls import Done, one_line

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
    assert (found.useless, found.unfound) == (["language", "skip", "select['author']"], ["author"])
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


def test_no_page_is_read_with_knobs_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch, saved: SavedPage) -> None:
    for knobs in ({"skip": "["}, {"scale": "five"}, {"select": "red"}, {"author": 5}):
        found = checked(monkeypatch, saved, site(**knobs))
        assert (found.pages, found.useless) == (0, [])


def test_a_hook_that_raises_is_shown_with_its_place(monkeypatch: pytest.MonkeyPatch, saved: SavedPage) -> None:
    def refine(self: Site, review: object, post: object) -> object:  # noqa: ARG001
        raise KeyError("a mark")

    (problem,) = checked(monkeypatch, saved, site(refine=refine)).problems
    assert "salt.html" in problem and "KeyError: 'a mark'" in problem


GOOD = """from aggregator.crawl.spider import BlogSpider


class Odd(BlogSpider):
    name = "odd"
    home = "https://odd.example/"
"""


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (GOOD + "    skip 3\n", "spiders/odd.py, line 7: invalid syntax"),
        (GOOD + "    author = ann\n", "spiders/odd.py, line 7: NameError: name 'ann' is not defined"),
        (GOOD.replace('"odd"', '"even"'), "spiders/odd.py has no class with name = 'odd'"),
    ],
)
def test_a_site_file_that_cannot_be_loaded_is_named(
    run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: str, said: str
) -> None:
    (tmp_path / "spiders").mkdir()
    (tmp_path / "spiders" / "odd.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(spiders, "__path__", [*spiders.__path__, str(tmp_path / "spiders")])
    monkeypatch.setattr(settings, "CONTACT", "https://example.org/about-our-crawler")
    crawled: list[str] = []
    monkeypatch.setattr(crawling, "run", lambda targets, **_: crawled.extend(targets) or [])
    for command, code in (
        (("check", "odd"), Exit.CHECK_FAILED),
        (("sites",), Exit.OK),
        (("crawl", "--all"), Exit.CHECK_FAILED),
        (("runs", "health"), Exit.RUN_BROKEN),
        (("reparse", "--all"), Exit.CHECK_FAILED),
    ):
        monkeypatch.delitem(sys.modules, "spiders.odd", raising=False)
        usable_sites.cache_clear()
        done = run("--database", tmp_path / "a.sqlite", *command)
        assert done.code == code
        assert said in done.error.splitlines()[0]
    usable_sites.cache_clear()
    assert "fimo" in crawled and "odd" not in crawled


def test_a_blog_whose_site_file_cannot_be_loaded_is_not_crawled_without_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "odd.py").write_text("1 +", encoding="utf-8")
    monkeypatch.setattr(spiders, "__path__", [*spiders.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "spiders.odd", raising=False)
    usable_sites.cache_clear()
    with pytest.raises(Stop, match="invalid syntax"):
        crawling.run(["odd"], verbose=False)
    with pytest.raises(Stop, match="invalid syntax"):
        crawling.run(["odd=https://odd.example/"], verbose=False)
    usable_sites.cache_clear()


def test_commands(run, fixtures: Path) -> None:  # type: ignore[no-untyped-def]
    page = fixtures / "sites/flixchatter/flixchatter-review-gravity.html"
    done = run("try", page, "--site", "flixchatter", "--set", "skip=flixchatter")
    assert done.code == 0
    assert "site file: skip" in done.out and "was" in done.out
    assert run("try", page, "--set", "colour=red").code == Exit.USAGE
    assert run("try", page, "--set", "select=red").code == Exit.USAGE
    for turn in ("scale=five", "skip=[", "select.rating=.p[[", "select.mood=.p", "expect.rating=most", "language=x y"):
        done = run("try", page, "--set", turn)
        assert done.code == Exit.USAGE and f"--set: {turn[:4]}" in done.error
    assert run("try", page, "--set", "expect.rating=0.9").code == 0
    assert run("new-site", "https://odd.example/", "--name", "Odd One").code == Exit.USAGE
    done = run("new-site", "flixchatter.net")
    assert done.code == Exit.CANNOT_WRITE and "the home of flixchatter already" in one_line(done)
    assert run("check", "flixchater").code == Exit.UNKNOWN_SITE
    assert run("new-site", "http://127.0.0.1:9/").code == Exit.CANNOT_FETCH
