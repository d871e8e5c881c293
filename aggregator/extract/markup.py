"""Claims of markup whose meaning the platform fixes: title, by-line, date and tag classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from aggregator.extract.document import Document, Element, css_path
from aggregator.extract.platforms import names
from aggregator.extract.segment import Post
from aggregator.extract.zones import BODY
from aggregator.records import Claim, Source
from aggregator.values.patterns import Pattern


def find(post: Post) -> Iterator[Claim]:
    """The post's heading, the writers and dates that its classes name, and its categories."""
    heading = post.heading
    if heading is not None:
        named = not set(heading.box.tokens).isdisjoint(names("title", post.platform)) or heading.tag == "h1"
        yield Claim(
            "headline", post.headline or heading.text, Source.PLATFORM if named else Source.HEURISTIC, heading.where
        )
    elif post.headline and not post.alone:
        yield Claim("headline", post.headline, Source.HEURISTIC, post.blocks[0].where)
    texts = {block.index: block.box for block in post.body if len(block.text) > PARAGRAPH}
    yield from author_claims(post, texts)
    yield from date_claims(post, texts)


def around(texts: dict[int, Element], elements: list[Element]) -> list[Element]:
    """The elements that stand in the head or foot of a post, not in its text; `texts` are boxes of paragraphs."""
    return [e for e in elements if e.start not in texts or (not e.inline_text and not e.inside(texts[e.start]))]


def carrying(doc: Document, classes: Iterable[str]) -> Iterator[Element]:
    """The page's elements that carry any of the classes."""
    by_class = doc.by_class
    return chain.from_iterable(map(by_class.__getitem__, filter(by_class.__contains__, classes)))


def author_claims(post: Post, texts: dict[int, Element]) -> Iterator[Claim]:
    """Links with rel=author and elements of a by-line class; of a box, the name inside."""
    classes = names("author", post.platform)
    below = {block.index for block in post.after if block.zone not in ("related", "aside", "nav", "comments")}
    boxes = [element for element in carrying(post.doc, classes) if element.start in below] if below else []
    links = [
        e
        for e in post.doc.between("a", post.start, post.end)
        if ("rel" in e.attrs and "author" in e.get("rel").split()) or is_writers_link(e)
    ]
    classes = (*classes, *post.doc.author_classes)
    seen: set[int] = set()
    for element in around(texts, [*links, *post.elements(*classes), *beside_head(post, classes), *boxes]):
        if "item" in post.doc.by_class and any("item" in outer.tokens for outer in element.chain()):
            continue  # the reviewed thing of an hReview has a name as well
        if files(post, element):
            continue
        named = name_inside(post, element)
        text = post.doc.text_of(named)
        if text and len(text) < 120 and "comment" not in named.classes and id(named) not in seen:
            seen.add(id(named))
            yield Claim("author", text, Source.PLATFORM, css_path(named))


def files(post: Post, box: Element) -> bool:
    """Whether a by-line box holds nothing but links to what the post is filed under."""
    links = [] if box.tag == "a" else [e for e in post.doc.between("a", box.start, box.end + 1) if e.inside(box)]
    return bool(links) and all(TAG_PATH.search(link.get("href").lower()) for link in links)


def is_writers_link(link: Element) -> bool:
    """Whether a link leads to the posts of one writer."""
    href = link.get("href")
    return OWN_PATH in href and link.zone == BODY and any(path in href for path in OWN_PATHS)


def beside_head(post: Post, classes: tuple[str, ...]) -> list[Element]:
    """Elements of the classes in a side column that stands between headline and text."""
    if post.heading is None:
        return []
    between = range(post.heading.index + 1, post.body_start)
    found = carrying(post.doc, classes) if between else ()
    return [element for element in found if element.zone == "aside" and element.start in between]


def name_inside(post: Post, box: Element) -> Element:
    """The element of a by-line box that holds the writer's name alone; the box itself if none does."""
    if box.tag == "a":
        return box
    inner = [e for e in carrying(post.doc, NAME_CLASSES) if e is not box and e.inside(box)]
    links = [e for e in post.doc.between("a", box.start, max(box.end, box.start + 1)) if e.inside(box)]
    inner += [e for e in links if "author" in e.get("rel").split() or any(p in e.get("href") for p in AUTHOR_PATHS)]
    return next((e for e in inner if post.doc.text_of(e)), box)


def date_claims(post: Post, texts: dict[int, Element]) -> Iterator[Claim]:
    """`<time>` elements and elements of a date class; never a modified date."""
    times = [
        e for e in post.doc.between("time", post.start, post.end) if e.zone not in ("comments", "related", "aside")
    ]
    classes = (*names("date", post.platform), *post.doc.date_classes)
    for element in around(texts, [*times, *post.elements(*classes)]):
        if is_change(element) or says_modified(post, element) or on_card(post, element):
            continue
        stated = element.get("datetime")
        if stated.endswith("Z") and DAY.fullmatch(day := post.doc.text_of(element)) and day != stated[: len(day)]:
            stated = day  # by the writer's clock
        for text in (stated,) if stated else (element.get("title"), post.doc.text_of(element)):
            if text and len(text) < 120 and any(map(str.isdigit, text)):
                yield Claim("published", text, Source.PLATFORM, css_path(element))


def on_card(post: Post, element: Element) -> bool:
    """Whether an element stands in a link that holds more than it, a card of another post."""
    link = next((outer for outer in element.chain() if outer.tag == "a"), None)
    return link is not None and len(post.doc.text_of(link)) > len(post.doc.text_of(element)) + CARD


