"""The attributes of a tag: source in, source out whose tags have no more of them than a page has."""

from __future__ import annotations

import re

SPACE = r"[\t\n\f\r ]"
"""A space of HTML."""
NAME = r"[a-zA-Z][^\t\n\f\r />]*+"
"""The name of a tag."""
REST = (
    r"(?>[\t\n\f\r /]++|(?:=[^\t\n\f\r />=]*+|[^\t\n\f\r />=]++)"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"[^\"]*+\"|'[^']*+'|(?=>)|[^\t\n\f\r >\"'][^\t\n\f\r >]*+))?+)*+>"
)
"""What follows a tag's name, as a parser takes it apart; it fails where the source ends first."""
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


def holds(raw: bytes, mark: bytes, many: int) -> bool:
    """Whether a mark may stand in a page so often; to take marks out is the fastest way to count them."""
    return len(raw) > 2 * many and len(raw) - len(raw.replace(mark, b"")) >= many


def with_few_attributes(source: str, raw: bytes) -> str:
    """The source without the attributes of a tag that has more than `MOST_ATTRIBUTES`; `raw` is the same as bytes."""
    if holds(raw, b"=", MANY_VALUES):
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
