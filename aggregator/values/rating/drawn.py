"""Ratings drawn with characters, with or without their scale behind: "★★★½", "★★★☆☆", "**** out of five", "🍿🍿🍿"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from aggregator.values.patterns import Pattern, any_of
from aggregator.values.rating.glyphs import RUN, SYMBOL, Run, read_run
from aggregator.values.rating.labels import RATED, Label, label_before
from aggregator.values.rating.lines import Found, Line, closes, last_sign, opens
from aggregator.values.rating.lookalikes import is_legend
from aggregator.values.rating.numbers import PLAIN_NUMBER, read_number
from aggregator.values.rating.scaled import FILLER, UNIT
from aggregator.values.rating.words import SCALE_WORDS, STAR_NOUNS

_SCALE = Pattern(
    rf"\s{{0,2}}[(\[]?\s{{0,2}}(?:/|(?:{'|'.join(SCALE_WORDS)}|of|de|di|van)\s{FILLER})\s{{0,2}}"
    rf"(?P<best>{PLAIN_NUMBER}|[★☆⭐✮✩*\ufe0f]{{3,12}})(?P<unit> {UNIT})?(?P<close>[)\]])?"
)
_NAMED = Pattern(rf"\s?(?:{any_of(STAR_NOUNS)})(?!\w)")


def drawn(line: Line) -> Iterator[Found]:
    """Runs of glyphs that are a rating; a scale that no empty glyph shows stays open."""
    if line.text.isascii() and "*" not in line.text and "@@" not in line.text:
        return
    symbol = SYMBOL.search(line.text)
    if symbol is None:
        return
    first = symbol.start() if "@" not in line.text else 0  # a single one is no symbol, but may be a run
    runs = list(RUN.finditer(line.text, first))
    read = [(match, run) for match in runs if (run := read_run(match.group()))]
    if _is_scale(line, [run.value for _, run in read]):
        return
    for match, run in read:
        start, end, best = match.start(), match.start() + run.length, run.total
        if scale := _SCALE.match(line.low, end):
            marks = scale["best"]
            best = read_number(marks) or float(len(marks.replace("\ufe0f", "")))
            end = scale.start("close") if scale["close"] and not {"(", "["} & set(scale[0]) else scale.end()
        elif named := _NAMED.match(line.low, end):
            end = named.end()
        label = label_before(line.low, start)
        legend = opens(line, start) and line.context != "heading" and is_legend(line.low, end, unit=False)
        if legend or run.value > (best or 10) or (label.kind == "aspect" and line.context != "heading"):
            continue
        if _is_mark(line, (start, end), run.value, run.family, best, label, len(runs)):
            bare = label.kind in RATED and best is None and not _stands_alone(line.text[start:end], run)
            span = label.start if bare else start
            yield Found(span, end, label, run.value, best, "stars", "declared" if best else None, at=start)


def _is_scale(line: Line, values: list[float]) -> bool:
    """Whether the runs of one line go down or up in whole steps: "**** great *** good ** fair * poor"."""
    steps = {after - before for before, after in pairwise(values)}
    return len(values) >= 4 and line.context != "heading" and steps in ({1.0}, {-1.0})


def _is_mark(
    line: Line, span: tuple[int, int], value: float, family: str, best: float | None, label: Label, runs: int
) -> bool:
    start, end = span
    rated, alone = label.kind in RATED, opens(line, start) and closes(line, end)
    if line.context == "widget" and not value:
        return False
    if family == "star":
        return rated or alone or value > 1
    if rated and value:
        return family != "shape" or value >= 2 or best is not None
    if family == "ascii":
        return _is_ascii_mark(line, start, end, value, best, runs)
    if best is not None and value:
        return alone or line.context in {"line", "heading", "sentence"}
    if family == "shape" or value < 2:
        return False
    return alone or (
        line.context in {"heading", "line"} and closes(line, end) and last_sign(line, start) in set(":–—-|)")
    )


def _stands_alone(written: str, run: Run) -> bool:
    """Whether a run without its label would still be a rating on a line of its own."""
    if run.family == "ascii":
        return run.value >= 2 and (" " not in written.strip() or run.value != int(run.value))
    return run.family == "star" or (run.family != "shape" and run.value >= 2)


def _is_ascii_mark(line: Line, start: int, end: int, value: float, best: float | None, runs: int) -> bool:
    """Asterisks: not the spaced row that divides sections, not emphasis, not a footnote."""
    if best is not None:
        return True
    halved = value != int(value)
    written = line.text[start:end].rstrip()
    if runs > 1 or value > 5 or (value < 2 and not halved) or not closes(line, end):
        return False
    if line.text.count("*") > written.count("*"):
        return False
    if opens(line, start):
        return halved or " " not in written.rpartition("*")[0]
    return "@" not in written and line.context in {"line", "heading", "sentence"}
