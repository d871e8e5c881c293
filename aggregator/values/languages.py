"""Which language a text is written in, by its commonest words and by its script."""

from __future__ import annotations

from collections import Counter
from math import lcm
from struct import Struct

from aggregator.values.patterns import Pattern
from aggregator.values.vocabulary import lower_words

# The commonest words of running text, accents kept; a word that several languages share counts less for each.
PROFILES = {
    "en": """
the and of to a in is that it with as for was on but his this her he she they are be by not from at have has an you
who which one all their there what so more about when out up if would can its just i film movie we
""",
    "de": """
der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man
sein wurde ich wir ihr doch sehr wenn schon
""",
    "fr": """
de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont ou avec son aux cette
mais comme nous on sa tout ses leur elle être fait ces été même je c'est qu'il d'un d'une l'on très bien sans où dont
n'est avait vous y
""",
    "es": """
de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre
cuando muy sin sobre también me hasta hay donde quien desde todo nos durante uno ni contra otros ese eso es son ha fue
está película cine
""",
    "it": """
di e il la che in a per un è del una non sono con si da come le i della al più nel dei alla ma gli lo anche delle o ha
se su questo dal suo nella ci degli quando tra molto cui essere loro ne sua dalla questa era così solo due film perché
ho
""",
    "pt": """
de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito
nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas esse eles você são é está foi ser
há filme
""",
    "nl": """
de en van het een in is dat op te zijn met voor niet die aan er om ook als maar dan bij nog uit door naar ze hij wordt
over heeft je ik worden was of meer geen deze tot kan wel haar hun zo al wat ons toch dit heel veel we
""",
    "pl": """
w i na z się do nie jest że to o jak za od po ale co przez a dla tak być był już ma ten tym tego jego czy które który
jej ich oraz także tylko może przy są pod film kiedy bardzo nawet więc gdy mnie było tej
""",
    "sv": """
och i att det som en på är av för med den till har inte om ett han men var sig från så vi kan när hon jag där de ut
vara eller man också efter bara mycket nu då blir ska även filmen mig detta sin hur än
""",
    "da": """
og i at det er en til af på som for med den der de ikke har et han var om men fra sig vi kan hun jeg så ved ud efter
eller når også over være blev bliver meget kun nu bare noget hvor filmen mig dette sin selv hvad
""",
    "no": """
og i det er på som en til av at for med den har ikke et han de om men var fra seg vi kan hun jeg så ved ut etter eller
når også over være ble blir mye bare nå noe hvor filmen meg dette sin selv hva opp enn da
""",
    "fi": """
ja on ei se että oli joka mutta ovat kun myös hän kuin jo niin mukaan tai ole sen vain jos vielä olla sekä voi nyt
tämä hänen elokuva elokuvan mitä kanssa hyvin tässä jotka siitä mikä ne tämän sitä aina koko
""",
    "cs": """
a se v na je že to s z do o k ve i za jako ale by od po si jeho jsou který také pro jen tak která aby jsem byl při už
až které když ještě nebo není jsme film byla filmu jak své mu ho než kde však
""",
    "sk": """
a sa v na je že to s z do o k vo i za ako ale by od po si jeho sú ktorý tiež pre len tak ktorá aby som bol pri už až
ktoré keď ešte alebo nie sme film bola filmu svoje však kde toho čo
""",
    "hu": """
a az és hogy nem is egy ez meg azt csak van már mint de el volt ha még vagy aki ami nagyon ezt mert minden kell lesz
olyan után azonban pedig film én ő majd vele sem több amikor így itt
""",
    "ro": """
de și în a la cu nu pe care este din o un că se mai pentru al ca sunt lui dar sau fost au ce fi prin după între dacă
doar când până acest această foarte ai ei le sa cum film filmul sale noi toate
""",
    "tr": """
ve bir bu da de için ile çok ne o gibi daha en kadar ama olan her sonra olarak var ben mi ki ya değil diye kendi onun
film filmin bunu şey hem iki yok ise bana ancak göre filmi iyi olduğu
""",
    "id": """
yang dan di ini dengan untuk dari itu dalam tidak akan pada juga ke karena ada oleh saya bisa sebagai dia adalah film
mereka atau sudah saat seorang lebih hanya para tersebut telah kita bagi aku cerita namun banyak tapi
""",
    "ca": """
de la i el que a en les els per un una amb no del és es al se com més són ha va però seva seu aquest aquesta també o
entre ens hi ho quan molt ser pel dels tot fins sense sobre ja pel·lícula on molts això
""",
    "et": """
ja on ei et see ka oli aga kui oma mis ta kes siis või nii ning selle veel välja seda olid juba mille väga film filmi
kuid oleks ainult mida mul pole
""",
    "hr": """
i u je na se da su za od s ne koji iz kao o a što bi će po ali to samo ili nije ga koja tako svoj jer kako film filma
ovaj bio više već sve još može biti nakon koje
""",
    "vi": """
và của là có một không được cho trong phim với những người các đã khi này cũng như đến để anh nhưng rất
""",
    "gl": """
de a o que e do da en un unha para con non os no se na por máis as dos como pero ao súa seu cando tamén xa moito ten
moi só cine película filme polo pola é foi está
""",
}
# Letters that speak for a language, each worth one shared word.
LETTERS = {
    "ß": ("de",),
    "ñ": ("es", "gl"),
    "¿": ("es",),
    "ã": ("pt", "vi"),
    "õ": ("pt", "et", "vi"),
    "œ": ("fr",),
    "ł": ("pl",),
    "ż": ("pl",),
    "å": ("sv", "da", "no"),
    "æ": ("da", "no"),
    "ø": ("da", "no"),
    "ö": ("de", "sv", "fi", "hu", "tr", "et"),
    "ő": ("hu",),
    "ř": ("cs",),
    "ů": ("cs",),
    "ľ": ("sk",),
    "ș": ("ro",),
    "ț": ("ro",),
    "ă": ("ro", "vi"),
    "ğ": ("tr",),
    "ı": ("tr",),
    "đ": ("hr", "vi"),
    "ơ": ("vi",),
}
SAMPLE = 500  # characters read from the beginning and again from the middle
ENOUGH = 8  # words below which no language is named
# Least share of words that speak for the language named, with the least lead over the second language.
LINES = ((0.12, 1.08), (0.05, 1.5))

