"""The named sites: the classes of spiders/, found by walking the folder."""

from __future__ import annotations

import pkgutil
import sys
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from traceback import extract_tb

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
    file = f"spiders/{name}.py"
    try:
        module = import_module(f"spiders.{name}")
    except SyntaxError as error:
        raise Stop(Exit.CHECK_FAILED, f"{file}, line {error.lineno}: {error.msg}") from None
    except Exception as error:  # whatever a file of the operator's own may raise
        lines = [frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename.endswith(file)]
        where = f"{file}, line {lines[-1]}" if lines else file  # one that may not be read has none
        raise Stop(Exit.CHECK_FAILED, f"{where}: {type(error).__name__}: {error}") from None
    for value in vars(module).values():
        if isinstance(value, type) and vars(value).get("name") == name:
            return value
    raise Stop(Exit.CHECK_FAILED, f"{file} has no class with name = {name!r}: the class's name is the file's")


@cache
def usable_sites() -> dict[str, type[Site]]:
    """The sites whose file can be loaded, by name; of each other one a line on standard error says why it is not."""
    found = {}
    for name in site_names():
        try:
            found[name] = site_of(name)
        except Stop as stop:
            sys.stderr.write(f"aggregator: {' '.join(str(stop).split())}; the site is passed over\n")
    return found


def passed_over() -> list[str]:
    """The sites whose file cannot be loaded."""
    return [name for name in site_names() if name not in usable_sites()]


def site_at(url: str) -> str | None:
    """The site file whose home has this URL's host."""
    from aggregator.crawl.posturls import as_url, host

    return next((name for name, site in usable_sites().items() if host(site.home) == host(as_url(url))), None)
