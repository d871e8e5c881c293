"""Takes the README's pictures: crawls the demo's blogs over loopback, serves them, and looks at two pages.

python tests/web/screenshots.py
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import chromium  # noqa: E402
from aggregator.cli.crawling import run  # noqa: E402
from aggregator.demo import HOST, blogs, serve  # noqa: E402
from aggregator.store import open_store  # noqa: E402
from aggregator.web import create_app  # noqa: E402

PICTURES = ROOT / "fixtures" / "screenshots"
SHOTS: tuple[tuple[str, str, str, str, int, int], ...] = (
    ("film.png", "Gravity", "", "light", 1120, 1180),
    ("explained.png", "Her", "#explain", "dark", 1120, 900),
)
"""File, film, part of its page, colours, width and height in pixels."""


def main() -> None:
    """Crawl, serve, look."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as scratch, serve(blogs()) as served:
        url = f"sqlite:///{scratch}/demo.sqlite"
        targets = [f"{one.blog.name}={one.home}" for one in served]
        options = {"DOWNLOAD_DELAY": 0, "ALLOW_PRIVATE": [HOST], "LEASES": scratch, "CATALOG": "", "ARCHIVE": "off"}
        run(targets, verbose=False, store_url=url, settings=options)
        with open_store(url, read_only=True) as store:
            app = create_app(store)
            with chromium.served(app) as origin, chromium.launched() as browser:
                for name, film, part, scheme, width, height in SHOTS:
                    path = next(hit.path for hit in app.state.index.find(film) if hit.kind == "film")
                    take(browser, origin, path + part, PICTURES / name, scheme, (width, height))


def take(browser: object, origin: str, path: str, file: Path, scheme: str, size: tuple[int, int]) -> None:
    """One picture of what stands at a path, all of it unfolded where the path names a part."""
    viewport = {"width": size[0], "height": size[1]}
    window = chromium.Watched(browser, origin, viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    page = window.open(path)
    if "#" in path:
        page.locator("details.explain").evaluate("(element) => { element.open = true }")
        page.locator(f"#{path.partition('#')[2]}").scroll_into_view_if_needed()
        page.evaluate("document.querySelector(location.hash).scrollIntoView()")
    page.screenshot(path=file)
    window.context.close()
    assert window.wrong == [], window.wrong


if __name__ == "__main__":
    main()
