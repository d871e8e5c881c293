"""How blogs fare, and how scores are made."""

from __future__ import annotations

from collections.abc import Iterator

from aggregator.scoring import POLICIES
from aggregator.store import Store, queries, read_web
from aggregator.web import bodies, models
from aggregator.web.convert import run_of
from aggregator.web.views.lists import counts
from aggregator.web.views.outlets import outlets


def health(store: Store) -> bodies.Health:
    """All outlets, and the last runs."""
    return bodies.Health(outlets=outlets(store), runs=[run_of(run) for run in queries.runs(store, limit=30)])


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


def dictionary() -> Iterator[bodies.Entry]:
    """Every field of the records, with its type and meaning."""
    for record in models.DICTIONARY:
        for name, field in record.model_fields.items():
            yield bodies.Entry(
                record=record.__name__,
                name=name,
                type=str(field.annotation).replace("aggregator.web.models.", "").replace("typing.", ""),
                meaning=field.description or "",
            )
