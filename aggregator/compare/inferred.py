"""Voices of reviews without a rating: what their verdict says, marked as inferred."""

from __future__ import annotations

from dataclasses import replace

from aggregator.compare.rows import Voice
from aggregator.values.stance import infer_stance


def with_stance(voice: Voice, verdict: str | None, language: str | None) -> Voice:
    """The voice with the stance that its verdict's words show; unchanged where it has a rating or they leave it open.

    The stance is no score: `summarise` keeps it apart, and counts it only where it is asked to.
    """
    if voice.raw is not None or voice.score is not None or voice.stance is not None or not verdict:
        return voice
    stance = infer_stance(verdict, language)
    if stance is None:
        return voice
    words = ", ".join(dict.fromkeys(stance.words))
    return replace(
        voice, stance=stance.label, confidence=stance.confidence, stance_rule=f"inferred from the words: {words}"
    )
