"""The scale of a rating that states none, where the page shows it elsewhere: other claims, a legend, other reviews."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aggregator.extract.document import Part
from aggregator.extract.furniture import unread_lines
from aggregator.extract.reading import whole
from aggregator.extract.segment import Post
from aggregator.records import Claim
from aggregator.scoring import Scale
from aggregator.values.rating import Rating
from aggregator.values.rating.lookalikes import OTHERS

BESTS = {"stars": frozenset((4.0, 5.0, 6.0, 10.0)), "fraction": frozenset((4.0, 5.0, 6.0, 10.0, 20.0, 100.0))}
"""Style -> scales that another line of the page may settle."""
WORDS = {"four": 4.0, "five": 5.0, "six": 6.0, "ten": 10.0, "fünf": 5.0, "zehn": 10.0, "cinq": 5.0, "dix": 10.0}
NUMBER = r"(?:4|5|6|10|20|100|four|five|six|ten|fünf|zehn|cinq|dix)(?![\w/.,]\d|\w)"
SCALE = re.compile(
    rf"\bscale (?:of|from) (?:(?:0|1|one|zero) ?(?:to|-|–) ?)?(?P<scale>{NUMBER})"
    r"|(?<![\w/.,])(?:\d{1,2}(?:[.,]\d)?|(?P<row>[★☆⭐½]{1,10})) ?(?P<before>stars? )?"
    rf"(?:/|out of|von|sur|sobre) ?(?P<best>{NUMBER})(?P<behind> ?(?:star|★|⭐|stern|étoile|estrella))?"
    rf"|\b(?:all|ratings?|reviews?|grades?|scores?|stars) .{{0,30}}\bout of (?:a possible )?(?P<legend>{NUMBER})"
)
"""A line that tells a scale, in lower case."""
ROW = re.compile(r"[★⭐][★☆⭐]{3,9}")
LINE = 300
"""Longest line, in characters, that may be a legend or another review's rating."""
SKIPPED = frozenset(("comments", "votes"))


def told(rating: Rating, known: Sequence[Claim]) -> Rating:
    """The rating on the scale that another claim of the same number declares; else as it is."""
    if rating.value is None or rating.scale_source == "declared" or rating.style not in BESTS:
        return rating
    for claim in known:
        other = claim.value
        if other.value == rating.value and other.scale_source == "declared" and other.style in BESTS:
            return replace(rating, best=other.best, worst=other.worst, scale_source="declared")
    return rating


def shown(rating: Rating, post: Post) -> Scale | None:
    """The one scale that the page's other lines use, for a rating that leaves its own open."""
    if rating.value is None or rating.scale_source == "declared" or rating.style not in BESTS:
        return None
    found = {
        best
        for best, style in scales(post)
        if style in ("", rating.style) and best in BESTS[rating.style] and best >= rating.value
    }
    return Scale(best=found.pop()) if len(found) == 1 else None


def may_tell(part: Part) -> bool:
    """Whether a part that was left unread may hold a legend or a rating."""
    if part.element.zone in SKIPPED:
        return False
    text = " ".join(unread_lines(part)).lower()
    return "☆" in text or SCALE.search(text) is not None


def scales(post: Post) -> Iterator[tuple[float, str]]:
    """The tops of scales in the page's lines, with the style of what is rated on them; empty where any may be."""
    doc = post.doc
    if any(may_tell(part) for part in doc.unread):
        doc = whole(doc)
    for block in doc.blocks:
        text = block.text
        if not text or len(text) > LINE or block.zone in SKIPPED:
            continue
        for row in ROW.findall(text) if not text.isascii() else ():
            if "☆" in row:
                yield float(len(row)), "stars"
        if "/" not in text and "out of" not in text and "scale" not in text and " von " not in text:
            continue
        low = text.lower()
        if OTHERS.search(low):
            continue
        for match in SCALE.finditer(low):
            word = match["scale"] or match["best"] or match["legend"]
            starry = match["row"] or match["before"] or match["behind"]
            style = "" if not match["best"] else "stars" if starry else "fraction"
            yield WORDS[word] if word in WORDS else float(word), style
