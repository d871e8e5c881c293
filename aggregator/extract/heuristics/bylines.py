"""Who wrote a post: by-lines of its head and foot, labels, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from aggregator.extract.document import Block
from aggregator.extract.heuristics.credits_labelled import FIELD_OF
from aggregator.extract.markup import tags_of
from aggregator.extract.segment import Post
from aggregator.extract.sitename import is_home, site_names
from aggregator.records import Claim, Source
from aggregator.values.bylines import parse_byline
from aggregator.values.dates import date_spans, find_date, parse_date
from aggregator.values.patterns import Pattern
from aggregator.values.people import is_given, is_name, names_in, parse_author
from aggregator.values.text import fold
from aggregator.values.vocabulary import phrases_of

SIGNATURE = re.compile(r"^[-–—~]{1,2}\s*(?P<raw>[^\W\d_][^\d:;!?]{2,40})$")
LIFE = re.compile(
    r"(?P<raw>[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*){1,3}) (?:is|ist|est|es|è|é|jest|är|er)"
    r" (?:an?|the|our|ein|eine|une?|uno|una|um|uma|een|en|et) [^.]{0,60}?\b"
    r"(?:writer|(?:film )?critic|blogger|journalist|contributor|reviewer|editor|podcaster|film student|cinephile"
    r"|autorin|autor|autora|kritiker(?:in)?|journalistin|journaliste|periodista|giornalista|jornalista|redactora?)\b"
)
"""The line on the writer with which a text ends: "Ada Quill is a freelance writer who lives in Leeds."."""
LABELS = phrases_of("""
author|written by|posted by|by|reviewer|reviewed by|review by|writer|words|critic|autor|autorin|geschrieben von
verfasst von|von|kritiker|auteur|auteure|redige par|par|ecrit par|autora|escrito por|por|autore|autrice|scritto da
recensore|redator|geschreven door|autorka|skribent|forfatter|penulis
""")
"""Labels whose next line or cell is the writer (folded)."""
BOXES = phrases_of("""
about the author|about author|about the reviewer|about the critic|about the writer|about this author|uber den autor
uber die autorin|zur autorin|zum autor|a propos de lauteur|a propos de lautrice|sobre el autor|sobre la autora
sobre o autor|sobre a autora|sull autore|informazioni sull autore|over de auteur|o autorze|o autorce|om forfatteren
om forfattaren|om skribenten|tentang penulis
""")
"""Headings of a box on the writer (folded)."""
SUBJECT = Pattern(r"breadcrumb|categor(?:y|ies)")
"""Classes of what a post is filed under."""
LONGEST_LINE = 160
LONGEST_NAME = 60
LONGEST_DAY = 40
"""Characters of which a date alone has fewer."""
LONGEST_SIGNATURE = 80
LICENSED = re.compile(r"\bby (?P<raw>[^\W\d_][^,;:]{1,50}?),?(?: unless otherwise [\w ]{2,30},)? is licensed under\b")
LICENCE = " is licensed under"
"""How a line on the licence names the writer, and what it says in any case."""
DIGIT = re.compile(r"\d")
PARTED = re.compile(r"\s?[·•|]\s")
"""What parts date, writer and length in one line."""
READ_TIME = re.compile(r"^(?:\d{1,5} (?:min(?:ute)?s?(?: read)?|words?)\s?[·•|]\s?){1,2}(?P<raw>\D{2,50})$")
"""A line of how long a post is, and its writer."""
FIRST_SENTENCE = re.compile(r"(?P<raw>[^.!?:;]{8,60}[^\W\d_]{2})\. (?=[A-ZÀ-Þ])")
"""How a line begins that names the writer and then tells of them: "Article by Ada Quill. She lives in Leeds."."""
SITE_LINES = 30
"""Last lines of a page that may say whose it is."""
OWNED = Pattern(
    r"(?:(?:©|\([cC]\)|[Cc]opyright|\d{4}|[ ,–-])+(?:[Bb]y )?|[Ww]ritten by )(?P<raw>[A-ZÀ-Þ][^|©,\d]{4,40}?)"
    r"\.?(?: [-–|] .*|,? [Aa]ll [Rr]ights .*)?$"
)
"""The line of a page's foot that says whose it is: "© 2015 Ada Quill"."""
SIGNED_LINES = 3
"""Last lines of a text that may sign it."""
MANY_LINES = 2
"""A text of no more lines signs none of them with a name alone."""
OPENING_LINES = 8
"""First lines of a text that may still be its by-line, as long as none is a paragraph."""
FOOT_LINES = 10
BOX_LINES = 24
CELLS = frozenset(("td", "dd", "th", "dt"))
"""Tags of a list of facts, of the film as a rule."""
ELSEWHERE = frozenset(("related", "share", "aside"))


