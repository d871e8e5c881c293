"""The vocabulary of ratings in ten languages: numbers, scales, units, labels, verbs, glyphs and verdict phrases."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a table laid out over lines."""
    return frozenset(text.split())


NUMBER_WORDS: dict[str, str] = {  # place in the row = value; "/" divides spellings
    "en": "zero one two three four five six seven eight nine ten",
    "de": "null ein/eine/einen/einer zwei drei vier fünf/fuenf sechs sieben acht neun zehn",
    "fr": "zéro un/une deux trois quatre cinq six sept huit neuf dix",
    "es": "cero uno/una/un dos tres cuatro cinco seis siete ocho nueve diez",
    "it": "zero uno/una/un due tre quattro cinque sei sette otto nove dieci",
    "pt": "zero um/uma dois/duas três/tres quatro cinco seis sete oito nove dez",
    "nl": "nul een/één twee drie vier vijf zes zeven acht negen tien",
    "pl": "zero jeden/jedna/jedną dwa/dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
    "sv": "noll en/ett två tre fyra fem sex sju åtta nio tio",
    "da": "nul en/et/én to tre fire fem seks syv otte ni ti",
}

LONE_HALVES: tuple[str, ...] = (  # half a unit and nothing before it; patterns
    r"(?:a )?half(?: an?)?",
    r"(?:ein(?:en|e|er)? )?halbe[nrs]?",
    r"(?:une? )?demi[e]?",
    r"medi[ao]",
    r"mezz[ao]",
    r"mei[ao]",
    r"(?:een )?hal(?:f|ve)",
    r"pół",
    r"en halv",
    r"(?<![*★⭐\ufe0f])½",
    r"(?<![*★⭐\ufe0f])1/2",
)

HALVES: tuple[str, ...] = (  # a half after a number or a unit; patterns
    r" ?½",
    r"[ -]?(?<!\d)1/2(?!\d)",
    r"[ -]1/2(?!\d)",
    r"[ -](?:and|&|\+|n|'n'?)[ -](?:(?:an?|one)[ -])?(?:half|½|1/2)",
    r" und ein(?:en?|er)? halbe[nrs]?",
    r"[ -]et[ -](?:une? )?demie?",
    r" y (?:un |una )?medi[ao]",
    r" e (?:un |una |um |uma )?(?:mezz[ao]|mei[ao])",
    r" en (?:een )?hal(?:f|ve)",
    r" i pół",
    r"(?: och| og)? en halv[at]?",
    r" och halv",
)

ONE_AND_A_HALF: frozenset[str] = words(
    "anderthalb eineinhalb einundeinhalb anderhalve anderhalf półtorej półtora halvanden halvannen"
)

QUARTERS: dict[str, float] = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

SCALE_WORDS: tuple[str, ...] = (  # "4 ... 5": enough between two numbers alone on a line
    r"out ?of",
    r"outta",
    r"of out",
    r"von",
    r"sur",
    r"sobre",
    r"su",
    r"van de",
    r"op(?: de)?",
    r"av",
    r"ud af",
    r"utav",
    r"af",
    r"na",
    r"sulle",
    r"over",
)

SOFT_SCALE_WORDS: tuple[str, ...] = ("of", "de", "di", "van", "z", "em", "aus", "uit", "per", "mot", "from", "max")

SCALE_FILLERS: tuple[str, ...] = (  # between "out of" and the number
    r"a (?:possible |potential |maximum (?:of )?|total (?:of )?)?",
    r"(?:the |my )?(?:possible |max(?:imum|\.)? )",
    r"(?:insgesamt |maximal |möglichen |maximalen )",
    r"(?:un total de |un máximo de |las |los |un )",
    r"(?:un maximum de |un massimo di )",
)

STAR_NOUNS: frozenset[str] = words(
    """
    star stars stern sterne sternen sternchen étoile étoiles etoile etoiles estrella estrellas estrellita estrellitas
    stella stelle stellina stelline estrela estrelas estrelinha estrelinhas ster sterren sterretjes
    gwiazdka gwiazdki gwiazdek gwiazdkę gwiazda gwiazdy gwiazdę gwiazd stjärna stjärnor stjärnorna stjerne stjerner
    """
)
STAR_SIGNS = "★☆⭐"

