"""Commands for those who add a site: try, new-site, check."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from aggregator.cli.exits import Exit, Stop
from aggregator.cli.films import Json

if TYPE_CHECKING:
    from aggregator.dev.check import Checked
    from aggregator.records import Page
    from aggregator.site import Site


def try_page(
    place: Annotated[str, typer.Argument(metavar="FILE_OR_URL", help="A saved page, or its address on the web.")],
    url: Annotated[str | None, typer.Option(help="The address that a saved page was fetched from.")] = None,
    site: Annotated[str | None, typer.Option(help="The site file to read it with; by default its host's.")] = None,
    turn: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KNOB=VALUE", help="A knob as if the site file said so: select.rating=.stars"),
    ] = None,
) -> None:
    """Read a page with knobs that no site file has yet: all evidence, and what the knobs change."""
    from aggregator.cli.fetch import read_page
    from aggregator.cli.read import show_parsed, site_for
    from aggregator.cli.show import console
    from aggregator.dev.expected import difference, observed
    from aggregator.parse import parse_page

    page = read_page(place, url)
    base = site_for(page.url, site)
    tried = type(base.__name__, (base,), _turned(base, turn or []))
    parsed = parse_page(page, tried)
    show_parsed(parsed, explain=True)
    out = console()
    out.print(
        f"platform {parsed.platform or 'unknown'}; {len(parsed.reviews)} reviews, {len(parsed.left_out)} left out; "
        f"{len(parsed.links)} links to posts; next page: {parsed.next_url or 'none'}",
        markup=False,
        soft_wrap=True,
    )
    if turn:
        changes = difference(observed(parse_page(page, base)), observed(parsed))
        words = [change.replace("expected", "was").replace("got     ", "is") for change in changes]
        out.print("\n".join(words) or "the knobs change nothing on this page", markup=False, soft_wrap=True)


def _turned(base: type[Site], turns: list[str]) -> dict[str, Any]:
    """Knobs out of KNOB=VALUE; raises BadParameter for what is no knob, or cannot be read with."""
    from aggregator.dev.rules import unusable
    from aggregator.site import KNOBS

    knobs: dict[str, Any] = {}
    for one in turns:
        knob, equals, value = one.partition("=")
        name, _, field = knob.partition(".")
        if not equals or name not in KNOBS or bool(field) != (name in ("select", "expect")):
            hint = f"KNOB=VALUE or select.FIELD=CSS; knobs are {', '.join(KNOBS)}"
            raise typer.BadParameter(f"{one!r} is not {hint}", param_hint="--set")
        turned = _number(value) if name == "expect" else value
        knobs[name] = {**knobs.get(name, getattr(base, name)), field: turned} if field else turned
    for line in unusable(type(base.__name__, (base,), knobs)):
        raise typer.BadParameter(line, param_hint="--set")
    return knobs


def _number(text: str) -> float | str:
    """The number that a share is written as; what is none stays as it is, to be told."""
    try:
        return float(text)
    except ValueError:
        return text


def new_site(
    url: Annotated[str, typer.Argument(metavar="URL", help="The blog's home page.")],
    name: Annotated[str | None, typer.Option(help="The site's name; by default out of its host.")] = None,
) -> None:
    """Draft a site file from a blog's home page, feed and posts; saves them as fixtures with what they give."""
    from aggregator.cli.fetch import read_page
    from aggregator.cli.show import console
    from aggregator.cli.sites import site_at
    from aggregator.dev.expected import FIXTURES, ROOT
    from aggregator.dev.new_site import NOT_A_NAME, DraftError, can_be_named
    from aggregator.dev.new_site import new_site as draft_site

    if name is not None and not can_be_named(name):
        raise typer.BadParameter(NOT_A_NAME.format(name), param_hint="--name")
    if not FIXTURES.is_dir():
        raise Stop(Exit.CANNOT_WRITE, f"no {FIXTURES}: sites are added in a clone of the repository (pip install -e .)")
    if other := site_at(url):
        raise Stop(Exit.CANNOT_WRITE, f"{url} is the home of {other} already: aggregator check {other}")
    out = console()
    with console(stderr=True).status(f"looking at {url}"):
        home = read_page(url if "://" in url else f"https://{url}")
        try:
            draft = draft_site(home, _politely(), name=name)
        except DraftError as error:
            raise Stop(Exit.CANNOT_WRITE, str(error)) from None
        except OSError as error:
            raise Stop(Exit.CANNOT_WRITE, f"cannot write {error.filename}: {error.strerror}") from None
    out.print(draft.file.read_text(encoding="utf-8"), markup=False)
    out.print(f"{draft.file.relative_to(ROOT)} written; saved in {draft.folder.relative_to(ROOT)}:", markup=False)
    for page in draft.pages:
        out.print(f"  {page}", markup=False, soft_wrap=True)
    for note in draft.notes:
        out.print(f"note: {note}", markup=False, soft_wrap=True)
    out.print(
        f'Now read each page beside its JSON, correct it, set "seen" to true, and run aggregator check {draft.name}'
    )


def _politely() -> Callable[[str], Page | None]:
    """Fetches a page or feed after the usual pause; None where it cannot be had."""
    from time import sleep

    from aggregator import settings
    from aggregator.cli.fetch import FEEDS, PAGES, fetched

    def ask(url: str) -> Page | None:
        sleep(settings.DELAY)
        try:
            return fetched(url, kinds=PAGES + FEEDS)
        except Stop:
            return None

    return ask


def check(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The site's name.")],
    json: Json = False,
) -> None:
    """Check a site: its file's rules, its saved pages against what they must give, and knobs turned in vain."""
    from dataclasses import asdict

    from aggregator.cli.show import counted, print_json
    from aggregator.cli.sites import site_of
    from aggregator.dev.check import check as check_site

    site_of(name)
    found = check_site(name)
    if json:
        print_json(asdict(found))
    else:
        _show(found)
    if found.problems:
        raise Stop(Exit.CHECK_FAILED, f"{name}: {counted(len(found.problems), 'thing')} to mend")


def _show(found: Checked) -> None:
    from aggregator.cli.show import console

    out = console()
    for problem in found.problems:
        out.print(problem, markup=False, soft_wrap=True)
    for name in found.unfound:
        out.print(f"select[{name!r}] finds nothing on any saved page", markup=False, soft_wrap=True)
    for knob in found.useless:
        line = f"{knob} changes nothing on any saved page: leave it out, or save a page that needs it"
        out.print(line, markup=False, soft_wrap=True)
    if not found.problems:
        out.print(f"{found.name}: {found.pages} saved pages with {found.reviews} reviews give what they must")
