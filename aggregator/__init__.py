"""Reads film blogs as reviews, and compares them."""

from typing import TYPE_CHECKING, Any

from aggregator.parse import extract, parse_page
from aggregator.records import Page, Review
from aggregator.site import Site
from aggregator.values.rating import Rating

if TYPE_CHECKING:
    from aggregator.films import build_catalog, open_catalog, resolve_film
    from aggregator.scoring import score
    from aggregator.store import open_store
    from aggregator.values.rating import parse_rating

__version__ = "0.1.0"
__all__ = [
    "Page",
    "Rating",
    "Review",
    "Site",
    "build_catalog",
    "extract",
    "open_catalog",
    "open_store",
    "parse_page",
    "parse_rating",
    "resolve_film",
    "score",
]

LAZY = {
    "build_catalog": "aggregator.films",
    "open_catalog": "aggregator.films",
    "resolve_film": "aggregator.films",
    "open_store": "aggregator.store",
    "parse_rating": "aggregator.values.rating",
    "score": "aggregator.scoring",
}
"""Public names whose modules are loaded on first use."""


def __getattr__(name: str) -> Any:
    if name in LAZY:
        from importlib import import_module

        return getattr(import_module(LAZY[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
