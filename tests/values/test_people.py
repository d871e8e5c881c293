"""Names of persons: by-lines, lists of people, names in prose."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.values.crafts import CRAFTSMEN
from aggregator.values.directors import DIRECTORS
from aggregator.values.people import is_given, is_name, names_in, parse_author, parse_people
from aggregator.values.performers import PERFORMERS
from aggregator.values.text import fold

BYLINES = [
    ("Ada Quill", "Ada Quill"),
    ("By Ada Quill", "Ada Quill"),
    ("By Ada Quill4 min readTags: Drama · Pixar", "Ada Quill"),
    ("By Ada Quill 12 min read", "Ada Quill"),
    ("by ada", "ada"),
    ("BY: ADA QUILL", "ADA QUILL"),
    ("Posted by Ada Quill", "Ada Quill"),
    ("Posted on March 3, 2019 by Ada Quill", "Ada Quill"),
    ("by Ada Quill on March 3, 2019 | 3 Comments", "Ada Quill"),
    ("March 3, 2019 by Ada Quill", "Ada Quill"),
    ("March 3, 2019 / Ada Quill", "Ada Quill"),
    ("Ada Quill - March 3, 2019", "Ada Quill"),
    ("By: Ada Quill Published: March 3, 2019", "Ada Quill"),
    ("3 Comments / in Reviews / by Ada Quill", "Ada Quill"),
    ("Filed under Reviews by Ada Quill", "Ada Quill"),
    ("Written by Ada Quill in Reviews", "Ada Quill"),
    ("Posted by Ada Quill at 10:30 PM", "Ada Quill"),
    ("by Ada Quill · 3 min read", "Ada Quill"),
    ("Review by Ada Quill", "Ada Quill"),
    ("A film review by Ada Quill", "Ada Quill"),
    ("Guest post by Ada Quill", "Ada Quill"),
    ("Reviewed by: Ada Quill", "Ada Quill"),
    ("Author: Ada Quill", "Ada Quill"),
    ("Words: Ada Quill", "Ada Quill"),
    ("View all posts by Ada Quill →", "Ada Quill"),
    ("By Ada Quill, Film Critic", "Ada Quill"),
    ("Ada Quill | Staff Writer", "Ada Quill"),
    ("Ada Quill for The Reel Couch", "Ada Quill"),
    ("By Ada Quill @ The Reel Couch", "Ada Quill"),
    ("Ada Quill (@adaq)", "Ada Quill"),
    ("Ada Quill @adaq", "Ada Quill"),
    ("@Ada Quill", "Ada Quill"),
    ("Post author By Ada Quill", "Ada Quill"),
    ("noreply@blogger.com (Ada Quill)", "Ada Quill"),
    ("Ada Quill <ada@example.org>", "Ada Quill"),
    ("Ada Quill is a film student who lives in Leeds.", "Ada Quill"),
    ("About the Author: Ada Quill is a student of film.", "Ada Quill"),
    ("von Jörg Brandt", "Jörg Brandt"),
    ("Geschrieben am 3. März 2019 von Jörg Brandt", "Jörg Brandt"),
    ("Eine Kritik von Jörg Brandt", "Jörg Brandt"),
    ("Über den Autor: Jörg Brandt ist Student.", "Jörg Brandt"),
    ("Publié le 3 mars 2019 par Solène Roy dans Critiques", "Solène Roy"),
    ("Rédigé par Solène Roy", "Solène Roy"),
    ("Publicado el 3 de marzo de 2019 por Iker Zabala", "Iker Zabala"),
    ("Escrito por: Iker Zabala", "Iker Zabala"),
    ("Scritto da Andrea Rossi", "Andrea Rossi"),
    ("di Andrea Rossi", "Andrea Rossi"),
    ("Postado por Joana Prado em 3 de março de 2019", "Joana Prado"),
    ("door Anna de Vries op 3 maart 2019", "Anna de Vries"),
    ("Dodane przez Anna Nowak dnia 3 marca 2019", "Anna Nowak"),
    ("Av Lars Holm", "Lars Holm"),
    ("Skrevet af Lars Holm", "Lars Holm"),
    ("Ditulis oleh Budi Santoso", "Budi Santoso"),
    ("Автор: Мария Петрова", "Мария Петрова"),
    ("宮崎駿", "宮崎駿"),
    ("Von Trier", "Von Trier"),
    ("Ada Quill and Jo Roe", "Ada Quill and Jo Roe"),
    ("by Ada & Jo", "Ada & Jo"),
    ("Ada Quill, Jo Roe, Max Moe", "Ada Quill, Jo Roe, Max Moe"),
    ("Ruth", "Ruth"),
    ("George S.", "George S."),
    ("Ada Quill Jr.", "Ada Quill Jr."),
    ("J.R. Quill", "J.R. Quill"),
    ("moviebuff77", "moviebuff77"),
    ("ada_quill", "ada_quill"),
    ("The Film Snob", "The Film Snob"),
    ("Ruth's Blog", "Ruth's Blog"),
    ("Ada the Co-Bot", "Ada the Co-Bot"),
]

NOBODY = (
    """
