"""The road into the store: new, same, edited, reparsed, copy, held, refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aggregator.export.rows import reviews as review_rows
from aggregator.ingest import Tools, ingest
from aggregator.records import Review
from aggregator.store import Store, queries
from store_samples import blog, dump, prose, rated, review, take_in


def kinds(store: Store, *reviews: Review) -> list[str]:
    return [outcome.kind for outcome in take_in(store, *reviews)]


def test_first_time(any_store: Store) -> None:
    outcomes = take_in(any_store, *blog())
    assert [outcome.kind for outcome in outcomes] == ["new", "new", "new", "new", "new", "new", "copy", "new"]
    films = [outcome.film_id for outcome in outcomes]
    assert films[0] == films[1] == films[2]
    assert len({films[0], films[3], films[4], films[5], films[7]}) == 5
    assert outcomes[5].story_id == outcomes[6].story_id


def test_the_same_twice_changes_no_row(any_store: Store) -> None:
    take_in(any_store, *blog())
    before = dump(any_store)
    assert before["review"]
    assert set(kinds(any_store, *blog())) == {"same"}
    assert dump(any_store) == before


def test_one_by_one_is_as_in_bulk(any_store: Store, store: Store) -> None:
    take_in(store, *blog())
    for one in blog():
        with any_store.write() as writer:
            ingest(one, Tools(writer))
    assert [row[2:4] for row in dump(any_store)["review"]] == [row[2:4] for row in dump(store)["review"]]
    assert [one.as_dict()["film_id"] for one in queries.iter_reviews(any_store)] == [
        one.as_dict()["film_id"] for one in queries.iter_reviews(store)
    ]


def test_same_page_by_another_url_form(store: Store) -> None:
    one = review("https://a.example/her/")
    take_in(store, one)
    again = replace(one, url="http://www.a.example/her?utm_source=feed")
    assert kinds(store, again) == ["edited"]
    assert len(list(queries.iter_reviews(store))) == 1


def test_an_edited_review_keeps_its_history(store: Store) -> None:
    one = review("https://a.example/her/", rating=rated("4/5", 4, 5))
    (first,) = take_in(store, one)
    assert kinds(store, replace(one, rating=rated("2/5", 2, 5), text=one.text + " Seen again.")) == ["edited"]
    new, edited = queries.history(store, first.review_id or 0)
    assert (new.cause, edited.cause) == ("new", "edited")
    assert edited.changes["rating_raw"] == ("4/5", "2/5")
    assert edited.changes["score"] == (80.0, 40.0)
    assert "text" in edited.changes
    assert queries.reviews(store)[0].score == 40.0


def test_a_new_reading_of_an_old_page(store: Store) -> None:
    one = review("https://a.example/her/")
    (first,) = take_in(store, one, reader="1")
    read_better = replace(one, author="Ann Critic")
    assert [outcome.kind for outcome in take_in(store, read_better, reader="2")] == ["reparsed"]
    assert queries.history(store, first.review_id or 0)[1].changes == {"author": (None, "Ann Critic")}
    read_worse = replace(one, author=None)
    assert [outcome.kind for outcome in take_in(store, read_worse, reader="2", reparsed=True)] == ["reparsed"]


def test_claims_alone_are_written_without_a_revision(store: Store) -> None:
    one = review("https://a.example/her/")
    (first,) = take_in(store, one)
    assert kinds(store, replace(one, claims=one.claims[:1])) == ["same"]
    assert len(queries.history(store, first.review_id or 0)) == 1
    stored = queries.review(store, first.review_id or 0)
    assert stored is not None
    assert [claim["field"] for claim in stored.claims] == ["film_title"]


def test_an_excerpt_never_replaces_the_whole(store: Store) -> None:
    whole = review("https://a.example/her/", author="Ann Critic")
    excerpt = replace(whole, complete=False, author=None, text="Only the")
    take_in(store, whole)
    assert kinds(store, excerpt) == ["same"]
    assert queries.reviews(store)[0].author == "Ann Critic"


def test_the_whole_replaces_its_excerpt_without_a_revision(store: Store) -> None:
    whole = review("https://a.example/her/", author="Ann Critic")
    (first,) = take_in(store, replace(whole, complete=False, author=None, text="Only the"))
    assert kinds(store, whole) == ["same"]
    stored = queries.reviews(store)[0]
    assert (stored.author, stored.complete) == ("Ann Critic", True)
    assert [one.cause for one in queries.history(store, first.review_id or 0)] == ["new"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"film_title": None}, "names no film"),
        ({"film_title": "  "}, "names no film"),
        ({"url": "ftp://a.example/x"}, "http"),
        ({"url": "javascript:alert(1)"}, "http"),
        ({"site": ""}, "no site"),
        ({"film_title": "x" * 1_000}, "longer"),
    ],
)
def test_refused(store: Store, change: dict[str, str | None], reason: str) -> None:
    (outcome,) = take_in(store, replace(review("https://a.example/her/"), **change))
    assert outcome.kind == "refused"
    assert reason in (outcome.reason or "")
    assert list(queries.iter_reviews(store)) == []


def test_several_reviews_on_one_page(store: Store) -> None:
    one = review("https://a.example/double-feature/", "Her")
    other = replace(one, film_title="Drive", position=1)
    assert kinds(store, one, other) == ["new", "new"]
    assert kinds(store, one, other) == ["same", "same"]
    assert kinds(store, one, replace(other, author="Ann Critic")) == ["same", "edited"]
    first, second = queries.iter_reviews(store)
    assert (first.url, first.film_title, first.author) == (one.url, "Her", None)
    assert (second.url, second.film_title, second.author) == (one.url, "Drive", "Ann Critic")
    assert first.film_id != second.film_id
    assert first.story_id != second.story_id
    assert [revision.cause for revision in queries.history(store, first.id)] == ["new"]
    assert [revision.cause for revision in queries.history(store, second.id)] == ["new", "edited"]
    assert [row["film_title"] for row in review_rows(store, None)] == ["Her", "Drive"]


def test_an_excerpt_and_its_whole_in_one_run_are_one_new_review(store: Store) -> None:
    whole = review("https://a.example/her/", author="Ann Critic")
    excerpt = replace(whole, complete=False, author=None, text="Only the")
    assert kinds(store, excerpt, whole) == ["new", "same"]
    assert [one.cause for one in queries.history(store, 1)] == ["new"]
    assert kinds(store, excerpt, whole) == ["same", "same"]


def test_odd_texts_are_stored(any_store: Store) -> None:
    odd = review(
        "https://a.example/odd/", "It's \ud83d broken \u202e 映画", text="\ud83d half", author="Zoë’; DROP TABLE review"
    )
    clean = review("https://a.example/odd2/", "映画 ½", text="")
    assert kinds(any_store, odd, clean) == ["new", "new"]


def test_the_first_publication_is_the_original(store: Store) -> None:
    text = prose(3)
    late = review("https://late.example/her/", text=text, published="2014-05-02")
    early = review("https://early.example/her/", text=text, published="2014-05-01")
    undated = review("https://none.example/her/", text=text, published=None)
    take_in(store, late)
    take_in(store, undated)
    take_in(store, early)
    (story,) = queries.film_stories(store, 1)
    assert story.original.site == "early.example"
    assert {copy.site for copy in story.copies} == {"late.example", "none.example"}
    assert queries.film(store, 1).voices == 1  # type: ignore[union-attr]


def test_never_a_copy_across_languages(store: Store) -> None:
    text = prose(4)
    one = review("https://a.example/her/", text=text)
    assert kinds(store, one, replace(one, url="https://b.example/her/", site="b.example", language="de")) == [
        "new",
        "new",
    ]


def test_a_text_that_is_no_copy_any_more_leaves_its_story(store: Store) -> None:
    text = prose(5)
    one = review("https://a.example/her/", text=text, published="2014-01-01")
    two = review("https://b.example/her/", text=text, published="2014-01-02")
    take_in(store, one, two)
    take_in(store, replace(two, text=prose(6)))
    assert [len(story.copies) for story in queries.film_stories(store, 1)] == [0, 0]
    take_in(store, replace(two, text=text))
    assert [len(story.copies) for story in queries.film_stories(store, 1)] == [1]
    take_in(store, replace(one, text=prose(7)))
    assert [len(story.copies) for story in queries.film_stories(store, 1)] == [0, 0]


def test_held_where_two_films_fit(store: Store) -> None:
    first = review("https://a.example/suspiria/", "Suspiria", film_year=1977)
    second = review("https://b.example/suspiria/", "Suspiria", film_year=2018, published="2018-11-01")
    unclear = review("https://c.example/suspiria/", "Suspiria", published="2022-01-01")
    *_, outcome = take_in(store, first, second, unclear)
    assert (outcome.kind, outcome.film_id) == ("held", None)
    assert "1977" in (outcome.reason or "")
    assert "2018" in (outcome.reason or "")
    assert [one.url for one in queries.reviews(store, held=True)] == ["https://c.example/suspiria/"]


def test_a_review_is_not_of_a_later_film(store: Store) -> None:
    first = review("https://a.example/suspiria/", "Suspiria", film_year=1977)
    second = review("https://b.example/suspiria/", "Suspiria", film_year=2018, published="2018-11-01")
    early = review("https://c.example/suspiria/", "Suspiria", published="2010-01-01")
    one, _, three = take_in(store, first, second, early)
    assert three.film_id == one.film_id
