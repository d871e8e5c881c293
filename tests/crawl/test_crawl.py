"""Whole crawls of small blogs over HTTP on loopback."""

from __future__ import annotations

import gzip
import random
import re
import socket
import time
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

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


def test_a_sitemap_is_read_once_and_then_only_checked(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, ["Late Trains", "Early Trains"])
    (first,) = crawls.run(blog.home)
    assert (first["state"], first["outcomes"], first["quarantined"]) == ("good", {"new": 2}, 0)
    assert set(paths) <= set(blog.paths)
    stored = crawls.rows("SELECT url, film_title, row_hash, changed_at FROM review ORDER BY url")
    (second,) = crawls.run(blog.home)
    assert (second["outcomes"], second["same"], second["pages"]) == ({}, 2, 0)
    assert crawls.rows("SELECT url, film_title, row_hash, changed_at FROM review ORDER BY url") == stored


def test_validators_are_sent_although_the_server_says_no_cache(blog: Blog, crawls: Crawls) -> None:
    (path,) = blog_with_sitemap(blog, ["Late Trains"])
    headers = {"ETag": '"v1"', "Last-Modified": "Mon, 13 Jan 2014 08:00:00 GMT", "Cache-Control": "no-cache"}
    blog.answers[path] = (200, headers, post("Late Trains"))
    crawls.run(blog.home)
    blog.answers[path] = (304, headers, "")
    (again,) = crawls.run(blog.home)
    sent = [headers for asked, headers in blog.asked if asked == path][-1]
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == ('"v1"', "Mon, 13 Jan 2014 08:00:00 GMT")
    assert (again["same"], again["pages"], again["state"]) == (1, 0, "good")


def test_a_changed_post_is_read_again(blog: Blog, crawls: Crawls) -> None:
    (path,) = blog_with_sitemap(blog, ["Late Trains"])
    crawls.run(blog.home)
    blog.answers[path] = post("Late Trains").replace("4/5", "3/5")
    (again,) = crawls.run(blog.home)
    assert again["outcomes"] == {"edited": 1}
    assert crawls.rows("SELECT rating_value FROM review") == [(3.0,)]


def test_robots_are_obeyed_and_their_delay_kept(blog: Blog, crawls: Crawls) -> None:
    secret, *_ = blog_with_sitemap(blog, ["Secret Trains", "Late Trains", "Early Trains"])
    rules = f"User-agent: film-review-aggregator\nDisallow: {secret}\nCrawl-delay: 0.4\n"
    blog.answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, rules)
    (report,) = crawls.run(blog.home)
    assert secret not in blog.paths and report["causes"]["page/failed/robots"] == 1
    gaps = [later - earlier for earlier, later in zip(blog.times[1:], blog.times[2:], strict=False)]
    assert min(gaps) > 0.35


def test_robots_that_cannot_be_had_allow_nothing(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, ["Late Trains"])
    blog.answers["/robots.txt"] = (500, {}, "")
    (report,) = crawls.run(blog.home, settings={"RETRY_TIMES": 0})
    assert report["state"] == "broken" and "robots-unavailable" in report["reason"]
    assert set(blog.paths) == {"/robots.txt"}


def test_retry_after_is_kept(blog: Blog, crawls: Crawls) -> None:
    (path,) = blog_with_sitemap(blog, ["Late Trains"])
    answers = [(429, {"Retry-After": "1"}, ""), (200, {}, post("Late Trains"))]
    times: list[float] = []

    def busy_once(handler: BaseHTTPRequestHandler) -> None:
        times.append(time.monotonic())
        status, headers, body = answers[min(len(times), 2) - 1]
        handler.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body.encode())

    blog.answers[path] = busy_once
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {"new": 1} and times[1] - times[0] >= 0.95


def test_archive_pages_are_followed_to_the_last(blog: Blog, crawls: Crawls) -> None:
    for number in range(1, 4):
        following = f'<a class="next" rel="next" href="/page/{number + 1}/">Older posts</a>' if number < 3 else ""
        titles = [f"Train {number}{letter}" for letter in "ab"]
        excerpts = "".join(
            f'<article class="post"><h2 class="entry-title"><a href="/{title.lower().replace(" ", "-")}/">'
            f"{title}</a></h2><div class='entry-summary'><p>It begins with a whistle […]</p></div></article>"
            for title in titles
        )
        page = f"<html><head><title>Nightjar</title></head><body>{excerpts}<nav>{following}</nav></body></html>"
        blog.answers["/" if number == 1 else f"/page/{number}/"] = page
        for title in titles:
            blog.answers[f"/{title.lower().replace(' ', '-')}/"] = post(title)
    (report,) = crawls.run(blog.home)
    assert len([path for path in blog.paths if path.startswith("/train-")]) == 6
    assert report["causes"]["source/archive"] == 1
    assert crawls.rows("SELECT count(*) FROM review WHERE complete") == [(6,)]


def test_private_addresses_are_refused_unless_allowed(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, ["Late Trains"])
    reports = crawls.run(
        blog.home, f"http://localhost:{blog.port}/", "http://127.1/", env={"AGGREGATOR_ALLOW_PRIVATE": ""}
    )
    assert [report["state"] for report in reports] == ["broken"] * 3
    assert all("private-address" in report["reason"] for report in reports)
    assert blog.asked == []


