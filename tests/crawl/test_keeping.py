"""What a crawl leaves in its archive, what it does not, and that its pages can be read again."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from scrapy.utils.test import get_crawler

from aggregator.crawl.keeping import ArchiveMiddleware
from aggregator.store import open_store, queries, removal
from aggregator.store.archive import archive_of, locked
from aggregator.store.archive_upkeep import check
from aggregator.store.warc_reader import WarcRecord, records
from crawl.test_crawl import blog_with_sitemap, post

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from crawl.conftest import Blog, Crawls

TITLES = ["Quiet Harbour", "The Long Ladder", "A Golden Storm"]


def kept(crawls: Crawls) -> list[WarcRecord]:
    """Every record but warcinfo."""
    with open_store(crawls.database) as store:
        archive = archive_of(store)
        assert archive is not None
        assert check(archive, store).faults == []
        return [
            record
            for path in archive.files()
            for record in records(path, wanted=lambda _: True, tell=print)
            if record.kind != "warcinfo"
        ]


def command(crawls: Crawls, *words: str) -> Any:
    """What a command prints as JSON."""
    call = [sys.executable, "-c", "from aggregator.cli import main; main()", *words, "--json"]
    done = subprocess.run(call, env=crawls.environment(), capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_answers_are_kept_and_the_unchanged_are_noted(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    blog.answers[paths[1]] = (200, {"ETag": '"one"'}, post(TITLES[1]))
    hidden = post("A Hidden Garden").replace("<head>", '<head><meta name="robots" content="noarchive">')
    blog.answers[paths[2]] = hidden
    (report,) = crawls.run(blog.home)
    assert report["outcomes"] == {"new": 3}
    first = kept(crawls)
    assert sorted(record.url for record in first) == sorted(
        blog.home.rstrip("/") + path for path in ("/", "/sitemap.xml", *paths[:2])
    )
    assert {record.kind for record in first} == {"response"}
    assert report["causes"]["archive/not-kept/noarchive"] == 1
    crawls.run(blog.home, mode="backfill")
    kinds = Counter((record.kind, record.status) for record in kept(crawls)[len(first) :])
    assert kinds["revisit", 200] == 4  # the test's server knows no validators: the same bodies
    assert not [record for record in kept(crawls) if b"Hidden Garden" in record.body]

    found = command(crawls, "archive", "check")
    assert (found["indexed"], found["faults"]) == (4, [])
    listed = command(crawls, "archive", "list")
    assert sum(file["revisits"] for file in listed["files"]) == 4
    again = command(crawls, "reparse", "--all", "--jobs", "1")
    assert (again["pages"], again["outcomes"], again["differences"]["fields"]) == (2, {"same": 2}, {})


def test_what_was_read_before_the_archive_is_kept_when_it_is_asked_for_again(blog: Blog, crawls: Crawls) -> None:
    path, other = blog_with_sitemap(blog, TITLES[:2])
    page = post(TITLES[0])

    def answer(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers.get("If-None-Match") == '"one"'
        body = b"" if known else page.encode()
        handler.send_response(304 if known else 200)
        for name, value in (("ETag", '"one"'), ("Content-Type", "text/html"), ("Content-Length", str(len(body)))):
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    blog.answers[path] = answer
    crawls.run(blog.home, settings={"ARCHIVE": "off"})
    (report,) = crawls.run(blog.home)
    assert (report["same"], report["pages"]) == (2, 0)
    assert {path, other} <= {record.url[len(blog.home) - 1 :] for record in kept(crawls)}
    assert command(crawls, "archive", "check")["indexed"] == 4
    crawls.run(blog.home)
    revisits = [record for record in kept(crawls) if record.kind == "revisit" and "/2014/" in record.url]
    assert [record.status for record in revisits] == [304, 200]


def test_a_page_that_now_asks_not_to_be_archived_is_taken_out(blog: Blog, crawls: Crawls) -> None:
    path, other = blog_with_sitemap(blog, TITLES[:2])
    crawls.run(blog.home)
    blog.answers[path] = (200, {"X-Robots-Tag": "noarchive"}, blog.answers[path])
    crawls.run(blog.home)
    urls = [record.url[len(blog.home) - 1 :] for record in kept(crawls)]
    assert path not in urls and urls.count(other) == 2
    assert crawls.rows("SELECT count(*) FROM review WHERE gone_at IS NULL") == [(2,)]
    assert command(crawls, "archive", "check")["faults"] == []


@pytest.mark.parametrize("setting", ["off", "OFF"])
def test_nothing_is_kept_where_the_operator_says_so(blog: Blog, crawls: Crawls, setting: str) -> None:
    blog_with_sitemap(blog, TITLES[:1])
    crawls.run(blog.home, settings={"ARCHIVE": setting})
    assert crawls.rows("SELECT count(*) FROM review") == [(1,)]
    assert not list(crawls.scratch.glob("**/*.warc.*"))


def test_gzip_by_setting_and_a_directory_of_ones_own(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, TITLES[:1])
    crawls.run(blog.home, settings={"ARCHIVE": str(crawls.scratch / "kept"), "ARCHIVE_FORMAT": "gzip"})
    (file,) = (crawls.scratch / "kept").glob("*.warc.gz")
    assert file.name.endswith(".warc.gz")


def test_an_archive_that_cannot_be_written_ends_no_crawl(blog: Blog, crawls: Crawls) -> None:
    blog_with_sitemap(blog, TITLES[:2])
    (crawls.scratch / "file").write_text("no directory")
    (report,) = crawls.run(blog.home, settings={"ARCHIVE": str(crawls.scratch / "file")})
    assert report["outcomes"] == {"new": 2}
    assert report["causes"]["archive/failed"] == 4  # home page, sitemap, two posts


def test_what_was_taken_down_is_not_asked_for_again(blog: Blog, crawls: Crawls) -> None:
    paths = blog_with_sitemap(blog, TITLES)
    crawls.run(blog.home)
    with open_store(crawls.database) as store:
        assert removal.forget(store, url=blog.home.rstrip("/") + paths[0]) == 1
    blog.asked.clear()
    (report,) = crawls.run(blog.home, mode="backfill")
    assert paths[0] not in blog.paths
    assert "refused" not in report["outcomes"]
    assert report["causes"]["post/passed-over/taken-down"] == 1
    assert not [record for record in kept(crawls) if paths[0].encode() in record.body or record.url.endswith(paths[0])]
    assert report["causes"]["archive/not-kept/taken-down"] == 1  # the sitemap
    with open_store(crawls.database) as store:
        removal.forget(store, site=queries.sites(store)[0].name)
    (report,) = crawls.run(blog.home)
    assert report["state"] != "broken"


def test_the_file_is_given_back_after_the_last_crawl(tmp_path: Path) -> None:
    crawlers = [get_crawler(settings_dict={"DATABASE": "sqlite://", "ARCHIVE": str(tmp_path)}) for _ in range(2)]
    first, second = (ArchiveMiddleware(crawler) for crawler in crawlers)
    first.spider_opened()
    second.spider_opened()
    for crawler in crawlers:
        crawler.spider = SimpleNamespace(memory=SimpleNamespace(state=lambda _: None))  # type: ignore[assignment]
    assert first.keep_post("https://blog.example/her/", "<p>Her.</p>") is not None
    (path,) = tmp_path.glob("*.warc.zst")
    first.spider_closed()
    with locked(path) as file:
        assert file is None
    second.spider_closed()
    with locked(path) as file:
        assert file is not None
