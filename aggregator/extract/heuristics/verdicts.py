"""The bottom line: a labelled or headed verdict, else the last paragraph that does that job."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.extract.document import Block
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.verdict import opens_bottom_line, split_label

NOT_TEXT = re.compile(
    r"^\W*(?:rating|score|grade|stars|wertung|nota|note|thoughts on|what did you|have you seen|let me know|tagged"
    r"|posted|filed|share|follow)\b",
    re.I,
)
SHORTEST = 25
"""Fewest characters of a verdict without a label."""


def find(post: Post) -> Iterator[Claim]:
    """Claims of verdict, the surest first."""
    lines = [block for block in post.body if block.text]
    yield from explicit(lines)
    prose = [
        block for block in lines if not block.level and len(block.text) >= SHORTEST and not NOT_TEXT.match(block.text)
    ]
    for block in reversed(prose[-4:]):
        if opens_bottom_line(block.text, post.language):
            yield Claim("verdict", block.text, Source.HEURISTIC, block.where)
    if prose and post.complete:
        yield Claim("verdict", prose[-1].text, Source.HEURISTIC, f"last paragraph: {prose[-1].where}")


def explicit(lines: list[Block]) -> Iterator[Claim]:
    """Verdicts that a label or a heading marks; of several the last."""
    found: list[Claim] = []
    for number, block in enumerate(lines):
        label, rest = split_label(block.text[:2000])
        if label is None:
            continue
        if rest.strip():
            found.append(Claim("verdict", block.text, Source.HEURISTIC, f"label: {block.where}"))
        elif number + 1 < len(lines):
            following = lines[number + 1]
            found.append(Claim("verdict", f"{label}: {following.text}", Source.HEURISTIC, f"label: {following.where}"))
    yield from reversed(found)
