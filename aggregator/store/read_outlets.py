"""Outlets and authors as kept figures show them: lists, habits, the films beside others, and how outlets agree."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Integer, Select, Subquery, bindparam, cast, func, literal_column, select
from sqlalchemy.orm import aliased

from aggregator.compare import Habits, OnFilm, Pair, RatingCount, habits_of, stance_at
from aggregator.store.engine import Store
from aggregator.store.rows import StoredSite
from aggregator.store.selects import OF_FILM, THERE, VOICE, among, published
from aggregator.store.stat_tables import AuthorStatRow, FilmStatRow, OutletStatRow
from aggregator.store.tables import LeftOutRow, QuarantineRow, ReviewRow, RunRow, SiteRow

MILLIONTHS = 1_000_000
URGENCY = {state: place for place, state in enumerate(("broken", "cut-off", "short", "quiet", "running", "good"))}
"""States of a site's last run, the most pressing first; a site that never ran comes last."""


class Stand(NamedTuple):
    """One outlet's, or author's, voices on one film beside all others' on it."""

    film_id: int
    score: float | None  # the mean where there are several
    others: int  # scores of others
    others_mean: float | None
    first: str | None  # the day of the earliest
    others_first: str | None

    def on_film(self) -> OnFilm | None:
        """As leniency and typicality need it; None where one side has no score."""
        if self.score is None or self.others_mean is None:
            return None
        return OnFilm(self.film_id, 0, self.score, self.others, self.others_mean)


@dataclass(frozen=True, slots=True)
class Author:
    """One author as far as lists show one."""

    name: str
    reviews: int
    scored: int
    mean: float | None


def sites(store: Store) -> list[StoredSite]:
    """All sites by name, with what is stored of each and how its last run went."""
    return [site for _, site in _sites(store, _SITES.order_by(SiteRow.name))]


def sites_page(
    store: Store, *, sort: str = "name", after: tuple[Any, int] | None = None, limit: int = 100
) -> list[tuple[StoredSite, tuple[str | int, int]]]:
    """A part of the sites that have reviews, by name or (the most first) by reviews, each with the place behind it.

    Raises KeyError for another sort.
    """
    by, is_highest_first = {"name": (SiteRow.name, False), "reviews": (OutletStatRow.reviews, True)}[sort]
    statement = select(SiteRow.id).join(OutletStatRow, OutletStatRow.site_id == SiteRow.id)
    if after is not None:
        value, id = after
        beyond = (by < value) | ((by == value) & (SiteRow.id > id)) if is_highest_first else by > value
        statement = statement.where(beyond)
    statement = statement.order_by(by.desc() if is_highest_first else by, SiteRow.id).limit(limit)
    with store.read() as connection:
        ids = connection.execute(statement).scalars().all()  # first which, then what is stored of these
        found = dict(_sites(store, _SITES_AMONG, {"ids": ids}))
    return [(found[id], (found[id].name if sort == "name" else found[id].reviews, id)) for id in ids]


def site(store: Store, name: str) -> StoredSite | None:
    """One site; None where there is none of that name."""
    return next((site for _, site in _sites(store, _SITE, {"name": name})), None)


def by_health(store: Store, limit: int) -> tuple[list[StoredSite], dict[str, int]]:
    """Sites by how much their last run needs a look, then by name; and how many are in each state, in that order."""
    by_state: dict[str | None, list[int]] = {}
    with store.read() as connection:
        for id, state in connection.execute(_STATES).all():
            by_state.setdefault(state, []).append(id)
        states = sorted(by_state, key=lambda state: URGENCY.get(state or "", len(URGENCY)))
        most = list(islice((id for state in states for id in by_state[state]), limit))
        found = dict(_sites(store, _SITES_AMONG, {"ids": most}))
    return [found[id] for id in most], {state or "never": len(by_state[state]) for state in states}


