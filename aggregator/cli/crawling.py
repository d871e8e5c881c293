"""Commands that crawl: crawl, demo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from aggregator.cli.exits import Exit, Stop

if TYPE_CHECKING:
    from aggregator.crawl.run import RunReport

DEMO_DATABASE = Path("aggregator-demo.db")
DEMO_FILM = "Her (2013)"
NAMED = 5
"""Blogs that one line of an error names."""


def crawl(
    targets: Annotated[
        list[str] | None, typer.Argument(metavar="TARGET", help="URLs of blogs, or names of sites.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All named sites and all blogs in the database; needs AGGREGATOR_CONTACT.")
    ] = False,
    due: Annotated[bool, typer.Option("--due", help="Of --all, only those whose time has come.")] = False,
    backfill: Annotated[
        bool,
        typer.Option("--backfill/--newest", help="Everything, known posts too, or what is new or changed."),
    ] = False,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Pass over posts older than this ISO date.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Posts asked of each blog at most.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the reports as JSON.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show Scrapy's log.")] = False,
) -> None:
    """Crawl blogs, and store their reviews."""
    from dataclasses import asdict

    from aggregator.cli.catalog import tell_if_missing
    from aggregator.cli.database import chosen
    from aggregator.cli.show import console, print_json

    if since is not None and not _is_date(since):
        raise typer.BadParameter(f"{since!r} is no date such as 2014-01-31", param_hint="--since")
    if bool(targets) == (everything or due):
        raise typer.BadParameter("say which blogs, or --all", param_hint="TARGET")
    wanted = targets or all_blogs(due=due)
    if not wanted:
        console().print("no blog is due")
        stop_if_passed_over()
        return
    tell_if_missing()
    mode = "backfill" if backfill else "newest"
    reports = run(wanted, verbose=verbose, store_url=chosen(), limit=limit, mode=mode, since=since)
    if json:
        print_json([asdict(report) for report in reports])
    else:
        show_reports(reports)
    stop_if_broken(reports)
    if not targets:
        stop_if_passed_over()


def stop_if_passed_over() -> None:
    """Raise Stop where a site was not crawled with the others, for its file cannot be loaded."""
    from aggregator.cli.sites import passed_over

    if unread := passed_over():
        raise Stop(Exit.CHECK_FAILED, f"not crawled, for the site file cannot be loaded: {', '.join(unread)}")


def all_blogs(*, due: bool) -> list[str]:
    """The named sites and the blogs in the database, as targets; raises Stop where nobody can be reached about them."""
    from aggregator import runs, settings
    from aggregator.cli.database import writing
    from aggregator.cli.sites import passed_over, usable_sites
    from aggregator.crawl.posturls import host
    from aggregator.site import Site
    from aggregator.store import queries

    if not settings.CONTACT:
        hint = "a URL or mail address at which a blog's owner can reach you"
        raise Stop(Exit.SETTING, f"crawl --all needs AGGREGATOR_CONTACT: {hint}")
    every = {name: site.every for name, site in usable_sites().items()}
    targets = {name: name for name in every}
    unread = set(passed_over())  # without its knobs a blog would be read otherwise
    with writing() as store:
        for site in queries.sites(store):
            if site.home and site.name not in targets and site.name not in unread:
                known = host(site.home) == site.name
                targets[site.name] = site.home if known else f"{site.name}={site.home}"
                every[site.name] = Site.every
        names = runs.due(store, every) if due else list(targets)
    return [targets[name] for name in names]


def demo(
    database: Annotated[Path, typer.Option(help="The demo's own SQLite file, made anew each time.")] = DEMO_DATABASE,
    serve_pages: Annotated[bool, typer.Option("--serve", help="Then serve the reviews as web pages.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show Scrapy's log.")] = False,
) -> None:
    """Serve the blogs of fixtures/ on loopback, crawl them, and compare what they say of Her (2013)."""
    from tempfile import TemporaryDirectory

    from aggregator.cli import comparison
    from aggregator.cli.films import show_films
    from aggregator.cli.serve import answer
    from aggregator.cli.show import console
    from aggregator.cli.which import the_film
    from aggregator.demo import HOST, DemoError, blogs, serve
    from aggregator.store import open_store, queries

    try:
        chosen = blogs()
    except DemoError as error:
        raise Stop(Exit.CANNOT_FETCH, str(error)) from None
    _make_way(database)
    out = console()
    out.print(f"Serving {len(chosen)} blogs on {HOST} and crawling them over HTTP into {database}", markup=False)
    with TemporaryDirectory(prefix="aggregator-demo-") as scratch, serve(chosen) as served:
        settings = {"DOWNLOAD_DELAY": 0, "ALLOW_PRIVATE": [HOST], "LEASES": scratch, "CATALOG": "", "ARCHIVE": "off"}
        targets = [f"{one.blog.name}={one.home}" for one in served]
        reports = run(targets, verbose=verbose, store_url=f"sqlite:///{database}", settings=settings)
        show_reports(reports)
        with open_store(f"sqlite:///{database}", read_only=True) as store:
            film = the_film(store, DEMO_FILM)
            out.print()
            comparison.show(film, *comparison.compare(store, film))
            out.print()
            show_films(queries.films(store))
            out.print(f"\nMore of it: aggregator --database {database} reviews", markup=False)
            stop_if_broken(reports)
            if serve_pages:  # while the blogs answer too, so that links to them lead somewhere
                answer(store)


def _make_way(database: Path) -> None:
    """Remove the last demo's database; raises Stop where the new one could not be written."""
    try:
        for name in (database.name, f"{database.name}-wal", f"{database.name}-shm"):
            database.with_name(name).unlink(missing_ok=True)
        database.touch()
        database.unlink()
    except OSError as error:
        raise Stop(Exit.CANNOT_WRITE, f"cannot write {database}: {error.strerror or error}") from None


