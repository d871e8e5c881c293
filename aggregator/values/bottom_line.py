"""Which part of a review does the job of a bottom line where no label marks it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from aggregator.values.patterns import Pattern
from aggregator.values.stance import MAX_CHARS, leans
from aggregator.values.text import fold, places_of, sentences
from aggregator.values.verdict_words import ASIDE, ASIDE_LABELS, CLOSINGS, OPENINGS
from aggregator.values.vocabulary import words_of

SURE, LIKELY, POSSIBLE = 1.0, 0.6, 0.4  # weights of the two rows of openings, and of a closing phrase
BACK = 2  # paragraphs before an end that judges nothing, of which one may
LAST = 4  # paragraphs from the end in which an opening counts
LONGEST = 6000  # characters of a paragraph that are read
MOST_WORDS = 110
MOST_SENTENCES = 4  # of a paragraph that is too long to be a bottom line as a whole
SHORT = 12  # words: so short a last paragraph takes the one before it along, unless it advises by itself
REACH = 60  # characters before a word of praise or blame in which "this is" stands
ASKED = 64  # paragraphs of which the answers are kept: each is asked about several times over
PROSE = 4  # fewest words of a paragraph that says something
OPEN_PROSE = 12  # the same where no full stop ends it

_BEFORE = " \t\"'“”‘’«»#*•·►▶★☆|>_–—-0123456789.)("
_WORD = Pattern(r"[^\W_]+(?:['’][^\W_]+)?")
_MARKS = (",", ":", ";", "–", "—", "-")
_CLOSED = Pattern(r"[.!?…。！？][\"'”’»)\]*]{0,3}\W{0,3}$|[:;]-?[)D(]\W{0,2}$")
_ASIDE = Pattern(r"[(\[].{0,400}[)\]]\.?$|\[\^?\d{1,3}\]|[#@<«‹^©]|https?:", re.DOTALL)
_ASIDE_WORDS = frozenset(phrase.partition(" ")[0] for phrase in ASIDE)
_COPIED = Pattern(
    r"[(\[](?:text|texte|testo|texto|tekst|plot|synopsis|sinopsis|sinopse|inhalt|handlung|handling|trama|opis|quelle"
    r"|source|fuente|fonte|bron|źródło|källa|kilde)\b[^()\[\]]{2,80}[)\]]\W{0,3}$",
    re.IGNORECASE,
)
"""The note behind a text that is somebody else's: "[text from the distributor]"."""
_POINTS = Pattern(r"(?:↩|>>|»|›|→)\W{0,2}$")
HEAD = 400  # characters of a paragraph in which the line on a writer or of a feed shows itself
LONGEST_NOTICE = 160  # characters of a line that says where the film is shown
LONGEST_POINTER = 300  # characters of a line before the mark that points elsewhere


