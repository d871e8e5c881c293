"""An answer is given again as long as nothing was written, and never longer."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from aggregator.store import Store, open_store
from aggregator.store.removal import bury
from aggregator.web import create_app
from aggregator.web.kept import Kept
from store_samples import rated, review, take_in


def is_hit(answer: object) -> bool:
    return "hit" in answer.headers.get("cache-status", "")  # type: ignore[attr-defined]


def test_the_same_answer_until_something_is_written(any_store: Store) -> None:
    take_in(any_store, review("https://a.example/1/", "Her", film_year=2013, rating=rated("4/5", 4, 5)))
    with TestClient(create_app(any_store)) as client:
        first = client.get("/films")
        again = next(filter(is_hit, (client.get("/films") for _ in range(50))), first)  # others write to the server too
        assert (is_hit(first), is_hit(again)) == (False, True)
        assert again.content == first.content
        assert again.headers["etag"] == first.headers["etag"]
        known = client.get("/films", headers={"If-None-Match": first.headers["etag"]})
        assert (known.status_code, known.content) == (304, b"")
        take_in(any_store, review("https://b.example/1/", "The Lake", film_year=1999, rating=rated("2/5", 2, 5)))
        fresh = client.get("/films")
        assert not is_hit(fresh)
        assert "The Lake" in fresh.text
        with any_store.write() as writer:
            bury(writer, "https://b.example/1/")
        assert "The Lake" not in client.get("/films").text


def test_what_an_answer_depends_on(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a.sqlite")) as store:
        take_in(store, review("https://a.example/1/", "Her", film_year=2013, rating=rated("4/5", 4, 5)))
        with TestClient(create_app(store)) as client:
            asked = [
                {"headers": {}},
                {"headers": {"Accept": "application/json"}},
                {"headers": {"Accept-Encoding": "identity"}},
                {"headers": {"Host": "reviews.example"}},
                {"params": {"sort": "year"}},
            ]
            answers = [client.get("/films", **one) for one in asked]  # type: ignore[arg-type]
            assert not any(map(is_hit, answers))
            for one, answer in zip(asked, answers, strict=True):
                again = client.get("/films", **one)  # type: ignore[arg-type]
                assert is_hit(again)
                assert (again.content, again.headers["content-type"]) == (
                    answer.content,
                    answer.headers["content-type"],
                )
            assert "http://reviews.example/films" in answers[3].text


@pytest.mark.parametrize("path", ["/films/999999", "/films?year=no", "/search?q=her", "/static/style.css"])
def test_what_is_never_kept(tmp_path: Path, path: str) -> None:
    with open_store(str(tmp_path / "a.sqlite")) as store, TestClient(create_app(store)) as client:
        assert not any(is_hit(client.get(path)) for _ in range(3))


def test_memory_is_bounded(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a.sqlite")) as store:
        app = create_app(store, kept_bytes=30_000)
        with TestClient(app) as client:
            for year in range(1900, 2000):
                assert client.get("/films", params={"year": year}).status_code == 200
            assert is_hit(client.get("/films", params={"year": 1999}))
            assert not is_hit(client.get("/films", params={"year": 1900}))
        kept = app.middleware_stack
        while not isinstance(kept, Kept):
            kept = kept.app  # type: ignore[union-attr]
        assert 0 < kept._bytes <= 30_000
        assert kept._bytes == sum(answer.size for answer in kept._answers.values())
