"""Addresses in whatever an answer is written in."""

from __future__ import annotations

import pytest

from aggregator.crawl.links import links_in

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
