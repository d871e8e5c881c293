"""Which film, and of which year: headline, address, emphasised titles, labelled lines, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.text import fold
from aggregator.values.titles import parse_headline, title_from_url

YEAR_LABELS = (
    r"year|release year|released?|release date|jahr|erscheinungsjahr|kinostart|año|année|anno|ano|rok|år|jaar"
    r"|produktionsjahr"
)
TITLE_LABELS = r"title|film|movie|original title|titel|titre|título|titolo|tytuł|originaltitel"
LABELLED_YEAR = re.compile(
    rf"^\W*(?:{YEAR_LABELS})\s*:\s*(?P<raw>[^\n]{{0,40}}?\b(?:18[89]\d|19\d\d|20[0-3]\d)\b)", re.I
)
LABELLED_TITLE = re.compile(rf"^\W*(?:{TITLE_LABELS})\s*:\s*(?P<raw>[^\n]{{1,80}})$", re.I)
BRACKET_YEAR = (
    r"[\"'’”»]?\s*[(\[](?:[^()\[\]]{0,40}[,;] ?)?(?P<raw>18[89]\d|19\d\d|20[0-3]\d)(?:[,;][^()\[\]]{0,60})?[)\]]"
)
OPENING_LINES = 12
"""Lines of a post in which the film's year is looked for beside its title."""


def find(post: Post) -> Iterator[Claim]:
    """Claims of film_title and film_year."""
    lines = [block for block in post.body if block.text]
    for block in lines[:40]:
        if len(block.text) < 120:
            match = LABELLED_YEAR.match(block.text)
            if match:
                yield Claim("film_year", match["raw"], Source.HEURISTIC, block.where)
            match = LABELLED_TITLE.match(block.text)
            if match:
                yield Claim("film_title", match["raw"], Source.HEURISTIC, block.where)
    if not post.headline:
        return
    headline = parse_headline(post.headline, language=post.language)
    marked = marked_title(post, headline.titles)
    if marked:
        yield Claim("film_title", marked, Source.HEURISTIC, "emphasised title")
    for title in headline.titles:
        yield Claim("film_title", title, Source.HEURISTIC, "headline")
    if headline.year:
        yield Claim("film_year", str(headline.year), Source.HEURISTIC, "headline")
    for name in headline.people:
        yield Claim("directors", name, Source.HEURISTIC, "headline")
    for title in headline.titles[:1]:
        beside = (
            re.compile(re.escape(fold(title)) + " " + r"(?P<raw>18[89]\d|19\d\d|20[0-3]\d)\b") if fold(title) else None
        )
        for block in lines[:OPENING_LINES]:
            if beside is None:
                break
            match = beside.search(fold(block.text[:600])) if "(" in block.text[:600] else None
            if match and re.search(BRACKET_YEAR, block.text):
                yield Claim("film_year", match["raw"], Source.HEURISTIC, block.where)
                break
    slug = title_from_url(post.url)
    if slug and not headline.titles:
        for title in parse_headline(slug).titles[:1]:
            yield Claim("film_title", title, Source.HEURISTIC, "url")


def marked_title(post: Post, guesses: tuple[str, ...]) -> str | None:
    """An emphasised run of the opening that the headline holds but that no guess equals."""
    if guesses or not post.headline:
        return None
    key = f" {fold(post.headline)} "
    for block in post.body[:6]:
        for mark in block.marks:
            inner = fold(mark.inline_text)
            if mark.tag in ("em", "i", "cite", "q") and inner and f" {inner} " in key:
                return mark.inline_text
    return None
