"""What the markup of each blog platform means: one row a platform."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from aggregator.extract.document import Document
from aggregator.extract.furniture import unread_images


@dataclass(frozen=True, slots=True, eq=False)
class Platform:
    """One blog platform or theme family; every name is a class, in lower case."""

    name: str
    generator: tuple[str, ...] = ()  # how <meta name=generator> begins
    signs: tuple[str, ...] = ()  # classes of <body>, or found anywhere on the page
    source: tuple[str, ...] = ()  # pieces of what its scripts, styles and images are, looked for last
    post: tuple[str, ...] = ()  # one post, on a listing or alone
    title: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    body: tuple[str, ...] = ()  # the writer's text
    tags: tuple[str, ...] = ()  # categories and tags of the post
    next: tuple[str, ...] = ()  # the link to older posts


PLATFORMS: tuple[Platform, ...] = (
    Platform(
        "wordpress",
        generator=("wordpress",),
        signs=("wp-singular", "wp-site-blocks", "wp-custom-logo", "single-post", "post-template-default"),
        source=("/wp-content/", "/wp-includes/"),
        post=("hentry", "type-post", "wp-block-post"),
        title=("entry-title", "wp-block-post-title", "post-title", "posttitle"),
        author=("author", "byline", "wp-block-post-author-name", "wp-block-post-author__name", "entry-author"),
        date=("entry-date", "posted-on", "wp-block-post-date", "published", "post-date", "postdate"),
        body=("entry-content", "wp-block-post-content", "post-content", "entry", "storycontent", "post-entry"),
        tags=("cat-links", "tags-links", "taxonomy-category", "taxonomy-post_tag", "postmetadata", "tagcloud"),
        next=("nav-previous", "older-posts", "wp-block-query-pagination-next", "previous-entries"),
    ),
    Platform(
        "blogger",
        generator=("blogger",),
        source=("blogger.com/static", "blogspot.com"),
        post=("post-outer", "hentry", "post"),
        title=("post-title", "entry-title"),
        author=("post-author", "fn"),
        date=("date-header", "published", "post-timestamp", "timestamp-link"),
        body=("post-body", "entry-content"),
        tags=("post-labels",),
        next=("blog-pager-older-link",),
    ),
    Platform(
        "ghost",
        generator=("ghost",),
        signs=("gh-head", "gh-canvas"),
        post=("post-card", "post", "gh-article", "gh-card"),
        title=("article-title", "post-full-title", "gh-article-title", "post-card-title", "gh-card-title"),
        author=("author-name", "gh-article-author-name", "post-card-author", "author-list"),
        date=("byline-meta-date", "post-full-meta-date", "gh-article-meta-date", "post-card-meta-date"),
        body=("gh-content", "post-full-content", "post-content"),
        tags=("article-tag", "post-full-meta", "gh-article-tag", "post-card-primary-tag"),
        next=("older-posts",),
    ),
    Platform(
        "squarespace",
        generator=("squarespace",),
        signs=("squarespace-config",),
        source=("static1.squarespace.com",),
        post=("hentry", "blog-item", "blog-item-wrapper"),
        title=("entry-title", "blogitem-title", "blog-title"),
        author=("author", "blog-author-name", "blog-item-author-name"),
        date=("published", "dt-published", "blog-meta-item--date"),
        body=("entry-content", "blog-item-content", "sqs-layout"),
        tags=("blog-item-category", "blog-categories", "tags"),
        next=("blog-list-pagination-link", "older"),
    ),
    Platform(
        "squarespace5",
        signs=("journal-entry", "journal-entry-wrapper"),
        post=("journal-entry-wrapper", "journal-entry"),
        author=("journal-user",),
        date=("posted-on",),
        tags=("posted-in",),
    ),
    Platform(
        "weebly",
        signs=("wsite-page-blog", "wsite-elements"),
        post=("blog-post",),
        title=("blog-title-link", "blog-title"),
        date=("date-text", "blog-date"),
        body=("blog-content",),
    ),
    Platform(
        "serendipity",
        signs=("serendipity_entry", "serendipity_title"),
        post=("serendipity_entry_date",),
        title=("serendipity_title",),
        date=("serendipity_date",),
        body=("serendipity_entry_body",),
    ),
    Platform(
        "tumblr",
        generator=("tumblr",),
        source=("assets.tumblr.com",),
        post=("post",),
        title=("post-title", "title"),
        date=("post-date", "date"),
        body=("post-content", "body-text", "caption"),
        tags=("tags", "post-tags"),
        next=("next-page", "next"),
    ),
    Platform(
        "medium",
        generator=("medium",),
        source=("cdn-client.medium.com", "glyph.medium.com"),
        title=("pw-post-title", "graf--title"),
        author=("pw-author-name",),
        date=("pw-published-date",),
        body=("meteredcontent", "section-content", "postarticle-content"),
    ),
    Platform(
        "substack",
        generator=("substack",),
        signs=("newsletter-post", "available-content"),
        source=("substackcdn.com",),
        post=("single-post", "post"),
        title=("post-title",),
        author=("byline-names", "profile-hover-card-target"),
        date=("post-date",),
        body=("available-content", "body"),
    ),
    Platform(
        "jekyll",
        generator=("jekyll",),
        post=("post", "h-entry"),
        title=("post-title", "page-title", "page__title", "p-name"),
        author=("p-author", "post-author", "author__name"),
        date=("post-date", "dt-published", "post-meta", "page__date"),
        body=("post-content", "e-content", "page__content"),
        tags=("post-tags", "page__taxonomy", "post-categories"),
        next=("pagination-item", "next", "older"),
    ),
    Platform(
        "hugo",
        generator=("hugo",),
        post=("post-single", "post-entry", "post"),
        title=("post-title", "entry-hint-parent"),
        author=("post-author",),
        date=("post-date", "post-meta"),
        body=("post-content", "nested-copy-line-height", "content"),
        tags=("post-tags", "post-taxonomies"),
        next=("next",),
    ),
    Platform(
        "hexo",
        generator=("hexo",),
        post=("post-block", "article-type-post", "post"),
        title=("article-title", "post-title"),
        author=("post-meta__author", "author"),
        date=("article-date", "post-meta-date-created", "dt-published"),
        body=("article-entry", "post-body", "markdown-body", "post-content", "e-content"),
        tags=("article-tag", "post-tags", "article-category", "article-tag-list", "post-meta__tag-list"),
        next=("extend", "next"),
    ),
    Platform(
        "octopress",
        generator=("octopress",),
        source=("octopress.js",),
        post=("blog-index", "hentry"),
        title=("entry-title",),
        author=("byline", "author", "fn"),
        date=("entry-date", "published"),
        body=("entry-content",),
        tags=("categories",),
        next=("prev",),
    ),
    Platform(
        "drupal",
        generator=("drupal",),
        source=("/sites/default/files/", "drupal-settings-json"),
        post=("node", "node--type-article", "node--type-blog"),
        title=("node__title", "page-title", "node-title"),
        author=("username", "field--name-uid", "submitted"),
        date=("field--name-created", "submitted", "node__submitted"),
        body=("field--name-body", "field-name-body", "node__content"),
        tags=("field--name-field-tags", "field-name-field-tags"),
        next=("pager__item--next", "pager-next"),
    ),
    Platform(
        "quarto",
        generator=("quarto",),
        signs=("quarto-light", "quarto-dark"),
        post=("quarto-post",),
        title=("title", "listing-title"),
        author=("listing-author",),
        date=("listing-date", "date"),
        body=("content",),
        tags=("quarto-category", "quarto-categories"),
    ),
    Platform(
        "pelican",
        generator=("pelican",),
        post=("hentry", "entry-content"),
        title=("entry-title",),
        author=("author", "fn", "vcard"),
        date=("published",),
        body=("entry-content", "article_text", "article-content"),
        tags=("category", "tags"),
    ),
    Platform(
        "nikola",
        generator=("nikola",),
        post=("post-text", "h-entry"),
        title=("p-name", "entry-title", "post-title"),
        author=("byline-name", "fn", "p-author"),
        date=("published", "dt-published", "dateline"),
        body=("e-content", "entry-content"),
        tags=("p-category", "tags"),
        next=("next",),
    ),
    Platform(
        "eleventy",
        generator=("eleventy",),
        post=("postlist-item", "h-entry"),
        title=("p-name", "postlist-link"),
        author=("p-author",),
        date=("postlist-date", "dt-published"),
        body=("e-content", "post-content"),
        tags=("post-tag", "p-category"),
    ),
    Platform(
        "publii",
        generator=("publii",),
        post=("post", "feed__item"),
        title=("post__title", "feed__title", "content__title"),
        author=("feed__author", "post__author", "content__author", "content__meta__author"),
        date=("feed__date", "post__date", "content__date", "content__meta__date"),
        body=("post__entry", "content__entry", "feed__content"),
        tags=("content__tag", "post__tag"),
    ),
    Platform(
        "gatsby",
        generator=("gatsby",),
        source=("gatsby-script-loader", "gatsby-chunk-mapping"),
        post=("blog-post",),
        title=("headline",),
        body=("blog-post-content",),
    ),
    Platform(
        "djpress",
        generator=("djpress", "dj press"),
        signs=("dj-body",),
        post=("dj-post", "dj-article"),
        title=("p-name", "dj-post-title"),
        author=("p-author",),
        date=("dt-published",),
        body=("e-content",),
        tags=("p-category",),
    ),
)

PLAIN = Platform("plain")
SIGNS = {sign: number for number, row in reversed([*enumerate(PLATFORMS)]) for sign in row.signs}
"""Class -> the number of the first row that it is a sign of."""
OF_BODY = "single-post"
"""A sign on <body> only."""


def platform_of(doc: Document, named: str | None = None) -> Platform:
    """The platform that made the page: as the site file names it, or as generator, classes or what it loads show it."""
    if named:
        return next((row for row in PLATFORMS if row.name == named), PLAIN)
    made_by = [content.lower() for content in doc.metas.get("generator", ())]
    for row in PLATFORMS if made_by else ():
        if any(text.startswith(row.generator) for text in made_by if row.generator):
            return row
    shown = [SIGNS[sign] for sign in SIGNS.keys() & doc.by_class.keys() if sign != OF_BODY or sign in doc.body_classes]
    if shown:
        return PLATFORMS[min(shown)]
    images = [image.get("src") for image in doc.by_tag.get("img", ())]
    unread = [source for part in doc.unread for source in unread_images(part)]
    source = " ".join([*doc.resources, *images, *unread])
    for row in PLATFORMS:
        if any(piece in source for piece in row.source):
            return row
    return PLAIN


@lru_cache(maxsize=256)
def names(field: str, first: Platform = PLAIN) -> tuple[str, ...]:
    """The class names that mean `field`: the platform's own first, then those of every other row."""
    own: tuple[str, ...] = getattr(first, field)
    rest = (name for row in PLATFORMS for name in getattr(row, field) if name not in GENERIC_WORDS)
    return tuple(dict.fromkeys((*own, *rest)))


GENERIC_WORDS = frozenset(
    ("content", "title", "body", "entry", "next", "date", "extend", "category", "tags", "vcard", "prev")
)
"""Names that mean something on their own platform only."""
