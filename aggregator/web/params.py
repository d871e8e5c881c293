"""What may be asked for: every parameter with its limits."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Path
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from aggregator.web.cursors import LARGEST, LONGEST

LONGEST_WORDS = 200
"""Characters of a search, a name, a title."""
MOST_ROWS = 200
MOST_OUTLETS = 20
"""Outlets in one matrix of agreement."""
STORABLE = r"^[^\x00]*$"
"""PostgreSQL keeps no NUL."""


Words = Annotated[str, StringConstraints(max_length=LONGEST_WORDS, pattern=STORABLE)]
Cursor = Annotated[str, StringConstraints(max_length=LONGEST, pattern=r"^[A-Za-z0-9_-]*$")]
Id = Annotated[int, Path(ge=1, le=LARGEST, examples=[2])]
Name = Annotated[str, Path(max_length=LONGEST_WORDS, pattern=STORABLE, examples=["blog.example"])]
Rows = Annotated[int, Field(ge=1, le=MOST_ROWS, examples=[20])]
AtLeast = Annotated[int, Field(ge=1, le=100_000, examples=[4])]
Year = Annotated[int, Field(ge=1870, le=2200)]
Inferred = Annotated[bool, Field(description="also read stances from the verdicts of reviews without a rating")]
FilmSort = Literal["voices", "mean", "best", "divisive", "title", "year", "newest"]
ReviewSort = Literal["published", "stored", "score"]
OutletSort = Literal["name", "reviews"]
AuthorSort = Literal["reviews", "name"]
StorySort = Literal["score", "published", "outlet"]


class Strict(BaseModel):
    """Parameters of the API: one that nobody knows is refused."""

    model_config = ConfigDict(extra="forbid")


class Loose(BaseModel):
    """Parameters of a page: what others add to its address (utm_source and the like) is passed over."""

    model_config = ConfigDict(extra="ignore")

    @model_validator(mode="before")
    @classmethod
    def without_empty(cls, given: object) -> object:
        """A form sends its empty fields too: they say nothing."""
        return {name: value for name, value in given.items() if value != ""} if isinstance(given, dict) else given


class _Films(BaseModel):
    q: Words | None = Field(None, description="words of the title, with or without the year", examples=["her 2013"])
    year: Year | None = Field(None, description="of release", examples=[2013])
    director: Words | None = Field(None, description="exact name", examples=["Spike Jonze"])
    actor: Words | None = Field(None, description="exact name", examples=["Amy Adams"])
    person: Words | None = Field(None, description="exact name of a director or actor", examples=["Spike Jonze"])
    at_least: AtLeast = Field(1, description="voices that a film must have")
    sort: FilmSort = Field("voices", description="numbers and dates the highest first, titles by the alphabet")
    after: Cursor | None = Field(None, description="`next` of the part before")
    limit: Rows = Field(50, description="rows at most")


class _Reviews(BaseModel):
    site: Words | None = Field(None, description="outlet", examples=["blog.example"])
    author: Words | None = Field(None, description="exact name", examples=["Ann Ash"])
    film: Annotated[int, Field(ge=1, le=LARGEST)] | None = Field(None, description="id of a film", examples=[2])
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] | None = Field(
        None, description="ISO 639-1", examples=["en"]
    )
    rated: bool | None = Field(None, description="only reviews with a score, or only those without")
    held: bool | None = Field(None, description="only reviews whose film is not clear, or only others")
    copies: bool | None = Field(None, description="only reviews that repeat another's text, or only others")
    inferred: Inferred = False
    sort: ReviewSort = Field("published", description="the last or highest first")
    after: Cursor | None = Field(None, description="`next` of the part before")
    limit: Rows = Field(50, description="rows at most")


class _Film(BaseModel):
    inferred: Inferred = False
    sort: StorySort = Field("score", description="order of the reviews")
    after: Cursor | None = Field(None, description="`next` of the part before")


class _Ranking(BaseModel):
    at_least: AtLeast = Field(4, description="scores that a film must have")
    year: Year | None = Field(None, description="of release", examples=[2013])
    director: Words | None = Field(None, description="exact name", examples=["Spike Jonze"])
    actor: Words | None = Field(None, description="exact name", examples=["Amy Adams"])


class _Inferred(BaseModel):
    inferred: Inferred = False


class InferredAsked(_Inferred, Strict):
    """One review, outlet or author, asked of the API."""


class InferredShown(_Inferred, Loose):
    """One review or outlet, on a page."""


class FilmsAsked(_Films, Strict):
    """Films, asked of the API."""


class FilmsShown(_Films, Loose):
    """Films, on a page."""


class ReviewsAsked(_Reviews, Strict):
    """Reviews, asked of the API."""


class ReviewsShown(_Reviews, Loose):
    """Reviews, on a page."""


class FilmAsked(_Film, Strict):
    """One film, asked of the API."""

    limit: Rows = Field(50, description="reviews at most")


class FilmShown(_Film, Loose):
    """One film, on a page."""


class RankingShown(_Ranking, Loose):
    """A ranking, on a page."""


class RankingAsked(_Ranking, Strict):
    """A ranking, asked of the API."""

    by: Literal["best", "divisive"] = Field("best", description="what orders the list")
    limit: Rows = Field(100, description="rows at most")


class _Outlets(BaseModel):
    sort: OutletSort = Field("name", description="by name, or the most reviews first")
    after: Cursor | None = Field(None, description="`next` of the part before")
    limit: Rows = Field(50, description="rows at most")


class OutletsAsked(_Outlets, Strict):
    """Outlets, asked of the API."""


class OutletsShown(_Outlets, Loose):
    """Outlets, on a page."""

    sort: OutletSort = Field("reviews", description="the most reviews first, or by name")


class _Authors(BaseModel):
    sort: AuthorSort = Field("reviews", description="the most reviews first, or by name")
    after: Cursor | None = Field(None, description="`next` of the part before")
    limit: Rows = Field(50, description="rows at most")


class AuthorsAsked(_Authors, Strict):
    """Authors, asked of the API."""


class AuthorsShown(_Authors, Loose):
    """Authors, on a page."""


class Nothing(Strict):
    """No parameter at all, asked of the API."""


class ChangesAsked(Strict):
    """Changes, asked of the API."""

    since: Cursor | None = Field(None, description="`cursor` of the answer before; left out: from the beginning")
    limit: Rows = Field(100, description="rows at most")


class SearchAsked(Strict):
    """A search, asked of the API."""

    q: Annotated[Words, StringConstraints(min_length=1)] = Field(description="a name or a part of it", examples=["her"])
    limit: Annotated[int, Field(ge=1, le=50)] = Field(10, description="rows at most")


class SearchShown(Loose):
    """A search, on a page."""

    q: Words = Field("", description="a name or a part of it")


class _Pair(BaseModel):
    one: Words = Field(description="an outlet", examples=["blog.example"], min_length=1)
    other: Words = Field(description="another", examples=["other.example"], min_length=1)
    after: Cursor | None = Field(None, description="`next` of the part before")


class _Matrix(BaseModel):
    outlet: Annotated[list[Words], Field(max_length=MOST_OUTLETS)] = Field(
        default_factory=list, description="outlets, one each time; left out: those with the most reviews"
    )


class MatrixAsked(_Matrix, Strict):
    """Agreement of outlets, asked of the API."""


class MatrixShown(_Matrix, Loose):
    """Agreement of outlets, on a page."""


class PairAsked(_Pair, Strict):
    """Two outlets, asked of the API."""


class PairShown(_Pair, Loose):
    """Two outlets, on a page."""


class AuthorShown(_Inferred, Loose):
    """An author, on a page."""

    name: Annotated[Words, StringConstraints(min_length=1)]