_SYNDICATED = Pattern(
    r"(?:The (?:post|article)|(?:O|El|Il) post|El artículo|La (?:entrada|publicación)|A (?:postagem|publicação)"
    r"|L['’]articol[eo]|L['’]article|Der (?:Beitrag|Artikel)|Artykuł|Wpis|Het bericht|Inlägget|Indlægget|Innlegget)"
    r"\b.{1,240}\b(?:appeared first (?:on|at)|first appeared (?:on|at)|was first published (?:on|at)"
    r"|apareceu primeiro em|apareció primero en|se publicó primero en|sembra essere il primo su|proviene da"
    r"|est apparu en premier sur|erschien zuerst auf|pochodzi z|verscheen eerst op|dök först upp på"
    r"|blev først vist på|dukket først opp på)\b"
)
"""The line that feeds put below each of their posts."""
_VOTES = ("vot", "rating", "review", "stimme", "bewertung")
_VOTED = Pattern(
    r"[^.]{0,120}\d(?:[.,]\d+)? ?(?:out of|/|of|sur|von|su|de) ?\d{1,3}\b.{0,12}\b(?:based on|from|basado en|basée? sur"
    r"|basato su|nach) \d+ (?:vote|rating|review|voto|voti|stimme|bewertung)"
)
"""The line of a rating plug-in on what readers voted, and the pieces of which it has one."""
_SHOWN = Pattern(
    r"[^.!?]{1,80}? (?:is|are|was) (?:now |currently |also |still ){0,2}"
    r"(?:available|released|streaming|showing|playing|out now) (?:[\w’']+ ){0,4}?"
    r"(?:on|in|at|from|through|for) [^!?]{1,100}$"
    r"|[^.!?]{1,60}? (?:(?:opens|releases|premieres|arrives|comes|goes) (?:\w+ )?(?:in|on|to) |hits )"
    r"(?:select |all |uk |us |the )*(?:cinemas|theat(?:er|re)s|screens|digital|dvd|netflix|vod|\w+day|\d)\b[^!?]{0,99}$"
    r"|[^.!?]{1,60}? (?:läuft|startet|kommt) (?:ab|seit|am) (?:dem |den )?\d[^!?]{1,100}$"
    r"|[^.!?]{1,60}? (?:sort|sortira) (?:en salles?|au cinéma|sur les écrans|le \d)[^!?]{0,100}$"
    r"|[^.!?]{1,60}? (?:se estrena|se estrenó|se estrenará|llega) (?:el \d|en cines|a los cines)[^!?]{0,100}$"
    r"|[^.!?]{1,60}? (?:esce|uscirà|arriva|arriverà|sarà) (?:nelle (?:nostre )?sale|nei cinema|al cinema)[^!?]{0,100}$"
    r"|[^.!?]{1,60}? (?:estreia|chega|chegou|estreou) (?:nos|aos) (?:cinemas|telas)[^!?]{0,100}$"
    r"|[^.!?]{1,60}? (?:draait|verschijnt|komt) (?:vanaf|sinds|op) \d[^!?]{1,100}$",
    re.IGNORECASE,
)
_SHOWING = (
    *("available", "released", "streaming", "showing", "playing", "out now", "opens", "releases", "premieres"),
    *("arrives", "comes", "goes", "hits ", "läuft", "startet", "kommt", "sort", "estren", "llega", "esce", "uscirà"),
    *("arriv", "sarà", "estreia", "chega", "chegou", "estreou", "draait", "verschijnt", "komt"),
)
"""The line that says where and from when a film is shown, and the pieces of which it has one."""
_RATED = Pattern(
    r"(?:(?:my|our|final|overall) )?(?:rating|score|grade|nota|wertung|note|voto|ocena) ?: ?\S{1,12}"
    r"(?: \S{1,6}){0,2}[.!] (?=(?:\S+ ){6})",
    re.IGNORECASE,
)
"""A rating that opens what is said of it: "Rating: 9/10. A stunning film ..."."""
_POSTSCRIPT = Pattern(r"(?:P\.? ?[SPD]\.?|Pd\.|Nota bene|N\.?B\.?|not|nota) ?(?:\d )?[:.] ", re.IGNORECASE)
_BIO = Pattern(
    r"(?:[A-ZÀ-Þ][\w’-]+ is|I['’]m [A-ZÀ-Þ][\w’-]+,) an? (?:[\w’]+[ -]){0,4}(?:writer|critic|journalist|blogger|student"
    r"|editor|author|teacher|librarian|photographer|designer|programmer|cinephile|lover|buff|enthusiast|geek|nerd)\b"
    r"|(?:[A-ZÀ-Þ][\w.'’-]* ){2,3}(?:is (?:the )?(?:co-)?(?:editor|founder) "
    r"|is an? (?:\w+[ -]){0,3}(?:writer|critic|journalist|blogger|student|editor|author|filmmaker"
    r"|freelance\w*|contributor)|writes|lives|works|teaches|blogs|podcasts|can be found|has written)\b"
    r"|(?:You can )?(?:follow|find) (?:him|her|them|me|us|@?\w+) (?:on|at|over) \w",
)
"""The line on the writer under a review: "Ada Quill writes and draws ..."."""
_FILMS = words_of("""
film films movie movies picture cinema sequel remake filme filmes pelicula cinta peli pellicola kino streifen
""")
"""Words of which one stands in what is said of a film (folded)."""
_PRAISED = Pattern(
    r"(?:best|worst|greatest|finest|dullest|funniest|good|great|bad|terrible|awful|brilliant|fantastic|wonderful"
    r"|excellent|decent|fine|horrible|fun|beautiful|disappointing|boring|mediocre)(?: \w+){0,2}?"
    r" (?:films?|movies?|flicks?|pictures?)\b"
)
_IS_SUCH = Pattern(
    r"\b(?:is|was|['’]s|may be|might be|has to be|must be|may well be) (?:\w+ ){0,2}?(?:one of the|the|an?)"
    r" (?:\w+,? ){0,3}?\Z"
)
_FILM = ("film", "movie", "flick", "picture")
"""What says what the film is, what stands before it, and the word it ends with: "This is one of the worst movies"."""
_BLUNT = Pattern(
    r"s (?:that|just|so|simply|really|absolutely|utterly) (?:\w+ )?"
    r"(?:bad|good|great|awful|terrible|brilliant|boring|dull|funny|beautiful|stupid)\b"
)
_IT_IS = Pattern(r"\b(?:it|(?:this|the) (?:film|movie)|this) (?:i|wa)\Z")
"""What says so bluntly, from the end of "is" on, and what stands before it: "It was that bad"."""
AHEAD = 16  # characters of a sentence that may stand before the title: "Unfortunately, Night Ferry is ..."
MOST_SAID = 60  # words of a sentence on the film
_IS = Pattern(
    r"\W{0,4}(?:(?:18|19|20)\d\d\W{0,3})?(?:, [^,.!?]{3,60}, |[\w’']+ )?"
    r"(?:is|was|isn['’]t|wasn['’]t|remains|proves|(?:may|might) (?:not )?be|es|era|resulta|é|è|est|était|reste|ist"
    r"|war|bleibt|blijft|jest|är|er|var)\b"
)
"""What follows the film's title where a sentence says how the film is."""


