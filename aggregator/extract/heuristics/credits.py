"""Cast and directors: labelled credits first, then what the prose credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.extract.document import Block
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.people import is_name

LABELS: tuple[tuple[str, str], ...] = (
    (
        "directors",
        r"directors?|directed by|director\(s\)|dir\.?|regie|regisseur(?:in)?|ein film von|réalisation|réalisateur"
        r"|réalisatrice|réalisé par"
        r"|un film de|dirección|director|directora|dirigida por|dirigido por|regia|regista|diretto da|direção"
        r"|diretor|realização|reżyseria|regi|instruktør|regisseur",
    ),
    (
        "cast",
        r"cast|starring|stars|featuring|main cast|with|actors|voices|voice cast|darsteller(?:innen)?|besetzung"
        r"|schauspieler|mit|distribution|avec|acteurs|casting"
        r"|reparto|protagonistas|intérpretes|elenco|con|interpreti|attori|atores|com|obsada|występują|medverkande"
        r"|skådespelare|medvirkende|cast principal|acteurs?",
    ),
    (
        "",
        r"writers?|written by|screenplay(?: by)?|script|story|producers?|produced by|music(?: by)?|composer|score"
        r"|cinematograph(?:y|er)|editor|editing|runtime|running time"
        r"|year|country|genre|rated|rating|release(?:d| date)?|distributor|studio|language|drehbuch|kamera|musik"
        r"|schnitt|länge|laufzeit|land|jahr|scénario|musique|durée"
        r"|guion|guión|música|duración|país|año|sceneggiatura|durata|musiche|roteiro|duração|where to watch"
        r"|available on|synopsis|plot|budget|production",
    ),
)
LABEL = re.compile(
    r"(?:^|(?<=[.;|•·/] )|(?<=\n))\W{0,2}(?:"
    + "|".join(f"(?P<{field or 'other'}>{pattern})" for field, pattern in LABELS)
    + r")\s*[:：]\s*",
    re.I,
)
OPEN_LABEL = re.compile(
    r"(?:^|(?<=[.;|•·)] ))(?:(?P<cast>starring|stars|avec|con|mit)|(?P<directors>directed by|regie|réalisé par"
    r"|dirigida por|diretto da))\s+(?=[A-ZÀ-Ý])",
    re.I,
)
ALONE = re.compile(
    r"^\W{0,2}(?:" + "|".join(f"(?P<{field or 'other'}>{pattern})" for field, pattern in LABELS) + r")\s*[:：]?\s*$",
    re.I,
)
NAME = (
    r"(?:[A-ZÀ-ÖØ-ÞŁŚŻ][\w'’.-]{0,20}\s){1,3}(?:(?:de|del|della|von|van|der|den|la|le|al|el|du|di|da|dos|ten"
    r"|bin)\s){0,2}[A-ZÀ-ÖØ-ÞŁŚŻ][\w'’-]{1,20}"
)
DIRECTOR_PROSE: tuple[str, ...] = (
    rf"\b(?:directed|helmed|co-directed) by\s+(?P<name>{NAME})(?:\s+and\s+(?P<second>{NAME}))?",
    rf"\b(?:writer[-/ ])?(?:director|filmmaker|film-maker|auteur|regisseurin|regisseur|réalisateur|réalisatrice"
    rf"|regista|diretor|diretora|directora)\s+(?P<name>{NAME})",
    rf"(?P<name>{NAME}),?\s+(?:directs|helms|directed)\b",
    rf"\b(?:dirigida por|dirigido por|réalisé par|diretto da|inszeniert von|regie führte)\s+(?P<name>{NAME})",
)
CAST_PROSE: tuple[str, ...] = (
    rf"\((?:played by |voiced by |voice of |an? [a-z ]{{3,25}} "
    rf"|the [a-z ]{{3,25}} )?(?P<name>{NAME})(?:,[^()]{{0,60}})?\)",
    rf"\b(?:played|portrayed|voiced|embodied)(?:\s[a-z ]{{2,30}})? by\s+(?P<name>{NAME})",
    rf"\b(?:starring|stars|featuring)\s+(?P<name>{NAME})(?:,\s+(?P<second>{NAME}))?(?:,?\s+and\s+(?P<third>{NAME}))?",
    rf"(?P<name>{NAME})(?:,[^,.]{{3,50}},)?\s+(?:plays|stars as|portrays|is (?:terrific|great|wonderful|excellent"
    rf"|superb|brilliant|perfect) as|voices|spielt|incarne|interpreta|joue)\b",
    rf"(?P<name>{NAME}) as (?:[A-Z]|the |his |her |a )",
)
DIRECTORS = tuple(re.compile(pattern) for pattern in DIRECTOR_PROSE)
CAST = tuple(re.compile(pattern) for pattern in CAST_PROSE)
SENTENCE_END = re.compile(r"(?<![A-Z])\.\s+(?=[A-ZÀ-Ý])|[|•·\n]|\.$")
MOST = 60
"""Blocks of a post that are read for labelled credits."""


def find(post: Post) -> Iterator[Claim]:
    """Claims of cast and directors; prose is read only for what no label gives."""
    seen: set[str] = set()
    for claim in labelled(post):
        seen.add(claim.field)
        yield claim
    for field, patterns in (("directors", DIRECTORS), ("cast", CAST)):
        if field not in seen:
            yield from prose(post, field, patterns)


def labelled(post: Post) -> Iterator[Claim]:
    """Credits with a label: "Cast: X, Y", a label line over its names, a table row, "Starring X, Y. Directed by Z"."""
    blocks = [block for block in post.body if block.text]
    waiting: str | None = None
    for block in blocks[:MOST] + blocks[MOST:][-8:]:
        text = block.text
        if waiting:
            if len(text) < 300:
                yield Claim(waiting, text, Source.HEURISTIC, f"label: {block.where}")
            waiting = None if block.tag not in ("li", "dd") else waiting
            if waiting is None:
                continue
        alone = ALONE.match(text) if len(text) < 40 else None
        if alone:
            waiting = next((name for name in ("directors", "cast") if alone[name]), None)
            continue
        if len(text) < 1200:
            yield from in_line(block)


def in_line(block: Block) -> Iterator[Claim]:
    """The labelled runs of one line."""
    text = block.text
    matches = list(LABEL.finditer(text)) if ":" in text or "：" in text else []
    matches += OPEN_LABEL.finditer(text[:300])
    matches.sort(key=lambda m: m.start())
    for number, match in enumerate(matches):
        field = match.lastgroup
        if field not in ("directors", "cast"):
            continue
        end = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        value = text[match.end() : end]
        stop = SENTENCE_END.search(value)
        value = value[: stop.start()] if stop else value
        if 3 < len(value.strip()) < 400:
            yield Claim(field, value.strip(" .;,|-"), Source.HEURISTIC, f"label: {block.where}")


def prose(post: Post, field: str, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Claim]:
    """Names that the text credits, in its order."""
    found: dict[str, tuple[int, int, str]] = {}
    for block in post.body:
        if len(block.text) < 30:
            continue
        for pattern in patterns:
            for match in pattern.finditer(block.text[:4000]):
                for name in match.groupdict().values():
                    if name and is_name(name) and name not in found:
                        found[name] = (block.index, match.start(), block.where)
    for name, (_, _, where) in sorted(found.items(), key=lambda item: item[1]):
        yield Claim(field, name, Source.HEURISTIC, f"prose: {where}")
        if field == "directors":
            return