admin|Posted by admin|View all posts by admin →|Administrator|Editorial Team|by The Editors|Staff|Guest|Guest Author
Unknown|Posted by Unknown at 3:15 PM|Anonymous|webmaster|Redaktion|von der Redaktion|La rédaction|Redacción|la redazione
Redakcja|WordPress|author|user|ada@example.org|https://reels.example/ada|@adaq|reels.example.com|Leave a comment
No Comments|5 stars|by|Posted on March 3, 2019|in Reviews|Film Reviews|About the author|This is a review of a film.
I wrote this. It was fun.|Read more|the writer of these lines|97|★★★★|—|3 min read|View Archive →
""".strip()
    .replace("\n", "|")
    .split("|")
)

LISTS = [
    ("Ada Quill, Jo Roe and Max Moe (voice)", ("Ada Quill", "Jo Roe", "Max Moe")),
    ("Cast: Ada Quill (Theodore), Jo Roe as Amy & more", ("Ada Quill", "Jo Roe")),
    ("Starring Ada Quill, Robert Downey, Jr. and Sting", ("Ada Quill", "Robert Downey Jr.", "Sting")),
    ("Ada Quill ... Theodore, Jo Roe ... Amy", ("Ada Quill", "Jo Roe")),
    ("Ada Quill – Theodore, Jo Roe – Amy", ("Ada Quill", "Jo Roe")),
    ("Ada Quill – Jo Roe – Max Moe", ("Ada Quill", "Jo Roe", "Max Moe")),
    ("Theodore: Ada Quill\nAmy: Jo Roe", ("Ada Quill", "Jo Roe")),
    ("Ada Quill: Theodore\nJo Roe: Amy", ("Ada Quill", "Jo Roe")),
    ("Ada Quill / Jo Roe, et al.", ("Ada Quill", "Jo Roe")),
    ("Ada Quill | Jo Roe • Max Moe · Kit Poe; Ann Loe", ("Ada Quill", "Jo Roe", "Max Moe", "Kit Poe", "Ann Loe")),
    ("Ada Quill und Jo Roe u.a.", ("Ada Quill", "Jo Roe")),
    ("Mit: Ada Quill, Jo Roe u.v.m.", ("Ada Quill", "Jo Roe")),
    ("Avec Ada Quill, Jo Roe et Max Moe", ("Ada Quill", "Jo Roe", "Max Moe")),
    ("Reparto: Ada Quill, Jo Roe y Max Moe", ("Ada Quill", "Jo Roe", "Max Moe")),
    ("Ada Quill e Jo Roe", ("Ada Quill", "Jo Roe")),
    ("Ada Quill och Jo Roe", ("Ada Quill", "Jo Roe")),
    ("Ada Quill og Jo Roe", ("Ada Quill", "Jo Roe")),
    ("Ada Quill en Jo Roe", ("Ada Quill", "Jo Roe")),
    ("Ada Quill i Jo Roe", ("Ada Quill", "Jo Roe")),
    ("Ada Quill, Ada Quill, ADA QUILL", ("Ada Quill",)),
    ("ADA QUILL, JO ROE", ("ADA QUILL", "JO ROE")),
    ("Ice Cube, Will Smith and others", ("Ice Cube", "Will Smith")),
    ("Directed by: Ada Quill", ("Ada Quill",)),
    ("Joel and Ethan Coen", ("Joel Coen", "Ethan Coen")),
    ("Bong Joon-ho", ("Bong Joon-ho",)),
    ("Guillermo del Toro, M. Night Shyamalan", ("Guillermo del Toro", "M. Night Shyamalan")),
    ("N/A", ()),
    ("tba", ()),
    ("a sentence that goes on, and on, about nothing", ()),
    ("", ()),
]

NAMES = (
    """
Ada Quill|Jo Roe|Samuel L. Jackson|J.J. Abrams|J. K. Simmons|M. Night Shyamalan|Robert Downey Jr.|Leonardo da Vinci
Guillermo del Toro|Lars von Trier|Robert De Niro|Vincent D'Onofrio|Ewan McGregor|Jean-Luc Godard|Anya Taylor-Joy
Park Chan-wook|Neil deGrasse Tyson|Óscar Jaenada|Jörg Brandt|Киану Ривз|宮崎駿|Emma Stone|Jack Black|Oscar Isaac
Dwayne "The Rock" Johnson|Lil Nas X|Sir Ben Kingsley|Philip K. Dick|JOAQUIN PHOENIX|Helena Bonham Carter
""".strip()
    .replace("\n", "|")
    .split("|")
)

NO_NAMES = (
    """
