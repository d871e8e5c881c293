"""The WordPress API, in both of its forms."""

from __future__ import annotations

import json
from typing import Any

import pytest

from aggregator.crawl import wordpress
from aggregator.crawl.entries import Entry
from aggregator.crawl.wholeposts import article_page, page_says_more, samples
from aggregator.records import Page, Parsed, Review

HOME = "https://blog.example/"
POST: dict[str, Any] = {
    "id": 5,
    "date": "2014-01-13T08:00:00",
    "date_gmt": "2014-01-13T16:00:00",
    "modified_gmt": "2014-02-01T00:00:00",
    "link": "https://blog.example/her/",
    "title": {"rendered": "Her &#8211; a <em>review</em>"},
    "content": {"rendered": "<p>All of it.</p>", "protected": False},
    "author": 3,
    "categories": [7],
}


def entry(**changes: Any) -> Entry:
    names = {"users": {3: "Ann Critic"}, "categories": {7: "Reviews"}}
    (found,) = wordpress.parse_posts(json.dumps([POST | changes]).encode(), names) or []
    return found


@pytest.mark.parametrize(
    ("header", "root"),
    [
        ('<https://blog.example/wp-json/>; rel="https://api.w.org/"', "https://blog.example/wp-json/"),
        ('</x>; rel=shortlink, <https://b.example/?rest_route=/>; rel="https://api.w.org/"', "https://b.example/?rest_route=/"),
        ('<https://blog.example/>; rel="canonical"', None),
    ],
)  # fmt: skip
def test_find_api_in_the_header(header: str, root: str | None) -> None:
    assert wordpress.find_api([header], {}, HOME) == root


def test_find_api_in_the_page() -> None:
    assert wordpress.find_api([], {wordpress.API_REL: "/wp-json/"}, HOME) == "https://blog.example/wp-json/"


@pytest.mark.parametrize(
    ("root", "url"),
    [
        ("https://b.example/wp-json/", "https://b.example/wp-json/wp/v2/users?per_page=100"),
        ("https://b.example/?rest_route=/", "https://b.example/?rest_route=/wp/v2/users&per_page=100"),
        ("https://b.example/index.php?rest_route=/", "https://b.example/?rest_route=/wp/v2/users&per_page=100"),
    ],
)
def test_route(root: str, url: str) -> None:
    assert wordpress.route(root, "wp/v2/users", per_page=100) == url


def test_pages_follow_until_the_last() -> None:
    first = wordpress.posts_url("https://b.example/wp-json/", changed_since="2014-01-01T00:00:00Z") + "&page=1"
    second = wordpress.next_page(first, b"2")
    assert second is not None and second.endswith("&page=2") and "modified_after=2014-01-01T00:00:00Z" in second
    assert wordpress.next_page(second, b"2") is None and wordpress.next_page(second, None) is None


def test_entry() -> None:
    found = entry()
    assert (found.headline, found.author, found.categories) == ("Her – a review", "Ann Critic", ("Reviews",))
    assert (found.published, found.modified) == ("2014-01-13T08:00:00-08:00", "2014-02-01T00:00:00Z")
    assert found.content == "<p>All of it.</p>"


def test_embedded_names_come_first() -> None:
    embedded = {"author": [{"name": "Bo &amp; Co"}], "wp:term": [[{"name": "Film"}], [{"name": "Drama"}]]}
    found = entry(_embedded=embedded)
    assert (found.author, found.categories) == ("Bo & Co", ("Film", "Drama"))


@pytest.mark.parametrize(
    "content",
    [{"rendered": "", "protected": True}, {"rendered": "<p>Cut [&hellip;]</p>\n"}, {"rendered": "  "}, None],
)
def test_a_post_that_is_not_whole(content: object) -> None:
    assert entry(content=content).content is None


def test_dots_of_a_widget_are_no_excerpt() -> None:
    assert entry(content={"rendered": "<p>All.</p><span>Loading...</span>"}).content is not None


@pytest.mark.parametrize("data", [b"", b"{}", b'{"code":"rest_forbidden"}', b'[{"link":"javascript:x"}]', b"[1]"])
def test_no_posts(data: bytes) -> None:
    assert wordpress.parse_posts(data) is None


def test_article_page_escapes_and_keeps() -> None:
    html = article_page(entry(title={"rendered": "&lt;b&gt; &amp; her"}))
    page = Page("https://blog.example/her/", html)
    assert "<b> & her" in (page.tree.css_first("h1").text() if page.tree.css_first("h1") else "")
    assert page.tree.css_first("time").attributes["datetime"] == "2014-01-13T08:00:00-08:00"
    assert page.tree.css_first(".entry-content p").text() == "All of it."


def test_the_first_reviews_are_compared_with_their_pages() -> None:
    review = Parsed(reviews=(Review("https://b.example/a", "b"),))
    assert samples([Parsed(), review, Parsed(), review, review, review]) == [1, 3, 4]
    assert samples([Parsed(), review]) == [1, 0]


def test_page_says_more() -> None:
    bare, told = Review("u", "b"), Review("u", "b", author="Ann")
    assert page_says_more(Parsed(), Parsed(reviews=(bare,)))
    assert page_says_more(Parsed(reviews=(bare,)), Parsed(reviews=(told,)))
    assert not page_says_more(Parsed(reviews=(told,)), Parsed(reviews=(bare,)))
    assert not page_says_more(Parsed(), Parsed())


@pytest.mark.parametrize("wrong", [None, 5, "x", [], [5], {}, {"name": 5}, ["x"], [None], [[{}]], {"wp:term": 5}])
def test_posts_with_values_of_other_kinds(wrong: object) -> None:
    names = {"users": {3: "Ann Critic"}, "categories": {7: "Reviews"}}
    embedded = [{"_embedded": {kind: wrong}} for kind in ("author", "wp:term")]
    for change in (*embedded, *({name: wrong} for name in (*POST, "_embedded") if name != "link")):
        (found,) = wordpress.parse_posts(json.dumps([POST | change]).encode(), names) or []
        said = (found.headline, found.content, found.published, found.modified, found.author, *found.categories)
        assert {type(value) for value in said} <= {str, type(None)}
    assert wordpress.parse_names(json.dumps([{"id": wrong, "name": "x"}, wrong]).encode()) in ({}, {5: "x"})


@pytest.mark.parametrize("link", ["javascript:x", "http://[x/", "/her/", "", 5])
def test_a_post_without_an_address(link: object) -> None:
    assert wordpress.parse_posts(json.dumps([POST | {"link": link}]).encode()) is None
