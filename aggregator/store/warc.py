"""Records of WARC 1.1 (ISO 28500:2017) as bytes: what a page answered, what was made of it, that it is as it was."""

from __future__ import annotations

import base64
import hashlib
import uuid
from collections.abc import Iterable, Sequence

from aggregator import __version__

Headers = Iterable[tuple[str, str]]

DROPPED = frozenset(("content-length", "transfer-encoding", "content-encoding", "set-cookie", "connection"))
"""Headers of the answer that do not hold for the body as it is kept (decoded and whole), or are nobody's business."""
IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
REASONS = {200: "OK", 203: "Non-Authoritative Information", 304: "Not Modified", 404: "Not Found", 410: "Gone"}
BREAKS = str.maketrans("\r\n\0", "   ")


def payload_digest(body: bytes) -> str:
    """`sha1:` and the hash in base32, as all archives write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


def info_record(name: str, at: str) -> bytes:
    """The first record of a file: who wrote it."""
    fields = (
        f"software: film-review-aggregator/{__version__}\r\n"
        "format: WARC File Format 1.1\r\n"
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
        "robots: obey\r\n"
    )
    head = (("WARC-Filename", name), ("Content-Type", "application/warc-fields"))
    return _record("warcinfo", at, head, fields.encode())


def response_record(url: str, at: str, status: int, headers: Headers, body: bytes) -> bytes:
    """An answer with its headers; `body` is decoded, so its length is stated anew."""
    kept = [(name, value) for name, value in headers if name.lower() not in DROPPED]
    http = _http_head(status, [*kept, ("Content-Length", str(len(body)))])
    head = (
        ("WARC-Target-URI", url),
        ("WARC-Payload-Digest", payload_digest(body)),
        ("Content-Type", "application/http; msgtype=response"),
    )
    return _record("response", at, head, http, body)


def conversion_record(url: str, at: str, body: bytes) -> bytes:
    """A post as a page, made of what a feed or an API said of it."""
    head = (
        ("WARC-Target-URI", url),
        ("WARC-Payload-Digest", payload_digest(body)),
        ("Content-Type", "text/html; charset=utf-8"),
    )
    return _record("conversion", at, head, body)


def revisit_record(url: str, at: str, *, refers_to: Sequence[str], status: int, headers: Headers) -> bytes:
    """Word that a body is what it was; `refers_to` is id, URL, date and payload digest of the record that holds it."""
    id, first_url, first_at, digest = refers_to
    head = (
        ("WARC-Target-URI", url),
        ("WARC-Profile", NOT_MODIFIED if status == 304 else IDENTICAL),
        ("WARC-Refers-To", id),
        ("WARC-Refers-To-Target-URI", first_url),
        ("WARC-Refers-To-Date", first_at),
        ("WARC-Payload-Digest", digest),
        ("Content-Type", "application/http; msgtype=response"),
    )
    kept = [(name, value) for name, value in headers if name.lower() not in DROPPED]
    return _record("revisit", at, head, _http_head(status, kept))


def _http_head(status: int, headers: Headers) -> bytes:
    lines = [f"HTTP/1.1 {status} {REASONS.get(status, '')}".rstrip()]
    lines += [f"{_in_line(name)}: {_in_line(value)}" for name, value in headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "replace")


def _record(kind: str, at: str, head: Headers, *block: bytes) -> bytes:
    lines = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:uuid:{uuid.uuid4()}>", f"WARC-Date: {at}"]
    lines += [f"{name}: {_in_line(value)}" for name, value in head if value]
    lines.append(f"Content-Length: {sum(map(len, block))}")
    return b"".join((("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "replace"), *block, b"\r\n\r\n"))


def _in_line(text: str) -> str:
    """Text that ends no line: what a server sent as a header must not become another."""
    return text if text.isprintable() else text.translate(BREAKS)
