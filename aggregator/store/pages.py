"""What was fetched and what was not taken: page validators, posts left out, pages in quarantine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import Row, select

from aggregator.records import Issue, LeftOut
from aggregator.store.clock import hours_since
from aggregator.store.engine import Store
from aggregator.store.lasting import leave
from aggregator.store.removal import bury
from aggregator.store.save import url_hash
from aggregator.store.tables import ForgottenRow, LeftOutRow, PageRow, ReviewRow, SiteRow
from aggregator.store.urls import url_key
from aggregator.store.writer import Writer

CHUNK = 500
"""Look-ups in one statement."""
GONE_AFTER = 2
"""How many times in a row a page has to be missing before its reviews leave the comparisons."""
GONE_HOURS = 20
"""How long it has to be missing before it counts as missing again: a blog in repair is asked more than once a day."""
RESERVED = "tdm-reservation"
HONOURED = ("noindex", "none", "noai", RESERVED)
"""A page that says one of these is not stored, and what was stored of it leaves the comparisons."""
WORD = re.compile(r"[a-z-]+")
GONE_FOR_GOOD = 410
GIVEN = 203
"""The status that is recorded for a post that its source gave whole; its page was not asked for."""
TRACEBACK = 8_000
"""Characters kept of a traceback, from its end."""


@dataclass(frozen=True, slots=True)
class PageState:
    """What is known of one URL: enough to ask for it again, and to see that nothing changed."""

    url: str  # as asked for
    status: int
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    archived: str | None = None  # "FILE:OFFSET"
    opt_out: str | None = None  # noindex, noarchive, a reservation: as stated
    gone: int = 0  # how many times in a row it was 404, 410 or noindex
    is_source: bool = False  # a feed, a sitemap or the like: it names posts and is not read as one
    changed_at: str | None = None  # ISO 8601, UTC: since when it is as it is; filled in by the store
    checked_at: str | None = None  # likewise
    elsewhere: bool = False  # another address answered, which no redirect between spellings of one URL explains

    @property
    def is_opted_out(self) -> bool:
        """Whether the page asked not to be read."""
        return bool(self.opt_out and set(WORD.findall(self.opt_out.lower())) & set(HONOURED))

    @property
    def was_there(self) -> bool:
        """Whether the page was read at some time, as itself or as its source gave it."""
        return self.status in (200, GIVEN) or self.gone > 0

    def missing(self, status: int) -> PageState:
        """The state of this page after it was not there: for once, or once more; 410 says that it never will be."""
        times = self.gone or 1
        if status == GONE_FOR_GOOD:
            times = GONE_AFTER
        elif self.gone and self.changed_at and hours_since(self.changed_at) >= GONE_HOURS:
            times += 1
        return PageState(self.url, status, gone=times)


STORED = tuple(name for name in PageState.__dataclass_fields__ if name != "elsewhere")


def page_state(store: Store, url: str) -> PageState | None:
    """What is known of a URL (exactly as asked for, the fragment aside); None if it was never fetched."""
    return page_states(store, [url]).get(_plain(url))


def page_states(store: Store, urls: Iterable[str]) -> dict[str, PageState]:
    """What is known of several URLs, by URL without fragment."""
    wanted = list(dict.fromkeys(_plain(url) for url in urls))
    found: dict[str, PageState] = {}
    with store.read() as connection:
        for start in range(0, len(wanted), CHUNK):
            rows = connection.execute(select(PageRow.__table__).where(PageRow.url.in_(wanted[start : start + CHUNK])))
            found |= {row.url: _state(row) for row in rows}
    return found


def stored_state(writer: Writer, url: str) -> PageState | None:
    """What is known of a URL, this transaction's pages included."""
    writer.flush()
    row = writer.connection.execute(select(PageRow.__table__).where(PageRow.url == _plain(url))).first()
    return _state(row) if row else None


def known_posts(store: Store, urls: Iterable[str]) -> set[str]:
    """Those of the URLs, in whatever form, that are stored as a whole review or as a post left out."""
    by_key = {key: url for url in urls if (key := url_key(url))}
    keys = list(by_key)
    found: set[str] = set()
    with store.read() as connection:
        for start in range(0, len(keys), CHUNK):
            some = keys[start : start + CHUNK]
            whole = select(ReviewRow.key).where(ReviewRow.key.in_(some), ReviewRow.complete)
            left = select(LeftOutRow.key).where(LeftOutRow.key.in_(some))
            found |= {by_key[key] for key in connection.execute(whole.union(left)).scalars()}
    return found


def taken_down(store: Store, urls: Iterable[str]) -> set[str]:
    """Those of the URLs, in whatever form, that were taken down and have to stay out."""
    by_hash = {url_hash(key): url for url in urls if (key := url_key(url))}
    hashes = list(by_hash)
    found: set[str] = set()
    with store.read() as connection:
        for start in range(0, len(hashes), CHUNK):
            rows = connection.execute(
                select(ForgottenRow.hash).where(ForgottenRow.hash.in_(hashes[start : start + CHUNK]))
            )
            found |= {by_hash[hash] for hash in rows.scalars()}
    return found


def keeps_out(store: Store) -> bool:
    """Whether anything was taken down."""
    with store.read() as connection:
        return connection.execute(select(ForgottenRow.hash).limit(1)).first() is not None


def save_page(writer: Writer, site: str, state: PageState) -> None:
    """Keep the validators of one page, as `save_pages` does."""
    save_pages(writer, site, [state])


