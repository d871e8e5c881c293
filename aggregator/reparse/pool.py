"""Work spread over all cores, in order, with no more under way than there is memory for."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

W = TypeVar("W")
R = TypeVar("R")

AHEAD = 2
"""Pieces of work waiting for each worker."""
TASKS = 200
"""Pieces of work after which a worker is made anew: whatever its libraries hold on to goes with it."""


class Crashed(Generic[W]):
    """Work that ended its process, even alone."""

    def __init__(self, work: W) -> None:
        self.work = work


def spread(task: Callable[[W], R], works: Iterable[W], workers: int | None = None) -> Iterator[R | Crashed[W]]:
    """The result of each piece of work, in order; one worker is this process itself.

    `task` is a function of a module. Work that kills its process (a crash in a library, no memory) is tried once more
    alone, and then given as Crashed.
    """
    number = workers or len(os.sched_getaffinity(0))
    if number == 1:
        yield from map(task, works)
        return
    line = _Line(task, number)
    try:
        for work in works:
            line.add(work)
            if len(line) >= number * AHEAD:
                yield line.first()
        while len(line):
            yield line.first()
    finally:
        line.pool.shutdown(wait=False, cancel_futures=True)


class _Line(Generic[W, R]):
    """Work under way, the oldest first, and the processes that do it."""

    def __init__(self, task: Callable[[W], R], number: int) -> None:
        self.task, self.number = task, number
        self.pool = _pool(number)
        self._under_way: deque[tuple[W, Future[R] | None]] = deque()

    def __len__(self) -> int:
        return len(self._under_way)

    def add(self, work: W) -> None:
        """Hand work to the processes; where they have just died, it waits for `first`."""
        try:
            self._under_way.append((work, self.pool.submit(self.task, work)))
        except BrokenProcessPool:
            self._under_way.append((work, None))

    def first(self) -> R | Crashed[W]:
        """The oldest result."""
        work, future = self._under_way.popleft()
        try:
            if future is not None:
                return future.result()
        except BrokenProcessPool:
            pass
        self.pool.shutdown(wait=False, cancel_futures=True)
        result = self._alone(work)
        self.pool = _pool(self.number)
        for _ in range(len(self._under_way)):
            self.add(self._under_way.popleft()[0])
        return result

    def _alone(self, work: W) -> R | Crashed[W]:
        with _pool(1) as pool:
            try:
                return pool.submit(self.task, work).result()
            except BrokenProcessPool:
                return Crashed(work)


def _pool(number: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(number, multiprocessing.get_context("spawn"), max_tasks_per_child=TASKS)
