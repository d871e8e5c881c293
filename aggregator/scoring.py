"""Ratings on one line of 0 to 100 under named policies, and the scales that outlets keep to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from aggregator.values.rating import Rating

LETTER_BEST = 12.0
"""A letter grade's top, in steps: A is 12, B 9, C 6, D 3, F 0; plus and minus are one step."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How ratings become scores; a change of its figures is a new version, so that old scores can be told apart."""

    name: str
    version: int
    letters: Mapping[str, float] | None = None  # "A+", "A" ... to 0..100; None: even steps of value / best
    from_worst: bool = False  # count from the scale's foot, not from zero


SCHOOL_MARKS: Mapping[str, float] = MappingProxyType(
    {
        "A+": 98,
        "A": 95,
        "A-": 92,
        "B+": 88,
        "B": 85,
        "B-": 82,
        "C+": 78,
        "C": 75,
        "C-": 72,
        "D+": 68,
        "D": 65,
        "D-": 62,
        "F": 50,
    }
)
"""School marks of the United States, where every grade but F passes."""

POLICIES: Mapping[str, Policy] = MappingProxyType(
    {
        policy.name: policy
        for policy in (
            Policy("default", 1),  # 3/5 is 60; B+ is 83.3: twelve even steps, as Metacritic documents
            Policy("school", 1, letters=SCHOOL_MARKS),
            Policy("span", 1, from_worst=True),  # 3 on a scale of 1 to 5 is 50
        )
    }
)

_STEPS: tuple[str, ...] = ("F", "F+", "D-", "D", "D+", "C-", "C", "C+", "B-", "B", "B+", "A-", "A")


def letter_of(rating: Rating) -> str | None:
    """The grade of a rating in letters, as "B+"; None for any other rating."""
    if rating.style != "letters" or rating.value is None:
        return None
    grade = _STEPS[round(min(max(rating.value, 0), LETTER_BEST))]
    return "A+" if grade == "A" and re.search(r"[Aa] ?-?(?:\+|plus)", rating.raw, re.IGNORECASE) else grade


def is_inverted(rating: Rating) -> bool:
    """Whether the best mark is the lowest number, as with German school marks, where 1 is the best of 6."""
    return rating.best is not None and rating.worst is not None and rating.worst > rating.best


def score(rating: Rating, policy: str = "default") -> float | None:
    """The rating on 0..100 under a policy of `POLICIES`; None without a number or with an open scale.

    Raises `KeyError` for a policy that does not exist.
    """
    rule = POLICIES[policy]
    if rating.value is None or not rating.best:
        return None
    if rule.letters is not None and (grade := letter_of(rating)) is not None:
        return rule.letters.get(grade, rule.letters["F"])
    foot = rating.worst or 0.0 if rule.from_worst else 0.0
    if is_inverted(rating):
        foot = rating.worst or 0.0
    elif rating.best <= foot:
        return None
    return min(100.0, max(0.0, 100 * (rating.value - foot) / (rating.best - foot)))


# --- an outlet's scale ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale that an outlet keeps to."""

    best: float
    worst: float | None = None  # None: not known
    step: float | None = None  # the smallest step in use: 1, 0.5, 0.25, 0.1 ...; None: not known
    zero: bool = False  # whether zero is in use
    letters: bool = False
    signs: bool = False  # letters with plus and minus
    count: int = 0  # ratings it was learned from; 0: declared
    kind: str = ""  # the kind of rating it holds for: stars, numbers, percent, letters; empty: any


LEAST = 5
"""Ratings of an outlet that make a habit."""
SURE = 15
"""Ratings after which a top of 4 stars, or of 5 points, is a habit and no accident."""
AGREEING = 0.8
"""Share of the declared scales that must be the same."""
STEPS: tuple[float, ...] = (1.0, 0.5, 0.25, 0.2, 0.1, 0.05, 0.01)

_DECLARED = re.compile(r"\s*(?:(\d{1,3}(?:\.\d+)?)\s*(?:-|–|to|\.\.)\s*)?/?\s*(\d{1,3}(?:\.\d+)?)\s*")


def parse_scale(text: str) -> Scale:
    """The scale that a site file declares: "0-4", "1-10", "5", "letters" or "percent".

    Raises `ValueError` for anything else.
    """
    word = text.strip().lower()
    if word in {"letters", "letter", "a-f", "f-a"}:
        return Scale(LETTER_BEST, 0.0, 1.0, zero=True, letters=True, signs=True)
    if word in {"percent", "%"}:
        return Scale(100.0, 0.0)
    match = _DECLARED.fullmatch(word)
    worst, best = (float(match[1]) if match and match[1] else None, float(match[2]) if match else 0.0)
    if best <= (worst or 0.0):
        raise ValueError(f"no scale: {text!r}; say it as '0-5', '1-10', 'letters' or 'percent'")
    return Scale(best, worst, zero=worst == 0)


def learn_scale(ratings: Iterable[Rating]) -> Scale | None:
    """The scale that an outlet's own ratings show; None where they are too few or do not settle it.

    Declared scales that agree decide; else the highest value in use does, and a low top only after many ratings:
    "★★★★" as the best of three reviews says nothing.
    """
    kinds: dict[str, list[Rating]] = {}
    for rating in ratings:
        if rating.value is not None and rating.style not in {"thumbs", "words"}:
            kinds.setdefault(_kind(rating), []).append(rating)
    if not kinds:
        return None
    kind, habit = max(kinds.items(), key=lambda item: len(item[1]))
    if len(habit) < LEAST or kind == "marks":
        return None
    values = [rating.value for rating in habit if rating.value is not None]
    best = LETTER_BEST if kind == "letters" else _declared_best(habit) or _habitual_best(kind, values)
    if best is None or max(values) > best:
        return None  # an outlet of several habits has no scale of its own
    return Scale(
        best=best,
        worst=min((rating.worst for rating in habit if rating.worst is not None), default=None),
        step=_step(values),
        zero=0.0 in values,
        letters=kind == "letters",
        signs=kind == "letters" and any(value % 3 for value in values),
        count=len(habit),
        kind=kind,
    )


