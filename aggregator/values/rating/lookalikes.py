"""What looks like a critic's rating and is none: other people's scores, parts, dates, fractions, certificates, legends."""

from __future__ import annotations

import re
from typing import NamedTuple

from aggregator.values.rating.words import GIVE, GIVE_ARTICLES, OVERALL_WORDS, RATING_LABELS, WEAK_LABELS

WINDOW = 90  # characters before a rating that may hold its label, its subject or its denial

OTHER_SITES = (
    r"imdb\w*|rotten ?tomato\w*|rotten|tomatometer|tomato score|popcornmeter|rt score|metacritic|metascore|cinemascore|letterboxd|filmaffinity|allocin\w+"
    r"|douban|myanimelist|mal score|kinopoisk|filmweb\w*|fandango|moviepilot|senscritique|mymovies|trakt|tmdb|moviemeter|criticker"
    r"|csfd|čsfd|flixster|amazon|netflix|goodreads|mubi|adorocinema|omelete|sensacine|film\.?starts|kritikerrekommendationer|wikipedia|rogerebert\.com"
)
CRITICS = (
    r"ebert|siskel|roeper|peter travers|travers|kermode|maltin|kael|a\. ?o\. scott|dargis|bradshaw|berardinelli|rex reed|stuckmann|jahns"
    r"|jonathan ross|barry norman|boyero|mereghetti|morandini|new york times|nyt|variety|the guardian|guardian|empire(?: magazine)?|total film"
    r"|rolling stone|hollywood reporter|indiewire|entertainment weekly|ew|usa today|time out|village voice|av club|a\.v\. club|slant|ign"
    r"|common sense media|chicago sun-times|telegraph|the times|new yorker|washington post|los angeles times|télérama|cahiers du cinéma|première"
    r"|fotogramas|cinemanía|folha|el país|le monde|die zeit|der spiegel|corriere della sera|la repubblica|gazeta wyborcza|politiken|dagens nyheter"
    r"|(?:other |most |many |some |the |professional )?(?:critics|reviewers|kritiker|critiques|críticos|critici|recensenten|krytycy)"
)
CROWD = (
    r"audience(?: score| rating)?|(?:average |avg\.? )?users?(?:'|'s|s')?(?: (?:score|rating|average|grade))?|readers?(?:'s?|s')?(?: (?:score|rating|average|grade|vote))?|visitors?(?:'|s)?"
    r"|viewers?(?:'|s)?(?: rating)?|community(?: rating| score)?|fan rating|public(?: rating)?|voters?|votes?|your (?:rating|score|vote|grade|turn)|rate (?:this|it|the|our)|average(?: rating| score| user rating)"
    r"|leser\w*|nutzer\w*|besucher\w*|zuschauer\w*|deine (?:wertung|bewertung)|ihre bewertung|durchschnitt\w*"
    r"|note des (?:lecteurs|spectateurs|internautes|membres)|(?:note )?(?:lecteurs|spectateurs|presse|internautes)|votre (?:note|avis)|moyenne des"
    r"|(?:nota |voto |media )?(?:de |dei |del |degli |des )?(?:usuarios|lectores|público|lettori|pubblico|utenti|leitores|usuários|lezers|bezoekers|czytelników|użytkowników|widzów|läsare|läsarnas|besökare|læsere|læsernes|brugere|publikum)"
    r"|tu (?:voto|nota|puntuación)|il tuo voto|sua nota|seu voto|jouw (?:cijfer|waardering)|twoja ocena|ditt betyg|din vurdering|commenters?|kommentatoren"
)
OTHERS = re.compile(rf"\b(?:{OTHER_SITES}|{CRITICS}|{CROWD})(?!\w)")

