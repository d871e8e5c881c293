"""How outlets agree: the same whether it is worked out when asked or was kept, and from either side."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from aggregator import runs
from aggregator.compare import agree
from aggregator.compare import pairs as pairs_of_voices
from aggregator.store import Store, pairs, portraits, queries, read_outlets
from aggregator.store.removal import forget
from aggregator.store.stat_tables import OutletPortraitRow
from store_samples import many, take_in


def fresh(store: Store, one: str, other: str) -> object:
    """From the reviews themselves; these outlets write once about a film, or the mean of what they say counts."""
    sides = (
        [row.voice() for row in queries.iter_reviews(store, site=name) if row.copy_of is None] for name in (one, other)
    )
    return agree(pairs_of_voices(*sides))


def test_worked_out_from_reviews_and_from_kept_figures(any_store: Store) -> None:
    take_in(any_store, *many(200))
    found = pairs.neighbours(any_store, "blog1.example", 3)
    assert found.at is None
    assert len(found.rows) == 3
    for other, agreement in found.rows:
        expected = fresh(any_store, "blog1.example", other)
        for name in ("films", "rated", "spearman", "kendall", "difference", "distance", "one_first", "same_day"):
            assert getattr(agreement, name) == pytest.approx(getattr(expected, name)), name


def test_what_is_much_work_is_kept(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    take_in(any_store, *many(200))
    now = pairs.neighbours(any_store, "blog1.example", 5)
    names = [f"blog{number}.example" for number in range(7)]
    table = pairs.matrix(any_store, names)
    assert len(table) == 21
    monkeypatch.setattr(pairs, "LITTLE", 0)
    assert pairs.neighbours(any_store, "blog1.example", 5).rows == []
    assert pairs.refresh(any_store) == 7
    kept = pairs.neighbours(any_store, "blog1.example", 5)
    assert kept.rows == now.rows
    assert kept.at is not None
    assert pairs.matrix(any_store, names) == table
    turned = {(one, other): agreement for one, other, agreement in pairs.matrix(any_store, names[::-1])}
    for one, other, agreement in table:
        assert pairs.turned(turned[other, one]) == agreement
    forget(any_store, site="blog1.example")
    assert "blog1.example" not in {name for row in pairs.matrix(any_store, names) for name in row[:2]}


def test_a_run_works_it_out_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "LITTLE", 0)
    take_in(store, *many(60))
    run = runs.begin(store, "blog1.example", home="https://blog1.example/")
    runs.finish(store, run, runs.Tally({"new": 9}, {}, {}))
    assert pairs.neighbours(store, "blog1.example", 5).rows
    assert pairs.neighbours(store, "blog2.example", 5).rows == []


def test_a_large_outlet_beside_all_others_is_kept(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    take_in(any_store, *many(200))
    id = read_outlets.site_ids(any_store, ["blog1.example"])["blog1.example"]
    now, at = portraits.outlet_beside(any_store, id)
    assert at is None
    assert now.leniency.films and now.typical and now.untypical and now.firsts.films
    monkeypatch.setattr(portraits, "LITTLE", 0)
    assert portraits.outlet_beside(any_store, id) == (now, None)
    pairs.refresh(any_store)
    kept, at = portraits.outlet_beside(any_store, id)
    assert kept == now
    assert at is not None
    forget(any_store, site="blog1.example")
    with any_store.read() as connection:
        left = set(connection.execute(select(OutletPortraitRow.site_id)).scalars())
    assert left and id not in left
