"""Credits: who plays and who directed, by label and in prose, in the languages of film blogs; and who does not."""

from __future__ import annotations

import pytest

from aggregator.extract import FIELDS
from aggregator.extract.heuristics import credits
from aggregator.extract.heuristics.credits_openings import OPENED, WHOLE, opening_lines
from aggregator.extract.segment import segment
from aggregator.records import Page

FILLER = "<p>The picture takes its time, and the last third is worth the wait for anybody with a little patience.</p>"


def people(body: str, headline: str = "Night Ferry review", lang: str = "en") -> tuple[list[str], list[str]]:
    """Cast and directors that a post's text claims, in order."""
    text = (
        f"<html lang={lang}><body><article><h1>{headline}</h1><div class=entry-content>{body}{FILLER}</div></article>"
    )
    _, posts = segment(Page("https://blog.example/2019/night-ferry/", text))
    found: dict[str, dict[str, None]] = {"cast": {}, "directors": {}}
    for claim in credits.find(posts[0]):
        for name in FIELDS[claim.field](claim, posts[0]) or ():
            found[claim.field][name] = None
    return list(found["cast"]), list(found["directors"])


LABELLED = [
    ("<p>Starring: Ilse Brandt, Tom Okafor and Rita Vance</p>", ["Ilse Brandt", "Tom Okafor", "Rita Vance"], []),
    (
        "<p>Director: Ada Quill | Cast: Tom Okafor, Rita Vance | Runtime: 98 min</p>",
        ["Tom Okafor", "Rita Vance"],
        ["Ada Quill"],
    ),
    (
        "<p>Written and directed by Ada Quill. With Tom Okafor and Rita Vance.</p>",
        ["Tom Okafor", "Rita Vance"],
        ["Ada Quill"],
    ),
    (
        "<p>Starring Tom Okafor and Rita Vance\nDirected by Ada Quill\nWritten by Sam Pell, Ina Moss, and Ole Berg</p>",
        ["Tom Okafor", "Rita Vance"],
        ["Ada Quill"],
    ),
    ("<p>Directed by Ada O. Quill. Written by Sam Pell. Starring Tom Okafor.</p>", ["Tom Okafor"], ["Ada O. Quill"]),
    (
        "<p><b>Director</b> Ada Quill</p><p><b>Stars</b> Tom Okafor, Rita Vance</p>",
        ["Tom Okafor", "Rita Vance"],
        ["Ada Quill"],
    ),
    ("<p>Director &amp; Writer: Ada Quill</p>", [], ["Ada Quill"]),
    (
        "<p>Directed by Ada Quill, Written by Sam Pell &amp; Bo Marsh, Starring Tom Okafor and Rita Vance.</p>",
        ["Tom Okafor", "Rita Vance"],
        ["Ada Quill"],
    ),
    (
        "<table><tr><th>Director<td>Ada Quill</tr><tr><th>Cast<td>Tom Okafor, Rita Vance</table>",
        ["Tom Okafor", "Rita Vance"],
        ["Ada Quill"],
    ),
    (
        "<dl><dt>Directed by</dt><dd>Ada Quill</dd><dt>Starring</dt><dd>Tom Okafor</dd><dt>Length</dt><dd>98</dd></dl>",
        ["Tom Okafor"],
        ["Ada Quill"],
    ),
    (
        "<h3>Main cast</h3><ul><li>Tom Okafor as Captain Bell</li><li>Rita Vance as Mary Stone</li></ul>",
        ["Tom Okafor", "Rita Vance"],
        [],
    ),
    (
        "<ul><li>Main Cast:</li><li>Mary Stone – Rita Vance</li><li>Joe Bell – Tom Okafor</li></ul>"
        "<p>Mary meets Joe on the ferry. Joe tells Mary that the night is long, and Mary smiles.</p>",
        ["Rita Vance", "Tom Okafor"],
        [],
    ),
    ("<p>D: Ada Quill2015 | 98 mins.</p>", [], ["Ada Quill"]),
    ("<p><span class=a>D: Ada Quill</span><span class=b>2015 | 98 mins.</span></p>", [], ["Ada Quill"]),
    ("<p><em>Ada Quill, UK 1987</em></p>", [], ["Ada Quill"]),
    ("<p>2020 · Ada Quill · with Tom Okafor, Rita Vance</p>", ["Tom Okafor", "Rita Vance"], ["Ada Quill"]),
    ("<p>London, June 1987</p>", [], []),
    ("<p>(2018, dir. Ada Quill. 95 minutes, rated R.)</p>", [], ["Ada Quill"]),
    ("<p>D 2023, R: Ada Quill, D: Tom Okafor, Rita Vance, 103 Min.</p>", ["Tom Okafor", "Rita Vance"], ["Ada Quill"]),
    ("<p>Cinematography: Sam Pell. Music: Una Grey. Director: Ada Quill.</p>", [], ["Ada Quill"]),
]

