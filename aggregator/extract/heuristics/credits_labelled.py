"""Credits that a label marks: lines, info boxes, tables, lists under a heading, and the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from aggregator.extract.document import Block
from aggregator.extract.heuristics.credits_openings import OPEN, begins_in, may_be_labelled, opening_at, opening_lines
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.names import is_credit, is_given, is_name
from aggregator.values.patterns import Pattern
from aggregator.values.performers import PERFORMERS
from aggregator.values.text import fold, places_of
from aggregator.values.vocabulary import phrases_of

# Folded. What a label says of the names that follow it; "crew" and "fact" only end the value before them.
LABELS: dict[str, frozenset[str]] = {
    "directors": phrases_of("""
director|directors|directed by|directed|dir|dirs|d|director s|direction|film director|filmmaker|filmmakers|helmed by
a film by|regie|regisseur|regisseurin|regie von|regie fuhrte|ein film von|r|inszenierung|realisation|realisateur
realisatrice|realisateurs|realise par|un film de|mise en scene|direccion|director a|directora|dirigida por
dirigido por|dirige|realizacion|realizador|realizadora|regia|regia di|regista|diretto da|un film di|direcao|diretor
diretora|diretores|dirigido|realizacao|realizacao de|um filme de|rezyseria|rezyser|w rezyserii|regi|regissor|regi av
regissar|instruktor|instruktion|instruktion af|instrueret af|sutradara|disutradarai oleh|disutradarai
geregisseerd door|regista e|direttore|directie|rezie|rendezte|rendezo|ohjaus|yonetmen|rez|regissorer|instruktorer
regissert av|regisserad av|registi|realisatrices|filmregisseur
"""),
    "cast": phrases_of("""
cast|the cast|starring|also starring|stars|star|co starring|featuring|main cast|main characters and cast|voice cast
with|actors|actor|actress|actors and actresses|lead actors|lead actor|lead cast|lead|leads|principal cast|key cast
top cast|supporting cast|cast list|cast members|cast includes|the players|players|performers|voices|voices of
voiced by|english voices|cast and characters|characters and cast|whos in it|besetzung|darsteller|darstellerin
darstellerinnen|darsteller innen|hauptdarsteller|hauptrollen|in den hauptrollen|in hauptrollen|schauspieler
schauspielerinnen|schauspieler innen|mit|es spielen|sprecher|stimmen|avec|acteurs|acteurs principaux|acteur
acteurs actrices|casting|distribution|interpretes|interpretation|avec les voix de|reparto|reparto principal|elenco
actores|actores principales|protagonistas|interpretes principales|con|intervienen|protagonizada por|voces
cast principale|interpreti|interpreti principali|attori|attori principali|protagonisti|personaggi e interpreti|atores
elenco principal|com|obsada|w rolach glownych|wystepuja|aktorzy|glowne role|wystapili|medverkande|skadespelare
i rollerna|i huvudrollerna|medvirkende|skuespillere|i hovedrollerne|rolleliste|pa rollelisten|roller|pemain|pemeran
para pemain|pemeran utama|pemain utama|dibintangi|dibintangi oleh|rolverdeling|acteurs en actrices|hoofdrollen|met
hoofdrolspelers|rolbezetting|rollista|med|i rollene|i hovedrollene|graja|glowna obsada|w glownych rolach|stimmen von
"""),
    "crew": phrases_of("""
