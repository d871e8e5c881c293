"""Band keys kept in the table and in runs: what was kept is found, whatever the sizes of the transactions."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from aggregator.store import Store, bands, open_store


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs from 16 keys on, so that a few thousand reach the highest level."""
    monkeypatch.setattr(bands, "LEAST", 16)


def found(store: Store, keys: list[int]) -> set[tuple[int, int]]:
    with store.write() as writer:
        return set(bands.look_up(writer, np.unique(np.array(keys, np.uint32))))


def columns(pairs: list[tuple[int, int]]) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64]]:
    both = np.array(pairs, np.int64).reshape(-1, 2)
    return both[:, 0].astype(np.uint32), both[:, 1]


def keep(store: Store, pairs: list[tuple[int, int]]) -> None:
    with store.write() as writer:
        bands.keep(writer, *columns(pairs))


def count(store: Store, table: str) -> int:
    with store.read() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def levels(store: Store) -> list[int]:
    with store.read() as connection:
        return list(connection.execute(text("SELECT level FROM band_run ORDER BY level DESC, id")).scalars())


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("size", [7, 16, 100, 1_000])
def test_what_was_kept_is_found_and_nothing_else(any_store: Store, size: int) -> None:
    draw = random.Random(size)
    pairs = [(draw.randrange(1 << 32), number) for number in range(1_500)]
    pairs += [(key, 5_000 + place) for place, (key, _) in enumerate(pairs[:100])]  # keys that two reviews share
    for start in range(0, len(pairs), size):
        keep(any_store, pairs[start : start + size])
    asked = [key for key, _ in pairs[::3]] + [draw.randrange(1 << 32) for _ in range(500)]
    assert found(any_store, asked) == {pair for pair in pairs if pair[0] in set(asked)}
    assert found(any_store, [key for key, _ in pairs]) == set(pairs)
    assert found(any_store, []) == set()


def test_few_keys_stay_in_the_table(any_store: Store) -> None:
    keep(any_store, [(key * 7919, 1) for key in range(100)])
    assert (count(any_store, "band"), count(any_store, "band_run")) == (100, 0)


@pytest.mark.usefixtures("small")
def test_runs_of_one_level_become_one_of_the_next(any_store: Store) -> None:
    draw = random.Random(3)
    for number in range(bands.FANOUT**2):
        keep(any_store, [(draw.randrange(1 << 32), number) for _ in range(16)])
        assert all(levels(any_store).count(level) < bands.FANOUT for level in range(bands.TOP))
    assert levels(any_store) == [2]
    assert count(any_store, "band") == 0


@pytest.mark.usefixtures("small")
def test_the_highest_level_is_left_as_it_is(any_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bands, "TOP", 1)
    draw = random.Random(4)
    pairs = [(draw.randrange(1 << 32), number) for number in range(16 * bands.FANOUT * 10)]
    for start in range(0, len(pairs), 16):
        keep(any_store, pairs[start : start + 16])
    assert levels(any_store) == [1] * 10
    assert found(any_store, [key for key, _ in pairs]) == set(pairs)


@pytest.mark.usefixtures("small")
def test_a_table_that_grew_before_there_were_runs_is_taken_over(any_store: Store) -> None:
    draw = random.Random(5)
    pairs = sorted({(draw.randrange(1 << 32), number) for number in range(5_000)})
    with any_store.write() as writer:
        writer.add_tuples("band", pairs)
    keep(any_store, [(1, 9_999)])
    assert count(any_store, "band") == 0
    assert levels(any_store) == [2]
    assert found(any_store, [key for key, _ in pairs]) == set(pairs)


@pytest.mark.usefixtures("small")
def test_a_review_that_is_removed_is_in_no_run(any_store: Store) -> None:
    pairs = [(key * 104_729 % (1 << 32), key % 50) for key in range(2_000)]
    keep(any_store, pairs)
    with any_store.write() as writer:
        bands.remove(writer, [key for key, id in pairs if id in (7, 31)], [7, 31])
    assert found(any_store, [key for key, _ in pairs]) == {pair for pair in pairs if pair[1] not in (7, 31)}


@pytest.mark.usefixtures("small")
def test_what_a_transaction_that_fails_would_have_kept_is_not_there(any_store: Store) -> None:
    keep(any_store, [(key, 1) for key in range(0, 1 << 32, 1 << 22)])
    before = levels(any_store)
    with pytest.raises(RuntimeError), any_store.write() as writer:
        bands.keep(writer, *columns([(key + 1, 2) for key in range(0, 1 << 32, 1 << 22)]))
        raise RuntimeError
    assert levels(any_store) == before
    assert found(any_store, [1 << 22, (1 << 22) + 1]) == {(1 << 22, 1)}


@settings(max_examples=20, deadline=None)
@given(
    kept=st.lists(st.lists(st.tuples(st.integers(0, (1 << 32) - 1), st.integers(1, 1 << 40)), max_size=60), max_size=8),
    extremes=st.lists(st.sampled_from([0, 1, (1 << 32) - 1, 1 << 31, (1 << 30) - 1]), max_size=4),
)
def test_any_keys_and_any_transactions(
    tmp_path_factory: pytest.TempPathFactory, kept: list[list[tuple[int, int]]], extremes: list[int]
) -> None:
    with pytest.MonkeyPatch.context() as patch, open_store(_fresh(tmp_path_factory)) as store:
        patch.setattr(bands, "LEAST", 8)
        everything = set()
        for number, pairs in enumerate(kept):
            fresh = {*pairs, *((key, 1 << 41 | number) for key in extremes)} - everything
            keep(store, sorted(fresh))
            everything |= fresh
        asked = {key for key, _ in everything}
        assert found(store, sorted(asked)) == everything


def _fresh(factory: pytest.TempPathFactory) -> str:
    folder: Path = factory.mktemp("bands")
    return str(folder / "reviews.sqlite")
