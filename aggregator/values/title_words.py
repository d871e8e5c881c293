"""The vocabulary of headlines on film blogs: tables that `titles` reads by."""

from __future__ import annotations

# Words are folded: lower case, no accents, no punctuation.


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(text.replace("\n", "").split("|"))


# Words for a review.
REVIEW_WORDS = _words(
    """
analise analisi analisis analyse analysis anmeldelse anmeldelser anmelder anmeldt appreciation arvostelu avis
besprechung bespreking biorecension bioscooprecensie critica criticas critique critiques filmanmeldelse
filmbesprechung filmbespreking filmkritik
filmrecensie filmrecension filmreview filmrezension impressions kinokritik kritik kritika kurzkritik minireview
moviereview opinie opinion recensie recensies recension recensione recensioner recensioni recenze recenzie recenzii
recenzja recenzje resena resenas resenha resenhas resensi review reviewed reviewing reviews rewiew rezension
thoughts ulasan
"""
)

# The same, and a word that is one only beside "film".
REVIEWED = REVIEW_WORDS | {"reaction", "reactions", "chronique", "chroniques"}

# Words for a film, or for where it was seen, beside a title without being part of it: "Movie: X".
FILM_WORDS = _words(
    """
4k blu bluray br criterion doku dvd dvds film filmes films filmtipp filmu flick imax kinofilm movie
movies netflix pelicula peliculas ray spielfilm streaming uhd vod
"""
)

# Labels that need no second word: "Sneak: X".
LONE_LABELS = _words(
    """
bio bioscoop blindspot bluray cine cinema criterion dvd film filme filmreview films filmtipp gesehen gezien gucken
heimkino kino kinostart kinotipp movie moviereview movies netflix neulich nonton obejrzane overrated peli pelicula
pellicola recomendacion recommandation reviewing revisited revisiting rewatch rewatched rewatching screening seen sett
sneak sneakpreview spoilers streaming throwback underrated viewed viewing vista visto vod vu vus watched watching
"""
)

# Words that make a series or section label where all its words are of these tables: "Throwback Thursday: X".
SERIES_WORDS = _words(
    """
advance animation archive archives bill binge bio bioscoop blind blindspot blog blogathon bluray brief capsule catchup
challenge chronique chroniques choice cine cinema cinemas classic classics club collection consigli consiglio corner
countdown cult diary
dica disney double early entry estreno estrenos feature fest festival filmabend fix flashback foreign forgotten gems
guest hbo heimkino home horror hulu indie instant journal kinie kino kinostart kinotipp log look maestra marathon
matinee mes mese mini mois monat movienight mubi noir nominee nominees notes obra out overlooked pick picks picture
playing pleasures
preview prime project quick recomendacion recommandation recommendation recommendations recommended release releases
rental rentals retro retrospective revisited revisiting rewatch rewatching rewind roulette roundup sala sale salle
salles saw sci scifi screening seen selection semaine semana series settimana showing shudder sneak spoiler spoilers
spot spotlight suggestion theaters theatres theatrical throwback tip tipp trash triple underrated uscita vault video
viewed viewing watch watched watching western winner winners woche
"""
)

# Words that may stand in a label, but make none.
LABEL_FILLERS = _words(
    """
a abril action agosto aktuell al am an and animated anime aout april aprile at au august avril bad best bonus by
christmas classic classics comedy cult da daily das day days de december decembre del der des dezember dicembre
diciembre die do documentary dos drama du e editors een el en enero et exclusive family fantasy febbraio febrero
februar february fevrier fi finally first for foreign free friday from full gennaio giugno good great guilty halloween
het heute hidden horror i il im in indie instant januar january janvier jetzt juillet juin juli julio july june juni
junio just la las late latest le les lo long los luglio maggio mai march mars marz marzo may mayo mid monday month
monthly movie my na natale neu neue new night nights no noir non november novembre noviembre now nr number o october
octobre octubre of oktober old on os oscar oscars ottobre our out pleasure plus press reader readers romance s
saturday sci scifi second september septembre septiembre settembre short shorts silent so staff sunday the this
thriller thursday to today tonight tuesday uk um uma un una und une us usa van vom vs war wednesday week weekend
weekly western with world y your zum zur
"""
)

# Festivals, as one word of a label: "TIFF 2013: X".
FESTIVALS = _words(
    """
afi annecy berlinale biff busan cannes chicago cph dox dublin edinburgh eiff fantasia frightfest giff glasgow hiff
idfa iffr karlovy leeds lff locarno london miff nyff pusan qff raindance rotterdam sff sheffield siff sitges
sundance sxsw telluride tiff toronto tribeca vary venezia venice viennale viff
"""
)

# Parts of blogs' names: what stands before "Review:" is then no title: "FlixChatter Review: X".
BLOG_WORDS = _words(
    """
blog buff celluloid chatter cine couch critic fan festival film flick flix frame geek guest kino movie nerd popcorn
press projector reel review screen ster ticket
"""
)

# Words that make what follows ":" or "–" a remark on the film rather than its subtitle.
REMARK_WORDS = _words(
    """
aber als arcydzielo are asi bad beautiful best better boring brilliant but can cant capolavoro chef cinema cinematic
classic come comedy comment como critica critique cuando cuanto dan dengan did disappointing disappointment disaster
dlaczego does doesnt doeuvre donde drama een ein eine entre experience exploracion exploration film filme fun funny
gdy good great haunting havent here hoe how hvorfor i ikke immer inte is isnt its jak jamais journey just kein keine
kiedy kisah less look maestra mas masterpiece masterverk me mediocre meditation meesterwerk mehr meisterwerk melhor
mengena mess more most movie my nar never nicht nie niet not nunca obra obra-prima our overrated pelicula perche
pior plus porque portrait pourquoi quand quando really reboot regard remake retrato review sequel sguardo so
spectacle still study stunning tale than thats there thriller toen too toujours triumph un una underrated une uno us
varfor viaggio waarom warum was watch watching we wenn were what when who why wie will worst worth yang you your
"""
)

