"""One page as reviews: segment, collect, classify, settle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from aggregator.extract import JUDGED, STATED, TOLD, WEIGHED, find, inherited, understood
from aggregator.extract.classify import classify, may_be_review, signs_of_post
from aggregator.extract.films_linked import film_ids
from aggregator.extract.listing import next_page
from aggregator.extract.scales import shown, told
from aggregator.extract.sections import film_sections
from aggregator.extract.segment import Post, segment
from aggregator.records import Claim, Issue, LeftOut, Page, Parsed, Review, Source
from aggregator.scoring import parse_scale, settle_scale
from aggregator.site import Site
from aggregator.values.text import fold

SITE, JSONLD, MICRODATA, HREVIEW, PLATFORM, META, TEXT, _ = Source
TRUST: dict[str, tuple[Source, ...]] = {
    "headline": (SITE, PLATFORM, JSONLD, MICRODATA, HREVIEW, TEXT, META),
    "published": (SITE, PLATFORM, TEXT, JSONLD, MICRODATA, HREVIEW, META),
    "author": (SITE, PLATFORM, TEXT, JSONLD, MICRODATA, HREVIEW, META),
    "film_title": (SITE, JSONLD, MICRODATA, HREVIEW, PLATFORM, META, TEXT),
}
"""Fields whose order of trust is not that of `Source`: what a reader sees beats what plugins write."""
LISTS = frozenset(("cast", "directors"))
LABEL = "label: "
"""How the place of a credit begins that stands behind its label."""
FIELDS = ("headline", "film_title", "film_year", "author", "published", "rating", "cast", "directors", "verdict")
RANKS = {field: {source: rank for rank, source in enumerate(TRUST.get(field, tuple(Source)))} for field in FIELDS}


def parse_page(page: Page, site: type[Site] | Site = Site, *, strict: bool = False, following: bool = True) -> Parsed:
    """The reviews of a page, what was left out and why, and where its posts and its next page are.

    `following` asks for the next page: a look at every link, which nobody needs of a post.
    """
    doc, posts = segment(page, site)
    posts = [section for post in posts for section in (film_sections(post) if post.alone else ()) or (post,)]
    reviews: list[Review] = []
    left_out: list[LeftOut] = []
    issues: list[Issue] = []
    for post in posts:
        if site.skip and (re.search(site.skip, post.url) or re.search(site.skip, post.headline or "")):
            left_out.append(LeftOut(post.url, "other", 0.0, ("site file: skip",), post.headline))
            continue
        signs = signs_of_post(post)
        claims = understood(find(STATED, post, issues, site=site, strict=strict), post, JUDGED)
        open_ = not may_be_review(signs, claims, ())
        for number, finder in enumerate(WEIGHED):
            if open_ and not may_be_review(signs, claims, [name for name, _ in WEIGHED[number:]]):
                break
            claims += understood(find([finder], post, issues, strict=strict), post, JUDGED)
        judgement = classify(signs, claims, post)
        if not judgement.is_review:
            left_out.append(
                LeftOut(post.url, judgement.label, round(judgement.score, 3), judgement.reasons, post.headline)
            )
            continue
        claims = understood(claims + find(TOLD, post, issues, strict=strict), post)
        claims += inherited(post, site, strict=strict)
        for titles in films_of(post):
            reviews.append(refined(settle(post, claims, site, only=titles), post, site))
    return Parsed(
        tuple(reviews),
        tuple(left_out),
        tuple(issues),
        platform=posts[0].platform.name if posts else None,
        next_url=next_page(doc, posts[0].platform) if following and posts else None,
        links=tuple(dict.fromkeys(post.url for post in posts if not post.alone)),
    )


def films_of(post: Post) -> Sequence[str | None]:
    """The titles of a double feature, each for a review of its own; else one None."""
    titles = post.announced.titles if post.film is None else ()
    return titles if len(titles) >= 2 else (None,)


def settle(post: Post, claims: Sequence[Claim], site: type[Site] | Site, only: str | None = None) -> Review:
    """One review of a post's claims; `only` names the film of a double feature."""
    chosen: dict[str, list[Claim]] = {}
    disputed: list[str] = []
    by_field: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.value is not None:
            by_field.setdefault(claim.field, []).append(claim)
    for field in FIELDS:
        known = by_field.get(field, [])
        if field == "film_title" and only is not None:
            known = [claim for claim in known if claim.value == only] or known
        if field == "film_year" and only is not None:
            known = [claim for claim in known if claim.where.removeprefix("headline of ") in (only, claim.where)]
        if not known:
            continue
        order = RANKS[field]
        if len(known) > 1:
            known.sort(key=lambda claim: (not is_signature(claim), vagueness(claim), order.get(claim.source, 99)))
        best = fullest(known) if field == "author" else known[0]
        chosen[field] = people(best.source, known) if field in LISTS else [best]
        if len(known) > 2 and is_disputed(best, known[1:]):
            disputed.append(field)
    taken = {id(claim) for picked in chosen.values() for claim in picked}
    values: dict[str, Any] = {
        field: merged(picked) if field in LISTS else picked[0].value for field, picked in chosen.items()
    }
    if rating := values.get("rating"):
        rating = told(rating, by_field["rating"])
        outlet = parse_scale(site.scale) if site.scale else None
        learned = None if outlet else shown(rating, post)
        values["rating"] = settle_scale(rating, outlet=outlet, learned=learned, language=post.language)
    name = getattr(site, "name", "") or urlsplit(post.doc.url).hostname or ""
    return Review(
        url=post.url or post.doc.url,
        site=name,
        language=post.language,
        complete=post.complete,
        claims=tuple(picked(claim) if id(claim) in taken else claim for claim in claims if claim.field != "kind"),
        disputed=tuple(disputed),
        text=post.text,
        film_ids=film_ids(post),
        position=post.position,
        **values,
    )


