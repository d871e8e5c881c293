"""Whether a post is a film review: a label, a score and the reasons."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aggregator.extract.heuristics.film_titles import names_of
from aggregator.extract.kinds import (
    FAVOURITE,
    FILED,
    FILM_LABEL,
    HEADLINE_SIGNS,
    HEADLINES,
    LINKED_OUT,
    PERSON,
    PERSON_ON,
    PERSON_QUOTED,
    SOFT,
    START,
)
from aggregator.extract.segment import READ, Post
from aggregator.extract.shape import Sign, shape_signs
from aggregator.extract.subject import subject_signs
from aggregator.extract.tag_signs import BESIDE, tag_signs
from aggregator.extract.word_signs import CAPSULE, COMPARED, HARDLY, ON_A_STAGE, STAGED, names_no_film, word_signs
from aggregator.records import Claim, Source
from aggregator.values.directors import DIRECTORS
from aggregator.values.patterns import Pattern, Patterns
from aggregator.values.performers import PERFORMERS
from aggregator.values.text import fold

THRESHOLD = 0.5
TITLED = (1.5, 0.5)
"""Weight of a headline that is a title with its year in brackets or behind it, and with one in between."""
YEAR_APART = Pattern(r"[(\[][^()\[\]]*(?:19|20)\d\d[^()\[\]]*[)\]]|(?:19|20)\d\d\W*\Z|(?:19|20)\d\d\W+review\b", re.I)
FILM_SAID = 1.0
"""Weight of a headline such as "film review: X"."""
LABELLED = 1.4
"""Weight of a headline such as "Movie: X"."""
NAMED = (0.8, -0.2)
"""Weight of a text that names what the headline names, and of one that does not."""
POINTS = (-3.0, -5.2)
"""Weight of a headline that points to another page, and of one that calls it a review: that is somebody else's."""
UNFILED = -4.0
"""Weight of a headline that begins with another field, "Music / ..."."""
RATED = (2.2, 1.2, 0.9)
"""Weight of a structured rating, of one that stands for itself in the text, of one inside a sentence."""
MANY_RATINGS = (5, -1.2)
"""So many different ratings, and the weight: a scale explained, a list."""
VERDICT = 0.8
CREDITED = (1.0, 0.7, 0.4)
"""Weight of credits under a label, of director and cast in prose, of either alone."""
CREDITED_ANYWAY = 0.8
"""What credits weigh more in a text that has hardly a film word."""
MOST = {"ratings": RATED[1], "credits": CREDITED[0] + CREDITED_ANYWAY, "verdicts": VERDICT}
"""Finder of the text -> the most that its claims weigh."""
JUDGED_FILM = 2.0
OTHER_KIND = -5.0
ADAPTED = (2.0, 0.5)
"""Weight of film words from which a text is of a film, and what is left of the weight of its tag of books."""
UNSAID = "no film is named"
FIELDS, ELSEWHERE = frozenset(("book", "tv", "game", "album", "hardware")), -1.0
"""Labels of other things that are reviewed, and the weight from which a sign says so."""
REVIEWED = 1.8
"""Weight of a tag that says "film review"."""
UNFILMED = (1.0, -3.0)
"""Less weight of film words in a listing's entry for which nothing else speaks, and what that weighs."""
FILMED = 1.8
"""Weight of film words from which a film that only the address names is the post's."""
NO_ANCHOR = -1.0
COMMON = ("film words", "judgement words", "the site's name", "folder")
"""Signs that any post of a film blog may show."""
ANCHOR = 0.8
ANCHORS = (
    *("headline: review", "headline: title", "headline: a ", "rating", "structured: film", "verdict", "one of"),
    *("tag: ", "folder: ", "people credited"),
)
"""Least weight, and beginnings of the names, of signs that need no film named beside them."""
UNNAMED = (200, -1.0, -4.5)
"""Words from which a text counts, the weight each time that its length doubles, and the least."""
STAGE_TAG = Pattern(r"tag: (?:theat(?:er|re)s?|opera|ballet|plays?|teatro?|theaterkritik)\b", re.I)
OPENING = 300
THIS_FILM = Pattern(
    r"\b(?:this (?:film|movie)|esta pel[ií]cula|este filme|ce film|diese[nr]? film|questo film|ten film|deze film"
    r"|den här filmen|denne film)\b"
)
"""In so many characters of a text: its headline is the film's name."""
JUDGING = frozenset(("judgement words", "judging the film"))
UNJUDGED = (25, 0.35, -0.8)
"""Words from which a text counts, the most that its words of judgement weigh, and the weight."""
NOBODY = -1.0
"""What it weighs besides where nobody is credited either."""
KINDS = Patterns(pattern for pattern, _, _ in HEADLINES)
FILM_REVIEW = Pattern(r"\b(?:film|movie|filmu|kino|cine|cinema|pelicula|filme|anime)\b|filmkriti|filmrezension")
PEOPLE = frozenset(name for name in PERFORMERS | DIRECTORS if " " in name)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a post is."""

    label: str  # review, or a label of `LeftOut`
    score: float  # 0..1: how much it looks like a film review
    signs: Sequence[Sign]

    @property
    def reasons(self) -> tuple[str, ...]:
        """The signs with their weights, the heaviest first."""
        heaviest = sorted(self.signs, key=lambda sign: -abs(sign[1]))
        return tuple([f"{name} {weight:+.1f}" for name, weight, _ in heaviest])

    @property
    def is_review(self) -> bool:
        """Whether the post is taken."""
        return self.label == "review"


def may_be_review(signs: Sequence[Sign], claims: Sequence[Claim], unread: Iterable[str]) -> bool:
    """Whether what is unread could still make a review of a post: the names of finders in `MOST`."""
    told = sum([weight for _, weight, _ in (*signs, *claim_signs(claims))])
    return START + told + sum(MOST[name] for name in unread) >= 0


def classify(signs: Sequence[Sign], claims: Sequence[Claim], post: Post | None = None) -> Judgement:
    """Weigh the signs of a post and those of its claims; labels that speak against it name what it is instead."""
    stated = claim_signs(claims)
    signs = [*signs, *stated]
    if post is not None and post.complete:
        anchors = sum(map(is_anchor, signs))
        signs += [*(() if anchors else unnamed_signs(post, signs)), *subject_signs(post, signs, anchors)]
        signs += () if anchors else unjudged_signs(post, signs)
    if post is not None and not post.alone:
        signs += unfilmed_signs(signs)
    told = dict([sign[:2] for sign in stated])
    names = [sign[0] for sign in signs]
    if HARDLY in names and "people credited" in told:
        signs.append(("credits make up for it", CREDITED_ANYWAY, None))
    if CAPSULE in names:
        reviewed = any(name.startswith("tag: ") and weight >= REVIEWED for name, weight, _ in signs)
        if reviewed or told.get("rating", 0.0) >= RATED[1]:
            signs = [sign for sign in signs if sign[0] != CAPSULE]
    nameless = UNSAID in names
    if not any(weight > 0 and not is_common(name, weight, nameless) for name, weight, _ in signs):
        signs.append(("nothing that only a review has", NO_ANCHOR, None))
    total = START + sum([weight for _, weight, _ in signs])
    score = 1 / (1 + math.exp(-max(-60.0, min(60.0, total))))
    if score >= THRESHOLD:
        return Judgement("review", score, signs)
    against: dict[str, float] = {}
    for _, weight, label in signs:
        if label and weight < 0:
            against[label] = against.get(label, 0) + weight
    other = against.pop("other", 0.0)
    label = min(against, key=lambda name: against[name], default="other")
    return Judgement(label if against and against[label] <= other / 2 else "other", score, signs)


def is_anchor(sign: Sign) -> bool:
    """Whether a sign says for itself that a film is reviewed."""
    name, weight, _ = sign
    return weight >= ANCHOR and name.startswith(ANCHORS)


def is_common(name: str, weight: float, nameless: bool) -> bool:
    """Whether any post of a film blog may show a sign: its words, its site's name, "movies" above no film's name."""
    return name.startswith(COMMON) or (nameless and name.startswith("tag: ") and weight < ANCHOR)


def unfilmed_signs(signs: Sequence[Sign]) -> list[Sign]:
    """The sign of an entry that shows hardly a film word, where no rating, credit, tag or review speaks for it."""
    words = sum(weight for name, weight, _ in signs if name == "film words")
    if words >= UNFILMED[0] or any(is_anchor(s) and s[0] != "headline: title with year" for s in signs):
        return []
    if any(
        name.startswith(("tag: ", "people credited", "the site's name")) and weight > 0 for name, weight, _ in signs
    ):
        return []
    return [("an entry without films", UNFILMED[1], "other")]


def unjudged_signs(post: Post, signs: Sequence[Sign]) -> list[Sign]:
    """The sign of a text in which hardly a word judges: what a film tells, how it was made, what a word means."""
    judged = sum([weight for name, weight, _ in signs if name in JUDGING])
    return (
        [("nothing is judged", UNJUDGED[2], None)]
        if judged <= UNJUDGED[1] and post.words.total() >= UNJUDGED[0]
        else []
    )


def unnamed_signs(post: Post, signs: Sequence[Sign]) -> list[Sign]:
    """The sign of a text that never names a film of its headline or address: the longer, the surer."""
    words = sum(post.words.values())
    if words <= UNNAMED[0]:
        return []
    if THIS_FILM.search(post.low[:OPENING]):
        return []
    if any(f" {fold(name)} " in post.key for name in names_of(post)):
        told = {name: weight for name, weight, _ in signs}
        unsaid = post.alone and "the title is not in the text" in told and told.get("film words", 0) >= FILMED
        return [("the film is in the text", NAMED[0] - NAMED[1], None)] if unsaid else []
    nobody = not any(name == "people credited" for name, _, _ in signs)
    weight = UNNAMED[1] * math.log2(words / UNNAMED[0]) + NOBODY * nobody
    return [(UNSAID, max(UNNAMED[2], weight), "essay")]


def signs_of_post(post: Post) -> list[Sign]:
    """The signs of a post's headline, tags, words and shape."""
    words, tags = word_signs(post), tag_signs(post)
    signs = [
        *headline_signs(post),
        *tags_beside(tags, words),
        *words,
        *staged_signs(post, tags, words),
        *named_signs(post),
        *shape_signs(post),
    ]
    elsewhere = any(label in FIELDS and weight <= ELSEWHERE for _, weight, label in signs)
    return [sign for sign in signs if not (elsewhere and sign[0] == BESIDE)]


