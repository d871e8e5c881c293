"""The run ledger: what ran, what is due, and whether it went well."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aggregator import __version__
from aggregator.films import TitleIndex
from aggregator.ingest import retry
from aggregator.runs.health import FILLED, Tally, advice, judge
from aggregator.runs.overview import Standing, all_spans, standings
from aggregator.store import Store, Writer, ledger, pairs, scales

__all__ = [
    "FILLED",
    "Standing",
    "Tally",
    "advice",
    "beat",
    "begin",
    "close_cut_off",
    "due",
    "finish",
    "judge",
    "minutes",
    "overview",
    "this_process",
]

SPAN = re.compile(r"\s*(\d{1,4})\s*([mhd])\s*")
MINUTES = {"m": 1, "h": 60, "d": 24 * 60}
SLACK_MINUTES = 5
"""How much earlier a blog is due: cron starts some seconds sooner or later, and "24h" is meant to be every day."""
SILENT_MINUTES = 60
"""A run of another machine that gave no sign of life for so long counts as cut off."""


def begin(
    store: Store, site: str, *, home: str | None = None, kind: str = "crawl", settings: Mapping[str, Any] | None = None
) -> int:
    """Open a run of a site and give its id; runs whose process is gone are closed as cut off first."""
    with store.write() as writer:
        close_cut_off(writer)
        return ledger.add_run(
            writer,
            writer.site_id(site, home),
            kind,
            process=this_process(),
            version=__version__,
            settings=settings or {},
        )


def beat(writer: Writer, run_id: int, outcomes: Mapping[str, int] | None = None) -> None:
    """Sign of life of a run, in the transaction that stores its reviews, with the counts so far."""
    ledger.beat(writer, run_id, dict(outcomes or {}))


def finish(
    store: Store,
    run_id: int,
    tally: Tally,
    *,
    expect: Mapping[str, float] | None = None,
    catalog: TitleIndex | None = None,
) -> str:
    """Close a run with its counts; gives its state: good, short, quiet or broken.

    Then what the run made known is used: the site's scale is learned anew, and held reviews of the titles that the site
    has are looked at again; how a large outlet agrees with others is worked out anew.
    """
    with store.write() as writer:
        run = ledger.run(writer.connection, run_id)
        past = ledger.past(writer.connection, run.site_id, before=run_id)
        state, reason = judge(tally, expect=expect or {}, past=past)
        whole = tally.read_whole
        shares = {name: round(count / whole, 4) for name, count in tally.filled.items()} if whole else {}
        ledger.finish_run(writer, run_id, state, reason, dict(tally.outcomes), dict(tally.causes), shares)
    scales.learn_scales(store, run.site)
    retry(store, catalog=catalog, site_id=run.site_id)
    pairs.refresh(store, [run.site])
    return state


def minutes(every: str) -> int:
    """The length of a span such as "30m", "6h" or "2d" in minutes; raises ValueError for anything else."""
    match = SPAN.fullmatch(every)
    if match is None:
        raise ValueError(f"{every!r} is no span: a number with m, h or d")
    return int(match[1]) * MINUTES[match[2]]


def due(store: Store, every: Mapping[str, str], *, at: str | None = None) -> list[str]:
    """The sites that are due, the longest waiting first.

    Due is what was never crawled, what was last begun longer ago than its `every`, and what was cut off; what is being
    crawled is not.
    """
    moment = _moment(at) if at else datetime.now(UTC)
    with store.write() as writer:
        close_cut_off(writer)
        last = ledger.last_runs(writer.connection)
    waiting = []
    for site, span in every.items():
        run = last.get(site)
        if run is None:
            late = float("inf")
        elif run.state == "running":
            continue
        else:
            passed = (moment - _moment(run.started)).total_seconds() / 60
            late = passed - minutes(span) + min(SLACK_MINUTES, minutes(span) / 10)
        if late >= 0 or (run is not None and run.state == "cut-off"):
            waiting.append((-late, site))
    return [site for _, site in sorted(waiting)]


def overview(store: Store, every: Mapping[str, str], *, at: str | None = None) -> list[Standing]:
    """How all named sites (`every`: name to span) and stored blogs stand, the worst first."""
    return standings(store, every, due(store, all_spans(store, every), at=at))


def gone(store: Store) -> set[int]:
    """Ids of the runs that are recorded as running and whose process is gone."""
    with store.read() as connection:
        return {run.id for run in ledger.running(connection) if not _alive(run.process, run.beat_at)}


def close_cut_off(writer: Writer) -> int:
    """Mark the runs whose process is gone as cut off; gives how many."""
    dead = [run for run in ledger.running(writer.connection) if not _alive(run.process, run.beat_at)]
    for run in dead:
        ledger.cut_off(writer, run.id, f"its process ended without a word after {run.beat_at}")
    return len(dead)


def this_process() -> str:
    """Who runs: host, process id, and when that process started, so that a reused id is not taken for it."""
    return f"{socket.gethostname()}/{os.getpid()}/{_started(os.getpid())}"


def _alive(process: str, beat_at: str) -> bool:
    host, _, rest = process.rpartition("/")[0].partition("/")
    started = process.rpartition("/")[2]
    if host != socket.gethostname():
        return (datetime.now(UTC) - _moment(beat_at)).total_seconds() < SILENT_MINUTES * 60
    pid = int(rest)
    if started:
        return _started(pid) == started
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _started(pid: int) -> str:
    """Start time of a process in clock ticks since boot, where the system tells (Linux); else empty."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def _moment(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)
