"""Reviews whose posts may have left or moved: what stands of a blog, and what stands at a new address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, select, update

from aggregator import __version__
from aggregator.records import Review
from aggregator.store.engine import Store
from aggregator.store.passed import UNLISTED
from aggregator.store.removal import bury, of_page
from aggregator.store.save import DAY, add_revision, is_forgotten
from aggregator.store.selects import of_host
from aggregator.store.tables import JudgementRow, PageRow, PassedOverRow, ReviewRow, SiteRow
from aggregator.store.urls import url_key
from aggregator.store.writer import Writer
from aggregator.values.title_keys import title_key

ASIDE = " "
"""What no key of a URL begins with: where one waits while two reviews change places."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A review that is not gone, as a crawl asks whether its post is still there."""

    url: str  # of its post
    asked: str  # as its page was last asked for
    missed: int  # how many times in a row it was not there
    checked_at: str
    unlisted_at: str | None  # when it was last found there although no source names it
    is_repeated: bool  # another address of the blog has its text
    came_here: bool  # it was stored on an earlier day than the page at its address


def standing(store: Store, site: str) -> list[Standing]:
    """The reviews of a site that are not gone, one for each page, those longest unchecked first."""
    page = and_(PageRow.key == ReviewRow.key, ~PageRow.is_source)
    note = and_(PassedOverRow.key == ReviewRow.key, PassedOverRow.reason == UNLISTED)
    mine = [getattr(ReviewRow, name) for name in ("id", "key", "url", "checked_at", "first_seen")]
    asked = [getattr(PageRow, name) for name in ("url", "gone", "checked_at", "first_seen")]
    site_id = select(SiteRow.id).where(SiteRow.name == site).scalar_subquery()
    there = (ReviewRow.site_id == site_id, ReviewRow.gone_at.is_(None))
    query = (
        select(*mine, *asked, PassedOverRow.at)
        .select_from(ReviewRow)
        .join(PageRow, page, isouter=True)
        .join(PassedOverRow, note, isouter=True)
        .where(*there)
        .order_by(PageRow.checked_at)
    )
    found: dict[str, Standing] = {}
    with store.read() as connection:
        repeated = set(connection.execute(select(ReviewRow.copy_of).where(*there, ReviewRow.copy_of > 0)).scalars())
        for id, key, url, checked, since, asked_url, missed, page_checked, page_since, at in connection.execute(query):
            came = (page_since or "")[:DAY] > since[:DAY]
            row = (url, asked_url or url, missed or 0, page_checked or checked, at, id in repeated, came)
            found[key.partition("#")[0]] = Standing(*row)
    return sorted(found.values(), key=lambda one: one.checked_at)


def outlet_at(store: Store, host: str) -> str | None:
    """The one outlet of another name that has all reviews at a host; an outlet that got its name shares its host."""
    with store.read() as connection:
        here = of_host(ReviewRow.key, host, connection.dialect.name)
        query = select(SiteRow.name).join(ReviewRow).where(here, ReviewRow.gone_at.is_(None)).distinct()
        names = list(connection.execute(query.limit(2)).scalars())
    return names[0] if len(names) == 1 and names[0] != host else None


def has_moved(writer: Writer, asked: str, reviews: Sequence[Review]) -> bool | None:
    """Whether a post that was asked for at one address stands at another; None where no review stands at the first.

    Its review then goes there, with its id, its history and the decisions about it. Where that address has a review of
    the site already, the two change places, so that the older id stays; what is left at the old address is a tombstone.
    """
    old = url_key(asked)
    rows = [row for row in _of_page(writer, old) if row.gone_at is None] if old else []
    if not old or not rows:
        return None
    whole = {title_key(review.film_title or ""): review for review in reviews if review.complete}
    moved = [(row, whole[row.title_key]) for row in rows if row.title_key in whole]
    if not moved:
        return False
    for row, review in moved:
        new = url_key(review.url)
        if new == old:
            return None
        if new is not None and not is_forgotten(writer, new):
            _put(writer, row, new + row.key[len(old) :], review.url)
    bury(writer, asked)
    return True


def leave(writer: Writer, url: str) -> int:
    """Make tombstones of the reviews of a page that is not there any more; gives how many.

    A review whose text the blog has at another address goes there, and what stood there leaves in its place.
    """
    old = url_key(url)
    for row in _of_page(writer, old) if old else ():
        same = (ReviewRow.copy_of == row.id, ReviewRow.site_id == row.site_id, ReviewRow.text_hash == row.text_hash)
        query = select(ReviewRow.key, ReviewRow.url).where(*same, ReviewRow.gone_at.is_(None)).order_by(ReviewRow.id)
        twin = writer.connection.execute(query.limit(1)).first() if row.gone_at is None else None
        if twin is not None:
            _put(writer, row, twin.key, twin.url)
    return bury(writer, url)


def _put(writer: Writer, row: Any, key: str, url: str) -> None:
    """Give a review another address, and the one that is there the old one."""
    there = next((other for other in _of_page(writer, key.partition("#")[0]) if other.key == key), None)
    if there is not None and there.site_id != row.site_id:
        return  # another outlet has it now
    run = writer.connection.execute
    if there is not None:
        run(update(ReviewRow).where(ReviewRow.id == there.id).values(key=ASIDE + row.key, url=row.url))
    run(update(ReviewRow).where(ReviewRow.id == row.id).values(key=key, url=url))
    if there is not None:
        run(update(ReviewRow).where(ReviewRow.id == there.id).values(key=row.key))
    run(update(JudgementRow).where(JudgementRow.review_key == row.key).values(review_key=key))
    writer.change("review", row.id, {"changed_at": writer.at})
    add_revision(writer, row.id, "edited", {"url": [row.url, url]}, __version__, None)
    writer.cache["review"].clear()
    writer.cache["review by id"].clear()


def _of_page(writer: Writer, key: str) -> Sequence[Any]:
    writer.flush()
    names = ("id", "key", "url", "title_key", "site_id", "text_hash", "gone_at")
    columns = [getattr(ReviewRow, name) for name in names]
    here = of_page(key, writer.connection)
    return writer.connection.execute(select(*columns).where(here).order_by(ReviewRow.id)).all()
