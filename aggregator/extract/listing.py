"""Pages that show several posts: telling them from single posts, and cutting them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from aggregator.extract.document import Block, Document, Element
from aggregator.extract.platforms import Platform, names
from aggregator.extract.zones import BODY
from aggregator.values.text import fold

LIST_CLASSES = frozenset(
    [
        "home",
        "blog",
        "archive",
        "category",
        "tag",
        "search",
        "paged",
        "home-template",
        "tag-template",
        "author-template",
        "index",
    ]
)
POST_CLASSES = frozenset(
    ["single", "single-post", "post-template", "post-template-default", "page-template", "wp-singular", "page"]
)
LIST_PATH = re.compile(
    r"/(?:index\.\w+)?$|/(?:page|category|categories|tag|tags|author|archives?|topics?|label|section|posts|blog"
    r"|reviews)"
    r"(?:/[^/]+)?/?(?:page/\d+/?)?$|/\d{4}/(?:\d\d/?)?$|[?&](?:page|paged|cat|m|tag)=",
    re.I,
)
MORE = re.compile(
    r"(?:\(?(?:read|continue|keep|see) (?:more|reading|the rest|on|full|it)|more ?(?:…|\.\.\.|»|→)"
    r"|weiter(?:lesen)?|mehr lesen|lire la suite|seguir leyendo"
    r"|leer m[aá]s|continua(?:r)? (?:a )?le(?:gg|nd)|leggi|ler mais|continuar lendo|lees (?:meer|verder)|czytaj"
    r"|läs mer|læs mere)",
    re.I,
)
OLDER = re.compile(
    r"^\W*(?:older(?: posts?| entries)?|next(?: page)?|previous (?:posts|entries|page)|ältere (?:beiträge|artikel)"
    r"|nächste seite|weiter"
    r"|articles (?:plus anciens|précédents)|page suivante|suivante?|entradas (?:más )?antiguas|siguiente"
    r"|anteriores|post più vecchi|successiva"
    r"|postagens mais antigas|próxima|oudere berichten|volgende|starsze (?:wpisy|posty)|następna|äldre inlägg"
    r"|nästa|ældre indlæg|næste)\W*$",
    re.I,
)
SENTENCE = 60
"""Fewest characters of text for an entry to say anything."""


@dataclass
class Entry:
    """One post on a listing."""

    url: str
    heading: Block
    start: int
    end: int
    root: Element | None = None


def listed_posts(doc: Document, platform: Platform) -> list[Entry]:
    """The posts of a listing, in order; empty where the page is a single post."""
    classes = set(doc.body_classes)
    if classes & POST_CLASSES and not classes & LIST_CLASSES:
        return []
    entries = marked_entries(doc, platform) or repeated_entries(doc)
    entries = [entry for entry in entries if entry.url]
    path = urlsplit(doc.canonical)
    looks_listed = bool(classes & LIST_CLASSES) or bool(
        LIST_PATH.search(path.path + ("?" + path.query if path.query else ""))
    )
    if not entries or (len(entries) < 2 and not looks_listed):
        return []
    inside = sum(text_size(doc, entry.start, entry.end) for entry in entries)
    before = text_size(doc, 0, entries[0].start)
    if not looks_listed and (doc.meta("og:type") or "").lower() == "article":
        return []
    if before > inside and not looks_listed:
        return []
    return entries


def text_size(doc: Document, start: int, end: int) -> int:
    """Characters of post text between two blocks."""
    return sum(len(block.text) for block in doc.blocks[start:end] if block.zone == BODY)


def marked_entries(doc: Document, platform: Platform) -> list[Entry]:
    """Entries that markup names: `<article>`, or a platform's class of a post."""
    roots: list[Element] = []
    found = [
        *doc.by_tag.get("article", ()),
        *(e for name in names("post", platform) for e in doc.by_class.get(name, ())),
    ]
    found = list(
        {id(e): e for e in found if e.zone == BODY and e.tag not in ("body", "html") and e.end > e.start}.values()
    )
    found.sort(key=lambda e: (e.start, -e.end))
    for element in found:
        inner = [
            other
            for other in found
            if other is not element and other.start >= element.start and other.end <= element.end
        ]
        siblings = [other for other in inner if (other.start, other.end) != (element.start, element.end)]
        if len(siblings) >= 2 and len({s.start for s in siblings}) >= 2:
            continue
        if roots and element.start < roots[-1].end:
            continue
        roots.append(element)
    entries = []
    for root in roots:
        heading = entry_heading(doc, root)
        if heading is not None:
            entries.append(Entry(permalink(doc, heading, root), heading, root.start, root.end, root))
    linked = [entry for entry in entries if entry.url and not same_page(doc, entry.url)]
    return entries if len(linked) >= max(1, len(entries) - 1) else []


