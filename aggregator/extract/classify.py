"""Whether a post is a film review: a label, a score and the reasons."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from aggregator.extract.markup import tags_of
from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.values.text import fold
from aggregator.values.titles import parse_headline

THRESHOLD = 0.5
START = -0.6
"""Weight of a post before any sign."""

HEADLINE_SIGNS: dict[str, tuple[float, str | None]] = {
    "review": (2.2, None),
    "news": (-3.0, "news"),
    "list": (-3.5, "list"),
    "interview": (-4.0, "interview"),
    "trailer": (-4.0, "trailer"),
    "recap": (-3.0, "recap"),
    "festival": (-2.0, "festival"),
    "essay": (-2.0, "essay"),
    "question": (-3.5, "question"),
    "tv": (-4.0, "tv"),
    "book": (-4.0, "book"),
    "game": (-4.0, "game"),
    "album": (-4.0, "album"),
    "hardware": (-4.0, "hardware"),
    "podcast": (-3.0, "other"),
}
"""Sign of a headline -> weight, and the label it speaks for."""

TAG_SIGNS: tuple[tuple[str, float, str | None], ...] = (
    (
        r"(?:film|movie)s? ?reviews?|filmkriti\w+|critiques?(?: de)? (?:film|cine)\w*|criticas?(?: de)? (?:cine"
        r"|pelicula)\w*|recensioni? film|cinema",
        1.6,
        None,
    ),
    (
        r"reviews?|kritik\w*|critiques?|criticas?|recension\w*|recenzje|rezension\w*|reseñas?|resenas?|resenhas?"
        r"|anmeldels\w*",
        0.8,
        None,
    ),
    (
        r"films?|movies?|cine|kino|filme|peliculas?|watched|horror|drama|comedy|thriller|sci fi|animation|action",
        0.6,
        None,
    ),
    (r"books?|book reviews?|libri|libros|bucher|livres|ksiazki|reading", -2.0, "book"),
    (r"tv|tv (?:series|shows?|reviews?)|series|serien?|television|serie tv|anime series", -1.8, "tv"),
    (r"games?|video ?games?|gaming|ps[345]|xbox|nintendo|switch|juegos|spiele", -2.0, "game"),
    (r"music|albums?|musik|musique|musica|concerts?", -1.2, "album"),
    (r"news|neuigkeiten|noticias|wiadomosci|actualites|notizie|announcements?|trailers?", -1.8, "news"),
    (r"lists?|listen|listas|listes|top ?\d+|rankings?|best of \w*|recaps?|monthly recap", -2.0, "list"),
    (r"interviews?|entrevistas?|intervist\w+|entretiens?", -2.5, "interview"),
    (r"festivals?|awards?|oscars?", -1.2, "festival"),
    (r"essays?|features?|opinion|editorial|discussion|question\w*", -1.2, "essay"),
    (r"tech\w*|gadgets?|hardware|programming|software|recipes?|travel", -2.0, "other"),
)
"""Category or tag (a whole one, folded) -> weight, label."""

WORDS: tuple[tuple[str, str, float, float, str | None], ...] = (
    (
        "film words",
        r"films?|movies?|directors?|directed|directs|cinema\w*|screenplay|scenes?|actors?|actress\w*|cast"
        r"|performances?|plot|script|sequel|audience|screen"
        r"|regisseur\w*|schauspieler\w*|kino|darsteller\w*|handlung|drehbuch|szenen?|réalisa\w+|acteurs?|actrices?"
        r"|scénario|scènes?|mise en scène|película\w*|actor\w*|guion|guión"
        r"|escenas?|dirige\w*|regist[ai]|regia|attor[ei]|attrice|sceneggiatura|scena|scene|pellicola|filme"
        r"|diretor\w*|roteiro|elenco|cena|aktor\w*|reżyser\w*|filmu|scenariusz",
        0.16,
        2.4,
        None,
    ),
    (
        "judgement words",
        r"brilliant|terrific|superb|boring|dull|wonderful|masterpiece|beautiful\w*|enjoy\w*|recommend\w*"
        r"|disappoint\w*|entertain\w*|best|worst|great|weak|excellent|fantastic"
        r"|loved?|hated?|liked|fun|funny|compelling|charming|awful|mess|worth|solid|flawed|memorable|großartig\w*"
        r"|schwach\w*|sehenswert\w*|langweilig\w*|gelungen\w*"
        r"|magnifique|formidable|ennuyeux|chef-d'œuvre|réussi\w*|excelente|maravillos\w+|aburrid\w+|brillante"
        r"|bellissim\w+|capolavoro|noios\w+|ótim\w+|excelentes?|świetn\w+|słab\w+",
        0.15,
        1.6,
        None,
    ),
    (
        "television words",
        r"episodes?|seasons?|showrunner|series finale|binge\w*|staffel|folgen?|saison|épisodes?|temporadas?"
        r"|episodios?|stagion[ei]|episodi|puntate|odcin\w+|sezon\w*",
        -0.3,
        -2.4,
        "tv",
    ),
    (
        "book words",
        r"novels?|chapters?|pages?|author|authors|reader|readers|paperback|publisher|prose|roman|romans|autorin"
        r"|buch|bücher|livre|lecteurs?|libro|novela|lettor\w+|romanzo|capitol[oi]|livro|książk\w+|powieś\w+",
        -0.22,
        -2.4,
        "book",
    ),
    (
        "game words",
        r"gameplay|players?|playstation|ps[2345]|xbox|nintendo|console|multiplayer|controller|levels|quests?|rpg"
        r"|steam|dlc|game mechanics|jugador\w*|spieler\w*",
        -0.3,
        -3.0,
        "game",
    ),
    ("music words", r"albums?|tracks?|songs?|singer|band|vocals|guitar\w*|lyrics|chorus|remix", -0.14, -1.4, "album"),
    (
        "news words",
        r"announced|announces|will be released|upcoming|casting|premieres? on|slated|set to|starring in|in talks"
        r"|box office|confirmed|reveals?|se estrena|estreno|angekündigt|rodaje"
        r"|premiera|annoncé|annunciat\w+",
        -0.25,
        -2.0,
        "news",
    ),
    (
        "festival words",
        r"festivals?|screenings?|jury|awards?|filmmakers|nominees|nominated|tickets?|program(?:me)?|lineup|oscars?",
        -0.12,
        -1.6,
        "festival",
    ),
    (
        "hardware words",
        r"battery|usb|firmware|laptop|keyboard|wifi|software|code|server|install\w*|ingredients?|recipe",
        -0.3,
        -2.5,
        "hardware",
    ),
)
"""Name, words, weight of one use in a thousand words, most (least) in all, label."""

RATED = (1.4, 0.5)
"""Weight of a structured rating, of one in the text."""
VERDICT = 0.8
JUDGED_FILM = 2.0
OTHER_KIND = -5.0
SHORT_TEXT = (60, -0.8)
"""Fewer words than this in a whole post: the weight."""
MANY_FILMS = 8
"""So many headings or list items with a year or an emphasised title make a list."""

TOKEN = re.compile(r"[^\W\d_]+|ps\d")
VOCABULARY = tuple(re.compile(rf"(?:{words})\Z") for _, words, *_ in WORDS)
TAGS = tuple((re.compile(pattern + r"\Z"), weight, label) for pattern, weight, label in TAG_SIGNS)
TITLED = re.compile(r"^\W{0,3}(?:\d{1,2}[.):]\s*)?.{1,60}\((?:19|20)\d\d\)")
QUESTION_TO_ALL = re.compile(
    r"\b(?:what(?:'s| is| are) your|tell (?:me|us)|sound off|which (?:film|movie)s?|let (?:me|us) know)\b", re.I
)
READ = 12_000
"""Characters of a post in which words are counted."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a post is."""

    label: str  # review, or a label of `LeftOut`
    score: float  # 0..1: how much it looks like a film review
    reasons: tuple[str, ...]

    @property
    def is_review(self) -> bool:
        """Whether the post is taken."""
        return self.label == "review"


