"""Signs of the words and phrases of a post's text."""

from __future__ import annotations

from functools import lru_cache

from aggregator.extract.kinds_words import PHRASES, WORDS
from aggregator.extract.segment import HEAD, READ, Post
from aggregator.extract.shape import Sign
from aggregator.values.vocabulary import words_of

NO_FILM_WORDS = (5.0, -1.6)
"""Fewer film words in a thousand, and the weight, of a text long enough to tell."""
BOOKS = words_of("book books novel novels buch bücher livre livres libro libros libri livro livros")
BOOK_ALONE = -4.0
"""Words of which a text without a film word has one, and the weight."""
LONG_WITHOUT = (300, 2.5, -3.4)
"""Words from which a text is long, film words in a thousand of which it has fewer, and the weight."""
COMPARED = (2.5, -1.5)
"""So many film words to one word of books: a film beside the book it was made of. The least that those weigh then."""
FEWEST_WORDS = (200, 250)
"""A shorter text is counted as one of so many words: for what speaks for a review, and against it."""
ONE_USE = 0.4
"""What the first use of a word counts less that speaks against a review: any review may use it once."""
HARDLY = "hardly a film word"
SHORT = "short text"
CAPSULE = "short entry"
"""Sign of a short entry on a listing: against a review, unless it has a rating."""
SHORT_TEXT = (60, -0.9)
"""Fewer words than this in a whole post, and the weight."""
THROUGHOUT: tuple[tuple[str, float, str, float, float, str], ...] = (
    ("television words", -2.0, "series phrases", -2.0, -3.0, "tv"),
    ("game words", -0.7, "game phrases", -2.0, -2.5, "game"),
)
"""Two signs, each with the weight from which it says so for itself, what both weigh besides, and the label."""
SERIES_SIGNS = THROUGHOUT[0][0], THROUGHOUT[0][2]
ON_STAGE = (-0.5, 0.4)
"""Weight of stage words from which "the show" is one on a stage: so much is left of the weight of series phrases."""
FILM_ITSELF = words_of(
    "film films filmed filme filmen filmer filmes filmy filmu movie movies cinema cinemas cinéma cine kino película"
    " películas pelicula peliculas pellicola pellicole"
)
"""Words that a text on a film hardly does without, and one on a play does."""
ON_A_STAGE = (3, -1.0, 3, -4.5)
"""Uses of stage words, or weight of stage phrases, from which a text may be on what is played on a stage; so many of
those uses to one that names a film or the cinema; and the weight then."""
STAGED = "a stage, and hardly a film"
EXACT: dict[str, set[int]] = {}
"""Word -> the rows of `WORDS` that hold it, whole or by its stem."""
STEMS: dict[str, list[tuple[str, int]]] = {}
"""The first letters of a stem -> the stems that begin so, with their rows."""
for _number, _row in enumerate(WORDS):
    for _word in _row[1].split():
        if _word.endswith("*"):
            STEMS.setdefault(_word[:HEAD], []).append((_word[:-1], _number))
        else:
            EXACT.setdefault(_word, set()).add(_number)
for _word, _numbers in EXACT.items():
    _numbers.update(number for stem, number in STEMS.get(_word[:HEAD], ()) if _word.startswith(stem))
STAGE = next(number for number, row in enumerate(WORDS) if row[0] == "stage words")
PHRASES_WITH: dict[str, list[tuple[int, str, frozenset[str]]]] = {}
"""The longest word of a phrase -> the row of `PHRASES` that has it, the phrase, and its words."""
for _number, _row in enumerate(PHRASES):
    for _phrase in _row[1].split("|"):
        _words = frozenset(_phrase.split())
        PHRASES_WITH.setdefault(max(_words, key=len), []).append((_number, _phrase, _words))


