"""Posts in languages other than English: what is a film review in them and what is not."""

from __future__ import annotations

import pytest

from aggregator import Page, parse_page
from aggregator.extract.segment import SEE_ALSO
from aggregator.extract.tag_signs import kind_of_tag
from aggregator.records import Parsed
from aggregator.values.bylines import parse_byline
from aggregator.values.titles import parse_headline
from aggregator.values.verdict import bottom_line, bottom_line_weight, is_prose

FILMS = {
    "da": "Filmen åbner på en mole, og instruktøren lader skuespillerne gå i regnen. Hovedrollen er fremragende, og "
    "den er sjældent kedelig. Jeg gik hjem langs havnen bagefter og tænkte på rebet og lampen. ",
    "sv": "Filmen börjar på en brygga, och regissören låter skådespelarna gå i regnet. Huvudrollen är lysande, och den "
    "är sällan tråkig. Jag gick hem längs hamnen efteråt och tänkte på repet och lampan. ",
    "nl": "De film begint op een pier, en de regisseur laat zijn acteurs in de regen lopen. De hoofdrol is prachtig, "
    "en "
    "saai wordt het zelden. Ik liep langs de haven naar huis en dacht aan het touw en de lamp. ",
    "pl": "Film zaczyna się na molo, a reżyser każe aktorom chodzić w deszczu. Rola latarnika jest świetna, scenariusz "
    "rzadko bywa nudny. Wracałem wzdłuż portu i myślałem o linie i lampie. ",
}
BOOKS = {
    "da": "Bogen har ni kapitler, og forfatteren ved, hvad læseren venter. Jeg læste bogen på en uge, og den er "
    "fremragende skrevet; forfatteren lader lampen brænde. ",
    "sv": "Boken har nio kapitel, och författaren vet vad läsaren väntar sig. Jag läste boken på en vecka, och den är "
    "lysande skriven; författaren låter lampan brinna. ",
    "nl": "Het boek heeft negen hoofdstukken, en de schrijver weet wat de lezer verwacht. Ik las het boek in een week, "
    "en het is prachtig geschreven; de schrijver laat de lamp branden. ",
    "pl": "Książka ma dziewięć rozdziałów, a pisarz wie, czego czeka czytelnik. Książkę przeczytałem w tydzień i jest "
    "świetnie napisana; pisarz zostawia lampę zapaloną. ",
}


def parsed(headline: str, text: str, language: str = "en") -> Parsed:
    html = (
        f"<html lang={language}><head><title>{headline}</title></head><body class='single single-post'>"
        f"<article class=hentry><h1 class=entry-title>{headline}</h1><div class=entry-content>{text}</div></article>"
    )
    return parse_page(Page("https://dockside.example/2011/05/a-post/", html), strict=True)


@pytest.mark.parametrize("language", FILMS)
def test_the_words_of_films_and_of_books(language: str) -> None:
    film, book = (f"<p>Havnelys. {texts[language] * 3}</p>" for texts in (FILMS, BOOKS))
    assert len(parsed("Havnelys (2011)", film, language).reviews) == 1
    assert not parsed("Havnelys (2011)", book, language).reviews


