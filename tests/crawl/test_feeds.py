"""Feeds as blogs write them."""

from __future__ import annotations

import json

import pytest

from aggregator.crawl import feeds
from aggregator.crawl.feeds import is_cut_short, parse_feed

URL = "https://blog.example/feed/"


def rss(items: str, channel: str = "") -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>B</title>{channel}{items}</channel></rss>'
    ).encode()


ITEM = (
    "<item><title>Her</title><link>https://blog.example/her/#more</link><dc:creator>Ann Critic</dc:creator>"
    "<pubDate>Mon, 13 Jan 2014 08:00:00 +0000</pubDate><category>Reviews</category>{}</item>"
)


def test_rss_entry() -> None:
    feed = parse_feed(rss(ITEM.format("<content:encoded>&lt;p&gt;All of it.&lt;/p&gt;</content:encoded>")), URL)
    assert feed is not None
    (entry,) = feed.entries
    assert (entry.url, entry.headline, entry.author) == ("https://blog.example/her/", "Her", "Ann Critic")
    assert (entry.published, entry.categories, entry.content) == (
        "2014-01-13T08:00:00Z",
        ("Reviews",),
        "<p>All of it.</p>",
    )


def test_content_that_is_cut_short_is_not_whole() -> None:
    feed = parse_feed(rss(ITEM.format("<content:encoded>&lt;p&gt;It begins […]&lt;/p&gt;</content:encoded>")), URL)
    assert feed is not None and feed.entries[0].content is None


@pytest.mark.parametrize(
    ("content", "cut"),
    [
        ("<p>The end.</p>", False),
        ("<p>So it goes &#8230; and on.</p>", False),
        ("<p>So it goes &#8230;</p>", True),
        ("<p>So it goes [...]</p>\n", True),
        ('<p>So it goes <a href="/x">Continue reading</a></p>', True),
        ("<p>So it goes. <a>Read more &raquo;</a></p>", False),
    ],
)
def test_is_cut_short(content: str, cut: bool) -> None:
    assert is_cut_short(content) is cut


@pytest.mark.parametrize(
    ("channel", "url", "following"),
    [
        ("<generator>https://wordpress.org/?v=6.1</generator>", URL, f"{URL}?paged=2"),
        ("<generator>https://wordpress.org/?v=6.1</generator>", f"{URL}?paged=2", f"{URL}?paged=3"),
        ("<generator>https://wordpress.org/?v=6.1</generator>", "https://b.example/?feed=rss2", "https://b.example/?feed=rss2&paged=2"),
        ('<link xmlns="http://www.w3.org/2005/Atom" rel="next" href="?start-index=26"/>', URL, f"{URL}?start-index=26"),
        ("<generator>Hugo</generator>", URL, None),
    ],
)  # fmt: skip
def test_older_entries(channel: str, url: str, following: str | None) -> None:
    feed = parse_feed(rss(ITEM.format(""), channel), url)
    assert feed is not None and feed.next_url == following


def test_a_feed_of_comments_is_none() -> None:
    item = "<item><title>By Bob</title><link>https://blog.example/her/#comment-7</link></item>"
    assert parse_feed(rss(item * 2), URL) is None


def test_a_feed_that_is_too_long_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    item = b"<item><link>https://blog.example/her/</link></item>"
    feed = b'<rss version="2.0"><channel><title>B</title>' + item * 10 + b"</channel></rss>"
    assert parse_feed(feed, URL) is not None
    monkeypatch.setattr(feeds, "MAX_BYTES", 200)
    assert parse_feed(feed, URL) is None


@pytest.mark.parametrize("data", [b"", b"<html><body>no feed</body></html>", b"{", b"[]", b"{}", b"\x00\xff" * 50])
def test_no_feed(data: bytes) -> None:
    assert parse_feed(data, URL) is None


def test_broken_xml_gives_what_stands_before_the_break() -> None:
    feed = parse_feed(rss(ITEM.format("") + "<item><title>Open & broken<link>https://"), URL)
    assert feed is not None and feed.entries[0].url == "https://blog.example/her/"


def test_entities_are_never_expanded() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;">]>' + rss(
        ITEM.format("").replace("Her<", "Her &b;<")
    ).removeprefix(b'<?xml version="1.0"?>')
    far = bomb.replace(b"DOCTYPE r", b'DOCTYPE r SYSTEM "' + b"r" * 1_100 + b'"')  # where no pattern finds its end
    for feed in (parse_feed(bomb, URL), parse_feed(far, URL)):
        assert feed is None or all("boom" not in (entry.headline or "") for entry in feed.entries)


def test_links_of_other_schemes_are_left_out() -> None:
    feed = parse_feed(rss("<item><title>x</title><link>javascript:alert(1)</link></item>" + ITEM.format("")), URL)
    assert feed is not None and [entry.url for entry in feed.entries] == ["https://blog.example/her/"]


def test_json_feed() -> None:
    item = {"url": "/her/", "title": "Her", "content_html": "<p>All.</p>", "date_published": "2014-01-13T08:00:00Z"}
    data = {"version": "https://jsonfeed.org/version/1.1", "items": [item, {"url": 3}, "x"], "next_url": "/feed?2"}
    feed = parse_feed(json.dumps(data).encode(), URL)
    assert feed is not None and feed.next_url == "https://blog.example/feed?2"
    assert feed.entries[0].url == "https://blog.example/her/" and feed.entries[0].content == "<p>All.</p>"


@pytest.mark.parametrize("wrong", [None, 5, "x", [], [5], {}, {"name": 5}, ["x"], [None]])
def test_a_json_feed_with_values_of_other_kinds(wrong: object) -> None:
    names = ("title", "content_html", "date_published", "date_modified", "authors", "author", "tags")
    items = [{"url": "/her/"} | dict.fromkeys(names, wrong), {"url": wrong}, wrong]
    for listed, following in ((items, "/feed?2"), (wrong, wrong)):
        data = {"version": "https://jsonfeed.org/version/1", "items": listed, "next_url": following}
        feed = parse_feed(json.dumps(data).encode(), URL)
        assert feed is not None
        for entry in feed.entries:
            said = (entry.headline, entry.content, entry.published, entry.modified, entry.author)
            assert {type(one) for one in said} <= {str, type(None)}
        assert feed.next_url == "https://blog.example/feed?2" or following == wrong


def test_addresses_that_cannot_be_read_are_left_out() -> None:
    bad = "http://\u2100.example/"
    feed = parse_feed(rss(f"<item><title>x</title><link>{bad}</link></item>" + ITEM.format("")), URL)
    assert feed is not None and [entry.url for entry in feed.entries] == ["https://blog.example/her/"]
    for name in ("http://[x/", bad):
        data = {
            "version": "https://jsonfeed.org/version/1",
            "items": [{"url": name}, {"url": "/her/"}],
            "next_url": name,
        }
        feed = parse_feed(json.dumps(data).encode(), URL)
        assert feed is not None and [entry.url for entry in feed.entries] == ["https://blog.example/her/"]
        assert feed.next_url is None