def is_change(element: Element) -> bool:
    """Whether an element's classes or microdata say that it holds when the post was changed."""
    if element.get("itemprop") == "dateModified":
        return True
    classes = element.classes
    if not ("update" in classes or "modified" in classes or "history" in classes):
        return False
    return "published" not in element.tokens and any(map(CHANGED.fullmatch, element.tokens))


def says_modified(post: Post, element: Element) -> bool:
    """Whether the line of a <time> begins with words such as "Updated:" and gives no other date."""
    blocks = post.doc.blocks
    line = blocks[element.start].text[:40].lower() if element.start < len(blocks) else ""
    return line.startswith(MODIFIED) and sum(map(str.isdigit, blocks[element.start].text)) <= DIGITS


def tags_of(post: Post) -> list[str]:
    """The post's categories and tags, as written."""
    if post.tags is None:
        post.tags = list(dict.fromkeys(filter(None, stated_tags(post))))
    return post.tags


def stated_tags(post: Post) -> list[str]:
    """Texts of links, elements and metas that name a category or tag of the post."""
    links = list(tag_links(post, post.start, post.end))
    lines = Counter(link.start for link in links)
    indexes = {start for start, number in lines.items() if number > MOST_CATEGORIES and is_index(post, start)}
    found = [link.inline_text for link in links if link.start not in indexes]
    below = [link.inline_text for link in tag_links(post, post.end, post.end + 12)] if post.alone else []
    below = [text for text in below if not COUNTED.search(text)]
    found += below if len(below) <= MOST_BELOW else []
    for token in post.root.tokens if post.root is not None else ():
        kind, _, tag = token.partition("-")
        if kind in ("category", "tag") and tag:
            found.append(tag.replace("-", " "))
    for element in post.elements(*names("tags", post.platform)):
        text = post.doc.text_of(element)
        if text and len(text) < 60:
            found.append(text)
    for name in ("article:tag", "article:section", "keywords"):
        if post.alone:
            for content in post.doc.metas.get(name, ()):
                parts = [part.strip() for part in content.split(",")]
                if len(parts) <= MOST_KEYWORDS and not (name == "keywords" and are_the_sites(parts, post.url)):
                    found.extend(parts)
    return found


def is_index(post: Post, start: int) -> bool:
    """Whether a line stands under a heading of the site's own index."""
    above = post.doc.blocks[start - 1] if start else None
    return above is not None and above.level > 0 and above.text.rstrip(": ").lower() in INDEXES


def are_the_sites(keywords: list[str], url: str) -> bool:
    """Whether keywords are the site's own: one of them is its name, as the host writes it."""
    host = url.partition("://")[2].partition("/")[0].lower().split(".")
    return any(keyword.lower().replace(" ", "").replace("-", "") in host for keyword in keywords if len(keyword) > 3)


def tag_links(post: Post, start: int, end: int) -> Iterator[Element]:
    """Links of a range of blocks to a page that lists posts of one subject."""
    for link in post.doc.between("a", start, end):
        if link.zone in FOREIGN:
            continue
        rel = link.attrs.get("rel")
        if (rel and not TAGGING.isdisjoint(rel.split())) or TAG_PATH.search(link.get("href").lower()):
            yield link


PARAGRAPH = 130
"""Characters of a line from which it is text."""
COUNTED = Pattern(r" \(\d{1,3}\)\Z")
"""How a line of the site's own index ends: "Games (12)"."""
INDEXES = frozenset(
    ("categories", "tags", "kategorien", "catégories", "categorías", "categorie", "categorias", "topics")
)
"""Headings of the site's own index, in lower case."""
MOST_CATEGORIES = 5
"""Categories of a post in a line under such a heading; more are all that the site has."""
MOST_BELOW = 6
"""Tags that may stand behind a post; more are the site's own index."""
MOST_KEYWORDS = 25
"""Keywords of a post; more are the site's."""
DAY = Pattern(r"(?:19|20)\d\d-\d\d-\d\d")
"""A day as shown beside a moment of Greenwich time."""
CHANGED = Pattern(r"(?:[a-z]+[-_]+){0,3}(?:updated?|modified|history)(?:[-_]+(?:date|time|at|on))?")
"""What a class looks like that holds when a post was changed."""
MODIFIED = (
    "updated",
    "last updated",
    "last modified",
    "modified",
    "aktualisiert",
    "zuletzt",
    "mis à jour",
    "actualizado",
)
"""How a line begins that says when a post was changed (in lower case)."""
DIGITS = 8
"""Digits of one date."""
CARD = 12
"""Characters that a link to the post's own page may hold beside its date ("Posted on ")."""
NAME_CLASSES = ("p-name", "fn", "author-name", "author__name", "byline-name", "name")
"""Classes of a writer's name inside a by-line box."""
OWN_PATH = "/author"
OWN_PATHS = ("/author/", "/authors/")
"""Pieces of an address that lists one writer's posts, on most platforms; all hold the first."""
AUTHOR_PATHS = ("/author/", "/authors/", "/user/", "/users/", "/profile/", "/contributor/", "/writers/", "/autor/")
"""Pieces of an address that is a writer's own."""
FOREIGN = frozenset(("nav", "aside", "comments", "related"))
"""Zones whose links are about other posts."""
TAGGING = frozenset(("tag", "category"))
TAG_PATH = Pattern(r"/(?:tags?|category|categories|label|topic|genre|kategorie|categorie|categoria)/")
"""A piece of an address that lists posts of one subject."""
