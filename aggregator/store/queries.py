"""Typed reading for the command line, the pages and exports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from aggregator.compare import Voice
from aggregator.store import ledger
from aggregator.store.engine import Store
from aggregator.store.rows import (
    Claims,
    Quarantined,
    Revision,
    StoredFilm,
    StoredLeftOut,
    StoredReview,
    StoredSite,
    Story,
)
from aggregator.store.tables import (
    EvidenceRow,
    FilmRow,
    FilmTitleRow,
    LeftOutRow,
    QuarantineRow,
    ReviewRow,
    RevisionRow,
    RunRow,
    SiteRow,
)
from aggregator.store.urls import url_key
from aggregator.values.rating import Rating
from aggregator.values.title_keys import title_key
from aggregator.values.verdict import Verdict

AT_ONCE = 1_000
"""Rows fetched at once when streaming."""
WITH_YEAR = re.compile(r"(.+?)[\s,]*\(?((?:18|19|20)\d\d)\)?")
FILM_SORTS = ("voices", "mean", "title", "year", "newest")

_VOICE = (ReviewRow.copy_of.is_(None), ReviewRow.gone_at.is_(None))
_REVIEW_NAMES = (
    *("id", "url", "headline", "film_title", "film_year", "author", "published", "language"),
    *("rating_raw", "rating_value", "rating_best", "rating_worst", "rating_style", "scale_source", "score", "policy"),
    *("verdict", "verdict_label", "verdict_explicit", "actors", "directors", "disputed", "complete", "words"),
    *("film_id", "held", "story_id", "copy_of", "quotes", "gone_at", "first_seen", "changed_at", "checked_at"),
)


def films(
    store: Store,
    query: str | None = None,
    *,
    sort: str = "voices",
    limit: int | None = 50,
    offset: int = 0,
    at_least: int = 0,
) -> list[StoredFilm]:
    """Films by title, or by title and year ("Her 2013"), with figures over their voices.

    Args:
        query: words of a title; None: all films that have a voice.
        sort: one of FILM_SORTS; numbers highest first; anything else raises ValueError.
        at_least: only films with so many voices.
    """
    if sort not in FILM_SORTS:
        raise ValueError(f"films cannot be sorted by {sort!r}: use {', '.join(FILM_SORTS)}")
    statement = _films_select().limit(limit).offset(offset)
    voices, mean = func.count(ReviewRow.id), func.avg(ReviewRow.score)
    orders: dict[str, tuple[Any, ...]] = {
        "voices": (voices.desc(), FilmRow.title),
        "mean": (mean.is_(None), mean.desc(), voices.desc()),
        "title": (FilmRow.title_key, FilmRow.year),
        "year": (FilmRow.year.is_(None), FilmRow.year.desc(), FilmRow.title_key),
        "newest": (func.max(ReviewRow.first_seen).desc(), FilmRow.id.desc()),
    }
    statement = statement.having(voices >= max(at_least, 1)).order_by(*orders[sort], FilmRow.id)
    if query:
        statement = statement.where(_matches(query))
    with store.read() as connection:
        return [_film(row) for row in connection.execute(statement)]


def film(store: Store, film_id: int) -> StoredFilm | None:
    """One film; a merged one gives the film that it was merged into."""
    with store.read() as connection:
        seen: set[int] = set()
        while film_id not in seen:
            seen.add(film_id)
            into = connection.execute(select(FilmRow.merged_into).where(FilmRow.id == film_id)).scalar()
            if into is None:
                break
            film_id = into
        row = connection.execute(_films_select().where(FilmRow.id == film_id)).first()
    return _film(row) if row else None


def find_films(store: Store, title: str, year: int | None = None) -> list[StoredFilm]:
    """The films of this very title (and year, or the year in "Her (2013)"), those with most voices first."""
    exact = _films_select().order_by(func.count(ReviewRow.id).desc(), FilmRow.id)
    found = exact.where(_has_key(title_key(title)))
    parts = WITH_YEAR.fullmatch(title.strip())
    with store.read() as connection:
        films = [_film(row) for row in connection.execute(found)]
        if not films and parts and year is None:
            year = int(parts[2])
            films = [_film(row) for row in connection.execute(exact.where(_has_key(title_key(parts[1]))))]
    return [film for film in films if year is None or film.year == year]


def _films_select() -> Select[Any]:
    return (
        select(
            FilmRow.id,
            FilmRow.title,
            FilmRow.year,
            FilmRow.directors,
            FilmRow.actors,
            FilmRow.ids,
            FilmRow.provisional,
            func.count(ReviewRow.id).label("voices"),
            func.count(ReviewRow.score).label("scored"),
            func.avg(ReviewRow.score).label("mean"),
            func.min(ReviewRow.score).label("lowest"),
            func.max(ReviewRow.score).label("highest"),
        )
        .join_from(FilmRow, ReviewRow, (ReviewRow.film_id == FilmRow.id) & _VOICE[0] & _VOICE[1], isouter=True)
        .where(FilmRow.merged_into.is_(None))
        .group_by(FilmRow.id)
    )


def _has_key(key: str) -> ColumnElement[bool]:
    return FilmRow.id.in_(select(FilmTitleRow.film_id).where(FilmTitleRow.key == key))


def _matches(query: str) -> ColumnElement[bool]:
    """Titles that hold the words in this order; with a year at the end also that year's films of the other words."""
    contains = FilmRow.id.in_(
        select(FilmTitleRow.film_id).where(FilmTitleRow.key.contains(title_key(query), autoescape=True))
    )
    parts = WITH_YEAR.fullmatch(query.strip())
    if parts is None:
        return contains
    words = select(FilmTitleRow.film_id).where(FilmTitleRow.key.contains(title_key(parts[1]), autoescape=True))
    return or_(contains, FilmRow.id.in_(words) & (FilmRow.year == int(parts[2])))