def classify(post: Post, claims: Sequence[Claim]) -> Judgement:
    """Weigh every sign of a post; the labels that spoke against it name what it is instead."""
    signs: list[tuple[str, float, str | None]] = []
    signs += headline_signs(post)
    signs += tag_signs(post)
    signs += claim_signs(claims)
    signs += word_signs(post)
    signs += shape_signs(post)
    total = START + sum(weight for _, weight, _ in signs)
    score = 1 / (1 + math.exp(-total))
    reasons = tuple(f"{name} {weight:+.1f}" for name, weight, _ in sorted(signs, key=lambda sign: -abs(sign[1])))
    if score >= THRESHOLD:
        return Judgement("review", score, reasons)
    against: dict[str, float] = {}
    for _, weight, label in signs:
        if label and weight < 0:
            against[label] = against.get(label, 0) + weight
    return Judgement(min(against, key=lambda name: against[name]) if against else "other", score, reasons)


def headline_signs(post: Post) -> list[tuple[str, float, str | None]]:
    """Signs of the headline."""
    if not post.headline:
        return [("no headline", -0.6, "other")]
    headline = parse_headline(post.headline, language=post.language)
    signs = [(f"headline: {sign}", *HEADLINE_SIGNS[sign]) for sign in headline.signs if sign in HEADLINE_SIGNS]
    if headline.year and headline.titles:
        signs.append(("headline: title with year", 1.0, None))
    return signs


