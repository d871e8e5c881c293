"""One film, and one review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from aggregator import compare
from aggregator.compare.inferred import with_stance
from aggregator.store import Store, queries, read_film, read_web
from aggregator.store.rows import StoredFilm, StoredReview, Story
from aggregator.web import bodies, cursors, models
from aggregator.web.convert import film_of, interval_of, review_of, values_of
from aggregator.web.views.moments import at_once
from aggregator.web.views.voices import furthest, rating_changes, review_with

REVIEWS_AT_ONCE = 30
"""Reviews of a film on one page."""
FIRST_ROWS = 5
MOST_INFERRED = 100
"""Reviews without a score whose verdicts are read for one answer, those stored last."""


@at_once
def film(
    store: Store,
    film_id: int,
    *,
    inferred: bool = False,
    sort: str = "score",
    after: str | None = None,
    limit: int = REVIEWS_AT_ONCE,
) -> bodies.Comparison | None:
    """One film's comparison; None where there is no such film. Raises BadCursor."""
    found = queries.film(store, film_id)
    if found is None:
        return None
    kind = f"stories/{sort}"
    figures = read_film.figures(store, found.id)
    place = cursors.decode(after, kind)
    rows = read_film.stories_page(
        store, found.id, sort=sort, after=place, limit=limit + 1, has_copies=figures.copies > 0
    )
    stories = [story for story, _ in rows[:limit]]
    voices = [_voice(story.original, inferred) for story in stories]
    summary = compare.summarise_counts(
        figures.scores,
        unrated=figures.voices - sum(figures.scores.values()),
        copies=figures.copies,
        outlets=figures.outlets,
        inferred=_inferred(store, found.id) if inferred else {},
        voices=tuple(voices),
        folded=tuple(copy.voice() for story in stories for copy in story.copies),
        with_inferred=inferred,
    )
    numbers = _summary(summary)
    whole = [story.original for story in stories] if after is None and len(rows) <= limit else None
    kindest, harshest = furthest(store, found.id, numbers, whole)
    changes = rating_changes(store, voices)
    return bodies.Comparison.of(
        {
            "film": film_of(found),
            "summary": numbers,
            "reviews": [
                _voiced(story, voice, changes.get(voice.review_id))
                for story, voice in zip(stories, voices, strict=True)
            ],
            "next": cursors.encode(kind, *rows[limit - 1][1]) if len(rows) > limit else None,
            "kindest": kindest,
            "harshest": harshest,
            "first": [_early(voice) for voice in _earliest(store, found.id, whole)],
            "over_time": [_point(point) for point in _course(store, found, whole)],
            "recorded": [_recorded(row) for row in read_film.recorded(store, found.id)],
            "explain": [
                models.Step.of(line._asdict()) for line in compare.explain(summary, policy=read_web.policy(store))
            ],
        }
    )


def _earliest(store: Store, film_id: int, whole: Sequence[StoredReview] | None) -> Sequence[compare.Voice]:
    """Who was first, of all voices where they have been read."""
    if whole is None:
        return read_film.earliest(store, film_id, FIRST_ROWS)
    return compare.first_on(review.voice() for review in whole)[:FIRST_ROWS]


def _course(store: Store, film: StoredFilm, whole: Sequence[StoredReview] | None) -> Sequence[compare.Point]:
    """The mean over time, of all voices where they have been read."""
    if whole is None:
        return read_film.course(store, film.id, film.voices)
    return compare.over_time(review.voice() for review in whole)


def film_named(store: Store, film_id: int) -> models.Film | None:
    """One film without its reviews; None where there is no such film."""
    found = queries.film(store, film_id)
    return None if found is None else film_of(found)


def _voice(review: StoredReview, inferred: bool) -> compare.Voice:
    voice = review.voice()
    if inferred and review.verdict is not None:
        return with_stance(voice, review.verdict.text, review.language, review.film_title)
    return voice


def _inferred(store: Store, film_id: int) -> Mapping[str | None, int]:
    """The stances of verdicts without a rating."""
    voices = [_voice(review, True) for review in read_film.unrated(store, film_id, MOST_INFERRED)]
    return Counter(voice.stance for voice in voices if voice.confidence is not None)


def _voiced(story: Story, voice: compare.Voice, change: models.RatingChange | None) -> models.Voiced:
    return models.Voiced.of(
        values_of(story.original, voice)
        | {"rating_change": change, "copies": [review_of(copy) for copy in story.copies]}
    )


def _early(voice: compare.Voice) -> models.Early:
    return models.Early.of(
        {"review_id": voice.review_id, "site": voice.outlet, "author": voice.author, "published": voice.published or ""}
    )


def _point(point: compare.Point) -> models.Point:
    return models.Point.of(
        {
            "published": point.published,
            "review_id": point.review_id,
            "score": point.score,
            "count": point.count,
            "mean": point.mean,
        }
    )


def _recorded(row: read_film.Recorded) -> models.Recorded:
    return models.Recorded.of({"day": row.day, "voices": row.voices, "scored": row.scored, "mean": row.mean})


def _summary(summary: compare.Summary) -> models.Summary:
    same = set(models.Summary.model_fields) - {"interval", "share_interval", "prior", "rule", "quartiles", "histogram"}
    prior = summary.prior
    return models.Summary(
        **{name: getattr(summary, name) for name in same},
        quartiles=None if summary.quartiles is None else list(summary.quartiles),
        histogram=list(summary.histogram),
        interval=interval_of(summary.interval),
        share_interval=interval_of(summary.share_interval),
        prior=f"a mean of {prior.mean:g} worth {prior.voices:g} voices ({prior.source})",
        rule=compare.DEFAULT_RULE,
    )


@at_once
def review(store: Store, review_id: int, *, inferred: bool = False) -> bodies.ReviewDetail | None:
    """One review with its claims and history; None where there is no such review."""
    found = queries.review(store, review_id)
    if found is None:
        return None
    about = None if found.film_id is None else queries.film(store, found.film_id)
    return bodies.ReviewDetail(
        review=review_with(found, inferred),
        film=None if about is None else film_of(about),
        claims=[_claim(claim) for claim in found.claims],
        history=[
            models.Revision(
                at=revision.at,
                cause=revision.cause,
                reader=revision.reader,
                changes=[
                    models.Change(field=name, before=old, after=new) for name, (old, new) in revision.changes.items()
                ],
            )
            for revision in queries.history(store, review_id)
        ],
    )


def _claim(claim: Mapping[str, Any]) -> models.Claim:
    names = ("field", "raw", "source", "where")
    return models.Claim(
        **{name: str(claim[name]) for name in names},
        value=claim.get("value"),
        chosen=bool(claim.get("chosen")),
    )
