"""What the words on each side of a name say of its bearer, at one place of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.extract.heuristics import credits_evidence as signs
from aggregator.extract.heuristics import credits_words as words_for
from aggregator.extract.heuristics.credits_elsewhere import LONGEST_TITLE, is_dated, is_elsewhere, is_own, title_by
from aggregator.extract.heuristics.credits_owned import Evidence, from_owned, tokens_of
from aggregator.extract.heuristics.credits_titles import Titles, starts
from aggregator.values.crafts import CRAFTSMEN
from aggregator.values.directors import DIRECTORS
from aggregator.values.names import is_name
from aggregator.values.patterns import Pattern
from aggregator.values.performers import PERFORMERS, is_only_player
from aggregator.values.text import fold

AHEAD = " ..."
"""Ends what is said of words before a name."""
IS_ROLE = "is (role)"
TRADE = 4
"""Weight of a word of a trade before a name."""
SURE = 3.0
"""Weight from which evidence needs nothing beside it."""
WORKS = frozenset(("works", "worked", "lives", "poses", "serves", "hides", "returns", "acts", "escapes", "see", "sees"))
REACH = 90
"""Characters on each side of a name that are read."""
LAST_BEFORE = frozenset(phrase.rpartition(" ")[2] for phrase in signs.BEFORE_NAME)
FIRST_AFTER = frozenset(phrase.partition(" ")[0] for phrase in signs.AFTER_NAME)
"""The last words of what stands before a name, the first of what stands after it."""
STOPS = frozenset(".!?;:")
OPENINGS = frozenset(".!?;:,()–—")
ENDS = frozenset('.!?;:"“”()[]–—…')
CLOSED = ENDS | {",", ""}
ENDING = ENDS - {":", "(", "["} | {""}
"""What stands right before a name of which no word before says anything; what ends a clause right behind one."""
ROLE = Pattern(
    r"\s?[(\[](?:as |als |como |the |The ){0,2}(?P<role>[A-ZÀ-Þ][\w'’-]{1,20}(?: [A-ZÀ-Þ][\w'’-]{1,20}){0,2})[)\]]"
)
ASIDE = Pattern(r",? (?:18|19|20)\d\d\b|\s?[–—-]")
"""What stands behind a name in a bracket that names no player."""
VAGUE = frozenset(("done", "made"))
DIRECTS = Pattern(r"direct|dirig|diret|dirett|dirección|regi|réalis|reali[sz]|reż|helm|inszen|debut", re.I)
ORIGIN = Pattern(
    r"\b[Dd]irector (?:of|from) (?:[\w-]+ ){1,3}[\w-]+, \Z"
    r"|\b[Dd]irector,? (?:and|&) (?!his|her|their|the|a)(?:[a-z-]+ ){1,3}\Z"
    r"|(?:(?<!\ba )(?<!\bTV )(?<!\btelevision )(?<!\bstage )(?<!\btheatre )(?<!\bmusic )\bdirector"
    r"|\b(?:réalisateur|réalisatrice|regista|diretora?|directora|[Rr]egisseur(?:in)?|regissören|instruktøren))"
    r"(?: d[aeou](?:l|lla)? (?:la |le |el |il |este |esta )?(?:película|film|filme|cinta|pellicola)"
    r"| (?:et|y|e|und|en|och|og) [a-zà-ÿ]+)?, \Z"
)
MAKERS = ("irector", "réalisat", "regista", "diretor", "egisseur", "regissör", "instruktør")
"""Parts of words, one of which stands in a text in which the pattern finds something: without a comma the first."""
CREATORS = frozenset(("creators", "filmmakers", "film-makers"))
"""Who a bracket behind them names: "the creators of the film (names)"."""
OWNED = ("'s", "’s")
A_FILM = (" film", " movie", " flick", " picture")
THIS_IS = Pattern(r"\b(?:[Tt]his|[Ii]t)(?: is|['’]s| was) (?:\w+ ){0,3}\Z|(?<!like )\b[Tt]his \Z")
"""What stands around a name in "This is the second (name) film", "how modern this (name) film is"."""
NAMED_FILM = "this (name) film"
BY_AFTER = (", d'", ", d’", ", de ", ", di ", ", von ", ", av ", ", van ", ", by ", " - by ", " – by ", " — by ")
"""What stands between a title and its director: "La Strada, di (name)"."""
ROLE_OF = Pattern(r"['’]s character,? \Z")
PLAYED_BY = frozenset(("personaje de", "personagem de", "personnage de", "personnage d"))
"""What stands before a role's name, and before that of a known player."""
IN_TITLE = Pattern(
    r",? (?:in|from|of|dans|de|in dem|im|en|nel|em) (?:the |his |her |films? |movies? ){0,2}[“\"‘«]?(?=[A-ZÀ-Þ\d])"
)
DEEDS = Pattern(
    r" (?:also )?(?P<deeds>(?:{0})(?:,? (?:and |also )?(?:{0})|, (?:{0}))+)\b".format(
        r"(?:co-)?(?:wrote|writes|written|penned|directed|directs|produced|produces|edited|edits|scored|stars|starred|acts)"
    )
)
DEED_LETTERS = frozenset("acdepsw")
"""What somebody did, in a row: "wrote, directed and stars in", and the letters that it begins with."""
MADE = Pattern(r" (?:also |first |then |later |once )?(?:made|gave us|brought us) (?:the )?[“\"‘'«]?(?=[A-ZÀ-Þ])")
"""What stands between a director and a film."""
LAST_FILM = Pattern(
    r",? who(?:se)?\b[^.,;]{0,40}?\b(?:his|her|whose)? ?(?:last|previous|first|debut|second|third|earlier|prior|past)"
    r" (?:effort|film|feature|movie)s?\b"
)
"""How the maker of another film is told of: "Ada Quill, whose last film was The Quiet Mill"."""
SHORT = 4
"""Letters of a title that a name may begin with."""
ACTING = frozenset(("acting", "performance", "portrayal", "turn"))
KNOWN_FROM = Pattern(r" \([A-ZÀ-Þ][^().;:]{1,40}['’]s? \Z")
"""What stands before a player in brackets who is known from another work: "David (Downton Abbey's (name))"."""
TRAITS = frozenset(
    ("charismatic", "charming", "funny", "menacing", "tender", "lovable", "reliable", "strong", "fierce")
)
"""Praise that is as often said of a character."""
TOGETHER = frozenset(("play", "star", "co-star", "portray", "shine"))
NAMING = frozenset(("named", "called"))
INSTRUMENTS = frozenset(("organ", "piano", "guitar", "drums", "violin", "cello", "trumpet", "saxophone", "keyboards"))


