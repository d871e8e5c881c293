"""Addresses in whatever an answer is written in."""

from __future__ import annotations

import pytest

from aggregator.crawl.links import MOST_DOORS, doors, links_in

POST = "https://nightjar.example/2014/01/her/"


@pytest.mark.parametrize(
    "body",
    [
        f'<a href="{POST}">Her</a>',
        f"<a class=x href = '{POST}'>Her</a>",
        f"<a href={POST}>Her</a>",
        '<a href="/2014/01/her/">Her</a>',
        '<a href="../01/her/">Her</a>',
        f"<url><loc>{POST}</loc></url>",
        f"<link><![CDATA[{POST}]]></link>",
        '{"link": "https:\\/\\/nightjar.example\\/2014\\/01\\/her\\/"}',
        '{"html": "<a href=\\"https:\\/\\/nightjar.example\\/2014\\/01\\/her\\/\\">"}',
        '{"html": "<a href=\\"\\/2014\\/01\\/her\\/\\">"}',
    ],
)
def test_each_form_is_read(body: str) -> None:
    assert list(links_in(body.encode(), "https://nightjar.example/2014/02/")) == [POST]


def test_an_address_is_given_once_and_entities_are_read() -> None:
    body = b'<a href="/?p=1&amp;x=2">one</a><a href="/?p=1&amp;x=2">one</a><a href="http://[bad">no address</a>'
    assert list(links_in(body, POST)) == ["https://nightjar.example/?p=1&x=2"]


def test_pages_below_the_front_page_where_lists_may_be() -> None:
    home = "https://nightjar.example/me/"
    lists = [f"{home}blog/", f"{home}films/index.html", f"{home}writing"]
    others = [
        home,
        f"{home}about/",
        f"{home}blog/her/",
        f"{home}style.css",
        f"{home}?s=her",
        "https://nightjar.example/blog/",
    ]
    page = "".join(f"<a href={url}>x</a>" for url in [*others, *lists, "https://elsewhere.example/me/blog/"])
    assert doors(page.encode(), home) == lists
    assert len(doors(b"".join(b"<a href=a%d>x</a>" % number for number in range(90)), home)) == MOST_DOORS