writer|writers|written by|screenplay|screenplay by|screenwriter|screenwriters|script|script by|scripted by|story
story by|scenario|producer|producers|produced by|executive producer|executive producers|music|music by|composer
composers|score|score by|original music|soundtrack|cinematography|cinematographer|director of photography|dop|dp
photography|editor|editors|edited by|editing|production design|production designer|costume design|costumes
art director|sound|visual effects|choreography|based on|novel|source|author|creator|creators|created by
casting director|drehbuch|buch|autor|autorin|kamera|musik|schnitt|produktion|produzent|produzenten|vorlage|nach
scenariste|musique|photographie|image|montage|production|producteur|decors|guion|guionista|escrita por|musica
fotografia|montaje|produccion|productor|sceneggiatura|musiche|montaggio|produzione|produttore|soggetto|scenografia
roteiro|roteirista|trilha sonora|producao|montagem|argumento|scenariusz|zdjecia|muzyka|montaz|producent|manus
manuskript|foto|klippning|musikk|manuskript af|penulis|penulis naskah|skenario|produser|sinematografi|musik oleh
draaiboek|muziek|camera|scenografi|kostymer|producenter|produktionsbolag|fotograf|klip|manuskriptforfatter|producere
scenografia|kostiumy|scenarzysta|kompozytor|operator|montazysta|scenarist|componist|schrijver|productie|montage en
"""),
    "fact": phrases_of("""
title|original title|film|movie|year|country|countries|genre|genres|rated|rating|my rating|ratings|certificate|mpaa
release|released|release date|release year|distributor|distributed by|studio|studios|production company|language
languages|runtime|running time|run time|length|duration|budget|gross|box office|where to watch|available on|streaming
watched|watch|seen|synopsis|plot|logline|tagline|premise|summary|verdict|grade|score out of|format|aspect ratio|awards
imdb|rotten tomatoes|metacritic|trailer|website|links|tags|tagged|note|notes|review|reviewed by|lange|laufzeit|land
jahr|originaltitel|verleih|kinostart|start|fsk|sprache|wertung|bewertung|inhalt|handlung|duree|annee|pays|sortie
date de sortie|titre original|distributeur|nationalite|langue|synopsis et details|duracion|ano|pais|genero|titulo
titulo original|estreno|sinopsis|nota|calificacion|estudio|distribuidora|idioma|presupuesto|recaudacion|durata|anno
paese|genere|titolo originale|uscita|distribuzione|trama|voto|duracao|estreia|lancamento|sinopse|classificacao
distribuicao|titulo em portugues|czas trwania|rok|kraj|gatunek|premiera|ocena|produkcja|tytul oryginalny|ar|speltid
langd|premiar|genre och|durasi|tahun|negara|rilis|tanggal rilis|judul|speelduur|jaar|taal|betyg|karakter
originele titel|genre en|land van herkomst|distributie|release datum|originaltitel och|land och ar|svensk premiar
premiardatum|originalsprak|laengde|spilletid|produktionsar|produktionsland|premieredato|dansk premiere|aldersgraense
rok produkcji|kraj produkcji|data premiery|premiera w polsce|gatunek filmu|dystrybutor|nationalitat|erscheinungsjahr
produktionsland|produktionsjahr|altersfreigabe|erscheinungsdatum|nationalita|data di uscita|anno di produzione
data de lancamento|ano de producao|nacionalidad|fecha de estreno|annee de production|date de parution
worldwide gross|japan release|international title|judul internasional
"""),
}
FIELD_OF = {label: field for field, labels in LABELS.items() for label in labels}
FIRST_WORDS = frozenset(label.partition(" ")[0] for label in FIELD_OF)
LAST_WORDS = frozenset(label.rpartition(" ")[2] for label in FIELD_OF)
EDGES = " :：-–—*#•"
"""Marks around a label."""
# Before a colon alone a preposition is a label; in a sentence it needs the beginning of the line.
WEAK = phrases_of("with|mit|avec|con|com|met|d|r|dir|film|nach|land|lead|star|stars|image|source|author|start|note")
FACTS = Pattern(
    r"\(?(?:(?P<name>[^,()\d]{5,40}), (?:[A-Z][\w/. -]{1,24}?,? )?(?:18|19|20)\d\d\)?\Z"
    r"|(?:18|19|20)\d\d ?[·|•/] ?(?P<second>[^·|•/,()\d]{5,40}) ?[·|•/] )"
)
"""A line of a film's facts in which the director needs no label."""
COLONS = (":", "：")
WORD = Pattern(r"\S+")
BEFORE = Pattern(r"[.;|•·\n,)\]!?—–]")
JOINERS = frozenset(("and", "und", "et", "y", "e", "i", "og", "och", "en", "dan"))
JOINED = Pattern(r"\s*(?:&|/|,|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bi\b|\bog\b|\boch\b|\ben\b|\bdan\b)\s*")
STOP = Pattern(r"(?<![A-Z])(?<!\bJr)(?<!\bSr)(?<!\bSt)\.\s+(?=[A-ZÀ-Þ\d(\"“])|\s\|\s|\n|;\s|\s[—–]\s(?=[a-z])|!\s|\.$")
CITED = Pattern(r"(?:\s?(?:Wikipedia|IMDb|Letterboxd|Rotten Tomatoes|TMDb|FilmAffinity|Filmaffinity|AlloCiné))+$")
CITED_LAST = ("Wikipedia", "IMDb", "Letterboxd", "Rotten Tomatoes", "TMDb", "FilmAffinity", "Filmaffinity", "AlloCiné")
"""Names of catalogues behind a value, and what such a value ends in."""
NOTE = Pattern(r"\s+(?:for|in|as|on|who|que|qui|der|die|this|it|esta|este|ce|cet|questo|dieser)\s+[a-z].*$")
PAIR = Pattern(r"\s+[–—-]{1,2}\s+|\s*\.{2,}\s*|\s*…\s*|\s*[:：→|]\s+|\s+(?:as|als|como|comme|som|sebagai|jako)\s+")
BRACKET = Pattern(r"\s*[(\[][^()\[\]]{0,80}[)\]]")
GLUED = Pattern(r"(?<=[a-zà-ÿ])[ ,]{0,2}(?:18|19|20)\d\d\b.*$")
MAKER = phrases_of("author|auther|auteur|autor|autore|by|made by|maker|creator|creators|de|von|di")
STARRING = Pattern(
    r"\b(?:starring|stars|featuring|with|mit|avec|con|com|protagonizada por)\s+(?P<names>[^()|:;]{4,80})", re.I
)
BOXES = frozenset(("th", "td", "dt", "dd", "li"))
LONGEST_VALUE = 500
"""Characters of a labelled list of names."""
LABELLED = 1200
"""Characters of a line in which labels with a colon are looked for."""
LONGEST_ROW = 110
"""Characters of a row of a cast list."""
MOST = 60
"""Blocks at the beginning of a post that are read for labelled credits; of the rest, the last twelve."""


