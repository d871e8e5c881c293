"""Small pieces of HTML: nothing that came from a page is more than text in them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from aggregator.compare import MIN_VOICES
from aggregator.web import marks
from aggregator.web.models import Film
from aggregator.web.templates import signed

ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def film(title: str, year: int | None = 2013) -> Film:
    empty: dict[str, Any] = {"directors": [], "cast": [], "ids": {}, "lowest": None, "highest": None}
    return Film(id=7, title=title, year=year, provisional=False, voices=1, scored=0, mean=None, **empty)


@pytest.mark.parametrize(
    ("value", "chosen", "agrees"),
    [
        ("Her", ["Her"], True),
        ("Her", ["Here"], False),
        ("2014-04-21", ["2014-04-21T09:00:00-08:00"], True),
        ("2014-04-2", ["2014-04-21T09:00:00-08:00"], False),
        ("2014-04-21T09:00:00-08:00", ["2014-04-21"], False),
        (2013, [2013.0], True),
        (["A"], [["A"]], True),
        ("Her", [], False),
    ],
)
def test_a_claim_agrees_that_says_the_same_or_less(value: object, chosen: list[object], agrees: bool) -> None:
    assert marks.agrees(value, chosen) is agrees


def test_a_mean_of_few_scores_is_no_headline() -> None:
    assert 'class="score positive' in marks.film_score(80.0, MIN_VOICES)
    early = marks.film_score(80.0, MIN_VOICES - 1)
    assert 'class="score early"' in early
    assert ">80<" in early
    assert marks.film_score(None, 0) == marks.score(None)


@given(ANY)
def test_links_hold_their_text_and_nothing_else(text: str) -> None:
    visible = marks.INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    pieces = (
        marks.film_link(film(text, None)),
        marks.outlet_link(text),
        marks.author_link(text),
        marks.people([text], "actor"),
    )
    for piece in pieces:
        tree = LexborHTMLParser(f"<p>{piece}</p>")
        assert [node.tag for node in tree.css("p *:not(wbr)")] == ["a", "bdi"]
        assert tree.css_first("bdi").text() == visible
        assert set(tree.css_first("a").attributes) == {"href"}
        assert (tree.css_first("a").attributes["href"] or "").startswith("/")


@given(ANY)
def test_a_date_holds_its_text_and_nothing_else(text: str) -> None:
    tree = LexborHTMLParser(f"<p>{marks.dated(text)}</p>")
    assert [node.tag for node in tree.css("p *")] == ["time"]
    assert set(tree.css_first("time").attributes) == {"datetime"}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            None,
            '<span class="score none "><span aria-hidden="true">–</span><span class="unseen">no score</span></span>',
        ),
        (0.0, '<span class="score negative " title="0 of 100: negative">0</span>'),
        (39.99, '<span class="score negative " title="40 of 100: negative">40</span>'),
        (40.0, '<span class="score mixed " title="40 of 100: mixed">40</span>'),
        (91.667, '<span class="score positive " title="91.7 of 100: positive">91.7</span>'),
        (100.0, '<span class="score positive " title="100 of 100: positive">100</span>'),
    ],
)
def test_scores(value: float | None, said: str) -> None:
    assert marks.score(value) == said


def test_a_long_name_breaks_before_its_dots() -> None:
    assert marks.named("a.b.example") == "<bdi>a<wbr>.b<wbr>.example</bdi>"
    assert marks.named("a&b.<i>") == "<bdi>a&amp;b<wbr>.&lt;i&gt;</bdi>"


@pytest.mark.parametrize(
    ("difference", "said"), [(None, "–"), (0.0, "0.0"), (-0.04, "0.0"), (-12.34, "−12.3"), (7.0, "+7.0")]
)
def test_differences_have_a_sign(difference: float | None, said: str) -> None:
    assert signed(difference) == said


@pytest.mark.parametrize(
    ("low", "high", "said"), [(None, None, "–"), (70.0, 70.0, "70"), (0.0, 100.0, "0–100"), (12.5, 50.0, "12.5–50")]
)
def test_spans(low: float | None, high: float | None, said: str) -> None:
    assert marks.span(low, high) == said


def test_strips() -> None:
    assert marks.strip(None, None, None) == ""
    drawn = LexborHTMLParser(str(marks.strip(10.0, 45.5, 90.0)))
    assert drawn.css_first("line.reach").attributes["x1"] == "14"
    assert drawn.css_first("line.reach").attributes["x2"] == "94"
    assert drawn.css_first("circle.mixed").attributes["cx"] == "49.5"
