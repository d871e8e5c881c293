"""A site drafted from a blog that answers from memory."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from aggregator.dev.expected import SavedPage
from aggregator.dev.new_site import LOOKED_AT, DraftError, name_of, new_site
from aggregator.records import Page

HOME = "https://quiet-reels.example/"
PROSE = (
    "The film moves at the pace of its river, and the director trusts the audience to follow. Its lead gives the "
    "performance of the year, the script never explains what the camera has shown, and the ending is earned. "
) * 6
FEED_LINK = '<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>'
FRONT = """<!DOCTYPE html><html lang="en"><head><title>Quiet Reels</title>
<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><h1>Quiet Reels</h1>
<article><h2><a href="/2019/03/the-slow-mill">The Slow Mill (2019) review</a></h2><p>A river, a mill [...]</p></article>
<article><h2><a href="/2019/02/salt">Salt Road (2018) review</a></h2><p>A road and a van [...]</p></article>
</body></html>"""


def post(title: str, rating: str) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} review - Quiet Reels</title></head><body><article>
<h1>{title} - film review</h1><time datetime="2019-03-02">2 March 2019</time><p>{PROSE}</p><p>{PROSE}</p>
<p>Rating: {rating}</p></article></body></html>"""


def feed(*paths: str) -> str:
    by = "<author>mail@quiet-reels.example (Ada Quill)</author>"
    items = "".join(f"<item><title>{path}</title><link>{HOME}{path}</link>{by}</item>" for path in paths)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Quiet Reels</title>{items}</channel></rss>'


@pytest.fixture
def web() -> dict[str, str]:
    """URL to page."""
    return {
        HOME + "feed.xml": feed("2019/03/news", "2019/03/the-slow-mill", "2019/02/salt"),
        HOME + "2019/03/news": "<html lang=en><h1>Festival news: ten films to see</h1><p>They open in May.</p></html>",
        HOME + "2019/03/the-slow-mill": post("The Slow Mill (2019)", "4/5"),
        HOME + "2019/02/salt": post("Salt Road (2018)", "3/5"),
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty clone."""
    (tmp_path / "spiders").mkdir()
    return tmp_path


def asking(web: dict[str, str]) -> Callable[[str], Page | None]:
    return lambda url: Page(url, web[url]) if url in web else None


def test_reviews_are_saved_before_others(web: dict[str, str], root: Path) -> None:
    draft = new_site(Page(HOME, FRONT), asking(web), root=root)
    assert (draft.name, draft.file) == ("quiet_reels", root / "spiders" / "quiet_reels.py")
    assert draft.pages == [HOME, HOME + "2019/03/the-slow-mill", HOME + "2019/02/salt"]
    source = draft.file.read_text(encoding="utf-8")
    compile(source, "quiet_reels.py", "exec")
    assert f'home = "{HOME}"' in source and "class QuietReels(BlogSpider):" in source
    assert set(draft.knobs) <= {"name", "home", "author"}


def test_the_expected_files_wait_to_be_looked_at(web: dict[str, str], root: Path) -> None:
    draft = new_site(Page(HOME, FRONT), asking(web), root=root)
    blog = json.loads((draft.folder / "blog.json").read_text(encoding="utf-8"))
    assert (blog["name"], blog["home"], blog["demo"]) == ("quiet_reels", HOME.rstrip("/"), False)
    for path, reply in blog["pages"].items():
        saved = SavedPage(draft.folder / reply["file"], blog["home"] + path, "quiet_reels")
        expected = json.loads(saved.expected.read_text(encoding="utf-8"))
        assert (expected["seen"], expected["url"]) == (False, saved.url)
    mill = json.loads((draft.folder / "the-slow-mill.json").read_text(encoding="utf-8"))
    assert mill["reviews"][0]["film_title"]["value"] == "The Slow Mill"
    assert mill["reviews"][0]["rating"]["value"]["raw"].startswith("4/5")


def test_without_a_feed_the_front_page_leads_to_posts(web: dict[str, str], root: Path) -> None:
    del web[HOME + "feed.xml"]
    draft = new_site(Page(HOME, FRONT), asking(web), root=root)
    assert HOME + "2019/02/salt" in draft.pages


def test_posts_that_cannot_be_had_are_passed_over_and_not_all_are_tried(root: Path) -> None:
    asked: list[str] = []

    def ask(url: str) -> Page | None:
        asked.append(url)
        return Page(url, feed(*(f"2019/{n}" for n in range(40)))) if url.endswith("feed.xml") else None

    with pytest.raises(DraftError, match="neither a feed nor posts"):
        new_site(Page(HOME, "<link rel=alternate type=application/rss+xml href=/feed.xml><p>Hello"), ask, root=root)
    assert len(asked) == 1 + LOOKED_AT


def test_other_hosts_are_not_asked(web: dict[str, str], root: Path) -> None:
    web[HOME + "feed.xml"] = feed("2019/02/salt").replace(f"{HOME}2019/02/salt", "https://elsewhere.example/x")
    asked: list[str] = []

    def ask(url: str) -> Page | None:
        asked.append(url)
        return asking(web)(url)

    new_site(Page(HOME, post("The Slow Mill (2019)", "4/5").replace("</head>", FEED_LINK)), ask, root=root)
    assert asked == [HOME + "feed.xml"]


def test_what_is_there_is_never_overwritten(web: dict[str, str], root: Path) -> None:
    new_site(Page(HOME, FRONT), asking(web), root=root)
    with pytest.raises(DraftError, match="exists already"):
        new_site(Page(HOME, FRONT), asking(web), root=root)


@pytest.mark.parametrize("name", ["Quiet", "quiet-reels", "class", "any", "2reels", "a b", "../x"])
def test_names_that_no_module_can_have(web: dict[str, str], root: Path, name: str) -> None:
    with pytest.raises(DraftError, match="cannot be a site's name"):
        new_site(Page(HOME, FRONT), asking(web), name=name, root=root)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.quiet-reels.example/", "quiet_reels"),
        ("https://quietreels.wordpress.com/", "quietreels"),
        ("https://blog.quietreels.example/film/", "quietreels"),
        ("https://films.paper.example/", "films"),
        ("https://1000films.example/", "blog_1000films"),
        ("https://class.example/", "blog_class"),
    ],
)
def test_a_name_out_of_an_address(url: str, name: str) -> None:
    assert name_of(url) == name
