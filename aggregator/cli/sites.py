"""The named sites: the classes of spiders/, found by walking the folder."""

from __future__ import annotations

import pkgutil
from difflib import get_close_matches
from importlib import import_module

from aggregator.cli.exits import Exit, Stop
from aggregator.site import Site

ANY = "any"
"""The spider of a blog never seen: no site of its own."""


def site_names() -> list[str]:
    """The names of all site files."""
    folder = import_module("spiders").__path__
    return sorted(module.name for module in pkgutil.iter_modules(folder) if module.name != ANY)


def site_of(name: str) -> type[Site]:
    """The class of a site file; raises Stop, with the nearest names, where there is none."""
    names = site_names()
    if name not in names:
        near = get_close_matches(name, names, n=3, cutoff=0.4)
        hint = f"did you mean {' or '.join(near)}?" if near else "a blog without a site file is given by its URL"
        raise Stop(Exit.UNKNOWN_SITE, f"no site is named {name!r}; {hint} (aggregator sites lists all)")
    module = import_module(f"spiders.{name}")
    return next(value for value in vars(module).values() if isinstance(value, type) and vars(value).get("name") == name)
