"""What headlines of other languages than English say for something that is no film review, with weights in log-odds."""

from __future__ import annotations

_REVIEW = (
    r"(?:recensione|recensie|recension|recenzja|critica|critique|resena|resenha|kritik|rezension|anmeldelse|analise"
    r"|analisis|analisi|bespreking|omtale)"
)
_YEAR = r"(?:19|20)\d\d"

ELSEWHERE: tuple[tuple[str, float, str], ...] = (
    (  # what comes to the cinemas, and news
        r"\bestrenos (?:de|del|en)\b|^cartelera\b|\bproximos? estrenos?\b|\bproximas peliculas\b|^noticias\b"
        r"|\bsorties (?:cine\w*|de la semaine|de|du|en)\b|\bactu(?:alite)?s? (?:cine\w*|du cinema)\b"
        r"|\bkinostarts\b|^neu im kino\b|\b(?:kino|film)(?:vorschau|news|neuigkeiten)\b|\bneue (?:dvds|filme|blu "
        r"rays)\b"
        r"|\b(?:fernseh|tv|kino)tipps\b|\buscite (?:della|del|di|al|in)\b|\bfilm in uscita\b|\bnotizie (?:dal|di|sul)\b"
        r"|\bestreias (?:da|de|do|em)\b|\bnoticias (?:de|do) cinema\b|^nieuwe films\b"
        r"|\b(?:film|bioscoop)(?:agenda|nieuws)\b|\bpremiery\b|\b(?:newsy|nowosci|zapowiedzi) filmowe\b"
        r"|\b(?:bio|veckans )premiarer\w*\b|\bfilmnyheter\b|\b(?:biograf|ugens )premierer\w*\b|\bfilmnyheder\b",
        -4.5,
        "news",
    ),
    (  # the first pictures
        r"\b(?:primeras? imagen(?:es)?|premieres? images?|erste[sn]? (?:bild(?:er)?|foto)|prim[ae] immagin[ei]"
        r"|primeiras? image(?:ns|m)|eerste (?:beeld(?:en)?|foto)|pierwsze zdjeci[ae]|forsta bild(?:en|erna)?"
        r"|forste billed(?:er|e)?) (?:d\w{1,4}|aus|von|zu|van|z|fra[n]?|til|till)\b",
        -4.5,
        "news",
    ),
    (  # deaths
        r"^(?:muere|fallece|morre|murio|fallecio|morreu|nie zyje|zmarl[a]?|e mort[oa]) (?!en|nad)\w"
        r"|\bmort d(?:e|u) l?(?:acteur|actrice|realisat\w+|cineaste|comedien\w*)\b|\bnachruf\b"
        r"|^(?:schauspieler\w*|regisseur\w*) .{3,40} (?:gestorben|verstorben|tot)$"
        r"|^(?:acteur|actrice|regisseur) .{3,40} overleden$"
        r"|^(?:skadespelar\w+|regissor\w*|skuespiller\w*|instruktor\w*) .{3,40} dod$",
        -4.5,
        "news",
    ),
    (  # prizes
        r"\b(?:ganador\w*|nominad[oa]s|vencedores|indicados|vincitori|candidati|laureats?|nommes|gewinner|nominierten"
        r"|winnaars|genomineerden|zwyciezcy|laureaci|nominacje|nominowani|vinnar(?:e|na)|nominerade|vinder(?:e|ne)"
        r"|nominerede) (?:del?|de los|dos?|da|dei|ai|al|a los|aux?|des|der|van|av|af|til|till)\b"
        rf"|\boscar(?:gewinner|winnaars|s?vinnar\w*|vindere\w*|sutdelning\w*|verleihung)\b|\boscar\w* {_YEAR}\b"
        r"|\bquiniela\b|^palmares\b",
        -4.5,
        "news",
    ),
    (
        r"\b(?:op|en el|au|auf) (?:nummer|puesto|numero|platz) (?:1|een|uno?|eins) (?:bij|van|en|op|de|von"
        r"|bei|sur)\b",
        -4.0,
        "news",
    ),
    (r"^(?:winactie|prijsvraag|tavling|konkurrence|sorteio|promocao)\b", -5.0, "news"),
    (  # a year, a month
        rf"^(?:resumen|balance|recopilatorio|lo mejor(?: y lo peor)?) (?:del?|del ano) (?:ano )?{_YEAR}\b"
        rf"|^bilan (?:de l ?annee|du mois|de)?\b.{{0,12}}(?:{_YEAR}|l?annee|mois)\b|\b(?:jahres|monats|film"
        rf"|kino)ruckblick\b"
        rf"|^il (?:meglio|peggio)(?: e il (?:meglio|peggio))? (?:del|di) {_YEAR}\b|^retrospectiva (?:de )?{_YEAR}\b"
        rf"|^os melhores(?: e piores)? (?:do ano|de {_YEAR})\b|\b(?:jaar|maand)overzicht\b"
        rf"|\bpodsumowanie (?:roku|miesiaca|{_YEAR})\b|^filmaret {_YEAR}\b"
        r"|^arets (?:basta|bedste|varsta|vaerste|filmer|film)\b",
        -5.5,
        "recap",
    ),
    (  # what somebody saw
        r"^(?:lo que (?:vi|he visto|hemos visto)|ce que j ?ai vu|was ich .{0,24}(?:gesehen|sah)|cosa ho visto"
        r"|o que (?:eu )?(?:vi|assisti)|wat ik .{0,24}(?:zag|gezien)|co (?:obejrzal|widzial)\w*|vad jag (?:har "
        r")?(?:sett"
        r"|sag)|hvad jeg (?:har set|sa))\b|^(?:filmy )?obejrzane w \w+$"
        r"|^(?:assistidos|vistos|sett|set|gezien|gesehen|vus?|visti) (?:em|en|i|in) \w+$",
        -5.0,
        "recap",
    ),
    (  # lists
        r"\b\d{1,3} (?:basta|varsta|bedste|vaerste|najlepsz\w+|najgorsz\w+|beste|slechtste|besten|schlechtesten"
        r"|migliori|peggiori|mejores|peores|meilleur\w*|pires|melhores|piores)\b"
        r"|\b(?:min|mina|mijn|moje|moja|meine?|mon|ma|mi|meu|la mia) topp? ?(?:\d+|fem|tio|ti|tien|zehn|dix|diez"
        r"|dieci)\b"
        r"|^(?:la )?classifica (?:dei|delle|film)\b",
        -5.5,
        "list",
    ),
    (r"\b(?:kino|film|movie|cine)?statisti[ckqs]\w*\b", -6.0, "list"),
    (
        r"^(?:las |los |les |le |i |die |de |os |as )?\d{1,3} (?:\w+ ){0,3}(?:documentaires|documentales|documentari"
        r"|dokus"
        r"|documentarios|documentaires|dokumentar\w*|films|filmer|filmtips|filmtipps|klassiker|classiques|clasicos"
        r"|classici|motivos|redenen|powodow|actores|attori|acteurs|schauspieler)\b",
        -5.0,
        "list",
    ),
    (  # interviews, but no vampire's
        r"^(?:intervista|entrevista|intervju|wywiad|samtal|samtale) (?:a|al|alla|con|com|med|z|ze)\b(?!.{0,16}\bvamp)",
        -5.0,
        "interview",
    ),
    (r"^zwiastun\w*\b|\bzwiastun(?:y| filmu)?$", -5.0, "trailer"),
    (
        rf"\b(?:film|filmowy )?(?:filmfestival|festiwal|filmfest|festivalen|cph pix|cph dox)\b.{{0,40}}\b{_YEAR}\b",
        -5.5,
        "festival",
    ),
    (
        r"^(?:sobre (?:mim?|nos|nosotros|o blog|el blog)|chi (?:sono|siamo)|over (?:mij|ons|deze blog)|o (?:mnie|nas"
        r"|blogu)"
        r"|om (?:mig|meg|os|oss|bloggen|siden)|quien soy|quienes somos|quem (?:sou|somos)|wie ben ik|a propos de moi"
        r"|kontakt|contatti|contacto|contato|datenschutz\w*|mentions legales|politica de privaci\w+"
        r"|polityka prywatnosci|privacybeleid)$",
        -6.0,
        "other",
    ),
    (
        rf"^{_REVIEW} (?:libro|livre|livro|buch|boek|ksiazki|bok|bog|manga|fumetto)\b(?! (?:della|de la|da) (?:giungla"
        r"|selva|jungle))",
        -7.0,
        "book",
    ),
    (
        rf"^{_REVIEW} (?:av|af|van de|da|de la|della|zur) (?:serie|serien|miniserie)\b"
        r"|\b(?:primera|segunda|tercera|cuarta|primeira|terceira|quarta|ultima) temporada\b"
        r"|\b(?:prima|seconda|terza|quarta) stagione\b|\b(?:premiere|deuxieme|troisieme) saison\b"
        r"|\b(?:erste|zweite|dritte|vierte) staffel\b|\b(?:eerste|tweede|derde) seizoen\b"
        r"|\b(?:pierwszy|drugi|trzeci) sezon\b|\b(?:forsta|andra|tredje) sasongen\b|\b(?:forste|anden|tredje) saeson\b",
        -7.0,
        "tv",
    ),
    (
        rf"^{_REVIEW} (?:del |do |du |zum )?(?:videogioco|videojuego|videogame|jeu video|gry)\b"
        rf"|^(?:{_REVIEW}|test) (?:del|do|du|zum) (?:juego|jogo|gioco|jeu|spiel)\b|^gamereview\b",
        -7.0,
        "game",
    ),
    (
        r"^(?:theaterkritik|theaterrecensie|teaterrecension|teateranmeldelse|critica (?:de teatro|teatral)"
        r"|critique (?:de )?theatre|recenzja spektaklu|recensione (?:teatro|teatrale|spettacolo))\b",
        -7.0,
        "other",
    ),
)
"""Pattern of a folded headline -> weight, label; one row each counts once."""
