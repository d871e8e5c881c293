"""Commands that read films: the list, those that wait, and one film's comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from aggregator.cli.exits import Exit, Stop
from aggregator.cli.groups import group

if TYPE_CHECKING:
    from aggregator.store.rows import StoredFilm

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Limit = Annotated[int, typer.Option(min=1, help="How many at most.")]

films = group("The films that were reviewed, and decisions about them.")


@films.command("list")
def list_films(
    query: Annotated[str | None, typer.Argument(help="Words of a title, with or without its year.")] = None,
    held: Annotated[bool, typer.Option("--held", help="Instead, the reviews whose film is not clear.")] = False,
    sort: Annotated[str, typer.Option(help="voices, mean, title, year or newest.")] = "voices",
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """List the films that were reviewed, or the reviews that wait for their film."""
    from aggregator.cli.database import reading
    from aggregator.cli.show import print_json
    from aggregator.store import queries

    if sort not in queries.FILM_SORTS:
        raise typer.BadParameter(f"use {', '.join(queries.FILM_SORTS)}", param_hint="--sort")
    if held:
        if query is not None:
            raise typer.BadParameter("--held takes no query", param_hint="QUERY")
        show_held(limit, json=json)
        return
    with reading() as store:
        found = queries.films(store, query, sort=sort, limit=limit)
    if json:
        print_json([film.as_dict() for film in found])
    elif found:
        show_films(found)
    if not found and query:
        raise Stop(Exit.NOT_FOUND, f"no film is called anything like {query!r}")
    if not found and not json:
        raise Stop(Exit.NOT_FOUND, "no film is stored yet")


def show_films(found: list[StoredFilm]) -> None:
    """Print films as a table."""
    from aggregator.cli.show import points, print_table

    rows = [
        (film.id, film.title, film.year, ", ".join(film.directors), film.voices, film.scored, points(film.mean))
        for film in found
    ]
    numbers = ("id", "voices", "scores", "mean")
    print_table(("id", "film", "year", "directors", "voices", "scores", "mean"), rows, right=numbers)


def show_held(limit: int, *, json: bool) -> None:
    """Print the reviews whose film is not clear, and why."""
    from aggregator.cli.database import reading
    from aggregator.cli.show import console, print_json, print_table
    from aggregator.store import queries

    with reading() as store:
        found, count = queries.reviews(store, held=True, limit=limit), queries.held_count(store)
    if json:
        print_json([review.as_dict() for review in found])
        return
    if rows := [(review.id, review.film_title, review.film_year, review.site, review.held) for review in found]:
        print_table(("id", "film as written", "year", "blog", "why it waits"), rows, right=("id",))
    console().print(f"{count} {'review waits' if count == 1 else 'reviews wait'}", markup=False)


def film(
    which: Annotated[str, typer.Argument(metavar="TITLE_OR_ID", help="A title, with its year or without, or an id.")],
    json: Json = False,
) -> None:
    """Compare what the blogs say of one film."""
    from aggregator.cli import comparison
    from aggregator.cli.database import reading
    from aggregator.cli.show import print_json
    from aggregator.cli.which import the_film

    with reading() as store:
        found = the_film(store, which)
        compared = comparison.compare(store, found)
    if json:
        print_json(comparison.as_json(found, *compared))
    else:
        comparison.show(found, *compared)
