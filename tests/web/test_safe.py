"""Hostile pages and hostile readers: nothing is executed, nothing is written, nothing falls over."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import text

from aggregator.store import Store, open_store
from aggregator.store.errors import StoreError
from aggregator.store.limited import LimitedStore, QueryTooLong
from aggregator.web import create_app
from aggregator.web.marks import safe_url

OURS = {"theme.js", "search.js", "plots.js", "d3-7.9.2.min.js", "plot-0.6.17.umd.min.js"}
NAMES = (
    *("q", "year", "director", "actor", "person", "at_least", "sort", "after", "limit", "site", "author", "film"),
    *("language", "rated", "held", "inferred", "name", "since", "x"),
)
SHOWING = (
    "/",
    "/films?limit=200",
    "/reviews?limit=200",
    "/outlets",
    "/authors",
    "/health",
    "/best?at_least=1",
    "/search?q=evil",
)


def assert_harmless(path: str, html: str) -> None:
    """No element, attribute or address on the page that we did not put there."""
    tree = LexborHTMLParser(html)
    for script in tree.css("script"):
        if script.attributes.get("type") == "application/ld+json":
            json.loads(script.text())
        else:
            assert urlsplit(script.attributes["src"] or "").path.rsplit("/", 1)[1] in OURS, path
            assert not script.text().strip(), path
    assert not tree.css("iframe, object, embed, style, base, link[rel=import], meta[http-equiv], template"), path
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on"), (path, name)
            assert name not in ("style", "srcdoc", "formaction"), (path, name)
            if name in ("href", "src", "action", "cite") and value:
                assert urlsplit(value).scheme in ("", "http", "https"), (path, value)
    assert not tree.css("main img"), path


def test_hostile_texts_stay_texts(client: TestClient) -> None:
    films = client.get("/api/v1/films", params={"limit": 200}).json()["items"]
    reviews = client.get("/api/v1/reviews", params={"limit": 200}).json()["items"]
    evil = [f"/films/{film['id']}" for film in films if film["title"].startswith("Evil")]
    evil += [f"/reviews/{review['id']}" for review in reviews if "evil" in review["url"]]
    evil += [hit["path"] for hit in client.get("/api/v1/search?q=evil&limit=50").json()["hits"]]
    evil += [hit["path"] for hit in client.get("/api/v1/search?q=eve&limit=50").json()["hits"]]
    assert len(evil) > 40
    for path in (*SHOWING, *evil):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert_harmless(path, answer.text)
        assert "\u202e" not in answer.text
        assert "\x07" not in answer.text


def test_what_a_reader_asks_for_stays_text(client: TestClient) -> None:
    for path in ("/search?q=", "/films?q=", "/films?person=", "/films?sort=", "/author?name=", "/outlets/", "/films/"):
        for words in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)"):
            answer = client.get(path + words.replace("?", "%3F").replace("#", "%23").replace("/", "%2F"))
            assert answer.status_code in (200, 404, 422), path
            if answer.headers["content-type"].startswith("text/html"):
                assert_harmless(path, answer.text)


@pytest.mark.parametrize("path", ["/", "/api/v1/films", "/static/style.css", "/nothing", "/films/x", "/" + "a" * 5000])
def test_headers_stand_on_every_answer(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"


def test_our_own_pages_keep_the_policy(client: TestClient) -> None:
    for path in ("/", "/about", "/search?q=her"):
        assert_harmless(path, client.get(path).text)


def test_a_long_address_is_refused(client: TestClient) -> None:
    for path in ("/search?q=", "/api/v1/search?q=", "/search.json?q="):
        answer = client.get(path + "a" * 5000)
        assert answer.status_code == 414
        assert "The address is too long." in answer.text
        is_page = path == "/search?q="
        assert answer.headers["content-type"].startswith("text/html" if is_page else "application/problem+json")


def test_only_reading(app: FastAPI, client: TestClient) -> None:
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(client, method)("/api/v1/films")
        assert (answer.status_code, answer.json()["detail"]) == (405, "Only GET and HEAD are answered here.")
    with pytest.raises(StoreError, match="reading only"), app.state.store.write():
        raise AssertionError("nobody gets here")
    with pytest.raises(StoreError), app.state.store.read() as connection:
        connection.execute(text("DELETE FROM review"))


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static//etc/passwd"]
)
def test_no_file_outside_is_reached(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@given(
    path=st.sampled_from(
        [
            "/films",
            "/films/1",
            "/reviews",
            "/reviews/1",
            "/search",
            "/author",
            "/best",
            "/divisive",
            "/outlets/x",
            "/api/v1/changes",
        ]
    ),
    asked=st.dictionaries(
        st.sampled_from(NAMES),
        st.one_of(
            st.text(max_size=60),
            st.integers().map(str),
            st.sampled_from(
                ["' OR 1=1 --", "%00", "../../etc/passwd", "{{7*7}}", "-1", "1e999", "NaN", "\U0001f3ac", "[]"]
            ),
        ),
        max_size=4,
    ),
    as_json=st.booleans(),
)
@settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_no_parameter_breaks_anything(client: TestClient, path: str, asked: dict[str, str], as_json: bool) -> None:
    address = f"{path}.json" if as_json and not path.startswith("/api") else path
    answer = client.get(address, params=asked)
    assert answer.status_code in (200, 301, 404, 422), (address, asked)


def test_an_unforeseen_error_tells_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from aggregator.web import views

    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(views, "home", fail)
    client = TestClient(create_app(store), raise_server_exceptions=False)
    answer = client.get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert client.get("/index.json").headers["content-type"] == "application/problem+json"


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_a_query_that_takes_too_long_is_stopped(any_store: Store) -> None:
    limited = LimitedStore(any_store, 0.3)
    with pytest.raises(QueryTooLong), limited.read() as connection:
        connection.execute(text(ENDLESS))
    with limited.read() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1


def test_a_query_that_takes_too_long_answers_503(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from aggregator.web import views

    def endless(store: Store) -> None:
        with store.read() as connection:
            connection.execute(text(ENDLESS))

    monkeypatch.setattr(views, "home", endless)
    answer = TestClient(create_app(store, seconds=0.2), raise_server_exceptions=False).get("/index.json")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"


def test_a_long_query_holds_nobody_up(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from aggregator.web import views

    order = []

    def long(store: Store) -> None:
        with store.read() as connection:
            connection.execute(text(ENDLESS))

    async def ask(path: str) -> None:
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://testserver") as client:
            order.append((path, (await client.get(path)).status_code))

    async def ask_both() -> None:
        await asyncio.gather(ask("/index.json"), ask("/about.json"))

    monkeypatch.setattr(views, "home", long)
    app = create_app(store, seconds=2.0)
    with ThreadPoolExecutor(1) as another_thread:  # Playwright's loop runs on in this one
        another_thread.submit(asyncio.run, ask_both()).result()
    assert order == [("/about.json", 200), ("/index.json", 503)]


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example/x", False),
        ("https:///x", False),
        ("https://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_http_is_linked(url: str | None, links: bool) -> None:
    assert (safe_url(url) is not None) is links


def test_an_empty_store_has_all_pages(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "empty.sqlite")) as store:
        client = TestClient(create_app(store))
        for path in ("/", "/films", "/reviews", "/outlets", "/best", "/divisive", "/health", "/about", "/feed.atom"):
            assert client.get(path).status_code == 200, path
