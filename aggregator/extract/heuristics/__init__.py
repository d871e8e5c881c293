"""Claims of the text itself: one module a field, each with its rules in tables at its top."""

from __future__ import annotations

from aggregator.extract.heuristics import bylines, credits, films, ratings, verdicts

READERS = (
    ("films", films.find),
    ("by-lines", bylines.find),
    ("ratings", ratings.find),
    ("credits", credits.find),
    ("verdicts", verdicts.find),
)
"""The readers of the text, by name."""
