"""The critic's own rating in the text of a post: where it may stand, in order of preference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aggregator.extract.document import Block
from aggregator.extract.heuristics.stars import Drawn, drawn
from aggregator.extract.markup import tags_of
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.rating import Rating, parse_rating
from aggregator.values.rating.glyphs import SYMBOLS
from aggregator.values.rating.labels import LABEL_WORDS, LABELS, is_aspect
from aggregator.values.rating.words import OVERALL_WORDS
from aggregator.values.text import fold, sentences
from aggregator.values.titles import parse_headline

PLACES = (
    "overall",  # a line that a label of the whole marks: beside ratings of parts it is the film's
    "label",  # a line that any label marks: "My rating: B+"
    "box",  # drawn or written in an element of the review's own box
    "edge",  # a line of its own before or after the text
    "headline",
    "drawn",  # stars of images, icons, widths, attributes
    "alt",  # what a picture says
    "named",  # a sentence that names the film
    "closing",  # a sentence of the last paragraphs
    "line",  # a line of its own amid the text
    "sentence",
    "run",  # an emphasised run at the beginning or end of a paragraph
    "count",  # a number of anything on a line of its own: "4 cups of tea"
    "tag",
    "words",  # "Recommended." and the like, which give no number
)
"""Where a rating may stand, the surest place first; in one place the first counts, of sentences the last."""
RANK = {place: rank for rank, place in enumerate(PLACES)}

LINE = 130
"""Longest line, in characters, that may be nothing but a rating with its label."""
LABEL_ALONE = 45
"""Longest line that may be a label with its value in the next cell or line."""
HEAD_LINES, END_LINES = 8, 8
"""Lines before and after the text that are its edges."""
TEXT = 160
"""Characters of a line that is text."""
CLOSING = 2
"""Paragraphs at the end in which a sentence with a rating is the critic's last word."""
LEGEND = 4
"""Lines in a row, each with another rating, that explain a scale."""
MOST_SENTENCES = 3
"""Sentences of a paragraph that are read."""
ZONES = frozenset(("", "footer", "author"))
BOX = re.compile(r"(?:^|[-_ ])(?:review|rating|score|verdict|infobox|film-?info|movie-?info|grade|wertung|critic)")
"""Classes of a box of the post's own that a theme draws as an <aside>."""

HINT = re.compile(
    rf"[{SYMBOLS}👍👎½]|\*\s?\*|@@|\d|\b[A-DF](?:\s?[+−–-]|\W{{0,3}}$)|star|stern|sterr|toile|estrel|stell|gwiazd|stj"
    r"|thumb|daumen|pouce|pulgar|pollic|grade|recommend|skip|watch|must|avoid|rent|worth|empf|sehens|voir|consigli"
    r"|polec|recomend|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|zero)\b",
    re.I,
)
"""What a line that is a rating cannot do without."""
SPOKEN = re.compile(
    rf"[{SYMBOLS}]|\*\*|\d\s?/\s?\d|\d\s?%|\b[A-DF][+−–](?!\w)|\b[A-DF]-(?!\w)|\bstars?\b|\bout of\b|\bof out\b"
    r"|thumbs? "
    r"|\b(?:give|giving|gave|gets?|rate[ds]?|rating|scores?|graded?|award|earns?|deserves)\b.{0,60}"
    r"(?:\d|\b[A-DF]\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"|\d\s(?:von|sur|sobre|su|de|na|av|af|van de)\s(?:\d|zehn|fünf|dix|cinq|diez|cinco|dieci|cinque)|sternen?\b|étoile"
    r"|estrell|stelle\b|estrela|sterren|gwiazd|stjärn|stjern|\b(?:wertung|note|nota|voto|ocena|betyg|cijfer)\b.{0,20}\d",
    re.I,
)
"""What a paragraph with a rating in a sentence cannot do without."""
MARK = re.compile(
    r"\W?(\d{1,2}(?:[.,]\d)?\s?/\s?(?:4|5|6|10|100))(?![\d/%])(?:\s?[:,.;)–—-]|\s(?:is|for|because|from)\b)", re.I
)
"""A mark that opens a paragraph which goes on to explain it."""
STARRY = re.compile(r"[★☆⭐]|star|stern|toile|estrel|stell|gwiazd|stj", re.I)
TAG = re.compile(r"[★⭐]|\bstars?\b|\d\s?(?:/|out of)\s?\d|\b(?:rating|rated|grade|score)\b.{0,3}\w", re.I)
LABEL_END = re.compile(r"[:=–—|(]| - |[★☆⭐\d]|$")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NO_MARK = frozenset(("imdb", "metacritic", "rotten", "tomatoes", "mpaa", "fsk", "age", "audience", "user", "readers"))