def find(post: Post) -> Iterator[Claim]:
    """Claims of cast and directors that a label or the headline states."""
    yield from from_headline(post)
    yield from from_facts(post)
    lines = [*[block for block in post.head if block.text], *post.lines]
    lines = lines if len(lines) <= MOST + 12 else lines[:MOST] + lines[-12:]
    inside = opening_lines(post).union([block.index for block in post.head])
    position = 0
    while position < len(lines):
        block = lines[position]
        position += 1
        size = len(block.text)
        field = label_of(block.text) if size < 50 else None
        maker = field is None and size < 12 and block.tag in BOXES and fold(block.text) in MAKER
        if field is not None or maker:
            rows = rows_below(block, lines[position:])
            if field in ("cast", "directors"):
                yield from from_rows(post, field, rows)
            elif rows and is_film_box(block, lines, position) and fold(block.text) in MAKER:
                yield from from_rows(post, "directors", rows)
            position += len(rows)
        elif size < 1500:
            spoken = spoken_label(block) if block.spans else None
            if spoken or may_be_labelled(block.text, inside=block.index in inside):
                yield from in_line(block, spoken, inside=block.index in inside)


def from_headline(post: Post) -> Iterator[Claim]:
    """Players that a headline names: "Olympus Has Fallen, starring Gerard Butler"."""
    match = STARRING.search(post.headline or "")
    if match is not None and all(map(is_name, JOINED.split(match["names"].strip(" .!")))):
        yield Claim("cast", match["names"], Source.HEURISTIC, "headline")


