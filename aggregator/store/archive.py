"""The archive: pages as they were fetched, in WARC files that several processes may write at once."""

from __future__ import annotations

import fcntl
import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import make_url

from aggregator.store import archive_index
from aggregator.store.clock import now
from aggregator.store.engine import Store
from aggregator.store.errors import StoreError
from aggregator.store.frames import FORMS, Form, form_of, whole
from aggregator.store.warc import Headers, conversion_record, info_record, response_record, revisit_record
from aggregator.store.warc_reader import Fault, Tell, WarcRecord, fields_at, record_at

OFF = "off"
"""The setting's word for keeping nothing."""
REOPENED = 20
"""The newest files that are looked at for room."""
REFERRED = ("warc-record-id", "warc-target-uri", "warc-date", "warc-payload-digest")
KEPT = ("response", "conversion")
"""Kinds of records that hold a page."""


class ArchiveError(StoreError):
    """The archive cannot be written or read; the message is one line for an operator."""


def archive_directory(url: str, setting: str | None = None) -> Path | None:
    """Where the pages of the database at an SQLAlchemy URL (or SQLite file) are kept; None: they are not.

    `setting` is a directory, "off", or empty: beside an SQLite file. None stands for AGGREGATOR_ARCHIVE.
    """
    from aggregator import settings

    said = settings.ARCHIVE if setting is None else setting
    if said.lower() == OFF:
        return None
    if said:
        return Path(said)
    address = make_url(url if "://" in url else f"sqlite:///{url}")
    if address.get_backend_name() != "sqlite":
        return Path(settings.ARCHIVE_HOME)
    file = address.database
    return Path(f"{file}.archive") if file and file != ":memory:" else None


def archive_at(url: str, setting: str | None = None, form: str | None = None) -> Archive | None:
    """The archive that belongs to the database at a URL; None where pages are not kept.

    `setting` and `form` (zstd, gzip) stand for those of the environment.
    """
    from aggregator import settings

    directory = archive_directory(url, setting)
    if directory is None:
        return None
    return Archive(directory, form=form or settings.ARCHIVE_FORMAT, largest=settings.ARCHIVE_FILE_SIZE)


def archive_of(store: Store) -> Archive | None:
    """The archive that belongs to an open database; None where pages are not kept."""
    return archive_at(store.url)


