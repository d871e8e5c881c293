"""The documented views: the same columns for ever, the same rows in both databases, open to any reader of SQLite."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from aggregator.cli.files import metadata
from aggregator.store import Store, open_store, queries, read_outlets
from aggregator.store.described import ABOUT, COLUMNS, HIDDEN, QUESTIONS
from aggregator.store.described import metadata as described
from aggregator.store.views import VIEWS
from store_samples import blog, many, review, take_in

PROMISED = {
    "v_reviews": "review_id url site headline film_id film film_year film_as_written author published language "
    "rating_raw rating_value rating_best rating_worst rating_style scale_source score policy verdict complete "
    "story_id copy_of first_seen changed_at checked_at quotes directors actors words",
    "v_films": "film_id title year directors ids provisional voices scored mean lowest highest actors copies "
    "shrunk_mean",
    "v_outlets": "site_id site home scale positive negative reviews copies scored mean oldest newest",
    "v_authors": "author reviews scored mean",
    "v_revisions": "revision_id review_id url site at cause changes reader run_id",
    "v_film_history": "film_id day voices scored mean",
    "v_people": "name role film_id film film_year",
}
"""What queries of others rely on: columns may be added at the end, and none may go or change its name."""
MOMENTS = {"first_seen", "changed_at", "checked_at", "at", "day"}


def rows(store: Store, name: str) -> list[dict[str, Any]]:
    with store.read() as connection:
        return [dict(row) for row in connection.execute(text(f"SELECT * FROM {name}")).mappings()]


@pytest.mark.parametrize("name", VIEWS)
def test_columns_stay(store: Store, name: str) -> None:
    with store.read() as connection:
        columns = list(connection.execute(text(f"SELECT * FROM {name}")).keys())
    promised = PROMISED[name].split()
    assert columns[: len(promised)] == promised


def test_the_same_rows_in_both_databases(any_store: Store, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "other.sqlite")) as other:
        for one in (any_store, other):
            take_in(one, *blog(), *many(30), review("https://a.example/x/", author="Ann", directors=("Dee",)))
        for name in VIEWS:
            found = [
                sorted(
                    str({column: value for column, value in row.items() if column not in MOMENTS})
                    .replace("True", "1")
                    .replace("False", "0")
                    for row in rows(one, name)
                )
                for one in (any_store, other)
            ]
            assert found[0] == found[1], name
            assert found[0], name


def test_they_say_what_the_program_says(store: Store) -> None:
    take_in(store, *blog(), *many(60))
    films = {film.id: film for film in queries.films(store, limit=None)}
    for row in rows(store, "v_films"):
        film = films[row["film_id"]]
        assert (row["title"], row["voices"], row["scored"]) == (film.title, film.voices, film.scored)
        assert (row["mean"], row["lowest"], row["highest"]) == (film.mean, film.lowest, film.highest)
    outlets = {row["site"]: row for row in rows(store, "v_outlets")}
    for site in read_outlets.sites(store):
        row = outlets[site.name]
        assert (row["reviews"], row["mean"], row["oldest"]) == (site.reviews, site.mean, site.oldest)


def test_any_reader_of_sqlite_opens_the_file(tmp_path: Path) -> None:
    path = tmp_path / "reviews.sqlite"
    with open_store(str(path)) as store:
        take_in(store, *blog())
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as plain:
        names = {name for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
        assert set(COLUMNS) == set(VIEWS) <= names
        assert names - set(VIEWS) - set(HIDDEN) == {
            *("left_out", "passed_over", "quarantine", "run"),
        }
        assert names - set(HIDDEN) == set(ABOUT)
        for _, question in QUESTIONS.values():
            plain.execute(question, {"year": 2013, "title": "Her"})
        told = described("reviews")["databases"]["reviews"]["tables"]
        for view, columns in COLUMNS.items():
            found = [column[0] for column in plain.execute(f"SELECT * FROM {view}").description]
            facets = told[view].get("facets", [])
            order = [told[view][key] for key in ("sort", "sort_desc") if key in told[view]]
            assert {*columns, *facets, *order} <= set(found)
        best = plain.execute("SELECT film, score FROM v_reviews WHERE copy_of IS NULL ORDER BY score DESC").fetchone()
    assert best == ("Suspiria", 100.0)


def test_metadata_names_the_file(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aggregator.cli.database._chosen", "/somewhere/films.sqlite")
    metadata()
    assert '"films": {' in capsys.readouterr().out
