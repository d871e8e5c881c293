"""What people decide stands, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aggregator.ingest import retry
from aggregator.store import Store, judge, queries
from store_samples import review, take_in

ONE = review("https://a.example/suspiria/", "Suspiria", film_year=1977)
TWO = review("https://b.example/suspiria/", "Suspiria", film_year=2018, published="2018-11-01")
UNCLEAR = review("https://c.example/suspiria/", "Suspiria", published="2022-01-01")


def film_of(store: Store, url: str) -> int | None:
    return next(one.film_id for one in queries.iter_reviews(store) if one.url == url)


@pytest.fixture
def held(any_store: Store) -> Store:
    """Two films of one title, and review 3 that waits."""
    take_in(any_store, ONE, TWO, UNCLEAR)
    return any_store


def test_a_link_survives_another_crawl_and_another_look(held: Store) -> None:
    made = judge.link(held, 3, 2, who="ann", why="it names the actress")
    assert (made.kind, made.who, made.why, made.ended_at) == ("link", "ann", "it names the actress", None)
    assert film_of(held, UNCLEAR.url) == 2
    take_in(held, replace(UNCLEAR, film_year=1977, text="Another text altogether."))
    assert film_of(held, UNCLEAR.url) == 2
    retry(held, provisional=True)
    assert film_of(held, UNCLEAR.url) == 2


def test_a_second_link_ends_the_first(held: Store) -> None:
    judge.link(held, 3, 2, who="ann")
    judge.link(held, 3, 1, who="bo")
    assert film_of(held, UNCLEAR.url) == 1
    everything = judge.judgements(held, ended=True)
    assert [(one.film_id, one.ended_by) for one in everything] == [(1, None), (2, "bo")]
    assert len(judge.judgements(held)) == 1


def test_unlinked_is_never_that_film_again(held: Store) -> None:
    judge.unlink(held, 1, who="ann", why="it is the remake after all")
    assert film_of(held, ONE.url) is None
    retry(held)
    assert film_of(held, ONE.url) not in (None, 1)
    with pytest.raises(judge.JudgementError, match="no film"):
        judge.unlink(held, 3, who="ann")


def test_a_link_that_ends_is_looked_at_again(held: Store) -> None:
    made = judge.link(held, 1, 2, who="ann")
    ended = judge.end(held, made.id, who="bo", why="a slip")
    assert (ended.ended_by, ended.ended_why) == ("bo", "a slip")
    assert retry(held).found == 1
    assert film_of(held, ONE.url) == 1
    with pytest.raises(judge.JudgementError, match="no judgement"):
        judge.end(held, made.id, who="bo")


def test_merged_films_are_one(held: Store) -> None:
    judge.merge(held, 1, 2, who="ann", why="the same film")
    assert film_of(held, ONE.url) == film_of(held, TWO.url) == 2
    merged = queries.film(held, 1)
    assert merged is not None
    assert (merged.id, merged.voices) == (2, 2)
    assert [film.id for film in queries.find_films(held, "Suspiria")] == [2]
    take_in(
        held,
        replace(ONE, text="Edited since."),
        replace(TWO, url="https://e.example/suspiria/", site="e.example", text="Its own."),
    )
    assert film_of(held, ONE.url) == 2
    assert retry(held).found == 1  # one film is left that review 3 can be about


def test_merging_in_a_circle(held: Store) -> None:
    judge.merge(held, 1, 2, who="ann")
    for film, into in ((2, 1), (1, 2), (2, 2)):
        with pytest.raises(judge.JudgementError, match="one already"):
            judge.merge(held, film, into, who="ann")


def test_a_merge_that_ends_gives_the_reviews_back(held: Store) -> None:
    made = judge.merge(held, 1, 2, who="ann")
    judge.end(held, made.id, who="ann")
    assert (film_of(held, ONE.url), film_of(held, TWO.url)) == (1, 2)


def test_split(any_store: Store) -> None:
    take_in(any_store, *(review(f"https://{name}.example/dune/", "Dune") for name in "abc"))
    assert film_of(any_store, "https://c.example/dune/") == 1
    new = judge.split(any_store, [2, 3], who="ann", why="the series of 2000")
    assert [film_of(any_store, f"https://{name}.example/dune/") for name in "abc"] == [1, new, new]
    take_in(any_store, review("https://b.example/dune/", "Dune", text="Edited since."))
    assert film_of(any_store, "https://b.example/dune/") == new
    with pytest.raises(judge.JudgementError, match="one and the same"):
        judge.split(any_store, [1, 2], who="ann")


@pytest.mark.parametrize(
    "call",
    [
        lambda store: judge.link(store, 99, 1, who="ann"),
        lambda store: judge.link(store, 1, 99, who="ann"),
        lambda store: judge.merge(store, 1, 99, who="ann"),
        lambda store: judge.split(store, [], who="ann"),
    ],
)
def test_what_does_not_exist(held: Store, call: object) -> None:
    with pytest.raises(judge.JudgementError):
        call(held)  # type: ignore[operator]
    assert judge.judgements(held) == []


def test_a_merge_of_films_that_contradict_each_other_survives_another_reading(any_store: Store) -> None:
    first = review("https://a.example/lake/", "The Lake", film_year=2012, directors=("Ann Ox",))
    other = review("https://b.example/see/", "Der See", film_year=2015, directors=("A. Ox",), language="de")
    take_in(any_store, first, other)
    judge.merge(any_store, 2, 1, who="ann", why="its German title; shown there three years later")
    take_in(any_store, other, reparsed=True)
    take_in(any_store, replace(other, headline="Der See – Kritik", directors=("A. Ox", "Bo Ox")))
    take_in(any_store, replace(other, url="https://c.example/der-see/", text="Another one of the German film."))
    assert {one.film_id for one in queries.iter_reviews(any_store)} == {1}
    retry(any_store, provisional=True)
    assert {one.film_id for one in queries.iter_reviews(any_store)} == {1}
    (made,) = judge.judgements(any_store)
    judge.end(any_store, made.id, who="bo")
    assert film_of(any_store, other.url) == 2