def find(post: Post) -> Iterator[Claim]:
    """Claims of author, the surest first."""
    yield from (claim for claim in signatures(post.lines) if not are_tags(claim.raw, post))
    lines = byline_lines(post)
    for place, block in enumerate(lines):
        before = lines[place - 1] if place else None
        if parse_byline(block.text):
            yield Claim("author", block.text, Source.HEURISTIC, f"by-line: {block.where}")
        elif (
            before
            and before.index == block.index - 1
            and fold(before.text) in LABELS
            and len(block.text) < LONGEST_NAME
            and not among_credits(lines, place)
        ):
            yield Claim("author", block.text, Source.HEURISTIC, f"labelled: {block.where}")
        elif match := READ_TIME.match(block.text):
            yield Claim("author", match["raw"], Source.HEURISTIC, f"behind the length: {block.where}")
    yield from beside_dates(post, lines)
    yield from author_box(post)
    for block in post.foot[:FOOT_LINES]:
        first = FIRST_SENTENCE.match(block.text) if len(block.text) > LONGEST_NAME else None
        if first and parse_byline(first["raw"]):
            yield Claim("author", first["raw"], Source.HEURISTIC, f"by-line of a biography: {block.where}")
    for block in post.foot:
        text = block.text[: 2 * LONGEST_LINE]
        if LICENCE in text and (match := LICENSED.search(text)):
            yield Claim("author", match["raw"], Source.HEURISTIC, f"licence: {block.where}")
    for block in post.doc.blocks[-SITE_LINES:]:
        own = OWNED.match(block.text) if 0 < len(block.text) <= LONGEST_LINE else None
        if own and is_name(own["raw"]) and is_given(own["raw"].split()[0]) and fold(own["raw"]) in site_names(post.doc):
            yield Claim("author", own["raw"], Source.HEURISTIC, f"whose site it is: {block.where}")


def among_credits(lines: list[Block], place: int) -> bool:
    """Whether the label of a line stands in a list of a film's credits: "Directed by | Ada | Written by | Bea"."""
    beside = [lines[at] for at in (place - 3, place + 1) if 0 <= at < len(lines)]
    return any(FIELD_OF.get(fold(block.text).rstrip(" :")) in ("directors", "cast", "crew") for block in beside)


def signatures(body: list[Block]) -> Iterator[Claim]:
    """Claims of a name that signs the text: "— Ada Quill", "Review by Ada Quill", or the name alone at the end."""
    for block in [*body[: -1 - SIGNED_LINES : -1], *body[:1]]:
        if block.quoted:
            continue  # whom the quotation is from
        if len(block.text) > LONGEST_SIGNATURE and (len(block.text) > LONGEST_LINE or not block.times):
            continue
        match = None if block.level else SIGNATURE.match(block.text)
        if match or parse_byline(block.text):
            yield Claim("author", match["raw"] if match else block.text, Source.HEURISTIC, f"signature: {block.where}")
    last = body[-1] if len(body) > MANY_LINES else None
    life = LIFE.match(last.text) if last is not None else None
    if last is not None and life and is_name(life["raw"]) and not any(life["raw"] in block.text for block in body[:-1]):
        yield Claim("author", life["raw"], Source.HEURISTIC, f"biography: {last.where}")
    if last is None or last.tag not in ("p", "div") or len(last.text) > LONGEST_NAME:
        return
    if is_name(last.text) and is_given(last.text.split()[0]):
        yield Claim("author", last.text, Source.HEURISTIC, f"signature: {last.where}")


def are_tags(text: str, post: Post) -> bool:
    """Whether a text is several of the post's categories and tags, one behind the other."""
    rest, found = f" {fold(text)} ", 0
    for tag in sorted(map(fold, tags_of(post)), key=len, reverse=True):
        if f" {tag} " in rest:
            rest, found = rest.replace(f" {tag} ", " ", 1), found + 1
    return found > 1 and not rest.strip()