class Found(NamedTuple):
    """A text that gives a rating: its place in `PLACES`, the order within it, and what it was read from."""

    place: str
    order: int
    raw: str
    context: str  # of `parse_rating`
    where: str


OwnLine = tuple[int, Block, str, Rating]
"""A line without a label: its number, the line, the part of its text that was read, and what it gave."""


def find(post: Post) -> Iterator[Claim]:
    """Claims of rating, the surest first."""
    images = drawn(post)
    found = [*written(post, {mark.block for mark in images if mark.block is not None}), *seen(post, images)]
    found.sort(key=lambda one: (RANK[one.place], one.order))
    for one in found:
        yield Claim("rating", one.raw, Source.HEURISTIC, f"{one.context}: {one.where}")
    if not found:
        for tag in tags_of(post):
            if len(tag) <= 30 and TAG.search(tag) and reads(tag, "own_line", post):
                yield Claim("rating", tag, Source.HEURISTIC, "own_line: tag")


def reads(text: str, context: str, post: Post) -> Rating | None:
    """The rating that a text gives where it stands."""
    return parse_rating(text, context=context, language=post.language)


def own_blocks(post: Post) -> list[Block]:
    """The lines of a post that may rate its film: not comments, votes, related posts or the side."""
    blocks = [b for b in (*post.blocks, *post.after[:3]) if b.zone in ZONES or (b.zone == "aside" and boxed(b))]
    return [block for block in blocks if block is not post.heading]


def boxed(block: Block) -> bool:
    """Whether a line stands in a box of the review."""
    return any(BOX.search(element.classes) for element in block.box.chain() if element.classes)


def quoted(block: Block) -> bool:
    """Whether a line is a quotation: what other people say."""
    return block.text[0] in '“"«„' or any(element.tag == "blockquote" for element in block.box.chain())


def written(post: Post, covered: set[int]) -> Iterator[Found]:
    """Ratings in words and glyphs; `covered` are the lines whose glyphs a drawing settles."""
    blocks = [block for block in own_blocks(post) if block.text]
    first, last = edges(blocks)
    lines: list[OwnLine] = []
    for number, block in enumerate(blocks):
        text = block.text
        if len(text) > LINE:
            if SPOKEN.search(text) and not quoted(block):
                yield from spoken(post, block, number, closing=number >= last - CLOSING)
            continue
        kind = label_kind(text)
        value = blocks[number + 1] if kind and len(text) <= LABEL_ALONE and number + 1 < len(blocks) else None
        if value is not None and is_value(value) and not text.endswith("?"):
            raw = f"{text.rstrip(' :')}: {value.text}"
            if reads(raw, "own_line", post):
                yield Found(kind, number, raw, "own_line", value.where)
                continue
        if not HINT.search(text) or block.index in covered or kind == "aspect":
            continue
        rating = reads(text, "own_line", post)
        if rating is None and (mark := MARK.match(text)) and not quoted(block):
            text, rating = mark[1], reads(mark[1], "own_line", post)
        if rating is None:
            continue
        if rating.value is None:
            yield Found("words", number, text, "own_line", block.where)
        elif kind:
            yield Found(kind, number, text, "own_line", block.where)
        else:
            lines.append((number, block, text, rating))
    for number, block, text, rating in without_legend(lines):
        edge = first - HEAD_LINES <= number <= first or last <= number <= last + END_LINES
        yield Found(place_of(block, rating, post, edge=edge), number, text, "own_line", block.where)
    yield from headed(post)


