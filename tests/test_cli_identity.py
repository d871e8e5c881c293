"""Commands about films and reviews that write: the catalogue, decisions, history, scores, takedown."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aggregator import settings
from aggregator.cli.exits import Exit
from aggregator.ingest import Tools, ingest_all
from aggregator.records import Review
from aggregator.store import open_store
from aggregator.values.rating import Rating
from cli_calls import Done, one_line
from store_samples import rated, review

HER = "https://a.example/2014/her"
ELYSIUM = "https://a.example/2013/elysium"
LETTERS = "https://b.example/her-again"
GRADE = "https://b.example/grade"
FILMS = [
    {"title": "Her", "year": 2013, "ids": {"imdb": "tt1798709"}, "directors": ["Spike Jonze"]},
    {"title": "Elysium", "year": 2013, "ids": {"imdb": "tt1535108"}, "directors": ["Neill Blomkamp"]},
]

Aggregator = Callable[..., Done]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of four reviews of three films."""
    database = tmp_path_factory.mktemp("identity") / "reviews.sqlite"
    store_all(
        database,
        review(HER, "Her", film_year=2013, author="Ann", rating=rated("4/5", 4, 5)),
        review(ELYSIUM, "Elysium", film_year=2013, author="Ann", rating=rated("2/5", 2, 5)),
        review(LETTERS, "Her", film_year=2013, author="Ben", rating=rated("3/4", 3, 4)),
        review(GRADE, "Gravity", film_year=2013, rating=Rating("B", 9, 12, 0, "letters", "declared")),
    )
    return database


@pytest.fixture
def database(template: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(template, tmp_path))


@pytest.fixture
def aggregator(run: Callable[..., Done], database: Path, monkeypatch: pytest.MonkeyPatch) -> Aggregator:
    """The command line over that database; no catalogue stands yet."""
    monkeypatch.setattr(settings, "CATALOG", str(database.with_name("films.catalog")))
    return lambda *arguments: run("--database", database, *arguments)


