"""Accessibility of every kind of page, light and dark, as axe-core judges it in real Chromium."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import chromium
from chromium import FAILING, KINDS

AXE = Path(os.environ.get("AXE_CORE", "node_modules/axe-core")) / "axe.min.js"
"""Where `npm install axe-core` put it; AXE_CORE names the folder."""
GRAVE = ("serious", "critical")
WIDTHS = {"light": 1280, "dark": 360}
"""Screens in CSS pixels: a desk's and a phone's."""

pytest.importorskip("playwright", reason="Playwright is not installed")
pytestmark = [
    pytest.mark.skipif(chromium.EXECUTABLE is None, reason="no Chromium on this machine"),
    pytest.mark.skipif(not AXE.exists(), reason="no axe-core: npm install axe-core, or AXE_CORE=FOLDER"),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*KINDS, *FAILING])
def test_no_grave_fault(window: Callable[..., chromium.Watched], her: int, path: str, scheme: str) -> None:
    opened = window(color_scheme=scheme, viewport={"width": WIDTHS[scheme], "height": 900})
    page = opened.open(path.format(her=her))
    for closed in page.locator("details").all():
        closed.evaluate("(element) => { element.open = true }")
    assert grave(page) == []
    opened.wrong = [fault for fault in opened.wrong if "Failed to load resource" not in fault]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_grave_fault_while_searching(window: Callable[..., chromium.Watched], scheme: str) -> None:
    page = window(color_scheme=scheme).open("/")
    page.fill("#q", "her")
    page.wait_for_selector("#hits li")
    page.keyboard.press("ArrowDown")
    assert grave(page) == []


def grave(page: Any) -> list[str]:
    """What axe-core calls serious or critical, with the place."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert found["passes"], "axe looked at nothing"
    return [
        f"{fault['impact']}: {fault['id']}: {node['html'][:200]}: {node['failureSummary'][:300]}"
        for fault in found["violations"]
        if fault["impact"] in GRAVE
        for node in fault["nodes"]
    ]
