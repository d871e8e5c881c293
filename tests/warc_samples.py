"""WARC files to test with: records as other crawlers write them, sound and broken."""

from __future__ import annotations

import gzip
import io
import uuid
from collections.abc import Iterable
from pathlib import Path

import zstandard

FIXTURES = Path(__file__).parents[1] / "fixtures"
COMPRESS = {"gzip": lambda data: gzip.compress(data, 6), "zstd": zstandard.ZstdCompressor().compress, "plain": bytes}


def record(kind: str, url: str, block: bytes, *, length: int | None = None, type_: str = "", **more: str) -> bytes:
    """One record; `length` states another length than the block has."""
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid4()}>",
        "WARC-Date": "2026-01-31T09:00:00Z",
        "WARC-Target-URI": url,
        "Content-Type": type_ or f"application/http; msgtype={kind}",
        **{name.replace("_", "-"): value for name, value in more.items()},
        "Content-Length": str(len(block) if length is None else length),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return b"WARC/1.0\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def answer(body: bytes, *, status: int = 200, type_: str = "text/html; charset=utf-8", headers: str = "") -> bytes:
    """An HTTP answer; `headers` are whole lines."""
    return f"HTTP/1.1 {status} OK\r\nContent-Type: {type_}\r\n{headers}\r\n".encode() + body


def response(url: str, body: bytes, *, length: int | None = None, **how: str) -> bytes:
    """A response record."""
    return record("response", url, answer(body, **how), length=length)  # type: ignore[arg-type]


def common_crawl(url: str, body: bytes, **how: str) -> list[bytes]:
    """The three records that Common Crawl has of one page."""
    return [
        record("request", url, b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"),
        response(url, body, **how),
        record("metadata", url, b"fetchTimeMs: 120\r\n", type_="application/warc-fields"),
    ]


def write(path: Path, records: Iterable[bytes], form: str = "gzip") -> Path:
    """A file with one member for each record."""
    path.write_bytes(b"".join(COMPRESS[form](one) for one in records))
    return path


def plain(path: Path) -> io.BytesIO:
    """An archive file as a reader without zstd needs it."""
    if path.suffix != ".zst":
        return io.BytesIO(path.read_bytes())
    reader = zstandard.ZstdDecompressor().stream_reader(path.read_bytes(), read_across_frames=True)
    return io.BytesIO(reader.read())


def fixture(name: str) -> bytes:
    """A page of the fixtures: "unseen/HOST/PAGE.html"."""
    return (FIXTURES / name).read_bytes()
