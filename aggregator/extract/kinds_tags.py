"""What categories, tags and folders say for a film review or for something else, with weights in log-odds."""

from __future__ import annotations

REVIEW_TAG, FILM_TAG = 0.9, 0.7
"""Weights of a tag that says "review", and of one that says "film"; a post with both has their sum."""
TAG_SIGNS: tuple[tuple[str, float, str | None], ...] = (
    (
        r"(?:film|movie|cinema|kino)s? ?(?:reviews?|critiques?|kritik\w*)|filmkriti\w+|filmbesprechung\w*"
        r"|filmrezension\w*"
        r"|critiques?(?: de)? (?:film|cine)\w*|(?:criticas?|resenas?)(?: de)? (?:cine|pelicula)\w*"
        r"|recensioni? (?:film|cinema)"
        r"|recenzj\w+ film\w*|resenhas? (?:de )?(?:filmes?|cinema)|(?:horror (?:movie |film )?|anime (?:movie |film ))"
        r"reviews?"
        r"|(?:film|bio) ?(?:recensi\w+|anmeldels\w+|recenzj\w+)|(?:recensies?|recensioner|anmeldelser) (?:film"
        r"|filmer|bio)"
        r"|movie review\w*",
        1.8,
        None,
    ),
    (
        r"(?:anime )?reviews?|kritik\w*|critiques?|criticas?|recension\w*|recenzje|rezension\w*|resenas?|resenhas?"
        r"|anmeldels\w*|recensies?|recensioner|ulasan",
        REVIEW_TAG,
        None,
    ),
    (
        r"analys(?:is|es)|(?:film|critical|media|literary) theory|(?:film|media|scene|movie) analys(?:is|es)"
        r"|film (?:studies|history|school)|filmtheorie|theorie du cinema|videographic criticism|video essays?",
        -1.5,
        "essay",
    ),
    (
        r"films?|movies?|cine|cinema|kino|filme|filmes|filmer|filmy|bio|biograf|bioscoop|speelfilms?|peliculas?"
        r"|watched|horror|dramas?|comed(?:y|ies)|thrillers?"
        r"|sci fi|animation|action|westerns?|documentar(?:y|ies)|film \w{1,12}|\w{1,12} films?|\w{1,12} movies?",
        FILM_TAG,
        None,
    ),
    (
        r"books?|book ?reviews?|books? and \w+|libri|libros?|bucher|livres?|livros?|boeken|boekrecensies?|bocker|bok"
        r"|boger"
        r"|bokrecension\w*|boganmeldels\w+|buchkritik\w*|buchrezension\w*|ksiazk\w+|reading|literat\w+|letteratura"
        r"|comics?|manga"
        r"|novels?",
        -2.7,
        "book",
    ),
    (
        r"tv|tv (?:series|shows?|reviews?)|tv series reviews?|(?:tv )?series?|serien?|seriale?|serier|tv serier"
        r"|television"
        r"|serie tv|anime series",
        -1.8,
        "tv",
    ),
    (
        r"games?|video ?games?|gaming|ps[345]|xbox|nintendo|switch|juegos|spiele|spil|spel|giochi|videogiochi|jeux"
        r"|jeux video|jogos|gry|game reviews?",
        -2.8,
        "game",
    ),
    (r"(?:albums?|music|records?|concerts?|live|singles?|ep) reviews?", -3.0, "album"),
    (r"music|albums?|musik|musique|musica|concerts?|soundtracks?|swing|jazz", -1.2, "album"),
    (
        r"(?:\w+ )?news(?: \w+)?|neuigkeiten|noticias|wiadomosci|actualites|notizie|announcements?"
        r"|nachrichten|nieuws|nyheter|nyheder|aktualnosci",
        -1.7,
        "news",
    ),
    (r"theat(?:er|re)s?|stage|plays?|opera|ballet|teatro|theater(?:kritik\w*)?", -1.8, "other"),
    (r"trailers?|trailer \w+|bandes? annonces?", -1.8, "trailer"),
    (r"lists?|listen|listas|listes|film lists|top ?\d+|rankings?|best of \w*", -2.2, "list"),
    (r"(?:monthly |weekly )?(?:recaps?|round ?ups?|wrap ?ups?)", -2.2, "recap"),
    (r"interviews?|entrevistas?|intervist\w+|entretiens?|wywiad\w*|intervju\w*", -2.5, "interview"),
    (r"festivals?|awards?|oscars?|events?", -1.2, "festival"),
    (r"essays?|features?|opinion|editorial|discussion|question\w*|polls?|musings?|columns?|kolumnen?", -2.0, "essay"),
    (r"food|recipes?|restaurants?|hotels?|drinks?|cooking|bars|pubs|beer|wine|travel", -4.0, "other"),
    (
        r"tech(?:nolog\w*|nik|s)?|gadgets?|hardware|programming|software|gear|product reviews?|apps?|code|web"
        r"|internet"
        r"|parenting|fashion|sports?|politics|cycling|photograph\w*|fotograf\w*|photo(?:s|grafie)?|memes?|quiz(?:zes)?",
        -2.6,
        "other",
    ),
)
"""Category, tag or folder of the address (a whole one, folded) -> weight, label; the first row that fits holds."""
