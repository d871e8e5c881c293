"""One request at a time to a host, and the pause after it, agreed by all runs on this machine, or on all machines."""

from __future__ import annotations

import asyncio
import fcntl
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from uuid import uuid4

from aggregator.settings import SettingsError
from aggregator.store.leases import HostLeases, shared_leases

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

LONGEST_HOLD = 3600.0
"""Seconds: a moment further away was written under a wrong clock."""
POLL_SECONDS = 0.1
"""How often a host that another process asks is looked at."""

LONGEST_REQUEST = 120.0
"""Seconds after which another machine may take a host whose asker has not given it back: it was killed."""

_leases: dict[tuple[str, str, str], Lease] = {}
_shared: dict[str, HostLeases | None] = {}


class Lease:
    """The right to ask one host: a lock between processes, and the moment before which nobody asks again.

    The lock is a file's, so it ends with its process; the moment is the file's text, seconds since the epoch. Where the
    database is a server, its row of the host is taken after the file's lock.
    """

    def __init__(self, path: Path, host: str, shared: HostLeases | None = None) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        self._turn = asyncio.Lock()  # between the crawls of this process
        self._host, self._shared = host, shared
        self._holder = uuid4().hex

    async def acquire(self, pause: float) -> None:
        """Wait for the host to be free, and for the pause after the last answer to be over; raises StoreError."""
        await self._turn.acquire()
        try:
            while not self._try_lock():
                await asyncio.sleep(POLL_SECONDS)
            while (wait := self._free_at() - time.time()) > 0:
                await asyncio.sleep(min(wait, 1.0))
            while self._shared and (wait := self._shared.take(self._host, self._holder, LONGEST_REQUEST + pause)) > 0:
                await asyncio.sleep(min(wait, POLL_SECONDS))
        except BaseException:
            self._let_go()
            raise
        self._write(pause)

    def release(self, pause: float = 0.0) -> None:
        """Let the next one ask, after a pause from now."""
        self._write(pause)
        try:
            if self._shared:
                self._shared.give_back(self._host, self._holder, max(pause, self._free_at() - time.time()))
        finally:
            self._let_go()

    def hold(self, seconds: float) -> None:
        """Nobody asks the host for so long."""
        self._write(seconds)
        if self._shared:
            self._shared.hold(self._host, seconds)

    def _let_go(self) -> None:
        fcntl.flock(self._file, fcntl.LOCK_UN)
        if self._turn.locked():
            self._turn.release()

    def _write(self, seconds: float) -> None:
        moment = f"{max(time.time() + seconds, self._free_at()):017.6f}"
        os.pwrite(self._file, moment.encode(), 0)

    def _free_at(self) -> float:
        try:
            moment = float(os.pread(self._file, 17, 0))
        except ValueError:
            return 0.0
        return moment if moment - time.time() <= LONGEST_HOLD else 0.0

    def _try_lock(self) -> bool:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def prepare(settings: BaseSettings) -> None:
    """Make the directory of leases; raises SettingsError where none can be."""
    directory = Path(str(settings["LEASES"]))
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"AGGREGATOR_LEASES={str(directory)!r} cannot be made: {error.strerror or error}") from None


def lease_of(settings: BaseSettings, name: str) -> Lease:
    """The lease of a host (and port); one object for all crawls of this process into one database."""
    directory, database = str(settings["LEASES"]), str(settings["DATABASE"])
    key = directory, database, name
    if key not in _leases:
        if database not in _shared:
            _shared[database] = shared_leases(database)
        _leases[key] = Lease(Path(directory) / quote(name, safe=""), name, _shared[database])
    return _leases[key]