def evidence_at(text: str, start: int, end: int, key: str, titles: Titles) -> list[Evidence]:
    """What a text says of the name between two places of it; `key` is the name, folded."""
    if key in CRAFTSMEN:
        return [("crew", 9.0, "known craft")]
    left = text[max(0, start - REACH) : start]
    right = text[end : end + REACH]
    found: list[Evidence] = []
    if titles.holds(key) and key not in PERFORMERS:
        found.append(("character", 5.0, "in the title"))
    if any(key.startswith(own) and len(own) > SHORT and key[len(own)] != " " for own in titles.own if key != own):
        found.append(("other", 9.0, "the title and the next word"))
    if titles.is_work(start, end, key):
        found.append(("other", 9.0, "a title"))
    if is_dated(left, right):
        own = is_own(left[: left.rindex("(")], titles.own)
        return [*found, ("director", 4.0, "(title) (name, year)") if own else ("other", 9.0, "(name, year)" + AHEAD)]
    if is_elsewhere(left, right, titles.own):
        return [*found, ("other", 9.0, "in another film" + AHEAD)]
    before = from_before(left) or from_origin(left) or from_title(left, titles)
    if before is not None:
        if before[2] == "watching" + AHEAD and right[:1] in ("'", "’"):
            return found  # "watching (name)'s Framed"
        said = before[2].removesuffix(AHEAD)
        since = said == "as" and (right[:2] in OWNED or (left.endswith(", as ") and right[:1] != ","))
        known = before[0] == "character" and (since or said in PLAYED_BY)  # "notable as (name)'s last film"
        directs = before[0] == "director" and key not in DIRECTORS and not DIRECTS.search(left)
        if not (known or directs) or key not in PERFORMERS:
            found.append(before)
    elif "character" in left[-12:] and ROLE_OF.search(left):
        found.append(("character", 4.0, "'s character"))
    elif left[-1:] == " " and left[-2:-1] in "'’s" and (from_work := KNOWN_FROM.search(left)) and right[:1] in "),":
        found += in_bracket(left[: from_work.start()])
    elif left[-1:] in ("(", "[") and left[-2:-1] == " " and not (ASIDE.match(right) or left[-3:-2] in STOPS):
        found += in_bracket(left[:-2], known=is_only_player(key)) if right[:2] not in OWNED or right[2:3] != " " else ()
    deeds = DEEDS.match(right) if right[1:2] in DEED_LETTERS else None
    if deeds is not None:
        done = (("director", 4.0, "directed"), ("cast", 4.0, "stars"))
        return [*found, *(one for one in done if one[2][:4] in deeds["deeds"])]
    after = from_after(left, right, titles)
    if after is not None:
        if after[0] == "director" and after[2].startswith("'s ") and is_only_player(key) and not DIRECTS.search(right):
            after = ("cast", 2.0, after[2])  # "(name)'s first starring role"
        if found and after[0] == "cast" and after[1] > SURE:
            said = found[-1][2].removesuffix(AHEAD)
            if said in NAMING or (said == "as" and after[2].startswith(("'s character", "'s role"))):
                found.pop()  # "a kid named (name), who plays Joe", "as calm as (name)'s character"
        if after[2] == NAMED_FILM and key in PERFORMERS and key not in DIRECTORS:
            after = ("cast", after[1], NAMED_FILM)
        if after[0] != "character" or key not in PERFORMERS or ("cast", 3.5, "role (player)") not in found:
            found.append(after)
    return found