# Words that are written small in a title of capitals.
SMALL_WORDS = _words(
    """
a af am an and as at but by da das de del den der des det di die do dos du e een el en et for from het i il im in
into is it la le les lo los na nor not o och of on or os over than that the to un und under une v van von vs w with
y z zu
"""
)

# Words that point at a film and are no title before a verb: "This is one scary movie".
PRONOUNS = _words(
    "this that it these those he she they we you who what here there esto esta questo isto dies das ca ce"
)

# Heads of film series: what follows the colon is the subtitle, not a remark.
SERIES_HEADS = _phrases(
    """
a nightmare on elm street|a quiet place|alien|annabelle|ant man|aquaman|asterix|austin powers|avatar|avengers|
bad boys|barbie|batman|beverly hills cop|black panther|blade|blair witch|borat|bridget jones|candyman|
captain america|cars|childs play|chronicles of narnia|cloverfield|creed|despicable me|die hard|digimon|divergent|
doraemon|downton abbey|dr strangelove|dragon ball z|dune|evangelion|evil dead|exorcist|fantastic four|
fast and furious|fast furious|fear street|final destination|friday the 13th|g i joe|ghost in the shell|ghostbusters|
gi joe|glass onion|godzilla|guardians of the galaxy|halloween|harry potter|hellraiser|hotel transylvania|
how to train your dragon|hunger games|ice age|independence day|indiana jones|initial d|insidious|ip man|iron man|it|
jack reacher|jackass|jason bourne|john wick|jurassic park|jurassic world|justice league|kill bill|kingsman|
knives out|kung fu panda|leatherface|lethal weapon|lone wolf and cub|lord of the rings|lotr|lupin iii|mad max|
madagascar|magic mike|matrix|maze runner|men in black|millennium|minions|mission impossible|monty python|naruto|
national lampoons|night at the museum|nymphomaniac|oceans|one piece|open season|pacific rim|paranormal activity|
percy jackson|pirates of the caribbean|pitch perfect|planet of the apes|pokemon|police academy|predator|
puss in boots|rambo|resident evil|rocky|rogue one|rurouni kenshin|saw|scooby doo|sex and the city|shazam|
sherlock holmes|shrek|sicario|solo|sonic the hedgehog|space jam|spider man|spiderman|star trek|star wars|
suicide squad|superman|tales from the crypt|teenage mutant ninja turtles|terminator|texas chainsaw massacre|
the addams family|the avengers|the blair witch project|the bourne|the chronicles of narnia|the conjuring|the croods|
the divergent series|the evil dead|the exorcist|the expendables|the girl with the dragon tattoo|the hobbit|
the hunger games|the lego movie|the lord of the rings|the matrix|the maze runner|the naked gun|the purge|
the snow queen|the strangers|the terminator|the twilight saga|thor|tinker bell|toy story|transformers|trolls|tron|
twilight|underworld|v h s|venom|vhs|wonder woman|x men|xmen|zatoichi|zero dark|zoolander
"""
)

# Titles that end in, or begin with, a year that is not the film's.
YEAR_TITLES = _phrases(
    """
1941|1984 nineteen eighty four|2001 a space odyssey|2010 moby dick|2010 the year we make contact|airport 1975|
blues brothers 2000|cherry 2000|class of 1984|class of 1999|death race 2000|dracula 2000|dracula a d 1972|
elstree 1976|fantasia 2000|fear street 1666|fear street 1978|fear street 1994|godzilla 1985|godzilla 1998|
godzilla 2000|heavy metal 2000|hong kong 1941|mission 1919|munich 1972|nineteen eighty four|
nineteen eighty four 1984|oss 1917|pucca 2000|space 1999|summer of 1942|the year 2000|wonder woman 1984
"""
)

# Verbs after which a headline speaks about the film that it begins with: "X Explores ...", "X is a lot".
VERBS = _words(
    """
ar are asks bleibt blends breaks brings byl can cant captures celebrates combines could dazzles delivers deserves
did disappoints does doesnt e entertains er era es est etait examines explores fails falls feels finds foi fue gets
gives goes had has hasnt hat hits holds is isnt ist jest keeps knows lacks lands leaves looks loses makes misses
mixes needs offers packs plays proves puts refreshes reinvents remains reminds reste returns reveals revives rimane
rises shines should shows sigue sings soars stands stays struggles stumbles stuns subverts succeeds suffers takes
tells thrills transcends tries turns var wants war was wastes were will wont works would zeigt
"""
)

# Verbs that stand in many titles as well: they only tell in lower case.
AUXILIARIES = _words(
    """
is isnt are was were has hasnt had does doesnt did will can cant could should wont would goes gets takes makes wants
tells knows keeps falls rises comes ist war hat est etait es fue era jest byl ar var er
"""
)

# Titles that end in "Movie" or "Film".
MOVIE_TITLES = _phrases(
    """
scary movie|epic movie|date movie|disaster movie|superhero movie|not another teen movie|silent movie|bee movie|
the lego movie|the lego batman movie|the lego ninjago movie|the simpsons movie|the peanuts movie|the emoji movie|
the angry birds movie|the super mario bros movie|the spongebob squarepants movie|the muppet movie|a minecraft movie|
the garfield movie|the brady bunch movie|the rugrats movie|the tigger movie|the lizzie mcguire movie|a goofy movie|
the bobs burgers movie|best worst movie|the inbetweeners movie|hannah montana the movie|movie movie
"""
)
