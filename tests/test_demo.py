"""The demo's blogs over HTTP on loopback, and the demo from end to end."""

from __future__ import annotations

import http.client
import json
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from aggregator.demo import HOST, DemoError, blogs, serve

if TYPE_CHECKING:
    from conftest import Demo


def get(url: str, **headers: str) -> http.client.HTTPResponse:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    connection.request("GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), headers=headers)
    reply = connection.getresponse()
    reply.body = reply.read()  # type: ignore[attr-defined]
    connection.close()
    return reply


def test_at_least_four_blogs_of_different_make() -> None:
    chosen = blogs()
    assert len(chosen) >= 4
    assert {blog.name for blog in chosen if blog.named} == {"fimo", "flixchatter"}
    files = {blog.name: blog.files for blog in chosen}
    assert any("/feed/" in paths for paths in files.values())
    assert any("/sitemap.xml" in paths for paths in files.values())
    assert all("/robots.txt" in paths for paths in files.values())


def test_every_recorded_url_answers_and_no_link_leads_to_the_real_host() -> None:
    with serve(blogs()) as served:
        for one in served:
            origin = one.home.removesuffix(one.blog.start)
            assert urlsplit(origin).hostname == HOST
            for path in one.blog.files:
                reply = get(origin + path)
                assert reply.status == 200, path
                assert one.blog.home.encode() not in reply.body, path  # type: ignore[attr-defined]
            assert get(origin + "/no/such/page").status == 404


def test_a_validator_that_holds_gets_304_without_a_body() -> None:
    with serve(blogs()[:1]) as (one,):
        first = get(one.home)
        again = get(one.home, **{"If-None-Match": first.headers["ETag"]})
        assert (again.status, again.body) == (304, b"")  # type: ignore[attr-defined]


def test_an_installed_wheel_without_fixtures_says_so(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DemoError, match="clone"):
        blogs(tmp_path)


def test_a_blog_that_is_not_of_the_demo_is_not_served(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for name, demo in (("one", True), ("two", False)):
        folder = tmp_path / "unseen" / name
        folder.mkdir(parents=True)
        (folder / "home.html").write_text("<p>Hello</p>")
        data = {"name": name, "home": f"https://{name}.example", "demo": demo, "pages": {"/": {"file": "home.html"}}}
        (folder / "blog.json").write_text(json.dumps(data))
    assert [blog.name for blog in blogs(tmp_path)] == ["one"]


def test_the_demo_from_end_to_end(demo: Demo) -> None:
    assert demo.code == 0, demo.error
    assert "Her (2013), Spike Jonze" in demo.out
    for line in ("flixchatter", "papermoonprojector", "dunkelkammerkino", "fimo", "└ backrowcouch"):
        assert line in demo.out
    assert "4.5 out of 5 reels" in demo.out
    assert "of 3 scores; 1 without a rating, not counted; 1 copy folded" in " ".join(demo.out.split())


def test_what_the_demo_stored(demo: Demo) -> None:
    with sqlite3.connect(demo.database) as connection:
        rows = connection.execute("SELECT site, film, score, copy_of FROM v_reviews").fetchall()
        states = {state for (state,) in connection.execute("SELECT state FROM run")}
        sick = connection.execute("SELECT count(*) FROM quarantine").fetchone()
    connection.close()
    assert states == {"good"}
    assert sick == (0,)
    assert len({site for site, *_ in rows}) == 5
    assert len(rows) >= 8
    her = {site: score for site, film, score, copy_of in rows if film == "Her" and copy_of is None}
    assert her == {
        "fimo": None,
        "flixchatter": pytest.approx(90),
        "papermoonprojector": pytest.approx(1100 / 12),
        "dunkelkammerkino": pytest.approx(80),
    }
    assert [site for site, *_, copy_of in rows if copy_of is not None] == ["backrowcouch"]


def test_the_transcript_in_the_readme_is_what_the_demo_prints(demo: Demo) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    transcript = readme.split("$ aggregator film Her\n", 1)[1].split("```", 1)[0]
    printed = [line.rstrip() for line in demo.out.splitlines()]
    assert [line for line in transcript.splitlines() if line not in printed] == []