LABELS = [
    ("de", "Regie: Ada Quill", "Darsteller: Tom Okafor, Rita Vance"),
    ("de", "Regisseurin: Ada Quill", "Mit: Tom Okafor und Rita Vance"),
    ("fr", "Réalisation : Ada Quill", "Avec : Tom Okafor, Rita Vance"),
    ("fr", "Un film de Ada Quill", "Acteurs : Tom Okafor et Rita Vance"),
    ("es", "Dirección: Ada Quill", "Reparto: Tom Okafor, Rita Vance"),
    ("es", "Dirigida por Ada Quill", "Con: Tom Okafor y Rita Vance"),
    ("it", "Regia: Ada Quill", "Interpreti: Tom Okafor, Rita Vance"),
    ("it", "Regia di: Ada Quill", "Cast: Tom Okafor e Rita Vance"),
    ("pt", "Direção: Ada Quill", "Elenco: Tom Okafor, Rita Vance"),
    ("pl", "Reżyseria: Ada Quill", "Obsada: Tom Okafor, Rita Vance"),
    ("pl", "Reżyser: Ada Quill", "W rolach głównych: Tom Okafor i Rita Vance"),
    ("nl", "Regisseur: Ada Quill", "Acteurs: Tom Okafor, Rita Vance"),
    ("sv", "Regi: Ada Quill", "Medverkande: Tom Okafor, Rita Vance"),
    ("sv", "Regissör: Ada Quill", "Skådespelare: Tom Okafor och Rita Vance"),
    ("da", "Instruktør: Ada Quill", "Medvirkende: Tom Okafor, Rita Vance"),
    ("id", "Sutradara: Ada Quill", "Pemain: Tom Okafor, Rita Vance"),
]

