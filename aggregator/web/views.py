"""What a page shows, read from the store: one function a page, and the same for its JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from aggregator import compare
from aggregator.compare.inferred import with_stance
from aggregator.scoring import POLICIES
from aggregator.store import Store, queries, read_web
from aggregator.store.read_web import FilmFilter, ReviewFilter
from aggregator.store.rows import StoredReview, Story
from aggregator.web import bodies, cursors, models
from aggregator.web.convert import film_of, films_in, outlet_of, review_of, run_of

HOME_ROWS = 8
REVIEWS_AT_ONCE = 50
"""Reviews of a film on one page."""
TYPICAL_ROWS = 5
DIVISIVE_FROM = 3
"""Voices from which a film may count as divisive on the home page."""
RANKED_ROWS = 100
STORY_SORTS = ("score", "published", "outlet")


def home(store: Store) -> bodies.Home:
    """The figures, and what is most reviewed, newest and most divisive."""
    popular = read_web.films_page(store, FilmFilter(), sort="voices", limit=HOME_ROWS)
    newest = read_web.reviews_page(store, ReviewFilter(), sort="published", limit=HOME_ROWS)
    return bodies.Home(
        counts=counts(store),
        most_reviewed=[film_of(film) for film, _ in popular],
        newest=[review_of(review) for review, _ in newest],
        divisive=divisive(store, at_least=DIVISIVE_FROM, limit=HOME_ROWS).films,
    )


def counts(store: Store) -> models.Counts:
    """How much is stored."""
    found = read_web.counts(store)
    return models.Counts(**{name: getattr(found, name) for name in models.Counts.model_fields})


def films(
    store: Store, wanted: FilmFilter, *, sort: str = "voices", after: str | None = None, limit: int = 50
) -> bodies.Paged[models.Film]:
    """A part of the films; raises BadCursor, and KeyError for an unknown sort."""
    kind = f"films/{sort}"
    found = read_web.films_page(store, wanted, sort=sort, after=cursors.decode(after, kind), limit=limit + 1)
    end = cursors.encode(kind, *found[limit - 1][1]) if len(found) > limit else None
    return bodies.Paged[models.Film](items=[film_of(film) for film, _ in found[:limit]], next=end)


def reviews(
    store: Store, wanted: ReviewFilter, *, sort: str = "published", after: str | None = None, limit: int = 50
) -> bodies.Paged[models.Review]:
    """A part of the reviews; raises BadCursor, and KeyError for an unknown sort."""
    kind = f"reviews/{sort}"
    found = read_web.reviews_page(store, wanted, sort=sort, after=cursors.decode(after, kind), limit=limit + 1)
    end = cursors.encode(kind, *found[limit - 1][1]) if len(found) > limit else None
    return bodies.Paged[models.Review](items=[review_of(review) for review, _ in found[:limit]], next=end)


def changes(store: Store, since: str | None, *, limit: int) -> bodies.Changes:
    """Reviews that changed since a cursor; raises BadCursor."""
    place = cursors.decode(since, "changes")
    start = ("", 0) if place is None else (str(place[0]), place[1])
    found = read_web.changes(store, start, limit=limit + 1)
    more = len(found) > limit
    rows = found[:limit]
    at = rows[-1].changed_at if rows else start[0]
    end = cursors.encode("changes", at, rows[-1].id if more else 0)
    return bodies.Changes(items=[review_of(review) for review in rows], cursor=end, more=more)


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
    return bodies.Comparison(
        film=film_of(found),
        summary=_summary(summary),
        reviews=[_voiced(story, stances) for story in shown],
        next=end,
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


def _summary(summary: compare.Summary) -> models.Summary:
    same = set(models.Summary.model_fields) - {"interval", "share_interval", "prior", "rule", "quartiles", "histogram"}
    prior = summary.prior
    return models.Summary(
        **{name: getattr(summary, name) for name in same},
        quartiles=None if summary.quartiles is None else list(summary.quartiles),
        histogram=list(summary.histogram),
        interval=_interval(summary.interval),
        share_interval=_interval(summary.share_interval),
        prior=f"a mean of {prior.mean:g} worth {prior.voices:g} voices ({prior.source})",
        rule=compare.DEFAULT_RULE,
    )


def _interval(interval: compare.Interval | None) -> models.Interval | None:
    return None if interval is None else models.Interval(low=interval.low, high=interval.high)


def review(store: Store, review_id: int) -> bodies.ReviewDetail | None:
    """One review with its claims and history; None where there is no such review."""
    found = queries.review(store, review_id)
    if found is None:
        return None
    about = None if found.film_id is None else queries.film(store, found.film_id)
    return bodies.ReviewDetail(
        review=review_of(found),
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


def outlets(store: Store) -> list[models.Outlet]:
    """All outlets by name."""
    return [outlet_of(site) for site in queries.sites(store)]


def outlet(store: Store, name: str) -> bodies.Portrait | None:
    """One outlet's portrait; None where there is none of that name."""
    site = next((site for site in queries.sites(store) if site.name == name), None)
    if site is None:
        return None
    own = ReviewFilter(site=name)
    voices = [review.voice() for review in queries.iter_reviews(store, site=name) if review.copy_of is None]
    around = read_web.voices_beside(store, site=name)
    return _portrait(store, name, outlet_of(site), voices, compare.beside_others(name, around), own)


