"""The run ledger: what ran, what is due, and whether it went well."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aggregator import __version__
from aggregator.films import TitleIndex
from aggregator.ingest import retry
from aggregator.store import Store, Writer, ledger, scales

SPAN = re.compile(r"\s*(\d{1,4})\s*([mhd])\s*")
MINUTES = {"m": 1, "h": 60, "d": 24 * 60}
SILENT_MINUTES = 60
"""A run of another machine that gave no sign of life for so long counts as cut off."""
ENOUGH = 5
"""Reviews from which a share of filled fields says something."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one run did, by outcome, by cause, and how many of its reviews had which field."""

    outcomes: Mapping[str, int] = field(default_factory=dict)  # {"new": 12, "same": 30}
    causes: Mapping[str, int] = field(default_factory=dict)  # {"post/left-out/interview": 3, "page/challenge": 1}
    filled: Mapping[str, int] = field(default_factory=dict)  # {"rating": 11}: of the reviews read in this run
    error: str | None = None  # what ended the run, where something did
    whole: int | None = None  # reviews that were read whole, of which `filled` tells; None: all of them


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
    has are looked at again.
    """
    with store.write() as writer:
        run = ledger.run(writer.connection, run_id)
        past = ledger.typical_reviews(writer.connection, run.site_id, before=run_id)
        state, reason = judge(tally, expect=expect or {}, past=past)
        whole = _whole(tally)
        shares = {name: round(count / whole, 4) for name, count in tally.filled.items()} if whole else {}
        ledger.finish_run(writer, run_id, state, reason, dict(tally.outcomes), dict(tally.causes), shares)
    scales.learn_scales(store, run.site)
    retry(store, catalog=catalog, site_id=run.site_id)
    return state


def judge(tally: Tally, *, expect: Mapping[str, float], past: float) -> tuple[str, str | None]:
    """The state of a finished run and the reason in one line.

    Args:
        tally: what the run did.
        expect: share of reviews in which a field must be filled, 0..1.
        past: reviews that good runs of the site read, on average.

    Returns:
        `broken`: ended by an error, or everything it read was refused or quarantined; `quiet`: read nothing where there
        used to be something; `short`: fewer fields filled than expected; else `good`.
    """
    read = _read(tally)
    if tally.error:
        return "broken", tally.error
    refused, quarantined = tally.outcomes.get("refused", 0), tally.causes.get("page/quarantine", 0)
    if not read and (refused or quarantined):
        return "broken", f"nothing could be read: {refused} refused, {quarantined} pages in quarantine"
    walls = tally.causes.get("page/challenge", 0)
    if not read and walls:
        return "broken", f"a bot wall answered {walls} times"
    if not read and past >= 1 and not tally.causes.get("page/same", 0):
        return "quiet", f"no review, where a run used to read {past:.0f}"
    whole = _whole(tally)
    if whole >= ENOUGH:
        for name, share in expect.items():
            found = tally.filled.get(name, 0) / whole
            if found < share:
                return "short", f"{name} in {found:.0%} of {whole} reviews, expected {share:.0%}"
    return "good", None


def _read(tally: Tally) -> int:
    return sum(count for kind, count in tally.outcomes.items() if kind != "refused")


def _whole(tally: Tally) -> int:
    return _read(tally) if tally.whole is None else tally.whole


def minutes(every: str) -> int:
    """The length of a span such as "30m", "6h" or "2d" in minutes; raises ValueError for anything else."""
    match = SPAN.fullmatch(every)
    if match is None:
        raise ValueError(f"{every!r} is no span: a number with m, h or d")
    return int(match[1]) * MINUTES[match[2]]


def due(store: Store, every: Mapping[str, str], *, at: str | None = None) -> list[str]:
    """The sites that are due, the longest waiting first: never run, or last begun longer ago than their `every`."""
    moment = _moment(at) if at else datetime.now(UTC)
    with store.read() as connection:
        last = ledger.last_started(connection)
    waiting = []
    for site, span in every.items():
        late = (moment - _moment(last[site])).total_seconds() / 60 - minutes(span) if site in last else float("inf")
        if late >= 0:
            waiting.append((-late, site))
    return [site for _, site in sorted(waiting)]


def close_cut_off(writer: Writer) -> int:
    """Mark the runs whose process is gone as cut off; gives how many."""
    gone = [run for run in ledger.running(writer.connection) if not _alive(run.process, run.beat_at)]
    for run in gone:
        ledger.cut_off(writer, run.id, f"its process ended without a word after {run.beat_at}")
    return len(gone)


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
