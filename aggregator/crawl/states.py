"""What is remembered of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregator.crawl.answers import ARCHIVED, answer_of, asked_url
from aggregator.crawl.posturls import host
from aggregator.store.pages import PageState
from aggregator.store.urls import url_key

if TYPE_CHECKING:
    from scrapy.http import Response

FOR_GOOD = (301, 308)
"""Redirects that say that the page will not be at its old address again."""


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


def new_home(response: Response) -> str | None:
    """The address that a home page has for good, where that is on another host than the one that was asked for."""
    asked = asked_url(response.request) if response.request else response.url
    reasons = response.meta.get("redirect_reasons", []) if response.request else []
    is_for_good = bool(reasons) and all(reason in FOR_GOOD for reason in reasons)
    return response.url if is_for_good and host(asked) != host(response.url) else None


def place_of(response: Response) -> str | None:
    """Where the archive has the response."""
    return response.request.meta.get(ARCHIVED) if response.request else None
