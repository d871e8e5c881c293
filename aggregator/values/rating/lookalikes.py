"""What looks like a critic's rating and is none: other people's scores, parts, dates, shares, certificates, legends."""

from __future__ import annotations

import re

from aggregator.values.patterns import Pattern
from aggregator.values.rating.labels import WINDOW, segment_start
from aggregator.values.rating.things import ASPECTS

OTHER_SITES = (
    r"imdb\w*|rotten ?tomato\w*|rotten|tomatometer|tomato score|popcornmeter|rt score|metacritic|metascore"
    r"|cinemascore|letterboxd|filmaffinity|allocin\w+"
    r"|douban|myanimelist|mal score|kinopoisk|filmweb\w*|fandango|moviepilot|senscritique|mymovies|trakt|tmdb"
    r"|moviemeter|criticker"
    r"|csfd|čsfd|flixster|amazon|netflix|goodreads|mubi|adorocinema|omelete|sensacine|film\.?starts"
    r"|kritikerrekommendationer|wikipedia|rogerebert\.com|(?:(?:le|il|el|o|den|het) )?(?:test (?:de |di )?)?bechdel"
)
CRITICS = (
    r"ebert|siskel|roeper|peter travers|travers|kermode|maltin|kael|a\. ?o\. scott|dargis|bradshaw"
    r"|berardinelli|rex reed|stuckmann|jahns"
    r"|jonathan ross|barry norman|boyero|mereghetti|morandini|new york times|nyt|variety|the guardian"
    r"|guardian|empire(?: magazine)?|total film"
    r"|rolling stone|hollywood reporter|indiewire|entertainment weekly|ew|usa today|time out|village voice"
    r"|av club|a\.v\. club|slant|ign"
    r"|common sense media|chicago sun-times|telegraph|the times|new yorker|washington post|los angeles times"
    r"|télérama|cahiers du cinéma|première"
    r"|fotogramas|cinemanía|folha|el país|le monde|die zeit|der spiegel|corriere della sera|la repubblica"
    r"|gazeta wyborcza|politiken|dagens nyheter"
    r"|(?:other |most |many |some |the |professional )?(?:critics|reviewers|kritiker|critiques|críticos"
    r"|critici|recensenten|krytycy)"
)
CROWD = (
    r"audience(?: score| rating)?|(?:average |avg\.? )?users?(?:'|'s|s')?(?: (?:score|rating|average|grade))?"
    r"|readers?(?:'s?|s')?(?: (?:score|rating|average|grade|vote))?|visitors?(?:'|s)?"
    r"|viewers?(?:'|s)?(?: rating)?|community(?: rating| score)?|fan rating|public(?: rating)?|voters?|votes?"
    r"|your (?:rating|score|vote|grade|turn)|(?:click|tap) to rate"
    r"|rate (?:this|it|the|our)[\w ]{0,20}:|average(?: rating| score| user rating|\s*[:=])"
    r"|leser\w*|nutzer\w*|besucher\w*|zuschauer\w*|deine (?:wertung|bewertung)|ihre bewertung|durchschnitt\w*"
    r"|note des (?:lecteurs|spectateurs|internautes|membres)|(?:note )?(?:lecteurs|spectateurs|presse"
    r"|internautes)|votre (?:note|avis)|moyenne des"
    r"|(?:nota |voto |media )?(?:de |dei |del |degli |des )?(?:usuarios|lectores|público|lettori|pubblico"
    r"|utenti|leitores|usuários|lezers|bezoekers|czytelników|użytkowników|widzów|läsare|läsarnas|besökare"
    r"|læsere|læsernes|brugere|publikum)"
    r"|tu (?:voto|nota|puntuación)|il tuo voto|sua nota|seu voto|jouw (?:cijfer|waardering)|twoja ocena"
    r"|ditt betyg|din vurdering|commenters?|kommentatoren"
)
OTHERS = Pattern(rf"\b(?:{OTHER_SITES}|{CRITICS}|{CROWD})(?!\w)")

