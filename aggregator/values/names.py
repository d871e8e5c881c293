"""Which capitalised words are the name of a person."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from aggregator.values.directors import DIRECTORS
from aggregator.values.given_names import GIVEN_NAMES
from aggregator.values.name_words import (
    COMMON,
    CUT_ENDINGS,
    CUTS,
    DOUBTFUL,
    HONOURS,
    NOT_NAMES,
    PARTICLES,
    RANKS,
    STAGE_NAMES,
    SUFFIXES,
)
from aggregator.values.patterns import Pattern, any_of
from aggregator.values.text import fold, squash

LONGEST_NAME = 60  # characters
LONGEST_PAIR = 10  # characters of two words of which none is long enough to be looked at once more
LONGEST_TEXT = 60_000  # characters of prose that are searched
MOST_WORDS = 5  # particles and suffixes not counted
CAPITAL_NOUNS = frozenset({"de"})  # languages in which every noun has a capital
ELIDING = frozenset({"fr", "it", "ca"})  # languages that write "d'Anne Fontaine"

# Capital letters of Latin, Greek and Cyrillic, which `re` has no class for.
_UPPER = "".join(chr(code) for code in (*range(0x41, 0x530), *range(0x1E00, 0x1F00)) if chr(code).isupper())
_INITIALS = rf"(?>(?:[{_UPPER}]\.[ \u00a0-]?){{1,3}})(?=[^\W\d_]{{2}}|['’])"  # "J.J. ", "J.-P. ", "M. "
_WORD = r"(?>[^\W\d_]{1,24}(?:['’-][^\W\d_]{1,24}){0,3})"
_CAPITAL = rf"(?=[{_UPPER}]|[dlDLO]['’][{_UPPER}]|[a-z]{{2}}[A-Z][a-z]){_WORD}"
_TOKEN = Pattern(f"{_INITIALS}|{_WORD}")
_GAP = (
    r"(?:[ \u00a0]|, (?=[JS]r\b)|(?<=[. \u00a0-])"
    r"|\. (?:(?<=\b[DMS][rst]\. )|(?<=\bMrs\. )|(?<=\bProf\. )|(?<=\bCapt\. )))"
)
# A capital first, so that the search skips from one to the next; then whether it begins a word.
_START = (
    rf"[{_UPPER}](?<!\w.)(?<!\w['’-].)(?:(?>\.[ \u00a0-]?(?:[{_UPPER}]\.[ \u00a0-]?){{0,2}})(?=[^\W\d_]{{2}}|['’])"
    r"|(?>[^\W\d_]{0,24}(?:['’-][^\W\d_]{1,24}){0,3}))"
)
_INSIDE = rf"(?:(?=[{''.join(sorted({word[0] for word in PARTICLES}))}])(?:{any_of(PARTICLES)})[ \u00a0]){{0,2}}"
_RUN = Pattern(rf"{_START}(?:{_GAP}{_INSIDE}(?:{_INITIALS}|{_CAPITAL})){{1,9}}")
_NICKNAME = Pattern(r"[ \u00a0][\"“”'‘(]([^\W\d_][\w .'’-]{1,24})[\"“”'’)][ \u00a0]")
_IN_NO_NAME = Pattern(r"[\d:;|/!?@#&+=_<>{}()\[\]\"“”…–—·•]")
_CHINESE = Pattern(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,3}[\u30a0-\u30ff\u3040-\u309f]{1,4}|[\uac00-\ud7af]{2,4}")
_KATAKANA = Pattern(r"[\u30a0-\u30fa\u30fc-\u30ff]{2,12}(?:[・＝][\u30a0-\u30ff]{2,12}){1,3}")
_CASELESS = Pattern(r"[\u0590-\u06ff]{2,14}(?: [\u0590-\u06ff]{2,14}){1,3}")
_NEVER_LISTED = CUTS | RANKS
_NEVER_ALONE = _NEVER_LISTED | COMMON
_TRIMMED = PARTICLES - GIVEN_NAMES  # at the beginning of a run they are articles: "El", "De"
_NEVER, _NOT_FIRST, _RANK, _COMMON, _SUFFIX = 1, 2, 4, 8, 16
_ROWS = ((_NEVER, CUTS), (_NOT_FIRST, HONOURS | _TRIMMED), (_RANK, RANKS), (_COMMON, COMMON), (_SUFFIX, SUFFIXES))
_KINDS = {word: sum(kind for kind, row in _ROWS if word in row) for _, words in _ROWS for word in words}
"""What the tables say of a word."""
_NO_PAIRS = NOT_NAMES - STAGE_NAMES
_KNOWN = STAGE_NAMES | DIRECTORS
_KOREAN = Pattern(r"[A-Z][a-z]{1,5}-[a-z]{2,6}")  # "Chan-wook"
_EDGES = " \t\"'“”‘’«»„()[]<>*_~,;:|/#→←–—-"
_ELIDED = Pattern(r"([,;:(] ?|\b(?:film|œuvre|caméra) )([dl])['’](?=[A-ZÀ-Þ])")  # "Jeanne d'Arc" is a name


def is_name(text: str, *, allow_single: bool = False) -> bool:
    """Whether a text is the name of a person: two to five capitalised words, particles and initials among them.

    With `allow_single` one capitalised word is a name too ("Sting"). Places, prizes, studios, famous characters, and
    phrases of common words ("Dark Knight") are none.
    """
    if text.isascii() and text[:1].isupper() and text.count(" ") == 1 and len(text) <= LONGEST_NAME:
        pair = _is_pair(text, inside=False) if text[text.index(" ") + 1 :][:1].isupper() else None
        if pair is not None:
            return pair
    text = squash(text)
    if not 2 <= len(text) <= LONGEST_NAME or text != text.strip('"“”«»:;,!?'):
        return False
    if not text.isascii() and (_CHINESE.fullmatch(text) or _KATAKANA.fullmatch(text) or _CASELESS.fullmatch(text)):
        return True
    if fold(text) in STAGE_NAMES:
        return True
    found = _words(text)
    if len(found) == 1:
        return allow_single and _capital(found[0]) and _key(found[0]) not in _NEVER_ALONE
    keys = [_key(word) for word in found]
    return bool(found) and not any(map(_cuts, found, keys)) and keys[0] not in RANKS and _plausible(found, keys)


def trim_name(text: str) -> str:
    """A text without the punctuation around it; the full stop of "Jr." and of an initial stays."""
    text = text.strip(_EDGES)
    last = text.rpartition(" ")[2].rstrip(".")
    if text.endswith(".") and not (" " in text and (len(last) == 1 or "." in last or _key(last) in SUFFIXES)):
        return text.rstrip(_EDGES)
    return text


def is_credit(text: str) -> bool:
    """Whether an entry of a labelled list of people is a name: common words are allowed, for the label is evidence."""
    text = squash(text)
    if is_name(text, allow_single=True):
        return True
    found = _words(text) if len(text) <= LONGEST_NAME else []
    if len(found) == 1:
        return _capital(found[0]) and len(found[0]) > 1 and _key(found[0]) not in _NEVER_LISTED
    keys = [_key(word) for word in found]
    return bool(found) and not any(map(_cuts, found, keys)) and _plausible(found, keys, listed=True)


def names_in(text: str, *, language: str | None = None, longest: int = LONGEST_TEXT) -> list[tuple[str, int, int]]:
    """The names of persons in prose, in order, as (name, start, end) of the text; single words are never names here.

    A possessive 's is left out of the span; a rank before a name ("Captain", "Dr.") makes it a character, who is left
    out; "Sir", "Dame" and trades ("director") are passed over. In German, which writes every noun with a capital, only
    names that begin with a known given name or an initial are found. No more than `longest` characters are read.
    """
    found: list[tuple[str, int, int]] = []
    sure = language in CAPITAL_NOUNS
    if language in ELIDING:
        text = _ELIDED.sub(r"\1\2 ", text)
    for match in _RUN.finditer(text, 0, longest):
        run = match[0]
        pair = _is_pair(run, sure=sure) if run.isascii() else None
        at, end = match.span()
        if pair:
            found.append((run, at, end))
        elif pair is None:
            for name, start, last in _in_run(run, text[end : end + 1] == ".", sure):
                found.append((name, at + start, at + last))
    return found


def _is_pair(pair: str, *, inside: bool = True, sure: bool = False) -> bool | None:
    """Whether two plain words are a name; None if they are something else, or more must be looked at.

    `inside`: they stand in prose, where titles and articles are no first names; `sure`: as in `_in_run`.
    """
    key = pair.lower()
    first, _, last = key.partition(" ")
    if not (first.isalpha() and last.isalpha()):
        return None
    kind, kind_of_last = _KINDS.get(first, 0), _KINDS.get(last, 0)
    both = kind | kind_of_last
    if inside and (both & _NEVER or kind & _NOT_FIRST):
        return False
    if both & _SUFFIX or pair[-1].isupper():
        return None
    if both & _NEVER or kind & (_RANK | _COMMON):
        return key in STAGE_NAMES
    if (sure or kind_of_last & _COMMON) and not is_given(first):
        return not sure and key in STAGE_NAMES
    return not (key in _NO_PAIRS or (len(key) > LONGEST_PAIR and (_cuts(first, first) or _cuts(last, last))))


@lru_cache(maxsize=4096)
def _in_run(run: str, dot: bool, sure: bool) -> tuple[tuple[str, int, int], ...]:
    """The names in a run of capitalised words; `dot`: a full stop follows; `sure`: none without a given name."""
    plain = run.isascii() and run.replace(" ", "").isalpha()
    if plain:
        words, keys = run.split(" "), run.lower().split(" ")
        spans, apart = [], frozenset[int]()
        begin, end = 0, len(words)
        while begin < end and _KINDS.get(keys[begin], 0) & _NEVER:
            begin += 1
        while begin < end and _KINDS.get(keys[end - 1], 0) & _NEVER:
            end -= 1
        if end - begin < 2:
            return ()
        if end - begin == 2 and not (words[begin].islower() or words[begin + 1].islower()):
            pair = " ".join(words[begin:end])
            named = _is_pair(pair, sure=sure)
            if named is not None:
                at = sum(map(len, words[:begin])) + begin
                return ((pair, at, at + len(pair)),) if named else ()
    else:
        tokens = _tokens(run)
        words, keys = [token.word for token in tokens], [token.key for token in tokens]
        spans = [(token.start, token.end) for token in tokens]
        apart = frozenset(
            at for at, (one, other) in enumerate(pairwise(tokens), start=1) if not _follows(run, one, other)
        )
    found = []
    for first, last in _pieces(words, keys, apart):
        first = _known_from(words, keys, first, last) if last - first > 2 else first
        if keys[first] in RANKS and " ".join(keys[first:last]) not in STAGE_NAMES:
            continue
        if _plausible(words[first:last], keys[first:last]) and (not sure or _sure(words[first])):
            spans = spans or _spans(words)
            start, end = spans[first][0], _end(run, words[last - 1], keys[last - 1], spans[last - 1][1], dot)
            name = f"{run}."[start:end]
            found.append((name if plain else squash(name), start, end))
    return tuple(found)


class _Token(NamedTuple):
    """A word of a text that may belong to a name, its key, and where it stands."""

    word: str
    key: str
    start: int
    end: int


def _tokens(text: str) -> list[_Token]:
    """The words of a text that can be parts of a name."""
    matches = _TOKEN.finditer(text)
    return [_Token(match.group(), _key(match.group()), match.start(), match.end()) for match in matches]


def _spans(words: list[str]) -> list[tuple[int, int]]:
    """Where words stand that one space each divides."""
    ends = list(accumulate(len(word) + 1 for word in words))
    return [(end - 1 - len(word), end - 1) for word, end in zip(words, ends, strict=True)]


def _pieces(words: list[str], keys: list[str], apart: Container[int]) -> Iterator[tuple[int, int]]:
    """The parts of a run of capitalised words, cut at words that no name contains and after a possessive.

    `apart` are the words that cannot stand in one name with the word before them.
    """
    begin = -1
    for at, (word, key) in enumerate(zip(words, keys, strict=True)):
        if begin >= 0 and at in apart:
            yield from _trimmed(words, keys, begin, at)
            begin = -1
        if word.islower():
            if begin >= 0 and key in PARTICLES:
                continue
        elif not _cuts(word, key) and (begin >= 0 or key not in HONOURS):
            if begin < 0:
                begin = at
            elif words[at - 1].islower() and is_given(word) and not any(map(_sure, words[begin:at])):
                begin = at  # "Laberinto de Guillermo del Toro"
            if not _possessive(word):
                continue
            at += 1
        if begin >= 0:
            yield from _trimmed(words, keys, begin, at)
            begin = -1
    if begin >= 0:
        yield from _trimmed(words, keys, begin, len(words))


def _known_from(words: list[str], keys: list[str], first: int, last: int) -> int:
    """Where a known name begins that ends a run: "Impresionante Hattie McDaniel", "Thanks Ridley Scott"."""
    if _sure(words[first]) or " ".join(keys[first:last]) in _KNOWN:
        return first
    return next((at for at in range(first + 1, last - 1) if " ".join(keys[at:last]) in _KNOWN), first)


def _trimmed(words: list[str], keys: list[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A part of a run without particles at its edges, if two words are left."""
    while first < last and keys[first] in _TRIMMED:
        first += 1
    while last > first and words[last - 1].islower():
        last -= 1
    if last - first > 1:
        yield first, last


