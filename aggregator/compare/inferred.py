"""Voices of reviews without a rating: what their verdict says, marked as inferred."""

from __future__ import annotations

import re
from dataclasses import replace

from aggregator.compare.rows import Voice
from aggregator.values.stance import infer_stance


def with_stance(voice: Voice, verdict: str | None, language: str | None, title: str | None = None) -> Voice:
    """The voice with the stance that its verdict's words show; unchanged where it has a rating or they leave it open.

    The words of the film's title say nothing of it. The stance is no score: `summarise` keeps it apart, and counts it
    only where it is asked to.
    """
    if voice.raw is not None or voice.score is not None or voice.stance is not None or not verdict:
        return voice
    stance = infer_stance(without_title(verdict, title or ""), language)
    if stance is None:
        return voice
    words = ", ".join(dict.fromkeys(stance.words))
    return replace(
        voice, stance=stance.label, confidence=stance.confidence, stance_rule=f"inferred from the words: {words}"
    )


def without_title(text: str, title: str) -> str:
    """A text with "it" for the film's title; one of a single word is told from that word by its capitals."""
    title = title.strip()
    if not title:
        return text
    forms = {title} if " " in title else {title, title.capitalize(), title.upper()} - {title.lower()}
    named = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return (
        re.sub(rf"(?<!\w)(?:{named})(?!\w)", "it", text, flags=re.IGNORECASE if " " in title else 0) if named else text
    )