PROSE = [
    ("This is a Clive Owen movie, and he runs.", ["Clive Owen"]),
    ("Before <i>Duplicity</i> comes out, we saw <i>Night Ferry</i>, the Clive Owen of the week.", ["Clive Owen"]),
    ("The boy, David (Harbour Street’s Tom Okafor), is let into the house with open arms.", ["Tom Okafor"]),
    ("I fell in love with Tom Okafor’s acting (Joe Bell) before the boat had left.", ["Tom Okafor"]),
    ("Joe Bell (Tom Okafor) waits for the boat with his sister (Rita Vance).", ["Tom Okafor", "Rita Vance"]),
    ("Tom Okafor (Joe) waits for the boat, and he is superb.", ["Tom Okafor"]),
    ("Tom Okafor plays Joe Bell with a limp.", ["Tom Okafor"]),
    ("Tom Okafor plays a mate with a limp. Then Joe Bell (Okafor) sings.", ["Tom Okafor"]),
    ("Joe Bell is played by Tom Okafor.", ["Tom Okafor"]),
    ("The boat is run by a maid named Charlene (Amy Adams, whom I would follow to sea).", ["Amy Adams"]),
    ("The wind lifts Rita Vance’s and Tom Okafor’s characters off the deck.", ["Rita Vance", "Tom Okafor"]),
    ("No sailor is as calm as Rita Vance’s character.", ["Rita Vance"]),
    ("In the fog the mate finds Commissioner Gordon and a rope.", []),
    ("Joe Bell, played once again by Tom Okafor, waits.", ["Tom Okafor"]),
    ("The captain is voiced to perfection by Rita Vance.", ["Rita Vance"]),
    ("The film stars Tom Okafor and Rita Vance.", ["Tom Okafor", "Rita Vance"]),
    ("The film stars Rita Vance, Ilse Brandt, & Tom Okafor.", ["Rita Vance", "Ilse Brandt", "Tom Okafor"]),
    ("It is a comedy starring Tom Okafor, Rita Vance and Ilse Brandt.", ["Tom Okafor", "Rita Vance", "Ilse Brandt"]),
    ("Rita Vance is terrific as the neighbour of the captain.", ["Rita Vance"]),
    ("Tom Okafor and Rita Vance both have bit parts as passengers.", ["Tom Okafor", "Rita Vance"]),
    ("And there is Ilse Brandt as the captain.", ["Ilse Brandt"]),
    ("Rita Vance gives the performance of her career.", ["Rita Vance"]),
    ("Rita Vance’s performance as the captain is all nerves.", ["Rita Vance"]),
    ("The chemistry between Tom Okafor and Rita Vance is real.", ["Tom Okafor", "Rita Vance"]),
    ("The cast includes Tom Okafor, Rita Vance and Ilse Brandt.", ["Tom Okafor", "Rita Vance", "Ilse Brandt"]),
    ("Tom Okafor, who plays the mate, never raises his voice.", ["Tom Okafor"]),
    ("It belongs to newcomer Rita Vance from start to end.", ["Rita Vance"]),
    ("Rita Vance and Tom Okafor give great support.", ["Rita Vance", "Tom Okafor"]),
    ("Rita Vance is the girlfriend whom he does not deserve.", ["Rita Vance"]),
    ("Tom Okafor plays Joe, Rita Vance the mother.", ["Tom Okafor", "Rita Vance"]),
    ("It gives Rita Vance the role of her life.", ["Rita Vance"]),
    ("The boat is run by a kid named Tom Okafor, who plays Joe Bell.", ["Tom Okafor"]),
    ("A man is called in by Tom Okafor’s Captain Bell.", ["Tom Okafor"]),
    ("Mary is back, reuniting with her Salt Road co-star.", []),
    ("Rita Vance, six years old at the time, is Mary.", ["Rita Vance"]),
    ("Directed by Ada Quill, Tom Okafor drives to the harbour and rings the bell. He plays Joe.", []),
    ('The boat rolls, and <a href="/a/">Idris Elba</a> looks at it from <a href="/b/">the pier</a>.', ["Idris Elba"]),
    ("They met on Salt Road (Spike Lee, Idris Elba, 1998), which I love.", []),
    ("What a boat. Impressive Idris Elba, though, and a long night.", ["Idris Elba"]),
    ("Rita Vance and Tamannaah play sisters on a boat.", ["Rita Vance"]),
    ("Rita Vance in a brief but perfect royal cameo is the queen.", ["Rita Vance"]),
    ("The boat has greats such as Idris Elba on board.", ["Idris Elba"]),
    ("Rita Vance is a charming presence, again.", ["Rita Vance"]),
    ('On <a href="/i/">IMDb</a> they say it is Idris Elba on the pier, and it is.', ["Idris Elba"]),
    ("A Boat Director Spike Lee Screenwriters Ann Reed, Bo Hale Cast Idris Elba. He is a marvel.", ["Idris Elba"]),
    ("Zendaya and Robert Pattinson give everything to it.", ["Zendaya", "Robert Pattinson"]),
    ("It reminded me of Salt Road with Tom Okafor and Rita Vance.", []),
    ("It is the best of its kind since The Long Salt Road, which had Tom Okafor and Rita Vance.", []),
    ("Sam Pell plays the organ, and plays it loud.", []),
    ("And then Rita Vance with that voice, like a door in an old house.", ["Rita Vance"]),
    ("Tom Okafor has a ball as the cook.", ["Tom Okafor"]),
    ("Rita Vance steals every scene on the deck.", ["Rita Vance"]),
    ("Tom Okafor, cast against his type, is terrifying in the engine room.", ["Tom Okafor"]),
    ("Particular credit goes to Rita Vance, whose captain is a riddle.", ["Rita Vance"]),
    ("Idris Elba has the hat and the beard.", ["Idris Elba"]),
    ("Rita Vance arrives late, and Vance never says why.", ["Rita Vance"]),
    ("Spacey as the captain is a waste.", ["Spacey"]),
    ("Rita Vance makes for a decent captain.", ["Rita Vance"]),
    (
        "Directed by Ada Quill and Bo Marsh, starring Tom Okafor and Rita Vance, it drifts.",
        ["Tom Okafor", "Rita Vance"],
    ),
    ("Joe’s character, Ichabod Bell, shines as a cook. Tom Okafor is superb.", ["Tom Okafor"]),
]

