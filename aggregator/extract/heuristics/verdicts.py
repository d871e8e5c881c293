"""The bottom line: a labelled or headed verdict, one in a review box, else the part of the text that does the job."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aggregator.extract.document import Block
from aggregator.extract.heuristics.film_titles import names_of
from aggregator.extract.markup import AUTHOR_PATHS
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.names import is_name
from aggregator.values.patterns import Pattern
from aggregator.values.rating import may_rate, parse_rating
from aggregator.values.text import fold
from aggregator.values.verdict import (
    BEFORE,
    VERDICT_LABELS,
    bottom_line,
    bottom_line_weight,
    is_prose,
    label_weight,
    said_of,
    split_label,
)
from aggregator.values.verdict_words import WEAK_LABELS

BOXES = (
    "verdict",
    "review-verdict",
    "entry-verdict",
    "verdict-text",
    "film-verdict",
    "final-verdict",
    "bottom-line",
    "bottomline",
    "the-bottom-line",
    "review-bottom-line",
    "final-thoughts",
    "review-conclusion",
    "conclusion",
    "review-summary",
    "review-box-summary",
    "review-summary-content",
    "summary-content",
    "review-desc",
    "review-final-text",
    "lets-review-block__conclusion",
    "rwp-summary",
    "fazit",
    "takeaway",
)
"""Classes of a review box's summary; the page's own text inside is the verdict."""
REVIEWS = frozenset(("hreview", "h-review"))
LONGEST_BOX = 900
"""Characters of a box that sums up."""
SHORTEST = 9
"""Fewest characters of a labelled verdict."""
HEADED = 3
"""Lines under a heading among which its text is looked for."""
LONGEST_HEADED = 600
"""Characters of a headed text of more than one line."""
FEWEST = 3
"""Lines that tell something before spoilers or comments may begin."""
COMMENTS = Pattern(
    r"(?:\d+ )?(?:comments?|comentarios?|commentaires?|commenti?|kommentare?|komentarze?|reacties?"
    r"|kommentarer?|responses|replies)(?: \d+)?"
)
"""A heading (folded) of what readers say."""
NO_SPOILERS = Pattern(r"(?:no|non|free|without|ohne|sans|sin|sem|senza|frei|libre)\b", re.I)
LONGEST_POINTER = 160
READ_ON = Pattern(r"\b(?:read|check out|listen to|head over|click|hear)\b", re.I)
"""Characters of a line that sends readers elsewhere, and what it bids them do."""
LAST_LINES = 16
"""Lines at the end that are read for the part that sums up."""
SHORT_HEAD = 60
"""Longest line that may be a label behind a film's title."""
LONGEST_HEAD = 90
"""Characters in which the label of a longer line stands."""
ALL_LABELS = WEAK_LABELS.union(*VERDICT_LABELS.values())
LABEL_WORDS = frozenset(word for label in ALL_LABELS for word in label.split())
LABELS_FROM = {
    first: tuple(f"{label} " for label in ALL_LABELS if f"{label} ".startswith(f"{first} "))
    for first in {label.partition(" ")[0] for label in ALL_LABELS}
}
"""All labels (folded), their words, and of each first word the labels that begin with it."""
BOLD = frozenset(("b", "strong"))
PLOTS = frozenset(("summary", "resumen", "resumo", "zusammenfassung", "resume"))
"""Labels (folded) of the plot, where another heading follows."""
PLOT_HEADS = PLOTS.union(
    (
        "synopsis",
        "plot",
        "the plot",
        "plot summary",
        "the story",
        "story",
        "storyline",
        "sinopsis",
        "argumento",
        "sinopse",
    ),
    ("enredo", "trama", "la trama", "sinossi", "handlung", "inhalt", "die handlung", "histoire", "lhistoire"),
    ("synopsis et vue densemble", "verhaal", "het verhaal", "fabula", "handling", "handlingen", "handlinga"),
)
"""Headings (folded) of what the film tells."""
LONGEST_RATING = 60
"""Characters of a line that may be nothing but a rating."""
RATES = Pattern(
    r"(?:I|[Ww]e)(?:['’]d|['’]m|['’]ll| would| will| am| have)? (?:rated?|giv(?:e|en|ing)|gave|scored?) "
    r"(?:it|[Tt]his(?: one| film| movie)?|[Tt]he (?:film|movie)|[A-Z]\S*(?: [A-Z]\S*)*)(?: an?)? [\w.,/½★☆-]+"
    r"(?: (?:out )?of (?:\d+|[a-z]+)| stars?| points?)*\W*$"
)
"""A sentence that gives a rating and says nothing else."""