FAMILY = (
    r"wife|husband|friend|friends|son|daughter|kids?|brother|sister|mom|mum|dad|girlfriend|boyfriend|partner"
    r"|co-?host|mother|father|companion"
)
SOMEONE_GAVE = Pattern(  # on the text in its own case: a name that gave, in the past; or he, she, my wife gives
    r"(?:^|[\s(\"])(?:(?!I\b|We\b|It\b|This\b|That\b|The\b|Which\b|Who\b|Also\b|And\b|But\b"
    r"|So\b)[A-Z][\w.'-]{1,20}(?: (?:&|and|[A-Z][\w.'-]{0,20})){0,4} (?:gave|awarded|rated|had given"
    r"|has given)"
    rf"|(?:[Hh]e|[Ss]he|[Tt]hey|[Ss]omeone|[Ee]veryone|[Pp]eople|(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur"
    rf"|[Tt]he) (?:{FAMILY})) (?:just |also "
    rf"|even )?(?:gave|gives?|awarded|awards?|rates?|rated|would give|said|says?))\b"
)
FIRST_PERSON = Pattern(
    r"\b(?:i|i'd|i'll|i'm|i've|we|we'd|my|our|ich|wir|je|nous|mi|yo|eu|ik|wij|jag|jeg|vi|daję|dou|doy|meine?"
    r"|ma|mon|mio|minha|mijn|moja|min|mitt)\b"
)
MY_RATING = Pattern(
    r"\bmy (?:own )?(?:rating|score|grade)|\b(?:i|we)(?:'d|'ll|'ve| would| will| can)? (?:only "
    r"|just )?(?:give|gave|rate|rated|score)"
)
OTHERS_AFTER = Pattern(
    rf"[\"'”»)]?\s*[,(–—-]?\s*\(?(?:(?:on|at|from|by|per|according to|bei|auf|laut|sur|selon|en|su|no|na|på|op|volgens"
    rf"|według|in|of)\s+(?:the )?(?:{OTHER_SITES}|{CRITICS}|{CROWD})"
    rf"|[–—-]\s*(?:{CRITICS})(?: magazine)?\W*$"
    rf"|(?:{OTHER_SITES}|audience|(?:avg\.?|average)(?: rating)?|(?:user|reader|visitor|viewer"
    rf"|community) (?:rating|score|average)s?)(?!\w)(?!\s?[:=]))"
)
VOTES_AFTER = Pattern(
    r"[\s,.;:(\[–—/|-]*(?:(?:based on|from|avg\.? of|von|sur|basado en|su|out of)\s+)?(?:\d[\d.,]*|no)\s?[a-z]{0,10}\s?"
    r"(?:votes?|voters?|ratings?|reviews?|stimmen?|bewertungen|abstimmungen|votos?|voti|votants?|opiniones"
    r"|avaliações|stemmen|waarderingen|głos\w*|ocen\w?|röster|stemmer|users|people)\b"
    r"|[\s,.;:(\[–—-]*(?:votes?\b|be the first|click to|noch keine|aucun vote|sin votos|nessun voto|sem votos"
    r"|nog geen|brak głosów|inga röster)"
)

PART_WORDS = (
    r"part|chapter|ch\.|discs?|disks?|dvd|cd|episode|episodes|ep\.?|vol(?:ume)?\.?|page|day|week|round|no\.?"
    r"|number|issue|season|act|book|level|stage"
    r"|phase|step|game|lap|route|highway|gate|platform|section|size|teil|folge|kapitel|tag|staffel|woche"
    r"|seite|platz|nr\.?|partie|épisode|tome|saison|jour|page"
    r"|parte|capítulo|capitulo|episodio|temporada|día|página|puntata|capitolo|stagione|giorno|pagina|episódio"
    r"|dia|aflevering|deel|dag|seizoen|pagina"
    r"|odcinek|część|sezon|dzień|strona|avsnitt|del|säsong|dag|sida|afsnit|sæson|side|take|top|slide|photo"
    r"|image|picture|foto|bild|comments?|replies"
    r"|views|likes|shares|articles|posts|archives?|results|entries|pages|seasons|year|grade level|f|version"
    r"|apollo|district|#"
)
PART_BEFORE = Pattern(rf"(?:^|[^\w])(?:{PART_WORDS})[\s:#–—.-]*$|#\s?$")

