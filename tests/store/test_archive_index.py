"""The index of an archive file: what it says is what the file holds, after kills, cuts and other damage too."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from aggregator.store import Store, archive_index, archive_upkeep, removal, warc_reader
from aggregator.store.archive import Archive, archive_of, split_place
from aggregator.store.frames import FORMS
from store_samples import review, take_in

NONE = np.empty(0, np.uint64)
BODY = b"<p>A page of some words, and of some more.</p>" * 20


@pytest.fixture(params=sorted(FORMS))
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    """An archive of each format with ten pages of each of three blogs."""
    one = Archive(tmp_path / "kept", form=request.param)
    for number in range(10):
        for host in "abc":
            one.keep_response(f"https://www.{host}.example/{number}/", 200, [], BODY + bytes([number]))
    yield one
    one.close()


def found(path: Path, *hosts: str) -> list[str]:
    """The URLs of the records that the index gives for these hosts."""
    records = (
        warc_reader.record_at(path, offset, tell=lambda _: None)
        for offset in archive_index.places(path, hosts, besides=NONE)
    )
    return [record.url for record in records if record is not None]


def of(host: str) -> list[str]:
    return [f"https://www.{host}.example/{number}/" for number in range(10)]


def test_what_is_written_is_found(archive: Archive) -> None:
    (path,) = archive.files()
    assert found(path, "b.example") == of("b")
    assert sorted(found(path, "a.example", "c.example")) == sorted(of("a") + of("c"))
    assert found(path, "d.example") == []
    but = np.array([archive_index.hashed(f"b.example/{number}") for number in range(1, 10)], np.uint64)
    assert len(archive_index.places(path, ["b.example"], besides=but)) == 1


def cut(index: Path) -> None:
    os.truncate(index, index.stat().st_size // 2 + 5)


def zeroed(index: Path) -> None:
    index.write_bytes(index.read_bytes()[:-64] + bytes(64))


def of_a_longer_file(index: Path) -> None:
    index.write_bytes(index.read_bytes() + archive_index.entry("https://x.example/", 1 << 40, (1 << 40) + 9))


@pytest.mark.parametrize("damage", [Path.unlink, cut, zeroed, of_a_longer_file])
def test_an_index_that_is_damaged_is_read_from_its_file(archive: Archive, damage: object) -> None:
    (path,) = archive.files()
    index = archive_index.index_of(path)
    whole = index.read_bytes()
    archive.close()
    damage(index)  # type: ignore[operator]
    assert found(path, "b.example") == of("b")
    archive.keep_response("https://b.example/more/", 200, [], BODY)
    assert archive.files() == [path]
    assert index.read_bytes()[: len(whole)] == whole
    assert found(path, "b.example") == [*of("b"), "https://b.example/more/"]


def test_what_a_killed_writer_left_is_cut_off_both(archive: Archive) -> None:
    (path,) = archive.files()
    archive.close()
    with path.open("ab") as file:
        file.write(FORMS["zstd" if path.suffix == ".zst" else "gzip"].compress(b"x" * 500)[:20])
    assert found(path, "c.example") == of("c")
    place = archive.keep_response("https://b.example/more/", 200, [], BODY)
    assert (split_place(place) or ("", 0))[1] in archive_index.places(path, ["b.example"], besides=NONE)


def test_it_holds_no_address(archive: Archive) -> None:
    (path,) = archive.files()
    assert b"example" not in archive_index.index_of(path).read_bytes()


def test_pruning_takes_the_index_along(archive: Archive, store: Store) -> None:
    (path,) = archive.files()
    archive.close()
    archive_upkeep.prune(archive, store, "2999-01-01T00:00:00Z")
    assert list(path.parent.iterdir()) == []


def test_a_takedown_reads_only_what_it_is_about(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = archive_of(store)
    assert archive is not None
    for number in range(50):
        for host in "abc":
            archive.keep_response(f"https://{host}.example/{number}/", 200, [], BODY)
    archive.keep_response("https://b.example/", 200, [], BODY + b'<a href="/7/">seven</a>')
    archive.close()
    take_in(store, *(review(f"https://b.example/{number}/") for number in range(50)))
    looked_at = []

    def counted(path: Path, offset: int, **how: object) -> object:
        looked_at.append(offset)
        return warc_reader.record_at(path, offset, **how)  # type: ignore[arg-type]

    def everything(*_: object, **__: object) -> object:
        raise AssertionError("it reads a whole file")

    monkeypatch.setattr(archive_upkeep, "record_at", counted)
    monkeypatch.setattr(archive_index, "records", everything)
    removal.forget(store, url="https://b.example/7/")
    assert len(set(looked_at)) == 2
    left: set[str] = set()
    for path in archive.files():
        left |= {record.url for record in warc_reader.records(path, wanted=bool, tell=looked_at.append)}
    assert "https://b.example/7/" not in left
    assert {"https://b.example/6/", "https://a.example/7/"} < left
