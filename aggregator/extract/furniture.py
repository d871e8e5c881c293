"""Parts of a page that are left unread, since no finder looks into them: sidebars, comments, the lists of a menu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborNode

from aggregator.extract.document import Element, element_of

SIDE, COMMENTS, MENU = "aside", "comments", "nav"
LISTS = frozenset(("ul", "ol"))
"""Tags of a menu's lists: what else stands in the head of a page may be its site's name."""
FEWEST_LINKS = 4
"""Links of what is left unread: less is soon read."""
MOST_LOOKED_AT = 2_000_000
"""Characters of a page's source that are looked at for whether they may stay unread."""
STATEMENTS = ('rel="author', "ld+json")
"""Pieces of the source of a part that states something."""
PROPERTY = re.compile('itemprop="(?!keywords"|url"|comment)')
"""A property of microdata that may be the post's."""
CLASSES = re.compile('class="([^"]*)"')
TELLING = (
    *(
        "review",
        "rating",
        "score",
        "verdict",
        "infobox",
        "info-box",
        "film-info",
        "filminfo",
        "movie-info",
        "movieinfo",
    ),
    *("grade", "wertung", "critic", "brand", "logo", "home-link", "site-title", "site-name", "site-heading"),
    *("blog-name", "masthead-title", "author", "byline"),
)
"""Pieces of classes of a part that holds the site's name, a box of the review, or a writer."""
COMMENTER = "comment-author"


def stays_unread(element: Element, looked_at: int) -> tuple[bool, int]:
    """Whether an element of the side, a menu or the comments needs no reading, and how much of it was looked at."""
    if element.zone == COMMENTS:
        return True, 0
    if looked_at > MOST_LOOKED_AT:
        return False, 0
    source = element.node.html or ""
    if source.count("<a ") < FEWEST_LINKS or any(map(source.__contains__, STATEMENTS)) or PROPERTY.search(source):
        return False, len(source)
    classes = " ".join(set(CLASSES.findall(source))).lower().replace(COMMENTER, "")
    return not any(map(classes.__contains__, TELLING)), len(source)


def place_after(node: LexborNode) -> int:
    """The place in memory of what a walk reads after a node and all that is in it; -1 where nothing follows."""
    outer: LexborNode | None = node
    while outer is not None:
        following = outer.next
        while following is not None and following.is_empty_text_node:
            following = following.next
        if following is not None:
            return following.mem_id
        outer = outer.parent
    return -1


def links_of(element: Element, most: int) -> Iterator[tuple[str, LexborNode]]:
    """The first links, with their addresses, in what was left unread."""
    for link in islice(element.node.css("a"), most):
        yield link.attributes.get("href") or "", link


def unread_links(part: Element) -> list[Element]:
    """The links in what was left unread, as elements that begin where it does."""
    found = []
    for node in part.node.css("a"):
        link = element_of("a", node.attributes, part, node, part.start)
        link.inline_text = " ".join(node.text().split())
        found.append(link)
    return found


def address_under(part: Element, name: str) -> str:
    """The address of the first link that carries a class, or stands in what does, in a part that was left unread."""
    if name not in (part.node.html or ""):
        return ""
    for node in part.node.css(f".{name}"):
        link = node if node.tag == "a" else node.css_first("a[href]")
        if link is not None and link.attributes.get("href"):
            return link.attributes["href"] or ""
    return ""


def images_of(element: Element) -> list[str]:
    """The addresses of the images in what was left unread."""
    return [image.attributes.get("src") or "" for image in element.node.css("img")]
