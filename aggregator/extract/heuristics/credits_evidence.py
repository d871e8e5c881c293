"""Phrases beside a name that say what its bearer is: player, director, other craft, character, of another film."""

from __future__ import annotations

from aggregator.values.vocabulary import phrases_of

Row = tuple[str, float, int, str]
WEAK = 1.8
"""Weight of what characters do as well as their players."""

# Role, weight, how many words may stand between the phrase and the name, phrases (lower case) that end before a name.
BEFORE: tuple[Row, ...] = (
    (
        "other",
        4,
        2,
        """
like|unlike|alike|similarly to|similar to|than|reminiscent of|reminded me of|reminds me of|reminding me of|recalls
evokes|evoking|channeling|channelling|channels|à la|a la|another|replaced|replaces|replacing|instead of|fan of|fans of
homage to|homages to|tribute to|nod to|influenced by|influence of|inspired by|nod from|compared to|compared with
comparison to|comparisons to|comparisons with|echoes of|equivalent of|in the vein of|in the style of|in the manner of
compare to|compare with|comparamos con|comparado con|comparada con|im vergleich zu|verglichen mit|comparé à
in the spirit of|debt to|resembles|looks like|echoed|echoing|chez|collaboration with|collaborations with
collaboration avec|collaborations avec|colaboraciones con|imagine|imagining|substitution for|substitute for|needed
wie|à la manière de|rappelle|al estilo de|recuerda a|ricorda|lembra
niczym|som om|a young|a younger|mirip|that made|which made|as good as|as bad as|as funny as|in the likes of
father is director|son of director|daughter of director|conjures the likes of|recalls the likes of|evokes the likes of
mother is|father is|uncle is|aunt is|sister is|brother is|wife is|husband is|daughter is|cousin is|mother was
father was|uncle was|brother was|sister was|son of actor|son of actress|daughter of actor|daughter of actress|nephew of
niece of|grandson of|granddaughter of|married to|sohn von|tochter von|im stil von|erinnert an|hommage an|statt
anstelle von|typisch|loin de|typique de|digne de|hommage à|n'est pas|n’est pas|fils de|fille de|rappellent|típico de
hijo de|hija de|homenaje a|lejos de|no es|fan de|alla maniera di|tipico di|figlio di|figlia di|omaggio a|lontano da
non è|filho de|filha de|homenagem a|longe de|não é|zoon van|dochter van|in de stijl van|doet denken aan|in plaats van
w stylu|zamiast|przypomina|son till|dotter till|i stil med|påminner om|istället för|hyllning till|søn af|datter af
minder om|i stedet for|hyldest til
cineastas como|directores como|diretores como|réalisateurs comme|registi come|regisseure wie|regisseurs als|dobladora
doblador|doppiatore|doppiatrice|synchronsprecher|synchronsprecherin
doubleur|doubleuse|dublador|dubladora|lektor|recalling
""",
    ),
    (
        "other",
        4,
        0,
        """
president|pope|saint|born|birthday|née|photo by|photos by|review by|reviewed by|posted by|text by|words by|courtesy of
interview with|commentary on|the real|real life|real-life|senator|dear|thank you|thanks|dedicated to|memory of
""",
    ),
    (
        "director",
        4,
        1,
        """
director|directors|co-director|co-directors|writer-director|writer director|writer and director|director and writer
director and co-writer|actor-director|producer-director|director-producer|director-star|star-director|filmmaker
filmmakers|film-maker|film maker|film-makers|auteur|helmer
debut director|director and star|regisseur|regisseurin|regisseurs|filmemacher|filmemacherin|regie führte|regie von
réalisateur|réalisatrice|réalisateurs|cinéaste|cinéastes|director y guionista|directora|directores|cineasta|cineastas
realizador|realizadora|diretor|diretora|diretores|diretor e roteirista|o diretor|regista|registi|la regia di|regia di
alla regia|reżyser|reżyserka|reżysera|w reżyserii|regissör|regissören|regi av|instruktør|instruktøren|regissør
regissörens|regissörerna|instruktørerne|filmskaber|filmskaparen|filmmaakster|regissøren|regisseuse|regie van|sutradara
arahan|garapan|besutan|dirección de|direção de|réalisation de|mise en scène de|direction by|directing by|direction from
directorial debut of|directorial effort from|in the hands of director|director commentary by|director's commentary by
director’s commentary by
""",
    ),
    (
        "director",
        3,
        2,
        """
film by|film from|films of|movie by|movie from|picture by|picture from|feature by|feature from|debut by|debut from
a film by|masterpiece by|masterpiece from|drama from|comedy from|thriller from|horror from|latest from|latest by
new one from|the latest by|vision of|film von|werk von|debüt von|un film de|film de|film d|long métrage de
long-métrage de|película de|cinta de|obra de|ópera prima de|filme de|longa de|film di|pellicola di|opera prima di
filmes de|películas de|peliculas de|film av|film van|film karya|un film di|um filme de|filmen av|segment by
segment from|film af|filmen af
""",
    ),
    (
        "cast",
        4,
        4,
        """
starring|co-starring|stars|co-stars|featuring|features|headlined by|fronted by|toplined by|voice of|voices of
voice talents of|vocal talents of|casts|casting|casting of|performance by|performance from|performances by
performances from|performance of|performances of|turn by|turn from|turns from|turns by|acting from|acting by|acting of
cameo by|cameo from|cameos by|cameos from|appearance by|appearance from|appearances by|appearances from|portrayal by
relief from|support from|cast includes|cast including|cast that includes|cast which includes|cast features
cast featuring|cast of|cast with|cast led by|cast headed by|ensemble including|ensemble of|ensemble featuring
ensemble includes|chemistry between|rapport between|in the form of|in the person of|in the shape of|in the guise of
opposite|alongside|joined by|everyone from|everybody from|rounded out by|the likes of|stars like|actors like|names like
talents like|credit goes to|credit to|kudos to|props to|hats off to|with the always|newcomer|newcomers|main cast
interpretación de|interpretaciones de|actuación de|actuaciones de|a cargo de|elenco con|elenco encabezado por
elenco formado por|elenco integrado por|reparto con|reparto encabezado por|reparto formado por|voz de|voces de
tenemos a|atuação de|atuações de|interpretação de|elenco com|papel de actor|performance de|performances de
performance d|interpretazione di|interpretazioni di|prova di|performance di|nel cast troviamo|nel cast ci sono|nel cast
nel cast anche|cast di supporto tra cui|nel cast figurano|leistung von|leistungen von|auftritt von|auftritte von
spiel von|stimme von|besetzung um|ensemble um|jeu de|jeu d|interprétation de|interprétation d|voix de|voix d
distribution menée par|casting avec|dibintangi|dibintangi oleh|kreacja|kreację|w obsadzie|w rolach głównych|medverkar
medvirker|i rollerna|i huvudrollerna|i hovedrollerne|rol van|hoofdrol voor|vertolking van|acteerwerk van
acteerprestatie van|acteerprestaties van|spel van|hoofdrollen voor|met hoofdrollen voor|met in de hoofdrol
met in de hoofdrollen|bijrollen van|insats av|insatser av|skådespeleri av|huvudrollen spelas av|i rollerna ser vi
præstation af|præstationer af|med i rollerne|hovedrollen spilles af|på rollelisten|na ekranie|kreacje|występują
wystąpili|namen als|acteurs als|actrices als|schauspieler wie|schauspielern wie|namen wie|acteurs comme|noms comme
actores como|actrices como|nombres como|atores como|nomes como|attori come|nomi come|carisma de|mirada de|sonrisa de
elegancia de|belleza de|carisma di|volto di|sguardo di|sorriso di|bravura di
charisme de|regard de|sourire de|olhar de|rosto de|charisma von|gesicht von|akting|composição de|presença de
presencia de
""",
    ),
    (
        "cast",
        4,
        1,
        """
actor and director|actor director|actress and director|actor|actors|actress|actresses|comedian|comedienne|co-star
co-stars|star|leading man|leading lady|lead|leads|lead actor|lead actress|child actor|veteran|veterans|character actor
breakout|breakout star|movie star|supporting actor|muse|scream queen|supporting actress|schauspieler|schauspielerin
hauptdarsteller|hauptdarstellerin|darsteller|darstellerin|nachwuchsstar|mime|jungstar|acteur|actrice|acteurs|actrices
comédien|comédienne|comédiens|actores|actriz|protagonista|protagonistas|comediante|intérprete|ator|atriz|atores|attore
attrice|attori|attrici|aktor|aktorka|aktora|aktorzy|skådespelaren|skådespelerskan|skuespilleren|skuespillerinden
schauspielern|schauspielers|hauptrolle|protagonisti|skådespelare|skådespelarna|skådespelerska|huvudpersonen
huvudpersonerna|huvudrollsinnehavaren|huvudrollsinnehavarna|skuespiller|skuespillere|skuespillerne
hovedrolleindehaveren|hovedrolleindehaver|hoofdrolspelers|hoofdrolspeelsters|aktorem|aktorką|aktorami|gwiazda|gwiazdą
hoofdrolspeler|hoofdrolspeelster|aktris|pemeran|destaco a|destacar a|destacaría a|destaca a
""",
    ),
    (
        "cast",
        2.5,
        2,
        """
with|including|sees|having|watching|watch|seeing|pairs|reunites|thanks to|belongs to|introduces|starting with|finds
comes from|came from|c'est|c’est|use of|vivem|viven|leben|lebt|vivono|particularly from|especially from|mit|avec|con
com|z|med|met|bersama|followed by|led by|carried by|anchored by|on-screen by|onscreen by|introducing|pairing|team|teams
""",
    ),
    (
        "cast",
        2.5,
        0,
        "movie with|film with|flick with|drama with|comedy with|thriller with|película con|film mit|film avec|filme com"
        "|film con",
    ),
    (
        "cast",
        2.5,
        0,
        "nice to see|good to see|great to see|fun to see|particularly|especially|even|whom|both|involving|liking|sees",
    ),
    (
        "cast",
        3,
        1,
        "plus|with the addition of|inclusion of|apariciones de|apariciones no acreditadas de|uncredited|chemistry with",
    ),
    (
        "crew",
        4,
        2,
        """
cinematographer|composer|production de|producción de|produção de|produzione di|writer|writers|co-writer
screenwriter|screenwriters|scripter|producer|producers|novelist
author|editor|dp|creators|co-editor|director of photography|photographer|playwright|critic|musician|singer|journalist
historian
philosopher|poet|painter|artist|designer|mangaka|creator|choreographer|showrunner|activist|politician|scientist
biographer|songwriter|chef|screenplay by|script by|script from|screenplay from|score by|score from|scores by|music by
music from|music of|soundtrack by|songs by|songs of|song by|novel by|novels of|novel of|novella by|book by|book of
memoir by|memoir of|memoirs of|story by|cinematography by|photography by|camerawork by|editing by|costumes by|design by
lyrics by|poem by|comic by|comics by|play by|stories of|biography of|writings of|works of|work of|based on
source material by|adaptation of|short story by|pen of|lens of|cinematography of|photography of|kameramann|kamerafrau
kameramanns|komponist|komponistin|drehbuchautor|drehbuchautorin|autor|autorin|roman von|musik von|buch von|drehbuch von
produzent|produzentin|kamera von|schriftsteller|schriftstellerin|chef opérateur|chef-opérateur|compositeur|scénariste
écrivain|écrivaine|roman de|roman d|musique de|musique d|scénario de|photographie de|producteur|guionista|compositor
novela de|música de|guion de|guión de|fotografía de|productor|escritor|escritora|sceneggiatore|romanzo di|musiche di
sceneggiatura di|fotografia di|compositore|scrittore|scrittrice|roteirista|livro de|romance de|trilha de|fotógrafo
powieści|muzyka|zdjęcia|scenariusz|operator|roman av|musik av|roman af|foto av|boek van|novel karya|musik oleh|naskah
co-written with|written with|romanzo omonimo di|novela homónima de
""",
    ),
    (
        "character",
        4,
        2,
        """
character|characters|named|called|nicknamed|role of|roles of|part of|title role of|alter ego|heroine|hero|protagonist
antagonist|villain|story of|tale of|life of|lives of|namens|genannt|rolle des|rolle der|rolle von|figur|nommé|nommée
appelé|appelée|rôle de|rôle d|personnage de|personnage d|llamado|llamada|papel de|personaje de|chiamato|chiamata
ruolo di|panni di|chamado|chamada|personagem|na pele de|imieniu|w rolę|bernama|heter|ved navn|med namnet|portrayal of
version of|depiction of|take on|incarnation of|was the voice of|is the voice of|provides the voice of|as the voice of
does the voice of|war veteran|army veteran|navy veteran|police veteran|mi6 veteran|cia veteran|genaamd|personage
figure of|we meet|known as
""",
    ),
    ("cast", 1.0, 1, "such as|seeing as"),
    (
        "character",
        2.2,
        0,
        "begins with|starts with|opens with|begin with|start with|opening with|centers on|centres on",
    ),
    (
        "character",
        4,
        1,
        """
plays|play|playing|played|portrays|portraying|portrayed|voices|voicing|reprises|embodies|inhabits|as|als|spielt
verkörpert|incarne|joue|interprète|interpreta|encarna|como|come|comme|gra|speelt|spelar|spiller|som|jako|sebagai
memerankan|essays|vive
""",
    ),
)

