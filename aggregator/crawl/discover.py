"""From a blog's home page to its sources, the best first: API, sitemap, feed, archive pages."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from scrapy.http import Response

from aggregator.crawl import tumblr
from aggregator.crawl.apis import APIS, a_day_before, following
from aggregator.crawl.entries import Entry, Listing, Wanted, newest_first
from aggregator.crawl.feeds import BLOGGER, Feed, blogger_post, blogger_url, is_guessed, parse_feed
from aggregator.crawl.posturls import PostUrls, address, date_in, web_address
from aggregator.crawl.sitemaps import Sitemap, parse_sitemap, worth_reading
from aggregator.records import Page


class Ask(Protocol):
    """Fetches a URL; None where that failed. What is asked for `once` is not remembered for the next run."""

    def __call__(self, url: str, *, once: bool = False) -> Awaitable[Response | None]:
        """Ask for it."""
        ...


"""Fetches a URL politely; None where that failed, with the cause already counted."""

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json")
FEED_RELS = ("alternate", "feed")
"""What a link to a feed says that it is: themes of Hugo name it by the word of an early HTML 5."""
FEED_PATHS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("wordpress", ("feed/", "?feed=rss2")),
    ("blogger", ("feeds/posts/default",)),
    ("hugo", ("index.xml",)),
    ("ghost", ("rss/",)),
    ("jekyll", ("feed.xml", "atom.xml")),
    ("hexo", ("atom.xml", "rss2.xml")),
    ("pelican", ("feeds/all.atom.xml",)),
    ("nikola", ("rss.xml",)),
    ("squarespace", ("?format=rss",)),
    ("", ("feed/", "feed.xml", "atom.xml", "feeds/all.atom.xml")),
)
"""Where feeds are that the home page does not name: by the generator it names ("" is any)."""
SITEMAP_PATHS = ("/sitemap.xml", "/wp-sitemap.xml", "/sitemap_index.xml")
"""Where sitemaps are that robots.txt does not name, of the host and of a blog in a folder of its host."""
MOST_FEEDS = 4
"""Feeds asked for until one is good."""
MOST_SITEMAPS = 40
"""Sitemap files read of one blog, indexes included."""
MOST_PAGES = 200_000
"""Pages taken from the sitemaps of one blog."""
DEEPEST = 3
"""Levels of sitemap indexes."""
ALL = Wanted()
RANK = ("api", "sitemap", "feed", "archive")


@dataclass(frozen=True, slots=True)
class Home:
    """What the home page says of its blog's sources."""

    url: str
    links: dict[str, str]  # rel to href, the first of each
    link_headers: tuple[str, ...]
    feeds: tuple[str, ...]
    generator: str = ""
    tumblr: str | None = None  # the header that Tumblr answers with


def read_home(response: Response) -> Home:
    """Read a fetched home page."""
    tree = Page(response.url, response.body).tree
    links: dict[str, str] = {}
    feeds: list[str | None] = []
    for node in tree.css("link[rel][href]"):
        rel, href = (node.attributes.get("rel") or "").strip().lower(), node.attributes.get("href") or ""
        links.setdefault(rel, href)
        kind = (node.attributes.get("type") or "").split(";")[0].strip().lower()
        about = f"{href} {node.attributes.get('title') or ''}".lower()
        if rel in FEED_RELS and kind in FEED_TYPES and "comment" not in about and "wp-json" not in about:
            feeds.append(web_address(response.url, href))
    meta = tree.css_first("meta[name=generator]")
    return Home(
        url=response.url,
        links=links,
        link_headers=tuple(value.decode("latin-1") for value in response.headers.getlist("Link")),
        feeds=tuple(dict.fromkeys(feed for feed in feeds if feed)),
        generator=(meta.attributes.get("content") or "").lower() if meta else "",
        tumblr=(response.headers.get(tumblr.HEADER) or b"").decode("latin-1") or None,
    )