def film_stories(store: Store, film_id: int) -> list[Story]:
    """The reviews of a film, each text once with its copies under it; dated ones first, newest first."""
    statement = _reviews_select().where(ReviewRow.film_id == film_id, ReviewRow.gone_at.is_(None))
    with store.read() as connection:
        found = [_review(row) for row in connection.execute(statement)]
    copies: dict[int, list[StoredReview]] = {}
    here = {review.id for review in found}
    for review in found:
        if review.copy_of in here:
            copies.setdefault(review.copy_of or 0, []).append(review)
    heads = [review for review in found if review.copy_of not in here]
    heads.sort(key=lambda review: (review.published or "", review.id), reverse=True)
    return [Story(head, tuple(copies.get(head.id, ()))) for head in heads]


def voices(store: Store, *, film_id: int | None = None) -> Iterator[Voice]:
    """What comparisons are made of: every review that is there, copies with their story's id, streamed."""
    for review in iter_reviews(store, film_id=film_id):
        yield review.voice()


def reviews(
    store: Store,
    *,
    site: str | None = None,
    author: str | None = None,
    film_id: int | None = None,
    held: bool = False,
    limit: int = 50,
    offset: int = 0,
) -> list[StoredReview]:
    """Reviews, those published last first; `held`: only those whose film is not clear."""
    statement = _filtered(site, author, film_id).limit(limit).offset(offset)
    if held:
        statement = statement.where(ReviewRow.film_id.is_(None))
    order = (ReviewRow.published.is_(None), ReviewRow.published.desc(), ReviewRow.id.desc())
    with store.read() as connection:
        return [_review(row) for row in connection.execute(statement.order_by(*order))]


