"""Stored reviews and all that belongs to them as files: JSON Lines, CSV, Parquet, and dated snapshots of everything."""

from aggregator.export.files import FORMATS, export
from aggregator.export.parquet import ParquetMissing
from aggregator.export.rows import KINDS
from aggregator.export.snapshot import SnapshotExists, snapshot

__all__ = ["FORMATS", "KINDS", "ParquetMissing", "SnapshotExists", "export", "snapshot"]
