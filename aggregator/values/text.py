"""Plain text: decoding, white space, keys, sentences, words."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import lru_cache
from typing import Any

from aggregator.values.languages import detect_language
from aggregator.values.months import MONTHS
from aggregator.values.vocabulary import words_of

__all__ = ["decode", "detect_language", "fold", "same_words", "sentences", "squash", "words"]

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What browsers read a declared charset as (WHATWG Encoding Standard) -> the Python names of such charsets.
_READ_AS = {
    "cp1252": "ascii iso8859-1 cp1252",
    "cp1254": "iso8859-9 cp1254",
    "cp874": "iso8859-11 tis-620 cp874",
    "gb18030": "gb2312 gbk gb18030",
    "big5hkscs": "big5 big5hkscs cp950",
    "cp932": "shift_jis cp932",
    "cp949": "euc_kr cp949",
    "utf-16-le": "utf-16 utf-16-le",
}
_AS_DECLARED = """
utf-8 utf-16-be koi8-r koi8-u mac-roman cp866 cp1250 cp1251 cp1253 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-3
iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16
euc_jp iso2022_jp hz
"""
CHARSETS = {name: name for name in _AS_DECLARED.split()} | {
    name: codec for codec, names in _READ_AS.items() for name in names.split()
}
SEVEN_BIT = {"hz", "iso2022_jp"}  # their bytes are valid UTF-8 too, so the declaration goes first
SNIFFED = 2048  # bytes of a page in which a <meta charset> counts

SHORT = 200  # characters of texts whose keys are remembered: names, labels and links come again and again

# A full stop after these never ends a sentence (lower case, without the stop).
ABBREVIATIONS = words_of("""
mr mrs ms mx dr st ste prof rev hon gov sen gen capt lt cmdr sgt messrs mme mlle vs cf esp dir feat ft incl
e.g i.e hr fr bzw evtl ggf sog z.b d.h u.a u.ä vgl inkl exkl zzgl sr sra srta dña ud uds p.ej dott avv
dhr mevr mw bijv o.a m.a.w np tzw m.in reż bl.a t.ex f.eks p.g.a jan feb mar apr jun jul
aug sep sept oct okt nov dec dez
""")
# A full stop after these ends no sentence before a number: "No. 5", "Vol. 2".
BEFORE_NUMBERS = words_of("no nos nr vol pt ep p pp fig bd ca approx min c art núm n nº op s str")
# After a single capital, these words begin a new sentence; any other capitalised word is a surname.
OPENERS = words_of("""
the it i but and this that these those a an in on at he she they we you there here what when where while if as so not no
yes its his her their my our with for from after before however overall still yet also all der die das es er sie ein
le la les il elle un une el los las ella gli o os as ele ela
""")

_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_XML_CHARSET = re.compile(rb"^\s{0,20}<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.-]{2,40})")
_APOSTROPHES = re.compile("['’‘`´ʼ]")
_NOT_WORD = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# One set first, for which `re` can skip; then how a mark of that kind ends.
_END = re.compile(
    r"[.!?…。！？](?:(?<=[.!?…])[.!?…]{0,11}[\"'”’»«“)\]]{0,4}(?=\s)|(?<=[。！？])[。！？]{0,5}[」』”）]{0,3})"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){0,4}[^\W\d_]")
_LETTERS: dict[int, str | None] = {
    **dict.fromkeys(range(0x300, 0x370)),  # combining accents
    **{ord(char): plain for char, plain in zip("øłđıþðæœ", ("o", "l", "d", "i", "th", "d", "ae", "oe"), strict=True)},
}
_TYPOGRAPHY = (("’", ""), ("‘", ""), ("“", " "), ("”", " "), ("–", " "), ("—", " "), ("…", " "), ("\xa0", " "))
_LOWER = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128)) + bytes(range(128, 256))
_PLAIN = "aggregator.plain"  # how `fold` encodes what is not ASCII
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def decode(data: bytes, charset: str | None = None) -> str:
    """Bytes of a page as text without NULs; never raises.

    In order: byte order mark, UTF-8 if the bytes are valid UTF-8 whatever is declared, `charset` (of the HTTP
    header), a `<meta charset>` or XML declaration in the first 2 kB, UTF-8 with few broken bytes, Windows-1252.
    """
    return decoded(data, charset)[0]


def decoded(data: bytes, charset: str | None = None) -> tuple[str, bool]:
    """As `decode`, with whether the bytes are that text in UTF-8 as they stand."""
    text, plain = _decode(data, charset)
    return (text.replace("\0", ""), False) if b"\0" in data and "\0" in text else (text, plain)


def _decode(data: bytes, charset: str | None) -> tuple[str, bool]:
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), False
    wide = b"\0" in data[:4]
    if not wide and not data.isascii():
        try:
            return data.decode(), True
        except UnicodeError:
            pass
    declared = [name for name in (_codec(charset), _sniff(data)) if name]
    first = [name for name in declared if name in SEVEN_BIT or (wide and name.startswith("utf-16"))]
    for name in (*first, "utf-8", *declared):
        try:
            return data.decode(name), name == "utf-8"
        except UnicodeError:
            continue
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken < (len(data) - len(text)) / 4:  # far more whole sequences than broken bytes: UTF-8 with a few accidents
        return text, False
    legacy = next((name for name in declared if not name.startswith("utf")), "cp1252")
    return data.decode(legacy, "replace"), False


def _codec(name: str | None) -> str | None:
    """The codec for a declared charset; None if it is unknown or no charset of web pages."""
    try:
        return CHARSETS.get(codecs.lookup((name or "")[:40]).name)
    except (LookupError, ValueError):
        return None


def _sniff(data: bytes) -> str | None:
    head = data[:SNIFFED]
    match = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    return _codec(match.group(1).decode("ascii")) if match else None


def squash(text: str) -> str:
    """Text with every run of white space as one space, without soft hyphens and zero-width characters."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return " ".join((text if text.isascii() else _INVISIBLE.sub("", text)).split())


