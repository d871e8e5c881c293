"""One film's reviews side by side, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from aggregator.cli.show import console, points, text

if TYPE_CHECKING:
    from rich.text import Text

    from aggregator.compare import Summary
    from aggregator.store import Store
    from aggregator.store.read_voices import RatingChange
    from aggregator.store.rows import StoredFilm, StoredReview, Story

SUMMARY = ("count", "mean", "median", "spread", "lowest", "highest", "unrated", "copies", "share_positive", "stances")
VERDICT = 240
"""Characters of a verdict that are printed; the whole stands in the JSON."""


def compare(store: Store, film: StoredFilm) -> tuple[list[Story], Summary, dict[int, RatingChange]]:
    """The film's reviews, each text once, their summary, and the last change of each one's rating."""
    from aggregator.compare import summarise
    from aggregator.store import queries
    from aggregator.store.read_voices import rating_changes

    stories = queries.film_stories(store, film.id)
    changes = rating_changes(store, [story.original.id for story in stories])
    return stories, summarise(queries.voices(store, film_id=film.id)), changes


def as_json(
    film: StoredFilm, stories: list[Story], summary: Summary, changes: Mapping[int, RatingChange]
) -> dict[str, Any]:
    """The comparison as JSON-ready data; each review lists its copies, and the last change of its rating."""
    from dataclasses import asdict

    reviews = [
        story.original.as_dict()
        | {"copies": [copy.as_dict() for copy in story.copies]}
        | {"rating_change": asdict(changes[story.original.id]) if story.original.id in changes else None}
        for story in stories
    ]
    return {
        "film": film.as_dict(),
        "summary": {name: getattr(summary, name) for name in SUMMARY},
        "reviews": reviews,
    }


def show(film: StoredFilm, stories: list[Story], summary: Summary, changes: Mapping[int, RatingChange]) -> None:
    """Print the comparison: a row for each review, the best first, its verdict below it, and the figures at the end."""
    from rich.table import Table

    out = console()
    by = f", {' and '.join(film.directors)}" if film.directors else ""
    out.print(text(f"{named(film)}{by}", "bold"))
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("blog", "author", "date", "rating", "score"):
        table.add_column(name, justify="right" if name == "score" else "left", overflow="fold")
    ranked = sorted(stories, key=lambda story: (story.original.score is None, -(story.original.score or 0)))
    for story in ranked:
        table.add_row(*_cells(story.original, changes.get(story.original.id)))
        if story.original.quotes is not None:
            table.add_row(text(f"└ quotes review {story.original.quotes}", "dim"))
        for copy in story.copies:
            table.add_row(*_copy_cells(copy))
    out.print(table)
    out.print(text(in_words(summary)))
    out.print()
    for story in ranked:
        if story.original.verdict is not None:
            out.print(text(f"{story.original.site}: ", "bold") + text(_short(story.original.verdict.text)))


def _cells(review: StoredReview, change: RatingChange | None) -> tuple[Text, ...]:
    rating = text(review.rating.raw) if review.rating else text("none", "dim")
    if change is not None:
        rating += text(f" (was {change.before or 'none'})", "dim")
    day = text((review.published or "")[:10])
    return text(review.site), text(review.author), day, rating, text(points(review.score))


def _copy_cells(copy: StoredReview) -> tuple[Text, ...]:
    cells = (f"└ {copy.site}", copy.author, (copy.published or "")[:10], "a copy, not counted", " ")
    return tuple(text(cell, "dim") for cell in cells)


def _short(verdict: str) -> str:
    return verdict if len(verdict) <= VERDICT else verdict[: VERDICT - 1].rsplit(" ", 1)[0] + "…"


def in_words(summary: Summary) -> str:
    """The figures in one line: mean, median, spread, count, and who was not counted."""
    rest = []
    if summary.unrated:
        rest.append(f"{summary.unrated} without a rating, not counted")
    if summary.copies:
        rest.append(f"{summary.copies} {'copy' if summary.copies == 1 else 'copies'} folded under the original")
    if not summary.count:
        return "; ".join(["no score", *rest])
    figures = [f"mean {points(summary.mean)}", f"median {points(summary.median)}"]
    if summary.spread is not None:
        figures.append(f"spread {points(summary.spread)} ({points(summary.lowest)} to {points(summary.highest)})")
    counted = f"{summary.count} {'score' if summary.count == 1 else 'scores'}"
    return "; ".join([f"{', '.join(figures)} of {counted}", *rest])


def named(film: StoredFilm) -> str:
    """Title and year as people write them."""
    return f"{film.title} ({film.year})" if film.year else film.title
