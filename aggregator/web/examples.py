"""A whole answer of each route for the API's description, as the API gave it over a little store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

FILE = Path(__file__).with_name("examples.json")
"""Path of the description to an answer, written by tests/api_examples.py."""


def add_to(paths: dict[str, Any], prefix: str) -> None:
    """Show an answer of each route; FastAPI itself would leave out what is null in it."""
    for path, answer in orjson.loads(FILE.read_bytes()).items():
        paths[prefix + path]["get"]["responses"]["200"]["content"]["application/json"]["example"] = answer
