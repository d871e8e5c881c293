"""Who wrote a post: by-lines of its head and foot, labels, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.extract.document import Block
from aggregator.extract.markup import tags_of
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.bylines import parse_byline
from aggregator.values.dates import find_date
from aggregator.values.people import is_given, is_name, parse_author
from aggregator.values.text import fold
from aggregator.values.vocabulary import phrases_of

SIGNATURE = re.compile(r"^[-–—~]{1,2}\s*(?P<raw>[^\W\d_][^\d:;!?]{2,40})$")
SIGNED = re.compile(
    r"^(?:(?:written|reviewed|review|words|text|film review|guest review)\s+)?(?:by|von|par|por"
    r"|di)\s*:?\s+(?P<raw>[^\d:;!?.]{3,45}\.?)$",
    re.I,
)
LABELS = phrases_of("""
author|written by|posted by|by|reviewer|reviewed by|review by|writer|words|critic|autor|autorin|geschrieben von
verfasst von|von|kritiker|auteur|auteure|redige par|par|ecrit par|autora|escrito por|por|autore|autrice|scritto da
recensore|redator|geschreven door|autorka|skribent|forfatter|penulis
""")
"""Labels whose next line or cell is the writer (folded)."""
LONGEST_LINE = 160
LONGEST_NAME = 60
OPENING_LINES = 3
"""First lines of a text that may still be its by-line."""
FOOT_LINES = 10
ELSEWHERE = frozenset(("related", "share", "aside"))


def find(post: Post) -> Iterator[Claim]:
    """Claims of author, the surest first."""
    for block in [*post.body[-3:][::-1], *post.body[:1]]:
        match = SIGNATURE.match(block.text) or SIGNED.match(block.text) if len(block.text) < 70 else None
        if match:
            yield Claim("author", match["raw"], Source.HEURISTIC, f"signature: {block.where}")
    opening = [block for block in post.body if block.text][:OPENING_LINES]
    lines = [
        block
        for block in [*post.head, *opening, *post.foot[:FOOT_LINES]]
        if block.text and len(block.text) <= LONGEST_LINE and block.zone not in ELSEWHERE
    ]
    for place, block in enumerate(lines):
        if parse_byline(block.text):
            yield Claim("author", block.text, Source.HEURISTIC, f"by-line: {block.where}")
        elif place and fold(lines[place - 1].text) in LABELS and len(block.text) <= LONGEST_NAME:
            yield Claim("author", block.text, Source.HEURISTIC, f"labelled: {block.where}")
    yield from beside_dates(post, lines)


def beside_dates(post: Post, lines: list[Block]) -> Iterator[Claim]:
    """Claims of a name that shares a short line with a date, or stands alone right under the headline."""
    heading = post.heading.index if post.heading is not None else post.start - 1
    own = fold(post.headline or "")
    tags = {fold(tag) for tag in tags_of(post)}
    for block in lines:
        text = block.text
        name = parse_author(text) if len(text) <= 2 * LONGEST_NAME else None
        if not name or fold(name) in own or not (is_name(name) or (" " in name and fold(name) not in tags)):
            continue
        given = is_given(name.split()[0])
        if text.startswith(name) and find_date(text[len(name) :], languages=(post.language,) if post.language else ()):
            yield Claim("author", text, Source.HEURISTIC, f"beside the date: {block.where}")
        elif text == name and given and heading < block.index <= heading + 2 and is_name(name) and not block.links:
            yield Claim("author", text, Source.HEURISTIC, f"under the headline: {block.where}")
