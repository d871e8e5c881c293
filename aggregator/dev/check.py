"""Checks a site: its file keeps the rules, its saved pages give what they must, and no knob is turned in vain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from traceback import format_exc
from typing import Any

from aggregator.dev.expected import ROOT, SavedPage, faults, observed, saved_pages, site_class
from aggregator.dev.rules import broken_rules, unusable
from aggregator.records import Parsed, Source
from aggregator.site import Site

READ_WITH = ("language", "author", "platform", "skip", "scale", "select", "refine")
"""Knobs that change how a page is read; what the others do shows only in a crawl."""


@dataclass(slots=True)
class Checked:
    """What a check found."""

    name: str
    pages: int = 0
    reviews: int = 0
    problems: list[str] = field(default_factory=list)  # what must be mended
    useless: list[str] = field(default_factory=list)  # knobs without which every saved page gives the same
    unfound: list[str] = field(default_factory=list)  # fields of `select` that find nothing on any saved page


def check(name: str) -> Checked:
    """Check one site by its name; no page is read with knobs that cannot be used.

    Raises ModuleNotFoundError where there is no such file.
    """
    site = site_class(name)
    found = Checked(name)
    found.problems += [f"spiders/{name}.py: {line}" for line in broken_rules(ROOT / "spiders" / f"{name}.py", site)]
    if any(unusable(site)):
        return found
    pages = list(saved_pages(f"sites/{name}"))
    if not pages:
        found.problems.append(f"fixtures/sites/{name} has no saved page: aggregator new-site saves some")
    gave: list[Mapping[str, Any]] = []
    read: list[Parsed] = []
    for page in pages:
        where = f"fixtures/sites/{name}/{page.file.name}"
        try:
            parsed = page.parse(site)
        except Exception:  # whatever a refine may raise
            found.problems.append(f"{where}: {format_exc()}")
            return found
        read.append(parsed)
        gave.append(observed(parsed))
        found.pages += 1
        found.reviews += len(parsed.reviews)
        if page.expected.exists():
            found.problems += [f"{where}: {line}" for line in faults(page, parsed)]
        else:
            found.problems.append(f"{where}: nothing says what it must give; pytest writes a draft")
    found.unfound += [name for name in site.select if read and not _finds(name, read)]
    found.useless += _useless(site, pages, gave)
    return found


def _finds(name: str, read: Sequence[Parsed]) -> bool:
    claims = (claim for parsed in read for review in parsed.reviews for claim in review.claims)
    return any(claim.field == name and claim.source is Source.SITE for claim in claims)


def _useless(site: type[Site], pages: Sequence[SavedPage], gave: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The knobs of a site file, and single fields of `select`, that change nothing on any saved page."""
    for knob, without in _without_each(site):
        if pages and all(observed(page.parse(without)) == data for page, data in zip(pages, gave, strict=True)):
            yield knob


def _without_each(site: type[Site]) -> Iterator[tuple[str, type[Site]]]:
    for knob in READ_WITH:
        if knob not in vars(site):
            continue
        if knob == "select" and len(site.select) > 1:
            for name in site.select:
                rest = {field: place for field, place in site.select.items() if field != name}
                yield f"select[{name!r}]", _changed(site, select=rest)
        else:
            yield knob, _changed(site, **{knob: getattr(Site, knob)})


def _changed(site: type[Site], **knobs: Any) -> type[Site]:
    return type(site.__name__, (site,), knobs)
