"""Cast and directors of the prose: every name that a text mentions, weighed by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from aggregator.extract.document import Block
from aggregator.extract.heuristics import credits_evidence as signs
from aggregator.extract.segment import Post
from aggregator.values.directors import DIRECTORS
from aggregator.values.names import is_given, is_name, names_in
from aggregator.values.performers import PERFORMERS, SINGLE
from aggregator.values.text import fold

ENOUGH = 2.0
"""Least weight of evidence for a player."""
SURE = 3.0
"""Weight from which evidence needs nothing beside it."""
KNOWN = 2.0
"""Weight of a performer or director known by name, where nothing speaks against it."""
LISTED = 1.0
"""What a name gains that stands in a list of names."""
SHORTEST = 20
LONGEST = 20_000
"""Characters of a paragraph that is read."""
REACH = 90
"""Characters on each side of a name that are read."""
Evidence = tuple[str, float, str]
"""Role, weight, the words that say so."""
TOKEN = re.compile(r"[^\W_](?:[\w-]|['’](?=\w))*|[^\w\s]")
OPENINGS = frozenset(".!?;:,()–—")
ENDS = frozenset('.!?;:"“”()[]–—…')
CHAIN = re.compile(
    r"(?:\s?[(\[][^()\[\]]{0,60}[)\]])?(?:,? (?:and|und|et|y|e|i|og|och|en|dan|sowie|plus|or|oder|ou|o|as well as|und auch"
    r"|along with|alongside|ainsi que|además de) |, | & )(?:[^\W\d_A-ZÀ-Þ]{1,12} ){0,3}"
)
ROLE = re.compile(
    r"\s?[(\[](?:as |als |como |the |The ){0,2}(?P<role>[A-ZÀ-Þ][\w'’-]{1,20}(?: [A-ZÀ-Þ][\w'’-]{1,20}){0,2})[)\]]"
)
YEAR = re.compile(r",? (?:18|19|20)\d\d\b")
SINGLES = re.compile(r"(?<!\w)(?<![A-ZÀ-Þ]\w )(?:" + "|".join(SINGLE) + r")(?!\w)(?! [A-Z])")
FAMILY = re.compile(r"(?<!\w)(?P<given>[A-ZÀ-Þ][^\W\d_]{1,14}) (?:and|&|und|et|y|e|och|og|en|i) $")
YEARS = re.compile(r"\((?:18|19|20)\d\d\)|\b(?:19|20)?\d0[’']?s\b|\banos \d0\b|\baños \d0\b")
IS = frozenset((" is ", " ist ", " est ", " es ", " è ", " é ", "'s ", "’s "))
TITLE_AFTER = re.compile(r"[’']s? (?:[“\"‘'«]\s?)?")
IN_TITLE = re.compile(
    r",? (?:in|from|of|dans|de|in dem|im|en|nel|em) (?:the |his |her |films? |movies? ){0,2}[“\"‘«]?(?=[A-ZÀ-Þ\d])"
)


@dataclass
class Person:
    """What a text says of one name."""

    name: str
    order: int
    roles: dict[str, float] = field(default_factory=dict)
    directing: float = 0.0  # sum over mentions, to choose among several
    why: dict[str, str] = field(default_factory=dict)

    def add(self, role: str, weight: float, why: str, block: Block) -> None:
        """Note one piece of evidence; the strongest of a role counts."""
        if weight > self.roles.get(role, 0.0):
            self.roles[role] = weight
            self.why[role] = f"{why}: {block.where}"
        if role == "director":
            self.directing += weight


@dataclass
class Mention:
    """A name in a paragraph."""

    name: str
    start: int
    end: int
    single: bool = False
    found: list[Evidence] = field(default_factory=list)

    @cached_property
    def key(self) -> str:
        """The name as it is compared."""
        return fold(self.name)

    @property
    def best(self) -> Evidence | None:
        """The strongest evidence of this place."""
        return max(self.found, key=lambda one: one[1], default=None)


@dataclass
class Paragraph:
    """A paragraph with its names, the titles of the film, those of other films that it marks, and its language."""

    block: Block
    text: str
    mentions: list[Mention]
    own: tuple[str, ...]
    others: frozenset[str]
    language: str | None

    def sentence(self, mention: Mention) -> str:
        """The text around a mention, up to the ends of its sentence."""
        start = max(self.text.rfind(mark, 0, mention.start) for mark in (". ", "! ", "? ", "\n")) + 1
        ends = [self.text.find(mark, mention.end) for mark in (". ", "! ", "? ")]
        return self.text[start : min((end for end in ends if end >= 0), default=len(self.text))]


def read(post: Post, titles: tuple[str, ...]) -> dict[str, Person]:
    """Every person whom the text names, by folded name, with the evidence of all mentions; `titles` are the film's."""
    own = tuple(key for key in map(fold, titles) if key)
    paragraphs: list[Paragraph] = []
    for block in post.body:
        if len(block.text) < SHORTEST or is_link(block):
            continue
        mentions = mentions_in(block, post.language)
        if mentions:
            paragraph = Paragraph(block, block.text[:LONGEST], mentions, own, other_titles(block, own), post.language)
            for mention in mentions:
                weigh(mention, paragraph)
            paragraphs.append(paragraph)
    turned = is_turned(paragraphs)
    people: dict[str, Person] = {}
    for paragraph in paragraphs:
        between(paragraph, turned)
        share(paragraph)
        for mention in paragraph.mentions:
            person = people.setdefault(mention.key, Person(mention.name, len(people)))
            tell(person, mention, paragraph)
    return people