FAMILY = r"wife|husband|friend|friends|son|daughter|kids?|brother|sister|mom|mum|dad|girlfriend|boyfriend|partner|co-?host|mother|father|companion"
SOMEONE_GAVE = re.compile(  # on the text in its own case: a name that gave, in the past; or he, she, my wife gives
    r"(?:^|[\s(\"])(?:(?!I\b|We\b|It\b|This\b|That\b|The\b|Which\b|Who\b|Also\b|And\b|But\b|So\b)[A-Z][\w.'-]{1,20}(?: (?:&|and|[A-Z][\w.'-]{0,20})){0,4} (?:gave|awarded|rated|had given|has given)"
    rf"|(?:[Hh]e|[Ss]he|[Tt]hey|[Ss]omeone|[Ee]veryone|[Pp]eople|[Mm]y (?:{FAMILY})) (?:just |also |even )?(?:gave|gives?|awarded|awards?|rates?|rated|would give|said))\b"
)
FIRST_PERSON = re.compile(
    r"\b(?:i|i'd|i'll|i'm|i've|we|we'd|my|our|ich|wir|je|nous|mi|yo|eu|ik|wij|jag|jeg|vi|daję|dou|doy|meine?|ma|mon|mio|minha|mijn|moja|min|mitt)\b"
)
OTHERS_AFTER = re.compile(
    rf"\s*[,(–—-]?\s*\(?(?:(?:on|at|from|by|per|according to|bei|auf|laut|sur|selon|en|su|no|na|på|op|volgens|według|in|of)\s+(?:the )?(?:{OTHER_SITES}|{CRITICS}|{CROWD})"
    rf"|(?:{OTHER_SITES}|audience|(?:avg\.?|average)(?: rating)?|(?:user|reader|visitor|viewer|community) (?:rating|score|average)s?)(?!\w)(?!\s?[:=]))"
)
VOTES_AFTER = re.compile(
    r"[\s,.;:(\[–—/|-]*(?:(?:based on|from|avg\.? of|von|sur|basado en|su|out of)\s+)?(?:\d[\d.,]*|no)\s?[a-z]{0,10}\s?"
    r"(?:votes?|voters?|ratings?|reviews?|stimmen?|bewertungen|abstimmungen|votos?|voti|votants?|opiniones|avaliações|stemmen|waarderingen|głos\w*|ocen\w?|röster|stemmer|users|people)\b"
    r"|[\s,.;:(\[–—-]*(?:votes?\b|be the first|click to|noch keine|aucun vote|sin votos|nessun voto|sem votos|nog geen|brak głosów|inga röster)"
)

