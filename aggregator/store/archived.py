"""The index of the archive: which pages of which blog have a record, and what is stored of their posts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from sqlalchemy import func, select

from aggregator.store.archive import split_place
from aggregator.store.engine import Store
from aggregator.store.tables import CounterRow, PageRow, ReviewRow, RevisionRow, SiteRow
from aggregator.store.writer import Writer

AT_ONCE = 500
PLACES = 40
"""Reviews of one page at most."""
_PAGES = "SELECT key, archived, gone, opt_out FROM page WHERE NOT is_source AND key"
_ALIVE = "SELECT key FROM review WHERE gone_at IS NULL AND key"


class ArchivedPage(NamedTuple):
    """One page with a record."""

    site: str
    home: str | None
    url: str  # as asked for
    file: str
    offset: int


class Change(NamedTuple):
    """One revision of this transaction, with its review's address."""

    url: str
    cause: str
    changes: dict[str, list[Any]]  # field to [from, to]


def archived_pages(store: Store, sites: Collection[str] | None = None) -> Iterator[ArchivedPage]:
    """The newest record of each page, blog by blog, in the order of the files; None: of all blogs."""
    query = (
        select(SiteRow.name, SiteRow.home, PageRow.url, PageRow.archived)
        .join_from(PageRow, SiteRow)
        .where(PageRow.archived.is_not(None), ~PageRow.is_source)
        .order_by(SiteRow.name, PageRow.archived)
    )
    if sites is not None:
        query = query.where(SiteRow.name.in_(sites))
    with store.read() as connection:
        for name, home, url, place in connection.execution_options(yield_per=AT_ONCE).execute(query):
            split = split_place(place or "")
            if split is not None:
                yield ArchivedPage(name, home, url, *split)


def archived_count(store: Store, sites: Collection[str] | None = None) -> int:
    """How many pages have a record."""
    query = select(func.count()).select_from(PageRow).join(SiteRow)
    query = query.where(PageRow.archived.is_not(None), ~PageRow.is_source)
    if sites is not None:
        query = query.where(SiteRow.name.in_(sites))
    with store.read() as connection:
        return connection.execute(query).scalar_one()


def homes(store: Store) -> dict[str, str | None]:
    """Blog name to its home page."""
    with store.read() as connection:
        return {row.name: row.home for row in connection.execute(select(SiteRow.name, SiteRow.home))}


def own_pages(writer: Writer, keys: Collection[str]) -> dict[str, bool]:
    """Those of the URL keys that were fetched as pages of their own; the value says whether they answer for themselves.

    A page does that which is archived, and one that is gone or asks not to be read: no listing speaks for it.
    """
    found: dict[str, bool] = {}
    for key, archived, gone, opt_out in writer.rows_in(_PAGES, sorted(keys)):
        found[key] = found.get(key, False) or bool(archived or gone or opt_out)
    return found


def alive_reviews(writer: Writer, keys: Collection[str]) -> set[str]:
    """The keys of the reviews of some pages that are no tombstones."""
    writer.flush()
    every = [place for key in sorted(keys) for place in (key, *(f"{key}#{number}" for number in range(2, PLACES + 1)))]
    return {key for (key,) in writer.rows_in(_ALIVE, every)}


def last_revision(writer: Writer) -> int:
    """The number of the last revision so far."""
    return writer.connection.execute(select(CounterRow.value).where(CounterRow.name == "revision")).scalar() or 0


def changes_since(writer: Writer, revision: int) -> list[Change]:
    """What this transaction changed after a revision, in order."""
    writer.flush()
    query = (
        select(ReviewRow.url, RevisionRow.cause, RevisionRow.changes)
        .join_from(RevisionRow, ReviewRow)
        .where(RevisionRow.id > revision)
        .order_by(RevisionRow.id)
    )
    return [Change(url, cause, changes or {}) for url, cause, changes in writer.connection.execute(query)]
