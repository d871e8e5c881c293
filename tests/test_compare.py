"""Comparisons: each formula against an independent computation or a worked example, and what must change nothing."""

from __future__ import annotations

import math
import random
import statistics
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.compare import (
    STATED_PRIOR,
    Moments,
    OnFilm,
    Pair,
    Prior,
    Voice,
    agree,
    beside_others,
    best,
    by_typicality,
    corrected_mean,
    explain,
    first_on,
    habits,
    learn_prior,
    leniency,
    most_divisive,
    over_time,
    pairs,
    pooled_spread,
    stance_of,
    summarise,
)
from aggregator.compare.formulas import (
    histogram,
    kendall,
    mean_interval,
    mid_ranks,
    quartiles,
    shrunk_mean,
    shrunk_spread,
    spearman,
    spearman_interval,
    student,
    wilson,
)
from aggregator.compare.inferred import with_stance, without_title

SCORES = st.lists(st.floats(0, 100).map(lambda score: round(score, 1)), max_size=40)


def voice(id: int, score: float | None = None, **more: object) -> Voice:
    return Voice(id, **{"outlet": f"blog {id}", "score": score, **more})  # type: ignore[arg-type]


def ranked_correlation(one: list[float], other: list[float]) -> float:
    """Spearman's, by counting who stands below whom."""
    sides = [np.array(side)[:, None] for side in (one, other)]
    ranks = [(side > side.T).sum(axis=1) + ((side == side.T).sum(axis=1) + 1) / 2 for side in sides]
    return float(np.corrcoef(*ranks)[0, 1])


HER = [
    voice(1, 90.0, published="2014-01-10", raw="4.5/5", value=4.5, best=5.0, style="fraction", scale_source="declared"),
    voice(2, 75.0, published="2013-12-20", raw="B", value=9.0, best=12.0, style="letters", scale_source="assumed"),
    voice(3, None, published="2014-01-02"),
    voice(4, 90.0, published="2014-02-01", story_id=7),
    voice(5, 90.0, published="2014-01-31T23:00:00-05:00", story_id=8),
    voice(6, 30.0, published="2014-03-01"),
    voice(7, 88.0, published="2014-02-03", story_id=7),
]


# Formulas


def test_student_is_where_the_density_says() -> None:
    for freedom in (1, 2, 5, 17, 30, 31, 45, 200):
        top = student(freedom)
        steps = np.linspace(0, top, 200_001)
        scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)
        density = scale * (1 + steps**2 / freedom) ** (-(freedom + 1) / 2)
        assert np.trapezoid(density, steps) == pytest.approx(0.475, abs=2e-5)
    with pytest.raises(ValueError, match="one degree"):
        student(0)


def test_a_mean_has_students_interval() -> None:
    # Eight scores, worked by hand: mean 70, sample variance 700/7 = 100, half width 2.3646 * 10 / sqrt(8).
    scores = [55, 60, 65, 70, 70, 75, 80, 85]
    interval = mean_interval(Moments.of(scores))
    assert interval is not None
    assert statistics.variance(scores) == 100
    assert interval == pytest.approx((70 - 8.3602, 70 + 8.3602), abs=1e-3)
    assert mean_interval(Moments.of([70])) is None


WILSON = [  # Newcombe 1998, table I, method 3
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]


@pytest.mark.parametrize(("successes", "count", "low", "high"), WILSON)
def test_a_share_has_wilsons_interval(successes: int, count: int, low: float, high: float) -> None:
    assert wilson(successes, count) == pytest.approx((low, high), abs=5e-5)


def test_nothing_has_no_share() -> None:
    assert wilson(0, 0) is None


