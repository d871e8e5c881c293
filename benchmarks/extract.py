"""Pages a second and the ratio to a bare lxml parse, for any folder of pages; with --memory, the peak over many."""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import lxml.html

from aggregator import extract
from aggregator.values.patterns import Pattern

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
WARMING = 4
"""Every so-many-th page warms a tool up and is not measured."""
STEP = 1000
"""Pages between two figures of memory."""

Pages = list[tuple[bytes, str]]
Tool = Callable[[bytes, str], object]


def load(folder: Path) -> Pages:
    """The pages of a folder: those of its manifest, else every HTML file in it."""
    manifest = folder / "manifest.jsonl"
    if manifest.exists():
        rows = [json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines() if line]
        return [((folder / "pages" / row["file"]).read_bytes(), row["url"] or "") for row in rows]
    files = sorted(folder.rglob("*.html"))
    return [(file.read_bytes(), f"https://example.org/{file.relative_to(folder)}") for file in files]


def seconds(work: Tool, pages: Pages) -> float:
    """CPU seconds of one pass."""
    gc.collect()
    started = time.process_time()
    for html, url in pages:
        work(html, url)
    return time.process_time() - started


def bare(html: bytes, _url: str) -> object:
    """The yardstick P: one lxml parse."""
    return lxml.html.fromstring(html)


def tools() -> dict[str, Tool]:
    """This extractor, and others where they are installed (extra `bench`)."""
    found: dict[str, Tool] = {"aggregator": extract}
    try:
        import trafilatura

        found["trafilatura"] = lambda html, url: trafilatura.bare_extraction(html, url=url or None, with_metadata=True)
    except ImportError:
        pass
    try:
        import extruct

        syntaxes = ["json-ld", "microdata", "opengraph"]
        found["extruct"] = lambda html, url: extruct.extract(html, base_url=url, syntaxes=syntaxes, errors="ignore")
    except ImportError:
        pass
    return found


def pair(work: Tool, pages: Pages, others: Pages) -> tuple[float, float]:
    """CPU seconds of the yardstick and of a tool, in a process of its own: no cache knows a page of another pass.

    The other pages are read first: what a process does once, such as taking memory of its own, is no page's cost.
    """
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def measure() -> None:
        seconds(work, others)
        seconds(bare, pages)
        sender.send((seconds(bare, pages), seconds(work, pages)))

    child = context.Process(target=measure)
    child.start()
    found: tuple[float, float] = receiver.recv()
    child.join()
    return found


def compile_patterns() -> None:
    """Compile every regular expression of the extractor, which it does once a process, when one is first needed."""
    for thing in gc.get_objects():
        if isinstance(thing, Pattern):
            thing.search("")


def compare(pages: Pages, others: Pages, only: str | None, passes: int) -> None:
    """Print one line a tool: milliseconds, pages a second, ratio to the parse (median of pairs).

    A tool is warmed up on the pages of the other folders and on every `WARMING`th of this one; each of the rest is read
    once a process.
    """
    measured = [page for number, page in enumerate(pages) if number % WARMING] or pages
    for name, work in tools().items():
        if only and name != only:
            continue
        warming = [*others[::WARMING], *pages[::WARMING]]
        seconds(work, warming)
        compile_patterns()
        pairs = [pair(work, measured, warming) for _ in range(passes)]
        ratio = statistics.median(own / parse for parse, own in pairs)
        own = statistics.median(own for _, own in pairs)
        each = 1000 * own / len(measured)
        print(f"  {name:<12}{each:8.2f} ms/page {len(measured) / own:8.0f} pages/s {ratio:7.1f} P")


def peak() -> float:
    """The most memory that this process has held, in MB (ru_maxrss: kilobytes, on macOS bytes)."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1_000_000 if sys.platform == "darwin" else 1_000)


def remember(pages: Pages, count: int) -> None:
    """Print the peak of memory as `count` pages are read, the folder's over and over."""
    for number, (html, url) in enumerate(itertools.islice(itertools.cycle(pages), count), start=1):
        extract(html, url)
        if number % STEP == 0 or number == count:
            print(f"  {number:6} pages: peak {peak():.0f} MB")


def main() -> int:
    """Measure every folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[SHARED / "gold", SHARED / "farm"])
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--only", help="one tool: aggregator, trafilatura or extruct")
    parser.add_argument("--memory", type=int, nargs="?", const=10_000, help="read so many pages, and print the peak")
    args = parser.parse_args()
    loaded = {folder: load(folder) if folder.is_dir() else [] for folder in args.folders}
    for folder, pages in loaded.items():
        if not pages:
            print(f"{folder}: no pages", file=sys.stderr)
            return 2
        size = sum(len(html) for html, _ in pages) / len(pages) / 1000
        print(f"{folder.name}: {len(pages)} pages, {size:.0f} kB each, {os.cpu_count()} cores")
        if args.memory:
            remember(pages, args.memory)
        else:
            others = [page for other, rows in loaded.items() if other != folder for page in rows]
            compare(pages, others, args.only, args.passes)
    return 0


if __name__ == "__main__":
    sys.exit(main())
