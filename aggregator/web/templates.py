"""The templates' environment: everything escaped, nothing undefined, and how values are written."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from aggregator.web import marks, plotted
from aggregator.web.answers import address, with_query
from aggregator.web.marks import NONE
from aggregator.web.wording import differ, gist, reckoning

HERE = Path(__file__).parent
STATIC = HERE / "static"
PIECES = (
    *("score", "film_score", "span", "strip", "dated", "film_link", "outlet_link", "author_link", "people"),
    *("course_rows", "outward", "as_rated", "quoted", "inferred"),
)
"""Of `marks`: filters, since a call of a function costs more."""
IMDB_ID = re.compile(r"tt\d{5,12}")


class _Writer(CodeGenerator):
    """Leaves escaping to `marks.written`: one call a value instead of four."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(finalize.src or "")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(")")


class _Environment(jinja2.Environment):
    code_generator_class = _Writer


def environment() -> jinja2.Environment:
    """Templates of this package."""
    templates = _Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=marks.written,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {
        "agrees": marks.agrees,
        "bins": plotted.bins,
        "correlation": lambda value: NONE if value is None else f"{value:.2f}".replace("-", "−"),
        "course_in_words": plotted.course_in_words,
        "day": marks.day,
        "differ": differ,
        "gist": gist,
        "grouped": lambda number: f"{number:,}",
        "histogram_in_words": plotted.histogram_in_words,
        "host": marks.host,
        "matrix_in_words": plotted.matrix_in_words,
        "moment": lambda stamp: f"{stamp[:16].replace('T', ' ')} UTC" if stamp else NONE,
        "named": marks.named,
        "points": marks.points,
        "precise": lambda figure: NONE if figure is None else f"{figure:.1f}",
        "reckoning": reckoning,
        "recorded_in_words": plotted.recorded_in_words,
        "safe_url": marks.safe_url,
        "segment": marks.segment,
        "shown": shown,
        "signed": signed,
        "percent": lambda share: NONE if share is None else f"{share:.0%}",
    }
    templates.filters |= {name: getattr(marks, name) for name in PIECES}
    templates.globals |= {"asset": asset, "address": address, "with_query": with_query, "imdb_url": imdb_url}
    templates.globals["scatter_in_words"] = plotted.scatter_in_words
    return templates


def signed(difference: float | None) -> str:
    """A difference with its sign."""
    if difference is None:
        return NONE
    return f"{difference:+.1f}".replace("-", "−") if abs(difference) >= 0.05 else "0.0"


def imdb_url(ids: dict[str, str]) -> str | None:
    """A film's page at IMDb, where its id is one."""
    found = ids.get("imdb", "")
    return f"https://www.imdb.com/title/{found}/" if IMDB_ID.fullmatch(found) else None


def shown(value: Any) -> str:
    """Any value of a claim or revision in words: lists joined, parts named but for a text, None a dash."""
    if value is None or value == "" or value == []:
        return NONE
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(shown(one) for one in value)
    if isinstance(value, dict):
        named = (
            shown(one) if name == "text" else f"{name} {shown(one)}" for name, one in value.items() if one is not None
        )
        return " · ".join(named)
    return f"{value:g}" if isinstance(value, float) else str(value)


@cache
def asset(name: str) -> str:
    """The address of a file of ours, which changes with its content."""
    return f"/static/{name}?v={hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]}"