def uses_of_rows(post: Post) -> list[int]:
    """How often the text uses the words of each row of `WORDS`."""
    totals = [0] * len(WORDS)
    uses = post.words
    for word in EXACT.keys() & uses.keys():
        for number in EXACT[word]:
            totals[number] += uses[word]
    for word in post.words_from(STEMS):
        for number in rows_by_stem(word):
            totals[number] += uses[word]
    return totals


@lru_cache(maxsize=8192)
def rows_by_stem(word: str) -> frozenset[int]:
    """The rows of `WORDS` that hold a word by its stem alone."""
    if word in EXACT:
        return frozenset()
    return frozenset([number for stem, number in STEMS[word[:HEAD]] if word.startswith(stem)])


def word_signs(post: Post) -> list[Sign]:
    """Signs of the vocabulary."""
    count = post.words.total()
    totals = uses_of_rows(post)
    signs: list[Sign] = []
    for (name, _, each, most, label), total in zip(WORDS, totals, strict=True):
        if total:
            uses = total - ONE_USE if each < 0 else total
            least = COMPARED[1] if label == "book" and totals[0] >= COMPARED[0] * total else most
            weight = bounded(uses * each * 1000 / max(count, FEWEST_WORDS[each < 0]), least)
            if abs(weight) >= 0.1:
                signs.append((name, weight, label))
    if count >= 100 and totals[0] * 1000 / count < NO_FILM_WORDS[0]:
        none = count >= LONG_WITHOUT[0] and totals[0] * 1000 / count < LONG_WITHOUT[1]
        signs.append((HARDLY, LONG_WITHOUT[2] if none else NO_FILM_WORDS[1], "other"))
    elif not totals[0] and not post.words.keys().isdisjoint(BOOKS):
        signs.append(("a book, and no film word", BOOK_ALONE, "book"))
    signs += phrase_signs(post)
    told = {name: weight for name, weight, _ in signs}
    if SERIES_SIGNS[0] not in told and told.get("stage words", 0.0) <= ON_STAGE[0]:
        signs = [(name, weight * (ON_STAGE[1] if name in SERIES_SIGNS else 1), label) for name, weight, label in signs]
    told = {name: weight for name, weight, _ in signs}
    signs += stage_signs(post, totals[STAGE], told.get("stage phrases", 0.0))
    for words, most, phrases, least, weight, label in THROUGHOUT:
        if told.get(words, 0.0) <= most and told.get(phrases, 0.0) <= least:
            signs.append((f"{label} throughout", weight, label))
    if post.complete and count < SHORT_TEXT[0]:
        signs.append((SHORT if post.alone else CAPSULE, SHORT_TEXT[1], "other"))
    return signs


def names_no_film(post: Post) -> bool:
    """Whether no word of a text names a film or the cinema."""
    return FILM_ITSELF.isdisjoint(post.words)


def stage_signs(post: Post, uses: int, phrases: float) -> list[Sign]:
    """The sign of a text on a play or an opera: it has the same words as one on a film, but for the film itself."""
    least, said, share, weight = ON_A_STAGE
    if uses < least and phrases > said:
        return []
    films = sum([post.words[word] for word in FILM_ITSELF & post.words.keys()])
    return [(STAGED, weight, "other")] if films * share <= uses else []


def phrase_signs(post: Post) -> list[Sign]:
    """Signs of the phrases; one is looked for where all its words stand in the text."""
    known = post.words.keys()
    text = post.low[:READ]
    uses = [0] * len(PHRASES)
    for word in PHRASES_WITH.keys() & known:
        for number, phrase, others in PHRASES_WITH[word]:
            if others <= known:
                uses[number] += text.count(phrase)
    rows = zip(PHRASES, uses, strict=True)
    return [(name, bounded(total * each, most), label) for (name, _, each, most, label), total in rows if total]


def bounded(weight: float, most: float) -> float:
    """A weight, at most (of a negative one: at least) `most`."""
    return min(weight, most) if most > 0 else max(weight, most)