POINT_NOUNS: frozenset[str] = words(
    """
    point points pts pt punkt punkte punkten puntos punto punti ponto pontos punten punkty punktów punkta pkt poäng
    heart hearts herz herzen cœur cœurs coeur coeurs corazón corazones cuore cuori coração corações hart harten hartjes
    serce serca serc hjärta hjärtan hjerte hjerter
    """
)

RATING_LABELS: tuple[str, ...] = (  # in front of a rating, in lower case
    # English
    "overall rating", "overall score", "overall grade", "final rating", "final score", "final grade",
    "final verdict", "final thoughts", "final thought", "final word", "star rating", "my rating", "my score",
    "my grade", "rating", "ratings", "rated", "rate", "how i rate it", "score", "scored", "scoring",
    "grade", "graded", "verdict", "overall", "final", "total", "total score", "mark", "marks", "stars",
    "bottom line", "conclusion", "summary", "in short", "imho", "in my opinion", "movie", "film", "the film",
    "the movie", "our take", "my take", "result", "points", "enjoyment", "recommendation", "in a nutshell",
    "review score", "critic score", "critic's score", "reviewer rating", "tldr",
    # German
    "gesamtwertung", "filmwertung", "endwertung", "wertung", "bewertung", "gesamtbewertung", "gesamtnote",
    "filmnote", "schulnote", "punkte", "punktzahl", "gesamtpunktzahl", "sterne", "urteil", "gesamturteil", "fazit",
    "gesamt", "gesamteindruck",
    # French
    "note globale", "note finale", "note du rédacteur", "ma note", "notre note", "note", "notation", "évaluation",
    "appréciation", "étoiles", "moyenne", "bilan", "avis", "mon avis", "note générale",
    # Spanish
    "puntuación", "puntuacion", "calificación", "calificacion", "valoración", "valoracion", "nota", "nota final",
    "mi nota", "estrellas", "veredicto", "puntaje", "conclusión", "puntos", "nuestra nota",
    # Italian
    "voto", "voto finale", "voto complessivo", "il mio voto", "valutazione", "giudizio", "punteggio", "stelle",
    "verdetto",
    # Portuguese
    "avaliação", "avaliacao", "classificação", "pontuação", "cotação", "minha nota", "estrelas", "veredito",
    # Dutch
    "beoordeling", "waardering", "eindoordeel", "oordeel", "cijfer", "eindcijfer", "rapportcijfer", "sterren",
    "conclusie", "totaal",
    # Polish
    "ocena", "moja ocena", "ocena końcowa", "ocena filmu", "werdykt", "podsumowanie", "gwiazdki", "ocena ogólna",
    "punkty",
    # Swedish and Danish
    "betyg", "slutbetyg", "helhetsbetyg", "mitt betyg", "omdöme", "stjärnor", "totalt", "bedømmelse", "karakter",
    "vurdering", "stjerner", "samlet", "samlet vurdering", "min vurdering", "konklusion", "dom", "poäng",
)  # fmt: skip

WEAK_LABELS: frozenset[str] = words("avis dom rate film movie marks points total summary conclusion") | {
    "the film",
    "the movie",
    "in short",
}
"""Labels that are common words too: they need a colon or a dash, and make no rating of a bare number."""

LABEL_ARTICLES: frozenset[str] = words("a an ein eine un une una um uma een en ett solid strong")
LABEL_LINKS: frozenset[str] = words(  # between a label and the number: "my rating for this film is"
    """
    is was would be of for by from door von ist wäre est es é è jest är er pour para per för til voor del de du a the
    den det dem het il el la le lo o this film movie personal personale pessoal myself me mine dla do filmu filme
    filmen película pelicula
    """
)
BY_WORDS: frozenset[str] = words("by from door von par por da av af od")
"""Behind these, any one word is a link: "score by Anna: 7"."""

