"""What one answer holds: the same body feeds the page, its JSON twin and the API."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import Field

from aggregator.web.base import Model
from aggregator.web.models import (
    Agreeing,
    Agreement,
    Cell,
    Changed,
    Claim,
    Counts,
    Early,
    Film,
    Firsts,
    Habits,
    Hit,
    Leniency,
    Outlet,
    Point,
    Ranked,
    Recorded,
    Review,
    Revision,
    Run,
    Shared,
    StanceLabel,
    Step,
    Summary,
    Typical,
    Voiced,
)

Item = TypeVar("Item")


class Comparison(Model):
    """One film: what the blogs say of it, and every step behind the numbers."""

    film: Film
    summary: Summary
    reviews: list[Voiced] = Field(description="each voice once, a page at a time")
    next: str | None = Field(description="cursor of the next page of reviews; null at the end")
    kindest: list[Review] = Field(description="the voices furthest above the mean, the furthest first")
    harshest: list[Review] = Field(description="the voices furthest below the mean, the furthest first")
    first: list[Early] = Field(description="who was first: the earliest reviews")
    over_time: list[Point] = Field(description="the mean as reviews were published")
    recorded: list[Recorded] = Field(description="the mean as reviews were stored here, and as they changed")
    explain: list[Step]


class ReviewDetail(Model):
    """One review with everything that it was read from, and what changed."""

    review: Review
    film: Film | None
    claims: list[Claim]
    history: list[Revision] = Field(description="the oldest first")


class Portrait(Model):
    """One outlet, or one author: habits, leniency, and the reviews that are most and least like them."""

    name: str
    outlet: Outlet | None = Field(description="null for an author")
    outlets: list[str] = Field(description="an author's outlets, the busiest first; empty for an outlet")
    habits: Habits
    leniency: Leniency
    typical: list[Typical]
    untypical: list[Typical]
    firsts: Firsts
    agreement: list[Agreeing] = Field(description="the most films in common first; empty for an author")
    inferred: dict[StanceLabel, int] | None = Field(
        default=None, description="stances read from the newest verdicts without a rating; null where not asked for"
    )
    beside_at: str | None = Field(
        description="ISO 8601, UTC: when leniency, typical reviews and firsts of a large outlet were last worked out; "
        "null: just now"
    )
    agreement_at: str | None = Field(
        description="ISO 8601, UTC: when the agreement of a large outlet was last worked out; null: just now"
    )
    newest: list[Review]


class SideBySide(Model):
    """Two outlets against each other."""

    one: str
    other: str
    agreement: Agreement
    films: list[Shared] = Field(description="the widest apart first, those without two scores last")
    next: str | None = Field(description="cursor of the next films; null at the end")


class Matrix(Model):
    """How outlets agree with each other."""

    outlets: list[str] = Field(description="the rows and columns")
    cells: list[Cell] = Field(description="each pair of outlets with a film in common, once")


class Home(Model):
    """What there is to see first."""

    counts: Counts
    most_reviewed: list[Film]
    newest: list[Review]
    divisive: list[Ranked]


class Ranking(Model):
    """Films by a figure that few voices move little."""

    at_least: int
    films: list[Ranked]


class Health(Model):
    """The outlets, those whose last run was not good first, and the last runs."""

    outlets: list[Outlet]
    states: dict[str, int] = Field(description="how many outlets' last runs went how; never: none ran yet")
    runs: list[Run]


class Found(Model):
    """What a search found, the likeliest first."""

    query: str
    hits: list[Hit]


class Paged(Model, Generic[Item]):
    """A part of a list."""

    items: list[Item]
    next: str | None = Field(description="give it as `after` for the next part; null at the end")


class Changes(Model):
    """Reviews and films that are new, changed or gone, each once at its last change, the oldest change first."""

    items: list[Changed]
    cursor: str = Field(description="give it as `since` the next time")
    more: bool = Field(description="whether more is waiting already")


class Fault(Model):
    """One parameter that cannot be used."""

    parameter: str = Field(examples=["limit"])
    reason: str = Field(examples=["Input should be less than or equal to 200 (given: '9999')"])


class Problem(Model):
    """What went wrong (RFC 9457)."""

    type: str = Field(default="about:blank")
    title: str = Field(examples=["Unprocessable Entity"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["limit: Input should be less than or equal to 200 (given: '9999')"])
    faults: list[Fault] = Field(default_factory=list, description="which parameters, and why")


class Entry(Model):
    """One value of the data dictionary."""

    record: str
    name: str
    type: str
    meaning: str


class Policy(Model):
    """One way in which ratings become scores."""

    name: str
    version: int
    in_use: bool
    letters: dict[str, float] | None = Field(description="scores of letter grades; null: even steps")
    from_worst: bool = Field(description="whether counting begins at the scale's foot instead of zero")


class About(Model):
    """How scores are made, and what each value means."""

    counts: Counts
    policies: list[Policy]
    dictionary: list[Entry]