def bottom_line(
    paragraphs: Sequence[str], language: str | None = None, *, reach: int | None = None
) -> tuple[int, str] | None:
    """The bottom line of a review without a labelled one: the number of its paragraph, and its text.

    The last paragraph of prose, or one of the last four that opens as a bottom line does ("Overall, ..."); of a long
    paragraph only its end, from such an opening if it has one. None if no paragraph is prose. With `reach` no others
    than so many paragraphs at the end are read, if one of them is prose. Where the end judges nothing, it is the last
    sentence, of all paragraphs, that says in plain words what the film is.
    """
    nearest = 0 if reach is None else max(0, len(paragraphs) - reach)
    prose = _prose_from_end(paragraphs, nearest)
    number = next(prose, None)
    if number is None:
        return None
    before = prose
    if any(opening_weight(text, language) == SURE for text in paragraphs[nearest : number + 1]):
        found = [number, *prose]
        sure = (at for at, place in enumerate(found[:LAST]) if opening_weight(paragraphs[place], language) == SURE)
        chosen = next(sure, 0)
        number, before = found[chosen], iter(found[chosen + 1 :])
    text = _end_of(paragraphs[number], language)
    if not judges(text, language):
        if language in (None, "en"):
            told = judgement(paragraphs)
        else:
            near = list(islice(before, BACK))
            before = iter(near)
            ends = ((place, _end_of(paragraphs[place], language)) for place in near)
            told = next((end for end in ends if judges(end[1], language)), None)
        if told is not None:
            return told
    if len(text.split()) <= SHORT and not bottom_line_weight(text, language):
        above = next(before, number)
        joined = f"{paragraphs[above].strip()} {text}"
        if above == number - 1 and len(joined.split()) <= MOST_WORDS:
            return above, joined
    return number, text


