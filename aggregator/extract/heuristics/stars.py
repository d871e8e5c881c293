"""Ratings that a page draws: rows of icons, widths, attributes, meters, and pictures with what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from aggregator.extract.document import Element, begin_of, css_path
from aggregator.extract.segment import Post
from aggregator.values.patterns import Pattern

ZONES = frozenset(("", "footer", "author", "hidden"))
ICONS = frozenset(("i", "span", "svg", "img", "li", "div", "b", "em"))
STAR = Pattern(
    r"(?:^|[-_ ])(?:stars?|rating-star|sterne?|etoile|estrella|reel|popcorn)(?:[-_ \d]|$)|(?:fa|bi|icon|glyphicon)-star"
)
"""Classes of one icon in a row."""
ROW = Pattern(r"stars|rating|rate(?:$|[-_ ])|score|stern|etoile|wertung|estrella|valoraci|review")
"""Classes of an element that a width or a number inside makes a rating."""
STATES: tuple[tuple[str, float], ...] = (
    (r"half|mezz|demi|halb", 0.5),
    (r"empty|off(?:$|[-_ ])|inactive|unfilled|outline|gr[ae]y|blank|star-o(?:$|[-_ ])|(?:^|[-_ ])far(?:$|[-_ ])", 0.0),
    (r"regular|border|disabled|hollow|dim(?:$|med)|unlit|none(?:$|[-_ ])|vide|leer", 0.0),
    (r"full|fill|(?:^|[-_ ])on(?:$|[-_ ])|active|checked|solid|yellow|gold|selected|(?:^|[-_ ])fas?(?:$|[-_ ])", 1.0),
    (r"lit(?:$|[-_ ])|plein|voll", 1.0),
)
"""State of an icon by its classes, its file and its text: the first row that fits."""
COMPILED = tuple((Pattern(pattern), value) for pattern, value in STATES)
GLYPHS = {"☆": 0.0, "✩": 0.0, "⯪": 0.5, "⯨": 0.5, "½": 0.5, "★": 1.0, "⭐": 1.0, "✭": 1.0, "✮": 1.0}
"""State of an icon by its text, where its classes do not say."""
FEWEST, MOST = 3, 10
"""Icons of a row."""
WIDTH = Pattern(r"(?:^|[;\s])width\s*:\s*(\d{1,3}(?:\.\d+)?)\s*%")
BAR = Pattern(r"bar(?:$|[-_ ])|progress|skill|meter")
SPOKEN = Pattern(
    r"★|⭐|\bstars?\b|\d\s?/\s?\d|\bout of\b|\brat(?:ed|ing)\b|\b(?:von|sur|sobre|su)\b|stern|étoile", re.I
)
SPEAKING = ("★", "⭐", "star", "/", "out of", "rated", "rating", "von", "su", "sobre", "stern", "étoile")
"""What a text that says a rating has, and what one of is in it (lower case)."""
DATA_VALUE = ("data-rating", "data-score", "data-stars", "data-rate", "data-note", "data-grade", "data-value")
DATA_BEST = ("data-max", "data-best", "data-max-rating", "data-scale", "data-total", "data-stars-max", "data-number")
SAYING = frozenset(("aria-label", "title", *DATA_VALUE))
"""Attributes in which a rating may stand."""
VOTED = Pattern(
    r"(?:^|[-_ ])(?:users?|visitors?|readers?)[-_]|votes?[-_](?:form|widget|btn|button|count)|vote-?able|average"
    r"|aggregate|rateit|clickable|post-ratings"
)
"""Classes of a widget in which readers vote."""
PICTURED = (
    *("star", "rating", "grade", "score", "stern", "etoile", "estrella", "reel", "popcorn", "thumb", "outof", "out-of"),
    "out_of",
)
"""What the name or text of a picture of a rating holds."""
FILE_VALUE = Pattern(r"\d|half|one|two|three|four|five|[-_/][a-f][-_.]?(?:plus|minus)?\.", re.I)
LONGEST_ALT = 90


class Drawn(NamedTuple):
    """A drawing as a text that the rating grammar reads."""

    place: str  # of `ratings.PLACES`
    raw: str
    context: str  # of `parse_rating`
    where: str
    block: int | None = None  # the line whose glyphs it settles


def drawn(post: Post) -> list[Drawn]:
    """The drawings of a post, rows of icons first."""
    signs = [sign for sign in post.doc.signs if post.start <= sign.start <= post.end and belongs(sign, post)]
    return [*rows(signs, post), *attributes(signs), *widths(signs), *meters(post), *pictures(post)]


def belongs(element: Element, post: Post) -> bool:
    """Whether an element is the post's own: one without text that ends it begins where its lines end."""
    if element.zone not in ZONES or not post.start <= element.start <= post.end:
        return False
    return element.start < post.end or (post.alone and post.root is None) or element.inside(post.root)


def state(icon: Element) -> float | None:
    """How full an icon is drawn by its classes or file, 0, 0.5 or 1; None where they do not say."""
    told = f"{icon.classes} {icon.get('alt')} {icon.get('src').rpartition('/')[2]}".lower()
    for pattern, value in COMPILED:
        if pattern.search(told):
            return value
    return None


