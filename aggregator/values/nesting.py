"""Nesting of tags: source in, source out that no HTML parser takes quadratic time over."""

from __future__ import annotations

import re

DEEPEST = 256
"""Levels of elements that are kept; browsers stop at 512."""
MANY_TAGS = 5_000
"""A source with fewer tags is not looked at: it cannot be deep enough to matter."""
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


def flattened(source: str) -> str:
    """The source without the tags that nest deeper than `DEEPEST` levels; the same text where none does."""
    if source.count("<") < MANY_TAGS:
        return source
    depth = 0
    dropped: dict[str, int] = {}

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        closing, name = match[1], match[2].lower()
        if name in UNCOUNTED:
            return match[0]
        if not closing:
            if depth >= DEEPEST:
                dropped[name] = dropped.get(name, 0) + 1
                return ""
            depth += 1
        elif dropped.get(name):
            dropped[name] -= 1
            return ""
        else:
            depth = max(0, depth - 1)
        return match[0]

    return TAG.sub(kept, source)
