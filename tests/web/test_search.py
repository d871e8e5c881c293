"""Finding things by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from aggregator.store import open_store
from aggregator.web.search import Index
from store_samples import review, take_in


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("her", "film", "Her"),
        ("HER", "film", "Her"),
        ("budapest", "film", "The Grand Budapest Hotel"),
        ("grand budapst", "film", "The Grand Budapest Hotel"),
        ("teh lake", "film", "The Lake"),
        ("joaquin phoenix", "person", "Joaquin Phoenix"),
        ("joaqin phonix", "person", "Joaquin Phoenix"),
        ("jonze", "person", "Spike Jonze"),
        ("phenix", "person", "Joaquin Phoenix"),
        ("her 2013", "film", "Her"),
        ("her (2013)", "film", "Her"),
        ("Her, 20", "film", "Her"),
        ("birch.ex", "outlet", "birch.example"),
        ("ann elm", "author", "Ann Elm"),
    ],
)
def test_found_first(client: TestClient, words: str, kind: str, name: str) -> None:
    hits = client.get("/api/v1/search", params={"q": words}).json()["hits"]
    assert (hits[0]["kind"], hits[0]["name"]) == (kind, name)
    assert client.get(hits[0]["path"]).status_code == 200


@pytest.mark.parametrize("words", ["zzqqxx", "?!", "%", "_", "\\"])
def test_found_nowhere(client: TestClient, words: str) -> None:
    assert client.get("/api/v1/search", params={"q": words}).json()["hits"] == []


def test_what_is_written_meanwhile_is_found(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a.sqlite")) as store:
        index = Index(store)
        take_in(store, review("https://a.example/1/", "Nebraska"))
        assert [hit.name for hit in index.find("nebr")] == ["Nebraska"]
        take_in(store, review("https://a.example/2/", "Gravity"))
        assert [hit.name for hit in index.find("gravit")] == ["Gravity"]


def test_a_year_chooses_among_namesakes(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a.sqlite")) as store:
        titles = [("Carrie", 1976), ("Carrie", 2013), ("Carrie 2", 1999), ("Runner 2049", 2017)]
        for number, (title, year) in enumerate(titles):
            take_in(store, review(f"https://a.example/{number}/", title, film_year=year, directors=(f"Dee {year}",)))
        index = Index(store)

        def first(query: str) -> tuple[str, str]:
            hit = index.find(query)[0]
            return hit.name, hit.detail[:4]

        assert first("carrie 1976") == ("Carrie", "1976")
        assert first("carrie 2013") == ("Carrie", "2013")
        assert first("carrie 19") == ("Carrie", "1976")
        assert first("carrie 2") == ("Carrie 2", "1999")  # the very name comes first
        assert first("runner 2049") == ("Runner 2049", "2017")
