"""Commands that change what is stored without a crawl: forget, scores."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from aggregator.cli.films import Json
from aggregator.cli.which import the_author, the_site

if TYPE_CHECKING:
    from aggregator.store.scales import Rescored


def forget(
    url: Annotated[str | None, typer.Argument(metavar="URL", help="The page whose reviews leave.")] = None,
    site: Annotated[str | None, typer.Option(metavar="NAME", help="Instead, all that is stored of this site.")] = None,
    author: Annotated[str | None, typer.Option(metavar="NAME", help="Instead, all reviews by this writer.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask first, as a terminal does.")] = False,
) -> None:
    """Take reviews down, and keep them out of later crawls: only hashes of their URLs stay."""
    from aggregator.cli.database import writing
    from aggregator.cli.show import console, counted
    from aggregator.store.removal import forget as take_down

    if sum(one is not None for one in (url, site, author)) != 1:
        raise typer.BadParameter("say one of URL, --site and --author")
    if url is not None and not url.startswith(("http://", "https://")):
        raise typer.BadParameter(f"{url!r} is no http or https URL", param_hint="URL")
    with writing(made=url is not None) as store:
        if site is not None:
            the_site(store, site)
        if author is not None:
            the_author(store, author)
        if not yes and sys.stdin.isatty():
            typer.confirm(f"Take down {url or site or author} for good?", abort=True)
        with console(stderr=True).status("taking it out of the database and of every file of the archive"):
            number = take_down(store, url=url, site=site, author=author)
    console().print(f"{counted(number, 'review')} taken down, and kept out from now on", markup=False)


def scores(
    policy: Annotated[
        str | None, typer.Option(metavar="NAME", help="The policy; without it, what each one would move.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would move.")] = False,
    json: Json = False,
) -> None:
    """Compute all scores anew under a policy, without a crawl, and show what moved."""
    from dataclasses import asdict

    from aggregator.cli.database import reading, writing
    from aggregator.cli.show import print_json, print_table
    from aggregator.scoring import POLICIES
    from aggregator.store.scales import rescore

    if policy is not None and policy not in POLICIES:
        raise typer.BadParameter(f"use {', '.join(POLICIES)}", param_hint="--policy")
    write = policy is not None and not dry_run
    with writing(made=False) if write else reading() as store:
        found = [rescore(store, name, write=write) for name in ([policy] if policy else POLICIES)]
    if json:
        print_json([asdict(one) for one in found] if policy is None else asdict(found[0]))
    elif policy is None:
        rows = [(one.policy, POLICIES[one.policy].version, one.rated, one.moved) for one in found]
        print_table(("policy", "version", "ratings", "would move"), rows, right=("version", "ratings", "would move"))
    else:
        _show_moves(found[0], write=write)


def _show_moves(found: Rescored, *, write: bool) -> None:
    from aggregator.cli.show import console, points, print_table

    verb = "moved" if write else "would move"
    console().print(f"{found.moved} of {found.rated} scores {verb} under {found.policy}", markup=False)
    if found.largest:
        rows = [(one.review_id, one.raw, points(one.before), points(one.after), one.url) for one in found.largest]
        print_table(("review", "rating", "before", "after", "url"), rows, right=("review", "before", "after"))
        if found.moved > len(rows):
            console().print(f"and {found.moved - len(rows)} smaller moves")
