"""Names of persons: by-lines, lists of people, names in prose."""

from __future__ import annotations

import re


def parse_author(text: str) -> str | None:
    """The writer whom a by-line names."""
    name = re.sub(r"^(?:posted |written |reviewed )?by\s+", "", text.strip(), flags=re.IGNORECASE)
    return name if 0 < len(name) < 60 else None


def parse_people(text: str) -> tuple[str, ...]:
    """The persons of a list such as "X, Y and Z"."""
    return tuple(part.strip() for part in re.split(r",| and | & ", text) if part.strip())


def is_name(text: str, *, allow_single: bool = False) -> bool:
    """Whether a text is a person's name."""
    return bool(re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+){1,4}", text.strip())) or allow_single


def names_in(text: str) -> list[tuple[str, int, int]]:
    """The names of persons in prose: (name, start, end)."""
    return []