def from_facts(post: Post) -> Iterator[Claim]:
    """The director of an opening line such as "Ada Quill, UK 1987" or "2020 · Ada Quill · with Tom Okafor"."""
    for block in post.lines[:2]:
        match = FACTS.match(block.text) if len(block.text) <= LONGEST_ROW else None
        name = (match["name"] or match["second"]).strip() if match is not None else ""
        if name and is_name(name) and is_given(name.partition(" ")[0]):
            yield Claim("directors", name, Source.HEURISTIC, f"label: {block.where}")


@lru_cache(maxsize=4096)
def label_of(text: str) -> str | None:
    """What a label says of the names after it: directors, cast, crew or fact; None if it is no label."""
    text = text.strip(EDGES)
    if len(text) > 60 or not may_open(text.partition(" ")[0]):
        return None
    key = fold(text)
    whole = FIELD_OF.get(key)
    if whole is not None or key.partition(" ")[0] not in FIRST_WORDS:
        return whole
    if not any(mark in text for mark in "/,+") and JOINERS.isdisjoint(key.split()):
        return None
    fields = [FIELD_OF.get(fold(part)) for part in JOINED.split(text) if part.strip()]
    if len(fields) < 2 or None in fields:
        return None
    return next((field for field in ("directors", "cast", "crew") if field in fields), "fact")


def may_open(word: str) -> bool:
    """Whether a text that begins with these letters up to a space may be a label."""
    key = word.lower()
    if key.isascii() and key.isalpha():
        return key in FIRST_WORDS
    key = fold(word)
    return not key or key in FIRST_WORDS or key.partition(" ")[0] in FIRST_WORDS


def label_at_end(text: str) -> tuple[str, int] | None:
    """The field of the longest label at the end of a text, and where it begins."""
    piece = BEFORE.split(text)[-1]
    last = piece.rstrip(EDGES).rpartition(" ")[2].lower()
    if last.isascii() and last.isalpha() and last not in LAST_WORDS:
        return None
    cut = len(text) - len(piece)
    words = list(WORD.finditer(piece))[-6:]
    for number, word in enumerate(words):
        if not may_open(word[0].lstrip("-–—*#•:：")):
            continue
        label = piece[word.start() :]
        field = label_of(label)
        if field is not None and ((number == 0 and word.start() <= 4) or fold(label) not in WEAK):
            return field, cut + word.start()
    return None


def labels_in(text: str, *, inside: bool = True) -> list[tuple[int, int, str]]:
    """The labels of a line: where each begins, where its value begins, and its field."""
    found: list[tuple[int, int, str]] = []
    for place in sorted([place for colon in COLONS for place in places_of(colon, text[:LABELLED])]):
        end = place - text[place - 1 : place].isspace()
        begin = max(0, end - 60)
        label = label_at_end(text[begin:end])
        if label is not None:
            found.append((begin + label[1], place + 1 + text[place + 1 : place + 2].isspace(), label[0]))
    for begin in begins_in(text, inside=inside):
        opened = opening_at(text, begin)
        if opened is not None and not any(start <= begin < end for start, end, _ in found):
            found.append((begin, opened.end(), opened.lastgroup or "crew"))
    found.sort()
    return found


def in_line(block: Block, spoken: tuple[str, str] | None, *, inside: bool) -> Iterator[Claim]:
    """The labelled runs of one line: "Director: X | Cast: Y and Z", "Starring X and Y. Directed by Z."."""
    text = block.text
    labels = [(0, len(spoken[0]), spoken[1])] if spoken else labels_in(text, inside=inside)
    for number, (_, begin, field) in enumerate(labels):
        if field not in ("directors", "cast"):
            continue
        if number and text[labels[number][0] : begin].strip(" :") == "D" and labels[number - 1][2] == "directors":
            field = "cast"  # "R: ..., D: ...": Regie, Darsteller
        end = labels[number + 1][0] if number + 1 < len(labels) else len(text)
        value = GLUED.sub("", text[begin:end][:LONGEST_VALUE])
        stop = STOP.search(value)
        value = NOTE.sub("", uncited(value[: stop.start()] if stop else value).strip(" .;,|-–—"))
        spoken_of = OPEN.match(text, labels[number][0]) is not None and len(text) > 60
        if len(value) > 2 and (not spoken_of or all_names(value)):
            yield Claim(field, value, Source.HEURISTIC, f"label: {block.where}")