STRONG_LABELS: tuple[str, ...] = (  # ends of labels that need no colon before a bare number
    *("rating", "score", "grade", "rated", "stars", "voto", "nota", "note", "betyg", "cijfer", "ocena", "wertung"),
    *("bewertung", "sterne", "puntuación", "calificación", "valoración", "punteggio", "valutazione", "avaliação"),
    *("karakter",),
)

OVERALL_WORDS: frozenset[str] = words(
    """
    overall final total verdict gesamt gesamtwertung endwertung gesamtnote globale finale complessivo totale
    slutbetyg eindoordeel eindcijfer totaal końcowa ogólna samlet film movie average
    """
)
"""Of several ratings in one line, the one whose label holds such a word is the film's."""

THUMBS: tuple[tuple[str, str], ...] = (  # nouns, and the pattern of what may stand between them and the direction
    ("thumb thumbs", r"(?: way| firmly| all the way| definitely| straight)?"),
    ("daumen", r"(?: nach| ganz| weit)?"),
    ("pouce pouces", r"(?: levés? vers le| vers le| en)?"),
    ("pulgar pulgares", r"(?: hacia)?"),
    ("pollice pollici", r"(?: all'| in| verso(?: l'| il))?"),
    ("polegar polegares", r"(?: para| pra)?"),
    ("duim duimen duimpje duimpjes", r"(?: naar)?"),
    ("kciuk kciuki kciuków", r"(?: w)?"),
    ("tumme tummen tummar tummarna", r"(?: rakt)?"),
    ("tommel tommelen tommelfinger tommelfingeren tommelfingre tommelfingrene", r"(?: vender)?"),
)

THUMB_WAYS: dict[str, str] = {  # direction -> pattern
    "up": r"ups?|hoch|rauf|oben|levés?|haut|l'air|arriba|su|alto|cima|omhoog|boven|górę|upp|uppåt|op|opad",
    "down": r"downs?|runter|unten|baissés?|bas|abajo|giù|verso|basso|baixo|omlaag|beneden|dół|ner|ned|neråt|nedad",
    "middle": r"sideways|in the middle|middle|seitwärts|mitte|quer|côté|medio|metà|meio|opzij|środku|mitten|midten",
}

GIVE: tuple[tuple[str, str], ...] = (  # verbs of giving a mark, and the pattern of what is marked; the rating follows
    (
        "give gives gave giving given award awards awarded awarding rate rates rated rating grade grades graded score"
        " scores",
        r"(?: (?:it|this(?: (?:one|film|movie|flick))?|that|her|him|them|the (?:film|movie|picture|whole thing|flick)"
        r"|(?!(?:the|an?|us|you|me) )[\w':-]{2,20}(?: [\w':-]{1,20}){0,3}))(?: (?:as|at|around|about|like"
        r"|just|only|maybe))?",
    ),
    (
        "get gets got earn earns receive receives deserve deserves merits warrants score scores worth is it's that's",
        r"",
    ),
    ("say call", r"(?: it)?"),
    ("land lands settle settled settling go goes going", r" (?:at|on|for|with)"),
    (
        "gebe geb vergebe vergeben geben gibt gibt's bekommt bekommen erhält kriegt verdient verdienen macht",
        r"(?: (?:es|ich|dem film|ihm|ihr|dafür|von mir|wir|er|der film)){0,3}",
    ),
    ("donne mets attribue mérite obtient met donnerais mettrais mettrait accorde", r"(?: (?:au film|à ce film|lui))?"),
    ("doy pongo damos ponemos otorgo merece lleva recibe daría pondría", r"(?: a (?:la|esta) película)?"),
    ("do diamo assegno merita darei prende dare", r"(?: (?:al|a questo) film)?"),
    ("dou dou-lhe leva merece recebe daria ganha levou", r"(?: (?:ao|a este) filme)?"),
    ("geef geven krijgt verdient scoort", r"(?: (?:de film|deze film|hem|het|ik|van mij|dan ook)){0,3}"),
    (
        "daję dajemy dostaje zasługuje otrzymuje wystawiam dałbym dałabym",
        r"(?: (?:na|filmowi|mu|mocne|ode mnie)){0,2}",
    ),
    ("ger får förtjänar delar giver gir fortjener uddeler", r"(?: (?:ut|den|det|filmen|jag|jeg)){0,3}"),
)

