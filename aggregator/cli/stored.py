"""Commands that read the database: films, film, reviews, sites, runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from aggregator.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from aggregator.store import Store
    from aggregator.store.rows import StoredFilm

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Limit = Annotated[int, typer.Option(min=1, help="How many at most.")]


def films(
    query: Annotated[str | None, typer.Argument(help="Words of a title, with or without its year.")] = None,
    sort: Annotated[str, typer.Option(help="voices, mean, title, year or newest.")] = "voices",
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """List the films that were reviewed."""
    from aggregator.cli.database import reading
    from aggregator.cli.show import print_json
    from aggregator.store import queries

    if sort not in queries.FILM_SORTS:
        raise typer.BadParameter(f"use {', '.join(queries.FILM_SORTS)}", param_hint="--sort")
    with reading() as store:
        found = queries.films(store, query, sort=sort, limit=limit)
    if json:
        print_json([film.as_dict() for film in found])
    elif found:
        show_films(found)
    else:
        raise Stop(Exit.NOT_FOUND, f"no film is called anything like {query!r}" if query else "no film is stored yet")


def show_films(found: list[StoredFilm]) -> None:
    """Print films as a table."""
    from aggregator.cli.show import points, print_table

    rows = [
        (film.id, film.title, film.year, ", ".join(film.directors), film.voices, film.scored, points(film.mean))
        for film in found
    ]
    numbers = ("id", "voices", "scores", "mean")
    print_table(("id", "film", "year", "directors", "voices", "scores", "mean"), rows, right=numbers)


def film(
    which: Annotated[str, typer.Argument(metavar="TITLE_OR_ID", help="A title, with its year or without, or an id.")],
    json: Json = False,
) -> None:
    """Compare what the blogs say of one film."""
    from aggregator.cli import comparison
    from aggregator.cli.database import reading
    from aggregator.cli.show import print_json

    with reading() as store:
        found = the_film(store, which)
        stories, summary = comparison.compare(store, found)
    if json:
        print_json(comparison.as_json(found, stories, summary))
    else:
        comparison.show(found, stories, summary)


def the_film(store: Store, which: str) -> StoredFilm:
    """The one film of an id or title; raises Stop where there is none, or more than one."""
    from aggregator.cli.comparison import named
    from aggregator.store import queries

    if which.isdecimal() and (by_id := queries.film(store, int(which))) is not None:
        return by_id
    found = [film for film in queries.find_films(store, which) if film.voices] or queries.films(store, which, limit=6)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Stop(Exit.NOT_FOUND, f"no film is called {which!r} (aggregator films lists all)")
    names = ", ".join(f"{film.id} is {named(film)}" for film in found)
    raise Stop(Exit.NOT_FOUND, f"more than one film answers to {which!r}: {names}; give the id, or title and year")


def reviews(
    site: Annotated[str | None, typer.Option(help="Only of this site.")] = None,
    film: Annotated[str | None, typer.Option(help="Only of this film: a title or an id.")] = None,
    author: Annotated[str | None, typer.Option(help="Only by this writer.")] = None,
    held: Annotated[bool, typer.Option(help="Only those whose film is not clear.")] = False,
    limit: Limit = 20,
    json: Json = False,
) -> None:
    """List the reviews that were published last."""
    from aggregator.cli.database import reading
    from aggregator.cli.show import points, print_json, print_table
    from aggregator.store import queries

    with reading() as store:
        film_id = the_film(store, film).id if film else None
        found = queries.reviews(store, site=site, author=author, film_id=film_id, held=held, limit=limit)
    if json:
        print_json([review.as_dict() for review in found])
        return
    rows: list[tuple[Any, ...]] = [
        (
            *((review.published or "")[:10], review.film_title, review.film_year, review.site, review.author),
            *(review.rating.raw if review.rating else None, points(review.score)),
        )
        for review in found
    ]
    print_table(("date", "film", "year", "blog", "author", "rating", "score"), rows, right=("score",))


def sites(json: Json = False) -> None:
    """List the named sites and the blogs that are stored."""
    from aggregator.cli.database import writing
    from aggregator.cli.show import points, print_json, print_table
    from aggregator.cli.sites import site_names, site_of
    from aggregator.store import queries

    with writing() as store:
        stored = {site.name: site for site in queries.sites(store)}
    homes = {name: site_of(name).home for name in site_names()}
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
    rows: list[tuple[Any, ...]] = []
    for name in names:
        site = stored.get(name)
        home = (site.home if site else None) or homes.get(name)
        figures = (site.reviews, site.scored, points(site.mean), site.left_out, site.state) if site else (0,) * 2
        rows.append((name, "yes" if name in homes else None, home, *figures, *(None,) * (5 - len(figures))))
    columns = ("name", "site file", "home", "reviews", "scores", "mean", "left out", "last run")
    print_table(columns, rows, right=("reviews", "scores", "mean", "left out"))


def runs(
    site: Annotated[str | None, typer.Option(help="Only of this site.")] = None,
    limit: Limit = 20,
    json: Json = False,
) -> None:
    """List the last runs: when, how they went, what they found."""
    from dataclasses import asdict

    from aggregator.cli.database import reading
    from aggregator.cli.show import print_json, print_table
    from aggregator.store import queries

    with reading() as store:
        found = queries.runs(store, site=site, limit=limit)
    if json:
        print_json([asdict(run) for run in found])
        return
    rows = [
        (
            *(run.id, run.site, run.kind, run.state, run.started[:19], (run.finished or "")[:19]),
            *(counts(run.outcomes), run.reason),
        )
        for run in found
    ]
    print_table(("id", "site", "kind", "state", "started", "finished", "outcomes", "reason"), rows, right=("id",))


def counts(numbers: Any) -> str:
    """Names with numbers in one line: "12 new, 3 same"."""
    return ", ".join(f"{number} {name}" for name, number in numbers.items() if number)
