"""Stories: the same in whatever order the texts come, united and parted by what connects them."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.ingest import retry
from aggregator.records import Review
from aggregator.store import Store, open_store, queries
from store_samples import prose, review, take_in

ONE, TWO = prose(11, 300).split(), prose(12, 300).split()


def chain(number: int) -> str:
    """Texts of which neighbours share enough to be copies, and others do not."""
    return " ".join(ONE[number * 45 : number * 45 + 150])


def at(host: str, text: str, day: int = 1, title: str = "Her") -> Review:
    return review(f"https://{host}.example/x/", title, text=text, published=f"2014-01-{day:02}")


LEFT, BRIDGE, RIGHT = at("left", chain(0), 3), at("bridge", chain(1), 2), at("right", chain(2), 1)


def stories(store: Store) -> set[tuple[str, frozenset[str]]]:
    """Each story as its original's host and all its hosts."""
    found: dict[int, set[str]] = {}
    heads = {}
    for one in queries.iter_reviews(store):
        found.setdefault(one.story_id, set()).add(one.site)
        if one.copy_of is None:
            assert heads.setdefault(one.story_id, one.site) == one.site
    return {(heads[number], frozenset(hosts)) for number, hosts in found.items()}


def test_the_ends_of_a_chain_are_two_stories(store: Store) -> None:
    take_in(store, LEFT, RIGHT)
    assert len(stories(store)) == 2


@pytest.mark.parametrize("order", [*permutations((LEFT, BRIDGE, RIGHT))])
@pytest.mark.parametrize("at_once", [True, False])
def test_a_text_that_bridges_two_stories_unites_them(
    any_store: Store, order: tuple[Review, ...], at_once: bool
) -> None:
    for batch in [order] if at_once else [[one] for one in order]:
        take_in(any_store, *batch)
    hosts = frozenset(("left.example", "bridge.example", "right.example"))
    assert stories(any_store) == {("right.example", hosts)}


def test_without_the_bridge_they_part_again(any_store: Store) -> None:
    take_in(any_store, LEFT, BRIDGE, RIGHT)
    take_in(any_store, at("bridge", prose(13)))
    assert {head for head, _ in stories(any_store)} == {"left.example", "bridge.example", "right.example"}
    take_in(any_store, BRIDGE)
    assert len(stories(any_store)) == 1


def test_united_copies_are_about_the_original_s_film(store: Store) -> None:
    take_in(store, at("left", chain(0), 3, "Sie"), at("right", chain(2), 1))
    take_in(store, BRIDGE)
    films = {one.site: one.film_id for one in queries.iter_reviews(store)}
    assert len(set(films.values())) == 1
    (story,) = queries.film_stories(store, films["right.example"] or 0)
    assert (story.original.site, len(story.copies)) == ("right.example", 2)


TEXTS = st.lists(st.sampled_from([chain(0), chain(1), chain(2), chain(4), " ".join(TWO), ""]), min_size=2, max_size=6)


@given(TEXTS, st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=8, deadline=None)
def test_any_order_gives_the_same_stories(texts: list[str], draw: object, at_once: bool) -> None:
    reviews = [at(f"blog{number}", text, 1 + number) for number, text in enumerate(texts)]
    mixed = list(reviews)
    draw.shuffle(mixed)  # type: ignore[attr-defined]
    ends = []
    for order in (reviews, mixed):
        with open_store("sqlite://") as store:
            for batch in [order] if at_once else [[one] for one in order]:
                take_in(store, *batch)
            retry(store)
            ends.append(stories(store))
    assert ends[0] == ends[1]


def test_more_copies_than_a_bucket_holds_are_one_story(store: Store) -> None:
    take_in(store, *(at(f"blog{number}", chain(0), 28 - number % 20) for number in range(40)))
    assert len(stories(store)) == 1


@pytest.mark.parametrize("early_first", [True, False])
def test_the_later_text_quotes_the_earlier_whichever_comes_first(store: Store, early_first: bool) -> None:
    short, long = prose(14, 150), f"{prose(14, 150)} {prose(15, 200)}"
    both = [at("early", short, 1), at("late", long, 2)]
    for one in both if early_first else reversed(both):
        take_in(store, one)
    found = {one.site: one for one in queries.iter_reviews(store)}
    assert found["late.example"].quotes == found["early.example"].id
    assert found["early.example"].quotes is None
    assert len(stories(store)) == 2
