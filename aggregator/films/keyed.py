"""Films with the keys of their titles and names worked out beforehand, and those keys."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache

from aggregator.records import Film
from aggregator.values.text import fold
from aggregator.values.title_keys import title_key

_INITIALS = re.compile(r"\b(\w) (?=\w\b)")
_BESIDE = re.compile(r" (?:brothers|bros|sisters|siblings)$|^(?:the|dir|director) ")


@dataclass(frozen=True, slots=True)
class KeyedFilm(Film):
    """A film, and the keys under which matching compares it."""

    title_keys: tuple[str, ...] = ()  # of (title, *also), in their order
    director_keys: tuple[str, ...] = ()
    cast_keys: tuple[str, ...] = ()


def keyed(film: Film) -> KeyedFilm:
    """The film with its keys; itself if it has them."""
    if isinstance(film, KeyedFilm):
        return film
    return KeyedFilm(
        **{field.name: getattr(film, field.name) for field in fields(Film)},
        title_keys=tuple(title_key(title) for title in (film.title, *film.also)),
        director_keys=tuple(name_key(name) for name in film.directors),
        cast_keys=tuple(name_key(name) for name in film.cast),
    )


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """A person's name as a key: folded, initials joined, "brothers" off."""
    return _BESIDE.sub("", _INITIALS.sub(r"\1", fold(name)))
