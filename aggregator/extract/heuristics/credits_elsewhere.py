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
LINKS = (
    " with ",
    " starring ",
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
PARTNER = (" his ", " her ", " their ")
"""What stands before the title of a film in which two have met: "her L.A. Confidential co-star"."""


def is_elsewhere(left: str, right: str, own: tuple[str, ...]) -> bool:
    """Whether the words around a name give its bearer to another film; `own` are the reviewed film's titles, folded."""
    if right.startswith((" co-star", " castmate")) and left.endswith(PARTNER):
        return True
    if not left.endswith(LINKS):
        return False
    other = COMPARED.search(left) or RELATIVE.search(left)
    return other is not None and not any(title in fold(other["title"]) for title in own)
