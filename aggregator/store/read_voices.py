"""Single voices of a film that readers look for: the furthest from the others, and those that changed their mind."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Integer, bindparam, select

from aggregator.store.engine import Store
from aggregator.store.rows import StoredReview
from aggregator.store.selects import VOICE, among, review_of, reviews_select, score
from aggregator.store.tables import ReviewRow, RevisionRow

BY_THE_PAGE = ("edited", "reparsed")
"""Causes of a revision that may change a rating."""


@dataclass(frozen=True, slots=True)
class RatingChange:
    """The last change of a review's rating, as written; None where it stated none."""

    at: str  # ISO 8601, UTC
    cause: str  # edited (the page changed) or reparsed (our reading did)
    before: str | None
    after: str | None


_OF_FILM = reviews_select().where(ReviewRow.film_id == bindparam("film"), *VOICE, score >= 0)
_HIGHEST = _OF_FILM.order_by(score.desc(), ReviewRow.id.desc()).limit(bindparam("limit", type_=Integer))
_LOWEST = _OF_FILM.order_by(score, ReviewRow.id).limit(bindparam("limit", type_=Integer))
_CHANGES = (
    select(RevisionRow.review_id, RevisionRow.at, RevisionRow.cause, RevisionRow.changes)
    .where(among(RevisionRow.review_id, "ids"))
    .where(RevisionRow.cause.in_(BY_THE_PAGE))
    .order_by(RevisionRow.id)
)


def extremes(store: Store, film_id: int, *, limit: int) -> tuple[list[StoredReview], list[StoredReview]]:
    """The voices with the highest scores of a film, and those with the lowest, each the furthest out first."""
    asked = {"film": film_id, "limit": limit}
    with store.read() as connection:
        kindest = [review_of(row) for row in connection.execute(_HIGHEST, asked).all()]
        return kindest, [review_of(row) for row in connection.execute(_LOWEST, asked).all()]


def extremes_of(voices: Iterable[StoredReview], *, limit: int) -> tuple[list[StoredReview], list[StoredReview]]:
    """The same of voices that have been read."""
    rated = sorted((voice for voice in voices if voice.score is not None), key=lambda voice: (voice.score, voice.id))
    return rated[::-1][:limit], rated[:limit]


def rating_changes(store: Store, review_ids: Collection[int]) -> dict[int, RatingChange]:
    """The last change of the rating of each of these reviews that had one."""
    found: dict[int, RatingChange] = {}
    with store.read() as connection:
        for review_id, at, cause, changes in connection.execute(_CHANGES, {"ids": list(review_ids)}).all():
            if "rating_raw" in changes:
                found[review_id] = RatingChange(at, cause, *changes["rating_raw"])
    return found
