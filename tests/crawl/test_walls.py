"""Answers that stand in a page's place, and what pages say about being kept."""

from __future__ import annotations

import pytest

from aggregator.crawl.optouts import opt_outs
from aggregator.crawl.walls import LITTLE_TEXT, wall_of

ASKED = "https://blog.example/her/"


@pytest.mark.parametrize(
    ("status", "headers", "html", "name"),
    [
        (403, {"cf-mitigated": "challenge"}, "", "challenge"),
        (503, {}, "<title>Just a moment...</title>", "challenge"),
        (200, {}, "<title>Blog</title><script src='/.within.website/x/cmd/anubis/static/js'></script>", "challenge"),
        (200, {}, '<title>x</title><script src="/cdn-cgi/challenge-platform/h/b"></script>', "challenge"),
        (401, {}, "", "login"),
        (200, {}, "<title>Log In ‹ My Blog — WordPress</title>", "login"),
        (200, {}, "<title>Blog</title><p>This site is marked private by its owner.</p>", "login"),
        (200, {}, "<title>blog.example</title><p>This domain may be for sale.</p>", "parked"),
        (200, {}, "<title>Page not found – My Blog</title>", "soft-404"),
        (200, {}, "<title>PÁGINA NO ENCONTRADA</title>", "soft-404"),
        (200, {}, '<title>Blog</title><body class="error404 wp">', "soft-404"),
        (200, {}, "<style>.error-404 { color: red }</style><body><p>Short.", None),
        (200, {}, "<title>App</title><noscript>You need to enable JavaScript.</noscript>", "empty-shell"),
        (200, {}, '<title>App</title><div id="root"></div>', "empty-shell"),
        (200, {}, "<title>Her (2013)</title><p>Short and sweet.</p>", None),
        (500, {}, "<title>Error</title>", None),
    ],
)  # fmt: skip
def test_wall_of(status: int, headers: dict[str, str], html: str, name: str | None) -> None:
    assert wall_of(status, headers, html.encode(), asked=ASKED, got=ASKED) == name


def test_a_post_that_speaks_of_walls_is_a_post() -> None:
    html = f"<title>Just a moment, and a 404</title><form action='/wp-login.php'><p>{'word ' * LITTLE_TEXT}</p>"
    assert wall_of(200, {}, html.encode(), asked=ASKED, got=ASKED) is None


def test_a_long_head_hides_no_text() -> None:
    head = f"<head><title>The 404 of Mystery</title><style>{'.a { color: red } ' * 9_000}</style></head>"
    assert wall_of(200, {}, f"{head}<p>{'word ' * LITTLE_TEXT}</p>".encode(), asked=ASKED, got=ASKED) is None
    script = f"<script>{'word ' * LITTLE_TEXT}"
    assert wall_of(200, {}, f"{head}{script}</SCRIPT><p>Gone.".encode(), asked=ASKED, got=ASKED) == "soft-404"


def test_a_redirect_to_the_login_page() -> None:
    got = "https://blog.example/wp-login.php?redirect_to=%2Fher%2F"
    assert wall_of(200, {}, b"<title>Blog</title>", asked=ASKED, got=got) == "login"


@pytest.mark.parametrize(
    ("headers", "html", "said"),
    [
        ({}, "<meta name='robots' content='max-image-preview:large'>", ()),
        ({}, '<meta name="robots" content="NOINDEX, follow">', ("noindex",)),
        ({}, '<meta content="noarchive,noai" name="robots">', ("noai", "noarchive")),
        ({}, '<META NAME="ROBOTS" CONTENT="NOINDEX">', ("noindex",)),
        ({}, '<meta name="googlebot" content="noindex">', ()),
        ({}, '<meta name="tdm-reservation" content="1">', ("tdm-reservation",)),
        ({"x-robots-tag": ["noindex"]}, "", ("noindex",)),
        ({"x-robots-tag": ["googlebot: noindex"]}, "", ()),
        ({"x-robots-tag": ["film-review-aggregator: noindex, noarchive"]}, "", ("noindex", "noarchive")),
        ({"tdm-reservation": ["1"]}, "", ("tdm-reservation",)),
    ],
)
def test_opt_outs(headers: dict[str, list[str]], html: str, said: tuple[str, ...]) -> None:
    assert opt_outs(headers, html.encode()) == said
