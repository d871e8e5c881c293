"""A store as a program asks it."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest

import aggregator
from aggregator.store import Store
from store_samples import blog, many, rated, review, take_in


def test_a_film_compared(store: Store) -> None:
    take_in(store, *blog())
    for found in (store.compare("Her", 2013), store.compare("her (2013)"), store.compare(store.compare("Her").film.id)):
        assert (found.film.title, found.film.year) == ("Her", 2013)
        assert (found.summary.count, found.summary.mean, found.summary.unrated) == (2, 80.0, 1)
        assert [story.original.site for story in found.stories] == ["b.example", "c.example", "a.example"]
        assert any(line.step == "conversion" for line in found.explain())
    assert store.compare("Her", with_inferred=True).summary.with_inferred
    with pytest.raises(LookupError, match="no film is called 'Gravity' \\(2013\\)"):
        store.compare("Gravity", 2013)
    with pytest.raises(LookupError, match="no film"):
        store.compare(4711)


def test_lists_and_rankings(store: Store) -> None:
    take_in(store, *blog(), *many(80), review("https://a.example/x/", "Coat", author="Ann", rating=rated("1/5", 1, 5)))
    assert [film.title for film in store.films("suspiria", sort="year")] == ["Suspiria", "Suspiria"]
    assert {one.site for one in store.reviews(site="a.example")} == {"a.example"}
    assert {outlet.name for outlet in store.outlets()} >= {"a.example", "blog1.example"}
    assert [(author.name, author.reviews) for author in store.authors()] == [("Ann", 1)]
    for ranked in (store.best(at_least=3), store.divisive(at_least=3)):
        figures = [row.by for _, row in ranked]
        assert figures == sorted(figures, reverse=True)
        assert all(row.count >= 3 for _, row in ranked)
    assert store.agreement("a.example", "b.example").films == 1
    with pytest.raises(LookupError, match="nobody"):
        store.agreement("a.example", "nobody")


def test_rankings_and_agreement_agree_with_pandas(store: Store) -> None:
    take_in(store, *many(300))
    table = pd.DataFrame(
        [(row.film_id, row.site, row.score) for row in store.reviews() if row.copy_of is None],
        columns=["film", "site", "score"],
    )
    films = table.groupby("film").score.agg(["count", "mean", "std", "sum"])
    shrunk = ((films["sum"] + 5 * 60) / (films["count"] + 5)).sort_values(ascending=False)
    assert [row.by for _, row in store.best(at_least=1)] == pytest.approx(shrunk.tolist())
    spread = ((4 * 15**2 + (films["count"] - 1) * films["std"] ** 2) / (4 + films["count"] - 1)) ** 0.5
    assert [row.by for _, row in store.divisive()] == pytest.approx(spread.sort_values(ascending=False).tolist())
    for film, row in store.best(at_least=1):
        assert (row.count, film.mean) == (films["count"][film.id], pytest.approx(films["mean"][film.id]))
        assert row.spread == pytest.approx(films["std"][film.id])
    wide = table.pivot_table(index="film", columns="site", values="score")
    for one, other in (("blog0.example", "blog1.example"), ("blog2.example", "blog5.example")):
        both = wide[[one, other]].dropna()
        found = store.agreement(one, other)
        assert (found.films, found.rated) == (len(both), len(both))
        assert found.difference == pytest.approx((both[one] - both[other]).mean())
        assert found.distance == pytest.approx((both[one] - both[other]).abs().mean())
        ranks = both.rank()
        assert found.spearman == pytest.approx(ranks[one].corr(ranks[other]))


def test_nothing_heavy_is_loaded_to_begin_with() -> None:
    heavy = ("sqlalchemy", "scrapy", "lxml", "numpy")
    code = f"import sys, aggregator; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert aggregator.open_store.__module__ == "aggregator.store.engine"
