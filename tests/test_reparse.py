"""Archived pages read again: what differs is shown, and written only where it is accepted; reviews in any WARC file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
import xxhash

from aggregator.cli.exits import Exit
from aggregator.ingest import Tools, ingest_all
from aggregator.parse import parse_page
from aggregator.records import Page, Parsed, Review
from aggregator.reparse import reading, reparse, take_in
from aggregator.reparse.candidates import may_hold_review
from aggregator.reparse.pool import Crashed, spread
from aggregator.store import Store, archived, queries
from aggregator.store import pages as store_pages
from aggregator.store.archive import Archive, archive_of
from cli_calls import Done
from store_samples import dump
from warc_samples import common_crawl, fixture, record, response, write

BLOG = "papermoonprojector"
HOME = "https://papermoonprojector.example"
REVIEWS = {
    "/reviews/her/": "reviews-her",
    "/reviews/gravity/": "reviews-gravity",
    "/reviews/elysium/": "reviews-elysium",
}
NEWS = {"/lists/ten-films-of-2013/": "lists-ten-films-of-2013", "/": "home", "/reviews/": "reviews"}


@pytest.fixture
def archive(store: Store) -> Iterable[Archive]:
    """The store's archive."""
    one = archive_of(store)
    assert one is not None
    yield one
    one.close()


def crawl(
    store: Store, archive: Archive, then: Callable[[Parsed], Parsed] = lambda parsed: parsed, blog: str = BLOG
) -> None:
    """Keep and store the fixture's pages, as a crawl with another parser did: `then` is what it made of them."""
    folder = f"unseen/{blog}.example"
    pages = {**REVIEWS, **NEWS}
    for path, name in pages.items():
        url = HOME + path
        body = fixture(f"{folder}/{name}.html")
        place = archive.keep_response(url, 200, [("Content-Type", "text/html; charset=utf-8")], body)
        site = reading.site_of(blog, HOME)
        parsed = then(parse_page(Page(url, body, charset="utf-8"), site))
        with store.write() as writer:
            ingest_all(parsed.reviews, Tools(writer, reader="0.0"))
            state = store_pages.PageState(url, 200, body_hash=xxhash.xxh3_128_hexdigest(body), archived=place)
            store_pages.save_page(writer, blog, state)
            writer.site_id(blog, HOME)


def older(parsed: Parsed) -> Parsed:
    """A parser that read no ratings, dated the films wrongly, and took every verdict for the cast."""
    reviews = [replace(review, rating=None, film_year=1901, cast=("Nobody Else",)) for review in parsed.reviews]
    return replace(parsed, reviews=tuple(reviews))


def test_a_parser_that_reads_the_same_changes_nothing(store: Store, archive: Archive) -> None:
    crawl(store, archive)
    before = dump(store)
    for accept in (False, True):
        report = reparse(store, archive, accept=accept, workers=1)
        assert not report.differences
        assert (report.pages, report.done, report.total, report.faults) == (6, 6, 6, [])
        assert report.outcomes == {"same": 3}
    after = dump(store)
    for name in before.keys() - {"left_out", "counter"}:  # posts left out are noted, and runs counted
        assert after[name] == before[name]


def test_a_run_records_which_fields_its_reviews_have(store: Store, archive: Archive) -> None:
    crawl(store, archive)
    reparse(store, archive, accept=True, workers=1)
    with store.read() as connection:
        (run,) = runs_of(connection)
    assert (run.outcomes, run.filled["rating"], run.filled["cast"]) == ({"same": 3}, 1.0, 1.0)


def test_what_differs_is_shown_and_written_where_it_is_accepted(store: Store, archive: Archive) -> None:
    crawl(store, archive, older)
    before = dump(store)
    shown = reparse(store, archive, {BLOG}, workers=1)
    assert dump(store) == before
    fields = shown.differences.fields
    assert (fields["rating"].appear, fields["rating"].vanish) == (3, 0)
    assert fields["film_year"].appear == 0
    assert fields["film_year"].change + fields["film_year"].vanish == 3
    assert fields["cast"].change + fields["cast"].vanish == 3
    example = fields["rating"].examples["appear"][0]
    assert example.before is None
    assert example.url.startswith(HOME)
    written = reparse(store, archive, {BLOG}, accept=True, workers=1)
    assert written.differences == shown.differences
    assert {one.film_title: one.rating and one.rating.raw for one in queries.reviews(store)} == {
        "Her": "A-",
        "Gravity": "B+",
        "Elysium": "C+",
    }
    assert [one.cause for one in queries.history(store, 1)] == ["new", "reparsed"]
    assert not reparse(store, archive, {BLOG}, accept=True, workers=1).differences
    with store.read() as connection:
        kinds = [run.kind for run in runs_of(connection)]
    assert kinds == ["reparse", "reparse"]


