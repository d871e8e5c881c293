"""One film as kept figures show it: its scores, its course over time, and its reviews a part at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Integer, Text, bindparam, cast, func, select

from aggregator.compare import Point, Voice, over_time
from aggregator.compare.rows import publication_order
from aggregator.store import folding
from aggregator.store.engine import Store
from aggregator.store.rows import StoredReview, Story
from aggregator.store.selects import THERE, VOICE, among, published, review_of, reviews_select, score
from aggregator.store.stat_tables import FilmHistoryRow, FilmMonthRow, FilmStatRow
from aggregator.store.tables import ReviewRow, SiteRow

MILLIONTHS = 1_000_000
STORY_SORTS = ("score", "published", "outlet")
LONGEST_HISTORY = 1_000
"""Days of a film's record that are given, the last ones."""
BEFORE_ALL: dict[str, tuple[Any, int]] = {"score": (1e9, 0), "published": ("\U0010ffff", 0)}
"""Where a list begins: a place before every row."""

# Statements that are made once: to put one together takes longer than to run it.
_FILM = bindparam("film", type_=Integer)
_LIMIT = bindparam("limit", type_=Integer)
_IDS = "ids"
_OF_FILM = (ReviewRow.film_id == _FILM, *VOICE)
_STAT = select(FilmStatRow.voices, FilmStatRow.copies).where(FilmStatRow.film_id == _FILM)
_SCORES = (
    select(score, func.count(), func.aggregate_strings(cast(ReviewRow.site_id, Text), ","))
    .where(*_OF_FILM, score >= 0)
    .group_by(score)
)
"""How often each score was given, and by whom: of 20,000 voices a database sorts the outlets longer than it reads."""
_VOICES = {
    sort: reviews_select()
    .add_columns(by.label("by"))
    .where(*_OF_FILM, by <= bindparam("value"), (by < bindparam("value")) | (ReviewRow.id < bindparam("id")))
    .order_by(by.desc(), ReviewRow.id.desc())
    .limit(_LIMIT)
    for sort, by in (("score", score), ("published", published))
}
_SITES = (
    select(SiteRow.name, SiteRow.id, func.count())
    .join_from(ReviewRow, SiteRow)
    .where(*_OF_FILM, SiteRow.name >= bindparam("from"))
    .group_by(SiteRow.name, SiteRow.id)
    .order_by(SiteRow.name)
    .limit(_LIMIT)
)
_HERE = select(func.count()).where(ReviewRow.site_id == SiteRow.id, *_OF_FILM).correlate(SiteRow).scalar_subquery()
_SITES_OF_MANY = (
    select(SiteRow.name, SiteRow.id, _HERE)
    .where(SiteRow.name >= bindparam("from"), _HERE > 0)
    .order_by(SiteRow.name)
    .limit(_LIMIT)
)
"""The same, outlet by outlet: where most have written about a film, the first ones are soon found."""
_BY_SITE = reviews_select().where(*_OF_FILM, among(ReviewRow.site_id, _IDS))
_COPIES = (
    reviews_select()
    .where(among(ReviewRow.story_id, _IDS))
    .where(ReviewRow.copy_of.is_not(None), THERE)
    .order_by(ReviewRow.id)
)
_DATED = (
    select(ReviewRow.id, SiteRow.name, ReviewRow.author, ReviewRow.published)
    .join_from(ReviewRow, SiteRow)
    .where(*_OF_FILM, published > "")
    .order_by(published, ReviewRow.id)
    .limit(_LIMIT)
)
_UNRATED = reviews_select().where(*_OF_FILM, score <= -1.0).order_by(score.desc(), ReviewRow.id.desc()).limit(_LIMIT)
_POINTS = select(ReviewRow.published, ReviewRow.id, ReviewRow.score).where(*_OF_FILM, published > "", score >= 0)
_MONTHS = (
    select(FilmMonthRow.month, FilmMonthRow.scored, FilmMonthRow.total)
    .where(FilmMonthRow.film_id == _FILM)
    .order_by(FilmMonthRow.month)
)
_HISTORY = (
    select(FilmHistoryRow.day, FilmHistoryRow.voices, FilmHistoryRow.scored, FilmHistoryRow.total)
    .where(FilmHistoryRow.film_id == _FILM)
    .order_by(FilmHistoryRow.day.desc())
    .limit(LONGEST_HISTORY)
)


@dataclass(frozen=True, slots=True)
class FilmFigures:
    """What a summary of a film is made of."""

    voices: int
    copies: int
    scores: Mapping[float, int]  # how many voices gave each
    outlets: int  # that state a score


@dataclass(frozen=True, slots=True)
class Recorded:
    """A film at the end of a day."""

    day: str
    voices: int
    scored: int
    mean: float | None


