"""Vocabularies that speak for a film review or for something else, with their weights in log-odds."""

from __future__ import annotations

WORDS: tuple[tuple[str, str, float, float, str | None], ...] = (
    (
        "film words",
        "film films movie movies director directors directed directs directing cinema* screenplay scene scenes actor"
        " actors actress* cast performance performances plot script sequel sequels audience audiences screen viewer"
        " viewers cinematograph* watch watched watching filmmak* filmed comedy comedies thriller* blockbuster* biopic"
        " remake documentary documentaries western westerns romcom camera starring"
        " regisseur* schauspieler* kino darsteller* handlung drehbuch szene szenen zuschauer* regie inszenier* kamera"
        " komödie* komedi* comédie* comedia* commedi* hauptrolle*"
        " réalisa* acteur* actrice* scénario scène scènes spectateur*"
        " película* peli pelis actores guion guión escena escenas dirige* espectador* protagonist* cine"
        " regista registi regia attore attori attrice sceneggiatura scena pellicola"
        " filme filmes diretor* roteiro elenco cena cenas personagem atriz ator atores"
        " bioscoop vertolk* scenario caméra cámara macchina verfilm*"
        " aktor* reżyser* filmu filmie filmem filmy filmów scenariusz* widz* ekraniz* kinie"
        " sutradara adegan penonton"
        " hoofdrol* acteerwerk acteerprestatie* speelfilm* bijrol*"
        " filmen filmens filmer filmerna skådespel* regissör* huvudroll* biroll* biograf* biofilm*"
        " skuespil* skuespill* instruktør* hovedrolle* birolle* filmene filmatiser*"
        " cineasta* cinéaste* largometraje* longa-metragem longa curta-metragem lungometraggio tournage leinwand",
        0.14,
        2.2,
        None,
    ),
    (
        "judgement words",
        "brilliant* terrific superb* boring dull wonderful* masterpiece masterful* beautiful* enjoy* recommend*"
        " disappoint* entertain* best worst great weak excellent fantastic loved love hated hate liked like fun funny"
        " compelling charming awful mess worth solid flawed memorable predictable perfect* amazing impressive bland"
        " clever stunning gorgeous hilarious terrible mediocre overrated underrated engaging tedious"
        " großartig* schwach* sehenswert* langweilig* gelungen* überzeug* wunderbar* enttäusch* empfehl*"
        " magnifique* formidable ennuyeu* chef-d'œuvre réussi* superbe* sublime décevant*"
        " excelente* maravillos* aburrid* brillante* genial* magnífic* recomend* imprescindible"
        " bellissim* capolavoro noios* emozionant* consiglio meraviglios* splendid*"
        " ótim* maravilhos* chat* fraco świetn* słab* znakomit* nudn* polecam menarik bagus"
        " prachtig* geweldig* saai aanrader tegenvall* indrukwekkend* meesterwerk teleurstell* fantastisch*"
        " lysande underbar* tråkig* sevärd* besvik* fantastisk* mästerverk rekommender* underhållande"
        " peliculón peliculon impresion* encant* decepcion* bodrio bodrios entretenid* floja flojo gustó gustado"
        " aburre emociona* génial* sympa bof décev* ennuie adoré aimé chouette divertissant*"
        " bello bella brutto brutta piaciuto piaciuta deluso delude divertente gostei adorei chata ruim péssim* lind*"
        " toll spannend* witzig* gefallen gefiel missfall* podobał* rozczarow* leuk mooi* spannende grappig*"
        " fremragende kedelig* mesterværk seværdig* anbefal* skuffe* underholdende gripende vellykke*",
        0.12,
        1.6,
        None,
    ),
    (
        "television words",
        "episode episodes season seasons showrunner* binge* staffel* folge folgen saison saisons épisode* temporada*"
        " episodio* stagione stagioni episodi puntata puntate odcin* sezon* serial serialu miniseri* sitcom sitcoms"
        " aflevering* seizoen* avsnitt* säsong* afsnit* sæson* sesong*",
        -0.35,
        -4.0,
        "tv",
    ),
    (
        "book words",
        "novel novels novelist novella chapter chapters pages author authors authored reader readers paperback"
        " publisher"
        " published prose roman romans autorin buch bücher livre livres lecteur* libro libros novela novelas lettor*"
        " romanzo romanzi capitol* livro livros książk* książce powieś* beletryz* wydawni* czytelni* rozdział* lektur*"
        " boek boeken lezer* hoofdstuk* schrijfster bok boken böcker läsar* läsning kapitlet romanen författar*"
        " bogen bøger læser* læsning forfatter* leitor* romances leser leserin kapitel* chapitre*"
        " escritor escritora scrittore scrittrice écrivain* schriftsteller* schrijver pisarz*",
        -0.34,
        -4.6,
        "book",
    ),
    (
        "game words",
        "gameplay player players playstation ps2 ps3 ps4 ps5 xbox nintendo console consoles multiplayer controller"
        " levels quest quests rpg steam dlc jugador* spieler* joueur* giocator* videojuego* videogame* gamer gamers",
        -0.3,
        -3.0,
        "game",
    ),
    (
        "music words",
        "album albums track tracks vocals vocalist* guitar* bassist* lyrics lyric chorus* remix* riff"
        " riffs mp3 ep lp vinyl frontman discography songwrit* kontakt plugin plugins synth* reverb library",
        -0.18,
        -3.4,
        "album",
    ),
    (
        "song words",
        "singer singers drummer* drums song songs band bands melod* tune tunes chanson chansons canción canciones"
        " cantante* canzone canzoni canção canções lied lieder sänger* piosenk*",
        -0.045,
        -1.2,
        "album",
    ),
    (
        "festival words",
        "festival festivals screening screenings jury award awards filmmakers nominee* nominated nominaci*"
        " ticket tickets"
        " lineup oscar oscars premios premio nominad* competencia competición ganador* ceremonia workshop workshops",
        -0.14,
        -2.2,
        "festival",
    ),
    (
        "speech words",
        "says said tells told asked asks laughs explained explains admits recalls interview interviewer sagt sagte"
        " erzählt dice dijo explica contó dit raconte spricht",
        -0.06,
        -1.6,
        "interview",
    ),
    (
        "trade words",
        "announced announces announce premiere premieres premiering slated upcoming confirmed reportedly box-office"
        " studio studios release releases released produced production franchise investieren betreiber kinosäle säle"
        " estrena estreno rodaje producción angekündigt premiera premierę annoncé annunciat* umfrage prozent"
        " merilis rilis instagram",
        -0.14,
        -2.0,
        "news",
    ),
    (
        "hardware words",
        "battery usb firmware laptop keyboard wifi software code server install* ingredients ingredient recipe"
        " download windows linux database javascript python app apps hdmi hdr lumens bluetooth headphones speakers"
        " keystone refurbished wattage megapixel*",
        -0.3,
        -2.5,
        "hardware",
    ),
    (
        "photography words",
        "darkroom kodak ilford fujifilm nikon leica hasselblad rolleiflex mamiya pentax lightroom tripod shutter"
        " aperture emulsion 35mm 120mm negatives enlarger photography developer scanner scanning lenses lomography"
        " holga",
        -0.45,
        -4.5,
        "hardware",
    ),
    (
        "table words",
        "restaurant* chef waiter* waitress* menu menus starter starters dessert* naan curry pizza steak brunch flavour*"
        " flavor* portion portions delicious tasty seasoning",
        -0.5,
        -2.4,
        "other",
    ),
    (
        "venue words",
        "theater theaters theatre theatres auditorium auditoriums seating seats screens projector projectors projection"
        " popcorn lobby box-office multiplex kinosaal kinosäle leinwände",
        -0.07,
        -3.0,
        "other",
    ),
    (
        "stage words",
        "playwright* stage staged staging stages onstage theatre theatres theatrical* broadway ballet* opera operas"
        " operatic dancer dancers choreograph* troupe rehearsal* soprano tenor libretto libreto matinee understudy"
        " monologue* théâtre teatro bühne inszenierung* opéra ópera oper teatr",
        -0.14,
        -3.2,
        "other",
    ),
    (
        "gallery words",
        "exhibition* gallery galleries painting paintings painter painters sculpture* sculptor* museum museums curator*"
        " curated artwork* installation* ausstellung* exposición exposiciones exposition musée museo mostra",
        -0.2,
        -3.2,
        "other",
    ),
    ("trailer words", "trailer trailers teaser teasers tráiler tráilers", -0.12, -3.0, "trailer"),
    (
        "rating words",
        "rating ratings rate rated grade grades scale letterboxd star-rating bewertung* note notes puntuación voti",
        -0.12,
        -1.0,
        "other",
    ),
)
"""Name; words (a star: any ending); weight of one use in a thousand words; most (least) in all; label."""

