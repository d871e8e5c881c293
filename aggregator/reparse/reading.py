"""What one worker does: read pages from archive files with today's parser, and nothing else."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from pkgutil import iter_modules
from urllib.parse import urlsplit

from aggregator.crawl.optouts import opt_outs
from aggregator.crawl.posturls import is_front
from aggregator.parse import parse_page
from aggregator.records import Issue, Page, Parsed
from aggregator.reparse.candidates import may_hold_review
from aggregator.site import Site
from aggregator.store.pages import HONOURED
from aggregator.store.warc_reader import Fault, WarcRecord, records, records_at
from aggregator.store.writer import uncollected

PAGE_KINDS = ("response", "conversion")


@dataclass(frozen=True, slots=True)
class Blog:
    """The blog that pages are read as."""

    name: str
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Pages:
    """Work: pages of one blog, each the URL it was asked for and its file and offset."""

    blog: Blog
    directory: Path
    places: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Work: the records of any WARC file that begin in a range of its bytes."""

    file: Path
    start: int
    end: int
    blogs: Mapping[str, Blog]  # by host: blogs that have a name


@dataclass(frozen=True, slots=True)
class Read:
    """One page as read now."""

    asked: str  # the URL it was asked for
    url: str  # the URL that answered
    blog: Blog
    parsed: Parsed


@dataclass(slots=True)
class Readings:
    """What a worker hands back."""

    pages: list[Read] = field(default_factory=list)
    seen: int = 0  # records looked at
    passed_over: int = 0  # of no page, of another type, or no candidates
    faults: list[Fault] = field(default_factory=list)
    size: int = 0  # bytes of the file that are done


Work = Pages | Stretch


def read(work: Work) -> Readings:
    """Do one piece of work; whatever is wrong with a page or a record is told, never raised."""
    with uncollected():  # a page leaves no cycle behind
        return _read_pages(work) if isinstance(work, Pages) else _read_stretch(work)


def stretches(file: Path, length: int, blogs: Mapping[str, Blog]) -> Iterator[Stretch]:
    """A WARC file as pieces of work; raises OSError where it cannot be read."""
    with file.open("rb") as stream:
        stream.seek(0, 2)
        size = stream.tell()
    for start in range(0, max(size, 1), length):
        yield Stretch(file, start, start + length, blogs)


def _read_pages(work: Pages) -> Readings:
    done = Readings()
    for name, some in groupby(work.places, key=itemgetter(1)):
        places = list(some)
        file = records_at(work.directory / name, (offset for _, _, offset in places), tell=done.faults.append)
        for (asked, _, offset), record in zip(places, file, strict=True):
            done.seen += 1
            if record is not None:
                done.pages.append(Read(asked, record.url, work.blog, _parsed(record, work.blog)))
            elif not done.faults or done.faults[-1].offset != offset:
                done.faults.append(Fault(name, offset, f"no record, where the database looks for {asked}"))
    return done


def _read_stretch(work: Stretch) -> Readings:
    done = Readings(size=work.end - work.start)
    for record in records(work.file, wanted=_may_be_page, tell=done.faults.append, start=work.start, end=work.end):
        done.seen += 1
        if not _may_be_page(record) or not may_hold_review(record.content_type, record.body) or _opted_out(record):
            done.passed_over += 1
            continue
        host = host_of(record.url)
        blog = work.blogs.get(host) or Blog(host)
        parsed = _parsed(record, blog)
        parsed = replace(parsed, reviews=tuple(one for one in parsed.reviews if not is_front(one.url)))
        if parsed.reviews or parsed.issues:
            done.pages.append(Read(record.url, record.url, blog, parsed))
    return done


def _may_be_page(record: WarcRecord) -> bool:
    """Whether a record may hold a page, from its headers."""
    if record.kind not in PAGE_KINDS or (record.kind == "response" and record.status != 200):
        return False
    kind = record.content_type.lower()
    return record.url.startswith(("http://", "https://")) and ("html" in kind or not kind)


def _opted_out(record: WarcRecord) -> bool:
    headers = {name: [record.headers[name]] for name in ("x-robots-tag", "tdm-reservation") if name in record.headers}
    return any(word in HONOURED for word in opt_outs(headers, record.body))


def _parsed(record: WarcRecord, blog: Blog) -> Parsed:
    page = Page(record.url, record.body, record.status or 200, record.at, _charset(record.content_type))
    try:
        return parse_page(page, site_of(blog.name, blog.home))
    except Exception:
        return Parsed(issues=(Issue(record.url, "parse", traceback.format_exc()),))


def _charset(content_type: str) -> str | None:
    _, found, rest = content_type.lower().partition("charset=")
    return rest.partition(";")[0].strip(" \"'") or None if found else None


def host_of(url: str) -> str:
    """The name of a blog without one: its host, and its port where one is given."""
    try:
        return urlsplit(url).netloc.lower().rpartition("@")[2].removeprefix("www.")
    except ValueError:
        return ""


@cache
def named_sites() -> frozenset[str]:
    """The names of all site files."""
    return frozenset(module.name for module in iter_modules(import_module("spiders").__path__))


@cache
def site_of(name: str, home: str | None) -> type[Site]:
    """The knobs of a blog: its site file's, or those of a blog without one."""
    if name in named_sites():
        for value in vars(import_module(f"spiders.{name}")).values():
            if isinstance(value, type) and issubclass(value, Site) and vars(value).get("name") == name:
                return value
    return type("Blog", (Site,), {"name": name, "home": home or ""})
