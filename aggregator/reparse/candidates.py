"""Whether a page of any origin may hold a film review, from its bytes alone: a cheap no before the dear reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from html.entities import codepoint2name

SMALLEST, LARGEST = 400, 4 * 1024 * 1024
"""Bytes of a page: less is no review with its markup, more is no blog's page."""
LOOKED_AT = 600_000
"""Bytes of a page that are searched."""
HEAD = 16_000
"""Bytes in which a review that never says film calls itself a review: address, title, heading."""
PAGE_TYPES = ("html", "application/xml", "text/xml")

FILM_WORDS = (
    *("film", "movie", "cinema", "cinéma", "kino", "pelicula", "película", "elokuva", "sinema"),
    *("imdb.com", "letterboxd", "rottentomatoes", "directed by", "screenplay", "starring", "blu-ray"),
    *("flick", "odeon", "multiplex"),
    *("фильм", "кино", "кіно", "ταινί", "映画", "电影", "電影", "영화"),
)
"""What a page about a film says somewhere, by language or by what it links to."""
CRAFT_WORDS = (
    *("scene", "director", "actor", "actress", "screen", "trailer", "camera", "sequel", "soundtrack", "oscar"),
    *("hollywood", "regie", "schauspiel", "darsteller", "szene", "réalisat", "acteur", "actrice", "guion", "escena"),
    *("attor", "attric", "regist", "scena", "ator ", "atriz", "cena ", "reżyser", "aktor", "режисс", "актёр", "актер"),
    *(
        "elenco",
        "roteiro",
        "reparto",
        "besetzung",
        "obsada",
        "disney",
        "netflix",
        "plays ",
        "played by",
        "spielt ",
        "joue ",
        "interpreta",
    ),
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
"""Encodings of pages that are no UTF-8."""


class Signs:
    """Words as pages hold them in bytes, small and capital, sorted by what a page must have for them to be there."""

    def __init__(self, words: Iterable[str]) -> None:
        words = tuple(words)
        both = [form for word in words for form in dict.fromkeys((word, word.capitalize())) if not word.isascii()]
        self.plain = tuple(word.encode() for word in words if word.isascii())
        self.entities = tuple(dict.fromkeys(named for word in both if (named := _with_entities(word))))
        self.utf8 = _by_first_byte(word.encode() for word in both)
        self.legacy = _by_first_byte(_encoded(both))

    def count(self, text: bytes, enough: int, *, is_utf8: bool) -> int:
        """How many of the words are in a page in small letters, counted up to what is enough."""
        found = 0
        for sign in self._possible(text, is_utf8=is_utf8):
            if sign in text:
                found += 1
                if found == enough:
                    break
        return found

    def _possible(self, text: bytes, *, is_utf8: bool) -> Iterator[bytes]:
        yield from self.plain
        if b"acute;" in text or b"tilde;" in text:
            yield from self.entities
        if not text.isascii():
            for first, forms in (self.utf8 if is_utf8 else self.legacy).items():
                if first in text:
                    yield from forms


def _with_entities(word: str) -> bytes | None:
    """A word with named entities, as old pages in Latin letters have it."""
    names = [letter if letter.isascii() else codepoint2name.get(ord(letter), "") for letter in word]
    if not all(names):
        return None
    parts = [name if letter.isascii() else f"&{name};" for letter, name in zip(word, names, strict=True)]
    return "".join(parts).lower().encode()


def _encoded(words: Iterable[str]) -> Iterator[bytes]:
    for word in words:
        for encoding in LEGACY:
            with suppress(UnicodeEncodeError):
                yield word.encode(encoding)


def _by_first_byte(forms: Iterable[bytes]) -> dict[bytes, tuple[bytes, ...]]:
    """Forms by their first byte beyond ASCII: one look for it spares the look for all of them."""
    found: dict[bytes, dict[bytes, None]] = {}
    for form in forms:
        first = next(bytes([byte]) for byte in form if byte > 127)
        found.setdefault(first, {})[form.lower()] = None
    return {first: tuple(some) for first, some in found.items()}


FILMS, CRAFT, REVIEWS = Signs(FILM_WORDS), Signs(CRAFT_WORDS), Signs(REVIEW_WORDS)
RATINGS, SHOPS = Signs(RATING_SIGNS), Signs(SHOP_SIGNS)


def may_hold_review(content_type: str, body: bytes) -> bool:
    """Whether a page is worth reading in full: HTML of a sane size that speaks of a film and of a judgement.

    A film is a film word and another, or the craft of films; a judgement is a name for it or a rating. A page that has
    no film word is one all the same where its head names a review, and it shows a rating and sells nothing.
    """
    kind = content_type.lower()
    if (kind and not any(name in kind for name in PAGE_TYPES)) or not SMALLEST <= len(body) <= LARGEST:
        return False
    text = body[:LOOKED_AT].lower()
    is_utf8 = _is_utf8(text)

    def has(signs: Signs, enough: int = 1, within: bytes = text) -> int:
        return signs.count(within, enough, is_utf8=is_utf8)

    films = has(FILMS, 2)
    if films:
        return films == 2 or bool(has(CRAFT) or has(REVIEWS) or has(RATINGS))
    return bool(has(REVIEWS, within=text[:HEAD]) and has(RATINGS) and has(CRAFT) and not has(SHOPS))


def _is_utf8(text: bytes) -> bool:
    """Whether a page is UTF-8, but for what was cut at its end."""
    try:
        text[:-4].decode()
    except UnicodeDecodeError as error:
        return error.start > len(text) - 8
    return True
