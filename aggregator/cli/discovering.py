"""`aggregator discover`: the sources from which a blog can be crawled, ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from aggregator.cli.exits import Exit, Stop
from aggregator.cli.films import Json

if TYPE_CHECKING:
    from aggregator.crawl.entries import Listing


def discover(
    target: Annotated[str, typer.Argument(metavar="URL", help="The home page of a blog, or the name of a site.")],
    json: Json = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show Scrapy's log.")] = False,
) -> None:
    """Rank the sources of a blog: how far back each reaches, how many posts it shows, what it tells. Stores nothing.

    A source is the platform's API, a feed, a sitemap or archive pages, named as a site file's `listing` names it.
    """
    from aggregator.cli.crawling import log_to
    from aggregator.cli.show import console, print_json, print_table, text
    from aggregator.cli.sites import site_names, site_of
    from aggregator.crawl.run import UnreachableError, sources
    from aggregator.runs import advice

    log_to(verbose)
    home = site_of(target).home if target in site_names() else target
    try:
        with console(stderr=True).status(f"looking at {home}"):
            found = sources(home)
    except UnreachableError as error:
        raise Stop(Exit.CANNOT_FETCH, ": ".join(filter(None, (str(error), advice(str(error)))))) from None
    if json:
        print_json([_as_json(listing) for listing in found])
        return
    if not found:
        raise Stop(Exit.NOT_FOUND, f"{home} shows no source of posts")
    rows = [(number, *_cells(listing)) for number, listing in enumerate(found, start=1)]
    columns = ("rank", "source", "posts", "back to", "changes told", "whole posts")
    print_table(columns, rows, right=("rank", "posts"), keep=("source", "posts", "back to"))
    for number, listing in enumerate(found, start=1):  # beneath, so that they can be copied whole
        console().print(f"{number:>4}  {text(listing.url)}", markup=False, soft_wrap=True)
    console().print(f"aggregator crawl {target} reads source 1", markup=False, soft_wrap=True)


def _as_json(listing: Listing) -> dict[str, Any]:
    return {
        "kind": listing.kind,
        "url": listing.url,
        "posts": listing.total,
        "shown": len(listing.entries),
        "oldest": listing.oldest,
        "reaches_all": listing.reaches_all,
        "tells_changes": listing.tells_changes,
        "gives_whole_posts": listing.whole,
    }


def _cells(listing: Listing) -> tuple[object, ...]:
    posts = listing.total if listing.total is not None else f"{len(listing.entries)}+" if listing.entries else None
    back = ", ".join(filter(None, ("the first" if listing.reaches_all else "", (listing.oldest or "")[:10])))
    told = "yes" if listing.tells_changes else "no"
    return listing.kind, posts, back, told, "yes" if listing.whole else "no"
