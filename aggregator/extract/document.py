"""A page as plain Python structures: elements, and blocks of text in reading order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborNode

from aggregator.extract.class_names import AUTHOR_CLASS, DATE_CLASS, UNNAMED, ClassNames, names_of
from aggregator.extract.json_ld import Node, nodes
from aggregator.extract.zones import BODY
from aggregator.records import Page
from aggregator.values.once import once

INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "meter",
        "nobr",
        "picture",
        "q",
        "s",
        "samp",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "svg",
    ]
)
WHOLE_ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[\w./%~+=,!@:;?&-]*)?(?<!\?)(?:#[\w-]*)?\Z", re.A)
"""An address that stands as it is: nothing to join, to strip or to mend."""
ROOTED = re.compile(r"/(?!/)(?!.*/\.)[\w./%~+=,!@:&-]*(?:\?[\w./%~+=,!@:?&-]+)?(?:#[\w-]*)?\Z", re.A)
ORIGIN = re.compile(r"https?://[\w.:-]+(?=[/?#]|\Z)", re.A)
"""An address on the page's own host, and what goes before it."""
BLOGGER = re.compile(r"\.blogspot\.(?:com?\.)?[a-z]{2,3}\Z")
EMPHASIS = frozenset(("em", "i", "strong", "b", "cite", "u", "mark", "q"))
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


