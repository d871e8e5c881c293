"""One walk over a page's tree, which leaves a flat list of text blocks in reading order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from selectolax.lexbor import LexborNode

from aggregator.extract.document import EMPHASIS, INLINE, Block, Document, Element
from aggregator.extract.zones import BODY, TAGS, zone_of
from aggregator.records import Page

SKIP = frozenset(
    (
        *("script", "style", "template", "noscript", "iframe", "object", "embed", "canvas", "select", "textarea"),
        *("audio", "video", "map", "math", "input"),
    )
)
RATING_ATTRIBUTES = frozenset(
    (
        *("title", "aria-label", "data-rating", "data-score", "data-value", "data-stars", "data-rate"),
        *("data-percent", "data-note", "data-grade"),
    )
)
PLACING, DRAWING = frozenset(("id", "role", "style")), RATING_ATTRIBUTES | {"style"}
TELLING = PLACING | DRAWING
"""Attributes that may open a zone, that may draw a rating, and both."""
UNDRAWN = frozenset(("aside", "nav", "comments", "related", "share", "newsletter", "form", "votes"))
"""Zones in which nothing draws the critic's rating."""
MOST_BLOCKS = 6_000
MOST_ELEMENTS = 40_000
MOST_TEXT = 1_000_000
"""Blocks, elements and characters of a page that are read; the largest archives of real blogs have a tenth of it."""
LONGEST_TITLE = 1_000
"""Characters of a title."""
SWALLOWED = 800
"""Characters of a zone that may be the page's text."""
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
TEXT, DOCTYPE = 2, 5
"""Lexbor's number of a text node's tag, and the last of the numbers that are no element's."""
RELS = frozenset(("canonical", "next"))
"""What of <link> is read."""


def fold_space(pieces: list[str]) -> str:
    """Pieces of text as one line, without invisible characters."""
    text = pieces[0] if len(pieces) == 1 else "".join(pieces)
    if not text.isascii() and any(map(text.__contains__, INVISIBLE)):
        text = text.translate(UNSEEN)
    return " ".join(text[:MOST_TEXT].split())


def parted(before: str, node: LexborNode) -> bool:
    """Whether an inline element begins another word than the one before it: "Ada" and "March 3", set apart by CSS."""
    inner: LexborNode | None = node
    for _ in range(4):
        inner = inner.first_child or inner.next if inner is not None else None
        if inner is None:
            return False
        if inner.tag_id == TEXT:
            last, first = before[-1:], (inner.text_content or "")[:1]
            return (
                last.isalnum()
                and first.isalnum()
                and not (first.islower() and last.isalpha())
                and not (last.isdigit() and first.isdigit())
            )
    return False


