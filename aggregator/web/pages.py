"""The pages, and beside each its data as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Query, Request, Response
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from aggregator import scoring
from aggregator.compare import DEFAULT_RULE, MIN_VOICES, STATED_PRIOR
from aggregator.store.read_web import ReviewFilter
from aggregator.values.stance import LEAST_CONFIDENCE
from aggregator.web import bodies, params, views
from aggregator.web.answers import address, in_turn, page_answer, reply, wants_json
from aggregator.web.api import NO_PAIR, film_filter, found, ranking_filter, review_filter
from aggregator.web.explained import explained
from aggregator.web.linked import film_json_ld

FEED_ROWS = 40
ATOM = "application/atom+xml"
View = TypeVar("View", bound=Callable[..., Any])

pages = APIRouter(include_in_schema=False)


def page(path: str) -> Callable[[View], View]:
    """Serve a view at a path, and its data at the path with .json."""

    def register(view: View) -> View:
        pages.get("/index.json" if path == "/" else f"{path}.json")(in_turn(view))
        pages.get(path)(in_turn(view))
        return view

    return register


@page("/")
def home(request: Request) -> Response:
    """What is most reviewed, newest and most divisive."""
    return reply(request, "home.html", views.home(request.app.state.store))


@page("/films")
def films(request: Request, asked: Annotated[params.FilmsShown, Query()]) -> Response:
    """The films, filtered and sorted in the address."""
    shown = views.films(
        request.app.state.store, film_filter(asked), sort=asked.sort, after=asked.after, limit=asked.limit
    )
    return reply(request, "films.html", shown, asked=asked)


@page("/films/{film_id}")
def film(request: Request, film_id: params.Id, asked: Annotated[params.FilmShown, Query()]) -> Response:
    """The comparison of one film."""
    comparison = found(
        views.film(request.app.state.store, film_id, inferred=asked.inferred, sort=asked.sort, after=asked.after),
        f"There is no film {film_id}.",
    )
    here = f"/films/{comparison.film.id}"
    if comparison.film.id != film_id:
        return RedirectResponse(f"{here}.json" if wants_json(request) else here, 301)
    steps = explained(comparison.explain)
    return reply(
        request,
        "film.html",
        comparison,
        asked=asked,
        plots=True,
        steps=steps,
        why=steps.formula("mean"),
        json_ld=film_json_ld(comparison, address(request, here)),
    )


@page("/reviews")
def reviews(request: Request, asked: Annotated[params.ReviewsShown, Query()]) -> Response:
    """The reviews, filtered and sorted in the address."""
    shown = views.reviews(
        request.app.state.store,
        review_filter(asked),
        sort=asked.sort,
        after=asked.after,
        limit=asked.limit,
        inferred=asked.inferred,
    )
    return reply(request, "reviews.html", shown, asked=asked)


@page("/reviews/{review_id}")
def review(request: Request, review_id: params.Id, asked: Annotated[params.InferredShown, Query()]) -> Response:
    """One review with its claims and history."""
    detail = found(
        views.review(request.app.state.store, review_id, inferred=asked.inferred), f"There is no review {review_id}."
    )
    return reply(request, "review.html", detail, asked=asked)


@page("/outlets")
def outlets(request: Request, asked: Annotated[params.OutletsShown, Query()]) -> Response:
    """The outlets, sorted in the address."""
    listed = views.outlets(request.app.state.store, sort=asked.sort, after=asked.after, limit=asked.limit)
    return reply(request, "outlets.html", listed, asked=asked)


@pages.get("/outlets/{name:path}/feed.atom")
@in_turn
def outlet_feed(request: Request, name: params.Name) -> Response:
    """An outlet's newest reviews as Atom."""
    if not views.is_outlet(request.app.state.store, name):
        raise HTTPException(404, f"There is no outlet {name!r}.")
    return _feed(request, f"Reviews by {name}", ReviewFilter(site=name))


