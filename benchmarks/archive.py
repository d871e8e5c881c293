"""What keeping a page and reading it back cost, as ratios to one bare lxml parse of the same pages in the same run."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html

from aggregator.store.archive import Archive
from aggregator.store.warc_reader import records
from benchmarks.extract import SHARED, load

HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Server", "nginx"), ("ETag", '"5f3e-1a2b"')]
GOALS = {"write": 0.4, "read": 0.3}
"""Times a bare parse, for zstd."""


def timed(work: Callable[[], object]) -> float:
    """CPU seconds."""
    started = time.process_time()
    work()
    return time.process_time() - started


def parse(bodies: list[bytes]) -> None:
    """The yardstick."""
    for body in bodies:
        lxml.html.fromstring(body)


def keep(bodies: list[bytes], archive: Archive) -> None:
    """Write each page as a response."""
    for number, body in enumerate(bodies):
        archive.keep_response(f"https://example.org/{number}/", 200, HEADERS, body)
    archive.close()


def read(archive: Archive) -> int:
    """Read each page with its body; gives how many."""
    found = 0
    for path in archive.files():
        for record in records(path, wanted=lambda one: one.kind == "response", tell=print):
            found += bool(record.body)
    return found


def measure(bodies: list[bytes], form: str, passes: int) -> dict[str, list[float]]:
    """Ratios of every pass, and the compression."""
    found: dict[str, list[float]] = {"write": [], "read": [], "records/s written": [], "records/s read": []}
    for _ in range(passes):
        with tempfile.TemporaryDirectory() as folder:
            archive = Archive(Path(folder), form=form)
            bare = timed(lambda: parse(bodies))
            written = timed(lambda kept=archive: keep(bodies, kept))  # type: ignore[misc]
            back = timed(lambda kept=archive: read(kept))  # type: ignore[misc]
            size = sum(path.stat().st_size for path in archive.files())
        found["write"].append(written / bare)
        found["read"].append(back / bare)
        found["records/s written"].append(len(bodies) / written)
        found["records/s read"].append(len(bodies) / back)
    found["times smaller"] = [sum(map(len, bodies)) / size]
    return found


def main() -> int:
    """Print a line for each format; exit code 1 with --check where zstd misses its goals by more than a quarter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", default=[SHARED / "gold", SHARED / "farm" / "pages"])
    parser.add_argument("--passes", type=int, default=7)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    bodies = [html for folder in args.folders for html, _ in load(folder)]
    missed = False
    print(f"{len(bodies)} pages of {sum(map(len, bodies)) / len(bodies) / 1000:.0f} kB")
    for form in ("zstd", "gzip"):
        found = measure(bodies, form, args.passes)
        middle = {name: statistics.median(values) for name, values in found.items()}
        for name in ("write", "read"):
            low, high = min(found[name]), max(found[name])
            print(f"{form} {name:5} {middle[name]:5.2f} x bare parse [{low:.2f}-{high:.2f}]", end="  ")
            missed = missed or (form == "zstd" and middle[name] > 1.25 * GOALS[name])
        print(
            f"{middle['records/s written']:,.0f} written/s, {middle['records/s read']:,.0f} read/s, "
            f"{middle['times smaller']:.1f} times smaller"
        )
    return 1 if missed and args.check else 0


if __name__ == "__main__":
    sys.exit(main())
