"""Pages that show several posts: telling them from single posts, and cutting them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from aggregator.extract.document import HEADINGS, Block, Document, Element, begin_of
from aggregator.extract.furniture import address_under, unread_links
from aggregator.extract.platforms import Platform, names
from aggregator.extract.rows import SENTENCE, dated_rows, sentence_rows
from aggregator.extract.zones import BODY
from aggregator.values.patterns import Pattern

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
POST_CLASSES = frozenset(["single", "single-post", "post-template", "post-template-default", "page-template", "page"])
LIST_PATH = Pattern(
    r"\A/?(?:[a-z]{2}/)?(?:index\.\w{3,5})?\Z"
    r"|/(?:page|seite)[-_]?\d{1,4}/?(?:index\.\w{3,5})?\Z|/index[-_]?\d{1,4}\.\w{3,5}\Z"
    r"|/(?:page|category|categories|tag|tags|author|archives?|topics?|label|labels|section|kategorie|categoria"
    r"|categorie|etiqueta|etiquette|schlagwort|genre|genres)(?:/[^/]+){0,3}/?(?:index\.\w{3,5})?\Z"
    r"|/(?:posts|blog|reviews|articles|home|writing|all)/?(?:index\.\w{3,5})?\Z|/(?:archives?|blog)\.\w{3,5}\Z|/(?:19|20)\d\d(?:/\d\d?)?/?(?:index\.\w{3,5})?\Z"
    r"|[?&](?:page|paged|cat|m|tag)=",
    re.I,
)
ONLY_LIST = Pattern(
    r"/(?:categor(?:y|ies|ia|ie)|tags?|authors?|labels?|topics?|kategorie|etiqueta|etiquette|schlagwort|genres?)/[^/]+"
    r"(?:/(?:page/?)?\d{1,4})?/?(?:index\.\w{3,5})?\Z"
    r"|/(?:archives?/)?(?:19|20)\d\d(?:/\d\d?)?(?:/page/\d{1,4})?/?(?:index\.\w{3,5})?\Z"
    r"|/(?:page|seite)[-_/]?\d{1,4}/?(?:index\.\w{3,5})?\Z|/index[-_]?\d{1,4}\.\w{3,5}\Z|/archives?/?(?:index\.\w{3,5})?\Z",
    re.I,
)
"""An address at which no single post stands."""
MORE = Pattern(
    r"(?:\(?(?:read|continue|keep|see) (?:more|reading|the rest|on|full|it)|more ?(?:…|\.\.\.|»|→)"
    r"|weiter(?:lesen)?|mehr lesen|lire la suite|seguir leyendo"
    r"|leer m[aá]s|continua(?:r)? (?:a )?le(?:gg|nd)|leggi|ler mais|continuar lendo|lees (?:meer|verder)|czytaj"
    r"|läs mer|læs mere)",
    re.I,
)
OLDER = Pattern(
    r"^\W*(?:older(?: posts?| entries)?|next(?: page)?|previous (?:posts|entries|page)|ältere (?:beiträge|artikel)"
    r"|nächste seite|weiter"
    r"|articles (?:plus anciens|précédents)|page suivante|suivante?|entradas (?:más )?antiguas|siguiente"
    r"|anteriores|post più vecchi|successiva"
    r"|postagens mais antigas|próxima|oudere berichten|volgende|starsze (?:wpisy|posty)|następna|äldre inlägg"
    r"|nästa|ældre indlæg|næste)\W*$",
    re.I,
)
ALL_POSTS = Pattern(
    r"^\W*(?:(?:the |full |complete |review |movie |film )*archives?|all (?:posts|reviews|articles|entries|movies)"
    r"|(?:view|see|show|browse) all(?: posts| reviews| articles)?|more (?:posts|reviews)|past (?:posts|reviews)"
    r"|archiv|alle (?:beiträge|artikel|kritiken)|toutes les critiques|tous les articles|todas las (?:entradas|críticas)"
    r"|archivo|archivio|tutti gli articoli|arquivo|archief|archiwum|arkiv)\W*$",
    re.I,
)
"""Text of a link to the list of all posts."""
ALL_PATH = Pattern(r"\A/(?:blog/|posts/)?(?:archives?|archiv|archivo|all|all-posts)(?:/|\.\w{3,5})?\Z")
"""Its address."""
FRONT_PAGE = Pattern(r"\A/?(?:index\.\w{3,5})?\Z")
LONGEST_OLDER = 40
"""Characters of the longest text of a link to older posts."""
OTHER_LIST = Pattern(r"/(?:authors?|tags?|categor(?:y|ies)|labels?)/")
"""A piece of an address that lists one writer's posts, or those on one subject."""
PAGED = Pattern(
    r"/(?:page/?|p/|index-?|seite/)(?P<path>\d{1,4})(?:/|\.\w{3,5})?\Z|/?\?(?:page|paged)=(?P<query>\d{1,4})\Z"
)
"""How the address of a later page of a list ends."""
FRONT = Pattern(r"(?:(?<=/)index\.\w{3,5})?\Z")
COVER = 10
"""Characters of a heading that the name of a link over the whole entry repeats."""
MOST_ENTRIES = 200
NEAREST = 40
"""Marked elements that are looked at inside another."""
LONGEST_HEADING = 240
"""Characters of the longest line that may be a heading."""


