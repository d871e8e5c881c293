"""The archive: standard WARC that other readers read, whole after any kill, and rid of what was taken down."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import xxhash
from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator

from aggregator.store import Store, archive_upkeep, pages, removal
from aggregator.store.archive import Archive, ArchiveError, archive_directory, archive_of
from aggregator.store.frames import FORMS
from aggregator.store.warc_reader import records
from store_samples import review, take_in
from warc_samples import plain

HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("X-Odd", "a\r\nb\0c")]
BODY = "<h1>Pâté – 映画</h1>".encode() * 50


@pytest.fixture(params=sorted(FORMS))
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    """An empty archive of each format."""
    one = Archive(tmp_path / "kept", form=request.param)
    yield one
    one.close()


def keep(archive: Archive, number: int) -> str:
    """Keep a page of its own."""
    return archive.keep_response(f"https://a.example/{number}/", 200, HEADERS, BODY + str(number).encode())


def urls(archive: Archive) -> list[str]:
    """What can be read, file by file."""
    faults: list[object] = []
    found = [
        one.url
        for path in archive.files()
        for one in records(path, wanted=lambda _: True, tell=faults.append)
        if one.kind in ("response", "conversion")
    ]
    assert not faults
    return found


def test_another_reader_reads_it_with_its_digests(archive: Archive) -> None:
    place = archive.keep_response("https://a.example/ü?q=1", 200, HEADERS, BODY)
    archive.keep_conversion("https://a.example/post", BODY)
    archive.keep_revisit("https://a.example/ü?q=1", place, 304, [("ETag", '"x"')])
    archive.keep_revisit("https://a.example/ü?q=1", place, 200, [])
    archive.close()
    (path,) = archive.files()
    found = []
    for one in ArchiveIterator(plain(path), check_digests="raise"):
        head = one.rec_headers
        found.append((one.rec_type, head.get_header("WARC-Target-URI"), one.content_stream().read()))
        assert one.rec_headers.protocol == "WARC/1.1"
        assert head.get_header("WARC-Date").endswith("Z")
    kinds = ["warcinfo", "response", "conversion", "revisit", "revisit"]
    assert [kind for kind, _, _ in found] == kinds
    assert [body for _, _, body in found[1:]] == [BODY, BODY, b"", b""]
    fast = list(FastIterator(BytesIO(path.read_bytes()), parse_http=True))
    assert len(fast) == 5


def test_the_answer_is_kept_as_it_is_read(archive: Archive) -> None:
    place = archive.keep_response("https://a.example/", 200, HEADERS, BODY)
    archive.keep_revisit("https://a.example/", place, 304, [])
    (path,) = archive.files()
    response, revisit = [one for one in ArchiveIterator(plain(path)) if one.rec_type != "warcinfo"]
    http = response.http_headers
    assert (http.get_statuscode(), http.get_header("Content-Length")) == ("200", str(len(BODY)))
    assert http.get_header("Content-Encoding") is None  # the body is decoded
    assert http.get_header("X-Odd") == "a  b c"
    first, again = response.rec_headers, revisit.rec_headers
    assert again.get_header("WARC-Refers-To") == first.get_header("WARC-Record-ID")
    assert again.get_header("WARC-Refers-To-Target-URI") == "https://a.example/"
    assert again.get_header("WARC-Refers-To-Date") == first.get_header("WARC-Date")
    assert again.get_header("WARC-Payload-Digest") == first.get_header("WARC-Payload-Digest")
    assert again.get_header("WARC-Profile").endswith("server-not-modified")
    back = archive.read(place)
    assert back is not None
    assert (back.url, back.status, back.body) == ("https://a.example/", 200, BODY)


@pytest.mark.parametrize("place", ["", "x", "x:", ":5", "none.warc.zst:0", "../../etc/passwd:0", "a:-1", "a:1e3"])
def test_places_that_lead_nowhere(place: str, archive: Archive) -> None:
    keep(archive, 1)
    assert archive.read(place) is None
    assert archive.keep_revisit("https://a.example/", place, 304, []) is None


def test_files_turn_over_by_size_and_each_writer_has_its_own(tmp_path: Path) -> None:
    first, second = Archive(tmp_path, largest=3_000), Archive(tmp_path, largest=3_000)
    for number in range(40):
        keep(first if number % 2 else second, number)
    files = first.files()
    assert len(files) > 2
    assert all(path.stat().st_size < 3_000 + 1_500 for path in files)
    assert sorted(urls(first)) == sorted(f"https://a.example/{number}/" for number in range(40))
    assert all(next(iter(ArchiveIterator(plain(path)))).rec_type == "warcinfo" for path in files)
    last = first._name
    first.close()
    third = Archive(tmp_path, largest=10_000)
    keep(third, 99)
    assert third._name == last  # what another has given back is filled first


def test_what_was_cut_is_cut_off_and_the_rest_stands(archive: Archive) -> None:
    for number in range(3):
        keep(archive, number)
    archive.close()
    (path,) = archive.files()
    whole = path.read_bytes()
    last = int(keep(archive, 3).rpartition(":")[2])
    archive.close()
    full = path.read_bytes()
    assert full[:last] == whole
    for size in range(last, len(full), 11):
        path.write_bytes(full[:size])
        keep(archive, 4)
        archive.close()
        assert urls(archive) == [f"https://a.example/{number}/" for number in (0, 1, 2, 4)]
        assert len(archive.files()) == 1


WRITE = """
import sys
from pathlib import Path
from aggregator.store.archive import Archive
archive, number = Archive(Path(sys.argv[1]), form=sys.argv[2], largest=200_000), 0
while True:
    number += 1
    body = bytes(str(number), "ascii") * 5000
    print(archive.keep_response(f"https://a.example/{number}/", 200, [], body), flush=True)
