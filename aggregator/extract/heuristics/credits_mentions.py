"""The names of a paragraph, with what the text says of each and what they say of each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from aggregator.extract.document import Block
from aggregator.extract.heuristics.credits_context import SURE, from_clause
from aggregator.extract.heuristics.credits_owned import Evidence
from aggregator.extract.heuristics.credits_titles import Titles
from aggregator.extract.heuristics.lines import Lines, held
from aggregator.extract.segment import Post
from aggregator.values.directors import DIRECTORS
from aggregator.values.names import is_given, is_name, names_in
from aggregator.values.patterns import Pattern
from aggregator.values.performers import FAMILY_NAMES, PERFORMERS, SINGLE
from aggregator.values.text import fold, places_of

Place = tuple[str, int, int]
"""A name, and where it begins and ends in its line."""
KNOWN = 2.0
"""Weight of a performer or director known by name, where nothing speaks against it."""
LISTED = 1.0
"""What a name gains that stands in a list of names."""
LONGEST = 20_000
"""Characters of a paragraph that is read."""
_AND = (
    r"(?:and|und|et|y|e|i|og|och|en|dan|sowie|plus|or|oder|ou|o|as well as|und auch|along with|alongside|ainsi que"
    r"|además de)"
)
CHAIN = Pattern(
    rf"(?:\s?[(\[][^()\[\]]{{0,60}}[)\]])?"
    rf"(?:,? {_AND} (?:[^\W\d_A-ZÀ-Þ]{{1,12}} ){{0,3}}|, (?:the |o |el |la )?|,? & )"
)
IN_BRACKETS = Pattern(r" ?[(\[]([A-ZÀ-Þ][\w'’-]+)[)\]]")
SINGLES = Pattern(r"(?<!\w)(?<![A-ZÀ-Þ]\w )(?:" + "|".join(SINGLE) + r")(?!\w)(?! [A-Z])")
FAMILY = Pattern(r"(?<!\w)(?P<given>[A-ZÀ-Þ][^\W\d_]{1,14}) (?:and|&|und|et|y|e|och|og|en|i) \Z")
BETWEEN_GIVEN = (" and ", " & ", " und ", " et ", " y ", " e ", " och ", " og ", " en ", " i ")
"""What such a name ends in."""
IS = frozenset((" is ", " ist ", " est ", " es ", " è ", " é ", "'s ", "’s "))
# A family name alone counts where the page never gives the whole one: "Spacey as Lex Luthor".
SURNAME = Pattern(r"[A-ZÀ-Þ](?<![\w'’-].)(?<![A-ZÀ-Þ][\w.] .)[^\W\d_]{3,15}\Z")
LONGEST_SURNAME = 16
NEW = (" and ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " i ", " as ")
"""What goes on with a list of names."""
SAID = frozenset(("as", "plays", "como", "als", "joue", "interpreta"))
"""Words behind such a name."""
SINGLE_OF = {name.partition("'")[0].lower(): name for name in SINGLE}
"""The letters that a name of one word begins with, in lower case -> the name."""
WORDS = SAID.union(SINGLE_OF)


class Mention:
    """A name in a paragraph."""

    __slots__ = ("end", "found", "key", "led", "name", "single", "start")

    def __init__(self, name: str, start: int, end: int, *, single: bool = False) -> None:
        self.name = name
        self.start = start
        self.end = end
        key = name.lower()
        plain = key.isascii() and key.replace(" ", "").isalpha()
        self.key = key if plain else fold(name)  # the name as it is compared
        self.single = single
        self.led = False  # words before it say what it is
        self.found: list[Evidence] = []

    @property
    def best(self) -> Evidence | None:
        """The strongest evidence of this place."""
        return max(self.found, key=lambda one: one[1], default=None)


@dataclass
class Paragraph:
    """A paragraph with its names and titles."""

    block: Block
    text: str
    mentions: list[Mention]
    titles: Titles

    def sentence(self, mention: Mention) -> str:
        """The text around a mention, up to the ends of its sentence."""
        text, start = self.text, mention.start
        begin = max(text.rfind(". ", 0, start), text.rfind("! ", 0, start), text.rfind("? ", 0, start)) + 1
        ends = [end for mark in (". ", "! ", "? ") if (end := text.find(mark, mention.end)) >= 0]
        return text[begin : min(ends)] if ends else text[begin:]

    def speaks_of_another(self, mention: Mention) -> bool:
        """Whether the sentence names another film before a mention, and the reviewed one nowhere."""
        if not self.titles.others:
            return False
        sentence = self.sentence(mention)
        whole, before = f" {fold(sentence)} ", f" {fold(sentence.partition(mention.name)[0])} "
        own = any(f" {title} " in whole for title in self.titles.own)
        return not own and any(f" {title} " in before for title in self.titles.others)


def named_lines(post: Post) -> Iterator[tuple[Block, list[Mention]]]:
    """The lines of a post that name somebody, with their names, found in one pass over its text."""
    lines = Lines(post, LONGEST)
    text = lines.text
    names: dict[int, list[Place]] = {}
    for name, start, end in names_in(text, language=post.language, longest=len(text)):
        line, begin = lines.at(start)
        names.setdefault(line, []).append((name, start - begin, end - begin))
    alone: dict[int, list[Mention]] = {}
    words = held(post, WORDS)
    if any(SINGLE_OF[word] in text for word in words & SINGLE_OF.keys()):
        for match in SINGLES.finditer(text):
            line, begin = lines.at(match.start())
            single = Mention(match[0], match.start() - begin, match.end() - begin, single=True)
            alone.setdefault(line, []).append(single)
    for start, end in surnames(text, words & SAID):
        line, begin = lines.at(start)
        if plays_alone(post.lines[line].text, start - begin, end - begin):
            alone.setdefault(line, []).append(Mention(text[start:end], start - begin, end - begin, single=True))
    for line in sorted(names.keys() | alone.keys()):
        block = post.lines[line]
        found = mentions_in(block, names.get(line, []))
        others = [one for one in alone.get(line, ()) if not any(it.start <= one.start < it.end for it in found)]
        if others:
            found = sorted([*found, *others], key=lambda one: one.start)
        if found:
            yield block, found


def mentions_in(block: Block, names: list[Place]) -> list[Mention]:
    """The names of a paragraph, the first of "Joel and Ethan Coen" among them."""
    text = block.text
    found: list[Mention] = []
    marks = block.marks[:1] if names and block.spans else ()
    heads = [len(mark.inline_text) for mark in marks if text.startswith(mark.inline_text)]
    for name, start, end in names:
        if heads and start < heads[0] < end:  # "<b>Casting</b> Emma Stone"
            start = heads[0] + 1
            name = text[start:end]
            if not is_name(name):
                continue
        before = text[max(0, start - 24) : start] if name.count(" ") == 1 else ""
        family = FAMILY.search(text, max(0, start - 24), start) if before.endswith(BETWEEN_GIVEN) else None
        if family is not None and family["given"] in SINGLE:
            family = None  # "Zendaya and Robert Pattinson"
        if family is not None and is_given(family["given"]) and (not found or found[-1].end < family.start("given")):
            given = f"{family['given']} {name.rpartition(' ')[2]}"
            found.append(Mention(given, family.start("given"), family.end("given")))
        found.append(Mention(name, start, end))
    return found


def surnames(text: str, said: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Places of players' family names before one of the words `said`, in order."""
    for place in sorted([place for word in said for place in places_of(f" {word} ", text)]):
        match = SURNAME.search(text, max(0, place - LONGEST_SURNAME), place)
        if match is not None and fold(match[0]) in FAMILY_NAMES:
            yield match.span()


