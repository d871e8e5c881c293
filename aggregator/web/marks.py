"""Small pieces of HTML that stand in every row of every list: made here, since a macro costs several times as much."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from aggregator.compare import MIN_VOICES, stance_at
from aggregator.web.models import Film, Point, Rating, Review

NONE = "–"
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Control characters, and marks that turn the direction of the text around them."""
NOTHING = Markup("")
NOT_RATED = Markup('<span class="note">no rating stated</span>')
ASSUMED = ' <span class="tag" title="The page does not say what the scale is.">scale assumed</span>'
NO_SCORE = '<span aria-hidden="true">–</span><span class="unseen">no score</span>'


def seen(value: Any) -> Any:
    """Text without characters that no reader sees; anything else, and markup of ours, as it is."""
    if type(value) is not str or value.isprintable():  # nothing invisible is printable
        return value
    return INVISIBLE.sub("", value)


def written(value: Any) -> str:
    """Any value as HTML: what readers see of it, escaped; markup of ours as it is."""
    kind = type(value)
    if kind is str:
        text = value if value.isprintable() else INVISIBLE.sub("", value)
        if "&" in text or "<" in text or ">" in text or "'" in text or '"' in text:  # seldom, and escaping costs more
            return escape(text)
        return text
    return value if kind is Markup else escape(value)


def agrees(value: Any, others: Iterable[Any]) -> bool:
    """Whether a claim says what others say, or less of it: the day of a moment."""
    return any(value == other or (isinstance(other, str) and other.startswith(f"{value}T")) for other in others)


def _html(text: str) -> Markup:
    """HTML of our own making."""
    return str.__new__(Markup, text)


def points(score: float | None) -> str:
    """A score of 0..100 as people read it: no decimals that say nothing."""
    if score is None:
        return NONE
    return f"{score:.0f}" if abs(score - round(score)) < 0.05 else f"{score:.1f}"


def stance(score: float | None) -> str:
    """positive, mixed or negative by the default cut; "none" without a score."""
    return stance_at(score) or "none"


def score(value: float | None, size: str = "") -> Markup:
    """A score on the colour of its stance; `size`: a class of the style sheet."""
    if value is None:
        return _html(f'<span class="score none {size}">{NO_SCORE}</span>')
    number, tone = points(value), stance(value)
    return _html(f'<span class="score {tone} {size}" title="{number} of 100: {tone}">{number}</span>')


def film_score(mean: float | None, scored: int) -> Markup:
    """A film's mean: on the colour of its stance as a headline, and plain where too few scores stand behind one."""
    if mean is None or scored >= MIN_VOICES:
        return score(mean)
    number = points(mean)
    return _html(f'<span class="score early" title="{number} of 100 so far: under {MIN_VOICES} scores">{number}</span>')


def span(low: float | None, high: float | None) -> str:
    """The lowest and the highest score in words."""
    if low is None or high is None:
        return NONE
    return points(low) if low == high else f"{points(low)}–{points(high)}"


def strip(low: float | None, mean: float | None, high: float | None) -> Markup:
    """The lowest score, the mean and the highest on a line of 0 to 100, for those who look; nothing without a score."""
    if low is None or mean is None or high is None:
        return NOTHING
    return _html(
        '<svg class="strip" viewBox="0 0 108 12" width="108" height="12" aria-hidden="true" focusable="false">'
        f'<line class="rail" x1="4" x2="104" y1="6" y2="6"/><line class="reach" x1="{low + 4:g}" x2="{high + 4:g}" '
        f'y1="6" y2="6"/><circle class="{stance(mean)}" cx="{mean + 4:.4g}" cy="6" r="4"/></svg>'
    )


def day(stamp: str | None) -> str:
    """The day of an ISO 8601 stamp."""
    return (stamp or "")[:10] or NONE


def dated(stamp: str | None) -> Markup:
    """The day of an ISO 8601 stamp, for programs too."""
    return _html(f'<time datetime="{written(stamp)}">{written(stamp[:10] or NONE)}</time>') if stamp else _html(NONE)


def course_rows(course: Iterable[Point]) -> Markup:
    """The points of a film's course, reviews or months, in the table behind the plot."""
    rows: list[str] = []
    for point in course:
        stamp = written(point.published)
        if point.review_id:
            when = f'<a href="/reviews/{point.review_id}"><time datetime="{stamp}">{stamp[:10]}</time></a>'
        else:
            when = f'<time datetime="{stamp[:10]}">{stamp[:7]}</time>'
        rows.append(
            f'<tr><th scope="row">{when}</th><td class="number">{points(point.score)}</td>'
            f'<td class="number">{points(point.mean)}</td></tr>'
        )
    return _html("".join(rows))


def film_link(film: Film) -> Markup:
    """A film's title and year, leading to its page."""
    year = f' <span class="year">({film.year})</span>' if film.year else ""
    return _html(f'<a href="/films/{film.id}"><bdi>{written(film.title)}</bdi>{year}</a>')


def outlet_link(name: str) -> Markup:
    """An outlet's name, leading to its portrait."""
    return _html(f'<a href="/outlets/{segment(name)}">{named(name)}</a>')


@lru_cache(10_000)
def named(outlet: str) -> Markup:
    """An outlet's name, which where it is too long for its line breaks before a dot."""
    return _html(f"<bdi>{'<wbr>.'.join(map(written, outlet.split('.')))}</bdi>")


def author_link(name: str) -> Markup:
    """An author's name, leading to the portrait."""
    return _html(f'<a href="/author?name={segment(name)}"><bdi>{written(name)}</bdi></a>')


def people(names: list[str], role: str = "person") -> Markup:
    """Directors or actors, each leading to the films of that name; `role`: the parameter that they are."""
    links = (f'<a href="/films?{role}={segment(name)}"><bdi>{written(name)}</bdi></a>' for name in names)
    return _html(", ".join(links))


@lru_cache(10_000)
def segment(text: object) -> str:
    """Any text as one part of an address."""
    return quote(str(text), safe="")


def safe_url(url: str | None) -> str | None:
    """The URL where it is http or https and names a host; else None, and nothing is linked."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def host(url: str | None) -> str:
    """The host of a URL, to be read."""
    return urlsplit(url or "").netloc if safe_url(url) else (url or NONE)


def outward(url: str | None, text: str) -> Markup:
    """Text that leads to a page elsewhere; only the text where the URL is not one to follow."""
    to = safe_url(url)
    if to is None:
        return _html(f"<span>{written(text)}</span>")
    return _html(f'<a class="out" href="{written(to)}" rel="noopener nofollow ugc">{written(text)}</a>')


def as_rated(rating: Rating | None) -> Markup:
    """A rating as it was written."""
    if rating is None:
        return NOT_RATED
    return _html(f'<bdi class="raw">{written(rating.raw)}</bdi>{ASSUMED if rating.scale_source == "assumed" else ""}')


def quoted(review: Review) -> Markup:
    """A review's verdict as a quote; nothing where it has none."""
    if review.verdict is None:
        return NOTHING
    language = f' lang="{written(review.language)}"' if review.language else ""
    return _html(
        f'<blockquote dir="auto"{language} cite="{written(safe_url(review.url) or "")}">'
        f"<p>{written(review.verdict.text)}</p></blockquote>"
    )


def inferred(review: Review) -> Markup:
    """The stance that a review's words show, where one was read."""
    stance = review.stance
    if stance is None:
        return NOTHING
    return _html(
        f'<p class="inferred"><span class="tag {stance.label}">reads as {stance.label}</span> '
        f'<span class="note">{written(stance.words)}; confidence {stance.confidence:.0%}</span></p>'
    )
