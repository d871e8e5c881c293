"""A rating as a critic writes it: text in, `Rating` or None out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating as written and as understood."""

    raw: str  # as the page writes it
    value: float | None = None  # on the page's own scale; letters: steps of twelve; None: words without a number
    best: float | None = None  # the scale's top; None: open until the site's own habit settles it
    worst: float | None = None  # the scale's foot
    style: str = "fraction"  # stars, letters, fraction, percent, words, thumbs
    scale_source: str | None = None  # declared, outlet, learned, assumed; None: open
