"""A bottom line without a rating is read as positive, mixed or negative, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.values.stance import LEAST_CONFIDENCE, STANCES, infer_stance, weigh
from aggregator.values.stance_words import LEANINGS, MIXTURES, NEGATIONS, TURNS
from aggregator.values.text import fold
from benchmarks import stance as benchmark

SHARED = Path(__file__).parents[2].parent / "shared"

VERDICTS = [
    ("en", "A masterpiece, and the best film of the year. Do not miss it.", "positive"),
    ("en", "Funny, touching and beautifully shot: highly recommended.", "positive"),
    ("en", "It starts badly, but ends as a gripping and moving film. Well worth your time.", "positive"),
    ("en", "It never disappoints, and the ending is wonderful.", "positive"),
    ("en", "A dull, lifeless waste of time. Stay away.", "negative"),
    ("en", "Boring and predictable; it fails on every level.", "negative"),
    ("en", "Not funny, not clever, and an insult to the book. The worst sequel yet.", "negative"),
    ("en", "A mixed bag: watchable, and nothing special.", "mixed"),
    ("en", "Hit and miss, as these anthologies are.", "mixed"),
    ("en", "A disappointing sequel. Wait for the DVD.", "mixed"),
    ("de", "Ein Meisterwerk, unbedingt ansehen!", "positive"),
    ("de", "Langweilig, vorhersehbar, eine Zeitverschwendung.", "negative"),
    ("de", "Durchwachsen: mit Abstrichen sehenswert.", "mixed"),
    ("fr", "Un chef-d’œuvre bouleversant, à ne pas manquer.", "positive"),
    ("fr", "Un navet, long et sans intérêt.", "negative"),
    ("fr", "Un résultat mitigé, en demi-teinte.", "mixed"),
    ("es", "Una obra maestra imprescindible.", "positive"),
    ("es", "Aburrida, previsible y fallida: un bodrio.", "negative"),
    ("es", "Ni fu ni fa: se deja ver.", "mixed"),
    ("it", "Un capolavoro imperdibile, meraviglioso.", "positive"),
    ("it", "Noioso e banale, una vera delusione, inguardabile.", "negative"),
    ("pt", "Uma obra-prima imperdível.", "positive"),
    ("pt", "Chato, previsível, uma perda de tempo.", "negative"),
    ("nl", "Een meesterwerk, absolute aanrader!", "positive"),
    ("nl", "Saai, voorspelbaar en een tijdverspilling.", "negative"),
    ("pl", "Arcydzieło, trzeba zobaczyć.", "positive"),
    ("pl", "Nudny, przewidywalny, strata czasu.", "negative"),
    ("sv", "Ett mästerverk, missa inte den.", "positive"),
    ("sv", "Tråkig och förutsägbar, ett slöseri med tid.", "negative"),
    ("da", "Et mesterværk, der skal ses.", "positive"),
    ("da", "Kedelig og forudsigelig, spild af tid.", "negative"),
    ("pt-BR", "Filme mediano, com altos e baixos.", "mixed"),
]

OPEN = [
    ("en", ""),
    ("en", "I walked home through the rain and thought of my father."),
    ("en", "See you next week, when we talk about the sequel."),
    ("en", "★★★★ 4/5 100%"),
    ("en", "Great songs and a terrible script: the actors fail, the camera is superb."),
    ("cs", "Mistrovské dílo, musíte vidět."),
    ("nl", "Ik liep door de regen naar huis en dacht aan mijn vader."),
    ("sv", "Jag gick hem i regnet och tänkte på min far."),
    ("da", "Jeg gik hjem i regnen og tænkte på min far."),
    ("pl", "Wracałem do domu w deszczu i myślałem o ojcu."),
    ("zz", "A masterpiece."),
]


@pytest.mark.parametrize(("language", "text", "label"), VERDICTS)
def test_plain_verdicts_are_read(language: str, text: str, label: str) -> None:
    found = infer_stance(text, language)
    assert found is not None
    assert found.label == label
    assert LEAST_CONFIDENCE[label] <= found.confidence <= 1
    assert found.words


@pytest.mark.parametrize(("language", "text"), OPEN)
def test_where_the_words_leave_it_open_nothing_is_said(language: str, text: str) -> None:
    assert infer_stance(text, language) is None


def test_a_negation_turns_what_follows() -> None:
    plain, negated = weigh("This is a good film."), weigh("This is not a good film.")
    assert plain is not None
    assert negated is not None
    assert (plain.label, plain.words) == ("positive", ("good",))
    assert "not good" in negated.words
    assert negated.confidence < plain.confidence or negated.label != "positive"


def test_what_stands_after_the_last_but_counts_more() -> None:
    good_end = weigh("Slow and thin, but funny and charming.")
    bad_end = weigh("Funny and charming, but slow and thin.")
    assert good_end is not None
    assert bad_end is not None
    assert good_end.label == "positive"
    assert good_end.confidence > bad_end.confidence or bad_end.label != "positive"


@given(st.text(max_size=200), st.sampled_from([None, *LEANINGS, "xx"]))
def test_any_string_is_read(text: str, language: str | None) -> None:
    found = weigh(text, language)
    assert found is None or (found.label in STANCES and 1 / 3 <= found.confidence <= 1)
    assert found == weigh(text, language)


def test_a_long_text_is_bounded() -> None:
    assert infer_stance("good " * 1_000_000) == infer_stance("good " * 2_000_000)


@pytest.mark.parametrize("language", LEANINGS)
def test_the_tables_are_sound(language: str) -> None:
    assert language in MIXTURES and language in NEGATIONS and language in TURNS
    tables = [*LEANINGS[language].items(), *MIXTURES[language].items()]
    words = [word for _, row in tables for word in row.split()]
    assert len(words) == len(set(words))
    for word in words:
        bare = word.removesuffix("-").replace("_", " ")
        assert fold(bare) == bare
    assert {1, 2, 3, -1, -2, -3} == set(LEANINGS[language])


def test_stances_agree_with_the_ratings_of_real_reviews() -> None:
    if not (SHARED / "gold" / "labels.jsonl").is_file():
        pytest.skip("the labelled pages are not beside the repository")
    figures = benchmark.judge(list(benchmark.rows([SHARED / "gold", SHARED / "farm"])))
    assert figures["shipped_accuracy"] >= 0.8
    assert figures["shipped_coverage"] >= 0.12


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I highly recommend it.", ("highly recommend",)),
        ("Strongly recommended to all.", ("strongly recommended",)),
        ("Highly recommending seats is their trade.", ("highly recommending",)),
    ],
)
def test_a_phrase_may_end_on_a_stem(text: str, words: tuple[str, ...]) -> None:
    found = infer_stance(text)
    assert found is not None
    assert (found.label, found.words) == ("positive", words)
