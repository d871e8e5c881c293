"""Telling posts from other URLs by their shape."""

from __future__ import annotations

import pytest

from aggregator.crawl.posturls import PostUrls, address, date_in, host, is_front, shape, spelled_as, web_address

HOME = "https://blog.example/"


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("/2013/10/09/gravity/", "Y/N/N/s"),
        ("/2011/Oct/02/drive/", "Y/N/N/s"),
        ("/essays/2018/11/11/remakes/", "Y/N/N/s"),
        ("/2012/11/2012/", "Y/N/s"),
        ("/posts/drive-2011.html", "s/s.html"),
        ("/archives/10", "s/s"),
        ("/?p=5", "?p"),
        ("/2013/", "Y"),
        ("/1917/", "Y"),
        ("/her/?utm_source=x", "s"),
        ("/", ""),
    ],
)
def test_shape(url: str, form: str) -> None:
    assert shape(HOME.rstrip("/") + url) == form


@pytest.mark.parametrize(
    ("known", "posts", "others"),
    [
        (["/her/"], ["/gravity/"], ["/about/", "/tag/her/", "/page/2/", "/2013/", "/feed/", "/logo.png"]),
        (["/2013/10/09/her/"], ["/2014/01/02/x/"], ["/2014/01/02/", "/about/", "/categories/drama/", "/posts/"]),
        (["/archives/10"], ["/archives/7"], ["/archives/author/ann", "/archives/tag/1982", "/archives/category/news"]),
        (["/posts/her.html"], ["/posts/x.html"], ["/tag/1982.html", "/category/x.html", "/index4.html"]),
        (["/?p=5"], ["/?p=6"], ["/?cat=3", "/?page_id=2", "/?author=1", "/?paged=2"]),
        (["/film%20reviews/2013/12/27/hustle/"], ["/essays/2018/11/11/x/"], ["/2018/11/", "/essays/"]),
        (["/code/2025/03/18/x.html"], ["/movie-reviews/her/", "/cine/2013-10-09-her/"], ["/code/her/", "/films/"]),
        (["/posts/her/"], ["/posts/up/"], ["/genres/drama/", "/genre/drama/"]),
    ],
)  # fmt: skip
def test_posts_by_those_that_are_known(known: list[str], posts: list[str], others: list[str]) -> None:
    base = HOME.rstrip("/")
    told = PostUrls([base + url for url in known], home=HOME)
    assert [url for url in posts + others if base + url in told] == posts
    assert HOME not in told
    assert "https://other.example" + posts[0] not in told


def test_with_nothing_known_posts_teach_their_own_shape() -> None:
    urls = [f"{HOME}{name}/" for name in ("a-man-and-his-cat", "her", "about", "two-popes-one-chair", "tag/a-b-c")]
    assert PostUrls([], home=HOME).among(urls) == [urls[0], urls[1], urls[3]]


@pytest.mark.parametrize("known", [["articles/"], ["articles/", "articles/2014-01-02-x/"]])
def test_a_section_that_a_feed_names_is_no_post(known: list[str]) -> None:
    posts = [f"{HOME}articles/2014-01-0{day}-a-post/" for day in range(1, 5)]
    told = PostUrls([HOME + url for url in known], home=HOME)
    assert told.among([f"{HOME}articles/", f"{HOME}about/", *posts]) == posts
    assert f"{HOME}articles/" not in told


def test_pages_below_a_post_do_not_make_it_a_section() -> None:
    below = [f"{HOME}her/{name}/" for name in ("poster", "still")]
    told = PostUrls([f"{HOME}her/"], home=HOME)
    assert told.among([f"{HOME}her/", f"{HOME}gravity/", *below]) == [f"{HOME}her/", f"{HOME}gravity/"]


def test_a_blog_in_a_folder_that_is_named_for_films() -> None:
    home = f"{HOME}film/"
    told = PostUrls([f"{home}reviews/her/"], home=home)
    assert f"{home}reviews/gravity/" in told and f"{home}favourites/" not in told


def test_the_site_files_pattern_decides_alone() -> None:
    told = PostUrls([f"{HOME}her/"], home=HOME, pattern=r"/reviews/")
    assert f"{HOME}reviews/x" in told and f"{HOME}her/" not in told


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("/2013/10/09/x/", "2013-10-09"),
        ("/2013/10/x/", "2013-10"),
        ("/posts/2013-10-09-x/", "2013-10-09"),
        ("/2013/13/x/", None),
        ("/posts/2013-13-09-x/", None),
        ("/x/", None),
    ],
)
def test_date_in(url: str, date: str | None) -> None:
    assert date_in(HOME.rstrip("/") + url) == date


def test_the_front_page() -> None:
    fronts = ["https://b.example", "https://b.example/", "http://b.example:80/#top"]
    others = ["https://b.example/?p=5", "https://b.example/her/", "https://b.example/index.php"]
    assert [is_front(url) for url in fronts + others] == [True] * 3 + [False] * 3


def test_the_front_page_of_a_blog_in_a_folder() -> None:
    home = "https://b.example/blog/"
    assert [is_front(url, home) for url in ("http://b.example/blog", f"{home}#top", f"{home}her/")] == [
        True,
        True,
        False,
    ]


def test_spelled_as_the_home_page() -> None:
    assert (
        spelled_as("http://blog.example/her/?x=1", "https://www.blog.example/") == "https://www.blog.example/her/?x=1"
    )
    assert spelled_as("http://other.example/her/", HOME) == "http://other.example/her/"


def test_address_and_host() -> None:
    assert address("https://www.Blog.example/a%20b/#c") == address("http://blog.example/a b")
    assert host("https://ann:pw@www.blog.example:8080/") == "blog.example:8080"


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        (" her/ ", "https://blog.example/her/"),
        ("//other.example/", "https://other.example/"),
        ("mailto:ann@blog.example", None),
        ("https://:80/her/", None),
        ("http://[x/", None),
        ("http://other.example:99999/", None),
        ("http://\u2100.example/", None),
    ],
)
def test_where_a_link_leads(link: str, leads_to: str | None) -> None:
    assert web_address(HOME, link) == leads_to
