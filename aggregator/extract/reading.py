"""A page as a document: read in one walk, without its furniture until somebody asks for that."""

from __future__ import annotations

from typing import Any

from aggregator.extract.document import Document
from aggregator.extract.furniture import SIDE
from aggregator.extract.walk import Reader
from aggregator.records import Page

SWALLOWED = 800
"""Characters of a zone that may be the page's text."""


def read(page: Page) -> Document:
    """Read a page into blocks; any input gives a document, perhaps an empty one."""
    document = Document(page)
    if page.tree.root is None:
        return document
    Reader(document).read(page.tree.root)
    if document.unread and swallows(document):
        document = read_whole(page)
    swallowed = swallowing_zone(document)
    return read_whole(page, ignored=swallowed) if swallowed else document


def read_whole(page: Page, ignored: str = "") -> Document:
    """A page with its furniture; `ignored` is a zone that no element opens."""
    document = Document(page)
    root: Any = page.tree.root
    Reader(document, ignored=ignored, whole=True).read(root)
    return document


def whole(document: Document) -> Document:
    """The document of the same page in which nothing is left unread."""
    if not document.unread:
        return document
    if document.whole is None:
        document.whole = read_whole(document.page)
    return document.whole


def swallows(document: Document) -> bool:
    """Whether what was left unread may be the page's text."""
    side = [part for part in document.unread if part.element.zone == SIDE]
    least = max(SWALLOWED, 5 * document.size(0, len(document.blocks)))
    return sum([len(part.element.node.text()) for part in side]) > least


def swallowing_zone(document: Document) -> str:
    """The zone that took nearly the whole page because a wrapper is named like it; empty where none did."""
    own = document.size(0, len(document.blocks))
    if sum([len(block.text) for block in document.blocks]) - own <= max(SWALLOWED, 5 * own):
        return ""
    sizes: dict[str, int] = {}
    for block in document.blocks:
        if block.zone and block.zone != "comments":
            sizes[block.zone] = sizes.get(block.zone, 0) + len(block.text)
    zone = max(sizes, key=lambda name: sizes[name], default="")
    return zone if zone and sizes[zone] > max(SWALLOWED, 5 * own) else ""
