"""Plain text: decoding, white space, sentences, language."""

from __future__ import annotations


def decode(data: bytes, charset: str | None = None) -> str:
    """Bytes of a page as text; never raises."""
    return data.decode(charset or "utf-8", "replace")