def tag_signs(post: Post) -> list[tuple[str, float, str | None]]:
    """Signs of categories and tags: the strongest of each label."""
    best: dict[str | None, tuple[str, float, str | None]] = {}
    for tag in tags_of(post)[:30]:
        key = fold(tag)
        for pattern, weight, label in TAGS:
            if pattern.match(key):
                if label not in best or abs(weight) > abs(best[label][1]):
                    best[label] = (f"tag: {tag}", weight, label)
                break
    return list(best.values())


def claim_signs(claims: Sequence[Claim]) -> list[tuple[str, float, str | None]]:
    """Signs of what the finders claim: ratings, verdicts, the kind of the reviewed thing."""
    signs: list[tuple[str, float, str | None]] = []
    ratings = [claim for claim in claims if claim.field == "rating" and claim.value is not None]
    if ratings:
        structured = any(claim.source < Source.HEURISTIC for claim in ratings)
        signs.append(("rating", RATED[0] if structured else RATED[1], None))
    if any(claim.field == "verdict" and claim.where.startswith("label") for claim in claims):
        signs.append(("verdict with a label", VERDICT, None))
    kinds = [claim.raw for claim in claims if claim.field == "kind"]
    for kind in kinds[:1]:
        signs.append(
            ("structured: film", JUDGED_FILM, None) if kind == "film" else (f"structured: {kind}", OTHER_KIND, kind)
        )
    return signs


@lru_cache(maxsize=32768)
def speaks_for(token: str) -> tuple[int, ...]:
    """The rows of `WORDS` that hold a word."""
    return tuple(number for number, pattern in enumerate(VOCABULARY) if pattern.match(token))


def word_signs(post: Post) -> list[tuple[str, float, str | None]]:
    """Signs of the vocabulary."""
    text = post.text[:READ]
    count = text.count(" ") + 1
    signs: list[tuple[str, float, str | None]] = []
    totals = [0] * len(WORDS)
    for token, times in Counter(TOKEN.findall(text.lower())).items():
        for number in speaks_for(token):
            totals[number] += times
    for (name, _, each, most, label), total in zip(WORDS, totals, strict=True):
        uses = total * 1000 / max(count, 150)
        weight = min(uses * each, most) if most > 0 else max(uses * each, most)
        if abs(weight) >= 0.1:
            signs.append((name, weight, label))
    if post.complete and count < SHORT_TEXT[0]:
        signs.append(("short text", SHORT_TEXT[1], "other"))
    return signs


def shape_signs(post: Post) -> list[tuple[str, float, str | None]]:
    """Signs of the shape: lists of films, questions to the readers."""
    signs: list[tuple[str, float, str | None]] = []
    titled = sum(1 for b in post.body if (b.level or b.tag == "li" or len(b.text) < 90) and TITLED.match(b.text))
    if titled >= MANY_FILMS:
        signs.append(("many films in a list", -2.5, "list"))
    if post.headline and QUESTION_TO_ALL.search(post.headline):
        signs.append(("asks the readers", -1.5, "question"))
    path = post.doc.url.rstrip("/").rpartition("/")[2].lower()
    if path in ("about", "contact", "about-me", "archive", "archives", "tags", "categories"):
        signs.append((f"address: {path}", -4.0, "other"))
    return signs
