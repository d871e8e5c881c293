"""Composers, cinematographers, writers whose names reviews mention: neither players nor directors."""

from __future__ import annotations

from aggregator.values.vocabulary import phrases_of

# Folded. Nobody who has also directed or played.
CRAFTSMEN = phrases_of("""
hans zimmer|john williams|ennio morricone|bernard herrmann|danny elfman|howard shore|alexandre desplat
thomas newman|james newton howard|carter burwell|philip glass|jonny greenwood|trent reznor|atticus ross
hildur gudnadottir|ludwig goransson|michael giacchino|clint mansell|johann johannsson|max richter|nicholas britell
mica levi|joe hisaishi|john powell|james horner|jerry goldsmith|john barry|nino rota|vangelis papathanassiou
gustavo santaolalla|cliff martinez|daniel pemberton|a r rahman|ar rahman|anirudh ravichander|ilaiyaraaja raja
devi sri prasad|ry cooder|bear mccreary|harry gregson williams|brian tyler|alan silvestri|patrick doyle|dario marianelli
junkie xl|tom holkenborg|ramin djawadi|justin hurwitz|volker bertelmann|angelo badalamenti|maurice jarre
roger deakins|emmanuel lubezki|hoyte van hoytema|robert elswit|robert richardson|janusz kaminski
christopher doyle|darius khondji|linus sandgren|greig fraser|rodrigo prieto|bradford young|gordon willis
vittorio storaro
sven nykvist|conrad hall|conrad l hall|dante spinotti|matthew libatique|edward lachman|ed lachman
robbie ryan|jarin blaschke|lukasz zal|anthony dod mantle|haskell wexler|vilmos zsigmond|john toll|seamus mcgarvey
thelma schoonmaker|walter murch|charlie brooker|stephen king|philip k dick|frank herbert|ian fleming|agatha christie
j k rowling|jk rowling|j r r tolkien|jrr tolkien|george r r martin|neil gaiman|alan moore|stan lee|jack kirby
bram stoker|mary shelley|jane austen|charles dickens|lewis carroll|roald dahl|h g wells|jules verne|arthur conan doyle
conan doyle|patricia highsmith|john le carre|cormac mccarthy|elmore leonard|stieg larsson|gillian flynn|suzanne collins
stephenie meyer|nick hornby|kazuo ishiguro|raymond chandler|dashiell hammett|robert ludlum|tom clancy|john grisham
roger ebert|pauline kael|gene siskel|leonard maltin|peter travers|stan winston|ray harryhausen|rick baker|colleen atwood
""")
