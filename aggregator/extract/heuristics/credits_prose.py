"""Cast and directors of the prose: every name that a text mentions, weighed by the words beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from aggregator.extract.document import Block
from aggregator.extract.heuristics.credits_context import AHEAD, SURE, evidence_at
from aggregator.extract.heuristics.credits_evidence import WEAK
from aggregator.extract.heuristics.credits_labelled import label_of
from aggregator.extract.heuristics.credits_mentions import (
    KNOWN,
    LONGEST,
    Mention,
    Paragraph,
    between,
    is_turned,
    named_lines,
    played_by_family,
    plays,
    share,
)
from aggregator.extract.heuristics.credits_titles import Titles
from aggregator.extract.heuristics.credits_words import TRADES
from aggregator.extract.heuristics.lines import held
from aggregator.extract.segment import Post
from aggregator.values.directors import DIRECTORS
from aggregator.values.names import is_given
from aggregator.values.patterns import Pattern
from aggregator.values.performers import PERFORMERS, is_only_player
from aggregator.values.text import fold, places_of
from aggregator.values.vocabulary import phrases_of

ENOUGH = 2.0
"""Least weight of evidence for a player."""
CRAFTS = phrases_of("""
music|the music|score|the score|soundtrack|sound|sound design|cinematography|the cinematography|photography|editing
production|production values|production design|costumes|visual effects|effects|special effects|technical aspects
technicalities|screenplay|writing|musik|kamera|schnitt|musique|photographie|montage|musica|fotografia|montaje|guion
montaggio|sceneggiatura|trilha sonora|roteiro|montagem|muzyka|zdjecia|montaz|muziek|camerawerk
""")
"""Headings (folded) of what is said of others than players."""
SUREST = 4.0
"""Weight from which evidence of a player counts under such a heading."""
ELSEWHERE = 9.0
"""Weight of evidence that gives a name to another film and that nothing outweighs."""
DASHES = "-–—―~"
SIGNED = 4
"""What begins a line that signs a quotation, and the characters that it has beside the name."""
SHORTEST = 8
"""Characters of the shortest line that is read."""
THAT_FILM = Pattern(
    r"\b(?:[Tt]hat (?:film|movie)|the (?:better|worse) (?:film|movie|one)"
    r"|the original|the remake|[Nn]ext (?:film|movie)|la próxima|próxima película|o próximo|il prossimo|der nächste"
    r"|(?:his|her|their) (?:previous|earlier))\b"
)
DIRECTION = {
    "direção": ("direção ",),
    "dirección": ("dirección ",),
    "direction": ("direction ", "Direction "),
    "regie": ("regie ", "Regie "),
    "regia": ("regia ",),
    "réalisation": ("réalisation ",),
    "mise": ("mise en scène ",),
}
DIRECTING = frozenset(DIRECTION)
"""Words for what a director does (in lower case), as they stand before the name."""
BY_FAMILY = Pattern(r"(?:[a-zà-ÿ]+ ){0,2}(?:de|di|of|by|von|from) ([A-ZÀ-Þ][^\W\d_]{3,20})\b")
FAMILY_OWN = Pattern(
    r"['’]s? (?:new |latest |own |first |last )?(?:film|movie|direction|camera|directing|vision|masterpiece)\b"
)
"""Phrases that give a film to a family name, and what stands behind such a name."""
NO_OWNERS = frozenset(("cast", "crew", "other", "character"))
FAMILY_NAME = Pattern(r"\b[A-ZÀ-Þ][^\W\d_]{3,20}\Z")
REPLACED = Pattern(r"[^.!?]{0,60}\b(?:was|were|been) (?:later |then )?(?:replaced|recast|dropped|fired)\b")
THAT = (
    *("hat film", "hat movie", "he better ", "he worse ", "he original", "he remake", "ext film", "ext movie"),
    *("próxim", "il prossimo", "der nächste", " previous", " earlier"),
)
"""Parts of such words, one of which stands in a text in which the pattern finds something."""
DATING = ("0", "(1", "(2")
"""Of which one stands in a text in which the pattern finds something."""
YEARS = Pattern(r"\((?:18|19|20)\d\d\)|\b(?:19|20)?\d0[’']?s\b|\banos \d0\b|\baños \d0\b")


@dataclass
class Person:
    """What a text says of one name."""

    name: str
    roles: dict[str, float] = field(default_factory=dict)
    directing: float = 0.0  # sum over mentions, to choose among several
    why: dict[str, tuple[str, Block]] = field(default_factory=dict)

    def add(self, role: str, weight: float, why: str, block: Block) -> None:
        """Note one piece of evidence; the strongest of a role counts."""
        if weight > self.roles.get(role, 0.0):
            self.roles[role] = weight
            self.why[role] = why, block
        if role == "director":
            self.directing += weight

    def where(self, role: str) -> str:
        """The words that speak for a role, and their place."""
        why, block = self.why[role]
        return f"{why}: {block.where}"


def read(post: Post, titles: tuple[str, ...]) -> dict[str, Person]:
    """Every person whom the text names, by folded name, with the evidence of all mentions; `titles` are the film's."""
    own = tuple(key for key in map(fold, titles) if key)
    paragraphs: list[Paragraph] = []
    heads = [(block.index, fold(block.text) in CRAFTS) for block in post.lines if block.level]
    crafts = any(craft for _, craft in heads)
    for block, mentions in named_lines(post):
        if len(block.text) < SHORTEST or is_quoted(block, mentions):
            continue
        if not (block.spans and is_link(block)) and not is_labelled(block):
            titled = Titles(own, block, post.language)
            paragraph = Paragraph(block, block.text[:LONGEST], mentions, titled)
            for mention in mentions:
                mention.found = evidence_at(paragraph.text, mention.start, mention.end, mention.key, titled)
                if crafts and in_crafts(heads, block.index):
                    mention.found = [one for one in mention.found if one[0] != "cast" or one[1] >= SUREST]
                for _, weight, why in mention.found:
                    mention.led = mention.led or (weight >= SURE and why.endswith(AHEAD))
            paragraphs.append(paragraph)
    turned = is_turned(paragraphs)
    families = {mention.key.rpartition(" ")[2] for it in paragraphs for mention in it.mentions if plays(mention)}
    people: dict[str, Person] = {}
    for paragraph in paragraphs:
        between(paragraph, turned)
        played_by_family(paragraph, families)
        share(paragraph)
        for mention in paragraph.mentions:
            person = people.get(mention.key)
            if person is None:
                person = people[mention.key] = Person(mention.name)
            tell(person, mention, paragraph)
    add_family(people, post)
    drop_families(people)
    raise_weak(people, post.text)
    return people


