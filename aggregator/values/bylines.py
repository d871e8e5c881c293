"""Who wrote a post, from the text of its by-line."""

from __future__ import annotations

import re
from functools import lru_cache

from aggregator.values.date_words import WEEKDAYS
from aggregator.values.dates import date_spans
from aggregator.values.months import MONTHS
from aggregator.values.name_words import CUTS
from aggregator.values.names import is_name, trim_name
from aggregator.values.patterns import Pattern
from aggregator.values.text import fold, squash
from aggregator.values.vocabulary import phrases_of, words_of

LONGEST_BYLINE = 300  # characters that are read
LONGEST_NAME = 50
MOST_WORDS = 6
LONGEST_SHORT = 4  # characters of "Jr." and its like, whose full stop belongs to the name
DAY_GAP = 2  # characters between a weekday and its date

# The word right before the writer; the short ones count only after words of a by-line, or in lower case.
PREPOSITIONS = (
    "by",
    "von",
    "vom",
    "par",
    "por",
    "di",
    "da",
    "door",
    "av",
    "af",
    "przez",
    "oleh",
    "od",
    "autorstwa",
    "של",
)
UNLIKE_NAMES = frozenset(("by", "par", "por", "door", "przez", "oleh"))  # prepositions that begin no family name
# What else stands before the writer (folded).
LEADS = words_of("""
a an the this on in at posted post posts published publish written writer writes review reviews reviewed reviewer film
films movie movies blog guest article articles story words text author authors submitted contributed contributor
created uploaded added filed under entry critic critique critiqued essay column view all more read see other from
about our my photo words watched rewatched seen viewed gesehen visto uhr am um im in den der die das ein eine einer
geschrieben verfasst veroffentlicht erstellt gepostet autor autorin kritik filmkritik rezension beitrag artikel
gastbeitrag alle beitrage ansehen mehr uber publie publies ecrit redige rediges redigee poste le la les un une
critique critiques article articles auteur autrice propose signe texte film tous voir par dans publicado publicada
escrito escrita el los las un una critica resena entrada autora autor texto ver todas entradas enviado scritto scritta
pubblicato pubblicata postato il lo recensione articolo autore autrice testo tutti gli articoli inserito postado
enviado resenha critica texto autoria em o os ver todos geschreven gepubliceerd geplaatst op recensie auteur artikel
tekst napisane napisal napisala opublikowane opublikowano autor autorka recenzja tekst dodane wpis skriven skrevet
publicerad publicerat udgivet publisert postat anmeldt anmeldelse anmalan skrivet was text tekst forfatter forfattare
skribent den kirjoittanut julkaissut ditulis diposting recension dipublikasikan penulis ulasan napsal autora pridal
szerzo irta scris publicat yazan yazar автор текст рецензия eingestellt upplagd upplagt inlagd inlagt indsendt lagt inn
gepost ingezonden zamieszczone zamiescil zamiescila wstawione wyslane oprettet tilfojet
""")
# The words of a by-line of which one at least speaks of a writer (folded).
WRITERS = frozenset(PREPOSITIONS) | words_of("""
author writer written words text submitted contributed contributor critic critique reviewer reviewed autor autorin
geschrieben verfasst kritiker auteur autrice auteure ecrit redige signe autora escrito escrita texto autore scritto
scritta testo geschreven tekst napisane napisal napisala autorka skriven skrivet skrevet skribent forfatter forfattare
kirjoittanut ditulis penulis napsal irta scris yazan yazar автор текст
""")
# Nobody in particular (folded).
PLACEHOLDERS = phrases_of("""
admin|administrator|administrators|admins|site admin|siteadmin|blog admin|wp admin|wpadmin|adminuser|webmaster|root
superuser|super user|sysadmin|system|moderator|owner|user|username|user name|default|test|tester|demo|guest|guests
guest author|guest blogger|guest contributor|guest critic|guest post|guest poster|guest reviewer|guest writer|editor
editors|the editor|the editors|editor in chief|managing editor|editorial|editorial staff|editorial team
editorial board|editorial desk|news desk|newsdesk|newsroom|staff|staff writer|staff writers|staff reporter|the staff
our staff|site staff|team|the team|our team|contributor|contributors|contributing writer|author|authors|the author
unknown author|unknown|anonymous|anon|anonym|nobody|no one|none|null|undefined|nan|n a|na|blogger|wordpress
wordpress com|wp|ghost|jekyll|hugo|me|myself|i|you|we|us|publisher|writer|the writer|reviewer|the reviewer|critic
member|profile|name|your name|firstname lastname|first last|john doe|jane doe|lorem ipsum|请设置文章作者|author name
press release|pressrelease|associated press|redaktion|die redaktion|gast|gastautor|gastautorin|gastbeitrag|unbekannt
verwalter|benutzer|redaktionsteam|redaction|la redaction|equipe|lequipe|invite|anonyme|administrateur|webmestre|auteur
auteur invite|inconnu|redaccion|la redaccion|equipo|el equipo|anonimo|administrador|invitado|autor invitado|autor
autora|colaborador|desconocido|redazione|la redazione|staff redazione|amministratore|ospite|autore|collaboratore
sconosciuto|redacao|a redacao|da redacao|convidado|colaborador convidado|desconhecido|redactie|de redactie|gastauteur
gastblogger|beheerder|anoniem|onbekend|redakcja|gosc|anonimowy|redaktor|nieznany|redaktionen|gast skribent
gastskribent|okand|redaksjonen|gjest|administratoren|gaest|gaesteskribent|ukendt|ukjent|toimitus|yllapitaja|vieras
tuntematon|redakce|host|szerkesztoseg|szerkeszto|vendeg|redactia|misafir|yonetici|editoru|redaksi|tim redaksi|penulis
penulis tamu|tidak diketahui|редакция|админ|администратор|гость|аноним|автор
""")
# Of whom a name with such a word is made: the editors, whatever else stands beside them (folded).
EDITORS = words_of("redaktion redazione redaccion redaction redacao redactie redakcja redakce redaksi redaktionen")
# What stands where a by-line could, and names nobody (folded).
FURNITURE = phrases_of("""
leave a comment|leave a reply|leave comment|no comments|comments|comment|read more|continue reading|more|home|about
about me|about us|about the author|about this author|about author|contact|follow|follow me|subscribe|view profile
view my complete profile|my profile|email|e mail|email this|blogthis|permalink|permanent link|link|reply|edit|share
share this|print|print this|uncategorized|uncategorised|reviews|review|movie reviews|film reviews|movie review
film review|movies|films|news|blog|post|posts|all posts|previous|next|view archive
view all|tweet|tweet share|share tweet|rss|atom|rss feed|atom feed|view profile|read all|all|show all|login|log in
search|menu|archives|archive|rating|tags|website|posted by|written by|by|reviewed by|published|posted|recent posts
related posts|facebook|twitter|category|categories|topics|kategorie|kategorien|categorie|categoria
instagram|youtube|kommentar|kommentare|kommentar hinterlassen|keine kommentare|uber mich|impressum|weiterlesen
startseite|commentaires|laisser un commentaire|lire la suite|accueil|a propos|comentarios|deja un comentario|leer mas
inicio|commenti|lascia un commento|leggi tutto|continua a leggere|comentar|leia mais|deixe um comentario|sobre mim
lees meer|reacties|czytaj dalej|komentarze|brak komentarzy|las mer|les mer
""")

