"""Who disagrees about a film, who changed their mind, and what the words of reviews without a rating show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from aggregator.compare import Voice
from aggregator.compare.inferred import with_stance
from aggregator.store import Store, read_voices, read_web
from aggregator.store.read_web import ReviewFilter
from aggregator.store.rows import StoredReview
from aggregator.web import models
from aggregator.web.convert import review_of

FURTHEST_ROWS = 3
READ_AT_MOST = 300
"""Verdicts of an outlet or author that are read for their stance."""
DISAGREE_FROM = 3
"""Scores from which some lie further out than others."""


def furthest(
    store: Store, film_id: int, summary: models.Summary, voices: Sequence[StoredReview] | None = None
) -> tuple[list[models.Review], list[models.Review]]:
    """The voices furthest above a film's mean and those furthest below it; none where the scores are few or equal.

    `voices`: all of the film's, where they have been read.
    """
    mean = summary.mean
    if mean is None or summary.count < DISAGREE_FROM or summary.lowest == summary.highest:
        return [], []
    rows = min(FURTHEST_ROWS, summary.count // 2)
    if voices is None:
        above, below = read_voices.extremes(store, film_id, limit=rows)
    else:
        above, below = read_voices.extremes_of(voices, limit=rows)
    return (
        [review_of(review) for review in above if (review.score or 0.0) > mean],
        [review_of(review) for review in below if (review.score or 0.0) < mean],
    )


def rating_changes(store: Store, voices: Sequence[Voice]) -> dict[int, models.RatingChange]:
    """Review to the last change of its rating, of those voices that had one."""
    found = read_voices.rating_changes(store, [voice.review_id for voice in voices])
    return {
        id: models.RatingChange(at=change.at, cause=change.cause, before=change.before, after=change.after)
        for id, change in found.items()
    }


def review_with(review: StoredReview, inferred: bool) -> models.Review:
    """A review; where it is asked for, with the stance that its words show."""
    if not inferred or review.verdict is None:
        return review_of(review)
    return review_of(review, with_stance(review.voice(), review.verdict.text, review.language, review.film_title))


def inferred_stances(store: Store, own: ReviewFilter) -> dict[models.StanceLabel, int]:
    """How many of the newest reviews without a rating read as positive, mixed and negative."""
    unrated = read_web.reviews_page(store, replace(own, rated=False), sort="stored", limit=READ_AT_MOST)
    read = (review_with(review, True).stance for review, _ in unrated if review.copy_of is None)
    found = Counter(stance.label for stance in read if stance is not None)
    return {label: found[label] for label in get_args(models.StanceLabel)}