def add_family(people: dict[str, Person], post: Post) -> None:
    """Credit a director whom the text calls by the family name where it says whose film this is."""
    phrases = [phrase for word in held(post, DIRECTING) for phrase in DIRECTION[word]]
    owners = {owner for phrase in phrases for owner in owners_of(phrase, post.text)}
    owning = film_owners(post.text)
    for person in people.values():
        family = person.name.rpartition(" ")[2]
        if family == person.name or not NO_OWNERS.isdisjoint(person.roles):
            continue
        if family in owners or (family in owning and not is_only_player(fold(person.name))):
            person.add("director", SURE, "prose: by family name", post.body[0])


def owners_of(phrase: str, text: str) -> list[str]:
    """The family names that follow such words: "under the direction of Haneke"."""
    matches = [
        BY_FAMILY.match(text, at + len(phrase))
        for at in places_of(phrase, text)
        if not text[max(0, at - 1) : at].isalnum()
    ]
    return [match[1] for match in matches if match is not None]


def film_owners(text: str) -> set[str]:
    """The family names whose film a text says this is: "Nolan's latest film"."""
    ends = [at for mark in "'’" for at in places_of(mark, text) if FAMILY_OWN.match(text, at)]
    names = [FAMILY_NAME.search(text[max(0, end - 22) : end]) for end in ends]
    return {name[0] for name in names if name is not None}


def raise_weak(people: dict[str, Person], text: str) -> None:
    """Believe weak evidence of a given name that the text never uses alone, as it does a character's."""
    for person in people.values():
        if not WEAK <= person.roles.get("cast", 0.0) < ENOUGH or len(person.roles) > 1:
            continue
        first = person.name.partition(" ")[0]
        if is_given(first):
            alone = sum(text.count(f"{first}{mark}") for mark in (" ", ",", ".", "'", "’")) - text.count(person.name)
            if alone <= 0:
                person.roles["cast"] = ENOUGH


def drop_families(people: dict[str, Person]) -> None:
    """Forget a family name alone where the text gives the whole name."""
    whole = {key.rpartition(" ")[2] for key in people if " " in key}
    for key in [key for key in people if " " not in key and key in whole]:
        del people[key]


def is_labelled(block: Block) -> bool:
    """Whether a line is a fact with its label, which is no prose."""
    label, colon, _ = block.text[:50].partition(":") if len(block.text) < 400 else ("", "", "")
    return bool(colon) and label_of(label) is not None


def in_crafts(heads: list[tuple[int, bool]], index: int) -> bool:
    """Whether a line stands under a heading of other crafts; `heads` says of each heading whether it is one."""
    return next((craft for at, craft in reversed(heads) if at < index), False)