REPLIES = words_of("""
comment comments reply replies commentaire commentaires reponse reponses comentario comentarios respuesta respuestas
resposta respostas commento commenti risposta risposte kommentar kommentare kommentarer antwort antworten reactie
reacties antwoord komentarz komentarze odpowiedz svar
""")
"""Labels before the ways in which readers answer: "Comments: by mail" (folded)."""

_WEEKDAYS = frozenset(word for row in WEEKDAYS.values() for word in row.split() if len(word) > 3)
_DAYS = frozenset(word for row in WEEKDAYS.values() for word in row.split() if len(word) > 5)
_SMALL_WORDS = CUTS | LEADS
_BESIDE = LEADS.union(PREPOSITIONS)
_MAIL_WITH_NAME = Pattern(r"\S{1,80}@\S{1,80} ?\(([^()]{1,80})\)")
_NOISE = Pattern(
    r"https?://\S{1,200}|www\.\S{1,200}|\(?<?\S{1,80}@[\w.-]{1,80}\.\w{2,12}>?\)?|\(?@\w{1,30}\)?"
    r"|\([^()]{0,80}\)|\[[^\[\]]{0,80}\]"
)
_HANDLE_OF_NAME = Pattern(r"@(?=[^\W\d_]{2,20} [^\W\d_]{2})")  # "@Ada Quill" is a name, "@adaq" is none
_SEPARATOR = Pattern(
    r"\s*[|•·∙●★»«›‹\n\t]\s*|\s+[–—/~:-]+\s+|\s*[–—]\s*(?=\d)|\.\s+(?=Posted|Filed|Published|Tagged|Bookmark)"
    r"|(?<=[^\W\d_])\s?(?=\d{1,3} ?min(?:ute)?s? )"  # a reading time set beside the writer
)
_POSTED = Pattern(
    r"(?:this )?(?:(?:entry|post|article|review) )?(?:was |is )?(?:posted|published|filed|submitted) [^.!?]{1,90}?"
    r"\sby\s"
    r"|(?:this is |here is )?(?:an? )?guest (?:post|review|article)[^.!?]{0,30}?\sby\s",
    re.IGNORECASE,
)
_LEAD_WORD = Pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?\.?|\d{1,3}\.?|[:,]")
_LABEL = Pattern(r"\s*([^:|]{2,30})\s*:\s*")
_SPACED_LABEL = Pattern(r"(?<=\w) : ")  # as French sets its labels: "Auteur : Ada"
_BIOGRAPHY = Pattern(
    r"\s(?:is|was|has|have|are|who|lives|writes|wrote|loves|grew|studied|works|started|enjoys|holds|believes|runs|ist|lebt|schreibt"
    r"|est|vit|écrit|es|vive|escribe|è|scrive|é|escreve|jest|är|er)\s"
)
_TAIL = Pattern(
    r"[\s,]+(?:(?:on|at|am|um|le|el|il|em|op|dnia|den|kl|@|à)\s+)?(?:\d{1,2}(?:[:/.]\d|\s+\w|(?:st|nd|rd|th)\b)|\d{4}\b).*$"
    r"|\s+(?:in|under|dans|unter|filed)\s+(?:[A-Z#\"“'«]|the\b).*$"
    r"|\s+on\s+#.*$|\s+(?:[Oo]n|[Ii]n|[Dd]ate|[Tt]ags?|[Tt]agged|[Cc]ategor(?:y|ies)|[Pp]osted|[Pp]ublished)\s?:.*$"
    r"|\s+(?:of|from)\s+(?:[A-Z]|the\b).*$"
    r"|\s+@\s.*$|[\s,.]+(?:Published|Posted|Updated|Filed|Tagged|Last updated)\b.*$"
    r"|\s+(?:for|für|pour|para|per|voor|dla)\s+(?:[A-Z]|the\b|www).*$"
    r"|\s+(?:on|am|le|el|il|em|op|dnia|den)\s+(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b.*$"
    r"|\s+(?:on|am|le|el|il|em|op|dnia|den|at|um|alle|in|dans|unter|under|às|kl"
    r"|yesterday|today|last updated|updated|published|posted|filed|leave"
    r"|follow|reads?|no comments?|comments?)[\s,.:]*$"
)
_ABOUT = Pattern(
    r"(?:about(?: the| this)? (?:author|writer|reviewer|critic)|über (?:den autor|die autorin)|à propos de l['’]auteur"
    r"|sobre (?:el|la|o|a) autora?|(?:informazioni )?sull['’]autore|over de auteur|o autorze|om författaren|about)"
    r"\b[\s:–—|-]{0,6}",
    re.IGNORECASE,
)
_CREDIT = Pattern(
    r"(?:an? |un |ein )?(?:film|movie|story|screenplay|music|photos?) (?:by|von|de|di|par|por|av)\b", re.I
)
_MONTH_TAIL = Pattern(r"[\s,]+(?P<month>[^\W\d_]+)\.?(?:[/–-][^\W\d_]+)? (?:19|20)\d\d\s*$")
_PAIR = Pattern(r"\s+(?:and|&|und|et|y|e|en|och|og|i|ja|dan|with)\s+|\s*[,&+/]\s*")
_SENTENCE = Pattern(r"[^\W\d_]{3,}[.!?…]+\s+\S|[?…]|\w[!;]")
_DOMAIN = Pattern(r"\S+\.(?:com|net|org|co|uk|de|fr|it|es|blog|info|tv|io|me|pl|nl|br|htm|html|php)", re.IGNORECASE)


