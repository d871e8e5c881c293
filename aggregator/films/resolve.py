"""Which film is it: candidates from an index, scored with reasons, and none by force."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from aggregator.films.evidence import Clues, Wanted, credited, weigh
from aggregator.films.forms import forms
from aggregator.films.keyed import keyed, name_key
from aggregator.records import Film, Match
from aggregator.values.title_keys import ROMAN, plain_key, title_key
from aggregator.values.title_words import REVIEW_WORDS
from aggregator.values.titles import Headline, parse_headline, split_titles

ACCEPT = 0.5  # a film at or over this score is taken
HOLD = 0.12  # a film at or over this score is worth showing to a person
AHEAD = 1.35  # the best film's odds are this many times those of the next, or nothing is taken
SURE = 0.77  # no weaker way of searching is tried after such a match
LEAST = 0.03  # a match under this score is not mentioned
GUESSES = 5  # of a headline's titles
MOST = 300  # films weighed for a title
SPLIT = 3  # guesses that are tried as two titles
SHORTEST_END = 4  # characters; shorter titles end too many others
LEAST_WORD = 6  # letters of a word that two titles of one film share
LONGEST_WINDOW = 7  # words of a headline taken together as a title


# Small words that tell a title from an English one.
_FOREIGN_WORDS = """
der die das des dem den ein eine einer und von im zu le la les du des un une dans et au aux el los las del y en una il
gli uno di nel della che era volta o os as do da dos das um uma na no het een van de och den det i en w z na om lo
"""
FOREIGN_WORDS = frozenset(_FOREIGN_WORDS.split()) - {"die", "do", "no", "as", "i", "y", "o", "en", "lo"}  # English, too
# Words for a review that tell that a headline is no English one.
FOREIGN_LABELS = REVIEW_WORDS - {"review", "reviews", "reviewed", "reviewing", "critique", "critiques", "impressions"}


class TitleIndex(Protocol):
    """What matching needs of a set of films; keys are `title_key`s and `keyed.name_key`s."""

    def by_key(self, key: str) -> Iterable[Film]:
        """The films with a title of this key."""

    def by_start(self, key: str) -> Iterable[Film]:
        """Films with a title whose first words are `key`, and more follow; bounded in number."""

    def by_end(self, key: str) -> Iterable[Film]:
        """Films with a title whose last words are `key`, after others; bounded in number."""

    def near(self, key: str) -> Iterable[Film]:
        """Films with a title spelled nearly so (`forms.spelled_nearly`); bounded in number."""

    def by_director(self, name: str) -> Iterable[Film]:
        """Films by this director; bounded in number."""

    def by_id(self, scheme: str, ident: str) -> Iterable[Film]:
        """The film with this id."""


class ReviewLike(Protocol):
    """The fields of a review that matching reads; `records.Review` has them."""

    @property
    def headline(self) -> str | None: ...
    @property
    def film_title(self) -> str | None: ...
    @property
    def film_year(self) -> int | None: ...
    @property
    def cast(self) -> tuple[str, ...]: ...
    @property
    def directors(self) -> tuple[str, ...]: ...
    @property
    def published(self) -> str | None: ...
    @property
    def film_ids(self) -> Mapping[str, str]: ...


def resolve_film(
    headline: str, people: Sequence[str] = (), *, published: str | None = None, catalog: TitleIndex
) -> list[Film]:
    """The films that a headline is about: none, one, or those of a double feature.

    `people` are names that the post mentions, characters among them; `published` is ISO 8601. Empty means that there is
    no film to vouch for: a post that is no film review, an unknown film, or two films between which nothing decides.
    """
    read = parse_headline(headline)
    if not read.about_film:
        return _vouched(headline, people, published, catalog)
    found: list[Film] = []
    for matches in _matched(headline, read, people, published, catalog):
        best = best_match(matches)
        if best is not None and best.film not in found:
            found.append(best.film)
    return found


def _vouched(headline: str, people: Sequence[str], published: str | None, index: TitleIndex) -> list[Film]:
    """The film whose very title a headline is, be it that of a page, "Contact", where credits hold two of the names."""
    clues = Clues(published=_year(published), people=_names(people))
    best = best_match(_search([headline], clues, index, ways=(_exact,)))
    named = best and [name for name in clues.people if credited(name, (*best.film.directors, *best.film.cast))]
    return [best.film] if best and named and len(named) > 1 else []


def candidates(
    headline: str, people: Sequence[str] = (), *, published: str | None = None, catalog: TitleIndex
) -> list[Match]:
    """The films that a headline may be about, best first, with reasons; nothing is decided."""
    read = parse_headline(headline)
    matches = [match for group in _matched(headline, read, people, published, catalog) for match in group]
    return sorted(matches, key=lambda match: -match.score)


def match_film(review: ReviewLike, index: TitleIndex, *, published: str | None = None) -> list[Match]:
    """The films that a review may be about, best first; `best_match` decides.

    The headline's guesses are tried where the title that the review states gives no film; of the headline of a double
    feature each review states its own. `published` stands in for a missing date.
    """
    read = parse_headline(review.headline or "")
    clues = Clues(
        year=review.film_year or read.year,
        published=_year(review.published or published),
        people=_names((*review.directors, *review.cast, *read.people)),
        ids=frozenset(review.film_ids.items()),
    )
    linked = [film for scheme, ident in review.film_ids.items() for film in index.by_id(scheme, ident)]
    stated = review.film_title or ""
    matches = _search([stated], clues, index, linked=linked, text=stated) if stated else []
    if matches and matches[0].score >= ACCEPT:
        return matches
    guesses = [stated, *(title for title in read.candidates if title != stated)] if stated else read.candidates
    return _search(guesses, clues, index, linked=linked, text=review.headline or "")


def best_match(matches: Sequence[Match]) -> Match | None:
    """The match to take: at or over ACCEPT, and ahead of the next film by AHEAD; else None. `matches`: best first."""
    if not matches or matches[0].score < ACCEPT:
        return None
    if len(matches) > 1 and _odds(matches[0]) < AHEAD * _odds(matches[1]):
        return None
    return matches[0]


def _odds(match: Match) -> float:
    return match.score / max(1e-6, 1.0 - match.score)


def _matched(
    headline: str, read: Headline, people: Sequence[str], published: str | None, index: TitleIndex
) -> list[list[Match]]:
    """Matches for each film of a headline: one group, or one for each title of a double feature."""
    names = _names((*people, *read.people))
    clues = Clues(year=read.year, published=_year(published), people=names)
    shared = Clues(year=None, published=clues.published, people=names, shared=True)
    if len(read.titles) > 1:
        return [_search([title], shared, index) for title in read.titles]
    for title in read.candidates[:SPLIT]:
        parts = split_titles(title)
        if not parts or best_match(_search([title], clues, index, ways=(_exact,))):
            continue
        groups = [_search([part], shared, index, ways=(_exact, _parts)) for part in parts]
        bests = [best_match(group) for group in groups]
        if all(best and best.score >= SURE for best in bests):
            return groups
    return [_search(read.candidates, clues, index, text=headline)]


_Found = tuple[list[Film], list[Wanted]]
_Way = Callable[[Sequence[Wanted], Clues, TitleIndex, str], _Found]


def _search(
    titles: Sequence[str],
    clues: Clues,
    index: TitleIndex,
    *,
    linked: Iterable[Film] = (),
    text: str = "",
    ways: Sequence[_Way] | None = None,
) -> list[Match]:
    """Weighed films for one post: the cheap and sure ways of searching first, the others only while nothing is sure."""
    wanted = [
        Wanted(key, how, place, plain_key(title))
        for place, title in enumerate(titles[:GUESSES])
        for key, how in forms(title)
        if key
    ]
    films: dict[tuple[str, int | None, str], Film] = {}
    matches = _weighed(_add(films, linked), wanted, clues)
    for search in ways or WAYS:
        found, more = search(wanted, clues, index, text)
        wanted = [*wanted, *more]
        fresh = _add(films, found)
        if fresh or more:
            matches = _weighed(films.values(), wanted, clues)
        if matches and matches[0].score >= (SURE if search is _exact else ACCEPT) and best_match(matches):
            break
    return matches


def _exact(wanted: Sequence[Wanted], clues: Clues, index: TitleIndex, text: str) -> _Found:
    del clues, text
    return [film for want in wanted for film in index.by_key(want.key)], []


def _parts(wanted: Sequence[Wanted], clues: Clues, index: TitleIndex, text: str) -> _Found:
    """Films whose title is longer than the headline's: a subtitle or a series' name was left out."""
    del clues, text
    found: list[Film] = []
    for want in wanted:
        if want.place < 2 and len(want.key) > 1:
            found.extend(index.by_start(want.key))
            series, _, number = want.key.rpartition(" ")
            if series and number.isdigit():
                found.extend(index.by_start(series))
            if len(want.key) > SHORTEST_END:
                found.extend(index.by_end(want.key))
    return found, []


def _by_number(wanted: Sequence[Wanted], clues: Clues, index: TitleIndex, text: str) -> _Found:
    """The film at a number of its series, "Harry Potter 3": by year among those that credit one of the names."""
    del text
    found: list[Film] = []
    for want in wanted:
        series, _, number = want.key.rpartition(" ")
        if want.place > 1 or not series or not number.isdigit():
            continue
        films: dict[tuple[str, int | None, str], Film] = {}
        _add(films, (film for search in (index.by_key, index.by_start, index.by_end) for film in search(series)))
        theirs = [film for film in films.values() if film.year and _names_one(clues.people, film)]
        theirs.sort(key=lambda film: film.year or 0)
        found.extend(theirs[int(number) - 1 : int(number)])
    return found, [Wanted(title_key(film.title), "series") for film in found]


def _names_one(people: Iterable[str], film: Film) -> bool:
    return any(credited(name, (*film.directors, *film.cast)) for name in people)


def _misspelt(wanted: Sequence[Wanted], clues: Clues, index: TitleIndex, text: str) -> _Found:
    """Films whose title is spelled nearly so; a title that some film has is spelled right."""
    del clues, text
    guesses = [want.key for want in wanted if want.how == "exact" and want.place < 2]
    return [film for key in guesses if not any(index.by_key(key)) for film in index.near(key)], []


def _by_words(wanted: Sequence[Wanted], clues: Clues, index: TitleIndex, text: str) -> _Found:
    """Films whose whole title stands in the headline among other words."""
    del wanted
    words = plain_key(text).split()
    if len(words) > 24:
        return [], []
    more: list[Wanted] = []
    found: list[Film] = []
    for start in range(len(words)):
        for end in range(min(len(words), start + LONGEST_WINDOW), start, -1):
            if end - start < 2 and (not clues.people or len(words[start]) < 3):
                continue
            if end < len(words) and (words[end].isdigit() or words[end] in ROMAN):
                continue  # "Rambo 2" is not "Rambo"
            plain = " ".join(words[start:end])
            films = list(index.by_key(title_key(plain)))
            if films:
                found.extend(films)
                more.append(Wanted(title_key(plain), "longer", 0 if start == 0 else 1, plain))
    return found, more


def _by_people(wanted: Sequence[Wanted], clues: Clues, index: TitleIndex, text: str) -> _Found:
    """Films of a director named in the post, under a title that the index lacks.

    There must be two more names in the film's credits, or one and a title in another language than the film's known
    ones, or a long word that both titles have: the film may as well be one that the index lacks.
    """
    del wanted
    found: list[Film] = []
    more: list[Wanted] = []
    words, plain = title_key(text).split(), plain_key(text).split()
    abroad = not (FOREIGN_WORDS | FOREIGN_LABELS).isdisjoint(plain)
    for name in clues.people:
        for film in index.by_director(name_key(name)) if " " in name else ():
            others = [
                other for other in clues.people if other != name and credited(other, (*film.directors, *film.cast))
            ]
            titles = {word for key in keyed(film).title_keys for word in key.split()}
            shared = _share_word(titles, words)
            foreign = abroad and FOREIGN_WORDS.isdisjoint(titles)
            if shared or len(others) > 1 or (others and foreign):
                found.append(film)
                more.append(Wanted(title_key(film.title), "people and word" if shared else "people"))
    return found, more


def _share_word(titles: Iterable[str], words: Sequence[str]) -> bool:
    """Whether a long word of the headline stands in the film's titles, but for its last letter: "Chihiros"."""
    long = [word for word in words if len(word) >= LEAST_WORD]
    return any(
        word.startswith(mine[:-1]) or mine.startswith(word)
        for word in titles
        if len(word) >= LEAST_WORD
        for mine in long
    )


def _weighed(films: Iterable[Film], wanted: Sequence[Wanted], clues: Clues) -> list[Match]:
    matches = []
    for film in films:
        score, reasons = weigh(film, wanted, clues)
        if score >= LEAST:
            matches.append(Match(film, score, reasons))
    return sorted(matches, key=lambda match: -match.score)


WAYS: tuple[_Way, ...] = (_exact, _parts, _by_number, _misspelt, _by_words, _by_people)
"""The ways of searching, the sure and cheap ones first."""


def _add(films: dict[tuple[str, int | None, str], Film], found: Iterable[Film]) -> list[Film]:
    fresh = []
    for film in found:
        key = (film.title, film.year, next(iter(film.ids.values()), ""))
        if key not in films and len(films) < MOST:
            films[key] = film
            fresh.append(film)
    return fresh


def _names(people: Iterable[str]) -> tuple[str, ...]:
    parts = (part.strip() for name in people for part in re.split(r",| and | & | et | und | y | e ", name[:200]))
    return tuple(dict.fromkeys(part for part in parts if part))[:40]


def _year(date: str | None) -> int | None:
    return int(date[:4]) if date and date[:4].isdigit() else None
