"""Tumblr's read API."""

from __future__ import annotations

import json
from typing import Any

import pytest

from aggregator.crawl import tumblr
from aggregator.crawl.entries import Entry

POST: dict[str, Any] = {
    "id": "5",
    "url": "https://nightjar.tumblr.com/post/5",
    "url-with-slug": "https://nightjar.tumblr.com/post/5/her-review",
    "type": "regular",
    "date-gmt": "2014-01-13 16:00:00 GMT",
    "regular-title": "Her &amp; him <em>(2013)</em>",
    "regular-body": "<p>All of it.</p>",
    "tags": ["film", "review"],
}


def reply(*posts: dict[str, Any], start: int = 0, total: Any = None) -> bytes:
    body = {"posts-start": start, "posts-total": len(posts) if total is None else total, "posts": posts}
    return f"var tumblr_api_read = {json.dumps(body)};\n".encode()


def entry(**changes: Any) -> Entry:
    found = tumblr.parse_posts(reply(POST | changes))
    assert found is not None
    return found.entries[0]


def test_a_text_post_is_given_whole() -> None:
    assert entry() == Entry(
        url="https://nightjar.tumblr.com/post/5/her-review",
        headline="Her & him (2013)",
        published="2014-01-13T16:00:00Z",
        categories=("film", "review"),
        content="<p>All of it.</p>",
    )


@pytest.mark.parametrize(
    ("changes", "headline", "content"),
    [
        ({"type": "photo", "photo-caption": "<p>Her.</p>"}, None, "<p>Her.</p>"),
        ({"type": "link", "link-text": "Her", "link-description": "<p>Go.</p>"}, "Her", "<p>Go.</p>"),
        ({"type": "quote", "quote-text": "Well.", "quote-source": "Ann"}, None, "Well.\nAnn"),
        ({"type": "video", "video-caption": ""}, None, None),
        ({"type": "hologram"}, None, None),
        ({"regular-title": None, "regular-body": None}, None, None),
    ],
)
def test_other_posts(changes: dict[str, Any], headline: str | None, content: str | None) -> None:
    found = entry(**changes)
    assert (found.headline, found.content) == (headline, content)


@pytest.mark.parametrize(
    ("start", "total", "following"), [(0, 3, 2), (0, "3", 2), (1, 3, None), (0, 2, None), (0, "many", None)]
)
def test_where_it_goes_on(start: int, total: Any, following: int | None) -> None:
    found = tumblr.parse_posts(reply(POST, POST, start=start, total=total))
    assert found is not None and found.following == following


def test_a_page_without_posts_is_the_last() -> None:
    assert tumblr.parse_posts(reply(start=50, total=90)) == ((), 90, None)


@pytest.mark.parametrize("body", [b"", b"<h1>No</h1>", b"var tumblr_api_read = {", b"[]", b'{"posts": 3}'])
def test_no_reply(body: bytes) -> None:
    assert tumblr.parse_posts(body) is None


def test_links_of_other_schemes_and_odd_values_are_left_out() -> None:
    found = tumblr.parse_posts(
        reply(POST | {"url-with-slug": "javascript:alert(1)"}, POST | {"date-gmt": 5, "tags": 3})
    )
    assert found is not None
    (only,) = found.entries
    assert (only.published, only.categories) == (None, ())


@pytest.mark.parametrize(
    ("url", "header", "told"),
    [
        ("https://nightjar.tumblr.com/", None, True),
        ("https://nightjar.example/", "nightjar", True),
        ("https://nightjar.example/", None, False),
        ("https://tumblr.com.example/", None, False),
    ],
)
def test_which_blogs_are_tumblr_s(url: str, header: str | None, told: bool) -> None:
    assert tumblr.is_tumblr(url, header) is told
