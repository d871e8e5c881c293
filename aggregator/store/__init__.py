"""The only place that touches the database: open it with `open_store`, write through `save`, read through `queries`."""

from aggregator.store.engine import Store, open_store
from aggregator.store.errors import (
    StoreBusy,
    StoreError,
    StoreForeign,
    StoreMissing,
    StoreOutdated,
    StoreTooNew,
    StoreUnreachable,
)
from aggregator.store.writer import Writer

__all__ = [
    "Store",
    "StoreBusy",
    "StoreError",
    "StoreForeign",
    "StoreMissing",
    "StoreOutdated",
    "StoreTooNew",
    "StoreUnreachable",
    "Writer",
    "open_store",
]
