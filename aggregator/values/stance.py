"""Positive, mixed or negative: what a bottom line without a rating says of its film, or nothing where that is open."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from aggregator.values.stance_words import LEANINGS, MIXTURES, NEGATIONS, TURNS
from aggregator.values.text import fold

MAX_CHARS = 4_000  # a bottom line is shorter
REACH = 3  # words that a negation turns
NEGATED = -0.5  # "not great" is less bad than "great" is good
BEFORE_TURN = 0.5  # what stands before the last "but" counts half
LEAST_CONFIDENCE = {"positive": 0.7, "mixed": 0.55, "negative": 0.55}  # under it nothing is said; praise is common
STANCES = ("positive", "mixed", "negative")
CURVE = {
    # stance: what it starts with, and what a point of leaning, of mixture and of contradiction adds (a softmax)
    "positive": (0.8, 0.47, -0.09, -0.13),
    "mixed": (0.0, -0.1, 0.33, 0.12),
    "negative": (-0.8, -0.37, -0.24, 0.0),
}


class Stance(NamedTuple):
    """What a text says of its film, read from its words."""

    label: str  # positive, mixed, negative
    confidence: float  # 0..1
    words: tuple[str, ...]  # the folded words and phrases that told it


class _Sums(NamedTuple):
    leaning: float
    mixture: float
    contradiction: float
    words: tuple[str, ...]


def infer_stance(text: str, language: str | None = None) -> Stance | None:
    """The stance of a verdict, by weighted words; None where the language has no table or the words leave it open.

    Negations turn what follows them, and what stands before the last "but" counts half (Taboada et al., Lexicon-Based
    Methods for Sentiment Analysis, 2011). English weights are the rounded log-odds of words among verdicts whose review
    states a rating, and `CURVE` is a softmax fitted on the same. A text without a language is read as English.
    """
    stance = weigh(text, language)
    return stance if stance is not None and stance.confidence >= LEAST_CONFIDENCE[stance.label] else None


def weigh(text: str, language: str | None = None) -> Stance | None:
    """The likeliest stance whatever its confidence; None where no word of the tables stands in the text."""
    language = _table_of(language)
    if language not in LEANINGS:
        return None
    sums = _sums(text, language)
    if not sums.words:
        return None
    powers = {
        name: start + by_leaning * sums.leaning + by_mixture * sums.mixture + by_contradiction * sums.contradiction
        for name, (start, by_leaning, by_mixture, by_contradiction) in CURVE.items()
    }
    label = max(powers, key=lambda name: powers[name])
    confidence = 1 / math.fsum(math.exp(power - powers[label]) for power in powers.values())
    return Stance(label, confidence, sums.words)


def leans(words: list[str], language: str | None = None) -> bool:
    """Whether a word or phrase of the tables stands among the words of a folded text: `weigh` gives a stance."""
    language = _table_of(language)
    return language in LEANINGS and next(_hits(words, language), None) is not None


def _table_of(language: str | None) -> str:
    return (language or "en").lower().partition("-")[0]


def _sums(text: str, language: str) -> _Sums:
    """Praise less blame, mixture, and the smaller of praise and blame; each damped as the text grows."""
    tokens = fold(text[:MAX_CHARS]).split()
    praise = blame = mixture = 0.0
    words: list[str] = []
    # "the worst sequel yet" turns nothing
    turn = max((at for at, token in enumerate(tokens[:-1]) if token in _set(TURNS[language])), default=-1)
    for at, phrase, weight, mixed in _hits(tokens, language):
        share = BEFORE_TURN if at < turn else 1.0
        if mixed:
            mixture += share * weight
        else:
            before = tokens[max(0, at - REACH) : at]
            if any(token in _set(NEGATIONS[language]) for token in before):
                weight *= NEGATED
                phrase = f"not {phrase}"
            praise += share * max(0.0, weight)
            blame += share * max(0.0, -weight)
        words.append(phrase)
    damp = 1 / math.sqrt(max(1.0, len(tokens) / 40))
    return _Sums((praise - blame) * damp, mixture * damp, min(praise, blame) * damp, tuple(words))


def _hits(tokens: list[str], language: str) -> Iterator[tuple[int, str, float, bool]]:
    """Places, phrases and weights of what the tables know, the longest phrase first, none inside another."""
    longest = _tables(language)[2]
    at = 0
    while at < len(tokens):
        token = tokens[at]
        for size in range(min(longest.get(token, 1), len(tokens) - at), 0, -1):
            phrase = "_".join(tokens[at : at + size])
            found = _known(phrase, language)
            if found is not None:
                yield at, phrase.replace("_", " "), found[0], found[1]
                break
        else:
            size = 1
        at += size


@lru_cache(20_000)
def _known(phrase: str, language: str) -> tuple[float, bool] | None:
    """What the tables know of a word or phrase, whole or by the longest stem of its last word."""
    whole, stems, _ = _tables(language)
    least = max(2, phrase.rfind("_") + 1)
    by_stem = (stems[phrase[:cut]] for cut in range(len(phrase), least, -1) if phrase[:cut] in stems)
    return whole.get(phrase) or next(by_stem, None)


@cache
def _tables(language: str) -> tuple[dict[str, tuple[float, bool]], dict[str, tuple[float, bool]], dict[str, int]]:
    """Whole words and phrases, and stems of either: weight, and whether of a mixture; first word to longest phrase."""
    rows = [(word, float(weight), False) for weight, words in LEANINGS[language].items() for word in words.split()]
    rows += [(word, float(weight), True) for weight, words in MIXTURES[language].items() for word in words.split()]
    whole = {word: (weight, mixed) for word, weight, mixed in rows if not word.endswith("-")}
    stems = {word[:-1]: (weight, mixed) for word, weight, mixed in rows if word.endswith("-")}
    longest: dict[str, int] = {}
    for word in (*whole, *stems):
        first, *rest = word.split("_")
        longest[first] = max(longest.get(first, 1), 1 + len(rest))
    return whole, stems, longest


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())
