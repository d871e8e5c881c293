"""tdmrep.json: which pages a blog reserves."""

from __future__ import annotations

import time

import pytest

from aggregator.crawl.tdmrep import fits, read_reservations

URL = "https://a.example/.well-known/tdmrep.json"
ALL = b'[{"location": "/", "tdm-reservation": 1, "tdm-policy": "https://a.example/policy.json"}]'
SOME = (
    b'[{"location": "/", "tdm-reservation": 1}, {"location": "/open/", "tdm-reservation": 0},'
    b' {"location": "/open/*.pdf$", "tdm-reservation": "1"}]'
)


@pytest.mark.parametrize(
    ("location", "path", "expected"),
    [
        ("/", "/2014/a/", True),
        ("/2014/", "/2014/a/", True),
        ("/2014/", "/2015/a/", False),
        ("/*", "/2014/a/", True),
        ("*", "/", True),
        ("/*/a", "/2014/a/", True),
        ("/*/b", "/2014/a/", False),
        ("/*.html$", "/a.html", True),
        ("/*.html$", "/a.html?page=2", False),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/a*a$", "/a", False),
        ("/?p=", "/?p=5", True),
    ],
)
def test_fits(location: str, path: str, expected: bool) -> None:
    assert fits(location, path) is expected


@pytest.mark.parametrize(
    ("body", "page", "expected"),
    [
        (ALL, "https://a.example/2014/a/", True),
        (ALL, "https://b.example/2014/a/", False),
        (ALL.replace(b": 1", b": 0"), "https://a.example/2014/a/", False),
        (ALL.replace(b'"/"', b'"https://a.example/2014/"'), "https://a.example/2014/a/", True),
        (ALL.replace(b'"/"', b'"https://b.example/2014/"'), "https://a.example/2014/a/", False),
        (ALL.replace(b'"/"', b'"/kr%C3%ADtika/"'), "https://a.example/kr%c3%adtika/a/", True),
        (SOME, "https://a.example/2014/a/", True),
        (SOME, "https://a.example/open/a/", False),
        (SOME, "https://a.example/open/a.pdf", True),
        (b'[{"location": "/a", "tdm-reservation": 0}, {"location": "/a", "tdm-reservation": 1}]', URL[:18] + "a", True),
        (b'{"location": "/", "tdm-reservation": 1}', "https://a.example/", False),
        (b'["/", null, {"location": 5}, {"tdm-reservation": 1}]', "https://a.example/", False),
        (b"<!DOCTYPE html><title>Not found</title>", "https://a.example/", False),
        (b"", "https://a.example/", False),
    ],
)
def test_read_reservations(body: bytes, page: str, expected: bool) -> None:
    assert read_reservations(body, URL).covers(page) is expected


def test_a_hostile_location_takes_no_time() -> None:
    began = time.perf_counter()
    assert not fits("/" + "*a" * 900 + "b$", "/" + "a" * 2_000)
    assert time.perf_counter() - began < 0.1
