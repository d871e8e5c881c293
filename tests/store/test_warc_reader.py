"""WARC files of any origin: what is sound is read, what is not is told of in one line, and nothing is unbounded."""

from __future__ import annotations

import gzip
import random
import resource
import zlib
from pathlib import Path

import brotli
import pytest
import zstandard

from aggregator.store.bodies import LARGEST, BadBody, dechunked, decoded
from aggregator.store.warc_reader import Fault, WarcRecord, record_at, records, records_at
from warc_samples import COMPRESS, answer, record, response, write

GOOD = response("https://a.example/", b"<p>sound</p>")
LIED = response("https://b.example/", b"<p>lied about</p>" * 9, length=700)

HOSTILE: dict[str, tuple[bytes, str]] = {
    "says it is longer, and reaches into the next": (LIED, "its length of 700 bytes is wrong"),
    "says it is much longer": (response("https://b.example/", b"x" * 100, length=9_000), "it is cut"),
    "says it is 2 GB": (response("https://b.example/", b"x", length=2_000_000_000), "is too large"),
    "says it is shorter than its body": (
        response("https://b.example/", b"x" * 100, headers="Content-Length: 100\r\n", length=150),
        "of the answer's 100 bytes",
    ),
    "says it is negative": (response("https://b.example/", b"x", length=-50), "there is no HTTP answer in it"),
    "says it is beyond all numbers": (response("https://b.example/", b"x", length=10**23), "there is no HTTP answer"),
    "NULs": (b"\0" * 1000, "Invalid WARC header"),
    "a line of 5 MB": (b"WARC/1.1\r\nX: " + b"y" * 5_000_000 + b"\r\n\r\n", "Maximum header length exceeded"),
    "no HTTP": (record("response", "https://b.example/", b"\0\0\0"), "there is no HTTP answer in it"),
    "an unknown encoding": (response("https://b.example/", b"abc", headers="Content-Encoding: rot13\r\n"), "rot13"),
    "a broken encoding": (response("https://b.example/", b"abc", headers="Content-Encoding: gzip\r\n"), "is broken"),
    "a bomb within": (
        response("https://b.example/", gzip.compress(b"\0" * 40_000_000), headers="Content-Encoding: gzip\r\n"),
        f"inflates to more than {LARGEST} bytes",
    ),
}


def read(path: Path, **where: int) -> tuple[list[WarcRecord], list[Fault]]:
    """All records with their bodies, and all faults."""
    faults: list[Fault] = []
    return list(records(path, wanted=lambda _: True, tell=faults.append, **where)), faults


@pytest.mark.parametrize("form", list(COMPRESS))
@pytest.mark.parametrize("what", list(HOSTILE))
def test_a_broken_record_is_told_of_and_the_rest_is_read(what: str, form: str, tmp_path: Path) -> None:
    broken, reason = HOSTILE[what]
    found, faults = read(write(tmp_path / "a.warc", [GOOD, broken, GOOD, GOOD], form))
    assert [one.body for one in found if one.url == "https://a.example/"] == [b"<p>sound</p>"] * 3
    assert len(faults) == 1
    assert reason in faults[0].reason
    assert "\n" not in str(faults[0])
    assert not [one for one in found if one.url == "https://b.example/"]


@pytest.mark.parametrize("form", ["gzip", "zstd"])
@pytest.mark.parametrize("between", [b"\0" * 1000, b"\x1f\x8b\x08 no member", b"\x28\xb5\x2f\xfd", b"WARC/1.1\r\n"])
def test_rubbish_between_members(form: str, between: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(COMPRESS[form](GOOD) + between + COMPRESS[form](GOOD))
    found, faults = read(path)
    assert [one.body for one in found] == [b"<p>sound</p>"] * 2
    assert len(faults) == 1


@pytest.mark.parametrize("form", list(COMPRESS))
def test_a_file_cut_anywhere(form: str, tmp_path: Path) -> None:
    whole = COMPRESS[form](GOOD)
    for kept in range(0, len(whole), 7):
        path = tmp_path / "a.warc"
        path.write_bytes(whole + whole[:kept])
        found, faults = read(path)
        assert found[0].body == b"<p>sound</p>"
        assert len(found) - 1 + len(faults) <= 1
        assert all(one.body in (b"", b"<p>sound</p>"[: len(one.body)]) for one in found[1:])


def test_a_bomb_of_a_gigabyte_costs_no_memory(tmp_path: Path) -> None:
    head = record("response", "https://b.example/", answer(b""), length=1_000_000_000 + len(answer(b"")))
    squeeze = zlib.compressobj(9, wbits=31)
    bomb = squeeze.compress(head.removesuffix(b"\r\n\r\n"))
    bomb += b"".join(squeeze.compress(bytes(1_000_000)) for _ in range(1000)) + squeeze.flush()
    path = tmp_path / "a.warc.gz"
    path.write_bytes(COMPRESS["gzip"](GOOD) + bomb + COMPRESS["gzip"](GOOD))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found, faults = read(path)
    assert len(found) == 2
    assert "too large" in faults[0].reason
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 80_000  # kB


def test_one_member_for_the_whole_file_and_files_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(GOOD * 5))
    assert len(read(path)[0]) == 5
    path.write_bytes(b"")
    assert read(path) == ([], [])
    path.write_bytes(b"<html>no archive</html>" * 99)
    assert [len(part) for part in read(path)] == [0, 1]


