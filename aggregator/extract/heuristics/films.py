"""Which film, and of which year: titles, labelled lines, credits, prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from aggregator.extract.document import Block, Element
from aggregator.extract.heuristics.credits_labelled import FIELD_OF
from aggregator.extract.heuristics.film_titles import LONGEST_LINE, OPENING_TITLES, titles_of
from aggregator.extract.heuristics.lines import Lines
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.patterns import Pattern
from aggregator.values.text import fold, places_of
from aggregator.values.titles import title_key
from aggregator.values.vocabulary import words_of

YEAR = r"(?P<raw>(?<!\d)(?:18[89]\d|19\d\d|20[0-3]\d)(?!\d))"
YEAR_INSIDE = Pattern(YEAR)
UNDER_HEADLINE = Pattern(r"\((?:18[89]\d|19\d\d|20[0-3]\d)\)|(?:18[89]\d|19\d\d|20[0-3]\d)$")
YEARLIKE = Pattern(r"[12](?:8[89]|9\d|0[0-3])\d")
YEAR_LABELS = frozenset(
    [
        "year",
        "release year",
        "copyright",
        "year of release",
        "released",
        "release",
        "release date",
        "release dates",
        "date of release",
        "theatrical release",
        "jahr",
        "erscheinungsjahr",
        "produktionsjahr",
        "kinostart",
        "filmstart",
        "start",
        "año",
        "estreno",
        "fecha de estreno",
        "année",
        "sortie",
        "date de sortie",
        "année de production",
        "anno",
        "uscita",
        "data di uscita",
        "anno di produzione",
        "ano",
        "lançamento",
        "estreia",
        "rok",
        "rok produkcji",
        "premiera",
        "år",
        "premiär",
        "premiere",
        "premieredato",
        "jaar",
        "tahun",
        "rilis",
        "tanggal rilis",
    ]
)
"""Labels of a line or cell that states when the film came out (in lower case)."""
TITLE_LABELS = frozenset(
    [
        "title",
        "film",
        "movie",
        "film title",
        "movie title",
        "titel",
        "filmtitel",
        "titre",
        "titre du film",
        "título",
        "titolo",
        "tytuł",
        "filmens titel",
        "judul",
        "judul film",
    ]
)
"""Labels of a line or cell that states the film's title (in lower case); an original title is another."""
LONGEST_LABEL = max(map(len, YEAR_LABELS | TITLE_LABELS)) + 2
LABELLED = Pattern(r"^[^\w\"'“]{0,3}(?P<label>[^\W\d_][^:\n\d]{1,24}?)\s?[:：]\s?(?P<rest>.*)$", re.S)
INLINE_YEAR = Pattern(
    rf"[^:\n]{{3,24}}: [^\n]{{0,120}}?\w (?P<label>year|jahr|año|année|anno|ano|rok|år|jaar|tahun): ?{YEAR}", re.I
)
"""The year's label in a line of facts that nothing divides: "Genre: Horror Year: 1982"."""
INLINE = 300
"""Characters of a line in which a label inside it is looked for."""
INNER_LABEL = Pattern(r" ([^\W\d_][^\W\d_-]{2,20}):(?= )")
INLINE_LABEL = Pattern(rf"[.;|•·,/]\s?(?P<label>[^\W\d_][^:.;|•·,/\d]{{1,24}}):\s?{YEAR}")
NAME = r"(?:[^\W\d_][\w.'’-]* ){1,4}"
FILM_WORD = (
    r"(?:[\w-]+[ -]){0,3}(?:films?|movies?|features?|thrillers?|comed(?:y|ies)|dramas?|horror|documentary|musicals?"
    r"|western|remake|sequel|prequel|classic|adaptation|debut|romance|biopic|animation|anime|picture|flick|slasher"
    r"|blockbuster|noir|epic|melodrama|fantasy|adventure|rom-?com|anthology)\b"
)
CAME_OUT = (
    r"released|came out|made (?:this|it)|premiered|hit (?:cinemas|theat(?:re|er)s)"
    r"|(?:directed|made|helmed|shot) by {name}"
    r"|erschien(?:en)?|veröffentlicht|gedreht|sortie?|réalisée? par {name}|estrenad[ao]|dirigid[ao] por {name}"
    r"|uscit[ao]|dirett[ao] da {name}|lançad[ao]|nakręcon[ya]"
).replace("{name}", NAME)
IN = r"(?:in|im|im jahre?|en|el|nel|nell['’]anno|em|w|w roku|och|i|back in)"
FROM = r"(?:von|de|del|di|from|aus dem jahre?|z roku|fra|från|uit|dari(?: tahun)?)"
OWN_YEAR = Pattern(rf"\b{YEAR}['’]s(?= [“\"‘'«]?[A-ZÀ-Þ])")
"""A year's own film: "1996's The Phantom"; the title must follow."""
PROSE_YEARS: tuple[tuple[Pattern, frozenset[str], int], ...] = (
    (
        Pattern(rf"(?:\b(?:the|this|an?|his|her|its|their)|\w['’]s?) {YEAR}(?:['’]s)? {FILM_WORD}", re.I),
        words_of("the this a an his her its their s ' ’"),
        1,
    ),
    (
        Pattern(rf"\b(?:{CAME_OUT}) ?,? ?{IN} (?:[^\W\d_]{{3,10}} (?:of |de |del )?)?{YEAR}", re.I),
        words_of("in im en el nel nell anno jahr jahre em w roku och i"),
        4,
    ),
    (Pattern(rf"(?:^|[.!?] )(?:made|filmed|shot|produced) (?:back )?in {YEAR}(?=,)", re.I), words_of("in"), 1),
    (Pattern(rf"\bthe {YEAR} (?:one|version|adaptation|original)\b", re.I), words_of("the"), 1),
    (
        Pattern(rf"\b(?:film|movie|película|pellicola|filme|komödie|drama|thriller) {FROM} {YEAR}", re.I),
        words_of("von de del di from jahr jahre z roku fra från uit dari tahun"),
        1,
    ),
    (OWN_YEAR, frozenset(), 0),
)
"""Phrases that date a film; they count in a sentence that names it, or in the line under the headline.

Beside each the words (in lower case) one of which stands among so many before its year.
"""
LEAD = 40
"""Characters before a year in which those words stand."""
WORD = Pattern(r"[^\W\d_]+|['’]")
APOSTROPHES = frozenset("'’")
LONGEST_PROSE, NEAR_YEAR = 1500, 200
"""Characters of a paragraph that are read, and on each side of its years those that such a phrase may have."""
QUOTED_OF = Pattern(rf"[”\"»’'] (?:from|of|von|aus|de|del|di) \(?{YEAR}\b")
"""The year behind a quoted title of a headline: '"Doctor Strange" from 1978'."""
OF_ANOTHER = Pattern(
    r"\b(?:remake|version|sequel|prequel|reboot|adaptation|retelling|update|homage|follow-?up|re-?imagining|remaster)"
    r"(?: of| to)(?: [\w'’-]+){0,3} ?\Z|\b(?:inspired by|based on|remakes|reboots) ?\Z",
    re.I,
)
"""What gives such a phrase to another film: "a remake of the 1951 film"."""
APPOSED = Pattern(r",? [“\"‘'«]?(?P<title>[A-ZÀ-Þ][^,.;:!?]{2,60})")
"""The title behind such a phrase: "his 1997 film, Open Your Eyes"."""
THE_FILM = Pattern(
    r"\b(?:the|this|der|dieser|le|ce|el|la|esta|il|questo|o|este|den|denne) (?:film|movie|feature|picture|película"
    r"|cinta|pellicola|filme|longa|filmen)\b",
    re.I,
)
RELEASE = Pattern(
    r"\b(?:released|release of|premiere of|estrenó|estreno de|sortie de|uscita di|lançou|veröffentlichte)\b", re.I
)
RELEASES = ("release", "premiere of", "estren", "sortie de", "uscita di", "lançou", "veröffentlichte")
"""Verbs that put a film before the public, and pieces of them; the one year of their sentence dates the film named."""
OF_YEAR = Pattern(rf"\b(?:from|of|von|aus|de|del|di|uit|från|fra|z) {YEAR}\b", re.I)
"""What a post on several films says of all of them: "Movies I saw from 2010"."""
RUNTIME = Pattern(r"\b\d{2,3} ?(?:mins?\b|minutes|minuten|minutos|minuti|minut|m\b|['’′])|\b\dh ?\d{1,2}", re.I)
MADE_BY = Pattern(
    r"(?:^|[(,;|·/•.] ?)(?:writer ?[/&] ?)?(?:dirs?\.:?|directed (?:and written )?by|written and directed by"
    r"|directors?:|regie:?|r:|réal\.|réalisation ?:|regia:?|dirección:|direção:|reżyseria:|reż\.|regi:|instruktør:"
    r"|regisseur:|starring|(?:un )?film (?:[^\W\d_]+ )?(?:de|di|von|by))\s",
    re.I,
)
SIGNED_WITH_YEAR = Pattern(
    r"\(?(?:[A-ZÀ-Þ][\w.'’-]{1,20} ){1,3}?[A-ZÀ-Þ][\w'’-]{1,20}, (?:[A-Z][\w/. -]{1,24}?,? )?(?:18|19|20)\d\d\)?\Z"
    r"|(?:18|19|20)\d\d ?[·|•/,–—-] ?[A-ZÀ-Þ][\w.'’-]{1,20} [A-ZÀ-Þ]"
)
"""Lines such as "Ada Quill, UK 1987" and "2020 · Ada Quill · with ..."."""
FULL_DATE = Pattern(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b\d{1,2}(?:st|nd|rd|th|\.)?,? ", re.I)
YEAR_ALONE = Pattern(rf"\s*\(?{YEAR}\)?\.?\s*")
FACT_END = Pattern(r"\n|\.(?: |$)")
FACTS = 400
"""Characters of a paragraph of facts that are read."""
BRACKETED = Pattern(rf"[(\[](?:[^()\[\]]{{0,60}}[^\w()])?{YEAR}(?:[^\w()][^()\[\]]{{0,60}})?[)\]]")
ENDS_IN_YEAR = Pattern(r"^(?P<name>.*[a-z])-(?P<raw>18[89]\d|19\d\d|20[0-3]\d)$")
NEXT_YEAR = Pattern(r" (?:released |from |made )?(18[89]\d|19\d\d|20[0-3]\d)\b")
CREDIT_LINES = 10
"""Lines with which a text may begin that state facts of the film, one each."""
OPENING_LINES = 14
"""Lines of a post in which the film's year is looked for beside its title."""


def find(post: Post) -> Iterator[Claim]:
    """Claims of film_title and film_year."""
    headline = post.announced
    lines = post.lines
    titles: list[str] = []
    dated = dated_blocks(post)
    for claim in [*labelled(post, lines, dated), *titles_of(post)]:
        if claim.field == "film_title":
            titles.append(claim.raw)
        yield claim
    if len(headline.titles) > 1:
        for title in headline.titles:
            if year := year_after(fold(title), fold(post.headline or "")):
                yield Claim("film_year", year, Source.HEURISTIC, f"headline of {title}")
    elif headline.year:
        yield Claim("film_year", str(headline.year), Source.HEURISTIC, "headline")
    elif quoted := QUOTED_OF.search(post.headline or ""):
        yield Claim("film_year", quoted["raw"], Source.HEURISTIC, "headline")
    whole = OF_YEAR.search(post.parent.headline or "") if post.parent is not None else None
    if whole:
        yield Claim("film_year", whole["raw"], Source.HEURISTIC, "headline of the whole post")
    key = title_key(BRACKETED.sub("", titles[0]) if has_year(titles[0]) else titles[0]) if titles else ""
    if key and post.parent is not None and (beside := year_after(key, fold(post.parent.headline or ""))):
        yield Claim("film_year", beside, Source.HEURISTIC, "headline of the whole post")
    if key:
        yield from year_claims(post, key, lines, dated)


def dated_blocks(post: Post) -> frozenset[int]:
    """The indexes of a post's blocks that hold what may be a year."""
    found = [block.index for block in post.head if has_year(block.text)]
    lines = Lines(post)
    for century in ("18", "19", "20"):
        for place in places_of(century, lines.text):
            if YEARLIKE.match(lines.text, place):
                found.append(post.lines[lines.at(place)[0]].index)
    return frozenset(found)


def labelled(post: Post, lines: list[Block], dated: frozenset[int]) -> Iterator[Claim]:
    """Claims of lines and cells such as "Film: Her" and "Release date: | 18 December 2013"."""
    blocks = [*(block for block in post.head if block.text), *lines[:40]]
    for place, block in enumerate(blocks):
        inline = inline_years(block.text[:INLINE]) if block.index in dated else ()
        for inner in inline:
            if inner["label"].strip().casefold() in YEAR_LABELS:
                yield Claim("film_year", inner["raw"], Source.HEURISTIC, f"labelled: {block.where}")
        if len(block.text) > LONGEST_LINE:
            continue
        match = LABELLED.match(block.text) if ":" in block.text or "：" in block.text else None
        if match is None and len(block.text) > LONGEST_LABEL:
            continue
        label, rest = (match["label"], match["rest"]) if match else (block.text, "")
        label = label.strip().casefold()
        if match is None and block.tag not in ("th", "td", "dt") and label not in YEAR_LABELS:
            continue
        value = block
        if not rest and place + 1 < len(blocks) and len(blocks[place + 1].text) <= LONGEST_LINE:
            value = blocks[place + 1]
            rest = value.text if block.tag not in ("th", "td") or row_of(block) is row_of(value) else ""
        if label in YEAR_LABELS and YEAR_INSIDE.search(rest):
            yield Claim("film_year", rest, Source.HEURISTIC, f"labelled: {value.where}")
        elif label in TITLE_LABELS and rest:
            yield Claim("film_title", before_label(rest), Source.HEURISTIC, f"labelled: {value.where}")


def inline_years(text: str) -> Iterator[re.Match[str]]:
    """The labels inside a line of facts that a year follows."""
    if ":" in text:
        yield from INLINE_LABEL.finditer(text)
        yield from filter(None, [INLINE_YEAR.match(text)])


def row_of(block: Block) -> Element | None:
    """The row of a table in which a cell stands."""
    return next((element for element in block.box.chain() if element.tag == "tr"), None)


def before_label(text: str) -> str:
    """A title without the credits that stand behind it in one line: "Her (2013) Director: Spike Jonze"."""
    for label in INNER_LABEL.finditer(text):
        if fold(label[1]) in FIELD_OF:
            return text[: label.start()]
    return text


def year_claims(post: Post, key: str, lines: list[Block], dated: frozenset[int]) -> Iterator[Claim]:
    """Claims of film_year by address, credit line, bracket beside the title, and phrases that date the film."""
    slug = ENDS_IN_YEAR.match(post.url.rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0].lower())
    if slug and title_key(slug["name"].replace("-", " ")).endswith(key):
        yield Claim("film_year", slug["raw"], Source.HEURISTIC, "url")
    below = (lines or post.head)[:1]
    match = UNDER_HEADLINE.match(below[0].text) if below and len(below[0].text) < LONGEST_LINE else None
    if match:
        yield Claim("film_year", match.group(), Source.HEURISTIC, f"under the headline: {below[0].where}")
    credits = [*lines[:3], *takewhile(lambda block: len(block.text) < LONGEST_LINE, lines[3:CREDIT_LINES])]
    for block in [*post.head, *credits, *lines[len(credits) :][-2:]]:
        if block.index in dated and len(block.text) < LONGEST_LINE and is_credit_line(block.text):
            match = YEAR_INSIDE.search(block.text)
            if match and not FULL_DATE.search(block.text[: match.start()]):
                yield Claim("film_year", match["raw"], Source.HEURISTIC, f"credit line: {block.where}")
    for block in [*post.head, *lines[:OPENING_TITLES]]:
        facts = FACT_END.split(block.text[:FACTS]) if block.index in dated and MADE_BY.match(block.text) else []
        for before, line in pairwise(facts):
            alone = YEAR_ALONE.fullmatch(line)
            if alone and any(MADE_BY.match(fact) for fact in facts[: facts.index(line)]) and len(before) < LONGEST_LINE:
                yield Claim("film_year", alone["raw"], Source.HEURISTIC, f"among the credits: {block.where}")
    opening_lines = [block for block in [*post.head, *lines[:OPENING_LINES]] if block.index in dated]
    for block in opening_lines:
        if ("(" in block.text[:600]) and BRACKETED.search(block.text):
            beside = year_after(key, fold(block.text[:600]))
            if beside:
                yield Claim("film_year", beside, Source.HEURISTIC, f"beside the title: {block.where}")
                break
    for block in opening_lines:
        opening = block.index <= lines[min(2, len(lines) - 1)].index if lines else True
        yield from prose_years(block, key, opening=opening)


