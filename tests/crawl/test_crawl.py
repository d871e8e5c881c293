"""Whole crawls of small blogs over HTTP on loopback."""

from __future__ import annotations

import gzip
import json
import random
import re
import socket
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import brotli
import pytest

from aggregator.crawl.run import project_settings

if TYPE_CHECKING:
    from crawl.conftest import Blog, Crawls


WORDS = re.findall(
    r"\w+",
    """
    train station window kitchen coat brother widow ending score camera screenplay harbour winter letter
    piano garden taxi suitcase lighthouse wedding village photograph secret storm ladder mirror forgives outstays
    lights misplaces rescues haunts interrupts remembers betrays follows paints measures abandons borrows mocks devours
    late empty crooked tender noisy pale clumsy golden stubborn silent wet foolish gentle bitter
    """,
)


def post(title: str, more: str = "") -> str:
    """A review in the manner of blogs, its words drawn from its title, so that no two are alike."""
    draw = random.Random(title).choice
    sentences = [f"The {draw(WORDS)} {draw(WORDS)} is {draw(WORDS)}, and it {draw(WORDS)} the film." for _ in range(40)]
    prose = "".join(f"<p>{' '.join(sentences[at : at + 10])}</p>" for at in range(0, 40, 10))
    return (
        f'<html lang="en"><head><title>{title} | Nightjar Cinema</title></head><body><article class="post">'
        f'<h1 class="entry-title">{title} (2013) Review</h1><span class="author">Ann Critic</span>'
        '<time class="entry-date" datetime="2014-01-13T08:00:00+00:00">January 13, 2014</time>'
        f'<div class="entry-content"><p>I saw this film twice.</p>{prose}<p>Rating: 4/5</p>{more}</div>'
        "</article></body></html>"
    )


def blog_with_sitemap(blog: Blog, titles: list[str]) -> list[str]:
    """Give the blog a home page, a sitemap, and a post for each title."""
    paths = [f"/2014/01/{title.lower().replace(' ', '-')}/" for title in titles]
    blog.answers["/"] = "<html><head><title>Nightjar Cinema</title></head><body><p>Welcome.</p></body></html>"
    rows = "".join(f"<url><loc>{blog.home.rstrip('/')}{path}</loc></url>" for path in paths)
    blog.answers["/sitemap.xml"] = (200, {"Content-Type": "text/xml"}, f"<urlset>{rows}</urlset>")
    for path, title in zip(paths, titles, strict=True):
        blog.answers[path] = post(title)
    return paths


def drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.2)
    except OSError:
        return