def _follows(text: str, before: _Token, token: _Token) -> bool:
    """Whether two tokens can stand in one name: "Ryan Stone", "Downey, Jr.", "Dr. Stone", "J. Edgar"."""
    gap = text[before.end : token.start]
    if gap in (" ", "\u00a0"):
        return True
    if gap == "":
        return before.word.endswith((".", " ", "\u00a0", "-"))
    if gap == ", ":
        return token.key in SUFFIXES
    return gap == ". " and before.key in RANKS


def _words(text: str) -> list[str]:
    """The words of a text that can be a name from end to end; empty if it has other things in it."""
    nickname = _NICKNAME.search(text)  # Dwayne "The Rock" Johnson
    if nickname:
        text = f"{text[: nickname.start()]} {text[nickname.end() :]}"
    if text.isascii() and text.replace(" ", "").isalpha():
        return text.split(" ")
    tokens = _tokens(text) if not _IN_NO_NAME.search(text) else []
    if not tokens or tokens[0].start > 0 or not all(_follows(text, one, other) for one, other in pairwise(tokens)):
        return []
    last = tokens[-1]
    if text[last.end :] not in ("", "." if len(last.word) == 1 or last.key in SUFFIXES else ""):
        return []
    return [token.word for token in tokens]


def _plausible(words: list[str], keys: list[str], *, listed: bool = False) -> bool:
    """Whether words that may stand in a name make one together."""
    if len(keys) > 1 and keys[-1] in SUFFIXES:
        keys, words = keys[:-1], words[:-1]
    phrase = " ".join(keys)
    if phrase in _KNOWN:
        return True
    main = words
    if not PARTICLES.isdisjoint(keys):
        main = [word for word, key in zip(words, keys, strict=True) if not (key in PARTICLES and word.islower())]
    if not 2 <= len(main) <= MOST_WORDS or keys[0] in SUFFIXES or not all(map(_capital, main)):
        return False
    if phrase in NOT_NAMES or any(f"{one} {other}" in NOT_NAMES for one, other in pairwise(keys)):
        return False
    if any(map(_acronym, main[1:])) and not all(map(str.isupper, main)):
        return False
    if listed or COMMON.isdisjoint(keys):
        return True
    common = [key for key in keys if key in COMMON]
    if _KOREAN.fullmatch(words[-1]):
        return True
    sure = _sure(words[0]) or (keys[0] in GIVEN_NAMES and len(words) > 2 and is_given(words[1]))
    return sure and keys[0] not in COMMON and (len(common) == 1 or len(main) > 3)


