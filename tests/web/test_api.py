"""The API: whole lists in parts, what changed, validators, and errors that say which parameter and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings

import api_examples
from aggregator.store import judge, open_store, scales
from aggregator.store.removal import bury, forget
from aggregator.web import create_app
from store_samples import rated, review, take_in

OPERATIONS = (
    "films",
    "films/{film_id}",
    "reviews",
    "reviews/{review_id}",
    "outlets",
    "outlets/{name}",
    "agreement",
    "authors",
    "authors/{name}",
    "rankings",
    "compare",
    "search",
    "changes",
)
EXAMPLES = 12
"""Questions asked of each operation."""


@pytest.fixture(scope="module")
def described(app: FastAPI) -> Any:
    """The API as its own description says it is; the import takes seconds, so only who asks pays."""
    schemathesis = pytest.importorskip("schemathesis")
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_api_is_as_described(described: Any, operation: str) -> None:
    from schemathesis.specs.openapi.checks import positive_data_acceptance

    @given(case=described[f"/api/v1/{operation}"]["GET"].as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def ask(case: Any) -> None:
        is_opaque = not {"after", "since"}.isdisjoint(case.query or {})
        case.call_and_validate(excluded_checks=[positive_data_acceptance] if is_opaque else [])

    ask()


def everything(client: TestClient, path: str, **asked: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    after = None
    for _ in range(200):
        part = client.get(path, params={**asked, "limit": 3} | ({"after": after} if after else {})).json()
        rows += part["items"]
        after = part["next"]
        if after is None:
            return rows
    raise AssertionError("a list without an end")


@pytest.mark.parametrize("sort", ["voices", "mean", "title", "year", "newest"])
def test_films_in_parts_are_all_films_once(client: TestClient, sort: str) -> None:
    whole = client.get("/api/v1/films", params={"limit": 200, "sort": sort}).json()["items"]
    assert everything(client, "/api/v1/films", sort=sort) == whole
    assert len({film["id"] for film in whole}) == len(whole) > 10


@pytest.mark.parametrize("sort", ["published", "stored", "score"])
def test_reviews_in_parts_are_all_reviews_once(client: TestClient, sort: str) -> None:
    whole = client.get("/api/v1/reviews", params={"limit": 200, "sort": sort}).json()["items"]
    assert everything(client, "/api/v1/reviews", sort=sort) == whole
    assert len({review["id"] for review in whole}) == len(whole) > 20


def test_a_film_s_reviews_in_parts(client: TestClient, her: int) -> None:
    first = client.get(f"/api/v1/films/{her}", params={"limit": 4}).json()
    rest = client.get(f"/api/v1/films/{her}", params={"limit": 4, "after": first["next"]}).json()
    assert rest["next"] is None
    whole = client.get(f"/api/v1/films/{her}").json()
    assert first["reviews"] + rest["reviews"] == whole["reviews"]
    assert first["summary"] == whole["summary"]


def test_reviews_filtered(client: TestClient, her: int) -> None:
    def sites(**asked: Any) -> set[str]:
        return {review["site"] for review in client.get("/api/v1/reviews", params=asked).json()["items"]}

    assert sites(site="ash.example") == {"ash.example"}
    assert sites(film=her, rated=False) == {"gum.example", "copy.example"}
    assert sites(author="Ann Elm") == {"elm.example"}
    assert sites(language="fr") == set()


def feed(client: TestClient, cursor: str | None) -> tuple[list[dict[str, Any]], str | None]:
    """All that changed since a cursor, and the next one."""
    seen: list[dict[str, Any]] = []
    more = True
    while more:
        part = client.get("/api/v1/changes", params={"limit": 3} | ({"since": cursor} if cursor else {})).json()
        seen += part["items"]
        cursor, more = part["cursor"], part["more"]
    return seen, cursor


def test_what_changed_since_a_cursor(tmp_path: Path) -> None:
    def told() -> list[tuple[str, int, str]]:
        nonlocal cursor
        seen, cursor = feed(client, cursor)
        return [(row["kind"], row["id"], row["what"]) for row in seen]

    cursor: str | None = None
    with open_store(str(tmp_path / "a.sqlite")) as store:
        client = TestClient(create_app(store))
        take_in(store, *[review(f"https://a.example/{n}/", f"Film {n}", rating=rated("3/5", 3, 5)) for n in range(7)])
        assert sorted(told()) == [(kind, n, "stored") for kind in ("film", "review") for n in range(1, 8)]
        assert told() == []
        take_in(store, review("https://a.example/3/", "Film 3", rating=rated("1/5", 1, 5), text="new"))
        assert told() == [("review", 4, "stored")]
        with store.write() as writer:
            bury(writer, "https://a.example/3/")
        assert told() == [("review", 4, "gone")]
        forget(store, url="https://a.example/2/")
        assert told() == [("film", 3, "forgotten"), ("review", 3, "forgotten")]
        scales.rescore(store, "span")
        assert told() == [("review", n, "gone" if n == 4 else "stored") for n in (1, 2, 4, 5, 6, 7)]
        judge.merge(store, 1, 2, who="test")
        assert told() == [("film", 1, "merged"), ("review", 1, "stored")]
        seen, _ = feed(client, None)
        assert len(seen) == 14
        assert {row["merged_into"] for row in seen} == {None, 2}


def test_validators(client: TestClient, her: int) -> None:
    for path in ("/", f"/films/{her}", f"/api/v1/films/{her}", "/feed.atom"):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
        head = client.head(path)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["etag"] == first.headers["etag"]
    assert client.get("/", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get("/", headers={"Accept-Encoding": "identity"}).headers


@pytest.mark.parametrize(
    ("path", "parameter", "reason"),
    [
        ("/api/v1/films?limit=0", "limit", "greater than or equal to 1"),
        ("/api/v1/films?limit=1000000", "limit", "less than or equal to 200"),
        ("/api/v1/films?sort=' OR 1=1", "sort", "'voices'"),
        ("/api/v1/films?sortt=mean", "sortt", "no parameter"),
        ("/api/v1/films?q=" + "a" * 201, "q", "at most 200"),
        ("/api/v1/films?q=%00", "q", "pattern"),
        ("/api/v1/films?year=12", "year", "1870"),
        ("/api/v1/films?after=abc", "after", "not a cursor"),
        ("/api/v1/films?after=../../etc/passwd", "after", "pattern"),
        ("/api/v1/films/her", "film_id", "integer"),
        ("/api/v1/films/99999999999999999999", "film_id", "9007199254740991"),
        ("/api/v1/reviews?rated=perhaps", "rated", "boolean"),
        ("/api/v1/changes?since=abc", "since", "not a cursor"),
        ("/api/v1/search", "q", "required"),
        ("/films.json?limit=x", "limit", "integer"),
    ],
)
def test_a_bad_parameter_is_named_with_the_reason(client: TestClient, path: str, parameter: str, reason: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    (fault,) = answer.json()["faults"]
    assert fault["parameter"] == parameter
    assert reason in fault["reason"]


def test_a_cursor_belongs_to_its_list(client: TestClient) -> None:
    after = client.get("/api/v1/films", params={"limit": 1, "sort": "title"}).json()["next"]
    answer = client.get("/api/v1/films", params={"after": after, "sort": "mean"})
    assert answer.status_code == 422
    assert "another list or order" in answer.json()["detail"]


def test_nothing_there(client: TestClient) -> None:
    for path in ("/api/v1/films/999999", "/api/v1/outlets/nobody", "/api/v1/nothing"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    answer = client.get("/films/999999")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "There is no film 999999" in answer.text


def test_the_description_is_openapi_3_1_with_examples(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {f"/api/v1/{operation}" for operation in OPERATIONS}
    assert described["components"]["schemas"]["Film"]["properties"]["title"]["examples"] == ["Her"]
    assert "Problem" in described["components"]["schemas"]


def test_each_route_shows_what_it_answers(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()["paths"]
    shown = {
        path.removeprefix("/api/v1"): operations["get"]["responses"]["200"]["content"]["application/json"]
        for path, operations in described.items()
    }
    assert {path: json.dumps(answer["example"]) for path, answer in shown.items()} == {
        path: json.dumps(answer) for path, answer in api_examples.recorded().items()
    }, "python tests/api_examples.py writes them anew"
    assert all("$ref" in answer["schema"] for answer in shown.values())
