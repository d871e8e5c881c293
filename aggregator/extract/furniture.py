"""Parts of a page that are left unread, since no finder looks into them: sidebars, comments, the lists of a menu."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from aggregator.extract.document import Element, Part, element_of

SIDE, COMMENTS, MENU = "aside", "comments", "nav"
LISTS = frozenset(("ul", "ol"))
"""Tags of a menu's lists: what else stands in the head of a page may be its site's name."""
FEWEST = 4
"""Links in what is left unread: less is soon read."""
STATEMENTS = (
    '[rel~="author"],[type*="json"],'
    '[itemprop]:not([itemprop="keywords"]):not([itemprop="url"]):not([itemprop^="comment"])'
)
"""Elements of a part that states something."""
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


def unread_part(element: Element) -> Part | None:
    """An element of the side, a menu or the comments; None if it needs to be read."""
    if element.zone == COMMENTS:
        return Part(element, [])
    links = element.node.css("a")
    if len(links) < FEWEST:
        return None
    classes = " ".join({element.classes, *[node.attrs.get("class") or "" for node in element.node.css("[class]")]})
    classes = classes.lower().replace(COMMENTER, "")
    if any(map(classes.__contains__, TELLING)) or element.node.css_first(STATEMENTS) is not None:
        return None
    return Part(element, links)


def unread_links(part: Part) -> Iterator[Element]:
    """The links in what was left unread, as elements that begin where it does."""
    return (unread_link(part, node) for node in part.links)


def unread_link(part: Part, node: LexborNode) -> Element:
    """One of them."""
    link = element_of("a", node.attributes, part.element, node, part.element.start)
    link.inline_text = " ".join(node.text().split())
    return link


def address_under(part: Part, name: str) -> str:
    """The address of the first link that carries a class, or stands in what does, in a part that was left unread."""
    for node in part.element.node.css(f".{name}"):
        link = node if node.tag == "a" else node.css_first("a[href]")
        if link is not None and link.attributes.get("href"):
            return link.attributes["href"] or ""
    return ""


def unread_lines(part: Part) -> list[str]:
    """The runs of text in what was left unread."""
    return [" ".join(line.split()) for line in part.element.node.text(separator="\n").splitlines()]


def unread_images(part: Part) -> list[str]:
    """The addresses of the images in what was left unread."""
    return [image.attributes.get("src") or "" for image in part.element.node.css("img")]
