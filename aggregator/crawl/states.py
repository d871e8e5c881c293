"""What is remembered of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregator.crawl.answers import ARCHIVED, answer_of, asked_url
from aggregator.store.pages import PageState
from aggregator.store.urls import url_key

if TYPE_CHECKING:
    from scrapy.http import Response


def state_of(response: Response) -> PageState:
    """What to remember of a page of posts."""
    answer = answer_of(response.request, response)
    asked = asked_url(response.request) if response.request else response.url
    return PageState(
        url=asked,
        status=response.status,
        etag=answer.header("etag"),
        last_modified=answer.header("last-modified"),
        body_hash=answer.body_hash,
        archived=place_of(response),
        opt_out=",".join(answer.opt_outs) or None,
        elsewhere=is_elsewhere(asked, response.url),
    )


def is_elsewhere(asked: str, got: str) -> bool:
    """Whether another page answered than the one that was asked for."""
    return asked != got and url_key(asked) != url_key(got)


def place_of(response: Response) -> str | None:
    """Where the archive has the response."""
    return response.request.meta.get(ARCHIVED) if response.request else None