@dataclass
class Entry:
    """One post on a listing."""

    url: str
    heading: Block
    start: int
    end: int
    root: Element | None = None
    headline: str | None = None  # where it is a part of the heading's line


def listed_posts(doc: Document, platform: Platform) -> list[Entry]:
    """The posts of a listing, in order; empty where the page is a single post."""
    classes = set(doc.body_classes)
    if classes & POST_CLASSES and not classes & LIST_CLASSES:
        return []
    listed = is_listing_address(doc) or bool(classes & LIST_CLASSES)
    if not listed and (doc.meta("og:type") or "").lower() == "article":
        return []
    entries = marked_entries(doc, platform) or repeated_entries(doc, listed=listed)
    if listed and len(entries) < 2:
        entries = row_entries(doc) or entries
    entries = [entry for entry in entries if entry.url][:MOST_ENTRIES]
    if not entries or (len(entries) < 2 and not listed):
        return []
    inside = sum(doc.size(entry.start, entry.end) for entry in entries)
    before = doc.size(0, entries[0].start)
    if before > inside and (not listed or before > 4 * inside + 400):
        return []
    return entries


def is_listing_address(doc: Document) -> bool:
    """Whether the page's address is that of a front page, a category or an archive."""
    path = urlsplit(doc.url or doc.canonical)
    return bool(path.netloc) and bool(LIST_PATH.search(path.path + ("?" + path.query if path.query else "")))


def is_only_list(doc: Document) -> bool:
    """Whether no single post can stand at the page's address, and the page does not say that it is one."""
    path = urlsplit(doc.url or doc.canonical)
    if not path.netloc or not ONLY_LIST.search(path.path):
        return False
    return POST_CLASSES.isdisjoint(doc.body_classes) and (doc.meta("og:type") or "").lower() != "article"


def marked_entries(doc: Document, platform: Platform) -> list[Entry]:
    """Entries that markup names: `<article>`, or a platform's class of a post."""
    entries = []
    for root in outer_posts(doc, platform):
        heading = entry_heading(doc, root)
        if heading is not None:
            entries.append(Entry(permalink(doc, heading, root), heading, root.start, root.end, root))
    linked = [entry for entry in entries if entry.url and not same_page(doc, entry.url)]
    if len(linked) < max(1, len(entries) - 1):
        return []
    own = [entry for entry in entries if not any(entry is other for other in linked)]
    sizes = {id(entry): doc.size(entry.start, entry.end) for entry in entries}
    if own and sizes[id(own[0])] > sum(sizes[id(entry)] for entry in linked):
        return []  # one long post, and others that it points to
    return linked