def _sites_select() -> Select[Any]:
    last = select(func.max(RunRow.id)).where(RunRow.site_id == SiteRow.id).correlate(SiteRow).scalar_subquery()
    dated = select(ReviewRow.published).where(ReviewRow.site_id == SiteRow.id, THERE, published > "").limit(1)
    out = select(func.count()).where(LeftOutRow.site_id == SiteRow.id).correlate(SiteRow)
    return (
        select(
            SiteRow.id,
            SiteRow.name,
            SiteRow.home,
            SiteRow.scale,
            SiteRow.positive,
            SiteRow.negative,
            func.coalesce(OutletStatRow.reviews, 0).label("reviews"),
            func.coalesce(OutletStatRow.reviews - OutletStatRow.voices, 0).label("copies"),
            func.coalesce(OutletStatRow.scored, 0).label("scored"),
            OutletStatRow.total,
            dated.order_by(published).correlate(SiteRow).scalar_subquery().label("oldest"),
            dated.order_by(published.desc()).correlate(SiteRow).scalar_subquery().label("newest"),
            out.scalar_subquery().label("left_out"),
            RunRow.started,
            RunRow.state,
        )
        .select_from(SiteRow)
        .outerjoin(OutletStatRow, OutletStatRow.site_id == SiteRow.id)
        .outerjoin(RunRow, RunRow.id == last)
    )


_SITES = _sites_select()
_SITE = _SITES.where(SiteRow.name == bindparam("name"))
_SITES_AMONG = _SITES.where(among(SiteRow.id, "ids"))
_SICK = select(QuarantineRow.site_id, func.count()).group_by(QuarantineRow.site_id)
_LAST = select(RunRow.state).where(RunRow.site_id == SiteRow.id).order_by(RunRow.id.desc()).limit(1)
_STATES = select(SiteRow.id, _LAST.correlate(SiteRow).scalar_subquery()).order_by(SiteRow.name)


def _sites(
    store: Store, statement: Select[Any], asked: Mapping[str, Any] | None = None
) -> list[tuple[int, StoredSite]]:
    """Sites with their ids."""
    with store.read() as connection:
        sick: dict[int, int] = dict(connection.execute(_SICK).all())
        return [
            (
                row.id,
                StoredSite(
                    *(row.name, row.home, row.reviews, row.copies, row.scored, _mean(row.total, row.scored)),
                    *(row.oldest, row.newest, row.left_out),
                    sick.get(row.id, 0),
                    *(row.scale, row.positive, row.negative, row.started, row.state),
                ),
            )
            for row in connection.execute(statement, asked or {}).all()
        ]


def _mean(total: int | None, scored: int) -> float | None:
    return total / MILLIONTHS / scored if total is not None and scored else None


_IDS = select(SiteRow.name, SiteRow.id).where(SiteRow.name.in_(bindparam("names", expanding=True)))


def site_ids(store: Store, names: Collection[str]) -> dict[str, int]:
    """Name to id of those sites that are there."""
    with store.read() as connection:
        return dict(connection.execute(_IDS, {"names": list(names)}).all())


def largest(store: Store, limit: int) -> list[str]:
    """The names of the outlets with the most reviews."""
    statement = select(SiteRow.name).join(OutletStatRow, OutletStatRow.site_id == SiteRow.id)
    with store.read() as connection:
        ordered = statement.order_by(OutletStatRow.reviews.desc(), SiteRow.id)
        return list(connection.execute(ordered.limit(limit)).scalars())


_SITE_ID = bindparam("site", type_=Integer)
_OF_SITE = (ReviewRow.site_id == _SITE_ID, *VOICE)
_RATING = (ReviewRow.rating_style, ReviewRow.rating_best, ReviewRow.rating_value, ReviewRow.score)
_RATINGS = select(*_RATING, func.count()).where(*_OF_SITE, ReviewRow.rating_style.is_not(None)).group_by(*_RATING)
_DATED = select(ReviewRow.published).where(*_OF_SITE, published > "").limit(1)
_ENDS = select(
    select(OutletStatRow.voices).where(OutletStatRow.site_id == _SITE_ID).scalar_subquery(),
    *(_DATED.order_by(by).scalar_subquery() for by in (published, published.desc())),
)


def outlet_habits(store: Store, site_id: int) -> Habits:
    """How an outlet rates."""
    with store.read() as connection:
        count, first, last = connection.execute(_ENDS, {"site": site_id}).one()
        rows = connection.execute(_RATINGS, {"site": site_id}).all()
    ratings = [
        RatingCount(style or "", _or(best), _or(value), _or(score), number)
        for style, best, value, score, number in rows
    ]
    return habits_of(count or 0, ratings, first=first, last=last)


