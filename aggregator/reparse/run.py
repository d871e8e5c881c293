"""Pages read again: from the archive to the differences, and into the store where they are accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby, islice
from pathlib import Path

import xxhash

from aggregator import runs
from aggregator.films import TitleIndex
from aggregator.ingest import Tools, ingest_all
from aggregator.records import Review
from aggregator.reparse.differences import Differences
from aggregator.reparse.pool import Crashed, spread
from aggregator.reparse.reading import Blog, Pages, Read, Readings, Work, host_of, read, stretches
from aggregator.store import Store, Writer, archived, removal
from aggregator.store import pages as store_pages
from aggregator.store.archive import Archive
from aggregator.store.save import review_key
from aggregator.store.urls import url_key

AT_ONCE = 50
"""Pages in one piece of work, and in one transaction."""
STRETCH = 16 * 1024 * 1024
"""Bytes of another crawler's file in one piece of work."""
FAULTS_KEPT = 1_000
MOST_HELD = 5_000
"""Pages of other crawlers' listings that wait for the posts' own pages; the first of more are filed at once."""


@dataclass(slots=True)
class Report:
    """How a re-parse went, or how it stands."""

    pages: int = 0  # read with today's parser
    records: int = 0  # looked at
    passed_over: int = 0  # records of other crawlers that hold no review
    failed: int = 0  # pages and records that could not be read
    quarantined: int = 0  # pages on which parsing raised
    done: int = 0  # of `total`: pages, or bytes of files
    total: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    differences: Differences = field(default_factory=Differences)
    faults: list[str] = field(default_factory=list)  # one line each, the first thousand
    accepted: bool = False


Progress = Callable[[Report], None]


class _Undo(Exception):
    """Ends a transaction that was only to show what it would change."""


def reparse(
    store: Store,
    archive: Archive,
    sites: Collection[str] | None = None,
    *,
    accept: bool = False,
    workers: int | None = None,
    catalog: TitleIndex | None = None,
    progress: Progress = lambda _: None,
) -> Report:
    """Read the archived pages of some blogs, or of all, with today's parser; nothing is fetched.

    What differs from the store is reported, and written only where it is accepted, as revisions with the cause
    "reparsed": reviews that are no longer taken become tombstones, and come back when they are taken again.
    """
    report = Report(total=archived.archived_count(store, sites), accepted=accept)
    pages = archived.archived_pages(store, sites)
    for blog, some in groupby(pages, key=lambda page: Blog(page.site, page.home)):
        one = _Filing(store, report, accept=accept, catalog=catalog, reparsed=True)
        if accept:
            one.run_id = runs.begin(store, blog.name, kind="reparse")
        for result in spread(read, _pieces(archive.directory, blog, some), workers):
            one.take(result)
            progress(report)
        one.finish()
        if one.run_id is not None:
            runs.finish(store, one.run_id, one.tally(), catalog=catalog)
    return report


def take_in(
    store: Store,
    files: Sequence[Path],
    *,
    accept: bool = False,
    workers: int | None = None,
    catalog: TitleIndex | None = None,
    progress: Progress = lambda _: None,
) -> Report:
    """Read the film reviews of WARC files of any crawler; raises OSError where one cannot be opened.

    They are reported, and stored only where they are accepted, under the blog whose home is on their host, or its name.
    """
    report = Report(total=sum(file.stat().st_size for file in files), accepted=accept)
    named = archived.homes(store)
    blogs = {host_of(home): Blog(name, home) for name, home in named.items() if home}
    works: Iterator[Work] = (work for file in files for work in stretches(file, STRETCH, blogs))
    filing = _Filing(store, report, accept=accept, catalog=catalog, reparsed=False)
    for result in spread(read, works, workers):
        filing.take(result)
        progress(report)
    filing.finish()
    return report


def _pieces(directory: Path, blog: Blog, pages: Iterable[archived.ArchivedPage]) -> Iterator[Work]:
    rest = iter(pages)
    while some := [(page.url, page.file, page.offset) for page in islice(rest, AT_ONCE)]:
        yield Pages(blog, directory, tuple(some))