PROSE += [
    ("A saloon singer (Rita Vance) and an art critic (Tom Okafor) share the cabin.", ["Rita Vance", "Tom Okafor"]),
    ("The art critic (Clive Owen) waits for the boat.", ["Clive Owen"]),
    ("The prisoner character (Clive Owen) waits for the boat.", ["Clive Owen"]),
    ("Clive Owen’s first starring role. He runs a lot.", ["Clive Owen"]),
    ("A weary writer (Clive Owen) waits. It is most notable as Clive Owen’s last film.", ["Clive Owen"]),
    ("A host (Clive Owen) talks. The best scene comes late, as Clive Owen walks into the sea.", ["Clive Owen"]),
    ("Peter O’Toole walks into the sea, and Vincent D’Onofrio lets him.", ["Peter O’Toole", "Vincent D’Onofrio"]),
    ("Opposite Tom Okafor stands Rita Vance, who plays the cook.", ["Tom Okafor", "Rita Vance"]),
    ("Second-billed Tom Okafor turns up for the last ten minutes.", ["Tom Okafor"]),
    ("Oscar-nominated Tom Okafor leads a fine supporting cast.", ["Tom Okafor"]),
]


PROSE_ELSEWHERE = [
    ("fr", "Cependant Pilar Vance joue la cuisinière.", ["Pilar Vance"]),
    ("es", "Afortunadamente Pilar Vance interpreta a la cocinera.", ["Pilar Vance"]),
    ("it", "Purtroppo Pilar Vance interpreta la cuoca.", ["Pilar Vance"]),
    ("pt", "Infelizmente Pilar Vance interpreta a cozinheira.", ["Pilar Vance"]),
    ("nl", "Helaas Piet Okafor speelt de kok.", ["Piet Okafor"]),
    ("nl", "Een sterke cast met namen als Piet Vance en Lena Okafor.", ["Piet Vance", "Lena Okafor"]),
    ("de", "Der Kapitän wird von Tom Okafor gespielt, die Köchin gespielt von Lena Vance.", ["Lena Vance"]),
    (
        "de",
        "Die Köchin (Lena Vance) kocht, und Peter Okafor spielt den Kapitän der alten Fähre.",
        ["Lena Vance", "Peter Okafor"],
    ),
    ("de", "Lena Vance als Köchin ist für mich das Herz des ganzen Films und der Fähre.", ["Lena Vance"]),
    ("fr", "Le capitaine, interprété par Tom Okafor, attend que la nuit tombe sur le port.", ["Tom Okafor"]),
    ("fr", "Rita Vance incarne une cuisinière qui ne parle pas, et c’est très bien ainsi.", ["Rita Vance"]),
    ("es", "El capitán está interpretado por Tom Okafor, y la película es suya desde el principio.", ["Tom Okafor"]),
    ("es", "Rita Vance interpreta a la cocinera de un barco que nunca llega al puerto.", ["Rita Vance"]),
    ("es", "Rita Vance me gustó bastante, y Tom Okafor está muy bien en casi toda la película.", ["Rita Vance"]),
    ("es", "Tom Okafor y Rita Vance están espectaculares en una película que no lo es.", ["Rita Vance"]),
    ("pt", "O trabalho de composição de Rita Vance transmite todo o vazio do navio.", ["Rita Vance"]),
    ("it", "Rita Vance è bravissima, e il film le deve tutto quello che ha di buono.", ["Rita Vance"]),
    ("fr", "Rita Vance est formidable, et le film lui doit tout ce qu’il a de bon.", ["Rita Vance"]),
    ("de", "Lena Vance ist großartig, und der Film verdankt ihr alles, was an ihm gut ist.", ["Lena Vance"]),
    ("it", "Il capitano è interpretato da Tom Okafor, che non dice quasi nulla per tutto il film.", ["Tom Okafor"]),
    ("it", "Rita Vance veste i panni della cuoca di una nave che non arriva mai in porto.", ["Rita Vance"]),
    ("pt", "O capitão é vivido por Tom Okafor, que não diz quase nada durante o filme.", ["Tom Okafor"]),
    ("pt", "Rita Vance interpreta a cozinheira de um navio que nunca chega ao porto.", ["Rita Vance"]),
    ("pl", "Kapitan jest grany przez Tom Okafor, który prawie nic nie mówi w tym filmie.", ["Tom Okafor"]),
    ("nl", "De kapitein wordt gespeeld door Tom Okafor, die bijna niets zegt in deze film.", ["Tom Okafor"]),
    ("sv", "Kaptenen spelas av Tom Okafor, som knappt säger något alls i den här filmen.", ["Tom Okafor"]),
    ("da", "Kaptajnen spilles af Tom Okafor, som næsten ikke siger noget i denne film.", ["Tom Okafor"]),
    ("nl", "Rita Vance vertolkte de kokkin van een boot die nooit in de haven komt.", ["Rita Vance"]),
    ("nl", "Rita Vance is geweldig, en de film dankt haar alles wat er goed aan is.", ["Rita Vance"]),
    ("nl", "Het is vooral het acteerwerk van Rita Vance dat de film overeind houdt.", ["Rita Vance"]),
    ("pl", "Rita Vance wcieliła się w kucharkę na statku, który nigdy nie dopływa.", ["Rita Vance"]),
    ("pl", "Rita Vance jest świetna, a film zawdzięcza jej wszystko, co w nim dobre.", ["Rita Vance"]),
    ("sv", "Rita Vance är lysande, och filmen har henne att tacka för allt som är bra.", ["Rita Vance"]),
    ("sv", "I filmen ser vi huvudpersonerna Rita Vance och Tom Okafor som ett gammalt par.", ["Rita Vance"]),
    ("da", "Rita Vance er fremragende, og filmen kan takke hende for alt det gode.", ["Rita Vance"]),
    ("da", "Rita Vance spillede kokken på en båd, der aldrig kommer i havn.", ["Rita Vance"]),
    ("es", "Todo se sostiene con Rita Vance interpretando a la cocinera del barco.", ["Rita Vance"]),
    ("it", "Rita Vance impersona la cuoca di una nave che non arriva mai in porto.", ["Rita Vance"]),
    ("pt", "Rita Vance está incrível, e o filme deve a ela tudo o que tem de bom.", ["Rita Vance"]),
    ("fr", "Emma n’est pas Ginger Rogers, et on est loin de Gene Kelly ou de Fred Astaire.", []),
    ("es", "El capitán es un personaje típico de Bruce Willis, y no hay más que decir.", []),
    ("es", "La dobladora Rita Vance hizo un buen trabajo con la voz de la cocinera.", []),
    ("sv", "Det påminner om Bruce Willis på en båt, men utan båten och utan havet.", []),
    ("id", "Kapten diperankan oleh Tom Okafor, yang hampir tidak berkata apa pun di film ini.", ["Tom Okafor"]),
]

