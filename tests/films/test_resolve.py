"""Which film is it: candidates with reasons over a list of films, without a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from aggregator.films import ACCEPT, TitleIndex, best_match, candidates, match_film, resolve_film
from aggregator.films.forms import spelled_nearly
from aggregator.films.keyed import name_key
from aggregator.records import Film, Review
from aggregator.values.title_keys import title_key


class FilmList:
    """A TitleIndex over a list."""

    def __init__(self, films: Sequence[Film]) -> None:
        self.films = films

    def _titled(self, fits: object) -> list[Film]:
        assert callable(fits)
        return [film for film in self.films if any(fits(title_key(title)) for title in (film.title, *film.also))]

    def by_key(self, key: str) -> Iterable[Film]:
        return self._titled(lambda other: other == key)

    def by_start(self, key: str) -> Iterable[Film]:
        return self._titled(lambda other: other.startswith(key + " "))

    def by_end(self, key: str) -> Iterable[Film]:
        return self._titled(lambda other: other.endswith(" " + key))

    def near(self, key: str) -> Iterable[Film]:
        return self._titled(lambda other: spelled_nearly(key, other) > 0)

    def by_director(self, name: str) -> Iterable[Film]:
        return [film for film in self.films if name in map(name_key, film.directors)]

    def by_id(self, scheme: str, ident: str) -> Iterable[Film]:
        return [film for film in self.films if film.ids.get(scheme) == ident]


def film(title: str, year: int | None, director: str, *cast: str, also: tuple[str, ...] = ()) -> Film:
    return Film(title, year, {"imdb": f"tt-{title}-{director}"}, (director,), cast, also)


THING_OLD = film("The Thing", 1982, "John Carpenter", "Kurt Russell", "Keith David")
THING_NEW = film("The Thing", 2011, "Matthijs van Heijningen Jr.", "Mary Elizabeth Winstead", "Joel Edgerton")
SUSPIRIA_OLD = film("Suspiria", 1977, "Dario Argento", "Jessica Harper")
SUSPIRIA_NEW = film("Suspiria", 2018, "Luca Guadagnino", "Dakota Johnson", "Tilda Swinton")
HER = film("Her", 2013, "Spike Jonze", "Joaquin Phoenix", "Scarlett Johansson")
GRAVITY = film("Gravity", 2013, "Alfonso Cuarón", "Sandra Bullock", "George Clooney")
ALIEN = film("Alien", 1979, "Ridley Scott", "Sigourney Weaver")
ALIENS = film("Aliens", 1986, "James Cameron", "Sigourney Weaver")
STAR_WARS = film("Star Wars: Episode IV - A New Hope", 1977, "George Lucas", "Mark Hamill")
EMPIRE = film("Star Wars: Episode V - The Empire Strikes Back", 1980, "Irvin Kershner", "Mark Hamill")
FORCE = film("Star Wars: Episode VII - The Force Awakens", 2015, "J.J. Abrams", "Daisy Ridley")
T2 = film("Terminator 2: Judgment Day", 1991, "James Cameron", "Arnold Schwarzenegger", "Edward Furlong")
RAMBO = film("Rambo", 2008, "Sylvester Stallone", "Julie Benz")
RAMBO_2 = film("Rambo: First Blood Part II", 1985, "George P. Cosmatos", "Sylvester Stallone")
BVS = film("Batman v Superman: Dawn of Justice", 2016, "Zack Snyder", "Ben Affleck")
FELLOWSHIP = film("The Lord of the Rings: The Fellowship of the Ring", 2001, "Peter Jackson", "Elijah Wood")
TOWERS = film("The Lord of the Rings: The Two Towers", 2002, "Peter Jackson", "Elijah Wood")
BILLBOARDS = film("Three Billboards Outside Ebbing, Missouri", 2017, "Martin McDonagh", "Frances McDormand")
SPIRITED = film("Spirited Away", 2001, "Hayao Miyazaki", "Rumi Hiiragi", also=("Sen to Chihiro no kamikakushi",))
TOTORO = film("My Neighbor Totoro", 1988, "Hayao Miyazaki", "Chika Sakamoto")
EDGE = film("Edge of Tomorrow", 2014, "Doug Liman", "Tom Cruise", "Emily Blunt")
HUNT = film("The Hunt", 2012, "Thomas Vinterberg", "Mads Mikkelsen", also=("Jagten",))
KB1 = film("Kill Bill: Vol. 1", 2003, "Quentin Tarantino", "Uma Thurman")
KB2 = film("Kill Bill: Vol. 2", 2004, "Quentin Tarantino", "Uma Thurman")
GODFATHER = film("The Godfather", 1972, "Francis Ford Coppola", "Marlon Brando", "Al Pacino")
GODFATHER_2 = film("The Godfather Part II", 1974, "Francis Ford Coppola", "Al Pacino", "Robert De Niro")
BLACK_MIRROR = film("Black Mirror", 1981, "Pierre-Alain Jolivet", "Louise Marleau")
WALLE = film("WALL·E", 2008, "Andrew Stanton", "Ben Burtt")
HALF = film("8½", 1963, "Federico Fellini", "Marcello Mastroianni")
NO_YEAR = film("Night Bus", None, "Ann Driver", "Bea Rider")
FILMS = [value for value in list(globals().values()) if isinstance(value, Film)]
INDEX: TitleIndex = FilmList(FILMS)

# headline, people of the post, day of publication, the films
CASES: list[tuple[str, tuple[str, ...], str | None, tuple[Film, ...]]] = [
    ("her", ("Amy Adams", "Joaquin Phoenix"), "2014-02-20", (HER,)),
    ("HER - film review", (), None, (HER,)),
    ("CineNerd Review: Spike Jonze's HER", (), "2014-01-02", (HER,)),
    ("Her: love in the time of batteries", ("Phoenix",), "2014-02-20", (HER,)),
    ("The Thing", ("Kurt Russell",), "2013-10-30", (THING_OLD,)),
    ("The Thing", ("Winstead",), "2013-10-30", (THING_NEW,)),
    ("The Thing (1982)", (), "2013-10-30", (THING_OLD,)),
    ("The Thing", (), "2005-01-01", (THING_OLD,)),  # before the other's release
    ("Thing, The", ("John Carpenter",), None, (THING_OLD,)),
    ("Suspiria review", (), "2018-11-20", (SUSPIRIA_NEW,)),  # new at publication
    ("Suspiria [2018]", (), "2021-11-20", (SUSPIRIA_NEW,)),
    ("Suspiria 1978", ("Argento",), None, (SUSPIRIA_OLD,)),  # a year beside
    ("Alien", (), None, (ALIEN,)),
    ("Double Feature: Alien and Aliens", ("Sigourney Weaver",), "2012-06-05", (ALIEN, ALIENS)),
    ("Her and Gravity", ("Spike Jonze", "Sandra Bullock"), "2014-02-20", (HER, GRAVITY)),
    ("Kill Bill Vol. 1 & 2", ("Uma Thurman",), "2012-12-20", (KB1, KB2)),
    ("Star Wars (1977)", ("George Lucas",), "2012-05-25", (STAR_WARS,)),
    ("Star Wars Episode VII", (), "2016-01-02", (FORCE,)),
    ("The Empire Strikes Back", ("Mark Hamill",), "2012-05-25", (EMPIRE,)),
    ("T2: 3D", ("Schwarzenegger",), "2017-08-30", (T2,)),
    ("Rambo 2", ("Sylvester Stallone",), "2012-08-30", (RAMBO_2,)),
    ("BvS", ("Ben Affleck",), "2016-03-30", (BVS,)),
    ("LOTR: Fellowship of the Ring", ("Elijah Wood",), "2012-01-01", (FELLOWSHIP,)),
    ("Two Towers review", ("Elijah Wood",), "2012-01-01", (TOWERS,)),
    ("Three Billboards", ("Frances McDormand",), "2018-01-15", (BILLBOARDS,)),
    ("Godfather 2", ("Al Pacino",), None, (GODFATHER_2,)),
    ("Chihiros Reise ins Zauberland", ("Hayao Miyazaki",), "2013-11-30", (SPIRITED,)),
    ("Live Die Repeat", ("Doug Liman", "Tom Cruise", "Emily Blunt"), "2014-10-19", (EDGE,)),
    ("El filo del mañana", ("Doug Liman", "Tom Cruise"), "2014-10-19", (EDGE,)),
    ("Alien / Aliens: two of a kind", ("Sigourney Weaver",), "2012-06-05", (ALIEN, ALIENS)),
    ("Jagten (The Hunt)", (), "2013-01-05", (HUNT,)),
    ("Wall-E", (), None, (WALLE,)),
    ("8 1/2", (), None, (HALF,)),
    ("Terminater 2: Judgment Day", ("Edward Furlong",), None, (T2,)),  # misspelt
    ("Night Bus", ("Bea Rider",), "2014-01-01", (NO_YEAR,)),
    ("Why we all ended up crying at Gravity", ("Sandra Bullock",), "2013-11-01", (GRAVITY,)),
]

# headline, people: posts without a film to vouch for
NONE = [
    ("Black Mirror: San Something", ("Gugu Somebody", "Mackenzie Someone")),  # a series with a film's name
    ("Book review: Gravity", ("Sandra Bullock",)),
    ("New poster for Gravity", ("Sandra Bullock",)),
    ("Podcast #47: Her and a cold", ()),
    ("I'm moving house", ("boxes",)),
    ("The Thing", ()),  # two films, nothing decides
    ("Netflix pick: Another Film", ("Doug Liman", "Tom Cruise")),  # one that the index lacks
    ("Gravity 2", ("Sandra Bullock",)),
    ("Gravity's Rainbow", ("Thomas Pynchon",)),
    ("Alienation", ()),
    ("", ()),
    ("…", ("…",)),
]


@pytest.mark.parametrize(("headline", "people", "published", "films"), CASES, ids=[row[0] for row in CASES])
def test_films_of_a_headline(
    headline: str, people: tuple[str, ...], published: str | None, films: tuple[Film, ...]
) -> None:
    assert resolve_film(headline, people, published=published, catalog=INDEX) == list(films)


@pytest.mark.parametrize(("headline", "people"), NONE)
def test_no_film_by_force(headline: str, people: tuple[str, ...]) -> None:
    assert resolve_film(headline, people, catalog=INDEX) == []


def test_candidates_are_given_with_reasons_where_nothing_decides() -> None:
    found = candidates("The Thing", catalog=INDEX)
    assert {match.film.year for match in found[:2]} == {1982, 2011}
    assert all(match.score >= ACCEPT and match.reasons for match in found[:2])
    assert best_match(found) is None


def test_reasons_name_the_evidence() -> None:
    best = candidates("The Thing (1982)", ["Kurt Russell"], published="2013-10-30", catalog=INDEX)[0]
    assert best.film == THING_OLD
    text = "; ".join(best.reasons)
    assert "title exact" in text
    assert "year 1982" in text
    assert "Kurt Russell" in text


def review(**fields: object) -> Review:
    return Review(url="https://blog.example/post", site="blog.example", **fields)  # type: ignore[arg-type]


def test_a_review_is_matched_by_its_fields() -> None:
    found = match_film(review(headline="A night out", film_title="The Thing", directors=("John Carpenter",)), INDEX)
    assert best_match(found) is not None
    assert found[0].film == THING_OLD


def test_a_link_to_the_film_settles_it() -> None:
    ids = {"imdb": THING_NEW.ids["imdb"]}
    found = match_film(review(headline="The Thing", film_title="The Thing", film_ids=ids), INDEX)
    best = best_match(found)
    assert best is not None
    assert best.film == THING_NEW


def test_a_link_to_another_film_settles_nothing() -> None:
    ids = {"imdb": ALIEN.ids["imdb"]}
    found = match_film(review(headline="Gravity", film_title="Gravity", film_year=2013, film_ids=ids), INDEX)
    best = best_match(found)
    assert best is not None
    assert best.film == GRAVITY


def test_each_review_of_a_double_feature_keeps_its_film() -> None:
    for one in (ALIEN, ALIENS):
        found = match_film(review(headline="Double Feature: Alien and Aliens", film_title=one.title), INDEX)
        best = best_match(found)
        assert best is not None
        assert best.film == one


def test_the_headline_helps_where_the_stated_title_is_no_film() -> None:
    found = match_film(review(headline="Review: Gravity (2013)", film_title="A night among the stars"), INDEX)
    best = best_match(found)
    assert best is not None
    assert best.film == GRAVITY


def test_the_day_of_publication_may_come_from_elsewhere() -> None:
    found = match_film(review(headline="Suspiria", film_title="Suspiria"), INDEX, published="2018-12-01")
    best = best_match(found)
    assert best is not None
    assert best.film == SUSPIRIA_NEW


def test_a_film_without_credits_is_not_contradicted_by_names() -> None:
    bare = Film("Sea of Sand", 2010, {"imdb": "tt1"})
    index = FilmList([bare])
    assert resolve_film("Sea of Sand", ["Jane Doe", "John Doe"], catalog=index) == [bare]


def test_names_that_nobody_credits_speak_against_a_film() -> None:
    other = film("Sea of Sand", 2010, "Ann Driver", "Bea Rider")
    assert resolve_film("Sea of Sand", ["Jane Doe", "John Doe"], catalog=FilmList([other])) == []


def test_two_films_of_one_title_and_year_need_people() -> None:
    one, two = film("Twins", 2015, "Ann One", "Al One"), film("Twins", 2015, "Ann Two", "Al Two")
    index = FilmList([one, two])
    assert resolve_film("Twins (2015)", catalog=index) == []
    assert resolve_film("Twins (2015)", ["Al Two"], catalog=index) == [two]


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("sullivans travels", "sulivans travels", True),
        ("spiderman", "spider man", True),
        ("captain phillips", "captain philips", True),
        ("alien", "aliens", True),
        ("rocky 2", "rocky 3", False),
        ("her", "hers", False),
        ("gravity", "depravity", False),
        ("dune", "june", False),
    ],
)
def test_misspellings(one: str, other: str, near: bool) -> None:
    assert (spelled_nearly(one, other) > 0) is near
