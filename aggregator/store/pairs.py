"""How outlets agree: worked out when it is asked where that is little work, and kept for outlets where it is much."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Connection, Integer, Text, bindparam, cast, delete, func, select
from sqlalchemy.orm import aliased

from aggregator.compare import Agreement, Interval, Pair, agree
from aggregator.store import portraits
from aggregator.store.engine import Store
from aggregator.store.read_outlets import pairs_of, site_ids
from aggregator.store.selects import OF_FILM, VOICE, among
from aggregator.store.stat_tables import FilmStatRow, OutletPairRow, OutletStatRow
from aggregator.store.tables import Base, ReviewRow, SiteRow

LITTLE = 5_000
"""Voices on an outlet's films up to which its agreement with others is worked out when it is asked."""
KEPT = 40
"""Other outlets of which the agreement is kept: those with the most films in common."""

_SITE = bindparam("site", type_=Integer)
_LIMIT = bindparam("limit", type_=Integer)
_KEPT = (
    select(OutletPairRow.other_id, OutletPairRow.figures, OutletPairRow.at)
    .where(OutletPairRow.site_id == _SITE)
    .order_by(OutletPairRow.films.desc(), OutletPairRow.other_id)
    .limit(_LIMIT)
)
_NAMES = select(SiteRow.id, SiteRow.name).where(among(SiteRow.id, "ids"))
_mine = select(ReviewRow.film_id).distinct().where(ReviewRow.site_id == _SITE, OF_FILM, *VOICE).subquery("mine")
_VOICES = select(FilmStatRow.voices).join_from(_mine, FilmStatRow, FilmStatRow.film_id == _mine.c.film_id).limit(_LIMIT)
_theirs = aliased(ReviewRow, name="theirs")
_WRITERS = (
    select(func.aggregate_strings(cast(_theirs.site_id, Text), ","))
    .where(_theirs.film_id.in_(select(_mine.c.film_id)), _theirs.gone_at.is_(None), _theirs.copy_of.is_(None))
    .group_by(_theirs.film_id)
)
"""Who wrote about each film of an outlet, in one text: as rows, a hundred thousand cost several times as much."""
_LAST_SITE = select(func.max(SiteRow.id))


class Neighbours(NamedTuple):
    """Outlets that an outlet shares films with, the most first, and how it agrees with each."""

    rows: list[tuple[str, Agreement]]
    at: str | None  # when that was worked out; None: now


def neighbours(store: Store, name: str, limit: int) -> Neighbours:
    """How an outlet agrees with those that it shares most films with; raises KeyError for an unknown one."""
    id = site_ids(store, [name])[name]
    with store.read() as connection:
        kept = connection.execute(_KEPT, {"site": id, "limit": limit}).all()
    if not kept and not _is_much(store, id):
        return Neighbours(_named(store, _work_out(store, id, limit)), None)
    found = [(other, agreement_of(figures)) for other, figures, _ in kept]
    return Neighbours(_named(store, found), min((at for _, _, at in kept), default=None))


def matrix(store: Store, names: Sequence[str]) -> list[tuple[str, str, Agreement]]:
    """How these outlets agree, each pair with a film in common once; unknown names are passed over."""
    ids = site_ids(store, names)
    known = [name for name in names if name in ids]
    reviews = select(func.sum(OutletStatRow.reviews)).where(among(OutletStatRow.site_id, ids.values()))
    rows = select(OutletPairRow.site_id, OutletPairRow.other_id, OutletPairRow.figures).where(
        among(OutletPairRow.site_id, ids.values()), among(OutletPairRow.other_id, ids.values())
    )
    with store.read() as connection:
        is_little = (connection.execute(reviews).scalar() or 0) <= LITTLE
        kept = {} if is_little else {(one, other): figures for one, other, figures in connection.execute(rows)}
    found = []
    for number, one in enumerate(known[:-1]):
        rest = known[number + 1 :]
        shared = pairs_of(store, ids[one], [ids[other] for other in rest]) if is_little else {}
        for other in rest:
            if is_little:
                agreement = agree(shared[ids[other]])
            elif (ids[one], ids[other]) in kept:
                agreement = agreement_of(kept[ids[one], ids[other]])
            elif (ids[other], ids[one]) in kept:
                agreement = turned(agreement_of(kept[ids[other], ids[one]]))
            else:
                continue
            if agreement.films:
                found.append((one, other, agreement))
    return found


