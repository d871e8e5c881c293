"""Keys under which a film's title is the same however it is written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from aggregator.values.patterns import Pattern

LONGEST = 200  # characters of a title that count

# Leading words that bloggers add and drop; "i", "en", "et", "as" begin too many titles in other languages.
_ARTICLES = """
the a an der die das ein eine le la les l un une el los las il lo gli uno una o os um uma de het een den det
"""
# Words that only introduce a number: "Part II", "Vol. 2", "Kapitel 2".
_PART_WORDS = """
part pt vol volume chapter episode ep teil kapitel folge partie volet chapitre parte capitulo episodio deel del czesc
bagian no number
"""
# One spelling for words that are written in two ways.
_SPELLINGS = """
doctor:dr mister:mr missus:mrs saint:st mount:mt colour:color colours:colors grey:gray honour:honor theatre:theater
centre:center neighbour:neighbor neighbours:neighbors favourite:favorite judgement:judgment programme:program
jewellery:jewelry
"""
_NUMBERS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty
"""
_TENS = "thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90"
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii"


def _pairs(text: str) -> dict[str, str]:
    return {one: other for one, _, other in (pair.partition(":") for pair in text.split())}


def _counted(text: str) -> dict[str, str]:
    return {word: str(number) for number, word in enumerate(text.split(), start=1)}


ARTICLES = frozenset(_ARTICLES.split())
PART_WORDS = frozenset(_PART_WORDS.split())
SPELLINGS = _pairs(_SPELLINGS)
NUMBERS = _counted(_NUMBERS) | _pairs(_TENS)
ROMAN = _counted(_ROMAN)
INNER_ARTICLES = frozenset({"the", "a", "an"})  # "The Girl with a Dragon Tattoo"
AND = frozenset({"and", "und", "et", "og", "y"})  # between two words
VERSUS = frozenset({"v", "vs", "versus"})
LONE_ROMAN = frozenset({"i", "v", "x"})  # words as well: numbers only where they stand last, or after "Part"
FRACTIONS = {"½": " 1 2 ", "¼": " 1 4 ", "¾": " 3 4 ", "⅓": " 1 3 ", "⅔": " 2 3 "}
HALVES = ((" and a half", " 1 2"), (" et demi", " 1 2"), (" e mezzo", " 1 2"))

_ELISION = Pattern(r"\b([ldcjnst]|qu)['’ʼ`](?=\w{2})", re.IGNORECASE)
_CONTRACTION = Pattern(r"['’ʼ`´‘]")
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "$": "s",
        "·": "",
        "•": "",
        "@": "a",
    }
)
_SINGLE = Pattern(r"(?<=\b\w)[.\-·*](?=\w\b)|(?<=\b\w)[.\-](?=\w)|(?<=\w)-(?=\w\b)")
_NOT_WORD = Pattern(r"[\W_]+")
_TRAILING_ARTICLE = Pattern(
    r"^(.+), (the|a|an|der|die|das|le|la|les|l'|l’|un|une|el|los|las|il|lo|gli|o|os|as|de|het)$", re.IGNORECASE
)
_FILE = Pattern(r"(?:index|default)(?:\.\w{2,5})?|feed|amp", re.IGNORECASE)
_SUFFIX = Pattern(r"\.(?:html?|php|aspx?|md)$", re.IGNORECASE)
_BETWEEN = Pattern(r"[\s_+.\-–]+")
_SLUG_DATE = Pattern(r"^(?:\d{4}-)?\d{1,2}-\d{1,2}-|^\d{8,14}-|-\d{5,}$")


def plain_key(title: str) -> str:
    """A title's words in lower case, without accents and punctuation; articles and numerals as written."""
    text = unicodedata.normalize("NFC", title[:LONGEST]).casefold()
    for sign, words in FRACTIONS.items():
        if sign in text:
            text = text.replace(sign, words)
    text = _ELISION.sub(r"\1 ", text)
    text = _SINGLE.sub("", _CONTRACTION.sub("", text))
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
        text = "".join([char for char in decomposed if not unicodedata.combining(char)])
    else:
        text = text.translate(_LETTERS)
    text = text.replace("&", " and ").replace("+", " and ")
    return _NOT_WORD.sub(" ", text).strip()


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """The key of a film's title: equal for spellings of one title, never empty for a title that is not.

    Off: case, accents, punctuation, a leading (or trailing ", The") article of twelve languages, English articles
    inside, "Part" of a number.
    One form: `&` and "and", "vs", numerals and English number words, ½, British spelling. Subtitles stay.
    """
    text = " ".join(title[:LONGEST].split())
    moved = _TRAILING_ARTICLE.match(text)
    plain = plain_key(moved.group(1) if moved else text)
    for spelled, digits in HALVES:
        plain = plain.replace(spelled, digits)
    words = plain.split()
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    key = " ".join(_canonical(words))
    return key or text.casefold()


def _canonical(words: list[str]) -> list[str]:
    found: list[str] = []
    last = len(words) - 1
    for at, word in enumerate(words):
        after_part = at > 0 and words[at - 1] in PART_WORDS
        if 0 < at < last and word in AND:
            word = "and"
        elif 0 < at < last and word in VERSUS and not after_part:
            word = "vs"
        elif (at > 0 and word in ROMAN and (word not in LONE_ROMAN or after_part or (at == last and word != "i"))) or (
            after_part and word in ROMAN
        ):
            word = ROMAN[word]
        elif word in NUMBERS:
            word = NUMBERS[word]
        else:
            word = SPELLINGS.get(word, word)
        if 0 < at < last and word in INNER_ARTICLES:
            continue
        if found and after_part and len(found) > 1 and word.isdigit():
            found.pop()
        found.append(word)
    return found


def same_title(one: str, other: str) -> bool:
    """Whether two titles are spellings of one title; empty ones never are."""
    if not one.strip() or not other.strip():
        return False
    first, second = title_key(one), title_key(other)
    return first == second or first.replace(" ", "") == second.replace(" ", "")


def title_from_url(url: str) -> str | None:
    """The words of a post's URL slug, without date and number: `/2013/03/movie-review-her/` gives "movie review her".

    None for a URL without a slug of letters; the caller parses it as a headline.
    """
    try:
        parts = [part for part in unquote(urlsplit(url[:2000]).path).split("/") if part]
    except ValueError:
        return None
    if parts and _FILE.fullmatch(parts[-1]):
        parts.pop()
    if not parts:
        return None
    slug = _SUFFIX.sub("", parts[-1])
    slug = _SLUG_DATE.sub("", slug)
    words = _BETWEEN.sub(" ", slug).strip()
    return words if any(char.isalpha() for char in words) else None
