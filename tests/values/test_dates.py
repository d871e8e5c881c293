"""Dates as blogs write them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.values.dates import (
    date_from_url,
    fallback_count,
    find_date,
    is_ambiguous,
    iso_day,
    parse_date,
    settle_order,
)

DATES = [
    ("2019-03-03", "2019-03-03"),
    (" 2019-3-3 ", "2019-03-03"),
    ("2013-12-31T10:00:00+02:00", "2013-12-31T10:00:00+02:00"),
    ("2013-12-31T10:00:00Z", "2013-12-31T10:00:00+00:00"),
    ("2013-12-31T10:00:00.000-05:00", "2013-12-31T10:00:00-05:00"),
    ("2013-12-31T10:00-0800", "2013-12-31T10:00:00-08:00"),
    ("2013-12-31 22:15", "2013-12-31T22:15:00"),
    ("2013-12-31 22:15:09 +0100", "2013-12-31T22:15:09+01:00"),
    ("2013/12/31", "2013-12-31"),
    ("2013.12.31", "2013-12-31"),
    ("Tue, 31 Dec 2013 10:00:00 +0000", "2013-12-31T10:00:00+00:00"),
    ("Tue, 31 Dec 2013 10:00:00 GMT", "2013-12-31T10:00:00+00:00"),
    ("Tue, 31 Dec 13 10:00:00 EST", "2013-12-31T10:00:00-05:00"),
    ("Tue Dec 31 10:00:00 2013", "2013-12-31T10:00:00"),
    ("Tue Dec 31 10:00:00 +0000 2013", "2013-12-31T10:00:00+00:00"),
    ("Tue Dec 31 2013 10:00:00 GMT+0100 (CET)", "2013-12-31T10:00:00+01:00"),
    ("March 3, 2019", "2019-03-03"),
    ("MARCH 3, 2019", "2019-03-03"),
    ("Mar. 3, 2019", "2019-03-03"),
    ("Mar 03 2019", "2019-03-03"),
    ("March 3rd, 2019", "2019-03-03"),
    ("March 3rd 2019", "2019-03-03"),
    ("March 3,2019", "2019-03-03"),
    ("Sunday, March 3, 2019", "2019-03-03"),
    ("Sun 3 March 2019", "2019-03-03"),
    ("3rd of March 2019", "2019-03-03"),
    ("3rd March, 2019", "2019-03-03"),
    ("the 3rd of March, 2019", "2019-03-03"),
    ("3 Mar 2019", "2019-03-03"),
    ("3-Mar-2019", "2019-03-03"),
    ("03-Mar-19", "2019-03-03"),
    ("Sept. 12, 2012", "2012-09-12"),
    ("May 3 '19", "2019-05-03"),
    ("March 3, 2019 at 10:30 pm", "2019-03-03T22:30:00"),
    ("March 3, 2019 10:30 a.m.", "2019-03-03T10:30:00"),
    ("March 3, 2019 @ 12:05 AM", "2019-03-03T00:05:00"),
    ("March 3, 2019 | 9:05pm PST", "2019-03-03T21:05:00-08:00"),
    ("10:30 pm, March 3, 2019", "2019-03-03T22:30:00"),
    ("Posted on March 3, 2019", "2019-03-03"),
    ("2019 March 3", "2019-03-03"),
    ("2019-Mar-03", "2019-03-03"),
    ("3. März 2019", "2019-03-03"),
    ("Sonntag, 3. März 2019", "2019-03-03"),
    ("3. März 2019 um 10:30 Uhr", "2019-03-03T10:30:00"),
    ("3. März 2019 um 10.30 Uhr", "2019-03-03T10:30:00"),
    ("So, 03. Mrz 2019", "2019-03-03"),
    ("1. Jänner 2015", "2015-01-01"),
    ("03.04.2019", "2019-04-03"),
    ("3. 4. 2019", "2019-04-03"),
    ("31.12.13", "2013-12-31"),
    ("31.12.13, 20:15 Uhr", "2013-12-31T20:15:00"),
    ("1er mars 2019", "2019-03-01"),
    ("dimanche 3 février 2019", "2019-02-03"),
    ("3 août 2019 à 14h30", "2019-08-03T14:30:00"),
    ("le 14 juil. 2012", "2012-07-14"),
    ("3 de marzo de 2019", "2019-03-03"),
    ("domingo, 3 de marzo de 2019", "2019-03-03"),
    ("marzo 3, 2019", "2019-03-03"),
    ("3 de septiembre del 2010", "2010-09-03"),
    ("3 marzo 2019", "2019-03-03"),
    ("domenica 1° settembre 2013", "2013-09-01"),
    ("3 de março de 2019", "2019-03-03"),
    ("quarta-feira, 1º de maio de 2013", "2013-05-01"),
    ("dezembro 31, 2013", "2013-12-31"),
    ("3 maart 2019", "2019-03-03"),
    ("zondag 3 mrt 2019", "2019-03-03"),
    ("3 września 2019", "2019-09-03"),
    ("niedziela, 3 marca 2019", "2019-03-03"),
    ("3 mars 2019 kl. 10:30", "2019-03-03T10:30:00"),
    ("den 3:e mars 2019", "2019-03-03"),
    ("d. 3. marts 2019", "2019-03-03"),
    ("søndag 3. desember 2017", "2017-12-03"),
    ("3. maaliskuuta 2019", "2019-03-03"),
    ("3. března 2019", "2019-03-03"),
    ("2019. március 3.", "2019-03-03"),
    ("3 martie 2019", "2019-03-03"),
    ("3 Ağustos 2019", "2019-08-03"),
    ("3 Agustus 2019", "2019-08-03"),
    ("3 d'agost de 2019", "2019-08-03"),
    ("3 de gener de 2019", "2019-01-03"),
    ("3 марта 2019 г.", "2019-03-03"),
    ("15 травня 2018", "2018-05-15"),
    ("3 Μαρτίου 2019", "2019-03-03"),
    ("3 مارس، 2019", "2019-03-03"),
    ("3 במרץ 2019", "2019-03-03"),
    ("2019年3月3日", "2019-03-03"),
    ("2014年1月3日星期五", "2014-01-03"),
    ("2007年1月22日(月曜日)", "2007-01-22"),
    ("18\u200f/1\u200f/2023", "2023-01-18"),
    ("13 січ. 2015\u202fр.", "2015-01-13"),
    ("пʼятниця, 7 травня 2010\u202fр.", "2010-05-07"),
    ("venres, 13 de xaneiro de 2023", "2023-01-13"),
    ("petak, 3. siječnja 2014.", "2014-01-03"),
    ("2019年3月3日 10:30", "2019-03-03T10:30:00"),
    ("2019년 3월 3일", "2019-03-03"),
    ("2019년 1월 13일 일요일", "2019-01-13"),
    ("25/12/2013", "2013-12-25"),
    ("12/25/2013", "2013-12-25"),
    ("12/25/13", "2013-12-25"),
    ("3/3/2019", "2019-03-03"),
    ("25-12-2013", "2013-12-25"),
]

NO_DATES = (
    """
