"""What the shape of a post says of its kind: lists, indexes, interviews, entries without text."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from aggregator.extract.document import Block
from aggregator.extract.listing import is_only_list
from aggregator.extract.segment import READ, Post
from aggregator.extract.sitename import site_names
from aggregator.values.patterns import Pattern

Sign = tuple[str, float, str | None]
"""What was seen, its weight in log-odds, and the label that it speaks for where it speaks against a review."""

NO_SENTENCE = -6.0
"""Weight of an entry on a listing without a whole sentence."""
ON_LIST = -5.0
"""Weight of a page that is read as one post, although its address is that of a list."""
SECTION = 1.0
"""Weight of a rated section of a post on several films."""
EXCERPT = -0.4
"""Weight of a post of which only the beginning is shown."""
FILM_BLOG = 0.5
"""Weight of a site whose name speaks of films."""
GAME_BLOG = -3.0
"""Weight of a site whose name speaks of video games, and of no films."""
GAME_BLOG_NAME = Pattern(r"video ?game|gaming|gamer|jeux ?video|videoludi|videojuego|videogioc|videospiel|\bgry\b")
LISTS = ((8, -1.2), (14, -2.6))
"""So many lines that begin with a title and its year, or years in brackets, and the weight."""
BELOW = (4, -3.0)
"""So many lines that are a title and its year and nothing else, and the weight."""
CARDS = (14, 160, -3.0)
"""So many lines and none of so many characters: an index or a table, and the weight."""
PRODUCED = (3, -2.0)
"""So many lines that say how a film was produced, and the weight: its makers' own page."""
PRODUCTION = Pattern(
    r"(?:budget|production|crew|festivals?|awards?|screenings?|camera|equipment|shot on|format|presupuesto|producción"
    r"|festivales|premios|rodada en|produzione|festival|premi|orçamento|produção|prêmios|produktion|preise|festivals)"
    r" ?[:：]",
    re.I,
)
DIALOGUE = (6, -6.0)
"""So many lines that begin with one of a few names and a colon, and the weight."""
VOICES = (4, -7.0)
"""Words of so many others, half of all lines, and the weight."""
REPORTED = (3, -2.5)
"""So many sentences that somebody is reported to have said, and the weight."""
SAID = Pattern(
    r"[.,!?…] ?[”\"»“] ?[,–—-]? ?(?:(?:he|she|they|[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+)?) )?"
    r"(?:said|says|explained|explains|added|adds|recalled|recalls|told|tells (?:us|me)|dijo|dice|explicó|explica|añadió"
    r"|agregó|contó|afirmó|sagte|sagt|erklärte?|erzählte?|meinte?|explique|affirme|raconte|confie|spiega|racconta"
    r"|afirma|disse|contou|zegt|zei|vertelt|mówi|säger|siger)\b"
)
SPEECH = frozenset(
    (
        "said",
        "says",
        "dice",
        "dijo",
        "explica",
        "sagt",
        "sagte",
        "explique",
        "spiega",
        "disse",
        "zegt",
        "säger",
        "siger",
    )
)
"""Words of which one stands where `SAID` is looked for."""
QUOTED = Pattern(
    r".{20,}[.!?…,”\")’] ?[–—-]{1,2} ?(?P<who>[A-ZÀ-Þ][\w.'’-]{0,20}(?: [A-ZÀ-Þ][\w.'’-]{0,20}){1,3})(?:, .{2,60})?"
)
LONGEST_QUOTE, LONGEST_BEHIND = 600, 160
"""A line of another critic's words with the name behind it, "A dull film. – Ada Quill, Silver Reels", and the most
characters of both and of the name with the dash before it."""
SPEAKER = 30
"""Characters of such a name and its colon."""
TABLE = 40
"""Fewer table cells than this are an infobox."""
CELLS = frozenset(("td", "th", "dt", "dd"))
LINKED = (0.5, -2.0)
"""Share of the text that is links, and the weight."""
SAYS = Pattern(r"^([A-Z][\w .&'’-]{0,24}?)\s?[:：]\s")
TITLED_LINE = Pattern(r"^\W{0,3}(?:\d{1,3}[.):]\s*)?.{1,60}\((?:19|20)\d\d\b")
ONLY_TITLED = Pattern(r"\W{0,3}(?:\d{1,3}[.):]\s*)?.{1,60}\((?:19|20)\d\d\)\W{0,2}\Z")
BRACKET_YEAR = Pattern(r"\((?:[^()\d]{0,20}[,;] )?((?:19|20)\d\d)\b")
SENTENCE_END = Pattern(r"[^\s.!?…]{2}[.!?…][\"'”’»)]{0,2}(?:\s|\Z)|[。！？]")
FILM_BLOG_NAME = Pattern(r"film|movie|cine|kino|flick|popcorn|screen|reel|celluloid|pelicul|butaca|projec")


