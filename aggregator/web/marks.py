"""Small pieces of HTML that stand in every row of every list: made here, since a macro costs several times as much."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from aggregator.compare import stance_of
from aggregator.compare.rows import Voice
from aggregator.web.models import Film

NONE = "–"
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Control characters, and marks that turn the direction of the text around them."""
NO_SCORE = '<span aria-hidden="true">–</span><span class="unseen">no score</span>'


def seen(value: Any) -> Any:
    """Text without characters that no reader sees; anything else, and markup of ours, as it is."""
    if type(value) is not str or value.isprintable():  # nothing invisible is printable
        return value
    return INVISIBLE.sub("", value)


def points(score: float | None) -> str:
    """A score of 0..100 as people read it: no decimals that say nothing."""
    if score is None:
        return NONE
    return f"{score:.0f}" if abs(score - round(score)) < 0.05 else f"{score:.1f}"


def stance(score: float | None) -> str:
    """positive, mixed or negative by the default cut; "none" without a score."""
    return stance_of(Voice(0, "", score=score)) or "none"


def score(value: float | None, size: str = "") -> Markup:
    """A score on the colour of its stance; `size`: a class of the style sheet."""
    if value is None:
        return Markup(f'<span class="score none {size}">{NO_SCORE}</span>')
    number, tone = points(value), stance(value)
    return Markup(f'<span class="score {tone} {size}" title="{number} of 100: {tone}">{number}</span>')


def span(low: float | None, high: float | None) -> str:
    """The lowest and the highest score in words."""
    if low is None or high is None:
        return NONE
    return points(low) if low == high else f"{points(low)}–{points(high)}"


def strip(low: float | None, mean: float | None, high: float | None) -> Markup:
    """The lowest score, the mean and the highest on a line of 0 to 100, for those who look; nothing without a score."""
    if low is None or mean is None or high is None:
        return Markup("")
    return Markup(
        '<svg class="strip" viewBox="0 0 108 12" width="108" height="12" aria-hidden="true" focusable="false">'
        f'<line class="rail" x1="4" x2="104" y1="6" y2="6"/><line class="reach" x1="{low + 4:g}" x2="{high + 4:g}" '
        f'y1="6" y2="6"/><circle class="{stance(mean)}" cx="{mean + 4:.4g}" cy="6" r="4"/></svg>'
    )


def day(stamp: str | None) -> str:
    """The day of an ISO 8601 stamp."""
    return (stamp or "")[:10] or NONE


def dated(stamp: str | None) -> Markup:
    """The day of an ISO 8601 stamp, for programs too."""
    return Markup(f'<time datetime="{_text(stamp)}">{_text(day(stamp))}</time>') if stamp else Markup(NONE)


def film_link(film: Film) -> Markup:
    """A film's title and year, leading to its page."""
    year = f' <span class="year">({film.year})</span>' if film.year else ""
    return Markup(f'<a href="/films/{film.id}"><bdi>{_text(film.title)}</bdi>{year}</a>')


def outlet_link(name: str) -> Markup:
    """An outlet's name, leading to its portrait."""
    return Markup(f'<a href="/outlets/{segment(name)}"><bdi>{_text(name)}</bdi></a>')


def author_link(name: str) -> Markup:
    """An author's name, leading to the portrait."""
    return Markup(f'<a href="/author?name={segment(name)}"><bdi>{_text(name)}</bdi></a>')


def people(names: list[str], role: str = "person") -> Markup:
    """Directors or actors, each leading to the films of that name; `role`: the parameter that they are."""
    links = (f'<a href="/films?{role}={segment(name)}"><bdi>{_text(name)}</bdi></a>' for name in names)
    return Markup(", ".join(links))


def segment(text: object) -> str:
    """Any text as one part of an address."""
    return quote(str(text), safe="")


def _text(value: str | None) -> Markup:
    return escape(seen(value))