SOFT_GIVE: frozenset[str] = words(
    "is it's that's worth macht met får ger say call land lands go goes going got get score scores"
)
"""Verbs of `GIVE` with many other uses: the number behind them needs an article or a known unit."""

GIVE_ARTICLES = (
    r"(?:an? |ein(?:e|en)? |une? |una |uma? |een |en |ett? |el |la |le |die |de |nota |note )?"
    r"(?:(?:very|really|rather|pretty|quite|sehr|bem|muy|très) )?"
    r"(?:(?:solid|strong|weak|generous|easy|high|low|light|firm|resounding|respectable|decent|big|fat|full|perfect"
    r"|healthy|modest|measly|sad|mere|lukewarm|soft|hearty|well-deserved|near-perfect|good|great|whopping|paltry"
    r"|starke[ns]?|gute[ns]?|schwache[ns]?|glatte[ns]?|knappe[ns]?|solide[ns]?|petit|gros|beau|bel|sonoro|rotondo"
    r"|mocne|słabe|dikke|magere|nette|stark|svag|flot) )?"
)

GRADE_PRAISE: frozenset[str] = words(  # "a ... B"
    """
    solid strong weak easy generous firm high low clear resounding good decent respectable definite straight
    enthusiastic light soft mild hard-earned well-deserved big fat grudging reluctant charitable hearty confident
    """
)

VERDICT_WORDS: tuple[str, ...] = (  # a whole line that recommends or warns, and gives no number; patterns
    r"(?:(?:very |most )?(?:highly|strongly|definitely|warmly|heartily|cautiously|mildly|absolutely|not"
    r"|totally|enthusiastically|wholeheartedly) )recommended(?: viewing)?",
    r"recommended|recommended(?: with (?:some )?reservations| viewing| for fans| if you like .{1,30})",
    r"(?:(?:an? )?(?:absolute |definite |total )?(?:must|don't)[ -](?:see|watch|miss|avoid)"
    r"|essential(?: viewing)?|unmissable|avoid|don't miss (?:it|this one))",
    r"(?:just |definitely |please )?(?:skip|see|rent|buy|stream|avoid|watch|catch|miss|borrow|netflix|redbox"
    r"|own|pirate|dodge|flush|burn)"
    r" (?:it|this(?: one)?|at all costs)(?: (?:now|today|immediately|on (?:dvd|netflix|cable|tv|video|demand"
    r"|blu-?ray)|in (?:the )?(?:cinema|theat(?:er|re))s?|at all costs|if you must|again|twice))?",
    r"(?:well |definitely |barely |maybe |not |still |totally |absolutely )?worth (?:(?:an? )?(?:rental|watch"
    r"|look|rent|view|viewing|shot|try|matinee|ticket|buy|go|night out|trip)"
    r"|seeing|watching|renting|buying|checking out|a(?:nother)? look|your (?:time|money|while)"
    r"|the (?:price of (?:a ticket|admission)|ticket(?: price)?|money|wait|trip|rental)|it|full price"
    r"|catching)",
    r"wait for (?:the |it (?:on|to hit) )?(?:dvd|blu-?ray|video|netflix|cable|rental|streaming|tv|demand"
    r"|home video|vod|the dvd)",
    r"(?:a |solid |strong |definite |easy |hard |soft )?(?:pass|rental|rent|matinee|full price|bargain bin"
    r"|thumbs sideways)",
    r"(?:don't|do not) (?:bother|waste your (?:time|money)|see (?:it|this)|watch (?:it|this))",
    r"(?:give it|take) a (?:miss|try|chance|shot|look|go|pass)|stay (?:far )?away|save your money"
    r"|check it out|rush out(?: and see it)?|go see (?:it|this)|run,? don't walk|proceed with caution",
    r"(?:(?:sehr|absolut|unbedingt|bedingt|nicht|äußerst|durchaus|höchst|sehr|kaum|wirklich) )?(?:sehenswert"
    r"|empfehlenswert)|(?:(?:klare|absolute|große|eindeutige|bedingte|keine|meine|dicke) )+(?:empfehlung"
    r"|kaufempfehlung|filmempfehlung|kinoempfehlung|sehempfehlung)"
    r"|(?:unbedingt )?(?:anschauen|ansehen|reingehen)|finger weg|pflichtprogramm|pflichtfilm"
    r"|muss man (?:gesehen haben|sehen)|kann man (?:sich )?(?:sparen|ansehen|gucken)|nicht empfehlenswert"
    r"|ein muss|meisterwerk",
    r"à (?:voir(?: absolument| d'urgence)?|éviter(?: absolument)?|fuir|ne pas (?:manquer|rater)|oublier)"
    r"|incontournable|(?:vivement|chaudement|fortement) (?:recommandé|conseillé)e?|recommandé"
    r"|passez votre chemin|immanquable|dispensable",
    r"(?:(?:muy|altamente|totalmente|absolutamente|no|nada|poco) )?recomendad[oa]|(?:muy |nada |poco |no "
    r"|muy poco )?recomendable|imprescindible|(?:muy )?prescindible|evitable|hay que verla|no te la pierdas"
    r"|obligatoria|de visión obligatoria|imperdible",
    r"(?:assolutamente |vivamente |caldamente |altamente |non |fortemente )?(?:s?consigliat[oa]|da vedere"
    r"|da evitare|imperdibile|evitabile|raccomandat[oa])|da non perdere|promosso|bocciato|capolavoro"
    r"|rimandato",
    r"(?:altamente |muito |super |não )?recomendad[oa]s?|imperdível|evite|vale a pena(?: ver)?"
    r"|não vale a pena|obrigatório|assista|fuja",
    r"(?:een |absolute |dikke |echte )*(?:aanrader|afrader|must-?see|topper)|overslaan|niet te missen"
    r"|gaan zien|niet doen|laat maar",
    r"(?:gorąco |szczerze |zdecydowanie |nie |bardzo )?(?:polecam|odradzam)|(?:nie )?warto(?: obejrzeć"
    r"| zobaczyć)?|omijać(?: szerokim łukiem)?|obowiązkowo|trzeba zobaczyć|pozycja obowiązkowa|można obejrzeć",
    r"(?:rekommenderas|rekommenderas (?:varmt|starkt)|varmt rekommenderad|klart sevärd|sevärd|undvik|se den"
    r"|måste ses|ett måste|rekommenderas ej|slipp)",
    r"(?:kan )?(?:varmt |stærkt )?anbefales(?: varmt| ikke)?|undgå|må ses|skal ses|spring over|se den|bør ses"
    r"|værd at se",
)  # fmt: skip