def find(post: Post) -> Iterator[Claim]:
    """Claims of a verdict that something marks, the surest first."""
    yield from labelled(post.lines, post.language)
    yield from boxed(post)


def labelled(lines: Sequence[Block], language: str | None) -> Iterator[Claim]:
    """Verdicts that a label or a heading marks; of several the last, and "Verdict" before "Overall"."""
    found: list[tuple[float, int, Claim]] = []
    for number, block in enumerate(lines):
        if not may_be_labelled(block.text):
            continue
        raw = block.text
        label, rest = split_label(raw[:2000])
        if label is None:
            label, rest = marked_label(block)
            raw = f"{label}: {rest}"
        if label is None:
            continue
        if fold(label) in PLOTS and any(later.level for later in lines[number + 1 :]):
            continue
        where, weight = f"label: {block.where}", label_weight(label)
        if len(rest) >= SHORTEST and not only_rating(rest, language):
            found.append((weight, number, Claim("verdict", raw, Source.HEURISTIC, where)))
        elif stands_alone(block, label) and (text := headed_text(lines[number + 1 :], language)):
            found.append((weight, number, Claim("verdict", f"{label}: {text}", Source.HEURISTIC, where)))
    for _, _, claim in sorted(found, key=lambda row: row[:2], reverse=True):
        yield claim


def may_be_labelled(text: str) -> bool:
    """A cheap test that every line with a label passes: it begins with a label, or, if short, has a label's word."""
    if len(text) <= SHORT_HEAD:
        return not LABEL_WORDS.isdisjoint(fold(text).split())
    head = text[:LONGEST_HEAD].lstrip(BEFORE)
    first = fold(head.partition(" ")[0]).partition(" ")[0]
    if first and first not in LABELS_FROM:
        return False
    key = f"{fold(head)} "
    return key.startswith(LABELS_FROM.get(key.partition(" ")[0], ()))


def marked_label(block: Block) -> tuple[str | None, str]:
    """The label that a line sets in bold before its text, without a colon: "<b>Verdict</b> A slow film."."""
    for mark in block.marks[:1]:
        if mark.tag in BOLD and block.text.startswith(mark.inline_text) and fold(mark.inline_text) in ALL_LABELS:
            return mark.inline_text, block.text[len(mark.inline_text) :].strip()
    return None, block.text


def stands_alone(block: Block, label: str) -> bool:
    """Whether a line without text of its own heads what follows: a heading, an emphasised line, or one with a colon."""
    if block.level or block.text.rstrip().endswith((":", "：")) or fold(block.text) == fold(label):
        return True
    return any(mark.inline_text == block.text for mark in block.marks)


def headed_text(following: Sequence[Block], language: str | None) -> str:
    """The text under a heading: its lines but for ratings, as far as they are prose and few."""
    parts: list[str] = []
    for block in following[:HEADED]:
        if block.level:
            break
        if only_rating(block.text, language) or (not parts and len(block.text) < SHORTEST):
            continue
        if parts and (not is_prose(block.text) or sum(map(len, (*parts, block.text))) > LONGEST_HEADED):
            break
        parts.append(block.text)
    return " ".join(parts)


def only_rating(text: str, language: str | None) -> bool:
    """Whether a line gives a rating and says nothing else."""
    if len(text) > LONGEST_RATING or not may_rate(text):
        return False
    rating = parse_rating(text, context="own_line", language=language)
    return rating is not None and rating.style != "words" and len(rating.raw) * 2 >= len(text)


