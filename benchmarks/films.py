"""Measures film catalogues: building one of IMDb's size from generated tables, opening it, and finding films in it."""

from __future__ import annotations

import argparse
import gzip
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from aggregator.films import build_catalog, open_catalog, resolve_film

SYLLABLES = [one + two for one in "bdfgklmnprstvz" for two in "aeio"]
HEADLINES = (
    "{title} review",
    "Film Review: {title} ({year})",
    "{title}: a night to forget",
    "{director}'s {title}",
    "Why I loved ‘{title}’",
    "{typo} (Blu-ray)",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--films", type=int, default=700_000)
    parser.add_argument("--akas", type=int, default=5_000_000)
    parser.add_argument("--headlines", type=int, default=2_000)
    parser.add_argument("--folder", type=Path, help="keep the tables and the catalogue here, and use them again")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        names = _names(200_000)
        titles = [_title(random.Random(number)) for number in range(args.films)]
        if not (folder / "name.basics.tsv.gz").exists():
            _write_tables(folder, titles, names, args.akas)
        _measure(folder, titles, names, args.headlines)


def _measure(folder: Path, titles: list[str], names: list[str], headlines: int) -> None:
    before = _peak()
    started, busy = time.perf_counter(), time.process_time()
    built = build_catalog(folder, folder / "films.db")
    print(
        f"build   {built.films:,} films, {built.titles:,} title keys: {time.perf_counter() - started:.0f} s "
        f"({time.process_time() - busy:.0f} s CPU), peak memory {_peak():.0f} MB ({before:.0f} MB before), "
        f"file {(folder / 'films.db').stat().st_size / 1e6:.0f} MB"
    )
    started = time.perf_counter()
    catalog = open_catalog(folder / "films.db")
    print(f"open    {1000 * (time.perf_counter() - started):.1f} ms")
    rng = random.Random(7)
    right = wrong = 0
    busy = time.process_time()
    for number in rng.sample(range(len(titles)), headlines):
        headline, director, year = _headline(rng, number, titles, names)
        found = resolve_film(headline, [director], published=f"{year + rng.randint(0, 3)}-05-01", catalog=catalog)
        right += [film.ids["imdb"] for film in found] == [f"tt{number + 1:07d}"]
        wrong += bool(found) and found[0].ids["imdb"] != f"tt{number + 1:07d}"
    each = 1000 * (time.process_time() - busy) / headlines
    print(f"resolve {headlines:,} headlines: {each:.2f} ms CPU each, {right} right, {wrong} wrong")


def _headline(rng: random.Random, number: int, titles: list[str], names: list[str]) -> tuple[str, str, int]:
    title, director, year = titles[number], names[number % len(names)], _year(number)
    at = rng.randrange(1, len(title) - 1)
    typo = title[:at] + title[at + 1 :]
    return rng.choice(HEADLINES).format(title=title, typo=typo, director=director, year=year), director, year


def _write_tables(folder: Path, titles: list[str], names: list[str], akas: int) -> None:
    def basics() -> Iterator[str]:
        for number, title in enumerate(titles):
            yield f"tt{number + 1:07d}\tmovie\t{title}\t{title}\t0\t{_year(number)}\t\\N\t90\tDrama"

    def other_titles() -> Iterator[str]:
        rng = random.Random(11)
        each = akas // len(titles)
        for number in range(len(titles)):
            for place in range(each + (number < akas % len(titles))):
                yield f"tt{number + 1:07d}\t{place + 1}\t{_title(rng)}\tXX\t\\N\t\\N\t\\N\t0"

    def credits() -> Iterator[str]:
        rng = random.Random(13)
        for number in range(len(titles)):
            people = [number % len(names), *(rng.randrange(len(names)) for _ in range(8))]
            for place, person in enumerate(people):
                job = "actor" if place else "director"
                yield f"tt{number + 1:07d}\t{place + 1}\tnm{person + 1:07d}\t{job}\t\\N\t\\N"

    def people() -> Iterator[str]:
        for number, name in enumerate(names):
            yield f"nm{number + 1:07d}\t{name}\t\\N\t\\N\tactor\t\\N"

    _write(folder / "title.basics.tsv.gz", basics)
    _write(folder / "title.akas.tsv.gz", other_titles)
    _write(folder / "title.principals.tsv.gz", credits)
    _write(folder / "name.basics.tsv.gz", people)


def _write(path: Path, rows: Callable[[], Iterator[str]]) -> None:
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as file:
        file.writelines(row + "\n" for row in rows())


def _title(rng: random.Random) -> str:
    """One to five invented words, with an article or a number now and then."""
    words = [
        "".join(rng.choices(SYLLABLES, k=rng.choice((2, 2, 3)))).title()
        for _ in range(rng.choice((1, 2, 2, 3, 3, 4, 5)))
    ]
    if rng.random() < 0.3:
        words.insert(0, "The")
    if rng.random() < 0.05:
        words.append(str(rng.randint(2, 9)))
    return " ".join(words)


def _names(number: int) -> list[str]:
    rng = random.Random(3)
    return [" ".join("".join(rng.choices(SYLLABLES, k=3)).title() for _ in range(2)) for _ in range(number)]


def _year(number: int) -> int:
    return 1930 + number * 7919 % 95


def _peak() -> float:
    """The process's largest memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
