"""Cast and directors of the prose: every name that a text mentions, weighed by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from aggregator.extract.document import Block
from aggregator.extract.heuristics import credits_evidence as signs
from aggregator.extract.segment import Post
from aggregator.values.directors import DIRECTORS
from aggregator.values.names import is_name, names_in
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
TOKEN = re.compile(r"[^\W_](?:[\w-]|['’](?=\w))*|[^\w\s]")
ENDS = frozenset('.!?;:"“”()[]–—…')
CHAIN = re.compile(
    r"(?:\s?[(\[][^()\[\]]{0,60}[)\]])?(?:,? (?:and|und|et|y|e|i|og|och|en|dan|sowie|plus|or|oder|ou|o|as well as|und auch"
    r"|along with|alongside|ainsi que|además de) |, | & )(?:also |even |the |a |el |la |il |o |newcomer |then ){0,2}"
)
ROLE = re.compile(
    r"\s?[(\[](?:as |als |como |the |The ){0,2}(?P<role>[A-ZÀ-Þ][\w'’-]{1,20}(?: [A-ZÀ-Þ][\w'’-]{1,20}){0,2})[)\]]"
)
YEAR = re.compile(r",? (?:18|19|20)\d\d\b")
SINGLES = re.compile(r"(?<!\w)(?<![A-ZÀ-Þ]\w )(?:" + "|".join(SINGLE) + r")(?!\w)(?! [A-Z])")
TITLE_AFTER = re.compile(r"[’']s? (?:[“\"‘'«]\s?)?")
IN_TITLE = re.compile(
    r",? (?:in|from|of|dans|de|in dem|im|en|nel|em) (?:the |his |her |films? |movies? ){0,2}[“\"‘«]?(?=[A-ZÀ-Þ\d])"
)


@dataclass
class Person:
    """What a text says of one name."""

    name: str
    block: Block
    roles: dict[str, float] = field(default_factory=dict)
    directing: float = 0.0  # sum over mentions, to choose among several
    why: dict[str, str] = field(default_factory=dict)
    order: int = 0

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
    found: list[tuple[str, float, str]] = field(default_factory=list)

    @property
    def best(self) -> tuple[str, float, str] | None:
        """The strongest evidence of this place."""
        return max(self.found, key=lambda one: one[1], default=None)


def read(post: Post, titles: tuple[str, ...]) -> dict[str, Person]:
    """Every person whom the text names, by folded name, with the evidence of all mentions; `titles` are the film's."""
    people: dict[str, Person] = {}
    title_keys = tuple(key for key in map(fold, titles) if key)
    for block in post.body:
        if not SHORTEST <= len(block.text):
            continue
        text = block.text[:LONGEST]
        mentions = mentions_in(text, post.language)
        if not mentions:
            continue
        others = other_titles(block, title_keys)
        for mention in mentions:
            weigh(mention, text, title_keys, others)
        between(mentions, text)
        share(mentions, text)
        for mention in mentions:
            key = fold(mention.name)
            person = people.setdefault(key, Person(mention.name, block, order=len(people)))
            tell(person, mention, block, key)
    return people


def mentions_in(text: str, language: str | None) -> list[Mention]:
    """The names of a paragraph, single stage names among them."""
    found = [Mention(name, start, end) for name, start, end in names_in(text, language=language)]
    for match in SINGLES.finditer(text):
        if not any(one.start <= match.start() < one.end for one in found):
            found.append(Mention(match.group(), match.start(), match.end(), single=True))
    found.sort(key=lambda one: one.start)
    return found


def other_titles(block: Block, own: tuple[str, ...]) -> frozenset[str]:
    """Emphasised or linked runs that are titles of other films, folded."""
    marked = {fold(span.inline_text) for span in block.spans if 1 < len(span.inline_text) < 80 and span.tag != "span"}
    return frozenset(key for key in marked if key and not any(key == one or key in one for one in own))


