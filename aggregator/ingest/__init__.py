"""The road of a review into the store: check, fold, identify, save."""

from aggregator.ingest.retry import Retried, retry
from aggregator.ingest.steps import STEPS, Draft, ingest, ingest_all
from aggregator.ingest.tools import Tools

__all__ = ["STEPS", "Draft", "Retried", "Tools", "ingest", "ingest_all", "retry"]