# Role, weight, how many adverbs may stand before the phrase, phrases (lower case) that begin after a name.
AFTER: tuple[Row, ...] = (
    ("other", 4, 1, "read the script|turned down|turned it down|passed on|dropped out|was offered|was considered"),
    (
        "cast",
        3,
        1,
        "appeared on screen|appears on screen|shows up|showed up|turns up|pops up|leads a fine|leads a strong"
        "|leads a great|leads an excellent|leads the cast|heads the cast|heads a fine|heads a strong|brings new depth"
        "|brings real|brings depth",
    ),
    (
        "crew",
        4,
        1,
        """
wrote|penned|composed|composes|edited|produced|produces|scored|adapted|photographed|lensed|co-wrote|adapts|writes
supplies the score|provides the score|hat geschrieben|schreef|skrev|napisał|napisała|schrieb|a écrit|escribió
ha scritto|escreveu
""",
    ),
    (
        "other",
        4,
        1,
        """
was replaced|were replaced|was originally cast|was considered|was attached|was offered|originally cast|first cast
once said|film|films|movie|movies|fan|fans|impression|impressions|imitation|type|types|knock-off|vehicle|vehicles
territory|style|lookalike|comedy|comedies|flick|flicks|classic|classics|movie marathon|fame|production|productions
outing|proud|remade|remakes|expression|smile|impersonator|expressions|mode|role|claimed|claims|tweeted|told me
""",
    ),
    (
        "director",
        4,
        2,
        """
directs|directed|helms|helmed|writes and directs|wrote and directed|wrote/directed|writes/directs|co-directed|lässt
maakt|hat gedreht|drew|made this|made it|had not made a|has not made a|hasn't made a|puts the camera|co-directs
directed the|directed it|directed this|makes his directorial debut|makes her directorial debut|makes his feature debut
makes her feature debut|hat inszeniert|führt regie|führte regie|inszeniert|réalise|met en scène|esordisce alla regia
debutta alla regia|debuta en la dirección|debuta como director|estreia na direção|gibt sein regiedebüt
gibt ihr regiedebüt|passe à la réalisation|dirige|firma la regia|reżyseruje|regisserar|instruerer|regisseert
menyutradarai|is the director|the director|film's director|film’s director|film's writer and director
film’s writer and director|the writer-director|its director|the movie's director|el director|la directora
le réalisateur|la réalisatrice|il regista|la regista|o diretor|a diretora|der regisseur|die regisseurin
escribe y dirige|escribió y dirigió|scrive e dirige|escreve e dirige|escreveu e dirigiu|écrit et réalise
a écrit et réalisé|schreibt und inszeniert|schreef en regisseerde|schrijft en regisseert|skrev och regisserade
skriver och regisserar|skrev og instruerede|napisał i wyreżyserował|wyreżyserował|wyreżyserowała|regisserade
har regisserat|har regisseret|har instrueret|instruerede|regisseerde|heeft geregisseerd|dirigió|dirigiu|ha diretto
ha dirigido|a réalisé|reżyser filmu|conduz a direção|assina a direção|firma la dirección
""",
    ),
    (
        "director",
        2.5,
        2,
        """
stages|has made|makes films|makes movies|crafts|cuts it|cuts between|tells it|tells the story|took nine years
keeps the camera|moves the camera|builds the|paces|opens the film|ends the film|based his|based her|sourced his
sourced her|and his cinematographer|and her cinematographer|and his cameraman|and her cameraman|and his editor
and his crew|and his team|dreht|filmt|und sein kameramann|und ihr kameramann|hat das|macht aus|filme|signe|nous livre
nous offre|nous propose|rueda|filma|gira|junta|ha girado|has taken|has studied|films a|films the|films his|films her
shot this|trained as|is a better director|segment|episode|short
""",
    ),
    (
        "character",
        4,
        1,
        """
played by|voiced by|portrayed by|is played by|was played by|who is played by|brought to life by|wird gespielt
gespielt von|gespielt wird|verkörpert von|joué par|jouée par|incarné par|incarnée par|interprété par|interprétée par
interpretado por|interpretada por|encarnado por|encarnada por|vivido por|vivida por|interpretato da|interpretata da
grany przez|grana przez|gespeeld door|spelas av|spelad av|spilles av|spilles af|spillet af|diperankan oleh
wird verkörpert|wird von|es interpretado|è interpretato|è interpretata|is voiced by|is portrayed by
""",
    ),
    (
        "cast",
        4,
        3,
        """
plays|played|playing|portrays|portrayed|portraying|voices|voiced|voicing|stars|starred|starring|co-stars|co-star
embodies|inhabits|essays|reprises|reprising|returns as|returns to the role|leads the cast|leads a cast|heads the cast
heads a cast|play|portray|voice|star|reprise|cameos|pops up|pop up|popping up|turns up|turn up|shows up|show up|steals
steal|shines|shine|excels|excel|astounds|impresses|impress|hams|chews|nails|walks off with|walks away with|overacts
underplays|acts|sleepwalks|phones it in|rounds out|round out|sells|in the title role|in the lead role|in the lead
in the leading role|in a supporting role|in a dual role|in the titular role|in a cameo|in the main role|does a lot with
does a great deal|makes the most of|in character|brings to life|has a ball|is having a ball|was the voice of
is the voice of|for his performance|for her performance|for his role|for her role|did great|did a great|did good work
with that smile|with that voice|with that face|with those eyes|is stuck with|spielt|spielen|verkörpert|verkörpern|mimt
mimen|überzeugt|überzeugen|brilliert|glänzt|leiht|schlüpft|spricht|agiert|in der hauptrolle|in der titelrolle
in den hauptrollen|in der rolle|in einer nebenrolle|incarne|incarnent|joue|jouent|interprète|interprètent|campe|campent
prête|crève|dans le rôle|dans la peau|excelle|brille|interpreta|interpretan|encarna|encarnan|da vida|dan vida
protagoniza|protagonizan|hace de|hacen de|borda|en el papel|en el rol|en la piel|brilla|se luce|se mete en|interpretano
veste i panni|vestono i panni|nei panni|nel ruolo|nella parte|dà vita|danno vita|presta|recita|vive|vivem|dá vida
dão vida|faz o|faz a|fazem|no papel|na pele|rouba a cena|gra|grają|zagrał|zagrała|wciela się|wcielają się|w roli
kradnie|błyszczy|speelt|spelen|vertolkt|schittert|kruipt in|in de hoofdrol|spelar|gestaltar|briljerar|glänser|spelade
gör rollen|gör rollerna|övertygar|imponerar|stjäl|bär filmen|i rollen som|i rollerna som|är lysande|är fantastisk
är fantastiska|är perfekt|är underbar|i huvudrollerna|spillede|er fremragende|er fantastisk|er fantastiske|er glimrende
overbeviser|stjæler|bærer filmen|i hovedrollerne|er perfekt|speelde|vertolkte|vertolken|schitteren|overtuigt|overtuigen
steelt de show|draagt de film|is geweldig|is fantastisch|is uitstekend|is overtuigend|in de rol van|wcielił się
wcieliła się|wypada|wypadł|wypadła|spisał się|spisała się|jest świetny|jest świetna|jest znakomity|jest znakomita
kreuje|odgrywa|błyszczą|w rolach|interpretando a|interpretando al|encarnando a|dando vida a|interpretando|impersona
impersonano|è convincente|è eccezionale|è credibile|è impeccabile|está incrível|está impecável|se destaca|se destacam
interpretam|incarnant|interprétant|crève l'écran|crève l’écran|est magistral|est magistrale|est très bon|est très bonne
est crédible|s'en sort|s’en sort|ist perfekt|ist toll|ist überzeugend|ist brillant|ist klasse|stiehlt|trägt den film
in seiner rolle|in ihrer rolle|spielte|spielten|verkörperte|i huvudrollen|spiller|i hovedrollen|i rollen|memerankan
memainkan|berperan|berakting|tampil|perfectly cast|está bien|está muy bien|está bastante bien|está genial|está soberbio
está soberbia|está espectacular|están espectaculares|está estupendo|está estupenda|está inmenso|está inmensa
está magnífico|está magnífica|están muy bien|está perfecto|está perfecta|está fatal|cumple|cumplen|cumple perfectamente
me gustó|me ha gustado|me encantó|no transmite|no convence|lo borda|la borda|se come la pantalla|sobreactúa
sigue sin decirme|está ótimo|está ótima|está muito bem|está excelente|está perfeito|está perfeita|dá um show|è bravo
è brava|è bravissimo|è bravissima|è perfetto|è perfetta|è straordinario|è straordinaria|est parfait|est parfaite
est excellent|est excellente|est impeccable|est formidable|est remarquable|est génial|est géniale|ist großartig
ist grandios|ist hervorragend|ist fantastisch|ist herrlich|ist köstlich|macht seine sache|macht ihre sache
""",
    ),
    (
        "cast",
        2.5,
        1,
        """
and his co-star|and her co-star|lends|carries|carry|dominates|anchors|holds|nearly|in it for|in particular|has never
has rarely|has maybe|has almost|has little|has nothing|has two|has one|has great|has real|has fun|has been|has done
have a|have great|have good|have real|is on hand|are on hand|is along for|is in it|is here|is back|are back|is given
are given|is stranded|is asked|is allowed|is having|are having|is playing|are playing|is one of|is the best|is the only
is the real|is the film|are both|are all|and company|hat als|hat eine|hat einen|liefert|trägt|darf|gibt den|gibt die
gibt einen|livre une|offre une|en impose|ofrece|entrega|destaca|offre|regala|convince|convence|gör|leverer|zet|sukses
berhasil|membawakan|menghidupkan|does his|does her|does the|does his own|does her own|gets to be|gets one|gets a
gets the|deserves|deserved|tries|makes for|completa el|completan el|rounds out|round out|complète le|the role of his
the role of her|the part of his|the part of her|the lead
""",
    ),
    (
        "cast",
        WEAK,
        1,
        """
has a|has an|has the|have the|gives|gave|delivers|delivered|brings|makes|gets|wears|looks|spends|limps|shouts|whispers
sings|sits|stands|walks|mumbles|sneers|growls|grins|smiles|cries|convinces|captures|channels|commands|disappears
grounds|handles|helps|help|keeps|manages|owns|radiates|relishes|sets|struggles|succeeds|arrives|enters|appears|opens
comes|says|cooks|puts|holds|passe|tousse|parle|écrit|isst|schaut|coge|pone|tiene|toca|fait|swears|thumps|explains|rides
hardly|barely|never|stars|takes|knows|finds
""",
    ),
)


def index_of(rows: tuple[Row, ...]) -> dict[str, tuple[str, float, int]]:
    """Phrase -> role, weight, words that may stand between; the first row that holds a phrase counts."""
    index: dict[str, tuple[str, float, int]] = {}
    for role, weight, gap, phrases in rows:
        for phrase in phrases_of(phrases):
            index.setdefault(phrase, (role, weight, gap))
    return index


BEFORE_NAME = index_of(BEFORE)
AFTER_NAME = index_of(AFTER)
FILM_BY = BEFORE_NAME["film by"][:2]
"""What "a film by" says of a name: role and weight."""
