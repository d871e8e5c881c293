"""One walk over a page's tree, which leaves a flat list of text blocks in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from aggregator.extract.document import EMPHASIS, INLINE, Document, Element, block_of, element_of
from aggregator.extract.furniture import COMMENTS, LISTS, MENU, SIDE, unread_part
from aggregator.extract.zones import BODY, TAGS, zone_of

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
DRAWING = RATING_ATTRIBUTES | {"style"}
TELLING = DRAWING | {"itemprop", "itemscope", "id", "role"}
"""Attributes that may draw a rating, those of microdata, and those with what may open a zone."""
UNDRAWN = frozenset(("aside", "nav", "comments", "related", "share", "newsletter", "form", "votes"))
"""Zones in which nothing draws the critic's rating."""
UNREAD = frozenset((SIDE, COMMENTS))
"""Zones that are furniture from where they begin."""
MOST_BLOCKS = 6_000
MOST_ELEMENTS = 40_000
MOST_TEXT = 1_000_000
"""Blocks, elements and characters of a page that are read; the largest archives of real blogs have a tenth of it."""
MOST_REFUSED = 10
"""Parts that had to be read after all, after which no other is looked at: each look is a walk over the part."""
LONGEST_TITLE = 1_000
"""Characters of a title."""
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
TEXT, COMMENT, DOCTYPE = 2, 4, 5
"""Lexbor's numbers of the tags of texts and comments, and the last of those that are no element's."""
RELS = frozenset(("canonical", "next"))
"""What of <link> is read."""


def fold_space(text: str) -> str:
    """A text as one line, without invisible characters."""
    if text.isprintable() and "  " not in text:  # no white space but single spaces, nothing invisible
        return text.strip(" ") if len(text) <= MOST_TEXT else text[:MOST_TEXT].strip(" ")
    if not text.isascii() and any(map(text.__contains__, INVISIBLE)):
        text = text.translate(UNSEEN)
    return " ".join(text[:MOST_TEXT].split())


def holds_facts(element: Element) -> bool:
    """Whether an <aside> is an article's own and holds a list of facts, of the film as a rule."""
    return element.node.css_first("dl") is not None and any(outer.tag == "article" for outer in element.chain())


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


def is_space(node: LexborNode | None) -> bool:
    """Whether a node is white space alone."""
    return node is not None and node.is_empty_text_node