def is_link(block: Block) -> bool:
    """Whether a line is a link to another page and little else."""
    return sum(len(link.inline_text) for link in block.links) * 5 > len(block.text) * 4


def mentions_in(block: Block, language: str | None) -> list[Mention]:
    """The names of a paragraph: single stage names and the first of "Joel and Ethan Coen" among them."""
    text = block.text[:LONGEST]
    found: list[Mention] = []
    heads = [len(mark.inline_text) for mark in block.marks[:1] if text.startswith(mark.inline_text)]
    for name, start, end in names_in(text, language=language):
        if heads and start < heads[0] < end:  # "<b>Casting</b> Emma Stone"
            start = heads[0] + 1
            name = text[start:end]
            if not is_name(name):
                continue
        family = FAMILY.search(text, max(0, start - 24), start) if name.count(" ") == 1 else None
        if family is not None and is_given(family["given"]) and (not found or found[-1].end < family.start("given")):
            given = f"{family['given']} {name.rpartition(' ')[2]}"
            found.append(Mention(given, family.start("given"), family.end("given")))
        found.append(Mention(name, start, end))
    for match in SINGLES.finditer(text):
        if not any(one.start <= match.start() < one.end for one in found):
            found.append(Mention(match.group(), match.start(), match.end(), single=True))
    found.sort(key=lambda one: one.start)
    return found


def other_titles(block: Block, own: tuple[str, ...]) -> frozenset[str]:
    """Emphasised or linked runs that are titles of other films, folded."""
    marked = {fold(span.inline_text) for span in block.spans if 1 < len(span.inline_text) < 80 and span.tag != "span"}
    return frozenset(key for key in marked if key and not any(key == one or key in one for one in own))


def weigh(mention: Mention, paragraph: Paragraph) -> None:
    """Note what stands before and after one mention."""
    text = paragraph.text
    left = text[max(0, mention.start - REACH) : mention.start]
    right = text[mention.end : mention.end + REACH]
    if any(mention.key in title or title == mention.key.partition(" ")[0] for title in paragraph.own):
        mention.found.append(("character", SURE, "in the title"))
    before = from_before(left)
    if before is not None:
        mention.found.append(before)
    elif left[-1:] in ("(", "[") and left[-2:-1] == " " and not YEAR.match(right):
        mention.found.append(in_bracket(left[:-2]))
    after = from_after(left, right, paragraph)
    if after is not None:
        mention.found.append(after)


