"""When a post was published: dates in its head and foot, and at the very beginning of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.extract.document import Block
from aggregator.extract.furniture import unread_lines
from aggregator.extract.markup import is_change
from aggregator.extract.segment import Post
from aggregator.extract.zones import BODY
from aggregator.records import Claim, Source
from aggregator.values.dates import find_date, is_ambiguous, parse_date, settle_order

LONGEST_LINE = 160
"""Characters of the longest line that may be about a post's date."""
SHORT_LINE = 80
OPENING = 40
"""Characters at the beginning of a text in which a date may stand."""
LABELLED = re.compile(
    r"\b(?:posted|published|written|filed|date|publi\w{1,10}|ver[öo]ffentlicht|erstellt|geschrieben|gepostet|eingestellt"
    r"|verfasst|[ée]crit|post[ée]e?|mis en ligne|escrito|subido|pubblicato|scritto|postato|inserito|postado|enviado"
    r"|geplaatst|geschreven|gepost|opublikowan\w|napisan\w|dodan\w|publicera[dt]|inlagd|upplagd|skriven|udgivet|oprettet|datum"
    r"|indsendt|lagt (?:inn?|ind|ut)"
    r"|dato|fecha|by|von|par"
    r"|por|di|door|av|af|przez|skrive[nt]|skrevet|postat|watched|seen|viewed|gesehen|vu|visto)\b",
    re.I,
)
PARTS = re.compile(r"\s[|·•∙●/–—-]{1,2}\s")
"""What divides a line of small facts: "Review by the editors · 3 May 2014 · 4 comments"."""
FILED = re.compile(r"(?:written|posted|published|filed) (?:by|on|in|under) ", re.I)
"""How a line at the end of a text begins that says who wrote it, when, and under what: it may be longer."""
YEAR = re.compile(r"(?:19|20)\d\d")
WORD_END = re.compile(r"\s|(?<=\d{4})(?=\D)")
ENTRY = "this entry was posted on"
"""How the long line of old themes begins that holds the date."""
HEADERS = ("date-header", "serendipity_date", "day-header", "date-outer", "dateheader")
"""Classes of a line with the day, above the posts of that day."""


def find(post: Post) -> Iterator[Claim]:
    """Claims of published from lines of text, the surest first."""
    for block in post.head:
        yield from dates_of(block, block.text)
    if post.heading is not None and post.headline and post.headline != post.heading.text:
        yield from dates_of(post.heading, post.heading.text.replace(post.headline, " ", 1))
    yield from day_above(post)
    for block in [block for block in post.body[:8] if block.text][:3]:
        date = opening_date(unchanged(block, block.text))
        if date:
            yield Claim("published", date, Source.HEURISTIC, f"opening: {block.where}")
        elif len(block.text) <= SHORT_LINE and (
            LABELLED.match(block.text) or any(parse_date(part) for part in PARTS.split(block.text))
        ):
            yield from dates_of(block, block.text)
    for block in post.body[-6:-3]:
        if len(block.text) <= SHORT_LINE and LABELLED.match(block.text):
            yield from dates_of(block, block.text)
    for block in post.body[-3:]:
        if may_date(block.text) and (
            (len(block.text) <= SHORT_LINE and LABELLED.search(block.text)) or FILED.match(block.text)
        ):
            yield from dates_of(block, block.text)
    for block in [*post.body[-2:], *post.foot[:6]]:
        if block.text[: len(ENTRY)].lower() == ENTRY:
            yield from dates_of(block, block.text[:90])
    for block in post.foot:
        outside = block.index >= post.end
        if outside and (block.level or block.images):
            break  # the next post, or cards of others
        near = block.zone == BODY and len(block.text) <= SHORT_LINE
        if may_date(block.text) and (not outside or near or block.times or LABELLED.search(block.text)):
            yield from dates_of(block, block.text)


def dates_of(block: Block, text: str) -> Iterator[Claim]:
    """The claim of a line that holds a date."""
    if not may_date(text) or block.zone in ("related", "share", "aside", "comments", "votes"):
        return
    text = unchanged(block, text)
    if may_date(text):
        yield Claim("published", text, Source.HEURISTIC, block.where)


def may_date(text: str) -> bool:
    """A cheap test that a line with a date passes: it is short and has a digit."""
    return len(text) <= LONGEST_LINE and any(map(str.isdigit, text))


def unchanged(block: Block, text: str) -> str:
    """A text of a block without what its markup says of when the post was changed."""
    for span in block.spans:
        if is_change(span):
            text = text.replace(span.inline_text, " ")
    return text


def day_above(post: Post) -> Iterator[Claim]:
    """The last line with a day before the post, on platforms that group posts by days."""
    above = [e for name in HEADERS for e in post.doc.by_class.get(name, ()) if e.start < post.start]
    if above:
        last = max(above, key=lambda element: element.start)
        text = post.doc.text_of(last)[:LONGEST_LINE] if last.end - last.start <= 1 else ""
        if text:
            yield Claim("published", text, Source.HEURISTIC, "line above the posts of a day")


def opening_date(text: str) -> str | None:
    """The date that a text begins with ("MAY 3, 2014 - The film ..."), as written."""
    start = text[:OPENING]
    if not YEAR.search(start):
        return None
    words = WORD_END.split(start)
    for count in range(1, 7):
        prefix = " ".join(words[:count]).strip(" -–—:|•·()[]")
        if prefix and YEAR.search(prefix) and (parse_date(prefix) or is_ambiguous(prefix)):
            return prefix
    return None


def date_of(raw: str, post: Post) -> str | None:
    """The date of a text in ISO 8601, day and month in the order that the page's clear dates show."""
    declared = (post.doc.lang or "").replace("_", "-")
    language = post.language or ""
    languages = (declared,) if language and declared.lower().startswith(language) else (language,) if language else ()
    order = day_first(post) if is_ambiguous(raw) else None
    return parse_date(raw, languages=languages, day_first=order) or find_date(raw, languages=languages, day_first=order)


def day_first(post: Post) -> bool | None:
    """Whether the page's numeric dates put the day first; None where nothing on it tells."""
    texts = [block.text for block in post.doc.blocks]
    texts += [line for part in post.doc.unread for line in unread_lines(part)]
    return settle_order([text for text in texts if len(text) <= LONGEST_LINE and YEAR.search(text)])
