"""What a re-parse would change: how many values appear, change and vanish in each field, with examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aggregator.store.archived import Change

EXAMPLES = 3
"""Kept of each kind of change of each field."""
FIELD_OF = {
    **dict.fromkeys(("rating_raw", "rating_value", "rating_best", "rating_worst", "rating_style"), "rating"),
    **dict.fromkeys(("scale_source", "score"), "rating"),
    **dict.fromkeys(("verdict_label", "verdict_explicit"), "verdict"),
    "actors": "cast",
}
"""Columns that are part of one field."""
EMPTY: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True)
class Example:
    """One value that differs."""

    url: str
    before: Any
    after: Any


@dataclass(slots=True)
class FieldDifference:
    """How many reviews have another value in one field."""

    appear: int = 0
    change: int = 0
    vanish: int = 0
    examples: dict[str, list[Example]] = field(default_factory=dict)  # by appear, change, vanish


@dataclass(slots=True)
class Differences:
    """All that differs, field by field, and the reviews that come and go."""

    fields: dict[str, FieldDifference] = field(default_factory=dict)
    new: int = 0  # reviews that were not taken before
    back: int = 0  # taken again
    gone: int = 0  # no longer taken
    examples: dict[str, list[str]] = field(default_factory=dict)  # by new, back, gone: URLs

    def add(self, changes: Iterable[Change]) -> None:
        """Count the revisions of one transaction."""
        for change in changes:
            if change.cause == "new":
                self._review("new", change.url)
            elif change.cause == "back":
                self._review("back", change.url)
            elif "gone" in change.changes:
                self._review("gone", change.url)
            else:
                self._values(change)

    def _review(self, kind: str, url: str) -> None:
        setattr(self, kind, getattr(self, kind) + 1)
        some = self.examples.setdefault(kind, [])
        if len(some) < EXAMPLES:
            some.append(url)

    def _values(self, change: Change) -> None:
        grouped: dict[str, tuple[Any, Any]] = {}
        for name, (before, after) in change.changes.items():
            grouped.setdefault(FIELD_OF.get(name, name), (before, after))
        for name, (before, after) in sorted(grouped.items()):
            kind = "appear" if before in EMPTY else "vanish" if after in EMPTY else "change"
            difference = self.fields.setdefault(name, FieldDifference())
            setattr(difference, kind, getattr(difference, kind) + 1)
            some = difference.examples.setdefault(kind, [])
            if len(some) < EXAMPLES:
                some.append(Example(change.url, before, after))

    def __bool__(self) -> bool:
        return bool(self.fields or self.new or self.back or self.gone)

    def as_dict(self) -> Mapping[str, Any]:
        """JSON-ready."""
        return {
            "fields": {
                name: {
                    "appear": one.appear,
                    "change": one.change,
                    "vanish": one.vanish,
                    "examples": {
                        kind: [{"url": e.url, "before": e.before, "after": e.after} for e in some]
                        for kind, some in one.examples.items()
                    },
                }
                for name, one in sorted(self.fields.items())
            },
            "reviews": {"new": self.new, "back": self.back, "gone": self.gone, "examples": self.examples},
        }
