"""Exports: the keys of the contract, cells that no spreadsheet runs, a file or nothing."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from aggregator import export
from aggregator.export.dictionary import DICTIONARY
from aggregator.ingest import Tools, ingest_all
from aggregator.store import Store, open_store
from aggregator.store.removal import bury
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
    take_in(any_store, *blog(), review("https://a.example/x/", author="Ann"))
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
    with pytest.raises(ValueError, match="jsonl, csv, parquet"):
        export.export(store, "films", "xlsx", tmp_path / "out")
    assert list(tmp_path.glob("out*")) == []


def test_a_file_that_fails_leaves_the_old_one(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "films.jsonl"
    target.write_text("old\n")

    def broken(*_: object) -> object:
        yield {"title": "Her"}
        raise OSError("no space left on device")

    monkeypatch.setitem(export.KINDS, "films", replace(export.KINDS["films"], rows=broken))
    with pytest.raises(OSError, match="no space"):
        export.export(store, "films", "jsonl", target)
    assert target.read_text() == "old\n"
    assert [path.name for path in tmp_path.iterdir() if "films" in path.name] == ["films.jsonl"]


@pytest.mark.parametrize("kind", export.KINDS)
def test_the_dictionary_has_every_column(store: Store, tmp_path: Path, kind: str) -> None:
    take_in(store, *blog(), review("https://a.example/x/", author="Ann", rating=rated("1/5", 1, 5)))
    export.export(store, kind, "jsonl", tmp_path / "out.jsonl")
    rows = lines(tmp_path / "out.jsonl")
    columns = DICTIONARY[kind]
    assert set(rows[0]) == {
        name.split("_")[0] if name.startswith(("rating_", "verdict_")) else name for name in columns
    }
    export.export(store, kind, "csv", tmp_path / "out.csv")
    header = next(csv.reader((tmp_path / "out.csv").open(encoding="utf-8")))
    assert header == [name for name in columns if name != "provenance"]


@pytest.mark.parametrize("kind", export.KINDS)
def test_parquet_says_the_same(any_store: Store, tmp_path: Path, kind: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    take_in(any_store, *blog(), review("https://a.example/x/", author="Ann", rating=rated("1/5", 1, 5)))
    number = export.export(any_store, kind, "parquet", tmp_path / "out.parquet")
    export.export(any_store, kind, "jsonl", tmp_path / "out.jsonl")
    table = parquet.read_table(tmp_path / "out.parquet")
    rows = [export.rows.flat(row) for row in lines(tmp_path / "out.jsonl")]
    assert number == table.num_rows == len(rows)
    for row, other in zip(table.to_pylist(), rows, strict=True):
        for name, value in row.items():
            wanted = other[name]
            if DICTIONARY[kind][name].type == "json" and wanted is not None and not isinstance(wanted, str):
                wanted = json.dumps(wanted, separators=(",", ":"))
            if name == "value" and isinstance(wanted, str):
                value = value if value == wanted else json.loads(value)
            assert value == wanted, name
    assert table.schema.field(0).metadata[b"meaning"].decode() == next(iter(DICTIONARY[kind].values())).meaning


def test_only_what_changed(store: Store, tmp_path: Path) -> None:
    def changed(kind: str) -> list[dict[str, object]]:
        export.export(store, kind, "jsonl", tmp_path / "out", since="2031-01-02T00:00:00Z")
        return lines(tmp_path / "out")

    for day, one in (
        ("2031-01-01", review("https://a.example/1/", "Her")),
        ("2031-01-01", review("https://a.example/2/", "Suspiria")),
        ("2031-01-03", review("https://a.example/2/", "Suspiria", rating=rated("4/5", 4, 5))),
        ("2031-01-03", review("https://b.example/3/", "The Lake")),
    ):
        with store.write() as writer:
            writer.at = f"{day}T00:00:00Z"
            ingest_all([one], Tools(writer))
    with store.write() as writer:
        writer.at = "2031-01-04T00:00:00Z"
        bury(writer, "https://b.example/3/")
    rows = {row["url"]: row for row in changed("reviews")}
    assert set(rows) == {"https://a.example/2/", "https://b.example/3/"}
    assert rows["https://b.example/3/"]["gone_at"] == "2031-01-04T00:00:00Z"
    assert [row["title"] for row in changed("films")] == ["Suspiria"]
    assert [row["cause"] for row in changed("revisions")] == ["edited", "new", "gone"]
    assert {row["review_id"] for row in changed("claims")} == {2, 3}
    with pytest.raises(ValueError, match="not recorded when outlets changed"):
        export.export(store, "outlets", "csv", tmp_path / "out", since="2031-01-01T00:00:00Z")


def test_a_snapshot_is_whole_or_not_there(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take_in(store, *blog())
    made = export.snapshot(store, tmp_path / "shots", ("jsonl", "csv"))
    assert made.name.startswith("film-reviews-20")
    assert {path.name for path in made.iterdir()} == {
        *(f"{kind}.{format}" for kind in export.KINDS for format in ("jsonl", "csv")),
        *("DICTIONARY.md", "LICENCE.md", "snapshot.json"),
    }
    about = json.loads((made / "snapshot.json").read_text())
    for file in about["files"]:
        content = (made / file["name"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file["bytes"], file["sha256"])
    assert {file["name"]: file["rows"] for file in about["files"]}["reviews.jsonl"] == 8
    dictionary = (made / "DICTIONARY.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in dictionary for columns in DICTIONARY.values() for name in columns)
    with pytest.raises(export.SnapshotExists, match="there already"):
        export.snapshot(store, tmp_path / "shots")

    def broken(*_: object) -> object:
        raise OSError("no space left on device")

    monkeypatch.setitem(export.KINDS, "authors", replace(export.KINDS["authors"], rows=broken))
    with pytest.raises(OSError, match="no space"):
        export.snapshot(store, tmp_path / "other")
    assert list((tmp_path / "other").iterdir()) == []


def test_a_snapshot_shows_one_moment(any_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take_in(any_store, *blog())
    films = export.KINDS["films"]

    def meanwhile(store: Store, since: str | None) -> object:
        with open_store(store.engine.url.render_as_string(hide_password=False)) as other:
            take_in(other, review("https://late.example/1/", "Late"))
        return films.rows(store, since)

    monkeypatch.setitem(export.KINDS, "films", replace(films, rows=meanwhile))
    made = export.snapshot(any_store, tmp_path)
    assert "Late" not in (made / "films.jsonl").read_text()
    assert "late.example" not in (made / "outlets.jsonl").read_text()