def test_a_film_beside_the_book_it_was_made_of() -> None:
    film = "<p>Havnelys. The film opens on a pier, and the director lets the actors walk. A superb movie. </p>" * 4
    book = "<p>The novel has nine chapters, and the author of the book wanted its readers to weep.</p>"
    assert len(parsed("Havnelys", film + book).reviews) == 1
    assert not parsed("Havnelys", film + book * 3).reviews


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Chronique de film : Les Feux du port", "Les Feux du port"),
        ("Chronique ciné : Les Feux du port", "Les Feux du port"),
        ("Filmrecensie: Havenlicht", "Havenlicht"),
        ("Biorecension: Hamnljus", "Hamnljus"),
        ("Filmanmeldelse: Havnelys", "Havnelys"),
        ("Resenha do filme Luzes do cais", "Luzes do cais"),
        ("Recenzja filmu „Światła portu”", "Światła portu"),
    ],
)
def test_labels_of_reviews(headline: str, title: str) -> None:
    read = parse_headline(headline)
    assert read.titles == (title,)
    assert "review" in read.signs


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Boekrecensie: Havenlicht", "book"),
        ("Boganmeldelse: Havnelys", "book"),
        ("Bokrecension: Hamnljus", "book"),
        ("Resenha do livro Luzes do cais", "book"),
        ("Critique du roman Les Feux du port", "book"),
        ("Serierecensie: Havenlicht", "tv"),
        ("Serieanmeldelse: Havnelys", "tv"),
        ("Spelrecensie: Havenlicht", "game"),
        ("Kinostatistik 2010", "list"),
        ("10 documentaires gratuits à voir", "list"),
        ("Musiker in Filmen", "list"),
        ("Havenlicht staat op nummer 1 bij de streamers", "news"),
        ("Estrenos de la semana", "news"),
        ("Cartelera de mayo", "news"),
        ("Sorties de la semaine", "news"),
        ("Actualité ciné", "news"),
        ("Kinostarts der Woche", "news"),
        ("Neu im Kino", "news"),
        ("Neue DVDs im Mai", "news"),
        ("Uscite della settimana", "news"),
        ("Notizie dal cinema", "news"),
        ("Estreias da semana", "news"),
        ("Filmagenda mei", "news"),
        ("Filmnieuws", "news"),
        ("Premiery tygodnia", "news"),
        ("Veckans biopremiärer", "news"),
        ("Ugens biografpremierer", "news"),
        ("Primeras imágenes de Luces", "news"),
        ("Premières images de Feux", "news"),
        ("Erste Bilder aus Hafen", "news"),
        ("Le prime immagini di Luci", "news"),
        ("Pierwsze zdjęcia z filmu Port", "news"),
        ("Första bilderna från Hamn", "news"),
        ("Muere el actor Juan Pérez", "news"),
        ("Mort de l’acteur Jean Petit", "news"),
        ("Schauspieler Hans Klein gestorben", "news"),
        ("È morto l’attore Mario Neri", "news"),
        ("Acteur Jan Klein overleden", "news"),
        ("Nie żyje aktor Jan Mały", "news"),
        ("Skuespiller Jan Lille er død", "news"),
        ("Ganadores de los Goya", "news"),
        ("I vincitori dei David di Donatello", "news"),
        ("Oscarwinnaars 2012", "news"),
        ("Oscary 2012: zwycięzcy", "news"),
        ("Winactie: bioscoopkaartjes", "news"),
        ("Konkurrence: vind biografbilletter", "news"),
        ("Resumen del año 2012", "recap"),
        ("Lo mejor y lo peor de 2012", "recap"),
        ("Bilan de l’année 2012", "recap"),
        ("Jahresrückblick 2012", "recap"),
        ("Il meglio del 2012", "recap"),
        ("Retrospectiva 2012", "recap"),
        ("Jaaroverzicht 2012", "recap"),
        ("Podsumowanie roku 2012", "recap"),
        ("Filmåret 2012", "recap"),
        ("Lo que vi en mayo", "recap"),
        ("Was ich im Mai gesehen habe", "recap"),
        ("Wat ik in mei zag", "recap"),
        ("Filmy obejrzane w maju", "recap"),
        ("Sett i maj", "recap"),
        ("Assistidos em maio", "recap"),
        ("I 10 migliori film del 2012", "list"),
        ("De 10 bästa filmerna 2012", "list"),
        ("De 10 bedste film i 2012", "list"),
        ("Min topp 10 för året", "list"),
        ("Classifica dei film", "list"),
        ("Intervista a Mara Lind", "interview"),
        ("Wywiad z Marą Lind", "interview"),
        ("Zwiastun filmu Port", "trailer"),
        ("Festiwal Nowe Horyzonty 2012", "festival"),
        ("Göteborg filmfestival 2012", "festival"),
        ("Sobre mim", "other"),
        ("Chi sono", "other"),
        ("Over mij", "other"),
        ("O mnie", "other"),
        ("Om mig", "other"),
        ("Theaterkritik: Hafen", "other"),
        ("Teateranmeldelse: Havn", "other"),
        ("Recensione libro: Luci", "book"),
        ("Recenzja książki Port", "book"),
        ("Recension av serien Hamn", "tv"),
        ("Luzes: segunda temporada", "tv"),
        ("Reseña del videojuego Luces", "game"),
        ("Recenzja gry Port", "game"),
        ("Análise do jogo Luzes", "game"),
    ],
)
def test_what_only_looks_like_a_review(headline: str, label: str) -> None:
    result = parsed(headline, f"<p>{FILMS['nl'] * 3}</p>", "nl")
    assert not result.reviews
    assert result.left_out[0].label == label


