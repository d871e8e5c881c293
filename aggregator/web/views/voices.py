"""Who disagrees about a film, and who changed their mind."""

from __future__ import annotations

from collections.abc import Sequence

from aggregator.store import Store, read_voices
from aggregator.web import models
from aggregator.web.convert import review_of

FURTHEST_ROWS = 3
DISAGREE_FROM = 3
"""Scores from which some lie further out than others."""


def furthest(store: Store, film_id: int, summary: models.Summary) -> tuple[list[models.Review], list[models.Review]]:
    """The voices furthest above a film's mean and those furthest below it; none where the scores are few or equal."""
    mean = summary.mean
    if mean is None or summary.count < DISAGREE_FROM or summary.lowest == summary.highest:
        return [], []
    above, below = read_voices.extremes(store, film_id, limit=min(FURTHEST_ROWS, summary.count // 2))
    return (
        [review_of(review) for review in above if (review.score or 0.0) > mean],
        [review_of(review) for review in below if (review.score or 0.0) < mean],
    )


def with_changes(store: Store, voices: Sequence[models.Voiced]) -> list[models.Voiced]:
    """The voices, each with the last change of its rating."""
    changes = read_voices.rating_changes(store, [voice.id for voice in voices])
    return [
        voice.model_copy(update={"rating_change": change_of(changes[voice.id])}) if voice.id in changes else voice
        for voice in voices
    ]


def change_of(change: read_voices.RatingChange) -> models.RatingChange:
    """A stored change of a rating."""
    return models.RatingChange(at=change.at, cause=change.cause, before=change.before, after=change.after)