def byline_lines(post: Post) -> list[Block]:
    """The short lines around a text in which its writer may stand."""
    opening: list[Block] = []
    for block in post.body[:OPENING_LINES]:
        if len(block.text) > LONGEST_LINE:
            break
        above = post.doc.blocks[block.index - 1]
        if above.zone == "author" and above.index >= post.body_start and is_day(block.text):
            opening.append(above)
        opening.append(block)
    return [
        block
        for block in [*post.head, *opening, *post.foot[:FOOT_LINES]]
        if block.text and len(block.text) <= LONGEST_LINE and block.zone not in ELSEWHERE
    ]


def is_day(text: str) -> bool:
    """Whether a line is a date with its year and nothing else."""
    return text[-4:].isdigit() and is_day_of_year(text)


def author_box(post: Post) -> Iterator[Claim]:
    """Claims of the name with which a biography under "About the author" begins."""
    for label, block in pairwise(post.foot[:BOX_LINES]):
        if fold(label.text) in BOXES and block.text:
            first = next(iter(names_in(block.text[:LONGEST_LINE])), ("", -1, -1))
            raw = first[0] if first[1] == 0 else block.text
            yield Claim("author", raw, Source.HEURISTIC, f"author box: {block.where}")


def beside_dates(post: Post, lines: list[Block]) -> Iterator[Claim]:
    """Claims of a name that shares a short line with a date, or stands alone right under the headline."""
    heading = post.heading.index if post.heading is not None else post.start - 1
    own = fold(post.headline or "")
    days_alone = {
        block.index for block in lines if block.index - heading in range(2, OPENING_LINES) and is_day(block.text)
    }
    for block in lines:
        text = block.text
        if raw := between(text, post):
            yield Claim("author", raw, Source.HEURISTIC, f"behind the date: {block.where}")
            continue
        near = heading < block.index <= heading + 2 or block.index + 1 in days_alone
        if len(text) > 2 * LONGEST_NAME or not (near or DIGIT.search(text)):
            continue
        days = date_spans(text)
        if not days and (len(text) > LONGEST_NAME or not is_name(text)):
            continue
        if any(not any(map(str.isalpha, text[:start] + text[end:])) for _, start, end in days[:1]):
            continue  # a date and nothing else
        if any(is_home(post.doc, link) for link in block.links[:1]):
            continue  # the name of the site, in one line with the date
        name = parse_author(text)
        if not name or fold(name) in own:
            continue
        if not is_name(name) and (" " not in name or block.tag == "li" or fold(name) in map(fold, tags_of(post))):
            continue
        if are_tags(name, post) or any(
            SUBJECT.search(span.classes) and name in span.inline_text for span in block.spans if span.tokens
        ):
            continue  # what the post is filed under
        given = is_given(name.split()[0])
        if text.startswith(name) and find_date(text[len(name) :], languages=(post.language,) if post.language else ()):
            yield Claim("author", text, Source.HEURISTIC, f"beside the date: {block.where}")
        elif (
            text.endswith(name)
            and find_date(text[: -len(name)].rstrip(" -–—|·•,"))
            and (len(text) <= LONGEST_NAME or PARTED.search(text))
        ):
            yield Claim("author", name, Source.HEURISTIC, f"beside the date: {block.where}")
        elif text == name and given and near and is_name(name) and not block.links and block.tag not in CELLS:
            yield Claim("author", text, Source.HEURISTIC, f"under the headline: {block.where}")
        elif text == name and is_name(name) and block.index + 1 in days_alone:
            yield Claim("author", text, Source.HEURISTIC, f"above the date: {block.where}")


def between(text: str, post: Post) -> str | None:
    """Who stands between date and category of a line: "3 March 2014 · Ada · Films"; a name of any kind."""
    parts = PARTED.split(text) if len(text) <= LONGEST_LINE else []
    if len(parts) < 3 or not is_day_of_year(parts[0]):
        return None
    tags = {fold(tag) for tag in tags_of(post)}
    name = parts[1].strip()
    if not tags or fold(name) in tags or not all(fold(part) in tags for part in parts[2].split(", ")):
        return None
    return name if parse_author(name) == name and not DIGIT.search(name) else None


def is_day_of_year(text: str) -> bool:
    """Whether a text is a date and no more, be its year first or last."""
    return len(text) < LONGEST_DAY and bool(DIGIT.search(text)) and parse_date(text) is not None
