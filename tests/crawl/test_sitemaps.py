"""Sitemaps as platforms write them, and as nobody should."""

from __future__ import annotations

import gzip
import tracemalloc

import pytest

from aggregator.crawl import sitemaps
from aggregator.crawl.sitemaps import MAX_URLS, parse_sitemap, worth_reading

URL = "https://blog.example/sitemap.xml"


def urlset(*rows: str, tag: str = "url") -> bytes:
    body = "".join(f"<{tag}>{row}</{tag}>" for row in rows)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{body}</urlset>'.encode()


def test_pages_with_lastmod() -> None:
    sitemap = parse_sitemap(
        urlset("<loc> /a/ </loc><lastmod>2014-01-13</lastmod>", "<loc>https://x.example/b</loc>"), URL
    )
    assert sitemap is not None
    assert sitemap.pages == (("https://blog.example/a/", "2014-01-13"), ("https://x.example/b", ""))


def test_packed_and_plain() -> None:
    assert parse_sitemap(gzip.compress(urlset("<loc>/a/</loc>")), URL) == parse_sitemap(urlset("<loc>/a/</loc>"), URL)
    plain = parse_sitemap(b"https://blog.example/a/\nftp://blog.example/b\nhttps://blog.example/c", URL)
    assert plain is not None and [page for page, _ in plain.pages] == [
        "https://blog.example/a/",
        "https://blog.example/c",
    ]


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"404", b"<", b"<\0", b"<html><body>none</body></html>", b"\x1f\x8bbroken", b"<urlset>"),
        b"Sorry: <urlset><url><loc>https://blog.example/a/</loc></url></urlset>",
    ],
)
def test_no_sitemap(data: bytes) -> None:
    assert parse_sitemap(data, URL) is None


def test_what_stands_before_a_break_counts() -> None:
    sitemap = parse_sitemap(urlset("<loc>/a/</loc>").replace(b"</urlset>", b"<url><loc>/b"), URL)
    assert sitemap is not None and sitemap.pages[0][0] == "https://blog.example/a/"


def test_what_stands_after_a_break_counts_too() -> None:
    sitemap = parse_sitemap(
        urlset("<loc>/?p=1&q=2</loc>", "<loc>/b/</loc>", "<loc>/c</br>/</loc>", "<loc>/d/</loc>"), URL
    )
    assert sitemap is not None and "https://blog.example/b/" in [page for page, _ in sitemap.pages]


def test_a_million_entries_are_not_read() -> None:
    sitemap = parse_sitemap(urlset(*["<loc>/a/</loc>"] * (MAX_URLS + 1000)), URL)
    plain = parse_sitemap(b"https://blog.example/a/\n" * (MAX_URLS + 1000), URL)
    assert sitemap == plain and sitemap is not None and len(sitemap.pages) == MAX_URLS


def test_what_a_packed_one_unfolds_to_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MAX_BYTES", 1_000_000)
    bomb = gzip.compress(urlset("<loc>/a/</loc>") + b" " * 100_000_000, compresslevel=1)
    tracemalloc.start()
    sitemap = parse_sitemap(bomb, URL)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sitemap is not None and peak < 10_000_000


def test_what_is_beyond_the_longest_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MAX_BYTES", 300)
    for data in (urlset(*["<loc>https://blog.example/a/</loc>"] * 100), b"https://blog.example/a/\n" * 100):
        sitemap = parse_sitemap(data, URL)
        assert sitemap is not None and 2 < len(sitemap.pages) < 20


def test_comments_are_no_rows() -> None:
    sitemap = parse_sitemap(urlset("<!-- one --><loc>/a/</loc><?two?>"), URL)
    assert sitemap is not None and sitemap.pages == (("https://blog.example/a/", ""),)


def test_entities_are_never_expanded() -> None:
    dtd = b'<!DOCTYPE u [<!ENTITY a "https://evil.example/"><!ENTITY b "&a;&a;&a;&a;">]>'
    bomb = urlset("<loc>&b;</loc>").replace(b"<urlset", dtd + b"<urlset")
    sitemap = parse_sitemap(bomb, URL)
    assert sitemap is None or all("evil" not in page for page, _ in sitemap.pages)


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (
            "wp-sitemap-posts-post-1.xml wp-sitemap-posts-page-1.xml wp-sitemap-users-1.xml",
            "wp-sitemap-posts-post-1.xml",
        ),
        ("wp-sitemap-taxonomies-post_tag-1.xml wp-sitemap-posts-post-2.xml", "wp-sitemap-posts-post-2.xml"),
        (
            "post-sitemap.xml post-sitemap2.xml page-sitemap.xml post_tag-sitemap.xml",
            "post-sitemap.xml post-sitemap2.xml",
        ),
        ("sitemap-pages.xml sitemap-posts.xml sitemap-tags.xml", "sitemap-posts.xml"),
        ("sitemap.xml?page=1 sitemap.xml?page=2", "sitemap.xml?page=1 sitemap.xml?page=2"),
        ("sitemap-1.xml image-sitemap-1.xml", "sitemap-1.xml"),
        ("authors/ada.xml categories/western.xml galleries/rss.xml sitemap.xml", "sitemap.xml"),
    ],
)
def test_nested_sitemaps_that_hold_posts(names: str, wanted: str) -> None:
    nested = tuple((f"https://blog.example/{name}", "") for name in names.split())
    assert worth_reading(nested) == [f"https://blog.example/{name}" for name in wanted.split()]


def test_the_newest_nested_first() -> None:
    nested = (
        ("https://b.example/post-sitemap1.xml", "2010-01-01"),
        ("https://b.example/post-sitemap2.xml", "2014-01-01"),
    )
    assert worth_reading(nested)[0].endswith("2.xml")


def test_a_prefix_that_is_not_declared_breaks_nothing() -> None:
    sitemap = parse_sitemap(urlset("<loc>/a/</loc><image:image><image:loc>/a.jpg</image:loc></image:image>"), URL)
    assert sitemap is not None and sitemap.pages == (("https://blog.example/a/", ""),)


def test_addresses_that_cannot_be_read_are_left_out() -> None:
    sitemap = parse_sitemap(urlset("<loc>http://[x/</loc>", "<loc>/a/</loc>", "<loc>http://a:port/</loc>"), URL)
    plain = parse_sitemap(b"https://blog.example/a/\nhttp://[x/\nhttps://blog.example:99999/b", URL)
    assert sitemap == plain and sitemap is not None and sitemap.pages == (("https://blog.example/a/", ""),)
