"""The shapes of headlines: the regular expressions that `titles` reads by."""

from __future__ import annotations

import re
from typing import NamedTuple

from aggregator.values.patterns import Pattern
from aggregator.values.title_words import FESTIVALS, REVIEW_WORDS
from aggregator.values.vocabulary import words_of

REVIEW = "|".join(sorted(REVIEW_WORDS, key=len, reverse=True))
EDGES = " \t-–—:|,;·•~»>/*_\0"

PLACE = Pattern(r"^(?:#\s?\d{1,4}[.:)]?|\d{1,4}\.)\s(?=[^\W\d_])")  # "231. Paddington", "#231 Paddington"
# What stands around a headline: emoji, arrows, list marks.
ORNAMENT = Pattern(r"^[^\w\"'“”‘’«»„¡¿(\[{#$…@½\0]{1,20}|[\s\-–—:|·•~»*_]{1,20}$")

RATING = Pattern(
    r"""\s{0,2}[:|–—,-]?\s{0,2}[(\[]?(?P<raw>
        [★☆⭐✭✮✩✰✪½]{2,12}|[★⭐✭✪]½?
        |(?<![\d.,/])\d{1,2}(?:[.,]\d{1,2})?\s?/\s?(?:4|5|6|10|20|100)(?![\d/])
        |(?<![\d.,])\d{1,2}(?:[.,]\d{1,2})?\s(?:out\sof|von|sur|de|su|av|af|van|z)\s(?:4|5|6|10|100)\b
        (?:\s(?:stars|sternen?|étoiles|estrellas|stelle))?
        |(?<![\d.,])\d(?:[.,]5)?½?\s(?:stars|sterne|étoiles|estrellas|stelle|estrelas)
        )[)\]]?""",
    re.VERBOSE | re.IGNORECASE,
)
MARKED = Pattern(r"[★☆⭐✭✮✩✰✪½\d](?:(?<!\d)|\s?[/½]|\s[^\W\d_])")  # of which a rating has one
DIRECTED_BY = Pattern(r"\b(?:dir\.|directed by)\s")
CREDITED = Pattern(r"(?:dir|d|regie|directed|starring)\b", re.IGNORECASE)  # how a bracket names people
POSSESSIVE = Pattern(r"['’]s?$")
DIVIDED = Pattern(r"\s?[–—:-]")
PARTED = Pattern(r"\s/\s|;\s")
NUMBERED = Pattern(r"(?:part|chapter|episode|volume|vol|teil|kapitel|parte|partie|section)\b|\d+$")
GRADE = Pattern(
    r"\s{0,2}(?:[:|–—-]\s{1,2}|\()(?:(?:[Gg]rade|[Rr]ating):?\s)?(?P<raw>[A-DF][+−–-]?|[A-DF]\s(?:plus|minus))\)?$"
)

LONGEST_GRADE = 30  # characters of a text's end in which a grade stands, with its label

