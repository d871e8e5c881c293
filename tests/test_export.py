"""Exports: the keys of the contract, cells that no spreadsheet runs, a file or nothing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from aggregator import export
from aggregator.store import Store
from store_samples import blog, rated, review, take_in


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_reviews_as_json_lines_are_the_contract_s(store: Store, tmp_path: Path) -> None:
    take_in(store, *blog())
    target = tmp_path / "reviews.jsonl"
    assert export.export(store, "reviews", "jsonl", target) == 8
    rows = lines(target)
    for row, one in zip(rows, blog(), strict=True):
        wanted = one.as_dict()
        assert {name: row[name] for name in wanted} == wanted
        assert row["story_id"]
        assert row["film_id"]
    assert rows[5]["story_id"] == rows[6]["story_id"]
    assert rows[6]["copy_of"] == rows[5]["id"]


def test_films(store: Store, tmp_path: Path) -> None:
    take_in(store, *blog())
    export.export(store, "films", "jsonl", tmp_path / "films.jsonl")
    rows = {(row["title"], row["year"]): row for row in lines(tmp_path / "films.jsonl")}
    assert set(rows) == {("Her", 2013), ("Suspiria", 1977), ("Suspiria", 2018), ("The Lake", None), ("A Coat", None)}
    assert (rows["Her", 2013]["voices"], rows["Her", 2013]["scored"], rows["Her", 2013]["mean"]) == (3, 2, 80.0)
    assert rows["The Lake", None]["voices"] == 1


@pytest.mark.parametrize("kind", export.KINDS)
@pytest.mark.parametrize("format", export.FORMATS)
def test_every_kind_in_every_format(any_store: Store, tmp_path: Path, kind: str, format: str) -> None:
    take_in(any_store, *blog())
    assert export.export(any_store, kind, format, tmp_path / "out") > 0
    assert (tmp_path / "out").stat().st_size > 0


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1 of 5", "@SUM(A1)", "\t=1", " =1", "\n=cmd|' /C calc'!A0"])
def test_a_formula_is_only_text(store: Store, tmp_path: Path, text: str) -> None:
    take_in(store, review("https://a.example/x/", f"{text} film", author=text, rating=rated(text, 1, 5)))
    export.export(store, "reviews", "csv", tmp_path / "out.csv")
    (row,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8")))
    assert row["author"] == row["rating_raw"] == f"'{text}"
    assert row["film_title"].startswith("'")
    assert row["rating_value"] == "1.0"


def test_csv_columns_do_not_depend_on_the_first_row(store: Store, tmp_path: Path) -> None:
    take_in(store, review("https://a.example/x/"), review("https://b.example/x/", rating=rated("1/5", 1, 5)))
    export.export(store, "reviews", "csv", tmp_path / "out.csv")
    first, second = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text()))
    assert (first["rating_score"], second["rating_score"]) == ("", "20.0")


def test_what_cannot_be_exported(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="reviews, films"):
        export.export(store, "actors", "csv", tmp_path / "out")
    with pytest.raises(ValueError, match="jsonl, csv"):
        export.export(store, "films", "xlsx", tmp_path / "out")
    assert list(tmp_path.glob("out*")) == []


def test_a_file_that_fails_leaves_the_old_one(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "films.jsonl"
    target.write_text("old\n")

    def broken(_: Store) -> object:
        yield {"title": "Her"}
        raise OSError("no space left on device")

    monkeypatch.setitem(export.KINDS, "films", broken)
    with pytest.raises(OSError, match="no space"):
        export.export(store, "films", "jsonl", target)
    assert target.read_text() == "old\n"
    assert [path.name for path in tmp_path.iterdir() if "films" in path.name] == ["films.jsonl"]
