"""The compressed members that archive files are made of: one for each record, in zstd or gzip."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

import zstandard

ZSTD_LEVEL = 1
"""Two thirds of level 3's cost for files that are 4 % larger (benchmarks/archive.py)."""
GZIP_LEVEL = 4
PIECE = 1 << 20
"""Bytes read, or inflated, at a time."""
STORED = 65_535
"""Bytes of one stored block of deflate."""
TOMBSTONE = (
    b"WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
    b"WARC-Date: 2000-01-01T00:00:00Z\r\nContent-Length: %012d\r\n\r\n"
)
"""A record that says nothing, and stands where one was taken out."""
RECORD_END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to compress an archive."""

    suffix: str
    magic: bytes
    compress: Callable[[bytes], bytes]
    blank: Callable[[int], bytes]  # a member of just this length that holds nothing; raises ValueError where too short
    end: Callable[[BinaryIO, int], int | None]  # where the member at a place ends; None: it is cut, or there is none


@cache
def _compressor() -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(level=ZSTD_LEVEL, write_checksum=True)


def _zstd(record: bytes) -> bytes:
    return _compressor().compress(record)


def _zstd_blank(length: int) -> bytes:
    """A skippable frame: RFC 8878, 3.1.2."""
    if length < 8:
        raise ValueError("a zstd frame is longer than that")
    return struct.pack("<II", 0x184D2A50, length - 8) + bytes(length - 8)


def _zstd_end(file: BinaryIO, at: int) -> int | None:
    """Go from block to block without inflating: RFC 8878, 3.1.1."""
    file.seek(at)
    head = file.read(18)
    if len(head) < 8:
        return None
    if head[1:4] == b"\x2a\x4d\x18" and head[0] >> 4 == 5:
        return at + 8 + int.from_bytes(head[4:8], "little")
    try:
        place = at + zstandard.frame_header_size(head)
        has_checksum = zstandard.get_frame_parameters(head).has_checksum
    except zstandard.ZstdError:
        return None
    while True:
        file.seek(place)
        three = file.read(3)
        if len(three) < 3:
            return None
        block = int.from_bytes(three, "little")
        place += 3 + (1 if block >> 1 & 3 == 1 else block >> 3)
        if block & 1:
            return place + (4 if has_checksum else 0)


def _gzip(record: bytes) -> bytes:
    return zlib.compress(record, GZIP_LEVEL, wbits=31)


def _gzip_blank(length: int) -> bytes:
    """A member of stored blocks with a record that says nothing: RFC 1952, RFC 1951 3.2.4."""
    frame = 10 + 8
    head_length = len(TOMBSTONE % 0)
    blocks = max(1, -(-(length - frame) // (STORED + 5)))
    body = length - frame - 5 * blocks - head_length - len(RECORD_END)
    if body < 0:
        raise ValueError("a gzip member with a record is longer than that")
    record = TOMBSTONE % body + bytes(body) + RECORD_END
    parts = [b"\x1f\x8b\x08\0\0\0\0\0\0\xff"]
    for number in range(blocks):
        piece = record[number * STORED : (number + 1) * STORED]
        parts += [struct.pack("<BHH", number == blocks - 1, len(piece), len(piece) ^ 0xFFFF), piece]
    parts.append(struct.pack("<II", zlib.crc32(record), len(record)))
    return b"".join(parts)


def _gzip_end(file: BinaryIO, at: int) -> int | None:
    file.seek(at)
    inflater = zlib.decompressobj(31)
    while piece := file.read(PIECE):
        at += len(piece)
        try:
            while piece and not inflater.eof:
                inflater.decompress(piece, PIECE)
                piece = inflater.unconsumed_tail
        except zlib.error:
            return None
        if inflater.eof:
            return at - len(inflater.unused_data)
    return None


FORMS: dict[str, Form] = {
    "zstd": Form(".warc.zst", b"\x28\xb5\x2f\xfd", _zstd, _zstd_blank, _zstd_end),
    "gzip": Form(".warc.gz", b"\x1f\x8b\x08", _gzip, _gzip_blank, _gzip_end),
}


def form_of(name: str) -> Form | None:
    """The form of a file by its name; None where it is not compressed, or not ours."""
    return next((form for form in FORMS.values() if name.endswith(form.suffix)), None)


def whole(file: BinaryIO, form: Form) -> int:
    """Bytes from the beginning of a file that are whole members: what follows was cut by a kill."""
    size = os.fstat(file.fileno()).st_size
    at = 0
    while (end := form.end(file, at)) is not None and end <= size:
        at = end
    return at
