"""Stored rows as what pages and API show, quotes capped."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from aggregator.compare import Interval, Voice
from aggregator.store import Store, ledger, read_web
from aggregator.store.rows import StoredFilm, StoredReview, StoredSite
from aggregator.values.rating import Rating
from aggregator.values.verdict import Verdict
from aggregator.web import models

QUOTE = 300
"""Characters of a verdict that are quoted; the whole stands on its blog."""
OUTLET = tuple(models.Outlet.model_fields)
RUN = frozenset(models.Run.model_fields) - {"outcomes", "causes"}


def review_of(review: StoredReview, stance: Voice | None = None) -> models.Review:
    """A stored review; `stance`: its voice where that has an inferred stance."""
    return models.Review.of(values_of(review, stance))


def values_of(review: StoredReview, stance: Voice | None = None) -> dict[str, Any]:
    """What a review's record holds, by name and in order."""
    return {
        "id": review.id,
        "url": review.url,
        "site": review.site,
        "headline": review.headline,
        "film_id": review.film_id,
        "film_title": review.film_title,
        "film_year": review.film_year,
        "author": review.author,
        "published": review.published,
        "language": review.language,
        "rating": None if review.rating is None else _rating(review.rating, review.score),
        "verdict": None if review.verdict is None else quote(review.verdict),
        "stance": None if stance is None else stance_of(stance),
        "cast": list(review.cast),
        "directors": list(review.directors),
        "disputed": list(review.disputed),
        "complete": review.complete,
        "words": review.words,
        "story_id": review.story_id,
        "copy_of": review.copy_of,
        "quotes": review.quotes,
        "held": review.held,
        "policy": review.policy,
        "first_seen": review.first_seen,
        "changed_at": review.changed_at,
        "checked_at": review.checked_at,
        "gone_at": review.gone_at,
    }


def _rating(rating: Rating, score: float | None) -> models.Rating:
    return models.Rating.of(
        {
            "raw": rating.raw,
            "value": rating.value,
            "best": rating.best,
            "worst": rating.worst,
            "style": rating.style,
            "scale_source": rating.scale_source,
            "score": score,
        }
    )


def stance_of(voice: Voice) -> models.Stance | None:
    """The inferred stance of a voice."""
    if voice.confidence is None:
        return None
    return models.Stance.model_validate(
        {"label": voice.stance, "confidence": voice.confidence, "words": voice.stance_rule or ""}
    )


def quote(verdict: Verdict) -> models.Quote:
    """A verdict, cut behind a word where it is long."""
    text = verdict.text
    capped = len(text) > QUOTE
    if capped:
        head = text[:QUOTE]
        text = f"{head.rsplit(' ', 1)[0] if ' ' in head[QUOTE // 2 :] else head}…"
    return models.Quote.of({"text": text, "capped": capped, "explicit": verdict.explicit, "label": verdict.label})


def film_of(film: StoredFilm) -> models.Film:
    """A stored film."""
    return models.Film.of(
        {
            "id": film.id,
            "title": film.title,
            "year": film.year,
            "directors": list(film.directors),
            "cast": list(film.cast),
            "ids": dict(film.ids),
            "provisional": film.provisional,
            "voices": film.voices,
            "scored": film.scored,
            "mean": film.mean,
            "lowest": film.lowest,
            "highest": film.highest,
        }
    )


def films_in(store: Store, ids: Collection[int]) -> dict[int, models.Film]:
    """Films by their ids."""
    return {id: film_of(film) for id, film in read_web.films_of(store, set(ids)).items()}


def outlet_of(site: StoredSite) -> models.Outlet:
    """A stored site."""
    return models.Outlet.of({name: getattr(site, name) for name in OUTLET})


def run_of(run: ledger.Run) -> models.Run:
    """A run of the ledger; its settings and process stay with the operator."""
    return models.Run(
        **{name: getattr(run, name) for name in RUN}, outcomes=dict(run.outcomes), causes=dict(run.causes)
    )


def interval_of(interval: Interval | None) -> models.Interval | None:
    """An interval."""
    return None if interval is None else models.Interval.of({"low": interval.low, "high": interval.high})
