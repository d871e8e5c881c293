"""Reading WARC files, ours and other crawlers', whatever is wrong with them: the rest is still read."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import zstandard
from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecordType
from fastwarc.warc import WarcRecord as FastRecord

from aggregator.store.bodies import LARGEST, BadBody, decoded

LONGEST_HEAD = 64 * 1024
"""Bytes of a record's headers."""
LARGEST_BLOCK = LARGEST + LONGEST_HEAD
PIECE = 1 << 20
SMALLEST_WINDOW = 4096
ZSTD_BLOCK = (1 << 17) + 64
"""Bytes of one block with all before it: zstd gives nothing of a block that is not there as a whole."""
FIELDS = 4096
"""Bytes in which the WARC headers of a record of ours stand."""
MEMBER = 1 << 15
"""Bytes in which most records stand, compressed."""
HTTP_HEAD = 8192
"""Bytes of an answer's headers that are looked at without its body."""
HEAD_END = b"\r\n\r\n"
"""What ends headers; and records."""
VERSION = b"WARC/1."
FIRST_LINE = re.compile(rb"WARC/1\.\d\r?\n")
MAGICS = (b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd")
MARKS = (*MAGICS, VERSION)
INNER = HEAD_END + VERSION
"""What stands in a block only where the block's length is wrong, or the page is about such files."""
LISTS = frozenset(("link", "x-robots-tag"))
"""Headers of which there may be several (RFC 9110, 5.3) and of which we need all."""
KINDS = {
    int(getattr(WarcRecordType, name)): name for name in ("response", "revisit", "conversion", "warcinfo", "metadata")
}


class WrongLength(ValueError):
    """A record whose length reaches into others: reading has to begin anew after it."""


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record; `body` is there only where it was asked for."""

    offset: int  # where it begins in its file
    kind: str  # response, revisit, conversion, warcinfo, metadata, other
    url: str
    at: str  # ISO 8601, UTC
    id: str
    digest: str  # of the payload, as stated
    status: int = 0  # of the answer
    content_type: str = ""  # of the answer, as stated
    headers: Mapping[str, str] = field(default_factory=dict)  # of the answer, by lower-case name
    length: int = 0  # of the body as kept
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Fault:
    """One record that could not be read, in one line."""

    file: str
    offset: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.offset}: {self.reason}"


Wanted = Callable[[WarcRecord], bool]
Tell = Callable[[Fault], None]


def records(
    path: Path, *, wanted: Wanted, tell: Tell, start: int = 0, end: int | None = None, known: bool = False
) -> Iterator[WarcRecord]:
    """The records that begin from `start` on and before `end`, in order; raises OSError where there is no such file.

    `known` says that one begins at `start` itself, which is then not looked at twice.

    Those that are `wanted` (seen without their body) come with it, decoded, the others without. A record that is cut,
    that lies about its length, that is too large or is no record at all is told of and passed over; memory is bounded
    by one body.
    """
    with path.open("rb", buffering=0) as file:
        at = start if known or start == 0 else next_record(file, start)
        pending: Fault | None = None  # told once it is known whether reading goes on at the very record that is broken
        while at is not None and (end is None or at < end):
            last, trouble, told = at - 1, None, None
            file.seek(at)
            try:
                for raw in ArchiveIterator(file, parse_http=False, max_header_len=LONGEST_HEAD):
                    if pending:
                        tell(pending)
                        pending = None
                    last = raw.stream_pos
                    if end is not None and last >= end:
                        return
                    try:
                        yield _read(file, raw, wanted)
                    except BadBody as error:
                        tell(Fault(path.name, last, str(error)))
                        told = last
            except WrongLength as error:
                tell(Fault(path.name, last, str(error)))
            except OSError as error:
                trouble = Fault(path.name, max(last, at), " ".join(str(error).split())[:200]) if told != last else None
            if trouble and last < at:
                tell(trouble)
                pending = None
            else:
                pending = trouble or pending
            at = next_record(file, max(last, at) + 1)
        if pending:
            tell(pending)


def record_at(path: Path, offset: int, *, tell: Tell, with_body: bool = True) -> WarcRecord | None:
    """The record at a place; None where there is no file, or none that can be read there."""
    return next(records_at(path, (offset,), tell=tell, with_body=with_body))


def records_at(
    path: Path, offsets: Iterable[int], *, tell: Tell, with_body: bool = True
) -> Iterator[WarcRecord | None]:
    """What `record_at` gives for each place of a file, which is opened once."""
    with ExitStack() as stack:
        members = None
        with suppress(OSError):
            members = _Members(stack.enter_context(path.open("rb", buffering=0)).fileno()) if with_body else None
        for offset in offsets:
            record = members.sole_record(offset) if members is not None else None
            try:
                yield record or _first(path, offset, tell=tell, with_body=with_body)
            except OSError as error:
                tell(Fault(path.name, offset, error.strerror or str(error)))
                yield None


def _first(path: Path, offset: int, *, tell: Tell, with_body: bool) -> WarcRecord | None:
    some = records(path, wanted=lambda _: with_body, tell=tell, start=offset, end=offset + 1, known=True)
    found = next(some, None)
    return found if found is not None and found.offset == offset else None


def fields_at(path: Path, offset: int) -> dict[str, str]:
    """The WARC headers of the record at a place, by lower-case name; empty where there is none."""
    try:
        with path.open("rb", buffering=0) as file:
            head = _inflated(file.fileno(), offset, FIELDS)
    except OSError:
        return {}
    version, _, rest = head.partition(b"\r\n\r\n")[0].decode("utf-8", "replace").partition("\r\n")
    if not version.startswith(VERSION.decode()):
        return {}
    pairs = (line.partition(":") for line in rest.split("\r\n"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def next_record(file: BinaryIO, at: int) -> int | None:
    """Where the first record at or after a place begins, found by the marks of its kind of file; None: nowhere."""
    number = file.fileno()
    if _is_record(number, at):
        return at
    head = os.pread(number, 8, 0)
    marks = [mark for mark in MAGICS if head.startswith(mark)] or ([VERSION] if head.startswith(VERSION) else MARKS)
    pattern = re.compile(b"|".join(map(re.escape, marks)))
    while piece := os.pread(number, PIECE, at):
        for match in pattern.finditer(piece):
            if _is_record(number, at + match.start()):
                return at + match.start()
        if len(piece) < PIECE:
            return None
        at += len(piece) - max(map(len, marks)) + 1
    return None


def _is_record(number: int, at: int) -> bool:
    return FIRST_LINE.match(_inflated(number, at, 16)) is not None


def _inflated(number: int, at: int, most: int) -> bytes:
    """The beginning of what the member at a place holds; of an uncompressed file, the beginning of what is there."""
    head = os.pread(number, 4, at)
    if not head.startswith(MAGICS):
        return os.pread(number, most, at)
    inflater: Any = zlib.decompressobj(31) if head.startswith(MAGICS[0]) else None
    window = os.pread(number, max(SMALLEST_WINDOW if inflater else ZSTD_BLOCK, most // 2), at)
    try:
        if inflater is not None:
            return inflater.decompress(window, most)  # type: ignore[no-any-return]
        with zstandard.ZstdDecompressor().stream_reader(window, read_across_frames=False) as reader:
            return reader.read(most)
    except (zlib.error, zstandard.ZstdError):
        return b""


class _Members:
    """The compressed members of an open file, each read in one piece."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._zstd = zstandard.ZstdDecompressor()

    def sole_record(self, offset: int) -> WarcRecord | None:
        """The record at a place, with its body, where it is all that is in its member, as in our files.

        None wherever that is in doubt: another has to look why.
        """
        with suppress(OSError, BadBody, zlib.error, zstandard.ZstdError):
            member = self._inflated(offset)
            start = member.find(HEAD_END, 0, LONGEST_HEAD) + len(HEAD_END)
            end = len(member) - len(HEAD_END)
            heads = member[: min(start + HTTP_HEAD, end)]
            raw = FastRecord.from_bytes(heads)
            seen, head = raw.content_length, _head(raw)
            if seen != len(heads) - start or head.stated.get("content-length") != str(end - start):
                return None
            body = len(heads) - raw.content_length  # where it begins
            if body < len(heads) and member.endswith(HEAD_END):
                return _record(head, offset, end - body, _decoded(member[body:end], head))
        return None

    def _inflated(self, at: int) -> bytes:
        """All that the member at a place holds; nothing where that is too much or not stated."""
        window = os.pread(self._number, MEMBER, at)
        if not window.startswith(MAGICS[1]):
            return self._gunzipped(window, at)
        size = zstandard.frame_content_size(window)
        if not 0 < size <= LARGEST_BLOCK:
            return b""
        if size > 2 * len(window):
            window += os.pread(self._number, size // 2 - len(window), at + len(window))
        return self._zstd.decompress(window, allow_extra_data=True)

    def _gunzipped(self, window: bytes, at: int) -> bytes:
        inflater = zlib.decompressobj(31)
        found = [inflater.decompress(window, LARGEST_BLOCK)]
        while window and not inflater.eof and sum(map(len, found)) < LARGEST_BLOCK:
            at += len(window)
            window = os.pread(self._number, MEMBER, at)
            found.append(inflater.decompress(window, LARGEST_BLOCK))
        return b"".join(found) if inflater.eof else b""


class _Head(NamedTuple):
    """What a record says before its body."""

    stated: dict[str, str]  # of the record
    kind: str
    http: dict[str, str] | None  # of the answer
    status: int


def _head(raw: FastRecord) -> _Head:
    """Read the headers, those of the answer too; raises BadBody where there is no answer that was promised."""
    stated = _fields(raw.headers)
    kind = KINDS.get(int(raw.record_type), "other")
    if kind in ("response", "revisit") and stated.get("content-type", "").startswith("application/http"):
        return _Head(stated, kind, *_http(raw))
    return _Head(stated, kind, None, 0)


def _record(head: _Head, offset: int, length: int, body: bytes = b"") -> WarcRecord:
    stated, http = head.stated, head.http
    return WarcRecord(
        offset=offset,
        kind=head.kind,
        url=stated.get("warc-target-uri", "").strip("<>"),
        at=stated.get("warc-date", ""),
        id=stated.get("warc-record-id", ""),
        digest=stated.get("warc-payload-digest", ""),
        status=head.status,
        content_type=(stated if http is None else http).get("content-type", ""),
        headers=http or {},
        length=length,
        body=body,
    )


def _read(file: BinaryIO, raw: FastRecord, wanted: Wanted) -> WarcRecord:
    block = raw.content_length
    head = _head(raw)
    offset, length = raw.stream_pos, raw.content_length
    record = _record(head, offset, length)
    if not wanted(record):
        return record
    if length > LARGEST_BLOCK:
        raise BadBody(f"its body of {length} bytes is too large")
    body = raw.reader.read() if raw.reader is not None else b""
    if len(body) < length:
        raise BadBody(f"it is cut: {len(body)} of {length} bytes")
    if INNER in body and _holds_others(file.fileno(), offset, block):
        raise WrongLength(f"its length of {block} bytes is wrong")
    return _record(head, offset, length, _decoded(body, head))


def _fields(headers: HeaderMap) -> dict[str, str]:
    """Headers by lower-case name; of several of one name the last, or all where that may be a list."""
    found: dict[str, str] = {}
    for name, value in headers.to_tuples():
        key = name.lower()
        found[key] = f"{found[key]}, {value.strip()}" if key in LISTS and key in found else value.strip()
    return found


def _http(raw: FastRecord) -> tuple[dict[str, str], int]:
    try:
        raw.parse_http(max_header_len=LONGEST_HEAD)
    except OSError:
        raise BadBody("its HTTP headers cannot be read") from None
    headers = raw.http_headers
    status = headers.status_code if headers is not None else None
    if headers is None or status is None:
        raise BadBody("there is no HTTP answer in it")
    return _fields(headers), status


def _decoded(body: bytes, head: _Head) -> bytes:
    """The body as a page; raises BadBody."""
    if head.http is None:
        return body
    transfer, content = head.http.get("transfer-encoding", ""), head.http.get("content-encoding", "")
    said = head.http.get("content-length", "")
    if transfer or content:
        return decoded(body, transfer, content)
    is_whole = "warc-truncated" not in head.stated
    if is_whole and said.isdecimal() and len(said) < 16 and int(said) > len(body):
        raise BadBody(f"it is cut: {len(body)} of the answer's {said} bytes")
    return body


def _holds_others(number: int, offset: int, block: int) -> bool:
    """Whether a block, as long as it says that it is, reaches into the records after it."""
    if os.pread(number, 4, offset).startswith(MAGICS):
        return len(_inflated(number, offset, 2 * block + LONGEST_HEAD)) < block
    head = os.pread(number, LONGEST_HEAD, offset)
    after = os.pread(number, 4 + len(VERSION), offset + head.find(b"\r\n\r\n") + 4 + block)
    return after not in (b"", b"\r\n\r\n", b"\r\n\r\n" + VERSION)