def is_quoted(block: Block, mentions: list[Mention]) -> bool:
    """Whether a line only says who is quoted or who signs: "– Jean-Luc Godard"."""
    return len(mentions) == 1 and block.text[0] in DASHES and len(block.text) - len(mentions[0].name) < SIGNED


def is_link(block: Block) -> bool:
    """Whether a line is a link to another page and little else."""
    return sum([len(link.inline_text) for link in block.links]) * 5 > len(block.text) * 4


def tell(person: Person, mention: Mention, paragraph: Paragraph) -> None:
    """Add a mention's evidence to its person; a known name counts where nothing at the place speaks against it."""
    known = not mention.single and (mention.key in PERFORMERS or mention.key in DIRECTORS)
    if not (mention.found or known):
        return
    block = paragraph.block
    against = directs = played = False
    least = 3.5
    for role, weight, why in mention.found:
        if role in ("other", "crew"):
            against = True
            least = ELSEWHERE if role == "other" else least
        directs = directs or (role == "director" and weight >= SURE)
        played = played or (role == "cast" and why.startswith("cast "))
    elsewhere = directs and is_of_that_film(paragraph.sentence(mention))
    played_elsewhere = played and paragraph.speaks_of_another(mention)
    for role, weight, why in mention.found:
        if played_elsewhere and role == "cast":
            continue
        if elsewhere and role in ("cast", "director"):
            continue
        if against and role in ("cast", "director") and weight < least:
            continue
        if not (directs and role == "cast" and why.removesuffix(AHEAD) in TRADES):
            person.add(role, weight, f"prose: {why}", block)
    if against or not known:
        return
    sentence = paragraph.sentence(mention)
    titles = paragraph.titles
    elsewhere = bool(titles.others) and names_another(f" {fold(sentence)} ", titles)
    if sentence.lstrip().startswith(mention.name) and mention.key in DIRECTORS:
        elsewhere = False
    if (
        elsewhere
        or (any(map(sentence.__contains__, DATING)) and YEARS.search(sentence))
        or is_of_that_film(sentence)
        or REPLACED.match(paragraph.text, mention.end, mention.end + 80)
    ):
        return
    if mention.key in PERFORMERS:
        person.add("cast", KNOWN, "prose: known performer", block)
    if mention.key in DIRECTORS:
        person.add("known", KNOWN, "prose: known director", block)


def names_another(text: str, titles: Titles) -> bool:
    """Whether a folded sentence names other films and not the reviewed one."""
    named = any(f" {title} " in text for title in titles.others)
    return named and not any(f" {title} " in text for title in titles.own)


def is_of_that_film(sentence: str) -> bool:
    """Whether a sentence points to a film other than the reviewed one."""
    return any(map(sentence.__contains__, THAT)) and THAT_FILM.search(sentence) is not None


def players(people: dict[str, Person], makers: frozenset[str]) -> Iterator[Person]:
    """The persons who play in the film, in the order of the text; `makers` are its directors, folded."""
    for key, person in people.items():
        cast = person.roles.get("cast", 0.0)
        if cast < ENOUGH or person.roles.get("character", 0.0) >= max(cast, SURE):
            continue
        if cast < SURE and (key in makers or person.roles.get("crew", 0.0) >= SURE):
            continue
        if key not in PERFORMERS and ((cast < SURE and key in DIRECTORS) or (cast == SURE and key in makers)):
            continue
        yield person


def acts(key: str, person: Person) -> bool:
    """Whether a known director plays here: a sure sign of it, or any for one who acts as well."""
    cast = person.roles.get("cast", 0.0)
    return cast >= SURE or (key in PERFORMERS and cast > KNOWN)


def makers(people: dict[str, Person], text: str) -> list[Person]:
    """The persons who directed the film: those with the strongest evidence, else the known one most named."""
    stated = [one for one in people.values() if one.roles.get("director", 0.0) >= ENOUGH]
    known = [
        one
        for key, one in people.items()
        if "known" in one.roles and one.roles.get("other", 0.0) < ELSEWHERE and not acts(key, one)
    ]
    most = max((one.roles["director"] for one in stated), default=0.0)
    if most < SURE and known:
        families = [one.name.rpartition(" ")[2] for one in known]
        family = max(families, key=text.count)
        return [one for one, own in zip(known, families, strict=True) if own == family]
    total = max((one.directing for one in stated), default=0.0)
    return [
        one
        for one in stated
        if one.roles["director"] >= most - 0.5
        and (one.directing * 2 >= total or one.why["director"][0].startswith("prose: list"))
    ]