def from_origin(left: str) -> Evidence | None:
    """The evidence of an apposition with its own attribute: "the director of Greek origin, (name)"."""
    may = any(map(left.__contains__, MAKERS if left.endswith(", ") else MAKERS[:1]))
    return ("director", 4.0, "director of" + AHEAD) if may and ORIGIN.search(left) else None


def from_title(left: str, titles: Titles) -> Evidence | None:
    """The evidence of a title that a name follows: "La Strada, di (name)"."""
    if (marked := title_by(left)) is not None:
        own = is_own(marked, titles.own)
        return ("director", 3.5, "(title), by" + AHEAD) if own else ("other", 9.0, "(another title), by" + AHEAD)
    if not left.endswith(BY_AFTER):
        return None
    cut = next(phrase for phrase in BY_AFTER if left.endswith(phrase))
    if not is_own(left.removesuffix(cut)[-LONGEST_TITLE:], titles.own):
        return None
    read = words_for.WORKS.isdisjoint(word.lower() for word in tokens_of(left)[-14:])
    return ("director", 3.5, "(title), by" + AHEAD) if read else None


def in_bracket(left: str, *, known: bool = False) -> Iterator[Evidence]:
    """The evidence of a name in brackets, by the words before the bracket; `known`: it is a known player's."""
    aside = from_before(left[:-2] if left[-2:] in OWNED else left)
    near = [word.lower() for word in tokens_of(left)[-6:]]
    if not near or near[-1] in words_for.BY:
        return  # "Photo by [(name)"
    if near[-1] in words_for.LIVELIHOODS and (known or not words_for.ANY_ONE.isdisjoint(near[-5:-1])):
        yield "cast", 3.5, "role (player)"  # "a saloon singer (name)"
        return
    if aside is not None and aside[0] in ("director", "crew"):
        yield aside[0], aside[1], "bracket"
        if whose_work(near) == "cast":
            yield "cast", 3.5, "bracket"
        return
    if not CREATORS.isdisjoint(near):
        yield "director", 3.5, "creators (name)"
    elif near[-1:] == ["character"] and not known:
        yield "character", 4.0, "bracket"
    elif not words_for.WORKS.isdisjoint(near):
        yield "crew", 3.5, "bracket"
    elif not words_for.PLAYING.isdisjoint(near) or (near[-1] in ACTING and "".join(near[-2:-1]).endswith(OWNED)):
        yield "character", 3.5, "player (role)"
    else:
        yield "cast", 3.5, "role (player)"


def from_before(left: str) -> Evidence | None:
    """The evidence of the words before a name."""
    if left.rstrip()[-1:] in CLOSED:
        return None
    words = tokens_of(left)
    low = list(map(str.lower, words))
    for gap in range(5):
        end = len(low) - gap
        if end < 1:
            return None
        for size in (4, 3, 2, 1) if low[end - 1] in LAST_BEFORE else ():
            if end < size:
                continue
            hit = signs.BEFORE_NAME.get(" ".join(low[end - size : end]))
            if hit is not None and gap <= hit[2] and not (size == 1 and words[end - 1] in words_for.CAPITAL):
                weight = hit[1] - 0.1 * gap
                if size == 1 and low[end - 1] in words_for.WITH and end > 1 and words[end - 2] not in OPENINGS:
                    weight -= 1.0
                if hit[:2] == signs.FILM_BY and not words_for.UNREAL.isdisjoint(
                    low[max(0, end - size - 8) : end - size]
                ):
                    return "other", 9.0, "could be a film by" + AHEAD
                if hit[0] == "crew" and is_made_by(low[: end - size]):
                    return "director", 3.5, "feature by" + AHEAD
                return hit[0], weight, " ".join(low[end - size : end]) + AHEAD
        if low[end - 1] in words_for.BY:
            done = whose_work(low[max(0, end - 8) : end - 1])
            window = set(low[max(0, end - 8) : end])
            if done == "cast" and (window & words_for.UNREAL or {"had", "been"} <= window):
                return "other", 4.0, "not played by" + AHEAD
            if done == "director" and window >= words_for.DREAMT:
                return "other", 9.0, "were it directed by" + AHEAD
            if done is not None:
                return done, 4.0, f"{done} {low[end - 1]}{AHEAD}"
            if low[end - 1] == "by" and not gap:
                return None  # "called in by (name)"
        last = words[end - 1]
        if last in ENDS or last[0].isupper() or (last == "," and gap == 0):
            return None
    return None


