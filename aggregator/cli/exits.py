"""What a command's exit code says, and the error that carries it."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """One code for each way in which a command can end; the README's table lists them."""

    OK = 0
    BUG = 1  # an error that nobody foresaw, with its traceback
    USAGE = 2  # an option or argument that the command does not know
    CANNOT_FETCH = 3
    NOT_HTML = 4
    NO_REVIEW = 5
    DATABASE = 6
    UNKNOWN_SITE = 7
    RUN_BROKEN = 8  # a run ended badly, or pages went into quarantine; what it stored stays
    NOT_FOUND = 9  # nothing in the store answers to that name
    CANNOT_WRITE = 10
    SETTING = 11  # an environment variable that cannot be understood
    CATALOG = 12
    CANNOT_DECIDE = 13
    CHECK_FAILED = 14


MEANINGS: dict[Exit, str] = {
    Exit.OK: "done",
    Exit.BUG: "an unforeseen error; please report its traceback",
    Exit.USAGE: "wrong use: an unknown option or argument",
    Exit.CANNOT_FETCH: "a file or URL cannot be read",
    Exit.NOT_HTML: "what was read is no HTML",
    Exit.NO_REVIEW: "no film review on the page",
    Exit.DATABASE: "the database cannot be opened, or is not of this version",
    Exit.UNKNOWN_SITE: "no site file of that name",
    Exit.RUN_BROKEN: "a run ended badly, or pages could not be parsed; what was stored stays",
    Exit.NOT_FOUND: "nothing stored answers to that title, name or id",
    Exit.CANNOT_WRITE: "the output file cannot be written",
    Exit.SETTING: "a setting in the environment is missing or cannot be understood",
    Exit.CATALOG: "there is no film catalogue, or it or its source cannot be used",
    Exit.CANNOT_DECIDE: "a decision about films that cannot be taken, or has ended",
    Exit.CHECK_FAILED: "a site, or the archive, does not pass its check",
}


class Stop(Exception):
    """Ends a command with one clear line and a code."""

    def __init__(self, code: Exit, message: str) -> None:
        super().__init__(message)
        self.code = code
