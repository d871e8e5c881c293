"""Depth of tags and number of attributes: source in, source out that no HTML parser takes quadratic time over."""

from __future__ import annotations

import re

DEEPEST = 256
"""Levels of elements that are kept; browsers stop at 512."""
MANY_TAGS = 5_000
"""A source with fewer tags is not looked at: it cannot be deep enough to matter."""
MOST_DROPPED = 10_000
"""Open tags beyond those levels after which the rest of a source is not read."""
STRIDE = 2_000
"""Characters without the end of a tag that are looked at: a name without a value needs no such end."""
MANY_VALUES = 10_000
"""Equals signs of a source of which every tag is looked at."""
MOST_ATTRIBUTES = 400
OPENING = re.compile(r"<[a-zA-Z]")
ATTRIBUTE = (
    r"(?>[\s/]++=?[^\s=>/]++"
    r"(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+)"
)
MANY_ATTRIBUTES = re.compile(rf"(<[a-zA-Z][^\s/>]*+{ATTRIBUTE}{{{MOST_ATTRIBUTES}}}){ATTRIBUTE}++")
UNCOUNTED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
        "optgroup",
        "rp",
        "rt",
        "html",
        "head",
        "body",
    ]
)
"""Void elements, and those that the next of their kind ends."""
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?=[\s/>])[^<>]{0,20000}>")


def bounded(source: str, fetched: bytes | None = None) -> str:
    """The source without what no page has and a parser takes quadratic time over; the same text where there is none.

    `fetched` is the same page as bytes in any charset, where it is at hand.
    """
    raw = source.encode(errors="surrogatepass") if fetched is None else fetched
    few = with_few_attributes(source, holds(raw, b"=", MANY_VALUES))
    if few is not source:
        raw = few.encode(errors="surrogatepass")
    return flattened(few) if holds(raw, b"<", MANY_TAGS) else few


def holds(raw: bytes, mark: bytes, many: int) -> bool:
    """Whether a mark may stand in a page so often; to take marks out is the fastest way to count them."""
    return len(raw) > 2 * many and len(raw) - len(raw.replace(mark, b"")) >= many


def flattened(source: str) -> str:
    """The source without the tags that nest deeper than `DEEPEST` levels; the same text where none does.

    It ends where more than `MOST_DROPPED` such tags are open: that is no page.
    """
    depth = 0
    dropped: dict[str, int] = {}
    pieces: list[str] = []
    last = 0
    for match in TAG.finditer(source):
        name = match[2].lower()
        if name in UNCOUNTED:
            continue
        if not match[1]:
            if depth < DEEPEST:
                depth += 1
                continue
            dropped[name] = dropped.get(name, 0) + 1
        elif dropped.get(name):
            dropped[name] -= 1
        else:
            depth = max(0, depth - 1)
            continue
        pieces.append(source[last : match.start()])
        last = match.end()
        if len(pieces) % MOST_DROPPED == 0 and sum(dropped.values()) >= MOST_DROPPED:
            return "".join(pieces)
    return "".join([*pieces, source[last:]]) if pieces else source


def with_few_attributes(source: str, every: bool) -> str:
    """The source without the attributes of a tag that has more than `MOST_ATTRIBUTES`; `every` looks at all tags."""
    if every:
        return MANY_ATTRIBUTES.sub(r"\1", source)
    at = 0
    while at + STRIDE <= len(source):
        if source.find(">", at, at + STRIDE) < 0:
            end = (source.find(">", at) + 1) or len(source)
            first = source.find("<", source.rfind(">", 0, at) + 1, end)
            tag = OPENING.search(source, first, end) if first >= 0 else None
            few = MANY_ATTRIBUTES.sub(r"\1", source[tag.start() : end]) if tag is not None else ""
            if tag is not None and len(few) < end - tag.start():
                source = source[: tag.start()] + few + source[end:]
                end = tag.start() + len(few)
            at = max(at, end - STRIDE)
        at += STRIDE
    return source
