"""The critic's own rating in the text of a post: where it may stand, in order of preference."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from aggregator.extract.document import Block
from aggregator.extract.heuristics.ratings_words import HEADED, HEADS, SIGNS, SLASH
from aggregator.extract.heuristics.stars import Drawn, drawn
from aggregator.extract.markup import tags_of
from aggregator.extract.segment import HEAD, Post
from aggregator.records import Claim, Source
from aggregator.values.rating import SHORT, Rating, parse_rating
from aggregator.values.rating.glyphs import SYMBOLS
from aggregator.values.rating.labels import LABEL_WORDS, LABELS, is_aspect
from aggregator.values.rating.things import ASPECTS
from aggregator.values.rating.words import OVERALL_WORDS
from aggregator.values.text import fold, places_of, sentences
from aggregator.values.vocabulary import lower_words

PLACES = (
    "overall",  # a line that a label of the whole marks: beside ratings of parts it is the film's
    "label",  # a line that any label marks: "My rating: B+"
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
SURE = frozenset(("overall", "label", "edge"))
"""Places of a rating beside which no sentence counts."""
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

_BEHIND = r"(?:(?<![*@A-DF])|(?<=\*)\s?\*|(?<=@)@|(?<=\b[A-DF])(?:\s?[+−–-]|\W{0,3}$))"
MARKED = re.compile(f"[0-9０-９{SYMBOLS}👍👎½*@A-DF]{_BEHIND}")
"""One set first, for which `re` can skip; a star, an @ and a letter need more behind them."""
PLAINLY_MARKED = re.compile(f"[0-9*@A-DF]{_BEHIND}")
"""The same for a text in ASCII: a small set is skipped many times as fast."""
LETTER = re.compile(r"[A-DF](?<![^\W_].)[+−–-](?!\w)")
GRADES = frozenset("ABCDF")
STROKES = ("+", "−", "–", "-")
"""A grade with its sign, and of what it is made."""
DATED = re.compile(r"\d{4}|\d:\d\d|\d,\d{3}")
MARK = re.compile(
    r"\W?(\d{1,2}(?:[.,]\d)?\s?/\s?(?:4|5|6|10|100))(?![\d/%])(?:\s?[:,.;)–—-]|\s(?:is|for|because|from)\b)"
    r"|([A-D][+−–-])(?=[.,:;] [A-Z])",
    re.I,
)
"""A mark that opens a paragraph which goes on to explain it."""
STARRY = re.compile(r"[★☆⭐]|star|stern|toile|estrel|stell|gwiazd|stj", re.I)
TAG = re.compile(r"[★⭐]|\bstars?\b|\d\s?(?:/|out of)\s?\d|\b(?:rating|rated|grade|score)\b.{0,3}\w", re.I)
GIVEN = re.compile(r"\b(?:gave|give|given|rated|awarded) [\"“'‘]?\Z", re.I)
"""How a sentence goes on to the film that it rates."""
LABEL_END = re.compile(r"[:=–—|(]| - |[★☆⭐\d]|$")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LABELLING = LABEL_WORDS | ASPECTS
"""Words of which a label must have one."""
NO_MARK = frozenset(("imdb", "metacritic", "rotten", "tomatoes", "mpaa", "fsk", "age", "audience", "user", "readers"))


class Found(NamedTuple):
    """A text that gives a rating: its place in `PLACES`, the order within it, and what it was read from."""

    place: str
    order: int
    raw: str
    context: str  # of `parse_rating`
    where: str


class Reading(NamedTuple):
    """A post as it is read for ratings: its lines, and the rows of the tables above that may stand in them."""

    post: Post
    blocks: list[Block]
    lows: list[str]  # the lines in lower case
    words: list[str]
    telling: list[str]
    numbers: list[str]
    lettered: bool  # a grade with a sign may stand in them
    first: int  # numbers of the first and the last line that is text
    last: int


OwnLine = tuple[int, Block, str, Rating]
"""A line without a label: its number, the line, the part of its text that was read, and what it gave."""


def find(post: Post) -> Iterator[Claim]:
    """Claims of rating, the surest first; the sentences are read only where no line of its own rates the film."""
    images = drawn(post)
    reading = reading_of(post)
    found = [*in_lines(reading, {mark.block for mark in images}), *headed(reading), *seen(post, images)]
    if SURE.isdisjoint([one.place for one in found]):
        found += in_text(reading)
    found.sort(key=lambda one: (RANK[one.place], one.order))
    for one in found:
        yield Claim("rating", one.raw, Source.HEURISTIC, f"{one.context}: {one.where}")
    if not found:
        for tag in tags_of(post):
            if len(tag) <= 30 and TAG.search(tag) and reads(tag, "own_line", post):
                yield Claim("rating", tag, Source.HEURISTIC, "own_line: tag")


def reading_of(post: Post) -> Reading:
    """The lines of a post that may rate its film."""
    blocks = own_blocks(post)
    own = dict(zip([block.index for block in post.lines], post.low.split("\n"), strict=False))  # none: one empty line
    lows = [own[block.index] if block.index in own else block.text.lower() for block in blocks]
    head = (post.headline or "").lower()
    around = [head, *[low for block, low in zip(blocks, lows, strict=True) if block.index not in own]]
    low = "\n".join([head, *lows])
    heads = {word[:HEAD] for word in lower_words("\n".join(around))}
    tables: tuple[list[str], ...] = ([], [], [])
    for head in (HEADS & post.heads) | (HEADS & heads):
        for table, piece in HEADED[head]:
            tables[table].append(piece)
    words, telling, numbers = tables
    telling += [*[sign for sign in SIGNS if sign in low], *set(SLASH.findall(low))]
    lettered = is_signed("\n".join([post.headline or "", *[block.text for block in blocks]]))
    return Reading(post, blocks, lows, words, telling, numbers, lettered, *edges(blocks))


def reads(text: str, context: str, post: Post) -> Rating | None:
    """The rating that a text gives where it stands."""
    return parse_rating(text, context=context, language=post.language)


def own_blocks(post: Post) -> list[Block]:
    """The lines of a post that may rate its film: not comments, votes, related posts or the side."""
    return [
        block
        for block in (*post.blocks, *post.after[:3])
        if block.text
        and (block.zone in ZONES or (block.zone == "aside" and boxed(block)))
        and block is not post.heading
    ]


def boxed(block: Block) -> bool:
    """Whether a line stands in a box of the review."""
    return any(BOX.search(element.classes) for element in block.box.chain() if element.classes)


def quoted(block: Block) -> bool:
    """Whether a line is a quotation: what other people say."""
    return block.text[0] in '“"«„' or block.quoted


def in_text(reading: Reading) -> Iterator[Found]:
    """Ratings in the sentences of paragraphs."""
    for number, (block, low) in enumerate(zip(reading.blocks, reading.lows, strict=True)):
        if len(low) <= LINE:
            continue
        telling = [piece for piece in reading.telling if piece in low]
        lettered = reading.lettered and is_signed(block.text)
        if (telling or lettered) and not quoted(block):
            here = reading._replace(telling=telling, lettered=lettered)
            yield from spoken(here, block, number, closing=number >= reading.last - CLOSING)


def in_lines(reading: Reading, covered: Container[int | None]) -> Iterator[Found]:
    """Ratings in lines of their own; `covered` are those whose glyphs a drawing settles."""
    post, blocks = reading.post, reading.blocks
    first, last = reading.first, reading.last
    lines: list[OwnLine] = []
    taken = -1  # a value that a label before it has taken
    marked = [
        len(low) <= LINE and may_be_mark(block.text, low, reading)
        for block, low in zip(blocks, reading.lows, strict=True)
    ]
    for number, block in enumerate(blocks):
        text = block.text
        value = blocks[number + 1] if len(text) <= LABEL_ALONE and any(marked[number + 1 : number + 2]) else None
        if number == taken or not (marked[number] or value is not None) or not text:
            continue
        kind = label_kind(text)
        alone = kind and not text.rstrip("% ")[-1:].isdigit() and not text.endswith("?")
        if value is not None and alone and is_value(value):
            raw = f"{text.rstrip(' :')}: {value.text}"
            if kind == "aspect":
                taken = number + 1
            elif reads(raw, "own_line", post):
                taken = number + 1
                yield Found(kind, number, raw, "own_line", value.where)
                continue
        if not marked[number] or block.index in covered or kind == "aspect":
            continue
        rating = reads(text, "own_line", post)
        if rating is None and len(text) > SHORT:
            text = text.rpartition(". ")[2]
            rating = reads(text, "own_line", post) if len(text) <= SHORT else None
        if rating is None and (mark := MARK.match(text)) and not quoted(block):
            text = mark[1] or mark[2]
            rating = reads(text, "own_line", post)
        if rating is None:
            yield from emphasised(reading, block, number)
            continue
        if rating.value is None or kind:
            yield Found("words" if rating.value is None else kind, number, text, "own_line", block.where)
        else:
            lines.append((number, block, text, rating))
    for number, block, text, rating in without_legend(lines):
        edge = first - HEAD_LINES <= number <= first or last <= number <= last + END_LINES
        yield Found(place_of(block, rating, post, edge=edge), number, text, "own_line", block.where)


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


def has_any(text: str, words: Sequence[str]) -> bool:
    """Whether a text has any of the words, written in the same case."""
    return any(map(text.__contains__, words))


def tells(text: str, low: str, reading: Reading) -> bool:
    """Whether a text (`low`: in lower case) has one of `TELLING`, a sign or a signed letter."""
    return has_any(low, reading.telling) or (reading.lettered and is_signed(text))


def is_signed(text: str) -> bool:
    """Whether a grade with a sign stands in a text."""
    marked = (text[at - 1 : at] in GRADES for stroke in STROKES for at in places_of(stroke, text))
    return any(marked) and LETTER.search(text) is not None


def is_marked(text: str) -> bool:
    """Whether a digit, a glyph or a grade stands in a text."""
    return (PLAINLY_MARKED if text.isascii() else MARKED).search(text) is not None


def may_be_mark(text: str, low: str, reading: Reading) -> bool:
    """A cheap test that every line (`low`: in lower case) passes which is a rating."""
    if not is_marked(text):
        return has_any(low, reading.words)
    return DATED.search(text) is None or tells(text, low, reading)


def may_be_told(sentence: str, reading: Reading) -> bool:
    """A cheap test that a sentence passes which gives a rating."""
    low = sentence.lower()
    if not has_any(low, reading.telling):
        return reading.lettered and is_signed(sentence)
    return has_any(low, reading.numbers) or is_marked(sentence)


def label_kind(text: str) -> str:
    """The place that a line's label gives it: "overall", "label", "aspect" for a part of the film, else empty."""
    if LABELLING.isdisjoint(WORD.findall(text[:60].lower())):
        return ""
    end = LABEL_END.search(text)
    head = text[: end.start() if end else 60][:60].lower()
    words = WORD.findall(head)
    if not words or len(words) > 6 or LABELLING.isdisjoint(words) or not NO_MARK.isdisjoint(words):
        return ""
    if not ASPECTS.isdisjoint(words) and is_aspect(head):
        return "aspect"
    known = [word for word in words if word in LABEL_WORDS and word in LABELS]
    if not known and head.strip() not in LABELS:
        return ""
    return "overall" if not OVERALL_WORDS.isdisjoint(words[:4]) and (len(words) > 1 or known) else "label"


