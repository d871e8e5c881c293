"""How tables of words are written down: long strings, read once."""

from __future__ import annotations

from itertools import filterfalse

from aggregator.values.patterns import Pattern

_LETTER = Pattern(
    "[^\\x00-`{-©«-´¶-¹»-¿×÷\u2000-\u206f\u20a0-\u2bff\u3000-\u3004\u3007-\u3030\ufe00-\ufe0f\uff01-\uff20\U0001f000-\U0001faff]"
)
_NOT_ASCII = Pattern(r"[^\x00-\x7f]")
_DIVIDERS = "’‘“”–—…\xa0"
_LATIN_LETTERS = bytes(code if chr(code).isalpha() else 32 for code in range(256))
_LETTERS = _LATIN_LETTERS[:128] + bytes(range(128, 256))


def words_of(text: str) -> frozenset[str]:
    """The words of a table in which white space divides them."""
    return frozenset(text.split())


def phrases_of(text: str) -> frozenset[str]:
    """The phrases of a table in which bars and line breaks divide them."""
    return frozenset(phrase.strip() for phrase in text.replace("\n", "|").split("|")) - {""}


def lower_words(low: str) -> list[str]:
    """The runs of letters in a text that is in lower case; digits and apostrophes divide them."""
    if not low.isascii():
        for mark in _DIVIDERS:
            low = low.replace(mark, " ")
        try:
            return low.encode("latin-1").translate(_LATIN_LETTERS).decode("latin-1").split()
        except UnicodeEncodeError:
            for char in filterfalse(_LETTER.match, set(_NOT_ASCII.findall(low))):
                low = low.replace(char, " ")
    return low.encode(errors="surrogatepass").translate(_LETTERS).decode(errors="surrogatepass").split()