def outer_posts(doc: Document, platform: Platform) -> list[Element]:
    """The elements marked as posts: of those that enclose others, the innermost that hold one post each."""
    found = list(doc.by_tag.get("article", ()))
    for name in names("post", platform):
        found += doc.by_class.get(name, ())
    found = list(
        {id(e): e for e in found if e.zone == BODY and e.tag not in ("body", "html", "a") and e.end > e.start}.values()
    )
    found.sort(key=lambda e: (e.start, -e.end))
    roots: list[Element] = []
    for number, element in enumerate(found):
        if roots and element.start < roots[-1].end:
            continue
        starts: set[int] = set()
        for other in found[number + 1 : number + 1 + NEAREST]:
            if other.start >= element.end or len(starts) >= 2:
                break
            if (other.start, other.end) != (element.start, element.end):
                starts.add(other.start)
        if len(starts) < 2:
            roots.append(element)
    return roots


def entry_heading(doc: Document, root: Element) -> Block | None:
    """The first heading in an entry that links somewhere, else its first heading."""
    headings = [
        b
        for b in doc.blocks[root.start : root.end]
        if b.text and b.zone == BODY and (b.level or "title" in b.box.classes or "p-name" in b.box.tokens)
    ]
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
        links = links or [a for a in doc.between("a", root.start, root.end + 1) if is_cover(a, root, heading)]
    return doc.absolute(links[0].get("href")) if links else ""


def is_cover(link: Element, root: Element, heading: Block) -> bool:
    """Whether a link without text lies over a whole entry, named after its heading."""
    return not link.inline_text and link.inside(root) and heading.text[:COVER] in link.get("aria-label")


def same_page(doc: Document, url: str) -> bool:
    """Whether an address is the page's own."""
    return url.rstrip("/") in (doc.url.partition("#")[0].rstrip("/"), doc.canonical.rstrip("/"))


