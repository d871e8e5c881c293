"""Which film a post is about: headline, address, `<title>`, and the titles that the text sets apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice, pairwise
from operator import itemgetter

from aggregator.extract.document import Block
from aggregator.extract.markup import tags_of
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.directors import DIRECTORS
from aggregator.values.names import is_given
from aggregator.values.patterns import Pattern
from aggregator.values.performers import PERFORMERS
from aggregator.values.text import fold
from aggregator.values.title_parts import content_of, is_phrase
from aggregator.values.title_words import SERIES_HEADS, SMALL_WORDS
from aggregator.values.titles import Headline, parse_headline, title_from_url

LONGEST_LINE = 120
OPENING_TITLES = 6
"""Lines of a post whose emphasised runs may be the film's title."""
YEAR_BEHIND = Pattern(r",? [(\[](?:[^()\[\]]{0,40}[^\w()])?(?:18|19|20)\d\d[)\]]")
LONGEST_TITLE = 70
MOST_WORDS = 8
"""Words of the longest title of an address that is looked for in the text."""
OPENING = 30
"""Characters of a line before the title that it is about."""
QUOTES = '“"«„'
QUOTED = Pattern(r"[“\"«„]\s?([^“”\"«»„\n]{2,60}?)\s?[”\"»“]")
SEEN = Pattern(
    r"\b(?:saw|seen|watch(?:ed|ing)?|rewatched|took in|went to(?: see)?|made it to|caught|sah|gesehen|vu|vi|visto"
    r"|assisti|obejrza\w+)\b",
    re.I,
)
"""Verbs of somebody who has been to the cinema."""
DANGLING = frozenset(("the", "a", "an", "and", "of", "&"))
"""Words that no title ends in."""
NEAR = 30
"""Characters between such a verb and the film."""
OFTEN = 3
"""Uses of a title that the text comes back to."""
WORD = Pattern(r"[^\W\d_]{2,30}")
CALLED = Pattern(
    r"(?:\b[Tt]his (?:film|movie),(?= [^,.;]{2,50},)"
    r"|\b(?:the (?:film|movie)|la (?:película|pelicula|peli)|o filme|il film|le film|(?:der|den) film|filmen))"
    r" (?P<title>[A-ZÀ-Þ0-9][\w'’-]*(?: (?:[A-ZÀ-Þ0-9][\w'’-]*|de|del|di|of|the|a|la|le|el|y|e|and|&)){0,6})"
    r"(?=[.,;:!)(]|$)"
)
"""What is called a film, with its name in apposition."""
LEAD = Pattern(
    r"(?i:(?:an?|some|my|the|on)? ?(?:[\w'’-]+ ){0,4}(?:about|on|regarding)|seeing|experiencing|enduring) "
    r"(?=[A-ZÀ-Þ\d])"
)
MORE = Pattern(r" (?:and the|and its|or the|vs\.?|versus) [A-ZÀ-Þ]")
"""What stands before and behind a title in a headline that says more."""
TELLS = Pattern(
    r"([A-ZÀ-Þ\d][\w'’-]*(?: (?:(?:of|the|and|in|a|to|for|on) )*[A-ZÀ-Þ\d][\w'’-]*)+)"
    r"(?: ?\.{3}| [a-zà-ÿ]+ [^A-ZÀ-Þ]+$)"
)
"""A headline in small letters that begins with a title: "The Quiet Mill ties everything up"."""
INTO = Pattern(r" (?:in|to|for|of|with|from|on) (?=[A-ZÀ-Þ\d])")
"""What may stand before the film at the end of a headline."""
CREDITED = Pattern(
    r"(?:Direct(?:ors?|ed by)|Dir\.|Cast|Starring|Regie|Réalisat(?:eur|ion)|Regia|Director[ae]?)(?: ?:| [A-Z])"
)
"""How the line of credits under a film's title begins."""
CALLING = 2
"""Lines of a text that say which film was seen."""
READ = 600
"""Characters of such a line that are read."""
SEQUEL = Pattern(
    r"(?:(?:part|chapter|vol|volume|episode|teil|parte|partie|deel) )?"
    r"(?:\d{1,2}|[ivx]{1,5}|one|two|three|four|five)(?: .+)?"
)
"""What follows the title of a series (folded) in that of one of its films."""
MARKS = frozenset(("em", "i", "cite", "q", "b", "strong"))