def _prose_from_end(paragraphs: Sequence[str], nearest: int) -> Iterator[int]:
    """The numbers of the last paragraphs that are prose, the last first; after it none before `nearest`."""
    found = 0
    for number in range(len(paragraphs) - 1, -1, -1):
        if found > LAST or (found and number < nearest):
            return
        if is_prose(paragraphs[number]):
            found += 1
            yield number


def judges(text: str, language: str | None = None) -> bool:
    """Whether a text may judge a film: by how it opens or closes, or since it speaks of a film, praises or blames."""
    words = fold(text[:MAX_CHARS]).split()
    return not _FILMS.isdisjoint(words) or leans(words, language) or bottom_line_weight(text, language) > 0


def judgement(paragraphs: Sequence[str]) -> tuple[int, str] | None:
    """The last sentence that says in plain English what the film is, and its paragraph's number; None if none does."""
    for number in range(len(paragraphs) - 1, -1, -1):
        if not says_what_it_is(paragraphs[number][:LONGEST]) or not is_prose(paragraphs[number]):
            continue
        for part in reversed(sentences(paragraphs[number][:LONGEST])):
            if says_what_it_is(part) and len(part.split()) <= MOST_WORDS:
                return number, part
    return None


def said_of(paragraphs: Sequence[str], titles: Sequence[str], language: str | None = None) -> tuple[int, str] | None:
    """The last sentence that says of the film by its title how it is, and its paragraph's number; None if none does."""
    for number in range(len(paragraphs) - 1, -1, -1):
        text = paragraphs[number][:LONGEST]
        named = [title for title in titles if title in text]
        if not named or not is_prose(text):
            continue
        for part in reversed(sentences(text)):
            at = ((part.find(title, 0, AHEAD + len(title)), len(title)) for title in named)
            if not any(start >= 0 and _IS.match(part, start + length) for start, length in at):
                continue
            words = fold(part).split()
            if len(words) <= MOST_SAID and leans(words, language):
                return number, part
    return None


def says_what_it_is(text: str) -> bool:
    """Whether a text says in plain words what the film is."""
    low = text.lower()
    ends = [at + len(word) for word in _FILM for at in places_of(word, low)]
    praised = (said.start() for end in ends for said in _PRAISED.finditer(low, max(0, end - REACH), end + len("s ")))
    blunt = (said.start() for said in _BLUNT.finditer(low))
    return any(_IS_SUCH.search(low, max(0, at - REACH), at) for at in praised) or any(
        _IT_IS.search(low, max(0, at - REACH), at) for at in blunt
    )


@lru_cache(maxsize=ASKED)
def is_prose(text: str) -> bool:
    """Whether a paragraph says something: no tag line, credit, link, footnote, request or rating."""
    text = text.strip()
    words = len(text.split(None, OPEN_PROSE))  # no more than that count
    if words < PROSE or _ASIDE.match(text) or (len(text) <= LONGEST_POINTER + 4 and _POINTS.search(text[-4:])):
        return False
    begin = text[:HEAD].lstrip(_BEFORE)
    closed = text[-1] in ".!?…" or _CLOSED.search(text[-12:])
    if not closed and (words < OPEN_PROSE or not begin[:1].isupper() or text[-1] == ":"):
        return False
    if ("|" in text and text.count(" | ") > 1) or (words < OPEN_PROSE and "http" in text):
        return False
    if (len(text) <= LONGEST_NOTICE and any(map(begin.lower().__contains__, _SHOWING)) and _SHOWN.match(begin)) or (
        text[-12:].rstrip(" .")[-1:] in ")]" and _COPIED.search(text[-120:])
    ):
        return False
    if (
        _POSTSCRIPT.match(begin)
        or _BIO.match(begin)
        or _SYNDICATED.match(text[:HEAD])
        or (any(map(begin.__contains__, _VOTES)) and _VOTED.match(begin))
    ):
        return False
    head = fold(text[:80]).split()
    if head and head[0] in _ASIDE_WORDS and any(" ".join(head[:count]) in ASIDE for count in range(1, 6)):
        return False
    label, colon, _ = text[:50].partition(":")
    return not colon or fold(label).rstrip(" 0123456789") not in ASIDE_LABELS or _RATED.match(text) is not None


