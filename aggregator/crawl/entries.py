"""What a source says of one post before its page is fetched, and of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One post as an API, a feed or a sitemap lists it; what the source does not say is None or empty."""

    url: str
    headline: str | None = None
    published: str | None = None  # as the source writes it
    modified: str | None = None  # ISO 8601, UTC: when the source says the post last changed
    author: str | None = None
    categories: tuple[str, ...] = ()
    content: str | None = None  # the post's HTML, only where the source gives the whole post


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run wants of a source, so that it asks for no more."""

    changed_since: str | None = None  # ISO 8601, UTC: only what is new or changed since then
    published_since: str | None = None  # ISO 8601 date: only posts from then on
    thorough: bool = False  # look at every kind of source, and how far back each reaches


@dataclass(frozen=True, slots=True)
class Listing:
    """One usable source of a blog: how many posts it shows, how far back, and whether it can tell what changed."""

    kind: str  # api, sitemap, feed, archive
    url: str
    entries: tuple[Entry, ...] = ()  # those already known from discovery, newest first
    total: int | None = None  # posts that the source says it has; None: unknown until it is read
    oldest: str | None = None  # ISO 8601 date of the oldest post that it shows
    tells_changes: bool = False
    reaches_all: bool = False  # every post of the blog, as far as can be told
    names_all: bool = False  # and, read to its end, every post that the blog has now: it was not asked for changes only
    whole: bool = False  # it carries whole posts, so their pages need not be fetched
    api: str = ""  # whose, where it is one: wordpress, tumblr
    next_url: str | None = None  # the next, older page of the source itself
    names: Mapping[str, Mapping[int, str]] = field(default_factory=dict)  # of users and categories, by number
    passed_over: Mapping[str, str] = field(default_factory=dict)  # URLs that it names and that are no posts: why


def newest_first(entries: list[Entry]) -> list[Entry]:
    """The entries by date of publication or change, newest first; undated ones keep their order, at the end."""
    dated = [entry for entry in entries if entry.published or entry.modified]
    dated.sort(key=lambda entry: entry.published or entry.modified or "", reverse=True)
    return dated + [entry for entry in entries if not (entry.published or entry.modified)]
