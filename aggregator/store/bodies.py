"""The body of an archived answer as a page: transfer and content encodings undone, within bounds."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import brotli
import zstandard

LARGEST = 16 * 1024 * 1024
"""Bytes of a body, decoded; the crawl takes no more from the web either."""
BROKEN = (zlib.error, brotli.error, zstandard.ZstdError)
"""What decoders raise of a body that is not encoded as it says."""


class BadBody(ValueError):
    """A body that cannot be decoded, or is too large; the message is one clear clause."""


def decoded(body: bytes, transfer: str, content: str) -> bytes:
    """A body without its encodings, which are named as in the HTTP headers; raises BadBody.

    A body that is not encoded as its header says, as many archives keep it, is taken as it is where it looks like a
    page.
    """
    if "chunked" in transfer.lower():
        body = dechunked(body)
    for name in reversed([part.strip().lower() for part in content.split(",")]):
        if name in ("", "identity"):
            continue
        if body[:64].lstrip()[:1] == b"<":
            return body
        decode = CODINGS.get(name)
        if decode is None:
            raise BadBody(f"nobody knows its content encoding {name[:20]!r}")
        try:
            body = decode(body)
        except BROKEN:
            raise BadBody(f"its content encoding {name} is broken") from None
        if len(body) > LARGEST:
            raise BadBody(f"its body inflates to more than {LARGEST} bytes")
    return body


def dechunked(body: bytes) -> bytes:
    """The chunks of a body as one; a body that is not chunked after all is left as it is."""
    parts: list[bytes] = []
    place = 0
    while place < len(body):
        line_end = body.find(b"\r\n", place, place + 100)
        try:
            length = int(body[place:line_end].partition(b";")[0], 16) if line_end > 0 else -1
        except ValueError:
            length = -1
        if length < 0:
            return b"".join(parts) if parts else body
        if length == 0:
            break
        parts.append(body[line_end + 2 : line_end + 2 + length])
        place = line_end + 2 + length + 2
    return b"".join(parts)


def _gunzip(body: bytes) -> bytes:
    return zlib.decompressobj(31).decompress(body, LARGEST + 1)


def _inflate(body: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(body, LARGEST + 1)
    except zlib.error:
        return zlib.decompressobj(-15).decompress(body, LARGEST + 1)


def _unbrotli(body: bytes) -> bytes:
    inflater = brotli.Decompressor()
    out: bytes = inflater.process(body, output_buffer_limit=LARGEST + 1)
    while len(out) <= LARGEST and not inflater.can_accept_more_data():
        out += inflater.process(b"", output_buffer_limit=LARGEST + 1 - len(out))
    return out


def _unzstd(body: bytes) -> bytes:
    with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(body) as reader:
        return reader.read(LARGEST + 1)


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