def side_by_side(store: Store, one: str, other: str) -> list[Pair] | None:
    """The films that two outlets share; None where one of them is not there."""
    ids = site_ids(store, [one, other])
    return pairs_of(store, ids[one], [ids[other]])[ids[other]] if {one, other} <= ids.keys() else None


def refresh(
    store: Store, names: Collection[str] | None = None, *, progress: Callable[[str], None] = lambda _: None
) -> int:
    """Work out and keep the agreement of all outlets, or of these, as far as that is much work; gives how many."""
    statement = select(SiteRow.id, SiteRow.name).order_by(SiteRow.id)
    with store.read() as connection:
        sites = [row for row in connection.execute(statement) if names is None or row.name in names]
    number = 0
    for site in sites:
        is_much = _is_much(store, site.id)
        found = _work_out(store, site.id, KEPT) if is_much else []
        if found or _is_kept(store, site.id):
            with store.write() as writer:
                _keep(writer.connection, site.id, found, writer.at)
        portraits.refresh(store, site.id)
        number += is_much
        progress(site.name)
    return number


def _figures(agreement: Agreement) -> dict[str, Any]:
    values = asdict(agreement)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _is_kept(store: Store, id: int) -> bool:
    with store.read() as connection:
        rows = connection.execute(select(OutletPairRow.site_id).where(OutletPairRow.site_id == id).limit(1))
        return rows.first() is not None


def _keep(connection: Connection, id: int, found: Sequence[tuple[int, Agreement]], at: str) -> None:
    connection.execute(delete(OutletPairRow).where(OutletPairRow.site_id == id))
    rows = [
        {"site_id": id, "other_id": other, "films": agreement.films, "figures": _figures(agreement), "at": at}
        for other, agreement in found
    ]
    if rows:
        connection.execute(Base.metadata.tables["outlet_pair"].insert(), rows)


def _is_much(store: Store, id: int) -> bool:
    """Whether many voices stand on the films of an outlet."""
    voices = 0
    with store.read() as connection, connection.execute(_VOICES, {"site": id, "limit": LITTLE + 1}) as rows:
        for number in rows.scalars():
            voices += number
            if voices > LITTLE:
                return True
    return False


def _work_out(store: Store, id: int, limit: int) -> list[tuple[int, Agreement]]:
    """The outlets with the most films in common, by id, and how this one agrees with each."""
    with store.read() as connection:
        others = _with_most_in_common(connection, id, limit)
    shared = pairs_of(store, id, others)
    return [(other, agree(shared[other])) for other in others]


def _with_most_in_common(connection: Connection, id: int, limit: int) -> list[int]:
    """The outlets with the most films in common with one, the most first; of equals the lower id."""
    size = (connection.execute(_LAST_SITE).scalar() or 0) + 1
    films, here = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.bool_)
    with connection.execute(_WRITERS, {"site": id}) as writers:
        for written in writers.scalars():
            here[:] = False
            here[np.fromstring(written, dtype=np.int64, sep=",")] = True
            films += here
    films[id] = 0
    order = np.lexsort((np.arange(size), -films))[:limit]
    return [int(other) for other in order if films[other]]


def _named(store: Store, found: Sequence[tuple[int, Agreement]]) -> list[tuple[str, Agreement]]:
    ids = [id for id, _ in found]
    with store.read() as connection:
        names = dict(connection.execute(_NAMES, {"ids": ids}).all())
    return [(names[id], agreement) for id, agreement in found if id in names]


def agreement_of(figures: dict[str, Any]) -> Agreement:
    """An agreement as it was kept."""
    intervals = {
        name: figures[name] and Interval(*figures[name]) for name in ("spearman_interval", "difference_interval")
    }
    return Agreement(**figures | intervals)


def turned(agreement: Agreement) -> Agreement:
    """The same agreement seen from the other outlet."""
    turn = agreement.difference_interval
    values = {name: getattr(agreement, name) for name in agreement.__dataclass_fields__}
    return Agreement(
        **values
        | {
            "difference": None if agreement.difference is None else -agreement.difference,
            "difference_interval": None if turn is None else Interval(-turn.high, -turn.low),
            "one_first": agreement.other_first,
            "other_first": agreement.one_first,
        }
    )
