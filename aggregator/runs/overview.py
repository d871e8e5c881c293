"""How each blog stands: its last run, when one was good, what it last published, and whether it is due."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from aggregator.runs.health import advice
from aggregator.site import Site
from aggregator.store import Store, ledger, queries

WORST_FIRST = ("broken", "quiet", "short", "cut-off", "never", "running", "good")


@dataclass(frozen=True, slots=True)
class Standing:
    """One blog."""

    name: str
    state: str  # of its last crawl, or "never"
    reason: str | None  # why it is not good
    last_good: str | None  # day of its last good crawl, ISO 8601
    newest: str | None  # day of its newest review
    is_due: bool

    @property
    def advice(self) -> str | None:
        """What to do."""
        return advice(self.reason)

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self) | {"advice": self.advice}


def standings(store: Store, every: Mapping[str, str], due: Collection[str]) -> list[Standing]:
    """All named sites and stored blogs, the worst first; `every` has the named ones, `due` the names that are due."""
    stored = {site.name: site for site in queries.sites(store)}
    with store.read() as connection:
        last, good = ledger.last_runs(connection), ledger.last_good(connection)
    found = []
    for name in {*every, *stored}:
        run, site = last.get(name), stored.get(name)
        found.append(
            Standing(
                name,
                run.state if run else "never",
                run.reason if run else None,
                good[name][:10] if name in good else None,
                (site.newest or "")[:10] or None if site else None,
                name in due,
            )
        )
    return sorted(found, key=lambda one: (WORST_FIRST.index(one.state), one.name))


def all_spans(store: Store, every: Mapping[str, str]) -> dict[str, str]:
    """How often each blog is due: the named ones as they say, the others as is usual."""
    return {site.name: Site.every for site in queries.sites(store)} | dict(every)