async def discover(
    home: Home,
    ask: Ask,
    *,
    sitemaps: Iterable[str] = (),
    posts: str | None = None,
    only: str | None = None,
    wanted: Wanted = ALL,
) -> list[Listing]:
    """Rank the blog's usable sources, the best first; archive pages, which need no request, are always among them.

    Args:
        home: what the home page says.
        ask: fetches a URL.
        sitemaps: those that robots.txt names.
        posts: the site file's pattern of post URLs.
        only: the one kind of source that the site file wants.
        wanted: what the run wants; a thorough one looks at every kind, also when a good one is already found.
    """
    found: list[Listing] = []
    wants = {only} if only else set(RANK)
    for find_api in APIS if "api" in wants else ():
        if not found and (api := await find_api(home, ask, wanted)):
            found.append(api)
    if not found or wanted.thorough:
        feed = await _feed(home, ask, wanted) if wants & {"feed", "sitemap"} else None
        enough = feed is not None and _gives_all(feed) and "feed" in wants and not wanted.thorough
        if "sitemap" in wants and not enough and (listing := await _sitemap(home, ask, sitemaps, feed, posts, wanted)):
            found.append(listing)
        if "feed" in wants and feed:
            found.append(feed)
    if "archive" in wants:
        found.append(Listing("archive", home.url, reaches_all=True))
    return sorted(found, key=lambda one: (not one.reaches_all, not _gives_all(one), RANK.index(one.kind)))


def _gives_all(listing: Listing) -> bool:
    """Whether a source gives every post whole, and says how many there are: then no page need be fetched."""
    return listing.whole and listing.reaches_all and listing.total is not None


async def _feed(home: Home, ask: Ask, wanted: Wanted) -> Listing | None:
    guesses = [path for name, paths in FEED_PATHS if name in home.generator for path in paths]
    named = [url for url in home.feeds if address(url) != address(home.url)]  # some themes name the home page
    candidates = named or list(dict.fromkeys(urljoin(home.url, path) for path in guesses))
    for url in candidates[:MOST_FEEDS]:
        response = await ask(blogger_url(url, newest_changes=wanted.changed_since is not None))
        feed = parse_feed(response.body, response.url) if response else None
        if response and feed and feed.entries:
            if is_guessed(feed.next_url) and not wanted.changed_since and await _repeats(feed, ask):
                feed = replace(feed, next_url=None)
            found = _of_feed(feed, response.url, names_all=wanted.changed_since is None)
            if wanted.thorough and found.total and feed.next_url and BLOGGER.search(urlsplit(response.url).path):
                first = await ask(blogger_post(response.url, found.total))
                ends = parse_feed(first.body, first.url) if first else None
                return replace(found, oldest=_oldest(ends.entries) if ends else None)
            return found
    return None


async def _repeats(feed: Feed, ask: Ask) -> bool:
    """Whether the older part of a feed is the newest again: a copy of a WordPress blog on a host of files."""
    response = await ask(str(feed.next_url), once=True)
    older = parse_feed(response.body, response.url) if response else None
    return older is not None and [entry.url for entry in older.entries] == [entry.url for entry in feed.entries]


def _of_feed(feed: Feed, url: str, *, names_all: bool) -> Listing:
    shown = len(feed.entries)
    reaches_all = feed.next_url is not None or (feed.total is not None and feed.total <= shown)
    return Listing(
        "feed",
        url,
        entries=feed.entries,
        total=feed.total,
        oldest=None if feed.next_url else _oldest(feed.entries),
        tells_changes=any(entry.modified for entry in feed.entries),
        reaches_all=reaches_all,
        names_all=reaches_all and names_all,
        whole=all(entry.content for entry in feed.entries),
        next_url=feed.next_url,
    )


def _oldest(entries: Iterable[Entry]) -> str | None:
    return min((entry.published for entry in entries if entry.published), default=None)