def _kind(rating: Rating) -> str:
    if is_inverted(rating):
        return "marks"
    return rating.style if rating.style in {"letters", "percent", "stars"} else "numbers"


def _declared_best(habit: list[Rating]) -> float | None:
    declared = Counter(rating.best for rating in habit if rating.best and rating.scale_source == "declared")
    if not declared:
        return None
    best, count = declared.most_common(1)[0]
    return best if count >= 2 and count >= AGREEING * declared.total() else None


def _habitual_best(kind: str, values: list[float]) -> float | None:
    """The top that undeclared values show: the least usual scale that holds them all."""
    top, many = max(values), len(values) >= SURE
    if kind == "stars":
        if top <= 4:
            return 4.0 if many and values.count(4.0) >= 2 else None
        return 5.0 if top <= 5 else 10.0 if top <= 10 else None
    if kind == "percent" or top > 20:
        return 100.0 if top <= 100 else None
    if top <= 5:
        return 5.0 if many and values.count(5.0) >= 2 else None
    return 10.0 if top <= 10 else 20.0


def _step(values: list[float]) -> float | None:
    """The largest step that (nearly) all values keep to."""
    for step in STEPS:
        kept = sum(abs(value / step - round(value / step)) < 1e-6 for value in values)
        if kept >= 0.95 * len(values):
            return step
    return None


def under_scale(rating: Rating, scale: Scale, source: str) -> Rating:
    """The rating with its open or assumed scale settled; `source` is "outlet" (a site file) or "learned".

    A declared scale stays, and so does a rating that does not fit: letters, a value over the top, stars beside an
    outlet's numbers.
    """
    if rating.value is None or rating.style in {"letters", "thumbs", "percent", "words"} or scale.letters:
        return rating
    if scale.kind and scale.kind != _kind(rating):
        return rating
    if (rating.best is not None and rating.scale_source != "assumed") or rating.value > scale.best:
        return rating
    return replace(rating, best=scale.best, worst=scale.worst, scale_source=source)


ASSUMED: tuple[tuple[str, float, float, float], ...] = (  # style, value over, value up to, the best that is usual
    ("stars", -1, 5, 5),
    ("stars", 5, 10, 10),
    ("fraction", 5, 10, 10),
    ("fraction", 20, 100, 100),
)
SCHOOL_MARK = re.compile(r"(?:^|[a-zäöü])note\b", re.IGNORECASE)
"""The label of a German mark ("Note: 2+"), of which 1 is the best and 6 the worst."""
TEN_POINT_LANGUAGES: frozenset[str] = frozenset({"it", "es", "pt", "nl", "pl"})
"""Where a bare number is a school mark out of ten, the low ones too."""


def assume(rating: Rating, language: str | None = None) -> Rating:
    """The last resort: an open scale settled by convention and marked "assumed"; a bare "3" stays open."""
    if rating.value is None or rating.best is not None:
        return rating
    if language == "de" and 1 <= rating.value <= 6 and SCHOOL_MARK.search(rating.raw):
        return replace(rating, best=1.0, worst=6.0, scale_source="assumed")
    if rating.style == "fraction" and rating.value <= 10 and language in TEN_POINT_LANGUAGES:
        return replace(rating, best=10.0, scale_source="assumed")
    for style, over, up_to, best in ASSUMED:
        if rating.style == style and over < rating.value <= up_to:
            return replace(rating, best=best, scale_source="assumed")
    return rating


def settle_scale(
    rating: Rating, *, outlet: Scale | None = None, learned: Scale | None = None, language: str | None = None
) -> Rating:
    """The rating with its scale settled by the first that can: itself, the site file, the site's habit, convention."""
    if outlet is not None:
        rating = under_scale(rating, outlet, "outlet")
    if learned is not None and rating.scale_source != "outlet":
        rating = under_scale(rating, learned, "learned")
    return assume(rating, language)


# --- positive, mixed, negative -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where an outlet's praise begins and its blame ends, on its own scale; mixed lies between."""

    positive: float  # this value and over
    negative: float  # this value and under


CUTS: Mapping[float, Cuts] = MappingProxyType(
    {
        1.0: Cuts(1, 0),  # thumbs
        4.0: Cuts(3, 2),  # 2.5 of 4 is no recommendation, though 62.5 looks like one
        5.0: Cuts(3.5, 2.5),
        6.0: Cuts(4, 2.5),
        10.0: Cuts(7, 4.5),
        12.0: Cuts(8, 5),  # letters: B- and C-
        20.0: Cuts(13, 9),
        100.0: Cuts(61, 39),
    }
)
"""The usual cuts of each scale, for outlets that state none: never one percentage for all."""
MARK_CUTS = Cuts(positive=-2.5, negative=-4)
"""Those of marks where 1 is the best, counted downwards."""


def opinion(rating: Rating, cuts: Cuts | None = None) -> str | None:
    """ "positive", "mixed" or "negative" by the outlet's cuts, or by its scale's usual ones; None: not to be said."""
    if rating.value is None or rating.best is None:
        return None
    value = rating.value
    if cuts is None and is_inverted(rating):
        value, cuts = -value, MARK_CUTS
    cuts = cuts or CUTS.get(rating.best)
    if cuts is None:
        return None
    if value >= cuts.positive:
        return "positive"
    return "negative" if value <= cuts.negative else "mixed"