DATE_BEFORE = Pattern(
    r"(?:^|[^\w])(?:on|by|theat(?:er|re)s?|cinemas?|kinos?|cines|since|until|till|opens?|opened|opening"
    r"|released?|release date|premiere[sd]?|premiering|from|before|after|dated?|posted|published"
    r"|seen|watched|viewed|updated|due|starts?|airs?|aired|every|out|this|next|last|vom|am|seit|bis|kinostart"
    r"|start|ab|sortie|le|du|au|el|desde|estreno|il|dal|uscita|em|desde|estreia|op|vanaf|od|do|dnia|premiera"
    r"|den|från|premiär|fra|premiere"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\.?,?)[\s:(]*$"
)
DATE_AFTER = Pattern(r"\s*(?:at \d|@|\d{1,2}:\d\d|[ap]\.?m\.?\b|uhr\b|-\s?\d{1,2}/\d|–\s?\d{1,2}/\d)")

SHARE_AFTER = Pattern(  # a share of something, not a mark
    r"[\s-]*(?:of (?!\d|five|four|ten|course)|through\b|into\b|way\b|times?\b|people\b|dentists?\b|doctors?\b"
    r"|viewers?\b|men\b|women\b|kids\b|guys\b"
    r"|critics\b|kritikern?\b|critiques\b|críticos\b|found (?:this|it|that) \w+"
    r"|brothers?\b|sisters?\b|films\b|movies\b|scenes?\b|cases\b|jokes\b|americans\b|households\b"
    r"|cats\b|experts?\b|marriages\b|children\b|students\b|teenagers\b|of every\b|every\b"
    r"|der\b|des\b|aller\b|davon\b|du\b|de l'|de la\b|de los\b|de las\b|del\b|della\b|dei\b|delle\b|dos\b"
    r"|das\b|da\b|van de\b|van het\b|av filmen|af filmen|mal\b|fois\b|veces\b|volte\b|vezes\b|keer\b|razy\b"
    r"|gånger\b|gange\b"
    r"|menschen\b|leuten?\b|personnes\b|personas\b|persone\b|pessoas\b|mensen\b|osób\b|filmen?\b|filme\b)"
)
SHARE_BEFORE = Pattern(
    r"(?:^|[^\w])(?:first|last|final|about|nearly|roughly|almost|approximately|remaining|other|the|ersten?"
    r"|letzten?|fast|etwa|premiers?|derniers?|presque|primer[ao]s?|últim[ao]s?|casi|prim[io]|ultim[io]|quasi"
    r"|primeir[ao]s?|eerste|laatste)\s+$"
)
PERCENT_AFTER = Pattern(
    r"\s*(?:of\b|less\b|more\b|committed\b|sure\b|certain\b|off\b|discount|better\b|worse\b|funnier\b|chance"
    r"|on (?:rotten|rt)\b|real\b|true\b|rabatt|de\b|des\b|du\b|del\b|della\b|der\b|dei\b|dos\b|van\b|av\b"
    r"|af\b|mehr\b|weniger\b|plus\b|moins\b|más\b|menos\b|[a-z-]*(?:er|est)\b|positive\b|fresh\b|rotten\b"
    r"|accurate\b|cotton|alcohol|abv\b|correct\b|agree|on board|behind|convinced|effort|genuine)"
)

PART_AFTER = Pattern(
    r"\s+(?:for|für|pour|por|per|voor|za|för) (?:the |its |die |das |der |la |le |l'|el |il |o |a |de "
    r"|het )?(?P<part>\w{1,20})"
)