def rows(signs: list[Element], post: Post) -> Iterator[Drawn]:
    """Rows of icons in one element, of which some are full."""
    groups: dict[int, list[Element]] = {}
    children: dict[int, Element] = {}
    for sign in signs:
        if sign.tag in ICONS and STAR.search(sign.classes):
            groups.setdefault(id(sign.parent), []).append(sign)
    for icons in groups.values():
        if not FEWEST <= len(icons) <= MOST or any(VOTED.search(e.classes) for e in icons[0].chain() if e.classes):
            continue
        states = [state(icon) for icon in icons]
        if all(one is None for one in states):
            children = children or {id(element.parent): element for element in reversed(post.doc.elements)}
            states = [GLYPHS.get(icon.inline_text, state_inside(icon, children)) for icon in icons]
        if any(one is None for one in states):
            bare = 0.0 if 1.0 in states else 1.0  # "star" beside "star-fill" is empty, beside "star-o" full
            states = [bare if one is None else one for one in states]
        value = sum(one for one in states if one is not None)
        if value:
            raw = f"{value:g}/{len(icons)}" if len(icons) >= 4 else f"{value:g} stars"
            yield Drawn("drawn", raw, "own_line", css_path(icons[0]), icons[0].start)


def state_inside(icon: Element, children: Mapping[int, Element]) -> float | None:
    """The state of an icon that stands in its first child; `children` are by the parent's `id`."""
    child = children.get(id(icon))
    return None if child is None else state(child)


def attributes(signs: list[Element]) -> Iterator[Drawn]:
    """Ratings in data attributes, labels for screen readers and titles."""
    for sign in signs:
        if SAYING.isdisjoint(sign.attrs) or VOTED.search(sign.classes):
            continue
        for name in ("aria-label", "title"):
            text = sign.get(name)
            if text and len(text) <= LONGEST_ALT and is_spoken(text):
                yield Drawn("drawn", text, "widget", f"{css_path(sign)}[{name}]", sign.start)
        value = next((name for name in DATA_VALUE if sign.get(name)), "")
        if value and (value != "data-value" or ROW.search(sign.classes)):
            best = next((sign.get(name) for name in DATA_BEST if sign.get(name)), "")
            pairs = f'{value}="{sign.get(value)[:20]}"' + (f' data-max="{best[:10]}"' if best else "")
            yield Drawn("drawn", pairs, "data_attribute", f"{css_path(sign)}[{value}]", sign.start)


def widths(signs: list[Element]) -> Iterator[Drawn]:
    """The share of a row of stars that a style colours, or what the row says in words."""
    for sign in signs:
        if "style" not in sign.attrs:
            continue
        width = WIDTH.search(sign.get("style"))
        if width is None:
            continue
        around = f"{sign.classes} {sign.parent.classes if sign.parent is not None else ''}"
        if not ROW.search(around) or BAR.search(around) or VOTED.search(around):
            continue
        said = sign.inline_text
        if said[:1].isalnum() and len(said) <= LONGEST_ALT and is_spoken(said) and any(map(str.isdigit, said)):
            yield Drawn("drawn", said, "widget", css_path(sign), sign.start)
        else:
            yield Drawn("drawn", f"width: {width[1]}%", "css_width", f"{css_path(sign)}[style]", sign.start)


def meters(post: Post) -> Iterator[Drawn]:
    """`<meter value=4 max=5>`."""
    for meter in post.doc.by_tag.get("meter", ()):
        if belongs(meter, post) and meter.get("value") and meter.get("max"):
            yield Drawn("drawn", f"{meter.get('value')}/{meter.get('max')}", "own_line", css_path(meter), meter.start)


def pictures(post: Post) -> Iterator[Drawn]:
    """What the pictures of a post say: alternative texts, titles, names of files."""
    for place, row in groupby(post.doc.between("img", post.start, post.end), key=begin_of):
        block = post.doc.blocks[place]
        images = [image for image in row if image.zone in ZONES]
        if block.zone not in ZONES:
            continue
        if len(images) >= FEWEST and is_vote(images):
            continue
        for image in images:
            for name in ("alt", "title"):
                text = image.get(name)
                if text and len(text) <= LONGEST_ALT and (is_pictured(text) or is_spoken(text)):
                    yield Drawn("alt", text, "alt_text", f"{css_path(image)}[{name}]", block.index)
            source = (image.get("src") or image.get("data-src")).partition("?")[0].rpartition("/")[2]
            if is_pictured(source) and FILE_VALUE.search(source):
                yield Drawn("alt", source[-80:], "alt_text", f"{css_path(image)}[src]", block.index)
        if len(images) >= FEWEST - 1:
            yield from repeated(images, block.index)


def is_pictured(text: str) -> bool:
    """Whether the name or text of a picture may be a rating's."""
    return any(map(text.lower().__contains__, PICTURED))


def is_spoken(text: str) -> bool:
    """Whether a text may say a rating."""
    return any(map(text.lower().__contains__, SPEAKING)) and SPOKEN.search(text) is not None


def is_vote(images: list[Element]) -> bool:
    """Whether pictures in a row are the buttons of a vote: "1 star", "2 stars", "3 stars"."""
    said = {image.get("alt") for image in images if any(map(str.isdigit, image.get("alt")))}
    return len(said) >= FEWEST


def repeated(images: list[Element], block: int) -> Iterator[Drawn]:
    """One star a picture, several pictures in a row."""
    names = [f"{image.get('alt')} {image.get('src').rpartition('/')[2]}".lower() for image in images]
    if len(images) > MOST or not all("star" in name or "reel" in name or "popcorn" in name for name in names):
        return
    states = [state(image) for image in images]
    value = sum(1.0 if one is None else one for one in states)
    scaled = 0.0 in states
    raw = f"{value:g}/{len(images)}" if scaled else f"{value:g} stars"
    yield Drawn("drawn", raw, "own_line", css_path(images[0]), block)
