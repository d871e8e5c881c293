"""Names in a review held against a catalogue's credits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from aggregator.films import Catalog, build_catalog, open_catalog
from aggregator.ingest import retry
from aggregator.ingest.credits import checked, mentioned
from aggregator.records import Source
from aggregator.store import Store, queries
from aggregator.store.films import KnownFilm
from aggregator.store.rows import StoredReview
from store_samples import dump, prose, review, take_in

TEXT = f"{prose(1, 60)}. As the host, Song Kang-ho’s face does it all, and Jang Hye Jin plays. {prose(2, 60)}"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    folder = tmp_path_factory.mktemp("catalogue")
    film = {"id": "tt0000003", "id_scheme": "imdb", "title": "Parasite", "year": 2019, "directors": ["Bong Joon-ho"]}
    cast = ["Lee Sun-kyun", "Jang Hye-jin", "Song Kang-ho", "Bong Joon-ho"]
    (folder / "films.jsonl").write_text(json.dumps(film | {"cast": cast}))
    build_catalog(folder / "films.jsonl", folder / "films.db")
    with open_catalog(folder / "films.db") as opened:
        yield opened


def stored(store: Store) -> StoredReview:
    found = queries.review(store, 1)
    assert found is not None
    return found


def catalogue_claims(one: StoredReview) -> list[tuple[str, str, bool]]:
    return [(claim["field"], claim["raw"], "chosen" in claim) for claim in one.claims if claim["source"] == "CATALOG"]


MENTIONS = [
    ("Song Kang-ho plays.", ["Song Kang-ho"]),
    ("SONG KANG HO plays.", ["SONG KANG HO"]),
    ("(Song Kang-ho’s best)", ["Song Kang-ho"]),
    ("with Lee Sun-kyun, and Song Kang-ho", ["Lee Sun-kyun", "Song Kang-ho"]),
    ("a song by Kang, ho ho", []),
    ("Song Kang-hoon", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "names"), MENTIONS)
def test_mentioned(text: str, names: list[str]) -> None:
    assert mentioned(text, ["Song Kang-ho", "Lee Sun-kyun", "Cher"]) == names


def test_credited_names_in_the_text_become_cast(any_store: Store, catalog: Catalog) -> None:
    take_in(
        any_store,
        review("https://a.example/x/", "Parasite", film_year=2019, published="2019-11-01", text=TEXT),
        catalog=catalog,
    )
    one = stored(any_store)
    assert one.cast == ("Song Kang-ho", "Jang Hye Jin")
    assert catalogue_claims(one) == [("cast", "Song Kang-ho", True), ("cast", "Jang Hye Jin", True)]
    assert one.disputed == ()


CONTRADICTIONS: list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = [  # cast, directors, disputed
    (("Lee Sun-kyun",), ("Bong Joon Ho",), ()),
    (("Lee Sun-kyun", "Tom Minor"), ("Bong Joon Ho",), ()),  # a small part, which the catalogue does not list
    (("Tom Stranger",), ("Bong Joon Ho",), ("cast",)),
    (("Lee Sun-kyun", "Ann Second"), (), ("cast",)),  # she directed
    (("Lee Sun-kyun",), ("Tom Stranger",), ("directors",)),
    (("Lee Sun-kyun",), ("Bong Joon Ho", "Tom Stranger"), ("directors",)),
    ((), (), ()),
]


@pytest.mark.parametrize(("cast", "directors", "disputed"), CONTRADICTIONS)
def test_names_that_the_credits_contradict_are_disputed(
    cast: tuple[str, ...], directors: tuple[str, ...], disputed: tuple[str, ...]
) -> None:
    film = KnownFilm(
        1, "Parasite", 2019, ("Bong Joon-ho", "Ann Second"), ("Lee Sun-kyun", "Song Kang-ho"), {}, provisional=False
    )
    one = checked(review("https://a.example/x/", "Parasite", cast=cast, directors=directors), film)
    assert (one.cast, one.directors, one.disputed) == (cast, directors, disputed)
    against = [claim.field for claim in one.claims if claim.source is Source.CATALOG and not claim.chosen]
    assert tuple(against) == disputed


def test_what_was_disputed_is_so_no_longer(store: Store, catalog: Catalog) -> None:
    one = review(
        "https://a.example/x/", "Parasite", film_year=2019, published="2019-11-01", directors=("Bong Joon Ho",)
    )
    take_in(store, replace(one, cast=("Tom Stranger",)), catalog=catalog)
    found = stored(store)
    assert (found.cast, found.directors, found.disputed) == (("Tom Stranger",), ("Bong Joon Ho",), ("cast",))
    assert ("directors", "Bong Joon Ho", True) in catalogue_claims(found)
    assert ("cast", "Lee Sun-kyun, Jang Hye-jin, Song Kang-ho, Bong Joon-ho", False) in catalogue_claims(found)
    take_in(store, one, catalog=catalog)
    assert stored(store).disputed == ()


def test_the_same_again_changes_no_row(any_store: Store, catalog: Catalog) -> None:
    one = review("https://a.example/x/", "Parasite", film_year=2019, published="2019-11-01", text=TEXT)
    take_in(any_store, one, catalog=catalog)
    before = dump(any_store)
    assert [outcome.kind for outcome in take_in(any_store, one, catalog=catalog)] == ["same"]
    assert [outcome.kind for outcome in take_in(any_store, one)] == ["same"]
    assert dump(any_store) == before


def test_a_catalogue_that_comes_later_is_asked_at_the_next_reading(store: Store, catalog: Catalog) -> None:
    one = review("https://a.example/x/", "Parasite", film_year=2019, published="2019-11-01", text=TEXT)
    take_in(store, one)
    assert stored(store).cast == ()
    retry(store, catalog=catalog, provisional=True)
    assert [outcome.kind for outcome in take_in(store, one, catalog=catalog)] == ["reparsed"]
    assert stored(store).cast == ("Song Kang-ho", "Jang Hye Jin")
    assert queries.history(store, 1)[-1].changes == {"actors": ([], ["Song Kang-ho", "Jang Hye Jin"])}
    assert [outcome.kind for outcome in take_in(store, one, catalog=catalog)] == ["same"]
