"""What the middlewares and the spider ask of one answer, each found out once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import xxhash

from aggregator.crawl.optouts import opt_outs

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Headers, Response

ANSWER = "answer"
"""Request meta: the answer to it."""
REMEMBER = "remember"
"""Request meta: POST, SOURCE or whether a listing is known: its validators and body are compared with the last ones."""
POST = "post"
"""A page that is asked for because of the post on it."""
ARCHIVED = "archived"
"""Request meta: the place of the answer in the archive."""
SOURCE = "source"
"""What names posts: the home page, robots.txt, a feed, a sitemap. Where it is as it was, the archive's copy is read."""

READABLE = (b"html", b"xml", b"text/plain")
"""What the content type of a page of posts may say."""


class Answer:
    """The headers of an answer as text, the hash of its body, and what it says about being kept and read."""

    def __init__(self, headers: Headers, body: bytes) -> None:
        self._headers, self._body = headers, body

    @cached_property
    def headers(self) -> dict[str, list[str]]:
        """All values of each header, by lower-case name."""
        return {
            name.decode("latin-1").lower(): [value.decode("latin-1") for value in self._headers.getlist(name)]
            for name in self._headers
        }

    @cached_property
    def body_hash(self) -> str:
        """The hash under which the body is known again."""
        return body_hash(self._body)

    @cached_property
    def opt_outs(self) -> tuple[str, ...]:
        """The directives that concern us, in a fixed order."""
        return opt_outs(self.headers, self._body)

    def header(self, name: str) -> str | None:
        """The first value of a header, by lower-case name."""
        return next(iter(self.headers.get(name, ())), None)


def answer_to(request: Request, response: Response) -> Answer:
    """Look at a new answer: to be called by whoever sees it first; the others take `answer_of`."""
    request.meta[ANSWER] = answer = Answer(response.headers, response.body)
    return answer


def answer_of(request: Request | None, response: Response) -> Answer:
    """The answer to a request, as it was first looked at."""
    known: Answer | None = request.meta.get(ANSWER) if request else None
    return known if known is not None else Answer(response.headers, response.body)


def asked_url(request: Request) -> str:
    """The URL that was asked for first, before any redirect."""
    return str((request.meta.get("redirect_urls") or [request.url])[0])


def body_hash(body: bytes) -> str:
    """The hash under which a body is known again."""
    return xxhash.xxh3_128_hexdigest(body)