@given(SCORES)
def test_plain_figures_agree_with_an_independent_computation(scores: list[float]) -> None:
    summary = summarise(scores)
    assert summary.count == len(scores)
    assert sum(summary.histogram) == len(scores)
    assert summary.histogram == tuple(np.histogram(scores, bins=10, range=(0, 100))[0].tolist())
    if scores:
        assert summary.mean == pytest.approx(statistics.mean(scores))
        assert summary.median == pytest.approx(float(np.median(scores)))
        assert summary.quartiles == pytest.approx(tuple(np.percentile(scores, [25, 50, 75])))
    if len(scores) > 1:
        assert summary.spread == pytest.approx(statistics.stdev(scores), abs=1e-5)


def test_histogram_edges() -> None:
    assert histogram(dict.fromkeys([0, 9.99, 10, 89.9, 90, 100], 1)) == (2, 1, 0, 0, 0, 0, 0, 0, 1, 2)


def test_quartiles_of_little() -> None:
    assert quartiles({}) is None
    assert quartiles({40.0: 1}) == (40, 40, 40)
    assert quartiles({40.0: 3, 60.0: 1, 70.0: 0}) == (40, 40, 45)


def test_a_mean_is_drawn_towards_the_prior() -> None:
    # The list-of-the-best formula, v 3 voices of mean 90 and m 5 worth a mean of 60: (3 * 90 + 5 * 60) / 8.
    assert shrunk_mean(Moments.of([90, 90, 90]), Prior(60, 5, "stated")) == 71.25
    assert summarise([]).shrunk == STATED_PRIOR.mean


def test_a_spread_is_drawn_towards_the_usual() -> None:
    # Two voices 100 apart have a variance of 5,000; with 4 degrees of freedom of 15: (4 * 225 + 5000) / 5 = 1180.
    assert shrunk_spread(Moments.of([0, 100]), 15, 4) == pytest.approx(math.sqrt(1180))
    assert shrunk_spread(Moments.of([50]), 15, 4) == 15


def test_a_prior_is_learned_from_films() -> None:
    chance = random.Random(5)
    films = []
    for _ in range(4_000):
        truth = chance.gauss(64, 10)
        films.append(Moments.of(chance.gauss(truth, 20) for _ in range(chance.randint(1, 9))))
    prior = learn_prior(films)
    assert prior.mean == pytest.approx(64, abs=0.7)
    assert prior.voices == pytest.approx(20**2 / 10**2, rel=0.12)
    assert pooled_spread(films) == pytest.approx(20, rel=0.03)


def test_a_learned_prior_as_worked_by_hand() -> None:
    # 30 films of two voices, means 40 and 80 in turn, within-film variance 50:
    # between = 60 * 400, one film is 2 voices, so variance = (24000 - 29 * 50) / (60 - 2); m = 50 / that.
    films = [Moments.of([35, 45]), Moments.of([75, 85])] * 15
    prior = learn_prior(films)
    assert prior.mean == 60
    assert prior.voices == max(1.0, 50 / ((24_000 - 29 * 50) / 58))
    wider = learn_prior([Moments.of([25, 55]), Moments.of([65, 95])] * 15)
    assert wider.voices == pytest.approx(450 / ((24_000 - 29 * 450) / 58))
    assert wider.source == "learned from 30 films"


def test_too_few_films_or_equal_ones_teach_little() -> None:
    assert learn_prior([Moments.of([50, 60])] * 29) == STATED_PRIOR
    assert learn_prior([Moments.of([40, 60])] * 30).voices == 50
    assert pooled_spread([Moments.of([50])]) is None


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=3, max_size=40))
def test_rank_correlations_agree_with_an_independent_computation(rows: list[tuple[int, int]]) -> None:
    one, other = [float(a) for a, _ in rows], [float(b) for _, b in rows]
    if len(set(one)) == 1 or len(set(other)) == 1:
        assert spearman(one, other) is None
        assert kendall(one, other) is None
        return
    assert spearman(one, other) == pytest.approx(ranked_correlation(one, other))
    signs = [((a > c) - (a < c), (b > d) - (b < d)) for (a, b), (c, d) in combinations(rows, 2)]
    above = sum(first * second for first, second in signs)
    untied = math.sqrt(sum(first != 0 for first, _ in signs) * sum(second != 0 for _, second in signs))
    assert kendall(one, other) == pytest.approx(above / untied)