_theirs = aliased(ReviewRow, name="theirs")
_their_published: Any = literal_column("coalesce(theirs.published, '')")
_THEIR_VOICE = (_theirs.gone_at.is_(None), _theirs.copy_of.is_(None))
_OTHERS_FIRST = (
    select(func.substr(_theirs.published, 1, 10))
    .where(_theirs.film_id == FilmStatRow.film_id, *_THEIR_VOICE, _their_published > "")
    .order_by(_their_published)
    .limit(1)
    .correlate(FilmStatRow)
)
"""The earliest day on which others wrote about a film; who others are is to be added."""


def _summed(score: Any, published: Any) -> tuple[Any, Any, Any]:
    """How many scores, their sum in millionths, and the earliest day."""
    total = func.coalesce(func.sum(cast(func.round(score * MILLIONTHS), BigInteger)), 0)
    first = func.min(func.substr(published, 1, 10))
    return func.count(score).label("scored"), cast(total, BigInteger).label("total"), first.label("first")


def _on_films() -> Subquery:
    """The films of the outlet `site`, with its voices on each."""
    sums = _summed(ReviewRow.score, ReviewRow.published)
    return select(ReviewRow.film_id, *sums).where(*_OF_SITE, OF_FILM).group_by(ReviewRow.film_id).subquery("mine")


_mine = _on_films()
_STANDS = select(
    *_mine.c,
    *(FilmStatRow.scored, FilmStatRow.total),
    _OTHERS_FIRST.where(_theirs.site_id != _SITE_ID).scalar_subquery(),
).join_from(_mine, FilmStatRow, FilmStatRow.film_id == _mine.c.film_id)
_PAIRS = (
    select(_theirs.site_id, *_mine.c, *_summed(_theirs.score, _theirs.published))
    .join_from(_mine, _theirs, _theirs.film_id == _mine.c.film_id)
    .where(among(_theirs.site_id, "others"), *_THEIR_VOICE)
    .group_by(_theirs.site_id, *_mine.c)
)


def outlet_stands(store: Store, site_id: int) -> list[Stand]:
    """An outlet's films, each beside all others' voices on it."""
    with store.read() as connection:
        rows: Any = connection.execute(_STANDS, {"site": site_id}).all()
    return [_stand(*row) for row in rows]


def _stand(
    film_id: int, scored: int, total: int, first: str | None, all: int, all_total: int, others_first: str | None
) -> Stand:
    others = all - scored
    return Stand(
        film_id,
        total / MILLIONTHS / scored if scored else None,
        others,
        (all_total - total) / MILLIONTHS / others if others else None,
        first,
        others_first,
    )


_AUTHOR = select(AuthorStatRow.__table__).where(AuthorStatRow.author == bindparam("author"))
_SIGNED = (ReviewRow.author == bindparam("author"), *VOICE)
_THEIR_OWN = (
    select(ReviewRow.site_id, ReviewRow.film_id, *_RATING, ReviewRow.published).where(*_SIGNED).order_by(published)
)
_FILMS_BESIDE = select(
    *(FilmStatRow.film_id, FilmStatRow.scored, FilmStatRow.total),
    _OTHERS_FIRST.where(~among(_theirs.site_id, "sites")).scalar_subquery(),
).where(among(FilmStatRow.film_id, "films"))
_NAMES = select(SiteRow.id, SiteRow.name).where(among(SiteRow.id, "sites"))
_SCORED_ON = {
    "site": (*_OF_SITE, among(ReviewRow.film_id, "films")),
    "author": (*_SIGNED, among(ReviewRow.film_id + 0, "films")),  # an author's index, no film's
}
_REVIEW_ON = {
    whose: select(ReviewRow.film_id, func.min(ReviewRow.id))
    .where(*conditions, ReviewRow.score.is_not(None))
    .group_by(ReviewRow.film_id)
    for whose, conditions in _SCORED_ON.items()
}


