"""Commands about kept pages: archive, reparse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from aggregator.cli.exits import Exit, Stop
from aggregator.cli.groups import group
from aggregator.cli.which import the_site

if TYPE_CHECKING:
    from aggregator.reparse import Report
    from aggregator.store import Store
    from aggregator.store.archive import Archive

archive = group("The archive of fetched pages.")
FAULTS_SHOWN = 20
SHOWN = 100
"""Characters of a value in an example."""


@archive.command("list")
def list_files(json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List the files: records, bytes, and from when they are."""
    from dataclasses import asdict

    from aggregator.cli.database import reading
    from aggregator.cli.show import console, counted, print_json, print_table
    from aggregator.store.archive_upkeep import contents

    with reading() as store:
        kept = _archive(store)
        files = list(contents(kept))
    if json:
        print_json({"directory": str(kept.directory), "files": [asdict(file) for file in files]})
        return
    rows = [(f.name, f.records, f.pages, f.revisits, f.bytes, f.oldest, f.newest) for f in files]
    columns = ("file", "records", "pages", "unchanged", "bytes", "oldest", "newest")
    print_table(columns, rows, right=("records", "pages", "unchanged", "bytes"), nothing="no page is kept yet")
    records, size = counted(sum(f.records for f in files), "record"), sum(f.bytes for f in files) / 1e6
    console().print(
        f"{records} in {counted(len(files), 'file')}, {size:.1f} MB, in {kept.directory}", markup=False, soft_wrap=True
    )