ASPECTS: frozenset[str] = frozenset(
    ["extras", "extra", "bonus", "features", "feature", "supplements", "special", "commentary", "packaging", "menus", "video", "audio", "picture", "image", "transfer", "sound", "soundtrack", "dvd", "blu", "blu-ray", "bluray", "disc", "3d", "imax", "remaster", "restoration", "subtitles", "presentation", "story", "plot", "script", "screenplay", "writing", "dialogue", "dialog", "narrative", "premise", "concept", "originality", "creativity", "pacing", "editing", "direction", "directing", "director", "acting", "performances", "performance", "cast", "casting", "characters", "character", "cinematography", "camerawork", "visuals", "visual", "effects", "fx", "sfx", "vfx", "cgi", "animation", "art", "design", "costumes", "costume", "makeup", "sets", "setting", "production", "score-music", "music", "songs", "song", "theme", "themes", "atmosphere", "mood", "tone", "action", "stunts", "comedy", "humor", "humour", "laughs", "jokes", "romance", "sex", "nudity", "gore", "violence", "blood", "scares", "scare", "scariness", "fear", "horror", "suspense", "tension", "thrills", "jump", "language", "profanity", "drugs", "drinking", "emotion", "tears", "rewatchability", "rewatch", "replay", "entertainment", "fun", "education", "educational", "realism", "believability", "accuracy", "message", "messages", "morality", "ending", "twist", "climax", "opening", "beginning", "middle", "trailer", "poster", "title", "hype", "anticipation", "expectations", "interest", "kids", "kid-friendly", "family-friendly", "parents", "date", "guilty", "pleasure", "cheese", "cheesiness", "camp", "weirdness", "difficulty", "technical", "execution", "intelligence", "popcorn", "price", "food", "meal", "restaurant", "wine", "beer", "beverage", "drink", "coffee", "snack", "snacks", "theater", "theatre", "cinema", "seats", "seat", "crowd", "venue", "hotel", "game", "gameplay", "graphics", "book", "novel", "album", "show", "episode", "season", "series", "pilot", "phone", "laptop", "product", "recipe", "weather", "chemistry", "villain", "hero", "heroine", "protagonist", "lead", "dance", "choreography", "eye", "candy", "hotness", "cuteness", "feels", "influence", "legacy", "impact", "positive", "role", "models", "diversity", "representation", "bechdel", "handlung", "drehbuch", "darsteller", "schauspieler", "regie", "kamera", "musik", "spannung", "spaß", "action", "humor", "gefühl", "anspruch", "erotik", "bild", "ton", "effekte", "ausstattung", "kostüme", "atmosphäre", "schnitt", "bonusmaterial", "buch", "spiel", "gewalt", "romantik", "logik", "idee", "besetzung", "scénario", "réalisation", "mise-en-scène", "mise", "scène", "acteurs", "jeu", "interprétation", "musique", "image", "son", "photographie", "montage", "humour", "émotion", "rythme", "décors", "suspense", "livre", "guion", "guión", "dirección", "actuaciones", "actuación", "reparto", "fotografía", "música", "efectos", "historia", "montaje", "banda", "sonora", "vestuario", "interpretaciones", "ritmo", "sonido", "trama", "regia", "sceneggiatura", "recitazione", "fotografia", "musica", "colonna", "suono", "effetti", "montaggio", "cast", "storia", "interpretazione", "scenografia", "ritmo", "libro", "roteiro", "direção", "atuações", "elenco", "trilha", "efeitos", "história", "enredo", "som", "verhaal", "regie", "acteerwerk", "acteurs", "muziek", "beeld", "geluid", "spanning", "fabuła", "scenariusz", "reżyseria", "aktorstwo", "muzyka", "zdjęcia", "klimat", "efekty", "dźwięk", "manus", "skådespeleri", "foto", "ljud", "musik", "handling", "regi", "instruktion", "skuespil", "historie", "billede", "lyd", "ekstra", "ekstramateriale"]
)
ASPECT_FILLERS: frozenset[str] = frozenset(
    ["factor", "quality", "value", "level", "of", "the", "week", "month", "day", "and", "&", "a", "an", "in", "for", "rating", "score", "grade", "overall's", "bonus", "main", "special", "amount", "how", "my", "our", "total", "its", "content", "design", "per", "de", "la", "le", "du", "des", "der", "die", "das", "und", "et", "y", "e", "il", "del", "della", "des", "da", "do", "van", "het", "en", "i", "och", "og", "o", "das", "aux", "al", "lo", "los", "las", "note", "nota", "voto", "punkte", "wertung", "rate", "meter", "index", "points", "stars-for"]
)

PART_WORDS = (
    r"part|chapter|ch\.|disc|disk|dvd|cd|episode|episodes|ep\.?|vol(?:ume)?\.?|page|day|week|round|no\.?|number|issue|season|act|book|level|stage"
    r"|phase|step|game|lap|route|highway|gate|platform|section|size|teil|folge|kapitel|tag|staffel|woche|seite|platz|nr\.?|partie|épisode|tome|saison|jour|page"
    r"|parte|capítulo|capitulo|episodio|temporada|día|página|puntata|capitolo|stagione|giorno|pagina|episódio|dia|aflevering|deel|dag|seizoen|pagina"
    r"|odcinek|część|sezon|dzień|strona|avsnitt|del|säsong|dag|sida|afsnit|sæson|side|take|top|slide|photo|image|picture|foto|bild|comments?|replies"
    r"|views|likes|shares|pages|seasons|year|grade level|f|version|apollo|district|#"
)
PART_BEFORE = re.compile(rf"(?:^|[^\w])(?:{PART_WORDS})[\s:#–—.-]*$|#\s?$")

DATE_BEFORE = re.compile(
    r"(?:^|[^\w])(?:on|by|theat(?:er|re)s?|cinemas?|kinos?|cines|since|until|till|opens?|opened|opening|released?|release date|premiere[sd]?|premiering|from|before|after|dated?|posted|published"
    r"|seen|watched|viewed|updated|due|starts?|airs?|aired|every|out|this|next|last|vom|am|seit|bis|kinostart|start|ab|sortie|le|du|au|el|desde|estreno|il|dal|uscita|em|desde|estreia|op|vanaf|od|do|dnia|premiera|den|från|premiär|fra|premiere"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\.?,?)[\s:(]*$"
)
DATE_AFTER = re.compile(r"\s*(?:at \d|@|\d{1,2}:\d\d|[ap]\.?m\.?\b|uhr\b|-\s?\d{1,2}/\d|–\s?\d{1,2}/\d)")