def picked(claim: Claim) -> Claim:
    """The claim, marked as chosen."""
    return Claim(claim.field, claim.raw, claim.source, claim.where, claim.value, True)


def fullest(known: Sequence[Claim]) -> Claim:
    """The first claim of a writer, or the by-line that names this one among others."""
    first = known[0]
    parts = [claim for claim in known if f"{first.value}, " in claim.value or f", {first.value}" in claim.value]
    return max([first, *parts], key=lambda claim: len(claim.value)) if parts else first


def people(source: Source, known: Sequence[Claim]) -> list[Claim]:
    """A source's claims of persons, or the labels that a reader sees where they name these and others."""
    stated = [claim for claim in known if claim.source == source]
    labelled = [claim for claim in known if claim.where.startswith(LABEL)]
    if source != SITE and set(map(fold, merged(stated))) < set(map(fold, merged(labelled))):
        return labelled
    return stated


def vagueness(claim: Claim) -> int:
    """A rating in words gives way to any number, and a plugin's number without a scale to what a reader sees."""
    if claim.field != "rating":
        return 0
    if claim.value.value is None:
        return 2
    return int(claim.value.scale_source in (None, "assumed") and claim.source in (JSONLD, MICRODATA, HREVIEW))


def is_signature(claim: Claim) -> bool:
    """Whether a claim is the writer's own name under the text, which beats the account's."""
    return claim.where.startswith("signature: ") or claim.source == Source.SITE


def merged(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The persons of several claims, each once, in page order."""
    people: dict[str, str] = {}
    for claim in claims:
        for name in claim.value:
            people.setdefault(fold(name), name)
    return tuple(people.values())


def is_disputed(best: Claim, others: Sequence[Claim]) -> bool:
    """Whether two or more lower sources agree on another value."""
    if best.field in LISTS or best.field == "verdict":
        return False
    votes: dict[str, set[Source]] = {}
    own = sameness(best)
    for claim in others:
        if claim.source != best.source and (said := sameness(claim)) != own:
            votes.setdefault(said, set()).add(claim.source)
    return any(len(sources) >= 2 for sources in votes.values())


def sameness(claim: Claim) -> str:
    """A key under which two claims of one field say the same."""
    value = claim.value
    if claim.field == "rating":
        return f"{value.value}/{value.best}"
    if claim.field == "published":
        return str(value)[:10]
    return fold(str(value))


def refined(review: Review, post: Post, site: type[Site] | Site) -> Review:
    """The review as the site's own hook leaves it."""
    if isinstance(site, type):
        hook = site.refine
        return review if hook is Site.refine else hook(site(), review, post)
    return site.refine(review, post)


def extract(html: bytes | str, url: str) -> list[Review]:
    """The film reviews of a page: none, one or several.

    `html` is the page as fetched (bytes, any charset) or as text; `url` its absolute address.
    """
    return list(parse_page(Page(url or "", html), following=False).reviews)