class Reader:
    """The walk itself: opens and closes elements, and cuts text into blocks."""

    def __init__(self, document: Document, *, ignored: str = "") -> None:
        self.document = document
        self.blocks = document.blocks
        self.elements = document.elements
        self.ignored = ignored  # a zone that no element opens
        self.pieces: list[str] = []
        self.spans: list[Element] = []
        self.open_spans: list[tuple[Element, int]] = []  # with the piece at which each began
        self.box: Element | None = None
        self.part = 0
        self.size = 0  # characters of the blocks so far
        self.full = False  # as much was read as is read of any page
        self.closed = -1  # the number of pieces when an inline element with attributes was last closed

    def read(self, root: LexborNode) -> None:
        """Walk from `root` without recursion, so that no depth of nesting can exhaust the stack."""
        stack: list[tuple[LexborNode, Element]] = []
        pieces, elements, openers = self.pieces, self.elements, OPENERS
        node: LexborNode | None = root
        while node is not None:
            number = node.tag_id
            if number == TEXT:
                text = node.text_content
                if text and (pieces or not text.isspace()):
                    pieces.append(text)
            elif number > DOCTYPE:
                if self.full or len(elements) >= MOST_ELEMENTS:
                    break
                tag = node.tag or ""
                element = openers.get(tag, Reader.open_block)(self, node, tag)
                if element is not None:
                    child = node.first_child
                    if child is not None:
                        stack.append((node, element))
                        node = child
                        continue
                    self.close(element)
            following = node.next
            while following is None and stack:
                node, element = stack.pop()
                self.close(element)
                following = node.next
            node = following
        self.flush()

    def open_block(self, node: LexborNode, tag: str) -> Element:
        """Begin a block-level element: what stood before it is a line of its own."""
        if self.pieces or self.spans:
            self.flush()
        self.part = 0
        attrs: dict[str, str | None] = node.attributes
        element = self.box = Element(tag, attrs, self.box, node, len(self.blocks))
        self.add(element)
        return element

    def open_inline(self, node: LexborNode, tag: str) -> Element:
        """Begin an inline element; it joins the spans of its block where it can carry meaning."""
        attrs: dict[str, str | None] = node.attributes
        pieces, open_spans = self.pieces, self.open_spans
        element = Element(tag, attrs, open_spans[-1][0] if open_spans else self.box, node, len(self.blocks))
        if attrs and self.closed == len(pieces) and self.closed and parted(pieces[-1], node):
            pieces.append(" ")
        if attrs or tag in EMPHASIS:
            self.spans.append(element)
            self.add(element)
        open_spans.append((element, len(pieces)))
        return element

    def open_drawing(self, node: LexborNode, tag: str) -> None:
        """An inline element without text of its own."""
        self.close(self.open_inline(node, tag))

    def add(self, element: Element) -> None:
        """Keep an element, and note whether it opens a zone or may draw a rating."""
        self.elements.append(element)
        names, attrs = element.names, element.attrs
        if TELLING.isdisjoint(attrs) and not (names.zone or names.draws or element.tag in TAGS):
            return
        may_open = names.zone or element.tag in TAGS or not PLACING.isdisjoint(attrs)
        if may_open and not element.zone and (names.text or element.tag not in INLINE):
            zone = zone_of(element.tag, names.zone, attrs)
            if zone and zone != self.ignored:
                element.zone = zone
        if (names.draws or not DRAWING.isdisjoint(attrs)) and element.zone not in UNDRAWN:
            style = attrs.get("style")
            if names.draws or (style and "width" in style) or not RATING_ATTRIBUTES.isdisjoint(attrs):
                self.document.signs.append(element)

    def open_page(self, node: LexborNode, tag: str) -> Element:
        """Begin <html> or <body>."""
        element = self.open_block(node, tag)
        if tag == "html":
            self.document.lang = element.attrs.get("lang") or element.attrs.get("xml:lang")
        else:
            self.document.body_classes = element.tokens
        element.zone = BODY
        return element

    def open_head(self, node: LexborNode, tag: str) -> Element:
        """Begin <head>."""
        return Element(tag, node.attributes, self.box, node, 0)

    def break_line(self, _node: LexborNode, _tag: str) -> None:
        """A <br> or <hr>."""
        self.flush()
        self.part += 1

    def skip(self, _node: LexborNode, _tag: str) -> None:
        """An element of which nothing is read."""

    def script(self, node: LexborNode, _tag: str) -> None:
        """Keep a script that holds JSON-LD."""
        if "ld+json" in (node.attributes.get("type") or ""):
            self.document.json_ld.append(node.text() or "")

    def title(self, node: LexborNode, tag: str) -> None:
        """Read the first <title>."""
        if not self.document.title:
            self.document.title = fold_space([(node.text() or "")[:LONGEST_TITLE]])
        self.item(node, tag, node.attributes)

    def meta(self, node: LexborNode, tag: str) -> None:
        """Read a <meta>, in the head or of microdata."""
        attrs = node.attributes
        metas = self.document.metas
        in_head = self.box is None or self.box.tag == "html"
        for key in ("property", "name", "itemprop") if in_head else ("property", "name"):
            name = attrs.get(key)
            if name:
                metas.setdefault(name.lower(), []).append(attrs.get("content") or "")
        self.item(node, tag, attrs)

    def link(self, node: LexborNode, tag: str) -> None:
        """Read a <link>."""
        attrs = node.attributes
        document = self.document
        for rel in (attrs.get("rel") or "").lower().split():
            href = document.absolute(attrs.get("href") or "") if rel in RELS else ""
            if href:
                document.rels.setdefault(rel, []).append(href)
        self.item(node, tag, attrs)

    def item(self, node: LexborNode, tag: str, attrs: dict[str, str | None]) -> None:
        """Keep an element without text that is a property of microdata."""
        if "itemprop" in attrs:
            self.elements.append(Element(tag, attrs, self.box, node, len(self.blocks)))

    def close(self, element: Element) -> None:
        """End an element."""
        tag = element.tag
        if tag in INLINE:
            pieces = self.pieces
            _, begin = self.open_spans.pop()
            if begin < len(pieces) and not element.inline_text:
                element.inline_text = fold_space(pieces[begin:] if begin else pieces)
            element.end = len(self.blocks) + 1
            self.closed = len(pieces) if element.attrs else -1
            return
        if tag == "head":
            self.pieces.clear()
            return
        if self.pieces or self.spans:
            self.flush()
        element.end = len(self.blocks)
        self.box = element.parent
        self.part = 0

    def flush(self) -> None:
        """Close the current line as a block, if there is anything in it."""
        pieces, spans = self.pieces, self.spans
        if not pieces and not spans:
            return
        text = fold_space(pieces) if pieces else ""
        for position, (span, begin) in enumerate(self.open_spans):
            if not span.inline_text and begin < len(pieces):
                span.inline_text = fold_space(pieces[begin:])
            self.open_spans[position] = (span, 0)
        pieces.clear()
        if (text or any(span.tag in ("img", "svg") for span in spans)) and self.box is not None:
            blocks = self.blocks
            if self.open_spans:
                spans = [*still_open_before([span for span, _ in self.open_spans], spans), *spans]
            blocks.append(Block(len(blocks), text, self.box, spans, self.part))
            self.size += len(text)
            if len(blocks) >= MOST_BLOCKS or self.size >= MOST_TEXT:
                self.full = True
        self.spans = []


OPENERS: dict[str, Callable[[Reader, LexborNode, str], Element | None]] = {
    **dict.fromkeys(INLINE, Reader.open_inline),
    **dict.fromkeys(("img", "svg"), Reader.open_drawing),
    **dict.fromkeys(SKIP, Reader.skip),
    **dict.fromkeys(("html", "body"), Reader.open_page),
    **dict.fromkeys(("br", "hr"), Reader.break_line),
    "script": Reader.script,
    "head": Reader.open_head,
    "title": Reader.title,
    "meta": Reader.meta,
    "link": Reader.link,
    "base": Reader.skip,
}
"""Tag -> what begins it; every other element is block-level."""


def still_open_before(still_open: list[Element], spans: list[Element]) -> list[Element]:
    """Links opened in an earlier block that go on in this one."""
    return [span for span in still_open if span.tag == "a" and span not in spans]


def read(page: Page) -> Document:
    """Read a page into blocks; any input gives a document, perhaps an empty one."""
    document = Document(page)
    root: Any = page.tree.root
    if root is None:
        return document
    Reader(document).read(root)
    swallowed = swallowing_zone(document)
    if swallowed:
        document = Document(page)
        Reader(document, ignored=swallowed).read(root)
    return document


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