def runs_of(connection: object) -> list[object]:
    from aggregator.store import ledger

    return list(ledger.runs(connection))  # type: ignore[arg-type]


def test_a_post_that_is_no_longer_taken_is_buried_and_comes_back(
    store: Store, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    crawl(store, archive)
    parse = reading.parse_page
    with monkeypatch.context() as patched:
        patched.setattr(reading, "parse_page", lambda page, site: without("her", parse(page, site)))
        report = reparse(store, archive, workers=1)
        assert report.differences.gone == 1
        assert len(queries.reviews(store)) == 3
        report = reparse(store, archive, accept=True, workers=1)
        assert report.differences.examples["gone"] == [f"{HOME}/reviews/her/"]
        assert {one.film_title for one in queries.reviews(store)} == {"Gravity", "Elysium"}
        assert not reparse(store, archive, accept=True, workers=1).differences
    report = reparse(store, archive, accept=True, workers=1)
    assert (report.differences.back, report.differences.fields) == (1, {})
    assert [one.cause for one in queries.history(store, 1)] == ["new", "reparsed", "back"]
    assert len(queries.reviews(store)) == 3


def without(path: str, parsed: Parsed) -> Parsed:
    return replace(parsed, reviews=tuple(review for review in parsed.reviews if path not in review.url))


def test_a_page_that_raises_is_named_and_buries_nothing(
    store: Store, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    crawl(store, archive)

    def fail(page: Page, _: object) -> Parsed:
        raise ValueError(page.url)

    monkeypatch.setattr(reading, "parse_page", fail)
    report = reparse(store, archive, accept=True, workers=1)
    assert report.quarantined == 6
    assert len(queries.reviews(store)) == 3
    assert not report.differences


def test_listings_speak_only_for_posts_without_a_page(store: Store, archive: Archive) -> None:
    """Whole posts on a blog's listing: read from it where they were never fetched, else from their own pages."""
    folder, home = "unseen/backrowcouch.example", "https://backrowcouch.example"
    listing = fixture(f"{folder}/home.html")
    parsed = parse_page(Page(f"{home}/", listing), reading.site_of("backrowcouch", home))
    her, nebraska = parsed.reviews
    own = Page(her.url, fixture(f"{folder}/guest-review-her-2013.html"))
    for url, body in ((f"{home}/", listing), (her.url, str(own.text).encode())):
        place = archive.keep_response(url, 200, [], body)
        with store.write() as writer:
            store_pages.save_page(writer, "backrowcouch", store_pages.PageState(url, 200, archived=place))
    with store.write() as writer:
        ingest_all([replace(her, film_year=1901), nebraska], Tools(writer))
    report = reparse(store, archive, accept=True, workers=1)
    assert report.differences.gone == 0
    assert sorted(one.film_title for one in queries.reviews(store)) == ["Her", "Nebraska"]
    assert sum(report.outcomes.values()) == 2  # Her from its own page alone


def damage_first(store: Store, archive: Archive) -> tuple[Path, int]:
    """Write over the archive's first page; gives its file and place."""
    archive.close()
    (path,) = archive.files()
    first = min(page.offset for page in archived.archived_pages(store))
    with path.open("r+b") as file:
        file.seek(first + 40)
        file.write(b"\xff" * 40)
    return path, first


@pytest.mark.parametrize("how", ["--all", "--warc"])
def test_a_command_that_could_not_read_all_ends_with_an_error(
    how: str, store: Store, archive: Archive, run: Callable[..., Done]
) -> None:
    crawl(store, archive)
    sound = run("--database", store.url, "reparse", "--all", "--jobs", 1)
    assert sound.code == Exit.OK and "could not be read" not in sound.error
    path, _ = damage_first(store, archive)
    done = run("--database", store.url, "reparse", *(["--all"] if how == "--all" else ["--warc", path]), "--jobs", 1)
    assert done.code == (Exit.CHECK_FAILED if how == "--all" else Exit.CANNOT_FETCH)
    *told, last = done.error.splitlines()
    assert any(path.name in line for line in told)
    assert last.endswith("could not be read; what could be read, was")


def test_records_that_are_gone_or_broken_are_told_of(store: Store, archive: Archive) -> None:
    crawl(store, archive)
    path, first = damage_first(store, archive)
    report = reparse(store, archive, workers=1)
    assert report.failed >= 1
    assert f"{path.name}:{first}" in report.faults[0]
    assert report.pages == 5
    assert report.differences.gone == 0
    path.unlink()
    assert reparse(store, archive, workers=1).failed == 6


def test_all_cores_give_what_one_gives(store: Store, archive: Archive) -> None:
    crawl(store, archive, older)
    one = reparse(store, archive, workers=1)
    two = reparse(store, archive, workers=2)
    assert (one.differences, one.outcomes, one.pages) == (two.differences, two.outcomes, two.pages)


def double_or_die(number: int) -> int:
    if number == 5:
        os._exit(1)
    return 2 * number


def test_work_that_kills_its_process_is_named_and_the_rest_is_done() -> None:
    results = list(spread(double_or_die, range(9), 2))
    assert [one.work if isinstance(one, Crashed) else one for one in results] == [0, 2, 4, 6, 8, 5, 12, 14, 16]
    assert isinstance(results[5], Crashed)


FOREIGN = {
    "https://dunkelkammerkino.example/2014/03/28/kritik-her/": "unseen/dunkelkammerkino.example/kritik-her.html",
    "https://butacarota.example/2012/11/23/holy-motors/": "unseen/butacarota.example/holy-motors.html",
    "https://lafauteuilrouge.example/2011/05/20/the-artist/": "unseen/lafauteuilrouge.example/the-artist.html",
    "https://theslowdissolve.example/paterson-review/": "unseen/theslowdissolve.example/paterson-review.html",
    "https://www.thefilmshed.example/reviews/brooklyn": "unseen/thefilmshed.example/brooklyn.html",
}
OTHERS = 2_000


def other_page(number: int) -> bytes:
    """A page of a garden shop's help, as there are millions."""
    words = " ".join(
        f"<p>Row {number} of beans and peas stands {step} inches from the fence.</p>" for step in range(90)
    )
    return f"<!DOCTYPE html><html><head><title>Beans {number}</title></head><body>{words}</body></html>".encode()


@pytest.fixture(scope="module")
def crawled_by_others(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thousands of pages in Common Crawl's manner, a few reviews and much that is no page among them."""
    parts = [record("warcinfo", "", b"software: another\r\n", type_="application/warc-fields")]
    for number in range(OTHERS):
        parts += common_crawl(f"https://garden.example/{number}", other_page(number))
        if number % 400 == 200:
            url = list(FOREIGN)[number // 400]
            parts += common_crawl(url, fixture(FOREIGN[url]))
    her = fixture("unseen/papermoonprojector.example/reviews-her.html")
    parts += [
        response("https://a.example/gone", her, status=404),  # type: ignore[arg-type]
        response("https://a.example/photo.jpg", her, type_="image/jpeg"),
        response("https://a.example/robots", her, headers="X-Robots-Tag: noindex\r\n"),
        response("ftp://a.example/her", her),
        response("https://a.example/cut", her, length=len(her) + 90_000),
        record("resource", "dns:a.example", b"a.example. 300 IN A 192.0.2.1", type_="text/dns"),
        record("conversion", "https://a.example/text", her, type_="text/plain"),
    ]
    return write(tmp_path_factory.mktemp("warc") / "CC-MAIN-2026-05-00001.warc.gz", parts)


def test_reviews_in_any_warc_file_are_taken_in(
    store: Store, crawled_by_others: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse, read = reading.parse_page, []

    def counted(page: Page, site: object) -> Parsed:
        read.append(page.url)
        return parse(page, site)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "parse_page", counted)
    shown = take_in(store, [crawled_by_others], workers=1)
    assert queries.reviews(store) == []
    assert shown.differences.new == len(FOREIGN)
    assert sorted(read) == sorted(FOREIGN)  # nothing else is read in full
    report = take_in(store, [crawled_by_others], accept=True, workers=1)
    stored = queries.reviews(store)
    assert {one.url for one in stored} == {url.replace("//www.", "//") for url in FOREIGN}  # as the pages say
    assert {one.site for one in stored} == {url.split("/")[2].removeprefix("www.") for url in FOREIGN}
    assert {one.language for one in stored} == {"de", "es", "fr", "en"}
    assert report.passed_over > 3 * OTHERS
    assert report.failed == 1
    assert "cut" in report.faults[0]
    again = take_in(store, [crawled_by_others], accept=True, workers=1)
    assert (again.outcomes, bool(again.differences)) == ({"same": len(FOREIGN)}, False)


def test_a_page_of_its_own_speaks_before_the_listings_of_any_warc_file(store: Store, tmp_path: Path) -> None:
    """Whatever their order, and as often as they are taken in."""
    host = "https://papermoonprojector.example"
    own, other = f"{host}/reviews/her/", f"{host}/reviews/drive/"

    def post(url: str, title: str, rating: str) -> str:
        prose = "".join(f"<p>{title} is a film of {word}, and the camera loves it.</p>" for word in ("light", "rain"))
        return (
            f'<article class="post"><h2 class="entry-title"><a href="{url}">{title} (2013) review</a></h2>'
            f'<div class="entry-content">{prose}{prose}<p>Rating: {rating}</p></div></article>'
        )

    listing = f"<html><body>{post(own, 'Her', '1/5')}{post(other, 'Drive', '3/5')}</body></html>".encode()
    page = f"<html><body>{post(own, 'Her', '4/5')}</body></html>".encode()
    alone = page.replace(own.encode(), b"").replace(b"4/5", b"2/5")  # a front page with no permalink for its only post
    records = [response(f"{host}/", listing), response(own, page), response(f"{host}/page/2/", listing)]
    records.append(response(f"{host}/", alone))
    path = write(tmp_path / "a.warc", records)
    take_in(store, [path], accept=True, workers=1)
    ratings = {one.url: one.rating.raw if one.rating else None for one in queries.reviews(store)}
    assert ratings == {own: "4/5", other: "3/5"}
    again = take_in(store, [path], accept=True, workers=1)
    assert not again.differences and set(again.outcomes) == {"same"}


def test_a_file_in_stretches_over_all_cores(
    store: Store, crawled_by_others: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aggregator.reparse.run.STRETCH", 200_000)
    report = take_in(store, [crawled_by_others, crawled_by_others], workers=2)
    assert report.records == 2 * take_in(store, [crawled_by_others], workers=1).records
    assert report.done == report.total
    assert report.outcomes == {"new": 5, "same": 5} or report.outcomes == {"new": 10}


def test_a_blog_that_has_a_name_keeps_it(store: Store, tmp_path: Path) -> None:
    url = "https://papermoonprojector.example/reviews/her/"
    with store.write() as writer:
        writer.site_id("moon", "https://papermoonprojector.example/start")
    path = write(tmp_path / "a.warc", [response(url, fixture("unseen/papermoonprojector.example/reviews-her.html"))])
    take_in(store, [path], accept=True, workers=1)
    assert [one.site for one in queries.reviews(store)] == ["moon"]


@pytest.mark.parametrize("name", ["none.warc", "folder"])
def test_a_file_that_cannot_be_opened(store: Store, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=r"No such file|directory"):
        take_in(store, [tmp_path / name], workers=1)


PAGES = sorted((Path(__file__).parents[1] / "fixtures").glob("*/*/*.html"))


def reviews_of(page: Path) -> list[Review]:
    return list(parse_page(Page(f"https://a.example/{page.stem}", page.read_bytes())).reviews)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_no_review_is_passed_over(page: Path) -> None:
    assert may_hold_review("text/html", page.read_bytes()) or not reviews_of(page)


@pytest.mark.parametrize(
    ("content_type", "body", "is_candidate"),
    [
        ("text/html", b"<p>A film review. Directed by nobody. Rating: 4/5</p>" * 20, True),
        ("", b"<p>Ein Film mit viel Kino. Fazit: sehenswert.</p>" * 20, True),
        ("application/xhtml+xml; charset=utf-8", "<p>Фильм: рецензия</p>".encode("cp1251") * 40, True),
        ("text/html", "<p>映画のレビュー</p>".encode() * 40, True),
        ("text/html", b"<p>Una pel&iacute;cula: cr&iacute;tica</p>" * 20, True),
        ("text/html", b"<p>A review: she plays a queen on the screen. 7/10</p>" * 20, True),
        ("text/html", b"<p>Review: this blender plays no games. 4/5 Add to cart</p>" * 20, False),
        ("text/html", b"<p>Photographic film for sale, in boxes.</p>" * 20, False),
        ("text/html", b"<p>Beans and peas.</p>" * 40, False),
        ("text/html", b"<p>film review 4/5</p>", False),
        ("application/pdf", b"film review 4/5" * 90, False),
        ("text/html", b"film review 4/5 " * 300_000, False),
        ("text/html", bytes(5_000), False),
    ],
)
def test_candidates(content_type: str, body: bytes, is_candidate: bool) -> None:
    assert may_hold_review(content_type, body) is is_candidate


def test_no_review_of_real_pages_is_passed_over(shared: Path) -> None:
    """Pages that nobody on this project wrote."""
    import json

    gold = shared / "gold"
    rows = [json.loads(line) for line in (gold / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    missed = [
        row["file"]
        for row in rows
        if row["kind"] != "negative" and not may_hold_review("text/html", (gold / "pages" / row["file"]).read_bytes())
    ]
    assert missed == []
