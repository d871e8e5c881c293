"""Players of other films, who are named beside the reviewed one in passing."""

from __future__ import annotations

from aggregator.values.patterns import Pattern
from aggregator.values.text import fold

COMPARED = Pattern(
    r"\b(?:remind(?:ed|s|ing) \w+ of|reminiscent of|similar to|compared (?:to|with)|unlike|than|remake of|sequel to) "
    r"(?:the |that |a )?[“\"‘'«]?(?P<title>[A-ZÀ-Þ\d][^.!?,;:()]{0,50}?)[”\"’'»]?,? "
    r"(?:with|starring|featuring|which had|which starred|also with) \Z"
)
"""What gives players to a film that this one is compared with: "It reminded me of Buried with (name)"."""
RELATIVE = Pattern(
    r"(?P<title>[A-ZÀ-Þ\d][\w'’-]*(?: (?:[A-ZÀ-Þ\d][\w'’-]*|of|the|and|a|in|to|for|on))*)[”\"’'»]?,? "
    r"(?:which|that) (?:also )?(?:had|starred|stars|featured|features|paired|gave us) \Z"
)
"""What gives players to a film named in passing: "his best since The Painted Veil, which had (name)"."""
BRACKETED = Pattern(r"(?P<title>[A-ZÀ-Þ\d][\w'’:-]*[”\"’'»]?) \((?:also )?(?:starring|featuring|with) \Z")
"""What gives players to a film in a bracket: "ruined by Last Man Standing (starring (name)"."""
LINKS = (
    " with ",
    " starring ",
    "(starring ",
    "(featuring ",
    "(with ",
    " featuring ",
    "had ",
    "starred ",
    "stars ",
    "featured ",
    "features ",
    "paired ",
    " us ",
)
"""What such phrases end in."""
DATED = Pattern(r"(?:(?:,| &| and| y| e| et| und)? [A-ZÀ-Þ][^\s,()]{0,20}){0,6}, (?:18|19|20)\d\d\)")
DATE_AHEAD = Pattern(r"\((?:18|19|20)\d\d, \Z")
"""What stands around the director in "Vertigo (Alfred Hitchcock, 1958)" and "(1958, Alfred Hitchcock)"."""
BY_DATED = Pattern(r"(?:\((?:18|19|20)\d\d\)|[”\"»]),? (?:de |di |d['’]|von |by |av |af |van |från |fra )\Z")
DATE_MARKS = ("de ", "di ", "d'", "d’", "von ", "by ", "av ", "af ", "van ", "från ", "fra ")
"""What stands between a title that a year or a quotation mark ends and its director, and how that ends."""
LONGEST_TITLE = 60
PARTNER = (" his ", " her ", " their ")
"""What stands before the title of a film in which two have met: "her L.A. Confidential co-star"."""


def is_elsewhere(left: str, right: str, own: tuple[str, ...]) -> bool:
    """Whether the words around a name give its bearer to another film; `own` are the reviewed film's titles, folded."""
    if right.startswith((" co-star", " castmate")) and left.endswith(PARTNER):
        return True
    if not left.endswith(LINKS):
        return False
    if BRACKETED.search(left):
        return not any(title in fold(left) for title in own)
    other = COMPARED.search(left) or RELATIVE.search(left)
    return other is not None and not any(title in fold(other["title"]) for title in own)


def is_dated(left: str, right: str) -> bool:
    """Whether a name stands in a bracket that dates a film by its director: "Vertigo (Alfred Hitchcock, 1958)"."""
    opening = left.rfind("(")
    inside = opening >= 0 and ")" not in left[opening:]
    return inside and bool(DATED.match(right) or DATE_AHEAD.search(left))


def is_own(text: str, own: tuple[str, ...]) -> bool:
    """Whether a text ends in a title of the reviewed film."""
    key = fold(text)
    return any(key.endswith(title) for title in own if title)


def title_by(left: str) -> str | None:
    """What ends in a title before "by", where a year or a quotation mark shows the title: "Her (2013) by (name)"."""
    found = BY_DATED.search(left) if left.endswith(DATE_MARKS) else None
    return None if found is None else left[: found.start()].rstrip()[-LONGEST_TITLE:]
