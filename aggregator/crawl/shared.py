"""What all crawls of one process use together: one open database, one catalogue, one basket."""

from __future__ import annotations

from dataclasses import dataclass

from aggregator.crawl.basket import Basket
from aggregator.films import Catalog, catalog_at
from aggregator.store import Store, open_store


@dataclass(slots=True)
class Shared:
    """A database and its catalogue, open as long as a crawl uses them: each connection has a cache of its own."""

    store: Store
    catalog: Catalog | None
    basket: Basket
    users: int = 0


_open: dict[tuple[str, str], Shared] = {}


def borrow(database: str, catalog: str) -> Shared:
    """The open database at a URL and the catalogue at a path; raises StoreError or CatalogError."""
    key = database, catalog
    if key not in _open:
        store, films = open_store(database), catalog_at(catalog)
        _open[key] = Shared(store, films, Basket(store, films))
    _open[key].users += 1
    return _open[key]


def give_back(shared: Shared) -> None:
    """A crawl has ended; the last one closes what it used."""
    shared.users -= 1
    if shared.users:
        return
    for key in [key for key, one in _open.items() if one is shared]:
        del _open[key]
    shared.store.close()
    if shared.catalog is not None:
        shared.catalog.close()