def is_made_by(low: list[str]) -> bool:
    """Whether a film's maker follows: "a first feature, by (the playwright)"."""
    low = low[:-1] if low and low[-1] in words_for.ARTICLES else low
    return bool(low) and low[-1] in words_for.BY and not {"feature", "film", "debut"}.isdisjoint(low[-4:-1])


def whose_work(low: list[str]) -> str | None:
    """The role of the participle before "by": directed before played, played before written."""
    for number in range(len(low) - 1, -1, -1):
        if low[number] in STOPS:
            low = low[number + 1 :]
            break
    done = next((role for role, words in words_for.DONE.items() if not words.isdisjoint(low)), None)
    if done == "director" and words_for.DONE["director"].intersection(low) <= VAGUE:
        return "crew" if not words_for.DONE["crew"].isdisjoint(low) else done  # "the music is done by"
    return done


def from_after(left: str, right: str, titles: Titles) -> Evidence | None:
    """The evidence of the words after a name."""
    opening = right[:2]
    if opening[:1] in ("'", "’"):
        return from_owned(left, right, titles)
    if right.startswith(A_FILM) and THIS_IS.search(left):
        return "director", 3.5, NAMED_FILM
    made = MADE.match(right) if titles.own else None
    if made is not None and not any(starts(fold(right[made.end() :]), own) for own in titles.own):
        return "other", 9.0, "made (another film)"
    if right.startswith((" who", ", who")) and LAST_FILM.match(right):
        return "director", 3.0, "whose last film"
    bracketed = "(" in opening or "[" in opening
    if not bracketed and right.lstrip()[:1] in ENDING:
        return None
    inside = IN_TITLE.match(right) if titles.others else None
    if inside is not None:
        rest = fold(right[inside.end() :])
        if any(starts(rest, key) for key in titles.others) and not any(starts(rest, key) for key in titles.own):
            return "other", 4.0, "in another film"
    role = ROLE.match(right) if bracketed else None
    if role is not None:
        trade = signs.BEFORE_NAME.get(role["role"].lower())
        if trade is not None and trade[0] in ("director", "crew"):
            return trade[0], 4.0, "(trade)"
        return None if is_name(role["role"]) else ("cast", 2.5, "player (role)")
    if opening in (" (", " ["):
        close = max(right.find(")"), right.find("]"))
        said = from_verb(tokens_of(right[2 : close if close > 0 else None]))
        if said is not None and said[0] != "cast":
            return said
        right = right[close + 1 :] if close > 0 else ""
    return from_clause(tokens_of(right))


def from_clause(words: list[str]) -> Evidence | None:
    """The evidence of what follows a name: a predicate, perhaps after an aside between commas."""
    aside: list[str] = []
    if apart := words[:1] == [","]:
        words = words[1:]
        if not words or words[0].lower() in words_for.NO_PREDICATE or all(word[0].isupper() for word in words[:2]):
            return None
        if "," in words:
            aside = words[words.index(",") + 1 :]
    if is_relation(words):  # "(name) the mother"
        return "cast", signs.WEAK, f"the {words[1].lower()}"
    if words[:1] == [":"]:
        given = words_for.GIVEN.intersection(word.lower() for word in words[1:7])
        return ("cast", 3.0, min(given)) if given else None
    if len(words) > 3 and words[0].lower() in words_for.JOINING and words[1][0].isupper():
        follow = words[2:] if words[2].islower() else words[3:]
        return ("cast", 3.4, follow[0]) if follow and follow[0] in TOGETHER else None
    if words and words[0].lower() in words_for.WHO:
        words, aside = words[1:], []
    if words and words[0].lower() == "whom":
        return "character", 4.0, "whom"
    said = from_verb(words)
    if apart and said is not None and said[2] in words_for.FILMS:
        said = None  # "(name), un film ..." speaks of this film, "(name) film" of others
    if said is None and aside and aside[0].lower() not in words_for.NO_PREDICATE:
        said = from_verb(aside)
        if said is None or said[0] != "cast":
            return None
        return "cast", signs.WEAK if said[2] == IS_ROLE else said[1] - 0.5, said[2]
    return said