@page("/outlets/{name:path}")
def outlet(request: Request, name: params.Name, asked: Annotated[params.InferredShown, Query()]) -> Response:
    """One outlet's portrait."""
    portrait = found(
        views.outlet(request.app.state.store, name, inferred=asked.inferred), f"There is no outlet {name!r}."
    )
    return reply(request, "portrait.html", portrait, asked=asked, plots=True)


@page("/compare")
def compare(request: Request, asked: Annotated[params.PairShown, Query()]) -> Response:
    """Two outlets against each other."""
    pair = found(views.side_by_side(request.app.state.store, asked.one, asked.other, after=asked.after), NO_PAIR)
    return reply(request, "compare.html", pair, plots=True)


@page("/agreement")
def agreement(request: Request, asked: Annotated[params.MatrixShown, Query()]) -> Response:
    """How outlets agree with each other."""
    matrix = views.agreement(request.app.state.store, asked.outlet)
    cells = {pair: cell for cell in matrix.cells for pair in ((cell.one, cell.other), (cell.other, cell.one))}
    return reply(request, "agreement.html", matrix, plots=True, cells=cells, most=params.MOST_OUTLETS)


@page("/authors")
def authors(request: Request, asked: Annotated[params.AuthorsShown, Query()]) -> Response:
    """The authors, sorted in the address."""
    listed = views.authors(request.app.state.store, sort=asked.sort, after=asked.after, limit=asked.limit)
    return reply(request, "authors.html", listed, asked=asked)


@page("/author")
def author(request: Request, asked: Annotated[params.AuthorShown, Query()]) -> Response:
    """One author's portrait."""
    portrait = found(
        views.author(request.app.state.store, asked.name, inferred=asked.inferred),
        f"No review is signed {asked.name!r}.",
    )
    return reply(request, "portrait.html", portrait, asked=asked, plots=True)


@page("/divisive")
def divisive(request: Request, asked: Annotated[params.RankingShown, Query()]) -> Response:
    """The films on which the blogs disagree most."""
    ranking = views.divisive(request.app.state.store, at_least=asked.at_least, wanted=ranking_filter(asked))
    return reply(request, "ranking.html", ranking, kind="divisive", asked=asked)


@page("/best")
def best(request: Request, asked: Annotated[params.RankingShown, Query()]) -> Response:
    """The films that the blogs like best."""
    ranking = views.best(request.app.state.store, at_least=asked.at_least, wanted=ranking_filter(asked))
    return reply(request, "ranking.html", ranking, kind="best", asked=asked)


@page("/search")
def search(request: Request, asked: Annotated[params.SearchShown, Query()]) -> Response:
    """What a search found."""
    hits = request.app.state.index.find(asked.q, limit=50) if asked.q.strip() else []
    return reply(request, "search.html", bodies.Found(query=asked.q, hits=hits))


@page("/health")
def health(request: Request) -> Response:
    """The outlets and the last runs."""
    return reply(request, "health.html", views.health(request.app.state.store))


@page("/about")
def about(request: Request) -> Response:
    """How scores are made, and what each value means."""
    return reply(
        request,
        "about.html",
        views.about(request.app.state.store),
        rule=DEFAULT_RULE,
        minimum=MIN_VOICES,
        prior=STATED_PRIOR,
        confidence=LEAST_CONFIDENCE,
        cuts=scoring.CUTS,
    )


@pages.get("/feed.atom")
@in_turn
def feed(request: Request) -> Response:
    """The newest reviews as Atom."""
    return _feed(request, "New reviews", ReviewFilter())


@pages.get("/films/{film_id}/feed.atom")
@in_turn
def film_feed(request: Request, film_id: params.Id) -> Response:
    """A film's newest reviews as Atom."""
    film = found(views.film_named(request.app.state.store, film_id), f"There is no film {film_id}.")
    return _feed(request, f"Reviews of {film.title}", ReviewFilter(film_id=film.id))


def _feed(request: Request, title: str, wanted: ReviewFilter) -> Response:
    newest = views.reviews(request.app.state.store, wanted, sort="stored", limit=FEED_ROWS)
    return page_answer(request, "feed.atom.xml", {"title": title, "data": newest}, media_type=ATOM)
