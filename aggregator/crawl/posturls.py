"""Which URLs of a blog are its posts: told by their shape, learned from posts that are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

NO_POSTS = re.compile(
    r"tag|tags|tagged|topics?|category|categories|cat|kategorien?|categorie|schlagwort|etiquetas?"
    r"|authors?|autor|autoren|auteur|users?|profile|archives?|archiv|archivo|index|pages?|seite|search"
    r"|feeds?|rss|atom|comments|about|about-us|about-me|contact|contact-us|kontakt|impressum|imprint|datenschutz"
    r"|privacy|privacy-policy|terms|disclaimer|advertise|newsletter|subscribe|sitemap|login|register|shop|store|cart"
    r"|checkout|wp-login|wp-admin|wp-content|wp-json|attachment|galleries|gallery|links|blogroll|faq|home|404"
    r"|reviews?-index|film-index|a-z|genres?|mentions-legales|a-propos|acerca-de|contacto|legal|cookies"
)
"""Path segments under which blogs keep what is no post, a number at their end left out."""
REVIEWS = re.compile(
    r"(?:(?:film|movie|cinema|cine|kino)s?[-_]?)?(?:reviews?|critiques?|criticas?|recensioni|recensies|recensioner"
    r"|kritiken|rezensionen|recenzje|resenas|anmeldelser)|films?|movies?|filme|filmes|peliculas|filmy|cinema|cine|kino"
)
"""Folders in which blogs keep their reviews beside posts of other forms: a collection of Jekyll, a section of Hugo."""
SEVERAL = 3
"""Pages below a known one that make it a section's list: of a post there are pictures, or two pages of comments."""
NO_POST_KEYS = re.compile(r"cat|tag|author|m|paged|page_id|attachment_id|s|feed|replytocom|share|amp|taxonomy")
"""Query keys of WordPress's plain URLs that show no post."""
MONTHS = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
DATE = re.compile(r"/((?:19|20)\d\d)(?:/(\d\d?)(?:/(\d\d?))?/|-(\d\d)-(\d\d)-)")
INDEX = re.compile(r"/index\.\w{3,5}\Z")
SCHEME = re.compile(r"[a-z][a-z0-9+-]*:(?!\d)", re.IGNORECASE)
"""How "http:/blog.example" and "mailto:" begin, and "blog.example:8080" does not."""
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|zip|mp[34]|xml|json|css|js|txt|ics|epub)$", re.IGNORECASE)


def shape(url: str) -> str:
    """The form of a URL, with its words left out: "Y/N/s", "s/s.html", "?p"."""
    parts = urlsplit(url)
    segments = _segments(parts.path)
    words: list[str] = []
    for place, segment in enumerate(segments):
        words.append(_class_of(segment, words, is_last=place == len(segments) - 1))
    keys = sorted(key for key, _ in parse_qsl(parts.query) if not key.startswith("utm_"))
    form = "/".join(words)
    if "/Y/N" in form:
        form = form[form.index("Y/N") :]  # a category before the date says nothing: /essays/2018/11/11/slug/
    return form + ("?" + "&".join(keys) if keys else "")


class PostUrls:
    """Tells posts from other URLs of one blog; `known` are URLs of posts that some source vouches for."""

    def __init__(self, known: Iterable[str], *, home: str, pattern: str | None = None) -> None:
        """`pattern` is the site file's own regular expression, which then decides alone."""
        self._pattern = re.compile(pattern) if pattern else None
        self._learn(list(known))
        self._host = host(home)
        self._home = address(home)
        self._depth = len(_segments(urlsplit(home).path))

    def __contains__(self, url: str) -> bool:
        if self._pattern:
            return self._pattern.search(url) is not None
        if address(url) in self._known:
            return True
        if host(url) != self._host or address(url) == self._home or self._is_other(url):
            return False
        return shape(url) in self._shapes or self._is_filed(url) if self._shapes else reads_as_post(url)

    def _learn(self, known: list[str]) -> None:
        self._known = {address(url): url for url in known}
        self._shapes = {shape(url) for url in known}
        self._allowed = {segment.lower() for url in known for segment in _segments(urlsplit(url).path)[:-1]}

    def among(self, urls: list[str]) -> list[str]:
        """Those of `urls` that are posts; where no post is known, the ones that read as posts teach their shape.

        A known one that others lie below is a section's list, as feeds of Hugo name them, and is forgotten.
        """
        below = Counter(folder for url in urls for folder in _folders(address(url)))
        lists = {known for known in self._known if below[known] >= SEVERAL}
        if lists and not self._pattern:
            self._learn([url for known, url in self._known.items() if known not in lists])
        if self._pattern or self._shapes:
            return [url for url in urls if url in self]
        self._shapes = {shape(url) for url in urls if url in self}
        return [url for url in urls if self._shapes and url in self]

    def is_below_home(self, url: str) -> bool:
        """Whether a URL lies directly below the home page, and is of no kind that holds no posts."""
        place = INDEX.sub("", address(url))
        return (
            place.startswith(f"{self._home}/") and "/" not in place[len(self._home) + 1 :] and not self._is_other(url)
        )

    def _is_filed(self, url: str) -> bool:
        """Whether a URL lies directly in a folder of the blog that is named for film reviews."""
        segments = _segments(urlsplit(url).path)
        return len(segments) > self._depth + 1 and REVIEWS.fullmatch(segments[-2]) is not None

    def _is_other(self, url: str) -> bool:
        parts = urlsplit(url)
        segments = [re.sub(r"\.(?:html?|php|aspx?)$", "", part) for part in _segments(parts.path)]
        if FILE.search(parts.path) or any(NO_POST_KEYS.fullmatch(key) for key, _ in parse_qsl(parts.query)):
            return True
        if segments[-1:] == ["index"]:
            segments = segments[:-1]  # of a copy on a host of files
        stems = {part.rstrip("0123456789-_") or part for part in segments}
        return any(NO_POSTS.fullmatch(stem) for stem in stems - self._allowed)


