"""Words and signs of which a line or sentence with a rating has one: a cheap test before the grammar reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aggregator.extract.segment import HEAD

WORDS = (
    *("star", "stern", "sterr", "étoile", "etoile", "toile", "estrel", "stell", "gwiazd", "stjä", "stje", "thumb"),
    *("daumen", "pouce", "pulgar", "pollic", "grade", "recommend", "skip", "watch", "must", "avoid", "rent", "worth"),
    *("empf", "sehens", "voir", "consigli", "polec", "recomend", "one", "two", "three", "four", "five", "six", "seven"),
    *(
        "eight",
        "nine",
        "ten",
        "zero",
        "pass",
        "miss",
        " doy ",
        " pongo ",
        "dou ",
        "gli do",
        "le do ",
        "gebe ",
        "vergebe",
    ),
    *(" mets ", "geef "),
)
"""A line that is a rating has a mark, or a word that begins so (lower case)."""
TELLING = (
    *(
        " star",
        "-star",
        "out of",
        "of out",
        "thumb",
        "give ",
        "gave ",
        "gives ",
        "giving ",
        "rate ",
        "rated ",
        "rating",
    ),
    *("grade", "score", "deserve", "earn", "sterne", "étoile", "etoile", "toile", "estrell", "stelle", "estrela"),
    *(
        "sterren",
        "gwiazd",
        "stjärn",
        "stjern",
        "wertung",
        "bewertung",
        "gesamtwertung",
        "filmwertung",
        " note",
        " nota",
    ),
    *(" voto", "ocena", "betyg", "cijfer", "von 5", "von 10", "von f", "von z", "sur 5", "sur 10", "sur cinq"),
    *("sur dix", "sobre 5", "sobre 10", "sobre cinco", "sobre diez", "su 5", "su 10", "su cinque", "su dieci", "de 5"),
    *("de 10", "van de", "av 5", "na 5", "na 10", "na 6", "av 6", "af 6", " doy ", "doy un", " pongo ", "pongo un"),
    *("daría", "pondría", "puntua", "calific", "valora", "gli do", "le do ", "darei", "dou ", "dou-lhe", "daria "),
    *("gebe ", "vergebe", "bekommt", "kriegt", " mets ", "donne un", "mettrai", "geef ", "krijgt", "ger den"),
    *("ger filmen", "får en", "giver ", "gir ", "daję", "dostaje", "av fem", "av tio", "af fem", "af seks", "af ti"),
    *("av seks", "na pięć", "na dziesięć", "em cinco", "em dez"),
)
"""A sentence with a rating has one of these (lower case), a sign of those below, or a signed letter."""
SIGNS = ("★", "⭐", "**", "%")
SLASH = re.compile(r"/ ?(?:[456]|10)")
"""Signs of such a sentence."""
NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "zwei", "drei", "vier", "fünf"),
    *("deux", "trois", "quatre", "cinq", "dos", "tres", "cuatro", "cinco", "due", "tre", "quattro", "cinque", "dois"),
    *("três", "quatro", "vijf", "cztery", "pięć", "trzy", "fem", "fyra", "fire", "thumb", "half", "halb", "demi"),
    *("sechs", "sieben", "acht", "neun", "zehn", "sept", "huit", "neuf", "dix", "seis", "siete", "ocho", "nueve"),
    *("diez", "sei", "sette", "otto", "nove", "dieci", "sete", "oito", "dez", "zes", "zeven", "negen", "tien"),
    *("sześć", "siedem", "osiem", "dziewięć", "dziesięć", "sju", "åtta", "nio", "tio", "seks", "syv", "otte"),
)
"""Words of which a sentence with a rating has one, if it has no mark."""


def by_head(*tables: Sequence[str]) -> dict[str, list[tuple[int, str]]]:
    """The rows of tables, with the table's number, by the letters with which a word of the text answers to them."""
    rows: dict[str, list[tuple[int, str]]] = {}
    for number, table in enumerate(tables):
        for piece in table:
            rows.setdefault(piece.strip(" -")[:HEAD].rstrip(), []).append((number, piece))
    return rows


HEADED = by_head(WORDS, TELLING, NUMBERS)
HEADS = frozenset(HEADED)
