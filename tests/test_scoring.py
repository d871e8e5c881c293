"""Scores under each policy, scales learned from an outlet's habit, and its praise and blame."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.scoring import (
    POLICIES,
    Cuts,
    Scale,
    assume,
    learn_scale,
    letter_of,
    opinion,
    parse_scale,
    score,
    settle_scale,
    under_scale,
)
from aggregator.values.rating import Rating, parse_rating


def read(text: str, context: str = "own_line") -> Rating:
    rating = parse_rating(text, context=context)
    assert rating is not None
    return rating


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("3/5", 60),
        ("2.5/4", 62.5),
        ("7.5/10", 75),
        ("0/5", 0),
        ("82%", 82),
        ("A+", 100),
        ("A", 100),
        ("A-", 91.67),
        ("B+", 83.33),
        ("B", 75),
        ("B-", 66.67),
        ("C+", 58.33),
        ("C", 50),
        ("C-", 41.67),
        ("D+", 33.33),
        ("D", 25),
        ("D-", 16.67),
        ("F", 0),
        ("Thumbs up!", 100),
        ("Thumbs down!", 0),
        ("★★★★★", 100),
        ("★★★☆☆", 60),
    ],
)
def test_default_policy(text: str, points: float) -> None:
    assert score(read(text)) == pytest.approx(points, abs=0.01)


@pytest.mark.parametrize("text", ["★★★", "3 stars", "7.5", "Rating: 3", "Highly recommended"])
def test_an_open_scale_has_no_score(text: str) -> None:
    """Three stars without empty ones are not of five, and a bare 7.5 is not of a hundred."""
    assert score(read(text)) is None


@pytest.mark.parametrize(
    ("text", "points"), [("A+", 98), ("A", 95), ("A-", 92), ("B+", 88), ("C", 75), ("D-", 62), ("F", 50), ("3/5", 60)]
)
def test_school_policy(text: str, points: float) -> None:
    assert score(read(text), "school") == points


def test_span_policy_counts_from_the_foot() -> None:
    rating = Rating("3", 3.0, 5.0, 1.0, "stars", "declared")
    assert score(rating, "span") == 50
    assert score(rating) == 60
    assert score(Rating("3/4", 3.0, 4.0), "span") == 75


def test_policies_are_named_and_versioned() -> None:
    assert {"default", "school", "span"} <= set(POLICIES)
    assert all(policy.name == name and policy.version >= 1 for name, policy in POLICIES.items())
    with pytest.raises(KeyError):
        score(read("3/5"), "no such policy")


@given(st.floats(0, 200), st.floats(0.5, 200), st.sampled_from(sorted(POLICIES)))
def test_a_score_stays_within_bounds(value: float, best: float, policy: str) -> None:
    points = score(Rating("x", value, best, 0.0), policy)
    assert points is not None
    assert 0 <= points <= 100


@pytest.mark.parametrize(
    ("text", "grade"), [("A+", "A+"), ("A plus", "A+"), ("A", "A"), ("B plus", "B+"), ("F", "F"), ("3/5", None)]
)
def test_letter_of(text: str, grade: str | None) -> None:
    assert letter_of(read(text)) == grade


@pytest.mark.parametrize(
    ("text", "best", "worst"),
    [
        ("0-4", 4, 0),
        ("1-10", 10, 1),
        ("0.5-5", 5, 0.5),
        ("5", 5, None),
        ("/20", 20, None),
        ("percent", 100, 0),
        ("letters", 12, 0),
    ],
)
def test_parse_scale(text: str, best: float, worst: float | None) -> None:
    scale = parse_scale(text)
    assert (scale.best, scale.worst) == (best, worst)
    assert scale.letters == (text == "letters")


@pytest.mark.parametrize("text", ["", "many", "5-1", "0", "A", "1-5-9"])
def test_a_scale_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no scale"):
        parse_scale(text)


def test_halves_of_five_are_learned() -> None:
    scale = learn_scale([read(text) for text in ("★★★", "★★★★½", "★★", "★★★★★", "★½", "★★★★")])
    assert scale == Scale(best=5, step=0.5, count=6, kind="stars")


def test_a_scale_of_four_needs_many_ratings() -> None:
    few = [read(text) for text in ("★★★★", "★★", "★★★", "★★★★", "★")]
    assert learn_scale(few) is None
    scale = learn_scale(few * 4)
    assert scale is not None
    assert (scale.best, scale.count) == (4, 20)


def test_declared_scales_that_agree_settle_the_open_ones() -> None:
    scale = learn_scale([read(text) for text in ("3/4", "2.5/4", "★★★", "0/4", "4/4", "3/4")])
    assert scale is not None
    assert (scale.best, scale.step, scale.zero) == (4, 0.5, True)


def test_declared_scales_that_disagree_settle_nothing() -> None:
    assert learn_scale([read(text) for text in ("3/4", "2/5", "3/5", "1/4", "4/4", "4/5")]) is None


@pytest.mark.parametrize(
    ("texts", "best"),
    [
        (("Rating: 8", "Rating: 6.5", "Rating: 9", "Rating: 4", "Rating: 7"), 10),
        (("Score: 88", "Score: 45", "Score: 91", "Score: 70", "Score: 66"), 100),
        (("Note : 14", "Note : 9", "Note : 17", "Note : 11", "Note : 8"), 20),
        (("Rating: 3", "Rating: 4", "Rating: 2", "Rating: 3", "Rating: 1"), None),
    ],
)
def test_bare_numbers_show_their_scale(texts: tuple[str, ...], best: float | None) -> None:
    scale = learn_scale([read(text) for text in texts])
    assert (scale.best if scale else None) == best


def test_letters_with_and_without_signs() -> None:
    plain = learn_scale([read(grade) for grade in "ABCFB"])
    signed = learn_scale([read(grade) for grade in ("A-", "B", "C+", "B+", "D")])
    assert plain is not None
    assert signed is not None
    assert plain.letters
    assert not plain.signs
    assert signed.signs


def test_too_few_ratings_teach_nothing() -> None:
    assert learn_scale([]) is None
    assert learn_scale([read("8/10"), read("Two thumbs up!"), read("Skip it.")]) is None


def test_under_scale_settles_open_and_assumed_ratings_only() -> None:
    four = Scale(best=4, worst=0)
    settled = under_scale(read("★★★"), four, "outlet")
    assert (settled.best, settled.worst, settled.scale_source) == (4, 0, "outlet")
    assert score(settled) == 75
    assert under_scale(read("3/5"), four, "outlet").best == 5
    assert under_scale(read("★★★★½"), four, "outlet").best == 5
    assert under_scale(read("B+"), four, "learned").best == 12
    assert under_scale(read("★★★★★"), Scale(best=10), "learned").best == 10


@pytest.mark.parametrize(
    ("text", "language", "best"),
    [
        ("★★★", None, 5),
        ("7 stars", None, 10),
        ("Rating: 7.5", None, 10),
        ("Score: 88", None, 100),
        ("Rating: 3", None, None),
        ("Voto: 4", "it", 10),
        ("Note : 14", "fr", None),
    ],
)
def test_assumed_scales_are_marked(text: str, language: str | None, best: float | None) -> None:
    rating = assume(read(text), language)
    assert rating.best == best
    assert rating.scale_source == ("assumed" if best else None)


def test_settle_scale_asks_the_surest_first() -> None:
    open_rating = read("★★★")
    outlet, learned = Scale(best=4), Scale(best=10)
    assert settle_scale(open_rating, outlet=outlet, learned=learned).scale_source == "outlet"
    assert settle_scale(open_rating, learned=learned).best == 10
    assert settle_scale(open_rating).scale_source == "assumed"
    assert settle_scale(read("4/5"), outlet=outlet).scale_source == "declared"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2.5/4", "mixed"),  # 62.5 points, and yet no recommendation
        ("3/4", "positive"),
        ("2/4", "negative"),
        ("3.5/5", "positive"),
        ("3/5", "mixed"),
        ("B-", "positive"),
        ("C", "mixed"),
        ("D+", "negative"),
        ("Thumbs up!", "positive"),
        ("★★★", None),
        ("8 out of 15", None),
    ],
)
def test_opinion_is_a_rule_of_each_scale(text: str, said: str | None) -> None:
    assert opinion(read(text)) == said


def test_an_outlets_own_cuts_win() -> None:
    assert opinion(read("2.5/4"), Cuts(positive=2.5, negative=1.5)) == "positive"


@pytest.mark.parametrize(
    ("text", "points", "said"), [("Note: 1", 100, "positive"), ("Note: 3", 60, "mixed"), ("Note: 5", 20, "negative")]
)
def test_german_school_marks_count_downwards(text: str, points: float, said: str) -> None:
    rating = assume(read(text), "de")
    assert (rating.best, rating.worst, rating.scale_source) == (1, 6, "assumed")
    assert score(rating) == points
    assert opinion(rating) == said
    assert learn_scale([rating] * 20) is None
    assert assume(read(text)).best is None


def test_an_outlet_of_several_habits_has_no_scale() -> None:
    declared = [Rating("3/4 stars", 3.0, 4.0, None, "stars", "declared")] * 5
    assert learn_scale([*declared, Rating("★★★★½", 4.5, None, None, "stars")]) is None
    assert learn_scale(declared) is not None


def test_a_habit_of_numbers_says_nothing_of_stars() -> None:
    scale = learn_scale([Rating("8/10", 8.0, 10.0, None, "fraction", "declared")] * 6)
    assert scale is not None
    stars = Rating("3 stars", 3.0, None, None, "stars")
    assert under_scale(stars, scale, "learned") == stars
    assert under_scale(Rating("7", 7.0, None, None, "fraction"), scale, "learned").best == 10
