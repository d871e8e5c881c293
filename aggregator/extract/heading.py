"""The heading of a page's only post, among all lines of the page."""

from __future__ import annotations

from collections.abc import Iterator

from aggregator.extract.document import Block, Document, Element
from aggregator.extract.platforms import Platform, names
from aggregator.extract.sitename import SEPARATOR, is_home, is_site_name, stated_title
from aggregator.extract.zones import BODY
from aggregator.values.dates import date_spans
from aggregator.values.patterns import Pattern
from aggregator.values.text import fold

LONGEST_HEADING = 240
"""Characters of the longest headline."""
HEAD_LINE = 130
"""Longest line, in characters, that may belong to the head of a post (dates, by-lines, categories)."""
PLAUSIBLE = 1.5
"""Least worth of a line to be the headline."""
FIRST_LINES = 3
SHORTEST = 8
"""Lines with which a post's element may begin that the head's title repeats, and the fewest characters of one."""
BEFORE_DATE = Pattern(r"(?P<own>.{2,}?)\s+[|–—·•-]\s+(?:[^\W\d_]{2,10}[.,]{0,2} )?")
"""A headline, what divides it from a date, and the weekday."""
BEGUN = 3.0
"""What a line loses that stands below a paragraph of the text."""
TITLED = Pattern(r"^[^()]{2,70} \((?:18|19|20)\d\d\)$")
"""An emphasised line that heads a post without a heading."""
TITLE_CLASS = Pattern(r"(?:post|article|entry|blog)[-_]{1,2}(?:main[-_]|page[-_])?(?:title|heading|headline)")
"""What a class looks like, beside those of the platforms, that holds the headline."""


def page_heading(doc: Document, root: Element | None, platform: Platform) -> tuple[Block | None, str | None]:
    """The heading of a page's only post, and its text: a line, or the part of one that the page's title repeats.

    Without one, the title that the head states.
    """
    stated = shown_part(stated_title(doc), doc, root)
    key = fold(stated or "")
    known = frozenset(names("title", platform))
    best: tuple[float, Block, str] | None = None
    begun = False  # the post's text is under way: what follows are its sub-headings
    shortest, longest = len(key) * 0.8, len(key) * 1.5 + 10  # of a line that may say what the title says
    for block in doc.blocks[: root.end if root is not None else len(doc.blocks)]:
        if block.zone not in (BODY, "hidden") or not block.text:
            continue
        size = len(block.text)
        plain = not block.level and not block.box.classes
        if plain and (not key or size < shortest or (size > longest and not block.spans)):
            begun = begun or (size > HEAD_LINE * 1.5 and not block.links)
            continue
        for worth, text in headings_in(block, key, known):
            if is_site_name(text, doc) or (text == block.text and any(is_home(doc, link) for link in block.links[:1])):
                continue
            worth += near(block, root) - (BEGUN if begun else 0.0)
            if best is None or worth > best[0]:
                best = (worth, block, text)
        begun = begun or (len(block.text) > HEAD_LINE * 1.5 and not block.level and not block.links)
    if best is None or best[0] < PLAUSIBLE:
        first = (
            next((b for b in doc.blocks[root.start : root.end] if b.zone == BODY and b.text), None) if root else None
        )
        if first is not None and TITLED.search(first.text) and first.marks and first.marks[0].inline_text == first.text:
            return first, first.text  # a caption begins with the film
        return None, stated
    return best[1], undated(best[2])


def shown_part(stated: str | None, doc: Document, root: Element | None) -> str | None:
    """The head's title without the unknown name behind it, where the post's element begins with the rest as a line."""
    if stated is None or root is None:
        return stated
    key = fold(stated)
    for block in doc.blocks[root.start : min(root.end, root.start + FIRST_LINES)]:
        own = fold(block.text) if SHORTEST < len(block.text) <= LONGEST_HEADING else ""
        if own and key.startswith(f"{own} "):
            cut = next((cut for cut in SEPARATOR.finditer(stated) if fold(stated[: cut.start()]) == own), None)
            return stated[: cut.start()] if cut else stated
    return stated


def undated(text: str) -> str:
    """A headline without the date behind it: "Her (2013) - Fri, 3 Jan 2014"."""
    spans = date_spans(text) if text[-4:].isdigit() else ()
    before = BEFORE_DATE.fullmatch(text[: spans[-1][1]]) if spans and spans[-1][2] == len(text) else None
    return before["own"] if before else text


def headings_in(block: Block, key: str, known: frozenset[str]) -> Iterator[tuple[float, str]]:
    """What may be the headline in a line: the line itself, or an emphasised or classed part of it, with its worth."""
    named = bool(block.box.classes) and not known.isdisjoint(block.box.tokens)
    named = named or ("title" in block.box.classes and any(map(TITLE_CLASS.fullmatch, block.box.tokens)))
    looked_at = block.level or named or (key and as_long(block.text, key))
    own = fold(block.text) if looked_at and len(block.text) <= LONGEST_HEADING else ""
    if own and (block.level or named or own == key):
        worth = 4.0 - block.level if block.level else 1.5
        text = bookmarked(block)
        yield worth + (1.5 if named else 0.0) + repeated(fold(text) if text != block.text else own, key), text
    if key and not block.level and len(key) * 0.8 <= len(block.text) <= LONGEST_HEADING:
        for span in block.spans:
            if as_long(span.inline_text, key) and fold(span.inline_text) == key:
                yield 1.0 + repeated(key, key), span.inline_text
                break


def bookmarked(block: Block) -> str:
    """The text of a heading's link to the post, where the heading holds date, writer or site as well; else its own."""
    for place, link in enumerate(block.links):
        last = place == 1 and block.text.endswith(link.inline_text) and block.links[0].get("href").count("/") <= 3
        if (last or "bookmark" in link.get("rel").split()) and 2 < len(link.inline_text) < len(block.text) - 8:
            return link.inline_text
    return block.text


def as_long(text: str, key: str) -> bool:
    """Whether a text is about as long as a folded one that it may say."""
    return len(key) * 0.8 <= len(text) <= len(key) * 1.5 + 10


def repeated(own: str, key: str) -> float:
    """What it is worth that the page's title repeats a line; both folded."""
    if not key or not own:
        return 0.0
    if own == key:
        return 5.0
    if own in key or key in own:
        return 4.0 * min(len(own), len(key)) / max(len(own), len(key))
    return 0.0


def near(block: Block, root: Element | None) -> float:
    """What it is worth that a line stands at the top of the post's element."""
    if root is None:
        return 0.0
    if block.index >= root.start:
        return 2.0 - min(1.0, (block.index - root.start) / 10)
    return 1.0 if root.start - block.index <= 4 else 0.0
