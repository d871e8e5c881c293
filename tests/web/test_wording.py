"""What is said about numbers, in words."""

from __future__ import annotations

import pytest

from aggregator import compare
from aggregator.web.explained import explained
from aggregator.web.models import Point, Recorded, Shared, Step
from aggregator.web.plotted import bins, course_in_words, histogram_in_words, recorded_in_words, scatter_in_words
from aggregator.web.templates import shown
from aggregator.web.views.films import _summary
from aggregator.web.wording import differ, gist, reckoning


@pytest.mark.parametrize(
    ("scores", "said", "differs"),
    [
        ([], "No blog has written about it.", False),
        ([None, None], "No review states a rating with a number.", False),
        ([70.0], "One score only: 70.", False),
        ([70.0, None], "One score only: 70.", False),
        ([40.0, 80.0], "2 scores from 40 to 80.", True),
        ([70.0, 70.0, 70.0], "All 3 score it 70. They are of one mind.", False),
        ([60.0, 70.0, 80.0], "3 scores from 60 to 80. They largely agree.", False),
        ([0.0, 50.0, 100.0], "3 scores from 0 to 100. They are sharply divided.", True),
        (
            [50.0, 60.0, 70.0, 80.0, 90.0, 100.0],
            "6 scores from 50 to 100, half of them between 62 and 88. They differ as much as blogs usually do.",
            True,
        ),
    ],
)
def test_the_gist_of_a_film(scores: list[float | None], said: str, differs: bool) -> None:
    summary = _summary(compare.summarise(scores))
    assert gist(summary) == said
    assert differ(summary) is differs


def test_the_reckoning_of_few_and_of_many_scores() -> None:
    few, many = (_summary(compare.summarise([50.0, 100.0] * pairs)) for pairs in (1, 1000))
    assert reckoning(few, "(50 + 100) / 2") == "(50 + 100) / 2"
    assert reckoning(many, "(50 + ...) / 2000") == "150,000 points / 2,000 scores"


def test_bins_have_no_gap_and_no_overlap() -> None:
    bars = bins([1] * 10)
    assert [(bar.low, bar.high) for bar in bars] == [(low, low + 10) for low in range(0, 100, 10)]
    assert (bars[0].label, bars[-1].label) == ("0–9", "90–100")
    assert histogram_in_words([0, 2, 0, 0, 0, 0, 0, 0, 0, 1]) == "10–19: 2; 90–100: 1"


def test_courses_in_words() -> None:
    points = [
        Point(published=f"2014-01-0{day}", review_id=day, score=score, count=day, mean=mean)
        for day, score, mean in ((1, 80, 80.0), (2, 60, 70.0))
    ]
    assert course_in_words(points) == (
        "2 scores from 2014-01-01 to 2014-01-02; their mean began at 80 and stands at 70."
    )
    days = [
        Recorded(day="2026-01-01", voices=1, scored=0, mean=None),
        Recorded(day="2026-01-03", voices=3, scored=2, mean=70.0),
    ]
    assert recorded_in_words(days) == "On 2026-01-01 no score; on 2026-01-03 a mean of 70 from 2."


def test_a_scatter_in_words() -> None:
    pairs = ((80.0, 60.0), (50.0, 50.0), (None, 90.0), (20.0, 30.0))
    films = [
        Shared.model_construct(one=one, other=other, one_published=None, other_published=None) for one, other in pairs
    ]
    assert scatter_in_words("a", "b", films) == "Of 3 films a scores 1 higher, b 1, and 1 alike."


def test_steps_are_gathered_by_review_and_none_is_lost() -> None:
    voices = [
        compare.Voice(1, "a", score=80.0, raw="4/5", value=4.0, best=5.0, scale_source="declared"),
        compare.Voice(2, "b", score=60.0, raw="***", value=3.0, best=5.0, scale_source="assumed"),
        compare.Voice(3, "c"),
        compare.Voice(4, "d", score=50.0, raw="a C", stance="mixed", stance_rule="as the outlet says"),
    ]
    steps = [Step(**line._asdict()) for line in compare.explain(compare.summarise(voices))]
    found = explained(steps)
    assert [(row.outlet, row.raw, row.score, row.stance) for row in found.given] == [
        ("a", "4/5", 80.0, "positive"),
        ("b", "***", 60.0, "positive"),
        ("d", "a C", 50.0, "mixed"),
    ]
    assert found.given[0].becomes == ["4 of 5 is 80 of 100 under policy default", "the page states the scale"]
    assert found.given[1].assumed == ["the scale is assumed"]
    assert found.given[2].rule == "as the outlet says"
    assert [row.weight for row in found.given] == [pytest.approx(1 / 3)] * 3
    assert [step.review_id for step in found.left_out] == [3]
    of_reviews = sum(1 + len(row.becomes) + len(row.assumed) + 2 for row in found.given)
    others = (*found.left_out, *found.rules, *found.formulas, *found.results)
    assert of_reviews + len(others) == len(steps)
    mean = found.formula("mean")
    assert mean is not None
    assert mean.value == pytest.approx((80 + 60 + 50) / 3)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "–"),
        ([], "–"),
        (False, "no"),
        (4.0, "4"),
        (["Ann", "Ben"], "Ann, Ben"),
        ({"value": 4.5, "best": 5.0, "worst": None}, "value 4.5 · best 5"),
        ({"text": "Go and see it.", "explicit": True, "label": None}, "Go and see it. · explicit yes"),
    ],
)
def test_values_of_claims(value: object, said: str) -> None:
    assert shown(value) == said
