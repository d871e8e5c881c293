"""Headlines in the manner of many blogs, against a small catalogue of films that are easily taken for one another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from aggregator.films import Catalog, build_catalog, open_catalog, resolve_film

# title; year; directors; cast; other titles
FILMS = """
Alien; 1979; Ridley Scott; Sigourney Weaver, Tom Skerritt, John Hurt
Aliens; 1986; James Cameron; Sigourney Weaver, Michael Biehn
Alien³; 1992; David Fincher; Sigourney Weaver, Charles S. Dutton
AVP: Alien vs. Predator; 2004; Paul W.S. Anderson; Sanaa Lathan, Lance Henriksen; Alien vs. Predator
Die Hard; 1988; John McTiernan; Bruce Willis, Alan Rickman
Die Hard 2; 1990; Renny Harlin; Bruce Willis, Bonnie Bedelia
Die Hard with a Vengeance; 1995; John McTiernan; Bruce Willis, Samuel L. Jackson
Live Free or Die Hard; 2007; Len Wiseman; Bruce Willis, Justin Long
Mission: Impossible; 1996; Brian De Palma; Tom Cruise, Jon Voight
Mission: Impossible II; 2000; John Woo; Tom Cruise, Thandie Newton
Mission: Impossible III; 2006; J.J. Abrams; Tom Cruise, Philip Seymour Hoffman
Mission: Impossible - Ghost Protocol; 2011; Brad Bird; Tom Cruise, Jeremy Renner
Mission: Impossible - Rogue Nation; 2015; Christopher McQuarrie; Tom Cruise, Rebecca Ferguson
The Fly; 1958; Kurt Neumann; David Hedison, Vincent Price
The Fly; 1986; David Cronenberg; Jeff Goldblum, Geena Davis
Cape Fear; 1962; J. Lee Thompson; Gregory Peck, Robert Mitchum
Cape Fear; 1991; Martin Scorsese; Robert De Niro, Nick Nolte
Fright Night; 1985; Tom Holland; Chris Sarandon, William Ragsdale
Fright Night; 2011; Craig Gillespie; Anton Yelchin, Colin Farrell
Dawn of the Dead; 1978; George A. Romero; David Emge, Ken Foree
Dawn of the Dead; 2004; Zack Snyder; Sarah Polley, Ving Rhames
Hamlet; 1948; Laurence Olivier; Laurence Olivier, Jean Simmons
Hamlet; 1996; Kenneth Branagh; Kenneth Branagh, Kate Winslet
Scarface; 1932; Howard Hawks; Paul Muni, Ann Dvorak
Scarface; 1983; Brian De Palma; Al Pacino, Michelle Pfeiffer
The Italian Job; 1969; Peter Collinson; Michael Caine, Noël Coward
The Italian Job; 2003; F. Gary Gray; Mark Wahlberg, Charlize Theron
The Girl with the Dragon Tattoo; 2009; Niels Arden Oplev; Noomi Rapace, Michael Nyqvist; Män som hatar kvinnor
The Girl with the Dragon Tattoo; 2011; David Fincher; Rooney Mara, Daniel Craig
The Raid; 1954; Hugo Fregonese; Van Heflin, Anne Bancroft
The Raid: Redemption; 2011; Gareth Evans; Iko Uwais, Joe Taslim
The Raid 2; 2014; Gareth Evans; Iko Uwais, Arifin Putra
Nymphomaniac: Vol. I; 2013; Lars von Trier; Charlotte Gainsbourg, Stellan Skarsgård
Nymphomaniac: Vol. II; 2013; Lars von Trier; Charlotte Gainsbourg, Stellan Skarsgård
Badlands; 1973; Terrence Malick; Martin Sheen, Sissy Spacek
Days of Heaven; 1978; Terrence Malick; Richard Gere, Brooke Adams
Flags of Our Fathers; 2006; Clint Eastwood; Ryan Phillippe, Adam Beach
Letters from Iwo Jima; 2006; Clint Eastwood; Ken Watanabe, Kazunari Ninomiya
'71; 2014; Yann Demange; Jack O'Connell, Sam Reid
A Separation; 2011; Asghar Farhadi; Leila Hatami, Peyman Moadi; Jodaeiye Nader az Simin
Separation; 1968; Jack Bond; Jane Arden, David de Keyser
Contact; 1997; Robert Zemeckis; Jodie Foster, Matthew McConaughey
Home; 2015; Tim Johnson; Jim Parsons, Rihanna
Trailer Park Boys; 1999; Mike Clattenburg; Robb Wells, John Paul Tremblay
Trailer Park Boys: The Movie; 2006; Mike Clattenburg; Robb Wells, John Paul Tremblay
Cold War; 2018; Pawel Pawlikowski; Joanna Kulig, Tomasz Kot
Skyfall; 2012; Sam Mendes; Daniel Craig, Judi Dench
Avatar; 2009; James Cameron; Sam Worthington, Zoe Saldana
Sherlock Holmes; 2009; Guy Ritchie; Robert Downey Jr., Jude Law
Carrie; 1976; Brian De Palma; Sissy Spacek, Piper Laurie
Heat; 1995; Michael Mann; Al Pacino, Robert De Niro
Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb; 1964; Stanley Kubrick; Peter Sellers
8½; 1963; Federico Fellini; Marcello Mastroianni, Claudia Cardinale
Naked Gun 33 1/3: The Final Insult; 1994; Peter Segal; Leslie Nielsen, Priscilla Presley
M*A*S*H; 1970; Robert Altman; Donald Sutherland, Elliott Gould
WALL·E; 2008; Andrew Stanton; Ben Burtt, Elissa Knight
Crazy, Stupid, Love.; 2011; Glenn Ficarra, John Requa; Steve Carell, Emma Stone
The Pursuit of Happyness; 2006; Gabriele Muccino; Will Smith, Jaden Smith
Bicycle Thieves; 1948; Vittorio De Sica; Lamberto Maggiorani, Enzo Staiola; Ladri di biciclette
Talk to Her; 2002; Pedro Almodóvar; Javier Cámara, Darío Grandinetti; Hable con ella
Spirited Away; 2001; Hayao Miyazaki; Rumi Hiiragi; Sen to Chihiro no kamikakushi
"""

# headline; people; published; films as TITLE YEAR, divided by +
ABOUT = """
Fright Night <2011>; Colin Farrell, Anton Yelchin; 2011-09-01; Fright Night 2011
#LFF2014: '71; Jack O'Connell, Yann Demange; 2014-10-12; '71 2014
MIFF Day 4: A Separation; Asghar Farhadi, Leila Hatami; 2011-07-25; A Separation 2011
The Raid / The Raid 2; Iko Uwais, Gareth Evans; 2014-05-05; The Raid: Redemption 2011 + The Raid 2 2014
Two by Malick: Badlands, Days of Heaven; Martin Sheen, Richard Gere; 2011-06-22; Badlands 1973 + Days of Heaven 1978
Nymphomaniac: Vol. I & II; Charlotte Gainsbourg; 2014-03-30; Nymphomaniac: Vol. I 2013 + Nymphomaniac: Vol. II 2013
Flags of Our Fathers / Letters from Iwo Jima; Clint Eastwood; ; Flags of Our Fathers 2006 + Letters from Iwo Jima 2006
Double Bill: Alien & Aliens; Sigourney Weaver; 2012-06-05; Alien 1979 + Aliens 1986
Die Hard 4; Bruce Willis, Justin Long; 2013-02-13; Live Free or Die Hard 2007
Die Hard 3; Bruce Willis, Samuel L. Jackson; 2013-02-13; Die Hard with a Vengeance 1995
MI5: Rogue Nation; Tom Cruise, Rebecca Ferguson; 2015-08-04; Mission: Impossible - Rogue Nation 2015
Mission Impossible 4; Tom Cruise, Jeremy Renner; 2012-01-04; Mission: Impossible - Ghost Protocol 2011
Alien 3 review; Sigourney Weaver, David Fincher; 2012-06-08; Alien³ 1992
40 years of Alien; Sigourney Weaver, Ridley Scott; 2019-05-25; Alien 1979
Contact; Jodie Foster, Matthew McConaughey; 2012-07-11; Contact 1997
Home; Rihanna, Jim Parsons; 2015-04-01; Home 2015
Trailer Park Boys: The Movie; Mike Clattenburg, Robb Wells; 2011-01-19; Trailer Park Boys: The Movie 2006
Recenzja: Zimna wojna; Paweł Pawlikowski, Joanna Kulig; 2018-06-15; Cold War 2018
Berlinale-Kritik: Nader und Simin; Asghar Farhadi, Leila Hatami; 2011-02-17; A Separation 2011
The Fly (Kurt Neumann, 1958); Vincent Price; 2011-10-06; The Fly 1958
Review: The Fly / 1986; Jeff Goldblum; 2011-10-07; The Fly 1986
Cape Fear [1991]; Robert De Niro, Nick Nolte; 2012-10-09; Cape Fear 1991
Cape Fear - 1962 - 4/5; Gregory Peck; 2012-10-05; Cape Fear 1962
Dawn of the Dead – the original; George A. Romero, Ken Foree; 2011-10-31; Dawn of the Dead 1978
Dawn of the Dead; Sarah Polley, Ving Rhames; 2010-10-31; Dawn of the Dead 2004
Hamlet review; Laurence Olivier, Jean Simmons; 2012-04-23; Hamlet 1948
Scarface; Paul Muni, Howard Hawks; 2011-12-12; Scarface 1932
The Italian Job; Michael Caine, Noël Coward; 2010-09-29; The Italian Job 1969
Girl With the Dragon Tattoo; Rooney Mara, David Fincher; 2012-01-04; The Girl with the Dragon Tattoo 2011
The Girl With The Dragon Tattoo; Noomi Rapace, Michael Nyqvist; 2010-04-12; The Girl with the Dragon Tattoo 2009
Carrie (Brian De Palma, 1976); Sissy Spacek; 2013-10-18; Carrie 1976
Blu-ray: Heat; Al Pacino, Michael Mann; 2017-05-12; Heat 1995
Dr Strangelove; Peter Sellers; 2011-01-29; Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb 1964
8 1/2; Federico Fellini; 2011-06-05; 8½ 1963
The Naked Gun 33 1/3; Leslie Nielsen, Priscilla Presley; 2011-02-24; Naked Gun 33 1/3: The Final Insult 1994
MASH; Donald Sutherland, Altman; 2011-11-11; M*A*S*H 1970
wall e review; EVE, Ben Burtt; 2012-03-02; WALL·E 2008
Crazy Stupid Love; Steve Carell, Emma Stone; 2011-08-15; Crazy, Stupid, Love. 2011
The Pursuit of Happiness; Will Smith, Jaden Smith; 2011-04-04; The Pursuit of Happyness 2006
Ladri di biciclette; Vittorio De Sica; 2010-11-26; Bicycle Thieves 1948
Pedro Almodóvar: Talk to Her; Javier Cámara; 2010-09-09; Talk to Her 2002
Crítica: Hable con ella; Javier Cámara, Almodóvar; 2012-04-18; Talk to Her 2002
Chihiros Reise ins Zauberland; Hayao Miyazaki; 2013-11-30; Spirited Away 2001
Skyfall – Bond is back!; Daniel Craig, Sam Mendes; 2012-10-28; Skyfall 2012
Avatar is pretty. That's it.; Sam Worthington, James Cameron; 2010-01-04; Avatar 2009
"""

# headline; people: posts that are about no film
NOT_ABOUT = """
Contact; email, press
Home; archive, categories
Privacy policy; cookies
Hamlet at the Barbican; Benedict Cumberbatch, stage
Book vs. novella: reading Carrie by Stephen King; paperback
Alien vs. Predator: who would win?; xenomorph, poll
On the set of Skyfall; Sam Mendes, Pinewood
Avatar sequels delayed again; James Cameron, Fox
The many faces of Sherlock Holmes; Basil Rathbone, Robert Downey Jr.
Upcoming releases: March 2014; Avatar, Heat
TIFF Day 4: The Raid and the long queue; Iko Uwais
My favourite scenes: the diner in Heat; Pacino, De Niro
Alien: Isolation (PS4); Amanda Ripley
Essay: Masculinity in the films of Michael Mann; Heat, Thief
Die Hard 9; Bruce Willis, Justin Long
Mission Impossible 7; Tom Cruise, Hayley Atwell
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(";")] for line in table.strip().splitlines()]


def listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    folder: Path = tmp_path_factory.mktemp("films")
    lines = []
    for number, (title, year, directors, cast, *also) in enumerate(rows(FILMS)):
        film = {"id_scheme": "test", "id": str(number), "title": title, "year": int(year), "aka": also}
        lines.append(orjson.dumps(film | {"directors": listed(directors), "cast": listed(cast)}))
    (folder / "films.jsonl").write_bytes(b"\n".join(lines))
    build_catalog(folder / "films.jsonl", folder / "films.catalog")
    with open_catalog(folder / "films.catalog") as opened:
        yield opened


@pytest.mark.parametrize(("headline", "people", "published", "films"), rows(ABOUT))
def test_the_film_of_a_headline(catalog: Catalog, headline: str, people: str, published: str, films: str) -> None:
    found = resolve_film(headline, listed(people), published=published or None, catalog=catalog)
    assert " + ".join(f"{film.title} {film.year}" for film in found) == films


@pytest.mark.parametrize(("headline", "people"), rows(NOT_ABOUT))
def test_a_post_about_no_film_gets_none(catalog: Catalog, headline: str, people: str) -> None:
    assert resolve_film(headline, listed(people), published="2014-06-01", catalog=catalog) == []