def weigh(mention: Mention, text: str, titles: tuple[str, ...], others: frozenset[str]) -> None:
    """Note what stands before and after one mention."""
    left = text[max(0, mention.start - REACH) : mention.start]
    right = text[mention.end : mention.end + REACH]
    bracketed = left[-1:] in ("(", "[") and left[-2:-1] == " "
    before = from_before(left)
    if before is not None:
        mention.found.append(before)
    elif bracketed and not YEAR.match(right):
        aside = from_before(left[:-2])
        if aside is not None and aside[0] in ("director", "crew"):
            mention.found.append((aside[0], aside[1], "bracket"))
        else:
            mention.found.append(("cast", 3.5, "role (player)"))
    after = from_after(right, titles, others)
    if after is not None:
        mention.found.append(after)


def from_before(left: str) -> tuple[str, float, str] | None:
    """The evidence of the words before a name."""
    words = TOKEN.findall(left)
    low = [word.lower() for word in words]
    for gap in range(5):
        end = len(low) - gap
        for size in (4, 3, 2, 1):
            if end < size:
                continue
            hit = signs.BEFORE_NAME.get(" ".join(low[end - size : end]))
            if hit is not None and gap <= hit[2]:
                return hit[0], hit[1] - 0.1 * gap, " ".join(low[end - size : end])
        if end < 1:
            return None
        if low[end - 1] in signs.BY:
            done = whose_work(low[max(0, end - 8) : end - 1])
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


def from_after(right: str, titles: tuple[str, ...], others: frozenset[str]) -> tuple[str, float, str] | None:
    """The evidence of the words after a name."""
    if right[:1] in "'’" and right[:1]:
        return from_owned(right, titles, others)
    inside = IN_TITLE.match(right)
    if inside is not None:
        rest = fold(right[inside.end() :])
        if any(starts(rest, key) for key in others) and not any(starts(rest, key) for key in titles):
            return "other", 4.0, "in another film"
    role = ROLE.match(right)
    if role is not None:
        return None if is_name(role["role"]) else ("cast", 2.5, "player (role)")
    if right[:2] == " (":
        close = right.find(")")
        right = right[close + 1 :] if close > 0 else ""
    words = TOKEN.findall(right)
    if words and words[0] == ",":
        words = words[1:]
    if words and words[0].lower() in (
        "who",
        "der",
        "die",
        "qui",
        "que",
        "che",
        "which",
        "som",
        "yang",
        "którą",
        "który",
    ):
        words = words[1:]
    return from_verb(words)


def from_verb(words: list[str]) -> tuple[str, float, str] | None:
    """The evidence of the words of a predicate."""
    low = [word.lower() for word in words]
    for gap in range(min(4, len(low))):
        for size in (4, 3, 2, 1):
            hit = signs.AFTER_NAME.get(" ".join(low[gap : gap + size])) if gap + size <= len(low) else None
            if hit is not None and gap <= hit[2]:
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
        if words[gap] in ENDS or not words[gap][0].islower():
            return None
    return None


def from_copula(words: list[str]) -> tuple[str, float, str] | None:
    """The evidence of what somebody is: "is terrific as", "is Max", "is a boy who"."""
    for number, word in enumerate(words):
        if word in ENDS:
            break
        low = word.lower()
        if low in signs.PRAISE:
            return "cast", 3.0, f"is {low}"
        if low in signs.AS and low not in ("in", "en") and number + 1 < len(words):
            return "cast", 3.5, "is ... as"
    if words and words[0][0].isupper():
        return "cast", 2.5, "is (role)"
    return None