def boxed(post: Post) -> Iterator[Claim]:
    """The summary of a review box or of an hReview, by its class."""
    summaries = [
        e for e in post.elements("summary", "p-summary") if any(h in REVIEWS for p in e.chain() for h in p.tokens)
    ]
    for element in (*post.elements(*BOXES), *summaries):
        text = post.doc.text_of(element)
        label, rest = split_label(text)
        if SHORTEST <= len(rest) <= LONGEST_BOX and not only_rating(rest, post.language):
            where = f"label: .{element.tokens[0]}"
            yield Claim("verdict", f"{label}: {rest}" if label else text, Source.HEURISTIC, where)


def unlabelled(post: Post) -> Iterator[Claim]:
    """The part of the text that does the job of a bottom line, before one that gives the plot away if that sums up."""
    if not post.complete:
        return
    language = post.language
    prose, spoiled = told(post.lines)
    texts = opinions(prose)
    found = bottom_line(texts, language, reach=LAST_LINES)
    if spoiled and (found is None or not bottom_line_weight(found[1], language)):
        early = bottom_line(texts[:spoiled], language, reach=LAST_LINES)
        found = early if early is not None and bottom_line_weight(early[1], language) else found
    if found is not None:
        number, text = found
        if not bottom_line_weight(text, language):
            said = said_of(texts, names_of(post), language)
            number, text = said if said is not None and said[1] not in text else found
        yield Claim("verdict", text, Source.HEURISTIC, f"bottom line: {prose[number].where}")


def opinions(lines: Sequence[Block]) -> list[str]:
    """The texts of the lines, each empty that is a heading or stands under one of the plot before another heading."""
    last = max((at for at, block in enumerate(lines) if block.level), default=-1)
    texts: list[str] = []
    plot = False
    for at, block in enumerate(lines):
        if block.level:
            plot = at < last and len(block.text) <= SHORT_HEAD and fold(block.text) in PLOT_HEADS
        texts.append("" if plot or block.level else block.text)
    return texts


def told(lines: Sequence[Block]) -> tuple[list[Block], int]:
    """The lines without comments and without quotations at the end, and how many stand before spoilers, or 0."""
    prose: list[Block] = []
    spoiled: Block | None = None
    for block in lines:
        if len(block.text) <= SHORT_HEAD and len(prose) >= FEWEST:
            if block.level and COMMENTS.fullmatch(fold(block.text)):
                break
            if block.level and is_name(block.text) and leads_to_writer(block):
                break
            if spoiled is None and "poiler" in block.text.lower() and not NO_SPOILERS.search(block.text):
                spoiled = block
        prose.append(block)
    own = [
        block
        for block in prose[-LAST_LINES:]
        if not (block.quoted or (block.spans and points(block)) or gives_rating(block))
    ]
    if any(is_prose(block.text) for block in own):
        prose = [*prose[:-LAST_LINES], *own]
    return prose, prose.index(spoiled) if spoiled in prose else 0


def leads_to_writer(block: Block) -> bool:
    """Whether a heading links to a writer's own page, as over a biography."""
    around = [*block.links, *(element for element in block.box.chain() if element.tag == "a")]
    return any(path in link.get("href") for link in around for path in AUTHOR_PATHS)


def points(block: Block) -> bool:
    """Whether a line sends its readers to another post: "Go read <a>what I make of the end</a>"."""
    if not 0 < len(block.text) <= LONGEST_POINTER or not READ_ON.search(block.text):
        return False
    return sum([len(link.inline_text) for link in block.links]) * 5 > len(block.text) * 2


def gives_rating(block: Block) -> bool:
    """Whether a line is a sentence that gives the rating and says nothing else: "I rated this film 8/10."."""
    return len(block.text) <= LONGEST_RATING and RATES.match(block.text) is not None and may_rate(block.text)
