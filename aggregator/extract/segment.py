"""One page as posts: where each begins and ends, its heading, address and own text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, compress
from operator import itemgetter

from aggregator.extract.document import Block, Document, Element
from aggregator.extract.heading import HEAD_LINE, LONGEST_HEADING, page_heading, repeated
from aggregator.extract.listing import is_excerpt, leads_on, listed_posts
from aggregator.extract.platforms import Platform, names, platform_of
from aggregator.extract.reading import read
from aggregator.extract.sitename import stated_title
from aggregator.extract.zones import BODY
from aggregator.records import Claim, Page
from aggregator.site import Site
from aggregator.values.dates import parse_date
from aggregator.values.languages import language_of_words
from aggregator.values.once import once
from aggregator.values.patterns import Pattern
from aggregator.values.text import fold
from aggregator.values.titles import Headline, parse_headline
from aggregator.values.vocabulary import lower_words

LONGEST_DAY = 40
"""Characters of a line that is a date."""
SAME = 3.0
"""What it is worth at least that the page's title repeats a heading, for the heading to be the post's."""
DENSE = 0.7
"""Share of the page's text that the box of a post without markup must hold."""
HEAD = 4
HEAD_OF = itemgetter(slice(HEAD))
"""Letters of a word by which tables of words are entered, and what takes them."""
AFTER = 12
"""Lines below a page's only post that are looked at."""
LONGEST_AFTER = 600
READ = 12_000
"""Characters of a post in which words are counted."""
SEE_ALSO = Pattern(
    r"(?:see also|related(?: \w+)?|you (?:may|might) (?:also )?(?:like|enjoy)|read next|more (?:reviews|posts)"
    r"|siehe auch|lies auch|(?:ähnliche|verwandte|weitere) (?:beiträge|artikel|kritiken|filmkritiken)|auch interessant"
    r"|(?:das|dies) könnte (?:dich|sie|dir) .{0,30}|voir aussi|(?:à )?lire (?:aussi|également)|articles "
    r"(?:similaires|liés)"
    r"|sur le même (?:sujet|thème)|vous (?:aimerez|pourriez) .{0,30}|ver también|véase también|leer también"
    r"|(?:también |quizás? )?te puede interesar|(?:entradas|artículos|posts?|reseñas|críticas) relacionad[oa]s|leggi "
    r"(?:anche|pure)"
    r"|vedi anche|(?:articoli|post) (?:correlati|simili)|(?:ti )?potrebbe(?:ro)? .{0,30}|veja também|leia também"
    r"|(?:posts?|artigos|postagens|textos) relacionad[oa]s|você (?:também )?(?:pode|vai) gostar.{0,20}|zie ook|lees ook"
    r"|gerelateerd(?:e \w+)?|meer (?:recensies|berichten)|misschien vind je .{0,20}|zobacz (?:też|także)|czytaj "
    r"(?:też|także"
    r"|również)|(?:podobne|powiązane) (?:wpisy|artykuły|posty|recenzje)|se också|läs (?:också|även)"
    r"|(?:relaterade?|liknande|fler) (?:inlägg|artiklar|recensioner)|relaterat|se også|læs også"
    r"|(?:relaterede|lignende|flere) (?:indlæg|artikler|anmeldelser)|les også|lignende innlegg)\W*\Z",
    re.I,
)
"""A heading over links to other posts."""
BY = Pattern(
    r"(?:written |post(?:ed)? |published |review(?:ed)? |words |text |film )*(?:by|von|par|por|di|door|av|af|przez"
    r"|autor|author|auteur)\b"
    r"|(?:post )?(?:posted|published|filed|tagged|category|categor|comments|reading time|updated|last updated|publié"
    r"|veröffentlicht|publicado|pubblicato|publicad[oa]|postado|geplaatst|gepubliceerd|opublikowan\w|dodan\w"
    r"|publicera[dt]"
    r"|udgivet|publisert|kategori|kategorie|categor[ií]as?|catégories?|rubrik|etiketter|etiquetas|etichette)\b"
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
    parent: Post | None = None  # of a section: the post that it is a part of, which states writer and date
    film: str | None = None  # of a section without a heading of its own: which film of the headline it is about
    stated: list[Claim] | None = None  # what its sections have from it, once collected
    titles: tuple[Claim, ...] | None = None  # claims of the film's title, the best first, once somebody asked
    position: int = 0  # from 0, among the sections of a post
    tags: list[str] | None = field(default=None, init=False)  # categories and tags as written, once somebody asked
    after: list[Block] = field(default_factory=list)  # lines that follow the post outside its root: tags, author box

    @once
    def blocks(self) -> list[Block]:
        """Every block of the post, whatever its zone."""
        return self.doc.blocks[self.start : self.end]

    @once
    def body_start(self) -> int:
        """Index of the first block that is the writer's text."""
        first = self.heading.index + 1 if self.heading is not None else self.start
        if self.body_root is not None:
            return max(self.body_root.start, self.start)
        for block in self.doc.blocks[first : self.end]:
            if block.zone == BODY and not is_head_line(block):
                return block.index
        return first

    @once
    def body(self) -> list[Block]:
        """The writer's text and pictures, line by line."""
        end = min(self.end, self.body_root.end) if self.body_root is not None else self.end
        return [
            block
            for block in self.doc.blocks[self.body_start : end]
            if block.zone == BODY and block is not self.heading and (self.alone or not leads_on(block))
        ]

    @once
    def head(self) -> list[Block]:
        """Lines around the headline: dates, by-lines, categories, a rating."""
        return [b for b in self.doc.blocks[self.start : self.body_start] if b is not self.heading and b.zone != "nav"]

    @once
    def foot(self) -> list[Block]:
        """Lines after the text that still belong to the post: by-lines, tags, the author box."""
        last = self.body[-1].index + 1 if self.body else self.body_start
        inside = [
            block for block in self.doc.blocks[last : self.end] if block.zone not in ("comments", "related", "nav")
        ]
        return inside + self.after

    @once
    def lines(self) -> list[Block]:
        """The writer's text, without lines that are pictures only."""
        return [block for block in self.body if block.text]

    @once
    def text(self) -> str:
        """The writer's text, one line a block."""
        return "\n".join([block.text for block in self.lines])

    @once
    def begins(self) -> list[int]:
        """Where each of the lines begins in the text."""
        return begins_of([block.text for block in self.lines])

    @once
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @once
    def key(self) -> str:
        """The text folded, between spaces: a folded phrase between spaces stands in it as whole words."""
        return f" {fold(self.text)} "

    @once
    def words(self) -> Counter[str]:
        """The words of the text's first `READ` characters, in lower case, with how often each stands there."""
        return Counter(lower_words(self.low[:READ]))

    @once
    def word_heads(self) -> list[str]:
        """The first `HEAD` letters of every word in `words`, in its order."""
        return list(map(HEAD_OF, self.words))

    @once
    def heads(self) -> frozenset[str]:
        """The first `HEAD` letters of every word of the text, in lower case: what a table of words is held against."""
        if len(self.low) <= READ:
            return frozenset(self.word_heads)
        return frozenset([*self.word_heads, *map(HEAD_OF, lower_words(self.low[self.low.rfind(" ", 0, READ) + 1 :]))])

    def words_from(self, heads: Container[str]) -> Iterator[str]:
        """The words in `words` that begin with some of the heads."""
        return compress(self.words, map(heads.__contains__, self.word_heads))

    @once
    def announced(self) -> Headline:
        """What the headline says."""
        return parse_headline(self.headline, language=self.language) if self.headline else Headline()

    def elements(self, *class_names: str) -> list[Element]:
        """Elements of the post that carry any of the classes, outside comments and related posts."""
        by_class = self.doc.by_class
        return [
            element
            for name in filter(by_class.__contains__, class_names)
            for element in by_class[name]
            if self.start <= element.start < self.end and element.zone not in ("comments", "related", "nav", "aside")
        ]


def begins_of(lines: list[str]) -> list[int]:
    """Where each of some lines begins in a text of them, and where the next would."""
    return list(accumulate([len(line) + 1 for line in lines], initial=0))


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
        heading = entry.heading if entry.headline is None else None
        headline = entry.headline or entry.heading.text
        post = Post(doc, entry.url, headline, heading, entry.start, entry.end, platform, entry.root, alone=False)
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
    heading, headline = page_heading(doc, root, platform)
    start, end = (root.start, root.end) if root is not None else (0, len(doc.blocks))
    if heading is not None and heading.index < start:
        start = heading.index
    lead = doc.blocks[max(0, start - 3) : start]
    while lead and lead[-1].zone == BODY and (is_head_line(lead[-1]) or is_day(lead[-1])):
        start = lead.pop().index
    post = Post(doc, doc.canonical, headline, heading, start, end, platform, root)
    set_related(doc, start, end)
    post.body_root = body_element(post)
    post.after = list(lines_after(doc, end))
    return post


def set_related(doc: Document, start: int, end: int) -> None:
    """Give the links below a heading such as "See also" the zone of related posts."""
    for block in doc.blocks[start:end]:
        if not block.level or block.zone != BODY or not SEE_ALSO.match(block.text):
            continue
        for other in doc.blocks[block.index + 1 : end]:
            if not other.links or sum(len(link.inline_text) for link in other.links) * 2 < len(other.text):
                break
            other.zone = "related"


def lines_after(doc: Document, end: int) -> Iterator[Block]:
    """The lines below a page's only post that may be about it: tags, author box; not the cards of other posts."""
    for block in doc.blocks[end : end + AFTER]:
        if block.level and block.links and block.links[0].inline_text == block.text and not is_writer(block.links[0]):
            return
        if block.zone in (BODY, "author", "share", "footer") and len(block.text) < LONGEST_AFTER:
            yield block


def is_writer(link: Element) -> bool:
    """Whether a link may lead to a writer: it says so, or its address does."""
    return "author" in link.get("rel") or "author" in link.get("href")


def is_day(block: Block) -> bool:
    """Whether a short line, no heading over the posts of a day, is a date and nothing else."""
    text = block.text if not block.level else ""
    return len(text) <= LONGEST_DAY and any(map(str.isdigit, text)) and parse_date(text) is not None


def body_element(post: Post) -> Element | None:
    """The element that holds the writer's text, where the platform or microdata names it."""
    found = [e for e in post.elements(*names("body", post.platform)) if e.end > e.start and e.zone == BODY]
    found = [e for e in found if e.tag not in ("body", "main", "html") and e is not post.root]
    if not found:
        return None
    own = [e for e in found if not set(e.tokens).isdisjoint(post.platform.body)]
    best = max(own or found, key=lambda e: post.doc.size(e.start, e.end))
    if post.doc.size(best.start, best.end) * 2 < post.doc.size(post.start, post.end):
        return None
    if post.heading is not None and best.start <= post.heading.index < best.end:
        return None
    return best


def post_root(doc: Document, platform: Platform) -> Element | None:
    """The element of a page's only post: marked as one, or the smallest that holds most of the text."""
    total = doc.size(0, len(doc.blocks))
    marked = [e for name in names("post", platform) for e in doc.by_class.get(name, ())]
    marked += doc.by_tag.get("article", [])
    sized = [(doc.size(e.start, e.end), e) for e in marked if e.zone == BODY and e.tag != "body"]
    if sized:
        best = max(sized, key=itemgetter(0))[0]
        root = min((e for size, e in sized if size == best), key=lambda e: len(list(e.chain())))
        if best * 2 >= total:
            return root
        key = fold(stated_title(doc) or "")
        titled = [pair for pair in sized if heads(doc, pair[1], key)]
        if titled:
            return max(titled, key=lambda pair: pair[0])[1]
    dense: Element | None = None
    for element in doc.elements:
        if element.end - element.start < 2 or element.tag in ("html", "body") or element.zone != BODY:
            continue
        if doc.size(element.start, element.end) >= total * DENSE and (dense is None or element.inside(dense)):
            dense = element
    return dense if dense is None or not has_twin(doc, dense) else dense.parent


def heads(doc: Document, root: Element, key: str) -> bool:
    """Whether an element has a heading that says what the page's title says (folded), and text under it."""
    return bool(key) and any(
        block.level and block.zone == BODY and block.index + 1 < root.end and repeated(fold(block.text), key) >= SAME
        for block in doc.blocks[root.start : root.end]
        if len(block.text) <= LONGEST_HEADING
    )


def has_twin(doc: Document, box: Element) -> bool:
    """Whether a box is a section of a text, with another of its classes beside it."""
    if box.tag != "section" or box.parent is None:
        return False
    beside = (other for other in doc.by_tag["section"] if other is not box and other.parent is box.parent)
    return any(other.classes == box.classes and other.end > other.start and other.zone == BODY for other in beside)


def language_of(post: Post, stated: str | None) -> str | None:
    """ISO 639-1 code of a post: the site file's, else what its words show, else what the page declares."""
    if stated:
        return stated
    declared = (post.doc.lang or "").replace("_", "-").partition("-")[0].lower()
    shown = language_of_words(post.words, post.low[:3000])
    return shown or (declared if len(declared) == 2 else None)