STARS = "★⭐🌟✮✪✯✭✫✬✶✷✸✹✡⋆🟊"
SHAPES = "●◉⚫■█▮◆▰⬤▓◼⬛☑"
HEARTS = "❤♥💛💚💙💜🧡🖤🤎💖💗"
EMPTIES = "☆✩✰⭒○◎⚪□░▒▯◇♡🤍▱◯◻⬜🌑🩶◌☐"
DARK_GLYPHS = "⚫⬛🖤"  # empty behind lit ones of another kind
HALF_GLYPHS = "½⯨⯪⯫◐◑◒🌗🌓💔"
MODIFIERS = "\ufe0f\ufe0e\u200d🏻🏼🏽🏾🏿"
PICTURES = (  # character ranges of emoji that bloggers repeat; faces and hands stand outside
    "\u2600-\u2604\u2607-\u260d\u2614-\u2618\u2620-\u2638\u2648-\u26fd\u270f-\u2712\u2744-\u2748"
    "\U0001f300-\U0001f442\U0001f451-\U0001f48f\U0001f490-\U0001f4ab\U0001f4ad-\U0001f4ff\U0001f525-\U0001f52e\U0001f534-\U0001f539\U0001f577-\U0001f579\U0001f5fa-\U0001f5ff\U0001f680-\U0001f6ff"
    "\U0001f7e0-\U0001f7eb\U0001f940-\U0001f978\U0001f980-\U0001f9cb\U0001f9e0-\U0001f9ff\U0001fa70-\U0001faff"
)
THUMB_UP, THUMB_DOWN = "👍", "👎"
