"""The README names every command, exit code, setting, knob, key and layer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from aggregator.cli import app
from aggregator.cli.exits import MEANINGS, Exit
from aggregator.cli.groups import UNNAMED
from aggregator.records import Review
from aggregator.site import KNOBS
from test_layers import LAYERS, PACKAGE

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    """The full names of all commands: "db upgrade", "film"."""
    found: list[str] = []

    def walk(command: object, path: str) -> None:
        below = getattr(command, "commands", None)
        if below is None:
            found.append(path.removesuffix(f" {UNNAMED}"))
        for name, child in (below or {}).items():
            walk(child, f"{path} {name}".strip())

    walk(typer.main.get_command(app), "")
    return found


def table(heading: str) -> dict[str, list[str]]:
    """First column to the other cells of the table under a heading."""
    section = README.split(f"{heading}\n", 1)[1].split("\n#", 1)[0]
    rows = re.findall(r"^\|(.+)\|$", section, re.M)
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)] for row in rows]
    return {row[0].strip("`"): row[1:] for row in cells[2:]}


@pytest.mark.parametrize("command", commands())
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"`aggregator {command}" in README


def test_no_command_of_the_readme_is_missing() -> None:
    known = {name.split()[0] for name in commands()}
    named = set(re.findall(r"aggregator ([a-z-]+)", README))
    assert named <= known


def test_exit_codes() -> None:
    assert {int(code): row[0] for code, row in table("### Exit codes").items()} == {
        int(code): MEANINGS[code] for code in Exit
    }


def test_settings() -> None:
    names = set(re.findall(r"AGGREGATOR_[A-Z_]+", (PACKAGE / "settings.py").read_text(encoding="utf-8")))
    assert names == set(table("## Settings"))


def test_knobs() -> None:
    assert set(table("## A site file")) == set(KNOBS)


def test_keys_of_a_review() -> None:
    assert set(table("## What a review holds")) == set(Review(url="https://a.example/", site="a").as_dict())


def test_layers() -> None:
    rows = {int(row): set(re.findall(r"`(\w+)`", cells[0])) for row, cells in table("## How it works").items()}
    assert rows == {row: set(parts) for row, parts in enumerate(LAYERS, 1)}


def test_files_that_the_readme_names_exist() -> None:
    for name in re.findall(r"`((?:aggregator|spiders|tests|fixtures|benchmarks|\.ci)/[\w./]*)`", README):
        if not re.search(r"[A-Z]{4}", name):  # NAME and HOST stand for any
            assert (ROOT / name).exists(), name


def test_pictures_of_the_readme_are_there_and_small() -> None:
    pictures = [ROOT / name for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)]
    assert len(pictures) == 2
    for picture in pictures:
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert picture.stat().st_size < 300_000