def store_all(database: Path, *reviews: Review) -> None:
    with open_store(str(database)) as store, store.write() as writer:
        ingest_all(reviews, Tools(writer))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Films as JSON Lines, one line of which is broken."""
    file = tmp_path / "films.jsonl"
    file.write_text("\n".join([*map(json.dumps, FILMS), "{broken"]), encoding="utf-8")
    return file


def data(done: Done) -> Any:
    assert done.code == 0, done.error
    return json.loads(done.out)


class TestCatalog:
    def test_none_yet(self, aggregator: Aggregator) -> None:
        done = aggregator("catalog")
        assert done.code == Exit.CATALOG
        assert "aggregator catalog import" in one_line(done)

    def test_built_then_shown_and_stored_reviews_find_their_films(self, aggregator: Aggregator, source: Path) -> None:
        built = data(aggregator("catalog", "import", source, "--format", "jsonl", "--licence", "CC0", "--json"))
        assert (built["films"], built["licence"], built["skipped"]) == (2, "CC0", {"not a film": 1})
        assert built["retried"]["looked_at"] == 4
        shown = data(aggregator("catalog", "--json"))
        assert (shown["films"], shown["licence"], shown["source"]) == (2, "CC0", "films.jsonl")
        assert shown["built"].startswith("20")
        assert "CC0" in aggregator("catalog").out
        films = data(aggregator("films", "--json"))
        found = {film["title"]: film["ids"] for film in films}
        assert found == {film["title"]: film["ids"] for film in FILMS} | {"Gravity": {}}

    def test_another_file_leaves_the_database_alone(self, aggregator: Aggregator, source: Path, tmp_path: Path) -> None:
        other = tmp_path / "other.catalog"
        assert data(aggregator("catalog", "import", source, "-o", other, "--json"))["retried"] is None
        assert data(aggregator("catalog", "--file", other, "--json"))["films"] == 2

    @pytest.mark.parametrize("format", ["imdb", "wikidata"])
    def test_a_source_of_another_kind(self, aggregator: Aggregator, source: Path, format: str) -> None:
        done = aggregator("catalog", "import", source, "--format", format)
        assert done.code == Exit.CATALOG
        assert "JSON Lines" in one_line(done)

    def test_sources_that_cannot_be_used(self, aggregator: Aggregator, source: Path, tmp_path: Path) -> None:
        assert one_line(aggregator("catalog", "import", tmp_path / "none.jsonl"))
        (tmp_path / "page.html").write_text("<p>no films here")
        assert aggregator("catalog", "import", tmp_path / "page.html").code == Exit.CATALOG
        assert aggregator("catalog", "import", source, source).code == Exit.USAGE
        assert aggregator("catalog", "import", source, "--format", "csv").code == Exit.USAGE

    def test_a_file_that_is_no_catalogue(self, aggregator: Aggregator) -> None:
        Path(settings.CATALOG).write_text("a shopping list, and no catalogue")
        done = aggregator("catalog")
        assert done.code == Exit.CATALOG
        assert "not a film catalogue" in one_line(done)

    def test_a_named_file_that_is_not_there_is_told(
        self, aggregator: Aggregator, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert aggregator("reparse", "--all").error == ""
        monkeypatch.setenv("AGGREGATOR_CATALOG", settings.CATALOG)
        assert "no film catalogue at" in one_line(aggregator("reparse", "--all"))


class TestDecisions:
    @staticmethod
    def films(aggregator: Aggregator) -> dict[str, int]:
        return {film["title"]: film["voices"] for film in data(aggregator("films", "--json"))}

    def test_link_by_url_and_title(self, aggregator: Aggregator) -> None:
        assert aggregator("films", "link", ELYSIUM, "Her", "--why", "misread", "--who", "ann").code == 0
        assert self.films(aggregator) == {"Her": 3, "Gravity": 1}
        (made,) = data(aggregator("films", "decisions", "--json"))
        assert (made["kind"], made["who"], made["why"]) == ("link", "ann", "misread")
        assert "misread" in aggregator("films", "decisions").out

    def test_unlink_holds_and_undo_gives_back(self, aggregator: Aggregator) -> None:
        assert aggregator("films", "unlink", ELYSIUM, "--who", "ann").code == 0
        (held,) = data(aggregator("films", "--held", "--json"))
        assert (held["url"], held["held"]) == (ELYSIUM, "unlinked by ann")
        assert "1 review waits" in aggregator("films", "--held").out
        assert data(aggregator("reviews", "--held", "--json")) == [held]
        (made,) = data(aggregator("films", "decisions", "--json"))
        assert aggregator("films", "undo", made["id"]).code == 0
        assert self.films(aggregator) == {"Her": 2, "Elysium": 1, "Gravity": 1}
        assert data(aggregator("films", "decisions", "--json")) == []
        assert len(data(aggregator("films", "decisions", "--all", "--json"))) == 1

    def test_merge_and_back(self, aggregator: Aggregator) -> None:
        assert aggregator("films", "merge", "Elysium", "Her (2013)").code == 0
        assert self.films(aggregator) == {"Her": 3, "Gravity": 1}
        (made,) = data(aggregator("films", "decisions", "--json"))
        assert aggregator("films", "undo", made["id"]).code == 0
        assert self.films(aggregator) == {"Her": 2, "Elysium": 1, "Gravity": 1}

    def test_split(self, aggregator: Aggregator) -> None:
        assert aggregator("films", "split", LETTERS, "--why", "a remake").code == 0
        films = data(aggregator("films", "Her", "--json"))
        assert [film["voices"] for film in films] == [1, 1]

    def test_what_cannot_be_decided(self, aggregator: Aggregator) -> None:
        assert aggregator("films", "merge", "Her", "Her").code == Exit.CANNOT_DECIDE
        assert aggregator("films", "split", HER, ELYSIUM).code == Exit.CANNOT_DECIDE
        assert aggregator("films", "undo", 7).code == Exit.CANNOT_DECIDE
        assert aggregator("films", "link", HER, "Zardoz").code == Exit.NOT_FOUND
        assert aggregator("films", "link", 99, "Her").code == Exit.NOT_FOUND
        assert aggregator("films", "unlink", "https://a.example/none").code == Exit.NOT_FOUND


class TestGroups:
    """A film may be called as a command is, and a word that is no command is a query."""

    def test_a_query_needs_no_command(self, aggregator: Aggregator) -> None:
        assert aggregator("films", "elys", "--json").out == aggregator("films", "list", "elys", "--json").out

    def test_a_film_that_is_called_like_a_command(self, aggregator: Aggregator) -> None:
        done = aggregator("films", "list", "merge")
        assert done.code == Exit.NOT_FOUND
        assert "'merge'" in one_line(done)

    def test_help_names_both(self, aggregator: Aggregator) -> None:
        shown = " ".join(aggregator("films", "--help").out.split())
        assert all(word in shown for word in ("list", "link", "merge", "may be left out"))


class TestHistory:
    def test_what_changed(self, aggregator: Aggregator, database: Path) -> None:
        store_all(database, review(HER, "Her", film_year=2013, author="Ann", rating=rated("3/5", 3, 5)))
        revisions = data(aggregator("reviews", "history", HER, "--json"))
        assert revisions[-1]["cause"] == "edited"
        assert revisions[-1]["changes"]["rating_raw"] == ["4/5", "3/5"]
        shown = aggregator("reviews", "history", HER).out
        assert "4/5" in shown and "3/5" in shown and "edited" in shown
        assert "3/5 (was 4/5)" in aggregator("film", "Her").out
        changes = [one["rating_change"] for one in data(aggregator("film", "Her", "--json"))["reviews"]]
        assert [change and (change["cause"], change["before"], change["after"]) for change in changes].count(
            ("edited", "4/5", "3/5")
        ) == 1

    def test_a_url_in_another_form_and_an_unknown_one(self, aggregator: Aggregator) -> None:
        other = HER.replace("https://a.", "http://www.a.") + "/?utm_source=feed"
        assert data(aggregator("reviews", "history", other, "--json"))[0]["cause"] == "new"
        assert aggregator("reviews", "history", "https://a.example/none").code == Exit.NOT_FOUND


class TestScores:
    @staticmethod
    def grade(aggregator: Aggregator) -> float:
        (row,) = [row for row in data(aggregator("reviews", "--json")) if row["url"] == GRADE]
        return float(row["rating"]["score"])

    def test_a_dry_run_and_the_real_one(self, aggregator: Aggregator) -> None:
        told = data(aggregator("scores", "--policy", "school", "--dry-run", "--json"))
        assert (told["moved"], told["largest"][0]["before"], told["largest"][0]["after"]) == (1, 75, 85)
        assert self.grade(aggregator) == 75
        assert "moved under school" in aggregator("scores", "--policy", "school").out
        assert self.grade(aggregator) == 85
        rows = {row["policy"]: row["moved"] for row in data(aggregator("scores", "--json"))}
        assert rows["school"] == 0 and rows["default"] == 1

    def test_an_unknown_policy(self, aggregator: Aggregator) -> None:
        assert aggregator("scores", "--policy", "kind").code == Exit.USAGE


class TestForget:
    def test_by_url_author_and_site(self, aggregator: Aggregator) -> None:
        assert "1 review taken down" in aggregator("forget", HER).out
        assert aggregator("reviews", "history", HER).code == Exit.NOT_FOUND
        assert "1 review taken down" in aggregator("forget", "--author", "Ben", "--yes").out
        assert "1 review taken down" in aggregator("forget", "--site", "a.example").out
        assert [row["url"] for row in data(aggregator("reviews", "--json"))] == [GRADE]

    def test_nothing_to_forget(self, aggregator: Aggregator) -> None:
        done = aggregator("forget", "--site", "a.exmple")
        assert done.code == Exit.NOT_FOUND
        assert "a.example" in one_line(done)
        assert aggregator("forget", "--author", "Nobody").code == Exit.NOT_FOUND

    @pytest.mark.parametrize("arguments", [(), (HER, "--site", "a.example"), ("her",)])
    def test_wrong_use(self, aggregator: Aggregator, arguments: tuple[str, ...]) -> None:
        assert aggregator("forget", *arguments).code == Exit.USAGE
