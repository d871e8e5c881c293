"""Drafts a site: from its home page, its feed and a few posts to a site file, saved pages and what they should give."""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from aggregator.crawl.discover import read_home
from aggregator.crawl.entries import Entry
from aggregator.crawl.feeds import parse_feed
from aggregator.dev.expected import ROOT, SavedPage, write_draft
from aggregator.parse import parse_page
from aggregator.records import Page, Parsed, Review
from aggregator.site import Site
from aggregator.values.people import parse_author

POSTS = 2
"""Posts that are saved, reviews before others."""
LOOKED_AT = 6
"""Posts asked for at most to find them."""
HOSTS = frozenset(
    {"wordpress", "blogspot", "substack", "tumblr", "medium", "github", "ghost", "typepad", "livejournal"}
)
"""Second names of hosts whose first is the blog's."""
TAKEN = frozenset({"any", "test", "list"})
NOT_A_NAME = "{!r} cannot be a site's name: lower-case letters, digits and _, and no word of Python's"
SHOULD_SAY = ("film_title", "author", "published", "rating")
"""Fields of which a note is made where no saved review has them."""

Ask = Callable[[str], Page | None]


class DraftError(Exception):
    """A site that cannot be drafted; the message is one line."""


@dataclass(slots=True)
class Draft:
    """What was written for a new site, and what its developer should know."""

    name: str
    file: Path
    folder: Path
    knobs: dict[str, str] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)  # URLs saved
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Read:
    page: Page
    parsed: Parsed


def new_site(home: Page, ask: Ask, *, name: str | None = None, root: Path = ROOT) -> Draft:
    """Draft a site from its fetched home page; `ask` fetches a page or feed and gives None where it cannot.

    Writes spiders/NAME.py and fixtures/sites/NAME/ under `root`; raises DraftError where they exist already, where the
    name cannot be a module's, or where the home page shows no posts.
    """
    name = name or name_of(home.url)
    draft = Draft(name, root / "spiders" / f"{name}.py", root / "fixtures" / "sites" / name)
    if not can_be_named(name):
        raise DraftError(NOT_A_NAME.format(name))
    for path in (draft.file, draft.folder):
        if path.exists():
            raise DraftError(f"{path} exists already: take it away, or give another --name")
    feed = _feed(home, ask)
    front = _Read(home, parse_page(home, Site))
    posts = _posts(home, [entry.url for entry in feed] or list(front.parsed.links), ask)
    if not posts and not front.parsed.reviews:
        raise DraftError(f"{home.url} shows neither a feed nor posts: give the page that lists its posts")
    draft.knobs = {"name": name, "home": home.url} | _knobs(home, feed, [front, *posts])
    draft.notes += _notes([front, *posts])
    _write(draft, [front, *posts])
    return draft


def can_be_named(name: str) -> bool:
    """Whether a site, and so a module, can have this name."""
    return name.isidentifier() and name.islower() and not keyword.iskeyword(name) and name not in TAKEN


def name_of(url: str) -> str:
    """A site's name out of its address: "https://www.quiet-reels.example/" is quiet_reels."""
    labels = (urlsplit(url).hostname or "").removeprefix("www.").split(".")
    first = labels[0] if len(labels) < 3 or labels[1] in HOSTS else labels[-2] if labels[0] == "blog" else labels[0]
    name = re.sub(r"[^a-z0-9]+", "_", first.lower()).strip("_")
    return f"blog_{name}" if name[:1].isdigit() or keyword.iskeyword(name) or name in TAKEN else name


def _feed(home: Page, ask: Ask) -> Sequence[Entry]:
    """The entries of the first feed that the home page names and that can be read."""
    from scrapy.http import HtmlResponse

    named = read_home(HtmlResponse(home.url, body=home.text.encode(), encoding="utf-8"))
    for url in named.feeds[:2]:
        page = ask(url)
        feed = parse_feed(page.text.encode(), url) if page else None
        if feed and feed.entries:
            return feed.entries
    return ()


