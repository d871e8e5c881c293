"""Copies of a text are found, texts that only quote the same are not, and the first publication is the original."""

from __future__ import annotations

import random
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.duplicates import (
    BANDS,
    BUCKET,
    SLOTS,
    MemoryIndex,
    Publication,
    find_copies,
    fingerprint,
    fingerprints,
    original,
    similarity,
)
from benchmarks import duplicates as benchmark


def prose(size: int, seed: int) -> list[str]:
    """`size` made-up words."""
    chance = random.Random(seed)
    return ["".join(chance.choices("aeioulnrst", k=chance.randint(2, 8))) for _ in range(size)]


def text(size: int, seed: int) -> str:
    return " ".join(prose(size, seed))


def index_of(*texts: str, language: str | None = "en") -> MemoryIndex:
    index = MemoryIndex()
    for number, one in enumerate(texts):
        index.add(number, fingerprint(one, language))
    return index


def kinds(one: str, other: str) -> list[str]:
    return [copy.kind for copy in find_copies(fingerprint(other, "en"), index_of(one))]


SAME_WORDS = [
    ('It\'s a film about loss -- and "home".', "It’s a film about loss — and “home”."),
    ("Amélie, ENCORE une fois", "Ame\u0301lie encore une fois"),
    ("one\u00a0two\u200b three\u00adfold", "One two threefold"),
    ("Ｆｉｌｍ　２０１３", "film 2013"),
    ("ЁЛКИ и Петя", "елки и петя"),
    ("half a star: ★½ / 5!", "half a star 1 5"),
    ("天気の子 映画", "天気の子映画"),
    ("what a film 🎬🎬 truly", "What a film, truly..."),
]


@pytest.mark.parametrize(("one", "other"), SAME_WORDS)
def test_words_are_folded(one: str, other: str) -> None:
    assert fingerprint(one).exact == fingerprint(other).exact


@pytest.mark.parametrize(
    ("one", "other"),
    [("the dog bit the man", "the man bit the dog"), ("now here", "nowhere"), ("ab c", "a bc"), ("映画", "画映")],
)
def test_other_words_or_another_order_are_another_text(one: str, other: str) -> None:
    assert fingerprint(one).exact != fingerprint(other).exact


def test_a_fingerprint_is_the_same_on_every_machine() -> None:
    short = fingerprint("Her is a love story told by a machine, and the machine has the better lines, as ever.")
    assert short[:1] + short[2:] == (-1932359554757112832, (408865792,), 18, 16, None)
    long = fingerprint(" ".join(str(number) for number in range(300)))
    assert long.bands[:3] == (1296397906, 1218834346, 3659269599)
    assert long.signature[:8] == bytes.fromhex("f1163900717dcb1b")


def test_a_fingerprint_is_small() -> None:
    found = fingerprint(text(700, 1), "en-GB")
    assert (len(found.signature), len(found.bands), found.words, found.language) == (SLOTS, BANDS, 700, "en")
    assert all(0 <= key < 1 << 32 for key in found.bands)
    assert -(1 << 63) <= found.exact < 1 << 63


@pytest.mark.parametrize(("words", "expected"), [(5, []), (11, []), (12, ["exact"]), (39, ["exact"]), (400, ["exact"])])
def test_the_same_words_are_an_exact_copy_but_for_a_line_or_two(words: int, expected: list[str]) -> None:
    assert kinds(text(words, 3), text(words, 3).upper()) == expected


