"""The rows of the run ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from aggregator.store.tables import RunRow, SiteRow
from aggregator.store.writer import Writer

NOT_READ = frozenset(("refused", "gone", "moved"))
"""Outcomes that are no reviews read."""
RECENT = 5
"""Good runs that say what is usual."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one site."""

    id: int
    site: str
    site_id: int
    kind: str  # crawl, reparse
    state: str  # running, good, short, quiet, broken, cut-off
    reason: str | None
    started: str
    finished: str | None
    beat_at: str
    process: str
    version: str
    settings: Mapping[str, Any]
    outcomes: Mapping[str, int]
    causes: Mapping[str, int]
    filled: Mapping[str, float]  # share of the run's reviews with the field, 0..1


@dataclass(frozen=True, slots=True)
class Past:
    """What is usual for a site, by its last good crawls."""

    reviews: float = 0.0  # read in one run, on average
    taken: float = 0.0  # share of its posts that were taken for reviews, 0..1
    filled: Mapping[str, float] = field(default_factory=dict)  # share of reviews with the field, 0..1


def add_run(writer: Writer, site_id: int, kind: str, *, process: str, version: str, settings: Mapping[str, Any]) -> int:
    """Open a run, at once visible within the transaction; gives its id."""
    id = writer.new_id("run")
    row = {
        "id": id,
        "site_id": site_id,
        "kind": kind,
        "state": "running",
        "reason": None,
        "started": writer.at,
        "finished": None,
        "beat_at": writer.at,
        "process": process,
        "version": version,
        "settings": dict(settings),
        "outcomes": {},
        "causes": {},
        "filled": {},
    }
    writer.flush()  # the site may be new
    writer.connection.execute(insert(RunRow), [row])
    return id


def beat(writer: Writer, run_id: int, outcomes: dict[str, int]) -> None:
    """Note that the run is alive, and its counts so far."""
    values = {"beat_at": writer.at} | ({"outcomes": outcomes} if outcomes else {})
    writer.connection.execute(update(RunRow).where(RunRow.id == run_id).values(**values))


def finish_run(
    writer: Writer,
    run_id: int,
    state: str,
    reason: str | None,
    outcomes: dict[str, int],
    causes: dict[str, int],
    filled: dict[str, float],
) -> None:
    """Close a run."""
    values = {"state": state, "reason": reason, "outcomes": outcomes, "causes": causes, "filled": filled}
    values |= {"finished": writer.at, "beat_at": writer.at}
    writer.connection.execute(update(RunRow).where(RunRow.id == run_id).values(**values))


def cut_off(writer: Writer, run_id: int, reason: str) -> None:
    """Close a run that did not close itself; what it stored stays."""
    values = {"state": "cut-off", "reason": reason, "finished": writer.at}
    writer.connection.execute(update(RunRow).where(RunRow.id == run_id).values(**values))


def _select() -> Any:
    return select(SiteRow.name.label("site"), RunRow.__table__).join_from(RunRow, SiteRow)


def _run(row: Any) -> Run:
    return Run(**row._mapping)


def run(connection: Connection, run_id: int) -> Run:
    """One run; raises LookupError where there is none."""
    row = connection.execute(_select().where(RunRow.id == run_id)).first()
    if row is None:
        raise LookupError(f"there is no run {run_id}")
    return _run(row)


def running(connection: Connection) -> list[Run]:
    """Runs that are not closed."""
    return [_run(row) for row in connection.execute(_select().where(RunRow.state == "running"))]


def runs(connection: Connection, *, site: str | None = None, limit: int = 50) -> list[Run]:
    """The newest runs, of one site or all."""
    last = select(RunRow.id).order_by(RunRow.id.desc()).limit(limit)
    if site is not None:
        last = last.where(RunRow.site_id == select(SiteRow.id).where(SiteRow.name == site).scalar_subquery())
    query = _select().where(RunRow.id.in_(last)).order_by(RunRow.id.desc())
    return [_run(row) for row in connection.execute(query)]


def past(connection: Connection, site_id: int, *, before: int) -> Past:
    """What the site's last good crawls read, on average; of nothing where there was none."""
    query = (
        select(RunRow.outcomes, RunRow.causes, RunRow.filled)
        .where(RunRow.site_id == site_id, RunRow.id < before, RunRow.state == "good", RunRow.kind == "crawl")
        .order_by(RunRow.id.desc())
        .limit(RECENT)
    )
    rows = connection.execute(query).all()
    reviews = [sum(n for kind, n in outcomes.items() if kind not in NOT_READ) for outcomes, _, _ in rows]
    left = sum(n for _, causes, _ in rows for name, n in causes.items() if name.startswith("post/left-out/"))
    total = sum(reviews)
    filled: dict[str, float] = {}
    for number, (_, _, shares) in zip(reviews, rows, strict=True):
        for name, share in shares.items():
            filled[name] = filled.get(name, 0.0) + share * number / total
    return Past(total / len(rows) if rows else 0.0, total / (total + left) if total else 0.0, filled)


def last_good(connection: Connection) -> dict[str, str]:
    """Site name to when its last good crawl began."""
    query = (
        select(SiteRow.name, func.max(RunRow.started).label("started"))
        .join_from(RunRow, SiteRow)
        .where(RunRow.kind == "crawl", RunRow.state == "good")
        .group_by(SiteRow.name)
    )
    return {row.name: row.started for row in connection.execute(query)}


def last_runs(connection: Connection) -> dict[str, Run]:
    """Site name to its last crawl."""
    newest = select(func.max(RunRow.id)).where(RunRow.kind == "crawl").group_by(RunRow.site_id)
    return {row.site: _run(row) for row in connection.execute(_select().where(RunRow.id.in_(newest)))}
