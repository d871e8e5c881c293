"""Page in, claims out: the finders in order of trust, and what understands each field."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace

from aggregator.extract import dated, heuristics, markup, meta, selectors, structured
from aggregator.extract.fields import FIELDS
from aggregator.extract.segment import Post
from aggregator.records import Claim, Issue
from aggregator.site import Site

Finder = Callable[[Post], Iterator[Claim]]

FINDERS: tuple[tuple[str, Finder], ...] = (
    ("structured", structured.find),
    ("markup", markup.find),
    ("meta", meta.find),
    ("dated", dated.find),
    *heuristics.READERS,
)
"""Finders after the site file's own; each yields claims with the raw text only."""

INHERITED = ("author", "published")
"""What a section of a post has from the post."""

__all__ = ["FIELDS", "FINDERS", "collect"]


def collect(
    post: Post, site: type[Site] | Site = Site, issues: list[Issue] | None = None, *, strict: bool = False
) -> list[Claim]:
    """Every claim of one post, with the value of those that were understood.

    A finder that raises becomes an `Issue` in `issues`, and the others go on; with `strict` it raises.
    """

    def chosen(entry: Post) -> Iterator[Claim]:
        return selectors.find(entry, site)

    claims: list[Claim] = []
    for name, finder in (("site file", chosen), *FINDERS):
        try:
            claims += [understood(claim, post) for claim in finder(post)]
        except Exception:
            if strict:
                raise
            if issues is not None:
                issues.append(Issue(post.doc.url, name, traceback.format_exc()))
    if post.parent is not None:
        parent = post.parent
        if parent.stated is None:
            parent.stated = [claim for claim in collect(parent, site, strict=strict) if claim.field in INHERITED]
        claims += parent.stated
    return claims


def understood(claim: Claim, post: Post) -> Claim:
    """A claim with its value, where its field's function reads one."""
    read = FIELDS.get(claim.field)
    value = read(claim, post) if read is not None else None
    return claim if value is None else replace(claim, value=value)
