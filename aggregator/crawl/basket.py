"""What the crawls of a process have read and not yet stored: all of it goes into one transaction."""

from __future__ import annotations

import logging
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from time import monotonic

from aggregator import runs
from aggregator.films import Catalog
from aggregator.ingest import Tools, ingest, ingest_all
from aggregator.records import Issue, LeftOut, Outcome, Parsed, Review
from aggregator.store import Store, StoreError, Writer, archived, passed
from aggregator.store import pages as store_pages
from aggregator.store.lasting import has_moved
from aggregator.store.pages import PageState
from aggregator.store.urls import url_key

logger = logging.getLogger(__name__)

FULL = 1_000
"""Reviews and pages in one transaction at most."""
NOTES_LIKE_ONE = 50
"""Reasons of URLs passed over that count as one: they come by the thousand, and cost little."""
SECONDS = 10.0
"""How long a review waits for its transaction at most, while pages come in."""


@dataclass(slots=True)
class Batch:
    """What one crawl has waiting for its transaction."""

    reviews: list[Review] = field(default_factory=list)
    read: list[tuple[PageState | None, Parsed]] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)  # unchanged pages that are in the archive only now: where
    passed_over: dict[str, str] = field(default_factory=dict)  # URLs that were not read: why
    sources: list[PageState] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.reviews) + len(self.read) + len(self.same) + len(self.passed_over) // NOTES_LIKE_ONE

    def __bool__(self) -> bool:
        return bool(len(self) or self.passed_over or self.sources)


@dataclass(slots=True, eq=False)
class Lane:
    """One crawl's part of the basket."""

    outlet: str
    run: int
    count: Callable[[str, int], None]  # told how many reviews had which outcome
    outcomes: Counter[str] = field(default_factory=Counter)  # of the whole run so far
    batch: Batch = field(default_factory=Batch)


class Basket:
    """Collects what the crawls read, and stores it together: most of a small transaction's cost is the transaction."""

    def __init__(self, store: Store, catalog: Catalog | None) -> None:
        self._store, self._catalog = store, catalog
        self._lanes: list[Lane] = []
        self._stored_at = monotonic()

    def join(self, outlet: str, run: int, count: Callable[[str, int], None]) -> Lane:
        """The part of a crawl that begins."""
        lane = Lane(outlet, run, count)
        self._lanes.append(lane)
        return lane

    def leave(self, lane: Lane) -> None:
        """A crawl has ended: what it could not store is given up."""
        self._lanes.remove(lane)

    @property
    def is_due(self) -> bool:
        """Whether enough has come in, or some of it has waited long enough."""
        return monotonic() - self._stored_at >= SECONDS or sum(len(lane.batch) for lane in self._lanes) >= FULL

    def empty(self) -> None:
        """Store all that waits in one transaction; raises StoreError, and then all of it waits on."""
        self._stored_at = monotonic()
        lanes = [lane for lane in self._lanes if lane.batch]
        if not lanes:
            return
        try:
            outcomes = self._store_all([(lane, lane.batch) for lane in lanes])
        except StoreError:
            raise
        except Exception:
            logger.error("A batch could not be stored as a whole; trying its reviews one by one", exc_info=True)
            outcomes = [self._store_singly(lane) for lane in lanes]
        for lane, of_lane in zip(lanes, outcomes, strict=True):
            lane.batch = Batch()
            for kind, number in Counter(outcome.kind for outcome in of_lane).items():
                lane.outcomes[kind] += number
                lane.count(kind, number)

    def _store_all(self, batches: Sequence[tuple[Lane, Batch]]) -> list[list[Outcome]]:
        """The reviews, then the pages that they stand on; gives each lane's outcomes."""
        with self._store.write() as writer:
            batches = [(lane, _followed(writer, lane, batch)) for lane, batch in batches]
            reviews = [review for _, batch in batches for review in batch.reviews]
            owners = [lane.run for lane, batch in batches for _ in batch.reviews]
            outcomes = iter(ingest_all(reviews, Tools(writer, catalog=self._catalog), owners))
            for lane, batch in batches:
                _store_pages(writer, lane, batch)
            return [[next(outcomes) for _ in batch.reviews] for _, batch in batches]

    def _store_singly(self, lane: Lane) -> list[Outcome]:
        """Each review in a transaction of its own; pages whose review failed are not remembered as read."""
        batch = lane.batch
        outcomes = [(review, self._store_one(lane, review)) for review in batch.reviews]
        failed = {review.url for review, outcome in outcomes if outcome is None}
        good = [(state, parsed) for state, parsed in batch.read if not failed & {each.url for each in parsed.reviews}]
        self._store_all([(lane, replace(batch, reviews=[], read=good))])
        return [outcome for _, outcome in outcomes if outcome is not None]

    def _store_one(self, lane: Lane, review: Review) -> Outcome | None:
        """Store a review alone; one that cannot be stored goes to quarantine, and the run goes on."""
        try:
            with self._store.write() as writer:
                return ingest(review, Tools(writer, lane.run, self._catalog))
        except StoreError:
            raise
        except Exception:
            issue = Issue(review.url, "ingest", traceback.format_exc())
            with self._store.write() as writer:
                store_pages.record_quarantine(writer, lane.outlet, issue, lane.run)
            lane.count("quarantine", 1)
            return None


def _followed(writer: Writer, lane: Lane, batch: Batch) -> Batch:
    """What came in, once reviews of posts that moved are at their new addresses; one that led elsewhere is missing."""
    read = []
    for state, parsed in batch.read:
        kept = state
        moved = has_moved(writer, state.url, parsed.reviews) if state is not None and state.elsewhere else None
        if moved:
            lane.outcomes["moved"] += 1
            lane.count("moved", 1)
        elif moved is False and state is not None:
            before = store_pages.stored_state(writer, state.url)
            kept = (before or state).missing(state.status)
        read.append((kept, parsed))
    return replace(batch, read=read)


def _store_pages(writer: Writer, lane: Lane, batch: Batch) -> None:
    """What the crawl remembers of pages and of URLs that are none."""
    states = [state for state, _ in batch.read if state is not None]
    for _, parsed in batch.read:
        for issue in parsed.issues:
            store_pages.record_quarantine(writer, lane.outlet, issue, lane.run)
    if gone := store_pages.save_pages(writer, lane.outlet, [*batch.sources, *states]):
        lane.outcomes["gone"] += gone
        lane.count("gone", gone)
    store_pages.record_left_out(writer, lane.outlet, *_left_out(writer, batch))
    passed.was_read(writer, (*(state.url for state in states), *batch.same))
    passed.note(writer, lane.outlet, batch.passed_over, lane.run)
    good = [state.url for state, parsed in batch.read if state is not None and not parsed.issues]
    store_pages.release_quarantine(writer, *good)
    store_pages.page_checked(writer, batch.same, batch.kept)
    runs.beat(writer, lane.run, lane.outcomes)


def _left_out(writer: Writer, batch: Batch) -> list[LeftOut]:
    """The posts that were not taken, each as its own page shows it: listings speak for those without one."""
    left = [(state, left) for state, parsed in batch.read for left in parsed.left_out]
    listed = {key for state, post in left if (key := url_key(post.url)) and not _is_page_of(state, key)}
    own = archived.own_pages(writer, listed)
    return [post for state, post in left if (key := url_key(post.url)) and (_is_page_of(state, key) or key not in own)]


def _is_page_of(state: PageState | None, key: str) -> bool:
    return state is not None and url_key(state.url) == key
