"""Reading archived pages again against reading them from memory, and passing over pages that are no candidates."""

from __future__ import annotations

import argparse
import pickle
import re
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from aggregator.parse import parse_page
from aggregator.records import Page
from aggregator.reparse.candidates import CRAFT_WORDS, FILM_WORDS, REVIEW_WORDS, may_hold_review
from aggregator.reparse.reading import Blog, Pages, read, site_of, stretches
from aggregator.store.archive import Archive, split_place
from benchmarks.extract import SHARED, load

GOALS = {"archive": 0.9, "passing over": 5.0}
"""Share of the speed from memory; times the speed of full extraction."""
AT_ONCE = 50
HEADERS = [("Content-Type", "text/html; charset=utf-8")]
Site = list[tuple[bytes, str]]


def timed(work: Callable[[], object]) -> float:
    """CPU seconds."""
    started = time.process_time()
    work()
    return time.process_time() - started


def from_memory(pages: Site, blog: Blog) -> None:
    """Extraction with nothing around it."""
    site = site_of(blog.name, blog.home)
    for html, url in pages:
        parse_page(Page(url, html, charset="utf-8"), site)


def kept(pages: Site, folder: Path, form: str) -> list[tuple[str, str, int]]:
    """The pages in an archive: URL, file and offset of each."""
    archive = Archive(folder, form=form)
    places = []
    for html, url in pages:
        name, offset = split_place(archive.keep_response(url, 200, HEADERS, html)) or ("", 0)
        places.append((url, name, offset))
    archive.close()
    return places


def from_archive(places: list[tuple[str, str, int]], folder: Path, blog: Blog) -> None:
    """What one worker does, handing back what it read included."""
    for start in range(0, len(places), AT_ONCE):
        readings = read(Pages(blog, folder, tuple(places[start : start + AT_ONCE])))
        assert not readings.faults
        pickle.loads(pickle.dumps(readings))


def disguised(html: bytes) -> bytes:
    """The page with every word about films and judgements made another of the same length."""
    words = sorted({*FILM_WORDS, *CRAFT_WORDS, *REVIEW_WORDS}, key=len, reverse=True)
    forms = (re.escape(form.encode()) for word in words for form in (word, word.capitalize()))
    return re.sub(b"|".join(forms), lambda match: b"x" * len(match[0]), html, flags=re.IGNORECASE)


def main() -> int:
    """Print both ratios; exit code 1 with --check where one misses its goal by more than a quarter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SHARED / "gold")
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    pages = [(html, url or "https://example.org/") for html, url in load(args.folder)]
    blog = Blog("example.org", "https://example.org/")
    others = [(body, url) for html, url in pages if not may_hold_review("text/html", body := disguised(html))]
    shares, times = [], []
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as foreign:
        places = kept(pages, Path(folder), "zstd")
        kept(others, Path(foreign), "gzip")
        (file,) = Path(foreign).glob("*.warc.gz")
        (stretch,) = stretches(file, 1 << 40, {})
        from_memory(pages, blog)
        for _ in range(args.passes):
            memory = timed(lambda: from_memory(pages, blog))
            shares.append(memory / timed(lambda: from_archive(places, Path(folder), blog)))
            full = timed(lambda: from_memory(others, blog))
            times.append(full / timed(lambda: read(stretch)))
    found = {"archive": statistics.median(shares), "passing over": statistics.median(times)}
    print(f"{len(pages)} pages, {memory / len(pages) * 1e3:.2f} ms each from memory")
    print(f"from the archive: {found['archive']:.0%} of that speed [{min(shares):.0%}-{max(shares):.0%}]")
    print(
        f"{len(others)} pages that are no candidates: passed over {found['passing over']:.1f} times as fast "
        f"as read in full [{min(times):.1f}-{max(times):.1f}]"
    )
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    missed = any(found[name] < goal / 1.25 for name, goal in GOALS.items())
    return 1 if missed and args.check else 0


if __name__ == "__main__":
    sys.exit(main())