def save_pages(writer: Writer, site: str, states: Iterable[PageState]) -> int:
    """Keep the validators of pages of one site that were fetched whole (status other than 304).

    Of a page whose status, body and opt-outs are as before only validators and the time of the check are written: the
    time of its change is also that of an opt-out. The reviews of a page that is gone twice in a row, or asks not to be
    indexed, become tombstones; gives how many.
    """
    last = {_plain(state.url): state for state in states}
    if not last:
        return 0
    urls = list(last)
    query = "SELECT url, body_hash, status, opt_out, changed_at, archived FROM page WHERE url"
    before = {row[0]: row[1:] for row in writer.rows_in(query, urls)}
    rows = []
    for url, state in last.items():
        row = {
            "url": url,
            "key": url_key(url) or url,
            "site_id": writer.site_id(site),
            "status": state.status,
            "etag": state.etag,
            "last_modified": state.last_modified,
            "body_hash": state.body_hash,
            "archived": state.archived,
            "gone": state.gone,
            "opt_out": state.opt_out,
            "is_source": state.is_source,
            "first_seen": writer.at,
            "changed_at": writer.at,
            "checked_at": writer.at,
        }
        if url in before and before[url][:2] == (state.body_hash, state.status):
            _, _, opt_out, changed_at, archived = before[url]
            row["archived"] = None if state.opt_out else state.archived or archived
            row["changed_at"] = changed_at if opt_out == state.opt_out else writer.at
        rows.append(row)
    writer.upsert("page", rows, ("url",), keep=("first_seen",))
    opted_out = [url for url, state in last.items() if state.is_opted_out]
    missing = [url for url, state in last.items() if state.gone >= GONE_AFTER]
    return sum(bury(writer, url) for url in opted_out) + sum(leave(writer, url) for url in missing)


def page_checked(writer: Writer, urls: Iterable[str], archived: Mapping[str, str] = MappingProxyType({})) -> None:
    """Record that pages were asked for and are unchanged (304, or the same body), and their reviews with them.

    `archived` gives the places of those that are in the archive only now.
    """
    plain = [_plain(url) for url in urls]
    if not plain:
        return
    mark = writer.mark
    rows = [(writer.at, url) for url in plain]
    writer.execute_many(f"UPDATE page SET checked_at = {mark} WHERE url = {mark}", rows)
    if archived:
        places = [(place, _plain(url)) for url, place in archived.items()]
        writer.execute_many(f"UPDATE page SET archived = {mark} WHERE url = {mark}", places)
    if keys := [(writer.at, key) for url in plain if (key := url_key(url))]:
        writer.execute_many(f"UPDATE review SET checked_at = {mark} WHERE key = {mark}", keys)


def reserve(writer: Writer, site: str, is_reserved: Callable[[str], bool]) -> list[str]:
    """Mark the pages of a site that its publisher reserves; their reviews become tombstones.

    Gives the places at which the archive has them.
    """
    mine = writer.site_id(site)
    writer.flush()
    pages = select(PageRow.__table__).where(PageRow.site_id == mine, ~PageRow.is_source)
    states = [state for row in writer.connection.execute(pages) if is_reserved((state := _state(row)).url)]
    fresh = [state for state in states if RESERVED not in (state.opt_out or "")]
    save_pages(writer, site, [PageState(state.url, state.status, opt_out=RESERVED, gone=state.gone) for state in fresh])
    alive = select(ReviewRow.url).where(ReviewRow.site_id == mine, ReviewRow.gone_at.is_(None))
    for url in filter(is_reserved, list(writer.connection.execute(alive).scalars())):
        bury(writer, url)
    return [state.archived for state in fresh if state.archived]


def record_left_out(writer: Writer, site: str, *left_out: LeftOut) -> None:
    """Keep why posts were not taken; the same again changes nothing."""
    rows: dict[str, dict[str, Any]] = {
        key: {
            "key": key,
            "url": post.url,
            "site_id": writer.site_id(site),
            "headline": post.headline,
            "label": post.label,
            "score": round(post.score, 4),
            "reasons": list(post.reasons),
            "first_seen": writer.at,
        }
        for post in left_out
        if (key := url_key(post.url))
    }
    writer.upsert("left_out", list(rows.values()), ("key",), keep=("first_seen",))


def record_quarantine(writer: Writer, site: str, issue: Issue, run_id: int | None = None) -> None:
    """Keep where and how a finder raised on a page; the same again changes nothing but the traceback."""
    row = {
        "key": url_key(issue.url) or issue.url,
        "finder": issue.finder,
        "url": issue.url,
        "site_id": writer.site_id(site),
        "run_id": run_id,
        "traceback": issue.traceback[-TRACEBACK:],
        "first_seen": writer.at,
    }
    writer.upsert("quarantine", [row], ("key", "finder"), keep=("first_seen", "run_id"))


def release_quarantine(writer: Writer, *urls: str) -> None:
    """Forget the quarantine of pages that are now read without a fault."""
    if urls:
        keys = [(url_key(url) or url,) for url in urls]
        writer.execute_many(f"DELETE FROM quarantine WHERE key = {writer.mark}", keys)


def site_names(store: Store) -> list[str]:
    """The names of all sites that were ever crawled, in order."""
    with store.read() as connection:
        return list(connection.execute(select(SiteRow.name).order_by(SiteRow.name)).scalars())


def _plain(url: str) -> str:
    return url.partition("#")[0]


def _state(row: Row[Any]) -> PageState:
    return PageState(**{name: getattr(row, name) for name in STORED})
