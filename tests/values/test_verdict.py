"""The bottom line of a review."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.values.verdict import (
    VERDICT_LABELS,
    bottom_line,
    bottom_line_weight,
    is_prose,
    label_weight,
    opens_bottom_line,
    split_label,
    trim_verdict,
)

LABELLED = [
    ("Final Thoughts: This has stayed with me.", "Final Thoughts", "This has stayed with me."),
    ("Verdict: See it.", "Verdict", "See it."),
    ("VERDICT. See it.", "VERDICT", "See it."),
    ("Verdict - See it.", "Verdict", "See it."),
    ("The Bottom Line – A fine film.", "The Bottom Line", "A fine film."),
    ("The bottom line\nA fine film.", "The bottom line", "A fine film."),
    ("In conclusion: a fine film.", "In conclusion", "a fine film."),
    ("TL;DR: skip it", "TL;DR", "skip it"),
    ("Overall: a fine film", "Overall", "a fine film"),
    ("In short – a fine film", "In short", "a fine film"),
    ("Summary: a fine film", "Summary", "a fine film"),
    ("★ Verdict: See it.", "Verdict", "See it."),
    ("5. Verdict", "Verdict", ""),
    ("Verdict", "Verdict", ""),
    ("CONCLUSION", "CONCLUSION", ""),
    ("Her: The Verdict", "The Verdict", ""),
    ("Her – Fazit", "Fazit", ""),
    ("Final thoughts on Her: See it.", "Final thoughts on Her", "See it."),
    ("Final Verdict This is a fine film.", "Final Verdict", "This is a fine film."),
    ("VERDICT This is a fine film.", "VERDICT", "This is a fine film."),
    ("Should you see it? Yes.", "Should you see it", "Yes."),
    ("Fazit: Ein schöner Film.", "Fazit", "Ein schöner Film."),
    ("Unser Fazit\nEin schöner Film.", "Unser Fazit", "Ein schöner Film."),
    ("Urteil: Sehenswert.", "Urteil", "Sehenswert."),
    ("Bilan : un beau film.", "Bilan", "un beau film."),
    ("En résumé : un beau film.", "En résumé", "un beau film."),
    ("Le verdict : un beau film.", "Le verdict", "un beau film."),
    ("Conclusión: una joya.", "Conclusión", "una joya."),
    ("Veredicto: una joya.", "Veredicto", "una joya."),
    ("En definitiva: una joya.", "En definitiva", "una joya."),
    ("Conclusioni: un bel film.", "Conclusioni", "un bel film."),
    ("Giudizio finale: un bel film.", "Giudizio finale", "un bel film."),
    ("Veredito: um belo filme.", "Veredito", "um belo filme."),
    ("Conclusão: um belo filme.", "Conclusão", "um belo filme."),
    ("Eindoordeel: een mooie film.", "Eindoordeel", "een mooie film."),
    ("Conclusie – een mooie film.", "Conclusie", "een mooie film."),
    ("Podsumowanie: piękny film.", "Podsumowanie", "piękny film."),
    ("Werdykt: piękny film.", "Werdykt", "piękny film."),
    ("Omdöme: en fin film.", "Omdöme", "en fin film."),
    ("Konklusion: en fin film.", "Konklusion", "en fin film."),
    ("Konklusjon: en fin film.", "Konklusjon", "en fin film."),
    ("Yhteenveto: hieno elokuva.", "Yhteenveto", "hieno elokuva."),
    ("Kesimpulan: film yang bagus.", "Kesimpulan", "film yang bagus."),
    ("Вердикт: хороший фильм.", "Вердикт", "хороший фильм."),
    ("総評：よい映画。", "総評", "よい映画。"),
    ("총평: 좋은 영화.", "총평", "좋은 영화."),
]

UNLABELLED = [
    "Her is a fine film.",
    "The verdict of the court: guilty.",
    "Overall, Her is a fine film.",
    "Overall. It works.",
    "Cast: Ada Quill, Jo Roe",
    "Plot: A man falls in love.",
    "The film ends with a trial; the verdict: not guilty.",
    "Conclusions are drawn, and nobody likes them.",
    "Verdict in hand, the jury returns.",
    "Bottom line dancers: who are they?",
    "#Conclusion",
    "Recommended",
    "",
]

OPENINGS = [
    ("en", "Overall, Her is a fine film."),
    ("en", "Overall Her is a fine film."),
    ("en", "All in all, a fine film."),
    ("en", "At the end of the day, this is a love story."),
    ("en", "To sum up, see it."),
    ("en", "In conclusion, see it."),
    ("en", "In short, see it."),
    ("de", "Alles in allem ein schöner Film."),
    ("de", "Unterm Strich bleibt ein schöner Film."),
    ("de", "Insgesamt ist das ein schöner Film."),
    ("fr", "Au final, un beau film."),
    ("fr", "Bref, un beau film."),
    ("fr", "En somme, un beau film."),
    ("es", "En definitiva, una joya."),
    ("es", "En fin, una joya."),
    ("es", "Al final, una joya."),
    ("it", "Tutto sommato, un bel film."),
    ("it", "Insomma, un bel film."),
    ("pt", "No fim das contas, um belo filme."),
    ("pt", "Enfim, um belo filme."),
    ("nl", "Kortom, een mooie film."),
    ("pl", "Podsumowując, piękny film."),
    ("sv", "Sammanfattningsvis är det en fin film."),
    ("da", "Alt i alt en fin film."),
    ("no", "Alt i alt en fin film."),
    ("fi", "Kaiken kaikkiaan hieno elokuva."),
    ("id", "Secara keseluruhan, film ini bagus."),
]


@pytest.mark.parametrize(("text", "label", "rest"), LABELLED)
def test_a_label_and_what_follows(text: str, label: str, rest: str) -> None:
    assert split_label(text) == (label, rest)


@pytest.mark.parametrize("text", UNLABELLED)
def test_a_text_without_label_stays_whole(text: str) -> None:
    assert split_label(text) == (None, text)


def test_labels_are_written_as_keys_are() -> None:
    for row in VERDICT_LABELS.values():
        assert [label for label in row if label_weight(label) < 1] == []


def test_how_sure_a_label_is() -> None:
    assert label_weight("The Verdict") == 1
    assert 0 < label_weight("Summary") < 1
    assert label_weight("Plot") == 0


@pytest.mark.parametrize(("language", "text"), OPENINGS)
def test_openings_of_a_bottom_line(language: str, text: str) -> None:
    assert opens_bottom_line(text, language)
    assert opens_bottom_line(text)
    assert bottom_line_weight(text, language) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Overalls are what he wears.",
        "In the end of the film he dies.",
        "Al final de la película muere.",
        "Her is, all in all, a fine film.",
        "Theodore writes letters.",
        "",
    ],
)
def test_other_openings(text: str) -> None:
    assert not opens_bottom_line(text)


def test_advice_weighs_less_than_an_opening_and_more_than_nothing() -> None:
    assert 0 < bottom_line_weight("Her is a film that I highly recommend.", "en") < 1
    assert 0 < bottom_line_weight("Ultimately, Her is about us.", "en") < 1
    assert bottom_line_weight("Ultimately, I highly recommend Her.", "en") == 1
    assert bottom_line_weight("Theodore writes letters.", "en") == 0


STORY = "Theodore writes letters for other people, and he falls for a voice that has no body at all."
LAST = "It is a film that I will think of whenever somebody says that they are fine."


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([STORY, LAST], (1, LAST)),
        ([STORY, LAST, "4/5", "Tags: film, love", "Share this:", "Follow me on Twitter and elsewhere."], (1, LAST)),
        ([STORY, LAST, "What did you think of the film?", "Image source: the studio", "← An older post"], (1, LAST)),
        (
            [
                STORY,
                LAST,
                "Dir. A. Quill | USA | 2013 | 126 mins",
                "(This film is streaming somewhere.)",
                "[1]: A note on it.",
            ],
            (1, LAST),
        ),
        ([STORY, "Overall, Her is a fine film.", STORY], (1, "Overall, Her is a fine film.")),
        (["Overall, we get letters."] + [STORY] * 6 + [LAST], (7, LAST)),
        ([STORY, LAST, "So there you have it."], (1, f"{LAST} So there you have it.")),
        ([STORY, LAST, "Highly recommended, all the same."], (2, "Highly recommended, all the same.")),
        ([STORY, " ".join([STORY] * 9) + " All in all, a fine film."], (1, "All in all, a fine film.")),
        (
            [
                f"This is one of the dullest movies I know. {STORY}",
                "We then went to the harbour, and it rained until noon.",
            ],
            (0, "This is one of the dullest movies I know."),
        ),
        (
            [STORY, "We then went to the harbour for chips, and it rained until noon."],
            (1, "We then went to the harbour for chips, and it rained until noon."),
        ),
        (
            [STORY, "Rating: 9/10. A stunning film, and for once one that is not too long for its story."],
            (1, "A stunning film, and for once one that is not too long for its story."),
        ),
        (["Tags: film", "4/5"], None),
        ([], None),
    ],
)
def test_the_bottom_line_of_a_review(paragraphs: list[str], expected: tuple[int, str] | None) -> None:
    assert bottom_line(paragraphs, "en") == expected


def test_of_a_long_paragraph_only_the_end_is_a_bottom_line() -> None:
    number, text = bottom_line([" ".join(f"{STORY[:-1]} {count}." for count in range(20))], "en") or (None, "")
    assert number == 0
    assert text.endswith(" 19.")
    assert len(text.split()) <= 110


def test_of_a_long_paragraph_that_announces_a_bottom_line_the_beginning_is_one() -> None:
    long = " ".join(f"{STORY[:-1]} {count}." for count in range(20))
    _, text = bottom_line([STORY, f"Overall, a fine film. {long}"], "en") or (None, "")
    assert text.startswith("Overall, a fine film.")
    assert len(text.split()) <= 110


@pytest.mark.parametrize(
    "text",
    [
        "Tags: film, love and letters.",
        "Posted in Reviews by Ada Quill.",
        "4.5/5",
        "Her (2013)",
        "Director: Ada Quill and Jo Roe.",
        "Directed by Ada Quill, written by Jo Roe, starring Bo Marsh and Rita Vance.",
        "The post Her: a review appeared first on Reels and Rope.",
        "O post Crítica: Ela apareceu primeiro em Rolos e Cordas – Cinema!.",
        "L’articolo Lei proviene da Bobine e corde.",
        "Der Beitrag Her: Kritik erschien zuerst auf Rollen und Seile.",
        "Her: two reels and a rope, 9.0 out of 10 based on 1 rating",
        "Fonte consultada: o canal de Ada Quill e os cadernos de Jo Roe sobre cordas.",
        "Pd. Un momento que me hizo reír: el tío de la gorra.",
        "Ada Quill is co-editor of these pages and of two others.",
        "Read my review of the one before here.",
        "Rating: 9/10. A film by us.",
        "P.S. I have not read the book yet.",
        "Her is available free on three platforms, and to rent at: example.org",
        "In arrivo: qui i lettori potranno dare il loro voto.",
    ],
)
def test_what_is_no_prose(text: str) -> None:
    assert not is_prose(text)


def test_a_verdict_is_cut_to_a_few_sentences() -> None:
    assert trim_verdict(" A fine film.  See it. ") == "A fine film. See it."
    long = " ".join(f"Sentence number {number} says the same thing over again." for number in range(40))
    assert trim_verdict(long).startswith("Sentence number 0 says")
    assert trim_verdict(long).endswith("again.")
    assert len(trim_verdict(long).split()) <= 110
    endless = "word " * 500
    assert len(trim_verdict(endless).split()) <= 111
    assert trim_verdict(endless).endswith("…")


@given(st.text(max_size=300) | st.text(alphabet="Verdict: .-\n,AaOl", max_size=100))
def test_any_text_is_read(text: str) -> None:
    label, rest = split_label(text)
    assert rest == text if label is None else label in text and rest in text
    assert opens_bottom_line(text) in (True, False)
    assert 0 <= bottom_line_weight(text) <= 1
    assert trim_verdict(trim_verdict(text)) == trim_verdict(text)
    found = bottom_line(text.split("\n"))
    assert found is None or is_prose(text.split("\n")[found[0]])


@pytest.mark.parametrize("piece", ["Verdict ", "Verdict: ", "- ", "overall ", "A. ", "é", "\n"])
def test_long_texts_take_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    split_label(text), opens_bottom_line(text), bottom_line_weight(text), trim_verdict(text)
    bottom_line([text]), bottom_line(text.split("\n"))
    assert time.process_time() - started < 2