"""


def test_a_kill_loses_no_record_that_was_reported(archive: Archive) -> None:
    form = next(name for name, one in FORMS.items() if one is archive.form)
    for seconds in (0.0, 0.03, 0.1):
        command = [sys.executable, "-c", WRITE, str(archive.directory), form]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            places = [process.stdout.readline().strip()]
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
            places += [line.strip() for line in process.stdout if line.endswith("\n")]
        for number, place in enumerate(places, 1):
            found = archive.read(place)
            assert found is not None
            assert found.url == f"https://a.example/{number}/"
        keep(archive, 0)
        archive.close()
        urls(archive)


def test_a_full_disk_leaves_whole_records(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(archive, 1)
    (path,) = archive.files()
    before = path.read_bytes()
    write, calls = os.pwrite, []

    def half(file: int, data: bytes, offset: int) -> int:
        calls.append(offset)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        return write(file, data[: len(data) // 2], offset)

    monkeypatch.setattr(os, "pwrite", half)
    with pytest.raises(ArchiveError, match="No space left on device"):
        keep(archive, 2)
    monkeypatch.undo()
    assert path.read_bytes() == before
    keep(archive, 3)
    assert urls(archive) == ["https://a.example/1/", "https://a.example/3/"]


def test_a_record_taken_out_leaves_the_others_where_they_are(archive: Archive) -> None:
    places = [keep(archive, number) for number in range(4)]
    places.append(archive.keep_response("https://a.example/big", 200, [], os.urandom(300_000)))
    places.append(keep(archive, 5))
    (path,) = archive.files()
    size = path.stat().st_size
    for place in (places[1], places[4]):
        archive.blank(path, int(place.rpartition(":")[2]))
    assert path.stat().st_size == size
    assert urls(archive) == [f"https://a.example/{number}/" for number in (0, 2, 3, 5)]
    assert [archive.read(place) is None or archive.read(place).kind for place in places] == [  # type: ignore[union-attr]
        "response",
        *(["metadata"] if path.suffix == ".gz" else [True]),
        "response",
        "response",
        *(["metadata"] if path.suffix == ".gz" else [True]),
        "response",
    ]
    assert b"https://a.example/1/" not in plain(path).getvalue()
    assert len([one for one in ArchiveIterator(plain(path)) if one.rec_type == "response"]) == 4
    keep(archive, 6)  # while it is open for writing, too
    assert urls(archive)[-1] == "https://a.example/6/"


@pytest.mark.parametrize("length", [183, 184, 200, 65_535, 65_536 + 400, 300_000])
def test_members_of_nothing(length: int) -> None:
    for form in FORMS.values():
        blank = form.blank(max(length, 260))
        assert len(blank) == max(length, 260)
        with pytest.raises(ValueError, match="longer than that"):
            form.blank(7)


def crawled(store: Store, archive: Archive, *paths: str, body: bytes = BODY) -> dict[str, str]:
    """Pages as a crawl keeps and notes them; gives path to place."""
    found = {}
    for path in paths:
        url = f"https://a.example{path}"
        found[path] = place = archive.keep_response(url, 200, HEADERS, body + path.encode())
        digest = xxhash.xxh3_128_hexdigest(body + path.encode())
        with store.write() as writer:
            pages.save_page(writer, "a.example", pages.PageState(url, 200, body_hash=digest, archived=place))
    return found


def test_a_check_finds_what_is_wrong(store: Store, archive: Archive) -> None:
    places = crawled(store, archive, "/one/", "/two/", "/three/")
    archive.close()
    assert archive_upkeep.check(archive, store) == archive_upkeep.Check(records=4, indexed=3)
    (summary,) = archive_upkeep.contents(archive)
    assert (summary.records, summary.pages, summary.revisits) == (4, 3, 0)
    (path,) = archive.files()
    offset = int(places["/two/"].rpartition(":")[2])
    with path.open("r+b") as file:
        file.seek(offset + 60)
        file.write(b"\xff\xff\xff")
    found = archive_upkeep.check(archive, store)
    assert not found.is_sound
    assert found.indexed == 2
    assert any(f"{path.name}:{offset}" in line and "https://a.example/two/" in line for line in found.faults)
    path.unlink()
    (line,) = archive_upkeep.check(archive, store).faults
    assert "no such file, and 3 pages" in line


def test_old_records_are_pruned_and_the_index_follows(
    store: Store, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aggregator.store.archive.now", lambda: "2020-01-01T00:00:00Z")
    crawled(store, archive, "/old/", "/older/")
    monkeypatch.undo()
    crawled(store, archive, "/new/", "/newer/")
    busy = archive_upkeep.prune(archive, store, "2021-01-01T00:00:00Z")
    assert (busy.records, len(busy.busy)) == (0, 1)
    archive.close()
    done = archive_upkeep.prune(archive, store, "2021-01-01T00:00:00Z")
    assert (done.records, done.files, done.busy) == (2, 0, [])
    assert done.bytes > 0
    assert urls(archive) == ["https://a.example/new/", "https://a.example/newer/"]
    assert archive_upkeep.check(archive, store).indexed == 2
    assert archive_upkeep.check(archive, store).is_sound
    gone = pages.page_state(store, "https://a.example/old/")
    assert gone is not None
    assert gone.archived is None
    again = archive_upkeep.prune(archive, store, "2021-01-01T00:00:00Z")
    assert (again.records, again.bytes) == (0, 0)
    last = archive_upkeep.prune(archive, store, "2999-01-01T00:00:00Z")
    assert (last.records, last.files, archive.files()) == (2, 1, [])


SECRET = "xylophone-marmalade"


def everything(archive: Archive) -> bytes:
    """All that any reader could find in the files, and the files themselves."""
    return b"".join(path.read_bytes() + plain(path).getvalue() for path in archive.files())


def test_a_takedown_empties_the_archive(store: Store) -> None:
    archive = archive_of(store)
    assert archive is not None
    link = b'<a href="https://a.example/2014/her/">Her</a> '
    secret = SECRET.encode()
    crawled(store, archive, "/2014/her/", body=secret)
    crawled(store, archive, "/", "/page/2/", body=link + secret)
    archive.keep_response("https://a.example/wp-json/posts", 200, [], link.replace(b"/", b"\\/") + secret)
    archive.keep_response("https://www.a.example/2014/her/?utm_source=x", 200, [], secret)
    crawled(store, archive, "/2014/drive/", body=b"its neighbour, with a link: " + link)
    crawled(store, archive, "/page/3/", body=b"nothing of it")
    take_in(store, review("https://a.example/2014/her/"), review("https://a.example/2014/drive/", "Drive"))
    assert secret in everything(archive)
    assert removal.forget(store, url="https://a.example/2014/her/") == 1
    assert secret not in everything(archive)
    left = [url.removeprefix("https://a.example") for url in urls(archive)]
    assert left == ["/2014/drive/", "/page/3/"]
    assert archive_upkeep.check(archive, store).is_sound
    archive.close()


@pytest.mark.parametrize(("by", "left"), [({"site": "a.example"}, 1), ({"author": "Ann"}, 3)])
def test_a_takedown_of_many(store: Store, by: dict[str, str], left: int) -> None:
    archive = archive_of(store)
    assert archive is not None
    crawled(store, archive, "/ann/", "/")
    archive.keep_response("https://b.example/ann/", 200, [], BODY)
    archive.keep_response("https://a.example/wp-json/users", 200, [], BODY)
    take_in(store, review("https://a.example/ann/", author="Ann"))
    removal.forget(store, **by)  # type: ignore[arg-type]
    assert len(urls(archive)) == left
    assert "https://b.example/ann/" in urls(archive)
    archive.close()


def test_a_takedown_of_a_site_leaves_its_neighbour_on_one_host(store: Store) -> None:
    archive = archive_of(store)
    assert archive is not None
    with store.write() as writer:
        for site in ("ann", "ben"):
            url = f"https://hosted.example/{site}/her/"
            archive.keep_response(url, 200, [], BODY)
            pages.save_page(writer, site, pages.PageState(url, 200))
    archive.keep_response("https://hosted.example/", 200, [], BODY)
    removal.forget(store, site="ann")
    assert urls(archive) == ["https://hosted.example/ben/her/", "https://hosted.example/"]
    archive.close()


def test_where_pages_are_kept(tmp_path: Path) -> None:
    assert archive_directory(f"sqlite:///{tmp_path}/a.db", "") == tmp_path / "a.db.archive"
    assert archive_directory(f"{tmp_path}/a.db", "") == tmp_path / "a.db.archive"
    assert archive_directory("sqlite:///a.db", str(tmp_path)) == tmp_path
    assert archive_directory("sqlite:///a.db", "Off") is None
    assert archive_directory("sqlite://", "") is None
    assert archive_directory("postgresql://user@host/name", "") is not None