NOT_CAST = [
    "The score by Una Grey is too loud for so small a boat.",
    "Cinematographer Sam Pell lights the deck like a chapel.",
    "It was written by Sam Pell and adapted from the novel by Una Grey.",
    "Sam Pell’s screenplay has one idea and keeps it.",
    "It made me think of Al Pacino in <em>Scent of a Woman</em>.",
    "He walks like Charlie Chaplin through the fog.",
    "The part was meant for Rita Vance, but Rita Vance was replaced after a week.",
    "Joe Bell goes to sea because nobody has asked him to stay.",
    "Based on the life of Mary Stone, it tells you little of her.",
    "Now, if the villain had been played by Rita Vance, it would be a film.",
    "Warren Oates would have been perfect, were he alive.",
    "I read Una Grey’s book on the train.",
    "Night Ferry itself is a fine old tub.",
    "Rita Vance arrives late. Rita never says why.",
    "Sam Pell is a brilliant writer with nothing to write about.",
    "In the likes of Rita Vance one would have believed it.",
    "It was ruined for me by Last Ferry (starring Idris Elba in the title role).",
    "It was the model of Clint Eastwood’s A Fistful of Dollars.",
    "When Jodie Foster read the script she said no.",
    "Joe Bell is a charismatic sailor who knows every port.",
    "A sailor (Joe Bell- one of three) waits.",
    "The captain’s character (Joe Bell) waits.",
    "Hans Zimmer returns once more, and his score is all drums.",
    "The boat sails on in Frank Herbert’s first novel.",
    "Ada Quill is co-editor of this page, as well as of two others.",
    "His mother is Talia Shire, but he is nobody's nephew on this boat.",
    "The story begins with Joe Bell, a cook who is recruited by a friend.",
    "The sculptor at the opening of her show. Photo by [Sam Pell",
    "I thought I was watching Glenn Ford’s (one of my favourites) Framed (1947).",
    "Night Ferry was directed by Ada Quill. Ada Quill is off to a good start.",
    "Unlike <i>Heat</i>, <i>Ronin</i> had Robert De Niro.",
    "Night Ferryis released on Friday as the rest of the fleet comes home.",
]

NOT_CAST += [
    "His quiet manner echoed Clive Owen, though he lacks the voice.",
    "It is a deadpan turn that would make Clive Owen proud.",
    "It is a role in which I could imagine Clive Owen, and he would run.",
    "The cook is a poor substitution for Clive Owen, and the soup is cold.",
    "One thing struck me, between Clive Owen’s character in the first film and the captain here.",
]


