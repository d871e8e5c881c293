"""What is remembered of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregator.crawl.answers import ARCHIVED, answer_of, asked_url
from aggregator.store.pages import PageState

if TYPE_CHECKING:
    from scrapy.http import Response


def state_of(response: Response) -> PageState:
    """What to remember of a page of posts."""
    answer = answer_of(response.request, response)
    return PageState(
        url=asked_url(response.request) if response.request else response.url,
        status=response.status,
        etag=answer.header("etag"),
        last_modified=answer.header("last-modified"),
        body_hash=answer.body_hash,
        archived=place_of(response),
        opt_out=",".join(answer.opt_outs) or None,
    )


def place_of(response: Response) -> str | None:
    """Where the archive has the response."""
    return response.request.meta.get(ARCHIVED) if response.request else None
