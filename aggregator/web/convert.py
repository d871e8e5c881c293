"""Stored rows as what pages and API show, quotes capped."""

from __future__ import annotations

from collections.abc import Collection

from aggregator.compare import Interval, Voice
from aggregator.store import Store, ledger, read_web
from aggregator.store.rows import StoredFilm, StoredReview, StoredSite
from aggregator.values.verdict import Verdict
from aggregator.web import models

QUOTE = 300
"""Characters of a verdict that are quoted; the whole stands on its blog."""
RATING = ("raw", "value", "best", "worst", "style", "scale_source")
PLAIN = (
    *("id", "url", "site", "headline", "film_id", "film_title", "film_year", "author", "published", "language"),
    *("complete", "words", "story_id", "copy_of", "held", "policy", "first_seen", "changed_at", "checked_at"),
    "gone_at",
)


def review_of(review: StoredReview, stance: Voice | None = None) -> models.Review:
    """A stored review; `stance`: its voice where that has an inferred stance."""
    rating = None
    if review.rating is not None:
        rating = models.Rating(**{name: getattr(review.rating, name) for name in RATING}, score=review.score)
    return models.Review(
        **{name: getattr(review, name) for name in PLAIN},
        rating=rating,
        verdict=None if review.verdict is None else quote(review.verdict),
        stance=None if stance is None else stance_of(stance),
        cast=list(review.cast),
        directors=list(review.directors),
        disputed=list(review.disputed),
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
    return models.Quote(text=text, capped=capped, explicit=verdict.explicit, label=verdict.label)


def film_of(film: StoredFilm) -> models.Film:
    """A stored film."""
    names = ("id", "year", "provisional", "voices", "scored", "mean", "lowest", "highest")
    return models.Film(
        **{name: getattr(film, name) for name in names},
        title=film.title,
        directors=list(film.directors),
        cast=list(film.cast),
        ids=dict(film.ids),
    )


def films_in(store: Store, ids: Collection[int]) -> dict[int, models.Film]:
    """Films by their ids."""
    return {id: film_of(film) for id, film in read_web.films_of(store, set(ids)).items()}


def outlet_of(site: StoredSite) -> models.Outlet:
    """A stored site."""
    return models.Outlet(**{name: getattr(site, name) for name in models.Outlet.model_fields})


def run_of(run: ledger.Run) -> models.Run:
    """A run of the ledger; its settings and process stay with the operator."""
    names = set(models.Run.model_fields) - {"outcomes", "causes"}
    return models.Run(
        **{name: getattr(run, name) for name in names}, outcomes=dict(run.outcomes), causes=dict(run.causes)
    )


def interval_of(interval: Interval | None) -> models.Interval | None:
    """An interval."""
    return None if interval is None else models.Interval(low=interval.low, high=interval.high)
