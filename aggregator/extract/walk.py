"""One walk over a page's tree, which leaves a flat list of text blocks in reading order."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from selectolax.lexbor import LexborNode

from aggregator.extract.document import EMPHASIS, INLINE, Block, Document, Element
from aggregator.extract.zones import BODY, zone_of
from aggregator.records import Page

SKIP = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "canvas",
        "select",
        "textarea",
        "audio",
        "video",
        "map",
        "math",
        "input",
    ]
)
RATING_ATTRIBUTES = frozenset(
    [
        "title",
        "aria-label",
        "data-rating",
        "data-score",
        "data-value",
        "data-stars",
        "data-rate",
        "data-percent",
        "data-note",
        "data-grade",
    ]
)
RATING_CLASSES = (
    "star",
    "rating",
    "score",
    "grade",
    "stern",
    "etoile",
    "étoile",
    "note",
    "rate",
    "wertung",
    "estrella",
)
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
TEXT = 2
"""Lexbor's number of a text node's tag."""
RELS = frozenset(("canonical", "next"))
"""What of <link> is read."""
HEAD = frozenset(("head", "title", "meta", "link", "base"))


@lru_cache(maxsize=8192)
def draws_rating(classes: str) -> bool:
    """Whether a class attribute speaks of stars or scores."""
    return any(word in classes for word in RATING_CLASSES)


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
        self.ignored = ignored  # a zone that no element opens
        self.pieces: list[str] = []
        self.spans: list[Element] = []
        self.open_spans: list[tuple[Element, int]] = []  # with the piece at which each began
        self.box: Element | None = None
        self.part = 0
        self.size = 0  # characters of the blocks so far
        self.closed = -1  # the number of pieces when an inline element with attributes was last closed

    def read(self, root: LexborNode) -> None:
        """Walk from `root` without recursion, so that no depth of nesting can exhaust the stack."""
        stack: list[tuple[LexborNode, Element]] = []
        node: LexborNode | None = root
        pieces, blocks, elements = self.pieces, self.document.blocks, self.document.elements
        while node is not None:
            if node.tag_id == TEXT:
                text = node.text_content
                if text and (pieces or not text.isspace()):
                    pieces.append(text)
            else:
                if len(blocks) >= MOST_BLOCKS or len(elements) >= MOST_ELEMENTS or self.size >= MOST_TEXT:
                    break
                tag = node.tag or "-"
                element = self.open(node, tag)
                if element is not None:
                    child = node.first_child if tag != "svg" and tag != "img" else None
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

    def open(self, node: LexborNode, tag: str) -> Element | None:
        """Begin an element; None where nothing inside it is to be read."""
        if tag in SKIP or tag[0] in "-!":
            if tag == "script" and "ld+json" in (node.attributes.get("type") or ""):
                self.document.json_ld.append(node.text() or "")
            return None
        if tag == "br" or tag == "hr":
            self.flush()
            self.part += 1
            return None
        attrs: dict[str, str | None] = node.attributes
        if tag in HEAD:
            return self.head(node, tag, attrs)
        if tag in INLINE:
            return self.open_inline(node, tag, attrs)
        if self.pieces or self.spans:
            self.flush()
        self.part = 0
        document = self.document
        element = Element(tag, attrs, self.box, node, len(document.blocks))
        if tag == "html":
            document.lang = attrs.get("lang") or attrs.get("xml:lang")
        elif tag == "body":
            document.body_classes = element.tokens
        elif not element.zone:
            zone = zone_of(tag, element.classes, attrs, element.zone)
            element.zone = zone if zone != self.ignored else element.zone
        if attrs:
            self.mark(element)
        document.elements.append(element)
        self.box = element
        return element

    def open_inline(self, node: LexborNode, tag: str, attrs: dict[str, str | None]) -> Element:
        """Begin an inline element; it joins the spans of its block where it can carry meaning."""
        element = Element(tag, attrs, self.open_spans[-1][0] if self.open_spans else self.box, node, 0)
        element.start = len(self.document.blocks)
        if element.classes and not element.zone:
            element.zone = zone_of(tag, element.classes, attrs, element.zone)
        if attrs:
            self.mark(element)
            if self.closed == len(self.pieces) and self.closed and parted(self.pieces[-1], node):
                self.pieces.append(" ")
        if attrs or tag in EMPHASIS:
            self.spans.append(element)
            self.document.elements.append(element)
        self.open_spans.append((element, len(self.pieces)))
        return element

    def mark(self, element: Element) -> None:
        """Note an element that may draw a rating."""
        attrs = element.attrs
        if (
            (element.classes and draws_rating(element.classes))
            or not RATING_ATTRIBUTES.isdisjoint(attrs)
            or ("style" in attrs and "width" in (attrs["style"] or ""))
        ):
            self.document.signs.append(element)

    def head(self, node: LexborNode, tag: str, attrs: dict[str, str | None]) -> Element | None:
        """Read what stands in the head, or microdata's <meta> and <link> in the body."""
        document = self.document
        if tag == "head":
            return Element(tag, attrs, self.box, node, 0)
        if tag == "title" and not document.title:
            document.title = fold_space([(node.text() or "")[:LONGEST_TITLE]])
        elif tag == "meta":
            content = attrs.get("content") or ""
            in_head = self.box is None or self.box.tag == "html"
            for key in ("property", "name", "itemprop") if in_head else ("property", "name"):
                name = attrs.get(key)
                if name:
                    document.metas.setdefault(name.lower(), []).append(content)
        elif tag == "link":
            for rel in (attrs.get("rel") or "").lower().split():
                href = document.absolute(attrs.get("href") or "") if rel in RELS else ""
                if href:
                    document.rels.setdefault(rel, []).append(href)
        if "itemprop" in attrs:
            document.elements.append(Element(tag, attrs, self.box, node, len(document.blocks)))
        return None

    def close(self, element: Element) -> None:
        """End an element."""
        if element.tag in INLINE:
            _, begin = self.open_spans.pop()
            if not element.inline_text and begin < len(self.pieces):
                element.inline_text = fold_space(self.pieces[begin:])
            element.end = len(self.document.blocks) + 1
            self.closed = len(self.pieces) if element.attrs else -1
            return
        if element.tag == "head":
            self.pieces.clear()
            return
        if self.pieces or self.spans:
            self.flush()
        element.end = len(self.document.blocks)
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
            blocks = self.document.blocks
            self.size += len(text)
            if self.open_spans:
                spans = [*still_open_before([span for span, _ in self.open_spans], spans), *spans]
            blocks.append(Block(len(blocks), text, self.box, spans, self.part))
        self.spans = []


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
    sizes: dict[str, int] = {}
    for block in document.blocks:
        sizes[block.zone] = sizes.get(block.zone, 0) + len(block.text)
    own = sizes.pop(BODY, 0)
    sizes.pop("comments", 0)
    zone = max(sizes, key=lambda name: sizes[name], default="")
    return zone if zone and sizes[zone] > max(SWALLOWED, 5 * own) else ""
