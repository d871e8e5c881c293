"""Patterns that compile late, and rows of them behind one search."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.extract.kinds import HEADLINES
from aggregator.extract.kinds_tags import TAG_SIGNS
from aggregator.values.patterns import Pattern, Patterns, rows_by_letter
from aggregator.values.text import fold
from aggregator.values.vocabulary import lower_words


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("^a|b", "xb"),
        ("^(?:a|b)", "xb"),
        (r"^a[|]|\|", "x|"),
        (r"^\(a|b", "xb"),
        ("^a", "b\na"),
        (r"^[^\]|]|x", "|x"),
        ("^b", "ab"),
    ],
)
def test_a_search_finds_what_re_finds(source: str, text: str) -> None:
    ours, theirs = Pattern(source).search(text), re.search(source, text)
    assert (ours and ours.span()) == (theirs and theirs.span())


WORDS = (
    *("review policy", "how i rate", "2013 in numbers", "reviews", "movies", "harbour lights", "watched 2014", "the"),
    *("film", "books and", "anime", "news", "top 10", "photography"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join) | st.text(max_size=40))
def test_no_row_is_hidden(text: str) -> None:
    sources, key = [pattern for pattern, _, _ in HEADLINES], fold(text)
    expected = [number for number, source in enumerate(sources) if re.search(source, key)]
    assert Patterns(sources).found(key) == expected


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\b(?:the |my )?(?:top|best) ten\b", "a best ten"),
        (r"^(?:an? ){0,2}(?:tale|story)s? of", "story of"),
        (r"\bmp3s?\b|\bs t$", "k s t"),
        (r"\bab?c", "an acorn"),
        (r"\b(?:(?:un|re)loved|\d+ times)\b", "9 times"),
        (r"(?<!no )\bseries", "a series"),
    ],
)
def test_a_row_is_tried_where_it_may_begin(source: str, text: str) -> None:
    assert Patterns([source]).found(text) == [0]


@pytest.mark.parametrize(
    ("low", "words"),
    [
        ("it's a well-made film, 4/5.", ["it", "s", "a", "well", "made", "film"]),
        ("l’été «très» beau", ["l", "été", "très", "beau"]),
        ("świetny film – 8/10", ["świetny", "film"]),
        ("фильм 🎬 хороший", ["фильм", "хороший"]),
        ("映画「彼女」", ["映画", "彼女"]),
        ("", []),
    ],
)
def test_words_of_a_text_in_lower_case(low: str, words: list[str]) -> None:
    assert lower_words(low) == words


@given(st.text(alphabet=st.characters(max_codepoint=0x17F, exclude_characters="İ"), max_size=80))
def test_words_are_runs_of_letters(text: str) -> None:
    low = text.lower()
    expected = re.findall(r"[^\W\d_]+", "".join(char if char.isalpha() or not char.isalnum() else " " for char in low))
    assert lower_words(low) == expected


@given(st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join) | st.text(max_size=20))
def test_the_first_letter_hides_no_row(text: str) -> None:
    rows = [(f"row{number}", row[0]) for number, row in enumerate(TAG_SIGNS)]
    key = fold(text)
    by_letter = rows_by_letter(rows, "s?")
    found = by_letter.get(key[:1], by_letter[""]).match(key)
    assert (found and found.lastgroup) == next((name for name, row in rows if re.fullmatch(f"(?:{row})s?", key)), None)
