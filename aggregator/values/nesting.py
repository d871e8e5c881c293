"""Depth of elements, and formatting left open: source in, source out that no HTML parser takes quadratic time over."""

from __future__ import annotations

import re

from aggregator.values.attributes import NAME, REST, SPACE, holds, with_few_attributes

DEEPEST = 256
"""Levels of elements that are kept; browsers stop at 512."""
MANY_TAGS = 3_000
"""A source with fewer tags cannot be deep enough to matter."""
SOME_TAGS = 1_500
"""A source with fewer tags cannot leave so much formatting open that it matters."""
MOST_REOPENED = 300_000
"""Formatting elements that a parser may have to open anew in a page."""
MOST_DROPPED = 10_000
"""Open tags beyond those levels after which the rest of a source is not read."""
NEAR = 4
"""Elements above which a formatting element is closed for certain; a parser gives up after eight blocks."""
UNCOUNTED = frozenset(
    (
        *("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img"),
        *("input", "keygen", "link", "meta", "param", "source", "track", "wbr", "p", "td", "th", "tr"),
        *("option", "thead", "tbody", "tfoot", "colgroup", "html", "head", "body"),
    )
)
"""Void elements, and those that the next of their kind ends wherever it stands, or that stand in a table alone."""
ITEMS = {"li": "li", "dd": "dd", "dt": "dd"}
"""Elements that the next of their kind ends where nothing special is open within."""
FORMATTING = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
"""What a parser opens anew in the next block where it was not closed."""
ALONE = frozenset(("a", "nobr"))
"""Of these, those that end the one before."""
BARRIERS = frozenset(("applet", "caption", "marquee", "object", "select", "table", "template"))
"""What the end tags within do not reach beyond."""
REACHING = (BARRIERS - {"caption"}) | frozenset(
    (
        *("address", "article", "aside", "blockquote", "button", "center", "details", "dir", "div", "dl"),
        *("fieldset", "figcaption", "figure", "footer", "h", "header", "hgroup", "listing", "main", "menu"),
        *("nav", "ol", "pre", "section", "summary", "ul"),
    )
)
"""What is closed with all that is open within."""
SPECIAL = REACHING | frozenset(("caption", "dd", "form", "li", "noscript", "search"))
"""What the end tag of another element that is not reaching stops at."""
RAW = {
    name: re.compile(rf"</{name}(?={SPACE}|[/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
"""Elements whose content is text, and what ends it."""
SCRIPT = re.compile("<script", re.IGNORECASE)
REFUSED = frozenset(("svg", "math", "plaintext", "frameset"))
"""Tags that are not kept, for a parser reads by other rules from there on; drawings without HTML are."""
SHAPES = (
    "a|animate|animatetransform|circle|clippath|defs|ellipse|filter|g|image|line|lineargradient|marker|mask|path|pattern|"
    "polygon|polyline|radialgradient|rect|stop|switch|symbol|text|textpath|tspan|use|view"
)
DRAWING = re.compile(
    rf"(?>[^<]++|<(?:{SHAPES}){REST}|</(?:{SHAPES}){SPACE}*+>|<(title|desc|style){REST}[^<]*+</\1{SPACE}*+>){{0,2000}}+"
    rf"</svg{SPACE}*+>",
    re.IGNORECASE,
)
"""What stands in a drawing that holds no HTML, behind its `<svg>`."""
TAG = re.compile(rf"<(/?)({NAME}){REST}")
OTHER = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(?:[!?]|/(?![a-zA-Z]))[^>]*+(?:>|\Z)", re.DOTALL)
"""Comments, and what a parser makes a comment of."""
WITHIN_TAG = re.compile(r"</?[a-zA-Z]")
FORMATTED = re.compile(rf"<(?:{'|'.join(sorted(FORMATTING - ALONE))})(?={SPACE}|[/>]){REST}", re.IGNORECASE)


def bounded(source: str, fetched: bytes | None = None) -> str:
    """The source without what no page has and a parser takes quadratic time over; the same text where there is none.

    `fetched` is the same page as bytes in any charset, where it is at hand.
    """
    raw = source.encode(errors="surrogatepass") if fetched is None else fetched
    few = with_few_attributes(source, raw)
    if few is not source:
        raw = few.encode(errors="surrogatepass")
    if not holds(raw, b"<", SOME_TAGS):
        return few
    return flattened(few) if holds(raw, b"<", MANY_TAGS) or _leaves_open(few) else few


def _leaves_open(source: str) -> bool:
    """Whether so much formatting may be left open that it matters; a parser keeps three of the same open."""
    kinds = len({match[0] for match in FORMATTED.finditer(source)})
    return 3 * kinds * source.count("<") > MOST_REOPENED


def flattened(source: str) -> str:
    """The source without the tags that nest deeper than `DEEPEST` levels; the same text where none does.

    It ends where more than `MOST_DROPPED` such tags are open: that is no page.
    """
    tags = _Open(max(1, MOST_REOPENED // max(1, source.count("<"))))
    pieces: list[str] = []
    last, at = 0, source.find("<")
    while at >= 0:
        match = TAG.match(source, at)
        if match is None:
            if WITHIN_TAG.match(source, at):
                break  # the source ends within this tag, and a parser leaves it out
            other = OTHER.match(source, at)
            at = source.find("<", other.end() if other else at + 1)
            continue
        end, name = match.end(), match[2]
        name = name.lower() if name.isascii() else name
        if match[1]:
            is_kept = tags.close(name)
        elif name in RAW:
            end, is_kept = _text(source, end, name)
        elif name == "svg" and source[end - 2] != "/" and (drawn := DRAWING.match(source, end)):
            end, is_kept = drawn.end(), True
        else:
            is_kept = tags.open(name)
        if not is_kept:
            pieces.append(source[last:at])
            if source.endswith("<", 0, at):
                pieces.append(" ")  # else it would begin a tag with what follows
            last = end
            if tags.dropped_open > MOST_DROPPED:
                return "".join(pieces)
        at = source.find("<", end)
    return "".join([*pieces, source[last:]]) if pieces else source


def _text(source: str, start: int, name: str) -> tuple[int, bool]:
    """Where the text of an element that holds nothing else ends, and whether it is kept."""
    ended = RAW[name].search(source, start)
    end = ended.start() if ended else len(source)
    comment = source.find("<!--", start, end) if name == "script" else -1
    return end, comment < 0 or not SCRIPT.search(source, comment, end)  # in a comment of a script one may hold another


class _Open:
    """The elements that are open at a place of the source: at least those that a parser has open there.

    A parser walks its stack of open elements at many a tag, and opens formatting elements that were not closed anew in
    each paragraph (HTML Living Standard, 13.2.4.2 and 13.2.4.3). What is open beyond the limits is left out tag by tag,
    and its text stays.
    """

    def __init__(self, most_formats: int) -> None:
        self.dropped_open = 0
        self._most_formats = most_formats
        self._formats = 0  # formatting elements that no end tag has closed for certain
        self._loose: set[str] = set()  # of those that stand alone: closed with what they stood in, and opened anew
        self._stack: list[str] = []
        self._places: dict[str, list[int]] = {}  # name to where it stands in the stack
        self._barriers: list[int] = []
        self._special: list[int] = []
        self._dropped: dict[str, int] = {}

    def open(self, name: str) -> bool:
        """An opening tag; gives whether it is kept."""
        if name in UNCOUNTED:
            return True
        if name in REFUSED:
            return False
        name = _same(name)
        if name in ALONE:
            self._end_last(name)
        elif name in ITEMS:
            self._end_item(name)
        is_format = name in FORMATTING
        if len(self._stack) >= DEEPEST or (is_format and self._formats >= self._most_formats):
            self._dropped[name] = self._dropped.get(name, 0) + 1
            self.dropped_open += 1
            return False
        self._formats += is_format
        self._push(name)
        return True

    def close(self, name: str) -> bool:
        """An end tag; gives whether it is kept."""
        name = _same(name)
        if self._dropped.get(name):
            self._dropped[name] -= 1
            self.dropped_open -= 1
            return False
        places = self._places.get(name)
        if not places:
            return True
        if name in FORMATTING or name == "form":
            self._close_near(name)
        elif name in ITEMS:
            self._end_item(name)
        elif not (_beyond(self._barriers, places[-1]) and name != "template") and (
            name in REACHING or not _beyond(self._special, places[-1])
        ):
            self._cut(places[-1])
        return True

    def _end_last(self, name: str) -> None:
        """Close the formatting element before of which there is one at a time."""
        if self._places.get(name):
            self._close_near(name)
        elif name in self._loose:
            self._formats -= 1
        self._loose.discard(name)

    def _end_item(self, name: str) -> None:
        """Close an item of a list, where nothing special is open within."""
        places = self._places.get(name)
        if places and places[-1] == self._special[-1]:
            self._cut(places[-1])

    def _close_near(self, name: str) -> None:
        """Take the last of that name out of the stack, and nothing above it, where a parser does so for certain."""
        places = self._places.get(name)
        if places and len(self._stack) - places[-1] <= NEAR and not _beyond(self._barriers, places[-1]):
            above = self._stack[places[-1] + 1 :]
            self._cut(places[-1])
            self._loose.discard(name)
            for other in above:
                self._push(other)
            self._formats -= name in FORMATTING

    def _push(self, name: str) -> None:
        place = len(self._stack)
        self._stack.append(name)
        self._places.setdefault(name, []).append(place)
        if name in SPECIAL:
            self._special.append(place)
            if name in BARRIERS:
                self._barriers.append(place)

    def _cut(self, place: int) -> None:
        """Close what stands at a place of the stack, and all above it."""
        for name in self._stack[place:]:
            self._places[name].pop()
        self._loose |= ALONE.intersection(self._stack[place:])
        del self._stack[place:]
        for places in (self._special, self._barriers):
            while places and places[-1] >= place:
                places.pop()


def _same(name: str) -> str:
    """One name for what ends each other: headings, and the parts of a list of definitions."""
    if name in ITEMS:
        return ITEMS[name]
    return "h" if len(name) == 2 and name[0] == "h" and name[1] in "123456" else name


def _beyond(places: list[int], place: int) -> bool:
    return bool(places) and places[-1] > place