def parse_author(text: str) -> str | None:
    """The writer whom a by-line names, as the page spells the name; two writers stay one text ("X and Y").

    By-line words, dates, categories, mail addresses, links and biographies are cut off. None for placeholders such as
    "admin" and "Editorial Team", for sentences, and for anything that names nobody.
    """
    return _author(text[:LONGEST_BYLINE])


@lru_cache(maxsize=2048)
def _author(text: str) -> str | None:
    plain = squash(text[: LONGEST_NAME + 1])
    if not _BESIDE & set(fold(plain).split()) and _acceptable(plain) and is_name(plain):
        return plain
    mail = _MAIL_WITH_NAME.fullmatch(text.strip())
    text = _plain(mail.group(1) if mail else text)
    posted = _POSTED.match(text)
    text = text[posted.end() :] if posted else text
    parts = [squash(part) for part in _SEPARATOR.split(text)]
    led = [(_without_lead(part), part) for part in parts if part]
    ordered = [rest for rest, part in led if rest != part] + [rest for rest, part in led if rest == part]
    first = None
    for name in map(_clean, ordered):
        if name and is_name(name):
            return name
        first = first or name
    return first


def parse_byline(text: str) -> str | None:
    """The writer to whom words of a by-line lead ("Posted on 3 March by Ada Quill"); None for a line without them."""
    return _byline(text[:LONGEST_BYLINE])


