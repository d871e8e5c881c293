"""Commands about whole databases: db."""

from __future__ import annotations

from typing import Any

import typer

from aggregator.cli.films import Json

db = typer.Typer(no_args_is_help=True, help="Look after the database.", rich_markup_mode=None)


@db.command()
def upgrade() -> None:
    """Make the database, or bring it up to this version."""
    from aggregator.cli.database import writing
    from aggregator.cli.show import console

    with writing() as store:
        console().print(f"{store.url} is of this version", markup=False, soft_wrap=True)


@db.command()
def status(json: Json = False) -> None:
    """Say where the database is, whether it is of this version, and how much it holds."""
    from aggregator.cli.database import reading
    from aggregator.cli.show import console, counted, print_json
    from aggregator.store import queries
    from aggregator.store.migrations import HEAD

    with reading() as store:
        sites = queries.sites(store)
        found: dict[str, Any] = {
            "database": store.url,
            "schema": HEAD,
            "blogs": len(sites),
            "reviews": sum(site.reviews for site in sites),
            "held": queries.held_count(store),
            "left_out": sum(site.left_out for site in sites),
            "quarantined": sum(site.quarantined for site in sites),
        }
    if json:
        print_json(found)
        return
    console().print(f"{found['database']} is of this version", markup=False, soft_wrap=True)
    console().print(
        f"{counted(found['reviews'], 'review')} of {counted(found['blogs'], 'blog')}, {found['held']} of them held; "
        f"{counted(found['left_out'], 'post')} left out, {counted(found['quarantined'], 'page')} in quarantine"
    )


@db.command()
def rebuild_stats() -> None:
    """Make all statistics anew from the reviews, and how large outlets agree; they should come out as they are."""
    from aggregator.cli.database import writing
    from aggregator.cli.show import console
    from aggregator.store import pairs, statistics

    with writing(made=False) as store, console(stderr=True).status("counting reviews") as status:
        with store.write() as writer:
            statistics.rebuild(writer.connection)
        number = pairs.refresh(store, progress=lambda name: status.update(f"comparing {name} with others"))
    console().print(f"statistics made anew; {number} large outlets compared with others")


@db.command()
def metadata() -> None:
    """Print what Datasette shows beside the database's tables and views, as JSON: datasette FILE -m metadata.json."""
    import json
    from pathlib import Path

    from aggregator.cli.database import chosen
    from aggregator.store.described import metadata as described
    from aggregator.store.engine import address_of

    name = Path(address_of(chosen()).database or "").stem
    typer.echo(json.dumps(described(name), indent=2))
