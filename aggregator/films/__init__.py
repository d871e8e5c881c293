"""Which film is it: a catalogue built from public tables, and matching that gives reasons."""

from aggregator.films.build import Built, build_catalog
from aggregator.films.catalog import Catalog, CatalogError, catalog_at, open_catalog
from aggregator.films.evidence import credited
from aggregator.films.resolve import ACCEPT, HOLD, TitleIndex, best_match, candidates, match_film, resolve_film

__all__ = [
    "ACCEPT",
    "HOLD",
    "Built",
    "Catalog",
    "CatalogError",
    "TitleIndex",
    "best_match",
    "build_catalog",
    "candidates",
    "catalog_at",
    "credited",
    "match_film",
    "open_catalog",
    "resolve_film",
]
