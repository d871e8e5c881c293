"""The vocabulary of headlines on film blogs: tables that `titles` reads by."""

from __future__ import annotations

# All words are folded: lower case, no accents, no punctuation.

REVIEW_WORDS = frozenset(
    "review reviews reviewed critique critiques kritik filmkritik kinokritik rezension filmrezension besprechung "
    "filmbesprechung kurzkritik critica criticas resena resenas reseña recensione recensioni recension recensie recensies "
    "filmrecensie recenzja recenzje recenzie anmeldelse filmanmeldelse anmeldelser filmrecension analyse analisis "
    "analise analisi resenha resenhas ulasan resensi arvostelu elokuva-arvostelu recenze kritika avis analysis "
    "appreciation thoughts impressions verdict opinion opinie minireview moviereview filmreview".split()
)
# Words for a film, or for where it was seen, beside a title without being part of it: "Movie: X", "RECENSIONE FILM X".
FILM_WORDS = frozenset(
    "film films movie movies flick kinofilm spielfilm filmu filmes pelicula peliculas filmtipp dvd dvds bluray blu ray br 4k "
    "uhd vod streaming netflix criterion documentary doku 3d imax".split()
)
# Labels that need no second word: "Sneak: Krampus".
LONE_LABELS = frozenset(
    "movie movies film films sneak watched rewatched seen viewed viewing gesehen vu vus visto vista sett obejrzane nonton "
    "throwback rewatch revisited revisiting screening kino cine cinema bioscoop dvd bluray netflix criterion spoilers sneakpreview "
    "filmtipp neulich vod streaming".split()
)
# Words that make a series or section label when every word of it is one: "Throwback Thursday: X", "Film del mese: X".
SERIES_WORDS = frozenset(
    "throwback flashback rewind revisited revisiting rewatch retro retrospective watch watched watching viewing viewed seen saw "
    "pick picks fix corner club vault archive archives marathon countdown challenge blogathon project series spotlight "
    "collection quick mini early advance guest capsule brief instant recommendation recommendations recommended consiglio consigli "
    "mese settimana semana mes mois semaine monat woche tipp tip recommandation recomendacion dica sneak preview screening matinee "
    "theatrical cinema cine kino bioscoop spoiler spoilers home video release releases rental rentals double triple bill feature "
    "blog diary log journal entry festival fest underrated overlooked forgotten gems trash prime hulu disney mubi shudder hbo "
    "catchup roulette selection choice suggestion".split()
)
# Words that may stand in a label, but make none.
LABEL_FILLERS = frozenset(
    "night nights weekend week weekly month monthly day days daily today tonight late latest new old instant first second "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre "
    "enero febrero abril mayo junio julio septiembre octubre noviembre diciembre janvier fevrier mars avril mai juin juillet "
    "aout septembre octobre decembre januar februar marz juni juli oktober dezember horror scifi sci fi foreign silent "
    "animated anime indie classic classics cult short shorts documentary halloween christmas oscar oscars number no nr "
    "full free non movie world uk us usa exclusive reader readers staff editors my our your the a an of in on at for and to from "
    "with by this de del de la le les du des der die das im am vom zum zur und et y e el los las un una une il lo i do da dos das "
    "na no o os um uma van het een plus vs so bad good great long press hidden guilty pleasure natale bonus mid".split()
)
FESTIVALS = frozenset(
    "tiff lff nyff sxsw cannes berlinale sundance venice venezia tribeca telluride locarno rotterdam iffr idfa sitges "
    "frightfest fantasia viff miff siff sff biff giff eiff afi chicago toronto london edinburgh karlovy vary "
    "annecy sheffield glasgow dublin cph dox hiff qff leeds raindance busan pusan viennale".split()
)
# Words that mark what stands before "Review:" as a blog's or a section's name: "FlixChatter Review: X".
BLOG_WORDS = (
    "flix flick film cine movie reel screen critic blog chatter kino popcorn couch review ster fan geek nerd buff "
    "celluloid projector frame ticket guest festival press"
).split()

