"""Claims of structured data: JSON-LD, microdata, hReview, h-review and h-entry."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import Any

from aggregator.extract.document import Document, Element
from aggregator.extract.json_ld import Node
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.text import fold

REVIEWS = frozenset(("review", "criticreview", "userreview", "employerreview"))
FILMS = frozenset(("movie", "film", "shortfilm", "videoobject"))
ARTICLES = frozenset(
    ["article", "blogposting", "newsarticle", "reviewnewsarticle", "webarticle", "socialmediaposting", "report"]
)
TELLING = REVIEWS | FILMS | ARTICLES
"""Types of nodes that say something of a post."""
OTHER_WORKS = {
    "book": "book",
    "audiobook": "book",
    "tvseries": "tv",
    "tvseason": "tv",
    "tvepisode": "tv",
    "game": "game",
    "videogame": "game",
    "musicalbum": "album",
    "musicrecording": "album",
    "product": "hardware",
    "restaurant": "other",
    "softwareapplication": "hardware",
    "mobileapplication": "hardware",
    "recipe": "other",
    "event": "other",
    "localbusiness": "other",
}
"""Type of a reviewed thing -> label of a post about it."""

NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?")


def find(post: Post) -> Iterator[Claim]:
    """Claims of every structured syntax that the page shows."""
    doc = post.doc
    if doc.json_ld:
        yield from claims_of(doc.linked_data, post, Source.JSONLD)
    if doc.items:
        if doc.microdata is None:
            doc.microdata = microdata(doc)
        nodes = [(where, node) for start, where, node in doc.microdata if post.start <= start < post.end or post.alone]
        yield from claims_of(nodes, post, Source.MICRODATA, tied=True)
    if doc.has_microformats:
        yield from microformats(post)


def types(node: Node) -> list[str]:
    """A node's types in lower case, without the vocabulary's address."""
    named = node.get("@type") or ()
    return [str(one).rpartition("/")[2].lower() for one in (named if isinstance(named, list) else [named])]


def first(value: Any) -> Any:
    """The first of a list, or the value itself."""
    while isinstance(value, list):
        value = value[0] if value else None
    return value


def text(value: Any) -> str:
    """The text of a value: itself, or its name."""
    value = first(value)
    if isinstance(value, dict):
        value = first(value.get("name") or value.get("@value") or "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    words = str(value)
    return " ".join((html.unescape(words) if "&" in words else words).split())


def texts(value: Any) -> list[str]:
    """The names of a list of things."""
    return [name for name in map(text, value if isinstance(value, list) else [value]) if name]


def claims_of(nodes: list[tuple[str, Node]], post: Post, source: Source, *, tied: bool = False) -> Iterator[Claim]:
    """Claims of typed nodes about a post; `tied` where their place already ties them to it."""
    for where, node in nodes:
        kinds = set(types(node))
        inner = ".itemReviewed" in where or ".isPartOf" in where or ".comment" in where
        if inner or kinds.isdisjoint(TELLING) or not (post.alone or tied or speaks_of(node, post)):
            continue
        if kinds & REVIEWS:
            yield from review_claims(node, where, source)
        elif kinds & ARTICLES:
            yield from article_claims(node, where, source)
        elif kinds & FILMS and (node.get("review") or node.get("director") or node.get("actor")):
            yield from film_claims(node, where, source)


def speaks_of(node: Node, post: Post) -> bool:
    """Whether a node is about this post of several: by address or headline."""
    urls = [text(node.get("url")), text(node.get("@id"))]
    page = node.get("mainEntityOfPage")
    urls.append(str(page.get("@id") or "") if isinstance(page, dict) else text(page))
    if any(url and post.doc.absolute(url).rstrip("/") == post.url.rstrip("/") for url in urls):
        return True
    headline = fold(text(node.get("headline") or node.get("name")))
    return bool(headline) and headline == fold(post.headline or "")


def review_claims(node: Node, where: str, source: Source) -> Iterator[Claim]:
    """Claims of a Review: the rating, the reviewed film, writer and date."""
    rating = first(node.get("reviewRating"))
    raw = rating_text(rating)
    if raw:
        yield Claim("rating", raw, source, f"{where}.reviewRating")
    thing = first(node.get("itemReviewed"))
    if isinstance(thing, dict):
        kinds = types(thing)
        other = next((OTHER_WORKS[kind] for kind in kinds if kind in OTHER_WORKS), None)
        if other:
            yield Claim("kind", other, source, f"{where}.itemReviewed")
        elif set(kinds) & FILMS:
            yield Claim("kind", "film", source, f"{where}.itemReviewed")
            yield from film_claims(thing, f"{where}.itemReviewed", source)
        elif text(thing):
            yield Claim("film_title", text(thing), source, f"{where}.itemReviewed.name")
    yield from article_claims(node, where, source)


def article_claims(node: Node, where: str, source: Source) -> Iterator[Claim]:
    """Claims of an Article: headline, writer and date."""
    for key in ("headline", "name"):
        if text(node.get(key)):
            yield Claim("headline", text(node[key]), source, f"{where}.{key}")
            break
    names = texts(node.get("author"))
    if names:
        yield Claim("author", ", ".join(names), source, f"{where}.author")
    if text(node.get("datePublished")):
        yield Claim("published", text(node["datePublished"]), source, f"{where}.datePublished")
    language = text(node.get("inLanguage"))
    if language:
        yield Claim("language", language, source, f"{where}.inLanguage")


def film_claims(node: Node, where: str, source: Source) -> Iterator[Claim]:
    """Claims of a Movie: title, year, people."""
    if text(node.get("name")):
        yield Claim("film_title", text(node["name"]), source, f"{where}.name")
    for key in ("datePublished", "copyrightYear"):  # plugins fill dateCreated with the post's own date
        if text(node.get(key)):
            yield Claim("film_year", text(node[key]), source, f"{where}.{key}")
            break
    for key, field in (("director", "directors"), ("actor", "cast"), ("actors", "cast")):
        names = texts(node.get(key))
        if names:
            yield Claim(field, ", ".join(names), source, f"{where}.{key}")


def rating_text(rating: Any) -> str:
    """A Rating node as a text that the rating grammar reads: "4.5/5"."""
    if not isinstance(rating, dict):
        return text(rating)
    value, best = text(rating.get("ratingValue")), text(rating.get("bestRating"))
    numbers = [float(one.replace(",", ".")) for one in (value, best) if NUMBER.fullmatch(one)]
    return f"{value}/{best}" if len(numbers) == 2 and numbers[0] <= numbers[1] else value


def microdata(doc: Document) -> list[tuple[int, str, Node]]:
    """The page's outer items as nodes like JSON-LD's, with the block where each begins."""
    found: list[tuple[int, str, Node]] = []
    nodes: dict[int, Node] = {}
    for element in doc.items:
        node: Node = {}
        if "itemscope" in element.attrs:
            node["@type"] = element.get("itemtype").split()
            nodes[id(element)] = node
        owner = next((nodes[id(e)] for e in element.chain() if e is not element and id(e) in nodes), None)
        names = element.get("itemprop").split()
        if "itemscope" in element.attrs and (owner is None or set(types(node)) & (REVIEWS | ARTICLES)):
            found.append((element.start, f"itemtype={element.get('itemtype').rpartition('/')[2]}", node))
        if owner is None:
            continue
        value: Any = node if "itemscope" in element.attrs else item_value(doc, element)
        for name in names:
            if name not in ("comment", "aggregateRating"):
                owner.setdefault(name, []).append(value)
    return found


def item_value(doc: Document, element: Element) -> str:
    """The value of an `itemprop`."""
    for name in ("content", "datetime"):
        if element.get(name):
            return element.get(name)
    if element.tag in ("a", "link") and not element.inline_text:
        return doc.absolute(element.get("href"))
    if element.tag in ("img", "meta"):
        return element.get("src")
    return doc.text_of(element)[:400]


MICROFORMATS: tuple[tuple[str, str], ...] = (
    ("p-rating", "rating"),
    ("p-author", "author"),
    ("reviewer", "author"),
    ("dt-published", "published"),
    ("dtreviewed", "published"),
    ("p-title", "film_title"),
    ("p-year", "film_year"),
)
"""Class -> field, for elements of h-review, hReview and h-entry posts."""


def microformats(post: Post) -> Iterator[Claim]:
    """Claims of microformat classes inside the post."""
    doc = post.doc
    for name, field in MICROFORMATS:
        for element in post.elements(name):
            raw = element.get("datetime") or element.get("value") or doc.text_of(element)
            if raw and len(raw) < 200 and element.zone not in ("votes",):
                yield Claim(field, raw, Source.HREVIEW, f".{name}")
                break
    reviews = list(post.elements("hreview", "h-review"))
    parts = _parts(doc, reviews, ("rating", "fn")) if reviews else {}
    for element in reviews:
        ratings, names = parts[element]
        for part in ratings:
            if part is not element and "p-rating" not in part.tokens:
                yield Claim("rating", doc.text_of(part) or part.get("title"), Source.HREVIEW, ".hreview .rating")
        for part in names:
            if part is not element and any("item" in e.tokens for e in part.chain()):
                yield Claim("film_title", doc.text_of(part), Source.HREVIEW, ".hreview .item .fn")


def _parts(doc: Document, outer: Sequence[Element], names: Sequence[str]) -> dict[Element, tuple[list[Element], ...]]:
    """For each of some elements those within it of each class."""
    found: dict[Element, tuple[list[Element], ...]] = {element: tuple([] for _ in names) for element in outer}
    for number, name in enumerate(names):
        for part in doc.by_class.get(name, ()):
            for element in part.chain():
                if element in found:
                    found[element][number].append(part)
    return found
