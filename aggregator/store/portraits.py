"""An outlet beside all others on its films: worked out when it is asked where that is little work, else kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, delete, func, select

from aggregator.compare import Interval, Leniency, Typicality, by_typicality, leniency
from aggregator.store.engine import Store
from aggregator.store.read_outlets import Stand, outlet_stands
from aggregator.store.selects import OF_FILM, VOICE
from aggregator.store.stat_tables import OutletPortraitRow
from aggregator.store.tables import Base, ReviewRow

LITTLE = 400
"""Films of an outlet up to which it is set beside others when it is asked."""
TYPICAL_ROWS = 5

_SITE = bindparam("site", type_=Integer)
_SOME_FILMS = select(ReviewRow.film_id).distinct().where(ReviewRow.site_id == _SITE, OF_FILM, *VOICE)
_FILMS = select(func.count()).select_from(_SOME_FILMS.limit(bindparam("limit", type_=Integer)).subquery())
_KEPT = select(OutletPortraitRow.figures, OutletPortraitRow.at).where(OutletPortraitRow.site_id == _SITE)


@dataclass(frozen=True, slots=True)
class Firsts:
    """How often an outlet, or author, was the first to write about a film that others wrote about too."""

    films: int  # with a day here and one elsewhere
    first: int  # of these, on an earlier day than all others
    shared: int  # of these, on the day of the earliest other


@dataclass(frozen=True, slots=True)
class Beside:
    """An outlet, or author, beside all others; `review_id` of the reviews is not filled in."""

    leniency: Leniency
    typical: Sequence[Typicality]  # the most typical first
    untypical: Sequence[Typicality]  # the least typical first
    firsts: Firsts


def beside_of(stands: Iterable[Stand]) -> Beside:
    """What an outlet's, or author's, films come to beside others' reviews of them."""
    rows = list(stands)
    shared = [row for stand in rows if (row := stand.on_film()) is not None]
    found = leniency(shared)
    ranked = by_typicality(shared, found)
    both = [(row.first, row.others_first) for row in rows if row.first and row.others_first]
    return Beside(
        found,
        ranked[: (len(ranked) + 1) // 2][:TYPICAL_ROWS],
        ranked[(len(ranked) + 1) // 2 :][::-1][:TYPICAL_ROWS],
        Firsts(len(both), sum(one < other for one, other in both), sum(one == other for one, other in both)),
    )


def outlet_beside(store: Store, site_id: int) -> tuple[Beside, str | None]:
    """An outlet beside all others, and when that was worked out; None: now."""
    with store.read() as connection:
        kept = connection.execute(_KEPT, {"site": site_id}).first()
    if kept is None:
        return beside_of(outlet_stands(store, site_id)), None
    return _from(kept.figures), str(kept.at)


def refresh(store: Store, site_id: int) -> None:
    """Work an outlet's portrait out and keep it, as far as that is much work."""
    with store.read() as connection:
        is_much = _is_much(connection, site_id)
        is_kept = connection.execute(_KEPT, {"site": site_id}).first() is not None
    found = beside_of(outlet_stands(store, site_id)) if is_much else None
    if found is not None or is_kept:
        with store.write() as writer:
            writer.connection.execute(delete(OutletPortraitRow).where(OutletPortraitRow.site_id == site_id))
            if found is not None:
                row = {"site_id": site_id, "figures": _figures(found), "at": writer.at}
                writer.connection.execute(Base.metadata.tables["outlet_portrait"].insert(), [row])


def _is_much(connection: Connection, site_id: int) -> bool:
    return connection.execute(_FILMS, {"site": site_id, "limit": LITTLE + 1}).scalar_one() > LITTLE


def _figures(found: Beside) -> dict[str, Any]:
    interval = found.leniency.interval
    return {
        "leniency": asdict(found.leniency) | {"interval": None if interval is None else list(interval)},
        "typical": [list(row) for row in found.typical],
        "untypical": [list(row) for row in found.untypical],
        "firsts": asdict(found.firsts),
    }


def _from(figures: dict[str, Any]) -> Beside:
    """A portrait as it was kept."""
    known = figures["leniency"]
    interval = known["interval"]
    return Beside(
        Leniency(**known | {"interval": None if interval is None else Interval(*interval)}),
        [Typicality(*row) for row in figures["typical"]],
        [Typicality(*row) for row in figures["untypical"]],
        Firsts(**figures["firsts"]),
    )
