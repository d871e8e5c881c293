"""Decisions about films that people take: link, unlink, merge, split, and taking one back."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from aggregator.cli.films import Json
from aggregator.cli.which import the_film, the_review

if TYPE_CHECKING:
    from aggregator.store.judge import Judgement

Review = Annotated[str, typer.Argument(metavar="REVIEW", help="A review's id or URL.")]
Why = Annotated[str | None, typer.Option(help="The reason, for whoever reads the decision later.")]
Who = Annotated[str | None, typer.Option(help="Who decides; by default the user of this machine.")]


def link(
    review: Review,
    film: Annotated[str, typer.Argument(metavar="FILM", help="A film's title or id.")],
    why: Why = None,
    who: Who = None,
) -> None:
    """Decide that a review is about this film, now and after every later crawl."""
    from aggregator.cli.database import writing
    from aggregator.store import judge

    with writing(made=False) as store:
        found = the_film(store, film)
        made = judge.link(store, the_review(store, review), found.id, who=_name(who), why=why)
    _tell(made, f"review {review} is about {found.title}")


def unlink(review: Review, why: Why = None, who: Who = None) -> None:
    """Decide that a review is not about the film that it has: it waits for another."""
    from aggregator.cli.database import writing
    from aggregator.store import judge

    with writing(made=False) as store:
        made = judge.unlink(store, the_review(store, review), who=_name(who), why=why)
    _tell(made, f"review {review} waits for another film than {made.film_id}")


def merge(
    film: Annotated[str, typer.Argument(metavar="FILM", help="The film that goes: a title or id.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The film that stays.")],
    why: Why = None,
    who: Who = None,
) -> None:
    """Decide that two films are one: the reviews of the first go to the second."""
    from aggregator.cli.comparison import named
    from aggregator.cli.database import writing
    from aggregator.cli.show import counted
    from aggregator.store import judge

    with writing(made=False) as store:
        gone, stays = the_film(store, film), the_film(store, into)
        made = judge.merge(store, gone.id, stays.id, who=_name(who), why=why)
    moved = len((made.moved or {}).get("reviews", ()))
    _tell(made, f"{named(gone)} is {named(stays)}: {counted(moved, 'review')} moved to film {stays.id}")


def split(
    reviews: Annotated[list[str], typer.Argument(metavar="REVIEW", help="Ids or URLs of one film's reviews.")],
    why: Why = None,
    who: Who = None,
) -> None:
    """Decide that these reviews are about another film than the one that they share."""
    from aggregator.cli.database import writing
    from aggregator.cli.show import console
    from aggregator.store import judge

    with writing(made=False) as store:
        new = judge.split(store, [the_review(store, one) for one in reviews], who=_name(who), why=why)
    console().print(f"{', '.join(reviews)}: about a film of its own now, film {new}", markup=False, soft_wrap=True)


def undo(
    decision: Annotated[int, typer.Argument(metavar="DECISION", help="Its number in aggregator films decisions.")],
    why: Why = None,
    who: Who = None,
) -> None:
    """Take a decision back; it stays on record as ended."""
    from aggregator import settings
    from aggregator.cli.database import writing
    from aggregator.films import catalog_at
    from aggregator.ingest.retry import retry
    from aggregator.store import judge

    with writing(made=False) as store:
        ended = judge.end(store, decision, who=_name(who), why=why)
        catalog = catalog_at(settings.CATALOG)
        with catalog or nullcontext():
            retry(store, catalog=catalog)
    _tell(ended, f"the {ended.kind} has ended")


def decisions(
    ended: Annotated[bool, typer.Option("--all", help="Those that ended, too.")] = False, json: Json = False
) -> None:
    """List the decisions that stand: what, who, when and why."""
    from dataclasses import asdict

    from aggregator.cli.database import reading
    from aggregator.cli.show import print_json, print_table
    from aggregator.store import judge

    with reading() as store:
        found = judge.judgements(store, ended=ended)
    if json:
        print_json([asdict(one) for one in found])
        return
    rows = [
        (one.id, one.kind, one.film_id, one.into_id, one.who, one.at[:10], one.why, one.ended_at, one.review_key)
        for one in found
    ]
    columns = ("id", "what", "film", "into", "who", "when", "why", "ended", "review")
    print_table(columns, rows, right=("id", "film", "into"))


def _name(who: str | None) -> str:
    from getpass import getuser

    return who or getuser()


def _tell(made: Judgement, what: str) -> None:
    from aggregator.cli.show import console

    console().print(f"decision {made.id}: {what}", markup=False, soft_wrap=True)
