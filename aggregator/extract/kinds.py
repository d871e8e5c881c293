"""What headlines say for a film review or for something else, with weights in log-odds."""

from __future__ import annotations

import re

from aggregator.extract.kinds_elsewhere import ELSEWHERE
from aggregator.values.months import TABLE
from aggregator.values.patterns import Pattern

DIARIES = ("en", "de", "fr", "es", "it", "pt")
MONTH = "|".join(dict.fromkeys(names.split()[0] for language in DIARIES for names in TABLE[language].split("|")))
"""Months (folded) of blogs that keep a diary of what they saw."""
START = -1.3
"""Weight of a post before any sign."""

HEADLINE_SIGNS: dict[str, tuple[float, str | None]] = {
    "review": (2.2, None),
    "double": (0.4, None),
    "news": (-4.5, "news"),
    "list": (-5.5, "list"),
    "interview": (-5.0, "interview"),
    "trailer": (-5.0, "trailer"),
    "recap": (-5.5, "recap"),
    "festival": (-4.5, "festival"),
    "essay": (-4.0, "essay"),
    "question": (-5.0, "question"),
    "giveaway": (-4.0, "news"),
    "personal": (-5.0, "other"),
    "tv": (-7.0, "tv"),
    "book": (-7.0, "book"),
    "comic": (-7.0, "book"),
    "stage": (-7.0, "other"),
    "game": (-7.0, "game"),
    "album": (-7.0, "album"),
    "hardware": (-7.0, "hardware"),
    "podcast": (-3.0, "other"),
}
"""Sign of a headline -> weight, and the label it speaks for."""