SHARE_AFTER = re.compile(  # a share of something, not a mark
    r"[\s-]*(?:of (?!\d|five|four|ten|course)|through\b|into\b|way\b|times?\b|people\b|dentists?\b|doctors?\b|viewers?\b|men\b|women\b|kids\b|guys\b"
    r"|critics\b|brothers?\b|sisters?\b|films?\b|movies\b|scenes?\b|cases\b|jokes\b|americans\b|households\b|cats\b|experts?\b|marriages\b|children\b|students\b|teenagers\b|of every\b|every\b"
    r"|der\b|des\b|aller\b|davon\b|du\b|de l'|de la\b|de los\b|de las\b|del\b|della\b|dei\b|delle\b|dos\b|das\b|da\b|van de\b|van het\b|av filmen|af filmen|mal\b|fois\b|veces\b|volte\b|vezes\b|keer\b|razy\b|gånger\b|gange\b"
    r"|menschen\b|leuten?\b|personnes\b|personas\b|persone\b|pessoas\b|mensen\b|osób\b|filmen?\b|filme\b)"
)
SHARE_BEFORE = re.compile(
    r"(?:^|[^\w])(?:first|last|final|about|nearly|roughly|almost|approximately|remaining|other|the|ersten?|letzten?|fast|etwa|premiers?|derniers?|presque|primer[ao]s?|últim[ao]s?|casi|prim[io]|ultim[io]|quasi|primeir[ao]s?|eerste|laatste)\s+$"
)
PERCENT_AFTER = re.compile(
    r"\s*(?:of\b|less\b|more\b|committed\b|sure\b|certain\b|off\b|discount|better\b|worse\b|funnier\b|chance|on (?:rotten|rt)\b|real\b|true\b|rabatt|de\b|des\b|du\b|del\b|della\b|der\b|dei\b|dos\b|van\b|av\b|af\b|mehr\b|weniger\b|plus\b|moins\b|más\b|menos\b|[a-z-]*(?:er|est)\b|positive\b|fresh\b|rotten\b|accurate\b|cotton|alcohol|abv\b|correct\b|agree|on board|behind|convinced|effort|genuine)"
)

DENIED = re.compile(
    r"(?:^|[^\w])(?:expect(?:ed|ing)?|hop(?:ed|ing) for|first (?:saw|time|watched|viewing)|originally|used to|initially|back then|(?:would|could|should|might)(?:'ve| have) (?:been|given|got|gotten|made|earned)"
    r"|instead of|rather than|not (?:quite |really |exactly )?(?:an?|worth|deserve)|isn't|wasn't|never|(?:better|worse|more|less|higher|lower) than|previous(?:ly)?|last time|last year|at first|as a kid"
    r"|erwartet|ursprünglich|wäre|hätte|statt|kein[e]?|attendais|au lieu d|aurait|esperaba|en lugar de|habría|aspettavo|invece di|avrebbe|esperava|em vez de|verwacht|in plaats van|oczekiwał\w+|zamiast|förväntade|istället för|forventede|i stedet for)(?:[^\w]|$)"
)
IF_GIVEN = re.compile(
    r"(?:^|[^\w])(?:if|when|whenever|se|si|wenn|als|om|hvis|jeśli|gdy|quando|cuando|quand)\s+(?:i|you|we|ich|man|je|on|yo|eu|ik|jag|jeg)?\s?[\w'ęą]{1,12}\s.{0,12}$"
)
ANY_FILM_AFTER = re.compile(
    r"\s*(?:stars?|points?)?\s*(?:to|a|à|für|voor|til|till|ao|per|for)\s+(?:an?|any|un|una|uno|une|einen|um|uma|een|en|et|ett)\s+(?:\w+ )?(?:film|movie|pel[ií]cula|filme|horror|comedy|flick)"
)