@pytest.mark.parametrize(("words", "expected"), [(30, []), (80, []), (130, ["near"]), (700, ["near"])])
def test_short_texts_need_more_agreement(words: int, expected: list[str]) -> None:
    source = prose(words, 4)
    changed = [word if place % 25 else "other" for place, word in enumerate(source)]
    tail = prose(words // 4, 5)
    found = kinds(" ".join(source), " ".join(changed + tail))
    assert [kind for kind in found if kind != "quoted"] == expected


def test_a_lightly_edited_copy_in_other_furniture_is_near() -> None:
    source = prose(320, 6)
    edited = prose(14, 7) + source[9:150] + source[158:240] + ["rather"] + source[241:] + prose(25, 8)
    [copy] = find_copies(fingerprint(" ".join(edited), "en"), index_of(" ".join(source)))
    assert copy.kind == "near"
    assert 0.6 < copy.similarity < 1
    assert copy.contained > copy.similarity


def test_two_reviews_with_one_synopsis_are_two() -> None:
    synopsis = prose(150, 9)
    assert kinds(" ".join(prose(550, 10) + synopsis), " ".join(synopsis + prose(550, 11))) == []


def test_a_text_quoted_at_length_is_marked_and_not_a_copy() -> None:
    source = prose(400, 12)
    answer = prose(300, 13) + source + prose(350, 14)
    [copy] = find_copies(fingerprint(" ".join(answer), "en"), index_of(" ".join(source)))
    assert copy.kind == "quoted"
    assert copy.contained > 0.8
    assert copy.similarity == pytest.approx(398 / 1048, abs=0.1)


@pytest.mark.parametrize(
    ("stored", "asked", "found"),
    [("en", "en", 1), ("en", "de", 0), ("en", None, 1), (None, "de", 1), ("pt", "pt-BR", 1)],
)
def test_never_across_languages(stored: str | None, asked: str | None, found: int) -> None:
    same = text(200, 15)
    assert len(find_copies(fingerprint(same, asked), index_of(same, language=stored))) == found


def test_the_most_similar_comes_first() -> None:
    source = prose(500, 16)
    index = index_of(" ".join(source[:400] + prose(100, 17)), " ".join(source), text(500, 18), " ".join(source[:470]))
    assert [copy.id for copy in find_copies(fingerprint(" ".join(source), "en"), index)] == [1, 3, 0]


def test_one_key_never_gives_more_than_a_bucket_of_texts() -> None:
    same = text(100, 19)
    index = index_of(*[same] * (BUCKET + 20))
    assert len(find_copies(fingerprint(same, "en"), index)) == BUCKET


def test_an_index_that_grew_finds_what_was_put_in_first() -> None:
    index = index_of(*(text(60, seed) for seed in range(300)))
    assert len(index) == 300
    for seed in (0, 1, 150, 299):
        assert [copy.id for copy in find_copies(fingerprint(text(60, seed), "en"), index)] == [seed]


@pytest.mark.parametrize("share", [0.3, 0.5, 0.8])
def test_similarity_estimates_the_jaccard_of_shingles(share: float) -> None:
    errors = []
    for seed in range(20):
        common = prose(round(600 * share), seed)
        one = common + prose(600 - len(common), 100 + seed)
        other = common + prose(600 - len(common), 200 + seed)
        first, second = ({*zip(words, words[1:], words[2:], strict=False)} for words in (one, other))
        truth = len(first & second) / len(first | second)
        errors.append(similarity(fingerprint(" ".join(one)), fingerprint(" ".join(other))) - truth)
    assert abs(sum(errors) / len(errors)) < 0.02
    assert max(map(abs, errors)) < 0.13


@given(st.text(), st.text())
def test_any_two_strings_can_be_compared(one: str, other: str) -> None:
    first, second = fingerprint(one), fingerprint(other)
    assert first == fingerprint(one)
    assert 0 <= similarity(first, second) == similarity(second, first) <= 1


@pytest.mark.parametrize(
    "odd", ["\ud800" * 50, "\x00" * 5000, "a" * 300_000, "字" * 150_000, "\u0301" * 60, "🎬 " * 90_000]
)
def test_odd_texts_are_bounded(odd: str) -> None:
    found = fingerprint(odd)
    assert found == fingerprint(odd)
    assert found.words <= 100_000


@given(st.lists(st.tuples(st.text(max_size=300), st.sampled_from([None, "en", "de-AT"])), max_size=8))
def test_many_at_once_are_as_each_alone(texts: list[tuple[str, str | None]]) -> None:
    texts = [*texts, (text(700, 1), "en"), ("天気の子 映画 " * 30, "ja"), (text(80, 2) + " it’s", None), *texts]
    assert list(fingerprints(texts)) == [fingerprint(one, language) for one, language in texts]


ORIGINALS = [
    ([Publication(1, "2013-10-09"), Publication(2, "2013-10-08T21:40:00Z")], 2),
    ([Publication(1, "2013-10-09T01:00:00+05:00"), Publication(2, "2013-10-08T21:40:00Z")], 1),
    ([Publication(1, None, "2013-01-01"), Publication(2, "2014-01-01", "2026-01-01")], 2),
    ([Publication(1, None, "2026-03-02"), Publication(2, "some day", "2026-03-01")], 2),
    ([Publication(1, "2014-01-01", "2026-03-02"), Publication(2, "2014-01-01", "2026-03-01")], 2),
    ([Publication(2, "2014-01-01"), Publication(1, "2014-01-01")], 1),
    ([Publication(1, "0001-01-01T00:00:00+14:00"), Publication(2, "2014-01-01")], 2),
]


@pytest.mark.parametrize(("publications", "first"), ORIGINALS)
def test_the_first_publication_is_the_original(publications: list[Publication], first: int) -> None:
    assert original(publications).id == first
    assert original(publications[::-1]).id == first


def test_no_publication_has_no_original() -> None:
    with pytest.raises(ValueError, match="empty"):
        original([])


def test_generated_copies_are_found_and_hard_negatives_left() -> None:
    figures = benchmark.measure(2_000, seed=7)
    assert figures["copies"] > 150
    assert figures["precision"] >= 0.99
    assert figures["recall"] >= 0.99


def test_the_index_is_compact() -> None:
    prints = [fingerprint(text(100, seed)) for seed in range(1_000)]
    tracemalloc.start()
    index = MemoryIndex()
    for number in range(len(prints)):
        index.add(number, prints[number])
        prints[number] = prints[0]
    grown = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    kept = len(prints[0].signature) + 200
    assert grown / len(index) + kept <= 2_700


def test_the_benchmark_makes_what_it_says() -> None:
    writer = benchmark.Writer(400, seed=7)
    made = list(benchmark.texts(400, seed=7))
    copies = [one for one in made if one.story != one.number]
    assert 20 < len(copies) < 70
    numbers = {word: number for number, word in enumerate(writer.vocabulary)}
    for one in copies:
        source = writer.original(one.story)
        assert source is not None
        assert benchmark.jaccard(source, np.array([numbers[word] for word in one.text.split()])) >= 0.7