def figures(store: Store, film_id: int) -> FilmFigures:
    """A film's figures; all zero where it has no reviews."""
    film = {"film": film_id}
    with store.read() as connection:
        stat = connection.execute(_STAT, film).first()
        scored = connection.execute(_SCORES, film).all()
    return FilmFigures(
        voices=stat.voices if stat else 0,
        copies=stat.copies if stat else 0,
        scores={value: number for value, number, _ in scored},
        outlets=len({outlet for _, _, outlets in scored for outlet in outlets.split(",")}),
    )


def stories_page(
    store: Store,
    film_id: int,
    *,
    sort: str = "score",
    after: tuple[Any, int] | None = None,
    limit: int = 50,
    has_copies: bool = True,
) -> list[tuple[Story, tuple[str | float, int]]]:
    """Some of a film's voices with the copies of each, and the place behind each; see STORY_SORTS.

    By score and by publication the highest and last are first, by outlet the alphabet says. `has_copies`: False where
    it is known that no review of the film is one.
    """
    with store.read() as connection:
        if sort == "outlet":
            found = _by_outlet(connection, film_id, after, limit)
        else:
            value, id = after or BEFORE_ALL[sort]
            rows = connection.execute(_VOICES[sort], {"film": film_id, "value": value, "id": id, "limit": limit})
            found = [(review_of(row), (row.by, row.id)) for row in rows.all()]
        copies = _copies(connection, film_id, [review.story_id for review, _ in found]) if has_copies else {}
    return [(Story(review, tuple(copies.get(review.id, ()))), place) for review, place in found]


def _by_outlet(
    connection: Connection, film_id: int, after: tuple[Any, int] | None, limit: int
) -> list[tuple[StoredReview, tuple[str, int]]]:
    """The voices of as many outlets as are needed, in the order of the outlets' names."""
    last, shown = ("", 0) if after is None else after
    asked = {"film": film_id, "from": last, "limit": limit + 1}  # of the first one all may have been shown
    stat = connection.execute(_STAT, {"film": film_id}).first()
    is_large = stat is not None and stat.voices > folding.LARGE
    sites = connection.execute(_SITES_OF_MANY if is_large else _SITES, asked).all()
    order = {name: place for place, (name, _, _) in enumerate(sites)}  # the database's, whose alphabet may differ
    found: list[tuple[StoredReview, tuple[str, int]]] = []
    begin = 0
    while len(found) < limit and begin < len(sites):
        end, voices = begin, 0
        while end < len(sites) and voices < limit:
            voices += sites[end][2]
            end += 1
        mine = connection.execute(_BY_SITE, {"film": film_id, _IDS: [id for _, id, _ in sites[begin:end]]}).all()
        begin = end
        reviews = [review for review in map(review_of, mine) if review.site != last or review.id > shown]
        reviews.sort(key=lambda review: (order[review.site], review.id))
        found += [(review, (review.site, review.id)) for review in reviews]
    return found[:limit]


def _copies(connection: Connection, film_id: int, stories: Sequence[int]) -> dict[int, list[StoredReview]]:
    """Original to its copies that are about the same film."""
    copies: dict[int, list[StoredReview]] = {}
    if stories:
        for row in connection.execute(_COPIES, {_IDS: list(stories)}).all():
            if row.film_id == film_id:
                copies.setdefault(row.copy_of, []).append(review_of(row))
    return copies


def earliest(store: Store, film_id: int, limit: int) -> list[Voice]:
    """The dated voices on a film that were published first."""
    with store.read() as connection:
        rows = connection.execute(_DATED, {"film": film_id, "limit": 4 * limit}).all()
        found = [Voice(id, site, film_id, author=author, published=day) for id, site, author, day in rows]
    return sorted(found, key=publication_order)[:limit]


def unrated(store: Store, film_id: int, limit: int) -> list[StoredReview]:
    """The voices on a film that state no score, those stored last first."""
    with store.read() as connection:
        return [review_of(row) for row in connection.execute(_UNRATED, {"film": film_id, "limit": limit}).all()]


def course(store: Store, film_id: int, voices: int) -> list[Point]:
    """The mean of a film's scores as reviews were published: each one where they are few, or else each month."""
    with store.read() as connection:
        if voices > folding.LARGE:
            return _months(connection.execute(_MONTHS, {"film": film_id}).all())
        rows = connection.execute(_POINTS, {"film": film_id}).all()
        return over_time(Voice(id, "", published=day, score=value) for day, id, value in rows)


def _months(rows: Iterable[Any]) -> list[Point]:
    points: list[Point] = []
    count = total = 0
    for month, scored, sum_of in rows:
        count, total = count + scored, total + sum_of
        points.append(Point(f"{month}-01", None, sum_of / MILLIONTHS / scored, count, total / MILLIONTHS / count))
    return points


def recorded(store: Store, film_id: int) -> list[Recorded]:
    """What the film's voices came to on the days on which that changed, as they were stored, changed and left."""
    with store.read() as connection:
        rows = connection.execute(_HISTORY, {"film": film_id}).all()
    return [
        Recorded(day, voices, scored, total / MILLIONTHS / scored if scored else None)
        for day, voices, scored, total in reversed(rows)
    ]