BRACKET = Pattern(r"[(\[{（【<]([^()\[\]{}（）【】<>]{1,120})[)\]}）】>]")
CERTIFICATE = Pattern(
    r"(?:PG(?:-13)?|R|NC-17|U|12A?|15|18|FSK\s?\d{1,2}|\d{1,3}\s?(?:min|mins|minutes|'))", re.IGNORECASE
)
YEAR = Pattern(r"(?<![\d.$£€])(?:1[89]\d\d|20[0-3]\d)(?!\d|s\b|er\b)")
DATED = Pattern(
    r"(?i)\b(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
"""A day in a bracket: the post's, not the film's."""
LAST_YEAR = Pattern(r"^(?P<title>.{1,100}?)(?:,|\s[–—-])?\s(?:['’‘](?P<short>\d\d)|(?P<year>1[89]\d\d|20[0-3]\d))$")

# A quoted text, in the quotation marks of the languages read here; an apostrophe inside a word closes nothing.
QUOTES = Pattern(
    r"“([^“”]{1,120})”|„([^„“”]{1,120})[“”]|«\s?([^«»]{1,120})\s?»|»([^«»]{1,120})«|\"([^\"]{1,120})\""
    r"|「([^」]{1,60})」|『([^』]{1,60})』"
    r"|《([^》]{1,60})》|(?<!\w)[‘']((?:[^‘’']|[’'](?=\w)){1,120})[’'](?!\w)"
)
QUOTE = Pattern("[“„«»\"「『《‘']")  # with which a quoted text begins
SEPARATES = Pattern("[:：–—|•·»~-]")  # of which a separator has one
SEPARATOR = Pattern(
    r"\s?(?:(?<!\bor)[:：](?=\s|$)|\s[–—|•·»~](?=\s)|(?<=\S)[—|](?=\S)|\s[–—|](?=\S)|(?<=\S)[–—|](?=\s)|\s-{1,3}\s"
    r"|(?<=\S)--(?=\S))\s?"
)
PAUSE = Pattern(
    r"[….](?:(?<=…)\s|(?<=\.)\.{1,3}\s|(?<=\.)\s(?=[A-Z]))"
)  # separates a label from a title, as SEPARATOR does
BETWEEN = Pattern(r"\s(?:vs?\.?|versus|/)\s|;\s|\s?/\s", re.IGNORECASE)  # divides titles whatever stands in them
AND = Pattern(r"\s(?:&|\+|vs?\.?|versus|and|und|et|y|e|och|og|en|/)\s|[;,]\s", re.IGNORECASE)
NUMBER_PAIR = Pattern(
    r"^(?P<head>.{2,80}?\s(?:vol\.?|volumes?|parts?|teil|chapters?)?\s?)"
    r"(?P<one>\d{1,2}|I{1,3}|IV|One|Two)\s?(?:&|and|und|et|\+|y|e)\s?(?P<two>\d{1,2}|I{2,3}|I?V|Two|Three)$",
    re.IGNORECASE,
)

_DIRECTED = (
    r"directed by|dir\.?(?: by)?:?|(?:a|the) film by|(?:un|le) film de|(?:un|il) film di"
    r"|(?:una|la) película de|(?:um|o) filme de|(?:ein|der) film von|réalisé par|dirigida por|dirigido por"
    r"|diretto da|regie:?|réal\.?|reż\.?|regia di|direção de|w reżyserii|reżyseria:?|geregisseerd door|i regi av"
    r"|regisserad av|regi:|instrueret af|regissert av"
)
_OF = (
    r"by|de|di|von|van|av|af|da|od|oleh"  # after a comma or dash, or before a known name: "Portrait de ..." is a title
)
CREDIT = Pattern(
    rf"(?:,\s|\s[–—-]\s)(?:{_DIRECTED}|{_OF})\s|\s(?:{_DIRECTED})\s|\s(?P<bare>{_OF})\s|\s(?P<elided>d['’])(?=\w)",
    re.IGNORECASE,
)
CREDITING = words_of(
    "directed dir by de di von van av af da od oleh realise dirigida dirigido diretto regie real rez regia"
    " direcao rezyserii rezyseria door regi"
)  # folded words of which a credit has one
BY = Pattern(rf"^(?:{_DIRECTED}|{_OF})\s", re.IGNORECASE)
STARRING = Pattern(r"^(?P<title>.{1,100}?),?\s(?:starring|featuring|avec|con|mit)\s(?P<names>[A-ZÀ-Þ][^:–—|]{3,100})$")
FEATURING = frozenset(("starring", "featuring", "avec", "con", "mit"))
NAME_LIST = Pattern(r",\s|\s?[;/]\s?|\s(?:and|&|et|und|y|e|i|og|och)\s")
_NAME_PART = r"(?:[A-ZÀ-ÞŁŚŻ][\w.’'-]{0,20}|Mc\w{1,20}|de|del|della|di|da|dos|van|von|der|den|le|la|ten|bin)"
NAME = Pattern(
    rf"^[A-ZÀ-ÞŁŚŻ][\w.’'-]{{0,20}}(?:\s{_NAME_PART}){{1,4}}(?:,?\s(?:Jr|Sr)\.?|\sI{{2,3}})?$"
    rf"|^[A-Z][\w]{{2,20}}-[A-Z]\w{{2,20}}$"
)
_OWNER = r"(?:[Tt]he\s)?[A-ZÀ-ÞŁŚŻ][\w.-]{0,20}(?:\s(?:[A-ZÀ-ÞŁŚŻ][\w.-]{0,20}|de|del|di|da|van|von|der|le|la)){0,3}"
OWNER = Pattern(rf"^(?P<name>{_OWNER})(?:['’]s|(?<=s)['’])\s(?P<rest>\S.{{0,120}})$")
OWNER_END = Pattern(rf"(?P<name>{_OWNER})(?:['’]s|(?<=s)['’])$")

DIGIT = Pattern(r"\d")
NUMBERED = Pattern(
    r"(?:#\s?|\b(?:no|nr)\.?\s|\b(?:day|week|tag|jour|dia|giorno|episode|issue|entry|night)\s)\d{1,5}\b"
    r"|^\d{1,3} (?:days|nights|weeks|films|movies|years) of\b",
    re.IGNORECASE,
)
FESTIVAL = Pattern(rf"^(?:[A-Z]{{1,5}}FF|(?i:{'|'.join(sorted(FESTIVALS))}))\s?['’]?\d{{0,4}}\b.{{0,30}}$")
# "Review X", "Crítica de X", "Kritik zu X", "Recenzja filmu X"; over `same_length` lower case without accents.
LEAD = Pattern(
    r"^(?:(?:the|my|our|a|mon|ma|mi|meine?|min|mini|short|quick|full|guest|early|some|a few|few|more|final|random|brief"
    rf"|spoiler-free|film|movie|filmu|dvd|blu-ray|bluray)\s){{0,3}}(?:{REVIEW})"
    r"(?:\s(?:of|on|about|for|de la(?= peli)|del|de|du|di|do|da|sur|sobre|su|zu|zum|zur|uber"
    r"|van|av|af|til|om|dari|film|filmu|filme|pelicula|movie|the film|the movie|el film)){0,2}:?\s(?=\S)"
)
# "X review", "X – Film Review by Anna"
TITLED = Pattern(
    r"^(?P<title>.{1,120}?)[\s:–—|.,-]{1,3}(?P<kind>(?:(?:the|a|la|le|il|una|une|my|film|movie|dvd|blu-ray"
    r"|bluray|blu ray|netflix|4k|uhd|mini|quick|short|full|spoiler-free|spoiler free|non-spoiler|advance|early"
    r"|filme)\s){0,3})"
    rf"(?P<review>{REVIEW}|crítica|críticas|reseña|(?:(?<=film )|(?<=movie ))reactions?)"
    r"(?:\s(?:by|von|par|por|of|from|in|&|and|del?|della|du|di|des|zum|zu)\s.{0,80})?\.?$",
    re.IGNORECASE,
)
# "A Review by Anna", behind a title; over `same_length`.
CLOSING = Pattern(
    r"^(?:(?:the|a|an|my|our|la|le|une?|una|mi|film|movie|quick|short|spoiler-free)\s){1,3}"
    rf"(?:{REVIEW})(?:\s(?:by|von|par|por|di|from)\s.{{1,80}})?$"
)


class Clause(NamedTuple):
    """A pattern of what follows a title, and the folded words of which a headline with it has one (empty: any)."""

    words: frozenset[str]
    pattern: Pattern


def _clause(words: str, pattern: str, flags: int = 0) -> Clause:
    return Clause(words_of(words), Pattern(pattern, flags))


# What follows a title in a headline that speaks on; tried where nothing else marks the title's end.
CLAUSES = (
    _clause(
        "in where or not revisited reconsidered again the",
        r"^(?P<title>[^,]{2,80}),\s(?:in which|where|or (?:how|why)|not|revisited|reconsidered|again|the movie)\b.*$",
    ),
    _clause("", r"^(?P<title>[^,]{2,80}),\s(?:\w+ years? (?:on|later|after)|[a-zà-ÿ]+(?:\s[a-zà-ÿ]+){2,12})$"),
    _clause("and", r"^(?P<title>.{1,80}?)\sand\s(?:the|my|our|a|an|why|how|me)\s(?=[a-z]|Mc)[^:]+$"),
    _clause("or", r"^(?P<title>.{2,80}?)\sor\s(?:how|why)\s.*$"),
    _clause("", r"^(?P<title>.{2,80}?)(?:\.{3}|…)\s.*$"),
    _clause(
        "so for again is",
        r"^(?P<title>.{2,80}?)\s(?:so you don['’]t have to|for the first time|again|is good|is great|is bad)$",
    ),
    _clause(
        "movie movies film films",
        r"^(?P<title>.{2,80}?),?\s(?:is |was |may be |might be )?(?:\w+ly |still |perhaps )?(?:one of )?the (?:worst"
        r"|best|greatest|funniest|scariest|dumbest|most \w+) (?:movie|film)s?\b.*$",
        re.IGNORECASE,
    ),
)
# What follows a title even where its end is marked otherwise.
AGES = _clause(
    "at turns years revisited reconsidered",
    r"^(?P<title>.{2,80}?),?\s(?:at (?:\d{2,3}|[a-z]+(?:ty|teen)(?:-[a-z]+)?)|turns (?:\d{2,3}|[a-z]+ty)"
    r"|(?:\d{1,3}|\w+) years (?:on|later|after)|revisited|reconsidered)(?:\W.*)?$",
    re.IGNORECASE,
)
OTHER_FILM = _clause("the that", r"^(?:The|the|That) (?:other|new|original|old|first|second) (?P<title>[A-Z0-9].+)$")
ON_FILM = Pattern(r"^.{3,60}:\s(?:on|zu|über|sur|sobre|su)\s(?P<title>[A-Z0-9ÀÉ].{1,80})$")
NEW_FILM = Pattern(
    r"^(?:.{0,60}\s)?(?:[Tt]he|[Mm]y|[Tt]hat) (?:new|latest|newest|next) (?P<title>[A-Z0-9][^:–—]{1,60}?)"
    r" (?:movie|film|flick)$"
)
"""A remark that names its film: "What I think of the new Star Trek movie"."""
FILM_NOUNS = frozenset(("movie", "film", "flick"))
PAIRING = frozenset(("and", "und", "et", "y", "e"))
"""Folded words of which such a remark, and a pair of numbers, has one."""
JOINED = Pattern(r"\s?(?:[&+/,;]|(?:and|und|et|y|e|en|og|och|vs\.?)\s)\s?", re.IGNORECASE)
"""What joins two titles, each with a year behind it."""
LATELY = Pattern(
    r",? (?:last night|today|yesterday|tonight|last week|this weekend)$"
    r"|(?<=[a-z]{4})[.!]\s(?:it|this|that|i|you|they|but|and|so|no|just|seriously|really)\b.*$",
    re.IGNORECASE,
)
"""When somebody saw the film whose title stands before it, or the sentence after that one."""
MOVIE_NOUN = Pattern(r"(?<=[^:])\s(?:the|der|le|la|il|de|el)\s(?:movie|film)$|(?<=[a-z0-9!?])\s(?:film|movie)$")
# "Jetsons: The Movie" is a title, and "The Movie" no label.
SUBTITLE_MOVIE = Pattern(r"(?:the|le|il|der|la|o|el) (?:movie|filme?|documentary|pel[ií]cula)(?!\w)", re.IGNORECASE)
# Openings after which the title stands: "Why you should watch X".
OPENINGS = Pattern(
    r"^(?:why (?=.{2,60}\s(?:is|was|isn['’]t|works|matters|deserves|remains)\s)(?!(?:you|one|everyone|we|i|it)\b)"
    r"|why (?:you|one|everyone|we|i)(?: really| all)? (?:should|must|need to|have to|ought to)(?: \w+)? (?:watch"
    r"|see|catch) "
    r"|why (?:i|we|you)(?: still| really)? (?:love[ds]?|hated?|adored?|liked?|walked out of|despised?|watched|saw"
    r"|will love) "
    r"|(?:(?:so|last night|yesterday|today|tonight),? )?(?:i|we)(?: have|['’]ve)?(?: just| finally| really| also)*"
    r" (?:watched|saw|seen|rewatched|loved|hated|went to see) "
    r"|(?:(?:just|finally) )?(?:saw|went to see) (?=.{2,60} (?:last night|today|yesterday|tonight)$)"
    r"|finally saw "
    r"|(?:please )?(?:do not|don['’]t) (?:go (?:and )?)?(?:see|watch|bother with) "
    r"|(?:go|you must|you should) (?:and )?see "
    r"|(?:what i thought (?:of|about)|(?:a few|some) (?:words|notes|thoughts) (?:on|about)|(?:my |quick |initial "
    r"|first )?thoughts on"
    r"|a (?:second |closer |quick )?look (?:back )?at|looking back at|in (?:defen[cs]e|praise|appreciation) of"
    r"|notes on|watching|rewatching|revisiting"
    r"|remembering|exploring|discovering|rediscovering|reviewing|go see|let['’]s talk about|just watched|just saw) "
    r"|(?:descubriendo|redescubriendo|recordando|analizando|explorando|descobrindo|revendo|scoprendo|riscoprendo"
    r"|découvrir"
    r"|redécouvrir|über|gesehen|j['’]ai vu|(?:hoy |ayer |anoche )?he visto|ho visto|eu vi)(?: a)? )(?=\S)",
    re.IGNORECASE,
)