def reads_as_post(url: str) -> bool:
    """With nothing to learn from: a dated path, a post number, or a slug of several words."""
    segments = _segments(urlsplit(url).path)
    form = shape(url)
    return form.startswith("Y/N/") or form == "?p" or bool(segments and segments[-1].count("-") >= 2)


def is_front(url: str, home: str = "") -> bool:
    """Whether a URL is its host's first page, or the blog's own home page in a folder of it: nobody's permalink."""
    parts = urlsplit(url)
    return (parts.path in ("", "/") and not parts.query) or (bool(home) and address(url) == address(home))


def date_in(url: str) -> str | None:
    """The date that a URL's path carries, as far as it goes: "2013-10-09", "2013-10" or None."""
    match = DATE.search(urlsplit(url).path)
    if not match or not 1 <= int(match[2] or match[4]) <= 12:
        return None
    day = match[3] or match[5]
    return f"{match[1]}-{int(match[2] or match[4]):02}" + (f"-{int(day):02}" if day and 1 <= int(day) <= 31 else "")


def address(url: str) -> str:
    """The URL as one spells it to compare: no scheme, no "www.", no last slash, no fragment."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return host(url) + unquote(parts.path).rstrip("/") + query


def web_address(base: str, link: str) -> str | None:
    """The http or https URL that a link at `base` leads to; None where it leads to none, or cannot be read."""
    try:
        url = urljoin(base, link.strip())
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        return url if is_web else None
    except ValueError:
        return None


def without_controls(url: str) -> str:
    """The URL with its control characters escaped: JSON and plain lists may hold them, and no database keeps a NUL."""
    return CONTROL.sub(lambda match: f"%{ord(match[0]):02X}", url)


def spelled_as(url: str, home: str) -> str:
    """The URL with the scheme and host of the blog's home page, where it is the same host: that saves a redirect."""
    if host(url) != host(home):
        return url
    base = urlsplit(home)
    return urlsplit(url)._replace(scheme=base.scheme, netloc=base.netloc).geturl()


def as_url(home: str) -> str:
    """A home page as an operator types it, as a URL; what begins with a scheme of its own stays as it is."""
    home = home.strip()
    return home if "://" in home or SCHEME.match(home) else f"https://{home}"


def host(url: str) -> str:
    """The URL's host, and its port where one is given, without "www.": the name of a blog without a site file."""
    return urlsplit(url).netloc.lower().rpartition("@")[2].removeprefix("www.")


def _folders(place: str) -> Iterator[str]:
    """The addresses that a URL's address lies below, the host left out."""
    parts = place.split("/")
    for end in range(2, len(parts)):
        yield "/".join(parts[:end])


def are_related(one: str, other: str) -> bool:
    """Whether two hosts are one, or one is below the other."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def _segments(path: str) -> list[str]:
    return [part.lower() for part in unquote(path).split("/") if part]


def _class_of(segment: str, before: list[str], *, is_last: bool) -> str:
    """Y for a year, N for a month or day after it, s for words and for numbers that are a post's own name."""
    stem, dot, extension = segment.rpartition(".")
    if not dot or len(extension) > 5:
        stem, extension = segment, ""
    suffix = f".{extension}" if extension else ""
    if re.fullmatch(r"(?:19|20)\d\d", stem) and not suffix and (not before or not is_last):
        return "Y"
    in_date = before[-1:] in (["Y"], ["N"]) and before[-2:] != ["N", "N"]
    if in_date and not suffix and (MONTHS.fullmatch(stem) or (re.fullmatch(r"\d{1,2}", stem) and 1 <= int(stem) <= 31)):
        return "N"
    return "s" + suffix
