"""The read-only JSON API under /api/v1."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Query, Request, Response
from starlette.exceptions import HTTPException

from aggregator.store.read_web import FilmFilter, ReviewFilter
from aggregator.web import bodies, models, params, views
from aggregator.web.answers import BRIEF

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

api = APIRouter(prefix="/api/v1", tags=["v1"])


@api.get("/films", responses=BAD)
def films(
    request: Request, response: Response, asked: Annotated[params.FilmsAsked, Query()]
) -> bodies.Paged[models.Film]:
    """Films that have a review, filtered and sorted."""
    response.headers["Cache-Control"] = BRIEF
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


@api.get("/films/{film_id}", responses=PROBLEMS)
def film(
    request: Request, response: Response, film_id: params.Id, asked: Annotated[params.FilmAsked, Query()]
) -> bodies.Comparison:
    """One film: its reviews, each voice once, what they come to, and every step behind the numbers."""
    response.headers["Cache-Control"] = BRIEF
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


@api.get("/reviews", responses=BAD)
def reviews(
    request: Request, response: Response, asked: Annotated[params.ReviewsAsked, Query()]
) -> bodies.Paged[models.Review]:
    """Reviews, filtered and sorted; copies and excerpts among them."""
    response.headers["Cache-Control"] = BRIEF
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


@api.get("/reviews/{review_id}", responses=PROBLEMS)
def review(
    request: Request, response: Response, review_id: params.Id, asked: Annotated[params.InferredAsked, Query()]
) -> bodies.ReviewDetail:
    """One review with every claim that it was read from and its history; also one that is gone."""
    response.headers["Cache-Control"] = BRIEF
    return found(
        views.review(request.app.state.store, review_id, inferred=asked.inferred), f"There is no review {review_id}."
    )


@api.get("/outlets", responses=BAD)
def outlets(
    request: Request, response: Response, asked: Annotated[params.OutletsAsked, Query()]
) -> bodies.Paged[models.Outlet]:
    """Outlets, by name or by the number of their reviews."""
    response.headers["Cache-Control"] = BRIEF
    return views.outlets(request.app.state.store, sort=asked.sort, after=asked.after, limit=asked.limit)


@api.get("/outlets/{name:path}", responses=PROBLEMS)
def outlet(
    request: Request, response: Response, name: params.Name, asked: Annotated[params.InferredAsked, Query()]
) -> bodies.Portrait:
    """One outlet: its scale and habits, its leniency, and its most and least typical reviews."""
    response.headers["Cache-Control"] = BRIEF
    return found(views.outlet(request.app.state.store, name, inferred=asked.inferred), f"There is no outlet {name!r}.")


@api.get("/compare", responses=PROBLEMS)
def compare(request: Request, response: Response, asked: Annotated[params.PairAsked, Query()]) -> bodies.SideBySide:
    """Two outlets against each other: how they agree, who was first, and every film of both."""
    response.headers["Cache-Control"] = BRIEF
    return found(views.side_by_side(request.app.state.store, asked.one, asked.other, after=asked.after), NO_PAIR)


@api.get("/agreement", responses=BAD)
def agreement(request: Request, response: Response, asked: Annotated[params.MatrixAsked, Query()]) -> bodies.Matrix:
    """How outlets agree with each other, pair by pair."""
    response.headers["Cache-Control"] = BRIEF
    return views.agreement(request.app.state.store, asked.outlet)


@api.get("/rankings", responses=BAD)
def rankings(request: Request, response: Response, asked: Annotated[params.RankingAsked, Query()]) -> bodies.Ranking:
    """The best films, or the most divisive ones, of a year, director or actor too."""
    response.headers["Cache-Control"] = BRIEF
    ranked = {"best": views.best, "divisive": views.divisive}[asked.by]
    return ranked(request.app.state.store, at_least=asked.at_least, wanted=ranking_filter(asked), limit=asked.limit)


def ranking_filter(asked: params.RankingAsked | params.RankingShown) -> FilmFilter:
    """Which films the parameters of a ranking mean."""
    return FilmFilter(year=asked.year, director=asked.director, actor=asked.actor)


@api.get("/authors", responses=BAD)
def authors(
    request: Request, response: Response, asked: Annotated[params.AuthorsAsked, Query()]
) -> bodies.Paged[models.Author]:
    """Authors, the busiest first or by name."""
    response.headers["Cache-Control"] = BRIEF
    return views.authors(request.app.state.store, sort=asked.sort, after=asked.after, limit=asked.limit)


@api.get("/authors/{name:path}", responses=PROBLEMS)
def author(
    request: Request, response: Response, name: params.Name, asked: Annotated[params.InferredAsked, Query()]
) -> bodies.Portrait:
    """One author: habits, leniency, and the most and least typical reviews."""
    response.headers["Cache-Control"] = BRIEF
    return found(views.author(request.app.state.store, name, inferred=asked.inferred), f"No review is signed {name!r}.")


@api.get("/search", responses=BAD)
def search(request: Request, response: Response, asked: Annotated[params.SearchAsked, Query()]) -> bodies.Found:
    """Films, outlets, authors and people by name, with room for typing errors."""
    response.headers["Cache-Control"] = BRIEF
    return bodies.Found(query=asked.q, hits=request.app.state.index.find(asked.q, limit=asked.limit))


@api.get("/changes", responses=BAD)
def changes(request: Request, response: Response, asked: Annotated[params.ChangesAsked, Query()]) -> bodies.Changes:
    """Reviews and films that are new, changed, gone, merged or taken down since a cursor."""
    response.headers["Cache-Control"] = "no-cache"
    return views.changes(request.app.state.store, asked.since, limit=asked.limit)
