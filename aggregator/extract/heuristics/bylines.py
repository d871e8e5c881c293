"""Who wrote a post: by-lines in its head and foot, and signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.extract.segment import Post
from aggregator.records import Claim, Source

BYLINE = re.compile(
    r"(?:^|[|•·,–—-]\s*|\b(?:on|at|am|le|el|il) .{4,40}? )"
    r"(?:(?:written|posted|published|reviewed?|review|words|text|film review|movie review|kritik|critique|crítica"
    r"|recensione|texte|testo)\s+)?"
    r"(?:by|von|par|por|di|door|av|af|autor(?:in|a|e)?:|author:|auteur\s?:|autore:|escrito por|écrit par"
    r"|geschrieben von)\s+"
    r"(?P<raw>[^\d|•·()\n]{2,60}?)(?=\s*(?:$|[|•·(]|\bon\b|\bin\b|\bat\b|\bam\b|\ble\b|\bel\b|,? \d))",
    re.I,
)
SIGNATURE = re.compile(r"^[-–—~]{1,2}\s*(?P<raw>[^\W\d_][^\d:;!?]{2,40})$")
SIGNED = re.compile(
    r"^(?:(?:written|reviewed|review|words|text|film review|guest review)\s+)?(?:by|von|par|por"
    r"|di)\s*:?\s+(?P<raw>[^\d:;!?.]{3,45}\.?)$",
    re.I,
)


def find(post: Post) -> Iterator[Claim]:
    """Claims of author from lines of text."""
    for block in [*post.body[-3:][::-1], *post.body[:1]]:
        match = SIGNATURE.match(block.text) or SIGNED.match(block.text) if len(block.text) < 70 else None
        if match:
            yield Claim("author", match["raw"], Source.HEURISTIC, f"signature: {block.where}")
    for block in [*post.head, *post.foot[:10]]:
        if not block.text or len(block.text) > 160 or block.zone in ("related", "share", "aside"):
            continue
        match = BYLINE.search(block.text)
        if match:
            yield Claim("author", match["raw"], Source.HEURISTIC, block.where)
