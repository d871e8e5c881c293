"""One moment of the store for all that a view reads."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from aggregator.store import Store

Asked = ParamSpec("Asked")
Shown = TypeVar("Shown")


def at_once(view: Callable[Concatenate[Store, Asked], Shown]) -> Callable[Concatenate[Store, Asked], Shown]:
    """A view that reads over one connection, and sees the store as it was at one moment."""

    @wraps(view)
    def read(store: Store, /, *args: Asked.args, **named: Asked.kwargs) -> Shown:
        with store.at_once():
            return view(store, *args, **named)

    return read