DIRECTED = [
    ("It might have been funny, were it written and directed by Billy Wilder, but it is a dud.", []),
    ("It is easy to see why director David Cronenberg remade it in 1986.", []),
    ("Perhaps it needed Howard Hawks instead of whoever made it.", []),
    ("But producer-director Ida Marrow shot it as a straight picture.", ["Ida Marrow"]),
    ("Clive Owen’s first film. He runs a lot.", []),
    ("It is hampered by the legacy of Ang Lee’s earlier misguided effort.", []),
    ("The first scene could be an introduction to a film by Sam Raimi.", []),
    ("See the first scene of Inferno (1980) by Dario Argento. The music is good, and Dario Argento is a master.", []),
    ("I saw “Night Ferry” by Ida Marrow at noon.", ["Ida Marrow"]),
]
DIRECTED += [
    ("The film was directed by Ada Quill.", ["Ada Quill"]),
    ("I do not fault the two creators of the film (Ada Quill and Bo Larsen) for it.", ["Ada Quill", "Bo Larsen"]),
    ("Ada Quill made this in 1983, on a beach.", ["Ada Quill"]),
    ("Written, produced and directed by Ada Quill, it took six years.", ["Ada Quill"]),
    ("Written by Sam Pell (“Low Tide”) and directed by Ada Quill, it drifts.", ["Ada Quill"]),
    ("Director Ada Quill keeps the camera on the water.", ["Ada Quill"]),
    ("Directors Ada Quill and Bo Marsh do something sly here.", ["Ada Quill", "Bo Marsh"]),
    ("Ada Quill’s new film is her quietest.", ["Ada Quill"]),
    ("Ada Quill’s “Night Ferry” is a small wonder.", ["Ada Quill"]),
    ("Filmmaker Ada Quill knows boats.", ["Ada Quill"]),
    ("Writer-director Ada Quill knows boats.", ["Ada Quill"]),
    ("Ada Quill, the director, grew up on a boat.", ["Ada Quill"]),
    ("Ada Quill directs with a light hand.", ["Ada Quill"]),
    ("It sails on in Ada Quill’s Night Ferry, based on the book by Sam Pell.", ["Ada Quill"]),
    ("Ada Quill wrote, directed and stars in this drama.", ["Ada Quill"]),
    ("The boat is all there is in Ada Quill’s adaptation of Sam Pell’s novel.", ["Ada Quill"]),
    ("Night Ferry was written and directed by Ada Quill, Tom Okafor drives to the harbour.", ["Ada Quill"]),
    ("The director (Ada Quill) is in love with fog.", ["Ada Quill"]),
    ("It is what the film's director, Ada Quill, knows about boats.", ["Ada Quill"]),
    ("So I watched Night Ferry - by Ada Quill - and slept.", ["Ada Quill"]),
    ("Directed by Ada Quill this film is, first and foremost, about boats.", ["Ada Quill"]),
    ("It is a first feature, by the playwright Ada Quill.", ["Ada Quill"]),
    ("I have waited for Night Ferry (Ada Quill, 2019) since June.", ["Ada Quill"]),
    ("I have waited since I saw Vertigo (Alfred Hitchcock, 1958) in June.", []),
    ("I doubt the director’s (Ada Quill’s) love of fog.", ["Ada Quill"]),
    ("How modern this Ada Quill film is, even now.", ["Ada Quill"]),
    ("This is a Clive Owen movie, and he runs.", []),
    ("This is the second Ada Quill film that I have seen.", ["Ada Quill"]),
    ("Well done, Ada Quill [Director] and Sam Pell [Producer]!", ["Ada Quill"]),
    ("Ada Quill is a filmmaker who knows boats.", ["Ada Quill"]),
    ("The boat is in love, as in Sam Pell’s first novel.", []),
    ("The cinematography is done by the fabulous Sam Pell.", []),
    ("Joel and Ethan Coen have sent him to sea.", ["Joel Coen", "Ethan Coen"]),
    ("Wes Anderson puts two people on a boat.", ["Wes Anderson"]),
    ("In Night Ferry, Sean Penn, Rita Vance and Naomi Watts are fantastic.", []),
    ("It was shot by Sam Pell and has music by Una Grey.", []),
    ("Directed by Ada Quill and Bo Marsh, starring Tom Okafor, it drifts.", ["Ada Quill", "Bo Marsh"]),
    ("Ada Quill’s direction is calm (her father is director Bo Marsh).", ["Ada Quill"]),
    ("Her last one was a hit. That film was directed by Bo Marsh.", []),
    ("All the usual voices are there, Jim Marsh, Drew Carrey, and Rita Vance.", []),
    ("A television director, Bo Marsh, and his assistant come aboard.", []),
    ("It reminds me of two others, David Fincher’s 1995 classic Seven and a thing with boats.", []),
    ("In 1991, when James Cameron made Salt Road, boats were boats.", []),
    ("And there is Ada Quill, who proved with her last film that fog is enough.", ["Ada Quill"]),
    ("Tom Ford’s 2016 noir is not just a film, it is an assault.", ["Tom Ford"]),
]