def in_bracket(left: str) -> Evidence:
    """The evidence of a name in brackets, by the words before the bracket."""
    aside = from_before(left)
    if aside is not None and aside[0] in ("director", "crew"):
        return aside[0], aside[1], "bracket"
    near = [word.lower() for word in TOKEN.findall(left)[-6:]]
    if not signs.WORKS.isdisjoint(near):
        return "crew", 3.5, "bracket"
    if not signs.PLAYING.isdisjoint(near):
        return "character", 3.5, "player (role)"
    return "cast", 3.5, "role (player)"


def from_before(left: str) -> Evidence | None:
    """The evidence of the words before a name."""
    words = TOKEN.findall(left)
    low = [word.lower() for word in words]
    for gap in range(5):
        end = len(low) - gap
        for size in (4, 3, 2, 1):
            if end < size:
                continue
            hit = signs.BEFORE_NAME.get(" ".join(low[end - size : end]))
            if hit is not None and gap <= hit[2] and not (size == 1 and words[end - 1] in signs.CAPITAL):
                weight = hit[1] - 0.1 * gap
                if size == 1 and low[end - 1] in signs.WITH and end > 1 and words[end - 2] not in OPENINGS:
                    weight -= 1.0
                return hit[0], weight, " ".join(low[end - size : end])
        if end < 1:
            return None
        if low[end - 1] in signs.BY:
            done = whose_work(low[max(0, end - 8) : end - 1])
            if done == "cast" and not signs.UNREAL.isdisjoint(low[max(0, end - 8) : end]):
                return "other", 4.0, "not played by"
            if done is not None:
                return done, 4.0, f"{low[end - 1]} {done}"
        last = words[end - 1]
        if last in ENDS or last[0].isupper() or (last == "," and gap == 0):
            return None
    return None


def whose_work(low: list[str]) -> str | None:
    """The role of the participle before "by": directed before played, played before written."""
    for number in range(len(low) - 1, -1, -1):
        if low[number] in ENDS:
            low = low[number + 1 :]
            break
    return next((role for role, words in signs.DONE.items() if not words.isdisjoint(low)), None)


def from_after(left: str, right: str, paragraph: Paragraph) -> Evidence | None:
    """The evidence of the words after a name."""
    if right.startswith(("'", "’")):
        return from_owned(left, right, paragraph)
    inside = IN_TITLE.match(right)
    if inside is not None:
        rest = fold(right[inside.end() :])
        if any(starts(rest, key) for key in paragraph.others) and not any(starts(rest, key) for key in paragraph.own):
            return "other", 4.0, "in another film"
    role = ROLE.match(right)
    if role is not None:
        return None if is_name(role["role"]) else ("cast", 2.5, "player (role)")
    if right.startswith((" (", " [")):
        close = max(right.find(")"), right.find("]"))
        said = from_verb(TOKEN.findall(right[2 : close if close > 0 else None]))
        if said is not None and said[0] != "cast":
            return said
        right = right[close + 1 :] if close > 0 else ""
    words = TOKEN.findall(right)
    aside = 0
    if words and words[0] == ",":
        aside = words.index(",", 1) + 1 if "," in words[1:] else 0
        words = words[1:]
        aside -= 1
    if words and words[0].lower() in signs.WHO:
        words, aside = words[1:], 0
    return from_verb(words) or (from_verb(words[aside:]) if aside > 0 else None)