HEADLINES: tuple[tuple[str, float, str], ...] = (
    (
        r"\bnot (?:really )?(?:a|my) review\b|\b(?:keine|pas une|no es una|non e una|nie) "
        r"(?:kritik|rezension|critique|resena|critica|recensione|recenzja)\b",
        -5.5,
        "essay",
    ),
    (
        r"^how (?:\w+ ){1,3}(?:ratings?|scores?|grades?) works?\b"
        r"|\bhow (?:i|we) (?:rate|grade|score|review)\b|\b(?:rating|grading) (?:system|scale)\b|\breview policy\b"
        r"|\bexplain\w* (?:my|our|the) (?:ratings?|scores?|grades?|stars)\b|\b(?:my|our) ratings? explained\b",
        -6,
        "other",
    ),
    (
        r"^(?:all |my |our |the |latest |recent )*(?:\w+ ){0,3}(?:film|movie)? ?(?:reviews|kritiken|critiques"
        r"|criticas|recensioni|recenzje|resenas)"
        r"(?: (?:index|archive|list|a z|by \w+))?$",
        -7.0,
        "list",
    ),
    (
        r"^whats (?:good|new|on|playing|showing|streaming|coming|worth)\b.* (?:week(?:end)?|month|tv|netflix|prime)\b"
        r"|\b(?:most )?(?:over|under)rated (?:\w+ )?(?:films|movies)\b",
        -5.0,
        "list",
    ),
    (r"\b(?:19|20)\d\d (?:in|en|em) (?:numbers|figures|zahlen|chiffres|cifras|numeros|numeri)$", -6.0, "list"),
    (
        r"^(?:watched|seen|gesehen|vu|visto|visti|rated|movies|films|filme|peliculas)(?: (?:in )?(?:19|20)\d\d"
        r"| \d.*)?$"
        r"|\b(?:filmes assistidos|peliculas vistas|films (?:vus|watched|seen)|movies (?:watched|seen)|film visti"
        r"|gesehene filme)\b"
        r"|^(?:dicas|tips|consejos|consigli|tipps|conseils)\b",
        -4.5,
        "list",
    ),
    (
        r"^(?:19|20)\d\d(?: (?:in|en) \w+)?$|\b(?:19|20)\d\d in (?:retrospect|review|film|movies)\b|^my (?:19"
        r"|20)\d\d\b",
        -5.0,
        "recap",
    ),
    (
        r"\b(?:die|las|los|les|le|i|as|os|the) \d{1,3} (?:besten |mejores |meilleurs |migliori |melhores |best )?"
        r"(?:filme|peliculas|films|filmes|filmow|movies)\b|\b(?:favou?rit\w*|lieblings\w+|preferid\w+|favorit[oa]s) "
        r"(?:films?|movies?|filme|peliculas|directors?)\b|\b(?:peliculas?|films?|filmes|diretores|directores"
        r"|registi) "
        r"(?:mas |preferid|favorit|piu )\w*|\b(?:seleccion|selecao|selezione|auswahl) (?:de|di|der"
        r"|von) (?:peliculas|filmes|film)\b"
        r"|\bmovie trends?\b|\bliste? (?:of|de|der|des|di)\b|^list of\b|\bmovies i (?:missed|want|need)\b"
        r"|\b(?:in|aus|i|en) (?:filmen|filmer)$",
        -5.5,
        "list",
    ),
    (
        r"\b(?:oscars?|oscares|academy awards?|goyas?|cesars?|baftas?|golden globes?|premios|awards|prix|preise)\b"
        r"(?: \w+){0,2} ?(?:19|20)\d\d\b|\b(?:19|20)\d\d (?:oscars?|awards|premios|goya)\b|\bpreistrager\b"
        r"|\bpalmares\b",
        -5.0,
        "news",
    ),
    (
        r"\b(?:festival|mostra|filmfest|berlinale|viennale|frightfest)\b.{0,40}\b(?:19|20)\d\d\b|^(?:festival"
        r"|mostra|berlinale)\b"
        r"|\b(?:lff|tiff|sxsw|cannes|sundance|locarno|iffr|sitges|fantasia) (?:19|20)\d\d\b"
        r"|\b(?:cine|film) ?(?:marathon|maraton|maratona|nacht|week|semana)\b|\bmaraton\b|\b(?:forum|conference"
        r"|workshop|symposium|masterclass|retrospective)\b",
        -5.5,
        "festival",
    ),
    (
        r"\b(?:releases?|unveils?|drops?|reveals?|announces?|confirms?|teases|debuts|sets) (?:\w+ ){0,6}"
        r"(?:theme|trailer|date|poster|adaptation|cast|film|movie|sequel|title|soundtrack|first)\b"
        r"|\b(?:premiera|estreno|filmstart|kinostart|en tournage|rodaje|se rueda|dreharbeiten|uscita|lancamento)\b"
        r"|\b(?:live action|anime|film|movie) (?:adaptation )?(?:announced|announcement|confirmed|in the works)\b"
        r"|\b(?:now|coming) (?:in theaters|to (?:netflix|disney|prime|theaters|cinemas))\b|\bwird verfilmt\b",
        -4.0,
        "news",
    ),
    (
        r"\b(?:genre|director|actor|star|country) (?:focus|spotlight|profile|retrospective)\b|^why \w+ (?:is|are"
        r"|was) (?:the|a|an)\b"
        r"|^why (?:\w+ ){1,3}(?:live|matters?|needs?|works?|still|never|always|keep|don t|can t)\b"
        r"|\bin defen[cs]e of\b|\ban? (?:history|introduction|guide|primer|celebration) (?:of|to)\b|\bon watching\b",
        -3.5,
        "essay",
    ),
    (
        r"\b(?:serie|serial|miniseries?|staffel|telenovela)\b|\bseason \d"
        r"|\b(?:recensione|critica|critique|kritik|recenzja|resena)(?: della?| de la| zur?)? (?:serie|serial\w*"
        r"|miniserie)\b"
        r"|^(?:tv|television|serie|serien)\b",
        -7.0,
        "tv",
    ),
    (
        r"\bwinning (?:a|the|an)\b|\b(?:our|my) (?:first |new |short )*(?:film|movie|short)\b"
        r"|\bbehind the scenes\b|\bmaking of\b",
        -3.0,
        "other",
    ),
    (
        r"\binterviews? (?:with|mit|avec|con|com)\b|\ban interview\b|^\w+ (?:questions|fragen|preguntas|domande) "
        r"(?:for|to|with|an|para|a)\b|\bim gesprach\b|\bin conversation with\b|\btalks? (?:about|to us)\b"
        r"|\btalking (?:to|with)\b|\ba (?:conversation|chat) with\b|\bq a with\b",
        -5.0,
        "interview",
    ),
    (
        r"\btrailers?\b(?! park)|\bbande annonce\b|\bteaser\b",
        -5.0,
        "trailer",
    ),
    (
        r"^(?:my |the |our )?(?:top )?(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|twelve|twenty|drei|funf"
        r"|sieben"
        r"|zehn|trois|cinq|dix|tres|cinco|siete|diez|tre|cinque|dieci|piec) (?:\w+ ){0,3}(?:ways|things|reasons"
        r"|records"
        r"|albums|movies|films|filme|peliculas|filmow|filmes|moments|scenes|grunde|raisons|razones|motivi|books"
        r"|quotes)\b",
        -5.0,
        "list",
    ),
    (
        r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monthly|weekly"
        r"|weekend|januar|februar|marz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout"
        r"|septembre|octobre|novembre|decembre|enero|febrero|abril|mayo|junio|julio|agosto|septiembre|octubre"
        r"|noviembre|diciembre)(?: (?:19|20)\d\d)? (?:in film|in movies|round ?up|recap|wrap ?up|ruckblick|bilan)\b"
        r"|\b(?:monatsruckblick|filmmonat|bilan cine\w*|resumen (?:del mes|mensual))\b",
        -5.5,
        "recap",
    ),
    (
        r"\b(?:poster|scene|shot|title sequence|credits|costumes?|character|colou?rs?|soundtrack|lighting|editing)"
        r" (?:analysis|breakdown)\b|^(?:\w+ ){0,3}(?:poster|scene|shot|costume|character|colou?r) study\b"
        r"|\bending explained\b|\b(?:the|a) (?:\w+ ){0,3}career of\b"
        r"|\bthe (?:films|cinema|movies|works?) of\b",
        -7.0,
        "essay",
    ),
    (r"^(?:a |our |in )?(?:discussion|conversation|chat|talk)s? (?:of|about|on|with)\b", -4.0, "interview"),
    (
        r"^meet (?:our|the (?:\w+ )?(?:editors?|team|writers?|staff|critics?|contributors?|crew|maker|makers))\b",
        -5.0,
        "other",
    ),
    (r"\b(?:new|next|upcoming) (?:\w+ ){1,3}(?:film|movie) (?:is )?(?:named|titled|called|announced)\b", -4.5, "news"),
    (r"^(?:my |the |our )?(?:cinema|films?|movies?|year) (?:of |in )?(?:19|20)\d\d\b", -7.0, "recap"),
    (
        r"\b(?:a few|some|several|couple of|three|four|five|six|seven|ten) (?:\w+ )?(?:films|movies)\b"
        r"|\b(?:mes|nos|meus|minhas|mis|miei|meine|my|our|your) (?:\w+ )?(?:films|filmes|peliculas|filme|movies)\b",
        -6.5,
        "list",
    ),
    (r"\b(?:movie|film|kino|filme) ?(?:nights?|nacht|abend)$", -4.0, "festival"),
    (r"^(?:movie|film|blog|site|status|life) updates?\b", -5.0, "other"),
    (
        r"\b(?:review|reviewing|critics?|writing|trivia|film|movie|caption|photo) (?:\w+ )?(?:contest|competition)s?\b"
        r"|\b(?:concurso|concours|concorso|wettbewerb|gewinnspiel|konkurs|verlosung)\b",
        -6.0,
        "news",
    ),
    (r"\b(?:string|bunch|series|pile|handful|batch|pair|trio) of (?:\w+ ){0,2}(?:movies|films)\b", -5.5, "list"),
    (
        r"\b(?:tv|television) (?:\w+ ){0,4}(?:episodes?|shows?|series|sitcoms?)\b"
        r"|\bfavou?rite (?:\w+ ){0,5}(?:episodes?|shows?)\b",
        -7.0,
        "tv",
    ),
    (
        r"^(?:watched|seen|viewed|viewings?|gesehen|vu|visto|visti) (?:this|last|diese|letzte|cette|esta|questa|january"
        r"|february|march|april|may|june|july|august|september|october|november|december|januar|februar|juni|juli"
        r"|oktober|dezember|enero|febrero|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b",
        -5.5,
        "recap",
    ),
    (  # what is on a service, in order of fit
        r"^(?:the |our |my )?(?:best|top) (?:\w+ ){0,4}picks\b|\bpicks (?:to (?:stream|watch|see)|on (?:netflix|amazon"
        r"|hulu|disney|prime|hbo|max))\b|^(?:movie|film|streaming|watch) (?:recommendations?|picks)\b|^what to watch\b",
        -6.0,
        "list",
    ),
    (r"^(?:still )?waiting for\b", -2.5, "news"),
    (
        r"^(?:im |i am |we are )?(?:looking forward to|can ?t wait for|cannot wait for|excited (?:for|about)|hyped for"
        r"|anticipating)\b",
        -4.0,
        "news",
    ),
    (
        r"\b(?:medien|media|kultur|culture|filme|films|movies|peliculas|filmes|gesehen|watched|seen) (?:\w+ )?"
        r"(?:im|in|en|em|de|von|of) (?:january|february|march|april|may|june|july|august|september|october|november"
        r"|december|januar|februar|marz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout"
        r"|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre"
        r"|noviembre|diciembre)\b",
        -5.5,
        "recap",
    ),
    (r"^(?:site )?(?:launch|launched|launching|now live|new (?:web)?site)\b", -4.0, "news"),
    (
        r"\b(?:movies?|films?|books?|pelicula|libro|livre|buch|remake|original|series?) (?:vs|versus|contra)\b"
        r"|\b(?:vs|versus|contra) (?:the |la |el |le |das )?(?:movies?|films?|books?|pelicula|libro|livre|buch|remake"
        r"|original|series?)\b",
        -3.5,
        "essay",
    ),
    (r"^off ?topic\b|\bhors sujet\b|\bfuera de tema\b", -4.0, "other"),
    (r"^guest (?:post|essay|column)\b", -2.0, "essay"),
    (
        r"\b(?:film|movie|how) criticism\b|\bthe (?:film )?reviews? as\b"
        r"|\bthe (?:art|craft|language|future|death|value) of (?:the )?(?:films?|movies?|cinema|rewatch\w*|review\w*"
        r"|critic\w*)\b",
        -5.0,
        "essay",
    ),
    (r"\bwinners? of (?:\w+ ){0,4}(?:awards?|prizes?|festival)\b", -3.5, "news"),
    (r"\bmarathon$", -2.0, "festival"),
    (
        r"^(?:movies?|films?|(?:movie|film|watch) ?lists?)$"
        r"|^(?:holiday|summer|winter|christmas|halloween|weekend|recent|more|old|good|bad|random) (?:movies|films)\b",
        -6.5,
        "list",
    ),
    (r"\bfaqs?$|\b(?:viewing|watch|watching) orders?\b", -5.0, "essay"),
    (
        r"\b(?:filme|pelicula|film|movie|full) (?:completo|completa|complet|movie) (?:dublado|legendado|doblada|gratis"
        r"|online|free|hd|assista|em portugues|en espanol)\b|\b(?:assista|watch|ver|guarda) (?:agora|online|gratis|now"
        r"|free)\b"
        r"|\b(?:iconos|icones|estrelas|estrellas) (?:no|na|en el|das|de las?) (?:cinema|cine|telonas|pantallas)\b",
        -6.0,
        "other",
    ),
    (
        r"\b(?:filmes|peliculas|films|movies|filme) (?:com|con|with|mit|podem|pueden|can|could|should|e series|y series"
        r"|and (?:tv )?(?:series|shows)|sobre|about|que|that|mais|mas|retratam|para|for)\b"
        r"|^(?:como|how|wie|comment|come) (?:os |as |los |las |the |les |i )?(?:films|filmes|peliculas|movies|filme)\b"
        r"|\b(?:guia completo|guia completa|complete guide|guide complet)\b|\b(?:fas|fans|amantes) (?:de|of) (?:cine"
        r"|cinema|film)\b|\b(?:na tv|na televisao|en la tele|en la tv|on tv|en television) (?:e|y|and) (?:no|en el|in"
        r"|on) (?:cinema|cine|film|screen)\b",
        -4.5,
        "list",
    ),
    (
        r"\b(?:mais|mas|plus|piu) (?:esperad|aguardad|attendu|attes)\w+\b|\bmost (?:anticipated|awaited)\b",
        -3.5,
        "news",
    ),
    (
        r"\b(?:pone|pondra|firma|compone|compoe|assina|firmara) (?:la |a |il |le )?(?:banda sonora|musica|trilha"
        r"|colonna sonora)\b|\b(?:to score|will score|composes the score)\b",
        -4.5,
        "news",
    ),
    (
        r"\bmp3s?\b|\b(?:perform(?:s|ing)?|plays?|sings?) .{2,40} (?:on|at|live)\b|\bmusic videos?\b|\bs t$",
        -2.5,
        "album",
    ),
    (
        r"^(?:i|les|die|los|the|os|new|neue|nuevos|nouveaux) (?:film|films|filme|peliculas|movies|filmes) "
        r"(?:di|de|du|of|des|im|in|en|this|der|da)\b",
        -3.0,
        "news",
    ),
    (  # a month's diary
        rf"^(?!may$)(?:{MONTH})(?: (?:19|20)\d\d)?$|^(?:{MONTH}) (?:media|diary|log|reads?|reading|watch\w*)\b"
        r"|\bmedia (?:diet|log|consumption|digest)\b"
        r"|^what i (?:ve |have )?(?:been )?(?:watch|read|saw|seen|listen|consum)\w*"
        r"|^(?:o que (?:eu )?(?:tenho|ando)|lo que (?:he|estoy|ando)) (?:visto|vendo|viendo|ouvido|lido|leido"
        r"|leyendo)\b",
        -6.0,
        "recap",
    ),
    (
        r"\bmemes?\b|\bquiz\b|\bquestionnaire\b|\bdrinking game\b",
        -5.0,
        "other",
    ),
    (  # prizes without their year
        r"\b(?:academy awards?|oscars|golden globes|baftas|emmys|razzies|oscar (?:night|predictions?|picks?|nominees?"
        r"|nominations?|winners?|race|season|ballot))\b",
        -5.0,
        "news",
    ),
    (r"\bwent wrong(?: with| in)?\b|\bgoes wrong with\b", -3.0, "essay"),
    (
        r"^(?:merry|happy) (?:christmas|new year|holidays|halloween|easter|thanksgiving|diwali)\b(?! mr)"
        r"|^(?:frohe|joyeux|joyeuses|feliz|buon|prettige|god) (?:weihnachten|ostern|noel|paques|navidad|natal|natale"
        r"|ano|jul|kerst\w*)\b",
        -2.5,
        "other",
    ),
    (r"\bopening (?:weekend|night|day)\b|\bbox office\b", -4.0, "news"),
    (r"\b(?:other|best|worst|early|late|bad|good|great|first|next|new|old|all) (?:movies|films)$", -4.0, "list"),
    (r"\bfilm festivals?\b|\bfestival (?:de|del|du|di) (?:cine|cinema|film)\b", -3.0, "festival"),
    (
        r"^(?:movies|films|filme|peliculas|filmes) (?:i|we|you|ich|wir|que|die)\b"
        r"|\b(?:movies|films|shows) (?:do you|to (?:watch|see)|on (?:netflix|amazon|hulu|disney))\b",
        -5.0,
        "list",
    ),
    (  # "X and the Perils of Power"; films are called "X and the Temple of Y"
        r"\band the (?:problems?|politics|ethics|philosophy|psychology|economics|limits|myths?|burden|aesthetics"
        r"|semiotics) of\b|\bthe (?:horrors?|politics|ethics|philosophy|psychology|semiotics|aesthetics) of \w+ing\b"
        r"|\b(?:and|und|et|y|e) (?:climate change|capitalism|feminism|masculinity|mental health|social media|philosophy"
        r"|psychology|theology|modernity|postmodernism)$",
        -3.0,
        "essay",
    ),
    *ELSEWHERE,
)
"""Pattern of a folded headline -> weight, label; one row each counts once."""

