"""Page in, claims out: the finders in order of trust, and what understands each field."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator

from aggregator.extract import dated, markup, meta, selectors, structured
from aggregator.extract.fields import FIELDS
from aggregator.extract.heuristics import bylines, credits, films, ratings, verdicts
from aggregator.extract.segment import Post
from aggregator.records import Claim, Issue
from aggregator.site import Site

Finder = tuple[str, Callable[[Post], Iterator[Claim]]]

STATED: tuple[Finder, ...] = (("structured", structured.find), ("markup", markup.find), ("meta", meta.find))
"""What data and markup state, after the site file's own."""
WEIGHED: tuple[Finder, ...] = (("ratings", ratings.find), ("credits", credits.find), ("verdicts", verdicts.find))
"""Readers of the text that speak for a review: costly, so not for a post that is none whatever they find."""
DATED: Finder = ("dated", dated.find)
SIGNED: Finder = ("by-lines", bylines.find)
TOLD: tuple[Finder, ...] = (("bottom line", verdicts.unlabelled), DATED, ("films", films.find), SIGNED)
"""Readers of the text for what is a review."""

JUDGED = frozenset(("rating", "cast", "directors"))
"""Fields whose values speak for a review."""
INHERITED = ("author", "published")
"""What a section of a post has from the post."""

__all__ = ["FIELDS", "JUDGED", "STATED", "TOLD", "WEIGHED", "collect", "find", "inherited", "understood"]


def find(
    finders: Iterable[Finder],
    post: Post,
    issues: list[Issue] | None = None,
    *,
    site: type[Site] | Site | None = None,
    strict: bool = False,
) -> list[Claim]:
    """What finders claim of a post, the site file first where one is given; raw texts only.

    A finder that raises becomes an `Issue` in `issues`, and the others go on; with `strict` it raises.
    """
    claims: list[Claim] = []
    chosen = (("site file", lambda entry: selectors.find(entry, site)),) if site is not None else ()
    for name, finder in (*chosen, *finders):
        try:
            claims += finder(post)
        except Exception:
            if strict:
                raise
            if issues is not None:
                issues.append(Issue(post.doc.url, name, traceback.format_exc()))
    return claims


def understood(claims: Iterable[Claim], post: Post, fields: Iterable[str] = FIELDS) -> list[Claim]:
    """The claims, those of `fields` with their value where the field's function reads one."""
    known: list[Claim] = []
    for claim in claims:
        read = FIELDS.get(claim.field) if claim.value is None and claim.field in fields else None
        value = read(claim, post) if read is not None else None
        known.append(claim if value is None else Claim(claim.field, claim.raw, claim.source, claim.where, value))
    return known


def inherited(post: Post, site: type[Site] | Site = Site, *, strict: bool = False) -> list[Claim]:
    """What a section has from the post that it is a part of."""
    parent = post.parent
    if parent is None:
        return []
    if parent.stated is None:
        claims = find((*STATED, DATED, SIGNED), parent, site=site, strict=strict)
        parent.stated = understood([claim for claim in claims if claim.field in INHERITED], parent)
    return parent.stated


def collect(
    post: Post, site: type[Site] | Site = Site, issues: list[Issue] | None = None, *, strict: bool = False
) -> list[Claim]:
    """Every claim of one post, with the value of those that were understood; errors as in `find`."""
    claims = find((*STATED, *WEIGHED, *TOLD), post, issues, site=site, strict=strict)
    return understood(claims, post) + inherited(post, site, strict=strict)
