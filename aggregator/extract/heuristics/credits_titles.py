"""The titles beside which a name stands: the film's own, and those of others that a paragraph marks."""

from __future__ import annotations

from aggregator.extract.document import Block
from aggregator.values.directors import DIRECTORS
from aggregator.values.names import is_given
from aggregator.values.patterns import Pattern
from aggregator.values.performers import PERFORMERS
from aggregator.values.text import fold
from aggregator.values.vocabulary import phrases_of

ITALIC = frozenset(("em", "i", "cite"))
QUOTES = '“"«„'
QUOTED = Pattern(r"[“\"«„]\s?([A-ZÀ-Þ][^“”\"«»„\n.!?]{2,50}?)\s?[”\"»“]")
QUOTE_REACH = 54
"""Characters before a name in which a quotation opens that it is a part of."""
SHORTEST_FIRST = 3
SITES = phrases_of("""
imdb|allocine|netflix|wikipedia|youtube|rotten tomatoes|letterboxd|amazon|twitter|facebook|filmaffinity|film affinity
metacritic|instagram|hulu|disney|disney plus|apple tv|hbo|hbo max|prime video|amazon prime|senscritique|filmweb
kinopoisk
filmstarts|rogerebert com|box office mojo|spotify|vimeo
""")
"""Sites that reviews link (folded)."""
NOTHING: frozenset[str] = frozenset()


class Titles:
    """The film's own titles, folded, and those of other films that a paragraph marks, with its language."""

    __slots__ = ("_runs", "italic", "language", "others", "own", "quoting")

    def __init__(self, own: tuple[str, ...], block: Block, language: str | None) -> None:
        self.own = own
        self.language = language
        self.italic = self.others = NOTHING
        self.quoting = block.text if any(map(block.text.__contains__, QUOTES)) else ""
        self._runs: list[tuple[int, int]] | None = None
        if block.spans:
            self.italic = frozenset([fold(span.inline_text) for span in block.spans if span.tag in ITALIC])
            texts = {span.inline_text for span in block.spans if span.tag != "span"}
            known = "\n".join(own)
            keys = [fold(text) for text in texts if 1 < len(text) < 80 and not text[:1].islower()]
            self.others = frozenset([key for key in keys if key not in known and not is_known(key)])

    @property
    def runs(self) -> list[tuple[int, int]]:
        """Places of what is quoted and short enough for a title."""
        if self._runs is None:
            self._runs = [quoted.span(1) for quoted in QUOTED.finditer(self.quoting)]
        return self._runs

    def is_work(self, start: int, end: int, key: str) -> bool:
        """Whether a name at a place of the paragraph is a title in italics, or a part of one in quotes."""
        if not (self.quoting or self.italic) or key in PERFORMERS or key in DIRECTORS:
            return False
        if key in self.italic and not is_given(key.partition(" ")[0].capitalize()):
            return True
        if not any(map(self.quoting[max(0, start - QUOTE_REACH) : start].__contains__, QUOTES)):
            return False
        return any(first <= start and end <= last and (last - first > end - start) for first, last in self.runs)

    def holds(self, key: str) -> bool:
        """Whether a title of the film begins with a name, or is the first name of its bearer: "Jackie"."""
        for title in self.own:
            if title.startswith(key):
                if starts(title, key):
                    return True
            elif key.startswith(title) and is_first_name(title, key):
                return True
        return False


def is_known(key: str) -> bool:
    """Whether marked words (folded) are a person or a site of films, which blogs link as well as they do films."""
    return key in PERFORMERS or key in DIRECTORS or key in SITES


def is_first_name(title: str, key: str) -> bool:
    """Whether a film bears the first name of somebody (folded): "Jackie" of Jackie Kennedy."""
    return " " not in title and len(title) > SHORTEST_FIRST and starts(key, title)


def starts(text: str, key: str) -> bool:
    """Whether a folded text begins with a folded title, as whole words."""
    return text.startswith(key) and text[len(key) : len(key) + 1] in ("", " ")