@pytest.mark.parametrize("form", list(COMPRESS))
def test_stretches_of_a_file_hold_each_record_once(form: str, tmp_path: Path) -> None:
    urls = [f"https://a.example/{number}" for number in range(60)]
    path = write(tmp_path / "a.warc", [response(url, url.encode() * 40) for url in urls], form)
    size = path.stat().st_size
    for length in (97, 1000, size + 1):
        parts = [read(path, start=start, end=start + length)[0] for start in range(0, size, length)]
        assert [one.url for part in parts for one in part] == urls
    places = [one.offset for one in read(path)[0]]
    at = record_at(path, places[7], tell=lambda _: None)
    assert at is not None
    assert (at.url, at.body) == (urls[7], urls[7].encode() * 40)
    assert record_at(path, places[7] + 1, tell=lambda _: None) is None


SOLE: dict[str, bytes] = {
    "a page": GOOD,
    "a large page": response("https://a.example/", random.Random(5).randbytes(300_000)),
    "a page of many headers": response("https://a.example/", b"<p>" * 9_000, headers="X-A: b\r\n" * 3_000),
    "a page that is encoded": response("https://a.example/", gzip.compress(b"a"), headers="Content-Encoding: gzip\r\n"),
    "a page about archives": response("https://a.example/", b"<pre>\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\n</pre>"),
    "an empty page": response("https://a.example/", b""),
    "no answer of a server": record("conversion", "https://a.example/", b"<p>made of a feed</p>"),
    "a revisit": record("revisit", "https://a.example/", answer(b"")),
    "headers with bare line feeds": GOOD.replace(b"\r\n", b"\n"),
    "two in one member": GOOD + GOOD,
    **{what: broken for what, (broken, _) in HOSTILE.items()},
}
"""What stands at a place, alone in its member or not, sound or not."""


@pytest.mark.parametrize("form", list(COMPRESS))
@pytest.mark.parametrize("what", list(SOLE))
def test_a_record_at_its_place_is_the_one_of_a_pass(what: str, form: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc", [GOOD, SOLE[what], GOOD], form)
    place = len(COMPRESS[form](GOOD))
    found, faults = read(path)
    told: list[Fault] = []
    in_pass = next((one for one in found if one.offset == place), None)
    assert list(records_at(path, (0, place), tell=told.append)) == [found[0], in_pass]
    assert record_at(path, place, tell=lambda _: None) == in_pass
    assert {fault.reason for fault in told} <= {fault.reason for fault in faults}


def test_places_of_a_file_are_read_though_it_is_removed_meanwhile(tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc", [GOOD, GOOD], "zstd")
    some = records_at(path, (0, len(COMPRESS["zstd"](GOOD)), 9), tell=(faults := []).append)
    first = next(some)
    path.unlink()
    assert [one is not None and one.body for one in (first, *some)] == [b"<p>sound</p>", b"<p>sound</p>", False]
    assert [fault.reason for fault in faults] == ["No such file or directory"]


@pytest.mark.parametrize("form", ["gzip", "zstd"])
def test_large_records_are_found_by_their_places_and_after_trouble(form: str, tmp_path: Path) -> None:
    draw = random.Random(5)
    bodies = [draw.randbytes(400_000), draw.randbytes(90_000), draw.randbytes(2_000_000)]
    large = [response(f"https://a.example/{number}", body) for number, body in enumerate(bodies)]
    path = write(tmp_path / "a.warc", [large[0], LIED, large[1], large[2]], form)
    found, faults = read(path)
    assert [one.body for one in found] == bodies
    assert len(faults) == 1
    for one in found:
        again = record_at(path, one.offset, tell=faults.append)
        assert again is not None
        assert again.body == one.body


def test_a_page_about_warc_files_is_a_page(tmp_path: Path) -> None:
    body = b"<pre>...\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\n</pre>"
    for form in COMPRESS:
        found, faults = read(write(tmp_path / "a.warc", [response("https://a.example/", body), GOOD], form))
        assert ([one.body for one in found], faults) == ([body, b"<p>sound</p>"], [])


BODY = b"<p>" + b"a page of words " * 400
ENCODED = {
    "gzip": gzip.compress(BODY),
    "x-gzip": gzip.compress(BODY),
    "deflate": zlib.compress(BODY),
    "br": brotli.compress(BODY),
    "zstd": zstandard.compress(BODY),
    "identity": BODY,
}


@pytest.mark.parametrize("coding", list(ENCODED))
def test_content_encodings(coding: str) -> None:
    assert decoded(ENCODED[coding], "", coding) == BODY
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (ENCODED[coding][:9], ENCODED[coding][9:]))
    assert decoded(chunks + b"0\r\n\r\n", "chunked", coding) == BODY
    assert decoded(BODY, "chunked", coding) == BODY  # as many archives keep it: decoded, with the old headers


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_bombs_stop_at_the_bound(coding: str) -> None:
    squeezed = {
        "gzip": lambda data: gzip.compress(data, 1),
        "deflate": lambda data: zlib.compress(data, 1),
        "br": lambda data: brotli.compress(data, quality=1),
        "zstd": zstandard.compress,
    }[coding](bytes(LARGEST * 3))
    with pytest.raises(BadBody, match="inflates to more"):
        decoded(squeezed, "", coding)


@pytest.mark.parametrize(
    "body", [b"", b"zz", b"5\r\nab", b"ffffffffffff\r\nab", b"-5\r\nab\r\n", b"1;x=y\r\na\r\n0\r\n\r\n"]
)
def test_chunks_that_are_none(body: bytes) -> None:
    assert dechunked(body) in (body, b"ab", b"a")


def test_standard_input_of_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        read(tmp_path / "none.warc")
    faults: list[Fault] = []
    assert record_at(tmp_path / "none.warc", 0, tell=faults.append) is None
    assert len(faults) == 1