def iter_reviews(
    store: Store,
    *,
    site: str | None = None,
    author: str | None = None,
    film_id: int | None = None,
    changed_since: str | None = None,
    with_claims: bool = False,
) -> Iterator[StoredReview]:
    """All reviews in the order of their ids, streamed: memory stays flat."""
    statement = _filtered(site, author, film_id).order_by(ReviewRow.id)
    if changed_since:
        statement = statement.where(ReviewRow.changed_at >= changed_since)
    if with_claims:
        statement = statement.add_columns(EvidenceRow.claims).join(EvidenceRow, EvidenceRow.review_id == ReviewRow.id)
    with store.read() as connection:
        for row in connection.execution_options(yield_per=AT_ONCE).execute(statement):
            yield _review(row, tuple(row.claims) if with_claims else ())


def review(store: Store, review_id: int) -> StoredReview | None:
    """One review with its claims, also one that is gone."""
    with store.read() as connection:
        row = connection.execute(_reviews_select().where(ReviewRow.id == review_id)).first()
        claims = connection.execute(select(EvidenceRow.claims).where(EvidenceRow.review_id == review_id)).scalar()
    return _review(row, tuple(claims or ())) if row else None


def reviews_at(store: Store, url: str) -> list[int]:
    """The ids of the reviews of a page, whatever form of its URL is given, in the order of the page."""
    key = url_key(url) or ""
    here = or_(ReviewRow.key == key, ReviewRow.key.startswith(f"{key}#", autoescape=True))
    with store.read() as connection:
        return list(connection.execute(select(ReviewRow.id).where(here).order_by(ReviewRow.id)).scalars())


def held_count(store: Store) -> int:
    """How many reviews wait for their film."""
    statement = select(func.count()).where(ReviewRow.film_id.is_(None), ReviewRow.gone_at.is_(None))
    with store.read() as connection:
        return connection.execute(statement).scalar_one()


def history(store: Store, review_id: int) -> list[Revision]:
    """What changed of a review, oldest first."""
    statement = select(RevisionRow.__table__).where(RevisionRow.review_id == review_id).order_by(RevisionRow.id)
    with store.read() as connection:
        return [_revision(row) for row in connection.execute(statement)]


def iter_revisions(store: Store) -> Iterator[Revision]:
    """All revisions, streamed."""
    statement = select(RevisionRow.__table__).order_by(RevisionRow.id)
    with store.read() as connection:
        for row in connection.execution_options(yield_per=AT_ONCE).execute(statement):
            yield _revision(row)


def sites(store: Store) -> list[StoredSite]:
    """All sites by name, with what is stored of each and how its last run went."""
    per_site = (
        select(
            ReviewRow.site_id,
            func.count().label("reviews"),
            func.count(ReviewRow.score).label("scored"),
            func.avg(ReviewRow.score).label("mean"),
            func.min(ReviewRow.published).label("oldest"),
            func.max(ReviewRow.published).label("newest"),
        )
        .where(ReviewRow.gone_at.is_(None))
        .group_by(ReviewRow.site_id)
    ).subquery()
    last = select(func.max(RunRow.id)).where(RunRow.site_id == SiteRow.id).correlate(SiteRow).scalar_subquery()
    statement = (
        select(
            SiteRow.name,
            SiteRow.home,
            SiteRow.scale,
            SiteRow.positive,
            SiteRow.negative,
            per_site,
            RunRow.started,
            RunRow.state,
        )
        .select_from(SiteRow)
        .outerjoin(per_site, per_site.c.site_id == SiteRow.id)
        .outerjoin(RunRow, RunRow.id == last)
        .order_by(SiteRow.name)
    )
    with store.read() as connection:
        left = _counts(connection, LeftOutRow.site_id)
        sick = _counts(connection, QuarantineRow.site_id)
        ids = {name: id for id, name in connection.execute(select(SiteRow.id, SiteRow.name))}
        return [
            StoredSite(
                *(row.name, row.home, row.reviews or 0, row.scored or 0, row.mean, row.oldest, row.newest),
                *(left.get(ids[row.name], 0), sick.get(ids[row.name], 0), row.scale),
                *(row.positive, row.negative, row.started, row.state),
            )
            for row in connection.execute(statement)
        ]