@archive.command()
def check(json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Read every record, and hold it against its digest and the database."""
    from aggregator.cli.database import reading
    from aggregator.cli.show import console, counted, print_json
    from aggregator.store import archive_upkeep

    with reading() as store, console(stderr=True).status("checking") as status:
        found = archive_upkeep.check(
            _archive(store), store, progress=lambda path: status.update(f"checking {path.name}")
        )
    if json:
        print_json({"records": found.records, "indexed": found.indexed, "faults": found.faults})
    else:
        console().print(f"{found.records} records; {found.indexed} pages of the database are where they should be")
        _show_faults(found.faults, len(found.faults))
    if not found.is_sound:
        raise Stop(Exit.CHECK_FAILED, f"the archive has {counted(len(found.faults), 'fault')}")


@archive.command()
def prune(
    older_than: Annotated[str, typer.Option(metavar="SPAN", help="Records older than this: 90d, 720h.")],
) -> None:
    """Take out old records and give their bytes back; pages without a record cannot be re-parsed."""
    from datetime import UTC, datetime, timedelta

    from aggregator.cli.database import writing
    from aggregator.cli.show import console
    from aggregator.runs import minutes
    from aggregator.store import archive_upkeep

    try:
        span = timedelta(minutes=minutes(older_than))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--older-than") from None
    before = (datetime.now(UTC) - span).strftime("%Y-%m-%dT%H:%M:%SZ")
    with writing(made=False) as store, console(stderr=True).status("pruning"):
        done = archive_upkeep.prune(_archive(store), store, before)
    console().print(f"{done.records} records taken out, {done.bytes / 1e6:.1f} MB given back, {done.files} files gone")
    for name in done.busy:
        console(stderr=True).print(f"{name} is being written by a crawl, and was left alone", markup=False)


def reparse(
    sites: Annotated[
        list[str] | None, typer.Argument(metavar="SITE", help="Blogs, as aggregator sites names them.")
    ] = None,
    all_sites: Annotated[bool, typer.Option("--all", help="All blogs.")] = False,
    warc: Annotated[
        list[Path] | None, typer.Option(help="Take reviews in from a WARC file of any crawler; may be repeated.")
    ] = None,
    accept: Annotated[bool, typer.Option(help="Write what differs; without it, it is only shown.")] = False,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes; as many as there are cores without it.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Read archived pages with today's parser, without the network, and show what differs, field by field."""
    from aggregator import reparse as again
    from aggregator.cli.database import writing
    from aggregator.cli.show import print_json
    from aggregator.cli.sites import passed_over, site_of
    from aggregator.store import queries

    if sum(map(bool, (sites, all_sites, warc))) != 1:
        raise typer.BadParameter("say one of SITE, --all and --warc", param_hint="SITE")
    unread = [] if warc else passed_over()
    with writing(made=bool(warc)) as store, _Bar("bytes" if warc else "pages") as bar:
        options: dict[str, Any] = {"accept": accept, "workers": jobs, "progress": bar.show, "catalog": _catalog()}
        if warc:
            for file in warc:
                if not file.is_file():
                    raise Stop(Exit.CANNOT_FETCH, f"{file} cannot be read: there is no such file")
            report = again.take_in(store, warc, **options)
        else:
            for name in sites or []:
                the_site(store, name)
                if name in unread:
                    site_of(name)  # raises
            wanted = None if all_sites else sites
            if all_sites and unread:
                wanted = [site.name for site in queries.sites(store) if site.name not in unread]
            report = again.reparse(store, _archive(store), wanted, **options)
    if json:
        print_json(_as_json(report))
    else:
        _show(report)
    if warc and not report.records:
        raise Stop(Exit.CANNOT_FETCH, f"no record of a WARC file was found in {', '.join(map(str, warc))}")
    if report.failed:
        code, what = (Exit.CANNOT_FETCH, "records") if warc else (Exit.CHECK_FAILED, "archived pages")
        raise Stop(code, f"{report.failed} {what} could not be read; what could be read, was")
    if report.quarantined:
        raise Stop(Exit.RUN_BROKEN, f"{report.quarantined} pages could not be parsed and wait in quarantine")
    if all_sites and unread:
        raise Stop(Exit.CHECK_FAILED, f"not read, for the site file cannot be loaded: {', '.join(unread)}")


def _catalog() -> Any:
    from aggregator import settings
    from aggregator.cli.catalog import tell_if_missing
    from aggregator.films.catalog import catalog_at

    tell_if_missing()
    return catalog_at(settings.CATALOG)


def _archive(store: Store) -> Archive:
    from aggregator.store.archive import archive_of

    kept = archive_of(store)
    if kept is None:
        raise Stop(Exit.NOT_FOUND, "pages are not kept: AGGREGATOR_ARCHIVE is off")
    return kept


class _Bar:
    """A line of progress on standard error, begun with the first report."""

    def __init__(self, unit: str) -> None:
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        from aggregator.cli.show import console

        words = TextColumn("{task.fields[words]}", markup=False)
        self._progress = Progress(words, BarColumn(20), TimeRemainingColumn(), console=console(stderr=True))
        self._task = self._progress.add_task("", total=None, words=f"reading {unit}")

    def show(self, report: Report) -> None:
        """Bring the line up to date."""
        self._progress.start()
        reviews = sum(report.outcomes.values())
        words = f"{report.records} records, {report.pages} pages read, {reviews} reviews"
        self._progress.update(self._task, total=report.total, completed=report.done, words=words)

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress.live.is_started:  # else rich writes an empty line
            self._progress.stop()


def _as_json(report: Report) -> dict[str, Any]:
    names = ("accepted", "records", "pages", "passed_over", "failed", "quarantined", "faults")
    row = {name: getattr(report, name) for name in names}
    return row | {"outcomes": dict(report.outcomes), "differences": report.differences.as_dict()}


def _show(report: Report) -> None:
    from aggregator.cli.crawling import found_in_words
    from aggregator.cli.show import console, counted, print_table

    out, found = console(), report.differences
    head = f"{report.pages} pages read of {report.records} records: {found_in_words(report.outcomes)}"
    out.print(head, markup=False)
    if found.fields:
        rows = [(name, one.appear, one.change, one.vanish) for name, one in sorted(found.fields.items())]
        print_table(("field", "appear", "change", "vanish"), rows, right=("appear", "change", "vanish"))
        for name, one in sorted(found.fields.items()):
            for example in (example for some in one.examples.values() for example in some):
                out.print(
                    f"{name}: {_short(example.before)} -> {_short(example.after)}  {example.url}",
                    markup=False,
                    soft_wrap=True,
                )
    for kind, words in (("new", "new"), ("back", "taken again"), ("gone", "no longer taken")):
        if number := getattr(found, kind):
            out.print(
                f"{counted(number, 'review')} {words}: {', '.join(found.examples[kind])}", markup=False, soft_wrap=True
            )
    _show_faults(report.faults, report.failed)
    if not found:
        out.print("nothing differs from what is stored")
    elif not report.accepted:
        out.print("nothing is written yet: add --accept")


def _short(value: Any) -> str:
    from aggregator.cli.show import text

    shown = "nothing" if value in (None, "", [], {}) else text(value).plain
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"


def _show_faults(faults: list[str], number: int) -> None:
    from aggregator.cli.show import console, text

    for line in faults[:FAULTS_SHOWN]:
        console(stderr=True).print(text(line), soft_wrap=True)
    if number > FAULTS_SHOWN:
        console(stderr=True).print(f"and {number - FAULTS_SHOWN} more")
