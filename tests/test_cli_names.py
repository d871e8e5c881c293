"""Names that nothing answers to, databases that are not there, lists in which nothing stands: what a command says."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import OperationalError

from aggregator.cli.exits import Exit
from cli_calls import Done, one_line

if TYPE_CHECKING:
    from conftest import Demo


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("film", "Hre"), "no film is called 'Hre': did you mean Her?"),
        (("reviews", "--film", "gravty"), "did you mean Gravity?"),
        (("film", "Zardoz"), "no film is called 'Zardoz': aggregator films lists all"),
        (("reviews", "--site", "flixchater"), "nothing is stored of a blog 'flixchater': did you mean flixchatter?"),
        (("reviews", "--author", "Rosalin Tan"), "no review by 'Rosalin Tan' is stored: did you mean Rosalind Tan?"),
        (("runs", "--site", "fimmo"), "did you mean fimo?"),
        (("runs", "left-out", "--site", "nowhere"), "aggregator sites lists all"),
        (("runs", "passed-over", "--site", "nowhere"), "aggregator sites lists all"),
        (("runs", "quarantine", "--site", "nowhere"), "aggregator sites lists all"),
        (("reparse", "fimmo"), "did you mean fimo?"),
        (("forget", "--site", "fimmo", "--yes"), "did you mean fimo?"),
        (("forget", "--author", "Rosalin Tan", "--yes"), "did you mean Rosalind Tan?"),
    ],
)
def test_a_name_that_nothing_answers_to(
    run: Callable[..., Done], demo: Demo, arguments: tuple[str, ...], said: str
) -> None:
    done = run("--database", demo.database, *arguments)
    assert done.code == Exit.NOT_FOUND
    assert said in one_line(done)


@pytest.mark.parametrize(
    "arguments",
    [
        ("runs", "health"),
        ("films", "link", "1", "2"),
        ("films", "merge", "1", "2"),
        ("forget", "--site", "fimo", "--yes"),
        ("archive", "prune", "--older-than", "9d"),
        ("reparse", "--all"),
        ("scores", "--policy", "school"),
        ("db", "rebuild-stats"),
    ],
)
def test_where_there_is_no_database_none_is_made(
    run: Callable[..., Done], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    database = tmp_path / "none.sqlite"
    done = run("--database", database, *arguments)
    assert done.code == Exit.DATABASE
    assert "crawl a blog first" in one_line(done)
    assert not database.exists()


def test_the_named_sites_need_no_database(run: Callable[..., Done], tmp_path: Path) -> None:
    done = run("--database", tmp_path / "none.sqlite", "sites")
    assert (done.code, "flixchatter" in done.out) == (0, True)
    assert not (tmp_path / "none.sqlite").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("reviews",), "no such review is stored"),
        (("runs",), "nothing has run yet"),
        (("runs", "left-out"), "no such post was left out"),
        (("runs", "passed-over"), "no such URL was passed over"),
        (("runs", "quarantine"), "no page is in quarantine"),
        (("archive",), "no page is kept yet"),
    ],
)
def test_a_list_in_which_nothing_stands_says_so(
    run: Callable[..., Done], tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert run("--database", tmp_path / "empty.sqlite", "db", "upgrade").code == 0
    done = run("--database", tmp_path / "empty.sqlite", *arguments)
    assert (done.code, done.out.splitlines()[0]) == (0, said)


def test_the_state_of_a_database_as_json(run: Callable[..., Done], demo: Demo) -> None:
    found = json.loads(run("--database", demo.database, "db", "status", "--json").out)
    assert (found["blogs"], found["quarantined"]) == (5, 0)
    assert f"{found['reviews']} reviews of 5 blogs" in run("--database", demo.database, "db", "status").out


@pytest.mark.parametrize("target", ["http:/blog.example", "ftp://blog.example/", "mailto:ann@blog.example", "http://"])
def test_what_is_no_url_is_not_taken_for_a_host(run: Callable[..., Done], tmp_path: Path, target: str) -> None:
    done = run("--database", tmp_path / "a.sqlite", "crawl", target)
    assert done.code == Exit.UNKNOWN_SITE
    assert f"{target!r} is no http or https URL" in one_line(done)


def test_what_was_taken_down_is_not_passed_over_in_silence(capsys: pytest.CaptureFixture[str]) -> None:
    from aggregator.cli.crawling import show_reports
    from aggregator.crawl.run import RunReport

    report = RunReport("https://a.example/", "a.example", "good", causes={"post/passed-over/taken-down": 1})
    show_reports([report])
    assert "a.example: 1 post not asked for: taken down with `aggregator forget`" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from aggregator.store import StoreError
    from aggregator.store.engine import plain_errors

    (tmp_path / "a.sqlite").touch()
    monkeypatch.setattr(os, "access", lambda *_: False)
    why = sqlite3.OperationalError("unable to open database file")
    with pytest.raises(StoreError, match="copy the file"), plain_errors(f"sqlite:///{tmp_path / 'a.sqlite'}"):
        raise OperationalError("", {}, why)