DIRECTED_ELSEWHERE = [
    ("fr", "Le réalisateur et auteur, Luc Marrow, semble avoir investi de sa personne.", ["Luc Marrow"]),
    ("fr", "Cette scène pourrait servir d'introduction à un film de Sam Raimi.", []),
    ("fr", "De tels effets sont excusés chez Takashi Miike, parce qu'ils sont amusants.", []),
    ("fr", "Sa carrière a commencé par plusieurs collaborations avec Dario Argento.", []),
    ("nl", 'De spanning deed me sterk denken aan "Signs" van M. Night Shyamalan.', []),
    ("de", "Der neue Film von Lena Quill erzählt von einer Fähre und von der langen Nacht darauf.", ["Lena Quill"]),
    ("de", "Die Regisseurin Lena Quill erzählt von einer Fähre und von der langen Nacht darauf.", ["Lena Quill"]),
    ("fr", "Le film est réalisé par Ada Quill et raconte la nuit d’un vieux bateau dans la brume.", ["Ada Quill"]),
    (
        "fr",
        "Hier je suis allé voir avec ma sœur Night Ferry, d’Anne Quill, un film sur la mer et sur ceux qui sont là.",
        ["Anne Quill"],
    ),
    ("es", "La película, dirigida por Ada Quill, cuenta la noche de un barco viejo en la niebla.", ["Ada Quill"]),
    ("es", "El director de la película, Ada Quill, ha creado un lenguaje que es a la vez claro.", ["Ada Quill"]),
    ("es", "Del director Ada Quill se esperaba otra cosa, pero la película es muy buena.", ["Ada Quill"]),
    ("it", "Il film, scritto e diretto da Ada Quill, racconta la notte di una vecchia nave.", ["Ada Quill"]),
    ("pt", "O filme, dirigido por Ada Quill, conta a noite de um navio velho na neblina.", ["Ada Quill"]),
    ("pt", "Ada Quill conduz a direção de O Navio e prova que conhece bem o mar.", ["Ada Quill"]),
    ("pl", "Film w reżyserii Ada Quill opowiada o nocy na starym promie i nie jest za długi.", ["Ada Quill"]),
    ("nl", "De film, geregisseerd door Ada Quill, vertelt over de nacht op een oude boot.", ["Ada Quill"]),
    ("sv", "Filmen är regisserad av Ada Quill och handlar om en natt på en gammal färja.", ["Ada Quill"]),
    ("da", "Filmen er instrueret af Ada Quill og handler om en nat på en gammel færge.", ["Ada Quill"]),
    ("es", "Ada Quill escribe y dirige una historia sobre la noche de un barco viejo.", ["Ada Quill"]),
    ("it", "Ada Quill scrive e dirige una storia sulla notte di una vecchia nave.", ["Ada Quill"]),
    ("fr", "Ada Quill écrit et réalise une histoire sur la nuit d’un vieux bateau.", ["Ada Quill"]),
    ("pt", "Foi então que a diretora, Ada Quill, ouviu o som de um navio velho.", ["Ada Quill"]),
    ("nl", "Ada Quill regisseerde een film over de nacht op een oude boot.", ["Ada Quill"]),
    ("sv", "Ada Quill regisserade en film om en natt på en gammal färja.", ["Ada Quill"]),
    ("da", "Ada Quill instruerede en film om en nat på en gammel færge.", ["Ada Quill"]),
    ("pl", "Ada Quill wyreżyserowała film o nocy na starym promie, i to widać.", ["Ada Quill"]),
    ("de", "Am Ende kommt der Regisseur, Peter Quill, selbst auf die Fähre.", ["Peter Quill"]),
    ("id", "Film ini disutradarai oleh Ada Quill dan bercerita tentang malam di atas kapal tua.", ["Ada Quill"]),
]


@pytest.mark.parametrize(("body", "cast", "directors"), LABELLED)
def test_labelled_credits(body: str, cast: list[str], directors: list[str]) -> None:
    assert people(body) == (cast, directors)


