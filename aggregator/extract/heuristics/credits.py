"""Cast and directors: labelled credits first, then what the prose credits."""

from __future__ import annotations

from collections.abc import Iterator

from aggregator.extract.heuristics import credits_labelled, credits_prose
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.people import parse_people
from aggregator.values.text import fold
from aggregator.values.titles import parse_headline

BILLED = 3
"""Players that a label must name for the prose to need the strongest evidence for more."""


def find(post: Post) -> Iterator[Claim]:
    """Claims of cast and directors; prose adds to a label only what it states strongly."""
    headline = parse_headline(post.headline, language=post.language) if post.headline else None
    people = credits_prose.read(post, headline.titles if headline is not None else ())
    labelled = list(credits_labelled.find(post))
    yield from labelled
    named = {
        field: {fold(name) for claim in labelled if claim.field == field for name in parse_people(claim.raw)}
        for field in ("cast", "directors")
    }
    players = {fold(person.name): person for person in credits_prose.players(people)}
    if not named["directors"]:
        stated = [name for name in headline.people if fold(name) not in players] if headline is not None else []
        for name in stated:
            yield Claim("directors", name, Source.HEURISTIC, "headline")
        if not stated:
            for person in credits_prose.makers(people):
                where = person.why.get("director") or person.why["known"]
                yield Claim("directors", person.name, Source.HEURISTIC, where)
    least = credits_prose.SURE if len(named["cast"]) >= BILLED else credits_prose.ENOUGH
    for key, person in players.items():
        if key not in named["cast"] and person.roles["cast"] >= least:
            yield Claim("cast", person.name, Source.HEURISTIC, person.why["cast"])