def is_value(block: Block) -> bool:
    """Whether a line that may be a mark may be the value of the label before it."""
    return len(block.text) <= LABEL_ALONE and not label_kind(block.text)


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


def spoken(reading: Reading, block: Block, number: int, *, closing: bool) -> Iterator[Found]:
    """Sentences of a paragraph that rate the film, and emphasised runs in it."""
    post = reading.post
    parts = sentences(block.text)
    told = list(islice((part for part in reversed(parts) if may_be_told(part, reading)), MOST_SENTENCES))
    for part in reversed(told):
        context = "end_of_sentence" if part is parts[-1] else "inline"
        if reads(part, context, post) and not rates_another(part, block, post):
            place = "named" if names_film(part, post) else "closing" if closing else "sentence"
            yield Found(place, -number, part, context, block.where)
    yield from emphasised(reading, block, number)


def rates_another(sentence: str, block: Block, post: Post) -> bool:
    """Whether a sentence gives its rating to another film, set apart: "I gave <em>District 9</em> 5 out of 5"."""
    given = (GIVEN.search(sentence.partition(mark.inline_text)[0]) for mark in block.marks)
    return any(given) and not names_film(sentence, post)


def emphasised(reading: Reading, block: Block, number: int) -> Iterator[Found]:
    """Emphasised runs at the beginning or end of a text that are a rating."""
    for mark in block.marks:
        text = mark.inline_text
        if not (block.text.startswith(text) or block.text.rstrip(".!)").endswith(text)):
            continue
        if (
            len(text) <= LABEL_ALONE
            and may_be_mark(text, text.lower(), reading)
            and reads(text, "own_line", reading.post)
        ):
            kind = label_kind(text)
            yield Found("run" if kind in {"", "aspect"} else kind, -number, text, "own_line", block.where)


def names_film(sentence: str, post: Post) -> bool:
    """Whether a sentence names the reviewed film."""
    titles = post.announced.titles
    key = f" {fold(sentence)} "
    names = {name for title in titles for name in (fold(title), fold(title.partition(":")[0]))}
    return any(len(name) > 3 and f" {name} " in key for name in names)


def headed(reading: Reading) -> Iterator[Found]:
    """The rating in the headline."""
    post = reading.post
    if post.headline:
        raw = post.announced.rating_raw
        rating = (
            None
            if raw
            else reads(post.headline, "heading", post)
            if may_be_mark(post.headline, post.headline.lower(), reading)
            else None
        )
        if raw or (rating is not None and rating.best is not None):
            yield Found("headline", 0, raw or post.headline, "heading", "headline")


def seen(post: Post, images: Sequence[Drawn]) -> Iterator[Found]:
    """Ratings in pictures, icons and attributes."""
    for order, mark in enumerate(images):
        if reads(mark.raw, mark.context, post):
            yield Found(mark.place, order, mark.raw, mark.context, mark.where)