def fold(text: str) -> str:
    """A key for comparing: lower case, no accents, `&` as "and", apostrophes gone, other punctuation as one space."""
    return _fold_short(text) if len(text) <= SHORT else _fold(text)


def _fold(text: str) -> str:
    if "&" in text:
        text = text.replace("&", " and ")
    if not text.isascii():
        for mark, instead in _TYPOGRAPHY:
            text = text.replace(mark, instead)
    key = text.encode("ascii", _PLAIN).translate(_LOWER, b"'`")
    while b"  " in key:
        key = key.replace(b"  ", b" ")
    return key.strip().decode()


def _as_plain(error: Any) -> tuple[bytes, int]:
    """What stands for the characters that an encoder met (a `UnicodeEncodeError` names them), and where it goes on."""
    return b"".join(map(_plain, error.object[error.start : error.end])), error.end


@lru_cache(maxsize=4096)
def _plain(char: str) -> bytes:
    """A character without case and accents in UTF-8, a space where it is no part of a word, or nothing."""
    plain = unicodedata.normalize("NFKD", char.casefold()).casefold().translate(_LETTERS)
    bare = "".join([part for part in plain if not unicodedata.combining(part)])
    whole = unicodedata.normalize("NFC", bare)  # Korean syllables, which NFKD takes apart
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", whole)).encode()


codecs.register_error(_PLAIN, _as_plain)
_fold_short = lru_cache(maxsize=16384)(_fold)


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same once case, accents and punctuation are off; empty texts never do."""
    key = fold(one)
    return bool(key) and key == fold(other)


def words(text: str) -> list[str]:
    """The words of a text in order; "don't" and "well-made" are one each."""
    return _WORD.findall(text)


def places_of(part: str, text: str) -> list[int]:
    """Where a part stands in a text."""
    places: list[int] = []
    at = text.find(part)
    while at >= 0:
        places.append(at)
        at = text.find(part, at + 1)
    return places


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its end mark and closing quotes; a line break always ends one."""
    found: list[str] = []
    for line in text.splitlines():
        line = squash(line)
        lower = line.islower()  # a writer without capitals: what follows a full stop tells nothing
        start = 0
        for match in _END.finditer(line):
            end = match.end()
            if _ends_here(line, match.group(), match.start(), end, lower):
                found.append(line[start:end].strip())
                start = end
        if line[start:].strip():
            found.append(line[start:].strip())
    return found


def _ends_here(line: str, mark: str, at: int, end: int, lower: bool) -> bool:
    """Whether the mark at a place of a line ends its sentence."""
    after = end + 1 if line[end : end + 1] == " " else end
    if after >= len(line):
        return True
    if line[after].islower() and not lower:
        return False
    if mark != ".":
        return True
    token = line[max(0, at - 16) : at].rpartition(" ")[2].lstrip("(\"'“‘«[")
    small = token.lower()
    if small in ABBREVIATIONS:
        return False
    if small in BEFORE_NUMBERS and line[after].isdigit():
        return False
    if token.isdigit() and len(token) <= 2:  # "am 3. März"
        return fold(_following(line, after)) not in MONTHS
    if len(token) <= 9 and token.isupper() and _INITIALS.fullmatch(token):
        return fold(_following(line, after)) in OPENERS
    return True


def _following(line: str, after: int) -> str:
    return line[after : after + 24].split(" ", 1)[0]
