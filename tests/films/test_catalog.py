"""The catalogue file: built from every kind of source, opened in a moment, and never half a file."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aggregator.films import Catalog, CatalogError, build_catalog, open_catalog, resolve_film
from aggregator.films.keyed import keyed
from aggregator.films.lines import LONGEST_LINE
from aggregator.records import Film

ROWS = [
    {
        "id_scheme": "imdb",
        "id": "tt01",
        "title": "Night Bus",
        "aka": ["Der Nachtbus", "Le bus de nuit"],
        "year": 2012,
        "directors": ["Ann Driver"],
        "cast": ["Bea Rider", "Cy Conductor"],
        "xids": {"tmdb": "77"},
    },
    {"id_scheme": "imdb", "id": "tt02", "title": "Night Bus: The Depot", "year": 2015, "directors": ["Ann Driver"]},
    {"ids": {"imdb": "tt03"}, "title": "Sea of Sand", "year": None},
]


def write_lines(path: Path, rows: list[object]) -> Path:
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows) + "\n"
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    build_catalog(write_lines(tmp_path / "films.jsonl", [*ROWS]), tmp_path / "films.db")
    return open_catalog(tmp_path / "films.db")


def titles(films: list[Film]) -> list[str]:
    return [film.title for film in films]


def test_every_way_of_searching(catalog: Catalog) -> None:
    assert titles(catalog.by_key("night bus")) == ["Night Bus"]
    assert titles(catalog.by_key("nachtbus")) == ["Night Bus"]
    assert titles(catalog.by_start("night bus")) == ["Night Bus: The Depot"]
    assert titles(catalog.by_end("depot")) == ["Night Bus: The Depot"]
    assert titles(catalog.near("nihgt bus")) == ["Night Bus"]
    assert titles(catalog.by_director("ann driver")) == ["Night Bus", "Night Bus: The Depot"]
    assert titles(catalog.by_id("tmdb", "77")) == ["Night Bus"]
    assert catalog.by_key("'; DROP TABLE film; --") == []


def test_a_film_comes_back_whole(catalog: Catalog) -> None:
    (film,) = catalog.by_id("imdb", "tt01")
    assert film == keyed(
        Film(
            "Night Bus",
            2012,
            {"imdb": "tt01", "tmdb": "77"},
            ("Ann Driver",),
            ("Bea Rider", "Cy Conductor"),
            ("Der Nachtbus", "Le bus de nuit"),
        )
    )
    assert catalog.credits(Film("Elsewhere", ids={"tmdb": "77"})) == (("Ann Driver",), ("Bea Rider", "Cy Conductor"))
    assert catalog.credits(Film("Night Bus", 2012)) == (("Ann Driver",), ("Bea Rider", "Cy Conductor"))
    assert catalog.credits(Film("Unheard Of", 2012)) == ((), ())


def test_what_is_known_of_the_file(tmp_path: Path) -> None:
    source = write_lines(tmp_path / "films.jsonl.gz", [*ROWS, "{broken", {"name": "no title"}, {"title": 7}, []])
    steps: list[tuple[str, int]] = []
    built = build_catalog(
        source, tmp_path / "films.db", licence="ours", progress=lambda step, rows: steps.append((step, rows))
    )
    assert (built.films, built.kind, built.skipped) == (3, "JSON Lines", {"not a film": 4})
    with open_catalog(tmp_path / "films.db") as catalog:
        assert len(catalog) == 3
        assert catalog.meta["licence"] == "ours"
        assert catalog.meta["source"] == "films.jsonl.gz"
        assert catalog.meta["skipped"] == "not a film: 4"
        assert catalog.meta["built"].startswith("20")
    assert ("films", 3) in steps


def test_headlines_resolve_against_the_file(catalog: Catalog) -> None:
    assert titles(resolve_film("Kritik: Der Nachtbus", catalog=catalog)) == ["Night Bus"]
    assert titles(resolve_film("Review: Ann Driver's The Depot (2015)", catalog=catalog)) == ["Night Bus: The Depot"]


def damaged(path: Path, kind: str) -> Path:
    data = bytearray(path.read_bytes())
    bad = path.with_name(kind)
    if kind == "cut":
        data = data[: len(data) // 2]
    elif kind == "empty":
        data.clear()
    elif kind == "version":
        data[60:64] = (99).to_bytes(4, "big")
    elif kind == "other":
        data[68:72] = bytes(4)
    elif kind == "text":
        data[:] = b"not a catalogue at all\n" * 50
    elif kind == "garbage":
        data[100:] = os.urandom(len(data) - 100)
    bad.write_bytes(data)
    return bad


@pytest.mark.parametrize("kind", ["cut", "empty", "version", "other", "text", "garbage", "missing", "folder"])
def test_a_file_that_is_no_catalogue_gives_one_line(tmp_path: Path, catalog: Catalog, kind: str) -> None:
    bad = tmp_path / kind
    if kind == "folder":
        bad.mkdir()
    elif kind != "missing":
        bad = damaged(catalog.path, kind)
    with pytest.raises(CatalogError) as caught:
        open_catalog(bad).by_key("night bus")
    assert str(bad) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_long_lines_and_nuls_are_survived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LONGEST_LINE >= 10_000_000
    monkeypatch.setattr("aggregator.films.lines.read_lines.__defaults__", (1000,), raising=False)
    long = json.dumps({"title": "Too Long", "aka": ["x" * 5000]})
    source = tmp_path / "films.jsonl"
    source.write_bytes(
        b"\n".join([json.dumps(ROWS[0]).encode(), long.encode(), b'{"title": "N\0ul Film"}', b"\0\0", b""])
    )
    built = build_catalog(source, tmp_path / "films.db")
    assert built.skipped == {"line too long": 1}
    with open_catalog(tmp_path / "films.db") as catalog:
        assert titles(catalog.by_key("nul film")) == ["Nul Film"]


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"hello\n", b'{"name": "x"}\n', gzip.compress(b'{"title": "x"}\n' * 500, mtime=0)[:-9]]
)
def test_a_source_without_films_leaves_the_earlier_catalogue(tmp_path: Path, catalog: Catalog, data: bytes) -> None:
    source = tmp_path / "bad"
    source.write_bytes(data)
    before = catalog.path.read_bytes()
    with pytest.raises(CatalogError) as caught:
        build_catalog(source, catalog.path)
    assert "\n" not in str(caught.value)
    assert catalog.path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("*.part")) == []


def test_a_missing_source_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="nowhere"):
        build_catalog(tmp_path / "nowhere", tmp_path / "films.db")


def test_a_killed_build_leaves_the_earlier_catalogue(tmp_path: Path, catalog: Catalog) -> None:
    fifo = tmp_path / "endless.jsonl"
    write_lines(fifo, [{"title": f"Film {n}"} for n in range(400_000)])
    code = f"from aggregator.films import build_catalog; build_catalog({str(fifo)!r}, {str(catalog.path)!r})"
    process = subprocess.Popen([sys.executable, "-c", code])
    try:
        deadline = time.monotonic() + 30
        while not list(tmp_path.glob("films.db.*.part")) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert list(tmp_path.glob("films.db.*.part"))
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    with open_catalog(catalog.path) as after:
        assert len(after) == 3
    build_catalog(write_lines(tmp_path / "new.jsonl", ROWS[:1]), catalog.path)
    assert list(tmp_path.glob("*.part")) == []
    with open_catalog(catalog.path) as after:
        assert len(after) == 1


def test_an_open_catalogue_outlives_its_replacement(tmp_path: Path, catalog: Catalog) -> None:
    build_catalog(write_lines(tmp_path / "new.jsonl", ROWS[2:]), catalog.path)
    assert titles(catalog.by_key("night bus")) == ["Night Bus"]
    with open_catalog(catalog.path) as after:
        assert after.by_key("night bus") == []
