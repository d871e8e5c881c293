"""Signs of what a post is that its headline shows: review, news, list, book, recap and so on."""

from __future__ import annotations

from aggregator.values.patterns import Pattern, Patterns
from aggregator.values.text import fold
from aggregator.values.title_words import FESTIVALS, REVIEW_WORDS, REVIEWED

LONGEST = 240  # characters of a headline that count

# A word counts only where its place tells: "Book review: X" is a sign, "The Book of Life review" is none.
# Rows: sign, and a pattern over the folded headline, in which {festivals} and the like are the lists below.
SIGNS: tuple[tuple[str, str], ...] = (
    (
        "review",
        r"\b{reviews}\b|\b(?:film|movie) reactions?\b|^chroniques? (?:(?:de |du |d un )?(?:films?|cinema|cine)|cine)\b",
    ),
    (
        "book",
        r"^(?:\w+ )?(?:book|novel|novella|audiobook|libro|livre|buch|livro|boek|ksiazk\w|"
        r"roman) {review}\b(?! \d{4}$).",
    ),
    (
        "book",
        r"^(?:buchkritik|buchrezension|buchbesprechung|buchreview|recenzja ksiazki|boekrecensie|boekbespreking|"
        r"bokrecension|boganmeldelse|bokanmeldelse)\b",
    ),
    (
        "book",
        r"\b{review} (?:of|de|del|du|do|der|zum|zu|van|af|av) (?:the |el |la |le |das |het )?(?:book|novel|libro"
        r"|novela|livre|buch|livro|boek|ksiazki|powiesci)\b|\b{review} (?:del|du|do|zum) (?:romanzo|roman|romance)\b",
    ),
    (
        "book",
        r"\bbook (?:haul|tour|launch)\b|\bthe book vs the (?:film|movie)\b|\breading (?:\w+ ){1,8}by \w+ \w+$",
    ),
    ("comic", r"^(?:\w+ )?(?:comics?|comic book|graphic novel|manga|bd) {review}\b."),
    (
        "album",
        r"^(?:\w+ )?(?:album|soundtrack|score|music|concert|gig|single|vinyl|lp|cd|song|disco|musik|"
        r"ost) {review}\b.",
    ),
    (
        "album",
        r"\b(?:track by track|original score|original motion picture soundtrack|track ?list|new single|"
        r"albumkritik)\b",
    ),
    (
        "album",
        r"\b(?:the|original|best) (?:soundtracks?|film score)\b|\bsoundtracks? (?:review|reviewed)\b|"
        r"\bmusic (?:of|from|in) the (?:film|movie)\b",
    ),
    ("game", r"^(?:\w+ )?(?:games?|video ?games?|board games?|spiel|juego|videojuego|jeu|spel|gra|gry) {review}\b."),
    (
        "game",
        r"\b(?:ps[2-5]|playstation \d|xbox (?:one|360|series \w)|nintendo (?:switch|3ds|ds)|wii u|gameplay|"
        r"steam deck|early access)\b|^(?:spielkritik|spieletest|gamerecensie|spelrecensie|spelrecension"
        r"|spilanmeldelse)\b",
    ),
    (
        "stage",
        r"^(?:theatre|theater|stage|musical|play|opera|ballet|broadway|west end) {review}\b.|"
        r"\bat the (?:barbican|old vic|young vic|national theatre|donmar|almeida|royal court|theatre royal|lyceum)\b",
    ),
    (
        "hardware",
        r"^(?:\w+ )?(?:headphones?|projector|camera|laptop|phone|soundbar|gadget|restaurant|beer|wine|product|"
        r"hotel) {review}\b.",
    ),
    ("hardware", r"\b(?:4k|hd|led|oled|laser|portable|mini) (?:projector|tv|monitor|camera)\b|\bsoundbars?\b"),
    ("hardware", r"\b(?:iphone|ipad|macbook|kindle|gopro|galaxy s\d+|earbuds|smart ?tv|thinkpad|raspberry pi)\b"),
    (
        "tv",
        r"(?<!open )\b(?:season|staffel|saison|temporada|stagione|seizoen|sezon|sasong|saeson|musim) (?:\d{1,2}|one"
        r"|two|"
        r"three|four|five|six|seven|eight|finale|premiere|opener)\b",
    ),
    (
        "tv",
        r"\b(?:series|midseason|season) (?:finale|premiere|opener)\b|\w (?<!open )(?:series|season) \d{1,2}\b"
        r"|\b\d{1,2}x\d{1,2}\b|"
        r"\bs\d{1,2} ?ep?\d{1,2}\b|\b(?:first|second|third) season\b",
    ),
    (
        "tv",
        r"^(?:tv|television|tv show|tv series|serien?|web series|mini ?series|drama series|kdrama|k drama|"
        r"anime series|sitcom) {review}\b.",
    ),
    (
        "tv",
        r"\b(?:tv show|tv series|web series|k ?drama|anime series|mini ?series) {review}\b|\b(?:serienkritik|"
        r"critique serie|critica (?:de la )?serie)\b|"
        r"^(?:serierecensie|serierecension|serieanmeldelse|tv recensie|tv recension|tv anmeldelse|serienreview)\b",
    ),
    ("tv", r"\b(?:episodes? (?:\d{1,3} )?(?:review|recap|guide)|{review} episodes? \d)\b"),
    (
        "recap",
        r"\brecaps?\b|\bthe week (?:on|in)\b|\bweek in review\b|^(?:my|our|the) week (?:in|at|on)\b|"
        r"\b(?:weekly|monthly|month in) (?:{review}|roundup|round up|report|wrap ?up)\b",
    ),
    (
        "recap",
        r"\bwhat (?:i|we)(?: ?ve)? (?:been )?(?:watched|watching|saw|seen)(?: (?:in|this|last|on|during)\b|$)|"
        r"\b(?:films?|movies?) (?:i|we) (?:watched|saw) (?:in|this|last)\b",
    ),
    (
        "recap",
        r"\b(?:news|review|link|links|blog|film|movie|weekend|month|week|festival|viewing) (?:round ?up|"
        r"wrap ?up|log)\b|\breport cards\b",
    ),
    (
        "recap",
        r"\b(?:year|decade|month|months) in (?:{review}|film|films|movies|numbers)\b|\b(?:our|my) (?:19|"
        r"20)\d\d in\b",
    ),
    ("podcast", r"\bpodcasts?\b|^(?:ep|episode) \d{1,4} ."),
    (
        "trailer",
        r"\btrailers? {review}\b|\b(?:new|first|official|final|red band|teaser|full|latest|"
        r"international) (?:\w+ )?(?:trailers?|teasers?)\b|\b(?:trailers?|teaser) (?:for|of|is|released|drops|"
        r"reaction|breakdown|zu|de)\b|\btrailers?$|^(?:trailers?|teaser) (?!park)",
    ),
    (
        "news",
        r"\b(?:new|first|official|international|final) (?:\w+ )?(?:posters?|stills?|images?|clips?|photos?|"
        r"footage|banner|look at)\b|\bposters? (?:for|revealed|released|unveiled|of|zu)\b|^posters? (?!boy)",
    ),
    (
        "news",
        r"\b(?:casting|film|movie|release|breaking|hollywood|entertainment) news\b|^news (?!from|hounds)|"
        r"\bbox office (?:report|results|news|wrap|{films})?|\bnews (?:kernels|bits|roundup|of)\b|"
        r"\bon the set of\b|\bset visit\b|\b(?:delayed|postponed|pushed back)(?: again)?$|"
        r"\bkurz notiert\b|\bnoticias? de\b",
    ),
    (
        "news",
        r"\b(?:joins the cast|joins? .{1,30} (?:cast|sequel|remake)|cast in|to star (?:in|as)|to direct|"
        r"in talks|first look|release date|sequel date|gets? a (?:sequel|release|date|trailer|poster))\b",
    ),
    (
        "news",
        r"^(?:rip|r i p(?! d)|obituary|in memoriam|announcing|announced|confirmed|rumou?r)\b|\b(?:announces|"
        r"has been announced|confirms)\b",
    ),
    (
        "news",
        r"\b(?:oscars?|academy awards?|golden globes?|bafta|baftas|emmys?|cesar|cesars|goya|goyas) (?:night|"
        r"nominations?|nominees|winners?|predictions?|ballot|race|snubs?|(?:19|20)\d\d)\b|\bbox office$",
    ),
    (
        "list",
        r"^(?:my |our |the |your )?(?:top |best |worst )?{many} (?:[\w]+ ){0,4}?(?:{films}|performances|"
        r"scenes|moments|actors|actresses|directors|characters|villains|quotes|sequels|remakes|posters|"
        r"trailers|favou?rites|documentaries|facts)\b",
    ),
    (
        "list",
        r"^{many} (?:\w+ )?(?:reasons (?:why|to|you)|things (?:you (?:need|should|didn)|we (?:learned|love)|"
        r"i learned|to know|about the)|ways to watch)\b",
    ),
    (
        "list",
        r"\btop {many}(?= [a-z])(?! review)|\b(?:pick|picks) the {many}\b|\b(?:the|my|our) {many} (?:best|worst|"
        r"greatest|favou?rite)\b|\b(?:best|worst|greatest|favou?rite|most anticipated|"
        r"essential) (?:\w+ ){0,2}{films}\b(?! ever sold)",
    ),
    (
        "list",
        r"\b(?:best|worst) of (?:the (?:year|decade|century)|(?:19|20)\d\d)\b|\b(?:my|"
        r"our) fav(?:ou?rite)?s? .{0,40}\b(?:{films}|performances|scenes|moments|actors|characters|roles)\b|"
        r"\b(?:ranked|ranking|watchlist|in numbers)\b|^the (?:many|changing|different) faces of\b|"
        r"\b(?:upcoming|new|this week s|dvd|blu ray|home video|cinema|movie|film) releases\b",
    ),
    (
        "list",
        r"\b(?:beste[nr]?|schlechteste[nr]?|meilleurs?|mejores|peores|migliori|peggiori|melhores|piores|"
        r"najlepsz\w+|bedste|basta) (?:\w+ )?(?:{films})\b",
    ),
    (
        "interview",
        r"\b(?:interviews?|entrevista|entretien|intervju|wywiad|wawancara|q and a) (?:with|mit|avec|con|com|"
        r"med|z|dengan) (?!the vampire|the assassin|a |an |god)|^(?:entrevista|entretien|q and a) .{3,}|"
        r"^interview (?!with)\w+ \w+",
    ),
    (
        "question",
        r"\b(?:question of the|question de la|frage der|pregunta de la|your thoughts|what counts as|trivia|"
        r"quiz time|film quiz|movie quiz)\b|^(?:poll|quiz|question|umfrage|encuesta|sondage)\b.|"
        r"\bwho (?:would|will|d) win\b",
    ),
    (
        "festival",
        r"\b(?:festival|fest|{festivals}) (?:diary|diaries|notes|report|dispatch|journal|"
        r"(?:day|tag|jour) \d{1,2}(?: (?:and|to|a recap|part|bis|et|und) .*)?$|tagebuch|preview|lineup|line up|"
        r"schedule|coverage)\b",
    ),
    (
        "festival",
        r"\b(?:carnet|journal|tagebuch|diario|diary|notes|dispatch|dispatches|report|postcard) (?:de|du|da|"
        r"from|di|der|vom|aus) (?:the )?(?:festival|{festivals})\b|\b(?:berlin|{festivals}) notes\b",
    ),
    (
        "explained",
        r"\b(?:ending|plot|meaning|timeline|symbolism) (?:of .{1,60} )?explained\b|\bexplained$|"
        r"\b(?:easter eggs|fan theor(?:y|ies))\b",
    ),
    (
        "essay",
        r"^(?:guest |video |an )?essay\b|^(?:\w+ ){0,2}in praise of\b|\b(?:in defen[cs]e of|the case (?:for|against)|"
        r"open letter to|a brief history of|the art of)\b|^(?:why|how) (?:cinema|movies|films)\b",
    ),
    (
        "giveaway",
        r"\b(?:giveaway|give away|gewinnspiel|sorteo|concours|gewinnen)\b|"
        r"\bwin (?:tickets|a copy|dvds?|blu rays?|one of|a pair)\b",
    ),
    (
        "personal",
        r"^(?:about(?: (?:me|us|this blog|the (?:blog|author|site)))?|contact(?: (?:me|us))?|uber (?:mich|"
        r"uns)|impressum|a propos|acerca de|sobre mi|privacy policy|hello world|home|archives?|links|blogroll|"
        r"reviews?|search|disclaimer|rating system|how (?:i|we) rate.{0,20}|faq|review (?:index|archive|"
        r"policy))$",
    ),
    (
        "personal",
        r"\b(?:moving house|on hiatus|blog(?:iversary| anniversary| update| news)|site (?:news|update)|"
        r"weve moved|im back|i m back|happy (?:birthday|thanksgiving|holidays) (?!to me|\d)\w+|"
        r"welcome to (?:my|our|the new) (?:blog|site))\b",
    ),
    (
        "double",
        r"\b(?:double (?:feature|bill|review|header)|triple (?:feature|bill|review)|two for one|doppelkritik|"
        r"doble (?:sesion|programa)|double programme|x [23]|twofer|back to back|(?:a|the) (?:\w+ )?double$)\b|"
        r"\breviews$|"
        r"^(?:\w+ )?reviews |^(?:two|three) (?:by|from) ",
    ),
)
# Signs of posts that are no film review whatever else the headline says.
NOT_FILM = frozenset(
    {
        "album",
        "book",
        "comic",
        "explained",
        "festival",
        "game",
        "giveaway",
        "hardware",
        "interview",
        "list",
        "news",
        "personal",
        "podcast",
        "question",
        "recap",
        "stage",
        "trailer",
        "tv",
    }
)

