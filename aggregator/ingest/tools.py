"""What the steps of ingest work with."""

from __future__ import annotations

from dataclasses import dataclass

from aggregator import __version__
from aggregator.films import TitleIndex
from aggregator.store import Writer


@dataclass(frozen=True, slots=True)
class Tools:
    """One transaction, and where films are looked up."""

    writer: Writer  # of `Store.write`
    run_id: int | None = None
    catalog: TitleIndex | None = None  # of `aggregator.films.open_catalog`; None: films are made of reviews
    reparsed: bool = False  # the pages come from the archive: what changed is our reading
    reader: str = __version__  # the code that read the page
