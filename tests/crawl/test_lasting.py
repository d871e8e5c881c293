"""Posts that leave, come back or move, over several runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from crawl.test_crawl import blog_with_sitemap, post, wordpress

if TYPE_CHECKING:
    from crawl.conftest import Blog, Crawls

THERE = "SELECT url FROM review WHERE gone_at IS NULL ORDER BY url"
LOGIN = "<title>Log In</title><form action='/wp-login.php'></form>"
TITLES = ["Late Trains", "Early Trains", "Slow Trains"]
LEAVING: dict[str, tuple[Any, int]] = {
    "not found": ((404, {}, "<h1>No</h1>"), 2),
    "gone for good": ((410, {}, "<h1>No</h1>"), 1),
    "page that says so": ((200, {}, "<title>Page not found</title><p>No.</p>"), 2),
    "login": ((302, {"Location": "/wp-login.php"}, ""), 2),
    "sent to the front page": ((301, {"Location": "/"}, ""), 2),
    "sent to another review": ((301, {"Location": "/2014/01/early-trains/"}, ""), 2),
}


def unlist(blog: Blog, paths: list[str], *left: str, told: bool = False) -> None:
    """Let the sitemap name those posts that have not left; `told`: and say that each is as it was long ago."""
    days = [f"<lastmod>2014-01-{day + 10}</lastmod>" if told else "" for day in range(len(paths))]
    named = [(path, day) for path, day in zip(paths, days, strict=True) if path not in left]
    rows = [f"<url><loc>{blog.home.rstrip('/')}{path}</loc>{day}</url>" for path, day in named]
    blog.answers["/sitemap.xml"] = (200, {"Content-Type": "text/xml"}, f"<urlset>{''.join(rows)}</urlset>")


def a_day_later(crawls: Crawls) -> None:
    """What happened until now happened a day ago."""
    crawls.rows("UPDATE page SET changed_at = '2020-01-01T00:00:00Z' WHERE gone > 0")


@pytest.mark.parametrize("how", LEAVING)
def test_a_post_that_is_not_there_and_that_no_source_names_leaves(how: str, blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    blog.answers["/wp-login.php"] = LOGIN
    crawls.run(blog.home)
    (before,) = crawls.rows("SELECT id FROM review WHERE url LIKE '%late-trains%'")
    kept = blog.answers[paths[0]]
    blog.answers[paths[0]], runs = LEAVING[how]
    unlist(blog, paths, paths[0])
    (report,) = crawls.run(blog.home)
    assert report["state"] == "good" and report["outcomes"].get("gone", 0) == 2 - runs
    crawls.run(blog.home)  # the same day: the blog may be in repair
    assert len(crawls.rows(THERE)) == 1 + runs
    a_day_later(crawls)
    crawls.run(blog.home)
    assert len(crawls.rows(THERE)) == 2
    blog.answers[paths[0]] = kept
    unlist(blog, paths)
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {"edited": 1}
    assert crawls.rows("SELECT id FROM review WHERE url LIKE '%late-trains%' AND gone_at IS NULL") == [before]


def test_what_is_there_although_no_source_names_it_stays_and_is_left_alone(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    crawls.run(blog.home)
    unlist(blog, paths, paths[0])
    crawls.run(blog.home)
    assert blog.paths.count(paths[0]) == 2
    assert [reason for (reason,) in crawls.rows("SELECT reason FROM passed_over")] == ["unlisted"]
    crawls.run(blog.home)
    assert blog.paths.count(paths[0]) == 2 and len(crawls.rows(THERE)) == 3
    crawls.run(blog.home, mode="backfill")
    assert blog.paths.count(paths[0]) == 3


@pytest.mark.parametrize("is_named_first", [True, False])
def test_a_review_goes_with_its_post_to_another_address(blog: Blog, crawls: Crawls, is_named_first: bool) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    crawls.run(blog.home)
    before = crawls.rows("SELECT id FROM review ORDER BY id")
    blog.answers["/2014/02/late-trains/"] = blog.answers[paths[0]]
    if is_named_first:  # and the old address goes on answering for a while
        unlist(blog, [*paths, "/2014/02/late-trains/"])
        (report,) = crawls.run(blog.home)
        assert report["outcomes"] == {"copy": 1}
    blog.answers[paths[0]] = (301, {"Location": "/2014/02/late-trains/"}, "")
    unlist(blog, [*paths, "/2014/02/late-trains/"], paths[0])
    (report,) = crawls.run(blog.home)
    assert report["outcomes"]["moved"] == 1
    rows = crawls.rows("SELECT id, url FROM review WHERE gone_at IS NULL AND copy_of IS NULL ORDER BY id")
    assert [(id,) for id, _ in rows] == before
    assert [url for _, url in rows if "late-trains" in url] == [f"{blog.home}2014/02/late-trains/"]
    (cause, changes), *_ = crawls.rows("SELECT cause, changes FROM revision WHERE cause <> 'new' ORDER BY id")
    assert cause == "edited" and '"url"' in changes
    assert crawls.run(blog.home)[0]["outcomes"] == {}


def test_what_leads_elsewhere_is_not_asked_for_with_the_validators_of_what_was_there(
    blog: Blog, crawls: Crawls
) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    blog.answers[paths[0]] = (200, {"ETag": '"v1"'}, post("Late Trains"))
    crawls.run(blog.home)
    blog.answers[paths[0]] = (301, {"Location": "/2014/02/late-trains/"}, "")
    blog.answers["/2014/02/late-trains/"] = (200, {"ETag": '"v1"'}, post("Late Trains"))
    unlist(blog, [*paths, "/2014/02/late-trains/"], paths[0])
    crawls.run(blog.home)
    asked = [dict(headers) for path, headers in blog.asked if path == "/2014/02/late-trains/"]
    assert asked and all("If-None-Match" not in headers for headers in asked[:1])
    assert [url for (url,) in crawls.rows(THERE) if "late" in url] == [f"{blog.home}2014/02/late-trains/"]


def test_a_backfill_asks_for_what_its_source_calls_unchanged(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    unlist(blog, paths, told=True)
    crawls.run(blog.home)
    blog.answers[paths[2]] = blog.answers[paths[2]].replace("4/5", "3/5")
    (report,) = crawls.run(blog.home)
    assert (report["same"], blog.paths.count(paths[2])) == (3, 1)
    (report,) = crawls.run(blog.home, mode="backfill")
    assert report["outcomes"] == {"edited": 1} and report["same"] == 2


def test_what_was_missing_and_is_named_is_asked_for_whatever_its_source_says(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    crawls.run(blog.home)
    kept, blog.answers[paths[0]] = blog.answers[paths[0]], (410, {}, "")
    crawls.run(blog.home)
    assert len(crawls.rows(THERE)) == 2
    blog.answers[paths[0]] = kept
    unlist(blog, paths, told=True)
    crawls.run(blog.home)
    assert len(crawls.rows(THERE)) == 3


def test_once_a_week_an_api_is_asked_for_all_posts(blog: Blog, crawls: Crawls) -> None:
    titles = [f"Wagon {number}" for number in range(4)]
    paths = blog_with_sitemap(blog, titles)
    wordpress(blog, paths, titles, rating_in_theme=False)
    crawls.run(blog.home)
    blog.prefixes.clear()
    wordpress(blog, paths[1:], titles[1:], rating_in_theme=False)
    blog.answers[paths[0]] = (410, {}, "")
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {} and len(crawls.rows(THERE)) == 4
    crawls.rows("UPDATE run SET started = '2020-01-01T00:00:00Z'")
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {"gone": 1} and len(crawls.rows(THERE)) == 3
    (report,) = crawls.run(blog.home)
    assert report["requests"] == 4


def test_a_blog_whose_posts_are_all_missing_is_told_of(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, [f"Wagon {number}" for number in range(6)])
    crawls.run(blog.home)
    for path in paths:
        blog.answers[path] = (404, {}, "")
    (report,) = crawls.run(blog.home)
    assert (report["state"], report["reason"]) == ("short", "6 posts that were there are not there any more")
    assert len(crawls.rows(THERE)) == 6


def moved_to(blog: Blog, new: Blog) -> None:
    """Let the blog answer with redirects to another host alone."""
    for path in blog.answers:
        new.answers[path] = blog.answers[path]
        blog.answers[path] = (301, {"Location": new.home.rstrip("/") + path}, "")


def test_a_blog_that_moves_to_another_host_stays_one_outlet(blogs: Callable[..., Blog], crawls: Crawls) -> None:
    old, new = blogs(), blogs()
    paths = blog_with_sitemap(old, TITLES)
    crawls.run(old.home)
    name, before = f"127.0.0.1:{old.port}", crawls.rows("SELECT id FROM review ORDER BY id")
    moved_to(old, new)
    unlist(new, paths)
    crawls.rows("UPDATE review SET first_seen = '2020-01-01T00:00:00Z'")
    (report,) = crawls.run(old.home)
    assert (report["state"], report["outcomes"]["moved"], report["moved_to"]) == ("good", 3, new.home)
    assert crawls.rows("SELECT id FROM review WHERE gone_at IS NULL AND copy_of IS NULL ORDER BY id") == before
    assert all(url.startswith(new.home) for (url,) in crawls.rows(THERE))
    assert crawls.rows("SELECT name, home FROM site") == [(name, new.home)]
    assert crawls.run(old.home)[0]["moved_to"] == new.home
    (report,) = crawls.run(new.home)  # as an operator who was told may type it
    assert (report["site"], report["same"], report["moved_to"]) == (name, 3, None)
    assert crawls.rows("SELECT name FROM site") == [(name,)]


def test_a_redirect_that_no_known_post_follows_is_no_move(blogs: Callable[..., Blog], crawls: Crawls) -> None:
    old, other = blogs(), blogs()
    blog_with_sitemap(old, TITLES)
    crawls.run(old.home)
    blog_with_sitemap(other, ["Other Trains"])
    old.answers = {"/": (302, {"Location": other.home}, "")}
    (report,) = crawls.run(old.home)
    assert report["state"] == "broken" and report["reason"].endswith(f"{other.home}, where none of its posts is")
    assert "/sitemap.xml" not in other.paths and len(crawls.rows(THERE)) == 3


def test_a_review_goes_with_its_text_where_no_redirect_says_so(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    crawls.run(blog.home)
    before = crawls.rows("SELECT id FROM review ORDER BY id")
    blog.answers["/2014/02/late-trains/"] = blog.answers.pop(paths[0])
    unlist(blog, [*paths, "/2014/02/late-trains/"], paths[0])
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {"copy": 1}
    a_day_later(crawls)
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {"gone": 1}
    assert crawls.rows("SELECT id FROM review WHERE gone_at IS NULL ORDER BY id") == before
    assert f"{blog.home}2014/02/late-trains/" in [url for (url,) in crawls.rows(THERE)]


def test_a_link_to_another_blog_is_no_post_of_this_one(blogs: Callable[..., Blog], crawls: Crawls) -> None:
    blog, other = blogs(), blogs()
    (theirs,) = blog_with_sitemap(other, ["Their Trains"])
    blog.answers |= {"/our-slow-trains/": post("Our Slow Trains"), "/our-late-trains/": post("Our Late Trains")}
    links = [f"{blog.home}our-slow-trains/", f"{other.home.rstrip('/')}{theirs}", f"{blog.home}our-late-trains/"]
    rows = "".join(
        f'<article class="post"><h2 class="entry-title"><a href="{link}">One film review</a></h2>'
        "<div class='entry-summary'><p>It begins with a whistle […]</p></div></article>"
        for link in links
    )
    blog.answers["/"] = f"<html><body class='home blog'>{rows}</body></html>"
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {"new": 2} and theirs not in other.paths
