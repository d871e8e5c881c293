"""Scores from scales: learned from an outlet's own ratings, and under another policy."""

from __future__ import annotations

import json
import random

import pytest
from sqlalchemy import text

from aggregator.records import Review
from aggregator.scoring import POLICIES
from aggregator.store import Store, queries, scales
from aggregator.values.rating import Rating
from store_samples import dump, rated, review, take_in


def out_of_ten() -> list[Review]:
    """A blog that writes "8/10" now and then, and mostly a bare "8"."""
    reviews = []
    for number in range(12):
        value = float(number % 10)
        bare = Rating(f"{value:g}", value, None, None, "fraction", None)
        rating = rated(f"{value:g}/10", value, 10) if number % 2 else bare
        reviews.append(review(f"https://a.example/{number}/", f"Film {number}", rating=rating))
    return reviews


def scores(store: Store) -> dict[str, float | None]:
    return {one.url: one.score for one in queries.iter_reviews(store)}


def test_an_open_scale_is_settled_by_the_outlet_s_habit(any_store: Store) -> None:
    take_in(any_store, *out_of_ten())
    assert None in scores(any_store).values()
    assert scales.learn_scales(any_store, "a.example") == 6
    assert scores(any_store) == {f"https://a.example/{n}/": (n % 10) * 10.0 for n in range(12)}
    stored = queries.review(any_store, 3)
    assert stored is not None
    assert stored.rating is not None
    assert (stored.rating.raw, stored.rating.best, stored.rating.scale_source) == ("2", 10.0, "learned")
    site = queries.sites(any_store)[0]
    assert site.scale is not None
    assert (site.scale["best"], site.scale["zero"]) == (10.0, True)
    assert (site.positive, site.negative) == (7.0, 4.5)
    with any_store.read() as connection:
        (stated,) = connection.execute(text("SELECT * FROM v_outlets"))
    assert (json.loads(stated.scale)["best"], stated.positive, stated.negative) == (10.0, 7.0, 4.5)
    opinions = {one.url: one.as_dict()["opinion"] for one in queries.iter_reviews(any_store)}
    expected = ["negative"] * 5 + ["mixed"] * 2 + ["positive"] * 3 + ["negative"] * 2
    assert opinions == {f"https://a.example/{n}/": expected[n] for n in range(12)}


def test_learning_again_and_crawling_again_change_nothing(store: Store) -> None:
    take_in(store, *out_of_ten())
    scales.learn_scales(store)
    before = dump(store)
    assert scales.learn_scales(store) == 0
    assert {outcome.kind for outcome in take_in(store, *out_of_ten())} == {"same"}
    assert dump(store) == before


def test_the_order_of_reviews_does_not_matter(store: Store, tmp_path: object) -> None:
    from aggregator.store import open_store

    mixed = out_of_ten()
    random.Random(3).shuffle(mixed)
    take_in(store, *out_of_ten())
    scales.learn_scales(store)
    with open_store(f"{tmp_path}/other.sqlite") as other:
        for one in mixed:
            take_in(other, one)
            scales.learn_scales(other)
        assert scores(other) == scores(store)


def test_a_new_review_is_put_on_the_learned_scale_at_once(store: Store) -> None:
    take_in(store, *out_of_ten())
    scales.learn_scales(store)
    take_in(store, review("https://a.example/new/", "New", rating=Rating("7", 7.0, None, None, "fraction", None)))
    assert scores(store)["https://a.example/new/"] == 70.0


def test_all_scores_under_another_policy(any_store: Store) -> None:
    letters = {"B+": 10.0, "C": 6.0, "A": 12.0}
    reviews = [
        review(
            f"https://a.example/{number}/",
            f"Film {number}",
            rating=Rating(raw, value, 12.0, 0.0, "letters", "declared"),
        )
        for number, (raw, value) in enumerate(letters.items())
    ]
    take_in(any_store, *reviews)
    before = scores(any_store)
    other = next(name for name, policy in POLICIES.items() if policy.letters)
    dry = scales.rescore(any_store, other, write=False)
    assert (dry.rated, dry.moved) == (3, len(dry.largest))
    assert dry.moved > 0
    assert scores(any_store) == before
    assert scales.rescore(any_store, other) == dry
    assert scores(any_store) != before
    assert {one.policy for one in queries.iter_reviews(any_store)} == {other}
    assert {outcome.kind for outcome in take_in(any_store, *reviews)} == {"same"}
    later = review("https://b.example/x/", "X", rating=Rating("B+", 10.0, 12.0, 0.0, "letters", "declared"))
    take_in(any_store, later)
    assert scores(any_store)[later.url] == scores(any_store)[reviews[0].url]
    scales.rescore(any_store, "default")
    assert {url: one for url, one in scores(any_store).items() if url != later.url} == before


def test_a_policy_that_does_not_exist(store: Store) -> None:
    with pytest.raises(KeyError):
        scales.rescore(store, "nonsense")
