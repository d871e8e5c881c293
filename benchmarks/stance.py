"""Stances read from verdicts, against the ratings that the same reviews state.

    python benchmarks/stance.py [--gold ../shared/gold ../shared/farm]
    python benchmarks/stance.py --verdicts FILE.tsv

A file of verdicts has the columns review, rating (as written: 3/5, B+) and publisher. The weights of English words were
taken from the publishers of one half of such a file; `--verdicts` measures on those of the other half.

The rating is hidden: only the verdict's words are read. Each blog's reviews are judged under the confidence that served
the other blogs best (the lowest of LEVELS at which TARGET of what was said was right), so no blog judges itself.
"""

from __future__ import annotations

import argparse
import csv
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from aggregator.compare import Voice, stance_of
from aggregator.parse import parse_page
from aggregator.records import Page
from aggregator.scoring import score
from aggregator.values.rating import parse_rating
from aggregator.values.stance import LEAST_CONFIDENCE, STANCES, weigh

LEVELS = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9)
TARGET = 0.88
SHORTEST = 30
"""Characters of a verdict in a file of such."""
SHARED = Path(__file__).resolve().parents[2] / "shared"


class Row(NamedTuple):
    """One review that states both a rating and a verdict."""

    blog: str
    rated: str  # the stance of its rating under the default cut
    label: str | None  # the likeliest stance of its verdict
    confidence: float


def rows(folders: Iterable[Path]) -> Iterator[Row]:
    """Each labelled text once, however many designs of a blog show it."""
    seen = set()
    for folder in folders:
        manifest = {row["file"]: row for row in _lines(folder / "manifest.jsonl")}
        for line in _lines(folder / "labels.jsonl"):
            page = manifest[line["file"]]
            text = page.get("post_id") or line["file"]
            if text in seen:
                continue
            seen.add(text)
            found = _verdicts(folder / "pages" / line["file"], page["url"] or "https://blog.example/")
            for review in line["reviews"]:
                if review["rating_value"] is None or not review["rating_scale_max"] or not review["verdict"]:
                    continue
                stance = weigh(found.get(review["headline"], review["verdict"]), page["lang"])
                score = 100 * review["rating_value"] / review["rating_scale_max"]
                rated = stance_of(Voice(0, "", score=score)) or ""
                blog = text.split("-")[0] if page.get("post_id") else page["site"]
                yield Row(blog, rated, stance and stance.label, stance.confidence if stance else 0.0)


def verdicts(path: Path) -> Iterator[Row]:
    """The verdicts with a rating on a stated scale, of the publishers that no weight was taken from."""
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            publisher, text = line["publisher"] or "", (line["review"] or "").strip()
            rating = parse_rating(line["rating"] or "", context="own_line", language="en")
            points = score(rating) if rating is not None else None
            if zlib.crc32(publisher.encode()) % 2 and len(text) >= SHORTEST and points is not None:
                stance = weigh(text, "en")
                rated = stance_of(Voice(0, "", score=points)) or ""
                yield Row(publisher, rated, stance and stance.label, stance.confidence if stance else 0.0)


def judge(reviews: list[Row]) -> dict[str, Any]:
    """Coverage and accuracy as shipped, and with the confidence chosen on other blogs."""
    crossed = Counter[tuple[str, str | None]]()
    for blog in sorted({row.blog for row in reviews}):
        level = _level([row for row in reviews if row.blog != blog])
        crossed.update((row.rated, row.label) for row in reviews if row.blog == blog and row.confidence >= level)
    spoken = (row for row in reviews if row.label and row.confidence >= LEAST_CONFIDENCE[row.label])
    shipped = Counter((row.rated, row.label) for row in spoken)
    rated = Counter(row.rated for row in reviews)
    return {
        "reviews": len(reviews),
        **{f"rated_{name}": rated[name] for name in STANCES},
        **{f"shipped_{name}": value for name, value in _figures(shipped, len(reviews)).items()},
        **{f"shipped_{name}_right": round(_right(shipped, name), 3) for name in STANCES},
        **{f"cross_validated_{name}": value for name, value in _figures(crossed, len(reviews)).items()},
    }


def _level(reviews: list[Row]) -> float:
    for level in LEVELS:
        said = [row for row in reviews if row.confidence >= level]
        if said and sum(row.rated == row.label for row in said) >= TARGET * len(said):
            return level
    return LEVELS[-1]


def _figures(said: Counter[tuple[str, str | None]], count: int) -> dict[str, float]:
    total = said.total()
    right = sum(number for (rated, label), number in said.items() if rated == label)
    return {"said": total, "coverage": round(total / count, 3), "accuracy": round(right / total, 3) if total else 0.0}


def _right(said: Counter[tuple[str, str | None]], label: str) -> float:
    """The share of what was called so that is rated so."""
    return said[label, label] / max(1, sum(number for (_, given), number in said.items() if given == label))


def _verdicts(path: Path, url: str) -> dict[str | None, str]:
    """Headline to verdict, as the reader of pages finds them."""
    parsed = parse_page(Page(url, path.read_bytes()))
    return {review.headline: review.verdict.text for review in parsed.reviews if review.verdict is not None}


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, nargs="*", default=[SHARED / "gold", SHARED / "farm"])
    parser.add_argument("--verdicts", type=Path, help="a file of verdicts and ratings, in place of labelled pages")
    args = parser.parse_args()
    reviews = list(verdicts(args.verdicts) if args.verdicts else rows(args.gold))
    for name, value in judge(reviews).items():
        print(f"{name.replace('_', ' '):<34}{value:>10}")


if __name__ == "__main__":
    main()
