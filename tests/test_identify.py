"""Which film: with a catalogue and without, now and when more is known."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from aggregator.films import Catalog, build_catalog, open_catalog
from aggregator.films.provisional import Choice, Evidence, choose
from aggregator.ingest import retry
from aggregator.store import Store, judge, queries
from aggregator.store.films import KnownFilm
from store_samples import review, take_in

FILMS = [
    ("tt0000001", "Suspiria", 1977, ["Dario Argento"], ["Jessica Harper"], []),
    ("tt0000002", "Suspiria", 2018, ["Luca Guadagnino"], ["Dakota Johnson"], []),
    ("tt0000003", "Parasite", 2019, ["Bong Joon-ho"], ["Song Kang-ho"], ["Parásitos", "Gisaengchung"]),
    ("tt0000004", "Her", 2013, ["Spike Jonze"], ["Joaquin Phoenix"], []),
]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    folder = tmp_path_factory.mktemp("catalogue")
    source = folder / "films.jsonl"
    names = ("id", "title", "year", "directors", "cast", "aka")
    rows = [{"id_scheme": "imdb", **dict(zip(names, film, strict=True))} for film in FILMS]
    source.write_text("\n".join(map(json.dumps, rows)))
    build_catalog(source, folder / "films.db")
    with open_catalog(folder / "films.db") as opened:
        yield opened


def films(store: Store) -> dict[str, tuple[str, int | None] | None]:
    """Host to title and year of the film."""
    found = {}
    for one in queries.iter_reviews(store):
        film = queries.film(store, one.film_id) if one.film_id else None
        found[one.site] = (film.title, film.year) if film else None
    return found


def known(id: int, year: int | None = None, directors: tuple[str, ...] = (), actors: tuple[str, ...] = ()) -> KnownFilm:
    return KnownFilm(id, "A Film", year, directors, actors, {}, provisional=True)


ONE, TWO = known(1, 1977, ("Dario Argento",)), known(2, 2018, ("Luca Guadagnino",), ("Dakota Johnson",))
CHOICES = [
    (Evidence(), [], None),
    (Evidence(), [ONE], 1),
    (Evidence(1977), [ONE, TWO], 1),
    (Evidence(1978), [ONE, TWO], 1),  # festival or release year
    (Evidence(1980), [ONE, TWO], None),
    (Evidence(1979), [known(1, 1978), known(2, 1979)], 2),  # the exact year first
    (Evidence(directors=("luca guadagnino",)), [ONE, TWO], 2),
    (Evidence(actors=("Dakota Johnson", "Tilda Swinton")), [ONE, TWO], 2),
    (Evidence(published="2012-10-01"), [ONE, TWO], 1),  # before the other one's release
    (Evidence(published="2017-12-31"), [TWO], 2),  # seen at a festival
    (Evidence(published="2015-01-01"), [TWO], None),
    (Evidence(directors=("Somebody Else",)), [ONE], None),
    (Evidence(2018, ("Somebody Else",), ("Dakota Johnson",)), [TWO], 2),  # a misread director
    (Evidence(2018), [known(1)], 1),
    (Evidence(published="soon"), [ONE], 1),
    (Evidence(published="2018-11-02"), [ONE, TWO], 2),  # it was new then
    (Evidence(published="2018-11-02", directors=("Dario Argento",)), [ONE, TWO], 1),  # and yet of the old one
    (Evidence(2011, ("Ann Maker",)), [known(1, 2011, ("Bo Maker",)), known(2, 2011, ("Ann Maker",))], 2),
    (Evidence(2011, ("Cy Maker",)), [known(1, 2011, ("Bo Maker",)), known(2, 2011, ("Ann Maker",))], None),
]


@pytest.mark.parametrize(("evidence", "films", "id"), CHOICES)
def test_choices(evidence: Evidence, films: list[KnownFilm], id: int | None) -> None:
    choice = choose(evidence, films)
    assert (choice.id, choice.ambiguous) == (id, False)


def test_between_two_none_is_taken() -> None:
    assert choose(Evidence(published="2022-01-01"), [ONE, TWO]) == Choice(
        None, "2 films of this title fit: 1977, 2018", ambiguous=True
    )


def test_a_catalogue_tells_titles_and_years_apart(any_store: Store, catalog: Catalog) -> None:
    take_in(
        any_store,
        review("https://a.example/x/", "Suspiria", directors=("Dario Argento",), published="2019-01-01"),
        review("https://b.example/x/", "Suspiria", film_year=2018, published="2019-01-01"),
        review("https://c.example/x/", "Parásitos", language="es", published="2019-11-01"),
        review("https://d.example/x/", "Parasite", published="2019-11-01"),
        review("https://e.example/x/", "A Film That Nobody Knows", published="2019-11-01"),
        catalog=catalog,
    )
    assert films(any_store) == {
        "a.example": ("Suspiria", 1977),
        "b.example": ("Suspiria", 2018),
        "c.example": ("Parasite", 2019),
        "d.example": ("Parasite", 2019),
        "e.example": ("A Film That Nobody Knows", None),
    }
    (parasite,) = queries.find_films(any_store, "Parásitos")
    assert (parasite.ids, parasite.provisional, parasite.voices) == ({"imdb": "tt0000003"}, False, 2)


def test_films_made_of_reviews_join_a_catalogue_s_later(any_store: Store, catalog: Catalog) -> None:
    take_in(
        any_store,
        review("https://a.example/x/", "Parásitos", published="2019-11-01"),
        review("https://b.example/x/", "Parasite", published="2019-11-01"),
        review("https://c.example/x/", "A Film That Nobody Knows"),
    )
    spanish, english = (queries.find_films(any_store, title)[0].id for title in ("Parásitos", "Parasite"))
    assert spanish != english
    looked = retry(any_store, catalog=catalog, provisional=True)
    assert looked.looked_at == 3
    assert films(any_store)["a.example"] == films(any_store)["b.example"] == ("Parasite", 2019)
    merged, kept = queries.film(any_store, spanish), queries.film(any_store, english)
    assert merged is not None
    assert merged == kept
    assert merged.ids == {"imdb": "tt0000003"}
    assert films(any_store)["c.example"] == ("A Film That Nobody Knows", None)
    assert retry(any_store, catalog=catalog, provisional=True)[1:] == (0, 0, 0)


def test_held_until_the_evidence_grows(any_store: Store, catalog: Catalog) -> None:
    unclear = review("https://a.example/x/", "Suspiria", published="2022-01-01")
    (outcome,) = take_in(any_store, unclear, catalog=catalog)
    assert outcome.kind == "held"
    assert "Suspiria (1977)" in (outcome.reason or "")
    assert queries.held_count(any_store) == 1
    assert retry(any_store, catalog=catalog).found == 0
    take_in(
        any_store, review("https://a.example/x/", "Suspiria", published="2022-01-01", film_year=1977), catalog=catalog
    )
    assert films(any_store)["a.example"] == ("Suspiria", 1977)


def test_a_link_goes_before_the_catalogue(store: Store, catalog: Catalog) -> None:
    one = review("https://a.example/x/", "Suspiria", film_year=2018, published="2019-01-01")
    take_in(store, one, review("https://b.example/x/", "Her", film_year=2013), catalog=catalog)
    judge.link(store, 1, 2, who="ann")
    retry(store, catalog=catalog, provisional=True)
    take_in(store, review(one.url, "Suspiria", film_year=2018, text="Edited."), catalog=catalog)
    assert films(store)["a.example"] == ("Her", 2013)
    judge.unlink(store, 1, who="ann")
    retry(store, catalog=catalog)
    assert films(store)["a.example"] == ("Suspiria", 2018)


def test_a_second_film_of_a_title_brings_the_first_into_doubt(any_store: Store) -> None:
    yearless = review("https://a.example/x/", "Suspiria", published="2022-02-01")
    early = review("https://b.example/x/", "Suspiria", published="2010-02-01")
    take_in(any_store, yearless, early)
    take_in(any_store, review("https://c.example/x/", "Suspiria", film_year=1977, published="2012-01-01"))
    assert films(any_store)["a.example"] == ("Suspiria", 1977)
    take_in(any_store, review("https://d.example/x/", "Suspiria", film_year=2018, published="2018-12-01"))
    assert films(any_store) == {
        "a.example": None,
        "b.example": ("Suspiria", 1977),
        "c.example": ("Suspiria", 1977),
        "d.example": ("Suspiria", 2018),
    }


def test_a_review_older_than_the_year_that_a_film_gets_is_of_another(any_store: Store) -> None:
    take_in(any_store, review("https://a.example/x/", "Suspiria", published="2010-02-01"))
    take_in(any_store, review("https://b.example/x/", "Suspiria", film_year=2018, published="2018-12-01"))
    assert films(any_store) == {"a.example": ("Suspiria", None), "b.example": ("Suspiria", 2018)}


def test_two_films_of_one_title_and_year(any_store: Store) -> None:
    one = review("https://a.example/x/", "The Walk", film_year=2015, directors=("Ann Maker",))
    other = review("https://b.example/x/", "The Walk", film_year=2015, directors=("Bo Maker",), cast=("Cy Player",))
    (first,), (second,) = take_in(any_store, one), take_in(any_store, other)
    assert first.film_id != second.film_id
    (third,) = take_in(any_store, review("https://c.example/x/", "The Walk", film_year=2015, cast=("Cy Player",)))
    (fourth,) = take_in(any_store, review("https://d.example/x/", "The Walk", film_year=2015))
    assert third.film_id == second.film_id
    assert (fourth.kind, fourth.film_id) == ("held", None)


def test_ids_in_the_post_decide(store: Store) -> None:
    take_in(
        store,
        review(
            "https://a.example/x/", "Suspiria", film_ids={"imdb": "tt0000002"}, film_year=2018, published="2019-01-01"
        ),
        review("https://b.example/x/", "Suspiria (remake)", film_ids={"imdb": "tt0000002"}, published="2019-01-01"),
    )
    assert films(store)["b.example"] == ("Suspiria", 2018)


def test_the_copy_of_a_text_is_about_the_same_film(any_store: Store) -> None:
    text = review("https://x.example/").text
    take_in(
        any_store,
        review("https://a.example/x/", "Suspiria", film_year=1977, text=text, published="2019-01-01"),
        review("https://b.example/y/", "Suspiria", film_year=2018, published="2019-01-01"),
        review("https://c.example/x/", "Argento's Suspiria", text=text, published="2019-01-02"),
    )
    assert films(any_store)["c.example"] == ("Suspiria", 1977)


def test_a_catalogue_s_film_without_ids_is_one_film(any_store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("without_ids")
    rows = [{"title": "Her", "year": 2013, "directors": ["Spike Jonze"], "cast": ["Joaquin Phoenix"]}]
    (folder / "films.jsonl").write_text("\n".join(map(json.dumps, rows)))
    build_catalog(folder / "films.jsonl", folder / "films.db")
    with open_catalog(folder / "films.db") as opened:
        for host in ("a", "b", "c"):
            one = review(f"https://{host}.example/her/", film_year=2013, directors=("Spike Jonze",))
            take_in(any_store, one, catalog=opened)
    (film,) = queries.films(any_store)
    assert (film.voices, film.provisional) == (3, False)
