"""Answers that stand in a page's place: bot walls, login pages, parked domains, soft 404s, empty shells."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEAD = 60_000
"""Bytes looked at."""
FIRST_LOOK = 8_000
"""Bytes in which there is mostly text enough."""
LITTLE_TEXT = 2_500
"""Characters of visible text up to which a page's title may name a wall: a post that speaks of walls is longer."""
NO_TEXT = 800
"""Characters of visible text up to which words in a page's source may: a wall says what it wants in a few lines."""

HEADER_SIGNS: tuple[tuple[str, str, str], ...] = (
    ("cf-mitigated", r"challenge", "challenge"),
    ("x-datadome", r".", "challenge"),
    ("x-amzn-waf-action", r"challenge|captcha", "challenge"),
    ("sg-captcha", r".", "challenge"),
)
"""Header, pattern of its value, name."""
TITLE_SIGNS: tuple[tuple[str, str], ...] = (
    ("challenge", r"just a moment|attention required!? \||checking your browser|ddos.guard|verify you are human"),
    ("challenge", r"are you (?:a )?(?:human|robot)|making sure you.{1,8}re not a bot|access denied|security check"),
    ("challenge", r"bot verification|one moment, please|pardon our interruption|request blocked|robot challenge"),
    ("login", r"^(?:log ?in|sign ?in|private site|private blog|anmelden|connexion|iniciar sesi[oó]n)\b"),
    ("login", r"protected blog|^this blog is private|(?:log ?in|sign ?in)$|‹ log in"),
    ("parked", r"domain (?:name )?(?:is )?(?:for sale|parked)|buy this domain|hugedomains|domain parking"),
    ("parked", r"expired domain|this domain has expired"),
    ("soft-404", r"\b(?:page|post|site|blog) (?:can.?t be |can ?not be |could not be |was )?not found|\b404\b"),
    ("soft-404", r"^not found|^nothing found|doesn.t exist|blog (?:has been )?(?:removed|deleted|suspended)"),
    ("soft-404", r"account suspended|seite nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada"),
)
"""Name and pattern of a page's title in lower case; only on pages with little text."""
BODY_SIGNS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("challenge", ("/cdn-cgi/challenge-platform", "cf-chl-", "cf_chl_opt", "challenges.cloudflare.com/turnstile"), ""),
    ("challenge", ("_incapsula_resource", "px-captcha", "captcha-delivery.com", "sucuri_cloudproxy_js"), ""),
    ("challenge", ("awswaf.com", "/.well-known/sgcaptcha", "/.within.website/x/cmd/anubis"), ""),
    ("challenge", ("ddos-guard/js-challenge",), ""),
    ("login", ("wp-login.php", "/signin", "/login"), r"<form[^>]{0,300}(?:wp-login\.php|/signin|/login)"),
    ("login", ("marked private by its owner", "private-login-form", "blog is open to invited readers only"), ""),
    ("login", ("accounts.google.com/servicelogin", "accounts.google.com/v3/signin"), ""),
    ("parked", ("sedoparking", "parkingcrew", "bodis.com", "hugedomains.com", "afternic.com", "parklogic"), ""),
    ("parked", ("dan.com/buy-domain", "domain is for sale", "domain may be for sale"), ""),
    ("parked", ("window.park",), r"window\.park\b"),
    ("empty-shell", ("you need to enable javascript", "enable javascript to run", "turn javascript on"), ""),
    ("empty-shell", ("enable javascript to view", "enable javascript to continue"), ""),
    ("empty-shell", ("</div>",), r"<div id=[\"'](?:root|app|__next)[\"']>\s{0,9}</div>"),
)
"""Name, words of which one stands in a page's lower-case source, and the pattern that must fit then."""
NOT_FOUND = re.compile(rb"\bclass=[\"'][^\"'<>]{0,1000}\berror-?404\b", re.IGNORECASE)
"""What themes write of a page that is not there."""

TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{0,1000})", re.IGNORECASE)
BODY = re.compile(rb"</head\s*>|<body\b", re.IGNORECASE)
HIDDEN = re.compile(r"(script|style|noscript|svg|head)\b(?!.*/$)", re.IGNORECASE | re.DOTALL)
"""Elements that a reader does not see."""
HIDDEN_BEGIN = tuple("snhSNH")
_HEADERS = tuple((name, re.compile(pattern, re.IGNORECASE), wall) for name, pattern, wall in HEADER_SIGNS)
_TITLES = tuple((wall, re.compile(pattern)) for wall, pattern in TITLE_SIGNS)
_BODIES = tuple((wall, words, re.compile(pattern)) for wall, words, pattern in BODY_SIGNS)


def wall_of(status: int, headers: Mapping[str, str], body: bytes, *, asked: str = "", got: str = "") -> str | None:
    """The name of what stands in the page's place, or None where it is a page.

    Args:
        status: HTTP status.
        headers: by lower-case name.
        body: the page's bytes.
        asked: the URL that was asked for.
        got: the URL that answered, after redirects.

    Returns:
        "challenge", "login", "parked", "soft-404", "empty-shell" or None.
    """
    for name, pattern, wall in _HEADERS:
        if pattern.search(headers.get(name, "")):
            return wall
    if status == 401:
        return "login"
    if got != asked and re.search(r"/(?:wp-login\.php|log-?in|sign-?in)(?:[/?.]|$)", got, re.IGNORECASE):
        return "login"
    title = TITLE.search(body, 0, HEAD)
    words = " ".join(title[1].decode("utf-8", "replace").lower().split()) if title else ""
    named = next((wall for wall, pattern in _TITLES if pattern.search(words)), None) if words else None
    begins = found.start() if (found := BODY.search(body)) else 0
    ends = begins + HEAD
    if named is None and body.find(b"404", begins, ends) >= 0 and NOT_FOUND.search(body, begins, ends):
        named = "soft-404"
    visible = _shown(body, begins, ends, at_most=LITTLE_TEXT if named else NO_TEXT)
    if named and visible < LITTLE_TEXT:
        return named
    if visible >= NO_TEXT:
        return None
    source = body[:HEAD].decode("utf-8", "replace").lower()
    for wall, signs, pattern in _BODIES:
        if any(sign in source for sign in signs) and pattern.search(source):
            return wall
    return None


def _shown(body: bytes, begins: int, ends: int, *, at_most: int) -> int:
    """Characters that a reader sees, counted up to `at_most`: the article's first, mostly they are enough."""
    article = max(body.find(b"<article", begins, ends), begins)
    if body.rfind(b"<script", begins, article) > body.rfind(b"</script", begins, article):
        article = begins
    visible = _visible(body[article : min(article + FIRST_LOOK, ends)], at_most=at_most)
    if visible < at_most:
        visible = _visible(body[article:ends], at_most=at_most)
    if visible < at_most:
        visible = min(visible + _visible(body[begins:article], at_most=at_most), at_most)
    return visible


def _visible(source: bytes, *, at_most: int) -> int:
    """Characters of text that a reader sees, counted up to `at_most` and no further."""
    seen, hidden = 0, ""
    for piece in source.decode("utf-8", "replace").split("<"):
        tag, _, text = piece.partition(">")
        if hidden:
            if tag[: len(hidden)].lower() != hidden:
                continue
            hidden = ""
        elif tag[:1] in HIDDEN_BEGIN and (match := HIDDEN.match(tag)):
            hidden = f"/{match[1].lower()}"
            continue
        if text and not text.isspace():
            seen += len(" ".join(text.split()))
            if seen >= at_most:
                return at_most
    return seen