CERTIFICATE = re.compile(
    r"\b(?:mpaa|bbfc|fsk|usk|pegi|cert(?:ificate|ificat|ified|ification)?|kijkwijzer|ages?|altersfreigabe|freigegeben|clasificación por edades|classificação indicativa"
    r"|content rating|age rating|parental|vietato|interdit|menores|aldersgrænse|åldersgräns|censura|minimumleeftijd|od lat|tv|pg|nc|rated)\W{0,3}$"
)
CERTIFICATE_NUMBERS: frozenset[float] = frozenset({11, 12, 13, 14, 15, 16, 17, 18, 19, 21})

RANGE_BEFORE = re.compile(r"\d\s?(?:%|stars?)?\s?(?:-|–|—|to|bis|à|a|al|tot|till|til|do|and|und|et|y|e|en|och|og)\s?$")
LEGEND_AFTER = re.compile(r"\s*=\s*\S|\s?:\s*[^\W\d]")
LEGEND_PHRASE = re.compile(r"\s?[-–—]\s*[^\W\d_][^.!?]{2,40}$")
LEGEND_TALK = re.compile(
    r"\b(?:ratings? (?:go|goes|range|scale|system|guide|key)|i rate (?:on|from)|rated (?:on|from)|scale of|scale from|how (?:i|we) rate|legend|bewertungsskala|no half|barème|escala de|skala ocen)\b"
)

STARS_BEFORE = re.compile(
    r"(?:^|[^\w])(?:the|its|his|her|their|these|those|both|all|other|main|lead|biggest?|young|male|female|rising|famous|tv|movie|screen|no|without|many|few|more|fewer|less|any|a few|first|with|between|of|keine|die|sans|les|sin|las|los|senza|le|sem|as|geen|de|bez|utan|uden)\s+$|'s\s+$"
)
STARS_AFTER = re.compile(
    r"[ -]*(?:hotels?|restaurants?|resorts?|generals?|cast|meals?|services?|accommodations?|chefs?|cuisine|recruits?|reviews|ratings? system|system|luxury|rating scale|treatment|studded|aligned|align|shine|trek|wars"
    r"|hôtel|generäle|admiral|petty)\b"
    r"|\s+(?:in the|who|are|were|have|had|play|shine|of (?!\d|five|four|ten|six)|from (?!me)|that|whose|is born|born)\b|\s?\(\d{4}\)"
)

LETTER_BEFORE = re.compile(
    r"(?:^|[^\w])(?:plan|exhibit|section|group|class|type|vitamin|series|side|part|category|schedule|appendix|hepatitis|team|level|channel|room|building|option|point|act|blood|variant|serie|big|mel|cardi|melanie|kenny|jay|spinal|track|number|world war|model|bra|cup|studio|stage|block|row|seat|gate|exit)\s+$",
    re.IGNORECASE,
)
LETTER_AFTER = re.compile(
    r"[\s-]*(?:list|movie|film|team|side|grade|picture|lister|roll|plot|story|cup|sharp|flat|minor|major|road|student|word|rated)",
    re.IGNORECASE,
)

UNRATED_UNITS: frozenset[str] = frozenset(
    ["minutes", "minute", "min", "mins", "minuten", "minuti", "minutos", "minuter", "minutter", "hours", "hour", "hrs", "stunden", "heures", "horas", "ore", "years", "year", "jahre", "ans", "años", "anni", "anos", "jaar", "lat", "år", "days", "day", "weeks", "week", "months", "votes", "vote", "reviews", "review", "ratings", "comments", "comment", "people", "million", "billion", "dollars", "dollar", "bucks", "euros", "euro", "pounds", "oscars", "nominations", "wins", "awards", "films", "movies", "episodes", "seasons", "times", "lines", "words", "pages", "actors", "characters", "sequels", "scenes", "parts", "chapters", "reasons", "things", "kids", "children", "chances", "seconds", "second", "percent", "th", "st", "nd", "rd", "pm", "am", "mm", "k", "p", "fps", "inches", "feet", "miles", "degrees", "screens", "theaters", "theatres", "songs", "tracks", "copies"]
)


class Label(NamedTuple):
    """What stands before a rating: kind is "overall", "rating", "give", "aspect", "words" or "" (nothing)."""

    kind: str
    start: int