def entry_heading(doc: Document, root: Element) -> Block | None:
    """The first heading in an entry that links somewhere, else its first heading."""
    headings = [b for b in doc.blocks[root.start : root.end] if b.text and (b.level or "title" in b.box.classes)]
    return next((b for b in headings if b.links or closest_link(b)), headings[0] if headings else None)


def closest_link(block: Block) -> Element | None:
    """A link that wraps the whole block."""
    return next((e for e in block.box.chain() if e.tag == "a" and e.attrs.get("href")), None)


def permalink(doc: Document, heading: Block, root: Element | None) -> str:
    """The address that an entry's heading, its date or its "read more" leads to."""
    links = heading.links or [link for link in [closest_link(heading)] if link is not None]
    if not links and root is not None:
        spans = [span for b in doc.blocks[root.start : root.end] for span in b.links]
        links = [s for s in spans if "bookmark" in s.get("rel") or MORE.match(s.inline_text)]
    return doc.absolute(links[0].get("href")) if links else ""


def same_page(doc: Document, url: str) -> bool:
    """Whether an address is the page's own."""
    return url.rstrip("/") in (doc.url.partition("#")[0].rstrip("/"), doc.canonical.rstrip("/"))


def repeated_entries(doc: Document) -> list[Entry]:
    """Entries without markup: headings of one shape that are links, each followed by text."""
    groups: dict[tuple[str, str, str], list[Block]] = {}
    for block in doc.blocks:
        if block.zone != BODY or not block.level or not block.text:
            continue
        link = next(iter(block.links), None) or closest_link(block)
        if (
            link is None
            or same_page(doc, doc.absolute(link.get("href")))
            or len(link.inline_text) * 2 < len(block.text)
        ):
            continue
        parent = block.box.parent
        groups.setdefault((block.tag, block.box.classes, parent.tag if parent else ""), []).append(block)
    best: list[Entry] = []
    for heads in groups.values():
        entries = []
        for head, following in zip(heads, [*heads[1:], None], strict=True):
            end = following.index if following is not None else entry_end(doc, head)
            entries.append(Entry(permalink(doc, head, None), head, head.index, end))
        worth = sum(1 for e in entries if text_size(doc, e.start + 1, e.end) >= SENTENCE)
        if worth >= 2 and len(entries) > len(best):
            best = entries
    return best


def entry_end(doc: Document, head: Block) -> int:
    """Where the last entry of a listing without markup ends: with its box, or at the next furniture."""
    box = head.box.parent
    while box is not None and box.end <= head.index + 2 and box.parent is not None:
        box = box.parent
    end = box.end if box is not None else len(doc.blocks)
    for block in doc.blocks[head.index + 1 : end]:
        if block.zone != BODY:
            return block.index
    return end


def is_excerpt(doc: Document, entry: Entry) -> bool:
    """Whether a listing shows only the beginning of a post."""
    body = [b for b in doc.blocks[entry.heading.index + 1 : entry.end] if b.zone in (BODY, "related") and b.text]
    for block in body[-6:]:
        if block.text.endswith(("…", "[...]", "...", "[…]")) and len(block.text) > 40:
            return True
        if any(MORE.match(link.inline_text) for link in block.links) or MORE.match(block.text):
            return True
    return sum(len(b.text) for b in body) < 600


def next_page(doc: Document, platform: Platform) -> str | None:
    """The address of the next, older page of a listing."""
    if doc.rels.get("next"):
        return doc.rels["next"][0]
    for element in doc.by_tag.get("a", ()):
        if "next" in element.get("rel").split() and element.zone != "comments":
            return doc.absolute(element.get("href")) or None
    for name in (*platform.next, "nav-previous", "older-posts"):
        for element in doc.by_class.get(name, ()):
            link = element if element.tag == "a" else first_link(doc, element)
            if link is not None and doc.absolute(link.get("href")):
                return doc.absolute(link.get("href"))
    for element in doc.by_tag.get("a", ()):
        if (
            element.zone != "comments"
            and len(element.inline_text) < 40
            and OLDER.match(fold_arrow(element.inline_text))
        ):
            return doc.absolute(element.get("href")) or None
    return None


def fold_arrow(text: str) -> str:
    """Link text without arrows."""
    return text.strip("←→«»‹›<> \u00a0")


def first_link(doc: Document, element: Element) -> Element | None:
    """The first link inside an element."""
    for block in doc.blocks[element.start : element.end]:
        for link in block.links:
            return link
    return None


def same_title(one: str, other: str) -> bool:
    """Whether two headings say the same."""
    return bool(one) and fold(one) == fold(other)
