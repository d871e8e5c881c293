"""The bottom line of a review."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sentence or paragraph that does the job of a bottom line."""

    text: str
    explicit: bool = False  # a label or heading marks it
    label: str | None = None  # that label: "Final Thoughts"
