"""The records that pages and API show, each value with its meaning."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from aggregator.web.base import Model

StanceLabel = Literal["positive", "mixed", "negative"]


class Rating(Model):
    """A rating as the page states it, and what it comes to."""

    raw: str = Field(description="as written", examples=["4.5 out of 5 reels"])
    value: float | None = Field(description="on the page's own scale; null for words without a number", examples=[4.5])
    best: float | None = Field(description="the best that the scale gives", examples=[5])
    worst: float | None = Field(description="the worst, where it is stated")
    style: str | None = Field(description="stars, letters, fraction, percent, words or thumbs", examples=["fraction"])
    scale_source: str | None = Field(
        description="who says what the scale is: declared (the page), outlet (its site file), learned (its other "
        "ratings) or assumed",
        examples=["declared"],
    )
    score: float | None = Field(description="0 to 100 under the database's scoring policy", examples=[90.0])


class Quote(Model):
    """The verdict of a review, as a quote."""

    text: str = Field(description="the review's own words, capped at 300 characters")
    capped: bool = Field(description="whether more of it stands on the page")
    explicit: bool = Field(description="whether a label or heading marks it as the verdict")
    label: str | None = Field(description="that label", examples=["Final Thoughts"])


class Stance(Model):
    """What the words of a verdict show where no rating is stated; inferred, and never a number."""

    label: StanceLabel = Field(description="positive, mixed or negative")
    confidence: float = Field(description="0 to 1; where it is low nothing is said")
    words: str = Field(description="the words that told it")


class Review(Model):
    """One review."""

    id: int = Field(description="stays the same for ever, and is never used again", examples=[12])
    url: str = Field(description="the review itself, on its blog", examples=["https://blog.example/her-review/"])
    site: str = Field(description="the outlet: a site's name, or a blog's host", examples=["blog.example"])
    headline: str | None = Field(description="the post's own heading")
    film_id: int | None = Field(description="null where it is not clear which film it is about")
    film_title: str = Field(description="as the page writes it", examples=["Her"])
    film_year: int | None = Field(description="as the page states it")
    author: str | None = Field(description="the writer; placeholders such as admin are read as none")
    published: str | None = Field(description="ISO 8601: a date, or a date and time", examples=["2014-01-13"])
    language: str | None = Field(description="ISO 639-1", examples=["en"])
    rating: Rating | None = Field(description="null where the page states none; never guessed")
    verdict: Quote | None = Field(description="null where the page has none")
    stance: Stance | None = Field(
        default=None, description="only where asked for with inferred=1, and only of reviews without a rating"
    )
    cast: list[str] = Field(description="actors of the film, as the page names them")
    directors: list[str] = Field(description="directors, as the page names them")
    disputed: list[str] = Field(description="fields on which sources within the page disagree")
    complete: bool = Field(description="false for an excerpt")
    words: int = Field(description="length of the review")
    story_id: int = Field(description="copies of one text share a story, and are one voice")
    copy_of: int | None = Field(description="the review that this one repeats; such a copy is not counted")
    quotes: int | None = Field(description="a review that this one quotes for the greater part; both count")
    held: str | None = Field(description="why no film was chosen")
    policy: str | None = Field(description="the scoring policy of the score")
    first_seen: str = Field(description="ISO 8601, UTC")
    changed_at: str = Field(description="when it last changed here")
    checked_at: str = Field(description="when its page was last looked at")
    gone_at: str | None = Field(description="a tombstone: since when the page is no longer there")


class RatingChange(Model):
    """The last change of a rating, as written; null where none was stated."""

    at: str = Field(description="ISO 8601, UTC")
    cause: str = Field(description="edited (the page changed) or reparsed (our reading changed)")
    before: str | None
    after: str | None


class Voiced(Review):
    """One voice on a film, with the copies of its text."""

    rating_change: RatingChange | None = Field(default=None, description="null where the rating never changed")
    copies: list[Review] = Field(description="where else the text stands; not counted")


class Film(Model):
    """One film, with figures over its voices."""

    id: int = Field(description="stays the same; a merged film's id gives the film it was merged into", examples=[2])
    title: str = Field(description="as the catalogue has it, or as most reviews write it", examples=["Her"])
    year: int | None = Field(description="of release", examples=[2013])
    directors: list[str] = Field(description="as the catalogue or the reviews name them", examples=[["Spike Jonze"]])
    cast: list[str] = Field(description="likewise")
    ids: dict[str, str] = Field(description="ids elsewhere", examples=[{"imdb": "tt1798709"}])
    provisional: bool = Field(description="made of the reviews themselves, not known to a catalogue")
    voices: int = Field(description="reviews, copies not counted")
    scored: int = Field(description="voices that state a rating with a number")
    mean: float | None = Field(description="of their scores, 0 to 100")
    lowest: float | None = Field(description="the lowest of their scores")
    highest: float | None = Field(description="the highest")


class Interval(Model):
    """A 95 % confidence interval."""

    low: float
    high: float


class Summary(Model):
    """What the voices on one film come to; scores are 0 to 100."""

    headline: float | None = Field(description="the mean, or null under `minimum` voices")
    minimum: int = Field(description="voices with a score that a headline needs")
    count: int = Field(description="voices with a score, one a text")
    mean: float | None = Field(description="arithmetic mean of the scores")
    median: float | None = Field(description="the middle score")
    spread: float | None = Field(description="sample standard deviation; null under two voices")
    quartiles: list[float] | None = Field(description="lower quartile, median, upper quartile")
    lowest: float | None = Field(description="the lowest score")
    highest: float | None = Field(description="the highest score")
    interval: Interval | None = Field(description="of the mean, Student's")
    shrunk: float = Field(description="the mean drawn towards the prior, so that few voices move it little")
    prior: str = Field(description="what is thought of a film before anyone has written")
    histogram: list[int] = Field(description="ten bins, 0 to under 10 up to 90 to 100")
    share_positive: float | None = Field(description="0 to 1, of the voices whose stance is known")
    share_interval: Interval | None = Field(description="of that share, Wilson's")
    rule: str = Field(description="what counts as positive")
    stances: dict[StanceLabel, int] = Field(description="voices that are positive, mixed and negative")
    inferred: dict[StanceLabel, int] = Field(description="stances read from verdicts without a rating")
    with_inferred: bool = Field(description="whether `stances` and the share count those too")
    unrated: int = Field(description="voices without a score, counted nowhere but here")
    copies: int = Field(description="reviews that repeat another's text")
    outlets: int = Field(description="outlets that state a score")


class Point(Model):
    """The mean after one more review; of a film with hundreds of them, after one more month."""

    published: str = Field(description="ISO 8601; of a month its first day")
    review_id: int | None = Field(description="null: the point is a month, and `score` the mean of its reviews")
    score: float
    count: int
    mean: float


class Step(Model):
    """One step on the way to a number."""

    step: str = Field(description="input, conversion, weight, assumption, left out, rule, formula or result")
    subject: str = Field(description="an outlet, or the name of a figure")
    text: str
    value: float | None
    review_id: int | None


class Claim(Model):
    """What one place on the page says of one field."""

    field: str = Field(description="which value it is about")
    raw: str = Field(description="the words as they stand on the page")
    value: Any = Field(description="what it was understood as; null: not understood, and never chosen")
    source: str = Field(description="kind of evidence, SITE the most trusted, HEURISTIC the least")
    where: str = Field(description="CSS, XPath, JSON path or words")
    chosen: bool = Field(description="whether the review's value is this one")


class Change(Model):
    """One field before and after."""

    field: str
    before: Any
    after: Any


class Revision(Model):
    """One change of a review."""

    at: str = Field(description="ISO 8601, UTC")
    cause: str = Field(description="new, edited (the page changed), reparsed (our reading changed), gone or back")
    changes: list[Change] = Field(description="fields that changed, before and after")
    reader: str = Field(description="version of the code that read the page")


class Outlet(Model):
    """One outlet, and how its last run went."""

    name: str = Field(description="the site's name, or the blog's host", examples=["blog.example"])
    home: str | None = Field(description="its home page")
    reviews: int = Field(description="stored and not gone, copies among them")
    copies: int = Field(description="of these, of texts that stand elsewhere: they count as no voices")
    scored: int = Field(description="of the reviews, with a score")
    mean: float | None = Field(description="of the scores, 0 to 100")
    oldest: str | None = Field(description="publication of the oldest review")
    newest: str | None = Field(description="publication of the newest review")
    left_out: int = Field(description="posts that are no film reviews")
    quarantined: int = Field(description="pages that could not be parsed")
    last_run: str | None = Field(description="when it began")
    state: str | None = Field(description="how it went: running, good, short, quiet, broken or cut-off")


class Scale(Model):
    """A scale in use."""

    style: str
    best: float | None
    count: int


class Habits(Model):
    """How an outlet or an author rates; scores are 0 to 100."""

    reviews: int = Field(description="copies of other outlets' texts are not among them")
    rated: int
    mean: float | None
    median: float | None
    spread: float | None
    histogram: list[int]
    scales: list[Scale] = Field(description="the most used first")
    step: float | None = Field(description="the smallest difference between two ratings on the most used scale")
    zero_used: bool
    stances: dict[StanceLabel, int]
    first: str | None
    last: str | None


class Leniency(Model):
    """How much higher or lower than others the films are scored that others scored too."""

    films: int
    difference: float | None = Field(description="points of 100; null without a shared film")
    interval: Interval | None
    shrunk: float = Field(description="the difference drawn towards 0 where few films are shared")


class Typical(Model):
    """One score beside the one that was to be expected."""

    film: Film
    review_id: int
    score: float
    expected: float = Field(description="the others' mean and the usual leniency")
    distance: float


class Agreement(Model):
    """Two outlets side by side, on the films of both."""

    films: int = Field(description="reviewed by both; a text that stands in both is no pair")
    rated: int = Field(description="scored by both")
    spearman: float | None = Field(description="rank correlation, -1 to 1")
    spearman_interval: Interval | None
    kendall: float | None = Field(description="tau-b, -1 to 1")
    difference: float | None = Field(description="mean of one less other, points of 100")
    difference_interval: Interval | None
    distance: float | None = Field(description="mean of the difference without its sign")
    same_stance: float | None = Field(description="share of films on which both are positive, mixed or negative")
    one_first: int = Field(description="films that the one wrote about on an earlier day")
    other_first: int
    same_day: int


class Agreeing(Agreement):
    """One outlet against another one, as a line of a portrait."""

    other: str = Field(description="the other outlet", examples=["other.example"])


class Cell(Model):
    """Two outlets in the matrix of agreement."""

    one: str
    other: str
    films: int = Field(description="reviewed by both")
    rated: int = Field(description="scored by both")
    spearman: float | None = Field(description="rank correlation, -1 to 1; null under three films scored by both")
    difference: float | None = Field(description="mean of one less other, points of 100")


class Firsts(Model):
    """How often one was the first to write about a film that others wrote about too."""

    films: int = Field(description="films with a dated review here and one elsewhere")
    first: int = Field(description="of these, on an earlier day than all others")
    shared: int = Field(description="of these, on the same day as the earliest other")


class Early(Model):
    """One of the earliest reviews of a film."""

    review_id: int
    site: str
    author: str | None
    published: str = Field(description="ISO 8601")


class Recorded(Model):
    """What a film's score was at the end of a day, as reviews were stored, changed, moved and taken down."""

    day: str = Field(description="ISO 8601, UTC", examples=["2026-01-31"])
    voices: int
    scored: int
    mean: float | None