DENIED = Pattern(
    r"(?:^|[^\w])(?:expect(?:ed|ing)?|hop(?:ed|ing) for|first (?:saw|time|watched|viewing)|originally|used to"
    r"|initially|back then|(?:would|could|should|might)(?:'ve| have) (?:been|given|got|gotten|made|earned)"
    r"|instead of|rather than|(?:don't|do not|doesn't|never|won't) (?:give|use|award|hand)|(?:want(?:ed)?"
    r"|tempted) to give"
    r"|thought it (?:would|was going)|(?:almost|nearly|close to|just short of)(?: an?)? ?(?=\s?$)"
    r"|gave (?:the )?(?:first|original|last|previous)"
    r"|the (?:first|original|previous)(?: one| film| movie)? (?:got|gets|earned|received|was)|not (?:quite "
    r"|really |exactly )?(?:an?|worth|deserve)|isn't|wasn't|never"
    r"|(?:better|worse|more|less|higher|lower) than|previous(?:ly)?|last time|last year|at first|as a kid"
    r"|at most|at best|up to|maximum of|höchstens|maximal|bis zu|au plus|au maximum|jusqu'à|al massimo"
    r"|como máximo|hasta"
    r"|no máximo|hoogstens|najwyżej|högst|højst|erwartet|ursprünglich|wäre|hätte|statt|kein[e]?|attendais"
    r"|au lieu d|aurait|esperaba|en lugar de|habría"
    r"|aspettavo|invece di|avrebbe|esperava|em vez de|verwacht|in plaats van|oczekiwał\w+|zamiast|förväntade"
    r"|istället för|forventede|i stedet for)(?:[^\w]|$)"
)
IF_GIVEN = Pattern(
    r"(?:^|[^\w])(?:(?:if|when|whenever) (?:i|you|we) (?:give|gave|rate|rated|score)|se (?:do|dessi|dou|der|desse)"
    r"|si (?:le )?(?:doy|pongo|je donne|je mets)|(?:wenn|falls) ich|als ik|om jag|hvis jeg|(?:jeśli|gdy) (?:daję|dam))"
    r"[^\w].{0,30}$"
)
LONG_AGO_AFTER = Pattern(r"(?: \w{1,10}){0,2} (?:days?|weeks?|months?|years?) ago\b| last (?:week|month|year|time)\b")
ANY_FILM_AFTER = Pattern(
    r"\s*(?:stars?|points?)?\s*(?:to|a|à|für|voor|til|till|ao|per|for)\s+(?:an?|any|un|una|uno|une|einen|um"
    r"|uma|een|en|et|ett)\s+(?:\w+ )?(?:film|movie|pel[ií]cula|filme|horror|comedy|flick)"
)

CERTIFICATE = Pattern(
    r"\b(?:mpaa|bbfc|fsk|usk|pegi|cert(?:ificate|ificat|ified|ification)?|kijkwijzer|ages?|altersfreigabe"
    r"|freigegeben|clasificación por edades|classificação indicativa"
    r"|content rating|age rating|parental|vietato|interdit|menores|aldersgrænse|åldersgräns|censura"
    r"|minimumleeftijd|od lat|tv|pg|nc|rated)\W{0,3}$"
)
CERTIFICATE_NUMBERS: frozenset[float] = frozenset({11, 12, 13, 14, 15, 16, 17, 18, 19, 21})

RANGE_BEFORE = Pattern(
    r"\d\s?(?:%|stars?)?\s?(?:-|–|—|to|bis|à|a|al|tot|till|til|do|and|und|et|y|e|en|och|og)\s?$"
    r"|[:=–—]\s*of\s$|\b(?:out of|from)\s$|(?:(?:__|\?\?)\s?(?:out )?(?:of|/)?|\.\.\s?(?:out )?(?:of|/))\s?$"
)
LEGEND_AFTER = Pattern(
    r"\s*=\s*\S|\s?:\s*[^\W\d]|\s+(?:is|are|means?|if|when|stands for|bedeutet|heißt|signifie|significa"
    r"|steht für|betekent|oznacza|betyder)\b"
)
LEGEND_VERB = Pattern(r"\s*(?:=\s*\S|(?:is|are|means?|stands for)\b)")
LEGEND_PHRASE = Pattern(r"\s?[-–—]\s*[^\W\d_][^.!?]{2,40}$")
LEGEND_TALK = Pattern(
    r"\b(?:ratings? (?:go|goes|range|scale|system|guide|key)|i rate (?:on|from)|rated (?:on|from)|scale of"
    r"|scale from|how (?:i|we) rate|legend|bewertungsskala|no half|barème|escala de|skala ocen)\b"
)