def is_credit_line(text: str) -> bool:
    """Whether a line states facts of a film: its length, or who made it, and no sentence."""
    return (
        RUNTIME.search(text) is not None or MADE_BY.search(text) is not None or SIGNED_WITH_YEAR.match(text) is not None
    )


def prose_years(block: Block, key: str, *, opening: bool) -> Iterator[Claim]:
    """Claims of a phrase that dates the film, if its sentence names the film and no other emphasised one."""
    places = [match.span() for match in YEARLIKE.finditer(block.text, 0, LONGEST_PROSE)]
    start = max(0, places[0][0] - NEAR_YEAR) if places else 0
    end = min(LONGEST_PROSE, places[-1][1] + NEAR_YEAR) if places else 0
    leads = [WORD.findall(block.text[max(0, first - LEAD) : first].lower())[-4:] for first, _ in places]
    owned = any(block.text[last : last + 1] in APOSTROPHES for _, last in places)
    for pattern, words, count in PROSE_YEARS:
        if not (owned if pattern is OWN_YEAR else any(not words.isdisjoint(lead[-count:]) for lead in leads)):
            continue
        for match in pattern.finditer(block.text, start, end):
            apposed = APPOSED.match(block.text, match.end())
            if (apposed and key not in fold(apposed["title"])) or (not apposed and pattern is OWN_YEAR):
                continue
            first = max(block.text.rfind(stop, 0, match.start()) for stop in ".!?") + 1
            if OF_ANOTHER.search(block.text[first : match.start()]):
                continue
            sentence = block.text[first : match.end() + 80]
            others = [m.inline_text for m in block.marks if len(m.inline_text) > 1 and m.inline_text in sentence]
            if any(key not in title_key(other) for other in others):
                continue
            about = f" {key} " in f" {fold(sentence)} " or (opening and THE_FILM.search(sentence) is not None)
            if about or (opening and (len(block.text) < LONGEST_LINE or match[0][:5].lower() == "this ")):
                yield Claim("film_year", match["raw"], Source.HEURISTIC, f"prose: {block.where}")
    told = opening and any(map(block.text[:LONGEST_PROSE].lower().__contains__, RELEASES))
    release = RELEASE.search(block.text, 0, LONGEST_PROSE) if told else None
    if release:
        first = max(block.text.rfind(stop, 0, release.start()) for stop in ".!?") + 1
        last = min((at for stop in ".!?" if (at := block.text.find(stop, release.end())) >= 0), default=len(block.text))
        years = set(YEAR_INSIDE.findall(block.text[first:last]))
        before, named_here, _ = f" {fold(block.text[release.end() : last])} ".partition(f" {key} ")
        if len(years) == 1 and named_here and len(before.split()) <= 2:
            yield Claim("film_year", years.pop(), Source.HEURISTIC, f"release: {block.where}")


def has_year(text: str) -> bool:
    """Whether a text holds what may be a year."""
    return ("20" in text or "19" in text or "18" in text) and YEARLIKE.search(text) is not None


def year_after(key: str, text: str) -> str | None:
    """A year right after a title; both folded."""
    at = text.find(key)
    while at >= 0:
        match = NEXT_YEAR.match(text, at + len(key))
        if match and (at == 0 or text[at - 1] == " "):
            return match[1]
        at = text.find(key, at + 1)
    return None
