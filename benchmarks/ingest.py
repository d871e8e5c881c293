"""Ingest of generated reviews: how many a second, at what memory, and what a second run of the same costs."""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from aggregator.ingest import Tools, ingest_all
from aggregator.records import Claim, Review, Source
from aggregator.store import Store, open_store, streams
from aggregator.values.rating import Rating
from aggregator.values.verdict import Verdict

WORDS = 700
COPIES = 0.10  # share of reviews that are near copies of an earlier one
SITES = 2_000
CLAIMED = ("film_title", "headline", "author", "published", "rating", "verdict", "language", "cast", "directors")


def vocabulary(draw: random.Random) -> list[str]:
    """20,000 invented words."""
    syllables = [one + two for one in "bdfglmnprstvz" for two in ("a", "e", "i", "o", "u", "en", "ar")]
    return ["".join(draw.choices(syllables, k=draw.randint(1, 4))) for _ in range(20_000)]


def generate(count: int, seed: int = 7) -> Iterator[Review]:
    """The same reviews for the same seed; about one in ten repeats an earlier text with a few words changed."""
    draw, numbers = random.Random(seed), np.random.default_rng(seed)
    words = np.array(vocabulary(draw), dtype=object)
    recent: list[tuple[np.ndarray, int]] = []
    for number in range(count):
        film = int(draw.paretovariate(1.1)) % max(count // 10, 10)
        if recent and draw.random() < COPIES:
            body, film = draw.choice(recent)
            body = body.copy()
            body[numbers.integers(WORDS, size=8)] = numbers.integers(len(words), size=8)
        else:
            body = numbers.integers(len(words), size=WORDS)
            recent.append((body, film))
            del recent[:-200]
        yield review(number, film, " ".join(words[body]), draw)


def review(number: int, film: int, text: str, draw: random.Random) -> Review:
    """One generated review with nine claims chosen and four lost."""
    site = f"site{draw.randrange(SITES)}.example"
    title = f"Film {film} of the {film % 97} lanterns"
    value = draw.randint(0, 10) / 2
    day = f"20{draw.randint(10, 25)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    claims = [
        Claim(name, f"{name} as the page writes it", Source.META, f"meta[{name}]", name, True) for name in CLAIMED
    ]
    claims += [Claim(name, f"{name} elsewhere", Source.HEURISTIC, "p:nth-child(3)", name) for name in CLAIMED[:4]]
    return Review(
        url=f"https://{site}/{day[:4]}/{number}/",
        site=site,
        headline=f"{title} (review)",
        film_title=title,
        film_year=1960 + film % 60,
        author=f"Writer {number % 500}",
        published=day,
        language="en",
        rating=Rating(f"{value}/5", value, 5.0, 0.0, "fraction", "declared"),
        cast=("Ann Actor", f"Bo Player {film}"),
        directors=(f"Dee Rector {film}",),
        verdict=Verdict(
            "Overall, it is worth the price of the ticket, and of the coat that one leaves behind.", True, "Overall"
        ),
        claims=tuple(claims),
        text=text,
    )


def run(store: Store, name: str, count: int, batch: int) -> float:
    """Ingest all, and print a line for each tenth; gives the CPU seconds of ingest alone, not of the generator."""
    wall = cpu = 0.0
    outcomes: Counter[str] = Counter()
    source = generate(count)
    done = 0
    while done < count:
        reviews = list(islice(source, min(batch, count - done)))
        start, start_cpu = time.perf_counter(), time.process_time()
        with store.write() as writer:
            outcomes.update(outcome.kind for outcome in ingest_all(reviews, Tools(writer)))
        wall += time.perf_counter() - start
        cpu += time.process_time() - start_cpu
        tenths, done = done * 10 // count, done + len(reviews)
        if done * 10 // count > tenths:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{name:<7}{done:10,} {done / wall:8,.0f} reviews/s {done / cpu:8,.0f} reviews/CPU s  "
                f"peak {peak:,.0f} MB  {dict(outcomes)}",
                flush=True,
            )
    return cpu


def revisions(store: Store) -> int:
    """How many changes are recorded."""
    return sum(1 for _ in streams.revisions(store))


def main() -> int:
    """Run it twice, and say how the second run compares; 1 where it changed a row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviews", type=int, default=50_000)
    parser.add_argument("--batch", type=int, default=5_000)
    parser.add_argument("--database", help="an SQLAlchemy URL; default: a new SQLite file in a temporary folder")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_store(args.database or f"{folder}/bench.sqlite") as store:
        first = run(store, "first", args.reviews, args.batch)
        before = revisions(store)
        second = run(store, "second", args.reviews, args.batch)
        added = revisions(store) - before
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
        if size:
            print(f"database {size / 1e6:,.0f} MB, {size / args.reviews:,.0f} bytes a review")
    print(f"the second run took {second / first:.2f} of the first one's CPU time and changed {added} reviews")
    return int(added > 0)


if __name__ == "__main__":
    sys.exit(main())
