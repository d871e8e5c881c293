"""From a home page to its sources, with a web of a few answers."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from scrapy.http import HtmlResponse, Response

from aggregator.crawl.discover import discover, next_batch, read_home
from aggregator.crawl.entries import Listing

HOME = "https://blog.example/"
API = f'<{HOME}wp-json/>; rel="https://api.w.org/"'


class Web:
    """Answers by the start of their URL; remembers what was asked for."""

    def __init__(self, **answers: Any) -> None:
        self.answers = {f"{HOME}{path}": answer for path, answer in answers.items()}
        self.asked: list[str] = []

    async def ask(self, url: str) -> Response | None:
        self.asked.append(url)
        starts = [start for start in self.answers if url.startswith(start)]
        if not starts:
            return None
        answer = self.answers[max(starts, key=len)]
        headers, body = answer if isinstance(answer, tuple) else ({}, answer)
        return Response(url, body=body if isinstance(body, bytes) else body.encode(), headers=headers)

    def find(self, home: str = "", *, link: str = "", **options: Any) -> list[Listing]:
        headers = {"Link": link} if link else {}
        page = HtmlResponse(HOME, body=f"<html><head>{home}</head></html>".encode(), headers=headers)
        return asyncio.run(discover(read_home(page), self.ask, **options))


def wp_posts(count: int, **more: Any) -> str:
    return json.dumps(
        [
            {
                "link": f"{HOME}{number}/",
                "date": "2014-01-13T08:00:00",
                "date_gmt": "2014-01-13T08:00:00",
                "modified_gmt": "2014-01-13T08:00:00",
                "title": {"rendered": f"Film {number}"},
                "content": {"rendered": "<p>Whole.</p>"},
                "author": 1,
                **more,
            }
            for number in range(count)
        ]
    )


def sitemap(*paths: str, lastmod: str = "") -> str:
    rows = "".join(f"<url><loc>{HOME}{path}</loc>{lastmod}</url>" for path in paths)
    return f"<urlset>{rows}</urlset>"


def rss(*paths: str, more: str = "") -> str:
    items = "".join(f"<item><title>{path}</title><link>{HOME}{path}</link></item>" for path in paths)
    return f'<rss version="2.0"><channel><title>B</title>{more}{items}</channel></rss>'


FEED_LINK = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'


def test_the_api_is_enough() -> None:
    totals = {"X-WP-Total": "120", "X-WP-TotalPages": "2"}
    web = Web(**{"wp-json/wp/v2/posts": (totals, wp_posts(3, _embedded={"author": [{"name": "Ann"}]}))})
    best, *others = web.find(link=API)
    assert (best.kind, best.total, best.whole, best.tells_changes, best.reaches_all) == ("api", 120, True, True, True)
    assert best.entries[0].author == "Ann" and [other.kind for other in others] == ["archive"]
    assert len(web.asked) == 1
    following = asyncio.run(next_batch(best, web.ask))
    assert following is not None and web.asked[-1].endswith("&page=2") and following.next_url is None


def test_an_api_without_names_is_asked_for_them() -> None:
    web = Web(**{"wp-json/wp/v2/posts": wp_posts(1), "wp-json/wp/v2/users": '[{"id": 1, "name": "Ann"}]'})
    assert web.find(link=API)[0].entries[0].author == "Ann"


def test_an_api_is_asked_only_for_what_changed() -> None:
    web = Web(**{"wp-json/wp/v2/posts": "[]"})
    best = web.find(link=API, changed_since="2014-02-02T00:00:00Z")[0]
    assert best.kind == "api" and best.entries == ()
    assert "modified_after=2014-02-01T00:00:00Z" in web.asked[0]


@pytest.mark.parametrize("answer", ["<h1>No</h1>", '{"code": "rest_disabled"}'])
def test_an_api_that_is_closed_is_passed_over(answer: str) -> None:
    web = Web(**{"wp-json/wp/v2/posts": answer, "feed.xml": rss("a-b-c/"), "sitemap.xml": sitemap("a-b-c/", "x-y-z/")})
    best = web.find(FEED_LINK, link=API)[0]
    assert (best.kind, best.total) == ("sitemap", 2)


def test_a_sitemap_is_read_with_the_feeds_eyes() -> None:
    pages = ("reviews/her.html", "reviews/up.html", "reviews/", "about.html", "tag/drama.html")
    web = Web(**{"feed.xml": rss("reviews/her.html"), "sitemap.xml": sitemap(*pages)})
    best, *others = web.find(FEED_LINK)
    assert [entry.url for entry in best.entries] == [f"{HOME}reviews/her.html", f"{HOME}reviews/up.html"]
    assert best.entries[0].headline == "reviews/her.html" and not best.tells_changes
    assert {other.kind for other in others} == {"feed", "archive"}


def test_posts_of_the_feed_that_the_sitemap_forgot_are_kept() -> None:
    web = Web(**{"feed.xml": rss("new-a-b/", "a-b-c/"), "sitemap.xml": sitemap("a-b-c/", "d-e-f/")})
    assert {entry.url for entry in web.find(FEED_LINK)[0].entries} == {
        f"{HOME}{p}/" for p in ("new-a-b", "a-b-c", "d-e-f")
    }


def test_the_day_of_the_build_is_no_change() -> None:
    web = Web(**{"sitemap.xml": sitemap("a-b-c/", "d-e-f/", lastmod="<lastmod>2026-01-01</lastmod>")})
    best = web.find()[0]
    assert not best.tells_changes and {entry.modified for entry in best.entries} == {None}


def test_the_sitemap_of_robots_comes_first() -> None:
    web = Web(**{"map-1.xml": sitemap("a-b-c/"), "sitemap.xml": sitemap("x-y-z/", "d-e-f/")})
    assert web.find(sitemaps=[f"{HOME}map-1.xml"])[0].url == f"{HOME}map-1.xml"


def test_a_whole_feed_with_paging_is_a_source_of_its_own() -> None:
    content = f'<link xmlns="http://www.w3.org/2005/Atom" rel="next" href="{HOME}feeds/posts/default?start-index=26"/>'
    web = Web(**{"feeds/posts/default": rss("2014/01/her.html", more=content)})
    best = web.find('<meta name="generator" content="blogger">')[0]
    assert (best.kind, best.reaches_all) == ("feed", True)
    assert best.next_url == f"{HOME}feeds/posts/default?start-index=26"


def test_a_feed_that_gives_every_post_whole_is_better_than_a_sitemap() -> None:
    entry = (
        f'<entry><title>Her</title><link rel="alternate" href="{HOME}2014/01/her.html"/>'
        "<content type='html'>&lt;p&gt;Whole.&lt;/p&gt;</content></entry>"
    )
    more = f'<openSearch:totalResults>1</openSearch:totalResults><link rel="next" href="{HOME}feeds/2"/>'
    spaces = 'xmlns="http://www.w3.org/2005/Atom" xmlns:openSearch="http://a9.com/-/spec/opensearchrss/1.0/"'
    web = Web(**{"feed.xml": f"<feed {spaces}>{more}{entry}</feed>", "sitemap.xml": sitemap("2014/01/her.html")})
    best = web.find(FEED_LINK)[0]
    assert (best.kind, best.total, best.whole) == ("feed", 1, True)
    assert web.asked == [f"{HOME}feed.xml"]


def test_feeds_of_comments_are_no_candidates() -> None:
    link = '<link rel="alternate" type="application/rss+xml" title="B » Comments Feed" href="/comments/feed/">'
    web = Web()
    web.find(link + FEED_LINK)
    assert f"{HOME}feed.xml" in web.asked and f"{HOME}comments/feed/" not in web.asked


def test_with_nothing_else_there_are_archive_pages() -> None:
    web = Web()
    assert [listing.kind for listing in web.find()] == ["archive"]
    assert len(web.asked) <= 6


@pytest.mark.parametrize("kind", ["api", "sitemap", "feed", "archive"])
def test_the_site_file_may_say_which(kind: str) -> None:
    web = Web(**{"wp-json/wp/v2/posts": wp_posts(1), "feed.xml": rss("a-b-c/"), "sitemap.xml": sitemap("a-b-c/")})
    assert [listing.kind for listing in web.find(FEED_LINK, link=API, only=kind)] == [kind]


def test_thorough_finds_every_kind() -> None:
    web = Web(**{"wp-json/wp/v2/posts": wp_posts(1), "feed.xml": rss("a-b-c/"), "sitemap.xml": sitemap("a-b-c/")})
    kinds = [listing.kind for listing in web.find(FEED_LINK, link=API, thorough=True)]
    assert kinds == ["api", "sitemap", "archive", "feed"]


def test_loops_and_floods_of_sitemaps_end() -> None:
    nested = "".join(f"<sitemap><loc>{HOME}sitemap-{number}.xml</loc></sitemap>" for number in range(500))
    web = Web(sitemap=f"<sitemapindex>{nested}</sitemapindex>")
    web.find()
    assert len(web.asked) < 50