def _posts(home: Page, urls: Sequence[str], ask: Ask) -> list[_Read]:
    """A few posts of the blog's own host, reviews before others."""
    origin = _origin(home.url)
    found: list[_Read] = []
    for url in [url for url in dict.fromkeys(urls) if _origin(url) == origin][:LOOKED_AT]:
        page = ask(url)
        if page is not None and _origin(page.url) == origin:
            found.append(_Read(page, parse_page(page, Site)))
        if sum(bool(read.parsed.reviews) for read in found) >= POSTS:
            break
    found.sort(key=lambda read: not read.parsed.reviews)
    return found[:POSTS]


def _knobs(home: Page, feed: Sequence[Entry], reads: Sequence[_Read]) -> dict[str, str]:
    """The knobs that the pages leave open and the blog answers as a whole."""
    reviews = [review for read in reads for review in read.parsed.reviews]
    knobs = {}
    root = home.tree.root
    stated = ((root.attributes.get("lang") if root else None) or "").lower()[:2]
    if re.fullmatch(r"[a-z]{2}", stated) and any(review.language is None for review in reviews):
        knobs["language"] = stated
    writers = {entry.author for entry in feed}
    if len(feed) > POSTS and len(writers) == 1 and reviews and not any(review.author for review in reviews):
        author = parse_author(writers.pop() or "")
        knobs |= {"author": author} if author else {}
    return knobs


def _notes(reads: Sequence[_Read]) -> Iterator[str]:
    reviews: list[Review] = [review for read in reads for review in read.parsed.reviews]
    if not reviews:
        yield "no saved page was read as a film review: save one, or see aggregator try URL"
        return
    for name in SHOULD_SAY:
        if not any(getattr(review, name) for review in reviews):
            yield f"no {name} was found: if the pages show one, say where with select"
    if open_scales := {r.rating.raw for r in reviews if r.rating and r.rating.scale_source == "assumed"}:
        yield f"the scale of {', '.join(sorted(open_scales))} is assumed: say it with scale if that is wrong"


def _write(draft: Draft, reads: Sequence[_Read]) -> None:
    origin = _origin(draft.knobs["home"])
    pages: dict[str, Mapping[str, str]] = {}
    draft.folder.mkdir(parents=True)
    for number, read in enumerate(reads):
        path = read.page.url.removeprefix(origin) or "/"
        if path in pages:
            continue
        file = "home.html" if number == 0 else _file_name(path, {reply["file"] for reply in pages.values()})
        (draft.folder / file).write_text(read.page.text, encoding="utf-8")
        pages[path] = {"file": file}
        draft.pages.append(read.page.url)
    blog = {"name": draft.name, "home": origin, "demo": False, "start": next(iter(pages)), "pages": pages}
    (draft.folder / "blog.json").write_text(json.dumps(blog, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    draft.file.write_text(_source(draft), encoding="utf-8")
    for path, reply in pages.items():
        saved = SavedPage(draft.folder / reply["file"], origin + path, draft.name)
        write_draft(saved, saved.parse(type("Drafted", (Site,), dict(draft.knobs))))


def _source(draft: Draft) -> str:
    """The site file: only what differs from the defaults."""
    title = "".join(part.capitalize() for part in draft.name.split("_"))
    host = urlsplit(draft.knobs["home"]).hostname
    knobs = "\n".join(f"    {name} = {json.dumps(value, ensure_ascii=False)}" for name, value in draft.knobs.items())
    return (
        f'"""The blog at {host}."""\n\nfrom aggregator.crawl.spider import BlogSpider\n\n\n'
        f"class {title}(BlogSpider):\n{knobs}\n"
    )


def _file_name(path: str, taken: set[str]) -> str:
    """A file's name out of a post's path: the last words of it."""
    words = re.sub(r"\.\w{2,5}$|[?#].*$", "", path).rstrip("/").rpartition("/")[2]
    stem = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:60] or "post"
    return next(name for n in range(1, 99) if (name := f"{stem}{'' if n == 1 else f'-{n}'}.html") not in taken)


def _origin(url: str) -> str:
    return urljoin(url, "/").rstrip("/")
