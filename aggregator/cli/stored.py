"""Commands that say how blogs fare: sites, runs, pages in quarantine, posts left out."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from aggregator.cli.films import Json, Limit
from aggregator.cli.groups import group
from aggregator.cli.which import the_site


def sites(json: Json = False) -> None:
    """List the named sites and the blogs that are stored."""
    from contextlib import suppress

    from aggregator.cli.database import chosen
    from aggregator.cli.show import points, print_json, print_table
    from aggregator.cli.sites import usable_sites
    from aggregator.store import StoreMissing, open_store, queries

    stored = {}
    with suppress(StoreMissing), open_store(chosen(), read_only=True) as store:
        stored = {site.name: site for site in queries.sites(store)}
    homes = {name: site.home for name, site in usable_sites().items()}
    names = sorted(homes.keys() | stored.keys())
    if json:
        empty = {"reviews": 0}
        print_json(
            [
                {"name": name, "home": homes.get(name), "named": name in homes}
                | (stored[name].as_dict() if name in stored else empty)
                for name in names
            ]
        )
        return
    figures = ("reviews", "copies", "scores", "mean", "left out", "last run")
    rows: list[tuple[Any, ...]] = []
    for name in names:
        site = stored.get(name)
        home = (site.home if site else None) or homes.get(name)
        counted = (
            (site.reviews, site.copies, site.scored, points(site.mean), site.left_out, site.state) if site else (0,)
        )
        rows.append((name, "yes" if name in homes else None, home, *counted, *(None,) * (len(figures) - len(counted))))
    print_table(("name", "site file", "home", *figures), rows, right=figures[:-1])


runs = group("The run ledger, and the pages that gave no review.")


@runs.command("list")
def list_runs(
    site: Annotated[str | None, typer.Option(help="Only of this site.")] = None,
    limit: Limit = 20,
    json: Json = False,
) -> None:
    """List the last runs: when, how they went, what they found."""
    from dataclasses import asdict, replace

    from aggregator.cli.database import reading
    from aggregator.cli.show import print_json, print_table
    from aggregator.runs import advice, gone
    from aggregator.store import queries

    with reading() as store:
        dead = gone(store)
        found = [
            replace(run, state="cut-off") if run.id in dead else run
            for run in queries.runs(store, site=site and the_site(store, site), limit=limit)
        ]
    if json:
        print_json([asdict(run) | {"advice": advice(run.reason)} for run in found])
        return
    rows = [
        (
            *(run.id, run.site, run.kind, run.state, run.started[:19], (run.finished or "")[:19]),
            *(counts(run.outcomes), run.reason),
        )
        for run in found
    ]
    print_table(
        ("id", "site", "kind", "state", "started", "finished", "outcomes", "reason"),
        rows,
        right=("id",),
        keep=("state",),
        nothing="nothing has run yet",
    )


@runs.command()
def health(json: Json = False) -> None:
    """Say how each blog stands, the worst first, and what to do; ends with an error where one is broken or quiet."""
    from aggregator.cli.crawling import NAMED
    from aggregator.cli.database import writing
    from aggregator.cli.exits import Exit, Stop
    from aggregator.cli.show import print_json, print_table
    from aggregator.cli.sites import passed_over, usable_sites
    from aggregator.runs import overview

    with writing(made=False) as store:
        found = overview(store, {name: site.every for name, site in usable_sites().items()})
    if json:
        print_json([site.as_dict() for site in found])
    else:
        rows = [
            (
                site.name,
                site.state,
                site.last_good,
                site.newest,
                "now" if site.is_due else None,
                site.reason,
                site.advice,
            )
            for site in found
        ]
        columns = ("site", "state", "last good", "newest review", "due", "why", "what to do")
        print_table(columns, rows, keep=("state", "last good", "newest review", "due"))
    ill = [f"{name}'s site file cannot be loaded" for name in passed_over()]
    if ill := ill + [f"{site.name} is {site.state}" for site in found if site.state in ("broken", "quiet")]:
        others = f", and {len(ill) - NAMED} more" if len(ill) > NAMED else ""
        raise Stop(Exit.RUN_BROKEN, ", ".join(ill[:NAMED]) + others)


@runs.command()
def quarantine(
    site: Annotated[str | None, typer.Option(help="Only of this site.")] = None,
    json: Json = False,
) -> None:
    """List the pages on which parsing raised, with the finder and its last words; --json has the tracebacks."""
    from dataclasses import asdict

    from aggregator.cli.database import reading
    from aggregator.cli.show import print_json, print_table
    from aggregator.store import queries

    with reading() as store:
        found = queries.quarantine(store, site=site and the_site(store, site))
    if json:
        print_json([asdict(page) for page in found])
        return
    rows = [
        (
            page.first_seen[:10],
            page.site,
            page.run_id,
            page.finder,
            page.traceback.strip().rpartition("\n")[2],
            page.url,
        )
        for page in found
    ]
    columns = ("since", "site", "run", "finder", "error", "url")
    print_table(columns, rows, right=("run",), nothing="no page is in quarantine")


@runs.command()
def left_out(
    site: Annotated[str | None, typer.Option(help="Only of this site.")] = None,
    label: Annotated[str | None, typer.Option(help="Only those taken for this: news, list, interview ...")] = None,
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """List the posts that were not taken for film reviews, and why."""
    from dataclasses import asdict

    from aggregator.cli.database import reading
    from aggregator.cli.show import print_json, print_table
    from aggregator.store import queries

    with reading() as store:
        found = queries.left_out(store, site=site and the_site(store, site), label=label, limit=limit)
    if json:
        print_json([asdict(post) for post in found])
        return
    rows = [(post.site, post.label, post.headline, f"{post.score:.2f}", "; ".join(post.reasons)) for post in found]
    columns = ("site", "taken for", "headline", "score", "why")
    print_table(columns, rows, right=("score",), nothing="no such post was left out")


@runs.command()
def passed_over(
    site: Annotated[str | None, typer.Option(help="Only of this site.")] = None,
    reason: Annotated[str | None, typer.Option(help="Only for this reason: http-404, robots, limit, older ...")] = None,
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """List the URLs that a blog's sources name and that were not read, and why; how many for each reason."""
    from dataclasses import asdict

    from aggregator.cli.database import reading
    from aggregator.cli.show import console, print_json, print_table
    from aggregator.store import passed

    with reading() as store:
        found = passed.passed_over(store, site=site and the_site(store, site), reason=reason, limit=limit)
        reasons = passed.reasons(store, site=site)
    if json:
        print_json({"reasons": dict(reasons.most_common()), "urls": [asdict(one) for one in found]})
        return
    rows = [(one.at[:10], one.site, one.run_id, one.reason, passed.MEANINGS.get(one.reason), one.url) for one in found]
    columns = ("since", "site", "run", "reason", "which means", "url")
    print_table(columns, rows, right=("run",), keep=("since", "reason"), nothing="no such URL was passed over")
    console().print(f"in all: {counts(reasons) or 'none'}", markup=False, soft_wrap=True)


def counts(numbers: Any) -> str:
    """Names with numbers in one line: "12 new, 3 same"."""
    return ", ".join(f"{number} {name}" for name, number in numbers.items() if number)