def test_chronicles_in_a_title_are_no_label() -> None:
    for headline in ("Chronique d'un été", "Chronique des années de braise"):
        read = parse_headline(headline)
        assert (read.titles, read.signs) == ((headline,), ())


@pytest.mark.parametrize(
    ("headline", "title", "director"),
    [
        ("Le Tombeau des lucioles d'Isao Takahata (1988)", "Le Tombeau des lucioles", "Isao Takahata"),
        ("Les Plages d’Agnès Varda", "Les Plages", "Agnès Varda"),
        ("Havnelys, instrueret af Thomas Vinterberg", "Havnelys", "Thomas Vinterberg"),
        ("Hamnljus, i regi av Lukas Moodysson", "Hamnljus", "Lukas Moodysson"),
        ("Havenlicht, geregisseerd door Paul Verhoeven", "Havenlicht", "Paul Verhoeven"),
    ],
)
def test_a_director_behind_the_title(headline: str, title: str, director: str) -> None:
    read = parse_headline(headline)
    assert (read.titles, read.people) == ((title,), (director,))


@pytest.mark.parametrize("headline", ["L'Odyssée d'Homère", "Le Monde d'Apu", "Le Journal d'Anne Frank"])
def test_an_elision_before_no_director(headline: str) -> None:
    assert parse_headline(headline).titles == (headline,)


@pytest.mark.parametrize(
    ("tag", "label"),
    [
        ("Filmrecensies", None),
        ("filmanmeldelser", None),
        ("Filmer", None),
        ("Böcker", "book"),
        ("bøger", "book"),
        ("Boeken", "book"),
        ("Serier", "tv"),
        ("Nieuws", "news"),
        ("wywiady", "interview"),
    ],
)
def test_tags(tag: str, label: str | None) -> None:
    found = kind_of_tag(tag)
    assert found is not None
    assert found[1] == label


FOOT = (
    "<h1>Le journal du quai</h1><p><a href=/blog>Blog</a> <a href=/archives>Archives</a></p>"
    "<div><h1><span class=title>Les Feux du port</span></h1></div><main><p>Les Feux du port est un film superbe, avec "
    "des acteurs magnifiques et un réalisateur patient ; la scène du quai dure, et le scénario ne triche jamais.</p>"
    "<p>Au final, un film à voir, malgré la pluie.</p><p>Ecrit le : 02/11/2013</p><p>Categorie : cinema</p>"
    "<p>Tags : pluie, lampe</p><p>Commentaires : par Fax ou Pigeon.</p></main>"
)


def test_the_foot_of_a_page_says_when_and_nothing_of_who() -> None:
    html = f"<html lang=fr><title>Les Feux du port | Le journal du quai</title><body>{FOOT}"
    [review] = parse_page(Page("https://dockside.example/les-feux-du-port/", html), strict=True).reviews
    assert (review.headline, review.published, review.author) == ("Les Feux du port", "2013-11-02", None)
    assert review.verdict is not None
    assert review.verdict.text == "Au final, un film à voir, malgré la pluie."


@pytest.mark.parametrize(
    "line", ["Commentaires : par Fax ou Pigeon", "Comentarios: por Ada Quill", "Kommentarer: av Ada Quill"]
)
def test_readers_answers_are_no_byline(line: str) -> None:
    assert parse_byline(line) is None


@pytest.mark.parametrize(
    "text",
    [
        "© Ada Quill. Pewne prawa zastrzeżone i wszystko inne też.",
        "Zasilane przez silnik, który działa na molo, i przez nikogo innego.",
        "Billedet er anvendt efter aftale med havnen og dens vagter.",
        "Os dejo con el tráiler de la película, que dura dos minutos.",
        "Voici la bande-annonce du film, qui dure deux minutes.",
        "Prinsessan gifts bort, och en läkare anländer till hovet. [text och bild från biografen]",
        "Eine Prinzessin wird verheiratet, und ein Arzt kommt an den Hof. (Quelle: Verleih)",
    ],
)
def test_what_is_no_text_of_the_review(text: str) -> None:
    assert not is_prose(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Ik geef de film een acht, en dat is niet weinig."),
        ("pl", "W skrócie: ładne zdjęcia i mało słów."),
        ("sv", "Summa summarum en vacker film om en lampa."),
        ("da", "Uanset hvad er det en smuk film om en lampe."),
        ("es", "Le doy un siete, y no es poco."),
        ("sv", "En film som bör ses mer än en gång."),
        ("pl", "Odradzam każdemu, kto lubi światło."),
    ],
)
def test_what_sums_up(language: str, text: str) -> None:
    assert bottom_line_weight(text, language) > 0


