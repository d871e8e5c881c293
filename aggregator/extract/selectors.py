"""Claims of the site file: its fixed author and language, and what its `select` finds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aggregator.extract.segment import Post
from aggregator.records import Claim, Source
from aggregator.site import Site

PSEUDO = re.compile(r"::(?:attr\((?P<attr>[\w-]+)\)|(?P<text>text))\s*\Z")


def find(post: Post, site: type[Site] | Site) -> Iterator[Claim]:
    """What the site file states or selects, oldest layout last."""
    for field, choices in site.select.items():
        for choice in (choices,) if isinstance(choices, str) else choices:
            found = list(selected(post, choice))
            if found:
                raw = ", ".join(found) if field in ("cast", "directors") else found[0]
                yield Claim(field, raw, Source.SITE, choice)
                break
    if site.author:
        yield Claim("author", site.author, Source.SITE, "site file")


def selected(post: Post, choice: str) -> Iterator[str]:
    """The texts that one CSS selector or XPath finds inside a post."""
    if choice.startswith(("/", "./", "(")):
        yield from xpath_texts(post, choice)
        return
    pseudo = PSEUDO.search(choice)
    css = choice[: pseudo.start()] if pseudo else choice
    root = post.root.node if post.root is not None and not post.alone else post.doc.page.tree.root
    for node in root.css(css) if root is not None else ():
        text = node.attributes.get(pseudo["attr"]) if pseudo and pseudo["attr"] else node.text()
        if text and text.strip():
            yield " ".join(text.split())


def xpath_texts(post: Post, choice: str) -> Iterator[str]:
    """The texts that an XPath finds: a second parse, only for site files that ask for one."""
    from lxml import html as lxml_html

    source = post.root.node.html if post.root is not None and not post.alone else post.doc.page.text
    for found in lxml_html.fromstring(source or "<html/>").xpath(choice):
        text = found if isinstance(found, str) else found.text_content()
        if text and text.strip():
            yield " ".join(text.split())