_LABEL = "|".join(sorted((re.escape(label) for label in RATING_LABELS), key=len, reverse=True))
_QUALIFIER = r"(?: (?:is|was|would be|of|for|by|from|door|von|ist|wäre|est|es|é|è|jest|är|er|pour|para|per|för|til|voor|del|de|du|a|the|this|film|movie|myself|myz?elf|mijzelf|me|mine|dla|do|filmu|filme|filmen|pel[ií]cula)){0,4}"
LABEL_BEFORE = re.compile(
    rf"(?:^|[^\w])(?P<label>{_LABEL}){_QUALIFIER}[\s:=.…–—>»(\[\"'*_~|@-]*(?:(?:an?|ein|eine|un|une|una|um|uma|een|en|solid|strong|a solid) )?[(\[\"'*_]*$"
)
GIVE_BEFORE = re.compile(
    r"(?:^|[^\w])(?P<label>"
    + "|".join(GIVE)
    + rf")[\s:]+{GIVE_ARTICLES}(?:about |at least |only |just |around |etwa |nur )?[(\[\"'*_]*$"
)
_JOINED = re.compile(r"[:=–—(\[|-]")
_CUT = re.compile(r"[|;•·\n]|[.!?…](?:\s|$)|\s[–—]\s(?=.*:)")
_TRIM = " \t:=.…–—>»([\"'*_~-|"


def segment_start(low: str, start: int) -> int:
    """Where the clause begins that leads up to `start`, at most WINDOW characters before it."""
    floor = max(0, start - WINDOW)
    cuts = [
        match.end()
        for match in _CUT.finditer(low, floor, start)
        if match.end() < start and low[match.end() : start].strip(_TRIM)
    ]
    return cuts[-1] if cuts else floor


def label_before(low: str, start: int) -> Label:
    """The label that leads up to a rating which begins at `start`; `low` is the line in lower case."""
    begin = segment_start(low, start)
    segment = low[begin:start]
    if not segment.strip(_TRIM):
        return Label("", start)
    match = LABEL_BEFORE.search(segment)
    if match and not (match["label"] in WEAK_LABELS and not _JOINED.search(segment, match.end("label"))):
        words = segment[: match.end("label")].split()
        if any(word.strip(_TRIM) in OVERALL_WORDS for word in words):
            return Label("overall", begin + match.start("label"))
        if not is_aspect(segment[: match.start("label")]):
            return Label("rating", begin + match.start("label"))
        return Label("aspect", begin)
    if is_aspect(segment):
        return Label("aspect", begin)
    if match := GIVE_BEFORE.search(segment):
        return Label("give", begin + match.start("label"))
    return Label("words", begin)


def is_aspect(label: str) -> bool:
    """Whether a label names a part of a film, or another thing, that is marked: "Scare factor", "wine of the week"."""
    words = [word.strip(".,()[]\"'*_:") for word in label.strip(_TRIM).replace("/", " ").split()]
    words = [word for word in words if word and word not in {"-", "–", "—"} and not word.isdigit()]
    return (
        0 < len(words) <= 6
        and any(word in ASPECTS for word in words)
        and all(word in ASPECTS or word in ASPECT_FILLERS for word in words)
    )


def is_someone_elses(text: str, low: str, start: int, end: int) -> bool:
    """Whether the rating at text[start:end] is another site's, another critic's or the crowd's."""
    if VOTES_AFTER.match(low, end):
        return True
    segment = low[segment_start(low, start) : start]
    mine = FIRST_PERSON.search(segment) is not None
    if OTHERS.search(segment) and not (
        mine and re.search(r"\bmy (?:rating|score|grade)|\bi(?:'d|'ll)? (?:give|gave|rate)", segment)
    ):
        return True
    if SOMEONE_GAVE.search(text, max(0, start - WINDOW), start):
        return True
    return OTHERS_AFTER.match(low, end) is not None and not mine


def is_denied(low: str, start: int, end: int) -> bool:
    """Whether the words around say that the mark is not given: expected, given long ago, given to any such film."""
    segment = low[segment_start(low, start) : start]
    return bool(DENIED.search(segment) or IF_GIVEN.search(segment) or ANY_FILM_AFTER.match(low, end))


def is_legend(low: str, end: int, *, unit: bool) -> bool:
    """Whether what stands behind a rating explains the scale: "5 stars = a masterpiece"; `unit`: the scale is named."""
    return bool(LEGEND_AFTER.match(low, end) or (unit and LEGEND_PHRASE.match(low, end)))
