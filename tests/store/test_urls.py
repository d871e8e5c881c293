"""One page, one key."""

from __future__ import annotations

import pytest

from aggregator.store.urls import url_key

SAME = [
    ("http://blog.example/her/", "https://www.blog.example/her"),
    ("https://blog.example/her?utm_source=feed&utm_medium=rss", "https://blog.example/her"),
    ("https://blog.example/her#comments", "https://blog.example/her"),
    ("https://blog.example/her/amp/", "https://blog.example/her"),
    ("https://blog.example/her?amp=1", "https://blog.example/her"),
    ("https://amp.blog.example/her", "https://blog.example/her"),
    ("https://BLOG.example:443/her", "http://blog.example:80/her/"),
    ("https://blog.example/her/feed/", "https://blog.example/her"),
    ("https://blog.example/her/index.html", "https://blog.example/her/"),
    ("https://blog.example/?p=5&fbclid=x", "https://blog.example/?p=5"),
    ("https://blog.example/?b=2&a=1", "https://blog.example/?a=1&b=2"),
    ("https://blog.example/caf%C3%A9", "https://blog.example/café"),
    ("https://name.blogspot.com/2014/01/her.html?m=1", "https://name.blogspot.com/2014/01/her.html"),
    ("https://blog.example", "https://blog.example/"),
    ("https://blog.example/her/comment-page-2/#comments", "https://blog.example/her/"),
    ("https://blog.example/?p=5&cpage=3", "https://blog.example/?p=5"),
    ("https://name.blogspot.co.uk/2014/01/her.html", "http://name.blogspot.com/2014/01/her.html"),
    ("https://name.blogspot.de/2014/01/her.html?m=1", "http://name.blogspot.com/2014/01/her.html"),
    ("https://name.blogspot.com.au/2014/01/her.html", "http://name.blogspot.com/2014/01/her.html"),
]
DIFFERENT = [
    ("https://blog.example/?p=5", "https://blog.example/?p=6"),
    ("https://blog.example/?p=5", "https://blog.example/"),
    ("https://blog.example/her", "https://other.example/her"),
    ("http://127.0.0.1:8801/her", "http://127.0.0.1:8802/her"),
    ("https://blog.example/Her", "https://blog.example/her"),
    ("https://one.tumblr.com/post/1", "https://two.tumblr.com/post/1"),
    ("https://blog.example/page/2", "https://blog.example/page/3"),
    ("https://one.blogspot.de/her", "https://two.blogspot.com/her"),
    ("https://blog.example/comment-page-turners", "https://blog.example/"),
]
NONE = [
    "",
    "ftp://blog.example/her",
    "javascript:alert(1)",
    "her",
    "http://",
    "http://[::1",
    "https://a/" + "x" * 3_000,
    "http://a:b/",
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_forms_of_one_page(one: str, other: str) -> None:
    assert url_key(one) == url_key(other) is not None


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_pages(one: str, other: str) -> None:
    assert url_key(one) != url_key(other)


@pytest.mark.parametrize("url", NONE)
def test_no_page(url: str) -> None:
    assert url_key(url) is None
