"""One page as posts: where each begins and ends, its heading, address and own text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from aggregator.extract.document import Block, Document, Element
from aggregator.extract.listing import is_excerpt, listed_posts
from aggregator.extract.platforms import Platform, names, platform_of
from aggregator.extract.walk import read
from aggregator.extract.zones import BODY
from aggregator.records import Page
from aggregator.site import Site
from aggregator.values.text import detect_language, fold

HEAD_LINE = 130
"""Longest line, in characters, that may belong to the head of a post (dates, by-lines, categories)."""
DENSE = 0.7
"""Share of the page's text that the box of a post without markup must hold."""
BY = re.compile(
    r"(?:written |posted |published |review(?:ed)? |words |text |film )*(?:by|von|par|por|di|door|av|af|przez"
    r"|autor|author|auteur)\b"
    r"|(?:posted|published|filed|tagged|category|categor|updated|last updated|publié|veröffentlicht|publicado"
    r"|pubblicato)\b"
    r"|\d+ ?(?:min|minutes?|words|comments?)\b",
    re.I,
)


@dataclass
class Post:
    """One entry cut from a page; lives only inside `parse_page`."""

    doc: Document
    url: str
    headline: str | None
    heading: Block | None  # the block of the headline
    start: int  # first block of the post, its head included
    end: int  # one past its last block
    platform: Platform
    root: Element | None = None
    body_root: Element | None = None  # the element of the writer's text, where markup names it
    complete: bool = True
    alone: bool = True  # the page's only post: what the page says in its head, it says of this post
    language: str | None = None
    after: list[Block] = field(default_factory=list)  # lines that follow the post outside its root: tags, author box

    @cached_property
    def blocks(self) -> list[Block]:
        """Every block of the post, whatever its zone."""
        return self.doc.blocks[self.start : self.end]

    @cached_property
    def body_start(self) -> int:
        """Index of the first block that is the writer's text."""
        first = self.heading.index + 1 if self.heading is not None else self.start
        if self.body_root is not None:
            return max(self.body_root.start, self.start)
        for block in self.doc.blocks[first : self.end]:
            if block.zone == BODY and not is_head_line(block):
                return block.index
        return first

    @cached_property
    def body(self) -> list[Block]:
        """The writer's text and pictures, line by line."""
        end = min(self.end, self.body_root.end) if self.body_root is not None else self.end
        return [
            block
            for block in self.doc.blocks[self.body_start : end]
            if block.zone == BODY and block is not self.heading
        ]

    @cached_property
    def head(self) -> list[Block]:
        """Lines around the headline: dates, by-lines, categories, a rating."""
        return [b for b in self.doc.blocks[self.start : self.body_start] if b is not self.heading and b.zone != "nav"]

    @cached_property
    def foot(self) -> list[Block]:
        """Lines after the text that still belong to the post: by-lines, tags, the author box."""
        last = self.body[-1].index + 1 if self.body else self.body_start
        inside = [
            block for block in self.doc.blocks[last : self.end] if block.zone not in ("comments", "related", "nav")
        ]
        return inside + self.after

    @cached_property
    def text(self) -> str:
        """The writer's text, one line a block."""
        return "\n".join(block.text for block in self.body if block.text)

    def elements(self, *class_names: str) -> list[Element]:
        """Elements of the post that carry any of the classes, outside comments and related posts."""
        return [
            element
            for name in class_names
            for element in self.doc.by_class.get(name, ())
            if self.start <= element.start < self.end and element.zone not in ("comments", "related", "nav", "aside")
        ]


def is_head_line(block: Block) -> bool:
    """Whether a line reads like the head of a post, not like its text."""
    if not block.text:
        return not block.images
    if len(block.text) > HEAD_LINE:
        return False
    if block.times or BY.match(block.text):
        return True
    linked = sum(len(link.inline_text) for link in block.links)
    return bool(linked) and linked >= len(block.text) * 0.6


def segment(page: Page, site: type[Site] | Site = Site) -> tuple[Document, list[Post]]:
    """The page's document and its posts, in page order."""
    doc = read(page)
    platform = platform_of(doc, site.platform)
    if not doc.blocks:
        return doc, []
    entries = listed_posts(doc, platform)
    posts: list[Post] = []
    for entry in entries:
        post = Post(
            doc, entry.url, entry.heading.text, entry.heading, entry.start, entry.end, platform, entry.root, alone=False
        )
        post.body_root = body_element(post)
        post.complete = not is_excerpt(doc, entry)
        posts.append(post)
    if not posts:
        posts = [single_post(doc, platform)]
    for post in posts:
        post.language = language_of(post, site.language)
    return doc, posts


