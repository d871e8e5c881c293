"""What a page says about being kept and read by machines: robots directives and reservations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from aggregator.store.pages import HONOURED

KNOWN = (*HONOURED, "noarchive")
"""In this order; "noarchive" only keeps a page out of the archive."""
OURS = ("robots", "film-review-aggregator")
"""Robots names whose directives are for us."""

HEAD = 40_000
META = re.compile(rb"<meta\b[^<>]{0,500}>", re.IGNORECASE)
ATTRIBUTE = re.compile(rb"""\b(name|content)\s{0,3}=\s{0,3}(?:"([^"]{0,300})"|'([^']{0,300})')""")
TDM = ("tdm-reservation", "tdmrep")


def opt_outs(headers: Mapping[str, Iterable[str]], body: bytes) -> tuple[str, ...]:
    """The directives of a page that concern us, in a fixed order; `headers` are values by lower-case name."""
    said: set[str] = set()
    for value in headers.get("x-robots-tag", ()):
        agent, colon, rest = value.partition(":")
        if not colon or agent.strip().lower() in OURS:
            said |= _words(rest if colon else value)
    if any(value.strip() == "1" for value in headers.get("tdm-reservation", ())):
        said.add("tdm-reservation")
    for meta in META.finditer(body, 0, HEAD):
        tag = meta[0].lower()
        if b"robots" in tag or b"tdm" in tag or b"film-review-aggregator" in tag:
            found = {name: (one or other).decode("latin-1").strip() for name, one, other in ATTRIBUTE.findall(tag)}
            name, content = found.get(b"name", ""), found.get(b"content", "")
            if name in OURS:
                said |= _words(content)
            elif name in TDM and content == "1":
                said.add("tdm-reservation")
    return tuple(word for word in KNOWN if word in said)


def _words(text: str) -> set[str]:
    return {word.strip().lower() for word in text.split(",")}