97 minutes|97 min|1h 37m|2 h 14 min|1:37:00|8/10|4/5|4.5/5|9.5|★★★½|7.5 out of 10|S01E05|20139999
16:9|1.85:1|$12,000,000
555-0199|(555) 123-4567|+49 30 1234567|2019|(2013)|March 2019|3 March|May|yesterday|3 days ago|2 hours ago|vor 3 Tagen
il y a 3 jours|hace 2 días|10:30 pm|12 comments|03/04/2019|3-4-2019|99/99/2019|31/31/2019|30 February 2019
1.2.3|9.5.12|192.168.1.20|20th Century Fox|12 Angry Men 1957|2001: A Space Odyssey|Her (2013), 126 minutes
0001-01-01|January 1, 0001|0001-01-01T00:00:00Z
R, 2h 6min, 2013|Directed by X on March 3, 2019, after a long wait|3 of 5 2019
""".strip()
    .replace("\n", "|")
    .split("|")
)

LINES = [
    ("Posted on March 3, 2019 by Ada Quill", "2019-03-03"),
    ("Posted by Ada Quill on 3 March 2019 at 22:30 in Reviews | 12 Comments", "2019-03-03T22:30:00"),
    ("By Ada Quill | March 3, 2019 | 4 Comments", "2019-03-03"),
    ("Publicado el 3 de marzo de 2019 por Ada", "2019-03-03"),
    ("Geschrieben am 3. März 2019 um 10:30 von Ada", "2019-03-03T10:30:00"),
    ("Publié le 3 mars 2019 par Ada dans Critiques", "2019-03-03"),
    ("Pubblicato da Ada il 3 marzo 2019", "2019-03-03"),
    ("Opublikowano 3 marca 2019 przez Ada", "2019-03-03"),
    ("Postado por Ada em 3 de março de 2019 às 10:30", "2019-03-03T10:30:00"),
    ("Geplaatst op 3 maart 2019 door Ada", "2019-03-03"),
    ("Published: March 3, 2019 (updated March 5, 2019)", "2019-03-03"),
    ("Last updated March 5, 2019. First published March 3, 2019.", "2019-03-03"),
    ("Zuletzt geändert: 5. März 2019, veröffentlicht am 3. März 2019", "2019-03-03"),
    ("Last modified: 2019-03-05", None),
    ("Updated on March 5, 2019", None),
    ("Mis à jour le 5 mars 2019", None),
    ("Última actualización: 5 de marzo de 2019", None),
    ("Release date: March 5, 2019", None),
    ("Kinostart: 5. März 2019", None),
    ("126 minutes, rated R, 4 out of 5", None),
    ("Posted 3 days ago", None),
    ("Posted on 03/04/2019", None),
    ("Date:25/12/2013", "2013-12-25"),
    ("date:2013-12-25", "2013-12-25"),
    ("Reviews.3 March 2019", "2019-03-03"),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_a_text_that_is_a_date(text: str, expected: str) -> None:
    assert parse_date(text) == expected
    assert find_date(text) == expected


@pytest.mark.parametrize("text", ["", *NO_DATES])
def test_a_text_that_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_date_inside_a_line(line: str, expected: str | None) -> None:
    assert find_date(line) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("20131231", "2013-12-31"), ("20131231T101500Z", "2013-12-31T10:15:00+00:00"), ("20131331", None)],
)
def test_eight_digits_are_a_date_only_alone(text: str, expected: str | None) -> None:
    assert parse_date(text) == expected
    assert find_date(f"No. {text}") is None


def test_a_change_is_found_only_when_asked_for() -> None:
    assert find_date("Updated on March 5, 2019", modified=True) == "2019-03-05"


@pytest.mark.parametrize(
    ("languages", "day_first", "expected"),
    [
        ((), None, None),
        (("en",), None, None),
        ((), True, "2019-04-03"),
        ((), False, "2019-03-04"),
        (("fr",), None, "2019-04-03"),
        (("en-GB",), None, "2019-04-03"),
        (("en_US",), None, "2019-03-04"),
        (("fr", "en"), None, None),
        (("fr",), False, "2019-03-04"),
    ],
)
def test_order_of_day_and_month(languages: tuple[str, ...], day_first: bool | None, expected: str | None) -> None:
    assert parse_date("03/04/2019", languages=languages, day_first=day_first) == expected


def test_dots_go_by_the_site_where_it_says() -> None:
    assert parse_date("03.04.2019") == "2019-04-03"
    assert parse_date("03.04.2019", day_first=False) == "2019-03-04"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03/04/2019", True),
        ("13/04/2019", False),
        ("04/04/2019", False),
        ("2019-03-04", False),
        ("March 3, 2019", False),
    ],
)
def test_which_dates_are_ambiguous(text: str, expected: bool) -> None:
    assert is_ambiguous(text) is expected


def test_a_months_name_is_read_in_the_pages_language_first() -> None:
    assert parse_date("7. listopada 2011.", languages=("hr",)) == "2011-10-07"
    assert parse_date("7 listopada 2011", languages=("pl",)) == "2011-11-07"
    assert parse_date("7 listopada 2011") == "2011-11-07"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["03/04/2019", "25/12/2018"], True),
        (["03/04/2019", "12/25/2018", "11/30/2018"], False),
        (["03/04/2019", "05/06/2019"], None),
        (["25/12/2018", "12/25/2018"], None),
        (["2019-12-25"], None),
        ([], None),
    ],
)
def test_a_sites_own_order(texts: list[str], expected: bool | None) -> None:
    assert settle_order(texts) is expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://reels.example/2013/12/31/her/", "2013-12-31"),
        ("https://reels.example/2013/1/5/her.html", "2013-01-05"),
        ("https://reels.example/blog/2013-12-31-her.html", "2013-12-31"),
        ("https://reels.example/2013/12/31", "2013-12-31"),
        ("https://reels.example/2013/12/her.html", None),
        ("https://reels.example/2013/13/45/her/", None),
        ("https://reels.example/film/2001/", None),
    ],
)
def test_the_day_in_a_permalink(url: str, expected: str | None) -> None:
    assert date_from_url(url) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2013-12-31T10:00:00Z", "2013-12-31"),
        ("2013-12-31", "2013-12-31"),
        ("2013-13-31", None),
        ("31.12.2013", None),
        (None, None),
    ],
)
def test_the_day_of_a_datetime(text: str | None, expected: str | None) -> None:
    assert iso_day(text) == expected


def test_dateparser_is_asked_only_for_languages_without_a_table() -> None:
    before = fallback_count()
    assert parse_date("3 foobar 2019", languages=("en", "de")) is None
    assert fallback_count() == before
    assert parse_date("18. jaanuar 2021", languages=("et",)) == "2021-01-18"
    assert fallback_count() == before + 1
    assert parse_date("3 foobar 2019", languages=("xx",)) is None


@given(st.text(max_size=500) | st.text(alphabet="0123456789/-.: ,MarchMaiTZ+", max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    for value in (parse_date(text), find_date(text, modified=True), date_from_url(text), iso_day(text)):
        assert value is None or datetime.datetime.fromisoformat(value)
    assert is_ambiguous(text) in (True, False)
    assert settle_order([text]) in (True, False, None)


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2099, 12, 31)))
def test_a_day_written_in_full_comes_back(day: datetime.date) -> None:
    expected = day.isoformat()
    assert parse_date(expected) == expected
    assert parse_date(f"{day:%B} {day.day}, {day.year}") == expected
    assert parse_date(f"{day.day:02}.{day.month:02}.{day.year}") == expected
