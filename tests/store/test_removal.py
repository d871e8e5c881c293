"""Tombstones, and takedowns that leave nothing behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from aggregator.records import LeftOut
from aggregator.store import Store, judge, lasting, open_store, pages, queries, removal
from aggregator.values.verdict import Verdict
from store_samples import blog, prose, rated, review, take_in

SECRET = "xylophone-marmalade"


def ask(store: Store, url: str, *, gone: int = 0, opt_out: str | None = None) -> None:
    """Save what a page answered, as the crawl does."""
    with store.write() as writer:
        state = pages.PageState(url, 404 if gone else 200, gone=gone, opt_out=opt_out)
        pages.save_page(writer, "a.example", state)


def test_gone_twice_is_a_tombstone_that_may_come_back(any_store: Store) -> None:
    one = review("https://a.example/her/", film_year=2013, rating=rated("4/5", 4, 5))
    take_in(any_store, one)
    ask(any_store, one.url, gone=1)
    assert len(queries.reviews(any_store)) == 1
    ask(any_store, one.url, gone=2)
    ask(any_store, one.url, gone=3)
    assert queries.reviews(any_store) == []
    assert queries.films(any_store) == []
    gone = queries.review(any_store, 1)
    assert gone is not None
    assert gone.gone_at
    assert [outcome.kind for outcome in take_in(any_store, one)] == ["edited"]
    assert len(queries.reviews(any_store)) == 1
    assert [one.cause for one in queries.history(any_store, 1)] == ["new", "gone", "back"]


def test_a_page_that_asks_not_to_be_read_leaves_at_once(store: Store) -> None:
    titles = {
        "her": "noindex",
        "up": "none",
        "brazil": "noai,noarchive",
        "alien": "tdm-reservation",
        "drive": "noarchive",
    }
    take_in(store, *(review(f"https://a.example/{title}/", title.capitalize()) for title in titles))
    for title, opt_out in titles.items():
        ask(store, f"https://a.example/{title}/", opt_out=opt_out)
    assert [one.film_title for one in queries.reviews(store)] == ["Drive"]


def test_when_the_original_is_gone_a_copy_takes_its_place(store: Store) -> None:
    text = prose(9)
    first = review("https://a.example/her/", text=text, published="2014-01-01")
    take_in(store, first, review("https://b.example/her/", text=text, published="2014-01-02"))
    ask(store, first.url, gone=2)
    (story,) = queries.film_stories(store, 1)
    assert (story.original.site, story.copies) == ("b.example", ())
    assert queries.film(store, 1).voices == 1  # type: ignore[union-attr]
    take_in(store, first)
    (story,) = queries.film_stories(store, 1)
    assert (story.original.site, [copy.site for copy in story.copies]) == ("a.example", ["b.example"])


def secretive(host: str, author: str) -> list[object]:
    return [
        review(
            f"https://{host}/{SECRET}-{number}/",
            f"Film {SECRET} {number}",
            author=author,
            headline=f"{SECRET} reviewed",
            verdict=Verdict(f"Overall, {SECRET} it is."),
            text=prose(number + 50),
        )
        for number in range(3)
    ]


@pytest.mark.parametrize(
    ("what", "left"),
    [
        ({"url": f"http://www.secret.example/{SECRET}-1"}, 2),
        ({"site": "secret.example"}, 0),
        ({"author": "zoë zauberzahn"}, 0),
        ({"author": "ZOË ZAUBERZAHN"}, 0),
        ({"author": "Zoe\u0308 Zauberzahn"}, 0),  # the same letter in two characters
        ({"author": "Zoe Zauberzahn"}, 3),  # someone else
    ],
)
def test_a_takedown_leaves_no_text_in_the_file(tmp_path: Path, what: dict[str, str], left: int) -> None:
    path = tmp_path / "reviews.sqlite"
    with open_store(str(path)) as store:
        take_in(store, *blog())
        take_in(store, *secretive("secret.example", "Zoë Zauberzahn"))  # type: ignore[arg-type]
        with store.write() as writer:
            for number in range(3):
                url = f"https://secret.example/{SECRET}-{number}/"
                pages.save_page(writer, "secret.example", pages.PageState(url, 200))
        everything = len(queries.reviews(store))
        assert removal.forget(store, **what) == 3 - left
        assert len(queries.reviews(store)) == everything - (3 - left)
        again = take_in(store, *secretive("secret.example", "Zoë Zauberzahn"))  # type: ignore[arg-type]
        refused = [outcome.reason for outcome in again if outcome.kind == "refused"]
        assert refused == ["it was taken down"] * (3 - left)
        data = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert (SECRET.encode() in data) == bool(left)
        if left < 3:
            assert f"{SECRET}-1".encode() not in data
            assert f"Film {SECRET} 1".encode() not in data
        if not left:
            assert b"Zauberzahn" not in data


def test_a_writer_is_found_in_whatever_case(any_store: Store) -> None:
    take_in(any_store, review("https://a.example/her/", author="Élodie Ångström"), review("https://b.example/her/"))
    assert removal.held_of(any_store, author="élodie ångström")
    assert removal.forget(any_store, author="ÉLODIE ÅNGSTRÖM") == 1
    assert not removal.held_of(any_store, author="Élodie Ångström")


def test_a_takedown_of_a_site_takes_what_was_left_out_too(store: Store) -> None:
    take_in(store, review("https://a.example/her/"))
    with store.write() as writer:
        pages.record_left_out(writer, "a.example", LeftOut("https://a.example/news/", "news", 0.1))
    removal.forget(store, site="a.example")
    assert queries.left_out(store) == []
    assert queries.sites(store) == []
    assert removal.forgotten_count(store) == 2


def test_a_url_that_is_not_stored_is_kept_out(any_store: Store) -> None:
    assert removal.forget(any_store, url="https://a.example/her/") == 0
    assert take_in(any_store, review("https://www.a.example/her"))[0].kind == "refused"


def test_the_copy_of_a_forgotten_original_stays(store: Store) -> None:
    text = prose(9)
    take_in(
        store,
        review("https://a.example/her/", text=text, published="2014-01-01"),
        review("https://b.example/her/", text=text, published="2014-01-02"),
    )
    removal.forget(store, url="https://a.example/her/")
    (story,) = queries.film_stories(store, 1)
    assert (story.original.site, story.original.copy_of) == ("b.example", None)


def test_say_exactly_one(store: Store) -> None:
    for wrong in ({}, {"url": "https://a.example/", "site": "a"}):
        with pytest.raises(ValueError, match="one of"):
            removal.forget(store, **wrong)


def test_a_review_moves_with_its_decisions_but_not_onto_another_outlet(any_store: Store) -> None:
    one, elsewhere = review("https://a.example/her/"), review("https://b.example/her/", text=prose(3))
    take_in(any_store, one, elsewhere)
    judge.unlink(any_store, 1, who="ann")
    with any_store.write() as writer:
        moved = replace(one, url="https://a.example/2013/her/")
        assert lasting.has_moved(writer, "https://a.example/2013/none/", [moved]) is None
        assert lasting.has_moved(writer, one.url, [replace(moved, film_title="Up")]) is False
        assert lasting.has_moved(writer, one.url, [moved]) is True
    assert [row.review_key for row in judge.judgements(any_store)] == ["a.example/2013/her"]
    assert queries.reviews_at(any_store, moved.url) == [1]
    with any_store.write() as writer:
        assert lasting.has_moved(writer, moved.url, [elsewhere]) is True
    assert [row.site for row in queries.reviews(any_store)] == ["b.example"]
