"""How blogs fare, and how scores are made."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from aggregator.scoring import POLICIES
from aggregator.store import Store, queries, read_outlets, read_web
from aggregator.web import bodies, models
from aggregator.web.convert import outlet_of, run_of
from aggregator.web.views.lists import counts
from aggregator.web.views.moments import at_once

OUTLET_ROWS = 50
RUN_ROWS = 30

JSON_TYPES: dict[Any, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "true or false",
    NoneType: "null",
    Any: "anything",
}
"""What JSON calls a type of ours."""


@at_once
def health(store: Store) -> bodies.Health:
    """The outlets, those that need a look first, and the last runs."""
    found, states = read_outlets.by_health(store, OUTLET_ROWS)
    return bodies.Health(
        outlets=[outlet_of(site) for site in found],
        states=states,
        runs=[run_of(run) for run in queries.runs(store, limit=RUN_ROWS)],
    )


@at_once
def about(store: Store) -> bodies.About:
    """How scores are made, and what each value means."""
    in_use = read_web.policy(store)
    return bodies.About(
        counts=counts(store),
        policies=[
            bodies.Policy(
                name=policy.name,
                version=policy.version,
                in_use=policy.name == in_use,
                letters=None if policy.letters is None else dict(policy.letters),
                from_worst=policy.from_worst,
            )
            for policy in POLICIES.values()
        ],
        dictionary=list(dictionary()),
    )


@cache
def dictionary() -> tuple[bodies.Entry, ...]:
    """Every field of the records, with its type and meaning."""
    return tuple(_entries())


def _entries() -> Iterator[bodies.Entry]:
    for record in models.DICTIONARY:
        for name, field in record.model_fields.items():
            yield bodies.Entry(
                record=record.__name__,
                name=name,
                type=_in_words(field.annotation),
                meaning=field.description or "",
            )


def _in_words(annotation: Any) -> str:
    """A field's type as JSON knows it."""
    if annotation in JSON_TYPES:
        return JSON_TYPES[annotation]
    parts = get_args(annotation)
    if get_origin(annotation) is Literal:
        return " or ".join(repr(part) for part in parts)
    if get_origin(annotation) is list:
        return f"list of {_in_words(parts[0])}"
    if get_origin(annotation) is dict:
        return f"object of {_in_words(parts[1])}"
    if parts:
        return " or ".join(_in_words(part) for part in parts)
    return str(annotation.__name__)
