"""Which part of a page an element opens: the post, or the furniture around it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from aggregator.values.patterns import Pattern, rows_by_letter

BODY = ""

TAGS = {"nav": "nav", "aside": "aside", "footer": "footer", "form": "form", "dialog": "form", "button": "form"}
"""Tag -> zone; a footer inside an article is the article's own."""

TOKENS: tuple[tuple[str, str], ...] = (
    (
        "comments",
        r"comments?|comments?-(?:area|list|section|wrapper|wrap|container|thread|form|respond|body|content|title)"
        r"|commentlist|comment-?author|respond|disqus(?:_thread|-comments?)?|utterances|giscus|post-comments?"
        r"|no-comments|replies|webmentions?|blog-post-comments|entry-comments|js-comments|pingbacks?|trackbacks?",
    ),
    (
        "votes",
        r"post-ratings(?:-loading|-text)?|(?:kk-star|yasr|rmp|wpulike|gd|thumbs|user|reader|visitor)-?(?:ratings?"
        r"|votes?)[\w-]*"
        r"|wp-?polls?|polls?|kksr-[\w-]*|rating-form|reader-votes?|vote-?widget|pdrp[\w-]*|cbr?-user-rating",
    ),
    (
        "related",
        r"(?:jp-)?related(?:-?(?:posts?|articles?|content|entries|items|reading|stories))?|relatedposts?|yarpp[\w-]*"
        r"|you-?may(?:-also)?-like|more-?(?:posts|stories|from|articles)|read-?(?:next|also)|recommended(?:-[\w-]+)?"
        r"|post-?nav(?:igation)?|posts-navigation|nav-links|nav-(?:previous|next|below|above)|pagination-?(?:post"
        r"|single)?"
        r"|prev-?next|post-(?:pagination|pager)|paginav|article-nav(?:igation)?|pager|navlinks|recent-?(?:posts"
        r"|entries|comments)"
        r"|latest-?(?:posts|articles)|popular-?posts|similar-?(?:posts|articles)|read-?more-?(?:posts|articles"
        r"|wrap|feed)|wp-block-latest-posts|readmore-feed|blog-pager"
        r"|suggested(?:-posts)?|trending|carousel|post-relateds?|in-this-series|backlinks",
    ),
    (
        "share",
        r"share|share-?(?:buttons?|links?|box|bar|icons?|post|this|daddy)|sharedaddy|sharing|social"
        r"|social-?(?:share|links?|icons?|media|buttons?)"
        r"|sd-(?:sharing|social|block)[\w-]*|jetpack-likes-widget[\w-]*|post-?share|addtoany[\w-]*|addthis[\w-]*"
        r"|heateor[\w-]*"
        r"|essb[\w-]*|shariff|a2a_kit|entry-share|sociable|shareaholic[\w-]*",
    ),
    (
        "author",
        r"(?:post-|entry-)?author-?(?:box|bio|info|profile|card|description|details|section|area|block"
        r"|about)?-?(?:wrap|wrapper|container)?"
        r"|about-?(?:the-)?author|bio|bio-?box|post-author-(?:bio|box)|saboxplugin[\w-]*|abh_box[\w-]*"
        r"|post-copyright|post-copyright-author",
    ),
    (
        "newsletter",
        r"newsletter[\w-]*|subscri(?:be|ption)[\w-]*|signup[\w-]*|mc4wp[\w-]*|mailchimp[\w-]*|gh-subscribe[\w-]*"
        r"|cta|footer-cta"
        r"|wp-block-jetpack-subscriptions[\w-]*|donat(?:e|ion)s?|patreon|cookie[\w-]*|consent[\w-]*|gdpr[\w-]*"
        r"|popup|modal|ads?|advert(?:isement)?s?|adsbygoogle|banner-?ad",
    ),
    (
        "aside",
        r"side-?bar(?:[-_](?:left|right|primary|secondary|main|inner|wrapper|container|content|module|widget|\d))?"
        r"|widget(?:-area|[-_]area)?s?|widget_[\w-]+|widgets?-container"
        r"|secondary|tertiary|aside|card-widget|tag-?cloud|blogroll|archives?-list|toc|table-of-contents"
        r"|toc-container|aside-content",
    ),
    (
        "nav",
        r"nav(?:bar|igation|-menu|-bar|-main)?|menu|main-?(?:menu|nav(?:igation)?)|site-nav(?:igation)?"
        r"|top-?(?:bar|menu|nav)|breadcrumbs?[\w-]*|skip-link"
        r"|masthead|site-?header|blog-?(?:header|masthead)|site-?(?:title|branding|name|description)|global-header"
        r"|offcanvas|drawer|navbar-[\w-]+|mobile-menu|menus",
    ),
    (
        "footer",
        r"site-?(?:footer|info|bottom)|page-?footer|blog-?footer|footer|foot|colophon|bottom-?bar|copyright"
        r"|credits-bar",
    ),
    ("hidden", r"hidden|d-none|visually-hidden-focusable"),
)
"""Zone -> what a whole class name or id of its outermost element looks like; the first row that fits holds."""

HELD = Pattern(r"(?:post|entry|article)-?(?:info|meta|data|details|header)|featured")
"""A class or id of a footer or aside that is a post's: with its date and writer, or the newest post itself."""
KEPT = frozenset(("main", "body", "html", "article", "h1", "p", "blockquote", "em", "strong", "i", "b", "img"))
KEPT_WIDGETS = frozenset(("blog", "header", "featuredpost"))
"""What Blogger and others call a widget although it holds the posts or the masthead."""
INNER = frozenset(("author", "share", "votes", "hidden"))
"""Zones that an inline element may open."""


@cache
def tokens_by_letter() -> dict[str, Pattern]:
    """First letter -> what of `TOKENS` begins with it."""
    return rows_by_letter(TOKENS)


@lru_cache(maxsize=16384)
def zone_of_name(name: str) -> str:
    """The zone that a class or id (in lower case) opens, or the empty text."""
    pattern = tokens_by_letter().get(name[:1])
    match = pattern.match(name) if pattern is not None else None
    return (match.lastgroup or BODY) if match else BODY


def zone_of(tag: str, named: str, attrs: Mapping[str, str | None]) -> str:
    """The zone that an element outside all others opens; `named` is that of its classes."""
    own = TAGS.get(tag, BODY)
    if own in ("footer", "aside") and any(
        map(HELD.fullmatch, f"{attrs.get('class') or ''} {attrs.get('id') or ''}".lower().split())
    ):
        return BODY
    if own or tag in KEPT:
        return own
    own = named
    if not own and "id" in attrs:
        own = next(filter(None, map(zone_of_name, (attrs["id"] or "").lower().split())), BODY)
    if not own and "role" in attrs and attrs["role"] in ("navigation", "complementary", "search", "dialog"):
        own = "nav"
    if not own and "style" in attrs and "display:none" in (attrs["style"] or "").replace(" ", ""):
        own = "hidden"
    if own and tag in ("a", "span", "time", "small", "label", "svg"):
        return own if own in INNER else BODY
    return own
