"""One film, and one review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from aggregator import compare
from aggregator.compare.inferred import with_stance
from aggregator.store import Store, queries
from aggregator.store.rows import StoredReview, Story
from aggregator.web import bodies, cursors, models
from aggregator.web.convert import film_of, interval_of, review_of
from aggregator.web.views.voices import furthest, review_with, with_changes

REVIEWS_AT_ONCE = 50
"""Reviews of a film on one page."""
FIRST_ROWS = 5
STORY_SORTS = ("score", "published", "outlet")


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
    stories = queries.film_stories(store, found.id)
    voices = [_voice(review, inferred) for story in stories for review in (story.original, *story.copies)]
    summary = compare.summarise(voices, with_inferred=inferred)
    stances = {voice.review_id: voice for voice in voices if voice.confidence is not None}
    place = cursors.decode(after, f"stories/{sort}")
    begin = 0 if place is None else int(place[1])
    ordered = _in_order(stories, sort)
    shown = ordered[begin : begin + limit]
    end = cursors.encode(f"stories/{sort}", 0, begin + limit) if len(ordered) > begin + limit else None
    policy = next((story.original.policy for story in stories if story.original.policy), "default")
    figures = _summary(summary)
    kindest, harshest = furthest(store, found.id, figures)
    return bodies.Comparison(
        film=film_of(found),
        summary=figures,
        reviews=with_changes(store, [_voiced(story, stances) for story in shown]),
        next=end,
        kindest=kindest,
        harshest=harshest,
        first=[_early(voice) for voice in compare.first_on(voices)[:FIRST_ROWS]],
        recorded=[],
        over_time=[models.Point(**{name: getattr(p, name) for name in p.__slots__}) for p in compare.over_time(voices)],
        explain=[models.Step(**line._asdict()) for line in compare.explain(summary, policy=policy)],
    )


def _voice(review: StoredReview, inferred: bool) -> compare.Voice:
    voice = review.voice()
    if inferred and review.verdict is not None:
        return with_stance(voice, review.verdict.text, review.language)
    return voice


def _in_order(stories: Iterable[Story], sort: str) -> list[Story]:
    """Stories by score, the highest first; by publication, the newest first; or by outlet."""
    rows = list(stories)
    if sort == "outlet":
        return sorted(rows, key=lambda story: (story.original.site, story.original.id))
    if sort == "published":
        return rows
    return sorted(rows, key=lambda story: (story.original.score is None, -(story.original.score or 0.0)))


def _voiced(story: Story, stances: Mapping[int, compare.Voice]) -> models.Voiced:
    head = review_of(story.original, stances.get(story.original.id))
    return models.Voiced(**dict(head), copies=[review_of(copy) for copy in story.copies])


def _early(voice: compare.Voice) -> models.Early:
    return models.Early(
        review_id=voice.review_id, site=voice.outlet, author=voice.author, published=voice.published or ""
    )


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