def test_rank_correlations_as_in_textbooks() -> None:
    # Ten pupils' IQ and hours of television, the example of many textbooks: rho = -29/165.
    iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110]
    hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17]
    assert spearman(iq, hours) == pytest.approx(-29 / 165)
    assert mid_ranks([3, 1, 3, 2]) == [3.5, 1, 3.5, 2]
    assert kendall([1, 2, 3], [1, 3, 2]) == pytest.approx(1 / 3)
    assert kendall([1, 2], [1, 2]) is None


def test_a_rank_correlation_has_an_interval() -> None:
    # r 0.6 of 28 pairs: z = 0.6931, standard error sqrt(1.18 / 25) = 0.2173, so tanh(0.2673) to tanh(1.1189).
    assert spearman_interval(0.6, 28) == pytest.approx((0.2611, 0.8072), abs=2e-4)
    assert spearman_interval(0.6, 4) is None
    assert spearman_interval(1.0, 10) is not None


# One film


def test_the_summary_of_a_film() -> None:
    summary = summarise(HER)
    assert (summary.count, summary.copies, summary.unrated, summary.outlets) == (5, 1, 1, 5)
    assert summary.mean == pytest.approx((90 + 75 + 90 + 90 + 30) / 5)
    assert summary.median == 90
    assert summary.headline == summary.mean
    assert [voice.review_id for voice in summary.voices] == [2, 3, 1, 4, 5, 6]
    assert [voice.review_id for voice in summary.folded] == [7]
    assert summary.stances == {"positive": 4, "mixed": 0, "negative": 1}
    assert summary.share_positive == 0.8
    assert summary.share_interval == wilson(4, 5)


def test_no_headline_under_the_minimum() -> None:
    assert summarise([90, 80, 70]).headline is None
    assert summarise([90, 80, 70], minimum=3).headline == 80
    nothing = summarise([])
    assert (nothing.mean, nothing.median, nothing.spread, nothing.headline, nothing.share_positive) == (None,) * 5


def test_a_review_without_a_rating_is_no_number() -> None:
    summary = summarise([voice(1, 80.0), voice(2), voice(3, stance="negative", confidence=0.9)])
    assert (summary.count, summary.mean, summary.unrated) == (1, 80, 2)
    assert summary.share_positive == 1
    assert summary.inferred == {"positive": 0, "mixed": 0, "negative": 1}


@pytest.mark.parametrize(
    ("text", "title", "left"),
    [
        ("Only Lovers Left Alive is a sulk", "Only Lovers Left Alive", "it is a sulk"),
        ("only lovers left alive, then", "Only Lovers Left Alive", "it, then"),
        ("Her is slow, and HER slowness helps her.", "Her", "it is slow, and it slowness helps her."),
        ("A beautiful film. Beautiful is long.", "Beautiful", "A beautiful film. it is long."),
        ("A beautiful film.", "beautiful", "A beautiful film."),
        ("Alienated by Alien", "ALIEN", "Alienated by it"),
        ("C++ (2020) ends", "C++", "it (2020) ends"),
        ("Nothing", " ", "Nothing"),
    ],
)
def test_the_words_of_a_title_say_nothing_of_the_film(text: str, title: str, left: str) -> None:
    assert without_title(text, title) == left


def test_a_stance_is_not_read_from_the_title() -> None:
    voice = Voice(1, "a.example")
    assert "alive" not in (
        with_stance(voice, "Only Lovers Left Alive is a beautiful sulk.", "en", "Only Lovers Left Alive").stance_rule
        or ""
    )
    assert (
        with_stance(voice, "Overall, Wonderful Brilliant Masterpiece.", "en", "Wonderful Brilliant Masterpiece")
        == voice
    )


