"""SQLite and PostgreSQL answer the same."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from aggregator.store import Store
from aggregator.web import create_app
from store_samples import many, take_in

TIMES = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
"""When it was stored, which is not the same moment."""
ASKED = (
    "/index.json",
    *(f"/films.json?sort={sort}" for sort in ("voices", "mean", "best", "divisive", "title", "year", "newest")),
    *("/films.json?q=film+1", "/films.json?q=film+20", "/films.json?q=her+2013", "/films.json?year=2003"),
    *("/films.json?person=Spike+Jonze", "/films.json?at_least=3&sort=mean"),
    *(f"/films/1.json?inferred=1&sort={sort}" for sort in ("score", "published", "outlet")),
    *(f"/reviews.json?sort={sort}" for sort in ("published", "stored", "score")),
    *("/reviews.json?site=blog1.example&rated=1", "/reviews.json?held=1", "/reviews.json?copies=1", "/reviews/3.json"),
    *(
        "/outlets.json?sort=name",
        "/authors.json?sort=name",
        "/authors.json?sort=reviews",
        "/outlets.json?sort=reviews",
        "/outlets/ash.example.json",
        "/outlets/blog1.example.json",
    ),
    *("/author.json?name=Ann+Ash", "/compare.json?one=blog1.example&other=blog2.example", "/agreement.json"),
    *("/best.json?at_least=1", "/divisive.json?at_least=2", "/health.json", "/about.json"),
    *("/search.json?q=fil", "/search.json?q=phenix", "/search.json?q=her+20", "/api/v1/changes?limit=200"),
    *("/api/v1/authors?sort=name", "/api/v1/rankings?by=divisive&at_least=2&year=2005", "/films/999.json"),
)


@pytest.fixture
def clients(store: Store, any_store: Store, filling: Callable[[Store], None]) -> list[TestClient]:
    """Over the same reviews in each database."""
    for one in (store, any_store):
        filling(one)
        take_in(one, *many(120))
    return [TestClient(create_app(one)) for one in (store, any_store)]


@pytest.mark.parametrize("any_store", ["postgresql"], indirect=True)
def test_both_databases_answer_the_same(clients: list[TestClient]) -> None:
    for path in ASKED:
        one, other = (client.get(path) for client in clients)
        assert one.status_code == other.status_code == (404 if "999" in path else 200), path
        assert TIMES.sub("then", one.text) == TIMES.sub("then", other.text), path
