"""One film as kept figures show it: its scores, its course over time, and its reviews a part at a time."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from aggregator.compare import Point, Voice
from aggregator.compare.rows import publication_order
from aggregator.store.engine import Store
from aggregator.store.rows import StoredReview, Story
from aggregator.store.selects import THERE, VOICE, among, published, review_of, reviews_select, score
from aggregator.store.stat_tables import FilmHistoryRow, FilmMonthRow, FilmScoreRow, FilmStatRow, OutletFilmRow
from aggregator.store.tables import ReviewRow, SiteRow

MILLIONTHS = 1_000_000
FEW = 400
"""Voices up to which each is a point of a film's course; of more, each month is."""
STORY_SORTS = ("score", "published", "outlet")
LONGEST_HISTORY = 1_000
"""Days of a film's record that are given, the last ones."""


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
    scores = select(FilmScoreRow.score, FilmScoreRow.number).where(FilmScoreRow.film_id == film_id)
    outlets = select(func.count()).where(OutletFilmRow.film_id == film_id, OutletFilmRow.scored > 0)
    with store.read() as connection:
        stat = connection.execute(
            select(FilmStatRow.voices, FilmStatRow.copies).where(FilmStatRow.film_id == film_id)
        ).first()
        return FilmFigures(
            voices=stat.voices if stat else 0,
            copies=stat.copies if stat else 0,
            scores=dict(connection.execute(scores).all()),
            outlets=connection.execute(outlets).scalar_one(),
        )


def stories_page(
    store: Store, film_id: int, *, sort: str = "score", after: tuple[Any, int] | None = None, limit: int = 50
) -> list[tuple[Story, tuple[str | float, int]]]:
    """Some of a film's voices with the copies of each, and the place behind each; see STORY_SORTS.

    By score and by publication the highest and last are first, by outlet the alphabet says.
    """
    voices = reviews_select().where(ReviewRow.film_id == film_id, *VOICE)
    with store.read() as connection:
        if sort == "outlet":
            found = _by_outlet(connection, film_id, voices, after, limit)
        else:
            by: Any = {"score": score, "published": published}[sort]
            if after is not None:
                voices = voices.where(by <= after[0], (by < after[0]) | (ReviewRow.id < after[1]))
            ordered = voices.add_columns(by.label("by")).order_by(by.desc(), ReviewRow.id.desc()).limit(limit)
            found = [(review_of(row), (row.by, row.id)) for row in connection.execute(ordered)]
        copies = _copies(connection, film_id, [review.id for review, _ in found])
    return [(Story(review, tuple(copies.get(review.id, ()))), place) for review, place in found]


def _by_outlet(
    connection: Connection, film_id: int, voices: Select[Any], after: tuple[Any, int] | None, limit: int
) -> list[tuple[StoredReview, tuple[str, int]]]:
    """The voices of as many outlets as are needed, in the order of the outlets' names."""
    sites = select(SiteRow.name, SiteRow.id).join(OutletFilmRow, OutletFilmRow.site_id == SiteRow.id)
    rows = sorted(connection.execute(sites.where(OutletFilmRow.film_id == film_id)).all())
    begin = 0 if after is None else bisect_left(rows, (after[0],))
    found: list[tuple[StoredReview, tuple[str, int]]] = []
    while len(found) < limit and begin < len(rows):
        some = rows[begin : begin + limit]
        begin += len(some)
        mine = connection.execute(voices.where(among(ReviewRow.site_id, [id for _, id in some])))
        places = [(review, (review.site, review.id)) for review in map(review_of, mine)]
        found += sorted((row for row in places if after is None or row[1] > tuple(after)), key=lambda row: row[1])
    return found[:limit]


def _copies(connection: Connection, film_id: int, originals: Sequence[int]) -> dict[int, list[StoredReview]]:
    """Original to its copies that are about the same film."""
    stories = select(ReviewRow.story_id).where(among(ReviewRow.id, originals))
    statement = reviews_select().where(
        ReviewRow.story_id.in_(stories), ReviewRow.copy_of.is_not(None), THERE, ReviewRow.film_id == film_id
    )
    copies: dict[int, list[StoredReview]] = {}
    for row in connection.execute(statement.order_by(ReviewRow.id)):
        copies.setdefault(row.copy_of, []).append(review_of(row))
    return copies


def earliest(store: Store, film_id: int, limit: int) -> list[Voice]:
    """The dated voices on a film that were published first."""
    dated = reviews_select().where(ReviewRow.film_id == film_id, *VOICE, published > "")
    with store.read() as connection:
        rows = connection.execute(dated.order_by(published, ReviewRow.id).limit(4 * limit))
        found = [review_of(row).voice() for row in rows]
    return sorted(found, key=publication_order)[:limit]


def unrated(store: Store, film_id: int, limit: int) -> list[StoredReview]:
    """The voices on a film that state no score, those stored last first."""
    statement = reviews_select().where(ReviewRow.film_id == film_id, *VOICE, score == -1.0)
    with store.read() as connection:
        rows = connection.execute(statement.order_by(score.desc(), ReviewRow.id.desc()).limit(limit))
        return [review_of(row) for row in rows]


def course(store: Store, film_id: int, voices: int) -> list[Point]:
    """The mean of a film's scores as reviews were published: each one where they are FEW, or else each month."""
    months = select(FilmMonthRow.month, FilmMonthRow.scored, FilmMonthRow.total).where(FilmMonthRow.film_id == film_id)
    dated = select(ReviewRow.published, ReviewRow.id, ReviewRow.score, ReviewRow.site_id).where(
        ReviewRow.film_id == film_id, *VOICE, published > "", ReviewRow.score.is_not(None)
    )
    with store.read() as connection:
        if voices > FEW:
            rows = list(connection.execute(months.order_by(FilmMonthRow.month)))
            return _months(rows)
        found = [Voice(id, "", published=day, score=value) for day, id, value, _ in connection.execute(dated)]
    points: list[Point] = []
    scores: list[float] = []
    for voice in sorted(found, key=publication_order):
        scores.append(voice.score or 0.0)
        mean = math.fsum(scores) / len(scores)
        points.append(Point(voice.published or "", voice.review_id, scores[-1], len(scores), mean))
    return points


def _months(rows: Sequence[Any]) -> list[Point]:
    points: list[Point] = []
    count = total = 0
    for row in rows:
        count, total = count + row.scored, total + row.total
        points.append(
            Point(f"{row.month}-01", None, row.total / MILLIONTHS / row.scored, count, total / MILLIONTHS / count)
        )
    return points


def recorded(store: Store, film_id: int) -> list[Recorded]:
    """What the film's voices came to on the days on which that changed, as they were stored, changed and left."""
    statement = select(FilmHistoryRow.__table__).where(FilmHistoryRow.film_id == film_id)
    with store.read() as connection:
        rows = list(connection.execute(statement.order_by(FilmHistoryRow.day.desc()).limit(LONGEST_HISTORY)))
    return [
        Recorded(row.day, row.voices, row.scored, row.total / MILLIONTHS / row.scored if row.scored else None)
        for row in reversed(rows)
    ]
