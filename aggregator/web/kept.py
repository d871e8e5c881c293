"""Answers that were given are given again as long as nothing was written to the database."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from aggregator.store import StoreError
from aggregator.store.watch import Watch
from aggregator.web.answers import prefers_json

MOST_BYTES = 24_000_000
"""Of all answers that are kept, as they are sent."""
LARGEST = 500_000
"""Bytes of one that is."""
OVERHEAD = 2_000
"""Bytes that an answer takes beside its body: its address and headers."""
PASSED_BY = ("/static/", "/search", "/api/v1/search")
"""Files of ours are kept by who asks; names are read anew in their own time, not with every commit."""
HIT = (b"cache-status", b"answers; hit")
"""RFC 9211."""

Key = tuple[str, bytes, bytes, bool, bool]


@dataclass(slots=True)
class Answer:
    """One whole answer, as it was sent."""

    start: Message
    body: list[bytes] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return OVERHEAD + sum(map(len, self.body))


class Kept:
    """An ASGI middleware, the outermost: what it keeps is compressed already."""

    def __init__(self, app: ASGIApp, watch: Watch, most: int = MOST_BYTES) -> None:
        self.app = app
        self._watch = watch
        self._most = most if watch.is_able else 0
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._bytes = 0
        self._moment: object = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, or pass the request on and keep what comes back."""
        is_kept = scope["type"] == "http" and scope["method"] == "GET" and not scope["path"].startswith(PASSED_BY)
        if not is_kept or not self._most or not await self._is_looked_at():
            await self.app(scope, receive, send)
            return
        moment, headers = self._moment, dict(scope["headers"])
        key = _key(scope, headers)
        if key in self._answers:
            self._answers.move_to_end(key)
            await _again(self._answers[key], headers.get(b"if-none-match", b""), send)
            return
        answer: Answer | None = None

        async def take(message: Message) -> None:
            nonlocal answer
            if message["type"] == "http.response.start":
                answer = Answer(message) if message["status"] == 200 else None
            elif answer is not None:
                answer.body.append(message.get("body", b""))
                if not message.get("more_body") and moment == self._moment:
                    self._keep(key, answer)
            await send(message)

        await self.app(scope, receive, take)

    async def _is_looked_at(self) -> bool:
        """Look whether something was written, and drop all answers if so; False where the database cannot say."""
        try:
            moment = self._watch.now() if self._watch.is_quick else await run_in_threadpool(self._watch.now)
        except StoreError:
            return False
        if moment != self._moment:
            self._answers.clear()
            self._bytes = 0
            self._moment = moment
        return True

    def _keep(self, key: Key, answer: Answer) -> None:
        if answer.size > LARGEST or key in self._answers:
            return
        self._answers[key] = answer
        self._bytes += answer.size
        while self._bytes > self._most:
            _, dropped = self._answers.popitem(last=False)
            self._bytes -= dropped.size


def _key(scope: Scope, headers: Mapping[bytes, bytes]) -> Key:
    """What an answer depends on beside the database."""
    takes_gzip = b"gzip" in headers.get(b"accept-encoding", b"")
    accepted = headers.get(b"accept", b"").decode("latin-1")
    return scope["path"], scope["query_string"], headers.get(b"host", b""), takes_gzip, prefers_json(accepted)


async def _again(answer: Answer, known: bytes, send: Send) -> None:
    """Send an answer once more, or say that the one who asks has it."""
    headers = [*answer.start["headers"], HIT]
    tag = next((value for name, value in headers if name == b"etag"), b"")
    if tag and tag.removeprefix(b"W/") in {one.strip().removeprefix(b"W/") for one in known.split(b",")}:
        headers = [(name, value) for name, value in headers if name != b"content-length"]
        await send({**answer.start, "status": 304, "headers": headers})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({**answer.start, "headers": headers})
    await send({"type": "http.response.body", "body": b"".join(answer.body)})
