"""Reviews that leave: those whose page is gone, and those that were taken down."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from unicodedata import normalize

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, text, update

from aggregator import __version__
from aggregator.store import bands, texts
from aggregator.store.archive import archive_of
from aggregator.store.archive_upkeep import take_out
from aggregator.store.engine import Store
from aggregator.store.errors import StoreBusy
from aggregator.store.save import add_revision, url_hash
from aggregator.store.selects import begins, of_host
from aggregator.store.stat_tables import FilmHistoryRow, FilmPersonRow, FilmWordRow, OutletPairRow, OutletPortraitRow
from aggregator.store.stories import leave_story
from aggregator.store.tables import (
    Base,
    FilmRow,
    FilmTitleRow,
    ForgottenRow,
    JudgementRow,
    LeftOutRow,
    PageRow,
    PassedOverRow,
    QuarantineRow,
    ReviewRow,
    SiteRow,
)
from aggregator.store.urls import host_of, url_key
from aggregator.store.writer import Writer

CHUNK = 500
"""Rows deleted in one statement."""


def bury(
    writer: Writer, url: str, *, besides: Collection[str] = (), cause: str = "gone", run_id: int | None = None
) -> int:
    """Make tombstones of the reviews of a page that is gone, or is no longer read as these; gives how many.

    A tombstone is no voice and no original; the review comes back when its page is read again as one. The reviews whose
    keys are in `besides` stay.
    """
    key = url_key(url)
    if key is None:
        return 0
    writer.flush()
    here = of_page(key, writer.connection)
    alive = select(ReviewRow.id, ReviewRow.key, ReviewRow.story_id).where(here, ReviewRow.gone_at.is_(None))
    rows = [row for row in writer.connection.execute(alive) if row.key not in besides]
    for id, _, story_id in rows:
        leave_story(writer, id, story_id)
        texts.drop(writer, id)
        writer.change("review", id, {"gone_at": writer.at, "changed_at": writer.at, "copy_of": None})
        changes = {} if cause == "gone" else {"gone": [None, writer.at]}
        add_revision(writer, id, cause, changes, __version__, run_id)
    writer.cache["review"].clear()
    return len(rows)


def forget(store: Store, *, url: str | None = None, site: str | None = None, author: str | None = None) -> int:
    """Take reviews down: out of every table, the database's free pages, the archive, and out of later crawls.

    Exactly one of the three says which. What is kept is a hash of each URL. Gives how many reviews left. A URL that is
    not stored is kept out all the same. Films that nobody else reviewed leave with them. The archive is cleared first:
    after a kill the same call finishes what it began.
    """
    if sum(one is not None for one in (url, site, author)) != 1:
        raise ValueError("say one of url, site and author")
    archive = archive_of(store)
    if archive is not None and archive.files():
        take_out(archive, store, _page_keys(store, url, site, author), whole=_hosts_of_its_own(store, site))
    with store.write() as writer:
        which = _which(writer.connection, url, site, author)
        rows = list(writer.connection.execute(select(ReviewRow.id, ReviewRow.key, ReviewRow.story_id).where(which)))
        keys = {row.key.partition("#")[0] for row in rows}
        if url is not None and (key := url_key(url)):
            keys.add(key)
        if site is not None:
            keys |= _keys_of_site(writer.connection, site)
        under: set[int] = set()
        for id, _, story_id in rows:
            leave_story(writer, id, story_id)
            under.update(texts.drop(writer, id))
        writer.flush()
        bands.remove(writer, under, [row.id for row in rows])
        for start in range(0, len(rows), CHUNK):
            _delete_reviews(writer, [row.id for row in rows[start : start + CHUNK]])
        ordered = sorted(keys)
        for start in range(0, len(ordered), CHUNK):
            _delete_pages(writer, ordered[start : start + CHUNK])
        if site is not None:
            _delete_site(writer, site)
        kept = [{"hash": url_hash(key), "at": writer.at} for key in ordered]
        writer.upsert("forgotten", kept, ("hash",), keep=("at",))
    scrub(store)
    return len(rows)


def held_of(store: Store, *, author: str) -> bool:
    """Whether a takedown of this writer would find a review."""
    with store.read() as connection:
        found = connection.execute(select(ReviewRow.id).where(_which(connection, None, None, author)).limit(1))
        return found.first() is not None


def _page_keys(store: Store, url: str | None, site: str | None, author: str | None) -> set[str]:
    """The keys of all pages that a takedown is about."""
    with store.read() as connection:
        keys = connection.execute(select(ReviewRow.key).where(_which(connection, url, site, author))).scalars()
        found = {key.partition("#")[0] for key in keys}
        if site is not None:
            found |= _keys_of_site(connection, site)
    if url is not None and (key := url_key(url)):
        found.add(key)
    return found


def _hosts_of_its_own(store: Store, site: str | None) -> set[str]:
    """The hosts of which all pages are of this site."""
    if site is None:
        return set()
    with store.read() as connection:
        hosts = {host_of(key) for key in _page_keys(store, None, site, None) | {site}}
        other = PageRow.site_id.not_in(select(SiteRow.id).where(SiteRow.name == site))
        for host in sorted(hosts):
            here = of_host(PageRow.key, host, connection.dialect.name)
            if connection.execute(select(PageRow.key).where(other, here).limit(1)).first() is not None:
                hosts.discard(host)
    return hosts


def scrub(store: Store) -> None:
    """Rewrite the database file, so that nothing deleted can be read from its free pages or its journal.

    Raises StoreBusy where readers hold it: the rows are gone then, and `scrub` can be run again.
    """
    if store.engine.dialect.name != "sqlite":
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM FULL"))
        return
    raw = store.engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("VACUUM")
        busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        cursor.close()
    finally:
        raw.close()
    if busy:
        raise StoreBusy(f"{store.url} is being read: its journal still holds what was forgotten; run it again")


def of_page(key: str, connection: Connection) -> ColumnElement[bool]:
    """Which reviews stand on the page of a key."""
    return or_(ReviewRow.key == key, begins(ReviewRow.key, f"{key}#", connection.dialect.name))


def _which(connection: Connection, url: str | None, site: str | None, author: str | None) -> ColumnElement[bool]:
    if url is not None:
        return of_page(url_key(url) or "", connection)
    if site is not None:
        return ReviewRow.site_id.in_(select(SiteRow.id).where(SiteRow.name == site))
    wanted = _uncased(author or "")
    signed = connection.execute(select(ReviewRow.author).where(ReviewRow.author.is_not(None)).distinct()).scalars()
    return ReviewRow.author.in_([name for name in signed if name and _uncased(name) == wanted])


def _uncased(name: str) -> str:
    """A name in whatever case it is written; SQLite folds ASCII alone."""
    return normalize("NFC", name).casefold()


def _keys_of_site(connection: Connection, site: str) -> set[str]:
    mine = select(SiteRow.id).where(SiteRow.name == site)
    found: set[str] = set()
    for table in (PageRow, LeftOutRow, PassedOverRow):
        found |= set(connection.execute(select(table.key).where(table.site_id.in_(mine))).scalars())
    return found


def _delete_pages(writer: Writer, keys: Sequence[str]) -> None:
    for table in (PageRow, LeftOutRow, PassedOverRow, QuarantineRow):
        writer.connection.execute(delete(table).where(table.key.in_(keys)))


def _delete_reviews(writer: Writer, ids: Sequence[int]) -> None:
    """Delete reviews with all that hangs on them, and the films that nobody else reviewed."""
    run = writer.connection.execute
    orphans = set(run(select(ReviewRow.film_id).where(ReviewRow.id.in_(ids), ReviewRow.film_id.is_not(None))).scalars())
    run(update(ReviewRow).where(ReviewRow.quotes.in_(ids)).values(quotes=None))
    keys = select(ReviewRow.key).where(ReviewRow.id.in_(ids))
    run(delete(JudgementRow).where(JudgementRow.review_key.in_(keys)))
    with writer.recounting(ReviewRow.id.in_(ids)):
        run(delete(ReviewRow).where(ReviewRow.id.in_(ids)))
    run(delete(FilmHistoryRow).where(FilmHistoryRow.film_id.in_(orphans)))
    used: Any = select(ReviewRow.film_id).where(ReviewRow.film_id.in_(orphans))
    judged: Any = select(JudgementRow.film_id).where(JudgementRow.film_id.in_(orphans))
    kept: Any = select(JudgementRow.into_id).where(JudgementRow.into_id.in_(orphans))
    into: Any = select(FilmRow.merged_into).where(FilmRow.merged_into.in_(orphans))
    left = orphans - set(run(used.union(judged, kept, into)).scalars())
    alone = set(run(select(FilmRow.id).where(FilmRow.id.in_(left), FilmRow.provisional)).scalars())
    link = Base.metadata.tables["film_link"]
    run(delete(FilmTitleRow).where(FilmTitleRow.film_id.in_(alone)))
    run(delete(link).where(link.c.film_id.in_(alone)))
    run(delete(FilmPersonRow).where(FilmPersonRow.film_id.in_(alone)))
    run(delete(FilmWordRow).where(FilmWordRow.film_id.in_(alone)))
    run(delete(FilmRow).where(FilmRow.id.in_(alone)))
    writer.tally.tell("film", alone)


def _delete_site(writer: Writer, site: str) -> None:
    """What is left of a site beside its reviews: its pages, and the reasons of its runs."""
    mine = select(SiteRow.id).where(SiteRow.name == site)
    compared = or_(OutletPairRow.site_id.in_(mine), OutletPairRow.other_id.in_(mine))
    writer.connection.execute(delete(OutletPairRow).where(compared))
    writer.connection.execute(delete(OutletPortraitRow).where(OutletPortraitRow.site_id.in_(mine)))
    for name in ("page", "left_out", "passed_over", "quarantine", "run"):
        table = Base.metadata.tables[name]
        writer.connection.execute(delete(table).where(table.c.site_id.in_(mine)))
    writer.connection.execute(delete(SiteRow).where(SiteRow.name == site))


def forgotten_count(store: Store) -> int:
    """How many URLs are kept out."""
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(ForgottenRow)).scalar_one()
