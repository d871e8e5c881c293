"""Labels without a colon: "Starring X and Y. Directed by Z." at the beginning of a line, or inside it behind a mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby
from operator import itemgetter

from aggregator.extract.heuristics.lines import held
from aggregator.extract.segment import Post
from aggregator.values.patterns import Pattern
from aggregator.values.text import places_of
from aggregator.values.vocabulary import lower_words

# Labels without a colon, at the beginning of a line or sentence, with a capital after them; each opens with letters.
OPENINGS: dict[str, tuple[str, ...]] = {
    "directors": (
        *(r"written(?:,| and| &)? (?:produced,? and |edited,? and )?directed by", r"directed(?: and written)? by"),
        *("regie führte", "réalisé par", "un film de", "dirigida por", "diretto da", "reżyseria", "regie", r"dir\."),
        *("d:", "instrueret af", "regi av", "disutradarai oleh", "geregisseerd door", "a film by", "ein film von"),
    ),
    "cast": (
        *("starring", "it stars", "stars", "also starring", "featuring", "with", "voices of", "mit", "avec", "con"),
        *("com", "medverkande", "med", "w rolach głównych", "występują", "dibintangi(?: oleh)?", "hauptdarsteller"),
        *("in den hauptrollen", "met"),
    ),
    "crew": (
        *("written by", "screenplay by", "produced by", "music by", "based on", "drehbuch", r"scénario(?: de)?"),
        *("rated", "runtime", "adapted by", "score by", "cinematography by", "edited by", "guion de"),
    ),
}
WHOLE = frozenset(opening for openings in OPENINGS.values() for opening in openings)
PIECES = {
    piece: frozenset(lower_words(piece))
    for piece in [max(re.split(r"\(\?:[^)]*\)\??|\\", opening), key=len) for opening in sorted(WHOLE)]
}
"""What stands of each opening in a text in small letters, the longest piece of an expression, and its words."""
OPENING_WORDS: frozenset[str] = frozenset().union(*PIECES.values())
MARKS = frozenset(".;|•·)]!/—–,([")
"""What stands before a label inside a line."""
OPENING_LETTERS = frozenset(opening[:2] for openings in OPENINGS.values() for opening in openings)
FIRST_LETTERS = "".join(sorted({letter for pair in OPENING_LETTERS for letter in (pair[0], pair[0].upper())}))
CAPITAL = r"\s+(?=[A-ZÀ-ÖØ-ÞŁŚŻ])"
RUN_ON = (
    r"(?<=[\w.)] )(?=(?:(?:Directed|Written|Produced|Screenplay|Story|Music|Edited)(?: and [Dd]irected)? by|Starring) )"
)
"""Where a label may stand behind the names of another without a mark: "Starring Ada Quill Directed by Bea Marsh"."""
RUNNING_ON = Pattern(RUN_ON)
OPEN = Pattern(
    rf"(?:^|{RUN_ON}|"
    r"(?<=[.;|•·)\]!/—–] )|(?<=, )(?=(?i:dir\.|directed by|written by|produced by|screenplay by|music by"
    r"|(?:and )?starring ))|(?<=[(\[])(?=dir\.|directed by))(?:"
    + "|".join(f"(?P<{field}>(?i:{'|'.join(openings)}))" for field, openings in OPENINGS.items())
    + rf"){CAPITAL}"
)
BY_LETTER = "|".join(  # of which `re` tries only those that begin with the letter at its place
    f"[{letter}{letter.upper()}](?i:{'|'.join(rest for first, rest in openings)})"
    for letter, openings in groupby(
        sorted((opening[0], opening[1:]) for openings in OPENINGS.values() for opening in openings), key=itemgetter(0)
    )
)
OPENED = Pattern(rf"[.;|•·)\]!/—–,(\[] ?(?:{BY_LETTER}){CAPITAL}")
"""Where such a label may stand inside a line."""
BREAK = Pattern(rf"[.;|•·)\]!/—–] (?=[{FIRST_LETTERS}])")
BEFORE_DIRECTOR = Pattern(
    r"(?:, |[(\[])(?=(?i:dir\.|directed by))|, (?=(?i:starring |written by |produced by |music by ))"
)
"""What may stand before an opening."""
OPENS = 400
"""Characters of a line in which a label without a colon may stand."""


def opening_lines(post: Post) -> frozenset[int]:
    """The indices of the lines of a text inside which a label without a colon may open, behind a mark."""
    text, low = post.text, post.low
    if len(low) != len(text):  # a capital that is two small letters
        return frozenset([block.index for block in post.lines])
    found: set[int] = set()
    words = held(post, OPENING_WORDS)
    for piece in [piece for piece, own in PIECES.items() if own <= words]:
        for at in places_of(piece, low):
            end = at + len(piece)
            if piece not in WHOLE or (
                text[end : end + 3].lstrip()[:1].isupper() and not MARKS.isdisjoint(text[max(0, at - 2) : at])
            ):
                found.add(post.lines[bisect_right(post.begins, at) - 1].index)
    return frozenset(found)


def may_be_labelled(text: str, *, inside: bool) -> bool:
    """Whether a line may hold a label: a colon, or an opening, `inside` the line too if it may stand there."""
    return (
        ":" in text
        or "：" in text
        or opening_at(text, 0) is not None
        or (inside and OPENED.search(text, 0, OPENS) is not None)
    )


def opening_at(text: str, begin: int) -> re.Match[str] | None:
    """The opening at a place of a text."""
    return OPEN.match(text, begin, OPENS) if text[begin : begin + 2].lower() in OPENING_LETTERS else None


def begins_in(text: str, *, inside: bool) -> list[int]:
    """Where a label without a colon may begin in a text."""
    begins = [0]
    if opening_at(text, 0) is not None:
        begins += [match.start() for match in RUNNING_ON.finditer(text, 0, OPENS)]
    if not inside:
        return begins
    begins += [match.end() for match in BREAK.finditer(text, 0, OPENS)]
    if "dir" in text or "Dir" in text or ", starring" in text or ", Starring" in text:
        begins += [match.end() for match in BEFORE_DIRECTOR.finditer(text, 0, OPENS)]
    return begins