def from_verb(words: list[str]) -> Evidence | None:
    """The evidence of the words of a predicate."""
    first = words[0].lower() if words else ""
    if first in words_for.UNREAL:
        return "other", 3.5, first
    for gap, word in enumerate(words[:6]):
        low = word.lower()
        if low in words_for.DONE["cast"] and not words_for.BY.isdisjoint(map(str.lower, words[gap + 1 : gap + 5])):
            return "character", 4.0, f"{low} by"
        gives = low in words_for.GIVES and not words_for.GIVEN.isdisjoint(map(str.lower, words[gap : gap + 12]))
        for size in (4, 3, 2, 1) if low in FIRST_AFTER else ():
            phrase = " ".join(words[gap : gap + size]).lower()
            hit = signs.AFTER_NAME.get(phrase) if gap + size <= len(words) else None
            if hit is not None and low.startswith("play") and not INSTRUMENTS.isdisjoint(words[gap + 1 : gap + 4]):
                return None
            if hit is not None and gap <= hit[2] and not is_led(words[gap + size : gap + size + 1]):
                return hit[0], 3.4 if gives and hit[1] < 3 else hit[1], phrase
        if low == "in" and not gap and not words_for.PARTS.isdisjoint(map(str.lower, words[2:9])):
            return "cast", 3.4, "in a part"
        if low in words_for.AS and gap + 1 < len(words):
            following = words[gap + 1]
            told = (
                low == "als" and following.islower() and words[gap + 2 : gap + 3] != [] and words[gap + 2][0].isupper()
            )
            if not gap and low != "in" and (told or following[0].isupper() or following.lower() in words_for.ARTICLES):
                return "cast", 3.5, low
            if gap and following.lower() in ("the", "his", "her") and first not in WORKS:
                return "cast", 2.2, "... as the"
        if low in words_for.COPULAS:
            return from_copula(words[gap + 1 : gap + 10])
        if gives:
            return "cast", 3.4, low
        if word in ENDS or not word[0].islower() or low in words_for.JOINING:
            return None
    return None


def is_led(following: list[str]) -> bool:
    """Whether "by" follows a predicate, so that somebody else did it."""
    return bool(following) and following[0].lower() in ("by", "von", "par")


def from_copula(words: list[str]) -> Evidence | None:
    """The evidence of what somebody is: "is terrific as", "is Max", "is a boy who"."""
    for number, word in enumerate(words):
        if word in ENDS:
            break
        low = word.lower()
        if low in words_for.PRAISE:
            at_work = not words_for.CRAFTS.isdisjoint(words[number + 1 : number + 3])
            return None if at_work or is_trait(words, number) else ("cast", 3.0, f"is {low}")
        following = words[number + 1 : number + 2]
        as_well = following in ([], ["well"]) or words[number - 1 : number] == ["well"]
        if number and low in words_for.AS and low not in ("in", "en") and not as_well:
            return ("character" if words[number - 1].lower() in words_for.KNOWN_AS else "cast"), 3.0, "is ... as"
    if words and words[0][0].isupper():
        return "cast", 2.0, IS_ROLE
    if len(words) > 1 and words[0].lower() in words_for.ARTICLES:
        trade = next((hit for word in words[1:4] if (hit := signs.BEFORE_NAME.get(word.lower())) is not None), None)
        if trade is not None and trade[0] in ("director", "crew") and trade[1] == TRADE:
            return trade[0], 3.5 if trade[0] == "crew" else 2.2, "is a (trade)"
    return ("cast", signs.WEAK, f"is the {words[1].lower()}") if is_relation(words) else None


def is_trait(words: list[str], number: int) -> bool:
    """Whether a word of praise tells what somebody is in the story: "is a charismatic New York jeweler"."""
    following = words[number + 1 : number + 2]
    if words[0].lower() not in ("a", "an") or not following or not following[0][0].isalnum():
        return False
    nouns = [word.lower() for word in words[number + 1 : number + 4]]
    return words[number].lower() in TRAITS and words_for.PLAYERS.isdisjoint(nouns)


def is_relation(words: list[str]) -> bool:
    """Whether words say what somebody is to another: "the mother", "his boss"."""
    return len(words) > 1 and words[0].lower() in words_for.ARTICLES and words[1].lower() in words_for.RELATIONS
