"""A post that rates several films, each under a sub-heading of its own, as one post for each film."""

from __future__ import annotations

import re
from dataclasses import replace

from aggregator.extract.document import Block
from aggregator.extract.segment import Post
from aggregator.values.bylines import parse_byline
from aggregator.values.patterns import Pattern
from aggregator.values.text import fold
from aggregator.values.titles import split_titles, title_key

SEVERAL = Pattern(
    r"\b(?:movies|films|reviews|recaps?|round ?up|watched|seen|viewings?|diary|log|capsules?|mini|quick|short|double"
    r"|triple|marathon|weekend|week|month|weekly|monthly|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|filme|filmtagebuch|kritiken|kurzkritiken|peliculas|criticas|minicriticas|critiques"
    r"|visionnages|recensioni|visioni|filmes|vistos|recenzje)\b"
)
"""What a headline (folded) says of a post on several films."""
ASPECTS = frozenset(
    [
        "acting",
        "action",
        "audio",
        "bonus features",
        "cast",
        "characters",
        "cinematography",
        "conclusion",
        "cons",
        "direction",
        "effects",
        "ending",
        "extras",
        "final thoughts",
        "music",
        "overall",
        "performances",
        "picture",
        "plot",
        "pros",
        "rating",
        "score",
        "script",
        "sound",
        "soundtrack",
        "special features",
        "spoilers",
        "story",
        "summary",
        "synopsis",
        "the bad",
        "the good",
        "the ugly",
        "verdict",
        "video",
        "visuals",
        "writing",
    ]
)
"""Sub-headings (folded) of one film's review."""
GIVEN = Pattern(
    r"[★☆⭐]|(?<![\d/])\d{1,2}(?:[.,]\d|\s?½|\sand\s½)?(?:\s[\w'’-]{1,20}){0,4}\s?(?:/|out of|of out|von|sur|su|de)\s?"
    r"(?:a possible\s)?(?:4|5|6|10|100)(?![\d/])|\b(?:i|we)(?:['’]d)? give\b.{0,30}\d|\b(?:grade|rating|score"
    r"|note|nota|voto"
    r"|wertung)\s?:\s?(?:\d|[a-f]\b)|\b\d(?:\.5|½)? stars\b",
    re.I,
)
"""A rating, roughly: enough to see that a section has one."""
GIVEN_SIGN = Pattern(r"[\d★☆⭐]")
GIVEN_LABELS = ("grade", "rating", "score", "note", "nota", "voto", "wertung")
"""A text with such a rating has a number or a star, or a label in which it is a letter."""
TAIL = 160
FEWEST = 3
"""Rated sections that make a post one on several films."""
SHARE = 0.6
"""Share of the sections that must be rated."""
LONGEST_HEAD = 90
LONGEST_BYLINE = 60
SHORTEST_TITLE = 3
GENERIC = frozenset(("films", "film", "movies", "movie", "cinema", "festival", "festivals", "reviews", "tv", "books"))
"""Words (folded) of joined headlines that name no two films."""
ALONE = 2
"""Times that a text must name each of two films without the other."""
RETURNS = 1
"""Lines of the second film's part that may speak of the first again."""
SHORTEST_TEXT = 100
"""Characters of a section's text."""
MOST = 60
"""Sections that are read."""


def film_sections(post: Post) -> list[Post]:
    """The sections of a post on several films, each rated on its own; empty where the post is about one."""
    if parts := named_sections(post) or told_in_turn(post) or told_together(post) or signed_sections(post):
        return parts
    several = SEVERAL.search(fold(post.headline or "")) is not None
    if not several and sum(["(" in block.text[:LONGEST_HEAD] for block in post.body]) < FEWEST:
        return []
    best: list[tuple[Block, int]] = []
    for heads in section_heads(post).values():
        if len(heads) >= FEWEST and len(heads) > len(best):
            best = spans_of(heads, post)
    if len(best) < FEWEST or not (several or sum(1 for head, _ in best if "(" in head.text) >= FEWEST):
        return []
    sections = [section_of(post, head, end) for head, end in best[:MOST]]
    rated = [is_rated(section) for section in sections]
    if sum(rated) < FEWEST or sum(rated) < len(sections) * SHARE:
        return []
    kept = [section for section, has_rating in zip(sections, rated, strict=True) if has_rating]
    for position, section in enumerate(kept):
        section.position = position
    return kept


def named_sections(post: Post) -> list[Post]:
    """The sections of a double feature whose sub-headings are the titles that the headline names."""
    titles = post.announced.titles
    if len(titles) < 2:
        return []
    keys = [title_key(title) for title in titles]
    for heads in section_heads(post).values():
        named = [head for head in heads if any(title_key(head.text).startswith(key) for key in keys)]
        spans = spans_of(named, post) if len(named) == len(keys) else []
        if len(spans) == len(keys):
            return [section_of(post, head, end, position) for position, (head, end) in enumerate(spans)]
    return []


def signed_sections(post: Post) -> list[Post]:
    """The sections of a page of several reviews under sub-headings, each with a by-line of its own."""
    for heads in section_heads(post, emphasised=False).values():
        signed = [head for head in heads if is_signed(head, post)] if len(heads) > 1 else []
        spans = spans_of(signed, post) if len(signed) > 1 else []
        if len(spans) > 1:
            return [section_of(post, head, end, position) for position, (head, end) in enumerate(spans[:MOST])]
    return []