def _counts(connection: Connection, column: Any) -> dict[int, int]:
    return {row[0]: row[1] for row in connection.execute(select(column, func.count()).group_by(column))}


def runs(store: Store, *, site: str | None = None, limit: int = 50) -> list[ledger.Run]:
    """The newest runs, of one site or all."""
    with store.read() as connection:
        return ledger.runs(connection, site=site, limit=limit)


def left_out(
    store: Store, *, site: str | None = None, label: str | None = None, limit: int = 100
) -> list[StoredLeftOut]:
    """Posts that were not taken, newest first."""
    statement = select(LeftOutRow.__table__, SiteRow.name.label("site")).join_from(LeftOutRow, SiteRow)
    if site is not None:
        statement = statement.where(SiteRow.name == site)
    if label is not None:
        statement = statement.where(LeftOutRow.label == label)
    with store.read() as connection:
        rows = connection.execute(statement.order_by(LeftOutRow.first_seen.desc(), LeftOutRow.key).limit(limit))
        return [
            StoredLeftOut(row.url, row.site, row.headline, row.label, row.score, tuple(row.reasons), row.first_seen)
            for row in rows
        ]


def quarantine(store: Store, *, site: str | None = None) -> list[Quarantined]:
    """Pages on which a finder raised."""
    statement = select(QuarantineRow.__table__, SiteRow.name.label("site")).join_from(QuarantineRow, SiteRow)
    if site is not None:
        statement = statement.where(SiteRow.name == site)
    with store.read() as connection:
        rows = connection.execute(statement.order_by(QuarantineRow.first_seen.desc(), QuarantineRow.key))
        return [Quarantined(row.url, row.site, row.finder, row.traceback, row.run_id, row.first_seen) for row in rows]


def _reviews_select() -> Select[Any]:
    columns = [getattr(ReviewRow, name) for name in _REVIEW_NAMES]
    return select(*columns, SiteRow.name.label("site")).join_from(ReviewRow, SiteRow)


def _filtered(site: str | None, author: str | None, film_id: int | None) -> Select[Any]:
    statement = _reviews_select().where(ReviewRow.gone_at.is_(None))
    if site is not None:
        statement = statement.where(SiteRow.name == site)
    if author is not None:
        statement = statement.where(ReviewRow.author == author)
    if film_id is not None:
        statement = statement.where(ReviewRow.film_id == film_id)
    return statement


def _film(row: Any) -> StoredFilm:
    return StoredFilm(
        *(row.id, row.title, row.year, tuple(row.directors), tuple(row.actors), row.ids, bool(row.provisional)),
        *(row.voices, row.scored, row.mean, row.lowest, row.highest),
    )


def _revision(row: Any) -> Revision:
    changes = {name: (old, new) for name, (old, new) in row.changes.items()}
    return Revision(row.id, row.review_id, row.at, row.cause, changes, row.reader, row.run_id)


def _review(row: Any, claims: Claims = ()) -> StoredReview:
    rating = verdict = None
    if row.rating_raw is not None:
        numbers = (row.rating_value, row.rating_best, row.rating_worst)
        rating = Rating(row.rating_raw, *numbers, row.rating_style, row.scale_source)
    if row.verdict is not None:
        verdict = Verdict(row.verdict, bool(row.verdict_explicit), row.verdict_label)
    return StoredReview(
        *(row.id, row.url, row.site, row.headline, row.film_title, row.film_year, row.author, row.published),
        *(row.language, rating, row.score, row.policy, verdict, tuple(row.actors), tuple(row.directors)),
        *(tuple(row.disputed), bool(row.complete), row.words, row.film_id, row.held, row.story_id, row.copy_of),
        *(row.quotes, row.gone_at, row.first_seen, row.changed_at, row.checked_at, claims),
    )
