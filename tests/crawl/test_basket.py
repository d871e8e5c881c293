"""What crawls have read goes into the store together."""

from __future__ import annotations

import pytest

from aggregator.crawl.basket import Basket
from aggregator.records import LeftOut, Parsed
from aggregator.store import Store, queries
from aggregator.store.pages import PageState

BLOG = "https://a.example"
LISTING = (PageState(f"{BLOG}/", 200), Parsed((), (LeftOut(f"{BLOG}/dune/", "other", 0.3, ("an excerpt",)),)))
PAGE = (PageState(f"{BLOG}/dune/", 200), Parsed((), (LeftOut(f"{BLOG}/dune/", "book", 0.1, ("book words",)),)))


def store_all(store: Store, *reads: tuple[PageState, Parsed], together: bool) -> None:
    basket = Basket(store, None)
    lane = basket.join("a.example", 1, lambda _kind, _number: None)
    for read in reads:
        lane.batch.read.append(read)
        if not together:
            basket.empty()
    basket.empty()


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("order", [(LISTING, PAGE, LISTING), (PAGE, LISTING)])
def test_a_page_says_why_it_was_left_out_and_no_listing_gainsays_it(
    store: Store, order: tuple[tuple[PageState, Parsed], ...], together: bool
) -> None:
    store_all(store, *order, together=together)
    assert [(post.label, post.reasons) for post in queries.left_out(store)] == [("book", ("book words",))]


def test_a_listing_speaks_for_a_post_without_a_page_that_was_read(store: Store) -> None:
    store_all(store, LISTING, together=False)
    assert [post.label for post in queries.left_out(store)] == ["other"]
