"""What a parser makes of a bounded source is neither deep nor many times its size, whatever strangers write."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from aggregator.values.nesting import DEEPEST, MANY_TAGS, MOST_REOPENED, SOME_TAGS, bounded, flattened

WITHIN = 5
"""Elements that may stand in each other for one that is counted: table, tbody, tr, td, p."""
NAMES = (
    *("a", "b", "i", "font", "em", "nobr", "code", "div", "span", "p", "li", "ul", "dl", "dd", "dt", "td", "tr", "th"),
    *("table", "tbody", "caption", "colgroup", "col", "select", "option", "optgroup", "template", "form", "button"),
    *("svg", "g", "path", "math", "mi", "annotation-xml", "foreignobject", "desc", "title", "style", "script"),
    *("textarea", "xmp", "iframe", "noembed", "noscript", "object", "marquee", "h1", "h2", "ruby", "rt", "rp"),
    *("frameset", "plaintext", "image", "br", "x-y", "article", "details", "center", "body", "html", "head"),
)
OPENING = st.builds(
    "<{}{}>".format,
    st.sampled_from(NAMES),
    st.sampled_from(("", "", " x={}", " title='</div>'", ' title="<b>"', "/", " a=b/", " =a", "\x0bx", " color=red")),
)
ODD = st.sampled_from(
    (
        *("<!--</div>-->", "<!-->", "<!--", "-->", "<![CDATA[", "]]>", "<!doctype html>", "<?x>", "</ x>", "</>", "<"),
        *("x", "\x00", "<lin\u212a>", "<svg><path d=1 /></svg>", "<svg><title>x</title></svg>"),
        *("<script><!--<script></script></div>--></script>", "<textarea></div></textarea>"),
    )
)
UNITS = st.lists(OPENING | st.sampled_from(NAMES).map("</{}>".format) | ODD, min_size=1, max_size=9).map("".join)


def shape(html: str) -> tuple[int, int]:
    """How deep a parsed page is, and how many elements it has."""
    node = LexborHTMLParser(html).root
    deepest = elements = depth = 0
    while node is not None:
        elements += node.is_element_node
        deepest = max(deepest, depth)
        if node.child is not None:
            node, depth = node.child, depth + 1
            continue
        while node is not None and node.next is None:
            node, depth = node.parent, depth - 1
        node = node.next if node is not None else None
    return deepest, elements


DEEP = {
    "divs": "<div>",
    "an end tag of what is not open": "</a>. <div>",
    "an end tag in a comment": "<div><!--</div>-->",
    "an end tag in an attribute": "<div title='</div>'>",
    "an end tag in a script": "<div><script></div></script>",
    "an end tag in a comment of a script": "<div><script><!--<script></script></div>--></script>",
    "an end tag in a title": "<div><title></div></title>",
    "an end tag in a drawing": "<div><svg><![CDATA[></div>]]></svg>",
    "an end tag in a cell": "<div><table><tr><td></div>",
    "the end tag of an outer form": "<form><div></form>",
    "the end tag of a caption that is none": "<caption><details></caption>",
    "items of two kinds": "<li><dd>",
    "groups of options": "<optgroup><option>",
    "a shape outside a drawing": "<svg></svg><path/>",
    "a shape behind HTML in a drawing": "<svg><p><path/>",
    "a name with a letter that looks like one": "<lin\u212a>",
    "a space that is none in HTML": "<div\x0bx='</div>'>",
    "a tag from two halves": "<div></div><<svg>div>",
}


@pytest.mark.parametrize("name", DEEP)
def test_no_source_is_deep(name: str) -> None:
    assert shape(bounded(DEEP[name] * 6000))[0] <= WITHIN * DEEPEST


@pytest.mark.parametrize("paragraphs", [SOME_TAGS, MANY_TAGS, 4 * MANY_TAGS])
@pytest.mark.parametrize("end", ["</p>", "", "</div>"])
def test_formatting_left_open_is_not_opened_again_in_each_paragraph(paragraphs: int, end: str) -> None:
    source = "<div><p>" + "".join(f"<b a={n}>" for n in range(1000)) + end + "<p>x</p>" * paragraphs
    assert shape(bounded(source))[1] <= source.count("<") + MOST_REOPENED


def test_formatting_that_a_parser_gives_up_to_close() -> None:
    unit = "<a href={0}>" + "<div>" * 9 + "<a href={0}x>" + "</div>" * 9
    source = "".join(unit.format(n) for n in range(1500))
    assert shape(bounded(source))[1] <= source.count("<") + MOST_REOPENED


def test_what_pages_have_stays() -> None:
    drawing = '<svg viewBox="0 0 9 9"><title>4 stars</title><g><path d="M1"/><circle r=1 /></g></svg>'
    post = (
        f"<div class=post><h2>Her</h3><p><b>Verdict: <i>good</b></i><ul><li>one<li><p>two</ul>{drawing}"
        "<table><tr><td><a href=/x>x<td><a href=/y>y</table><script>if (a<b) '</div>'</script><!-- <div> --></div>"
    )
    page = f"<!doctype html><title>a < b</title><body>{post * 900}"
    assert page.count("<") > MANY_TAGS and bounded(page) is page


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(("", "<table>", "<select>", "<ruby><b>", "<svg>")), UNITS)
def test_any_repeated_markup_is_bounded(before: str, unit: str) -> None:
    source = before + "".join(unit.replace("{}", str(n)) for n in range(1200))
    deepest, elements = shape(flattened(source))
    assert deepest <= WITHIN * DEEPEST
    assert elements <= 2 * source.count("<") + MOST_REOPENED