def repeated_entries(doc: Document, *, listed: bool) -> list[Entry]:
    """Entries without markup: headings of one shape that are links, each followed by text.

    On a page whose address is that of a listing, lines that are one link count as headings too.
    """
    groups: dict[tuple[str, str, str], list[Block]] = {}
    for block in doc.blocks:
        if block.zone != BODY or not block.text or len(block.text) > LONGEST_HEADING or not (block.level or listed):
            continue
        link = next(iter(block.links), None) or closest_link(block)
        if link is None or len(link.inline_text) * (2 if block.level else 1.2) < len(block.text):
            continue
        if same_page(doc, doc.absolute(link.get("href"))) or is_list(link.get("href")):
            continue
        parent = block.box.parent
        groups.setdefault((block.tag, block.box.classes, parent.tag if parent else ""), []).append(block)
    best: list[Entry] = []
    fewest = 1 if is_only_list(doc) else 2
    for (tag, _, _), heads in groups.items():
        entries = []
        for head, following in zip(heads, [*heads[1:], None], strict=True):
            end = following.index if following is not None else entry_end(doc, head)
            entries.append(Entry(permalink(doc, head, None), head, head.index, end))
        worth = sum(1 for e in entries if doc.size(e.start + 1, e.end) >= SENTENCE)
        if worth >= (fewest if tag in HEADINGS else max(3, len(entries) // 2)) and len(entries) > len(best):
            best = entries
    headings = [block for heads in groups.values() for block in heads if block.level]
    return max(best, twin_entries(doc, headings), key=len)


def twin_entries(doc: Document, headings: list[Block]) -> list[Entry]:
    """Entries in boxes of one kind side by side, each with one heading, of any level: the newest has a larger one."""
    headings = sorted(headings, key=lambda block: block.index)
    twins: dict[tuple[int, str, str], list[Entry]] = {}
    for before, head, after in zip([None, *headings], headings, [*headings[1:], None], strict=False):
        first = before.index + 1 if before is not None else 0
        last = after.index if after is not None else len(doc.blocks)
        box = head.box
        while box.parent is not None and first <= box.parent.start and box.parent.end <= last:
            box = box.parent
        if box.parent is None or box.tag in HEADINGS or box.tag == "body":
            continue
        entry = Entry(permalink(doc, head, box), head, box.start, box.end, box)
        twins.setdefault((id(box.parent), box.tag, box.classes), []).append(entry)
    worth = [sum(1 for e in entries if doc.size(e.start + 1, e.end) >= SENTENCE) for entries in twins.values()]
    return max([e for e, number in zip(twins.values(), worth, strict=True) if number >= 2], key=len, default=[])


def is_list(href: str) -> bool:
    """Whether a link leads to one writer's posts, those on a subject, or those of a year or month."""
    return OTHER_LIST.search(href) is not None or ONLY_LIST.search(href.partition("?")[0]) is not None


def row_entries(doc: Document) -> list[Entry]:
    """Entries that are one line each: with a sentence, or with nothing but the title and its date."""
    rows = sentence_rows(doc) or dated_rows(doc)
    return [Entry(url, block, block.index, block.index + 1, None, link.inline_text) for url, block, link in rows]


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
    return len(body) < 2 and sum(len(b.text) for b in body) < 600


def leads_on(block: Block) -> bool:
    """Whether a line is nothing but the link to the whole post, whose headline it may repeat."""
    return len(block.links) == 1 and block.links[0].inline_text == block.text and MORE.match(block.text) is not None


def next_page(doc: Document, platform: Platform) -> str | None:
    """The address of the next, older page of a listing; a link into the page itself leads to none."""
    found = linked_next(doc, platform)
    return found if found and found.partition("#")[0] != doc.url.partition("#")[0] else None


def linked_next(doc: Document, platform: Platform) -> str | None:
    """Where the page's own links say that its list goes on."""
    if doc.rels.get("next"):
        return doc.rels["next"][0]
    parts = [part for part in doc.unread if part.element.zone != "comments"]
    links = [link for link in doc.by_tag.get("a", ()) if link.zone != "comments" and link.get("href")[:1] != "#"]
    if parts:
        links = sorted([*links, *(link for part in parts for link in unread_links(part))], key=begin_of)
    for link in links:
        if "rel" in link.attrs and "next" in link.get("rel").split():
            return doc.absolute(link.get("href")) or None
    for name in (*platform.next, "nav-previous", "older-posts"):
        for element in doc.by_class.get(name, ()):
            inner = element if element.tag == "a" else first_link(doc, element)
            if inner is not None and (url := doc.absolute(inner.get("href"))):
                return url
        for part in parts:
            if (href := address_under(part, name)) and (url := doc.absolute(href)):
                return url
    for link in links:
        if len(link.inline_text) < LONGEST_OLDER and OLDER.match(fold_arrow(link.inline_text)):
            return doc.absolute(link.get("href")) or None
    return numbered_next(doc, links) or whole_archive(doc, links)


def whole_archive(doc: Document, links: list[Element]) -> str | None:
    """Where a front page that has no second page leads to the list of all posts."""
    if FRONT_PAGE.search(urlsplit(doc.url).path) is None:
        return None
    own = urlsplit(doc.url)
    for link in links:
        there = urlsplit(doc.absolute(link.get("href")))
        said = len(link.inline_text) < LONGEST_OLDER and ALL_POSTS.match(link.inline_text)
        if there.netloc == own.netloc and there.path.strip("/") and (said or ALL_PATH.search(there.path)):
            return there.geturl()
    return None


def numbered_next(doc: Document, links: list[Element]) -> str | None:
    """The link to the page of the same list whose number is one higher than this page's, whatever its text."""
    own = doc.url.partition("#")[0]
    before, number = page_number(own) or (FRONT.sub("", own).rstrip("/"), 1)
    following = str(number + 1)
    for link in links:
        href = link.get("href")
        if following not in href or not PAGED.search("/" + href.strip().partition("#")[0]):
            continue
        if (url := doc.absolute(href)) and page_number(url) == (before, number + 1):
            return url
    return None


def page_number(url: str) -> tuple[str, int] | None:
    """A list's address without its page's number, and that number: "/page/3/", "/index3.html", "?page=3"."""
    match = PAGED.search(url)
    return (url[: match.start()], int(match["path"] or match["query"])) if match else None


def fold_arrow(text: str) -> str:
    """Link text without arrows."""
    return text.strip("←→«»‹›<> \u00a0")


def first_link(doc: Document, element: Element) -> Element | None:
    """The first link inside an element."""
    for block in doc.blocks[element.start : element.end]:
        for link in block.links:
            return link
    return None
