"""What stands behind a name's possessive: its bearer's performance, film, novel, or a role."""

from __future__ import annotations

from aggregator.extract.heuristics import credits_words as words_for
from aggregator.extract.heuristics.credits_evidence import Row, index_of
from aggregator.extract.heuristics.credits_titles import Titles, starts
from aggregator.values.name_words import RANKS
from aggregator.values.patterns import Pattern
from aggregator.values.text import fold
from aggregator.values.vocabulary import words_of

Evidence = tuple[str, float, str]
"""Role, weight, the words that say so."""
# After "X's": what is X's.
OWNED: tuple[Row, ...] = (
    ("other", 4, 0, "earlier|previous|superior|prior"),
    ("other", 4, 3, "win|oscar|oscars|award|awards|nomination|nominations|victory"),
    (
        "crew",
        4,
        3,
        """
novel|novels|novella|book|books|screenplay|script|score|music|cinematography|play|plays|photography|memoir|memoirs
story|short story|songs|song|costumes|editing|lyrics|comic|comics|lens|designs|design|soundtrack|lensing|musik|roman
drehbuch|kamera|buch|bilder|prose|writing|manga|biography|poem|poems|camera|compositions|source novel|production design
stories|bestseller|words|painting|cover|covers|album|video
""",
    ),
    (
        "director",
        3.5,
        3,
        """
new|latest|newest|direction|directorial|directing|filmmaking|film-making|film|films|movie|movies|picture|pictures
masterpiece|feature|debut|vision|follow-up|followup|remake|adaptation|mise-en-scène|biopic|epic|homage|sequel|thriller
chiller|drama|musical|western|satire|fable|first|second|third|fourth|fifth|sophomore|camera work|camerawork|oeuvre
filmography|re-envisioning|reimagining|re-imagining|reboot|retelling
""",
    ),
    (
        "cast",
        4,
        3,
        """
performance|performances|portrayal|turn|character|role|acting|accent|voice|vocals|singing|comic timing|timing|delivery
charisma|casting|line readings|star turn|cameo|chemistry|voice work|voiceover|narration|physicality|part
facial expressions|co-star|characters|performers
""",
    ),
    (
        "cast",
        2,
        2,
        "face|eyes|smile|hair|body|charm|stare|presence|head|anger|figure|first movie|first film|screen presence",
    ),
)
OWNED_BY_NAME = index_of(OWNED)
TOKEN = Pattern(r"(?! )(?:[A-Za-z][a-z]*+(?=[ ,.])|[^\W_][a-z\w-]*(?:['’](?=\w)[\w-]*)*|[^\w\s])")
ASCII_TOKEN = Pattern(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:'(?=[A-Za-z0-9_])[A-Za-z0-9_-]*)*|[^A-Za-z0-9_\s]")
"""The words and marks of a text, and the same for a text in ASCII, in which classes of letters are quicker."""
STOPS = frozenset(".,;:!?")
"""Marks that stand right behind a word."""
SHARED = Pattern(r"[’']s? (?:and|&) (?:[A-ZÀ-Þ][\w-]* ){1,2}[A-ZÀ-Þ][\w-]*(?=[’']s )")
"""What two persons have: "Ada Quill's and Bea Marsh's characters"."""
TITLE_AFTER = Pattern(r"[’']s? (?:[“\"‘'«]\s?)?")
OTHER_WORK = Pattern(r"\w+ (?:in|from) (?:the |his |her )?[“\"‘'«]?(?=[A-ZÀ-Þ])")
EARLIER = Pattern(
    r"\w+ (?:in|from) (?:the )?(?:first|previous|original|last|earlier|second|other) "
    r"(?:one|films?|movies?|entry|entries|instal?lments?)\b"
)
BASED = Pattern(r"\A[^.!?]{1,60}?,? (?:based on|adapted from|from the novel|from the book) ")
"""What follows a film, "X's Night Ferry, based on the novel by Y"."""
WORKS_OF = frozenset(("in", "from", "of", "like"))
RANKED = words_of("new newest latest first second third fourth fifth sophomore debut")
WRITTEN = frozenset(phrase for phrase, hit in OWNED_BY_NAME.items() if hit[0] == "crew")
"""Words before what somebody has written ("X's first novel"), and words for it."""
DATED_WORK = Pattern(r"(?:18|19|20)\d\d (?:[a-z-]+ ){0,4}[“\"‘'«]?(?=[A-ZÀ-Þ])")
"""A film with its year behind its owner: "X's 1995 classic Seven"."""
TITLED = Pattern(r"(?:An?|The) [A-ZÀ-Þ][\w'’-]+ (?:of|in|and|on|for|to|from|with|[A-ZÀ-Þ])")
"""A title that begins with an article: "A Fistful of Dollars"."""


def tokens_of(text: str) -> list[str]:
    """The words and marks of a text."""
    tokens: list[str] = []
    pattern = ASCII_TOKEN if text.isascii() else TOKEN
    for piece in text.split():  # no token holds white space, and most words are nothing but letters
        if piece.isalpha():
            tokens.append(piece)
        elif piece[:-1].isalpha() and piece[-1] in STOPS:
            tokens += (piece[:-1], piece[-1])
        else:
            tokens += pattern.findall(piece)
    return tokens


def from_owned(left: str, right: str, titles: Titles) -> Evidence | None:
    """The evidence of what belongs to a name: "X's performance", "X's Her", "X's Fay"."""
    match = TITLE_AFTER.match(right)
    if match is None:
        return None
    if match.end() < len(right) and right[match.end()] in "a&" and (shared := SHARED.match(right)):
        right = right[shared.end() :]
        match = TITLE_AFTER.match(right)
        if match is None:
            return None
    rest = right[match.end() :]
    key = fold(rest)
    if any(starts(key, title) for title in titles.own):
        behind = [] if BASED.search(rest) else tokens_of(rest)[:6]
        read = words_for.WORKS.isdisjoint(word.lower() for word in tokens_of(left)[-6:] + behind)
        return ("director", 3.5, "'s (title)") if read else ("crew", 4.0, "'s book")
    dated = DATED_WORK.match(rest)
    if dated is not None and not any(starts(fold(rest[dated.end() :]), title) for title in titles.own):
        return "other", 4.0, "'s (dated film)"
    if any(starts(key, title) for title in titles.others):
        return "other", 4.0, "'s (another film)"
    if TITLED.match(rest):
        return "other", 4.0, "'s (another film)"
    words = tokens_of(rest)
    low = [word.lower() for word in words]
    for gap in range(min(5, len(low))):
        for size in (2, 1) if gap + 2 <= len(low) else (1,):
            hit = OWNED_BY_NAME.get(" ".join(low[gap : gap + size]))
            if hit is not None and gap <= hit[2]:
                elsewhere = hit[0] == "cast" and OTHER_WORK.match(rest, rest.lower().find(low[gap + size - 1]))
                if hit[0] == "cast" and EARLIER.match(rest, rest.lower().find(low[gap + size - 1])):
                    return "other", 9.0, "'s part in an earlier film"
                if elsewhere and not any(starts(fold(rest[elsewhere.end() :]), title) for title in titles.own):
                    return "other", 4.0, "'s part in another film"
                if low[gap] in RANKED and not WRITTEN.isdisjoint(low[gap + 1 : gap + 3]):
                    return "crew", 4.0, "'s book"
                return hit[0], hit[1], f"'s {' '.join(low[gap : gap + size])}"
        if not words[gap][0].isalnum():
            break
    ranked = words[:1] and low[0].rstrip(".") in RANKS
    lone = len(words) > 1 and words[0][0].isupper() and (ranked or not words[1][0].isupper())
    before = left.split()[-1:]
    if lone and before and before[0].lower() in WORKS_OF:
        return "other", 4.0, "'s work"
    if lone and match.group()[-1] == " " and titles.language != "de":
        return "cast", 2.0, "'s (role)"
    return None