class Reader:
    """The walk itself: opens and closes elements, and cuts text into blocks."""

    def __init__(self, document: Document, *, ignored: str = "", whole: bool = False) -> None:
        self.document = document
        self.whole = whole  # furniture is read as well
        self.refused = 0  # parts that might have been left unread
        self.blocks = document.blocks
        self.elements = document.elements
        self.ignored = ignored  # a zone that no element opens
        self.pieces: list[str] = []
        self.spans: list[Element] = []
        self.open_spans: list[Element] = []
        self.begins: list[int] = []  # the piece at which each of them began
        self.box: Element | None = None
        self.part = 0
        self.size = 0  # characters of the blocks so far
        self.full = False  # as much was read as is read of any page
        self.closed = -1  # the number of pieces when an inline element with attributes was last closed

    def read(self, root: LexborNode) -> None:
        """Walk from `root` without recursion, so that no depth of nesting can exhaust the stack.

        Lexbor passes over white space between elements, most nodes of a page; `space_before` asks for it.
        """
        pieces, elements = self.pieces, self.elements
        element: Element | None = None  # the innermost open one
        nodes = iter((root,))  # what is in it and was not read yet
        stack: list[tuple[Iterator[LexborNode], Element | None]] = []  # the same of those around it
        said = False  # the last thing in it was a text of its own
        while True:
            for node in nodes:
                number = node.tag_id
                if number == TEXT:
                    text = node.text_content
                    if text and (pieces or not text.isspace()):
                        pieces.append(text)
                        said = True
                    continue
                tag, opener = KNOWN.get(number) or known(node)
                opened = opener(self, node, tag)
                if opened is not None:
                    if self.full or len(elements) >= MOST_ELEMENTS:
                        self.finish([*(outer for _, outer in stack), element, opened])
                        return
                    stack.append((nodes, element))
                    nodes, element = node.iter(True, True), opened  # texts too, but no white space
                    said = False
                    break
                if number != COMMENT:
                    said = False
            else:
                if element is None:
                    break
                if element.tag in INLINE:
                    self.close_inline(element, said)
                else:
                    self.close(element)
                said = False
                nodes, element = stack.pop()
        self.flush()

    def finish(self, still_open: list[Element | None]) -> None:
        """End what is open, the innermost last, where a page is read no further."""
        for element in reversed(still_open):
            if element is not None and element.tag in INLINE:
                self.close_inline(element, said=True)
            elif element is not None:
                self.close(element)
        self.flush()

    def open_block(self, node: LexborNode, tag: str) -> Element | None:
        """Begin a block-level element: what stood before it is a line of its own; None where it is left unread."""
        if self.pieces or self.spans:
            self.flush()
        self.part = 0
        outer = self.box
        element = element_of(tag, node.attributes, outer, node, len(self.blocks))
        self.elements.append(element)
        if element.names.tells or tag in TAGS or (element.attrs and not TELLING.isdisjoint(element.attrs)):
            self.mark(element)
        zone = element.zone
        if zone and not self.whole:
            opened = outer is None or outer.zone != zone
            if ((zone in UNREAD and opened) or (zone == MENU and tag in LISTS)) and self.leave(element):
                return None
        self.box = element
        return element

    def leave(self, element: Element) -> bool:
        """Whether an element of the furniture is passed over; a block without text stands for it."""
        part = unread_part(element) if self.refused < MOST_REFUSED else None
        if part is None:
            self.refused += 1
            return False
        self.document.unread.append(part)
        self.blocks.append(block_of(len(self.blocks), "", element, [], 0))
        element.end = len(self.blocks)
        return True

    def open_inline(self, node: LexborNode, tag: str) -> Element:
        """Begin an inline element; it joins the spans of its block where it can carry meaning."""
        attrs: dict[str, str | None] = node.attributes
        pieces, open_spans = self.pieces, self.open_spans
        if pieces:
            spaced = not pieces[-1][-1].isspace() and is_space(node.prev)
            if spaced or (attrs and self.closed == len(pieces) and parted(pieces[-1], node)):
                pieces.append(" ")
        element = element_of(tag, attrs, open_spans[-1] if open_spans else self.box, node, len(self.blocks))
        if attrs or tag in EMPHASIS:
            self.spans.append(element)
            self.elements.append(element)
            if element.names.tells or (attrs and not TELLING.isdisjoint(attrs)):
                self.mark(element)
        open_spans.append(element)
        self.begins.append(len(pieces))
        return element

    def open_drawing(self, node: LexborNode, tag: str) -> None:
        """An inline element without text of its own."""
        self.close_inline(self.open_inline(node, tag), said=True)

    def space_before(self, node: LexborNode) -> None:
        """Part words by the white space before a node, which the walk passed over."""
        pieces = self.pieces
        if pieces and not pieces[-1][-1].isspace() and is_space(node.prev):
            pieces.append(" ")

    def mark(self, element: Element) -> None:
        """Note whether an element takes part in microdata, opens a zone, or may draw a rating."""
        names, attrs, zone = element.names, element.attrs, element.zone
        if "itemprop" in attrs or "itemscope" in attrs:
            self.document.items.append(element)
        if zone in UNDRAWN:
            return
        if not zone and (names.text or element.tag not in INLINE):
            zone = zone_of(element.tag, names.zone, attrs)
            if zone and zone != self.ignored and not (element.tag == "aside" and holds_facts(element)):
                element.zone = zone
        if (names.draws or not DRAWING.isdisjoint(attrs)) and element.zone not in UNDRAWN:
            style = attrs.get("style")
            if names.draws or (style and "width" in style) or not RATING_ATTRIBUTES.isdisjoint(attrs):
                self.document.signs.append(element)

    def open_page(self, node: LexborNode, tag: str) -> Element | None:
        """Begin <html> or <body>."""
        element = self.open_block(node, tag)
        if element is None:
            return None
        if tag == "html":
            self.document.lang = element.attrs.get("lang") or element.attrs.get("xml:lang")
        else:
            self.document.body_classes = element.tokens
        element.zone = BODY
        return element

    def open_head(self, node: LexborNode, tag: str) -> Element:
        """Begin <head>."""
        return element_of(tag, node.attributes, self.box, node, 0)

    def break_line(self, _node: LexborNode, _tag: str) -> None:
        """A <br> or <hr>."""
        self.flush()
        self.part += 1

    def skip(self, node: LexborNode, _tag: str) -> None:
        """An element of which nothing is read."""
        self.space_before(node)

    def pass_over(self, node: LexborNode, _tag: str) -> None:
        """A comment, or what else is no element."""
        if node.tag_id == COMMENT:
            self.space_before(node)

    def script(self, node: LexborNode, _tag: str) -> None:
        """Keep what a script is, and one that holds JSON-LD."""
        self.space_before(node)
        attrs = node.attributes
        self.document.resources += filter(None, attrs.values())
        if "ld+json" in (attrs.get("type") or ""):
            self.document.json_ld.append(node.text() or "")

    def title(self, node: LexborNode, tag: str) -> None:
        """Read the first <title>."""
        if not self.document.title:
            self.document.title = fold_space((node.text() or "")[:LONGEST_TITLE])
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
        href = attrs.get("href") or ""
        document.resources.append(href)
        for rel in (attrs.get("rel") or "").lower().split():
            if rel in RELS and (address := document.absolute(href)):
                document.rels.setdefault(rel, []).append(address)
        self.item(node, tag, attrs)

    def item(self, node: LexborNode, tag: str, attrs: dict[str, str | None]) -> None:
        """Keep an element without text that is a property of microdata."""
        if "itemprop" in attrs:
            element = element_of(tag, attrs, self.box, node, len(self.blocks))
            self.elements.append(element)
            self.document.items.append(element)

    def close_inline(self, element: Element, said: bool) -> None:
        """End an inline element; `said` tells that a text of its own is the last thing in it."""
        pieces = self.pieces
        if pieces and not said and is_space(element.node.last_child):
            pieces.append(" ")
        self.open_spans.pop()
        begin = self.begins.pop()
        if begin < len(pieces) and not element.inline_text:
            element.inline_text = fold_space(pieces[begin] if len(pieces) == begin + 1 else "".join(pieces[begin:]))
        element.end = len(self.blocks) + 1
        self.closed = len(pieces) if element.attrs else -1

    def close(self, element: Element) -> None:
        """End a block-level element."""
        if element.tag == "head":
            self.pieces.clear()
            return
        if self.pieces or self.spans:
            self.flush()
        element.end = len(self.blocks)
        self.box = element.parent
        self.part = 0

    def flush(self) -> None:
        """Close the current line as a block, if there is anything in it."""
        pieces, spans, open_spans = self.pieces, self.spans, self.open_spans
        if not pieces and not spans:
            return
        box, text = self.box, ""
        if pieces:
            if len(pieces) == 1:
                text = (spans[-1].inline_text if spans else "") or fold_space(pieces[0])
            else:
                text = fold_space("".join(pieces))
        if open_spans:
            for span, begin in zip(open_spans, self.begins, strict=True):
                if not span.inline_text and begin < len(pieces):
                    span.inline_text = fold_space("".join(pieces[begin:]))
            self.begins[:] = [0] * len(open_spans)
        pieces.clear()
        if (text or any(span.tag in ("img", "svg") for span in spans)) and box is not None:
            if open_spans:
                spans = [*still_open_before(open_spans, spans), *spans]
            blocks = self.blocks
            blocks.append(block_of(len(blocks), text, box, spans, self.part))
            self.size += len(text)
            self.full = len(blocks) >= MOST_BLOCKS or self.size >= MOST_TEXT
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


KNOWN: dict[int, tuple[str, Callable[[Reader, LexborNode, str], Element | None]]] = {}
"""Lexbor's number of a tag -> the tag, and what begins it, once one was seen."""
STANDARD = 256
"""Lexbor's numbers below are those of HTML's own tags, the same for all pages."""


def known(node: LexborNode) -> tuple[str, Callable[[Reader, LexborNode, str], Element | None]]:
    """An element's tag and what begins it."""
    tag = node.tag or ""
    opener = OPENERS.get(tag, Reader.open_block) if node.tag_id > DOCTYPE else Reader.pass_over
    if node.tag_id < STANDARD:
        KNOWN[node.tag_id] = tag, opener
    return tag, opener


def still_open_before(still_open: list[Element], spans: list[Element]) -> list[Element]:
    """Links opened in an earlier block that go on in this one."""
    return [span for span in still_open if span.tag == "a" and span not in spans]