def test_inferred_stances_count_only_when_asked_for() -> None:
    rows = [voice(1, 80.0), voice(2, stance="negative", confidence=0.9)]
    assert summarise(rows, with_inferred=True).share_positive == 0.5
    assert summarise(rows, with_inferred=True).mean == summarise(rows).mean == 80


STANCES = [
    (voice(1, 60.0), "positive"),
    (voice(1, 59.9), "mixed"),
    (voice(1, 40.0), "mixed"),
    (voice(1, 39.9), "negative"),
    (voice(1, 62.5, stance="negative"), "negative"),
    (voice(1, None, stance="positive"), "positive"),
    (voice(1), None),
]


@pytest.mark.parametrize(("one", "stance"), STANCES)
def test_an_outlets_rule_goes_before_the_default_cut(one: Voice, stance: str | None) -> None:
    assert stance_of(one) == stance


def test_the_first_publication_speaks_for_a_story() -> None:
    rows = [
        voice(1, 60.0, story_id=9, published="2014-01-03"),
        voice(2, 70.0, story_id=9, published="2014-01-02"),
        voice(4, 10.0, story_id=9),
    ]
    assert summarise(rows).mean == 70
    assert summarise([*rows, voice(3, None, story_id=9, published="2014-01-01")]).count == 0