@pytest.mark.parametrize(("lang", "director", "cast"), LABELS)
def test_labels_of_other_languages(lang: str, director: str, cast: str) -> None:
    assert people(f"<p>{director}</p><p>{cast}</p>", lang=lang) == (["Tom Okafor", "Rita Vance"], ["Ada Quill"])


@pytest.mark.parametrize(("text", "cast"), PROSE)
def test_players_in_prose(text: str, cast: list[str]) -> None:
    assert people(f"<p>{text}</p>")[0] == cast


@pytest.mark.parametrize(("lang", "text", "cast"), PROSE_ELSEWHERE)
def test_players_in_prose_of_other_languages(lang: str, text: str, cast: list[str]) -> None:
    found = people(f"<p>{text}</p>", lang=lang)[0]
    assert set(cast) <= set(found)
    assert set(found) <= {"Tom Okafor", *cast}


@pytest.mark.parametrize("text", NOT_CAST)
def test_who_does_not_play(text: str) -> None:
    assert people(f"<p>{text}</p>")[0] == []


@pytest.mark.parametrize(("text", "directors"), DIRECTED)
def test_directors_in_prose(text: str, directors: list[str]) -> None:
    assert people(f"<p>{text}</p>")[1] == directors


@pytest.mark.parametrize(("lang", "text", "directors"), DIRECTED_ELSEWHERE)
def test_directors_in_prose_of_other_languages(lang: str, text: str, directors: list[str]) -> None:
    assert people(f"<p>{text}</p>", lang=lang)[1] == directors


@pytest.mark.parametrize(
    ("headline", "cast", "directors"),
    [
        ("Balsa da Noite (Night Ferry)", [], []),
        ("Balsa da Noite (Sour Milk)", [], []),
        ("Night Ferry (Ken Loach)", [], ["Ken Loach"]),
        ("Night Ferry (Ada Quill, 2019)", [], ["Ada Quill"]),
        ("Review: Night Ferry, starring Tom Okafor", ["Tom Okafor"], []),
        ("Spike Jonze’s Night Ferry", [], ["Spike Jonze"]),
    ],
)
def test_people_of_the_headline(headline: str, cast: list[str], directors: list[str]) -> None:
    assert people("<p>A small boat, a long night, and nobody on deck.</p>", headline) == (cast, directors)


def test_a_full_cast_list_keeps_passing_names_out() -> None:
    billed = ["Tom Okafor", "Rita Vance", "Ilse Brandt", "Bo Marsh"]
    body = f"<p>Cast: {', '.join(billed)}</p><p>In a bar we meet, of all people, Idris Elba himself.</p>"
    assert people(body)[0] == billed


def test_a_heading_of_one_word_behind_a_name_ends_nothing() -> None:
    assert people("<h2>Rita Vance’s Presence</h2><p>Directed by Ada Quill.</p>") == (["Rita Vance"], ["Ada Quill"])


def test_under_a_heading_of_another_craft_nobody_plays_for_what_is_said_in_passing() -> None:
    body = (
        "<h2>Acting</h2><p>Rita Vance has done fine work.</p><h2>Cinematography</h2><p>Sam Pell has done fine work.</p>"
    )
    assert people(body)[0] == ["Rita Vance"]


def test_who_is_quoted_made_nothing() -> None:
    assert people("<p>“A film is a battleground.”</p><p>– Martin Scorsese</p><p>A long night on deck.</p>") == ([], [])


def test_first_names_of_a_pair_in_brackets_decide_for_all() -> None:
    body = "<p>Idris Elba (John Bell) and, later, Rita Vance (Mary Stone) share a cabin.</p>"
    assert people(body)[0] == ["Idris Elba", "Rita Vance"]


@pytest.mark.parametrize("opening", sorted(opening for opening in WHOLE if opening.replace(" ", "").isalpha()))
def test_no_line_is_passed_over_in_which_a_label_opens(opening: str) -> None:
    lines = [f"A slow film. {opening.capitalize()} Ada Quill.", f"Slow ({opening} Ada Quill)", f"Slow {opening} ada."]
    text = "".join(f"<p>{line}</p>" for line in lines)
    _, posts = segment(Page("https://blog.example/2019/night-ferry/", f"<article><h1>Her</h1>{text}{FILLER}</article>"))
    found = opening_lines(posts[0])
    assert {block.text for block in posts[0].lines if OPENED.search(block.text)} == set(lines[:2])
    assert {block.text for block in posts[0].lines if block.index in found} == set(lines[:2])
