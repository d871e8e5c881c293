"""The command line as tests call it."""

from __future__ import annotations

from typing import NamedTuple


class Done(NamedTuple):
    """How a command ended: exit code, standard output, standard error."""

    code: int
    out: str
    error: str


def one_line(done: Done) -> str:
    """The error message, which is one clear line."""
    assert done.error.startswith("aggregator: ")
    assert done.error.count("\n") == 1, done.error
    return done.error
