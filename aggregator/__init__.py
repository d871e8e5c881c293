"""Reads film blogs as reviews, and compares them."""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aggregator.films import build_catalog, open_catalog, resolve_film
    from aggregator.parse import extract, parse_page
    from aggregator.records import Page, Review
    from aggregator.scoring import score
    from aggregator.site import Site
    from aggregator.store import open_store
    from aggregator.values.rating import Rating, parse_rating

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

HOMES = {
    "Page": "aggregator.records",
    "Rating": "aggregator.values.rating",
    "Review": "aggregator.records",
    "Site": "aggregator.site",
    "build_catalog": "aggregator.films",
    "extract": "aggregator.parse",
    "open_catalog": "aggregator.films",
    "open_store": "aggregator.store",
    "parse_page": "aggregator.parse",
    "parse_rating": "aggregator.values.rating",
    "resolve_film": "aggregator.films",
    "score": "aggregator.scoring",
}
"""Public names and the modules that are loaded when they are first used, so that commands start at once."""


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(HOMES[name]), name)
    globals()[name] = value
    return value


class _Front(ModuleType):
    """The package as a module on which `extract` is the function, also once the finders' package is loaded."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Front