@lru_cache(maxsize=ASKED)
def bottom_line_weight(text: str, language: str | None = None) -> float:
    """How much an unlabelled paragraph reads as a bottom line, 0 to 1, by its opening and by advice in it."""
    opening = opening_weight(text, language)
    key = f" {fold(text[:1500])} "
    closing = any(map(key.__contains__, _closings(language)))
    return min(1.0, opening + POSSIBLE) if closing else opening


@lru_cache(maxsize=ASKED)
def opening_weight(text: str, language: str | None = None) -> float:
    """How much the first words of a paragraph announce a bottom line: 1, 0.6 or 0."""
    head = text[:90].lstrip(_BEFORE)
    first = head.partition(" ")[0]
    if first.isascii() and first.isalpha() and first.lower() not in _beginnings(language):
        return 0.0
    table = _openings(language)
    key, best = "", 0.0
    for word in _WORD.finditer(head):
        key = f"{key} {fold(word.group())}".strip()
        if key not in _beginnings(language):
            break
        best = max(best, table.get(key, 0.0))
        if head[word.end() : word.end() + 2].lstrip().startswith(_MARKS):
            best = max(best, table.get(f"{key},", 0.0))
    return best


def _end_of(text: str, language: str | None) -> str:
    """A paragraph that is short enough; else its end: from an opening on, or its last sentences."""
    rated = _RATED.match(text)
    parts = sentences(text[rated.end() if rated is not None else 0 :][-LONGEST:])
    for place in range(len(parts) - 1, 0, -1):
        if opening_weight(parts[place], language) == SURE:
            return first_sentences(parts[place:])
    if len(text.split()) <= MOST_WORDS or (parts and opening_weight(parts[0], language) == SURE):
        return first_sentences(parts)
    kept: list[str] = []
    for part in reversed(parts[-MOST_SENTENCES:]):
        if kept and sum(len(one.split()) for one in (part, *kept)) > MOST_WORDS:
            break
        kept.insert(0, part)
    return first_sentences(kept)


def first_sentences(parts: Sequence[str]) -> str:
    """The first of some sentences, within the most words of a bottom line."""
    words: list[str] = []
    for part in parts:
        more = part.split()
        if words and len(words) + len(more) > MOST_WORDS:
            break
        words += more
    return " ".join(words[:MOST_WORDS]) + ("" if len(words) <= MOST_WORDS else " …")


@lru_cache(maxsize=64)
def _openings(language: str | None) -> dict[str, float]:
    """Opening -> weight in one language; in all where it is unknown."""
    rows = [OPENINGS[language]] if language in OPENINGS else list(OPENINGS.values())
    likely = {phrase: LIKELY for _, second in rows for phrase in second}
    return likely | {phrase: SURE for first, _ in rows for phrase in first}


@lru_cache(maxsize=64)
def _beginnings(language: str | None) -> frozenset[str]:
    """What the openings in one language begin with, word by word."""
    openings = [phrase.rstrip(",").split() for phrase in _openings(language)]
    return frozenset(" ".join(words[:count]) for words in openings for count in range(1, len(words) + 1))


@lru_cache(maxsize=64)
def _closings(language: str | None) -> tuple[str, ...]:
    """Phrases of advice in one language, in all where it is unknown; each between spaces."""
    rows = [CLOSINGS[language]] if language in CLOSINGS else list(CLOSINGS.values())
    return tuple(f" {phrase} " for row in rows for phrase in sorted(row))
