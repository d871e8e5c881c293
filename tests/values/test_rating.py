"""Ratings: every row of the two tables, the properties of a value function, and structured fields."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.scoring import score
from aggregator.values.rating import (
    CONTEXTS,
    RATING_LABELS,
    Rating,
    may_rate,
    parse_rating,
    structured_rating,
)
from aggregator.values.rating.numbers import read_letter, read_number

HERE = Path(__file__).parent
TEXT_CONTEXTS = ("own_line", "heading", "end_of_sentence", "inline")
PIECES = (
    *(
        "4",
        "3.5",
        "7,5",
        "10",
        "100",
        "½",
        "1/2",
        "/",
        " / ",
        "5",
        " out of ",
        " von ",
        " sur ",
        "%",
        "★",
        "☆",
        "⭐️",
        "*",
    ),
    *(
        "four",
        "drei",
        "et demie",
        "stars",
        " stars",
        "étoiles",
        "Rating: ",
        "Grade: ",
        "B+",
        "A-",
        "C",
        "(",
        ")",
        " ",
        "-",
    ),
    *(
        "I give it ",
        "Voto: ",
        "reels",
        "thumbs up",
        "IMDb ",
        "Part ",
        "of the film",
        ".",
        ", ",
        "🍿",
        "👍",
        "max",
        "\n",
        "The ",
    ),
)


def rows(name: str) -> list[list[str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        table = csv.reader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in table if row]


@pytest.mark.parametrize(("context", "language", "text", "value", "best", "raw"), rows("ratings.tsv"))
def test_rating(context: str, language: str, text: str, value: str, best: str, raw: str) -> None:
    rating = parse_rating(text, context=context, language=language)
    assert rating is not None
    assert rating.value == (None if value == "-" else float(value))
    assert rating.best == (None if best in "-?" else float(best))
    assert (rating.scale_source is None) == (rating.best is None)
    assert rating.raw == raw or not raw
    if context in TEXT_CONTEXTS:
        assert may_rate(text)
        assert rating.raw in text
        again = parse_rating(rating.raw, context="own_line", language=language)
        assert again is not None
        assert (again.value, again.best, again.style) == (rating.value, rating.best, rating.style)


@pytest.mark.parametrize(("context", "language", "text"), rows("lookalikes.tsv"))
def test_lookalike(context: str, language: str, text: str) -> None:
    assert parse_rating(text, context=context, language=language) is None


@given(st.text(max_size=300), st.sampled_from([None, "unknown", *CONTEXTS]))
def test_total_on_any_text(text: str, context: str | None) -> None:
    check(parse_rating(text, context=context))


@settings(max_examples=400, deadline=None)  # the first call builds the patterns
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.sampled_from(list(CONTEXTS)))
def test_total_on_pieces_of_ratings(text: str, context: str) -> None:
    check(parse_rating(text, context=context))


def check(rating: Rating | None) -> None:
    if rating is None:
        return
    assert rating.raw.strip()
    assert rating.style in {"stars", "letters", "fraction", "percent", "words", "thumbs"}
    assert rating.value is None or 0 <= rating.value <= max(rating.best or 100, rating.worst or 0)
    points = score(rating)
    assert points is None or 0 <= points <= 100


@given(st.text(max_size=60), st.one_of(st.none(), st.text(max_size=20), st.floats(), st.integers()))
def test_structured_fields_are_total(value: str, best: object) -> None:
    check(structured_rating(value, best))


@pytest.mark.parametrize(
    "unit",
    [
        "4",
        "1/",
        "4 out of ",
        "★ ",
        "* ",
        "four and a half ",
        "star ",
        "(4/5 ",
        "a ",
        "B+ ",
        "I give it ",
        "Rating: ",
        "ab 1-",
        "½",
    ],
)
@pytest.mark.parametrize("context", ["own_line", "inline", "alt_text", "class_name", "jsonld", "data_attribute"])
def test_time_does_not_blow_up(unit: str, context: str) -> None:
    text = (unit * 100_000)[:100_000]
    began = time.process_time()
    parse_rating(text, context=context)
    assert time.process_time() - began < 1.0


@pytest.mark.parametrize(
    ("value", "best", "worst", "want", "top", "source"),
    [
        (4.5, 5, None, 4.5, 5, "declared"),
        ("4,5", "5", "1", 4.5, 5, "declared"),
        ("8", "10", "1", 8, 10, "declared"),
        ("87", 100, 0, 87, 100, "declared"),
        (4, None, None, 4, 5, "assumed"),  # the default of older schema.org
        (8, None, None, 8, None, None),
        (8, 5, 1, 8, None, None),  # a plugin's wrong best
        ("4.5 out of 5", 10, None, 4.5, 5, "declared"),  # the text's own scale wins
        ("★★★½", 5, None, 3.5, 5, "declared"),
        ("A-", None, None, 11, 12, "declared"),
        ("80%", None, None, 80, 100, "declared"),
        ("3/4", None, None, 3, 4, "declared"),
        (0, 10, 0, 0, 10, "declared"),
        ("4", "5 stars", None, 4, 5, "declared"),
    ],
)
def test_structured_rating(
    value: object, best: object, worst: object, want: float, top: float | None, source: str | None
) -> None:
    rating = structured_rating(value, best, worst)
    assert rating is not None
    assert (rating.value, rating.best, rating.scale_source) == (want, top, source)


@pytest.mark.parametrize("value", [None, "", "  ", 0, "0", -3, True, "n/a", "none", "1e9", 4000, "x" * 500])
def test_structured_field_without_a_rating(value: object) -> None:
    assert structured_rating(value, 5) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3,5", 3.5),
        ("3 1/2", 3.5),
        ("3-1/2", 3.5),
        ("7½", 7.5),
        ("1/2", 0.5),
        ("three and a half", 3.5),
        ("dreieinhalb", 3.5),
        ("drieënhalve", 3.5),
        ("anderthalb", 1.5),
        ("trois et demie", 3.5),
        ("tres y media", 3.5),
        ("trzy i pół", 3.5),
        ("tre och en halv", 3.5),
        ("half a", 0.5),
        ("many", None),
        ("", 0.0),
    ],
)
def test_numbers_in_digits_and_words(text: str, number: float | None) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("grade", "step"),
    [
        ("A+", 12),
        ("A", 12),
        ("A-", 11),
        ("B +", 10),
        ("B plus", 10),
        ("C-minus", 5),
        ("F", 0),
        ("F-", 0),
        ("E", None),
        ("AB", None),
    ],
)
def test_letters_are_steps_of_twelve(grade: str, step: float | None) -> None:
    assert read_letter(grade) == step


def test_labels_are_lower_case_and_distinct() -> None:
    assert len(set(RATING_LABELS)) == len(RATING_LABELS)
    assert all(label == label.lower().strip() for label in RATING_LABELS)
