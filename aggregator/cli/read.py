"""`aggregator extract`: one page as reviews, with the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from aggregator.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from rich.console import Console

    from aggregator.records import Claim, LeftOut, Parsed, Review
    from aggregator.site import Site

FIELDS = (
    "film_title",
    "film_year",
    "headline",
    "author",
    "published",
    "rating",
    "directors",
    "cast",
    "verdict",
    "language",
)


def extract(
    place: Annotated[str, typer.Argument(metavar="FILE_OR_URL", help="A saved page, or its address on the web.")],
    url: Annotated[str | None, typer.Option(help="The address that a saved page was fetched from.")] = None,
    site: Annotated[
        str | None, typer.Option(help="Read it as this site; by default the one whose host it has.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    explain: Annotated[
        bool, typer.Option(help="Show every claim, the chosen and the lost, and what was left out.")
    ] = False,
) -> None:
    """Read the film reviews of one page."""
    from aggregator.cli.fetch import read_page
    from aggregator.cli.show import print_json
    from aggregator.parse import parse_page

    page = read_page(place, url)
    parsed = parse_page(page, site_for(page.url, site))
    if json:
        print_json(_as_json(parsed, explain=explain))
    else:
        show_parsed(parsed, explain=explain)
    if not parsed.reviews:
        raise Stop(Exit.NO_REVIEW, _why_none(place, parsed, explain=explain))


def show_parsed(parsed: Parsed, *, explain: bool) -> None:
    """Print the reviews of a page; with `explain` also lost claims, and posts left out. What failed is no output."""
    from aggregator.cli.show import console

    for review in parsed.reviews:
        _show_review(console(), review, explain=explain)
    if explain:
        _show_left_out(console(), parsed.left_out)
    for issue in parsed.issues:
        console(stderr=True).print(f"finder {issue.finder} failed on this page:\n{issue.traceback}", markup=False)


def site_for(url: str, name: str | None) -> type[Site]:
    """The named site, the site whose home is on the page's host, or a blog never seen."""
    from urllib.parse import urlsplit

    from aggregator.cli.sites import site_of, usable_sites
    from aggregator.site import Site

    if name is not None:
        return site_of(name)
    host = urlsplit(url).hostname
    if host is None:
        return Site
    return next((each for each in usable_sites().values() if urlsplit(each.home).hostname == host), Site)


def _as_json(parsed: Parsed, *, explain: bool) -> dict[str, Any]:
    reviews = []
    for review in parsed.reviews:
        row = review.as_dict()
        if explain:
            row["disputed"] = list(review.disputed)
            row["claims"] = [_claim_as_json(claim) for claim in review.claims]
        reviews.append(row)
    left_out = [
        {"url": post.url, "headline": post.headline, "label": post.label, "score": post.score, "reasons": post.reasons}
        for post in parsed.left_out
    ]
    return {"platform": parsed.platform, "reviews": reviews, "left_out": left_out}


def _claim_as_json(claim: Claim) -> dict[str, Any]:
    understood = claim.value is not None
    return {
        "field": claim.field,
        "raw": claim.raw,
        "value": shown(claim.value) if understood else None,
        "understood": understood,
        "chosen": claim.chosen,
        "source": claim.source.name,
        "where": claim.where,
    }


def _show_review(out: Console, review: Review, *, explain: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    state = "" if review.complete else " (excerpt)"
    out.print(Text(f"{review.headline or review.url}{state}", style="bold"))
    out.print(Text(review.url, style="dim"), soft_wrap=True)
    table = Table(box=None, show_header=explain, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("field", "value", "raw", "source", "where") if explain else ("field", "value"):
        table.add_column(name, overflow="fold", style="cyan" if name == "field" else None)
    for name in FIELDS:
        value = getattr(review, name)
        label = f"{name} (disputed)" if name in review.disputed else name
        if not explain:
            table.add_row(label, Text(shown(value) or "–"))
            continue
        claims = [claim for claim in review.claims if claim.field == name]
        chosen = [claim for claim in claims if claim.chosen]
        if not chosen:
            table.add_row(label, Text(shown(value) or "–"))
        for claim in chosen:
            table.add_row(label, Text(shown(claim.value)), Text(claim.raw), claim.source.name, Text(claim.where))
        for claim in claims:
            if not claim.chosen:
                value = shown(claim.value) if claim.value is not None else "not understood"
                said = (Text(value, style="dim"), Text(claim.raw, style="dim"))
                table.add_row(Text("  lost", style="dim"), *said, claim.source.name, Text(claim.where))
    out.print(table)
    out.print()


def _show_left_out(out: Console, left_out: tuple[LeftOut, ...]) -> None:
    from rich.text import Text

    for post in left_out:
        out.print(Text(f"left out: {post.headline or post.url}", style="bold"))
        out.print(Text(f"  {post.label}, {post.score:.2f} like a review: {'; '.join(post.reasons)}"))
        out.print(Text(f"  {post.url}", style="dim"), soft_wrap=True)


def shown(value: Any) -> str:
    """A field's value in one line."""
    from aggregator.scoring import score
    from aggregator.values.rating import Rating
    from aggregator.values.verdict import Verdict

    if value is None:
        return ""
    if isinstance(value, Rating):
        points = score(value)
        return f"{value.raw}  →  {points:.0f} of 100" if points is not None else value.raw
    if isinstance(value, Verdict):
        return f"{value.label}: {value.text}" if value.label else value.text
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)


def _why_none(place: str, parsed: Parsed, *, explain: bool) -> str:
    if not parsed.left_out:
        return f"{place} holds no film review"
    labels = ", ".join(sorted({post.label for post in parsed.left_out}))
    hint = "" if explain else " (--explain says why)"
    return f"{place} holds no film review: {len(parsed.left_out)} left out as {labels}{hint}"
