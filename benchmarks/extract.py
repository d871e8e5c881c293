"""Pages a second and the ratio to a bare lxml parse, for any folder of pages."""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html

from aggregator import extract

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
Pages = list[tuple[bytes, str]]


def load(folder: Path) -> Pages:
    """The pages of a folder: those of its manifest, else every HTML file in it."""
    manifest = folder / "manifest.jsonl"
    if manifest.exists():
        rows = [json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines() if line]
        return [((folder / "pages" / row["file"]).read_bytes(), row["url"] or "") for row in rows]
    files = sorted(folder.rglob("*.html"))
    return [(file.read_bytes(), f"https://example.org/{file.relative_to(folder)}") for file in files]


def seconds(work: Callable[[bytes, str], object], pages: Pages) -> float:
    """CPU seconds of one pass."""
    gc.collect()
    started = time.process_time()
    for html, url in pages:
        work(html, url)
    return time.process_time() - started


def bare(html: bytes, _url: str) -> object:
    """The yardstick: one lxml parse."""
    return lxml.html.fromstring(html)


def rivals() -> dict[str, Callable[[bytes, str], object]]:
    """Other extractors, where they are installed (extra `bench`)."""
    found: dict[str, Callable[[bytes, str], object]] = {"aggregator": extract}
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


def main() -> int:
    """Print one line a tool and folder: milliseconds, pages a second, ratio to the parse (median of pairs)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[SHARED / "gold", SHARED / "farm"])
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--only", help="one tool: aggregator, trafilatura or extruct")
    args = parser.parse_args()
    for folder in args.folders:
        if not folder.is_dir():
            print(f"{folder}: no such folder", file=sys.stderr)
            return 2
        pages = load(folder)
        size = sum(len(html) for html, _ in pages) / len(pages) / 1000
        print(f"{folder}: {len(pages)} pages, {size:.0f} kB each")
        for name, work in rivals().items():
            if args.only and name != args.only:
                continue
            seconds(work, pages[: len(pages) // 4 + 1])  # warm caches
            pairs = [(seconds(bare, pages), seconds(work, pages)) for _ in range(args.passes)]
            ratio = statistics.median(own / parse for parse, own in pairs)
            own = statistics.median(own for _, own in pairs)
            each = 1000 * own / len(pages)
            print(f"  {name:<12}{each:8.2f} ms/page {len(pages) / own:8.0f} pages/s {ratio:7.1f} P")
    return 0


if __name__ == "__main__":
    sys.exit(main())