def test_an_end_that_judges_nothing_leaves_it_to_the_paragraph_before() -> None:
    judged = "Det var en vacker film, och jag rekommenderar den till alla som tycker om lampor och rep."
    house = "Sedan i går står bloggen på en annan dator, och det gick fortare än jag hade trott det skulle gå."
    assert bottom_line([judged, house], "sv") == (0, judged)
    assert bottom_line([house, judged], "sv") == (1, judged)


def test_a_cell_is_valued_by_its_own_row() -> None:
    table = "<table><tr><td>Mese</td><td>Film</td></tr><tr><td>Marzo</td><td>Luci del molo</td></tr></table>"
    prose = "Luci del molo è un film bellissimo, con attori magnifici e un regista paziente. Da vedere al cinema. "
    [review] = parsed("Luci del molo - Si torna al cinema?", f"<p>{prose * 3}</p>{table}", "it").reviews
    assert review.film_title == "Luci del molo"


@pytest.mark.parametrize(
    "line",
    [
        "Eingestellt von Ada Quill um 12:30",
        "Upplagd av Ada Quill kl. 12:30",
        "Indsendt af Ada Quill kl. 12.30",
        "Lagt inn av Ada Quill",
        "Gepost door Ada Quill op 12:30",
        "Postado por Ada Quill às 12:30",
        "Opublikowano 3 maja 2011 przez Ada Quill",
        "Auteur : Ada Quill",
    ],
)
def test_bylines(line: str) -> None:
    assert parse_byline(line) == "Ada Quill"


@pytest.mark.parametrize("line", ["Réalisateur : Ada Quill", "Un film de Ada Quill", "Instrueret af Ada Quill"])
def test_credits_are_no_byline(line: str) -> None:
    assert parse_byline(line) is None


@pytest.mark.parametrize(
    "heading",
    [
        "Ähnliche Beiträge",
        "À lire aussi",
        "Artículos relacionados",
        "Articoli correlati",
        "Leia também",
        "Gerelateerde berichten",
        "Podobne wpisy",
        "Läs också:",
        "Relaterede indlæg",
    ],
)
def test_headings_over_other_posts(heading: str) -> None:
    assert SEE_ALSO.match(heading.lower()) and SEE_ALSO.match(heading)
    assert not SEE_ALSO.match(f"{heading} und noch mehr davon")


@pytest.mark.parametrize(
    "headline",
    [
        "Intervista col vampiro",
        "Il libro della giungla",
        "La mort en direct",
        "Romanzo criminale",
        "Lo mejor de mí",
        "Recensione: Il libro della giungla",
        "Set: Havnelys",
    ],
)
def test_titles_that_look_like_something_else(headline: str) -> None:
    assert len(parsed(headline, f"<p>{FILMS['nl'] * 3}</p>", "nl").reviews) == 1


