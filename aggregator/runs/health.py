"""How a run went, and what an operator does about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from aggregator.store.ledger import NOT_READ, Past

FILLED = ("rating", "verdict", "author", "published", "film_year", "cast", "directors")
"""Fields whose share of filled values a run records."""
ENOUGH = 5
"""Reviews, posts or pages from which a share of them says something."""
FALLEN = 0.5
"""A share that fell below this part of what is usual is a loss."""
USUAL = 0.5
"""Share of filled fields from which a field is usual for a site."""
WALLS = {
    "challenge": "a bot wall",
    "login": "a login page",
    "parked": "the page of a parked domain",
    "soft-404": "a page that says it is not there",
    "empty-shell": "a page that is empty without its scripts",
}
"""Cause to what stood in a page's place."""
NO_POSTS = frozenset(("no-post", "other-host"))
"""Reasons against URLs that are no posts of the blog."""
AS_IT_IS = ("robots", "http-404", "http-410", "login", "soft-404", "not-html", "scheme", "private-address")
"""Causes of single pages that say nothing of the blog."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one run did, by outcome, by cause, and how many of its reviews had which field."""

    outcomes: Mapping[str, int] = field(default_factory=dict)  # {"new": 12, "same": 30}
    causes: Mapping[str, int] = field(default_factory=dict)  # {"post/left-out/interview": 3, "page/challenge": 1}
    filled: Mapping[str, int] = field(default_factory=dict)  # {"rating": 11}: of the reviews read in this run
    error: str | None = None  # what ended the run, where something did
    whole: int | None = None  # reviews that were read whole, of which `filled` tells; None: all of them

    @property
    def read(self) -> int:
        """Reviews that were read and not refused."""
        return sum(count for kind, count in self.outcomes.items() if kind not in NOT_READ)

    @property
    def read_whole(self) -> int:
        """Reviews that were read whole."""
        return self.read if self.whole is None else self.whole

    def under(self, prefix: str) -> dict[str, int]:
        """Causes that begin so, without their beginning."""
        return {name.removeprefix(prefix): n for name, n in self.causes.items() if n and name.startswith(prefix)}

    @property
    def answered(self) -> int:
        """Pages that were asked for and came; those that a source says are unchanged are not asked for."""
        asked = self.causes.get("page/read", 0) + self.causes.get("page/same", 0)
        return max(asked - self.causes.get("post/passed-over/unchanged", 0), 0)

    @property
    def walls(self) -> dict[str, int]:
        """What stood in the place of pages."""
        return {name: self.causes[f"page/{name}"] for name in WALLS if self.causes.get(f"page/{name}")}


Expect = Mapping[str, float]
Verdict = tuple[str, str] | None
Rule = Callable[[Tally, Expect, Past], Verdict]
"""What was done, the share of reviews (0..1) that the site file expects to have a field, and what is usual."""


def ended(tally: Tally, expect: Expect, past: Past) -> Verdict:  # noqa: ARG001
    """An error ended it."""
    return ("broken", tally.error) if tally.error else None


def refused(tally: Tally, expect: Expect, past: Past) -> Verdict:  # noqa: ARG001
    """All that it read was refused, or raised."""
    number, sick = tally.outcomes.get("refused", 0), tally.causes.get("page/quarantine", 0)
    if tally.read or not (number or sick):
        return None
    return "broken", f"nothing could be read: {number} refused, {sick} pages in quarantine"


def walled(tally: Tally, expect: Expect, past: Past) -> Verdict:  # noqa: ARG001
    """Something stood in the place of every page."""
    if tally.read or tally.causes.get("page/same") or not tally.walls:
        return None
    name, number = max(tally.walls.items(), key=lambda row: row[1])
    return "broken", f"{WALLS[name]} answered {number} times"


def silent(tally: Tally, expect: Expect, past: Past) -> Verdict:  # noqa: ARG001
    """It read nothing where there used to be something."""
    passed_over = tally.under("post/passed-over/").keys() - NO_POSTS
    if tally.read or tally.causes.get("page/same") or passed_over:
        return None
    left_out = sum(tally.under("post/left-out/").values())
    if left_out:
        if left_out >= ENOUGH and past.taken >= USUAL:
            return "quiet", f"none of {left_out} posts was taken for a review, where {past.taken:.0%} used to be"
        return None
    if past.reviews >= 1:
        return "quiet", f"no review, where a run used to read {past.reviews:.0f}"
    return "quiet", "no post was found"


def failing(tally: Tally, expect: Expect, past: Past) -> Verdict:  # noqa: ARG001
    """Most of its pages could not be read, or none of a few."""
    failed = {name: n for name, n in tally.under("page/failed/").items() if name not in AS_IT_IS} | tally.walls
    number = sum(failed.values())
    asked = number + tally.answered
    if not number or (number < ENOUGH and number < asked) or number * 2 < asked:
        return None
    named = ", ".join(f"{name} {n}" for name, n in sorted(failed.items(), key=lambda row: -row[1]))
    return "short", f"{number} of {asked} pages could not be read: {named}"