def from_owned(right: str, titles: tuple[str, ...], others: frozenset[str]) -> tuple[str, float, str] | None:
    """The evidence of what belongs to a name: "X's performance", "X's Her", "X's Fay"."""
    match = TITLE_AFTER.match(right)
    if match is None:
        return None
    rest = right[match.end() :]
    key = fold(rest)
    if any(starts(key, title) for title in titles):
        return "director", 3.5, "'s (title)"
    if any(starts(key, title) for title in others):
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
    if words and words[0][0].isupper() and match.group()[-1] == " " and len(words) > 1 and not words[1][0].isupper():
        return "cast", 2.0, "'s (role)"
    return None


def starts(text: str, key: str) -> bool:
    """Whether a folded text begins with a folded title, as whole words."""
    return text.startswith(key) and text[len(key) : len(key) + 1] in ("", " ")


def between(mentions: list[Mention], text: str) -> None:
    """Note what two names say of each other: "Role Name (Player Name)", "Player Name (Role Name)", "X is Y"."""
    for one, other in zip(mentions, mentions[1:], strict=False):
        gap = text[one.end : other.start]
        if gap in (" (", " ["):
            best = one.best
            first = fold(one.name) in PERFORMERS or (best is not None and best[0] == "cast" and best[1] >= SURE)
            if first and fold(other.name) not in PERFORMERS:
                other.found = [("character", 4.0, "player (role)")]
                one.found.append(("cast", 3.0, "player (role)"))
            else:
                one.found = [("character", 4.0, "role (player)")]
        elif gap in (" is ", " ist ", " est ", " es ", " è ", " é ") or gap == "'s " or gap == "’s ":
            if fold(other.name) not in PERFORMERS:
                other.found = [("character", 3.0, "is (role)")]


def share(mentions: list[Mention], text: str) -> None:
    """Let the names of a list share what stands before the first and after the last."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and CHAIN.fullmatch(text, runs[-1][-1].end, mention.start):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    for run in runs:
        if len(run) < 2:
            continue
        first, last = run[0].best, run[-1].best
        ends = [one for one in (first, last) if one is not None and one[0] in ("cast", "director", "crew", "other")]
        strongest = max(ends, key=lambda one: one[1], default=None)
        for mention in run:
            if strongest is not None and not any(role == "character" for role, _, _ in mention.found):
                mention.found.append((strongest[0], strongest[1] - 0.2, f"list, {strongest[2]}"))
            elif strongest is None and len(run) > 2:
                mention.found.append(("cast", LISTED, "list"))


def tell(person: Person, mention: Mention, block: Block, key: str) -> None:
    """Add a mention's evidence to its person; a known name counts where nothing at the place speaks against it."""
    against = any(role in ("other", "crew") for role, _, _ in mention.found)
    for role, weight, why in mention.found:
        if not (against and role in ("cast", "director") and weight < SURE):
            person.add(role, weight, f"prose: {why}", block)
    if not against and not mention.single:
        if key in PERFORMERS:
            person.add("cast", KNOWN, "prose: known performer", block)
        if key in DIRECTORS:
            person.add("known", KNOWN, "prose: known director", block)


def players(people: dict[str, Person], least: float = ENOUGH) -> Iterator[Person]:
    """The persons who play in the film, in the order of the text."""
    for person in people.values():
        cast = person.roles.get("cast", 0.0)
        directs = person.roles.get("director", 0.0)
        if cast < least or person.roles.get("character", 0.0) >= max(cast, SURE):
            continue
        if cast < SURE and (directs >= ENOUGH or person.roles.get("crew", 0.0) >= SURE or "known" in person.roles):
            continue
        yield person


def makers(people: dict[str, Person]) -> list[Person]:
    """The persons who directed the film: those with the strongest evidence, else one known director."""
    stated = [one for one in people.values() if one.roles.get("director", 0.0) >= ENOUGH]
    if stated:
        most = max(one.roles["director"] for one in stated)
        total = max(one.directing for one in stated)
        return [one for one in stated if one.roles["director"] >= most - 0.5 and one.directing * 2 >= total]
    known = [one for one in people.values() if "known" in one.roles and one.roles.get("cast", 0.0) < SURE]
    return known[:1]
