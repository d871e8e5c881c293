"""URLs that a blog's sources name and that were not read: each keeps its reason until it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from aggregator.store.engine import Store
from aggregator.store.tables import PassedOverRow, SiteRow
from aggregator.store.urls import url_key
from aggregator.store.writer import Writer

UNLISTED = "unlisted"
"""The reason noted against a post with a review that was asked for although no source names it."""
NOTE = """
    INSERT INTO passed_over (url, key, site_id, run_id, reason, at) VALUES ({0}, {0}, {0}, {0}, {0}, {0})
    ON CONFLICT (url) DO UPDATE SET site_id = excluded.site_id, run_id = excluded.run_id, reason = excluded.reason,
        at = excluded.at WHERE passed_over.reason <> excluded.reason"""
"""The same reason again writes nothing: `at` and `run_id` tell when it began to hold."""
MEANINGS = {
    "no-post": "its form is not that of the blog's posts",
    "other-host": "it is not the blog's own",
    "skip": "the site file passes over such URLs or headlines",
    "older": "it is from before --since",
    UNLISTED: "it is there, but the blog's sources name it no more; it is asked for again in a month",
    "limit": "--limit was reached; a run without it reads it",
    "robots": "robots.txt forbids it",
    "noindex": "the page asks not to be indexed",
    "none": "the page asks not to be indexed",
    "noai": "the page asks not to be read by machines",
    "tdm-reservation": "the page, or its blog, reserves text and data mining",
    "challenge": "a bot wall stands in its place",
    "login": "a login page stands in its place",
    "parked": "the domain is parked",
    "soft-404": "a page says that it is not there, with status 200",
    "empty-shell": "the page is empty without its scripts",
    "not-html": "it is no page of text",
    "private-address": "it leads to a private address",
    "redirects": "its redirects do not end",
    "retry-after": "the blog asked to be left alone",
    "timeout": "it did not answer in time",
    "broken-encoding": "its compression is broken",
    "too-large": "it is larger than the crawl reads",
}
"""What a reason says; those that name an HTTP status or a broken connection say it themselves."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """One URL that was not read."""

    url: str
    site: str
    reason: str  # a rule of the crawl (limit, older, no-post, skip), or what kept the page from being read (http-404)
    run_id: int  # of the first run for which the reason held
    at: str  # when that was, ISO 8601, UTC


def note(writer: Writer, site: str, reasons: Mapping[str, str], run_id: int) -> None:
    """Keep the reason of each URL of a site."""
    if not reasons:
        return
    site_id = writer.site_id(site)
    writer.flush()  # the site may be new
    rows = [(url, url_key(url) or url, site_id, run_id, reason, writer.at) for url, reason in sorted(reasons.items())]
    writer.execute_many(NOTE.format(writer.mark), rows)


def was_read(writer: Writer, urls: Iterable[str]) -> None:
    """Forget the reasons of pages that are read now."""
    if every := [(url,) for url in sorted(set(urls))]:
        writer.execute_many(f"DELETE FROM passed_over WHERE url = {writer.mark}", every)


def passed_over(
    store: Store, *, site: str | None = None, reason: str | None = None, limit: int = 100
) -> list[PassedOver]:
    """URLs that were not read, the newest reasons first."""
    names = [getattr(PassedOverRow, name) for name in PassedOver.__dataclass_fields__ if name != "site"]
    query = select(*names, SiteRow.name.label("site")).join_from(PassedOverRow, SiteRow)
    if site is not None:
        query = query.where(SiteRow.name == site)
    if reason is not None:
        query = query.where(PassedOverRow.reason == reason)
    query = query.order_by(PassedOverRow.at.desc(), PassedOverRow.url).limit(limit)
    with store.read() as connection:
        return [PassedOver(**row._mapping) for row in connection.execute(query)]


def reasons(store: Store, *, site: str | None = None) -> Counter[str]:
    """How many URLs have which reason."""
    query = select(PassedOverRow.reason, func.count()).join_from(PassedOverRow, SiteRow)
    if site is not None:
        query = query.where(SiteRow.name == site)
    with store.read() as connection:
        rows = connection.execute(query.group_by(PassedOverRow.reason))
        return Counter({row[0]: row[1] for row in rows})