@lru_cache(maxsize=2048)
def _byline(text: str) -> str | None:
    if WRITERS.isdisjoint(fold(text).split()) or fold(text[:LONGEST_NAME].partition(":")[0]) in REPLIES:
        return None
    text = _SPACED_LABEL.sub(": ", squash(_plain(text)), count=1)
    for part in _SEPARATOR.split(text):
        days = [(start, end) for _, start, end in date_spans(part)]
        own = part[days[0][1] :].lstrip(" ,.:;-–—") if days and days[0][0] == 0 else part
        posted = _POSTED.match(own)
        rest = own[posted.end() :] if posted else _without_lead(own)
        led = rest != own and not WRITERS.isdisjoint(fold(own[: len(own) - len(rest)]).split())
        name = _clean(rest) if led and not _CREDIT.match(own) else None
        if name:
            return name
    return None


def _plain(text: str) -> str:
    """A text without addresses, handles and brackets; what stands whole in brackets is taken out of them."""
    text = _HANDLE_OF_NAME.sub("", text.strip())
    return _NOISE.sub(" ", text[1:-1] if text[:1] == "(" and text[-1:] == ")" and text.count("(") == 1 else text)


def _without_lead(text: str) -> str:
    """A text after its by-line words: "Posted on March 3, 2019 by Ada" -> "Ada"; unchanged if it has none."""
    text = _ABOUT.sub("", text, count=1) if _ABOUT.match(text) else text
    label = _LABEL.match(text)
    if label and all(word in LEADS or word in PREPOSITIONS for word in fold(label.group(1)).split()):
        return _without_lead(text[label.end() :])
    days = [(start, end) for _, start, end in date_spans(text)]
    if days and days[0][0] == 0:
        return _without_lead(text[days[0][1] :].lstrip(" ,.:;-–—at"))
    at = 0
    for match in _LEAD_WORD.finditer(text):
        if any(start <= match.start() < end for start, end in days):
            continue
        if any(0 < start - match.end() <= DAY_GAP for start, _ in days):
            continue  # a weekday of whatever language
        word = fold(match.group())
        if word in PREPOSITIONS and _counts(text, match):
            return text[match.end() :].lstrip(" :")
        at += 1
        if (word and not word.isdigit() and word not in LEADS and word not in PREPOSITIONS) or at > 16:
            return text
    return text


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether a preposition introduces a writer: "Von Trier" alone is a name, "von Ada" is not."""
    if match.start() > 0 or match.group().lower() in UNLIKE_NAMES:
        return True
    return match.group().islower() or len(text[match.end() :].split()) > 1


def _clean(text: str) -> str | None:
    for _, start, _ in date_spans(text)[:1]:
        text = text[:start]
        name, _, day = text.rstrip(" ,.").rpartition(" ")
        text = name if name and fold(day) in _WEEKDAYS else text
    month = _MONTH_TAIL.search(text)
    if month and fold(month["month"]) in MONTHS:
        text = text[: month.start()]
    for _ in range(3):  # a tail may hide another: "in Reviews on"
        whole, text = text, _TAIL.sub("", text)
        if text == whole:
            break
    biography = _BIOGRAPHY.search(text)
    if biography:
        text = text[: biography.start()]
        if not is_name(text) and len(text.split()) > 1:
            return None
    text = _names_only(trim_name(text))
    if text.endswith(".") and text.count(".") == 1 and len(text.split()[-1]) > LONGEST_SHORT:
        text = text[:-1]
    return text if _acceptable(text) else None


def _names_only(text: str) -> str:
    """A text without what follows a writer's name after a comma: "Ada Quill, Film Critic"."""
    first, *others = dict.fromkeys(text.split(", "))
    if others and fold(others[-1]) in FURNITURE:
        return _names_only(", ".join([first, *others[:-1]]))
    if not others or all(is_name(part, allow_single=True) for part in _PAIR.split(text)):
        return ", ".join([first, *others])
    return trim_name(first)


def _acceptable(text: str) -> bool:
    """Whether a text can be what somebody is called."""
    key = fold(text)
    words = text.split()
    if not key or key in PLACEHOLDERS or key in FURNITURE or not any(map(str.isalpha, key)):
        return False
    if len(text) > LONGEST_NAME and not all(is_name(part) for part in _PAIR.split(text)):
        return False
    if not EDITORS.isdisjoint(key.split()) or "powered by " in key:
        return False
    if _SENTENCE.search(text) or _DOMAIN.fullmatch(text) or any(part in PLACEHOLDERS for part in key.split(" and ")):
        return False
    if len(words) == 1:
        return key not in CUTS or (text[0].isupper() and len(key) > 3 and key not in LEADS)
    if len(words) > MOST_WORDS and not all(is_name(part) for part in _PAIR.split(text)):
        return False
    if words[0].isdigit() or any(word in _DAYS for word in key.split()):
        return False
    lower = [word for word in words if word.islower() and fold(word) in _SMALL_WORDS]
    return 2 * len(lower) < len(words) and words[0] not in lower
