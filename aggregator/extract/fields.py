"""Field -> the function that understands its text, given the post it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from aggregator.extract.dated import date_of
from aggregator.extract.meta import site_names
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values import rating as ratings
from aggregator.values.people import parse_author, parse_people
from aggregator.values.text import fold, sentences, squash
from aggregator.values.titles import parse_headline
from aggregator.values.verdict import Verdict, split_label, trim_verdict

YEAR = re.compile(r"(?<!\d)(?:18[89]\d|19\d\d|20[0-3]\d)(?!\d)")
BRACKETED = re.compile(r"\s?[(\[][^()\[\]]{0,40}(?:18[89]\d|19\d\d|20[0-3]\d)[^()\[\]]{0,40}[)\]]$")
LONGEST_RATING = 40
"""Characters of a sentence that is nothing but a rating."""
SHORTEST_HEADLINE = 12
"""Characters of a reviewed thing's name from which it may be the whole headline, as review plugins fill it in."""
EDGES = " \t\"'“”‘’«»„"


def headline(claim: Claim, post: Post) -> str | None:
    """A heading as one line."""
    text = squash(claim.raw)
    return text if text and fold(text) not in site_names(post.doc) else None


def film_title(claim: Claim, post: Post) -> str | None:
    """A title without quotes around it and without a year in brackets behind it; of a plugin's headline its title."""
    if claim.source in (Source.JSONLD, Source.MICRODATA) and len(claim.raw) > SHORTEST_HEADLINE:
        own, key = fold(post.headline or ""), fold(claim.raw)
        headline = parse_headline(claim.raw, language=post.language) if own and own in key else None
        if headline is not None and ("review" in headline.signs or fold(" ".join(headline.titles)) != key):
            return headline.titles[0] if len(headline.titles) == 1 else None
    text = BRACKETED.sub("", squash(claim.raw)).strip()
    if len(text) > 2 and text[0] in EDGES and text[-1] in EDGES:
        text = text.strip(EDGES)
    return text or None


def film_year(claim: Claim, _post: Post) -> int | None:
    """The one year of a text."""
    found = {int(year) for year in YEAR.findall(claim.raw)}
    return found.pop() if len(found) == 1 else None


def author(claim: Claim, post: Post) -> str | None:
    """A writer's name; a plugin that names the site means nobody."""
    name = parse_author(claim.raw)
    plugged = claim.source in (Source.JSONLD, Source.MICRODATA)
    return None if name is None or (plugged and fold(name) in site_names(post.doc)) else name


def published(claim: Claim, post: Post) -> str | None:
    """A date, in the order of the page's own dates."""
    return date_of(claim.raw, post)


def rating(claim: Claim, post: Post) -> ratings.Rating | None:
    """A rating; the claim's place begins with its context."""
    context, colon, _ = claim.where.partition(": ")
    if not colon or context not in ratings.CONTEXTS:
        context = "jsonld"
    return ratings.parse_rating(claim.raw, context=context, language=post.language)


def people(claim: Claim, _post: Post) -> tuple[str, ...] | None:
    """The persons of a list."""
    return parse_people(claim.raw) or None


def without_rating(text: str, post: Post) -> str:
    """A bottom line without the rating that ends it as a sentence of its own: "... . My rating: 4/5."."""
    last = (sentences(text) or [""])[-1]
    if not 0 < len(last) <= LONGEST_RATING or len(last) == len(text) or not ratings.may_rate(last):
        return text
    found = ratings.parse_rating(last, context="own_line", language=post.language)
    said = last.rpartition(":")[2]
    alone = found is not None and found.value is not None and len(found.raw) * 2 >= len(said)
    return text.removesuffix(last).rstrip() if alone else text


def verdict(claim: Claim, post: Post) -> Verdict | None:
    """A bottom line without its label; a labelled one is cut to a few sentences, the other kinds come so."""
    if claim.where.startswith("bottom line: "):
        return Verdict(without_rating(claim.raw, post))
    label, rest = split_label(claim.raw)
    text = without_rating(trim_verdict(rest) or "", post)
    return Verdict(text, explicit=claim.where.startswith("label"), label=label) if text else None


def language(claim: Claim, _post: Post) -> str | None:
    """An ISO 639-1 code."""
    code = claim.raw[:2].lower()
    return code if code.isalpha() and len(code) == 2 else None


FIELDS: dict[str, Callable[[Claim, Post], Any]] = {
    "headline": headline,
    "film_title": film_title,
    "film_year": film_year,
    "author": author,
    "published": published,
    "language": language,
    "rating": rating,
    "cast": people,
    "directors": people,
    "verdict": verdict,
}
