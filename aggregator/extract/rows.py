"""Lists of posts that show one line each: a title with a sentence, or a title with its date."""

from __future__ import annotations

from urllib.parse import urlsplit

from aggregator.extract.document import Block, Document, Element
from aggregator.extract.zones import BODY
from aggregator.values.dates import date_spans
from aggregator.values.patterns import Pattern

SENTENCE = 60
"""Fewest characters of text for an entry to say anything."""
FEWEST = 3
"""Rows that make a list."""
FEW_LINKS = 30
"""Links of a row with a sentence: title, categories, tags."""
LONGEST = 240
"""Characters of the longest row that is a title with its date."""
MOST_BESIDE = 30
"""Characters of such a row beside its title: the date, a dash, a time of reading."""
SHARE = 3
"""Such rows make up more than one part in so many of a list's text."""
NEAR = 2
"""Lines between a title and its date."""
DAY = Pattern(r"\W*(?:\d{1,2}[-./ ]|[^\W\d]{3,9}\W{1,2})\d{1,2}\W*\Z|\W*\d{1,2}\W{1,2}[^\W\d]{3,9}\W*\Z")
"""A day without its year, which the heading above has."""
LIST_PATH = Pattern(
    r"/(?:authors?|tags?|categor(?:y|ies)|labels?|page)/|\A/?\Z|/(?:19|20)\d\d(?:/\d\d?){0,2}/?(?:index\.\w+)?\Z"
)
"""A path that lists posts."""
Row = tuple[str, Block, Element]
"""The address of a post, the line, and the link in it."""


def sentence_rows(doc: Document) -> list[Row]:
    """Lines or table cells with an emphasised link and a sentence beside it."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for block in doc.blocks:
        if block.zone != BODY or len(block.text) < SENTENCE:
            continue
        links = block.links
        if not links or len(links) > FEW_LINKS:
            continue
        link = next((link for link in links if is_emphasised(link, block)), None)
        linked = sum(len(other.inline_text) for other in links)
        if link is not None and len(block.text) - linked >= SENTENCE:
            add(groups, doc, block, link)
    return largest(groups)


def dated_rows(doc: Document) -> list[Row]:
    """Lines with one link, the title of a post, and its date in them or beside them; they are most of the page."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for block in doc.blocks:
        links = block.links
        if block.zone != BODY or len(links) != 1 or not links[0].inline_text or len(block.text) > LONGEST:
            continue
        beside = block.text.replace(links[0].inline_text, " ", 1).strip()
        if len(beside) <= MOST_BESIDE and (is_dated(block, beside) or (not beside and has_date_near(doc, block))):
            add(groups, doc, block, links[0])
    rows = largest(groups)
    shown = sum(len(block.text) for _, block, _ in rows)
    return rows if shown * SHARE >= doc.size(0, len(doc.blocks)) else []


def is_dated(block: Block, text: str) -> bool:
    """Whether a line has a `<time>`, or a text of it is a date."""
    if block.times or not any(map(str.isdigit, text)):
        return bool(block.times)
    return DAY.match(text) is not None or bool(date_spans(text))


def has_date_near(doc: Document, block: Block) -> bool:
    """Whether a line within the same box as a title is its date."""
    box = block.box.parent
    around = doc.blocks[max(0, block.index - NEAR) : block.index + NEAR + 1]
    return any(
        len(other.text) <= MOST_BESIDE and is_dated(other, other.text)
        for other in around
        if other is not block and other.box.inside(box) and not other.links
    )


def add(groups: dict[tuple[str, str, str], list[Row]], doc: Document, block: Block, link: Element) -> None:
    """Put a row with those of its shape, if its link leads to another page of the site."""
    url = doc.absolute(link.get("href"))
    own, there = urlsplit(doc.url), urlsplit(url)
    if there.netloc != own.netloc or there.path.rstrip("/") == own.path.rstrip("/") or LIST_PATH.search(there.path):
        return
    parent = block.box.parent
    groups.setdefault((block.tag, block.box.classes, parent.tag if parent else ""), []).append((url, block, link))


def largest(groups: dict[tuple[str, str, str], list[Row]]) -> list[Row]:
    """The largest group of rows, if it is a list."""
    best = max(groups.values(), key=len, default=[])
    return best if len(best) >= FEWEST else []


def is_emphasised(link: Element, block: Block) -> bool:
    """Whether a link stands in bold type, or holds some."""
    return any(
        mark.tag in ("b", "strong") and (link.parent is mark or mark.parent is link) and mark.inline_text
        for mark in block.marks
    )