def single_post(doc: Document, platform: Platform) -> Post:
    """The one post of a page."""
    root = post_root(doc, platform)
    heading = page_heading(doc, root)
    start, end = (root.start, root.end) if root is not None else (0, len(doc.blocks))
    if heading is not None and heading.index < start:
        start = heading.index
    lead = doc.blocks[max(0, start - 3) : start]
    while lead and lead[-1].zone == BODY and is_head_line(lead[-1]):
        start = lead.pop().index
    post = Post(doc, doc.canonical, heading.text if heading is not None else None, heading, start, end, platform, root)
    post.body_root = body_element(post)
    post.after = [
        b for b in doc.blocks[end : end + 12] if b.zone in (BODY, "author", "share", "footer") and len(b.text) < 600
    ]
    return post


def body_element(post: Post) -> Element | None:
    """The element that holds the writer's text, where the platform or microdata names it."""
    found = [e for e in post.elements(*names("body", post.platform)) if e.end > e.start and e.zone == BODY]
    found = [e for e in found if e.tag not in ("body", "main", "html") and e is not post.root]
    if not found:
        return None
    own = [e for e in found if not set(e.tokens).isdisjoint(post.platform.body)]
    best = max(own or found, key=lambda e: size(post.doc, e.start, e.end))
    if size(post.doc, best.start, best.end) * 2 < size(post.doc, post.start, post.end):
        return None
    if post.heading is not None and best.start <= post.heading.index < best.end:
        return None
    return best


def size(doc: Document, start: int, end: int) -> int:
    """Characters of post text between two blocks."""
    return sum(len(block.text) for block in doc.blocks[start:end] if block.zone == BODY)


def post_root(doc: Document, platform: Platform) -> Element | None:
    """The element of a page's only post: marked as one, or the smallest that holds most of the text."""
    total = size(doc, 0, len(doc.blocks))
    marked = [e for name in names("post", platform) for e in doc.by_class.get(name, ())]
    marked += doc.by_tag.get("article", [])
    sized = [(size(doc, e.start, e.end), e) for e in marked if e.zone == BODY and e.tag != "body"]
    if sized:
        best, root = max(sized, key=lambda pair: (pair[0], -len(list(pair[1].chain()))))
        if best * 2 >= total:
            return root
    dense: Element | None = None
    for element in doc.elements:
        if element.end - element.start < 2 or element.tag in ("html", "body") or element.zone != BODY:
            continue
        if dense is not None and not element.inside(dense):
            continue
        if size(doc, element.start, element.end) >= total * DENSE:
            dense = element
    return dense


def page_heading(doc: Document, root: Element | None) -> Block | None:
    """The heading of a page's only post: the highest near its text, best the one the page's title repeats."""
    title = fold(doc.meta("og:title", "twitter:title") or "") or fold(doc.title)
    full_title = fold(doc.title)
    best: tuple[float, Block] | None = None
    end = root.end if root is not None else len(doc.blocks)
    for block in doc.blocks[:end]:
        classes = block.box.tokens
        named = any(name in classes for name in ("entry-title", "post-title", "p-name", "article-title", "title"))
        if not (block.level or named) or not block.text or block.zone not in (BODY, "hidden"):
            continue
        key = fold(block.text)
        worth = 4.0 - block.level if block.level else 1.5
        if key and (key in title or title in key or key in full_title):
            worth += 4.0 * min(1.0, len(key) / max(1, len(title)) + 0.3)
        if named:
            worth += 1.5
        if root is not None and block.index >= root.start:
            worth += 1.0 - min(1.0, (block.index - root.start) / 10)
        if any(is_home(doc, link) for link in block.links):
            worth -= 6
        if best is None or worth > best[0]:
            best = (worth, block)
    return best[1] if best is not None and best[0] >= 1.5 else None


def is_home(doc: Document, link: Element) -> bool:
    """Whether a link leads to the blog's front page."""
    href = link.get("href").strip()
    return href in ("/", ".", "./", "..", "../") or (
        doc.absolute(href).count("/") == 3 and doc.absolute(href).endswith("/")
    )


def language_of(post: Post, stated: str | None) -> str | None:
    """ISO 639-1 code of a post: the site file's, else what its words show, else what the page declares."""
    if stated:
        return stated
    declared = (post.doc.lang or "").replace("_", "-").partition("-")[0].lower()
    shown = detect_language(post.text[:3000])
    return shown or (declared if len(declared) == 2 else None)
