"""Every command as a user types it: what it prints, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from aggregator.cli.exits import Exit
from aggregator.records import Review
from cli_calls import Done, one_line

if TYPE_CHECKING:
    from aggregator.store import Store
    from conftest import Demo

FLIX = "https://flixchatter.net/2014/01/13/flixchatter-review-spike-jonzes-her/"


def test_help_names_every_command_and_starts_fast() -> None:
    command = [sys.executable, "-c", "from aggregator.cli import main; main()", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert all(name in done.stdout for name in ("crawl", "extract", "demo", "films", "export", "sites", "runs", "db"))
    heavy = ("scrapy", "sqlalchemy", "rich", "numpy", "aggregator.parse")
    code = f"import sys, aggregator.cli; print([name for name in {heavy} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert loaded.stdout.strip() == "[]"


class TestExtract:
    def test_a_file_with_its_address(self, run: Callable[..., Done], fixtures: Path) -> None:
        file = fixtures / "sites/flixchatter/flixchatter-review-spike-jonzes-her.html"
        done = run("extract", file, "--url", FLIX, "--json")
        assert done.code == 0
        (review,) = json.loads(done.out)["reviews"]
        assert review["url"] == FLIX
        assert review["site"] == "flixchatter"
        assert review["rating"]["raw"] == "4.5 out of 5 reels"
        assert set(review) == set(Review(url=FLIX, site="flixchatter").as_dict())

    def test_explain_shows_chosen_lost_and_left_out(self, run: Callable[..., Done], fixtures: Path) -> None:
        file = fixtures / "sites/flixchatter/tag-her-page-2.html"
        url = "https://flixchatter.net/tag/her-movie/page/2/"
        shown = run("extract", file, "--url", url, "--explain").out
        assert "lost" in shown
        assert "left out: Monthly Recap" in shown
        data = json.loads(run("extract", file, "--url", url, "--explain", "--json").out)
        claims = [claim for review in data["reviews"] for claim in review["claims"]]
        assert {claim["chosen"] for claim in claims} == {True, False}
        assert all(claim["raw"] and claim["where"] and claim["source"] for claim in claims)
        assert all(post["label"] and post["reasons"] for post in data["left_out"])

    def test_a_page_without_a_review(self, run: Callable[..., Done], fixtures: Path) -> None:
        done = run("extract", fixtures / "sites/flixchatter/january-2014-recap.html")
        assert done.code == Exit.NO_REVIEW
        assert "1 left out as" in one_line(done)

    def test_no_such_file(self, run: Callable[..., Done], tmp_path: Path) -> None:
        done = run("extract", tmp_path / "none.html")
        assert done.code == Exit.CANNOT_FETCH
        assert "none.html" in one_line(done)

    @pytest.mark.parametrize("body", [b"%PDF-1.7 ...", b"", b'{"a": 1}', b"\x89PNG\r\n"])
    def test_no_html(self, run: Callable[..., Done], tmp_path: Path, body: bytes) -> None:
        file = tmp_path / "page"
        file.write_bytes(body)
        done = run("extract", file)
        assert done.code == Exit.NOT_HTML
        one_line(done)

    def test_a_private_address_is_refused(self, run: Callable[..., Done]) -> None:
        done = run("extract", "http://127.0.0.1:9/")
        assert done.code == Exit.CANNOT_FETCH
        assert "AGGREGATOR_ALLOW_PRIVATE=127.0.0.1" in one_line(done)

    def test_over_http(self, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, fixtures: Path) -> None:
        from aggregator import settings
        from aggregator.demo import HOST, blogs, serve

        monkeypatch.setattr(settings, "ALLOW_PRIVATE", (HOST,))
        flix = [blog for blog in blogs(fixtures) if blog.name == "flixchatter"]
        with serve(flix) as (served,):
            path = FLIX.removeprefix("https://flixchatter.net/")
            done = run("extract", served.home + path, "--url", FLIX, "--json")
            assert json.loads(done.out)["reviews"][0]["film_title"] == "HER"
            done = run("extract", served.home + "nowhere")
            assert done.code == Exit.CANNOT_FETCH
            assert "404" in one_line(done)

    def test_an_unknown_site_names_the_nearest(self, run: Callable[..., Done], fixtures: Path) -> None:
        done = run("extract", fixtures / "sites/fimo/home.html", "--site", "flixchater")
        assert done.code == Exit.UNKNOWN_SITE
        assert "flixchatter" in one_line(done)


class TestStored:
    """Commands over the database that the demo left."""

    def test_film_compares(self, run: Callable[..., Done], demo: Demo) -> None:
        done = run("--database", demo.database, "film", "Her (2013)", "--json")
        data = json.loads(done.out)
        assert data["film"]["title"] == "Her"
        assert data["summary"]["count"] == 3
        assert data["summary"]["unrated"] == 1
        assert data["summary"]["copies"] == 1
        copies = {review["site"]: [copy["site"] for copy in review["copies"]] for review in data["reviews"]}
        assert copies["papermoonprojector"] == ["backrowcouch"]
        by_id = run("--database", demo.database, "film", data["film"]["id"], "--json")
        assert json.loads(by_id.out) == data

    def test_films(self, run: Callable[..., Done], demo: Demo) -> None:
        done = run("--database", demo.database, "films", "grav", "--json")
        assert [film["title"] for film in json.loads(done.out)] == ["Gravity"]
        assert "Gravity" in run("--database", demo.database, "films").out

    def test_no_such_film(self, run: Callable[..., Done], demo: Demo) -> None:
        for command in ("film", "films"):
            done = run("--database", demo.database, command, "Zardoz")
            assert done.code == Exit.NOT_FOUND
            assert "Zardoz" in one_line(done)

    def test_reviews(self, run: Callable[..., Done], demo: Demo) -> None:
        done = run("--database", demo.database, "reviews", "--site", "flixchatter", "--json")
        found = json.loads(done.out)
        assert {review["site"] for review in found} == {"flixchatter"}
        assert "GRAVITY" in run("--database", demo.database, "reviews", "--site", "flixchatter").out

    def test_sites_and_runs(self, run: Callable[..., Done], demo: Demo) -> None:
        sites = json.loads(run("--database", demo.database, "sites", "--json").out)
        assert {"fimo", "flixchatter", "backrowcouch"} <= {site["name"] for site in sites}
        assert {site["name"] for site in sites if site["named"]} >= {"fimo", "flixchatter"}
        runs = json.loads(run("--database", demo.database, "runs", "--json").out)
        assert {row["state"] for row in runs} == {"good"}
        assert "flixchatter" in run("--database", demo.database, "sites").out
        assert "flixchatter" in run("--database", demo.database, "runs").out

    def test_left_out_and_quarantine(self, run: Callable[..., Done], demo: Demo) -> None:
        left_out = json.loads(run("--database", demo.database, "runs", "left-out", "--site", "fimo", "--json").out)
        assert all(post["site"] == "fimo" and post["label"] and post["reasons"] for post in left_out)
        shown = run("--database", demo.database, "runs", "left-out").out
        assert "taken for" in shown and "flixchatter" in shown
        assert json.loads(run("--database", demo.database, "runs", "quarantine", "--json").out) == []

    def test_a_page_in_quarantine(self, run: Callable[..., Done], store: Store) -> None:
        from aggregator.records import Issue
        from aggregator.store.pages import record_quarantine

        with store.write() as writer:
            issue = Issue("https://a.example/odd", "stars", "Traceback ...\nValueError: half a star")
            record_quarantine(writer, "a.example", issue)
        shown = run("--database", store.url, "runs", "quarantine").out
        assert "ValueError: half a star" in shown and "stars" in shown

    def test_export(self, run: Callable[..., Done], demo: Demo, tmp_path: Path) -> None:
        file = tmp_path / "reviews.jsonl"
        assert run("--database", demo.database, "export", "reviews", "-o", file).code == 0
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        assert len(rows) >= 8
        assert all({"film_id", "story_id", "rating", "provenance"} <= row.keys() for row in rows)
        table = tmp_path / "films.csv"
        assert run("--database", demo.database, "export", "films", "--format", "csv", "-o", table).code == 0
        films = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"))))
        assert "Gravity" in {film["title"] for film in films}

    def test_export_to_where_nothing_can_be_written(self, run: Callable[..., Done], demo: Demo, tmp_path: Path) -> None:
        done = run("--database", demo.database, "export", "films", "-o", tmp_path / "no" / "films.jsonl")
        assert done.code == Exit.CANNOT_WRITE
        one_line(done)

    @pytest.mark.parametrize(
        "arguments", [("export", "moods"), ("export", "films", "--format", "xml"), ("films", "--sort", "x")]
    )
    def test_wrong_use(self, run: Callable[..., Done], demo: Demo, arguments: tuple[str, ...]) -> None:
        assert run("--database", demo.database, *arguments).code == Exit.USAGE


class TestDatabase:
    def test_upgrade_makes_it_and_status_tells(self, run: Callable[..., Done], tmp_path: Path) -> None:
        file = tmp_path / "new.sqlite"
        assert run("--database", file, "db", "upgrade").code == 0
        done = run("--database", file, "db", "status")
        assert (done.code, "0 reviews of 0 blogs" in done.out) == (0, True)

    def test_none_yet(self, run: Callable[..., Done], tmp_path: Path) -> None:
        done = run("--database", tmp_path / "none.sqlite", "films")
        assert done.code == Exit.DATABASE
        assert "aggregator demo" in one_line(done)

    def test_not_a_database(self, run: Callable[..., Done], tmp_path: Path) -> None:
        file = tmp_path / "page.html"
        file.write_text("<p>This is a page, and quite a long one at that." * 200)
        done = run("--database", file, "films")
        assert done.code == Exit.DATABASE
        one_line(done)

    def test_a_newer_one(self, run: Callable[..., Done], tmp_path: Path) -> None:
        import sqlite3

        file = tmp_path / "newer.sqlite"
        assert run("--database", file, "db", "upgrade").code == 0
        with sqlite3.connect(file) as connection:
            connection.execute("UPDATE aggregator_schema SET version_num = '9999'")
        connection.close()
        done = run("--database", file, "films")
        assert done.code == Exit.DATABASE
        assert "newer" in one_line(done)


class TestCrawl:
    """Each crawl starts a reactor, so each runs in a process of its own."""

    @staticmethod
    def crawl(*arguments: str, **environment: str) -> Done:
        import os

        command = [sys.executable, "-c", "from aggregator.cli import main; main()", *arguments]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=120, env=os.environ | {"COLUMNS": "160"} | environment
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def test_an_unknown_site_names_the_nearest(self, tmp_path: Path) -> None:
        done = self.crawl("--database", str(tmp_path / "a.sqlite"), "crawl", "flixchater")
        assert done.code == Exit.UNKNOWN_SITE
        assert "flixchatter" in done.error

    def test_a_private_address_is_refused_and_the_run_says_so(self, tmp_path: Path) -> None:
        done = self.crawl("--database", str(tmp_path / "a.sqlite"), "crawl", "http://127.0.0.1:9/", "--json")
        assert done.code == Exit.RUN_BROKEN
        (report,) = json.loads(done.out)
        assert report["state"] == "broken"
        assert "private" in report["reason"]

    @pytest.mark.parametrize(
        ("name", "value"),
        [("AGGREGATOR_DELAY", "soon"), ("AGGREGATOR_CONTACT", "me"), ("AGGREGATOR_LEASES", "/dev/null/hosts")],
    )
    def test_a_setting_that_makes_no_sense(self, tmp_path: Path, name: str, value: str) -> None:
        done = self.crawl("--database", str(tmp_path / "a.sqlite"), "crawl", "fimo", **{name: value})
        assert done.code == Exit.SETTING
        assert f"{name}='{value}'" in one_line(done)

    def test_discover_ranks_the_sources(self, tmp_path: Path) -> None:
        from aggregator.demo import HOST, blogs, serve

        (paper,) = [blog for blog in blogs() if blog.name == "papermoonprojector"]
        environment = {"AGGREGATOR_ALLOW_PRIVATE": HOST, "AGGREGATOR_DELAY": "0"}
        with serve([paper]) as (served,):
            done = self.crawl(
                "--database", str(tmp_path / "a.sqlite"), "discover", served.home, "--json", **environment
            )
            shown = self.crawl("--database", str(tmp_path / "a.sqlite"), "discover", served.home, **environment)
        assert [source["kind"] for source in json.loads(done.out)] == ["sitemap", "archive"]
        assert "sitemap" in shown.out and "the first, 20" in shown.out
        assert not (tmp_path / "a.sqlite").exists()

    def test_discover_where_there_is_no_blog(self) -> None:
        done = self.crawl("discover", "http://127.0.0.1:9/", AGGREGATOR_DELAY="0")
        assert done.code == Exit.CANNOT_FETCH
        assert "private-address: if it is yours, AGGREGATOR_ALLOW_PRIVATE" in one_line(done)

    def test_a_file_that_is_no_warc(self, run: Callable[..., Done], tmp_path: Path) -> None:
        (tmp_path / "garbage.warc").write_text("garbage\n")
        done = run("--database", tmp_path / "a.sqlite", "reparse", "--warc", tmp_path / "garbage.warc")
        assert done.code == Exit.CANNOT_FETCH
        assert done.error.splitlines()[-1].endswith("garbage.warc")

    def test_tables_in_a_pipe_are_not_broken(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from aggregator.cli.show import print_table

        monkeypatch.delenv("COLUMNS", raising=False)  # with it somebody asks for a width
        address = "https://blog.example/" + "a-long-way/" * 30
        print_table(("url", "reason"), [(address, "timeout")])
        assert address in capsys.readouterr().out

    def test_all_needs_somebody_to_reach(self, run: Callable[..., Done], tmp_path: Path) -> None:
        done = run("--database", tmp_path / "a.sqlite", "crawl", "--all")
        assert done.code == Exit.SETTING
        assert "AGGREGATOR_CONTACT" in one_line(done)

    def test_all_is_every_site_file_and_every_stored_blog(self, demo: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
        from aggregator import settings
        from aggregator.cli import crawling, database

        monkeypatch.setattr(settings, "CONTACT", "https://example.org/about-our-crawler")
        monkeypatch.setattr(database, "_chosen", str(demo.database))
        targets = crawling.all_blogs(due=False)
        assert {"fimo", "flixchatter"} <= set(targets)
        (stored,) = [target for target in targets if target.startswith("backrowcouch=")]
        assert stored.startswith("backrowcouch=http://127.0.0.1:")
        assert crawling.all_blogs(due=True) == []

    def test_a_blog_that_is_known_by_its_host_is_given_by_its_home(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from aggregator import settings
        from aggregator.cli import crawling, database

        with store.write() as writer:
            writer.site_id("films.example:8080", "http://films.example:8080/")
        monkeypatch.setattr(settings, "CONTACT", "https://example.org/about-our-crawler")
        monkeypatch.setattr(database, "_chosen", store.url)
        assert "http://films.example:8080/" in crawling.all_blogs(due=True)

    @pytest.mark.parametrize(
        "arguments", [("fimo", "--since", "yesterday"), ("fimo", "--limit", "0"), (), ("fimo", "--all")]
    )
    def test_wrong_use(self, run: Callable[..., Done], arguments: tuple[str, ...]) -> None:
        assert run("crawl", *arguments).code == Exit.USAGE