# Signs of what a post is, each with a pattern over the folded headline. A word counts only where its position tells:
# "Book review: X" is a sign, "The Book of Life review" is none.
SIGNS: tuple[tuple[str, str], ...] = (
    (
        "book",
        r"\b(?:book|novel|novella|audiobook|libro|livre|buch|livro|boek|ksiazk\w|novela|roman)\s(?:review|reviews|critique|kritik|haul|club)\b",
    ),
    (
        "book",
        r"\b(?:buchkritik|buchrezension|bookreview|recensione libro|resena (?:de |del )?libro|recenzja ksiazki|critique (?:de )?livre)\b",
    ),
    (
        "book",
        r"\b(?:review|critique|resena|recensione)s? (?:of )?(?:the |del |de la |du )?(?:book|novel|libro|novela|livre|roman)\b",
    ),
    (
        "comic",
        r"\b(?:comic|comics|graphic novel|manga|comicbook|bande dessinee) (?:book )?(?:review|reviews|recap|kritik|critique)\b",
    ),
    (
        "album",
        r"\b(?:album|soundtrack|score|music|concert|gig|ep|single|vinyl|lp|song|disco|musik|ost) (?:review|reviews|kritik|critique)\b",
    ),
    (
        "album",
        r"\b(?:track by track|original score|original motion picture soundtrack|tracklist|new single|albumkritik|live at)\b",
    ),
    (
        "game",
        r"\b(?:game|games|video game|videogame|gaming|board game|spiel|juego|videojuego|jeu|spel) (?:review|reviews|kritik|critique|test)\b",
    ),
    (
        "game",
        r"\b(?:ps[2345]|xbox(?: one| 360| series x)?|nintendo|switch review|wii u?|playstation|gameplay|steam deck|pc game)\b",
    ),
    (
        "stage",
        r"\b(?:theatre|theater|stage|musical|play|opera|ballet|broadway|west end) (?:review|reviews|kritik|critique)\b",
    ),
    (
        "hardware",
        r"\b(?:headphones?|projector|camera|laptop|phone|iphone|soundbar|tv set|blu ray player|gadget|restaurant|beer|wine|recipe|product) (?:review|reviews|test)\b",
    ),
    (
        "tv",
        r"\b(?:season|series|staffel|saison|temporada|stagione|seizoen|sezon|sasong|saeson|musim) (?:\d{1,2}|one|two|three|four|five|six|seven|finale|premiere)\b",
    ),
    ("tv", r"\b(?:season|series|midseason) (?:finale|premiere|opener)\b|\b\d{1,2}x\d{1,2}\b|\bs\d{1,2} ?ep?\d{1,2}\b"),
    (
        "tv",
        r"\b(?:tv|television|tv show|tv series|serien?|web series|miniseries|drama series|k drama|kdrama|anime series|sitcom|show) (?:review|reviews|recap|kritik|critique)\b",
    ),
    (
        "tv",
        r"\b(?:episodes? (?:\d{1,3} )?(?:review|recap|guide)|review episodes? \d|pilot review|serienkritik|critique serie|critica (?:de la )?serie)\b",
    ),
    (
        "recap",
        r"\brecaps?\b|\bthe week (?:on|in)\b|\bweek in review\b|\b(?:weekly|monthly|month in) (?:review|roundup|round up|report|wrap ?up)\b",
    ),
    (
        "recap",
        r"\b(?:what i (?:ve |have )?(?:watched|saw|seen)|films? (?:i |we )?(?:watched|seen|saw) in|movies i saw|round ?up|wrap ?up|viewing (?:log|diary)|report cards)\b",
    ),
    ("recap", r"\b(?:year|decade|months?) in (?:review|film|films|movies|numbers)\b|\b(?:our|my) (?:19|20)\d\d in\b"),
    ("podcast", r"\b(?:podcast|episode)s? (?:no |nr |number |ep )?\d{1,4}\b|\bpodcast\b|\bep(?:isode)? \d{1,4}$"),
    ("trailer", r"\b(?:trailers?|teaser|teasers)\b(?! park| trash)"),
    (
        "news",
        r"\b(?:new|first|official|international|character|teaser|final) (?:poster|posters|stills?|images?|clip|clips|photos?|pictures?|footage|banner|look at)\b",
    ),
    (
        "news",
        r"\b(?:casting|film|movie|box office|release|breaking|set|hollywood) news\b|\bbox office\b(?! poison)|\bnews kernels\b|\bkurz notiert\b|\bnoticias\b|\b(?:news|nachrichten|nouvelles|nieuws|nyheter) (?:of|de la|der|van)\b",
    ),
    (
        "news",
        r"\b(?:cast|joins|joining|casting|to star|to direct|confirmed|announced|announces|rumou?red|in talks|first look|release date|sequel date|gets a (?:sequel|release|date|trailer))\b(?=.{0,30}\b(?:for|in|of|as|cast|film|movie|sequel|remake|announced|confirmed|date|dune|the|gets|rumou?r\w*)\b|$)",
    ),
    (
        "news",
        r"\b(?:rip|r i p|obituary|in memoriam|nominations|nominees|nominated|winners|golden globes?|bafta|baftas|emmys?)\b|\b(?:oscar|oscars|academy awards?) (?:night|nominations|nominees|winners|predictions|ballot|race|19\d\d|20\d\d)\b",
    ),
    (
        "list",
        r"^(?:my |our |the |your )?(?:top |best |worst |my |our )?(?:\d{1,3}|top|five|ten|six|seven|eight|nine|three|four|twenty|funf|zehn|sieben|drei|cinco|diez|siete|tres|cinq|dix|sept|trois|cinque|dieci|piec|dziesiec) (?:\d{1,3} )?(?:\w+ ){0,4}(?:films?|movies?|filme|peliculas|performances|scenes|moments|actors|actresses|directors|characters|reasons|things|filmow|filmes|facts|ways|roles|lessons|villains|heroes|quotes|sequels|remakes|songs|soundtracks|posters|trailers|favou?rites|documentaries)\b",
    ),
    (
        "list",
        r"\b(?:top|best|worst|favou?rite|greatest|pick the) (?:\d{1,3}|five|ten|twenty|fifty|hundred)\b|\b(?:best|worst|favou?rite|greatest|most anticipated) (?:films?|movies?|performances|scenes|of) (?:of |in )?(?:the )?(?:year|decade|\d{4}|all time|my|so far)?",
    ),
    (
        "list",
        r"\bten best\b|\b(?:ranked|ranking|watchlist|listicle|in numbers)\b|\bmovies? on \w+$|\bfilms? (?:about|on|for) \w+$",
    ),
    (
        "interview",
        r"\b(?:interview|interviews|intervista|entrevista|entretien|intervju|wywiad|wawancara|q and a) (?:with|mit|avec|con|com|med|z|dengan|de)\b|^(?:interview|intervista|entrevista|entretien|q and a)\b.{3,}",
    ),
    (
        "question",
        r"\b(?:question of the|question de la|frage der|pregunta de la|poll|quiz|your thoughts|what counts|discussion question|trivia)\b",
    ),
    (
        "festival",
        r"\b(?:festival|fest|film festival|berlin|cannes|venice|sundance|tiff) (?:diary|diaries|notes|report|dispatch|journal|day|tag|jour|roundup|wrap ?up|preview|lineup|line up|tagebuch|schedule)\b|\b(?:carnet|journal|tagebuch|diario|diary) (?:de|du|da|from|di|der|vom)\b.{0,40}",
    ),
    (
        "essay",
        r"\b(?:guest essay|essay|in praise of|in defen[cs]e of|the case (?:for|against)|explained|ending explained|deep dive|open letter|thoughts on the state|history of|a brief history|manifesto|rant)\b",
    ),
    (
        "giveaway",
        r"\b(?:giveaway|give away|competition|contest|gewinnspiel|sorteo|concours|win (?:tickets|a copy|her|dvds?|blu rays?|one of)|konkurs|win .{1,40} on (?:blu ray|dvd))\b",
    ),
    (
        "personal",
        r"^(?:about(?: (?:me|us|this blog|the blog|the author))?|contact(?: (?:me|us))?|uber mich|uber uns|impressum|a propos|acerca de|sobre(?: mi)?|privacy policy|hello world|welcome.{0,40}|home|archives?|links?|blogroll|index|reviews?|reviews a z|search|disclaimer|rating system|how (?:i|we) rate.{0,20}|faq)$",
    ),
    (
        "personal",
        r"\b(?:moving house|on hiatus|hiatus|blog(?:iversary| anniversary| update| news)|site (?:news|update)|back soon|happy (?:new year|holidays|birthday|halloween|thanksgiving)|merry christmas|we ve moved|i m (?:back|moving|going|on)|im (?:back|moving|going|on))\b",
    ),
    (
        "double",
        r"\b(?:double (?:feature|bill|review|header)|triple (?:feature|bill|review)|two for one|short reviews|mini reviews|quick reviews|capsule reviews|doppelkritik|doble (?:sesion|programa)|double programme|doppio|x 2|twofer|back to back)\b|\breviews$|^reviews ",
    ),
    ("review", r"\b(?:{review})\b"),
)
# Signs of posts that are no film review whatever else the headline says.
NOT_FILM = frozenset(
    "book comic album game stage hardware tv recap podcast trailer news list interview question festival giveaway personal".split()
)

