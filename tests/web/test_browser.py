"""Real Chromium: what a reader does with mouse, keyboard and screens of all sizes; what hostile reviews cannot do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from fastapi.testclient import TestClient

import chromium
from aggregator.web.pages import pages as router
from chromium import FAILING, KINDS

pytest.importorskip("playwright", reason="Playwright is not installed")
pytestmark = pytest.mark.skipif(chromium.EXECUTABLE is None, reason="no Chromium on this machine")

WIDTHS = (320, 360, 390, 768, 1280, 1920)

Open = Callable[..., Any]


def labels(page: Any) -> list[str]:
    return [" ".join(text.split()) for text in page.locator("#hits li bdi").all_inner_texts()]


def test_search_by_mouse(window: Open) -> None:
    page = window().open("/")
    page.click("#q")
    page.keyboard.type("grand budapst")
    page.wait_for_selector("#hits li")
    assert labels(page) == ["The Grand Budapest Hotel"]
    assert page.get_attribute("#q", "aria-expanded") == "true"
    page.click("#hits li:first-child")
    page.wait_for_url(re.compile(r"/films/\d+$"))
    assert page.inner_text("h1").startswith("The Grand Budapest Hotel")


def test_search_by_keyboard(window: Open, her: int) -> None:
    page = window().open("/about")
    for _ in range(3):  # past the skip link and the mark
        page.keyboard.press("Tab")
    page.keyboard.type("HER")
    page.wait_for_selector("#hits li")
    assert page.inner_text("#hits-said").endswith("suggestions")
    page.keyboard.press("ArrowDown")
    chosen = page.get_attribute("#q", "aria-activedescendant")
    assert page.get_attribute(f"#{chosen}", "aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    assert "All that is found" in page.inner_text('#hits li[aria-selected="true"]')
    page.keyboard.press("Escape")
    assert page.is_hidden("#hits")
    assert page.input_value("#q") == "HER"
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("#hits li")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/films/{her}")


def test_search_without_choosing_and_without_a_hit(window: Open) -> None:
    page = window().open("/")
    page.fill("#q", "zzqqxx")
    page.locator("#hits-said", has_text="Nothing is called").wait_for(state="attached")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=zzqqxx")
    assert "Nothing is called" in page.inner_text("main")


def test_compare_two_outlets(window: Open) -> None:
    page = window().open("/outlets")
    page.fill('input[name="one"]', "ash.example")
    page.fill('input[name="other"]', "elm.example")
    page.get_by_role("button", name="Side by side").click()
    page.wait_for_url("**/compare?one=ash.example&other=elm.example")
    page.wait_for_selector("figure[data-plot=scatter] svg")
    assert page.locator("figure svg .dots circle").count() == 2
    assert "Of 2 films" in page.locator("figure svg desc").text_content()


def test_films_are_sorted_by_their_headings(window: Open) -> None:
    page = window().open("/films?at_least=2")
    page.get_by_role("table").get_by_role("link", name="Film", exact=True).click()
    page.wait_for_url("**sort=title**")
    assert page.get_attribute('th[aria-sort="ascending"]', "class") == ""
    titles = page.locator("tbody th > a").all_inner_texts()
    assert titles == sorted(titles)
    assert page.input_value('input[name="at_least"]') == "2"
    page.get_by_role("table").get_by_role("link", name="Mean").click()
    page.wait_for_url("**sort=mean**")
    assert page.locator("tbody th > a").first.inner_text() == "Her"  # the year has a column of its own


def test_voices_are_sorted_and_read(window: Open, her: int) -> None:
    page = window().open(f"/films/{her}")
    page.get_by_role("link", name="outlet", exact=True).click()
    page.wait_for_url("**sort=outlet**")
    names = page.locator("ol.voices .who strong").all_inner_texts()
    assert names[:-1] == sorted(names[:-1])
    page.get_by_role("link", name="read their words").click()
    page.wait_for_url("**inferred=1**")
    assert "reads as positive" in page.inner_text("main")
    assert "sort=outlet" in page.url


def test_the_number_is_explained(window: Open, her: int) -> None:
    page = window().open(f"/films/{her}")
    page.locator(".why a").click()
    assert page.url.endswith("#explain")
    assert page.locator(".explain table").first.is_hidden()
    page.get_by_text("Step by step").click()
    assert page.locator(".explain table").first.is_visible()
    assert "4 of 5 is 80 of 100" in page.inner_text(".explain")


def test_plots_are_named_images_drawn_from_their_tables(window: Open, her: int) -> None:
    page = window().open(f"/films/{her}")
    for figure in page.locator("figure[data-plot]").all():
        image = figure.get_by_role("img")
        assert image.count() == 1
        name = image.get_attribute("aria-labelledby")
        assert page.locator(f"#{name}").text_content() == figure.locator("figcaption").text_content().strip()
        assert page.locator(f"#{image.get_attribute('aria-describedby')}").text_content()
    bars = page.locator("figure[data-plot=histogram] .bars rect")
    cells = page.locator("figure[data-plot=histogram] td")
    counts = [int(cell.text_content()) for cell in cells.all()]
    heights = [float(bar.get_attribute("height")) for bar in bars.all()]
    assert heights[9] == pytest.approx(2 * heights[8] + 3, abs=1)  # 1.5 px are left free at each end
    assert counts[8:] == [1, 2]
    dots = page.locator("figure[data-plot=course] .dots circle")
    assert dots.count() == page.locator("figure[data-plot=course] tbody tr").count() == 5


def test_keyboard_only(window: Open, her: int) -> None:
    page = window().open(f"/films/{her}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent.trim()"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", seen[-1]
        if seen[-1] == "Step by step":
            break
    assert seen[-1] == "Step by step"
    assert "Scores as a table" in seen
    page.keyboard.press("Enter")
    assert page.locator(".explain table").first.is_visible()


def lightness(page: Any) -> int:
    return int(re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))[0])


def test_dark_as_the_system_and_as_the_reader_says(window: Open) -> None:
    assert lightness(window().open("/")) > 200
    dark = window(color_scheme="dark")
    page = dark.open("/")
    assert lightness(page) < 60
    toggle = page.get_by_role("button", name="Dark")
    assert toggle.get_attribute("aria-pressed") == "true"
    toggle.click()
    assert toggle.get_attribute("aria-pressed") == "false"
    assert lightness(page) > 200
    assert lightness(dark.open("/films")) > 200, "the choice is kept"


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_its_screen(window: Open, her: int, client: TestClient, width: int) -> None:
    films = client.get("/api/v1/films", params={"limit": 200, "sort": "title"}).json()["items"]
    evil = max((film for film in films if film["title"].startswith("Evil")), key=lambda film: len(film["title"]))
    opened = window(viewport={"width": width, "height": 800})
    for path in (*KINDS, *FAILING, f"/films/{evil['id']}", f"/films/{evil['id']}?inferred=1"):
        page = opened.open(path.format(her=her))
        assert sideways(page) == (width, 0), path
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        assert sideways(page) == (width, 0), f"{path} unfolded"
    opened.wrong = [fault for fault in opened.wrong if "Failed to load resource" not in fault]
    page = opened.open("/")
    page.fill("#q", "evil")
    page.wait_for_selector("#hits li")
    assert sideways(page) == (width, 0), "suggestions"


def sideways(page: Any) -> tuple[int, int]:
    """How wide a page is, and how far it can be scrolled sideways."""
    page.evaluate("window.scrollTo(10000, 0)")
    return tuple(page.evaluate("[document.documentElement.scrollWidth, Math.round(window.scrollX)]"))  # type: ignore[return-value]


def test_the_test_of_widths_would_see_it(window: Open) -> None:
    page = window(viewport={"width": 390, "height": 800}).open("/")
    page.evaluate("document.querySelector('h1').style.width = '500px'")
    assert sideways(page) > (390, 0)


def test_every_page_is_looked_at() -> None:
    """No page can be added without its place among the kinds that all tests here look at."""
    pages = {route.path for route in router.routes if not route.path.endswith((".json", ".atom"))}  # type: ignore[attr-defined]
    shown = [urlsplit(kind.format(her=1)).path for kind in KINDS]
    missed = {path for path in pages if not any(re.fullmatch(re.sub(r"\{.*?\}", "[^/]+", path), one) for one in shown)}
    assert pages
    assert missed == set()


def test_without_scripts_the_tables_are_there(window: Open, her: int) -> None:
    page = window(java_script_enabled=False).page
    page.goto(f"/films/{her}")
    assert page.locator("figure[data-plot=histogram] table").is_visible()
    assert page.locator("figure[data-plot=course] tbody tr").first.is_visible()
    assert page.locator("#theme").is_hidden()
    page.get_by_text("Step by step").click()
    assert page.locator(".explain table").first.is_visible()
    page.fill("#q", "lake")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=lake")
    assert "The Lake" in page.inner_text("main")


def test_print(window: Open, her: int) -> None:
    page = window().open(f"/films/{her}")
    page.emulate_media(media="print")
    for gone in (".search", ".top nav", ".choices >> nth=0", "footer nav"):
        assert page.locator(gone).first.is_hidden(), gone
    assert page.locator("figure svg").first.is_visible()
    assert page.locator(".explain table").first.is_visible(), "what is folded is printed"
    address = page.evaluate("getComputedStyle(document.querySelector('a.out'), '::after').content")
    assert "https://" in address
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_errors_are_pages(window: Open) -> None:
    opened = window()
    for path in FAILING:
        page = opened.open(path)
        assert page.locator("h1").count() == 1
        assert page.get_by_role("link", name="All films").is_visible()
    # Chromium itself notes every answer that is an error, and nothing else may be noted.
    assert [fault for fault in opened.wrong if "Failed to load resource" not in fault] == []
    assert len(opened.wrong) == len(FAILING)
    opened.wrong.clear()


def test_hostile_reviews_run_nothing(window: Open, client: TestClient) -> None:
    films = client.get("/api/v1/films", params={"limit": 200, "sort": "title"}).json()["items"]
    reviews = client.get("/api/v1/reviews", params={"limit": 200}).json()["items"]
    outlets = client.get("/api/v1/outlets").json()["items"]
    evil = [f"/films/{film['id']}" for film in films if film["title"].startswith("Evil")]
    evil += [f"/reviews/{review['id']}" for review in reviews if review["url"].startswith("https://evil")]
    evil += [f"/outlets/{outlet['name']}" for outlet in outlets if re.fullmatch(r"evil\d+\.example", outlet["name"])]
    assert len(evil) > 25
    people = [hit["path"] for hit in client.get("/api/v1/search?q=pwned&limit=50").json()["hits"]]
    assert {path.split("?")[0].split("/")[1] for path in people} == {"films", "author", "outlets"}
    evil += people
    evil += [
        f"/agreement?outlet={quote(outlet['name'], safe='')}&outlet=ash.example"
        for outlet in outlets
        if "pwned" in outlet["name"]
    ]
    opened = window()
    for path in ("/reviews?limit=200", "/films?limit=200&sort=title", "/search?q=evil", "/outlets", "/health", *evil):
        page = opened.open(path)
        assert page.title().endswith("What the blogs say"), path
        assert page.locator("main img, main iframe, main style:not(svg style)").count() == 0, path
    assert opened.wrong == []


def test_hostile_suggestions_are_text(window: Open) -> None:
    page = window().open("/")
    page.fill("#q", "<script>document.title='pwned'</script>")
    page.wait_for_selector("#hits li")
    assert any("<script>" in label for label in labels(page))
    assert page.locator("#hits script, #hits img").count() == 0
    assert page.title().endswith("What the blogs say")
