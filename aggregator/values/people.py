"""Names of persons: by-lines, lists of people, names in prose."""

from __future__ import annotations

import re

from aggregator.values.bylines import parse_author
from aggregator.values.names import is_credit, is_given, is_name, names_in, trim_name
from aggregator.values.patterns import Pattern
from aggregator.values.text import fold, squash
from aggregator.values.vocabulary import phrases_of

__all__ = ["is_given", "is_name", "names_in", "parse_author", "parse_people"]

LONGEST_LIST = 3000  # characters of a list that are read
MOST_PEOPLE = 60
LEADING = "the voice voices also starring introducing directed with sir dame"

# Labels and openings of lists of people (folded).
LABELS = phrases_of("""
cast|starring|stars|star|also starring|co starring|featuring|with|main cast|the cast|voice cast|voices|voices of
the voices of|lead actors|actors|actresses|performers|players|principal cast|director|directors|directed by|dir
a film by|film by|director s|cast includes|cast and crew|key cast|introducing|and introducing|besetzung|darsteller
schauspieler|mit|stimmen|es spielen|hauptdarsteller|regie|regisseur|regisseurin|regie von|in den hauptrollen|avec
distribution|acteurs|casting|interpretes|acteurs principaux|les acteurs|realisateur|realisatrice|realisation
realise par|de|un film de|reparto|elenco|actores|con|protagonistas|direccion|dirigida por|dirigido por|director a
interpreti|attori|protagonisti|regia|regia di|diretto da|atores|com|direcao|diretor|diretora|realizacao|realizador
rolverdeling|met|hoofdrollen|cast en crew|geregisseerd door|obsada|wystepuja|aktorzy|w rolach glownych|rezyser
rezyseria|i rollerna|skadespelare|medverkande|i rollene|medvirkende|skuespillere|regi|instruktor|instruktion
nayttelijat|paaosissa|ohjaus|ohjaaja|hraji|herci|rezie|szereplok|rendezo|distributie|actori|regizor|oyuncular|yonetmen
pemain|pemeran|para pemain|sutradara|direktor|repartiment|direccio|в ролях|режиссер|актеры
""")

_FIRST_WORDS = frozenset(label.partition(" ")[0] for label in LABELS) | frozenset(LEADING.split())
"""Words (folded) with which a label or what else may lead up to a name begins."""

_BRACKETS = Pattern(r"\s*(?:\([^()]{0,120}\)|\[[^\[\]]{0,120}\])")
_ROLE = Pattern(
    r"\s+(?:as|als|comme|como|nel ruolo di|nei panni di|dans le rôle de|en el papel de|no papel de|jako|som|sebagai"
    r"|plays|\.{2,}|…)\s.*$|\s*(?:\.{2,}|…).*$",
    re.DOTALL,
)
_OTHERS = Pattern(
    r"[\s,]+(?:u\. ?a|u\. ?v\. ?m|uvm|u\. ?v\. ?a|et al|etc|m\. ?fl|e\. ?a|i inn[iey]|and more|ua)\.?\s*$"
)
_DIVIDER = Pattern(
    r"\s*[,;|•·●/\n\t、،]+\s*(?:(?:and|und|et|y|e|och|og)\s+)?"
    r"|\s+(?:and|AND|And|&|\+|und|UND|et|ET|y|e|en|och|og|oraz|i|ja|dan|és|și|ve|with|featuring|mit|avec|plus|и|та)\s+"
)
_DASH = Pattern(r"\s+[–—-]{1,2}\s+")
_JUNIOR = Pattern(r",\s?(?=[JS]r\b)")
_LEADING = Pattern(
    r"(?:the\s)?(?:voices?\sof|also|starring|introducing|directed\sby|with|sir|dame)\s+(?=\S)", re.IGNORECASE
)


def parse_people(text: str) -> tuple[str, ...]:
    """The persons of a labelled list, as the page spells them, in its order and each once.

    "Joaquin Phoenix, Amy Adams and Scarlett Johansson (voice)"; labels at the beginning, roles ("as Theodore", in
    brackets, after a colon or dash) and "and more" are left out. Entries that are no name are dropped.
    """
    if text.isascii() and text.replace(" ", "").isalpha() and "  " not in text and is_name(text):
        first = text.partition(" ")[0].lower()
        if first not in _FIRST_WORDS:
            return (text.strip(),)
    text = text[:LONGEST_LIST]
    text = _BRACKETS.sub("", text) if "(" in text or "[" in text else text
    text = _JUNIOR.sub(" ", text) if "Jr" in text or "Sr" in text else text
    head, colon, rest = text.partition(":")
    if colon and fold(head) in LABELS:
        text = rest
    entries = [entry for entry in _DIVIDER.split(_OTHERS.sub("", text)) if entry.strip()]
    entries[:1] = map(_without_label, entries[:1])
    if len(entries) == 1 and all(map(is_credit, parts := _DASH.split(entries[0]))):
        entries = parts
    named = [name for name in map(_person, entries[:MOST_PEOPLE]) if name]
    if len(named) == 2 and " " not in named[0] and is_given(named[0]) and named[1].count(" ") == 1:
        named[0] = f"{named[0]} {named[1].split()[1]}"  # "Joel and Ethan Coen"
    return tuple({fold(name): name for name in reversed(named)}.values())[::-1]


def _without_label(entry: str) -> str:
    """The first entry of a list without a label that no colon marks: "Avec Ada Quill"."""
    words = entry.split()
    for count in (1, 2, 3):
        if fold(" ".join(words[:count])) in LABELS and is_credit(" ".join(words[count:])):
            return " ".join(words[count:])
    return entry


def _person(entry: str) -> str | None:
    """The one name of an entry; a role beside it is left out."""
    first, _, last = entry.strip().partition(" ")
    if first.isalpha() and last.isalpha() and first.lower() not in _FIRST_WORDS and is_name(f"{first} {last}"):
        return f"{first} {last}"
    entry = _LEADING.sub("", trim_name(squash(_ROLE.sub("", entry))), count=1)
    if is_name(entry):
        return entry
    parts = [trim_name(part) for part in (entry, *reversed(entry.split(":")), *_DASH.split(entry))]
    names = [name for name in (part.removesuffix("'s").removesuffix("’s") for part in parts) if is_credit(name)]
    return next((name for name in names if is_name(name)), names[0] if names else None)
