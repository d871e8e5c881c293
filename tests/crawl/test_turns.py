"""A blog's pages asked for one after the other: in which order, and how that ends."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from aggregator.crawl.memory import INTERRUPTED
from crawl.test_crawl import blog_with_sitemap, busy_once, post, wordpress
from crawl.test_never_lost import slow_post

if TYPE_CHECKING:
    from crawl.conftest import Blog, Crawls

TITLES = [f"Signal {number}" for number in range(5)]
RAISING = """
from aggregator.crawl.spider import BlogSpider
take = BlogSpider.take
def raising(self, parsed, state):
    if state is not None and "signal-2" in state.url:
        raise KeyError("a fault of ours")
    return take(self, parsed, state)
BlogSpider.take = raising
"""
LARGE = 6_000_000
"""Bytes of a page, more than Scrapy takes for work enough."""


def posts_asked(blog: Blog) -> list[str]:
    return [path for path in blog.paths if path.startswith("/2014/")]


def test_what_is_to_be_tried_again_comes_last(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    first = sorted(paths)[0]
    blog.answers[first] = (408, {}, "")
    (report,) = crawls.run(blog.home)
    asked = posts_asked(blog)
    assert sorted(asked[:5]) == sorted(paths) and asked[5:] == [first, first]
    assert report["outcomes"] == {"new": 4} and report["causes"]["page/failed/http-408"] == 1


def test_a_redirect_is_followed_at_once(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    blog.answers[paths[1]] = (301, {"Location": "/moved/"}, "")
    blog.answers["/moved/"] = post(TITLES[1])
    (report,) = crawls.run(blog.home)
    assert blog.paths[blog.paths.index(paths[1]) + 1] == "/moved/" and report["outcomes"] == {"new": 5}


def test_a_home_page_that_answers_late_or_elsewhere_is_where_the_crawl_begins(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, TITLES)
    blog.answers |= {"/": (301, {"Location": "/start/"}, ""), "/start/": busy_once(blog, "/start/")}
    (report,) = crawls.run(blog.home)
    assert blog.paths.count("/start/") == 2
    assert (report["state"], report["outcomes"]) == ("good", {"new": 5})


def test_a_home_page_that_never_answers_is_named(blog: Blog, crawls: Crawls) -> None:
    blog.answers["/"] = (429, {"Retry-After": "0"}, "")
    (report,) = crawls.run(blog.home)
    assert (report["state"], report["reason"]) == ("broken", f"{blog.home}: http-429")


def test_a_page_on_which_the_crawl_fails_ends_alone(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, TITLES)
    (report,) = crawls.run(blog.home, before=RAISING)
    assert report["outcomes"] == {"new": 4}
    assert report["state"] == "broken" and "1 unforeseen errors" in report["reason"]


def test_a_large_home_page_is_no_reason_to_stop(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, TITLES)
    blog.answers["/"] += f"<!-- {'x' * LARGE} -->"
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {"new": 5}


def test_an_interrupted_crawl_stores_what_it_has_and_leaves_the_rest(blog: Blog, crawls: Crawls) -> None:
    titles = [f"Signal {number}" for number in range(40)]
    for path, title in zip(blog_with_sitemap(blog, titles), titles, strict=True):
        blog.answers[path] = slow_post(title)
    crawl = crawls.start(blog.home)
    while len(posts_asked(blog)) < 4:
        time.sleep(0.01)
    os.kill(crawl.pid, signal.SIGINT)
    crawl.finish()
    before = len(posts_asked(blog))
    assert before < 20
    assert crawls.rows("SELECT COUNT(*) FROM review") == [(before,)]
    assert crawls.rows("SELECT reason FROM run") == [(INTERRUPTED,)]
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {"new": 40 - before} and len(posts_asked(blog)) == 40


def test_whether_pages_say_more_is_learned_once(blog: Blog, crawls: Crawls) -> None:
    wordpress(blog, blog_with_sitemap(blog, TITLES), TITLES, rating_in_theme=False, at_once=2)
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {"new": 5} and len([path for path in blog.paths if "/posts?" in path]) == 3
    assert len(posts_asked(blog)) == 2