class _Filing:
    """From readings to the store, piece by piece; each piece is one transaction."""

    def __init__(
        self, store: Store, report: Report, *, accept: bool, catalog: TitleIndex | None, reparsed: bool
    ) -> None:
        self.store, self.report, self.accept = store, report, accept
        self.catalog, self.reparsed = catalog, reparsed
        self.run_id: int | None = None
        self.outcomes: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.filled: Counter[str] = Counter()
        self.whole = 0  # reviews that were read whole, of which `filled` tells
        self._listed: set[int] = set()  # hashes of the posts that listings showed and were taken
        self._doubted: dict[str, str] = {}  # key to URL: posts that a listing showed and were not
        self._spoken: set[int] = set()  # hashes of the pages of other crawlers that gave reviews of their own
        self._held: list[Read] = []

    def take(self, result: Readings | Crashed[Work]) -> None:
        """File what one piece of work gave."""
        report = self.report
        if isinstance(result, Crashed):
            report.failed += 1
            self._tell(f"{_name(result.work)}: reading it ended the process, twice")
            return
        report.records += result.seen
        report.passed_over += result.passed_over
        report.failed += len(result.faults)
        report.done = min(report.total, report.done + (result.size or result.seen))
        for fault in result.faults:
            self._tell(str(fault))
        report.pages += len(result.pages)
        self._file_all(result.pages if self.reparsed else self._without_listings(result.pages))

    def _without_listings(self, pages: Sequence[Read]) -> list[Read]:
        """The pages that speak for themselves: a listing waits, for what it shows may have a page of its own."""
        mine = []
        for page in pages:
            keys = _keys(page)
            own = [url_key(review.url) in keys for review in page.parsed.reviews]
            if any(own):
                self._spoken |= set(map(_hash, keys))
            if all(own) or len(self._held) >= MOST_HELD:
                mine.append(page)
            else:
                self._held.append(page)
        return mine

    def _file_all(self, pages: Sequence[Read]) -> None:
        for start in range(0, len(pages), AT_ONCE):
            self._in_one_go(partial(self._file, pages[start : start + AT_ONCE]))

    def finish(self) -> None:
        """File the listings that wait; bury the posts that no listing shows as reviews any more, and no page either."""
        self._file_all(self._held)
        doubted = [url for key, url in self._doubted.items() if _hash(key) not in self._listed]
        for start in range(0, len(doubted), AT_ONCE):
            some = doubted[start : start + AT_ONCE]
            self._in_one_go(partial(self._bury, some))

    def tally(self) -> runs.Tally:
        """What the run's record says."""
        causes = {f"post/left-out/{label}": number for label, number in self.left_out.items()}
        causes |= {"page/quarantine": self.report.quarantined} if self.report.quarantined else {}
        return runs.Tally(dict(self.outcomes), causes, dict(self.filled), whole=self.whole)

    def _in_one_go(self, work: Callable[[Writer], None]) -> None:
        try:
            with self.store.write() as writer:
                before = archived.last_revision(writer)
                work(writer)
                self.report.differences.add(archived.changes_since(writer, before))
                if not self.accept:
                    raise _Undo
        except _Undo:
            return

    def _file(self, pages: Sequence[Read], writer: Writer) -> None:
        own = self._own_pages(writer, pages)
        reviews = [review for page in pages for review in self._mine(page, own)]
        outcomes = ingest_all(reviews, Tools(writer, run_id=self.run_id, catalog=self.catalog, reparsed=self.reparsed))
        for review in (review for review in reviews if review.complete):
            self.whole += 1
            self.filled.update(name for name in runs.FILLED if getattr(review, name))
        kinds = Counter(outcome.kind for outcome in outcomes)
        self.outcomes.update(kinds)
        self.report.outcomes.update(kinds)
        alive = archived.alive_reviews(writer, set().union(*map(_keys, pages))) if self.reparsed else set()
        for page in pages:
            self._file_rest(writer, page, own, alive)
        if self.run_id is not None:
            runs.beat(writer, self.run_id, self.outcomes)

    def _own_pages(self, writer: Writer, pages: Sequence[Read]) -> Mapping[str, bool]:
        """The posts of listings that are pages of their own."""
        urls = [post.url for page in pages for post in page.parsed.reviews]
        urls += [post.url for page in pages for post in page.parsed.left_out]
        return archived.own_pages(writer, {key for url in urls if (key := url_key(url))})

    def _mine(self, page: Read, own: Mapping[str, bool]) -> Iterator[Review]:
        """The reviews that a page speaks for: its own, and those that no page of their own does."""
        keys = _keys(page)
        for review in page.parsed.reviews:
            key = url_key(review.url) or ""
            if key in keys or not (own.get(key) or _hash(key) in self._spoken):
                if key not in keys and self.reparsed:
                    self._listed.add(_hash(key))
                yield review

    def _file_rest(self, writer: Writer, page: Read, own: Mapping[str, bool], alive: Collection[str]) -> None:
        """What was left out, what raised, and which reviews a page had and has no longer."""
        parsed, blog = page.parsed, page.blog.name
        for issue in parsed.issues:
            self.report.quarantined += 1
            store_pages.record_quarantine(writer, blog, issue, self.run_id)
        if not self.reparsed:
            return
        keys = _keys(page)
        for left in parsed.left_out:
            self.left_out[left.label] += 1
            key = url_key(left.url) or ""
            if key in keys or key not in own:
                store_pages.record_left_out(writer, blog, left)
            if key and key not in keys and key not in own:
                self._doubted[key] = left.url
        if parsed.issues:
            return
        store_pages.release_quarantine(writer, page.asked)
        taken = {place for review in parsed.reviews if (place := review_key(review))}
        for url in (page.asked, page.url):
            mine = {place for place in alive if place.partition("#")[0] == url_key(url)}
            if not mine <= taken:
                removal.bury(writer, url, besides=taken, cause="reparsed", run_id=self.run_id)

    def _bury(self, urls: Sequence[str], writer: Writer) -> None:
        for url in urls:
            removal.bury(writer, url, cause="reparsed", run_id=self.run_id)

    def _tell(self, line: str) -> None:
        if len(self.report.faults) < FAULTS_KEPT:
            self.report.faults.append(line)


def _keys(page: Read) -> frozenset[str]:
    return frozenset(key for url in (page.asked, page.url) if (key := url_key(url)))


def _name(work: Work) -> str:
    return f"pages of {work.blog.name}" if isinstance(work, Pages) else f"{work.file.name}:{work.start}"


def _hash(key: str) -> int:
    return xxhash.xxh3_64_intdigest(key.encode())
