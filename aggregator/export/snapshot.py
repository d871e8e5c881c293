"""A dated folder with everything that readers may have: all rows, what each column means, and whose the words are."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from aggregator import __version__
from aggregator.export.dictionary import DICTIONARY
from aggregator.export.files import export
from aggregator.export.rows import KINDS
from aggregator.store import Store, read_web

NAME = "film-reviews-{day}"
TYPES = {"list": "list of texts", "json": "JSON", "flag": "true or false"}
LICENCE = """# Whose this is

The figures, dates, ratings and names here are facts that were read from public pages, each with the address it was
read from (`url`). The texts are not: a headline, a verdict (`verdict_text`) and the raw words of a claim or a rating
belong to the author of the review and are quoted here, so that a comparison can be checked. Quote them with author and
link, no more of them than your purpose needs, and read the whole on its blog. Nothing here passes on a right to a
review.

Titles, years and people of films that are not `provisional` were completed from a film catalogue, under its licence:
`aggregator catalog` says which one and which.

A review that its author took down (`aggregator forget`) leaves the database, the archive and every later snapshot.
Whoever keeps this folder is asked to drop it too: `/api/v1/changes` tells its number as `forgotten`.
"""


class SnapshotExists(FileExistsError):
    """There is a snapshot of this day already."""


def snapshot(
    store: Store,
    folder: Path,
    formats: Sequence[str] = ("jsonl",),
    *,
    progress: Callable[[str, int], None] = lambda _, __: None,
) -> Path:
    """Write a folder of today's date into a folder; gives its path.

    All files show one moment of the database. The folder gets its name once all in it is written: one that is there is
    complete. Raises SnapshotExists where there is one of today, ParquetMissing, and OSError.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    target = folder / NAME.format(day=now.date().isoformat())
    if target.exists():
        raise SnapshotExists(f"{target} is there already: move it away, or name another folder")
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{target.name}.{os.getpid()}.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        with store.at_once():
            files = [
                _file(store, part, kind, format, lambda number, kind=kind: progress(kind, number))  # type: ignore[misc]
                for kind in KINDS
                for format in formats
            ]
            policy = read_web.policy(store)
        (part / "DICTIONARY.md").write_text(dictionary(), encoding="utf-8")
        (part / "LICENCE.md").write_text(LICENCE, encoding="utf-8")
        about = {
            "made": now.isoformat().replace("+00:00", "Z"),
            "version": __version__,
            "policy": policy,
            "files": files,
        }
        (part / "snapshot.json").write_bytes(
            orjson.dumps(about, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        )
        part.rename(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return target


def _file(store: Store, folder: Path, kind: str, format: str, progress: Callable[[int], None]) -> dict[str, Any]:
    path = folder / f"{kind}.{format}"
    rows = export(store, kind, format, path, progress=progress)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"name": path.name, "rows": rows, "bytes": path.stat().st_size, "sha256": digest}


def dictionary() -> str:
    """The data dictionary as Markdown."""
    parts = ["# Data dictionary\n\nAny value may be empty: what a page does not state is not here. In JSON Lines"]
    parts.append(" `rating_raw` is `raw` within `rating`, `verdict_text` is `text` within `verdict`, and so on.\n")
    for kind, columns in DICTIONARY.items():
        parts.append(f"\n## {kind}\n\n| column | type | meaning |\n|---|---|---|\n")
        parts += [
            f"| `{name}` | {TYPES.get(column.type, column.type)} | {column.meaning} |\n"
            for name, column in columns.items()
        ]
    return "".join(parts)
