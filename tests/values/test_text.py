"""Plain text: decoding, keys, sentences, language."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.values.text import SNIFFED, decode, detect_language, fold, same_words, sentences, squash, words

POLISH = "Zażółć gęślą jaźń: recenzja filmu, ocena 8/10"
RUSSIAN = "Рецензия на фильм Она: восемь из десяти"
JAPANESE = "映画のレビュー：五つ星のうち四つ"


@pytest.mark.parametrize(
    ("data", "charset", "expected"),
    [
        ("Amélie — 4½".encode(), None, "Amélie — 4½"),
        ("Amélie — 4½".encode(), "iso-8859-1", "Amélie — 4½"),  # declared wrongly
        ("Amélie — 4½".encode("cp1252"), None, "Amélie — 4½"),
        ("Amélie — 4½".encode("cp1252"), "utf-8", "Amélie — 4½"),
        ("Amélie “4½”".encode("cp1252"), "latin-1", "Amélie “4½”"),
        ("Amélie".encode("utf-8-sig"), "cp1252", "Amélie"),
        ("Amélie".encode("utf-16"), None, "Amélie"),
        ("Amélie".encode("utf-16-le"), "utf-16", "Amélie"),
        (POLISH.encode("iso-8859-2"), "ISO-8859-2", POLISH),
        (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
        (RUSSIAN.encode("koi8-r"), " 'KOI8-R' ", RUSSIAN),
        (JAPANESE.encode("shift_jis"), "Shift_JIS", JAPANESE),
        (JAPANESE.encode("iso2022_jp"), "iso-2022-jp", JAPANESE),
        ("她".encode("gbk") * 3, "gb2312", "她她她"),
        (
            b'<html><meta charset="iso-8859-2">' + POLISH.encode("iso-8859-2"),
            None,
            '<html><meta charset="iso-8859-2">' + POLISH,
        ),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">' + RUSSIAN.encode("cp1251"),
            None,
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">' + RUSSIAN,
        ),
        ("Amélie".encode("cp1252"), "no-such-charset", "Amélie"),
        ("Amélie".encode("cp1252"), "utf\0-8", "Amélie"),
        ("Amélie".encode("cp1252"), "base64", "Amélie"),
        ("Amélie".encode("cp1252"), "punycode", "Amélie"),
        ("Her: Она".encode("utf-16-le"), "utf-16-le", "Her: Она"),  # valid UTF-8 as well
        ("Her \ua4c3".encode("utf-16-le"), "utf-16", "Her \ua4c3"),  # likewise, and not ASCII
        ("Amélie 😀".encode("utf-32"), None, "Amélie 😀"),
        (b"Her, in plain letters", "utf-16-be", "Her, in plain letters"),  # declared wrongly, and readable as that
        (b"Her, in plain letters.", "utf-16-be", "Her, in plain letters."),
        (
            b"<?xml version='1.0' encoding='windows-1251'?>" + RUSSIAN.encode("cp1251"),
            None,
            "<?xml version='1.0' encoding='windows-1251'?>" + RUSSIAN,
        ),
        (
            b" " * SNIFFED + b"<meta charset=koi8-r>" + "Amélie".encode("cp1252"),
            None,
            " " * SNIFFED + "<meta charset=koi8-r>Amélie",
        ),
        ("她".encode("gbk") * 3 + b"\xff.", "gb2312", "她她她\ufffd."),  # one broken byte
        (b"nul\0s", None, "nuls"),
        (b"", None, ""),
    ],
)
def test_bytes_as_text(data: bytes, charset: str | None, expected: str) -> None:
    assert decode(data, charset) == expected


def test_a_few_broken_bytes_do_not_spoil_a_page_in_utf8() -> None:
    page = "Amélie, léger, frère, été, déjà vu. ".encode() * 20 + b"\xe9 " + "très bien".encode()
    assert decode(page).count("Amélie") == 20
    assert decode(page).endswith("très bien")


@given(st.binary(max_size=300), st.none() | st.text(max_size=20) | st.sampled_from(["utf-8", "hz", "utf-16", "idna"]))
def test_any_bytes_are_text_without_nuls(data: bytes, charset: str | None) -> None:
    assert "\0" not in decode(data, charset)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Her \n\t (2013)\u00a0 ", "Her (2013)"),
        ("soft\u00adhyphen and zero\u200bwidth", "softhyphen and zerowidth"),
        ("", ""),
    ],
)
def test_white_space(text: str, expected: str) -> None:
    assert squash(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amélie", "amelie"),
        ("Fast & Furious", "fast and furious"),
        ("Ocean’s Eleven", "oceans eleven"),
        ("WALL·E", "wall e"),
        ("Spider-Man: No Way Home", "spider man no way home"),
        ("Łódź, Ærø, Straße", "lodz aero strasse"),
        ("½ Mensch", "1 2 mensch"),
        ("총평", "총평"),
        ("!!!", ""),
    ],
)
def test_keys(text: str, expected: str) -> None:
    assert fold(text) == expected
    assert fold(fold(text)) == expected


def test_same_words() -> None:
    assert same_words("The Bottom Line:", "the bottom-line")
    assert not same_words("Her", "Hers")
    assert not same_words("!", "?")


def test_words() -> None:
    assert words("Don't call it well-made, it’s 4.5 stars") == [
        "Don't", "call", "it", "well-made", "it’s", "4", "5", "stars",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "parts",
    [
        ["It works.", "It really does!", "Does it?", "Yes."],
        ["Mr. and Mrs. Smith met Dr. Strange in St. Louis.", "Nothing came of it."],
        ["It was directed by J.J. Abrams and shot by L. Fong.", "The rest is noise."],
        ["I give it 4.5 out of 5.", "You may give it less."],
        ["He waits... and waits.", "Then he goes."],
        ["“I told you so.”", "She was right."],
        ["(This is an aside.)", "This is not."],
        ["No. 5 is alive, but Vol. 2 is not.", "I say no.", "Twice."],
        ["Kramer vs. Kramer is back.", "Good."],
        ["Robert Downey Jr. is fine.", "So is she."],
        ["I gave it a B.", "The sequel gets less."],
        ["Der Film läuft am 3. März an, z.B. in Kiel.", "Prof. Weiß war da."],
        ["C'est M. Hulot !", "Il arrive… enfin.", "Bravo."],
        ["¿Vale la pena?", "¡Sí!", "La Sra. Gómez lo sabe."],
        ["Il film, ecc. ecc.", "Peccato."],
        ["これは映画です。", "とても良い！", "終わり。"],
        ["Она ушла.", "Он остался…", "Конец."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    joined = "".join(parts) if "。" in parts[0] else " ".join(parts)
    assert sentences(joined) == parts


def test_a_line_break_ends_a_sentence() -> None:
    assert sentences("A heading\nAnd its text. More") == ["A heading", "And its text.", "More"]


def test_a_writer_without_capitals_still_writes_sentences() -> None:
    assert sentences("it was fine. i liked it. go see it.") == ["it was fine.", "i liked it.", "go see it."]


TEXTS = [
    ("en", "The film asks what it means to be alone, and it does so with more warmth than you would think."),
    ("de", "Der Film fragt, was es heißt, allein zu sein, und er tut es mit mehr Wärme, als man denken würde."),
    ("fr", "Le film se demande ce que veut dire être seul, et il le fait avec plus de chaleur qu'on ne le pense."),
    ("es", "La película se pregunta qué significa estar solo, y lo hace con más calor de lo que uno pensaría."),
    ("it", "Il film si chiede che cosa significhi essere soli, e lo fa con più calore di quanto si possa pensare."),
    ("pt", "O filme pergunta o que significa estar sozinho, e faz isso com mais calor do que você poderia pensar."),
    ("nl", "De film vraagt wat het betekent om alleen te zijn, en doet dat met meer warmte dan je zou denken."),
    ("pl", "Film pyta, co to znaczy być samotnym, i robi to z większym ciepłem, niż można by się było spodziewać."),
    ("sv", "Filmen frågar vad det betyder att vara ensam, och den gör det med mer värme än man skulle kunna tro."),
    ("da", "Filmen spørger, hvad det vil sige at være alene, og det gør den med mere varme, end man skulle tro."),
    ("no", "Filmen spør hva det vil si å være alene, og den gjør det med mye mer varme enn man skulle tro nå."),
    ("fi", "Elokuva kysyy, mitä yksin oleminen on, ja se tekee sen lämpimämmin kuin voisi luulla, mutta ei aina."),
    ("cs", "Film se ptá, co to znamená být sám, a dělá to s větším teplem, než by si člověk myslel, že je možné."),
    ("hu", "A film azt kérdezi, hogy mit jelent egyedül lenni, és ezt több melegséggel teszi, mint azt hinnénk."),
    ("ro", "Filmul se întreabă ce înseamnă să fii singur și o face cu mai multă căldură decât ai crede că este."),
    ("tr", "Film yalnız olmanın ne demek olduğunu soruyor ve bunu sanıldığından daha sıcak bir şekilde yapıyor."),
    ("id", "Film ini bertanya apa artinya menjadi sendiri, dan melakukannya dengan lebih hangat dari yang kita kira."),
    ("ca", "La pel·lícula es pregunta què vol dir estar sol, i ho fa amb més calidesa del que hom pensaria, també."),
    ("ru", "Фильм спрашивает, что значит быть одному, и делает это теплее, чем можно было бы подумать."),
    ("uk", "Фільм питає, що означає бути самотнім, і робить це тепліше, ніж можна було б подумати."),
    ("el", "Η ταινία ρωτά τι σημαίνει να είσαι μόνος, και το κάνει με περισσότερη ζεστασιά."),
    ("ja", "この映画は、一人でいるとはどういうことかを、思っていたよりも温かく問いかけている。"),
    ("zh", "这部电影问的是孤独意味着什么，而且比你想象的更加温暖。我非常喜欢。"),
    ("ko", "이 영화는 혼자라는 것이 무엇을 의미하는지 생각보다 따뜻하게 묻는다."),
    ("ar", "يسأل الفيلم عن معنى أن تكون وحيدًا، ويفعل ذلك بدفء أكثر مما قد تظن."),
    ("he", "הסרט שואל מה המשמעות של להיות לבד, ועושה זאת בחום רב יותר ממה שהייתם חושבים."),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_language(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text", ["", "Her", "Directed by Spike Jonze", "4/5 ★★★★ 2013 126 min", "Lorem ipsum dolor sit amet"]
)
def test_language_is_left_open(text: str) -> None:
    assert detect_language(text) is None


def test_an_english_title_does_not_make_a_german_review_english() -> None:
    text = "The Grand Budapest Hotel (The Grand Budapest Hotel, USA 2014). " + TEXTS[1][1] * 3
    assert detect_language(text) == "de"


@given(st.text(max_size=400))
def test_any_text_has_sentences_words_and_a_key(text: str) -> None:
    assert all(sentence == sentence.strip() != "" for sentence in sentences(text))
    assert "".join("".join(sentences(text)).split()) == "".join(squash(" ".join(text.splitlines())).split())
    assert detect_language(text) is None or len(detect_language(text) or "") == 2
    assert all(words(text))
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("piece", ["a. ", "A.", "...", "'", "a-", "é", "<meta charset=", "。", "\n", "no. 5 "])
def test_long_texts_take_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    sentences(text), words(text), fold(text), squash(text), detect_language(text), decode(text.encode())
    assert time.process_time() - started < 5