def names_of(post: Post) -> tuple[str, ...]:
    """The film's titles, as `titles_of` finds them."""
    return tuple(dict.fromkeys([claim.raw for claim in titles_of(post)]))


def titles_of(post: Post) -> tuple[Claim, ...]:
    """The claims of `title_claims`, read once a post."""
    if post.titles is None:
        post.titles = tuple(title_claims(post, post.announced))
    return post.titles


def title_claims(post: Post, headline: Headline) -> Iterator[Claim]:
    """Claims of film_title by headline, `<title>`, address and emphasis; the best supported by the text first."""
    if post.film:
        yield Claim("film_title", post.film, Source.HEURISTIC, "headline of the whole post")
        return
    guesses: list[tuple[str, str]] = []
    marked = marked_title(post, headline.titles)
    if marked:
        guesses.append((marked, "emphasised title"))
    guesses += [(title, "headline") for title in headline.titles]
    if not guesses:
        guesses = list(islice(other_titles(post, ("url", "title")), 1))
    elif len(guesses) == 1 and (other := in_place_of_person(post, guesses[0][0])):
        guesses = [(other, "emphasised title")]
    elif len(guesses) == 1 and "review" not in headline.signs and (above := above_credits(post)):
        guesses = [(above, "line above the credits")]
    elif len(guesses) == 1 and "review" not in headline.signs:
        text = post.low
        dated = headline.year is not None and fold(post.headline or "") == f"{fold(guesses[0][0])} {headline.year}"
        if is_cut_off(guesses[0][0]) or not (dated or named(guesses[0][0], text)):
            opened = dated_title(post) if headline.year is None else None
            shorter = [(opened, "emphasised title")] if opened else other_titles(post, ("title", "url"))
            others = chain(shorter, spoken_titles(post, headline))
            whole = guesses[0][0]
            named_too = (one for one in others if named(one[0], text) and not is_series(one[0], whole))
            guesses = [*islice(named_too, 1), *guesses]
            if len(guesses) == 1:
                guesses = [*((other, "named in the text") for other in within(guesses[0][0], post)), *guesses]
    elif len(guesses) == 1 and len(headline.candidates) > 1:
        guesses = [(other, "headline") for other in after_name(post, headline)] + guesses
    for title, where in guesses:
        yield Claim("film_title", title, Source.META if where == "title" else Source.HEURISTIC, where)