def from_verb(words: list[str]) -> Evidence | None:
    """The evidence of the words of a predicate."""
    low = [word.lower() for word in words]
    if low and low[0] in signs.UNREAL:
        return "other", 3.5, low[0]
    for gap in range(min(4, len(low))):
        for size in (4, 3, 2, 1):
            hit = signs.AFTER_NAME.get(" ".join(low[gap : gap + size])) if gap + size <= len(low) else None
            if hit is not None and gap <= hit[2] and low[gap + size : gap + size + 1] not in (["by"], ["von"], ["par"]):
                weight = hit[1]
                if weight < 3 and low[gap] in signs.GIVES and not signs.GIVEN.isdisjoint(low[gap : gap + 12]):
                    weight = 3.5
                return hit[0], weight, " ".join(low[gap : gap + size])
        if low[gap] in signs.AS and gap + 1 < len(low) and gap == 0:
            following = words[gap + 1]
            if low[gap] != "in" and (following[0].isupper() or low[gap + 1] in signs.ARTICLES):
                return "cast", 3.5, low[gap]
        if low[gap] in signs.COPULAS:
            return from_copula(words[gap + 1 : gap + 10])
        if low[gap] in signs.GIVES and not signs.GIVEN.isdisjoint(low[gap : gap + 12]):
            return "cast", 3.5, low[gap]
        if words[gap] in ENDS or not words[gap][0].islower() or low[gap] in signs.JOINING:
            return None
    return None


def from_copula(words: list[str]) -> Evidence | None:
    """The evidence of what somebody is: "is terrific as", "is Max", "is a boy who"."""
    for number, word in enumerate(words):
        if word in ENDS:
            break
        low = word.lower()
        if low in signs.PRAISE:
            return "cast", 3.0, f"is {low}"
        if low in signs.AS and low not in ("in", "en") and 0 < number < len(words) - 1:
            return ("character" if words[number - 1].lower() in signs.KNOWN_AS else "cast"), 3.0, "is ... as"
    if words and words[0][0].isupper():
        return "cast", 2.5, "is (role)"
    return None


def from_owned(left: str, right: str, paragraph: Paragraph) -> Evidence | None:
    """The evidence of what belongs to a name: "X's performance", "X's Her", "X's Fay"."""
    match = TITLE_AFTER.match(right)
    if match is None:
        return None
    rest = right[match.end() :]
    key = fold(rest)
    if any(starts(key, title) for title in paragraph.own):
        read = signs.WORKS.isdisjoint(word.lower() for word in TOKEN.findall(left)[-6:] + TOKEN.findall(rest)[:6])
        return ("director", 3.5, "'s (title)") if read else ("crew", 4.0, "'s book")
    if any(starts(key, title) for title in paragraph.others):
        return "other", 4.0, "'s (another film)"
    words = TOKEN.findall(rest)
    low = [word.lower() for word in words]
    for gap in range(min(5, len(low))):
        for size in (2, 1):
            hit = signs.OWNED_BY_NAME.get(" ".join(low[gap : gap + size]))
            if hit is not None and gap <= hit[2]:
                return hit[0], hit[1], f"'s {' '.join(low[gap : gap + size])}"
        if not words[gap][0].isalnum():
            break
    lone = len(words) > 1 and words[0][0].isupper() and not words[1][0].isupper()
    if lone and match.group()[-1] == " " and paragraph.language != "de":
        return "cast", 2.0, "'s (role)"
    return None


def starts(text: str, key: str) -> bool:
    """Whether a folded text begins with a folded title, as whole words."""
    return text.startswith(key) and text[len(key) : len(key) + 1] in ("", " ")


def is_turned(paragraphs: list[Paragraph]) -> bool:
    """Whether the text writes "Player Name (Role Name)" rather than "Role Name (Player Name)"."""
    votes = 0
    for paragraph in paragraphs:
        for one, other in pairwise(paragraph.mentions):
            if paragraph.text[one.end : other.start] in (" (", " ["):
                votes += plays(one) - plays(other)
    return votes > 0


def plays(mention: Mention) -> int:
    """How sure it is without regard to brackets that a mention is a player's: 0 to 2."""
    strong = any(role == "cast" and weight >= SURE and "(" not in why for role, weight, why in mention.found)
    return (mention.key in PERFORMERS) + strong