@given(SCORES, st.randoms())
def test_order_does_not_matter(scores: list[float], chance: random.Random) -> None:
    rows = [voice(number, score, story_id=number // 2) for number, score in enumerate(scores)]
    mixed = rows[:]
    chance.shuffle(mixed)
    assert summarise(mixed) == summarise(rows)


@given(SCORES.filter(bool))
def test_a_copy_changes_no_number(scores: list[float]) -> None:
    rows = [voice(number, score, story_id=number, published="2014-01-01") for number, score in enumerate(scores)]
    copy = replace(rows[0], review_id=999, outlet="elsewhere", published="2014-01-05")
    before, after = summarise(rows), summarise([*rows, copy])
    assert after.copies == before.copies + 1
    assert replace(after, copies=0, folded=()) == before


@given(SCORES.filter(bool))
def test_every_figure_lies_within_its_bounds(scores: list[float]) -> None:
    summary = summarise(scores)
    low, high = min(scores), max(scores)
    assert summary.mean is not None
    assert low - 1e-9 <= summary.mean <= high + 1e-9
    assert min(low, summary.prior.mean) - 1e-9 <= summary.shrunk <= max(high, summary.prior.mean) + 1e-9
    if summary.interval is not None:
        assert 0 <= summary.interval.low <= summary.mean + 1e-9
        assert summary.mean - 1e-9 <= summary.interval.high <= 100
    assert summary.share_positive is not None
    assert summary.share_interval is not None
    assert summary.share_interval.low <= summary.share_positive <= summary.share_interval.high


def test_the_score_over_time() -> None:
    points = over_time([*HER, voice(9, 5.0)])
    assert [point.review_id for point in points] == [2, 1, 4, 5, 6]
    assert [point.mean for point in points] == [75, 82.5, 85, 86.25, 75]
    assert [point.count for point in points] == [1, 2, 3, 4, 5]


def test_the_best_and_the_most_divisive() -> None:
    films = {
        1: Moments.of([100, 100]),
        2: Moments.of([95, 90, 92, 94, 91, 93]),
        3: Moments.of([0, 100, 10, 90]),
        4: Moments.of([100, 0]),
        5: Moments.of([70]),
    }
    assert [row.film_id for row in best(films, at_least=1)] == [2, 1, 5, 4, 3]
    assert [row.film_id for row in best(films, at_least=3)] == [2, 3]
    divisive = most_divisive(films, at_least=2)
    assert [row.film_id for row in divisive] == [3, 4, 1, 2]
    assert divisive[0].spread == pytest.approx(statistics.stdev([0, 100, 10, 90]))
    assert divisive[0].by < divisive[0].spread


def test_explain_shows_every_step() -> None:
    rows = [*HER, voice(8, stance="positive", confidence=0.85)]
    lines = explain(summarise(rows))
    text = [f"{line.step} | {line.subject} | {line.text}" for line in lines]
    for expected in (
        "input | blog 1 | 4.5/5",
        "conversion | blog 1 | 4.5 of 5 is 90 of 100 under policy default",
        "assumption | blog 2 | the scale is assumed",
        "weight | blog 6 | one voice of 5",
        "left out | blog 7 | the same text as at blog 4",
        "left out | blog 3 | states no rating",
        "left out | blog 8 | states no rating; its verdict reads as positive (inferred, confidence 85%)",
        "rule | share positive | stances inferred from verdicts are not counted",
        "assumption | prior | a mean of 60 worth 5 voices (stated)",
        "formula | mean | (30 + 75 + 90 + 90 + 90) / 5",
        "formula | shrunk mean | (375.0 + 5 * 60) / (5 + 5)",
        "result | headline | the mean",
    ):
        assert expected in text
    inputs = [line for line in lines if line.step == "input"]
    assert sum(line.value or 0 for line in lines if line.step == "weight") == pytest.approx(1)
    assert len(inputs) == 5
    assert lines[-1].value == 75


def test_explain_of_nothing() -> None:
    lines = explain(summarise([]))
    assert lines[-1][:3] == ("result", "headline", "none: 0 of at least 4 voices")


# Outlets


def test_habits_of_an_outlet() -> None:
    rows = [
        voice(1, 70.0, value=3.5, best=5.0, style="stars", published="2014-01-03"),
        voice(2, 80.0, value=4.0, best=5.0, style="stars", published="2013-01-03"),
        voice(3, 0.0, value=0.0, best=5.0, style="stars"),
        voice(4, 75.0, value=9.0, best=12.0, style="letters", published="2015-06-01"),
        voice(5, None, published="2016-06-01"),
    ]
    found = habits(rows)
    assert (found.reviews, found.rated, found.mean, found.median) == (5, 4, 56.25, 72.5)
    assert found.scales == (("stars", 5.0, 3), ("letters", 12.0, 1))
    assert (found.step, found.zero_used) == (0.5, True)
    assert (found.first, found.last) == ("2013-01-03", "2016-06-01")
    assert found.stances == {"positive": 3, "mixed": 0, "negative": 1}
    assert habits([]).mean is None


def test_leniency_is_measured_on_shared_films() -> None:
    rows = [
        voice(1, 90.0, outlet="mild", film_id=1),
        voice(2, 80.0, outlet="a", film_id=1),
        voice(3, 70.0, outlet="b", film_id=1),
        voice(4, 60.0, outlet="mild", film_id=2),
        voice(5, 55.0, outlet="a", film_id=2),
        voice(6, 100.0, outlet="mild", film_id=3),
        voice(7, 10.0, outlet="mild", film_id=4),
        voice(8, None, outlet="a", film_id=4),
    ]
    shared = beside_others("mild", rows)
    assert shared == [OnFilm(1, 1, 90.0, 2, 75.0), OnFilm(2, 4, 60.0, 1, 55.0)]
    found = leniency(shared)
    assert (found.films, found.difference) == (2, 10)
    # Differences 15 and 5: standard error sqrt(50 / 2) = 5, t of one degree 12.7062.
    assert found.interval == pytest.approx((10 - 63.531, 10 + 63.531))
    assert found.shrunk == pytest.approx(10 * 2 / 12)
    assert leniency([]) == leniency(beside_others("nobody", rows))


def test_no_two_scores_are_further_apart_than_the_scale_is_long() -> None:
    found = leniency([OnFilm(1, 1, 90.0, 2, 30.0), OnFilm(2, 2, 50.0, 2, 70.0)])
    assert found.difference == 20
    assert found.interval == (-100, 100)  # Student's alone: 20 - 508.2 to 20 + 508.2


def test_a_film_counts_once_in_leniency() -> None:
    twice = [OnFilm(1, 1, 80.0, 3, 60.0), OnFilm(1, 2, 70.0, 3, 60.0), OnFilm(2, 3, 60.0, 3, 60.0)]
    assert leniency(twice).difference == 7.5


def test_a_syndicated_text_is_no_second_opinion() -> None:
    rows = [
        voice(1, 90.0, outlet="mild", film_id=1, story_id=5, published="2014-01-01"),
        voice(2, 90.0, outlet="copier", film_id=1, story_id=5, published="2014-01-02"),
    ]
    assert beside_others("mild", rows) == []
    assert pairs(rows[:1], rows[1:]) == []


def test_scores_can_be_corrected_for_leniency() -> None:
    rows = [voice(1, 90.0, outlet="mild"), voice(2, 60.0, outlet="stern"), voice(3, 75.0)]
    assert corrected_mean(rows, {"mild": 10.0, "stern": -5.0}) == pytest.approx((80 + 65 + 75) / 3)
    assert corrected_mean([voice(1)], {}) is None


def test_typical_and_untypical_reviews() -> None:
    rows = [OnFilm(number, number, 60.0 + number, 4, 60.0) for number in range(10)] + [OnFilm(99, 99, 10.0, 4, 80.0)]
    usual = leniency(rows).shrunk
    found = by_typicality(rows)
    assert found[-1].review_id == 99
    assert found[-1].distance == pytest.approx(10 - (80 + usual))
    assert [abs(row.distance) for row in found] == sorted(abs(row.distance) for row in found)


def test_two_outlets_side_by_side() -> None:
    one = [voice(n, score, film_id=n, published=f"2014-01-{n:02}") for n, score in enumerate([90, 80, 70, 60, 50], 1)]
    other = [
        voice(11, 85.0, film_id=1, published="2014-01-01T22:00:00Z"),
        voice(12, 60.0, film_id=2, published="2014-01-01"),
        voice(13, 80.0, film_id=3, published="2014-01-09"),
        voice(14, 40.0, film_id=4),
        voice(15, None, film_id=5, published="2014-02-01"),
        voice(16, 99.0, film_id=77),
    ]
    shared = pairs(one, other)
    assert shared[0] == Pair(1, 90.0, 85.0, "2014-01-01", "2014-01-01T22:00:00Z", "positive", "positive")
    found = agree(shared)
    assert (found.films, found.rated) == (5, 4)
    assert found.spearman == pytest.approx(1 - 6 * 2 / (4 * 15))
    assert found.kendall == pytest.approx(4 / 6)
    assert found.difference == pytest.approx((5 + 20 - 10 + 20) / 4)
    assert found.distance == pytest.approx((5 + 20 + 10 + 20) / 4)
    assert found.same_stance == 0.75
    assert (found.one_first, found.other_first, found.same_day) == (2, 1, 1)


def test_outlets_that_share_nothing() -> None:
    found = agree([])
    assert (found.films, found.spearman, found.difference, found.distance, found.same_stance) == (
        0,
        None,
        None,
        None,
        None,
    )


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), max_size=20))
def test_agreement_is_the_same_from_both_sides(scores: list[tuple[float, float]]) -> None:
    there = agree(Pair(n, a, b, None, None) for n, (a, b) in enumerate(scores))
    back = agree(Pair(n, b, a, None, None) for n, (a, b) in enumerate(scores))
    assert there.distance == back.distance
    assert there.spearman == (None if back.spearman is None else pytest.approx(back.spearman))
    if there.difference is not None:
        assert there.difference == pytest.approx(-(back.difference or 0))


def test_who_was_first_on_a_film() -> None:
    rows = [
        voice(1, published="2014-01-02"),
        voice(2),
        voice(3, published="2014-01-01T23:00:00-05:00"),
        voice(4, published="2013"),
    ]
    assert [one.review_id for one in first_on(rows)] == [1, 3]