def staged_signs(post: Post, tags: Sequence[Sign], words: Sequence[Sign]) -> list[Sign]:
    """The sign of a text that is filed under the theatre and never names a film, where its words do not tell."""
    if not any(STAGE_TAG.match(name) for name, _, _ in tags) or any(name == STAGED for name, _, _ in words):
        return []
    return [(STAGED, ON_A_STAGE[-1], "other")] if names_no_film(post) else []


def tags_beside(tags: list[Sign], words: Sequence[Sign]) -> list[Sign]:
    """Signs of tags; one of books weighs half beside one of films, over a text that speaks of a film most of all."""
    told = {name: weight for name, weight, _ in words}
    filmed = told.get("film words", 0.0) >= ADAPTED[0] and told.get("book words", 0.0) >= COMPARED[1]
    if not filmed or not any(label is None for _, _, label in tags):
        return tags
    return [(name, weight * (ADAPTED[1] if label == "book" else 1), label) for name, weight, label in tags]


def headline_signs(post: Post) -> list[Sign]:
    """Signs of the headline."""
    if not post.headline:
        return [("no headline", -0.4, "other")]
    headline = post.announced
    signs: list[Sign] = []
    for sign in headline.signs:
        if sign in HEADLINE_SIGNS:
            weight, label = HEADLINE_SIGNS[sign]
            softer = "review" in headline.signs and label in SOFT
            signs.append((f"headline: {sign}", weight / 2 if softer else weight, label))
    of_one = FAVOURITE.match(post.headline)
    key = fold(post.headline[of_one.end() if of_one else 0 :])
    signs += [
        (f"headline: {label}", weight, label) for _, weight, label in map(HEADLINES.__getitem__, KINDS.found(key))
    ]
    if FILED.match(post.headline):
        signs.append(("headline: filed under another field", UNFILED, "other"))
    if LINKED_OUT.search(post.headline):
        signs.append(("headline: a link to another page", POINTS["review" in headline.signs], "news"))
    if (PERSON_QUOTED.match(post.headline) and not of_one) or PERSON_ON.match(post.headline):
        signs.append(("headline: a person quoted", -4.5, "interview"))
    if key in PEOPLE:
        signs.append(("headline: a person", PERSON, "essay"))
    if "review" in headline.signs and FILM_REVIEW.search(key):
        signs.append(("headline: a review of a film", FILM_SAID, None))
    elif "review" not in headline.signs and (of_one or FILM_LABEL.match(post.headline)):
        signs.append(("headline: a film by its label", LABELLED, None))
    if headline.year and headline.titles:
        apart = YEAR_APART.search(post.headline) is not None
        signs.append(("headline: title with year", TITLED[not apart], None))
    return strongest(signs)