def place_of(block: Block, rating: Rating, post: Post, *, edge: bool) -> str:
    """The place of a line without a label."""
    if rating.best is None and rating.style == "stars" and rating.raw[:1].isdigit() and not STARRY.search(rating.raw):
        return "count"
    if len(rating.raw) * 2 >= len(block.text):
        return "edge" if edge else "line"
    return "named" if names_film(block.text, post) else "closing" if edge else "sentence"


def edges(blocks: Sequence[Block]) -> tuple[int, int]:
    """Numbers of the first and the last line that is text."""
    texts = [number for number, block in enumerate(blocks) if len(block.text) >= TEXT]
    return (texts[0], texts[-1]) if texts else (0, len(blocks) - 1)


def label_kind(text: str) -> str:
    """The place that a line's label gives it: "overall", "label", "aspect" for a part of the film, else empty."""
    end = LABEL_END.search(text)
    head = text[: end.start() if end else 60][:60].lower()
    words = WORD.findall(head)
    if not words or len(words) > 6 or not NO_MARK.isdisjoint(words):
        return ""
    if is_aspect(head):
        return "aspect"
    known = [word for word in words if word in LABEL_WORDS and word in LABELS]
    if not known and head.strip() not in LABELS:
        return ""
    return "overall" if not OVERALL_WORDS.isdisjoint(words[:4]) and (len(words) > 1 or known) else "label"


def is_value(block: Block) -> bool:
    """Whether a line may be the value of the label before it."""
    return len(block.text) <= LABEL_ALONE and bool(HINT.search(block.text)) and not label_kind(block.text)


def without_legend(lines: list[OwnLine]) -> Iterator[OwnLine]:
    """The lines of their own without those that explain the scale: several in a row, each with another rating."""
    run: list[OwnLine] = []
    for line in [*lines, None]:
        if line is not None and run and line[0] - run[-1][0] == 1:
            run.append(line)
            continue
        if len(run) < LEGEND or len({rating.value for *_, rating in run}) < len(run):
            yield from run
        run = [line] if line is not None else []


def spoken(post: Post, block: Block, number: int, *, closing: bool) -> Iterator[Found]:
    """Sentences of a paragraph that rate the film, and emphasised runs in it."""
    parts = sentences(block.text)
    told = [part for part in parts if SPOKEN.search(part)]
    for part in told[-MOST_SENTENCES:]:
        context = "end_of_sentence" if part is parts[-1] else "inline"
        if reads(part, context, post):
            place = "named" if names_film(part, post) else "closing" if closing else "sentence"
            yield Found(place, -number, part, context, block.where)
    for mark in block.marks:
        text = mark.inline_text
        if not (block.text.startswith(text) or block.text.rstrip(".!)").endswith(text)):
            continue
        if len(text) <= LABEL_ALONE and SPOKEN.search(text) and reads(text, "own_line", post):
            kind = label_kind(text)
            yield Found("run" if kind in {"", "aspect"} else kind, -number, text, "own_line", block.where)


def names_film(sentence: str, post: Post) -> bool:
    """Whether a sentence names the reviewed film."""
    titles = parse_headline(post.headline, language=post.language).titles if post.headline else ()
    key = f" {fold(sentence)} "
    names = {name for title in titles for name in (fold(title), fold(title.partition(":")[0]))}
    return any(len(name) > 3 and f" {name} " in key for name in names)


def headed(post: Post) -> Iterator[Found]:
    """The rating in the headline."""
    if post.headline:
        raw = parse_headline(post.headline, language=post.language).rating_raw
        if raw:
            yield Found("headline", 0, raw, "heading", "headline")


def seen(post: Post, images: Sequence[Drawn]) -> Iterator[Found]:
    """Ratings in pictures, icons and attributes."""
    for order, mark in enumerate(images):
        if reads(mark.raw, mark.context, post):
            yield Found(mark.place, order, mark.raw, mark.context, mark.where)