STARS_BEFORE = Pattern(
    r"(?:^|[^\w])(?:the|its|his|her|their|these|those|both|all|other|main|lead|biggest?|young|male|female"
    r"|rising|famous|tv|movie|screen|no|without|many|few|more|fewer|less|any|a few|first|with|between|of"
    r"|keine|die|sans|les|sin|las|los|senza|le|sem|as|geen|de|bez|utan|uden)\s+$|'s\s+$"
)
STARS_AFTER = Pattern(
    r"[ -]*(?:hotels?|restaurants?|resorts?|generals?|cast|meals?|services?|accommodations?|chefs?|cuisine"
    r"|recruits?|reviews?|ratings? system|system|luxury|(?:rating )?scale|treatment|studded|aligned|align|shine"
    r"|trek|wars"
    r"|hôtel|generäle|admiral|petty"
    r"|abzug|off|less|more|extra|short|away|deducted|docked|de moins|de menos|in meno|aftrek|mniej|mindre|too)\b"
    r"|\s+(?:in the|who|are|were|have|had|play|shine|of (?!\d|five|four|ten|six)|from (?!me)|that|whose"
    r"|is born|born)\b|\s?\(\d{4}\)"
)

LETTER_BEFORE = Pattern(
    r"(?:^|[^\w])(?:plan|exhibit|section|group|class|type|vitamin|series|side|part|category|schedule|appendix"
    r"|hepatitis|team|level|channel|room|building|option|point|act|blood|variant|serie|big|mel|cardi|melanie"
    r"|kenny|jay|spinal|track|number|world war|model|bra|cup|studio|stage|block|row|seat|gate|exit)\s+$",
    re.IGNORECASE,
)
SMILES = Pattern(r"(?:^|[\s.,!?)…])[:;=][CD]\Z")
"""A face at the end of a line, ":D": a grade stands behind its colon's space, or has no space before the colon."""
LETTER_AFTER = Pattern(
    r"[\s-]*(?:list|movie|film|team|side|grade|picture|lister|roll|plot|story|cup|sharp|flat|minor|major|road"
    r"|student|word|rated)",
    re.IGNORECASE,
)


def is_someone_elses(text: str, low: str, start: int, end: int) -> bool:
    """Whether the rating at text[start:end] is another site's, another critic's or the crowd's."""
    if VOTES_AFTER.match(low, end):
        return True
    segment = low[segment_start(low, start) : start]
    mine = FIRST_PERSON.search(segment) is not None
    if OTHERS.search(segment) and not (mine and MY_RATING.search(segment)):
        return True
    if SOMEONE_GAVE.search(text, max(0, start - WINDOW), start):
        return True
    return OTHERS_AFTER.match(low, end) is not None and not mine


def is_of_a_part(low: str, end: int) -> bool:
    """Whether the mark is for a part of the film: "4 stars for the acting"."""
    match = PART_AFTER.match(low, end)
    return match is not None and match["part"] in ASPECTS


def is_denied(low: str, start: int, end: int) -> bool:
    """Whether the words around say that the mark is not given: expected, given long ago, given to any such film."""
    segment = low[segment_start(low, start) : start]
    return bool(
        DENIED.search(segment)
        or IF_GIVEN.search(segment)
        or ANY_FILM_AFTER.match(low, end)
        or LONG_AGO_AFTER.match(low, end)
    )


def is_legend(low: str, end: int, *, unit: bool) -> bool:
    """Whether what stands behind a rating explains the scale: "5 stars = a masterpiece"; `unit`: the scale is named."""
    return bool(LEGEND_AFTER.match(low, end) or (unit and LEGEND_PHRASE.match(low, end)))
