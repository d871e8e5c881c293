"""What queries give: stored reviews, films, sites and their history, as plain frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aggregator.compare import Voice
from aggregator.scoring import opinion
from aggregator.values.rating import Rating
from aggregator.values.verdict import Verdict

Claims = tuple[Mapping[str, Any], ...]
"""Claims as stored: field, raw, source, where, and where they apply value and chosen."""


@dataclass(frozen=True, slots=True)
class StoredReview:
    """One stored review with its outlet and film."""

    id: int
    url: str
    site: str
    headline: str | None
    film_title: str  # as the page writes it
    film_year: int | None  # as the page states it
    author: str | None
    published: str | None
    language: str | None
    rating: Rating | None
    score: float | None  # 0..100 under `policy`
    policy: str | None
    verdict: Verdict | None
    cast: tuple[str, ...]
    directors: tuple[str, ...]
    disputed: tuple[str, ...]
    complete: bool
    words: int
    film_id: int | None  # None: held
    held: str | None  # why
    story_id: int
    copy_of: int | None  # None: the original, which alone counts
    quotes: int | None
    gone_at: str | None
    first_seen: str
    changed_at: str
    checked_at: str
    claims: Claims = ()  # only where they were asked for

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready: the keys of `Review.as_dict`, and beside them what the store knows."""
        rating = verdict = None
        if self.rating is not None:
            names = ("raw", "value", "best", "worst", "style", "scale_source")
            rating = {name: getattr(self.rating, name) for name in names} | {"score": self.score}
        if self.verdict is not None:
            verdict = {"text": self.verdict.text, "explicit": self.verdict.explicit, "label": self.verdict.label}
        return {
            "url": self.url,
            "site": self.site,
            "headline": self.headline,
            "film_title": self.film_title,
            "film_year": self.film_year,
            "author": self.author,
            "published": self.published,
            "language": self.language,
            "rating": rating,
            "cast": list(self.cast),
            "directors": list(self.directors),
            "verdict": verdict,
            "complete": self.complete,
            "provenance": provenance(self.claims),
            "id": self.id,
            "film_id": self.film_id,
            "story_id": self.story_id,
            "copy_of": self.copy_of,
            "quotes": self.quotes,
            "held": self.held,
            "disputed": list(self.disputed),
            "policy": self.policy,
            "opinion": opinion(self.rating) if self.rating else None,
            "words": self.words,
            "gone_at": self.gone_at,
            "first_seen": self.first_seen,
            "changed_at": self.changed_at,
            "checked_at": self.checked_at,
        }

    def voice(self) -> Voice:
        """The review as a comparison needs it."""
        rating = self.rating
        return Voice(
            review_id=self.id,
            outlet=self.site,
            film_id=self.film_id,
            story_id=self.story_id,
            author=self.author,
            published=self.published,
            score=self.score,
            raw=rating.raw if rating else None,
            value=rating.value if rating else None,
            best=rating.best if rating else None,
            worst=rating.worst if rating else None,
            style=rating.style if rating else None,
            scale_source=rating.scale_source if rating else None,
            url=self.url,
        )


def provenance(claims: Claims) -> dict[str, list[dict[str, str]]]:
    """Field to the chosen claims' source, place and text."""
    found: dict[str, list[dict[str, str]]] = {}
    for claim in claims:
        if claim.get("chosen"):
            proof = {name: claim[name] for name in ("source", "where", "raw")}
            found.setdefault(claim["field"], []).append(proof)
    return found


@dataclass(frozen=True, slots=True)
class Story:
    """One text: its first publication, and the copies of it."""

    original: StoredReview
    copies: tuple[StoredReview, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredFilm:
    """One film with what its voices say; a copy is no voice of its own."""

    id: int
    title: str
    year: int | None
    directors: tuple[str, ...]
    cast: tuple[str, ...]
    ids: Mapping[str, str]
    provisional: bool  # made of reviews, not known to a catalogue
    voices: int
    scored: int  # voices with a score
    mean: float | None  # of the scores, 0..100
    lowest: float | None
    highest: float | None

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready, field by field."""
        row = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return row | {"directors": list(self.directors), "cast": list(self.cast), "ids": dict(self.ids)}


@dataclass(frozen=True, slots=True)
class StoredSite:
    """One outlet with what is stored of it."""

    name: str
    home: str | None
    reviews: int
    copies: int  # of these: of texts that stand elsewhere
    scored: int
    mean: float | None
    oldest: str | None  # published
    newest: str | None
    left_out: int
    quarantined: int
    scale: Mapping[str, Any] | None
    positive: float | None  # the outlet's rule, on its scale: praise from here on
    negative: float | None  # blame up to here; mixed lies between
    last_run: str | None  # when it began
    state: str | None  # of that run

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready, field by field."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True, slots=True)
class StoredLeftOut:
    """A post that was not taken."""

    url: str
    site: str
    headline: str | None
    label: str
    score: float
    reasons: tuple[str, ...]
    first_seen: str


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A page on which a finder raised."""

    url: str
    site: str
    finder: str
    traceback: str
    run_id: int | None
    first_seen: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One change of a review."""

    id: int
    review_id: int
    at: str
    cause: str  # new, edited, reparsed, gone, back
    changes: Mapping[str, tuple[Any, Any]]  # field to (from, to)
    reader: str  # code version
    run_id: int | None