def other_titles(post: Post, places: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The titles that `<title>` ("title") and address ("url") of a page's only post give."""
    for where in places if post.alone else ():
        text = post.doc.title if where == "title" else behind_headline(title_from_url(post.url) or "", post)
        for title in parse_headline(text or "").titles[:1]:
            if fold(title) in SMALL_WORDS:
                continue
            yield as_written(title, post) if where == "url" else title, where


def behind_headline(slug: str, post: Post) -> str:
    """What an address says behind the headline's words: "with friends like these salt road film review"."""
    words, own = fold(slug).split(), fold(post.headline or "").split()
    rest = words[len(own) :] if own and words[: len(own)] == own else []
    return " ".join(rest) if len(rest) > 1 and not all(map(str.isdigit, rest)) else slug


def as_written(title: str, post: Post) -> str:
    """An address's title as the text spells it ("Aguirre, the Wrath of God"); as it is where the text does not."""
    words = fold(title).split()
    if not 0 < len(words) <= MOST_WORDS or f" {' '.join(words)} " not in post.key:
        return title
    if len(words) == 1:
        spellings = (word for word in WORD.findall(post.text) if not word.isascii() and word[0].isupper())
        return next((word for word in spellings if fold(word) == words[0]), title)
    spelled = re.search(r"\b" + r"\W{1,3}".join(map(re.escape, words)) + r"\b", post.text, re.I)
    return spelled.group() if spelled and " " in spelled.group() else title


def dated_title(post: Post) -> str | None:
    """The emphasised title with its year behind it that opens a text: "<b>Her</b> (2013)"."""
    for block in [block for block in post.body if block.text][:OPENING_TITLES]:
        for mark in block.marks if "(" in block.text[:LONGEST_LINE] else ():
            title = mark.inline_text
            at = block.text.find(title)
            if 1 < len(title) < LONGEST_TITLE and at < OPENING and YEAR_BEHIND.match(block.text, at + len(title)):
                return title
    return None


def spoken_titles(post: Post, headline: Headline) -> Iterator[tuple[str, str]]:
    """Titles for a post whose headline plays on its film: its other readings, then the titles that the text sets apart.

    Of these the one that the headline holds, one that the text comes back to, or one that the writer went to see.
    """
    guess = fold(headline.titles[0])
    for other in headline.candidates[1:]:
        if len(other) > 2 and (key := fold(other)) not in guess and key not in DIRECTORS:
            yield other, "headline"
    said = is_said(headline.titles[0], post.language)
    lines = post.lines
    uses = Counter(title for block in lines for title in set_apart(block, phrases=post.language != "en"))
    slug = f" {fold(title_from_url(post.url) or '')} " if post.alone else ""
    found = [title for title in uses if f" {fold(title.partition(':')[0])} " in slug]
    inside = [title for title, times in uses.most_common() if times > 1 and f" {fold(title)} " in f"{guess} "]
    if said or post.language != "en":
        found += [title for title in inside if not guess.startswith(fold(title))]
    for title in found:
        yield title, "emphasised title"
    for title in called_titles(lines):
        yield title, "named as the film"
    first = {title for block in lines[:OPENING_TITLES] for title in set_apart(block)}
    often = [(title, times) for title, times in uses.most_common(2) if title in first]
    if not said:
        often = [(title, times) for title, times in often if f" {fold(title)} " not in f" {guess} "]
    if often and often[0][1] >= (OFTEN if said else 2 * OFTEN) and (len(often) < 2 or often[0][1] >= 2 * often[1][1]):
        yield often[0][0], "emphasised title"
    for title in tagged_titles(post):
        yield title, "tag"
    for block in lines[:OPENING_TITLES] if said else ():
        for title in set_apart(block) if SEEN.search(block.text) else ():
            before = SEEN.split(block.text.partition(title)[0])[-1]
            if len(before) < NEAR and before != block.text.partition(title)[0]:
                yield title, "emphasised title"


def in_place_of_person(post: Post, guess: str) -> str | None:
    """The film of a headline that only tells of a known person: "Ada Quill gives her right arm to The Quiet Mill"."""
    key, whole = fold(guess), fold(post.headline or "")
    if (key not in PERFORMERS and key not in DIRECTORS) or not whole.startswith(key + " "):
        return None
    rest = (post.headline or "")[len(guess) :]
    tails = [rest[match.end() :] for match in INTO.finditer(rest)]
    for tail in tails:
        if post.text.count(tail) > 1 and not is_phrase(tail):
            return tail
    uses = Counter(title for block in post.lines for title in set_apart(block))
    stood = " ".join(block.text for block in post.head)
    told = [title for title, times in uses.most_common(3) if times > 1 and fold(title) != key]
    return next((title for title in told if title in stood), told[0] if told and uses[told[0]] >= OFTEN else None)


def above_credits(post: Post) -> str | None:
    """The title on a line of its own right above the first line of credits: "THE QUIET MILL" over "Director: Bea"."""
    lines = [block.text for block in post.body if block.text][: 2 * OPENING_TITLES]
    for line, below in pairwise(lines):
        if CREDITED.match(below):
            titles = parse_headline(line).titles if 1 < len(line) < LONGEST_TITLE and ":" not in line[-2:] else ()
            title = titles[0] if len(titles) == 1 else ""
            return title if line.startswith(title or " ") and post.key.count(f" {fold(title)} ") > 1 else None
    return None


def within(guess: str, post: Post) -> list[str]:
    """The title that a guess holds and the text names: "A Brief Word About Her", "Her and the Voice in the Ear"."""
    lead, more = LEAD.match(guess), MORE.search(guess)
    tries = [guess[lead.end() :]] if lead else []
    tries += [guess[: more.start()]] if more and guess.count(" ", 0, more.start()) else []
    told = TELLS.match(guess)
    if told is not None and not is_given(guess.partition(" ")[0]) and post.text.count(told[1]) > 1:
        tries.append(told[1])
    found = ((re.finditer(rf"\b{re.escape(title)}\b", post.text, re.I), title) for title in tries)
    return [title for uses, title in found if any(use[0][0].isupper() for use in uses) and not is_phrase(title)][:1]


def tagged_titles(post: Post) -> list[str]:
    """The tag that the text names most, in capitals and again and again: films more often than persons have one."""
    named_often: dict[str, int] = {}
    for tag in tags_of(post) if post.alone else ():
        words = fold(tag).split()
        if not 1 < len(words) <= MOST_WORDS or is_given(words[0].capitalize()):
            continue
        if any(post.low.count(word) < OFTEN for word in words):
            continue
        uses = Counter(re.findall(r"\b" + r"[ :–-]{1,3}".join(map(re.escape, words)) + r"\b", post.text, re.I))
        spelled = [(use, times) for use, times in uses.items() if use[0].isupper() and not is_phrase(use)]
        if sum(times for _, times in spelled) >= OFTEN:
            named_often[max(spelled, key=itemgetter(1))[0]] = sum(times for _, times in spelled)
    return sorted(named_often, key=named_often.__getitem__, reverse=True)[:1]


def called_titles(lines: list[Block]) -> list[str]:
    """What the opening calls the film: "Acabo de ver la película 21 Gramos."."""
    found = [match["title"] for block in lines[:CALLING] for match in CALLED.finditer(block.text[:READ])]
    return [title for title in found if not is_phrase(title)]


def after_name(post: Post, headline: Headline) -> list[str]:
    """The title in "NAME Review: X" where the text sets X apart and not the name."""
    runs = {fold(run) for block in post.body if block.text for run in set_apart(block)}
    guess = fold(headline.titles[0])
    if guess in runs:
        return []
    unsaid = f" {guess} " not in post.key
    others = [other for other in headline.candidates[1:] if fold(other) not in guess]
    return [other for other in others if fold(other) in runs or (unsaid and f" {fold(other)} " in post.key)][:1]


def is_said(guess: str, language: str | None) -> bool:
    """Whether a guess is written as a sentence rather than as a title: in English with small words, or cut off."""
    words = content_of(guess)[1:]
    return is_cut_off(guess) or guess.endswith("?") or (language == "en" and any(word[0].islower() for word in words))


def is_cut_off(guess: str) -> bool:
    """Whether a guess ends in a word that no title ends in."""
    return guess.split()[-1].lower() in DANGLING


def is_series(title: str, whole: str) -> bool:
    """Whether a title is the series', or another film's of it, of which a headline names one: "Saw" in "Saw II"."""
    if ":" in whole and ":" in title and fold(title.partition(":")[0]) == fold(whole.partition(":")[0]):
        return True
    key, rest = fold(title), fold(whole)
    return rest.startswith(f"{key} ") and (key in SERIES_HEADS or SEQUEL.fullmatch(rest, len(key) + 1) is not None)


def set_apart(block: Block, *, phrases: bool = False) -> list[str]:
    """What a line emphasises or quotes and what may be a title; `phrases`: in small letters too, but for the first."""
    runs = [span.inline_text for span in block.spans if span.tag in MARKS]
    if any(map(block.text.__contains__, QUOTES)):
        runs += [quoted[1] for quoted in QUOTED.finditer(block.text)]
    return [
        run
        for run in runs
        if 1 < len(run) < LONGEST_TITLE
        and (run[0].isupper() and run[-1] not in ".,:;…")
        and (phrases or not is_phrase(run))
    ]


def named(title: str, text: str) -> bool:
    """Whether a text (in lower case) names a title, as whole words."""
    key = title.lower()
    at = text.find(key)
    while at >= 0:
        if not (text[at - 1 : at].isalnum() and at) and not text[at + len(key) : at + len(key) + 1].isalnum():
            return True
        at = text.find(key, at + 1)
    return False


def marked_title(post: Post, guesses: tuple[str, ...]) -> str | None:
    """An emphasised run of the opening that the headline holds, where the headline itself gives no title."""
    if guesses or not post.headline:
        return None
    key = f" {fold(post.headline)} "
    for block in post.body[:OPENING_TITLES]:
        for mark in block.marks:
            inner = fold(mark.inline_text)
            if mark.tag in MARKS and inner and f" {inner} " in key:
                return mark.inline_text
    return None
