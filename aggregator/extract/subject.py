"""Whether a text is about one film: how often it says "the film", speaks of plot and scenes, and where."""

from __future__ import annotations

import math
from collections.abc import Sequence

from aggregator.extract.segment import Post
from aggregator.extract.shape import Sign
from aggregator.extract.tag_signs import BESIDE
from aggregator.values.patterns import Pattern

SPOKEN: tuple[str, ...] = (
    "film filmen filmu filmem filmie filme filmens filmet movie flick película pelicula peli pellicola speelfilm"
    " documentary",
    "plot story storyline scene scenes sequence sequences character characters protagonist hero heroine villain"
    " suspense tension humor humour comedy twist twists ending opening spoiler spoilers script screenplay dialogue"
    " pacing performance performances acting acted cast casting role roles portrayal"
    " camera shot shots frame cinematography visual visuals visually effects cgi"
    " handlung geschichte figuren szene szenen darsteller drehbuch kamera regie"
    " intrigue histoire personnage personnages scène scènes scénario jeu rôle caméra"
    " trama historia personaje personajes escena escenas final guion guión actuación actuaciones interpretación cámara"
    " reparto papel storia personaggio personaggi scena sceneggiatura interpretazione"
    " história personagem personagens cena cenas atuação roteiro direção elenco câmera"
    " verhaal personage personages verhaallijn regie spel acteerwerk rol rollen scène camera soundtrack slot einde"
    " fabuła fabuły fabule postać postaci bohater bohaterka bohaterowie scenariusz scenariusza kadr scena sceny scen"
    " gra rola roli aktor aktorka aktorzy zdjęcia klimat napięcie zakończenie reżyser reżysera"
    " handling handlingen historien karaktär karaktärer karakter karakterer skådespel skådespelare skuespil skuespiller"
    " skuespillere rollen roller manus foto slutet slutningen spänning spænding",
)
"""One film as its reviewer calls it ("films" is what lists and essays say), and what a review speaks of: story, people
in it, how it is made and played."""
ROWS = tuple([frozenset(row.split()) for row in SPOKEN])
WEIGHTS = 1.2, 1.2, 1.0
"""Of the logarithm of uses of each row, and of a first and a last paragraph that say "film"; rounded from what
`benchmarks/kinds.py --fit` finds."""
PER, SHORTEST = 300, 150
"""Uses are counted in so many words, of a shorter text as if it had the second number of words."""
SHORTEST_ENTRY = 60
"""Words from which an entry of a listing tells what it is about."""
PARAGRAPH = 60
"""Characters from which a line is a paragraph."""
SAYS_FILM = Pattern(
    r"\b(?:films?|filme[ns]?|film(?:u|em|ie|et|er|y|ów)|movies?|flicks?|pel[ií]culas?|pelis?|documentar(?:y|ies))\b"
)
BEFORE, LEAST = -4.2, -4.0
"""Weight of a text that has nothing of it, before and after it is bounded; the former is less than is found on blogs
of many subjects, for those on films only."""
PROOFS = (("rating", 2.0), ("people credited", 0.7), ("tag: ", 1.8), (BESIDE, 0.0))
"""Beginnings of signs that leave no doubt, and the weight from which: a rating in markup, director and cast named, a
tag of film reviews, tags of films and of reviews."""
SUBJECT = "a film is hardly the subject"


def subject_signs(post: Post, signs: Sequence[Sign], anchors: int) -> list[Sign]:
    """The sign of a whole post that is hardly about one film; `anchors`: how many of its signs say that it is."""
    if anchors > 1 or not post.complete or post.parent is not None:
        return []
    if not post.alone and post.words.total() < SHORTEST_ENTRY:
        return []
    if any(name.startswith(proof) and weight >= least for name, weight, _ in signs for proof, least in PROOFS):
        return []
    weight = BEFORE + sum([each * measure for each, measure in zip(WEIGHTS, measures(post), strict=True)])
    return [(SUBJECT, max(weight, LEAST), None)] if weight < 0 else []


def measures(post: Post) -> tuple[float, float, int]:
    """What `WEIGHTS` weighs: logarithms of 1 + uses of each row, and how many of both ends of the text say "film"."""
    uses = post.words
    scale = PER / max(uses.total(), SHORTEST)
    film, craft = [math.log1p(scale * sum([uses[word] for word in row & uses.keys()])) for row in ROWS]
    paragraphs = [block.text for block in post.lines if len(block.text) > PARAGRAPH] or [post.text]
    return film, craft, sum([SAYS_FILM.search(text.lower()) is not None for text in (paragraphs[0], paragraphs[-1])])
