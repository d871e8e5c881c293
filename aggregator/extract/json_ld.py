"""JSON-LD blocks as they stand in real pages, read into plain nodes."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import orjson

Node = dict[str, Any]

WRAPPING = re.compile(
    r"\A\s*(?://)?\s*(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?://)?\s*(?:-->|\]\]>|/\*\s*\]\]>\s*\*/)\s*\Z"
)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
NUL = "\\u0000"
"""Escaped: valid JSON, which no database keeps."""
LONE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
"""Half of a character."""
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
LINE_COMMENT = re.compile(r"^\s*//.*$", re.M)
LONGEST = 500_000
"""Characters of a block that are read."""
DEEPEST = 12
"""Levels of nesting that are followed."""


def load(text: str) -> Any:
    """A block's data, repaired where it can be; None where it is no JSON."""
    text = text[:LONGEST].replace(NUL, "")
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        pass
    text = LONE.sub(r"\\ufffd", CONTROL.sub(" ", WRAPPING.sub("", text))).strip().rstrip(";")
    for attempt in (text, TRAILING_COMMA.sub(r"\1", LINE_COMMENT.sub("", text)), html.unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def nodes(blocks: list[str]) -> list[tuple[str, Node]]:
    """Every typed node of a page's blocks with its JSON path, `@id` references resolved; outer before inner."""
    found: list[tuple[str, Node]] = []
    for number, block in enumerate(blocks):
        collect(load(block), f"json-ld[{number}]", found, 0)
    by_id = {node["@id"]: node for _, node in found if isinstance(node.get("@id"), str) and len(node) > 2}
    if by_id:
        for _, node in found:
            for key, value in node.items():
                if isinstance(value, dict) and len(value) <= 2 and value.get("@id") in by_id:
                    node[key] = by_id[value["@id"]]
    return found


def collect(data: Any, path: str, found: list[tuple[str, Node]], depth: int) -> None:
    """Gather the typed nodes of `data` into `found`."""
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for number, item in enumerate(data[:200]):
            collect(item, f"{path}[{number}]", found, depth + 1)
    elif isinstance(data, dict):
        if "@type" in data:
            found.append((path, data))
        for key, value in data.items():
            if isinstance(value, dict | list):
                collect(value, f"{path}.{key}", found, depth + 1)