def side_by_side(store: Store, one: str, other: str) -> bodies.SideBySide | None:
    """Two outlets on the films of both; None where one of them is not there."""
    if not {one, other} <= {name for name, _ in read_web.outlet_names(store)}:
        return None
    shared = compare.pairs(*([row.voice() for row in queries.iter_reviews(store, site=name)] for name in (one, other)))
    agreement = compare.agree(shared)
    same = set(models.Agreement.model_fields) - {"spearman_interval", "difference_interval"}
    known = films_in(store, [row.film_id for row in shared])
    rows = [
        models.Shared(
            film=known[row.film_id],
            one=row.one,
            other=row.other,
            one_published=row.one_published,
            other_published=row.other_published,
        )
        for row in shared
        if row.film_id in known
    ]
    return bodies.SideBySide(
        one=one,
        other=other,
        agreement=models.Agreement(
            **{name: getattr(agreement, name) for name in same},
            spearman_interval=_interval(agreement.spearman_interval),
            difference_interval=_interval(agreement.difference_interval),
        ),
        films=sorted(rows, key=_apart, reverse=True),
    )


def _apart(row: models.Shared) -> float:
    return -1.0 if row.one is None or row.other is None else abs(row.one - row.other)


def author(store: Store, name: str) -> bodies.Portrait | None:
    """One author's portrait; None where no review is signed so."""
    voices = [review.voice() for review in queries.iter_reviews(store, author=name) if review.copy_of is None]
    if not voices:
        return None
    by_author = [_as_outlet(voice) for voice in read_web.voices_beside(store, author=name)]
    return _portrait(
        store, name, None, voices, compare.beside_others(f"author/{name}", by_author), ReviewFilter(author=name)
    )


def _as_outlet(voice: compare.Voice) -> compare.Voice:
    """The voice with its author in the outlet's place: an author is compared with all others, also of the outlet."""
    from dataclasses import replace

    return replace(voice, outlet=f"author/{voice.author}" if voice.author else voice.outlet)


def _portrait(
    store: Store,
    name: str,
    site: models.Outlet | None,
    voices: Sequence[compare.Voice],
    beside: Sequence[compare.OnFilm],
    own: ReviewFilter,
) -> bodies.Portrait:
    ranked = compare.by_typicality(beside)
    far = ranked[len(ranked) // 2 :][::-1][:TYPICAL_ROWS]
    near = ranked[: (len(ranked) + 1) // 2][:TYPICAL_ROWS]
    known = films_in(store, [row.film_id for row in (*near, *far)])
    leniency = compare.leniency(beside)
    return bodies.Portrait(
        name=name,
        outlet=site,
        habits=_habits(compare.habits(voices)),
        leniency=models.Leniency(
            films=leniency.films,
            difference=leniency.difference,
            interval=_interval(leniency.interval),
            shrunk=leniency.shrunk,
        ),
        typical=[_typical(row, known) for row in near if row.film_id in known],
        untypical=[_typical(row, known) for row in far if row.film_id in known],
        newest=[review_of(row) for row, _ in read_web.reviews_page(store, own, limit=HOME_ROWS)],
    )


def _habits(habits: compare.Habits) -> models.Habits:
    same = set(models.Habits.model_fields) - {"scales", "histogram"}
    return models.Habits(
        **{name: getattr(habits, name) for name in same},
        scales=[models.Scale(style=style, best=best, count=count) for style, best, count in habits.scales],
        histogram=list(habits.histogram),
    )


def _typical(row: compare.Typicality, known: Mapping[int, models.Film]) -> models.Typical:
    return models.Typical(
        film=known[row.film_id],
        review_id=row.review_id,
        score=row.score,
        expected=row.expected,
        distance=row.distance,
    )


def divisive(store: Store, *, at_least: int, limit: int = RANKED_ROWS) -> bodies.Ranking:
    """Films with at least so many scores, the most divisive first."""
    return _ranking(store, compare.most_divisive(read_web.moments(store), at_least=max(2, at_least))[:limit], at_least)


def best(store: Store, *, at_least: int, limit: int = RANKED_ROWS) -> bodies.Ranking:
    """Films with at least so many scores, the best first."""
    return _ranking(store, compare.best(read_web.moments(store, at_least=1), at_least=at_least)[:limit], at_least)


def _ranking(store: Store, rows: Sequence[compare.Ranked], at_least: int) -> bodies.Ranking:
    known = films_in(store, [row.film_id for row in rows])
    return bodies.Ranking(
        at_least=at_least,
        films=[
            models.Ranked(film=known[row.film_id], count=row.count, mean=row.mean, spread=row.spread, by=row.by)
            for row in rows
            if row.film_id in known
        ],
    )


def health(store: Store) -> bodies.Health:
    """All outlets, and the last runs."""
    return bodies.Health(outlets=outlets(store), runs=[run_of(run) for run in queries.runs(store, limit=30)])


def about(store: Store) -> bodies.About:
    """How scores are made, and what each value means."""
    in_use = read_web.policy(store)
    return bodies.About(
        counts=counts(store),
        policies=[
            bodies.Policy(
                name=policy.name,
                version=policy.version,
                in_use=policy.name == in_use,
                letters=None if policy.letters is None else dict(policy.letters),
                from_worst=policy.from_worst,
            )
            for policy in POLICIES.values()
        ],
        dictionary=list(dictionary()),
    )


def dictionary() -> Iterator[bodies.Entry]:
    """Every field of the records, with its type and meaning."""
    for record in models.DICTIONARY:
        for name, field in record.model_fields.items():
            yield bodies.Entry(
                record=record.__name__,
                name=name,
                type=str(field.annotation).replace("aggregator.web.models.", "").replace("typing.", ""),
                meaning=field.description or "",
            )
