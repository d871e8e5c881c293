"""What a page calls its site, and titles without that name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache, partial
from urllib.parse import urlsplit

from aggregator.extract.document import Document, Element, begin_of
from aggregator.extract.furniture import unread_link
from aggregator.values.text import fold

NAME_CLASSES = (
    "site-title",
    "site-name",
    "blog-name",
    "masthead-title",
    "navbar-brand",
    "brand",
    "logo",
    "blog-header-logo",
    "wp-block-site-title",
    "home-link",
    "site-heading",
    "blog-name",
    "logo-text",
)
"""Classes of the element that shows the site's name."""
APP_NAMES = ("application-name", "apple-mobile-web-app-title")
NOT_NAMES = frozenset(
    ["home", "homepage", "blog", "back", "start", "startseite", "accueil", "inicio", "index", "menu", "main", "logo"]
)
"""Texts of home links that are no names (folded)."""
GENERIC_PARTS = frozenset(
    ("blog archive", "blog archiv", "blog", "home", "archive", "archives", "reviews", "posts", "movie reviews")
)
"""Parts of a page's title that belong to its site (folded)."""
FRONT = re.compile(
    r"(?:(?:https?:)?//[^/?#\\\"]*+|(?:\.{1,2}/)*(?:\.{1,2}(?![^\"]))?)/?(?:index\.\w{3,5}|home/?|blog/?|[a-z]{2}/)?\Z",
    re.I,
)
FRONT_NAMES = ("index.", "home", "blog")
"""An address that may be that of a front page, and how its last part begins, if it is no host and has three letters."""
HOME_PATH = re.compile(r"/?(?:index\.\w{3,5}|home/?|blog/?|[a-z]{2}/)?\Z")
SEPARATOR = re.compile(r"\s+[|–—·•»«:~>/-]+\s+|\s*[|»«]\s*|:\s")
MOST_SLASHES = 5
"""Slashes in the address of a front page."""
FIRST_LINKS = 60
"""Links of a page that may be named after its site."""
LONGEST_NAME = 80
"""Characters of the longest text that may be a site's name."""


def is_home(doc: Document, link: Element) -> bool:
    """Whether a link leads to the blog's front page."""
    return leads_home(doc, link.get("href"))


def leads_home(doc: Document, href: str) -> bool:
    """Whether an address is that of the blog's front page."""
    href = href.strip()
    if href == "/":
        return True
    last = href.rstrip("/").rpartition("/")[2]
    if len(last) > 2 and last != doc.host and not last.lower().startswith(FRONT_NAMES):
        return False
    if not href or "#" in href or href.count("/") > MOST_SLASHES or not FRONT.match(href):
        return False
    url = doc.absolute(href)
    if not url or url.rstrip("/") == doc.url.partition("#")[0].rstrip("/"):
        return False
    host, _, path = url.partition("://")[2].partition("/")
    return host == doc.host and HOME_PATH.match(path) is not None


def site_names(doc: Document) -> tuple[str, ...]:
    """What the page calls its site, folded: as metadata, classes and home links state it."""
    if doc.site_names is None:
        own = doc.meta("og:title") or ""  # some themes repeat a post's title as the name of an app
        homes = home_texts(doc)
        title = fold(doc.title)
        named = (doc.text_of(element) for name in NAME_CLASSES for element in doc.by_class.get(name, ())[:1])
        shown = [
            doc.meta("og:site_name") or "",
            *(name for name in (doc.meta(name) or "" for name in APP_NAMES) if name != own),
            *(name for name in named if not any(f"{fold(name)} {fold(home)}" == title for home in homes)),
            *homes,
        ]
        doc.site_names = tuple(dict.fromkeys(filter(None, (fold(name) for name in shown if len(name) < LONGEST_NAME))))
    return doc.site_names


def home_texts(doc: Document) -> list[str]:
    """The texts of the first links to the front page."""
    found: list[str] = []
    for link in first_links(doc):
        text = link.inline_text
        if 2 < len(text) < LONGEST_NAME and fold(text) not in NOT_NAMES:
            found.append(text)
            if len(found) == 2:
                break
    return found


def first_links(doc: Document) -> Iterator[Element]:
    """Those of the page's first links, and of the first in each unread part, that lead to the front page."""
    links = doc.by_tag.get("a", [])[:FIRST_LINKS]
    before = 0
    for part in doc.unread:
        after = bisect_right(links, part.element.start, before, key=begin_of)
        yield from filter(partial(is_home, doc), links[before:after])
        for node in part.links[:FIRST_LINKS]:
            if leads_home(doc, node.attrs.get("href") or ""):
                yield unread_link(part, node)
        before = after
    yield from filter(partial(is_home, doc), links[before:])


def is_site_name(text: str, doc: Document) -> bool:
    """Whether a text names the site: as the page states it, or as its host spells it."""
    key = fold(text)
    if not key or key in site_names(doc):
        return True
    tight = key.replace(" ", "")
    if len(tight) >= 5 and tight == host_name(doc.url):
        return True
    return any(len(name) >= 8 and key.startswith(name + " ") for name in site_names(doc))


@lru_cache(maxsize=256)
def host_name(url: str) -> str:
    """The name in an address's host: "filmblog" of "https://www.film-blog.example/"."""
    return (urlsplit(url).hostname or "").removeprefix("www.").partition(".")[0].replace("-", "")


def without_site(title: str, doc: Document) -> str:
    """A page's title without the site's name before or after it."""
    if title not in doc.own_titles:
        doc.own_titles[title] = cut_to_own(title, doc)
    return doc.own_titles[title]


def cut_to_own(title: str, doc: Document) -> str:
    """`without_site`, worked out."""
    start, end = 0, len(title)
    cuts = list(SEPARATOR.finditer(title[:400]))
    for cut in cuts:  # the longest ending that names the site
        if cut.start() > 0 and (is_site_name(title[cut.end() :], doc) or fold(title[cut.end() :]) in GENERIC_PARTS):
            end = cut.start()
            break
    for cut in cuts:
        if cut.end() >= end:
            break
        part = title[start : cut.start()]
        if is_site_name(part, doc) or (fold(part) in GENERIC_PARTS and start > 0):
            start = cut.end()
    if (start, end) == (0, len(title)):
        strong = [cut for cut in cuts if cut.group().strip() in ("|", "–", "—", "·", "•", "»")]
        if strong and stands_later(title[strong[-1].end() :], title[: strong[-1].start()], doc):
            return title[: strong[-1].start()].strip()
        if site_names(doc):
            return title.strip()
        if strong and stands_later(title[: strong[0].start()], title[strong[0].end() :], doc):
            return title[strong[0].end() :].strip()
        if strong and len(title) - strong[-1].end() < 40:
            end = strong[-1].start()
    return title[start:end].strip() or title.strip()


def stands_later(first: str, rest: str, doc: Document) -> bool:
    """Whether a page shows two parts of its title as headings, the first one above the other, as its site's name."""
    shown = [fold(block.text) for block in doc.blocks if block.level and len(block.text) < 2 * LONGEST_NAME]
    return fold(rest) in shown and fold(first) in shown[: shown.index(fold(rest))]


def stated_title(doc: Document) -> str | None:
    """The title that the page's head states for its post, without the site's name; None if it names the site only."""
    for title in (doc.meta("og:title", "twitter:title"), doc.title):
        if title:
            own = without_site(title, doc)
            if not is_site_name(own, doc):
                return own
    return None