class Shared(Model):
    """One film that both outlets reviewed."""

    film: Film
    one: float | None = Field(description="the one's score; the mean where it wrote twice")
    other: float | None
    one_published: str | None
    other_published: str | None


class Ranked(Model):
    """A film's place in a list."""

    film: Film
    count: int
    mean: float
    spread: float | None
    by: float = Field(description="the figure that orders the list, shrunk for few voices")


class Author(Model):
    """One author; the name alone tells authors apart."""

    name: str = Field(description="as reviews are signed", examples=["Ann Elm"])
    reviews: int = Field(description="signed so; copies of other texts are not among them")
    scored: int = Field(description="of these, with a score")
    mean: float | None = Field(description="of the scores, 0 to 100")


class Changed(Model):
    """One review or film that is new, changed or gone."""

    kind: Literal["review", "film"]
    id: int = Field(description="of the review or film")
    what: Literal["stored", "gone", "merged", "forgotten"] = Field(
        description="stored: new or changed, as it is now; gone: its page is no longer there (a tombstone); merged: "
        "into another film; forgotten: taken down, drop what you hold of it"
    )
    review: Review | None = Field(description="null for a film, and where it was taken down")
    film: Film | None = Field(description="null for a review, and where it was taken down or merged")
    merged_into: int | None = Field(description="the film that a film was merged into")


class Counts(Model):
    """How much is stored."""

    films: int
    reviews: int
    copies: int
    held: int = Field(description="reviews whose film is not clear")
    outlets: int
    authors: int


class Run(Model):
    """One run of one outlet."""

    id: int
    site: str
    kind: str
    state: str
    reason: str | None
    started: str
    finished: str | None
    outcomes: dict[str, int]
    causes: dict[str, int]


class Hit(Model):
    """One thing that a search found."""

    kind: Literal["film", "outlet", "author", "person"]
    name: str
    detail: str
    path: str = Field(description="its page on this server", examples=["/films/2"])


DICTIONARY: tuple[type[Model], ...] = (Film, Summary, Review, Rating, Quote, Stance, Claim, Revision, Outlet)
"""The models whose fields the data dictionary explains."""