def author(store: Store, name: str) -> Author | None:
    """What is signed by a name; None where no voice is."""
    with store.read() as connection:
        row = connection.execute(_AUTHOR, {"author": name}).first()
    return None if row is None else author_of(row)


def authors_page(
    store: Store, *, sort: str = "reviews", after: tuple[Any, str] | None = None, limit: int = 50
) -> list[tuple[Author, tuple[int, str]]]:
    """Authors, the busiest first or (sort "name") by name, each with the place behind it."""
    number, by_name = AuthorStatRow.reviews, AuthorStatRow.author
    statement = select(AuthorStatRow.__table__)
    if sort == "name":
        order: tuple[Any, ...] = (by_name,)
        beyond = None if after is None else by_name > after[1]
    else:
        order = (number.desc(), by_name.desc())
        beyond = None if after is None else (number <= after[0]) & ((number < after[0]) | (by_name < after[1]))
    if beyond is not None:
        statement = statement.where(beyond)
    with store.read() as connection:
        rows = connection.execute(statement.order_by(*order).limit(limit))
        return [(author_of(row), (row.reviews, row.author)) for row in rows]


def author_of(row: Any) -> Author:
    """A row of the table of authors."""
    return Author(row.author, row.reviews, row.scored, row.total / MILLIONTHS / row.scored if row.scored else None)


def author_voices(store: Store, name: str) -> tuple[Habits, list[Stand], list[str]]:
    """An author's habits, films beside others, and outlets, the busiest first."""
    with store.read() as connection:
        rows = connection.execute(_THEIR_OWN, {"author": name}).all()
        sites = {row.site_id for row in rows}
        asked = {"films": sorted({row.film_id for row in rows if row.film_id is not None}), "sites": list(sites)}
        known = {id: rest for id, *rest in connection.execute(_FILMS_BESIDE, asked).all()}
        named = dict(connection.execute(_NAMES, {"sites": list(sites)}).all())
    ratings = [
        RatingCount(row.rating_style, _or(row.rating_best), _or(row.rating_value), _or(row.score), 1)
        for row in rows
        if row.rating_style is not None
    ]
    dated = [row.published for row in rows if row.published]
    ends = (dated[0], dated[-1]) if dated else (None, None)
    per_film: dict[int, list[Any]] = {}
    for row in rows:
        if row.film_id is not None:
            per_film.setdefault(row.film_id, []).append(row)
    stands = []
    for film_id, mine in sorted(per_film.items()):
        scores = [round(row.score * MILLIONTHS) for row in mine if row.score is not None]
        first = min((row.published[:10] for row in mine if row.published), default=None)
        all, total, others_first = known.get(film_id, (len(scores), sum(scores), None))
        stands.append(_stand(film_id, len(scores), sum(scores), first, all, total, others_first))
    busiest = sorted(sites, key=lambda id: (-sum(row.site_id == id for row in rows), named[id]))
    return habits_of(len(rows), ratings, first=ends[0], last=ends[1]), stands, [named[id] for id in busiest]


def _or(number: float | None) -> float:
    return -1.0 if number is None else number


def pairs_of(store: Store, one: int, others: Sequence[int]) -> dict[int, list[Pair]]:
    """The films that an outlet shares with each of others, by their ids."""
    found: dict[int, list[Pair]] = {id: [] for id in others}
    with store.read() as connection:
        rows = connection.execute(_PAIRS, {"site": one, "others": list(others)})
        for other, film_id, scored, total, first, its_scored, its_total, its_first in rows:
            ours = total / MILLIONTHS / scored if scored else None
            its = its_total / MILLIONTHS / its_scored if its_scored else None
            found[other].append(Pair(film_id, ours, its, first, its_first, stance_at(ours), stance_at(its)))
    return found


def review_on(
    store: Store, films: Collection[int], *, site_id: int | None = None, author: str | None = None
) -> dict[int, int]:
    """Film to a scored review of it, of an outlet or an author."""
    asked = {"films": list(films)} | ({"author": author} if site_id is None else {"site": site_id})
    with store.read() as connection:
        rows: Any = connection.execute(_REVIEW_ON["author" if site_id is None else "site"], asked).all()
    return dict(rows)
