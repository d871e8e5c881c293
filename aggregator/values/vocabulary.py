"""How tables of words are written down: long strings, read once."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of a table in which white space divides them."""
    return frozenset(text.split())


def phrases_of(text: str) -> frozenset[str]:
    """The phrases of a table in which bars and line breaks divide them."""
    return frozenset(phrase.strip() for phrase in text.replace("\n", "|").split("|")) - {""}
