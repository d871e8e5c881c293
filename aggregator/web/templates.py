"""The templates' environment: everything escaped, nothing undefined, and how values are written."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2

from aggregator.web import marks, plotted
from aggregator.web.answers import address, with_query
from aggregator.web.marks import NONE
from aggregator.web.wording import differ, gist, reckoning

HERE = Path(__file__).parent
STATIC = HERE / "static"
IMDB_ID = re.compile(r"tt\d{5,12}")


def environment() -> jinja2.Environment:
    """Templates of this package."""
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=marks.seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {
        "bins": plotted.bins,
        "correlation": lambda value: NONE if value is None else f"{value:.2f}".replace("-", "−"),
        "course_in_words": plotted.course_in_words,
        "day": marks.day,
        "differ": differ,
        "gist": gist,
        "grouped": lambda number: f"{number:,}",
        "histogram_in_words": plotted.histogram_in_words,
        "host": host,
        "matrix_in_words": plotted.matrix_in_words,
        "moment": lambda stamp: (stamp or NONE)[:16].replace("T", " "),
        "points": marks.points,
        "reckoning": reckoning,
        "recorded_in_words": plotted.recorded_in_words,
        "safe_url": safe_url,
        "segment": marks.segment,
        "shown": shown,
        "signed": signed,
        "percent": lambda share: NONE if share is None else f"{share:.0%}",
    }
    pieces = ("score", "span", "strip", "dated", "film_link", "outlet_link", "author_link", "people")
    templates.globals |= {name: getattr(marks, name) for name in pieces}
    templates.globals |= {"asset": asset, "address": address, "with_query": with_query, "imdb_url": imdb_url}
    templates.globals["scatter_in_words"] = plotted.scatter_in_words
    return templates


def signed(difference: float | None) -> str:
    """A difference with its sign."""
    return NONE if difference is None else f"{difference:+.1f}".replace("-", "−")


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


def imdb_url(ids: dict[str, str]) -> str | None:
    """A film's page at IMDb, where its id is one."""
    found = ids.get("imdb", "")
    return f"https://www.imdb.com/title/{found}/" if IMDB_ID.fullmatch(found) else None


def shown(value: Any) -> str:
    """Any value of a claim or revision in words: lists joined, None a dash."""
    if value is None or value == "" or value == []:
        return NONE
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(shown(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {shown(one)}" for name, one in value.items() if one is not None)
    return f"{value:g}" if isinstance(value, float) else str(value)


@cache
def asset(name: str) -> str:
    """The address of a file of ours, which changes with its content."""
    return f"/static/{name}?v={hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]}"