PHRASES: tuple[tuple[str, str, float, float, str | None], ...] = (
    (
        "news phrases",
        "will be released|set to release|is set to|will star|in talks|has been announced|release date|"
        "hits theaters|opens in theaters|the studio|según |se estrenará|ha revelado|kommt am|im kino ab|"
        "in an interview|en una entrevista|in un'intervista|in einem interview|dans une interview|numa entrevista|"
        "sortira le|uscirà|al cinema dal|w kinach od|estreia em|actualmente en producción|"
        "currently filming|começa a ser",
        -0.6,
        -2.0,
        "news",
    ),
    (
        "not yet seen",
        "saw a trailer|saw the trailer|watched the trailer|trailer for|new trailer|can't wait|can’t wait|cannot wait|"
        "have to go see|gonna go see|looking forward to seeing|looking forward to this|movie in the works|"
        "ganas de verla|muchas ganas de ver|j'ai hâte|j’ai hâte|freue mich auf|kaum erwarten|non vedo l'ora|"
        "non vedo l’ora|mal posso esperar|kan niet wachten|ikke vente",
        -0.8,
        -2.4,
        "trailer",
    ),
    (
        "podcast phrases",
        "this episode|today's episode|today’s episode|show notes|transcript|welcome to the podcast|listen along|"
        "you're listening to|you’re listening to|your podcasts|enjoy podcasts|patreon|este episódio|este episodio|"
        "in dieser folge|cet épisode|questo episodio|questa puntata",
        -0.5,
        -2.5,
        "podcast",
    ),
    (
        "own film",
        "our film|our short film|my short film|my next movie|my next film|making a movie|making this movie|my movie|"
        "my film|my team|our team|we shot|our crew|we filmed|notre court|"
        "unser film|nuestro corto",
        -0.8,
        -2.6,
        "other",
    ),
    (
        "judging the film",
        "this film|this movie|the film is|the movie is|the film has|i enjoyed|i liked|i loved|i found|"
        "i think|i thought|i felt|worth watching|worth seeing|dieser film|der film ist|ce film|"
        "le film est|esta película|la película es|questo film|il film è|este filme|o filme é|ten film|film ini|"
        "i just saw|just watched|just got back from seeing|steals the show|"
        "at its best|the performances|the ending|directed by",
        0.3,
        1.5,
        None,
    ),
    (
        "says that it is none",
        "not a movie review|not a film review|this is not a review|this isn't a review|this isn’t a review|"
        "not going to review|not a review of|no es una reseña|keine kritik|pas une critique|non è una recensione",
        -4.0,
        -4.0,
        "essay",
    ),
    (
        "stage phrases",
        "the play|this play|on stage|west end|theatre company|drama society|the theatre|la pièce|la obra de teatro"
        "|das stück|lo spettacolo",
        -0.35,
        -2.4,
        "other",
    ),
    (
        "series phrases",
        "the series|this series|la serie|esta serie|las series|questa serie|die serie|diese serie|"
        "la série|cette série|a série|tv show|the show|serie tv",
        -0.5,
        -2.6,
        "tv",
    ),
    (
        "game phrases",
        "the game|this game|the first game|the main game|base game|boss fight|das spiel|le jeu|el juego|il gioco"
        "|o jogo",
        -0.35,
        -3.0,
        "game",
    ),
)
"""Name; phrases in lower case, divided by |; weight of one use; most (least) in all; label."""
