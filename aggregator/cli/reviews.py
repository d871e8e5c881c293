"""Commands that read reviews: the newest ones, and what changed of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from aggregator.cli.films import Json, Limit
from aggregator.cli.groups import group
from aggregator.cli.which import the_author, the_film, the_review, the_site

if TYPE_CHECKING:
    from aggregator.store.rows import Revision

LONGEST = 60
"""Characters of a changed value that are printed; the whole stands in the JSON."""

reviews = group("The stored reviews.")


@reviews.command("list")
def list_reviews(
    site: Annotated[str | None, typer.Option(help="Only of this site.")] = None,
    film: Annotated[str | None, typer.Option(help="Only of this film: a title or an id.")] = None,
    author: Annotated[str | None, typer.Option(help="Only by this writer.")] = None,
    held: Annotated[bool, typer.Option("--held", help="Only those whose film is not clear.")] = False,
    limit: Limit = 20,
    json: Json = False,
) -> None:
    """List the reviews that were published last."""
    from aggregator.cli.database import reading
    from aggregator.cli.show import points, print_json, print_table
    from aggregator.store import queries

    with reading() as store:
        film_id = the_film(store, film).id if film else None
        site, author = site and the_site(store, site), author and the_author(store, author)
        found = queries.reviews(store, site=site, author=author, film_id=film_id, held=held, limit=limit)
    if json:
        print_json([review.as_dict() for review in found])
        return
    rows: list[tuple[Any, ...]] = [
        (
            *(review.id, (review.published or "")[:10], review.film_title, review.film_year, review.site),
            *(review.author, review.rating.raw if review.rating else None, points(review.score)),
        )
        for review in found
    ]
    columns = ("id", "date", "film", "year", "blog", "author", "rating", "score")
    print_table(columns, rows, right=("id", "score"), nothing="no such review is stored")


@reviews.command()
def history(
    which: Annotated[str, typer.Argument(metavar="REVIEW", help="A review's id or URL.")], json: Json = False
) -> None:
    """Show what changed of a review, when, and whether the page changed or our reading of it."""
    from dataclasses import asdict

    from aggregator.cli.database import reading
    from aggregator.cli.show import console, print_json, print_table
    from aggregator.store import queries

    with reading() as store:
        id = the_review(store, which)
        review, revisions = queries.review(store, id), queries.history(store, id)
    if json:
        print_json([asdict(revision) for revision in revisions])
        return
    if review is not None:
        console().print(f"{review.headline or review.film_title} ({review.url})", markup=False, soft_wrap=True)
        console().print(f"first seen {review.first_seen[:16]}, last checked {review.checked_at[:16]}", markup=False)
    rows = [row for revision in revisions for row in _rows(revision)]
    if rows:
        print_table(("when", "cause", "field", "from", "to"), rows)
    else:
        console().print("nothing has changed since")


def _rows(revision: Revision) -> list[tuple[Any, ...]]:
    """A line for each field that changed; the first also says when and why."""
    first = (revision.at[:16], revision.cause)
    if not revision.changes:
        return [(*first, None, None, None)]
    rows = []
    for number, (name, (old, new)) in enumerate(revision.changes.items()):
        rows.append((*(("", "") if number else first), name, _short(old), _short(new)))
    return [tuple(cell if cell != "" else " " for cell in row) for row in rows]


def _short(value: Any) -> str | None:
    if value is None:
        return None
    shown = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