def two_gigabytes(handler: BaseHTTPRequestHandler) -> None:
    """They come without having been announced."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    handler.close_connection = True
    try:
        for _ in range(2_000):
            handler.wfile.write(b"<p>0</p>" * 125_000)
    except OSError:
        return


def ever_on(handler: BaseHTTPRequestHandler) -> None:
    """A redirect to where nobody has been."""
    handler.send_response(302)
    handler.send_header("Location", f"{handler.path}on/")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def cut_short(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"<html>")
    handler.close_connection = True


BOMB = gzip.compress(b"<p>0</p>" * 8_000_000, compresslevel=1)


BAD_PAGES: dict[str, tuple[object, str | None]] = {
    "drip": (drip, "failed/timeout"),
    "cut short": (cut_short, "failed/cut-short"),
    "gzip bomb": ((200, {"Content-Encoding": "gzip"}, BOMB), "failed/too-large"),
    "no gzip": ((200, {"Content-Encoding": "gzip"}, b"no gzip at all"), "failed/broken-encoding"),
    "no brotli": ((200, {"Content-Encoding": "br"}, b"no brotli at all"), "failed/broken-encoding"),
    "brotli bomb": (
        (200, {"Content-Encoding": "br"}, brotli.compress(b"0" * 64_000_000, quality=1)),
        "failed/too-large",
    ),
    "too large": ((200, {}, b"x" * 1_500_000), "failed/too-large"),
    "two gigabytes": (two_gigabytes, "failed/too-large"),
    "ever on": (ever_on, "failed/redirects"),
    "long header": ((200, {"X-Long": "x" * 100_000}, ""), "failed/broken-connection"),
    "endless": ((302, {"Location": "/2014/01/endless/"}, ""), "failed/redirects"),
    "other scheme": ((302, {"Location": "file:///etc/passwd"}, ""), "failed/http-302"),
    "gone": ((404, {}, "<h1>No</h1>"), "failed/http-404"),
    "broken": ((500, {}, "<h1>No</h1>"), "failed/http-500"),
    "image": ((200, {"Content-Type": "image/png"}, b"\x89PNG\x00"), "failed/not-html"),
    "wall": ((200, {}, "<title>Just a moment...</title>"), "challenge"),
    "opted out": ((200, {}, '<meta name="robots" content="noindex">' + post("Opted Out")), "opt-out/noindex"),
    "nothing": ((200, {}, ""), None),
    "nuls": ((200, {}, b"\x00" * 50_000), None),
    "deep": ((200, {}, "<div>" * 100_000), None),
    "no such charset": ((200, {"Content-Type": "text/html; charset=utf-99"}, "<p>Größe".encode("utf-16")), None),
}


BAD_SITEMAPS = (
    "<sitemapindex><sitemap><loc>/sitemap.xml</loc></sitemap></sitemapindex>",
    "<sitemapindex>" + "<sitemap><loc>/nested.xml</loc></sitemap>" * 100 + "</sitemapindex>",
    '<!DOCTYPE u [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>',
    "<urlset><url><loc>",
    b"\x00" * 10_000,
)
BAD_FEEDS = (
    "<rss version='2.0'><channel><title>Nightjar</title><item><link>",
    '<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item>',
    b"\x00" * 10_000,
    '<?xml version="1.0" encoding="utf-99"?><rss version="2.0"><channel><item><title>\x00ä</title></item></rss>',
    "{" * 10_000,
)
MILLION = gzip.compress(b"<urlset>" + b"<url><loc>/2014/01/flooded-trains/</loc></url>" * 1_000_000, compresslevel=1)
MOST_MEMORY = 400
"""MB that a crawl of all these may need."""
AGAIN = ("plain", "validated", "edited", "wordpress", "themed", "raising")
"""Blogs that are crawled a second time."""


VALIDATORS = {"ETag": '"v1"', "Last-Modified": "Mon, 13 Jan 2014 08:00:00 GMT", "Cache-Control": "no-cache"}
LIMITS = {"DOWNLOAD_TIMEOUT": 3, "RETRY_TIMES": 1, "DOWNLOAD_MAXSIZE": 1_000_000}
BREAK_ONE_POST = (
    "import aggregator.crawl.spider as spider\nparse = spider.parse_page\n"
    "spider.parse_page = lambda page, *a, **k: parse(page, *a, **k) if 'unreadable' not in page.url else 1 / 0\n"
)


def busy_once(blog: Blog, path: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answers 429 with a Retry-After, and then the post."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        first = blog.paths.count(path) == 1
        body = b"" if first else post("Busy Trains").encode()
        handler.send_response(429 if first else 200)
        if first:
            handler.send_header("Retry-After", "1")
        handler.send_header("Content-Type", "text/html; charset=utf-8")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def archive_of(blog: Blog, pages: int) -> None:
    """Give the blog archive pages of two excerpts each, a feed that names one post more, and no sitemap."""
    links = "".join(f"<item><link>{blog.home}{path}/</link></item>" for path in ("paged-1a", "paged-beyond"))
    blog.answers["/rss.xml"] = (
        200,
        {"Content-Type": "text/xml"},
        f"<rss version='2.0'><channel>{links}</channel></rss>",
    )
    blog.answers["/paged-beyond/"] = post("Paged Beyond")
    for number in range(1, pages + 1):
        titles = [f"Paged {number}{letter}" for letter in "ab"]
        urls = {title: f"/{title.lower().replace(' ', '-')}/" for title in titles}
        excerpts = "".join(
            f'<article class="post"><h2 class="entry-title"><a href="{url}">{title}</a></h2>'
            "<div class='entry-summary'><p>It begins with a whistle […]</p></div></article>"
            for title, url in urls.items()
        )
        older = number + 1 if number < pages else 2  # the last leads in a circle
        following = f'<a class="next" rel="next" href="/page/{older}/">Older posts</a>'
        feed = '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'
        page = f"<html><head><title>Nightjar</title>{feed}</head><body>{excerpts}<nav>{following}</nav></body></html>"
        blog.answers["/" if number == 1 else f"/page/{number}/"] = page
        blog.answers |= {url: post(title) for title, url in urls.items()}


def wordpress(blog: Blog, paths: list[str], titles: list[str], *, rating_in_theme: bool, at_once: int = 100) -> None:
    """Give the blog an API with all of its posts; its theme may be where the ratings stand."""
    blog.answers["/"] = (200, {"Link": f'<{blog.home}wp-json/>; rel="https://api.w.org/"'}, "<title>Nightjar</title>")
    rows = []
    for path, title in zip(paths, titles, strict=True):
        content = post(title).partition('<div class="entry-content">')[2].rpartition("</div>")[0]
        rows.append(
            {
                "link": blog.home.rstrip("/") + path,
                "date": "2014-01-13T08:00:00",
                "date_gmt": "2014-01-13T08:00:00",
                "modified_gmt": "2014-01-13T08:00:00",
                "title": {"rendered": f"{title} (2013) Review"},
                "content": {"rendered": content.replace("<p>Rating: 4/5</p>", "") if rating_in_theme else content},
                "_embedded": {"author": [{"name": "Ann Critic"}]},
            }
        )

    def answer(handler: BaseHTTPRequestHandler) -> None:
        page = int(parse_qs(urlsplit(handler.path).query).get("page", ["1"])[0])
        given = rows[(page - 1) * at_once : page * at_once]
        body = b"[]" if "modified_after" in handler.path else json.dumps(given).encode()
        handler.send_response(200)
        for name, value in (("Content-Type", "application/json"), ("X-WP-TotalPages", str(-(-len(rows) // at_once)))):
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    blog.prefixes["/wp-json/wp/v2/posts"] = answer


@dataclass
class Story:
    """Many blogs, crawled side by side once, and once more after one of them has changed."""

    blogs: dict[str, Blog]
    first: dict[str, dict[str, Any]]
    second: dict[str, dict[str, Any]]
    asked_first: dict[str, int]
    peak: int
    rows_first: list[tuple[Any, ...]]
    rows_second: list[tuple[Any, ...]]


ROWS = "SELECT url, film_title, rating_value, row_hash, changed_at, complete FROM review ORDER BY url"


@pytest.fixture(scope="module")
def story(blogs: Callable[..., Blog], module_crawls: Crawls) -> Story:
    """Two crawls, for all tests that only look at what came of them."""
    titles = {
        "plain": ["Late Trains", "Early Trains"],
        "validated": ["Tagged Trains"],
        "edited": ["Edited Trains"],
        "strict": ["Secret Trains", "Open Trains", "Slow Trains"],
        "closed": ["Closed Trains"],
        "busy": ["Busy Trains"],
        "luring": ["Lured Trains"],
        "flood": ["Flooded Trains"],
        "bad pages": ["Good Trains", *BAD_PAGES],
        "wordpress": [f"Wagon {number}" for number in range(8)],
        "themed": [f"Sleeper {number}" for number in range(8)],
        "moved": ["Moved Trains"],
        "raising": ["Unreadable Trains", "Readable Trains"],
        **{f"bad sitemap {number}": ["Lost Trains"] for number in range(len(BAD_SITEMAPS))},
    }
    made = {name: blogs() for name in [*titles, "paged", "fronted", "private"]}
    paths = {name: blog_with_sitemap(made[name], some) for name, some in titles.items()}
    made["validated"].answers[paths["validated"][0]] = (200, VALIDATORS, post("Tagged Trains"))
    rules = f"User-agent: film-review-aggregator\nDisallow: {paths['strict'][0]}\nCrawl-delay: 0.4\n"
    made["strict"].answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, rules)
    made["closed"].answers["/robots.txt"] = (500, {}, "")
    made["busy"].answers[paths["busy"][0]] = busy_once(made["busy"], paths["busy"][0])
    made["luring"].answers[paths["luring"][0]] = (302, {"Location": made["private"].home}, "")
    refresh = '<head><meta charset="utf-8"><META HTTP-EQUIV="Refresh" CONTENT="0; url=/now/here/"></head>'
    made["moved"].answers |= {paths["moved"][0]: refresh, "/now/here/": post("Moved Trains")}
    archive_of(made["paged"], 3)
    archive_of(made["fronted"], 1)
    made["fronted"].answers["/blog/index.html"] = made["fronted"].answers["/"].replace("Paged", "Fronted")
    made["fronted"].answers["/"] = "<title>Nightjar</title><a href=/blog/index.html>Blog</a><a href=/about/>Me</a>"
    unrendered = "User-agent: *\nDisallow:\n\nSitemap: {{ site.url }}/sitemap.xml\nSitemap: http://[\n"
    made["paged"].answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, unrendered)
    for name in ("wordpress", "themed"):
        wordpress(made[name], paths[name], titles[name], rating_in_theme=name == "themed")
    for path, (answer, _) in zip(paths["bad pages"][1:], BAD_PAGES.values(), strict=True):
        made["bad pages"].answers[path] = answer
    made["bad pages"].prefixes["/2014/01/ever-on/"] = ever_on
    for number, (sitemap, feed) in enumerate(zip(BAD_SITEMAPS, BAD_FEEDS, strict=True)):
        made[f"bad sitemap {number}"].answers["/sitemap.xml"] = (200, {"Content-Type": "text/xml"}, sitemap)
        made[f"bad sitemap {number}"].answers["/feed/"] = (200, {"Content-Type": "text/xml"}, feed)
    made["flood"].answers["/sitemap.xml"] = (200, {"Content-Type": "application/gzip"}, MILLION)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        dead = listening.getsockname()[1]
    homes = {name: blog.home for name, blog in made.items() if name != "private"}
    homes |= {"nowhere": "http://nowhere.invalid/", "dead": f"http://127.0.0.1:{dead}/"}
    allowed = ",".join(f"127.0.0.1:{blog.port}" for name, blog in made.items() if name != "private")
    options: dict[str, Any] = {"settings": LIMITS, "env": {"AGGREGATOR_ALLOW_PRIVATE": f"{allowed},127.0.0.1:{dead}"}}

    first = module_crawls.run(*homes.values(), before=BREAK_ONE_POST, **options)
    peak = module_crawls.peak
    asked_first = {name: len(blog.asked) for name, blog in made.items()}
    rows_first = module_crawls.rows(ROWS)
    made["validated"].answers[paths["validated"][0]] = (304, VALIDATORS, "")
    made["edited"].answers[paths["edited"][0]] = post("Edited Trains").replace("4/5", "3/5")
    second = module_crawls.run(*(homes[name] for name in AGAIN), **options)
    return Story(
        made,
        dict(zip(homes, first, strict=True)),
        dict(zip(AGAIN, second, strict=True)),
        asked_first,
        peak,
        rows_first,
        module_crawls.rows(ROWS),
    )


def test_a_sitemap_is_read_once_and_then_only_checked(story: Story) -> None:
    first, second = story.first["plain"], story.second["plain"]
    assert (first["state"], first["outcomes"], first["quarantined"]) == ("good", {"new": 2}, 0)
    assert (second["state"], second["outcomes"], second["same"], second["pages"]) == ("good", {}, 2, 0)


def test_only_what_changed_is_written(story: Story) -> None:
    changed = {new[0].split("/")[-2] for new in set(story.rows_second) - set(story.rows_first)}
    assert changed == {"edited-trains", "unreadable-trains"}
    assert story.second["edited"]["outcomes"] == {"edited": 1}
    (rating,) = [row[2] for row in story.rows_second if "edited" in row[0]]
    assert rating == 3


def test_validators_are_sent_although_the_server_says_no_cache(story: Story) -> None:
    path, sent = story.blogs["validated"].asked[-1]
    assert path.endswith("/tagged-trains/")
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == (VALIDATORS["ETag"], VALIDATORS["Last-Modified"])
    assert (story.second["validated"]["same"], story.second["validated"]["pages"]) == (1, 0)


def test_robots_are_obeyed_and_their_delay_kept(story: Story) -> None:
    blog = story.blogs["strict"]
    assert not [path for path in blog.paths if "secret" in path]
    assert story.first["strict"]["causes"]["page/failed/robots"] == 1
    times = blog.times[1 : story.asked_first["strict"]]  # the first request is for robots.txt itself
    assert min(later - earlier for earlier, later in pairwise(times)) > 0.35


def test_robots_that_cannot_be_had_allow_nothing(story: Story) -> None:
    assert story.first["closed"]["state"] == "broken"
    assert "robots-unavailable" in story.first["closed"]["reason"]
    assert set(story.blogs["closed"].paths) == {"/robots.txt"}


def test_retry_after_is_kept(story: Story) -> None:
    blog = story.blogs["busy"]
    busy, later, *_ = [time for time, path in zip(blog.times, blog.paths, strict=True) if "busy" in path]
    assert later - busy >= 0.95 and story.first["busy"]["outcomes"] == {"new": 1}


def test_an_api_that_gives_all_saves_the_pages(story: Story) -> None:
    blog, first, second = story.blogs["wordpress"], story.first["wordpress"], story.second["wordpress"]
    assert first["outcomes"] == {"new": 8} and first["causes"]["source/whole"] == 1
    assert first["requests"] <= 0.25 * 8 + 8
    assert len([path for path in blog.paths if path.startswith("/2014/")]) == 3
    assert (second["state"], second["requests"], second["pages"]) == ("good", 4, 0)


def test_where_the_theme_says_more_its_pages_are_read(story: Story) -> None:
    first = story.first["themed"]
    assert first["outcomes"] == {"new": 8} and first["causes"]["source/page-says-more"] == 1
    assert {row[2] for row in story.rows_first if "/sleeper-" in row[0]} == {4}
    assert story.second["themed"]["requests"] == 4


def test_archive_pages_are_followed_to_the_last(story: Story) -> None:
    assert story.first["paged"]["causes"]["source/archive"] == 1
    assert {"/page/2/", "/page/3/", "/paged-3b/"} <= set(story.blogs["paged"].paths)
    assert story.blogs["paged"].paths.count("/page/2/") == 1
    home = story.blogs["paged"].home
    whole = [row for row in story.rows_first if row[0].startswith(f"{home}paged-") and row[-1]]
    assert len(whole) == 7


def test_a_front_page_without_posts_leads_to_the_list_of_them(story: Story) -> None:
    paths = story.blogs["fronted"].paths
    assert {"/blog/index.html", "/paged-1a/", "/paged-1b/"} <= set(paths) and "/about/" not in paths


def test_a_feed_names_what_the_archive_pages_do_not(story: Story) -> None:
    paths = story.blogs["paged"].paths
    assert [paths.count(path) for path in ("/paged-1a/", "/paged-beyond/")] == [1, 1]


def test_a_page_that_sends_on_is_followed(story: Story) -> None:
    assert story.first["moved"]["outcomes"] == {"new": 1}
    assert [row[0].endswith("/now/here/") for row in story.rows_first if "/now/" in row[0]] == [True]


def test_a_redirect_to_a_private_address_is_refused(story: Story) -> None:
    assert story.first["luring"]["causes"]["page/failed/private-address"] == 1
    assert story.blogs["private"].asked == []


def test_pages_that_cannot_be_read_have_a_named_cause_and_harm_no_other(story: Story, module_crawls: Crawls) -> None:
    report = story.first["bad pages"]
    assert (report["state"], report["outcomes"]) == ("short", {"new": 1})
    assert re.fullmatch(r"\d+ of \d+ pages could not be read: too-large 4, .*", report["reason"])
    wanted = Counter(f"page/{cause}" for _, cause in BAD_PAGES.values() if cause)
    assert {cause: report["causes"].get(cause) for cause in wanted} == wanted
    kept = dict(module_crawls.rows("SELECT url, reason FROM passed_over WHERE reason NOT IN ('no-post', 'other-host')"))
    causes = Counter(cause.rpartition("/")[2] for _, cause in BAD_PAGES.values() if cause)
    mine = Counter(reason for url, reason in kept.items() if url.startswith(story.blogs["bad pages"].home))
    assert mine == causes


def test_redirects_are_followed_eight_times(story: Story) -> None:
    paths = story.blogs["bad pages"].paths
    assert paths.count("/2014/01/endless/") == 9
    assert len([path for path in paths if path.startswith("/2014/01/ever-on/")]) == 9


def test_floods_and_bombs_take_little_memory(story: Story) -> None:
    assert story.first["flood"]["outcomes"] == {"new": 1}
    assert story.peak < MOST_MEMORY


def test_blogs_that_cannot_be_reached_have_a_named_cause(story: Story) -> None:
    assert [story.first[name]["state"] for name in ("nowhere", "dead")] == ["broken", "broken"]
    assert story.first["nowhere"]["reason"].endswith("dns")
    assert story.first["dead"]["reason"].endswith("refused-connection")


@pytest.mark.parametrize("number", range(len(BAD_SITEMAPS)))
def test_bad_sitemaps_end_in_archive_pages(story: Story, number: int) -> None:
    name = f"bad sitemap {number}"
    assert story.first[name]["causes"]["source/archive"] == 1
    assert story.asked_first[name] < 20


def test_a_post_on_which_parsing_raises_goes_to_quarantine_until_it_is_read(
    story: Story, module_crawls: Crawls
) -> None:
    assert story.first["raising"]["outcomes"] == {"new": 1} and story.first["raising"]["quarantined"] == 1
    assert story.second["raising"]["outcomes"] == {"new": 1} and story.second["raising"]["quarantined"] == 0
    assert module_crawls.rows("SELECT * FROM quarantine") == []


def test_opt_outs_are_recorded_with_their_date(blog: Blog, crawls: Crawls) -> None:
    kept, withdrawn = blog_with_sitemap(blog, ["Kept Trains", "Withdrawn Trains"])
    crawls.run(blog.home)
    assert crawls.rows("SELECT count(*) FROM review WHERE gone_at IS NULL") == [(2,)]
    blog.answers[withdrawn] = (200, {"X-Robots-Tag": "noindex"}, blog.answers[withdrawn])
    crawls.run(blog.home)
    said = crawls.rows("SELECT url, opt_out, changed_at >= first_seen FROM page WHERE opt_out IS NOT NULL")
    assert said == [(blog.home.rstrip("/") + withdrawn, "noindex", 1)]
    assert [kept in url for (url,) in crawls.rows("SELECT url FROM review WHERE gone_at IS NULL")] == [True]


RESERVED = {"Content-Type": "application/json"}


def test_what_a_tdmrep_file_reserves_is_not_asked_for_and_leaves(blog: Blog, crawls: Crawls) -> None:
    kept, reserved = blog_with_sitemap(blog, ["Kept Trains", "Reserved Trains"])
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {"new": 2} and blog.paths.count("/.well-known/tdmrep.json") == 1
    rule = {"location": "/2014/*/reserved", "tdm-reservation": 1}
    blog.answers["/.well-known/tdmrep.json"] = (200, RESERVED, json.dumps([{"location": "/*"}, rule]))
    asked = blog.paths.count(reserved)
    (report,) = crawls.run(blog.home, mode="backfill")
    assert blog.paths.count(reserved) == asked and report["causes"]["page/opt-out/tdm-reservation"] == 1
    said = crawls.rows("SELECT url, opt_out, archived, changed_at >= first_seen FROM page WHERE opt_out IS NOT NULL")
    assert said == [(blog.home.rstrip("/") + reserved, "tdm-reservation", None, 1)]
    assert [kept in url for (url,) in crawls.rows("SELECT url FROM review WHERE gone_at IS NULL")] == [True]
    assert crawls.rows("SELECT url, at > '2' FROM passed_over WHERE reason = 'tdm-reservation'") == [(said[0][0], 1)]
    del blog.answers["/.well-known/tdmrep.json"]
    crawls.run(blog.home)
    assert crawls.rows("SELECT count(*) FROM review WHERE gone_at IS NULL") == [(2,)]


def test_a_blog_that_reserves_all_is_not_read(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, ["Reserved Trains"])
    blog.answers["/.well-known/tdmrep.json"] = (200, RESERVED, '[{"location": "/", "tdm-reservation": 1}]')
    (report,) = crawls.run(blog.home)
    assert (report["state"], report["reason"]) == ("broken", f"{blog.home}: tdm-reservation")
    assert "/sitemap.xml" not in blog.paths and crawls.rows("SELECT * FROM review") == []


def with_validators(blog: Blog, path: str, kind: str = "text/html") -> Callable[[], int]:
    """Answer a path with a validator, and with 304 to whoever sends it; gives how often that was."""
    answer = blog.answers[path]
    body = (answer[2] if isinstance(answer, tuple) else answer).encode()
    tag, spared = f'"{hash(body)}"', []

    def send(handler: BaseHTTPRequestHandler) -> None:
        is_known = handler.headers.get("If-None-Match") == tag
        spared.extend([path] * is_known)
        handler.send_response(304 if is_known else 200)
        for name, value in (("ETag", tag), ("Content-Type", kind), ("Content-Length", 0 if is_known else len(body))):
            handler.send_header(name, str(value))
        handler.end_headers()
        handler.wfile.write(b"" if is_known else body)

    blog.answers[path] = send
    return lambda: len(spared)


def test_home_robots_and_sitemap_are_asked_for_with_validators_and_read_as_they_were(
    blog: Blog, crawls: Crawls
) -> None:
    paths = blog_with_sitemap(blog, ["First Trains", "Second Trains"])
    blog.answers["/robots.txt"] = f"User-agent: *\nDisallow: {paths[1]}\nSitemap: {blog.home}sitemap.xml\n"
    blog.answers["/"] = blog.answers["/"].replace("<p>", f'<p><a href="{paths[0]}">One</a>')
    kinds = {"/": "text/html; charset=utf-8", "/sitemap.xml": "application/xml", "/robots.txt": "text/plain"}
    spared = [with_validators(blog, path, kind) for path, kind in kinds.items()]
    crawls.run(blog.home)
    assert [count() for count in spared] == [0, 0, 0]
    (report,) = crawls.run(blog.home)
    assert [count() for count in spared] == [1, 1, 1] and report["causes"]["source/same"] == 3
    assert (report["same"], report["pages"], report["causes"]["source/sitemap"]) == (1, 0, 1)
    assert paths[1] not in blog.paths
    assert crawls.rows("SELECT count(*) FROM page WHERE is_source") == [(3,)]
    blog_with_sitemap(blog, ["First Trains", "Third Trains"])
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {"new": 1}


def test_an_opt_out_in_the_headers_of_a_304_is_heard(blog: Blog, crawls: Crawls) -> None:
    (path,) = blog_with_sitemap(blog, ["Withdrawn Trains"])
    page = (200, {"ETag": '"v1"'}, blog.answers[path])
    blog.answers[path] = page
    crawls.run(blog.home)
    blog.answers[path] = (304, {"ETag": '"v1"', "X-Robots-Tag": "noindex"}, "")
    (report,) = crawls.run(blog.home)
    assert (report["same"], report["causes"]["page/opt-out/noindex"]) == (1, 1)
    assert crawls.rows("SELECT opt_out FROM page WHERE opt_out IS NOT NULL") == [("noindex",)]
    assert crawls.rows("SELECT count(*) FROM review WHERE gone_at IS NULL") == [(0,)]
    blog.answers[path] = page
    crawls.run(blog.home)  # without validators: what it says now is to be seen
    assert "If-None-Match" not in blog.asked[-1][1]
    assert crawls.rows("SELECT count(*) FROM review WHERE gone_at IS NULL") == [(1,)]


def test_every_url_passed_over_keeps_its_reason(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, ["Kept Trains", "Gone Trains", "Later Trains", "Barred Trains"])
    rows = "".join(f"<url><loc>{blog.home.rstrip('/')}{path}</loc></url>" for path in ("/tag/trains/", *paths))
    blog.answers["/sitemap.xml"] = f"<urlset>{rows}<url><loc>https://other.example/her-review-x/</loc></url></urlset>"
    blog.answers[paths[1]] = (404, {}, "")
    blog.answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, f"User-agent: *\nDisallow: {paths[3]}\n")
    reasons = "SELECT reason, url FROM passed_over ORDER BY reason, url"
    crawls.run(blog.home, limit=2)
    root = blog.home.rstrip("/")
    others = [("no-post", f"{root}/tag/trains/"), ("other-host", "https://other.example/her-review-x/")]
    assert crawls.rows(reasons) == [
        ("http-404", root + paths[1]), ("limit", root + paths[3]), ("limit", root + paths[2]), *others,
    ]  # fmt: skip
    blog.answers[paths[1]] = post("Gone Trains")
    crawls.run(blog.home)
    assert crawls.rows(reasons) == [*others, ("robots", root + paths[3])]
    first = crawls.rows("SELECT * FROM passed_over ORDER BY url")
    crawls.run(blog.home)
    assert crawls.rows("SELECT * FROM passed_over ORDER BY url") == first  # the same reason is no news


def test_limit_and_quarantine(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, [f"Unreadable {n}" for n in range(2)] + [f"Train {n}" for n in range(3)])
    (report,) = crawls.run(blog.home, limit=4, before=BREAK_ONE_POST)
    assert report["outcomes"] == {"new": 2} and report["causes"]["post/passed-over/limit"] == 1
    traces = crawls.rows("SELECT finder, traceback FROM quarantine")
    assert len(traces) == 2 and all(finder == "parse" and "ZeroDivisionError" in text for finder, text in traces)


def test_two_gigabytes_are_given_up_without_a_setting_of_the_test(blog: Blog, crawls: Crawls) -> None:
    (path,) = blog_with_sitemap(blog, ["Endless Trains"])
    blog.answers[path] = two_gigabytes
    (report,) = crawls.run(blog.home)
    assert report["causes"]["page/failed/too-large"] == 1
    assert crawls.peak < MOST_MEMORY
    assert 0 < project_settings().getfloat("DOWNLOAD_TIMEOUT") <= 60  # seconds for the whole of a page


def test_a_blog_that_lost_its_posts_is_quiet(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, ["Late Trains", "Early Trains"])
    crawls.run(blog.home)
    del blog.answers["/sitemap.xml"]
    (report,) = crawls.run(blog.home)
    assert (report["state"], report["reason"]) == ("quiet", "no review, where a run used to read 2")


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_nuls_in_what_a_source_says_end_no_run(
    kind: str, blog: Blog, crawls: Crawls, request: pytest.FixtureRequest
) -> None:
    (late,) = blog_with_sitemap(blog, ["Late Trains"])
    del blog.answers["/sitemap.xml"]
    node = (
        '{"@context": "https://schema.org", "@type": "Review", "author": {"@type": "Person", "name": "A\\u0000nn %s"}}'
    )
    blocks = "".join(f'<script type="application/ld+json">{node % half}</script>' for half in ("Critic", "\\ud800"))
    blog.answers[late] = post("Late Trains").replace("</body>", f"{blocks}</body>")
    blog.answers["/2014/01/torn-trains/"] = (200, {"ETag": '"a\0b"'}, post("Torn Trains"))
    if kind == "postgresql":
        crawls.database = request.getfixturevalue("postgres")
    blog.answers["/"] = '<link rel="alternate" type="application/feed+json" href="/feed.json"><p>Welcome.</p>'
    content = post("Null Trains").partition('<div class="entry-content">')[2]
    blog.answers["/2014/01/null-trains/"] = post("Null Trains")
    items = [
        {"url": f"{blog.home}2014/01/late-trains/"},
        {"url": f"{blog.home}2014/01/nul\0-trains/", "title": "Nu\0l Trains"},
        {"url": f"{blog.home}2014/01/torn-trains/"},
        {"url": f"{blog.home}2014/01/null-trains/", "title": "Null\0 Trains (2013) Review", "content_html": content}
        | {"authors": [{"name": "A\0nn"}], "tags": ["\0"], "date_published": "2014-01-13\0"},
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Nightjar", "items": items}
    blog.answers["/feed.json"] = (200, {"Content-Type": "application/feed+json"}, json.dumps(feed))
    (report,) = crawls.run(blog.home)
    assert (report["state"], report["quarantined"]) == ("good", 0)
    assert report["outcomes"] == {"new": 2} and report["causes"].get("page/failed/http-404") == 1
    assert report["causes"].get("page/failed/broken-connection") == 1  # a header with a NUL is none


def test_private_addresses_are_refused_unless_allowed(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, ["Late Trains"])
    targets = (blog.home, f"http://localhost:{blog.port}/", "http://127.1/")
    reports = crawls.run(*targets, env={"AGGREGATOR_ALLOW_PRIVATE": ""})
    assert [report["state"] for report in reports] == ["broken"] * 3
    assert all("private-address" in report["reason"] for report in reports)
    assert blog.asked == []
