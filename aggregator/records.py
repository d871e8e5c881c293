"""The records that travel the road of a review: frozen, and without behaviour of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from aggregator.values.nesting import bounded
from aggregator.values.once import once
from aggregator.values.rating import Rating
from aggregator.values.text import decoded
from aggregator.values.verdict import Verdict

if TYPE_CHECKING:
    from bs4 import BeautifulSoup


class Source(IntEnum):
    """Where a claim comes from, the most trusted first."""

    SITE = 0  # the site file says so
    JSONLD = 1
    MICRODATA = 2
    HREVIEW = 3
    PLATFORM = 4  # markup whose meaning the platform fixes (a WordPress `rel=author`, a Blogger `post-title`)
    META = 5
    HEURISTIC = 6  # the text itself
    CATALOG = 7  # a film catalogue confirms it


@dataclass(frozen=True)
class Page:
    """One fetched page; its tree is parsed once, on first use, and shared by all finders."""

    url: str
    html: bytes | str
    status: int = 200
    fetched_at: str | None = None  # ISO 8601, UTC
    charset: str | None = None  # as the HTTP header or the caller declares it
    archived: str | None = None  # place in the archive: "FILE:OFFSET"

    @once
    def read(self) -> tuple[str, bytes | None]:
        """The page's source as text, and as UTF-8 where it was fetched so."""
        if isinstance(self.html, str):
            return self.html, None
        text, plain = decoded(self.html, self.charset)
        return text, self.html if plain else None

    @property
    def text(self) -> str:
        """The page's source as text."""
        return self.read[0]

    @once
    def tree(self) -> LexborHTMLParser:
        """The parsed page."""
        text, utf8 = self.read
        flat = bounded(text, self.html if isinstance(self.html, bytes) else None)
        source = utf8 if utf8 is not None and flat is text else flat
        return LexborHTMLParser(source, options=LexborDocumentOptions.WO_EVENTS)  # nobody listens to the tree

    @once
    def soup(self) -> BeautifulSoup:
        """A BeautifulSoup view for site hooks: a second parse, so never on the path of an ordinary page."""
        from bs4 import BeautifulSoup

        return BeautifulSoup(self.text, "lxml")


@dataclass(frozen=True, slots=True)
class Claim:
    """What one finder says of one field: the text, what it was understood as, and where it stands."""

    field: str
    raw: str
    source: Source
    where: str  # CSS, XPath, JSON path or words: "site file", "url"
    value: Any = None  # None: not understood; kept, and never chosen
    chosen: bool = False

    def __reduce__(self) -> tuple[type[Claim], tuple[Any, ...]]:
        """Pickled as its values: what a dataclass does by itself costs twice as much, a dozen times a page."""
        return Claim, (self.field, self.raw, self.source, self.where, self.value, self.chosen)


@dataclass(frozen=True, slots=True)
class Review:
    """One film review as its page states it; a field that the page does not state is None or empty."""

    url: str  # http or https; the post's permalink
    site: str  # the site's name, or the host of a blog without a site file
    headline: str | None = None  # the post's own heading, without the site's name
    film_title: str | None = None  # as the page writes it, without year or "review"
    film_year: int | None = None  # the film's year of release, only where the page states it
    author: str | None = None
    published: str | None = None  # ISO 8601: a date, or a date and time with its offset if stated
    language: str | None = None  # ISO 639-1
    rating: Rating | None = None
    cast: tuple[str, ...] = ()  # actors of the reviewed film, as the page spells them, in its order
    directors: tuple[str, ...] = ()
    verdict: Verdict | None = None
    complete: bool = True  # False: an excerpt on an archive page, which never replaces the whole review
    claims: tuple[Claim, ...] = ()  # every claim, the chosen ones marked
    disputed: tuple[str, ...] = ()  # fields on which two or more lower sources agree against the chosen one
    text: str = ""  # the post's plain text, paragraphs divided by newlines
    film_ids: Mapping[str, str] = field(default_factory=dict)  # ids the post links to: {"imdb": "tt1798709"}
    position: int = 0  # from 0, where one post reviews several films under one URL

    def as_dict(self) -> dict[str, Any]:
        """The review as JSON-ready data; the keys are a contract with exports and scorers."""
        from aggregator.scoring import score

        rating = None
        if self.rating is not None:
            names = ("raw", "value", "best", "worst", "style", "scale_source")
            rating = {name: getattr(self.rating, name) for name in names} | {"score": score(self.rating)}
        verdict = None
        if self.verdict is not None:
            verdict = {"text": self.verdict.text, "explicit": self.verdict.explicit, "label": self.verdict.label}
        provenance: dict[str, list[dict[str, str]]] = {}
        for claim in self.claims:
            if claim.chosen:
                proof = {"source": claim.source.name, "where": claim.where, "raw": claim.raw}
                provenance.setdefault(claim.field, []).append(proof)
        return {
            "url": self.url,
            "site": self.site,
            "headline": self.headline,
            "film_title": self.film_title,
            "film_year": self.film_year,
            "author": self.author,
            "published": self.published,
            "language": self.language,
            "rating": rating,
            "cast": list(self.cast),
            "directors": list(self.directors),
            "verdict": verdict,
            "complete": self.complete,
            "provenance": provenance,
        }


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A post that was not taken as a film review, and why."""

    url: str
    label: (
        str  # news, list, interview, trailer, recap, festival, essay, question, tv, book, game, album, hardware, other
    )
    score: float  # 0..1: how much it looks like a film review
    reasons: tuple[str, ...] = ()
    headline: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A finder that raised on a page: the page goes on with the other finders."""

    url: str
    finder: str
    traceback: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one page gave."""

    reviews: tuple[Review, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    issues: tuple[Issue, ...] = ()
    platform: str | None = None
    next_url: str | None = None  # the next, older page of an archive
    links: tuple[str, ...] = ()  # permalinks of the posts that the page shows


@dataclass(frozen=True, slots=True)
class Film:
    """One film, from a catalogue or made of reviews."""

    title: str
    year: int | None = None
    ids: Mapping[str, str] = field(default_factory=dict)  # {"imdb": "tt1798709"}
    directors: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # other titles


@dataclass(frozen=True, slots=True)
class Match:
    """A film that a review may be about, with the reasons for its score."""

    film: Film
    score: float  # 0..1
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What ingest did with one review."""

    kind: str  # new, edited, reparsed, same, copy, held, refused
    review_id: int | None = None
    film_id: int | None = None
    story_id: int | None = None
    reason: str | None = None