# "Alien: Isolation video game review", in lower case: "The Imitation Game Review" is a film's.
_LOWER_SIGNS = {
    "video game": "game",
    "game": "game",
    "book": "book",
    "novel": "book",
    "comic": "comic",
    "manga": "comic",
    "album": "album",
    "soundtrack": "album",
    "concert": "album",
    "theatre": "stage",
    "theater": "stage",
    "opera": "stage",
    "ballet": "stage",
}
_LOWER_CASE = Pattern(rf"(?<=\s)({'|'.join(_LOWER_SIGNS)}) review(?=\s|$|[:,–—-])")

_LISTS = {
    "reviews": "(?:" + "|".join(sorted(REVIEW_WORDS, key=len, reverse=True)) + ")",
    "festivals": "(?:" + "|".join(sorted(FESTIVALS)) + ")",
    "films": "(?:films|movies|filme[ns]?|peliculas|filmes|filmow|filmer)",
    "many": r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|fifty|hundred|"
    r"drei|vier|funf|sechs|sieben|acht|neun|zehn|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|trois|quatre|cinq|six"
    r"|sept|"
    r"huit|neuf|dix|tre|quattro|cinque|sei|sette|otto|nove|dieci|piec|dziesiec|fem|ti|tio|vijf|tien)",
    "review": "(?:reviews?|critiques?|kritik|rezension|critica|resena|resenha|recensione|recensie|recension|recenzja"
    "|anmeldelse|recap)",
}


def _written_out(pattern: str) -> str:
    for name, words in _LISTS.items():
        pattern = pattern.replace(f"{{{name}}}", words)
    return pattern


_REVIEW = Pattern(_written_out(SIGNS[0][1]))
_OTHERS = Patterns(_written_out(pattern) for _, pattern in SIGNS[1:])


def signs_of(headline: str) -> tuple[str, ...]:
    """The signs that a headline shows of its post's kind, in the order of SIGNS; total, a few dozen microseconds."""
    headline = headline[:LONGEST].replace("×", "x")  # "3×03"
    key = fold(headline)
    found = [SIGNS[0][0]] if not REVIEWED.isdisjoint(key.split()) and _REVIEW.search(key) else []
    found += [SIGNS[1 + number][0] for number in _OTHERS.found(key)]
    plain = _LOWER_CASE.search(headline) if " review" in headline else None
    if plain:
        found.append(_LOWER_SIGNS[plain[1]])
    return tuple(dict.fromkeys(found))
