"""Headlines as bloggers write them, and what is read of them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.values.titles import NOT_FILM, Headline, parse_headline, same_title, signs_of, title_from_url, title_key

# headline, its film's title (several divided by "|"), the film's year if stated
TITLES: list[tuple[str, str, int | None]] = [
    ("Movie review: Night Ferry 2: Beautiful Dreamer (1984)", "Night Ferry 2: Beautiful Dreamer", 1984),
    ("Movie review: Seven Ferries: Criterion Collection (1954)", "Seven Ferries", 1954),
    ("Movie Review: Prisoners (2013)", "Prisoners", 2013),
    ("Prisoners (Film Review)", "Prisoners", None),
    ("Prisoners – review", "Prisoners", None),
    ("REVIEW | Prisoners", "Prisoners", None),
    ("[Review] Prisoners", "Prisoners", None),
    ("CineNerd Review: Denis Villeneuve's PRISONERS", "PRISONERS", None),
    ("Prisoners Film Review", "Prisoners", None),
    ("Film Review: Prisoners ★★★★", "Prisoners", None),
    ("Prisoners: A Masterpiece of Dread", "Prisoners", None),
    ("Recensione: La dolce vita", "La dolce vita", None),
    ("Crítica de Volver", "Volver", None),
    ("Crítica: Volver (2006)", "Volver", 2006),
    ("Critique : Le Prénom", "Le Prénom", None),
    ("Critique du film Le Prénom", "Le Prénom", None),
    ("Filmkritik: Lola rennt", "Lola rennt", None),
    ("Kritik zu Lola rennt", "Lola rennt", None),
    ("Lola rennt (1998) – Filmkritik", "Lola rennt", 1998),
    ("Recension: Turist", "Turist", None),
    ("Recenzja filmu Ida", "Ida", None),
    ("Ida – recenzja", "Ida", None),
    ("Anmeldelse: Festen", "Festen", None),
    ("Festen - anmeldelse", "Festen", None),
    ("Recensie: Borgman", "Borgman", None),
    ("Borgman (2013) recensie", "Borgman", 2013),
    ("Ulasan Film Pengabdi Setan (2017)", "Pengabdi Setan", 2017),
    ("Review Film The Raid", "The Raid", None),
    ("Resensi: The Raid", "The Raid", None),
    ("Resenha: Cidade de Deus", "Cidade de Deus", None),
    ("Crítica | Cidade de Deus", "Cidade de Deus", None),
    ("Crítica | Minha Mãe é Uma Sereia", "Minha Mãe é Uma Sereia", None),
    ("Crítica | Lego Batman: O Filme – Super-Heróis Unidos", "Lego Batman: O Filme", None),
    ("Guest Review: Zodiac", "Zodiac", None),
    ("Blu-ray review: Zodiac", "Zodiac", None),
    ("DVD Review - Zodiac", "Zodiac", None),
    ("Zodiac (2007): the patience of paper", "Zodiac", 2007),
    ("Why one should definitely watch Zodiac", "Zodiac", None),
    ("'Zodiac' is a stunning exercise in patience", "Zodiac", None),
    ("“Zodiac” and the art of waiting", "Zodiac", None),
    ("Double feature: Zodiac & Memories of Murder", "Zodiac|Memories of Murder", None),
    ("Double Bill: Zodiac (2007) & Memories of Murder (2003)", "Zodiac|Memories of Murder", 2007),
    ("Saw Zodiac last night", "Zodiac", None),
    ("Obra maestra: Zodiac es la cúspide del cine", "Zodiac", None),
    ("Do not go and see Zodiac. It is a bad, bad movie.", "Zodiac", None),
    ("Zodiac, the worst movie ever", "Zodiac", None),
    ("Zodiac may be the greatest film of its year", "Zodiac", None),
    ("Finally saw Zodiac", "Zodiac", None),
    ("Saw II", "Saw II", None),
    ("Double Bill: Zodiac / Memories of Murder", "Zodiac|Memories of Murder", None),
    ("ZODIAC", "ZODIAC", None),
    ("Suspiria 2018", "Suspiria", 2018),
    ("Blade Runner 2049", "Blade Runner 2049", None),
    ("Zodiac (2007, dir. David Fincher)", "Zodiac", 2007),
    ("Zodiac (dir. David Fincher)", "Zodiac", None),
    ("Zodiac [David Fincher, 2007]", "Zodiac", 2007),
    ("Throwback Thursday: Labyrinth", "Labyrinth", None),
    ("Sneak: Zodiac", "Zodiac", None),
    ("Blind Spot: Zodiac (2007)", "Zodiac", 2007),
    ("Second Look: Zodiac", "Zodiac", None),
    ("Out Now: Zodiac", "Zodiac", None),
    ("Sci-Fi Sunday: Solaris", "Solaris", None),
    ("Horror Thursday: The Fog", "The Fog", None),
    ("Guilty Pleasures: The Fog", "The Fog", None),
    ("Best Picture Winners: Rebecca", "Rebecca", None),
    ("Al cinema: Zodiac", "Zodiac", None),
    ("Película: Zodiac", "Zodiac", None),
    ("Neu im Kino: Zodiac", "Zodiac", None),
    ("#112 Zodiac (2007)", "Zodiac", 2007),
    ("Some thoughts about Zodiac", "Zodiac", None),
    ("In Praise of Zodiac", "Zodiac", None),
    ("Why Zodiac is the film of its decade", "Zodiac", None),
    ("Last night I saw Zodiac", "Zodiac", None),
    ("Hoy he visto Zodiac", "Zodiac", None),
    ("Zodiac – A Review by Jane Marlowe", "Zodiac", None),
    ("THE ZODIAC: A City Holds Its Breath", "THE ZODIAC", None),
    ("David Fincher - Zodiac (2007)", "Zodiac", 2007),
    ("Zodiac, David Fincher, 2007", "Zodiac", 2007),
    ("Critique de La Jetée", "La Jetée", None),
    ("Crítica de la película Tesis", "Tesis", None),
    ("La Jetée, le film de Chris Marker", "La Jetée", None),
    ("Movie: Zodiac", "Zodiac", None),
    ("Movie #12: Zodiac", "Zodiac", None),
    ("#47 - Zodiac", "Zodiac", None),
    ("Day 14: The Fog", "The Fog", None),
    ("31 Days of Horror: The Fog", "The Fog", None),
    ("October Horror #5: The Fog (1980)", "The Fog", 1980),
    ("Zodiac (2007) – 4/5", "Zodiac", 2007),
    ("Zodiac - 8/10", "Zodiac", None),
    ("Zodiac: B+", "Zodiac", None),
    ("Zodiac (B+)", "Zodiac", None),
    ("Zodiac review – 4 stars", "Zodiac", None),
    ("Zodiac, un film de David Fincher", "Zodiac", None),
    ("Zodiac, de David Fincher", "Zodiac", None),
    ("Zodiac by David Fincher", "Zodiac", None),
    ("Zodiac, directed by David Fincher", "Zodiac", None),
    ("TIFF 2013: Prisoners", "Prisoners", None),
    ("TIFF13 Review: Prisoners", "Prisoners", None),
    ("Sundance 2014 – Whiplash", "Whiplash", None),
    ("Cannes Review: Drive", "Drive", None),
    ("Venice 2011: Shame (Steve McQueen)", "Shame", None),
    ("LFF Review: Room", "Room", None),
    ("Netflix Review: Roma", "Roma", None),
    ("Criterion Review: Tampopo", "Tampopo", None),
    ("Movie Night: The Goonies", "The Goonies", None),
    ("Netflix pick: The Goonies", "The Goonies", None),
    ("Retro Review: The Goonies", "The Goonies", None),
    ("Classic Movie Review: The Third Man", "The Third Man", None),
    ("Mini-Review: The Third Man", "The Third Man", None),
    ("Quick Review – The Third Man", "The Third Man", None),
    ("Rewatch: The Third Man", "The Third Man", None),
    ("Just watched: The Third Man", "The Third Man", None),
    ("The Third Man Revisited", "The Third Man", None),
    ("The Third Man at 70", "The Third Man", None),
    ("The Third Man turns 70", "The Third Man", None),
    ("The Third Man, seventy years on", "The Third Man", None),
    ("Thoughts on The Third Man", "The Third Man", None),
    ("Some Thoughts on 'The Third Man'", "The Third Man", None),
    ("My Review of The Third Man", "The Third Man", None),
    ("Review of The Third Man (1949)", "The Third Man", 1949),
    ("The Third Man (1949) Movie Review", "The Third Man", 1949),
    ("The Third Man Movie Review & Film Summary (1949)", "The Third Man", 1949),
    ("The Third Man Blu-ray Review", "The Third Man", None),
    ("The Third Man (Carol Reed, 1949)", "The Third Man", 1949),
    ("The Third Man (1949/Carol Reed)", "The Third Man", 1949),
    ("The Third Man (UK, 1949)", "The Third Man", 1949),
    ("1949: The Third Man", "The Third Man", 1949),
    ("The Third Man: zither and shadows", "The Third Man", None),
    ("The Third Man – zither and shadows", "The Third Man", None),
    ("The Third Man | Movie Review", "The Third Man", None),
    ("The Third Man review: Zither and shadows", "The Third Man", None),
    ("The Third Man Review: A Noir That Never Ages", "The Third Man", None),
    ("Movie Review: The Third Man is still a marvel", "The Third Man", None),
    ("The Third Man is still the best film about friendship", "The Third Man", None),
    ("Review: Mission: Impossible – Fallout", "Mission: Impossible – Fallout", None),
    ("Mission: Impossible II", "Mission: Impossible II", None),
    ("Mission: Impossible III review", "Mission: Impossible III", None),
    ("Mission: Impossible – Fallout (2018)", "Mission: Impossible – Fallout", 2018),
    ("Star Wars: The Last Jedi", "Star Wars: The Last Jedi", None),
    ("Star Wars: The Last Jedi review", "Star Wars: The Last Jedi", None),
    ("The Lord of the Rings: The Two Towers", "The Lord of the Rings: The Two Towers", None),
    ("Movie Review: Captain America: Civil War", "Captain America: Civil War", None),
    ("Captain America: Civil War – brothers in arms", "Captain America: Civil War", None),
    ("Kill Bill: Vol. 1", "Kill Bill: Vol. 1", None),
    (
        "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb",
        "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb",
        None,
    ),
    ("Crouching Tiger, Hidden Dragon", "Crouching Tiger, Hidden Dragon", None),
    ("The Good, the Bad and the Ugly", "The Good, the Bad and the Ugly", None),
    ("Good Night, and Good Luck.", "Good Night, and Good Luck.", None),
    ("Me and You and Everyone We Know", "Me and You and Everyone We Know", None),
    ("Harold and Maude", "Harold and Maude", None),
    ("Fantastic Beasts and Where to Find Them", "Fantastic Beasts and Where to Find Them", None),
    ("Ferris Bueller's Day Off", "Ferris Bueller's Day Off", None),
    ("Review: Bridget Jones's Diary", "Bridget Jones's Diary", None),
    ("Pan's Labyrinth", "Pan's Labyrinth", None),
    ("Guillermo del Toro's Pan's Labyrinth", "Pan's Labyrinth", None),
    ("Review: Sofia Coppola’s ‘Somewhere’", "Somewhere", None),
    ("Rosemary's Baby (1968)", "Rosemary's Baby", 1968),
    ("Who's Afraid of Virginia Woolf?", "Who's Afraid of Virginia Woolf?", None),
    ("What We Do in the Shadows", "What We Do in the Shadows", None),
    ("There Will Be Blood", "There Will Be Blood", None),
    ("It Is Fine! Everything Is Fine.", "It Is Fine! Everything Is Fine.", None),
    ("Life Is Beautiful", "Life Is Beautiful", None),
    ("La vie est belle", "La vie est belle", None),
    ("Love Is All You Need", "Love Is All You Need", None),
    ("All Is Lost", "All Is Lost", None),
    ("My Week with Marilyn", "My Week with Marilyn", None),
    ("The Man with the Golden Arm", "The Man with the Golden Arm", None),
    ("Scary Movie", "Scary Movie", None),
    ("Movie 43", "Movie 43", None),
    ("The Lego Movie", "The Lego Movie", None),
    ("The Book of Life review", "The Book of Life", None),
    ("The Interview (2014)", "The Interview", 2014),
    ("Game Night Review", "Game Night", None),
    ("Saturday Night Fever", "Saturday Night Fever", None),
    ("The Trial of the Chicago 7", "The Trial of the Chicago 7", None),
    ("21 Grams", "21 Grams", None),
    ("10 Things I Hate About You", "10 Things I Hate About You", None),
    ("Seven Samurai", "Seven Samurai", None),
    ("1917", "1917", None),
    ("1917 (2019)", "1917", 2019),
    ("2001: A Space Odyssey", "2001: A Space Odyssey", None),
    ("2001: A Space Odyssey (1968)", "2001: A Space Odyssey", 1968),
    ("300: Rise of an Empire", "300: Rise of an Empire", None),
    ("Fahrenheit 9/11", "Fahrenheit 9/11", None),
    ("8 1/2", "8 1/2", None),
    ("WALL·E", "WALL·E", None),
    ("Ocean's 8", "Ocean's 8", None),
    ("Se7en", "Se7en", None),
    ("(500) Days of Summer", "(500) Days of Summer", None),
    ("Das Boot – Kritik", "Das Boot", None),
    ("Sieben (1995): Kritik", "Sieben", 1995),
    ("Im Kino: Systemsprenger", "Systemsprenger", None),
    ("Kino: Systemsprenger", "Systemsprenger", None),
    ("Systemsprenger: Ein Kind, das niemand hält", "Systemsprenger", None),
    ("Gesehen: Systemsprenger", "Systemsprenger", None),
    ("Vu : Les Misérables", "Les Misérables", None),
    ("[Critique] Les Misérables, de Ladj Ly", "Les Misérables", None),
    ("Les Misérables : la banlieue en face", "Les Misérables", None),
    ("Avis : Les Misérables (2019)", "Les Misérables", 2019),
    ("Reseña: Roma", "Roma", None),
    ("Roma: la memoria en blanco y negro", "Roma", None),
    ("'Roma': la memoria en blanco y negro", "Roma", None),
    ("Crítica de ‘Roma’: la memoria en blanco y negro", "Roma", None),
    ("Roma, crítica de la película", "Roma", None),
    ("La grande bellezza – Recensione", "La grande bellezza", None),
    ("La grande bellezza, recensione del film di Paolo Sorrentino", "La grande bellezza", None),
    ("Recensione film La grande bellezza", "La grande bellezza", None),
    ("Bacurau (2019) | Crítica", "Bacurau", 2019),
    ("Film: Bacurau", "Bacurau", None),
    ("🎬 Bacurau (2019)", "Bacurau", 2019),
    ("Bacurau - 2019", "Bacurau", 2019),
    ("Bacurau. Review.", "Bacurau", None),
    ("Movie Review… Bacurau", "Bacurau", None),
    ("Capsule Reviews: Bacurau, Atlantics, Les Misérables", "Bacurau|Atlantics|Les Misérables", None),
    ("Belated Reviews: Bacurau", "Bacurau", None),
    ("Spätschicht-Kurzkritiken: Bacurau", "Bacurau", None),
    ("Bacurau [Jun 4, 2020]", "Bacurau", None),
    ("Reviews: Bacurau and Atlantics", "Bacurau|Atlantics", None),
    ("‘Bacurau’ and ‘Atlantics’", "Bacurau|Atlantics", None),
    ("Spoiler-Free Review: Bacurau", "Bacurau", None),
    ("Bacurau Spoiler-Free Review", "Bacurau", None),
    ("Bacurau (Mubi)", "Bacurau", None),
    ("Bacurau: Film Review", "Bacurau", None),
    ("Bacurau | 2019 | ★★★★", "Bacurau", 2019),
    ("Bacurau starring Sônia Braga", "Bacurau", None),
    ("At the movies: Bacurau", "Bacurau", None),
    ("Friday Night Movie: Bacurau", "Bacurau", None),
    ("Horror Review: The Babadook", "The Babadook", None),
    ("Film Friday - The Babadook", "The Babadook", None),
    ("The Babadook or how I stopped sleeping", "The Babadook", None),
    ("The Babadook is the scariest thing since tax season", "The Babadook", None),
    ("Bong Joon-ho's Parasite: Stairs, Stairs, Stairs", "Parasite", None),
    ("Parasite (Gisaengchung)", "Parasite", None),
    ("Parasite [Film Review]", "Parasite", None),
    ("Parasite - Movie Review by Anna", "Parasite", None),
    ("Parasite Movie Review: Upstairs, Downstairs", "Parasite", None),
    ("Parasite film review – a staircase of lies", "Parasite", None),
    ("Amour: love, actually", "Amour", None),
    ("Amour — Michael Haneke", "Amour", None),
    ("Amour (Haneke, 2012)", "Amour", 2012),
    ("Haneke's Amour", "Amour", None),
    ("Film analysis: Amour", "Amour", None),
    ("Analysis of Amour (2012)", "Amour", 2012),
    ("Revisiting The Shining", "The Shining", None),
    ("Rewatching: The Shining (1980)", "The Shining", 1980),
    ("In Theaters: Gone Girl", "Gone Girl", None),
    ("In Cinemas Now: Gone Girl", "Gone Girl", None),
    ("Now Playing – Gone Girl", "Gone Girl", None),
    ("On DVD: Gone Girl", "Gone Girl", None),
    ("Movies I Watch: Gone Girl", "Gone Girl", None),
    ("Review - Gone Girl (Spoilers!)", "Gone Girl", None),
    ("Gone Girl Review - Marriage Is Murder", "Gone Girl", None),
    ("GONE GIRL: MARRIAGE IS MURDER", "GONE GIRL", None),
    ("FILM REVIEW: GONE GIRL", "GONE GIRL", None),
    ("Gone Girl / Love Lost", "Gone Girl", None),
    ("So I finally saw Gone Girl", "Gone Girl", None),
    ("I watched Gone Girl so you don't have to", "Gone Girl", None),
    ("What I thought of Gone Girl", "Gone Girl", None),
    ("A few words about Gone Girl", "Gone Girl", None),
    ("Late to the party: Gone Girl", "Gone Girl", None),
    ("Gone Girl (15)", "Gone Girl", None),
    ("Gone Girl (12A) – In cinemas Friday", "Gone Girl", None),
    ("Gone Girl (R)", "Gone Girl", None),
    ("Recenzja: Zimna wojna", "Zimna wojna", None),
    ("„Zimna wojna” – recenzja filmu", "Zimna wojna", None),
    ("Zimna wojna (2018) – recenzja", "Zimna wojna", 2018),
    ("Recenzja filmu „Zimna wojna”, reż. Paweł Pawlikowski", "Zimna wojna", None),
    ("Zimna wojna, reż. Paweł Pawlikowski", "Zimna wojna", None),
    ("Obejrzane: Zimna wojna", "Zimna wojna", None),
    ("Filmrecension: Sameblod", "Sameblod", None),
    ("Recension av Sameblod", "Sameblod", None),
    ("Sameblod (2016) – recension", "Sameblod", 2016),
    ("Sett: Sameblod", "Sameblod", None),
    ("Anmeldelse af Jagten", "Jagten", None),
    ("Filmanmeldelse: Jagten", "Jagten", None),
    ("Jagten (2012) anmeldelse", "Jagten", 2012),
    ("Anmeldelse: »Jagten« er et mesterværk", "Jagten", None),
    ("Filmrecensie: Rundskop", "Rundskop", None),
    ("Recensie Rundskop", "Rundskop", None),
    ("Rundskop – recensie", "Rundskop", None),
    ("Recensie van Rundskop (2011)", "Rundskop", 2011),
    ("Ulasan film Laskar Pelangi", "Laskar Pelangi", None),
    ("Resensi Film: Laskar Pelangi", "Laskar Pelangi", None),
    ("Laskar Pelangi (2008) - Review", "Laskar Pelangi", 2008),
    ("[Ulasan] Laskar Pelangi", "Laskar Pelangi", None),
    ("Nonton: Laskar Pelangi", "Laskar Pelangi", None),
    ("Crítica de cine: Volver", "Volver", None),
    ("Crítica: 'Volver', de Pedro Almodóvar", "Volver", None),
    ("Volver (2006), de Pedro Almodóvar", "Volver", 2006),
    ("Volver: crítica", "Volver", None),
    ("Reseña de Volver", "Volver", None),
    ("Cine: Volver", "Volver", None),
    ("Volver, una película de Pedro Almodóvar", "Volver", None),
    ("Reseña película: Volver", "Volver", None),
    ("Resenha | Central do Brasil", "Central do Brasil", None),
    ("Central do Brasil (1998) – Crítica", "Central do Brasil", 1998),
    ("Crítica do filme Central do Brasil", "Central do Brasil", None),
    ("Central do Brasil: um retrato do país", "Central do Brasil", None),
    ("Recensione di Gomorra", "Gomorra", None),
    ("Gomorra, la recensione", "Gomorra", None),
    ("Gomorra - La recensione del film", "Gomorra", None),
    ("Recensione: 'Gomorra' di Matteo Garrone", "Gomorra", None),
    ("Gomorra di Matteo Garrone", "Gomorra", None),
    ("Gomorra (2008) di Matteo Garrone", "Gomorra", 2008),
    ("Critique de film : Amour", "Amour", None),
    ("[Critique] Amour (2012)", "Amour", 2012),
    ("Amour, la critique", "Amour", None),
    ("Amour (Michael Haneke)", "Amour", None),
    ("« Amour » de Michael Haneke", "Amour", None),
    ("Ciné : Amour", "Amour", None),
    ("Mon avis sur Amour", "Amour", None),
    ("J'ai vu Amour", "Amour", None),
    ("Amour : critique du film", "Amour", None),
    ("Filmbesprechung: Victoria", "Victoria", None),
    ("Victoria – Filmkritik", "Victoria", None),
    ("Kritik: „Victoria“ von Sebastian Schipper", "Victoria", None),
    ("Victoria (D 2015)", "Victoria", 2015),
    ("Victoria (Deutschland, 2015)", "Victoria", 2015),
    ("Rezension zu Victoria", "Victoria", None),
    ("Film: Victoria", "Victoria", None),
    ("Im Kino gesehen: Victoria", "Victoria", None),
    ("Victoria | Filmkritik | 2015", "Victoria", 2015),
    ("Kurzkritik: Victoria", "Victoria", None),
    ("Meine Kritik zu „Victoria“", "Victoria", None),
    ("Kinokritik: Victoria – eine Nacht in Berlin", "Victoria", None),
    ("DVD-Kritik: Victoria", "Victoria", None),
    ("Blu-ray-Kritik: Victoria", "Victoria", None),
    ("Film Review #231: Paddington", "Paddington", None),
    ("Review #231 – Paddington", "Paddington", None),
    ("231. Paddington (2014)", "Paddington", 2014),
    ("Paddington | 2014", "Paddington", 2014),
    ("Paddington (2014) - My Review", "Paddington", 2014),
    ("Movie Monday: Paddington", "Paddington", None),
    ("Monday Movie: Paddington", "Paddington", None),
    ("A Review of Paddington", "Paddington", None),
    ("Paddington: My Thoughts", "Paddington", None),
    ("Paddington Review (No Spoilers)", "Paddington", None),
    ("Paddington (2014): Movie Review", "Paddington", 2014),
    ("PADDINGTON [2014] Review", "PADDINGTON", 2014),
    ("Paddington - film review", "Paddington", None),
    ("Paddington Movie Reaction – Marmalade!", "Paddington", None),
    ("Chain Reaction", "Chain Reaction", None),
    ("Paddington review: marmalade forever!", "Paddington", None),
    ("Paddington — 9/10", "Paddington", None),
    ("Paddington: 4 out of 5", "Paddington", None),
    ("Movie Review: “Paddington”", "Paddington", None),
    ("Movie review: 'Paddington' is a warm hug", "Paddington", None),
    ("Film Review | Paddington", "Paddington", None),
    ("Film Review – Paddington (Paul King, 2014)", "Paddington", 2014),
    ("Review of “Paddington”", "Paddington", None),
    ("Paddington film review: bear necessities", "Paddington", None),
    ("Family Film Review: Paddington", "Paddington", None),
    ("Paddington (Film)", "Paddington", None),
    ("Paddington (Movie Review)", "Paddington", None),
    ("Paddington. A film by Paul King", "Paddington", None),
]

# headline, the sign that keeps it from being read as a film review
NO_REVIEWS = [
    ("Book review: The Road by Cormac McCarthy", "book"),
    ("Book Review – Gone Girl", "book"),
    ("Reseña del libro La carretera", "book"),
    ("Graphic novel review: Persepolis", "comic"),
    ("Album review: Some Band – Night Bus", "album"),
    ("Night Bus: the soundtrack reviewed", "album"),
    ("Game review: Night Bus (PS4)", "game"),
    ("Night Bus video game review", "game"),
    ("Theatre review: Night Bus at the Old Mill", "stage"),
    ("Hamlet at the Old Mill: theatre review", "stage"),
    ("Poster: Night Bus", "news"),
    ("Headphones review: better than expected", "hardware"),
    ("Night Bus season 2 review", "tv"),
    ("Night Bus – Staffel 3", "tv"),
    ("Night Bus: temporada 1", "tv"),
    ("Night Bus 2x04 “The Depot”", "tv"),
    ("Night Bus S01E03", "tv"),
    ("Night Bus recap: the depot burns", "recap"),
    ("What I watched in June", "recap"),
    ("The week on sofa seven", "recap"),
    ("Our 2016 in films", "recap"),
    ("Podcast #12: Night Bus and other stories", "podcast"),
    ("First trailer for Night Bus", "trailer"),
    ("Night Bus trailer", "trailer"),
    ("New poster for Night Bus", "news"),
    ("Casting news: Night Bus", "news"),
    ("Weekend box office: nobody went", "news"),
    ("Top 10 films set on buses", "list"),
    ("My 5 favourite bus scenes", "list"),
    ("The best films of 2014", "list"),
    ("Zehn Filme für kalte Abende", "list"),
    ("Cinco películas de autobuses", "list"),
    ("Interview with the driver of Night Bus", "interview"),
    ("Question of the week: front row or back row?", "question"),
    ("Festival diary, day four: rain", "festival"),
    ("Carnet de Cannes, jour 2", "festival"),
    ("The ending of Night Bus explained", "explained"),
    ("Giveaway: three DVDs of Night Bus", "giveaway"),
    ("Win tickets for Night Bus", "giveaway"),
    ("About me", "personal"),
    ("We're moving house", "personal"),
]

# titles of films in which such words stand
FILMS_WITH_SUCH_WORDS = [
    "The Book of Life",
    "The Jungle Book",
    "The Game",
    "The Imitation Game",
    "Game Night",
    "The Sound of Music",
    "Interview with the Vampire",
    "The Interview",
    "The Phantom of the Opera",
    "10 Things I Hate About You",
    "The Trip to the Season of Rain",
    "Top Five",
    "Best in Show",
    "The Season of the Witch",
    "Trailer Park Boys",
    "The Final Season",
    "Quick Change",
    "The Man Who Knew Too Much",
    "R.I.P.D.",
    "Win Win",
    "The Review",
]

PEOPLE = [
    ("CineNerd Review: Denis Villeneuve's PRISONERS", ("Denis Villeneuve",)),
    ("Zodiac (2007, dir. David Fincher)", ("David Fincher",)),
    ("Zodiac [David Fincher, 2007]", ("David Fincher",)),
    ("Zodiac (David Fincher & Jane Doe, 2007)", ("David Fincher", "Jane Doe")),
    ("Amour (Haneke, 2012)", ("Haneke",)),
    ("Haneke's Amour", ("Haneke",)),
    ("Drive, de Nicolas Winding Refn", ("Nicolas Winding Refn",)),
    ("Bacurau starring Sônia Braga", ("Sônia Braga",)),
    ("Review: Sofia Coppola’s ‘Somewhere’", ("Sofia Coppola",)),
    ("Ferris Bueller's Day Off", ()),
    ("Call Me by Your Name", ()),
]

RATINGS = [
    ("Zodiac (2007) – 4/5", "4/5"),
    ("Zodiac - 8/10", "8/10"),
    ("Zodiac: B+", "B+"),
    ("Film Review: Zodiac ★★★★½", "★★★★½"),
    ("Zodiac review – 4 stars", "4 stars"),
    ("Fahrenheit 9/11", None),
    ("Plan B", None),
    ("8 1/2", None),
]


@pytest.mark.parametrize(("headline", "titles", "year"), TITLES, ids=[row[0] for row in TITLES])
def test_titles_of_a_headline(headline: str, titles: str, year: int | None) -> None:
    found = parse_headline(headline)
    assert found.titles == tuple(titles.split("|"))
    assert found.year == year
    assert found.about_film
    assert found.candidates[: len(found.titles)] == found.titles


@pytest.mark.parametrize(("headline", "sign"), NO_REVIEWS)
def test_signs_of_other_posts(headline: str, sign: str) -> None:
    assert sign in signs_of(headline)
    assert sign in NOT_FILM
    assert not parse_headline(headline).about_film


@pytest.mark.parametrize("title", FILMS_WITH_SUCH_WORDS)
@pytest.mark.parametrize("shape", ["{}", "{} review", "Review: {}", "{} (2012)"])
def test_no_signs_in_titles(title: str, shape: str) -> None:
    assert parse_headline(shape.format(title)).about_film


@pytest.mark.parametrize(("headline", "people"), PEOPLE)
def test_people_of_a_headline(headline: str, people: tuple[str, ...]) -> None:
    assert parse_headline(headline).people == people


@pytest.mark.parametrize(("headline", "raw"), RATINGS)
def test_rating_in_a_headline(headline: str, raw: str | None) -> None:
    assert parse_headline(headline).rating_raw == raw


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Jagten (The Hunt)", "The Hunt"),
        ("Tengoku to jigoku / High and Low", "High and Low"),
        ("The Depot: A Tale of Buses", "The Depot: A Tale of Buses"),
        ("Suspiria 2018", "Suspiria 2018"),
        ("Tyler Perry's Night Bus", "Night Bus"),
        ("Steven Spielberg's Lincoln", "Steven Spielberg's Lincoln"),
    ],
)
def test_other_guesses_are_kept(headline: str, wanted: str) -> None:
    found = parse_headline(headline)
    assert wanted in found.candidates
    assert wanted not in found.titles


def test_a_lower_case_subtitle_is_usual_outside_english() -> None:
    assert parse_headline("Night Bus: one long night", language="en").titles == ("Night Bus",)
    assert parse_headline("Batman: o cavaleiro", language="pt").titles == ("Batman: o cavaleiro",)


SAME = [
    ("WALL·E", "Wall-E"),
    ("8½", "8 1/2"),
    ("8½", "Eight and a Half"),
    ("E.T. the Extra-Terrestrial", "ET The Extra Terrestrial"),
    ("The Godfather Part II", "Godfather 2"),
    ("Rocky III", "Rocky 3"),
    ("Rocky V", "Rocky Five"),
    ("Iron Man Three", "Iron Man 3"),
    ("Kill Bill: Vol. 1", "Kill Bill Volume One"),
    ("It Chapter Two", "It Chapter 2"),
    ("Sense & Sensibility", "Sense and Sensibility"),
    ("Harold und Maude", "Harold and Maude"),
    ("Batman v Superman", "Batman vs. Superman"),
    ("Dark Knight Rises, The", "The Dark Knight Rises"),
    ("L'Avventura", "L’avventura"),
    ("Amélie", "AMELIE"),
    ("King's Speech", "The Kings Speech"),
    ("Good Bye, Lenin!", "Goodbye Lenin"),
    ("Spider-Man", "Spiderman"),
    ("Blue Is the Warmest Colour", "Blue is the warmest color"),
    ("Łódź Story", "Lodz story"),
    ("Dr. Strangelove", "Doctor Strangelove"),
]
DIFFERENT = [
    ("Alien", "Aliens"),
    ("Rocky II", "Rocky III"),
    ("The Thing", "The Thing from Another World"),
    ("V for Vendetta", "5 for Vendetta"),
    ("", ""),
    ("Her", " "),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_title(one: str, other: str) -> None:
    assert same_title(one, other)
    assert same_title(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_titles(one: str, other: str) -> None:
    assert not same_title(one, other)


@pytest.mark.parametrize("title", ["A", "M", "The", "…", "$", "重慶森林", "9", "Se7en", "?!"])
def test_a_key_is_never_empty(title: str) -> None:
    assert title_key(title)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://blog.example/2013/03/04/movie-review-her/", "movie review her"),
        ("https://blog.example/posts/2013-03-04-her.html", "her"),
        ("https://blog.example/drive-2011/index.html", "drive 2011"),
        ("https://blog.example/kritik_zu_her.php", "kritik zu her"),
        ("https://blog.example/?p=12", None),
        ("https://blog.example/2013/03/", None),
        ("http://[broken", None),
    ],
)
def test_words_of_a_slug(url: str, words: str | None) -> None:
    assert title_from_url(url) == words


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    found = parse_headline(text)
    assert isinstance(found, Headline)
    assert found == parse_headline.__wrapped__(text)
    assert all(title.strip() for title in found.candidates)
    assert len(title_key(text)) <= 2 * len(text) + 1000


PIECES = [
    "Night Bus",
    ":",
    " – ",
    "review",
    "(2013)",
    "[",
    "“",
    "'",
    "’s",
    " and ",
    "A",
    "the",
    "/",
    "★",
    "4/5",
    "#12",
    ",",
    "\0",
    "de",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_headline_of_pieces_is_read(text: str) -> None:
    assert isinstance(parse_headline.__wrapped__(text), Headline)


@pytest.mark.parametrize(
    "piece", ["a ", "A' ", "“a", ": ", "( ", "1/", "the ", "review ", "X and ", "’", "- ", "…", "'a"]
)
def test_long_headlines_take_no_longer(piece: str) -> None:
    started = time.process_time()
    for _ in range(20):
        parse_headline.__wrapped__(piece * 100_000)
    assert time.process_time() - started < 1.0
