"""The forms in which bloggers write a film's title, as keys to look for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from aggregator.values.title_keys import title_key

# Bloggers' short forms of series and films.
_SHORT_FORMS = {
    "bvs": "batman vs superman dawn of justice",
    "batman vs superman": "batman vs superman dawn of justice",
    "t1": "terminator",
    "t2": "terminator 2 judgment day",
    "t3": "terminator 3 rise of the machines",
    "lotr": "lord of the rings",
    "tdk": "dark knight",
    "tdkr": "dark knight rises",
    "tfa": "star wars 7 the force awakens",
    "tlj": "star wars 8 the last jedi",
    "tros": "star wars 9 the rise of skywalker",
    "rotj": "star wars 6 return of the jedi",
    "esb": "star wars 5 the empire strikes back",
    "anh": "star wars 4 a new hope",
    "gotg": "guardians of the galaxy",
    "gotg2": "guardians of the galaxy 2",
    "aou": "avengers age of ultron",
    "tasm": "amazing spider man",
    "tasm2": "amazing spider man 2",
    "xmfc": "xmen first class",
    "dofp": "xmen days of future past",
    "potc": "pirates of the caribbean",
    "hp": "harry potter",
    "mi": "mission impossible",
    "id4": "independence day",
    "et": "et the extra terrestrial",
    "twbb": "there will be blood",
    "ncfom": "no country for old men",
    "tgbh": "grand budapest hotel",
    "wows": "wolf of wall street",
    "ouatih": "once upon a time in hollywood",
    "eeaao": "everything everywhere all at once",
    "tlotr": "lord of the rings",
    "sotl": "silence of the lambs",
    "fmj": "full metal jacket",
    "rotk": "lord of the rings the return of the king",
    "fotr": "lord of the rings the fellowship of the ring",
    "ttt": "lord of the rings the two towers",
    "hp1": "harry potter and the sorcerers stone",
    "f8": "fate of the furious",
    "crawl 2": "crawl",
    "8 and a half": "8 1 2",
    "wall e": "walle",
}
SHORT_FORMS = {short: title_key(title) for short, title in _SHORT_FORMS.items()}
# Words after a title that say which print or release was seen.
_RELEASE_WORDS = """
3d|4k|imax|blu ray|bluray|dvd|remastered|restored|redux|uncut|extended|extended edition|directors cut|
the directors cut|final cut|the final cut|special edition|ultimate edition|anniversary edition|criterion|netflix|
movie|the movie|film|the film|remake|the remake|reboot|original
"""
SHORTEST_MISSPELT = 5  # characters of a key; a shorter one is a different word
MOST_APART = 5  # characters in length
# Letters of the longer key -> edits at most.
EDITS = ((5, 1), (9, 2), (18, 3))

_RELEASES = "|".join(sorted(_RELEASE_WORDS.strip().replace("\n", "").split("|"), key=len, reverse=True))
_RELEASE = re.compile(rf"^(?P<title>.{{2,}}?) (?:{_RELEASES})$")
_NUMBER = re.compile(r"\d+")
_ATTACHED = re.compile(r"^([a-z]+)(\d{1,2})$")


@lru_cache(maxsize=2048)
def forms(title: str) -> tuple[tuple[str, str], ...]:
    """The keys to look for, best first, each with the name of its form: "exact", "short form", "release", "number"."""
    key = title_key(title)
    first: dict[str, str] = {}
    for found, how in _forms(key):
        first.setdefault(found, how)
    return tuple(first.items())


def _forms(key: str) -> Iterator[tuple[str, str]]:
    yield key, "exact"
    if key in SHORT_FORMS:
        yield SHORT_FORMS[key], "short form"
    first, _, rest = key.partition(" ")
    if rest and first in SHORT_FORMS:
        yield f"{SHORT_FORMS[first]} {title_key(rest)}", "short form"
    attached = _ATTACHED.match(first)
    if attached and first not in SHORT_FORMS and attached[1] in SHORT_FORMS:  # "MI5: Rogue Nation"
        series = SHORT_FORMS[attached[1]]
        yield f"{series} {attached[2]} {rest}".rstrip(), "short form"
        if rest:
            yield f"{series} {rest}", "number"
    for word in rest.split():
        longer = SHORT_FORMS.get(word, "")
        if len(word) > 2 and longer.startswith(first + " "):  # "X-Men DOFP"
            yield longer, "short form"
    release = _RELEASE.match(key)
    if release:
        short = release["title"]
        yield short, "release"
        if short in SHORT_FORMS:
            yield SHORT_FORMS[short], "short form"
    words = key.split()
    bare = [word for word in words[1:] if not word.isdigit()]
    if len(bare) + 1 < len(words):
        if words[-1] == "1":
            yield " ".join(words[:-1]), "first part"
        if len(bare) >= 2:
            yield " ".join([words[0], *bare]), "number"


def spelled_nearly(one: str, other: str) -> float:
    """How nearly two title keys are spelled alike, 0..1; 0 if they are two titles.

    Optimal string alignment distance over the keys without spaces, bounded by length (`EDITS`); numbers must be equal.
    """
    if abs(len(one) - len(other)) > MOST_APART:
        return 0.0
    first, second = one.replace(" ", ""), other.replace(" ", "")
    length = max(len(first), len(second))
    if min(len(first), len(second)) < SHORTEST_MISSPELT:
        return 0.0
    allowed = _edits(length)
    distance = OSA.distance(first, second, score_cutoff=allowed)
    if distance > allowed or _NUMBER.findall(one) != _NUMBER.findall(other):
        return 0.0
    return 1.0 - distance / length


def nearly_spelled(key: str, others: Sequence[str]) -> list[int]:
    """The places of those keys that `spelled_nearly` finds alike: the same for many keys at once."""
    first = key.replace(" ", "")
    allowed = _edits(len(first) + MOST_APART)
    joined = [other.replace(" ", "") for other in others]
    near = process.extract(first, joined, scorer=OSA.distance, score_cutoff=allowed, limit=None)
    return [at for _, _, at in near if spelled_nearly(key, others[at])]


def _edits(length: int) -> int:
    return max((edits for least, edits in EDITS if length >= least), default=0)
