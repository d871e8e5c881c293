"""Typed reading for the command line, the pages and exports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, bindparam, func, or_, select

from aggregator.compare import Voice
from aggregator.store import ledger
from aggregator.store.engine import Store
from aggregator.store.read_outlets import sites as sites
from aggregator.store.rows import Quarantined, Revision, StoredFilm, StoredLeftOut, StoredReview, Story
from aggregator.store.selects import film_of, films_select, review_of, reviews_select, revision_of
from aggregator.store.stat_tables import FilmStatRow, OutletStatRow
from aggregator.store.streams import changed_reviews
from aggregator.store.tables import EvidenceRow, FilmRow, LeftOutRow, QuarantineRow, ReviewRow, RevisionRow, SiteRow
from aggregator.store.titled import WITH_YEAR, has_key, matches
from aggregator.store.urls import url_key
from aggregator.values.title_keys import title_key

AT_ONCE = 1_000
"""Rows fetched at once when streaming."""
FILM_SORTS = ("voices", "mean", "title", "year", "newest")

_FILM = films_select().where(FilmRow.id == bindparam("id"))
_MERGED = select(FilmRow.merged_into).where(FilmRow.id == bindparam("id"))
_REVIEW = (
    reviews_select()
    .add_columns(EvidenceRow.claims)
    .outerjoin(EvidenceRow, EvidenceRow.review_id == ReviewRow.id)
    .where(ReviewRow.id == bindparam("id"))
)
_HISTORY = select(RevisionRow.__table__).where(RevisionRow.review_id == bindparam("id")).order_by(RevisionRow.id)


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
    statement = films_select().limit(limit).offset(offset)
    voices = FilmStatRow.voices
    orders: dict[str, tuple[Any, ...]] = {
        "voices": (voices.desc(), FilmRow.title),
        "mean": (FilmStatRow.mean.desc(), voices.desc()),
        "title": (FilmRow.title_key, FilmRow.year),
        "year": (FilmRow.year.is_(None), FilmRow.year.desc(), FilmRow.title_key),
        "newest": (FilmStatRow.newest.desc(),),
    }
    statement = statement.where(voices >= max(at_least, 1)).order_by(*orders[sort], FilmRow.id)
    if query:
        statement = statement.where(matches(query))
    with store.read() as connection:
        return [film_of(row) for row in connection.execute(statement)]


def film(store: Store, film_id: int) -> StoredFilm | None:
    """One film; a merged one gives the film that it was merged into."""
    with store.read() as connection:
        seen: set[int] = set()
        while (row := connection.execute(_FILM, {"id": film_id}).first()) is None and film_id not in seen:
            seen.add(film_id)
            film_id = connection.execute(_MERGED, {"id": film_id}).scalar() or film_id
    return film_of(row) if row else None


def find_films(store: Store, title: str, year: int | None = None) -> list[StoredFilm]:
    """The films of this very title (and year, or the year in "Her (2013)"), those with most voices first."""
    exact = films_select().order_by(func.coalesce(FilmStatRow.voices, 0).desc(), FilmRow.id)
    found = exact.where(has_key(title_key(title)))
    parts = WITH_YEAR.fullmatch(title.strip())
    with store.read() as connection:
        films = [film_of(row) for row in connection.execute(found)]
        if not films and parts and year is None:
            year = int(parts[2])
            films = [film_of(row) for row in connection.execute(exact.where(has_key(title_key(parts[1]))))]
    return [film for film in films if year is None or film.year == year]


def film_stories(store: Store, film_id: int) -> list[Story]:
    """The reviews of a film, each text once with its copies under it; dated ones first, newest first."""
    statement = reviews_select().where(ReviewRow.film_id == film_id, ReviewRow.gone_at.is_(None))
    with store.read() as connection:
        found = [review_of(row) for row in connection.execute(statement)]
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
        return [review_of(row) for row in connection.execute(statement.order_by(*order))]


def iter_reviews(
    store: Store,
    *,
    site: str | None = None,
    author: str | None = None,
    film_id: int | None = None,
    changed_since: str | None = None,
    with_claims: bool = False,
) -> Iterator[StoredReview]:
    """All reviews in the order of their ids, streamed; those changed since a moment with the gone ones among them."""
    statement = _filtered(site, author, film_id, changed_since).order_by(ReviewRow.id)
    if with_claims:
        statement = statement.add_columns(EvidenceRow.claims).join(EvidenceRow, EvidenceRow.review_id == ReviewRow.id)
    with store.read() as connection:
        for row in connection.execution_options(yield_per=AT_ONCE).execute(statement):
            yield review_of(row, tuple(row.claims) if with_claims else ())


def review(store: Store, review_id: int) -> StoredReview | None:
    """One review with its claims, also one that is gone."""
    with store.read() as connection:
        row = connection.execute(_REVIEW, {"id": review_id}).first()
    return review_of(row, tuple(row.claims or ())) if row else None


def reviews_at(store: Store, url: str) -> list[int]:
    """The ids of the reviews of a page, whatever form of its URL is given, in the order of the page."""
    key = url_key(url) or ""
    here = or_(ReviewRow.key == key, ReviewRow.key.startswith(f"{key}#", autoescape=True))
    with store.read() as connection:
        return list(connection.execute(select(ReviewRow.id).where(here).order_by(ReviewRow.id)).scalars())


def held_count(store: Store) -> int:
    """How many reviews wait for their film."""
    with store.read() as connection:
        return int(connection.execute(select(func.sum(OutletStatRow.held))).scalar() or 0)


def history(store: Store, review_id: int) -> list[Revision]:
    """What changed of a review, oldest first."""
    with store.read() as connection:
        return [revision_of(row) for row in connection.execute(_HISTORY, {"id": review_id}).all()]


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


def _filtered(
    site: str | None, author: str | None, film_id: int | None, changed_since: str | None = None
) -> Select[Any]:
    statement = changed_reviews(reviews_select(), changed_since)
    if site is not None:
        statement = statement.where(SiteRow.name == site)
    if author is not None:
        statement = statement.where(ReviewRow.author == author)
    if film_id is not None:
        statement = statement.where(ReviewRow.film_id == film_id)
    return statement