class Archive:
    """The files of one directory, and the one of them that this object writes.

    A file is locked while it is written, so that each has one writer; what a killed writer left half written is cut off
    by the next. `keep_` functions give the record's place, "FILE:OFFSET", and raise ArchiveError where the disk fails.
    """

    def __init__(self, directory: Path, *, form: str = "zstd", largest: int = 256 * 1024 * 1024) -> None:
        self.directory = directory
        self.form: Form = FORMS[form]
        self.largest = largest
        self._file: BinaryIO | None = None
        self._index: BinaryIO | None = None
        self._name = ""
        self._size = 0  # of that file: nobody else makes it longer

    def keep_response(self, url: str, status: int, headers: Headers, body: bytes) -> str:
        """Keep an answer; its body decoded, its headers as they came."""
        return self._write(response_record(url, now(), status, headers, body), url)

    def keep_conversion(self, url: str, body: bytes) -> str:
        """Keep a post as a page that was made of what a feed or an API says."""
        return self._write(conversion_record(url, now(), body), url)

    def keep_revisit(self, url: str, place: str, status: int, headers: Headers) -> str | None:
        """Keep word that a page is what it was at a place; None where nothing is kept there any more."""
        name, offset = split_place(place) or ("", 0)
        first = fields_at(self.directory / name, offset) if name else {}
        if first.get("warc-type") not in KEPT:
            return None
        refers_to = tuple(first.get(field, "") for field in REFERRED)
        return self._write(revisit_record(url, now(), refers_to=refers_to, status=status, headers=headers), url)

    def read(self, place: str, *, tell: Tell = lambda _: None, with_body: bool = True) -> WarcRecord | None:
        """The record at "FILE:OFFSET", or None where there is none that can be read."""
        split = split_place(place)
        if split is None:
            tell(Fault(place[:200], 0, "is no place in an archive"))
            return None
        return record_at(self.directory / split[0], split[1], tell=tell, with_body=with_body)

    def files(self) -> list[Path]:
        """All archive files, the oldest first."""
        if not self.directory.is_dir():
            return []
        return sorted(path for path in self.directory.iterdir() if form_of(path.name) and path.is_file())

    def close(self) -> None:
        """Give the file back; another writer may go on with it."""
        for file in (self._index, self._file):  # the index first: nobody else may add to it meanwhile
            if file is not None:
                file.close()
        self._file = self._index = None

    def blank(self, path: Path, offset: int) -> None:
        """Write nothing over the record at a place, so that all other places stay as they are.

        It may be done while another process adds to the file. Raises ArchiveError where there is no whole record.
        """
        form = form_of(path.name)
        try:
            with path.open("r+b") as file:
                end = form.end(file, offset) if form else None
                if form is None or end is None:
                    raise ArchiveError(f"{path}:{offset}: no whole record to take out")
                os.pwrite(file.fileno(), form.blank(end - offset), offset)
                os.fsync(file.fileno())
        except OSError as error:
            raise ArchiveError(f"{path} cannot be written: {error.strerror or error}") from None

    def erase(self, place: str) -> None:
        """Write nothing over the record at "FILE:OFFSET", where there is one; raises ArchiveError as `blank` does."""
        split = split_place(place)
        if split is not None and (self.directory / split[0]).is_file():
            self.blank(self.directory / split[0], split[1])

    def _write(self, record: bytes, url: str) -> str:
        frame = self.form.compress(record)
        try:
            file = self._with_room()
            offset = self._size
            _append(file, frame, offset)
            self._size += len(frame)
        except OSError as error:
            raise ArchiveError(f"{self.directory} cannot be written: {error.strerror or error}") from None
        place = f"{self._name}:{offset}"
        self._note(url, offset)
        return place

    def _note(self, url: str, offset: int) -> None:
        """Enter the last record into the index; where the disk does not take it, the index is brought up later."""
        made = archive_index.entry(url, offset, self._size)
        try:
            written = self._index.write(made) if self._index is not None else 0
        except OSError:
            written = 0
        if written != len(made):
            self.close()

    def _with_room(self) -> BinaryIO:
        """The file to write to: the present one, an unfinished one that nobody writes, or a new one."""
        if self._file is not None and self._size < self.largest:
            return self._file
        self.close()
        self.directory.mkdir(parents=True, exist_ok=True)
        file = self._file = self._reopened() or self._fresh()
        self._size = os.fstat(file.fileno()).st_size
        if self._size == 0:
            first = self.form.compress(info_record(self._name, now()))
            _append(file, first, 0)
            self._size = len(first)
        path = self.directory / self._name
        archive_index.bring_up(path)
        self._index = archive_index.index_of(path).open("ab", buffering=0)
        return file

    def _reopened(self) -> BinaryIO | None:
        mine = [path for path in self.files() if path.name.endswith(self.form.suffix)]
        for path in reversed(mine[-REOPENED:]):
            with suppress(OSError):
                if path.stat().st_size >= self.largest:
                    continue
                file = path.open("r+b")
                if lock(file):
                    file.truncate(whole(file, self.form))
                    self._name = path.name
                    return file
                file.close()
        return None

    def _fresh(self) -> BinaryIO:
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        host = re.sub(r"[^A-Za-z0-9.-]", "-", socket.gethostname())[:40]
        self._name = f"{moment}-{os.getpid()}-{host}{self.form.suffix}"
        file = (self.directory / self._name).open("x+b")
        lock(file)
        return file


def split_place(place: str) -> tuple[str, int] | None:
    """File name and offset of "FILE:OFFSET"; None for anything else."""
    name, _, offset = place.rpartition(":")
    if not name or Path(name).name != name or not offset.isdecimal() or len(offset) > 15:
        return None
    return name, int(offset)


def lock(file: BinaryIO) -> bool:
    """Take an archive file for oneself; False where another has it, or where it was removed meanwhile."""
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return os.fstat(file.fileno()).st_nlink > 0


@contextmanager
def locked(path: Path) -> Iterator[BinaryIO | None]:
    """An archive file that nobody writes meanwhile; None where one does."""
    with path.open("r+b") as file:
        yield file if lock(file) else None


def _append(file: BinaryIO, frame: bytes, offset: int) -> None:
    """Write all of a frame at the file's end, or none of it."""
    view = memoryview(frame)
    place = offset
    try:
        while view:
            written = os.pwrite(file.fileno(), view, place)
            view, place = view[written:], place + written
    except OSError:
        os.ftruncate(file.fileno(), offset)
        raise