def is_signed(head: Block, post: Post) -> bool:
    """Whether the line below a sub-heading is a by-line."""
    below = next((block for block in post.doc.blocks[head.index + 1 : post.end] if block.text), None)
    return below is not None and len(below.text) <= LONGEST_BYLINE and parse_byline(below.text) is not None


def told_in_turn(post: Post) -> list[Post]:
    """The parts of a text without sub-headings that speaks of one film of its headline, then of the other."""
    lines = post.lines
    pair = unjoined_pair(post)
    told = [tuple(names_film(title, block.text) for title in pair) for block in lines] if pair else []
    if (True, False) not in told or (False, True) not in told:
        return []
    if told.index((False, True)) < told.index((True, False)):
        pair, told = (pair[1], pair[0]), [(after, before) for before, after in told]
    turn = told.index((False, True), told.index((True, False)))
    if told[turn:].count((True, False)) > RETURNS:
        return []
    starts = (lines[0].index, lines[turn].index, lines[-1].index + 1)
    parts = []
    for number, title in enumerate(pair):
        part = replace(
            post, heading=None, start=starts[number], end=starts[number + 1], root=None, body_root=None, after=[]
        )
        part.alone, part.parent, part.film, part.position = False, post, title, number
        parts.append(part)
    return parts if all(len(part.text) >= SHORTEST_TEXT for part in parts) else []


def told_together(post: Post) -> list[Post]:
    """The whole text once for each film of a headline "X and Y", where it names either for itself again and again."""
    titles = post.announced.titles
    pair = split_titles(titles[0]) if len(titles) == 1 else ()
    if len(pair) != 2 or any(" " not in title or not GENERIC.isdisjoint(fold(title).split()) for title in pair):
        return []
    joined = post.key.count(f" {fold(titles[0])} ")
    if any(post.key.count(f" {fold(title)} ") - joined < ALONE for title in pair):
        return []
    parts = [replace(post, after=list(post.after)) for _ in pair]
    for number, (part, title) in enumerate(zip(parts, pair, strict=True)):
        part.alone, part.parent, part.film, part.position = False, post, title, number
    return parts


def unjoined_pair(post: Post) -> tuple[str, ...]:
    """Two titles that a headline joins and the text never does; empty for one film with "and" in its title."""
    titles = post.announced.titles
    pair = titles if len(titles) == 2 else split_titles(titles[0]) if titles else ()
    if len(pair) != 2 or any(len(title) < SHORTEST_TITLE for title in pair):
        return ()
    if any(not GENERIC.isdisjoint(fold(title).split()) for title in pair):
        return ()
    apart = len(titles) == 2 or SEVERAL.search(fold(post.headline or ""))
    if not (apart or any(" " in title for title in pair)) or (len(titles) == 1 and fold(titles[0]) in post.key):
        return ()
    return pair


def names_film(title: str, text: str) -> bool:
    """Whether a text names a title, written as the headline writes it."""
    at = text.find(title)
    while at >= 0:
        end = at + len(title)
        if not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(title, end)
    return False


def section_of(post: Post, head: Block, end: int, position: int = 0) -> Post:
    """The part of a post from a sub-heading on."""
    section = replace(
        post, headline=head.text, heading=head, start=head.index, end=end, root=None, body_root=None, after=[]
    )
    section.alone, section.parent, section.position = False, post, position
    return section


def section_heads(post: Post, *, emphasised: bool = True) -> dict[tuple[str, str], list[Block]]:
    """Sub-headings by their shape: headings, and if asked for the lines that something emphasises as a whole."""
    groups: dict[tuple[str, str], list[Block]] = {}
    for block in post.body:
        text = block.text
        if not text or len(text) > LONGEST_HEAD or (text[-1] in ".!?:" and not block.level):
            continue
        if text.rstrip(": ").lower() in ASPECTS:
            return {}
        shape = block.tag if block.level else emphasis_of(block) if emphasised and block.spans else ""
        if shape:
            groups.setdefault((shape, block.box.classes), []).append(block)
    return groups


def emphasis_of(block: Block) -> str:
    """The tag that emphasises a whole line; empty where none does."""
    return next((mark.tag for mark in block.marks if mark.inline_text == block.text), "")


def spans_of(heads: list[Block], post: Post) -> list[tuple[Block, int]]:
    """Sub-headings with the end of their sections, where text follows."""
    found = []
    last = post.body[-1].index + 1
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        end = following.index if following is not None else last
        if sum(len(block.text) for block in post.doc.blocks[head.index + 1 : end]) >= SHORTEST_TEXT:
            found.append((head, end))
    return found


def is_rated(section: Post) -> bool:
    """Whether a section gives a rating, in a line or at the end of a paragraph."""
    ends = [block.text[-TAIL:] for block in section.blocks if block.text and block is not section.heading]
    signed = (end for end in ends if GIVEN_SIGN.search(end) or any(map(end.lower().__contains__, GIVEN_LABELS)))
    return any(map(GIVEN.search, signed))
