"""Which posts that have a review are asked for although no source names them: are they still there?"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from scrapy import Request

from aggregator.crawl.answers import POST, REMEMBER, asked_url
from aggregator.crawl.causes import Unchanged
from aggregator.crawl.memory import ALL_NAMED
from aggregator.crawl.plan import Plan
from aggregator.crawl.posturls import are_related, host, is_front
from aggregator.crawl.states import state_of
from aggregator.store.clock import hours_since
from aggregator.store.lasting import Standing
from aggregator.store.pages import GIVEN
from aggregator.store.passed import UNLISTED

if TYPE_CHECKING:
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from aggregator.crawl.spider import BlogSpider
    from aggregator.crawl.turns import Output

MOST = 50
"""Posts that one run of newest posts asks for so; those longest unchecked come first."""
PROBES = 2
"""Known posts that are asked for where a home page is at another host, to see whether they are there, too."""
UNLISTED_HOURS = 30 * 24
"""How long a post that is there although no source names it is left alone."""
WHOLE_HOURS = 7 * 24
"""How long runs ask only for what is new or changed; then one has all posts named again, to see which have left."""


def is_whole_look_due(last_whole: str | None) -> bool:
    """Whether it is time to have all posts of a blog named."""
    return last_whole is None or hours_since(last_whole) >= WHOLE_HOURS


class RollCall:
    """Asks for posts that have a review and that no source names."""

    def __init__(self, spider: BlogSpider) -> None:
        self._spider, self._memory = spider, spider.memory

    async def requests(self) -> AsyncIterator[Output]:
        """The requests, once the sources are read."""
        spider = self._spider
        named_all = spider.named_all and spider.plan.has_seen_any  # a blog that names nothing is no list of its posts
        if named_all:
            spider.count(ALL_NAMED)
        if spider.limit or spider.since or spider.failure:
            return
        for url in to_ask(self._memory.standing(), spider.plan, named_all=named_all):
            yield Request(url, self._read, errback=self._failed, meta={REMEMBER: POST}, dont_filter=True)

    async def strayed(self, home: str) -> str | None:
        """Why a home page that another host answers is not read: no post that is known stands there or leads there."""
        if are_related(host(home), host(self._spider.entrance)):
            return None
        standing = self._memory.standing()
        if not standing or any(host(one.url) == host(home) for one in standing):
            return None
        for one in standing[-PROBES:]:
            answer = await self._spider.ask(one.asked, is_needed=False, once=True)
            if answer is not None and host(answer.url) == host(home) and not is_front(answer.url):
                return None
        return f"{self._spider.entrance}: leads to {home}, where none of its posts is"

    def _read(self, response: Response) -> Iterator[Output]:
        """Read such a post; of one that its source had given whole only see whether it is there."""
        now = state_of(response)
        before = self._memory.state(now.url)
        is_there = not now.is_opted_out and not now.elsewhere
        if before is None or before.status != GIVEN:
            yield from self._spider.parse(response)
        elif is_there:
            self._memory.was_same(now.url)
        elif parsed := self._spider.read_response(response):
            self._memory.was_read(now, parsed, is_given=True)
        if is_there:
            self._memory.was_passed_over(now.url, UNLISTED)

    def _failed(self, failure: Failure) -> None:
        self._spider.page_failed(failure)
        if isinstance(failure.value, Unchanged):
            self._memory.was_passed_over(asked_url(failure.request), UNLISTED)  # type: ignore[attr-defined]


def to_ask(standing: Iterable[Standing], plan: Plan, *, named_all: bool) -> list[str]:
    """The URLs of those that were missing, those that may have moved, and those that a full list leaves out."""
    backfill = plan.mode == "backfill"
    absent = (one for one in standing if not plan.has_seen(one.asked) and not plan.has_seen(one.url))
    wanted = (
        one.asked for one in absent if one.missed or ((named_all or one.is_repeated) and (backfill or _is_due(one)))
    )
    return list(wanted if backfill else islice(wanted, MOST))


def _is_due(one: Standing) -> bool:
    return one.unlisted_at is None or hours_since(one.unlisted_at) >= UNLISTED_HOURS