def between(paragraph: Paragraph, turned: bool) -> None:
    """Note what two names say of each other: "Role Name (Player Name)", "Player Name (Role Name)", "X is Y"."""
    for one, other in pairwise(paragraph.mentions):
        gap = paragraph.text[one.end : other.start]
        if gap in (" (", " ["):
            first = plays(one) - plays(other)
            if first > 0 or (first == 0 and turned):
                other.found = [("character", 4.0, "player (role)")]
                one.found.append(("cast", 3.0, "player (role)"))
            elif not any(role in ("director", "crew") for role, _, _ in other.found):
                one.found = [("character", 4.0, "role (player)")]
        elif gap in IS and other.key not in PERFORMERS:
            other.found = [("character", 3.0, "is (role)")]


def share(paragraph: Paragraph) -> None:
    """Let the names of a list share what stands before the first and after the last."""
    runs: list[list[Mention]] = []
    for mention in paragraph.mentions:
        if runs and CHAIN.fullmatch(paragraph.text, runs[-1][-1].end, mention.start):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    for run in runs:
        if len(run) < 2:
            continue
        ends = [one for one in (run[0].best, run[-1].best) if one is not None and one[0] != "character"]
        strongest = max(ends, key=lambda one: one[1], default=None)
        known = any(mention.key in PERFORMERS for mention in run)
        for mention in run:
            if any(role != "cast" and weight >= SURE for role, weight, _ in mention.found):
                continue
            if strongest is not None:
                mention.found.append((strongest[0], strongest[1] - 0.2, f"list, {strongest[2]}"))
            elif known and mention.key not in DIRECTORS:
                mention.found.append(("cast", KNOWN, "list with a known performer"))
            elif len(run) > 2:
                mention.found.append(("cast", LISTED, "list"))


def tell(person: Person, mention: Mention, paragraph: Paragraph) -> None:
    """Add a mention's evidence to its person; a known name counts where nothing at the place speaks against it."""
    block = paragraph.block
    against = any(role in ("other", "crew") for role, _, _ in mention.found)
    directs = any(role == "director" and weight >= SURE for role, weight, _ in mention.found)
    for role, weight, why in mention.found:
        if against and role in ("cast", "director") and weight < 4.0:
            continue
        if not (directs and role == "cast" and why in signs.TRADES):
            person.add(role, weight, f"prose: {why}", block)
    if against or mention.single or not (mention.key in PERFORMERS or mention.key in DIRECTORS):
        return
    sentence = paragraph.sentence(mention)
    if YEARS.search(sentence) or any(f" {title} " in f" {fold(sentence)} " for title in paragraph.others):
        return
    if mention.key in PERFORMERS:
        person.add("cast", KNOWN, "prose: known performer", block)
    if mention.key in DIRECTORS:
        person.add("known", KNOWN, "prose: known director", block)


def players(people: dict[str, Person], makers: frozenset[str], least: float = ENOUGH) -> Iterator[Person]:
    """The persons who play in the film, in the order of the text; `makers` are its directors, folded."""
    for key, person in people.items():
        cast = person.roles.get("cast", 0.0)
        if cast < least or person.roles.get("character", 0.0) >= max(cast, SURE):
            continue
        if cast < SURE and (key in makers or person.roles.get("crew", 0.0) >= SURE):
            continue
        if cast < SURE and key in DIRECTORS and key not in PERFORMERS:
            continue
        yield person


def makers(people: dict[str, Person]) -> list[Person]:
    """The persons who directed the film: those with the strongest evidence, else one known director."""
    stated = [one for one in people.values() if one.roles.get("director", 0.0) >= ENOUGH]
    known = [one for one in people.values() if "known" in one.roles and one.roles.get("cast", 0.0) < SURE]
    most = max((one.roles["director"] for one in stated), default=0.0)
    if most < SURE and known:
        return known[:1]
    total = max((one.directing for one in stated), default=0.0)
    return [
        one
        for one in stated
        if one.roles["director"] >= most - 0.5
        and (one.directing * 2 >= total or one.why["director"].startswith("prose: list"))
    ]