def shape_signs(post: Post) -> list[Sign]:
    """Signs of the shape: lists of films, indexes, entries without text, the blog's own name."""
    signs: list[Sign] = []
    lines = post.lines
    cards = [b.text for b in post.body if "(" in b.text and (b.level or b.tag == "li" or len(b.text) < 90)]
    titled = [text for text in cards if TITLED_LINE.match(text)] if len(cards) >= BELOW[0] else []
    read = post.text[:READ]
    years = set(BRACKET_YEAR.findall(read)) if read.count("(") >= LISTS[0][0] else ()
    for number, weight in reversed(LISTS):
        if max(len(titled), len(years)) >= number:
            signs.append(("many films with years", weight, "list"))
            break
    if len(titled) >= BELOW[0] and len(list(filter(ONLY_TITLED.match, titled))) >= BELOW[0]:
        signs.append(("films one below the other", BELOW[1], "list"))
    rows = [block for block in lines if block.tag not in CELLS]
    if len(lines) - len(rows) >= TABLE:
        rows = lines
    if len(rows) >= CARDS[0] and max([len(block.text) for block in rows]) < CARDS[1]:
        ended = len([block for block in rows if block.text[-1] in ".!?…”"])
        if ended * 4 < len(rows):
            signs.append(("lines without a paragraph", CARDS[2], "list"))
    size = len(post.text) - len(lines) + 1
    if size > 300 and post.complete:
        linked = sum(
            [
                len(span.inline_text)
                for block in lines
                for span in block.spans
                if span.tag == "a" and span.attrs.get("href")
            ]
        )
        if linked > size * LINKED[0]:
            signs.append(("mostly links", LINKED[1], "list"))
    opened = [block.text for block in lines if ":" in block.text[:SPEAKER]]
    if len(opened) >= PRODUCED[0] and len(list(filter(PRODUCTION.match, opened))) >= PRODUCED[0]:
        signs.append(("how it was produced, line by line", PRODUCED[1], "other"))
    said = [match[1] for match in map(SAYS.match, opened) if match] if len(opened) >= DIALOGUE[0] else []
    if len(said) >= DIALOGUE[0] and sum(times for times in Counter(said).values() if times > 1) >= DIALOGUE[0]:
        signs.append(("questions and answers", DIALOGUE[1], "interview"))
    if not post.words.keys().isdisjoint(SPEECH) and len(SAID.findall(read)) >= REPORTED[0]:
        signs.append(("people reported to have said", REPORTED[1], "news"))
    if speak_others(lines):
        signs.append(("what others say, one below the other", VOICES[1], "news"))
    if not post.alone and not has_sentence(post):
        signs.append(("no sentence of text", NO_SENTENCE, "other"))
    if post.alone and is_only_list(post.doc):
        signs.append(("the address of a list", ON_LIST, "list"))
    if post.parent is not None:
        signs.append(("one of several films rated", SECTION, None))
    if not post.complete:
        signs.append(("excerpt", EXCERPT, None))
    if is_film_blog(post):
        signs.append(("the site's name speaks of films", FILM_BLOG, None))
    elif any(GAME_BLOG_NAME.search(name) for name in names_of_site(post)):
        signs.append(("the site's name speaks of games", GAME_BLOG, "game"))
    return signs


def speak_others(lines: list[Block]) -> bool:
    """Whether half of the lines, and no fewer than `VOICES`, are words of others with their names behind them."""
    if len(lines) < VOICES[0]:
        return False
    texts = [block.text[:LONGEST_QUOTE] for block in lines]
    dashed = [text for text in texts if has_dash(text[-LONGEST_BEHIND:])]
    if len(dashed) < max(VOICES[0], len(lines) / 2):
        return False
    named = [match["who"] for match in map(QUOTED.fullmatch, dashed) if match]
    return len(set(named)) >= VOICES[0] and len(named) * 2 >= len(lines)


def has_dash(text: str) -> bool:
    """Whether a text has a dash."""
    return "-" in text or "–" in text or "—" in text


def has_sentence(post: Post) -> bool:
    """Whether an entry of a listing shows a sentence."""
    return any(len(block.text) >= 40 and SENTENCE_END.search(block.text) for block in post.body) or len(post.text) > 120


def is_film_blog(post: Post) -> bool:
    """Whether the site's host or stated name speaks of films."""
    return any(FILM_BLOG_NAME.search(name) for name in names_of_site(post))


def names_of_site(post: Post) -> tuple[str, ...]:
    """The site's host and stated names."""
    doc = post.doc
    host = urlsplit(doc.url).hostname or "" if "://" in doc.url else ""
    return (host, *site_names(doc))