def strongest(signs: list[Sign]) -> list[Sign]:
    """Of signs that speak for one label the strongest; all others."""
    best: dict[str, Sign] = {}
    for sign in signs:
        label = sign[2] or sign[0]
        if label not in best or abs(sign[1]) > abs(best[label][1]):
            best[label] = sign
    return list(best.values())


def claim_signs(claims: Sequence[Claim]) -> list[Sign]:
    """Signs of what the finders claim: ratings, verdicts, credits, the kind of the reviewed thing."""
    signs: list[Sign] = []
    ratings = [claim for claim in claims if claim.field == "rating" and claim.value is not None]
    if ratings:
        structured = any(claim.source < Source.HEURISTIC for claim in ratings)
        spoken = all(claim.where.startswith("end_of_sentence") for claim in ratings)
        signs.append(("rating", RATED[0 if structured else 1 + spoken], None))
        written = {claim.value.value for claim in ratings if claim.where.startswith(("own_line", "end_of_sentence"))}
        if not structured and len(written) >= MANY_RATINGS[0]:
            signs.append(("many ratings", MANY_RATINGS[1] - RATED[1 + spoken], "list"))
    if any(claim.field == "verdict" and claim.where.startswith("label") for claim in claims):
        signs.append(("verdict with a label", VERDICT, None))
    credits = [claim for claim in claims if claim.field in ("directors", "cast") and claim.value]
    if credits:
        labelled = any(claim.where.startswith("label") for claim in credits)
        rank = 0 if labelled else 3 - len({claim.field for claim in credits})
        signs.append(("people credited", CREDITED[rank], None))
    for kind in [claim.raw for claim in claims if claim.field == "kind"][:1]:
        signs.append(
            ("structured: film", JUDGED_FILM, None) if kind == "film" else (f"structured: {kind}", OTHER_KIND, kind)
        )
    return signs


def named_signs(post: Post) -> list[Sign]:
    """Whether the text speaks of what the headline names."""
    text = post.low[:READ]
    keys = [key for key in map(fold, post.announced.titles) if len(key) > 2]
    if not keys or not text or post.heading is None:
        return []
    heads = [" ".join(key.split()[:3]) for key in keys]
    named = any(head in text for head in heads)
    named = named or any(f" {head} " in post.key for head in heads)
    if not named and not post.complete:
        return []
    return [
        ("the title is in the text", NAMED[0], None) if named else ("the title is not in the text", NAMED[1], "other")
    ]
