"""One film's reviews side by side, and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aggregator.cli.show import console, points, print_table, text

if TYPE_CHECKING:
    from aggregator.compare import Summary
    from aggregator.store import Store
    from aggregator.store.rows import StoredFilm, StoredReview, Story

SUMMARY = ("count", "mean", "median", "spread", "lowest", "highest", "unrated", "copies", "share_positive", "stances")
VERDICT = 240
"""Characters of a verdict that a table shows; the whole stands in the JSON."""


def compare(store: Store, film: StoredFilm) -> tuple[list[Story], Summary]:
    """The film's reviews, each text once, and their summary."""
    from aggregator.compare import summarise
    from aggregator.store import queries

    return queries.film_stories(store, film.id), summarise(queries.voices(store, film_id=film.id))


def as_json(film: StoredFilm, stories: list[Story], summary: Summary) -> dict[str, Any]:
    """The comparison as JSON-ready data; each review lists its copies."""
    reviews = [story.original.as_dict() | {"copies": [copy.as_dict() for copy in story.copies]} for story in stories]
    return {
        "film": film.as_dict(),
        "summary": {name: getattr(summary, name) for name in SUMMARY},
        "reviews": reviews,
    }


def show(film: StoredFilm, stories: list[Story], summary: Summary) -> None:
    """Print the comparison as a table with its figures below."""
    by = f", {' and '.join(film.directors)}" if film.directors else ""
    console().print(text(f"{named(film)}{by}", "bold"))
    rows: list[tuple[Any, ...]] = []
    ranked = sorted(stories, key=lambda story: (story.original.score is None, -(story.original.score or 0)))
    for story in ranked:
        rows.append(_row(story.original))
        for copy in story.copies:
            day = (copy.published or "")[:10]
            note = text("the same text, published again", "dim")
            rows.append((text(f"└ {copy.site}", "dim"), text(copy.author, "dim"), text(day, "dim"), "", "", note))
    print_table(("blog", "author", "date", "rating", "score", "verdict"), rows, right=("score",))
    console().print(text(in_words(summary)))


def _row(review: StoredReview) -> tuple[Any, ...]:
    verdict = review.verdict.text if review.verdict else None
    if verdict and len(verdict) > VERDICT:
        verdict = verdict[: VERDICT - 1].rsplit(" ", 1)[0] + "…"
    rating = review.rating.raw if review.rating else text("none", "dim")
    return (review.site, review.author, (review.published or "")[:10], rating, points(review.score), verdict)


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