async def _sitemap(
    home: Home, ask: Ask, named: Iterable[str], feed: Listing | None, pattern: str | None, wanted: Wanted
) -> Listing | None:
    """All posts of the blog's sitemaps, with what the feed says of the newest of them."""
    read = Sitemaps(ask, a_day_before(wanted.changed_since) if wanted.changed_since else "")
    await read.below(list(dict.fromkeys(named)))
    own = [urljoin(home.url, f".{path}") for path in SITEMAP_PATHS[:1]]  # a blog in a folder: a project's page
    for root in dict.fromkeys([*own, *(urljoin(home.url, path) for path in SITEMAP_PATHS)]):
        if not read.pages:
            await read.below([root])
    entries_of_feed = feed.entries if feed else ()
    known = [entry for entry in entries_of_feed if entry.published] or entries_of_feed  # Hugo names pages beside posts
    told = PostUrls((entry.url for entry in known), home=home.url, pattern=pattern)
    lastmods = {page: lastmod for page, lastmod in read.pages if _on_host(page, home.url)}
    if len(set(lastmods.values())) == 1:
        lastmods = dict.fromkeys(lastmods, "")  # the day of the build, which says nothing of the posts
    urls = told.among(list(lastmods))
    if read.vouched and not urls and not pattern:
        urls = [page for page in lastmods if address(page) != address(home.url)]
    if not urls:
        return None
    by_address = {address(entry.url): entry for entry in entries_of_feed}
    entries = [
        by_address.pop(address(page), Entry(page, published=date_in(page), modified=lastmods[page] or None))
        for page in urls
    ]
    entries = [
        entry if entry.modified else replace(entry, modified=lastmods.get(entry.url) or None) for entry in entries
    ]
    forgotten = [entry for entry in by_address.values() if entry.url in told]  # by the sitemap
    ordered = newest_first([*forgotten, *entries])
    dates = [entry.published or entry.modified or "" for entry in ordered]
    taken = set(urls)
    others = {page: "no-post" if page in lastmods else "other-host" for page, _ in read.pages if page not in taken}
    return Listing(
        "sitemap",
        read.first,
        passed_over=dict.fromkeys(read.left, "no-post") | others,
        entries=tuple(ordered),
        total=len(ordered),
        oldest=min((date for date in dates if date), default=None),
        tells_changes=len({entry.modified for entry in entries}) > 1,
        reaches_all=True,
        names_all=read.is_whole,
    )


class Sitemaps:
    """The pages of some sitemaps and of those that they name; with a date, only of files that changed since then."""

    def __init__(self, ask: Ask, changed_since: str = "") -> None:
        self.pages: list[tuple[str, str]] = []  # URL and lastmod
        self.first = ""  # the first root that was one
        self.vouched = False  # whether an index named files of posts
        self.left: list[str] = []  # files that hold no posts, by their names
        self.is_whole = True  # whether all that the indexes name was read
        self._ask, self._changed_since = ask, changed_since
        self._seen: set[str] = set()

    async def below(self, roots: list[str]) -> None:
        """Read the roots and all that is under them, within bounds."""
        waiting = [(root, 0) for root in roots]
        while waiting and len(self._seen) < MOST_SITEMAPS and len(self.pages) < MOST_PAGES:
            url, depth = waiting.pop(0)
            if url in self._seen:
                continue
            self._seen.add(url)
            response = await self._ask(url)
            sitemap: Sitemap | None = parse_sitemap(response.body, response.url) if response else None
            if sitemap is None:
                self.is_whole = self.is_whole and not depth
                continue
            self.first = self.first or url
            self.pages += sitemap.pages[: MOST_PAGES - len(self.pages)]
            if sitemap.nested and depth < DEEPEST:
                waiting += [(nested, depth + 1) for nested in self._worth(sitemap.nested)]
        self.is_whole = self.is_whole and not waiting

    def _worth(self, nested: tuple[tuple[str, str], ...]) -> list[str]:
        worth = worth_reading(nested)
        self.vouched = self.vouched or len(worth) < len(nested)
        self.left += [url for url, _ in nested if url not in worth]
        lastmods = dict(nested)
        if not self._changed_since or len(set(lastmods.values())) == 1:
            return worth
        changed = [url for url in worth if not lastmods[url] or lastmods[url] >= self._changed_since[:10]] or worth[:1]
        self.is_whole = self.is_whole and len(changed) == len(worth)
        return changed


def _on_host(url: str, home: str) -> bool:
    return (urlsplit(url).hostname or "").removeprefix("www.") == (urlsplit(home).hostname or "").removeprefix("www.")


async def next_batch(listing: Listing, ask: Ask) -> Listing | None:
    """The next, older part of an API or feed; None where there is none or it cannot be had."""
    response = await ask(listing.next_url) if listing.next_url else None
    if response is None:
        return None
    if listing.kind == "api":
        return following(listing, response)
    feed = parse_feed(response.body, response.url)
    if feed is None or not feed.entries or feed.entries == listing.entries:
        return None
    return replace(listing, entries=feed.entries, next_url=feed.next_url if feed.next_url != listing.next_url else None)
