"""What a program asks of an open store in one call: films compared, lists, rankings, how two outlets agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from aggregator.compare import Agreement, Line, Ranked, Summary
    from aggregator.store.engine import Store
    from aggregator.store.read_outlets import Author
    from aggregator.store.rows import StoredFilm, StoredReview, StoredSite, Story


@dataclass(frozen=True, slots=True)
class Compared:
    """One film: what the blogs say of it, and why the number is what it is."""

    film: StoredFilm
    summary: Summary  # scores are 0..100
    stories: list[Story]  # each text once with its copies, the newest first
    policy: str  # under which ratings became scores

    def explain(self) -> list[Line]:
        """Every input, conversion, weight, rule and assumption behind the summary, in order."""
        from aggregator.compare import explain

        return explain(self.summary, policy=self.policy)


class Front:
    """The part of a store that reads; each call is one moment of the database."""

    def compare(self, title: str | int, year: int | None = None, *, with_inferred: bool = False) -> Compared:
        """One film by its title and year, or by its id; of several with this title the one with the most voices.

        Args:
            title: "Her", "Her (2013)", or the film's id.
            year: of release; None: any.
            with_inferred: also count the stances that the verdicts of reviews without a rating show.

        Raises:
            LookupError: no stored film is called so; the message is one line.
        """
        from aggregator.compare import summarise
        from aggregator.compare.inferred import with_stance
        from aggregator.store import queries, read_web

        store = cast("Store", self)
        with store.at_once():
            found = [queries.film(store, title)] if isinstance(title, int) else queries.find_films(store, title, year)
            if not found or found[0] is None:
                raise LookupError(f"no film is called {title!r}{f' ({year})' if year else ''}")
            film = found[0]
            stories = queries.film_stories(store, film.id)
            policy = read_web.policy(store)
        voices = [
            with_stance(
                review.voice(), review.verdict.text if review.verdict else None, review.language, review.film_title
            )
            if with_inferred
            else review.voice()
            for story in stories
            for review in (story.original, *story.copies)
        ]
        return Compared(film, summarise(voices, with_inferred=with_inferred), stories, policy)

    def films(
        self, query: str | None = None, *, sort: str = "voices", at_least: int = 0, limit: int | None = 50
    ) -> list[StoredFilm]:
        """Films by words of the title, or all; `sort` is voices, mean, title, year or newest, else ValueError."""
        from aggregator.store import queries

        return queries.films(cast("Store", self), query, sort=sort, at_least=at_least, limit=limit)

    def reviews(
        self,
        *,
        site: str | None = None,
        author: str | None = None,
        film_id: int | None = None,
        changed_since: str | None = None,
    ) -> Iterator[StoredReview]:
        """Reviews in the order of their ids, streamed: memory stays flat; `changed_since` is ISO 8601 in UTC."""
        from aggregator.store import queries

        return queries.iter_reviews(
            cast("Store", self), site=site, author=author, film_id=film_id, changed_since=changed_since
        )

    def outlets(self) -> list[StoredSite]:
        """All outlets by name, with what is stored of each."""
        from aggregator.store import read_outlets

        return read_outlets.sites(cast("Store", self))

    def authors(self, *, limit: int = 50) -> list[Author]:
        """The authors with the most reviews."""
        from aggregator.store import read_outlets

        return [author for author, _ in read_outlets.authors_page(cast("Store", self), limit=limit)]

    def best(self, *, at_least: int = 4, year: int | None = None, limit: int = 50) -> list[tuple[StoredFilm, Ranked]]:
        """Films with at least so many scores, the best first, by the mean drawn towards the prior."""
        return self._ranked("best", at_least, year, limit)

    def divisive(
        self, *, at_least: int = 4, year: int | None = None, limit: int = 50
    ) -> list[tuple[StoredFilm, Ranked]]:
        """Films with at least so many scores, the most divisive first, by the spread drawn towards a usual one."""
        return self._ranked("divisive", max(2, at_least), year, limit)

    def _ranked(self, sort: str, at_least: int, year: int | None, limit: int) -> list[tuple[StoredFilm, Ranked]]:
        from aggregator.store import read_web

        wanted = read_web.FilmFilter(year=year)
        return read_web.ranking(cast("Store", self), sort, at_least=at_least, wanted=wanted, limit=limit)

    def agreement(self, one: str, other: str) -> Agreement:
        """How two outlets agree on the films of both; raises LookupError where one of them is not stored."""
        from aggregator.compare import agree
        from aggregator.store import pairs

        shared = pairs.side_by_side(cast("Store", self), one, other)
        if shared is None:
            raise LookupError(f"one of {one!r} and {other!r} is not stored")
        return agree(shared)
