"""What the numbers of a film say, in a sentence or two."""

from __future__ import annotations

from aggregator.web.models import Summary

APART: tuple[tuple[float, str], ...] = (
    (8.0, "They are of one mind."),
    (14.0, "They largely agree."),
    (20.0, "They differ as much as blogs usually do."),
    (26.0, "They are divided."),
    (float("inf"), "They are sharply divided."),
)
"""Spread under which a film's scores are called so; a usual spread is 15."""
SEVERAL = 3
"""Scores from which anything is said of how far they lie apart."""
DIFFER_FROM = 14.0
"""Spread from which it is said that blogs disagree."""
LISTED = 12
"""Scores that are named one by one in a reckoning."""


def differ(summary: Summary) -> bool:
    """Whether the scores lie far enough apart to speak of disagreement."""
    return summary.spread is not None and summary.spread >= DIFFER_FROM


def reckoning(summary: Summary, formula: str) -> str:
    """How the mean comes about: its formula, or of many scores their sum over their number."""
    if summary.mean is None or summary.count <= LISTED:
        return formula
    return f"{summary.mean * summary.count:,.0f} points / {summary.count:,} scores"


def gist(summary: Summary) -> str:
    """How many blogs say what, and how far they lie apart; nothing that the figures do not say."""
    if not summary.count:
        return "No review states a rating with a number." if summary.unrated else "No blog has written about it."
    if summary.count == 1:
        return f"One score only: {summary.lowest:.0f}."
    sentences = [_range(summary)]
    if summary.spread is not None and summary.count >= SEVERAL:
        sentences.append(next(text for under, text in APART if summary.spread < under))
    return " ".join(sentences)


def _range(summary: Summary) -> str:
    if summary.lowest == summary.highest:
        return f"All {summary.count:,} score it {summary.lowest:.0f}."
    text = f"{summary.count:,} scores from {summary.lowest:.0f} to {summary.highest:.0f}"
    if summary.quartiles is None or summary.count < 2 * SEVERAL:
        return f"{text}."
    low, _, high = summary.quartiles
    return f"{text}, half of them between {low:.0f} and {high:.0f}."