Dark Knight|Blade Runner|New York|Los Angeles|Film Review|Read More|Academy Award|Sci Fi|Warner Bros|Marvel Studios
United States|Best Picture|Star Wars|Box Office|Toy Story|Blue Jasmine|March 2019|The End|ada quill|Ada|Ada quill went
Directed By|Science Fiction|Film Festival|Rotten Tomatoes|Captain Quill|4 Stars|Her|Summer Camp|Harry Potter
""".strip()
    .replace("\n", "|")
    .split("|")
)

PROSE = [
    ("When Ada Quill falls for a voice (Jo Roe), nothing helps.", ["Ada Quill", "Jo Roe"]),
    ("Spike Jonze's Her is Vincent D’Onofrio’s favourite.", ["Spike Jonze", "Vincent D’Onofrio"]),
    ("Robert Downey, Jr. and Samuel L. Jackson meet in New York.", ["Robert Downey, Jr.", "Samuel L. Jackson"]),
    ("Robert Downey Jr. and Ada Quill meet.", ["Robert Downey Jr.", "Ada Quill"]),
    ("Director Park Chan-wook met Sir Ian McKellen in Los Angeles.", ["Park Chan-wook", "Ian McKellen"]),
    ("M. Night Shyamalan likes J.J. Abrams and Neil deGrasse Tyson.", [
        "M. Night Shyamalan", "J.J. Abrams", "Neil deGrasse Tyson",
    ]),
    ("Captain Ada Quill salutes Dr. Jo Roe and Mrs. Moe.", []),
    ("The Dark Knight is no Blade Runner, and Toy Story is neither.", []),
    ("Starring Ada Quill. Only Jo Roe survives. But Max Moe does not.", ["Ada Quill", "Jo Roe", "Max Moe"]),
    ("El laberinto de Guillermo del Toro; Olivia de Havilland.", ["Guillermo del Toro", "Olivia de Havilland"]),
    ("Regisseur Lars von Trier lässt Katrin Saß leiden.", ["Lars von Trier", "Katrin Saß"]),
    ("Mit Daniel Brühl und Anna Maria Mühe.", ["Daniel Brühl", "Anna Maria Mühe"]),
    ("Nothing here, only Theodore and his City.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BYLINES)
def test_a_byline_names_its_writer(text: str, expected: str) -> None:
    assert parse_author(text) == expected


@pytest.mark.parametrize("text", ["", *NOBODY])
def test_a_byline_that_names_nobody(text: str) -> None:
    assert parse_author(text) is None


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_of_people(text: str, expected: tuple[str, ...]) -> None:
    assert parse_people(text) == expected


@pytest.mark.parametrize("text", NAMES)
def test_what_a_name_is(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["", *NO_NAMES])
def test_what_a_name_is_not(text: str) -> None:
    assert not is_name(text)


def test_one_word_is_a_name_only_when_asked_for() -> None:
    assert not is_name("Sting")
    assert is_name("Sting", allow_single=True)
    assert not is_name("Monday", allow_single=True)
    assert not is_name("The", allow_single=True)


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_names_in_prose(text: str, expected: list[str]) -> None:
    found = names_in(text)
    assert [name for name, _, _ in found] == expected
    assert [text[start:end] for _, start, end in found] == expected


def test_german_nouns_are_no_names() -> None:
    text = "Wenn Künstlicher Verstand und Ada Lovelace einander treffen"
    assert [name for name, _, _ in names_in(text, language="de")] == ["Ada Lovelace"]


def test_given_names() -> None:
    assert is_given("Joaquin")
    assert is_given("Óscar")
    assert not is_given("Summer")
    assert not is_given("Qwertz")


@given(st.text(max_size=300) | st.text(alphabet="ABab .,'’-&|()@:\ndevon", max_size=200))
def test_any_text_has_names_or_none(text: str) -> None:
    author = parse_author(text)
    assert author is None or author.strip() == author != ""
    assert all(name.strip() for name in parse_people(text))
    assert is_name(text) in (True, False)
    for name, start, end in names_in(text):
        assert name == " ".join(text[start:end].split())


@given(st.sampled_from([name for _, name in BYLINES]))
def test_an_author_read_again_is_the_same(name: str) -> None:
    assert parse_author(name) == name


@pytest.mark.parametrize(
    "piece", ["A. ", "Ada ", "Ada-", "A'", "Ada de la ", "aA", "Ada, ", "by ", "(", "@a ", "Ada and ", "1 "]
)
def test_long_texts_take_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    names_in(text), parse_people(text), parse_author(text), is_name(text)
    assert time.process_time() - started < 2


def test_known_names_are_spelled_as_they_are_folded() -> None:
    names = PERFORMERS | DIRECTORS | CRAFTSMEN
    assert [name for name in names if name != fold(name)] == []
    assert {name for name in names if " o " in f" {name}"} == {"david o russell"}, "O'Hara is folded to ohara"
    assert [name for name in names if " d " in f" {name}"] == ["edward d wood"], "D'Angelo is folded to dangelo"