def run(targets: Sequence[str], *, verbose: bool, **options: Any) -> list[RunReport]:
    """Crawl with a line of progress for each blog; raises as `aggregator.crawl.run.crawl` does."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from aggregator.cli.show import console
    from aggregator.cli.sites import ANY, passed_over, site_of, usable_sites
    from aggregator.crawl.run import crawl as crawl_blogs

    for target in targets:
        if (name := target.partition("=")[0]) in passed_over():
            site_of(name)  # raises
    modules = [f"spiders.{name}" for name in (ANY, *usable_sites())]  # Scrapy ends where one cannot be loaded
    options["settings"] = {"SPIDER_MODULES": modules, **(options.get("settings") or {})}
    log_to(verbose)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(20), TextColumn("{task.fields[found]}"))
    progress = Progress(*columns, TimeElapsedColumn(), console=console(stderr=True), disable=verbose)
    lines: dict[str, Any] = {}

    def tell(report: RunReport) -> None:
        progress.start()
        if report.target not in lines:
            lines[report.target] = progress.add_task(report.site, total=None, found="")
        found = f"{report.requests} requests, {found_in_words(report.outcomes)}"
        progress.update(lines[report.target], found=found)
        if report.state not in ("waiting", "running"):
            progress.update(lines[report.target], total=1, completed=1)

    try:
        return crawl_blogs(list(targets), on_progress=tell, **options)
    finally:
        if lines:
            progress.stop()


def log_to(verbose: bool) -> None:
    """Show Scrapy's log on standard error, or nothing of it."""
    import logging

    if verbose:
        logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s", datefmt="%H:%M:%S")
    else:
        logging.getLogger().addHandler(logging.NullHandler())


def show_reports(reports: Sequence[RunReport]) -> None:
    """Print how each blog's crawl went, and a line for whatever went wrong; of broken runs `stop_if_broken` tells."""
    from aggregator.cli.show import console, print_table, text

    rows = []
    for report in reports:
        state = text(report.state, "green" if report.state == "good" else "red" if report.is_broken else "yellow")
        left_out = sum(report.left_out.values())
        found = found_in_words(report.outcomes)
        numbers = report.requests, report.pages, report.same, report.failed
        rows.append((report.site, state, *numbers, left_out, found))
    numbered = ("requests", "pages read", "unchanged", "not read", "left out")
    print_table(("blog", "run", *numbered, "reviews"), rows, right=numbered, keep=("run",))
    for report in reports:
        for line in _troubles(report):
            console().print(f"{report.site}: {line}", markup=False, soft_wrap=True)


def _troubles(report: RunReport) -> list[str]:
    """A line for each: why the run is not good, which pages were not read."""
    from aggregator.cli.show import counted

    lines = [_with_advice(report.reason)] if report.reason and not report.is_broken else []
    if report.moved_to:
        lines.append(f"the blog has moved to {report.moved_to}: later runs begin there, under the same name")
    if report.failed and not report.is_broken:
        causes = {name: n for name, n in report.causes.items() if name.startswith("page/failed/")}
        named = ", ".join(f"{n} {name.removeprefix('page/failed/')}" for name, n in causes.items())
        lines.append(f"not read: {named} (`aggregator runs passed-over` names them)")
    if number := report.causes.get("post/missing"):
        lines.append(f"not there any more: {counted(number, 'post')}; what is not back tomorrow leaves with its review")
    if number := report.causes.get("post/passed-over/taken-down"):
        lines.append(f"{counted(number, 'post')} not asked for: taken down with `aggregator forget`")
    if report.quarantined:
        lines.append(f"{report.quarantined} in quarantine (`aggregator runs quarantine` names them)")
    return lines


def _with_advice(reason: str) -> str:
    from aggregator.runs import advice

    action = advice(reason)
    return f"{reason}: {action}" if action else reason


def found_in_words(outcomes: Mapping[str, int]) -> str:
    """Outcomes of ingest in one line: "5 new, 1 copy"."""
    return ", ".join(f"{number} {kind}" for kind, number in outcomes.items() if number) or "no review"


def stop_if_broken(reports: Sequence[RunReport]) -> None:
    """Raise Stop where a run ended badly or pages went into quarantine."""
    lines = [f"{report.site}: {_with_advice(report.reason or report.state)}" for report in reports if report.is_broken]
    broken = lines[:NAMED] + [f"and {len(lines) - NAMED} more (aggregator runs health)"] * (len(lines) > NAMED)
    sick = sum(report.quarantined for report in reports)
    if sick:
        broken.append(f"pages in quarantine, for parsing them failed: {sick} (aggregator runs quarantine)")
    if broken:
        raise Stop(Exit.RUN_BROKEN, "; ".join(broken))


def _is_date(text: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
