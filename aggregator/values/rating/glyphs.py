"""Ratings drawn with characters: stars, hearts, bars, moons, repeated emoji and asterisks."""

from __future__ import annotations

from typing import NamedTuple

from aggregator.values.patterns import Pattern
from aggregator.values.rating.words import DARK_GLYPHS, EMPTIES, HALF_GLYPHS, HEARTS, MODIFIERS, PICTURES, SHAPES, STARS

HOLLOW_STARS = "☆✩✰"
SYMBOLS = STARS + HEARTS + SHAPES + EMPTIES + "⯨⯪⯫◐◑◒🌗🌓💔" + PICTURES
_HALF_TAIL = rf"(?:[{MODIFIERS} ]{{0,3}}(?:[+&] ?)?(?:½|1/2(?![\d/])|[.,]5(?!\d)|and a half(?!\w)))?"
RUN = Pattern(
    rf"[{SYMBOLS}](?:[{MODIFIERS} ]{{0,3}}[{SYMBOLS}½])*[{MODIFIERS}]{{0,3}}{_HALF_TAIL}"
    rf"|(?<![\w*])\*(?: ?\*){{0,9}}(?!\*){_HALF_TAIL}(?![\w])"
    rf"|(?<![\w@.])@{{1,6}}{_HALF_TAIL}(?![\w@])"
)
SYMBOL = Pattern(f"[{SYMBOLS}👍👎]|\\*|@@")


class Run(NamedTuple):
    """A run of glyphs: `family` is star, heart, shape, picture or ascii; `total` is None without empty glyphs."""

    value: float
    total: float | None
    family: str
    length: int  # characters of the run that were read


def _family(symbol: str) -> str:
    if symbol in STARS or symbol in HOLLOW_STARS:
        return "star"
    if symbol in HEARTS or symbol in "💔♡🤍":
        return "heart"
    if symbol in SHAPES or symbol in EMPTIES:
        return "shape"
    return "ascii" if symbol in "*@" else "picture"


def read_run(text: str) -> Run | None:
    """Count a run that `RUN` matched; glyphs of another kind end it, a heart of another colour at its end is a half."""
    full, halves, empty, main, end = 0, 0, 0, "", 0
    for at, char in enumerate(text):
        if char in MODIFIERS or char.isspace():
            continue
        if char.isdigit() or char in ".,+&aA/":
            halves += 1
            end = len(text)
            break
        if char in EMPTIES or (char in DARK_GLYPHS and main not in {"", char} and main not in HEARTS):
            empty += 1
        elif char in HALF_GLYPHS:
            halves += 1
        elif not main or char == main or (char in STARS and main in STARS):
            main = main or char
            full += 1
        elif char in HEARTS and main in HEARTS and not text[at + 1 :].strip(MODIFIERS + " "):
            halves += 1
        else:
            break
        end = at + 1
    while end < len(text) and text[end] in MODIFIERS:
        end += 1
    return _settle(full, halves, empty, main or text[0], end)


def _settle(full: int, halves: int, empty: int, main: str, end: int) -> Run | None:
    if halves > 1 or full + empty + halves > 20:
        return None
    family = _family(main)
    if not full and not halves and empty not in {5, 10}:  # hollow stars alone are this writer's stars
        return Run(float(empty), None, family, end) if family == "star" and empty else None
    if not full and halves and family == "star" and empty:
        return Run(empty + 0.5, None, family, end)
    total = float(full + halves + empty) if empty else None
    return Run(full + halves / 2, total, family, end)
