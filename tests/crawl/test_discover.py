"""From a home page to its sources, with a web of a few answers."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

import pytest
from scrapy.http import HtmlResponse, Response

from aggregator.crawl import discover as finding
from aggregator.crawl.discover import discover, next_batch, read_home
from aggregator.crawl.entries import Listing, Wanted

HOME = "https://blog.example/"
API = f'<{HOME}wp-json/>; rel="https://api.w.org/"'


class Web:
    """Answers by the start of their URL; remembers what was asked for."""

    def __init__(self, **answers: Any) -> None:
        self.answers = {f"{HOME}{path}": answer for path, answer in answers.items()}
        self.asked: list[str] = []

    async def ask(self, url: str, *, once: bool = False) -> Response | None:  # noqa: ARG002
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
    best = web.find(link=API, wanted=Wanted("2014-02-02T00:00:00Z"))[0]
    assert best.kind == "api" and best.entries == ()
    assert "modified_after=2014-02-01T00:00:00Z" in web.asked[0]


def test_an_api_is_asked_only_for_what_is_young_enough() -> None:
    web = Web(**{"wp-json/wp/v2/posts": "[]"})
    web.find(link=API, wanted=Wanted(published_since="2014-02-02"))
    assert "after=2014-02-02T00:00:00" in web.asked[0] and "modified_after" not in web.asked[0]


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


def test_a_feed_of_sections_does_not_hide_the_posts() -> None:
    posts = [f"articles/2017-11-1{day}-on-a-film/" for day in range(1, 5)]
    undated = "<pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate>"
    dated = "<pubDate>Fri, 17 Nov 2017 00:00:00 +0000</pubDate>"
    feed = rss("articles/", "search/").replace("</item>", f"{dated}</item>", 1)
    feed = feed.replace("search/</link></item>", f"search/</link>{undated}</item>")
    best = Web(**{"feed.xml": feed, "sitemap.xml": sitemap("search/", "articles/", *posts)}).find(FEED_LINK)[0]
    assert {entry.url for entry in best.entries} == {HOME + post for post in posts}
    assert best.oldest == "2017-11-11"


def test_the_sitemap_of_a_blog_in_a_folder() -> None:
    web = Web(**{"blog/sitemap.xml": sitemap("blog/a-b-c/"), "sitemap.xml": sitemap("shop/x-y-z/")})
    page = HtmlResponse(f"{HOME}blog/", body=b"<html></html>")
    best = asyncio.run(discover(read_home(page), web.ask))[0]
    assert (best.url, best.total) == (f"{HOME}blog/sitemap.xml", 1)


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


def tumblr_posts(start: int, count: int, total: int) -> str:
    posts = [
        {
            "url-with-slug": f"{HOME}post/{number}/film-{number}",
            "type": "regular",
            "date-gmt": f"2014-01-{28 - number:02} 08:00:00 GMT",
            "regular-title": f"Film {number}",
            "regular-body": "<p>Whole.</p>",
        }
        for number in range(start, start + count)
    ]
    reply = {"posts-start": start, "posts-total": str(total), "posts": posts}
    return f"var tumblr_api_read = {json.dumps(reply)};"


def test_tumblr_gives_its_posts_fifty_at_a_time() -> None:
    web = Web(
        **{
            "api/read/json?num=50&start=0": tumblr_posts(0, 2, 5),
            "api/read/json?num=50&start=2": tumblr_posts(2, 3, 5),
            "api/read/json?num=1&start=4": tumblr_posts(4, 1, 5),
        }
    )
    page = HtmlResponse(HOME, body=b"<html></html>", headers={"X-Tumblr-User": "nightjar"})
    best, *others = asyncio.run(discover(read_home(page), web.ask, wanted=Wanted(thorough=True)))
    assert (best.kind, best.total, best.whole, best.reaches_all, best.tells_changes) == ("api", 5, True, True, False)
    assert best.oldest == "2014-01-24T08:00:00Z" and [other.kind for other in others] == ["archive"]
    older = asyncio.run(next_batch(best, web.ask))
    assert older is not None and older.next_url is None
    assert [entry.headline for entry in older.entries] == ["Film 2", "Film 3", "Film 4"]


def blogger(*numbers: int, total: int, following: bool = False) -> str:
    entries = "".join(
        f'<entry><title>Film {n}</title><link rel="alternate" href="{HOME}2014/01/film-{n}.html"/>'
        f"<published>2014-01-{28 - n:02}T08:00:00Z</published><updated>2014-02-01T08:00:00Z</updated>"
        "<content type='html'>&lt;p&gt;Whole.&lt;/p&gt;</content></entry>"
        for n in numbers
    )
    more = f'<link rel="next" href="{HOME}feeds/posts/default?start-index=101&amp;max-results=100"/>' * following
    spaces = 'xmlns="http://www.w3.org/2005/Atom" xmlns:openSearch="http://a9.com/-/spec/opensearchrss/1.0/"'
    return f"<feed {spaces}><openSearch:totalResults>{total}</openSearch:totalResults>{more}{entries}</feed>"


BLOGGER_LINK = f'<link rel="alternate" type="application/atom+xml" href="{HOME}feeds/posts/default">'


def test_blogger_gives_a_hundred_posts_at_once_and_its_oldest() -> None:
    web = Web(
        **{
            "feeds/posts/default?max-results=100": blogger(1, 2, total=3, following=True),
            "feeds/posts/default?orderby=published&max-results=1&start-index=3": blogger(3, total=3),
        }
    )
    best = web.find(BLOGGER_LINK, wanted=Wanted(thorough=True))[0]
    assert (best.kind, best.total, best.whole, best.tells_changes) == ("feed", 3, True, True)
    assert best.oldest == "2014-01-25T08:00:00Z"


def test_blogger_is_asked_for_what_changed_last() -> None:
    web = Web(**{"feeds/posts/default?orderby=updated": blogger(2, 1, total=3, following=True)})
    best = web.find(BLOGGER_LINK, wanted=Wanted("2014-02-02T00:00:00Z"))[0]
    assert best.kind == "feed" and len(web.asked) == 1


def test_files_of_a_sitemap_that_did_not_change_are_not_read_again() -> None:
    rows = (
        "".join(
            f"<sitemap><loc>{HOME}post-sitemap{number}.xml</loc><lastmod>2014-0{number}-15T08:00:00Z</lastmod></sitemap>"
            for number in (1, 2, 3)
        )
        + f"<sitemap><loc>{HOME}category-sitemap.xml</loc></sitemap>"
    )
    files = {f"post-sitemap{number}.xml": sitemap(f"a-b-{number}/", f"c-d-{number}/") for number in (1, 2, 3)}
    web = Web(**{"sitemap.xml": f"<sitemapindex>{rows}</sitemapindex>", **files})
    (whole, *_) = web.find(only="sitemap")
    assert whole.total == 6 and whole.passed_over == {f"{HOME}category-sitemap.xml": "no-post"}
    web.asked.clear()
    (changed, *_) = web.find(only="sitemap", wanted=Wanted("2014-02-16T00:00:00Z"))
    assert {entry.url for entry in changed.entries} == {f"{HOME}{path}-{n}/" for path in ("a-b", "c-d") for n in (2, 3)}
    assert not any("sitemap1" in url for url in web.asked)


def test_what_a_sitemap_names_beside_posts_is_told() -> None:
    web = Web(
        **{"sitemap.xml": sitemap("a-b-c/", "d-e-f/", "tag/drama/").replace(f"{HOME}d-e", "https://x.example/d-e")}
    )
    assert web.find()[0].passed_over == {f"{HOME}tag/drama/": "no-post", "https://x.example/d-e-f/": "other-host"}


@pytest.mark.parametrize(("second", "best"), [(("a-b-c/",), "archive"), (("d-e-f/",), "feed"), ((), "feed")])
def test_a_feed_whose_older_part_is_the_newest_again_is_not_all(second: tuple[str, ...], best: str) -> None:
    generator = "<generator>https://wordpress.org/?v=6.2</generator>"
    web = Web(**{"feed.xml": rss("a-b-c/", more=generator), "feed.xml?paged=2": rss(*second, more=generator)})
    assert web.find(FEED_LINK)[0].kind == best
    web = Web(**{"feed.xml": rss("a-b-c/", more=generator)})
    web.find(FEED_LINK, wanted=Wanted("2014-02-02T00:00:00Z"))
    assert not any("paged" in url for url in web.asked)


def test_a_feed_by_an_older_name() -> None:
    web = Web(**{"feed.xml": rss("a-b-c/")})
    assert "feed" in {listing.kind for listing in web.find(FEED_LINK.replace("alternate", "feed"))}
    assert web.asked[0] == f"{HOME}feed.xml"


def test_feeds_of_comments_are_no_candidates() -> None:
    link = '<link rel="alternate" type="application/rss+xml" title="B » Comments Feed" href="/comments/feed/">'
    web = Web()
    web.find(link + FEED_LINK)
    assert f"{HOME}feed.xml" in web.asked and f"{HOME}comments/feed/" not in web.asked


def test_with_nothing_else_there_are_archive_pages() -> None:
    web = Web()
    assert [listing.kind for listing in web.find()] == ["archive"]
    assert len(web.asked) <= 7


def test_a_theme_that_names_its_home_page_as_the_feed() -> None:
    web = Web(**{"feeds/all.atom.xml": rss("a-b-c/")})
    link = FEED_LINK.replace("feed.xml", "")
    assert [listing.kind for listing in web.find(link)] == ["archive", "feed"]


@pytest.mark.parametrize("kind", ["api", "sitemap", "feed", "archive"])
def test_the_site_file_may_say_which(kind: str) -> None:
    web = Web(**{"wp-json/wp/v2/posts": wp_posts(1), "feed.xml": rss("a-b-c/"), "sitemap.xml": sitemap("a-b-c/")})
    assert [listing.kind for listing in web.find(FEED_LINK, link=API, only=kind)] == [kind]


def test_thorough_finds_every_kind() -> None:
    web = Web(**{"wp-json/wp/v2/posts": wp_posts(1), "feed.xml": rss("a-b-c/"), "sitemap.xml": sitemap("a-b-c/")})
    kinds = [listing.kind for listing in web.find(FEED_LINK, link=API, wanted=Wanted(thorough=True))]
    assert kinds == ["api", "sitemap", "archive", "feed"]


def test_a_ladder_of_sitemaps_ends() -> None:
    steps = {
        f"step-{n}.xml": f"<sitemapindex><sitemap><loc>{HOME}step-{n + 1}.xml</loc></sitemap></sitemapindex>"
        for n in range(30)
    }
    web = Web(**steps)
    web.find(sitemaps=[f"{HOME}step-0.xml"])
    assert [url for url in web.asked if "step" in url] == [f"{HOME}step-{n}.xml" for n in range(4)]


def test_pages_of_many_large_sitemaps_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MOST_PAGES", 250)
    nested = "".join(f"<sitemap><loc>{HOME}part-{n}.xml</loc></sitemap>" for n in range(9))
    parts = {f"part-{n}.xml": sitemap(*(f"a-film-of-{n}-{page}/" for page in range(100))) for n in range(9)}
    web = Web(**{"sitemap.xml": f"<sitemapindex>{nested}</sitemapindex>", **parts})
    (listing, _) = web.find()
    assert (listing.kind, listing.total) == ("sitemap", 250)
    assert len([url for url in web.asked if "part" in url]) == 3


def test_loops_and_floods_of_sitemaps_end() -> None:
    nested = "".join(f"<sitemap><loc>{HOME}sitemap-{number}.xml</loc></sitemap>" for number in range(500))
    web = Web(sitemap=f"<sitemapindex>{nested}</sitemapindex>")
    web.find()
    assert len(web.asked) < 50


def test_a_home_page_that_is_deep_is_read_in_bounded_time() -> None:
    body = f"<html><head>{FEED_LINK}</head><body>".encode() + b"</a>. <div>" * 100_000
    started = time.process_time()
    assert read_home(HtmlResponse(HOME, body=body)).feeds == (f"{HOME}feed.xml",)
    assert time.process_time() - started < 5.0
