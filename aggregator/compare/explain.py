"""Why is this 74: every input, conversion, weight, rule and assumption behind a summary, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aggregator.compare.films import DEFAULT_RULE, Summary, stance_of
from aggregator.compare.rows import Voice

SCALE_SOURCES = {
    "declared": "the page states the scale",
    "outlet": "the outlet's own scale, from its site file",
    "learned": "the scale that the outlet's other ratings show",
    "assumed": "the scale is assumed",
}


LISTED = 12
"""Scores that a formula names."""


class Line(NamedTuple):
    """One step on the way to a number."""

    step: str  # input, conversion, weight, assumption, left out, rule, formula, result
    subject: str  # whose: an outlet, or the name of a figure
    text: str
    value: float | None = None
    review_id: int | None = None


def explain(summary: Summary, *, policy: str = "default") -> list[Line]:
    """The summary's steps in order: inputs with their conversions, what was left out, rules, formulas and results."""
    return [*_inputs(summary, policy), *_left_out(summary), *_rules(summary), *_results(summary)]


def _inputs(summary: Summary, policy: str) -> Iterator[Line]:
    weight = 1 / summary.count if summary.count else None
    for voice in summary.voices:
        if voice.score is None:
            continue
        who = voice.outlet
        yield Line("input", who, voice.raw or f"{voice.score:g} of 100", voice.value, voice.review_id)
        if voice.value is not None and voice.best is not None:
            text = f"{voice.value:g} of {voice.best:g} is {voice.score:g} of 100 under policy {policy}"
            yield Line("conversion", who, text, voice.score, voice.review_id)
        if voice.scale_source in SCALE_SOURCES:
            step = "assumption" if voice.scale_source == "assumed" else "conversion"
            yield Line(step, who, SCALE_SOURCES[voice.scale_source], voice.best, voice.review_id)
        yield Line("weight", who, f"one voice of {summary.count}", weight, voice.review_id)
    rest = summary.count - sum(voice.score is not None for voice in summary.voices)
    if rest:
        yield Line(
            "input", "other reviews", f"{rest} more scores, each of the same weight; see the other parts", weight
        )


def _left_out(summary: Summary) -> Iterator[Line]:
    by_story = {voice.story_id: voice for voice in summary.voices if voice.story_id is not None}
    for voice in summary.folded:
        kept = None if voice.story_id is None else by_story.get(voice.story_id)
        text = f"the same text as at {kept.outlet}" if kept else "the same text as another"
        yield Line("left out", voice.outlet, text, voice.score, voice.review_id)
    for voice in summary.voices:
        if voice.score is None:
            yield Line("left out", voice.outlet, _without_score(voice), None, voice.review_id)


def _without_score(voice: Voice) -> str:
    text = "states no rating" if voice.raw is None else f"{voice.raw}: a rating without a number"
    if voice.stance is None or voice.confidence is None:
        return text
    return f"{text}; its verdict reads as {voice.stance} (inferred, confidence {voice.confidence:.0%})"


def _rules(summary: Summary) -> Iterator[Line]:
    for voice in summary.voices:
        stance = stance_of(voice)
        if stance is not None and (voice.score is not None or summary.with_inferred):
            yield Line("rule", voice.outlet, f"{stance}: {_rule(voice)}", voice.score, voice.review_id)
    yield Line("rule", "headline", f"shown from {summary.minimum} voices", float(summary.minimum))
    inferred = "counted" if summary.with_inferred else "not counted"
    yield Line("rule", "share positive", f"stances inferred from verdicts are {inferred}")
    text = f"a mean of {summary.prior.mean:g} worth {summary.prior.voices:g} voices ({summary.prior.source})"
    yield Line("assumption", "prior", text, summary.prior.mean)


def _rule(voice: Voice) -> str:
    if voice.stance is None:
        return DEFAULT_RULE
    if voice.confidence is not None and voice.score is None:
        return f"inferred from the verdict, confidence {voice.confidence:.0%}"
    return voice.stance_rule or "as the outlet says"


def _results(summary: Summary) -> Iterator[Line]:
    scores = sorted(voice.score for voice in summary.voices if voice.score is not None)
    more = len(scores) > LISTED or len(scores) < summary.count
    listed = " + ".join(f"{score:g}" for score in scores[:LISTED]) + (" + ..." if more else "")
    if summary.mean is not None:
        yield Line("formula", "mean", f"({listed}) / {summary.count}", summary.mean)
        yield Line("formula", "median", "the middle score, or the mean of the two in the middle", summary.median)
    if summary.spread is not None:
        yield Line("formula", "spread", "sample standard deviation: n - 1 below the line", summary.spread)
    if summary.interval is not None:
        text = f"Student's 95 % interval: {summary.interval.low:.1f} to {summary.interval.high:.1f}"
        yield Line("formula", "interval", text)
    prior, count = summary.prior, summary.count
    total = 0.0 if summary.mean is None else summary.mean * count
    text = f"({total:.1f} + {prior.voices:g} * {prior.mean:g}) / ({count} + {prior.voices:g})"
    yield Line("formula", "shrunk mean", text, summary.shrunk)
    known = sum(summary.stances.values())
    if summary.share_interval is not None:
        low, high = summary.share_interval
        text = f"{summary.positive} of {known}; Wilson's 95 % interval {low:.0%} to {high:.0%}"
        yield Line("formula", "share positive", text, summary.share_positive)
    shown = "the mean" if summary.headline is not None else f"none: {count} of at least {summary.minimum} voices"
    yield Line("result", "headline", shown, summary.headline)
