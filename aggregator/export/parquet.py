"""Rows as Parquet, a batch of columns at a time; needs pyarrow, the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

import orjson

from aggregator.export.dictionary import DICTIONARY
from aggregator.export.rows import KINDS, flat
from aggregator.scoring import opinion
from aggregator.store import Store, streams
from aggregator.values.rating import Rating

if TYPE_CHECKING:
    import pyarrow

AT_ONCE = 4_000
"""Rows of a batch."""
GROUPED = 100_000
"""Rows of a row group at most."""
LEFT_OUT = frozenset({"provenance"})
"""Columns that are a table of their own here: export claims."""
RENAMED = {
    "cast": "actors",
    "verdict_text": "verdict",
    "rating_scale_source": "scale_source",
    "rating_score": "score",
}
"""Columns of reviews that the store calls otherwise."""
WITHOUT = "pyarrow is not installed: pip install 'film-review-aggregator[parquet]', or -e '.[parquet]' in a clone"

Columns = Sequence[Sequence[Any]]


class ParquetMissing(RuntimeError):
    """pyarrow is not installed; the message says how to."""


def write_parquet(store: Store, kind: str, out: IO[bytes], since: str | None = None) -> int:
    """All rows of a kind, compressed with Zstandard; gives their number. Raises ParquetMissing."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError:
        raise ParquetMissing(WITHOUT) from None
    schema = schema_of(kind)
    batches = _reviews(store, since) if kind == "reviews" else _any(store, kind, since)
    number = 0
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        for columns in batches:
            arrays = [pyarrow.array(column, one.type) for column, one in zip(columns, schema, strict=True)]
            batch = pyarrow.record_batch(arrays, schema=schema)
            writer.write_batch(batch, row_group_size=GROUPED)
            number += batch.num_rows
    return number


def names_of(kind: str) -> list[str]:
    """The columns of a kind."""
    return [name for name in DICTIONARY[kind] if name not in LEFT_OUT]


def schema_of(kind: str) -> pyarrow.Schema:
    """The columns of a kind with their types and meanings."""
    import pyarrow

    types = {
        "text": pyarrow.string(),
        "json": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "flag": pyarrow.bool_(),
        "list": pyarrow.list_(pyarrow.string()),
    }
    columns = DICTIONARY[kind]
    return pyarrow.schema(
        [
            pyarrow.field(name, types[columns[name].type], metadata={"meaning": columns[name].meaning})
            for name in names_of(kind)
        ]
    )


def _any(store: Store, kind: str, since: str | None) -> Iterator[Columns]:
    names = names_of(kind)
    rows = KINDS[kind].rows(store, since)
    while some := [flat(row) for row in islice(rows, AT_ONCE)]:
        yield [[_plain(row[name], DICTIONARY[kind][name].type) for row in some] for name in names]


def _plain(value: Any, type: str) -> Any:
    if type == "json" and value is not None and not isinstance(value, str):
        return orjson.dumps(value).decode()
    return value


def _reviews(store: Store, since: str | None) -> Iterator[Columns]:
    """Reviews as the store's own columns: no object is made of a row."""
    places = [
        streams.COLUMNS.index(RENAMED.get(name, name)) if name != "opinion" else -1 for name in names_of("reviews")
    ]
    flags = {streams.COLUMNS.index(name) for name in ("verdict_explicit", "complete")}
    value, best, worst = (streams.COLUMNS.index(f"rating_{name}") for name in ("value", "best", "worst"))
    for rows in streams.review_rows(store, changed_since=since, at_once=AT_ONCE):
        columns = list(zip(*rows, strict=True))
        opinions = list(map(_opinion, columns[value], columns[best], columns[worst]))
        for place in flags:
            columns[place] = tuple(None if flag is None else bool(flag) for flag in columns[place])
        yield [opinions if place < 0 else columns[place] for place in places]


@lru_cache(maxsize=10_000)
def _opinion(value: float | None, best: float | None, worst: float | None) -> str | None:
    return opinion(Rating("", value, best, worst))
