"""Scores in bulk: each outlet's scale learned from its own ratings, and all scores under another policy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select, update

from aggregator.scoring import CUTS, Scale, learn_scale, score, settle_scale
from aggregator.store.engine import Store
from aggregator.store.tables import ReviewRow, SettingRow, SiteRow
from aggregator.store.writer import Writer
from aggregator.values.rating import Rating

OPEN = frozenset({"learned", "assumed"})
"""Scale sources that are ours, not the page's: as read, the scale was open."""
AT_ONCE = 1_000
EXAMPLES = 20

_COLUMNS = (
    ReviewRow.id,
    ReviewRow.url,
    ReviewRow.language,
    ReviewRow.rating_raw,
    ReviewRow.rating_value,
    ReviewRow.rating_best,
    ReviewRow.rating_worst,
    ReviewRow.rating_style,
    ReviewRow.scale_source,
    ReviewRow.score,
    ReviewRow.policy,
)


@dataclass(frozen=True, slots=True)
class Moved:
    """A score that a new policy changes."""

    review_id: int
    url: str
    raw: str
    before: float | None  # 0..100
    after: float | None


@dataclass(frozen=True, slots=True)
class Rescored:
    """What a new policy changes."""

    policy: str
    rated: int
    moved: int
    largest: tuple[Moved, ...]  # at most EXAMPLES, the largest moves first


DEFAULT = "default"
"""The scoring policy of a new database."""


def current_policy(writer: Writer) -> str:
    """The policy under which this database's scores stand."""
    cache = writer.cache["setting"]
    if "policy" not in cache:
        query = select(SettingRow.value).where(SettingRow.name == "policy")
        cache["policy"] = writer.connection.execute(query).scalar() or DEFAULT
    return cache["policy"]  # type: ignore[no-any-return]


def site_scale(writer: Writer, site: str) -> Scale | None:
    """The scale learned from a site's ratings so far."""
    stored = writer.site_scale(site)
    return Scale(**stored) if stored else None


def settle(rating: Rating, scale: Scale | None, language: str | None) -> Rating:
    """A rating whose scale the page leaves open, on the outlet's learned scale or else on the usual one."""
    return settle_scale(as_read(rating), learned=scale, language=language)


def as_read(rating: Rating) -> Rating:
    """The rating without what was learned or assumed of its scale."""
    if rating.scale_source not in OPEN:
        return rating
    return Rating(rating.raw, rating.value, None, None, rating.style, None)


def learn_scales(store: Store, site: str | None = None) -> int:
    """Learn the scale of one site, or of all, from its own ratings, and settle its open ratings on it.

    The rule of praise and blame is the usual one of that scale (`aggregator.scoring.CUTS`), and stored with it.

    Gives the number of ratings that came out differently. The same ratings give the same scale, in whatever order and
    however often they came.
    """
    with store.read() as connection:
        query = select(SiteRow.id, SiteRow.name).order_by(SiteRow.id)
        names = [row for row in connection.execute(query) if site in (None, row.name)]
    changed = 0
    for id, _ in names:
        with store.write() as writer:
            changed += _learn_one(writer, id)
    return changed


def _learn_one(writer: Writer, site_id: int) -> int:
    query = select(*_COLUMNS).where(ReviewRow.site_id == site_id, ReviewRow.rating_raw.is_not(None))
    rows = list(writer.connection.execute(query.where(ReviewRow.gone_at.is_(None)).order_by(ReviewRow.id)))
    scale = learn_scale([as_read(_rating(row)) for row in rows])
    cuts = CUTS.get(scale.best) if scale else None
    learned = {
        "scale": asdict(scale) if scale else None,
        "positive": cuts.positive if cuts else None,
        "negative": cuts.negative if cuts else None,
    }
    stated = select(SiteRow.scale, SiteRow.positive, SiteRow.negative).where(SiteRow.id == site_id)
    if learned != dict(writer.connection.execute(stated).one()._mapping):
        writer.connection.execute(update(SiteRow).where(SiteRow.id == site_id).values(learned))
    changed = 0
    for row in rows:
        before = _rating(row)
        after = settle(before, scale, row.language)
        if after != before:
            changed += 1
            values = {"rating_best": after.best, "rating_worst": after.worst, "scale_source": after.scale_source}
            values |= {"score": score(after, row.policy), "changed_at": writer.at}
            writer.change("review", row.id, values)
    return changed


def rescore(store: Store, policy: str, *, write: bool = True) -> Rescored:
    """All scores under another policy, without a crawl; `write=False` only tells what would move.

    Raises KeyError for a policy that does not exist.
    """
    rated = moved = 0
    largest: list[Moved] = []
    score(Rating(""), policy)  # raises for a policy that does not exist, before anything is written
    if write:
        with store.write() as writer:
            writer.upsert("setting", [{"name": "policy", "value": policy}], ("name",))
    for rows in _rated(store):
        changes: list[tuple[int, dict[str, Any]]] = []
        for row in rows:
            rated += 1
            after = score(_rating(row), policy)
            if after != row.score:
                moved += 1
                largest.append(Moved(row.id, row.url, row.rating_raw, row.score, after))
            if after != row.score or policy != row.policy:
                changes.append((row.id, {"score": after, "policy": policy}))
        largest = sorted(largest, key=_distance, reverse=True)[:EXAMPLES]
        if write and changes:
            with store.write() as writer:
                for id, values in changes:
                    writer.change("review", id, values | {"changed_at": writer.at})
    return Rescored(policy, rated, moved, tuple(largest))


def _rated(store: Store) -> Iterator[list[Any]]:
    after = 0
    while True:
        query = select(*_COLUMNS).where(ReviewRow.rating_raw.is_not(None), ReviewRow.id > after)
        with store.read() as connection:
            rows = list(connection.execute(query.order_by(ReviewRow.id).limit(AT_ONCE)))
        if not rows:
            return
        after = rows[-1].id
        yield rows


def _distance(moved: Moved) -> float:
    if moved.before is None or moved.after is None:
        return 101.0
    return abs(moved.after - moved.before)


def _rating(row: Any) -> Rating:
    numbers = (row.rating_value, row.rating_best, row.rating_worst)
    return Rating(row.rating_raw, *numbers, row.rating_style, row.scale_source)
