"""What others wrote and the pages use: each with its version and licence, none of it changed."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from aggregator.web.shields import PLOT_STYLE
from aggregator.web.templates import STATIC

VENDORED = STATIC / "vendor"
SCRIPTS = sorted(VENDORED.glob("*.js"))
SHA256 = {
    "d3-7.9.2.min.js": "912111098ea99503a6f4967361d2bbdc9dbf58cf9c678c8e27e5b02d1a07f0c1",
    "plot-0.6.17.umd.min.js": "4358086467740777dd788d6b27a95cebdbaefdd50c730a3060117073bd7134cb",
}
"""As published on npm: d3/dist/d3.min.js and @observablehq/plot/dist/plot.umd.min.js."""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_library_is_as_published_and_has_its_licence(script: Path) -> None:
    assert hashlib.sha256(script.read_bytes()).hexdigest() == SHA256[script.name]
    name, version = re.fullmatch(r"([a-z0-9]+)-([\d.]+\d)\..*js", script.name).groups()
    assert version in script.read_text(encoding="utf-8")[:200]
    licence = (VENDORED / f"{name}-{version}.LICENSE").read_text(encoding="utf-8")
    assert "Permission to use, copy, modify" in licence


def test_pages_name_the_libraries_that_are_there() -> None:
    base = (STATIC.parent / "templates" / "base.html").read_text(encoding="utf-8")
    assert set(re.findall(r"vendor/([\w.-]+)", base)) == {script.name for script in SCRIPTS}
    assert set(SHA256) == {script.name for script in SCRIPTS}


def test_the_policy_allows_the_style_of_the_library_and_no_other() -> None:
    text = (VENDORED / "plot-0.6.17.umd.min.js").read_text(encoding="utf-8")
    (name,) = set(re.findall(r'"(plot-[0-9a-f]+)"', text))
    (style,) = re.findall(r"`(:where\(\.\$\{\w+\}\) \{\\n  --plot-background.*?)`", text)
    written = re.sub(r"\$\{\w+\}", name, style).replace("\\n", "\n")
    digest = base64.b64encode(hashlib.sha256(written.encode()).digest()).decode()
    assert f"'sha256-{digest}'" == PLOT_STYLE


def test_scripts_are_sent_compressed_and_kept_for_ever(client: TestClient) -> None:
    for script in SCRIPTS:
        plain = client.get(f"/static/vendor/{script.name}", headers={"Accept-Encoding": "identity"})
        small = client.get(f"/static/vendor/{script.name}", headers={"Accept-Encoding": "gzip"})
        assert "content-encoding" not in plain.headers
        assert small.headers["content-encoding"] == "gzip"
        assert int(small.headers["content-length"]) < len(plain.content) / 2
        assert small.content == plain.content == script.read_bytes()
        for answer in (plain, small):
            assert "immutable" in answer.headers["cache-control"]
            assert "javascript" in answer.headers["content-type"]
            assert "default-src 'none'" in answer.headers["content-security-policy"]
        known = {"Accept-Encoding": "gzip", "If-None-Match": small.headers["etag"]}
        assert client.get(f"/static/vendor/{script.name}", headers=known).status_code == 304
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/vendor/", "/static/nothing.js"):
        assert client.get(path).status_code in (404, 405), path