FILM_LABEL = Pattern(
    r"^(?:movie|film|kino|cine|cinema|sneak|watched|rewatch(?:ed)?|gesehen|vu|visto)\b[^:–—-]{0,24}[:–—-]\s?\S"
    r"|^(?:i |just |finally ){0,3}(?:saw|watched|rewatched|went to see) \S",
    re.I,
)
"""A headline that begins with the kind of thing reviewed."""
FAVOURITE = Pattern(
    r"^(?:mis|meus|mes|meine|i miei|my|our) (?:[\w-]+ )?(?:pel[ií]culas|filmes|films|filme|film|movies)"
    r"(?: [\w-]+)? ?[:–—-] ?(?=['‘“\"„«][^'’”\"“»]+['’”\"“»]$|[^'‘“\"„«]+ \((?:19|20)\d\d\)$)",
    re.I,
)
"""The name of a series of posts, before the one film that a post of it is on."""
SOFT = frozenset(("news", "list", "recap", "essay", "festival", "question"))
"""Labels that a headline which says "review" speaks for with half its weight."""
PERSON_QUOTED = Pattern(r"^[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]+){1,2}: ?['‘“\"„«]")
"""An interview's headline: a name, a colon and a quotation."""
PERSON_ON = Pattern(
    r"^(?!The |A |An )[A-Z][\w.'’-]+ [A-Z][\w.'’-]+(?:(?: and| &|,) [A-Z][\w.'’-]+ [A-Z][\w.'’-]+){0,2}"
    r" (?:on|talks?|discuss(?:es)?|explains?|remembers?|recalls?) (?:the|his|her|their|why|how|what|making|being"
    r"|playing|working|about|to)\b"
)
"""An interview's or a link's headline: persons, and what they talk about."""
PERSON = -5.0
"""Weight of a headline that is the name of a known actor or director: a portrait, an obituary."""
FILED = Pattern(
    r"^(?:arts?|article|music|fashion|foods?|sports?|photography|travel|theat(?:re|er)|playlist|design|tech|politics)"
    r" ?[/|]",
    re.I,
)
"""A headline that begins with what it is filed under, and that is no film."""
LINKED_OUT = Pattern(r"(?:→|⇒|↗|⇗|➜|➔)\s*\Z")
"""The headline of a link blog's post that points to somebody else's text."""
