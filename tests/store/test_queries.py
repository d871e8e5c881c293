"""Reading back: films and their stories, reviews, sites, what was left out."""

from __future__ import annotations

import pytest

from aggregator.records import Issue, LeftOut
from aggregator.store import Store, pages, queries
from store_samples import blog, rated, review, take_in


@pytest.fixture
def full(any_store: Store) -> Store:
    """A store with the sample blogs."""
    take_in(any_store, *blog())
    return any_store


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("her", ["Her"]),
        ("HER 2013", ["Her"]),
        ("Her (2014)", []),
        ("suspiria", ["Suspiria", "Suspiria"]),
        ("suspiria 2018", ["Suspiria"]),
        ("lake", ["The Lake"]),
        ("100%_", []),
        ("nothing of the kind", []),
    ],
)
def test_films_by_query(full: Store, query: str, titles: list[str]) -> None:
    assert [film.title for film in queries.films(full, query)] == titles


@pytest.mark.parametrize("sort", queries.FILM_SORTS)
def test_films_sorted(full: Store, sort: str) -> None:
    assert len(queries.films(full, sort=sort)) == 5


def test_films_sorted_by_nonsense(full: Store) -> None:
    with pytest.raises(ValueError, match="voices, mean"):
        queries.films(full, sort="colour")


def test_films_are_paged_and_cut(full: Store) -> None:
    everything = queries.films(full, sort="title")
    assert queries.films(full, sort="title", limit=2, offset=1) == everything[1:3]
    assert [film.title for film in queries.films(full, at_least=3)] == ["Her"]


def test_find_films(full: Store) -> None:
    assert [film.year for film in queries.find_films(full, "Suspiria")] == [1977, 2018]
    assert [film.year for film in queries.find_films(full, "Suspiria (2018)")] == [2018]
    assert [film.year for film in queries.find_films(full, "Suspiria", 1977)] == [1977]
    assert queries.find_films(full, "Susp") == []


def test_a_film_with_a_number_for_a_title(store: Store) -> None:
    take_in(store, review("https://a.example/2012/", "2012"), review("https://a.example/br/", "Blade Runner 2049"))
    assert [film.title for film in queries.find_films(store, "2012")] == ["2012"]
    assert [film.title for film in queries.films(store, "blade runner 2049")] == ["Blade Runner 2049"]


def test_the_stories_of_a_film(full: Store) -> None:
    (film,) = queries.find_films(full, "The Lake")
    (story,) = queries.film_stories(full, film.id)
    assert story.original.site == "c.example"
    assert [copy.site for copy in story.copies] == ["d.example"]
    assert (film.voices, film.scored, film.mean) == (1, 0, None)
    voices = list(queries.voices(full, film_id=film.id))
    assert [voice.outlet for voice in voices] == ["c.example", "d.example"]
    assert voices[0].story_id == voices[1].story_id


def test_reviews_are_filtered_and_ordered(full: Store) -> None:
    assert [one.site for one in queries.reviews(full, site="b.example")] == ["b.example", "b.example"]
    dates = [one.published for one in queries.reviews(full)]
    assert dates == sorted(dates, key=lambda date: date or "", reverse=True)
    assert len(queries.reviews(full, limit=3, offset=6)) == 2


def test_nothing_under_an_unknown_number(full: Store) -> None:
    assert queries.film(full, 999) is None
    assert queries.review(full, 999) is None
    assert queries.film_stories(full, 999) == []
    assert queries.history(full, 999) == []


def test_sites(full: Store) -> None:
    with full.write() as writer:
        pages.record_left_out(
            writer, "a.example", LeftOut("https://a.example/news/", "news", 0.1, ("no film",), "News")
        )
        pages.record_quarantine(writer, "a.example", Issue("https://a.example/bad/", "meta", "Traceback ..."))
        pages.record_quarantine(writer, "a.example", Issue("https://a.example/bad/", "meta", "Traceback ..."))
    site, *_ = queries.sites(full)
    assert (site.name, site.reviews, site.scored, site.left_out, site.quarantined) == ("a.example", 2, 2, 1, 1)
    assert site.mean == 90.0
    assert {one.name: one.copies for one in queries.sites(full) if one.copies} == {"d.example": 1}
    assert queries.left_out(full, label="news")[0].reasons == ("no film",)
    assert queries.left_out(full, label="list") == []
    assert queries.quarantine(full)[0].finder == "meta"


def test_a_post_taken_after_all_is_no_longer_left_out(store: Store) -> None:
    with store.write() as writer:
        pages.record_left_out(writer, "a.example", LeftOut("https://a.example/her/", "news", 0.4))
    take_in(store, review("https://a.example/her/"))
    assert queries.left_out(store) == []


def test_page_states(any_store: Store) -> None:
    state = pages.PageState("https://a.example/?p=1", 200, '"v1"', None, "hash")
    assert pages.page_state(any_store, state.url) is None
    with any_store.write() as writer:
        pages.save_page(writer, "a.example", state)
        pages.save_page(writer, "a.example", pages.PageState("https://a.example/feed", 200))
    found = pages.page_state(any_store, "https://a.example/?p=1#more")
    assert found is not None
    assert (found.etag, found.body_hash, found.status) == ('"v1"', "hash", 200)
    assert set(pages.page_states(any_store, [state.url, "https://a.example/feed", "https://a.example/"])) == {
        state.url,
        "https://a.example/feed",
    }


def test_known_posts(store: Store) -> None:
    take_in(store, review("https://a.example/her/"), review("https://a.example/drive/", "Drive", complete=False))
    with store.write() as writer:
        pages.record_left_out(writer, "a.example", LeftOut("https://a.example/news/", "news", 0.1))
    asked = ["http://www.a.example/her?utm_source=x", "https://a.example/drive/", "https://a.example/news", "junk"]
    assert pages.known_posts(store, asked) == {asked[0], asked[2]}


def test_the_views_agree_with_the_queries(full: Store) -> None:
    from sqlalchemy import text

    take_in(full, review("https://e.example/her/", film_year=2013, rating=rated("1/10", 1, 10)))
    with full.read() as connection:
        mean, voices = connection.execute(text("SELECT mean, voices FROM v_films WHERE title = 'Her'")).one()
        reviews = connection.execute(text("SELECT count(*) FROM v_reviews")).scalar()
        outlets = connection.execute(text("SELECT sum(reviews) FROM v_outlets")).scalar()
    (film,) = queries.find_films(full, "Her")
    assert (mean, voices) == (pytest.approx(film.mean), film.voices)
    assert reviews == outlets == 9