_OTHER_SCRIPT = Pattern("[\u0370-\u1fff\u3040-\ud7af\uf900-\ufaff]")
_SCRIPTS = (
    ("ja", Pattern("[\u3040-\u30ff]"), 0.05),  # kana: a few settle it, for the rest is Chinese characters
    ("ko", Pattern("[\uac00-\ud7af]"), 0.3),
    ("zh", Pattern("[\u4e00-\u9fff]"), 0.3),
    ("ru", Pattern("[\u0400-\u04ff]"), 0.3),
    ("el", Pattern("[\u0370-\u03ff]"), 0.3),
    ("ar", Pattern("[\u0600-\u06ff]"), 0.3),
    ("he", Pattern("[\u0590-\u05ff]"), 0.3),
    ("th", Pattern("[\u0e00-\u0e7f]"), 0.3),
    ("hi", Pattern("[\u0900-\u097f]"), 0.3),
)
# Letters that tell one language of a script from the one named for it.
_WITHIN = (
    ("ru", "uk", Pattern("[іїєґІЇЄҐ]"), Pattern("[ыэёъЫЭЁЪ]")),
    ("ru", "bg", Pattern("ъ[а-я]"), Pattern("[ыэёЫЭЁ]")),
    ("ar", "fa", Pattern("[پچژگ]"), Pattern("[ةىي]")),
)


def _votes() -> tuple[int, dict[str, int]]:
    """What a word is worth, shared by its languages, and word -> its votes: of one number 64 bits for each language."""
    holders: dict[str, list[int]] = {}
    for number, row in enumerate(PROFILES.values()):
        for word in set(row.split()):
            holders.setdefault(word, []).append(number)
    worth = lcm(*map(len, holders.values()))
    return worth, {
        word: sum(worth // len(numbers) << 64 * number for number in numbers) for word, numbers in holders.items()
    }


_WORTH, _VOTES = _votes()
_COUNT = Struct(f"<{len(PROFILES)}Q")


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None if it has fewer than eight words or speaks for no one language.

    Two samples of the text are read, so a page in two languages goes by its beginning and its middle.
    """
    low = _sample(text).lower()
    return language_of_words(Counter(lower_words(low)), low)


def language_of_words(uses_of: Counter[str], low: str) -> str | None:
    """As `detect_language`, for a text in lower case whose words are counted already."""
    sample = _sample(low)
    if not sample.isascii() and not _is_western(sample) and _OTHER_SCRIPT.search(sample):
        letters = sum(map(str.isalpha, sample))
        if letters >= ENOUGH:
            for language, pattern, share in _SCRIPTS:
                if len(pattern.findall(sample)) >= share * letters:
                    return _within(language, sample)
    return _by_words(uses_of, sample)


def _sample(text: str) -> str:
    if len(text) <= 2 * SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:SAMPLE]} {text[middle : middle + SAMPLE]}"


def _is_western(text: str) -> bool:
    """Whether a text has letters of western Europe only, and common punctuation."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _within(language: str, sample: str) -> str:
    for script, other, ours, theirs in _WITHIN:
        if script == language and 2 * len(ours.findall(sample)) > 3 * len(theirs.findall(sample)):
            return other
    return language


def _by_words(uses_of: Counter[str], sample: str) -> str | None:
    total = uses_of.total()
    if total < ENOUGH:
        return None
    votes = sum([_VOTES[word] * uses_of[word] for word in _VOTES.keys() & uses_of.keys()])
    scores = dict(zip(PROFILES, _COUNT.unpack(votes.to_bytes(_COUNT.size, "little")), strict=True))
    if not sample.isascii():
        for letter, languages in LETTERS.items():
            if letter in sample:
                for language in languages:
                    scores[language] += min(4, sample.count(letter)) * _WORTH // 2
    first = max(scores, key=scores.__getitem__)
    best = scores.pop(first)
    second = max(scores.values())
    clear = any(best >= share * total * _WORTH and best >= lead * second for share, lead in LINES)
    return first if clear else None