# A word that makes what follows ":" or "–" a remark on the film rather than its subtitle.
REMARK_WORDS = frozenset(
    "masterpiece exploration review critique tale film movie cinema cinematic study look journey triumph disaster mess "
    "disappointment disappointing sequel remake reboot experience spectacle portrait meditation thriller drama comedy classic "
    "brilliant beautiful stunning haunting boring fun funny great worst best better good bad mediocre overrated underrated "
    "worth watching watch why how when what who not but is are was were isn't doesn't does did can can't will i me my you your "
    "we our us it's its than too so more most less just still never here there really haven't that's "
    "critica retrato exploracion obra maestra pelicula cuando cuanto porque nunca entre mas asi como una un donde "
    "quand pourquoi comment plus jamais toujours chef d'oeuvre regard une film "
    "wenn warum wie nicht kein keine mehr aber meisterwerk immer ein eine "
    "quando perche come capolavoro uno sguardo viaggio obra-prima filme melhor pior "
    "mengena dengan yang dan kisah toen waarom hoe als een niet meesterwerk "
    "gdy kiedy dlaczego jak nie arcydzielo nar varfor hvorfor ikke inte masterverk".split()
)
SMALL_WORDS = frozenset(
    "a an the of in on at for and or to with from by as vs v but nor into over under is it not de la le les du des del el los y e "
    "der die das und von im am zu et en un une da do dos di il lo i a o os van het een och af den det w z na the than that".split()
)
# Heads of film series: what follows the colon is the subtitle, not a remark.
SERIES_HEADS = frozenset(
    title.strip()
    for title in """star wars|star trek|batman|superman|mission impossible|harry potter|spider man|spiderman|x men|xmen|alien|
captain america|avengers|the avengers|thor|iron man|ant man|guardians of the galaxy|black panther|indiana jones|jurassic world|
jurassic park|transformers|the hunger games|hunger games|the lord of the rings|lord of the rings|lotr|the hobbit|
pirates of the caribbean|the chronicles of narnia|chronicles of narnia|the twilight saga|twilight|underworld|resident evil|
halloween|a nightmare on elm street|friday the 13th|paranormal activity|insidious|the conjuring|annabelle|saw|final destination|
blade|terminator|the terminator|planet of the apes|fast and furious|fast furious|john wick|ghostbusters|godzilla|mad max|
night at the museum|ice age|toy story|shrek|madagascar|hotel transylvania|puss in boots|the naked gun|police academy|
national lampoons|austin powers|bridget jones|borat|jackass|dr strangelove|glass onion|knives out|rogue one|solo|blair witch|
the blair witch project|the purge|the exorcist|exorcist|hellraiser|leatherface|child s play|candyman|tron|predator|sicario|
creed|rambo|rocky|kill bill|nymphomaniac|the matrix|matrix|wonder woman|justice league|suicide squad|shazam|aquaman|venom|
fantastic four|kingsman|sherlock holmes|jack reacher|jason bourne|the bourne|the girl with the dragon tattoo|millennium|
evangelion|dragon ball z|pokemon|one piece|naruto|doraemon|rurouni kenshin|initial d|ghost in the shell|ip man|zatoichi|
lone wolf and cub|lupin iii|zero dark|the divergent series|divergent|the maze runner|maze runner|percy jackson|asterix|the snow queen|
dune|avatar|it|the strangers|v h s|the addams family|gi joe|g i joe|teenage mutant ninja turtles|tinker bell|barbie|scooby doo|
the lego movie|space jam|sonic the hedgehog|minions|trolls|despicable me|how to train your dragon|kung fu panda|cars|
open season|bad boys|beverly hills cop|die hard|lethal weapon|men in black|independence day|pacific rim|the expendables""".split(
        "|"
    )
)
# Two-word possessives that belong to the title, where a director's name does not.
KEPT_POSSESSIVES = frozenset(
    "bridget jones|ferris bueller|charlie wilson|ma rainey|tyler perry|dr seuss|bram stoker|mary shelley|lee daniels|"
    "miss peregrine|mr magorium|uncle tom|lady chatterley|florence foster|harold and kumar|bill and ted|dr parnassus|"
    "percy jackson|edgar allan poe|agatha christie|lemony snicket|monty python|national lampoon|pee wee|peewee|robin hood|"
    "sherlock holmes|winnie the pooh|charlie brown|peter rabbit|santa claus|father christmas|mother goose|jesus christ|"
    "rosemary woodhouse|gilbert grape|donnie darko|mrs winterbourne|mrs henderson|mr hobbs|mr popper|nim|"
    "uncle buck|auntie mame|captain corelli|colonel blimp|king solomon|madame tussaud|lars von trier|nick and norah|"
    "lady windermere|barney ross|jodorowsky|phil spector|dave chappelle|walt disney".split("|")
)
# Titles that end in a year which is not the film's.
YEAR_TITLES = frozenset(
    "wonder woman 1984|death race 2000|blues brothers 2000|dracula 2000|class of 1984|class of 1999|nineteen eighty four 1984|"
    "heavy metal 2000|godzilla 1985|godzilla 2000|godzilla 1998|airport 1975|space 1999|cherry 2000|pucca 2000|fantasia 2000|"
    "munich 1972|summer of 1942|fear street 1994|fear street 1978|fear street 1666|the year 2000|mission 1919|oss 1917".split(
        "|"
    )
)
# Verbs after which a headline speaks about the film that it begins with: "X Explores ...", "X is a lot".
VERBS = frozenset(
    "is isnt are was were has hasnt had does doesnt did will can cant could should wont would explores refreshes delivers "
    "offers brings proves shows makes takes gives gets goes remains stays fails succeeds shines soars sings stuns dazzles "
    "disappoints entertains thrills reminds reveals reinvents revives returns packs lacks loses finds keeps leaves puts "
    "turns wants tries deserves feels looks plays works feels falls rises hits misses lands knows tells asks examines celebrates "
    "captures breaks blends combines mixes subverts transcends struggles suffers stumbles stands holds needs wastes "
    "ist war hat bleibt zeigt est etait reste es fue sigue e era rimane foi jest byl ar var er".split()
)
# Openings after which the film's title stands: "Why you should watch X".
OPENINGS: tuple[str, ...] = (
    r"why (?:you|one|everyone|we|i) (?:should|must|need to|have to|loved?|hated?|walked out of)(?: \w+){0,2}? (?:watch|see|of|catch)?\s*",
    r"why i (?:love|loved|hate|hated|adore|like|liked|walked out of|despise)\s+",
    r"(?:on|about|watching|rewatching|revisiting|remembering|exploring|discovering|rediscovering|reviewing|understanding|decoding|thoughts on|a look at|a look back at|looking back at|in defen[cs]e of|some thoughts on|my thoughts on|notes on)\s+",
    r"(?:descubriendo|redescubriendo|recordando|analizando|explorando|descobrindo|revendo|scoprendo|riscoprendo|découvrir|redécouvrir)(?: a)?\s+",
    r"(?:über|zu|gesehen|angeschaut|j'ai vu|he visto|vi|ho visto|eu vi)\s*:?\s+",
)