def plays_alone(text: str, start: int, end: int) -> bool:
    """Whether a family name stands without a given name, and the words after it make its bearer a player."""
    before = text[max(0, start - 20) : start].split()
    if before and before[-1][:1].isupper() and len(before) > 1:
        return False
    said = from_clause(text[end : end + 40].split())
    return said is not None and said[0] == "cast"


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


def played_by_family(paragraph: Paragraph, families: set[str]) -> None:
    """Note the roles whose player the text names elsewhere in full: "Role Name (Fassbender)"."""
    for mention in paragraph.mentions:
        inside = IN_BRACKETS.match(paragraph.text, mention.end)
        if inside is not None and fold(inside[1]) in families and plays(mention) == 0:
            mention.found = [("character", 4.0, "role (family name)")]


def between(paragraph: Paragraph, turned: bool) -> None:
    """Note what two names say of each other: "Role Name (Player Name)", "Player Name (Role Name)", "X is Y"."""
    for one, other in pairwise(paragraph.mentions):
        gap = paragraph.text[one.end : other.start]
        if gap in (" (", " ["):
            first = plays(one) - plays(other)
            if one.key.rpartition(" ")[2] == other.key.rpartition(" ")[2]:
                other.found = [("other", 4.0, "another spelling")]
            elif first > 0 or (first == 0 and turned):
                other.found = [("character", 4.0, "player (role)")]
                one.found.append(("cast", 3.0, "player (role)"))
            elif not any(role in ("director", "crew") for role, _, _ in other.found):
                one.found = [("character", 4.0, "role (player)")]
        elif gap in IS and other.key not in PERFORMERS and not any(why == "role (player)" for *_, why in other.found):
            other.found = [("character", 3.0, "is (role)")]


def share(paragraph: Paragraph) -> None:
    """Let the names of a list share what stands before the first and after the last."""
    runs: list[list[Mention]] = []
    for mention in paragraph.mentions:
        if runs and not mention.led and CHAIN.fullmatch(paragraph.text, runs[-1][-1].end, mention.start):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    for run in runs:
        if len(run) < 2 or is_new_clause(run, paragraph.text):
            continue
        ends = [one for one in (run[0].best, run[-1].best) if one is not None and one[0] != "character"]
        strongest = max(ends, key=lambda one: one[1], default=None)
        known = any(mention.key in PERFORMERS for mention in run)
        for mention in run:
            if any(weight >= SURE and role != (strongest or ("cast",))[0] for role, weight, _ in mention.found):
                continue
            if strongest is not None:
                mention.found.append((strongest[0], strongest[1] - 0.2, f"list, {strongest[2]}"))
            elif known and mention.key not in DIRECTORS:
                mention.found.append(("cast", KNOWN, "list with a known performer"))
            elif len(run) > 2:
                mention.found.append(("cast", LISTED, "list"))


def is_new_clause(run: list[Mention], text: str) -> bool:
    """Whether the second of two names begins what is said next: "written and directed by X, Y drives to London"."""
    one, other = run[0], run[-1]
    behind = text[other.end : other.end + 2]
    if len(run) > 2 or not one.led or text[one.end : other.start] != ", " or not behind[1:].islower():
        return False
    best = one.best
    return best is not None and best[0] in ("director", "crew") and not text.startswith(NEW, other.end)