def leaving(tally: Tally, expect: Expect, past: Past) -> Verdict:  # noqa: ARG001
    """Most of the posts that were asked for again are not there any more."""
    missing = tally.causes.get("post/missing", 0)
    if missing < ENOUGH or missing < tally.answered:
        return None
    return "short", f"{missing} posts that were there are not there any more"


def thinned(tally: Tally, expect: Expect, past: Past) -> Verdict:
    """A field is filled more seldom than the site file expects, or than it used to be."""
    whole = tally.read_whole
    if whole < ENOUGH:
        return None
    for name, share in expect.items():
        if (found := tally.filled.get(name, 0) / whole) < share:
            return "short", f"{name} in {found:.0%} of {whole} reviews, expected {share:.0%}"
    for name, share in past.filled.items():
        found = tally.filled.get(name, 0) / whole
        if name not in expect and share >= USUAL and found < share * FALLEN and whole >= 2 * ENOUGH:
            return "short", f"{name} in {found:.0%} of {whole} reviews, where {share:.0%} used to have it"
    return None


def unkept(tally: Tally, expect: Expect, past: Past) -> Verdict:  # noqa: ARG001
    """The archive did not take what was read."""
    number = tally.causes.get("archive/failed", 0)
    return ("short", f"the archive could not be written: pages not kept: {number}") if number else None


RULES: tuple[Rule, ...] = (ended, refused, walled, failing, leaving, silent, thinned, unkept)
"""The first that has something to say decides; a run of which none has is good."""


def judge(tally: Tally, *, expect: Expect, past: Past) -> tuple[str, str | None]:
    """The state of a finished run and the reason in one line.

    Returns:
        `broken`: ended by an error, or everything it asked for was refused, quarantined or walled; `quiet`: read
        nothing where there used to be something, or found no post; `short`: most pages could not be read, fewer
        fields are filled than expected, or the archive took nothing; else `good`, with no reason.
    """
    for rule in RULES:
        if verdict := rule(tally, expect, past):
            return verdict
    return "good", None


ADVICE: tuple[tuple[str, str], ...] = (
    (r"where none of its posts is$", "its domain may be lost; if the blog is there, say so: aggregator crawl NAME=URL"),
    (r": dns$", "no such host: look at how it is spelled, and whether the blog has moved"),
    (r": (?:refused-connection|timeout|broken-connection)$", "it does not answer: look whether the blog has moved"),
    (r": certificate$", "its certificate does not hold: tell the blog; nothing is read past it"),
    (r": (?:robots-unavailable|http-5\d\d|cut-short)$", "the blog has a fault of its own: it is asked again when due"),
    (r": robots$", "robots.txt forbids it: ask the blog's owner, or take it out with `aggregator forget --site`"),
    (r": (?:retry-after|http-429)$", "the blog wants to be asked less: raise AGGREGATOR_DELAY, or the site's `every`"),
    (r": (?:challenge|http-403)$|^a bot wall", "ask the blog's owner to let us in; AGGREGATOR_CONTACT says who asks"),
    (r": (?:login|http-401)$|^a login page", "it has gone private: ask the blog's owner, or take it out"),
    (r": parked$|^the page of a parked", "the domain is no longer the blog's: look for its new address"),
    (
        r": (?:soft-404|http-404|http-410)$|^a page that says",
        "the blog is not there any more: look for its new address",
    ),
    (
        r": empty-shell$|^a page that is empty",
        "its pages need scripts: `aggregator discover` tells whether a feed is left",
    ),
    (r": private-address$", "if it is yours, AGGREGATOR_ALLOW_PRIVATE allows it"),
    (r"held by another process", "see which program holds the database; the next crawl goes on where this one was"),
    (
        r"^the archive could not",
        "see that AGGREGATOR_ARCHIVE can be written and has room; `aggregator crawl -v` says why",
    ),
    (r"full|[Dd]isk|I/O", "make room on the disk; the next crawl goes on where this one was"),
    (r"quarantine", "`aggregator runs quarantine --json` has the tracebacks"),
    (r"unforeseen errors", "`aggregator crawl -v` shows the log; please report it"),
    (r"^interrupted|ended without a word", "the next crawl goes on where this one was"),
    (r"pages could not be read", "`aggregator runs passed-over` names them; they are asked for again when due"),
    (r"are not there any more$", "look at the blog: what is back tomorrow stays, the other reviews leave"),
    (r"was taken for a review", "`aggregator runs left-out` says why each was left out"),
    (r"^no (?:review|post)|was found$", "`aggregator discover` shows whether its posts are still to be found"),
    (
        r", expected |used to have it$",
        "look at its newest posts: the theme may have changed (`aggregator try`, then `check`), or it was hacked",
    ),
)
"""Pattern of a reason, and what follows from it; the first that fits."""


def advice(reason: str | None) -> str | None:
    """What to do about a run that is not good; None where there is nothing."""
    return next((action for pattern, action in ADVICE if reason and re.search(pattern, reason)), None)
