"""Whether a page of any origin may hold a film review, from its bytes alone: a cheap no before the dear reading."""

from __future__ import annotations

from collections.abc import Iterable
from html.entities import codepoint2name

SMALLEST, LARGEST = 400, 4 * 1024 * 1024
"""Bytes of a page: less is no review with its markup, more is no blog's page."""
LOOKED_AT = 600_000
"""Bytes of a page that are searched."""
PAGE_TYPES = ("html", "application/xml", "text/xml")

FILM_WORDS = (
    *("film", "movie", "cinema", "cinéma", "kino", "pelicula", "película", "fotograma", "elokuva", "sinema"),
    *("imdb.com", "letterboxd", "rottentomatoes", "themoviedb", "directed by", "screenplay", "starring", "blu-ray"),
    *("фильм", "кино", "кіно", "ταινί", "映画", "电影", "電影", "영화"),
)
"""What a page about a film says somewhere, by language or by what it links to."""
CRAFT_WORDS = (
    *("scene", "director", "actor", "actress", "screen", "trailer", "camera", "sequel", "soundtrack", "oscar"),
    *("hollywood", "regie", "schauspiel", "darsteller", "szene", "réalisat", "acteur", "actrice", "guion", "escena"),
    *("attor", "attric", "regist", "scena", "ator ", "atriz", "cena ", "reżyser", "aktor", "режисс", "актёр", "актер"),
    *("disney", "netflix", "plays ", "played by", "spielt ", "joue ", "interpreta"),
)
"""What it says of how films are made and played; pages about other things say some of it."""
REVIEW_WORDS = (
    *("review", "kritik", "critique", "rezension", "besprechung", "reseña", "resena", "crítica", "critica"),
    *(
        "recensi",
        "recenz",
        "resenha",
        "avaliação",
        "anmeldelse",
        "arvostel",
        "eleştiri",
        "inceleme",
        "verdict",
        "fazit",
    ),
    *("рецензи", "обзор", "отзыв", "рецензі", "κριτικ", "レビュー", "感想", "影评", "影評", "리뷰", "thoughts on"),
)
"""What a judgement calls itself."""
RATING_SIGNS = (
    *("★", "☆", "⭐", "&#9733;", "&starf;", "½", "/10", "/5", "/4", "/ 10", "/ 5", "/100", " out of ", "ratingvalue"),
    *(
        "von 10",
        "von 5",
        "sur 5",
        "sobre 10",
        "sterne",
        "estrellas",
        "étoiles",
        "stelle",
        "grade:",
        "score:",
        "rating:",
    ),
)
"""How it shows a rating."""
SHOP_SIGNS = (
    "add to cart",
    "add-to-cart",
    "addtocart",
    '"product"',
    "/product",
    "warenkorb",
    "panier",
    "carrito",
    "carrello",
)
"""What is judged on such a page is for sale."""
LEGACY = ("latin-1", "cp1251", "cp1253", "iso8859-2")
"""Encodings that pages in such languages still have."""


def forms(word: str) -> frozenset[bytes]:
    """A word as pages hold it in bytes: UTF-8, the old encodings, named entities; small and capital beyond ASCII."""
    found = {word.encode()}
    if word.isascii():
        return frozenset(found)
    found |= {word.capitalize().encode(), "".join(map(_entity, word)).encode("ascii", "ignore").lower()}
    for encoding in LEGACY:
        for form in (word, word.capitalize()):
            try:
                found.add(form.encode(encoding))
            except UnicodeEncodeError:
                continue
    return frozenset(form for form in found if len(form) >= 2 or form.startswith(b"\xbd"))


def _entity(character: str) -> str:
    name = codepoint2name.get(ord(character))
    return character if character.isascii() else f"&{name};" if name else f"&#{ord(character)};"


def signs(words: Iterable[str]) -> tuple[bytes, ...]:
    """All forms of words in bytes, small letters."""
    return tuple(dict.fromkeys(form.lower() for word in words for form in sorted(forms(word))))


FILMS, CRAFT, REVIEWS = signs(FILM_WORDS), signs(CRAFT_WORDS), signs(REVIEW_WORDS)
RATINGS, SHOPS = signs(RATING_SIGNS), signs(SHOP_SIGNS)


def may_hold_review(content_type: str, body: bytes) -> bool:
    """Whether a page is worth reading in full: HTML of a sane size that speaks of a film and of a judgement.

    A film is a film word and another, or the craft of films; a judgement is a name for it or a rating. Either is taken
    for the other where it is there twice: reviews without the word "film", or without any word for what they are.
    """
    kind = content_type.lower()
    if (kind and not any(name in kind for name in PAGE_TYPES)) or not SMALLEST <= len(body) <= LARGEST:
        return False
    text = body[:LOOKED_AT].lower()
    films = _count(FILMS, text, 2)
    if not films:
        named = _count(REVIEWS, text, 1) and _count(RATINGS, text, 1)
        return bool(named and _count(CRAFT, text, 1) and not _count(SHOPS, text, 1))
    if films + _count(CRAFT, text, 2) >= 2:
        return True
    return bool(_count(REVIEWS, text, 1) or _count(RATINGS, text, 1))


def _count(signs: tuple[bytes, ...], text: bytes, enough: int) -> int:
    """How many of the signs are there, counted up to what is enough."""
    found = 0
    for sign in signs:
        if sign in text:
            found += 1
            if found == enough:
                break
    return found
