"""Ratings in the text: labelled lines, lines of their own, drawn stars, images, ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.extract.document import Block, Element, css_path
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.titles import parse_headline

LABEL = re.compile(
    r"^\W{0,3}(?:(?:my|our|final|overall|film|movie|star|the|total|meine?|unsere?|mi|ma|notre|la mia|minha"
    r"|[\w.'’]{2,16})\s+){0,2}"
    r"(?:rating|score|grade|stars|verdict|mark|points|wertung|bewertung|note|nota|puntuación|calificación"
    r"|valoración|voto|giudizio|avaliação"
    r"|ocena|betyg|karakter|cijfer|waardering|fazit|veredicto|verdetto)\b.{0,20}?[:=–—-]",
    re.I,
)
HINT = re.compile(
    r"[★☆⭐✭✮✩✰✪✫⯨½🌟●○◉◎👍👎💯█🍿🎬🎥]|\*{2,}|\d\s?/\s?\d|\d\s?%|\b(?:out of|stars?|von|sur|sobre|su|de|sterne?n?"
    r"|étoiles?|estrellas?|stelle"
    r"|estrelas?|thumbs?|recommend\w*|rating|score|grade|points?|punkte?n?|nota|note|skip it|must[ -]see|[a-f][+−–-])",
    re.I,
)
OWN_LINE = 90
"""Longest line, in characters, that may be nothing but a rating."""
TAIL = 160
"""Characters at the end of a paragraph in which a closing rating is looked for."""
FULL = re.compile(r"(?:^|[-_ ])(?:full|filled|fill|on|active|checked|solid|star-full|yellow|gold|selected)(?:$|[-_ ])")
EMPTY = re.compile(r"(?:^|[-_ ])(?:empty|off|inactive|unfilled|outline|gr[ae]y|blank|star-o|far|regular)(?:$|[-_ ])")
HALF = re.compile(r"half")
WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*(\d{1,3}(?:\.\d+)?)%")
RATING_FILE = re.compile(
    r"(?:^|[/_-])(\d(?:[._-]\d)?)[_-]?(?:of-\d+)?[_-]?stars?\b|stars?[_-]?(\d(?:[._-]\d)?)\b", re.I
)


def find(post: Post) -> Iterator[Claim]:
    """Claims of rating, the surest first."""
    blocks = [block for block in (*post.head, *post.body, *post.foot[:3]) if block.zone in ("", "author")]
    lines = [block for block in blocks if block.text and HINT.search(block.text)]
    for block in lines:
        if len(block.text) <= 200 and LABEL.match(block.text):
            yield Claim("rating", block.text, Source.HEURISTIC, f"own_line: {block.where}")
    if post.headline:
        raw = parse_headline(post.headline, language=post.language).rating_raw
        if raw:
            yield Claim("rating", raw, Source.HEURISTIC, "heading: headline")
    for block in lines:
        if len(block.text) <= OWN_LINE:
            yield Claim("rating", block.text, Source.HEURISTIC, f"own_line: {block.where}")
    yield from drawn(post)
    for block in blocks:
        for image in block.images:
            alt = image.get("alt") or image.get("title")
            if alt and len(alt) <= OWN_LINE and HINT.search(alt):
                yield Claim("rating", alt, Source.HEURISTIC, f"alt_text: {block.where}")
    for block in reversed(lines):
        for mark in block.marks:
            if len(mark.inline_text) <= OWN_LINE and HINT.search(mark.inline_text):
                yield Claim("rating", mark.inline_text, Source.HEURISTIC, f"own_line: {block.where}")
    for block in reversed(lines):
        if len(block.text) > OWN_LINE:
            yield from closing(block)


def closing(block: Block) -> Iterator[Claim]:
    """The last sentence of a paragraph, where it may hold a rating."""
    tail = block.text[-TAIL:]
    cut = max(tail.rfind(mark, 0, len(tail) - 2) for mark in (". ", "! ", "? "))
    tail = tail[cut + 2 :] if cut >= 0 else tail
    if HINT.search(tail):
        yield Claim("rating", tail, Source.HEURISTIC, f"end_of_sentence: {block.where}")


def drawn(post: Post) -> Iterator[Claim]:
    """Stars drawn by classes, widths and attributes."""
    groups: dict[int, list[Element]] = {}
    for sign in post.doc.signs:
        if not post.start <= sign.start < post.end or sign.zone not in ("", "author"):
            continue
        for name in ("data-rating", "data-score", "data-stars", "data-value", "aria-label", "title"):
            value = sign.get(name)
            if (
                value
                and len(value) <= 60
                and (HINT.search(value) or (name.startswith("data-") and "rating" in sign.classes + name))
            ):
                yield Claim("rating", value, Source.HEURISTIC, f"widget: {css_path(sign)}[{name}]")
        width = WIDTH.search(sign.get("style"))
        if width and ("star" in sign.classes or "rating" in sign.classes):
            yield Claim("rating", f"{width[1]}%", Source.HEURISTIC, f"widget: {css_path(sign)}[style]")
        if "star" in sign.classes and sign.tag in ("i", "span", "svg", "img", "li"):
            groups.setdefault(id(sign.parent), []).append(sign)
    for stars in groups.values():
        if 3 <= len(stars) <= 10:
            drawn_value = sum(0.5 if HALF.search(s.classes) else 0 if EMPTY.search(s.classes) else 1 for s in stars)
            yield Claim("rating", f"{drawn_value:g}/{len(stars)}", Source.HEURISTIC, f"widget: {css_path(stars[0])}")
