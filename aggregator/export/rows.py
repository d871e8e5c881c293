"""What can be exported: one iterator of rows for each kind, in the order of their ids, streamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from aggregator.store import Store, queries, read_outlets, streams

Row = Mapping[str, Any]

NESTED = {
    "rating": ("raw", "value", "best", "worst", "style", "scale_source", "score"),
    "verdict": ("text", "explicit", "label"),
}
"""Objects that become columns, with their keys."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of row."""

    rows: Callable[[Store, str | None], Iterator[Row]]  # those changed since a moment, or all
    can_be_narrowed: bool = True  # whether it is known what changed since


def reviews(store: Store, since: str | None) -> Iterator[Row]:
    """One row a review, copies and excerpts included: the keys of `Review.as_dict`, with film_id and story_id.

    Of those changed since a moment also the ones that are gone, with `gone_at`.
    """
    for review in queries.iter_reviews(store, changed_since=since, with_claims=True):
        yield review.as_dict()


def films(store: Store, since: str | None) -> Iterator[Row]:
    """One row a film that has a voice; changed is one of which a review changed."""
    for film in streams.films(store, changed_since=since):
        yield film.as_dict()


def revisions(store: Store, since: str | None) -> Iterator[Row]:
    """One row a change of a review."""
    for revision in streams.revisions(store, since=since):
        yield {name: getattr(revision, name) for name in revision.__dataclass_fields__}


def claims(store: Store, since: str | None) -> Iterator[Row]:
    """One row a claim: what one place on a page says of one field, chosen or not."""
    for review_id, found in streams.claims(store, changed_since=since):
        for claim in found:
            row = {"review_id": review_id, **{name: claim[name] for name in ("field", "raw")}}
            yield (
                row
                | {"value": claim.get("value"), "source": claim["source"], "where": claim["where"]}
                | {"chosen": bool(claim.get("chosen"))}
            )


def outlets(store: Store, _: str | None) -> Iterator[Row]:
    """One row a site."""
    for site in read_outlets.sites(store):
        yield site.as_dict()


def authors(store: Store, _: str | None) -> Iterator[Row]:
    """One row a name that voices are signed with."""
    for author in streams.authors(store):
        yield {name: getattr(author, name) for name in author.__dataclass_fields__}


KINDS: dict[str, Kind] = {
    "reviews": Kind(reviews),
    "films": Kind(films),
    "revisions": Kind(revisions),
    "claims": Kind(claims),
    "outlets": Kind(outlets, can_be_narrowed=False),
    "authors": Kind(authors, can_be_narrowed=False),
}
"""What can be exported."""


def flat(row: Row) -> dict[str, Any]:
    """A row without nesting: `rating_raw`, `verdict_text`; lists stay, other objects become JSON text."""
    cells: dict[str, Any] = {}
    for name, value in row.items():
        if name in NESTED:
            cells.update((f"{name}_{key}", (value or {}).get(key)) for key in NESTED[name])
        elif isinstance(value, Mapping):
            cells[name] = orjson.dumps(value).decode() if value else None
        else:
            cells[name] = value
    return cells
