"""The pages: what they show, where they lead, and that their data says the same."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from statistics import fmean, median, stdev
from urllib.parse import urljoin, urlsplit

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from aggregator.store import open_store
from aggregator.web import create_app
from store_samples import prose, review, take_in

PLAIN = (
    "/",
    "/films",
    "/best",
    "/divisive",
    "/reviews",
    "/outlets",
    "/authors",
    "/authors?sort=name",
    "/health",
    "/about",
    "/search?q=her",
    "/outlets/ash.example",
    "/author?name=Ann+Ash",
    "/compare?one=ash.example&other=elm.example",
    "/agreement",
    "/films?year=2013",
)


def page(client: TestClient, path: str) -> LexborHTMLParser:
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.text[:400])
    assert answer.headers["content-type"].startswith("text/html")
    return LexborHTMLParser(answer.text.replace("<wbr>", ""))  # where a name may break says nothing


def text(tree: LexborHTMLParser, css: str) -> str:
    node = tree.css_first(css)
    assert node is not None, css
    return " ".join(node.text(separator=" ").split())


@pytest.mark.parametrize("path", PLAIN)
def test_every_page_has_a_heading_a_title_and_its_data(client: TestClient, path: str) -> None:
    tree = page(client, path)
    assert len(tree.css("h1")) == 1
    assert text(tree, "title").endswith("What the blogs say")
    twin = tree.css_first('link[type="application/json"]').attributes["href"] or ""
    answer = client.get(twin)
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == client.get(path, headers={"Accept": "application/json"}).json()


def test_no_link_is_dead(client: TestClient) -> None:
    seen, waiting = set[str](), ["/"]
    while waiting:
        path = waiting.pop()
        answer = client.get(path, follow_redirects=False)
        assert answer.status_code == 200, (path, answer.text[:300])
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        tree = LexborHTMLParser(answer.text)
        ids = {node.attributes["id"] for node in tree.css("[id]")}
        for node in tree.css("[href], [src]"):
            target = node.attributes.get("href") or node.attributes.get("src") or ""
            parts = urlsplit(urljoin("http://testserver" + path, target))
            if parts.netloc not in ("testserver", "reviews.example"):
                assert "nofollow" in (node.attributes.get("rel") or ""), target
                continue
            if target.startswith("#"):
                assert target[1:] in ids, (path, target)
            link = parts.path + (f"?{parts.query}" if parts.query else "")
            kind = re.sub(r"\d+", "N", link) if re.search(r"sort=|inferred=", link) else link
            if kind not in seen:  # one film's orders stand for all films'
                seen.add(kind)
                waiting.append(link)
    assert len(seen) > 80


def test_the_comparison(client: TestClient, her: int) -> None:
    tree = page(client, f"/films/{her}")
    assert text(tree, "h1") == "Her 2013"
    assert text(tree, ".board .score") == "72"
    assert text(tree, ".gist") == "5 scores from 30 to 100. They are sharply divided."
    voices = tree.css("ol.voices > li")
    assert [" ".join(voice.css_first(".score").text(separator=" ").split()) for voice in voices] == [
        "100",
        "90",
        "80",
        "60",
        "30",
        "– no score",
    ]
    assert text(tree, "section[aria-labelledby=voices] h3") == "Without a rating shown as they are, in no number"
    best = voices[0]
    assert best.css_first(".raw").text() == "5.0/5"
    link = best.css_first("a.out")
    assert link.attributes["href"] == "https://cedar.example/her/"
    assert link.attributes["rel"] == "noopener nofollow ugc"
    long = next(voice for voice in voices if "ash.example" in voice.css_first("strong").text())
    quote = long.css_first("blockquote").text().strip()
    assert len(quote) <= 300
    assert quote.endswith("…")
    assert "copy.example" in long.css_first(".copies").text()
    assert sum("copy.example" in (voice.css_first("strong").text()) for voice in voices) == 0


def test_the_figures_agree_with_plain_sql(client: TestClient, her: int, database: Path) -> None:
    with sqlite3.connect(database) as connection:
        rows = connection.execute(
            "SELECT score FROM v_reviews WHERE film_id = ? AND copy_of IS NULL AND score IS NOT NULL", (her,)
        ).fetchall()
    connection.close()
    scores = [score for (score,) in rows]
    summary = client.get(f"/films/{her}.json").json()["summary"]
    assert summary["count"] == len(scores) == 5
    assert summary["mean"] == pytest.approx(fmean(scores)) == summary["headline"]
    assert summary["median"] == median(scores)
    assert summary["spread"] == pytest.approx(stdev(scores))
    assert sum(summary["histogram"]) == 5
    assert (summary["unrated"], summary["copies"]) == (1, 1)


def test_a_plot_has_its_table(client: TestClient, her: int) -> None:
    tree = page(client, f"/films/{her}")
    plots = tree.css("figure[data-plot]")
    assert [plot.attributes["data-plot"] for plot in plots] == ["histogram", "course"]
    for plot in plots:
        assert plot.css_first("figcaption").text().strip()
        assert plot.css_first("details table tbody tr") is not None
    counts = [int(cell.text()) for cell in plots[0].css("table td")]
    assert counts == client.get(f"/films/{her}.json").json()["summary"]["histogram"]
    assert plots[0].attributes["data-desc"] == "30–39: 1; 60–69: 1; 80–89: 1; 90–100: 2"
    assert plots[1].attributes["data-desc"] == (
        "5 scores from 2014-01-01 to 2014-01-05; their mean began at 80 and stands at 72."
    )
    scores = [row.css_first("td").text() for row in plots[1].css("tbody tr")]
    assert scores == ["80", "60", "100", "30", "90"]


def test_the_mean_as_it_stood_here(database: Path, her: int, tmp_path: Path) -> None:
    copy = tmp_path / "older.sqlite"
    with sqlite3.connect(database) as source, sqlite3.connect(copy) as target:
        source.backup(target)
        target.execute("INSERT INTO film_history VALUES (?, '2020-05-01', 3, 2, 130000000)", (her,))
    with open_store(str(copy), read_only=True) as store:
        client = TestClient(create_app(store))
        recorded = client.get(f"/films/{her}.json").json()["recorded"]
        assert recorded[0] == {"day": "2020-05-01", "voices": 3, "scored": 2, "mean": 65.0}
        figure = page(client, f"/films/{her}").css_first("figure[data-plot=recorded]")
    assert figure.attributes["data-desc"].startswith("On 2020-05-01 a mean of 65 from 2; on ")
    assert [cell.text() for cell in figure.css_first("tbody tr").css("td")] == ["65", "2", "3"]


def test_why_the_number_is_what_it_is(client: TestClient, her: int) -> None:
    tree = page(client, f"/films/{her}")
    assert text(tree, ".why") == "Why (30 + 60 + 80 + 90 + 100) / 5 = 72"
    tables = tree.css(".explain table")
    given = [" ".join(row.text(separator=" ").split()) for row in tables[0].css("tbody tr")]
    conversion = "4.5 of 5 is 90 of 100 under policy default; the page states the scale"
    assert given[1] == f"fir.example 4.5/5 {conversion} 90 positive 20%"
    assert len(given) == 5
    left_out = text(tree, ".explain ul")
    assert "copy.example : the same text as at ash.example" in left_out
    assert "gum.example : states no rating" in left_out
    reckoned = [" ".join(row.text(separator=" ").split()) for row in tables[1].css("tbody tr")]
    assert reckoned[-1] == "headline result the mean 72"
    told = {step["text"] for step in client.get(f"/films/{her}.json").json()["explain"]}
    shown = text(tree, "section[aria-labelledby=explain]")
    unsaid = [words for words in told if words not in shown and not words.startswith("one voice of")]
    counted_as = {row.css("td")[3].text(strip=True) for row in tables[0].css("tbody tr")}
    rules = [words.partition(": ") for words in unsaid]
    assert {stance for stance, _, rule in rules if rule in shown} == counted_as == {"positive", "negative"}
    assert len(unsaid) == 2


def test_words_of_reviews_without_a_rating_are_read_where_asked(client: TestClient, her: int) -> None:
    plain, read = (client.get(f"/films/{her}.json", params={"inferred": flag}).json() for flag in (0, 1))
    assert all(review["stance"] is None for review in plain["reviews"])
    assert plain["summary"]["inferred"] == {"positive": 0, "mixed": 0, "negative": 0}
    inferred = [review for review in read["reviews"] if review["stance"]]
    assert [review["site"] for review in inferred] == ["gum.example"]
    assert inferred[0]["stance"]["label"] == "positive"
    assert 0.7 <= inferred[0]["stance"]["confidence"] <= 1
    assert inferred[0]["rating"] is None
    for name in ("count", "mean", "median", "histogram", "headline"):
        assert plain["summary"][name] == read["summary"][name]
    assert read["summary"]["stances"]["positive"] == plain["summary"]["stances"]["positive"] + 1
    assert "reads as positive" in page(client, f"/films/{her}?inferred=1").body.text()  # type: ignore[union-attr]


@pytest.mark.parametrize("path", ["/reviews?site=gum.example", "/outlets/gum.example", "/reviews/{gum}"])
def test_words_are_read_on_every_page_where_asked(client: TestClient, her: int, path: str) -> None:
    reviews = client.get(f"/films/{her}.json").json()["reviews"]
    path = path.format(gum=next(review["id"] for review in reviews if review["site"] == "gum.example"))
    tree = page(client, path)
    assert "reads as" not in text(tree, "main")
    switch = [node.attributes["href"] or "" for node in tree.css(".choices a")]
    assert "reads as positive" in text(page(client, switch[1]), "main")
    assert "reads as" not in text(page(client, switch[0]), "main")


def test_an_outlet_with_its_words_read(client: TestClient) -> None:
    plain, read = (client.get("/outlets/gum.example.json", params={"inferred": flag}).json() for flag in (0, 1))
    assert plain["inferred"] is None
    assert read["inferred"] == {"positive": 1, "mixed": 0, "negative": 0}
    assert read["habits"] == plain["habits"]


def test_copies_can_be_left_out(client: TestClient) -> None:
    def copies(**asked: object) -> set[bool]:
        found = client.get("/reviews.json", params={"limit": 200, **asked}).json()["items"]
        return {review["copy_of"] is not None for review in found}

    assert copies() == {True, False}
    assert copies(copies="false") == {False}
    assert copies(copies="true") == {True}
    assert all(review["copy_of"] is None for review in client.get("/index.json").json()["newest"])


def test_an_outlet_of_copies_says_so(client: TestClient) -> None:
    outlet = client.get("/outlets/copy.example.json").json()
    assert (outlet["outlet"]["reviews"], outlet["outlet"]["copies"], outlet["habits"]["reviews"]) == (1, 1, 0)
    shown = page(client, "/outlets/copy.example")
    assert "0 reviews of its own and 1 copy of texts from elsewhere, not counted here" in text(shown, "header.film")
    assert text(shown, ".reviews .what").endswith("(2013) copy")


def test_a_film_is_not_both_typical_and_not(client: TestClient) -> None:
    for name in ("ash.example", "elm.example", "birch.example"):
        outlet = client.get(f"/outlets/{name}.json").json()
        typical, not_so = ({row["review_id"] for row in outlet[kind]} for kind in ("typical", "untypical"))
        assert typical and not typical & not_so


def test_no_headline_under_the_minimum(client: TestClient) -> None:
    (lake,) = client.get("/films.json", params={"q": "lake"}).json()["items"]
    tree = page(client, f"/films/{lake['id']}")
    assert text(tree, ".board .score") == "– no score"
    assert text(tree, ".board .of") == "2 of at least 4 scores: no headline; mean so far 70"


def test_linked_data_and_open_graph(client: TestClient, her: int) -> None:
    tree = page(client, f"/films/{her}")
    (node,) = tree.css('script[type="application/ld+json"]')
    data = json.loads(node.text())
    assert (data["@type"], data["name"], data["url"]) == ("Movie", "Her", f"https://reviews.example/films/{her}")
    assert data["aggregateRating"] == {
        "@type": "AggregateRating",
        "ratingValue": 72.0,
        "bestRating": 100,
        "worstRating": 0,
        "ratingCount": 5,
    }
    assert len(data["review"]) == 6
    assert data["review"][0]["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 5.0,
        "bestRating": 5.0,
        "worstRating": 0.0,
    }
    assert "reviewRating" not in data["review"][-1]
    assert tree.css_first('meta[property="og:title"]').attributes["content"] == "Her (2013)"


def test_a_review_shows_its_claims_and_history(client: TestClient, her: int) -> None:
    reviews = client.get(f"/films/{her}.json").json()["reviews"]
    id = next(review["id"] for review in reviews if review["site"] == "elm.example")
    tree = page(client, f"/reviews/{id}")
    claims = [" ".join(row.text(separator=" ").split()) for row in tree.css("table.claims tbody tr")]
    assert "film title chosen Her Her META meta[og:title]" in claims
    assert "author not understood admin – PLATFORM .byline" in claims
    assert "rating raw : 1.0/5 became 1.5/5" in text(tree, "ol.history")


def test_a_tombstone_is_told_as_one(client: TestClient) -> None:
    changed = client.get("/api/v1/changes", params={"limit": 200}).json()["items"]
    (gone,) = [change["review"] for change in changed if change["what"] == "gone"]
    assert "gone from its blog" in page(client, f"/reviews/{gone['id']}").body.text()  # type: ignore[union-attr]
    assert "Gone Film" not in client.get("/reviews").text


def test_an_outlet_and_an_author(client: TestClient) -> None:
    outlet = client.get("/outlets/ash.example.json").json()
    assert outlet["habits"]["reviews"] == 3
    assert outlet["leniency"]["films"] == 2
    assert {row["film"]["title"] for row in (*outlet["typical"], *outlet["untypical"])} == {"Her", "The Lake"}
    author = client.get("/author.json", params={"name": "Ann Ash"}).json()
    assert author["habits"]["reviews"] == 3
    assert author["leniency"] == outlet["leniency"]


def test_two_outlets_side_by_side(client: TestClient) -> None:
    pair = client.get("/compare.json", params={"one": "ash.example", "other": "elm.example"}).json()
    assert [(row["film"]["title"], row["one"], row["other"]) for row in pair["films"]] == [
        ("The Lake", 40.0, 100.0),
        ("Her", 80.0, 30.0),
    ]
    assert pair["agreement"]["difference"] == pytest.approx(fmean((-60, 50)))
    assert pair["agreement"]["spearman"] is None  # two films show no order
    tree = page(client, "/compare?one=ash.example&other=elm.example")
    figure = tree.css_first("figure[data-plot=scatter]")
    assert figure.attributes["data-desc"] == "Of 2 films ash.example scores 1 higher, elm.example 1, and 0 alike."
    rows = tree.css(f"#{figure.attributes['data-table']} tbody tr")
    assert [[cell.text(strip=True) for cell in row.css("td")][:3] for row in rows] == [
        ["40", "100", "−60.0"],
        ["80", "30", "+50.0"],
    ]
    assert client.get("/compare?one=ash.example&other=nobody").status_code == 404


def test_who_agrees_with_whom(client: TestClient) -> None:
    data = client.get("/agreement.json").json()
    assert {"ash.example", "elm.example"} <= set(data["outlets"])
    pair = {"ash.example", "elm.example"}
    (cell,) = [cell for cell in data["cells"] if {cell["one"], cell["other"]} == pair]
    assert (cell["films"], cell["rated"], cell["spearman"]) == (2, 2, None)  # two films show no order
    tree = page(client, "/agreement?outlet=ash.example&outlet=elm.example")
    assert [node.attributes["value"] for node in tree.css("input[type=checkbox]")] == data_order(data, pair)
    rows = tree.css("table.matrix tbody tr")
    assert [row.css_first("td a").attributes["href"] for row in rows if row.css_first("td a")] == [
        f"/compare?one={one}&other={other}" for one, other in (data_order(data, pair), data_order(data, pair)[::-1])
    ]
    portrait = page(client, "/outlets/ash.example")
    agreeing = text(portrait, "section[aria-labelledby=agreement] tbody")
    assert "elm.example 2 2 scored – −5.0 0% 1 : 0" in agreeing


def data_order(data: dict[str, list[str]], pair: set[str]) -> list[str]:
    return [name for name in data["outlets"] if name in pair]


def test_who_stands_furthest_apart(client: TestClient, her: int) -> None:
    data = client.get(f"/films/{her}.json").json()
    assert [review["site"] for review in data["kindest"]] == ["cedar.example", "fir.example"]
    assert [review["site"] for review in data["harshest"]] == ["elm.example", "birch.example"]
    section = text(page(client, f"/films/{her}"), "section[aria-labelledby=apart]")
    assert section.startswith("Who disagrees Furthest above the mean of 72 100 cedar.example")
    assert "30 elm.example Ann Elm 1.5/5 −42.0" in section
    (lake,) = client.get("/films.json", params={"q": "lake"}).json()["items"]
    assert client.get(f"/films/{lake['id']}.json").json()["kindest"] == []  # two scores: nobody is the odd one out


def test_a_rating_that_changed_shows(client: TestClient, her: int) -> None:
    reviews = client.get(f"/films/{her}.json").json()["reviews"]
    changed = {review["site"]: review["rating_change"] for review in reviews if review["rating_change"]}
    assert set(changed) == {"elm.example"}
    assert {name: changed["elm.example"][name] for name in ("cause", "before", "after")} == {
        "cause": "edited",
        "before": "1.0/5",
        "after": "1.5/5",
    }
    assert text(page(client, f"/films/{her}"), ".changed").startswith("rating changed 1.0/5 became 1.5/5 on its page")


def test_a_review_that_quotes_another_says_so(tmp_path: Path) -> None:
    short, long = prose(14, 150), f"{prose(14, 150)} {prose(15, 200)}"
    with open_store(str(tmp_path / "quoting.sqlite")) as store:
        take_in(
            store,
            review("https://early.example/her/", text=short, published="2014-01-01"),
            review("https://late.example/her/", text=long, published="2014-01-02"),
        )
        client = TestClient(create_app(store))
        early, late = sorted(client.get("/api/v1/reviews").json()["items"], key=lambda one: one["site"])
        assert (early["quotes"], late["quotes"]) == (None, early["id"])
        link = f'a[href="/reviews/{early["id"]}"]'
        tags = page(client, f"/films/{late['film_id']}").css_first(f"#review-{late['id']} .tags")
        assert tags.css_first(link).text() == "quotes early.example at length"
        assert page(client, f"/reviews/{late['id']}").css_first(f".tags {link}") is not None
        assert page(client, f"/reviews/{early['id']}").css_first(".tags") is None


def test_films_are_sorted_and_filtered_in_the_address(client: TestClient) -> None:
    def titles(**asked: object) -> list[str]:
        return [film["title"] for film in client.get("/films.json", params=asked).json()["items"]]

    assert titles(year=2013) == ["Her"]
    assert titles(person="Amy Adams") == ["Her"]
    assert titles(person="Amy") == []
    assert titles(at_least=2, sort="title") == ["Her", "The Lake"]
    assert titles(at_least=2, sort="mean") == ["Her", "The Lake"]
    assert titles(q="grand budapest") == ["The Grand Budapest Hotel"]
    assert titles(year="", person="", q="lake", utm_source="mail") == ["The Lake"]


def test_divisive_and_best(client: TestClient) -> None:
    divisive = client.get("/divisive.json", params={"at_least": 2}).json()["films"]
    assert [row["film"]["title"] for row in divisive] == ["The Lake", "Her"]
    assert divisive[0]["spread"] == pytest.approx(stdev((40, 100)))
    best = client.get("/best.json", params={"at_least": 2}).json()["films"]
    assert [row["film"]["title"] for row in best] == ["Her", "The Lake"]


def test_feeds_are_xml_with_stable_ids(client: TestClient, her: int) -> None:
    from xml.etree import ElementTree

    for path, least in (("/feed.atom", 15), (f"/films/{her}/feed.atom", 7), ("/outlets/ash.example/feed.atom", 3)):
        answer = client.get(path)
        assert answer.headers["content-type"] == "application/atom+xml"
        entries = ElementTree.fromstring(answer.text).findall("{http://www.w3.org/2005/Atom}entry")
        ids = [entry.findtext("{http://www.w3.org/2005/Atom}id") for entry in entries]
        assert len(ids) == len(set(ids)) >= least
        assert all((id or "").startswith("https://reviews.example/reviews/") for id in ids)


def test_health_names_what_went_wrong(client: TestClient) -> None:
    assert "broken" in text(page(client, "/health"), "main")
    assert {run["state"] for run in client.get("/health.json").json()["runs"]} == {"good", "broken"}


def test_the_dictionary_explains_every_field(client: TestClient) -> None:
    entries = client.get("/about.json").json()["dictionary"]
    assert [entry for entry in entries if not entry["meaning"]] == []
    review = client.get("/api/v1/reviews", params={"limit": 1}).json()["items"][0]
    assert set(review) == {entry["name"] for entry in entries if entry["record"] == "Review"}