def is_given(word: str) -> bool:
    """Whether a word is a given name and hardly anything else."""
    key = fold(word)
    if key in GIVEN_NAMES:
        return key not in DOUBTFUL
    return any(part in GIVEN_NAMES and part not in DOUBTFUL for part in key.split())


def _cuts(word: str, key: str) -> bool:
    """Whether a name ends at a word; the "O." of an initial is no article."""
    return "." not in word and (key in CUTS or (len(key) > 8 and key.endswith(CUT_ENDINGS)))


def _key(word: str) -> str:
    """A word as the tables write it."""
    return word.lower() if word.isascii() and word.isalpha() else fold(word)


def _sure(word: str) -> bool:
    """Whether a name that begins with this word is sure to be one."""
    return "." in word or is_given(word)


def _capital(word: str) -> bool:
    """Whether a word begins with a capital, or has one after a short beginning ("deGrasse", "d'Arcy")."""
    return word[0].isupper() or (word[0].islower() and any(char.isupper() for char in word[1:4]))


def _acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word and fold(word) not in SUFFIXES


def _possessive(word: str) -> bool:
    return len(word) > 3 and word[-2] in "'’" and word[-1] in "sS"


def _end(text: str, word: str, key: str, end: int, dot: bool) -> int:
    """Where a name ends whose last word ends here: without 's, with the full stop of "Jr." (`dot`: behind the text)."""
    if _possessive(word):
        return end - 2
    if key in {"jr", "sr"} and (text[end : end + 1] == "." or (dot and end == len(text))):
        return end + 1
    return end
