"""IMDb's tables and Wikidata's JSON, in small, with the damage that real files have."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from aggregator.films import CatalogError, build_catalog, open_catalog
from aggregator.films.rows import film_year

BASICS = """\
tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres
tt0000001\tmovie\tNight Bus\tNachtbus\t0\t2012\t\\N\t91\tDrama
tt0000002\ttvSeries\tNight Bus: The Series\tNight Bus: The Series\t0\t2014\t\\N\t45\tDrama
tt0000003\tmovie\tSea of Sand\tSea of Sand\t0\t\\N\t\\N\t\\N\t\\N
tt0000004\tmovie\tNot for Children\tNot for Children\t1\t2001\t\\N\t80\tAdult
broken line without columns
nm0000005\tmovie\tWrong Id\tWrong Id\t0\t2001\t\\N\t80\tDrama
tt99999999999999\tmovie\tHuge Id\tHuge Id\t0\t2001\t\\N\t80\tDrama
tt0000006\tmovie\t"Quotes" & Tabs\t\\N\t0\t1999\t\\N\t80\tDrama
tt0000007\tmovie\t\\N\t\\N\t0\t1999\t\\N\t80\tDrama
"""
AKAS = """\
titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle
tt0000001\t1\tLe bus de nuit\tFR\t\\N\t\\N\t\\N\t0
tt0000001\t2\tLe bus de nuit\tBE\t\\N\t\\N\t\\N\t0
tt0000001\t3\tNight Bus\tUS\t\\N\t\\N\t\\N\t0
tt0000002\t1\tElsewhere\tUS\t\\N\t\\N\t\\N\t0
tt0000003\t1\tZandzee\tNL\t\\N\t\\N\t\\N\t0
"""
PRINCIPALS = """\
tconst\tordering\tnconst\tcategory\tjob\tcharacters
tt0000001\t2\tnm0000011\tactress\t\\N\t["Rider"]
tt0000001\t1\tnm0000010\tdirector\t\\N\t\\N
tt0000001\t3\tnm0000012\tactor\t\\N\t\\N
tt0000001\t4\tnm0000013\tproducer\t\\N\t\\N
tt0000001\t5\tnm0000099\tactor\t\\N\t\\N
tt0000002\t1\tnm0000010\tdirector\t\\N\t\\N
"""
NAMES = """\
nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles
nm0000010\tAnn Driver\t1970\t\\N\tdirector\ttt0000001
nm0000011\tBea Rider\t1980\t\\N\tactress\ttt0000001
nm0000012\tCy Conductor\t1980\t\\N\tactor\ttt0000001
nm0000013\tDee Money\t1980\t\\N\tproducer\ttt0000001
"""
TABLES = {"title.basics": BASICS, "title.akas": AKAS, "title.principals": PRINCIPALS, "name.basics": NAMES}


def write_tables(folder: Path, names: tuple[str, ...] = tuple(TABLES), *, packed: bool = False) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        if packed:
            (folder / f"{name}.tsv.gz").write_bytes(gzip.compress(TABLES[name].encode()))
        else:
            (folder / f"{name}.tsv").write_text(TABLES[name], encoding="utf-8")
    return folder


@pytest.mark.parametrize("packed", [False, True])
def test_imdb_tables(tmp_path: Path, packed: bool) -> None:
    folder = write_tables(tmp_path / "imdb", packed=packed)
    built = build_catalog(folder, tmp_path / "films.db")
    assert (built.films, built.kind) == (3, "IMDb tables")
    assert built.skipped == {"too few columns": 1, "no id": 2}
    assert "non-commercial" in built.licence
    with open_catalog(tmp_path / "films.db") as catalog:
        (film,) = catalog.by_id("imdb", "tt0000001")
        assert (film.title, film.year) == ("Night Bus", 2012)
        assert film.also == ("Nachtbus", "Le bus de nuit")
        assert film.directors == ("Ann Driver",)
        assert film.cast == ("Bea Rider", "Cy Conductor")
        (sand,) = catalog.by_key("zandzee")
        assert (sand.title, sand.year, sand.cast) == ("Sea of Sand", None, ())
        assert [film.title for film in catalog.by_key("quotes and tabs")] == ['"Quotes" & Tabs']
        assert catalog.by_key("night bus the series") == []
        assert catalog.by_key("not for children") == []


def test_imdb_by_one_of_its_files_and_without_the_others(tmp_path: Path) -> None:
    folder = write_tables(tmp_path / "imdb", ("title.basics",))
    assert build_catalog(folder / "title.basics.tsv", tmp_path / "films.db").films == 3


def test_a_folder_without_tables_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"title\.basics"):
        build_catalog(tmp_path, tmp_path / "films.db")


def test_imdb_with_nuls_and_a_line_without_end(tmp_path: Path) -> None:
    folder = write_tables(tmp_path / "imdb")
    damaged = BASICS.encode() + b"tt0000008\tmovie\tNul\0 Film\tNul Film\t0\t2001\t\\N\t80\tDrama\n" + b"x" * 300_000
    (folder / "title.basics.tsv").write_bytes(damaged)
    built = build_catalog(folder, tmp_path / "films.db")
    assert built.films == 4
    assert built.skipped["line too long"] == 1


def item(ident: str, labels: dict[str, str], claims: dict[str, list[Any]], aliases: tuple[str, ...] = ()) -> str:
    stated = {
        name: [{"rank": "normal", "mainsnak": {"datavalue": {"value": value}}} for value in values]
        for name, values in claims.items()
    }
    data = {
        "type": "item",
        "id": ident,
        "labels": {language: {"language": language, "value": text} for language, text in labels.items()},
        "aliases": {"en": [{"language": "en", "value": text} for text in aliases]},
        "claims": stated,
    }
    return json.dumps(data, separators=(",", ":"))


FILM = {
    "P31": [{"id": "Q11424"}],
    "P1476": [{"text": "Nachtbus", "language": "de"}],
    "P577": [{"time": "+2013-02-01T00:00:00Z"}, {"time": "+2012-09-01T00:00:00Z"}],
    "P57": [{"id": "Q2"}],
    "P161": [{"id": "Q3"}, {"id": "Q404"}],
    "P345": ["tt0000001"],
    "P4947": ["77"],
}
DUMP = [
    "[",
    item("Q2", {"en": "Ann Driver"}, {"P31": [{"id": "Q5"}]}) + ",",
    item("Q1", {"en": "Night Bus", "fr": "Le bus de nuit"}, FILM, ("The Night Bus",)) + ",",
    item("Q3", {"de": "Bea Rider"}, {"P31": [{"id": "Q5"}]}) + ",",
    item("Q6", {"en": "A Town"}, {"P31": [{"id": "Q515"}]}) + ",",
    '{"type":"item","id":"Q7","claims":{"P31":broken',
    item("Q8", {"en": "Odd Film"}, {"P31": [{"id": "Q11424"}], "P577": ["nonsense"], "P57": [None, 5]}),
    "]",
]


def test_a_wikidata_dump(tmp_path: Path) -> None:
    source = tmp_path / "dump.json.gz"
    source.write_bytes(gzip.compress("\n".join(DUMP).encode()))
    built = build_catalog(source, tmp_path / "films.db")
    assert (built.films, built.kind, built.skipped) == (2, "Wikidata dump", {"not JSON": 1})
    assert "CC0" in built.licence
    with open_catalog(tmp_path / "films.db") as catalog:
        (film,) = catalog.by_id("wikidata", "Q1")
        assert (film.title, film.year) == ("Night Bus", 2012)
        assert dict(film.ids) == {"wikidata": "Q1", "imdb": "tt0000001", "tmdb": "77"}
        assert film.also == ("Le bus de nuit", "Nachtbus")
        assert (film.directors, film.cast) == (("Ann Driver",), ("Bea Rider",))
        (odd,) = catalog.by_id("wikidata", "Q8")
        assert (odd.year, odd.directors) == (None, ())


def binding(**cells: str) -> dict[str, dict[str, str]]:
    return {name: {"type": "literal", "value": value} for name, value in cells.items()}


ITEM = "http://www.wikidata.org/entity/Q1"
BINDINGS = [
    binding(
        film=ITEM, filmLabel="Night Bus", imdb="tt0000001", date="2012-09-01T00:00:00Z", directorLabel="Ann Driver"
    ),
    binding(film=ITEM, filmLabel="Night Bus", castLabel="Bea Rider", altLabel="Nachtbus|Le bus de nuit"),
    binding(directorLabel="Nobody"),
]
RESULTS = [
    {"head": {"vars": ["film"]}, "results": {"bindings": BINDINGS}},
    [{name: cell["value"] for name, cell in row.items()} for row in BINDINGS],
]


@pytest.mark.parametrize("result", RESULTS, ids=["SPARQL results", "plain list"])
def test_a_wikidata_query_result(tmp_path: Path, result: object) -> None:
    source = tmp_path / "query.json"
    source.write_text(json.dumps(result), encoding="utf-8")
    built = build_catalog(source, tmp_path / "films.db")
    assert (built.films, built.kind, built.skipped) == (1, "Wikidata query", {"no film": 1})
    with open_catalog(tmp_path / "films.db") as catalog:
        (film,) = catalog.by_id("imdb", "tt0000001")
        assert (film.title, film.year, film.ids["wikidata"]) == ("Night Bus", 2012, "Q1")
        assert (film.directors, film.cast) == (("Ann Driver",), ("Bea Rider",))
        assert film.also == ("Nachtbus", "Le bus de nuit")


@pytest.mark.parametrize("text", ["[", "[{]", '{"head": {}, "results": 5}', '[{"film": 5}]', "[[]]"])
def test_a_broken_query_result_is_one_line(tmp_path: Path, text: str) -> None:
    source = tmp_path / "query.json"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        build_catalog(source, tmp_path / "films.db")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "year"),
    [
        (2013, 2013),
        ("2013", 2013),
        ("+2013-10-12T00:00:00Z", 2013),
        ("1870", 1870),
        ("201", None),
        (None, None),
        (3000, None),
    ],
)
def test_years(value: object, year: int | None) -> None:
    assert film_year(value) == year
