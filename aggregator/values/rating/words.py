"""The vocabulary of ratings in ten languages: numbers, scales, units, labels, glyphs and verdict words."""

from __future__ import annotations

NUMBER_WORDS: dict[str, str] = {  # place in the row = value; "/" divides spellings
    "en": "zero/no one two three four five six seven eight nine ten",
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

ONE_AND_A_HALF = "anderthalb|eineinhalb|einundeinhalb|anderhalve|anderhalf|półtorej|półtora|halvanden|halvannen"

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

STAR_NOUNS = (
    r"(?:half[ -])?stars?|sternchen|sternen?|stern|étoiles?|etoiles?|estrell(?:a|as|itas?)|stell(?:a|e|ine)|estrel(?:a|as|inhas?)"
    r"|sterren|sterretjes|ster|gwiazd(?:ka|ki|ek|kę|a|y|ę|)|stjärn(?:a|or|orna)|stjern(?:e|er)"
    r"|★|☆|⭐"
)

POINT_NOUNS = (
    r"punkten?|points?|pts?|puntos?|punt[io]|pontos?|punten|punkt(?:y|ów|a)?|pkt|poäng|point|pt\.?|p\."
    r"|herzen|herz|hearts?|c(?:œ|oe)urs?|corazon(?:es)?|corazón|cuor[ei]|coraç(?:ão|ões)|hart(?:en|jes)?|ser(?:ce|ca|c)"
    r"|hjärtan?|hjerter?"
)

UNITS: frozenset[str] = frozenset(  # things that bloggers count, singular and plural, beside stars and points
    ["reel", "reels", "bucket", "buckets", "bag", "bags", "box", "boxes", "tub", "tubs", "popcorn", "popcorns", "kernel", "kernels", "cup", "cups", "mug", "mugs", "glass", "glasses", "bottle", "bottles", "pint", "pints", "beer", "beers", "martini", "martinis", "cocktail", "cocktails", "wine", "wines", "shot", "shots", "cigar", "cigars", "pipe", "pipes", "skull", "skulls", "bone", "bones", "ghost", "ghosts", "pumpkin", "pumpkins", "knife", "knives", "chainsaw", "chainsaws", "machete", "machetes", "axe", "axes", "fang", "fangs", "claw", "claws", "paw", "paws", "bat", "bats", "zombie", "zombies", "vampire", "vampires", "alien", "aliens", "robot", "robots", "ufo", "ufos", "scream", "screams", "tomato", "tomatoes", "banana", "bananas", "apple", "apples", "lemon", "lemons", "cookie", "cookies", "donut", "donuts", "doughnut", "doughnuts", "slice", "slices", "taco", "tacos", "burger", "burgers", "pizza", "pizzas", "pretzel", "pretzels", "pickle", "pickles", "cupcake", "cupcakes", "pancake", "pancakes", "waffle", "waffles", "egg", "eggs", "bagel", "bagels", "cheese", "cheeses", "hotdog", "hotdogs", "spoon", "spoons", "fork", "forks", "scoop", "scoops", "clapper", "clappers", "clapboard", "clapboards", "camera", "cameras", "ticket", "tickets", "frame", "frames", "film-reel", "film-reels", "projector", "projectors", "oscar", "oscars", "statue", "statues", "trophy", "trophies", "medal", "medals", "crown", "crowns", "diamond", "diamonds", "gem", "gems", "ring", "rings", "rating", "ratings", "mark", "marks", "tick", "ticks", "check", "checks", "notch", "notches", "rocket", "rockets", "planet", "planets", "moon", "moons", "sun", "suns", "bomb", "bombs", "bullet", "bullets", "gun", "guns", "fist", "fists", "fedora", "fedoras", "hat", "hats", "boot", "boots", "shoe", "shoes", "bow-tie", "bow-ties", "mustache", "mustaches", "monkey", "monkeys", "cat", "cats", "dog", "dogs", "shark", "sharks", "fish", "owl", "owls", "penguin", "penguins", "butterfly", "butterflies", "unicorn", "unicorns", "rose", "roses", "flower", "flowers", "leaf", "leaves", "shamrock", "shamrocks", "clover", "clovers", "tree", "trees", "feather", "feathers", "lightsaber", "lightsabers", "cape", "capes", "shield", "shields", "hammer", "hammers", "sword", "swords", "wand", "wands", "dragon", "dragons", "tea", "teas", "coffee", "coffees", "latte", "lattes", "espresso", "espressos", "whiskey", "whiskeys", "whisky", "whiskies", "palomitas", "cubos", "cubo", "claquetas", "claqueta", "bobinas", "bobina", "baldes", "pipocas", "pipoca", "claquetes", "rolos", "popcorntüten", "popcorntüte", "popcorneimer", "eimer", "tüten", "filmrollen", "filmrolle", "klappen", "bier", "totenköpfe", "totenkopf", "clap", "claps", "bobines", "bobine", "popcorns", "crânes", "têtes", "seaux", "ciak", "pizze", "popcorn", "pellicole", "teschi", "filmrollen", "emmers", "bioscoopkaartjes", "doodskoppen", "kubełki", "kubełków", "czaszki", "czaszek", "popkornów", "popcornskålar", "hink", "hinkar", "filmrullar", "dödskallar", "filmruller", "kranier", "spande"]
)

RATING_LABELS: tuple[str, ...] = (  # in front of a rating; lower case, longest spelling first within a language
    # English
    "overall rating", "overall score", "overall grade", "final rating", "final score", "final grade", "final verdict",
    "final thoughts", "final thought", "final word", "star rating", "my rating", "my score", "my grade", "rating", "ratings",
    "rated", "rate", "i rate it", "how i rate it", "score", "scored", "scoring", "grade", "graded", "verdict", "overall",
    "final", "total", "total score", "mark", "marks", "stars", "bottom line", "conclusion", "summary", "in short", "imho",
    "in my opinion", "movie", "film", "the film", "the movie", "our take", "my take", "result", "points", "rank", "reels", "popcorns", "enjoyment",
    "recommendation", "in a nutshell", "review score", "critic score", "critic's score", "reviewer rating", "tl;dr", "tldr",
    # German
    "gesamtwertung", "filmwertung", "endwertung", "wertung", "bewertung", "gesamtbewertung", "gesamtnote", "filmnote",
    "punkte", "punktzahl", "gesamtpunktzahl", "sterne", "urteil", "gesamturteil", "fazit", "gesamt", "gesamteindruck",
    # French
    "note globale", "note finale", "note du rédacteur", "ma note", "notre note", "note", "notation", "évaluation",
    "appréciation", "verdict", "étoiles", "moyenne", "conclusion", "bilan", "avis", "mon avis", "note générale",
    # Spanish
    "puntuación", "puntuacion", "calificación", "calificacion", "valoración", "valoracion", "nota", "nota final", "mi nota",
    "estrellas", "veredicto", "puntaje", "conclusión", "puntos", "nuestra nota", "lo mejor y lo peor",
    # Italian
    "voto", "voto finale", "voto complessivo", "il mio voto", "valutazione", "giudizio", "punteggio", "stelle", "verdetto",
    # Portuguese
    "avaliação", "avaliacao", "classificação", "pontuação", "cotação", "minha nota", "estrelas", "veredito", "veredicto",
    # Dutch
    "beoordeling", "waardering", "eindoordeel", "oordeel", "cijfer", "eindcijfer", "rapportcijfer", "sterren", "conclusie", "totaal",
    # Polish
    "ocena", "moja ocena", "ocena końcowa", "ocena filmu", "werdykt", "podsumowanie", "gwiazdki", "ocena ogólna", "punkty",
    # Swedish and Danish
    "betyg", "slutbetyg", "helhetsbetyg", "mitt betyg", "omdöme", "stjärnor", "totalt", "bedømmelse", "karakter", "vurdering",
    "stjerner", "samlet", "samlet vurdering", "min vurdering", "konklusion", "dom", "poäng",
)  # fmt: skip

WEAK_LABELS: frozenset[str] = frozenset(
    """avis dom rate rank film movie marks points total summary""".split()
) | {"the film", "the movie", "in short"}
"""Labels that are common words too: they need a colon or a dash, and make no rating of a bare number."""

OVERALL_WORDS: frozenset[str] = frozenset(
    ["overall", "final", "total", "verdict", "gesamt", "gesamtwertung", "endwertung", "gesamtnote", "globale", "finale", "complessivo", "totale", "slutbetyg", "eindoordeel", "eindcijfer", "totaal", "końcowa", "ogólna", "samlet", "film", "movie", "average"]
)
"""Of several ratings in one line, the one whose label holds such a word is the film's."""

THUMBS: tuple[tuple[str, str], ...] = (  # noun, and the pattern of what may stand between it and the direction
    ("thumbs?", r"(?: way| firmly| all the way| definitely| straight)?"),
    ("daumen", r"(?: nach| ganz| weit)?"),
    ("pouces?", r"(?: levés? vers le| vers le| en)?"),
    ("pulgar(?:es)?", r"(?: hacia)?"),
    ("pollic[ei]", r"(?: all'| in| verso(?: l'| il))?"),
    ("polega(?:r|res)", r"(?: para| pra)?"),
    ("duim(?:en|pje|pjes)?", r"(?: naar)?"),
    ("kciuk(?:i|ów)?", r"(?: w)?"),
    ("tumm(?:e|en|ar|arna)?", r"(?: rakt)?"),
    ("tommel(?:en|fingre|fingrene|fingeren)?", r"(?: vender)?"),
)

THUMB_WAYS: dict[str, str] = {  # direction -> pattern
    "up": r"ups?|hoch|rauf|oben|levés?|haut|l'air|arriba|su|alto|cima|omhoog|boven|górę|upp|uppåt|op|opad",
    "down": r"downs?|runter|unten|baissés?|bas|abajo|giù|verso|basso|baixo|omlaag|beneden|dół|ner|ned|neråt|nedad",
    "middle": r"sideways|in the middle|middle|seitwärts|mitte|quer|côté|medio|metà|meio|opzij|środku|mitten|midten",
}

GIVE: tuple[str, ...] = (  # words of giving a mark, with what is marked; a rating follows
    r"(?:gives?|gave|giving|given|award(?:s|ed|ing)?|rat(?:e|es|ed|ing)|grad(?:e|ed|ing)|scor(?:e|es|ed|ing)|mark(?:ed)?)"
    r" (?:it|this(?: (?:one|film|movie|flick))?|that|her|him|them|the (?:film|movie|picture|whole thing|flick)|[\w':-]{2,20}(?: [\w':-]{1,20}){0,3})"
    r"(?: (?:as|at|around|about|like|just|only|only just|maybe))?",
    r"(?:gets?|earns?|receives?|deserves?|scores?|merits?|warrants?|lands? (?:at|on)|settl(?:e|ed|ing) (?:on|for|at)|it's|that's|call it|i'd say|i say|worth"
    r"|giving (?:it|this)|go(?:ing|es)? with|is)",
    r"(?:gebe|geb|vergebe|vergeben|geben|gibt es|gibt's|bekommt|bekommen|erhält|kriegt|verdient|verdienen|macht)(?: (?:ich|dem film|ihm|ihr|dafür|von mir|wir|er|der film)){0,3}",
    r"(?:donne|mets|attribue|mérite|obtient|met|donnerais|mettrai[st]?|accorde)(?: (?:au film|à ce film|lui|un))?",
    r"(?:doy|pongo|damos|ponemos|otorgo|merece|lleva|recibe|daría|pondría|se lleva)(?: (?:a la película|a esta película|un|una))?",
    r"(?:do|diamo|assegno|merita|darei|prende|si merita|mi sento di dare)(?: (?:al film|a questo film))?",
    r"(?:dou|damos|leva|merece|recebe|daria|ganha)(?: (?:ao filme|a este filme|nota|um|uma))?",
    r"(?:geef|geven|krijgt|verdient|scoort)(?: (?:de film|deze film|hem|het|ik|van mij|dan ook)){0,3}",
    r"(?:daję|dajemy|dostaje|zasługuje na|otrzymuje|wystawiam|dałbym|dałabym)(?: (?:filmowi|mu|mocne|ode mnie)){0,2}",
    r"(?:ger|får|förtjänar|delar ut|giver|gir|fortjener|uddeler)(?: (?:den|det|filmen|jag|jeg|jag filmen)){0,2}",
)

GIVE_ARTICLES = (
    r"(?:an? |ein(?:e|en)? |une? |un |una |um |uma |een |en |et |ett |el |la |le |die |de |nota |note )?"
    r"(?:(?:very|really|rather|pretty|quite|sehr|bem|muy|très) )?"
    r"(?:(?:solid|strong|weak|generous|easy|high|low|light|firm|resounding|respectable|decent|big|fat|full|perfect|healthy|modest|measly|sad|mere|lukewarm|soft|hearty"
    r"|well-deserved|near-perfect|good|great|whopping|paltry|starke[ns]?|gute[ns]?|schwache[ns]?|glatte[ns]?|knappe[ns]?|solide[ns]?"
    r"|petit|gros|beau|bel|sonoro|rotondo|mocne|słabe|dikke|magere|nette|stark|svag|flot) )?"
)

VERDICT_WORDS: tuple[str, ...] = (  # a whole line that recommends or warns, and gives no number; patterns
    r"(?:(?:very |most )?(?:highly|strongly|definitely|warmly|heartily|cautiously|mildly|absolutely|not|totally|enthusiastically|wholeheartedly) )recommended(?: viewing)?",
    r"recommended(?: with (?:some )?reservations| viewing| for fans| if you like .{1,30})",
    r"(?:(?:an? )?(?:absolute |definite |total )?(?:must|don't)[ -](?:see|watch|miss|avoid)|essential(?: viewing)?|unmissable|avoid|don't miss (?:it|this one))",
    r"(?:just |definitely |please )?(?:skip|see|rent|buy|stream|avoid|watch|catch|miss|borrow|netflix|redbox|own|pirate|dodge|flush|burn)"
    r" (?:it|this(?: one)?|at all costs)(?: (?:now|today|immediately|on (?:dvd|netflix|cable|tv|video|demand|blu-?ray)|in (?:the )?(?:cinema|theat(?:er|re))s?|at all costs|if you must|again|twice))?",
    r"(?:well |definitely |barely |maybe |not |still |totally |absolutely )?worth (?:(?:an? )?(?:rental|watch|look|rent|view|viewing|shot|try|matinee|ticket|buy|go|night out|trip)"
    r"|seeing|watching|renting|buying|checking out|a(?:nother)? look|your (?:time|money|while)|the (?:price of (?:a ticket|admission)|ticket(?: price)?|money|wait|trip|rental)|it|full price|catching)",
    r"wait for (?:the |it (?:on|to hit) )?(?:dvd|blu-?ray|video|netflix|cable|rental|streaming|tv|demand|home video|vod|the dvd)",
    r"(?:a |solid |strong |definite |easy |hard |soft )?(?:pass|rental|rent|matinee|full price|bargain bin|thumbs sideways)",
    r"(?:don't|do not) (?:bother|waste your (?:time|money)|see (?:it|this)|watch (?:it|this))",
    r"(?:give it|take) a (?:miss|try|chance|shot|look|go|pass)|stay (?:far )?away|save your money|check it out|rush out(?: and see it)?|go see (?:it|this)|run,? don't walk|proceed with caution",
    r"(?:(?:sehr|absolut|unbedingt|bedingt|nicht|äußerst|durchaus|höchst|sehr|kaum|wirklich) )?(?:sehenswert|empfehlenswert)|(?:(?:klare|absolute|große|eindeutige|bedingte|keine|meine|dicke) )+(?:empfehlung|kaufempfehlung|filmempfehlung|kinoempfehlung|sehempfehlung)"
    r"|(?:unbedingt )?(?:anschauen|ansehen|reingehen)|finger weg|pflichtprogramm|pflichtfilm|muss man (?:gesehen haben|sehen)|kann man (?:sich )?(?:sparen|ansehen|gucken)|nicht empfehlenswert|ein muss|meisterwerk",
    r"à (?:voir(?: absolument| d'urgence)?|éviter(?: absolument)?|fuir|ne pas (?:manquer|rater)|oublier)|incontournable|(?:vivement|chaudement|fortement) (?:recommandé|conseillé)e?|recommandé|passez votre chemin|immanquable|dispensable",
    r"(?:(?:muy|altamente|totalmente|absolutamente|no|nada|poco) )?recomendad[oa]|(?:muy |nada |poco |no |muy poco )?recomendable|imprescindible|(?:muy )?prescindible|evitable|hay que verla|no te la pierdas|obligatoria|de visión obligatoria|imperdible",
    r"(?:assolutamente |vivamente |caldamente |altamente |non |fortemente )?(?:s?consigliat[oa]|da vedere|da evitare|imperdibile|evitabile|raccomandat[oa])|da non perdere|promosso|bocciato|capolavoro|rimandato",
    r"(?:altamente |muito |super |não )?recomendad[oa]s?|imperdível|evite|vale a pena(?: ver)?|não vale a pena|obrigatório|assista|fuja",
    r"(?:een |absolute |dikke |echte )*(?:aanrader|afrader|must-?see|topper)|overslaan|niet te missen|gaan zien|niet doen|laat maar",
    r"(?:gorąco |szczerze |zdecydowanie |nie |bardzo )?(?:polecam|odradzam)|(?:nie )?warto(?: obejrzeć| zobaczyć)?|omijać(?: szerokim łukiem)?|obowiązkowo|trzeba zobaczyć|pozycja obowiązkowa|można obejrzeć",
    r"(?:rekommenderas|rekommenderas (?:varmt|starkt)|varmt rekommenderad|klart sevärd|sevärd|undvik|se den|måste ses|ett måste|rekommenderas ej|slipp)",
    r"(?:kan )?(?:varmt |stærkt )?anbefales(?: varmt| ikke)?|undgå|må ses|skal ses|spring over|se den|bør ses|værd at se",
)  # fmt: skip

STARS = "★⭐🌟✮✪✯✭✫✬✶✷✸✹✡⋆🟊"
SHAPES = "●◉⚫■█▮◆▰⬤▓◼⬛"
HEARTS = "❤♥💛💚💙💜🧡🖤🤎💖💗"
EMPTIES = "☆✩✰⭒○◎⚪□░▒▯◇♡🤍▱◯◻⬜🌑🩶◌"
HALF_GLYPHS = "½⯨⯪⯫◐◑◒🌗🌓💔"
MODIFIERS = "\ufe0f\ufe0e\u200d🏻🏼🏽🏾🏿"
PICTURES = (  # character ranges of emoji that bloggers repeat; faces and hands stand outside
    "\u2600-\u2604\u2607-\u260d\u2614-\u2618\u2620-\u2638\u2648-\u26fd\u270f-\u2712\u2744-\u2748"
    "\U0001f300-\U0001f442\U0001f451-\U0001f48f\U0001f490-\U0001f4ab\U0001f4ad-\U0001f5ff\U0001f680-\U0001f6ff"
    "\U0001f7e0-\U0001f7eb\U0001f940-\U0001f978\U0001f980-\U0001f9cb\U0001f9e0-\U0001f9ff\U0001fa70-\U0001faff"
)
THUMB_UP, THUMB_DOWN = "👍", "👎"
