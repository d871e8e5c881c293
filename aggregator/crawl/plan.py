"""Which of a source's posts are asked for in this run, and why the others are passed over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from aggregator.crawl.entries import Entry
from aggregator.crawl.memory import Memory
from aggregator.crawl.posturls import address, are_related, host
from aggregator.store.clock import hours_since
from aggregator.store.pages import GIVEN, RESERVED, PageState

RECHECKED = 10
"""Known posts, the newest, that are asked for again in each run of newest posts where the source tells no changes."""

OPTED_OUT_HOURS = 7 * 24
"""How long a page that asked not to be read is left alone, while its blog goes on naming it."""

KNOWN = ("done", "unchanged", "known")
"""Reasons against posts that are stored; those of the others are kept by URL."""

TAKEN_DOWN = "taken-down"
"""The reason against a post that somebody had taken down."""


def no_page(url: str) -> bool:  # noqa: ARG001
    """Of a blog that reserves nothing."""
    return False


@dataclass(slots=True)
class Plan:
    """The rules of one run; `choose` may be called for each part of a long source."""

    memory: Memory
    mode: str = "newest"  # or "backfill": known posts are asked for again, too
    since: str | None = None  # ISO 8601 date: older posts are passed over
    limit: int | None = None
    posts: str | None = None  # regular expression of post URLs
    skip: str | None = None  # regular expression of URLs or headlines
    is_reserved: Callable[[str], bool] = no_page
    hosts: set[str] = field(default_factory=set)  # the blog's own; none: any
    is_whole_look: bool = False  # also at known posts that a source gives whole: that costs nothing more
    chosen: int = 0
    rechecked: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)
    _seen: set[str] = field(default_factory=set)

    def is_own(self, url: str) -> bool:
        """Whether a URL is one of the blog's hosts."""
        return not self.hosts or any(are_related(host(url), name) for name in self.hosts)

    def saw(self, addresses: Iterable[str]) -> None:
        """Note posts that were read where they are listed."""
        self._seen.update(addresses)

    def has_seen(self, url: str) -> bool:
        """Whether a source named a URL."""
        return address(url) in self._seen

    @property
    def has_seen_any(self) -> bool:
        """Whether the sources named any post."""
        return bool(self._seen)

    @property
    def is_full(self) -> bool:
        """Whether the limit is reached."""
        return self.limit is not None and self.chosen >= self.limit

    def choose(self, entries: Iterable[Entry]) -> list[Entry]:
        """The entries to ask for, in their order; the others are counted by reason."""
        fresh = [entry for entry in entries if address(entry.url) not in self._seen]
        own = self._majority(fresh)
        states = self.memory.states([entry.url for entry in fresh])
        known = self.memory.known([entry.url for entry in fresh])
        out = self.memory.taken_down([entry.url for entry in fresh])
        wanted = []
        for entry in fresh:
            if address(entry.url) in self._seen:
                continue
            self._seen.add(address(entry.url))
            if entry.url in out:
                self.passed_over[TAKEN_DOWN] += 1  # counted only: its address is not to be written down again
                continue
            state = states.get(entry.url.partition("#")[0])
            is_own = self.is_own(entry.url) or host(entry.url) in own
            reason = self._reason_against(entry, state, is_known=entry.url in known) if is_own else "other-host"
            if reason == "unchanged":
                self.memory.was_same(entry.url)
            elif reason and reason not in KNOWN:
                self.memory.was_passed_over(entry.url, reason)
            if reason:
                self.passed_over[reason] += 1
            else:
                self.chosen += 1
                wanted.append(entry)
        return wanted

    def pass_over(self, reasons: Mapping[str, str]) -> None:
        """Note URLs that a source names and that are no posts."""
        for url, reason in reasons.items():
            self.passed_over[reason] += 1
            self.memory.was_passed_over(url, reason)

    def _majority(self, entries: Sequence[Entry]) -> set[str]:
        """The host of most of what a source names, which is the blog's wherever its home page is."""
        most = Counter(host(entry.url) for entry in entries).most_common(1) if self.hosts else []
        return {name for name, number in most if number * 2 > len(entries)}

    def _reason_against(self, entry: Entry, state: PageState | None, *, is_known: bool) -> str | None:
        """One word, or None where the post is asked for."""
        if self.is_reserved(entry.url):
            return RESERVED
        if self.posts and not re.search(self.posts, entry.url):
            return "no-post"
        if self.skip and re.search(self.skip, f"{entry.url}\n{entry.headline or ''}"):
            return "skip"
        if self.since and entry.published and entry.published[:10] < self.since:
            return "older"
        checked_at = state.checked_at if state else None
        if checked_at and self.memory.resume_from and checked_at >= self.memory.resume_from:
            return "done"  # by the run that was cut off
        if state and checked_at and is_known and self.mode == "newest" and not self._may_be_back(state):
            if self.is_whole_look and entry.content and state.status == GIVEN:
                return "limit" if self.is_full else None
            if entry.modified and _instant(entry.modified) < checked_at:
                return "unchanged"
            self.rechecked += 1
            if self.rechecked > RECHECKED:
                return "known"
        return "limit" if self.is_full else None

    def _may_be_back(self, state: PageState) -> bool:
        """Whether the page was missing, or asked not to be read and was not looked at again for long."""
        if state.gone:
            return True
        return state.is_opted_out and bool(state.checked_at) and hours_since(state.checked_at or "") >= OPTED_OUT_HOURS


def _instant(stamp: str) -> str:
    """A stamp as comparable text in UTC; a day counts as its end, an offset is kept on the safe side."""
    if len(stamp) <= 10:
        return f"{stamp}T23:59:59Z"
    if stamp.endswith("Z"):
        return stamp
    from datetime import UTC, datetime

    try:
        return datetime.fromisoformat(stamp).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return "9999"
