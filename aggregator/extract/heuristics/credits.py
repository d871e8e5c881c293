"""Cast and directors: labelled credits first, then what the prose credits."""

from __future__ import annotations

from collections.abc import Iterator

from aggregator.extract.heuristics import credits_labelled, credits_prose
from aggregator.extract.heuristics.credits_context import SURE
from aggregator.extract.heuristics.film_titles import names_of
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.directors import DIRECTORS
from aggregator.values.names import is_given
from aggregator.values.people import parse_people
from aggregator.values.performers import PERFORMERS
from aggregator.values.text import fold

BESIDE_LABEL = 2.6
"""Least weight of evidence for a player whom a full cast list leaves out."""
BILLED = 3
"""Players that a label must name for the prose to need the strongest evidence for more."""
FULLY_BILLED = 4
"""Players that a label must name for it to outweigh the mention of a known one."""


def find(post: Post) -> Iterator[Claim]:
    """Claims of cast and directors; prose adds to a label only what it states strongly."""
    titles = names_of(post) or ((post.headline,) if post.headline else ())
    people = credits_prose.read(post, titles)
    named: dict[str, set[str]] = {"cast": set(), "directors": set()}
    for claim in credits_labelled.find(post):
        names = parse_people(claim.raw)
        named[claim.field].update(map(fold, names))
        yield Claim(claim.field, claim.raw, claim.source, claim.where, names or None)
    own = {fold(title) for title in titles}
    announced = tuple(
        name
        for name in post.announced.people
        if fold(name) not in own
        and parse_people(name)
        and (name not in post.announced.candidates or is_maker(name, people))
    )
    makers = [] if named["directors"] else directors(people, announced, named["cast"], post.text)
    yield from makers
    chosen = frozenset(named["directors"] | {fold(claim.raw) for claim in makers})
    least = BESIDE_LABEL if len(named["cast"]) >= BILLED else credits_prose.ENOUGH
    for person in credits_prose.players(people, chosen):
        key = fold(person.name)
        known = key in PERFORMERS and len(named["cast"]) < FULLY_BILLED
        if key not in named["cast"] and (known or person.roles["cast"] >= least):
            yield Claim("cast", person.name, Source.HEURISTIC, person.where("cast"))


def is_maker(name: str, people: dict[str, credits_prose.Person]) -> bool:
    """Whether a name in brackets behind a title is a person's, and not the film's title in another language."""
    key = fold(name)
    return key in people or key in DIRECTORS or is_given(name.split()[0])


def whole_name(name: str, people: dict[str, credits_prose.Person]) -> str:
    """A name; of a family name alone ("Her (Jonze, 2013)") the one whole name of the text that ends in it."""
    if " " in name:
        return name
    ends = [person.name for key, person in people.items() if key.endswith(f" {fold(name)}")]
    return ends[0] if len(ends) == 1 else name


def directors(
    people: dict[str, credits_prose.Person], named: tuple[str, ...], cast: set[str], text: str
) -> list[Claim]:
    """Claims of the directors: whom the headline names and neither label nor text makes a player, else the text's."""
    claims: list[Claim] = []
    for name in (whole_name(one, people) for one in named):
        person = people.get(fold(name))
        if fold(name) in cast:
            continue
        if person is None or person.roles.get("cast", 0.0) < SURE or "director" in person.roles:
            claims.append(Claim("directors", name, Source.HEURISTIC, "headline"))
    if claims:
        return claims
    return [
        Claim(
            "directors",
            person.name,
            Source.HEURISTIC,
            person.where("director" if "director" in person.why else "known"),
        )
        for person in credits_prose.makers(people, text)
    ]