def uncited(text: str) -> str:
    """A value without the names of catalogues behind it."""
    return CITED.sub("", text) if text.endswith(CITED_LAST) else text


def all_names(value: str) -> bool:
    """Whether a text is a list of whole names, as a sentence after "With" need not be."""
    return all(is_name(BRACKET.sub("", part).strip(" .")) for part in JOINED.split(value) if part.strip())


def spoken_label(block: Block) -> tuple[str, str] | None:
    """An emphasised label without a colon at the beginning of a line: "<b>Director</b> Spike Jonze"."""
    for mark in block.spans[:2]:
        text = mark.inline_text
        if text and block.text.startswith(text) and len(text) < min(40, len(block.text) - 3):
            rest = block.text[len(text) :]
            field = label_of(text) if ":" not in text and not rest.lstrip().startswith((":", "：")) else None
            if field is not None and rest[0] == " ":
                return text, field
    return None


def rows_below(label: Block, lines: list[Block]) -> list[Block]:
    """The lines under a label that are its value: one, or all the rows of a list."""
    rows: list[Block] = []
    for block in lines[:40]:
        if len(block.text) > LONGEST_VALUE or label_of(block.text) is not None or labels_in(block.text[:80])[:1]:
            break
        if rows and (block.tag not in ("li", "dd", "p", "div") or block.tag != rows[0].tag or block.tag == "p"):
            break
        if block.level or (rows and len(block.text) > LONGEST_ROW and not block.text.startswith("(")):
            break
        if block.tag == "p" and len(block.text) > LONGEST_ROW and "," not in block.text:
            break
        rows.append(block)
        if label.tag in ("td", "th"):
            break
    return rows


def is_film_box(label: Block, lines: list[Block], position: int) -> bool:
    """Whether a label stands in a box of facts about the film, where "author" is the film's."""
    near = lines[max(0, position - 7) : position + 7]
    facts = [fold(block.text) for block in near if block.tag in BOXES and len(block.text) < 30]
    return label.tag in BOXES and any(fact in ("film", "movie", "film title", "movie title") for fact in facts)


def from_rows(post: Post, field: str, rows: list[Block]) -> Iterator[Claim]:
    """The people of a label's rows; where each row pairs a player with a role, the player's side is settled once."""
    pairs = [PAIR.split(BRACKET.sub("", uncited(row.text)), maxsplit=1) for row in rows]
    paired = field == "cast" and len(rows) > 1 and sum(len(pair) == 2 for pair in pairs) * 2 > len(rows)
    side = player_side(post, [pair for pair in pairs if len(pair) == 2]) if paired else 0
    for row, pair in zip(rows, pairs, strict=True):
        if row.text.startswith("(") and len(rows) > 1:
            continue
        text = pair[side] if paired and len(pair) == 2 else uncited(row.text)
        if paired and not is_credit(text.strip()):
            continue
        if 2 < len(text) <= LONGEST_VALUE:
            yield Claim(field, text.strip(), Source.HEURISTIC, f"label: {row.where}")


def player_side(post: Post, pairs: list[list[str]]) -> int:
    """Which side of rows such as "Himura Kenshin – Takeru Satō" names the players."""
    worth = [0.0, 0.0]
    for pair in pairs:
        for side in (0, 1):
            name = pair[side].strip()
            first = name.partition(" ")[0]
            worth[side] += 3.0 * (fold(name) in PERFORMERS) + 1.0 * is_name(name) + 0.5 * is_given(first)
            worth[side] -= min(2, post.text.count(f" {first} ") - post.text.count(f" {name} ")) if first else 0
            worth[side] -= 0.0 if " " in name else 0.5
    return int(worth[1] > worth[0])
