"""The read-only JSON API under /api/v1."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, TypeVar, get_type_hints

from fastapi import APIRouter, Query, Request, Response
from starlette.exceptions import HTTPException

from aggregator.store.read_web import FilmFilter, ReviewFilter
from aggregator.web import bodies, models, params, views
from aggregator.web.answers import BRIEF, JSON, in_turn
from aggregator.web.base import Model

PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": text,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status, text in (
        (404, "There is no such thing."),
        (422, "A parameter cannot be used: `faults` says which and why."),
        (503, "The database is busy, or the question too large for the time allowed."),
    )
}
"""How anything can fail."""
BAD: dict[int | str, dict[str, Any]] = {status: PROBLEMS[status] for status in (422, 503)}
"""How a list can fail."""

NO_PAIR = "One of these outlets is not there."
Thing = TypeVar("Thing")
View = TypeVar("View", bound=Callable[..., Model])

api = APIRouter(prefix="/api/v1", tags=["v1"])


def get(path: str, responses: dict[int | str, dict[str, Any]], *, cache: str = BRIEF) -> Callable[[View], View]:
    """Serve a view at a path: what it returns is described, and written as JSON where it is made."""

    def register(view: View) -> View:
        @wraps(view)
        def answer(*args: Any, **named: Any) -> Response:
            return Response(view(*args, **named).model_dump_json(), headers={"Cache-Control": cache}, media_type=JSON)

        api.get(path, responses=responses, response_model=get_type_hints(view)["return"])(in_turn(answer))
        return view

    return register


@get("/films", BAD)
def films(request: Request, asked: Annotated[params.FilmsAsked, Query()]) -> bodies.Paged[models.Film]:
    """Films that have a review, filtered and sorted."""
    return views.films(
        request.app.state.store, film_filter(asked), sort=asked.sort, after=asked.after, limit=asked.limit
    )


def film_filter(asked: params.FilmsAsked | params.FilmsShown) -> FilmFilter:
    """Which films the parameters mean."""
    return FilmFilter(
        query=asked.q,
        year=asked.year,
        person=asked.person,
        director=asked.director,
        actor=asked.actor,
        at_least=asked.at_least,
    )


@get("/films/{film_id}", PROBLEMS)
def film(request: Request, film_id: params.Id, asked: Annotated[params.FilmAsked, Query()]) -> bodies.Comparison:
    """One film: its reviews, each voice once, what they come to, and every step behind the numbers."""
    return found(
        views.film(
            request.app.state.store,
            film_id,
            inferred=asked.inferred,
            sort=asked.sort,
            after=asked.after,
            limit=asked.limit,
        ),
        f"There is no film {film_id}.",
    )


def found(thing: Thing | None, otherwise: str) -> Thing:
    """The thing; raises a 404 where there is none."""
    if thing is None:
        raise HTTPException(404, otherwise)
    return thing


@get("/reviews", BAD)
def reviews(request: Request, asked: Annotated[params.ReviewsAsked, Query()]) -> bodies.Paged[models.Review]:
    """Reviews, filtered and sorted; copies and excerpts among them."""
    return views.reviews(
        request.app.state.store,
        review_filter(asked),
        sort=asked.sort,
        after=asked.after,
        limit=asked.limit,
        inferred=asked.inferred,
    )


def review_filter(asked: params.ReviewsAsked | params.ReviewsShown) -> ReviewFilter:
    """Which reviews the parameters mean."""
    return ReviewFilter(
        site=asked.site,
        author=asked.author,
        film_id=asked.film,
        language=asked.language,
        rated=asked.rated,
        held=asked.held,
        copies=asked.copies,
    )


@get("/reviews/{review_id}", PROBLEMS)
def review(
    request: Request, review_id: params.Id, asked: Annotated[params.InferredAsked, Query()]
) -> bodies.ReviewDetail:
    """One review with every claim that it was read from and its history; also one that is gone."""
    return found(
        views.review(request.app.state.store, review_id, inferred=asked.inferred), f"There is no review {review_id}."
    )


@get("/outlets", BAD)
def outlets(request: Request, asked: Annotated[params.OutletsAsked, Query()]) -> bodies.Paged[models.Outlet]:
    """Outlets, by name or by the number of their reviews."""
    return views.outlets(request.app.state.store, sort=asked.sort, after=asked.after, limit=asked.limit)


@get("/outlets/{name:path}", PROBLEMS)
def outlet(request: Request, name: params.Name, asked: Annotated[params.InferredAsked, Query()]) -> bodies.Portrait:
    """One outlet: its scale and habits, its leniency, and its most and least typical reviews."""
    return found(views.outlet(request.app.state.store, name, inferred=asked.inferred), f"There is no outlet {name!r}.")


@get("/compare", PROBLEMS)
def compare(request: Request, asked: Annotated[params.PairAsked, Query()]) -> bodies.SideBySide:
    """Two outlets against each other: how they agree, who was first, and every film of both."""
    return found(views.side_by_side(request.app.state.store, asked.one, asked.other, after=asked.after), NO_PAIR)


@get("/agreement", BAD)
def agreement(request: Request, asked: Annotated[params.MatrixAsked, Query()]) -> bodies.Matrix:
    """How outlets agree with each other, pair by pair."""
    return views.agreement(request.app.state.store, asked.outlet)


@get("/rankings", BAD)
def rankings(request: Request, asked: Annotated[params.RankingAsked, Query()]) -> bodies.Ranking:
    """The best films, or the most divisive ones, of a year, director or actor too."""
    ranked = {"best": views.best, "divisive": views.divisive}[asked.by]
    return ranked(request.app.state.store, at_least=asked.at_least, wanted=ranking_filter(asked), limit=asked.limit)


def ranking_filter(asked: params.RankingAsked | params.RankingShown) -> FilmFilter:
    """Which films the parameters of a ranking mean."""
    return FilmFilter(year=asked.year, director=asked.director, actor=asked.actor)


@get("/authors", BAD)
def authors(request: Request, asked: Annotated[params.AuthorsAsked, Query()]) -> bodies.Paged[models.Author]:
    """Authors, the busiest first or by name."""
    return views.authors(request.app.state.store, sort=asked.sort, after=asked.after, limit=asked.limit)


@get("/authors/{name:path}", PROBLEMS)
def author(request: Request, name: params.Name, asked: Annotated[params.InferredAsked, Query()]) -> bodies.Portrait:
    """One author: habits, leniency, and the most and least typical reviews."""
    return found(views.author(request.app.state.store, name, inferred=asked.inferred), f"No review is signed {name!r}.")


@get("/search", BAD)
def search(request: Request, asked: Annotated[params.SearchAsked, Query()]) -> bodies.Found:
    """Films, outlets, authors and people by name, with room for typing errors."""
    return bodies.Found(query=asked.q, hits=request.app.state.index.find(asked.q, limit=asked.limit))


@get("/changes", BAD, cache="no-cache")
def changes(request: Request, asked: Annotated[params.ChangesAsked, Query()]) -> bodies.Changes:
    """Reviews and films that are new, changed, gone, merged or taken down since a cursor."""
    return views.changes(request.app.state.store, asked.since, limit=asked.limit)