class Element:
    """A block-level element, or an inline one that carries a class, a link, emphasis or a time; see `element_of`."""

    __slots__ = ("attrs", "end", "inline_text", "names", "node", "parent", "start", "tag", "zone")

    tag: str
    attrs: dict[str, str | None]
    names: ClassNames
    parent: Element | None
    node: LexborNode
    start: int  # index of the first block inside
    end: int  # one past the last block inside
    zone: str
    inline_text: str  # folded text of an inline element; a block-level one has its blocks

    @property
    def classes(self) -> str:
        """The class attribute in lower case."""
        return self.names.text

    @property
    def tokens(self) -> tuple[str, ...]:
        """The names in the class attribute, each once."""
        return self.names.tokens

    def get(self, name: str) -> str:
        """An attribute's text; empty where there is none."""
        return self.attrs.get(name) or ""

    def chain(self) -> Iterator[Element]:
        """This element and its ancestors, innermost first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def inside(self, other: Element | None) -> bool:
        """Whether `other` is this element or an ancestor of it."""
        element: Element | None = self
        while element is not None and element is not other:
            element = element.parent
        return element is not None


def element_of(tag: str, attrs: dict[str, str | None], parent: Element | None, node: LexborNode, start: int) -> Element:
    """An element that begins before a block; a function, for Python is slow to call what makes an object."""
    element = Element()
    element.tag = tag
    element.attrs = attrs
    element.names = names_of(attrs["class"] or "") if "class" in attrs else UNNAMED
    element.parent = parent
    element.node = node
    element.start = element.end = start
    element.zone = BODY if parent is None else parent.zone
    element.inline_text = ""
    return element


class Block:
    """A run of text that a reader sees as one line or paragraph, with what stands inside it; see `block_of`."""

    __slots__ = ("box", "index", "level", "part", "path", "spans", "tag", "text", "zone")

    index: int
    text: str  # white space folded; empty for a line of images only
    box: Element  # the innermost block-level element
    tag: str
    level: int  # 1 to 6 for a heading
    zone: str
    spans: list[Element]  # inline elements, in order: a, em, img, time, span with a class ...
    path: str  # to the box, once asked for
    part: int  # 0, or the number of <br> in the same element before this line

    @property
    def links(self) -> list[Element]:
        """The links with an address."""
        return [span for span in self.spans if span.tag == "a" and span.attrs.get("href")]

    @property
    def images(self) -> list[Element]:
        """The images."""
        return [span for span in self.spans if span.tag == "img"]

    @property
    def marks(self) -> list[Element]:
        """The emphasised runs of text."""
        return [span for span in self.spans if span.tag in EMPHASIS and span.inline_text]

    @property
    def times(self) -> list[Element]:
        """The `<time>` elements."""
        return [span for span in self.spans if span.tag == "time"]

    @property
    def quoted(self) -> bool:
        """Whether it stands in a block quotation."""
        element: Element | None = self.box
        while element is not None and element.tag != "blockquote":
            element = element.parent
        return element is not None

    @property
    def where(self) -> str:
        """A CSS path to the block, from the nearest element with an id."""
        self.path = self.path or css_path(self.box)
        return self.path


def block_of(index: int, text: str, box: Element, spans: list[Element], part: int) -> Block:
    """A block of a box."""
    block = Block()
    block.index = index
    block.text = text
    block.box = box
    block.tag = box.tag
    block.level = HEADINGS.get(box.tag, 0)
    block.zone = box.zone
    block.spans = spans
    block.path = ""
    block.part = part
    return block


class Part:
    """An element that was left unread, with the links in it; without for comments, which nobody asks for."""

    __slots__ = ("element", "links")

    def __init__(self, element: Element, links: list[LexborNode]) -> None:
        self.element = element
        self.links = links


class Document:
    """A page as plain Python structures: what every finder works on."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.url = page.url if is_address(page.url) else ""
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.unread: list[Part] = []  # a block without text stands for each
        self.whole: Document | None = None  # the same page with its furniture, once somebody asked
        self.items: list[Element] = []  # elements that take part in microdata
        self.signs: list[Element] = []  # elements whose class, style or attributes may draw a rating
        self.title = ""
        self.metas: dict[str, list[str]] = {}  # lower-case name, property or itemprop -> contents
        self.rels: dict[str, list[str]] = {}  # rel of <link> -> absolute addresses
        self.json_ld: list[str] = []
        self.resources: list[str] = []  # addresses of <link>, and attributes of <script>
        self.lang: str | None = None
        self.site_names: tuple[str, ...] | None = None  # what the page calls its site, once somebody asked
        self.microdata: list[tuple[int, str, Node]] | None = None  # its items with their blocks, once somebody asked
        self.own_titles: dict[str, str] = {}  # titles of the head -> the same without the site's name, once asked for
        self.body_classes: tuple[str, ...] = ()

    def meta(self, *names: str) -> str | None:
        """The first non-empty content among the names."""
        for name in names:
            for content in self.metas.get(name, ()):
                if content.strip():
                    return content.strip()
        return None

    @once
    def host(self) -> str:
        """The host of the page's address, with its port."""
        return urlsplit(self.url).netloc

    @once
    def origin(self) -> str:
        """Scheme and host of the page, where addresses on it may be put behind them as they are."""
        match = ORIGIN.match(self.url)
        return match[0] if match else ""

    @once
    def canonical(self) -> str:
        """The page's own address as it states it, else the address it was fetched from.

        A post that another site has had first may state that site's address: the review here is not that one.
        """
        stated = (self.rels.get("canonical") or [self.url])[0]
        return stated if not self.url or _are_of_one_site(stated, self.url) else self.url

    @once
    def by_class(self) -> dict[str, list[Element]]:
        """Class name -> elements that carry it, in document order."""
        index: dict[str, list[Element]] = defaultdict(list)
        for element in self.elements:
            names = element.names
            if names is not UNNAMED:
                for token in names.tokens:
                    index[token].append(element)
        return index

    @once
    def linked_data(self) -> list[tuple[str, Node]]:
        """The typed nodes of the page's JSON-LD, with their paths."""
        return nodes(self.json_ld)

    @once
    def class_names(self) -> str:
        """All class names of the page, to be looked through for pieces of some."""
        return " ".join(self.by_class)

    @once
    def author_classes(self) -> list[str]:
        """The class names that look like those of a writer's name."""
        if "author" not in self.class_names:
            return []
        return [name for name in self.by_class if "author" in name and AUTHOR_CLASS.fullmatch(name)]

    @once
    def date_classes(self) -> list[str]:
        """The class names that look like those of a date."""
        return [name for name in self.by_class if ("date" in name or "time" in name) and DATE_CLASS.fullmatch(name)]

    @once
    def has_microformats(self) -> bool:
        """Whether a class names an hReview, an h-review or an h-entry."""
        names = self.class_names
        return "h-entry" in names or "hreview" in names or "h-review" in names

    @once
    def by_tag(self) -> dict[str, list[Element]]:
        """Tag -> elements, in document order."""
        index: dict[str, list[Element]] = defaultdict(list)
        for element in self.elements:
            index[element.tag].append(element)
        return index

    @once
    def sizes(self) -> list[int]:
        """Characters of the text outside all zones before each block, and in all, as often as an end may point to."""
        return list(accumulate([*[0 if block.zone else len(block.text) for block in self.blocks], 0], initial=0))

    def size(self, start: int, end: int) -> int:
        """Characters of the text outside all zones between two blocks."""
        return self.sizes[end] - self.sizes[start] if start < end else 0

    def between(self, tag: str, start: int, end: int) -> list[Element]:
        """The elements of a tag that begin between two blocks."""
        found = self.by_tag.get(tag, [])
        return found[bisect_left(found, start, key=begin_of) : bisect_left(found, end, key=begin_of)]

    def text_of(self, element: Element) -> str:
        """The folded text of an element."""
        if element.inline_text or element.tag in INLINE:
            return element.inline_text
        return " ".join(block.text for block in self.blocks[element.start : element.end] if block.text)

    def absolute(self, href: str) -> str:
        """An address on this page as an absolute one, without its fragment; empty if it is not http."""
        if WHOLE_ADDRESS.match(href):
            return href.partition("#")[0]
        if ROOTED.match(href) and self.origin:
            return self.origin + href.partition("#")[0]
        try:
            url = urljoin(self.url, href.strip()).partition("#")[0]
        except ValueError:
            return ""
        return url if url.startswith(("http://", "https://")) else ""


def is_address(url: str) -> bool:
    """Whether an address can be read at all."""
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def begin_of(element: Element) -> int:
    """The first block of an element."""
    return element.start


def _are_of_one_site(one: str, other: str) -> bool:
    """Whether two addresses are of one host, or of a host and one below it; Blogger's countries are one."""
    try:
        first, second = (BLOGGER.sub(".blogspot", (urlsplit(url).hostname or "").lower()) for url in (one, other))
    except ValueError:
        return False
    first, second = (f".{name.removeprefix('www.').removeprefix('m.')}" for name in (first, second))
    return first.endswith(second) or second.endswith(first)


def css_path(element: Element, depth: int = 6) -> str:
    """A short CSS path to an element, for provenance."""
    steps: list[str] = []
    step: Element | None = element
    while step is not None:
        name = step.attrs.get("id")
        if name and " " not in name:
            steps.append(f"{step.tag}#{name}")
            break
        tokens = step.names.tokens
        steps.append(f"{step.tag}.{tokens[0]}" if tokens else step.tag)
        if len(steps) == depth or step.tag == "body":
            break
        step = step.parent
    return " > ".join(reversed(steps))