BLOGS = {
    "de": (
        "Filmkritik: Hafenlicht",
        "Eingestellt von Ada Quill um 12:30, Mittwoch, 3. Mai 2011",
        "Regie",
        "Darsteller",
    ),
    "fr": ("Critique : Hafenlicht", "Publié par Ada Quill, mercredi 3 mai 2011", "Réalisateur", "Avec"),
    "es": ("Crítica de Hafenlicht", "Publicado por Ada Quill, miércoles, 3 de mayo de 2011", "Dirección", "Reparto"),
    "it": ("Hafenlicht, la recensione", "Pubblicato da Ada Quill, mercoledì 3 maggio 2011", "Regia", "Interpreti"),
    "pt": ("Resenha: Hafenlicht", "Postado por Ada Quill, quarta-feira, 3 de maio de 2011", "Direção", "Elenco"),
    "nl": ("Recensie: Hafenlicht", "Gepost door Ada Quill op woensdag 3 mei 2011", "Regie", "Met"),
    "pl": ("Recenzja: Hafenlicht", "Autor: Ada Quill, środa, 3 maja 2011", "Reżyseria", "Grają"),
    "sv": ("Recension: Hafenlicht", "Upplagd av Ada Quill kl. 12:30, onsdag 3 maj 2011", "Regi", "Med"),
    "da": ("Anmeldelse: Hafenlicht", "Indsendt af Ada Quill kl. 12.30, onsdag den 3. maj 2011", "Instruktør", "Med"),
    "no": ("Anmeldelse: Hafenlicht", "Lagt inn av Ada Quill kl. 12:30, onsdag 3. mai 2011", "Regi", "I rollene"),
}
ENDS = {
    "de": ("Fazit: Ein leiser, schöner Film für lange Abende.", "Wertung: 7/10"),
    "fr": ("Verdict : Un film doux pour les longues soirées.", "Note : 7/10"),
    "es": ("En resumen: Una película suave para las noches largas.", "Nota: 7/10"),
    "it": ("Giudizio: Un film dolce per le sere lunghe.", "Voto: 7/10"),
    "pt": ("Veredito: Um filme suave para as noites longas.", "Nota: 7/10"),
    "nl": ("Conclusie: Een zachte film voor lange avonden.", "Cijfer: 7/10"),
    "pl": ("Podsumowanie: Łagodny film na długie wieczory.", "Ocena: 7/10"),
    "sv": ("Omdöme: En mild film för långa kvällar.", "Betyg: 7/10"),
    "da": ("Konklusion: En mild film til lange aftener.", "Karakter: 7/10"),
    "no": ("Konklusjon: En mild film for lange kvelder.", "Terningkast: 7/10"),
}


@pytest.mark.parametrize("language", BLOGS)
def test_a_review_in_each_language(language: str) -> None:
    headline, byline, director, cast = BLOGS[language]
    verdict, rating = ENDS[language]
    html = (
        f"<html lang={language}><title>{headline} | Dock</title><body><div id=content><h2>{headline}</h2>"
        f"<p>{byline}</p><table><tr><td>{director}</td><td>Bo Marsh</td></tr>"
        f"<tr><td>{cast}</td><td>Rita Vance, Tom Okafor</td></tr>"
        f"</table><p>{FILMS.get(language, FILMS['da']) * 2}</p><p>{verdict}</p><p>{rating}</p></div>"
    )
    [review] = parse_page(Page("https://dockside.example/p", html), strict=True).reviews
    assert (review.film_title, review.author, (review.published or "")[:10]) == (
        "Hafenlicht",
        "Ada Quill",
        "2011-05-03",
    )
    assert (review.directors, review.cast) == (("Bo Marsh",), ("Rita Vance", "Tom Okafor"))
    assert review.rating is not None
    assert (review.rating.value, review.rating.best) == (7, 10)
    assert review.verdict is not None
    assert (review.verdict.explicit, review.verdict.text) == (True, verdict.partition(":")[2].strip())


def test_a_title_emphasised_in_a_paragraph_is_no_heading() -> None:
    prose = (
        "est le deuxième film d’une réalisatrice patiente, avec des acteurs magnifiques et un scénario qui ne triche "
    )
    html = (
        "<html lang=fr><title>Feux - Le quai</title><body><a class=site-title href=/>Le quai</a><main><div>"
        "<h1>Feux (Ada Quill, 2021)</h1><span>Publié le 24 juillet 2021 par <a href=bo>Bo Marsh</a></span>"
        f"<article><p><em>Feux</em> {prose * 3}.</p><p>Au final, un film à voir.</p></article></div></main>"
    )
    [review] = parse_page(Page("https://dockside.example/feux/", html), strict=True).reviews
    assert (review.headline, review.author, review.published) == ("Feux (Ada Quill, 2021)", "Bo Marsh", "2021-07-24")


def test_a_listing_of_games() -> None:
    entry = (
        "<article><h2><a href=/{0}/>Critique : Feux {0}</a></h2><p>Feux {0} est superbe, un beau voyage le long du "
        "port que personne ne quitte. On y passe la nuit, et on y revient le matin.</p></article>"
    )
    entries = "".join(entry.format(number) for number in range(1, 4))
    for name, count in (("Le quai", 3), ("Quai vidéoludique", 0), ("Ciné et jeux vidéo", 3)):
        html = f"<html lang=fr><title>Critiques - {name}</title><body><a class=site-title href=/>{name}</a>{entries}"
        assert len(parse_page(Page("https://dockside.example/category/critique/", html), strict=True).reviews) == count