def test_a_redirect_to_a_private_address_is_refused(blogs: Callable[[], Blog], crawls: Crawls) -> None:
    public, private = blogs(), blogs()
    (path,) = blog_with_sitemap(public, ["Late Trains"])
    public.answers[path] = (302, {"Location": private.home}, "")
    allowed = f"127.0.0.1:{public.port}"
    (report,) = crawls.run(public.home, env={"AGGREGATOR_ALLOW_PRIVATE": allowed})
    assert report["causes"]["page/failed/private-address"] == 1 and private.asked == []


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


def cut_short(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"<html>")
    handler.close_connection = True


BOMB = gzip.compress(b"<p>0</p>" * 8_000_000)


BAD_PAGES: dict[str, tuple[object, str | None]] = {
    "drip": (drip, "failed/timeout"),
    "cut short": (cut_short, "failed/cut-short"),
    "gzip bomb": ((200, {"Content-Encoding": "gzip"}, BOMB), "failed/too-large"),
    "no gzip": ((200, {"Content-Encoding": "gzip"}, b"no gzip at all"), None),
    "too large": ((200, {}, b"x" * 1_500_000), "failed/too-large"),
    "endless": ((302, {"Location": "/2014/01/endless/"}, ""), "failed/redirects"),
    "other scheme": ((302, {"Location": "file:///etc/passwd"}, ""), "failed/http-302"),
    "gone": ((404, {}, "<h1>No</h1>"), "failed/http-404"),
    "broken": ((500, {}, "<h1>No</h1>"), "failed/http-500"),
    "image": ((200, {"Content-Type": "image/png"}, b"\x89PNG\x00"), "failed/not-html"),
    "wall": ((200, {}, "<title>Just a moment...</title>"), "challenge"),
    "opted out": ((200, {}, '<meta name="robots" content="noindex">' + post("Opted Out")), "opt-out/noindex"),
    "nothing": ((200, {}, ""), None),
    "nuls": ((200, {}, b"\x00" * 50_000), None),
}


def test_pages_that_cannot_be_read_have_a_named_cause_and_harm_no_other(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, ["Late Trains", *BAD_PAGES])
    for path, (answer, _) in zip(paths[1:], BAD_PAGES.values(), strict=True):
        blog.answers[path] = answer
    limits = {"DOWNLOAD_TIMEOUT": 2, "RETRY_TIMES": 0, "DOWNLOAD_MAXSIZE": 1_000_000}
    (report,) = crawls.run(blog.home, settings=limits)
    assert (report["state"], report["outcomes"]) == ("good", {"new": 1})
    wanted = Counter(f"page/{cause}" for _, cause in BAD_PAGES.values() if cause)
    assert {cause: report["causes"].get(cause) for cause in wanted} == wanted


def test_blogs_that_cannot_be_reached_have_a_named_cause_and_harm_no_other(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, ["Late Trains"])
    with socket.create_server(("127.0.0.1", 0)) as closed:
        dead = closed.getsockname()[1]
    reports = crawls.run("http://nowhere.invalid/", f"http://127.0.0.1:{dead}/", blog.home, settings={"RETRY_TIMES": 0})
    assert [report["state"] for report in reports] == ["broken", "broken", "good"]
    assert reports[0]["reason"].endswith("dns") and reports[1]["reason"].endswith("refused-connection")


BAD_SITEMAPS = (
    "<sitemapindex><sitemap><loc>/sitemap.xml</loc></sitemap></sitemapindex>",
    "<sitemapindex>" + "<sitemap><loc>/nested.xml</loc></sitemap>" * 100 + "</sitemapindex>",
    '<!DOCTYPE u [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>',
    "<urlset><url><loc>",
)


def test_bad_sitemaps_end_in_archive_pages(blogs: Callable[[], Blog], crawls: Crawls) -> None:
    made = [blogs() for _ in BAD_SITEMAPS]
    for blog, sitemap in zip(made, BAD_SITEMAPS, strict=True):
        blog_with_sitemap(blog, ["Late Trains"])
        blog.answers["/sitemap.xml"] = (200, {"Content-Type": "text/xml"}, sitemap)
    reports = crawls.run(*[blog.home for blog in made])
    assert [report["causes"]["source/archive"] for report in reports] == [1] * len(made)
    assert max(len(blog.paths) for blog in made) < 20


def test_a_post_on_which_parsing_raises_goes_to_quarantine(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, ["Late Trains", "Early Trains"])
    broken = (
        "import aggregator.crawl.spider as spider\nparse = spider.parse_page\n"
        "spider.parse_page = lambda page, site: parse(page, site) if 'late' not in page.url else 1 / 0\n"
    )
    (report,) = crawls.run(blog.home, before=broken)
    assert report["outcomes"] == {"new": 1} and report["quarantined"] == 1
    ((url, finder, trace),) = crawls.rows("SELECT url, finder, traceback FROM quarantine")
    assert url.endswith("/late-trains/") and finder == "parse" and "ZeroDivisionError" in trace


def test_limit(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, [f"Train {n}" for n in range(5)])
    (report,) = crawls.run(blog.home, limit=2)
    assert report["outcomes"] == {"new": 2} and report["causes"]["post/passed-over/limit"] == 3
