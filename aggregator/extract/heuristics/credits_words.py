"""Single words that steer how the phrases beside a name are read, in every language at once."""

from __future__ import annotations

from aggregator.values.vocabulary import words_of

# Words before "by" and its like, up to six words away: whose work it was.
BY = words_of("by von par por da dal dalla dall door av af przez oleh")
DONE: dict[str, frozenset[str]] = {
    "director": words_of("""
directed co-directed helmed megged choreographed/directed inszeniert gedreht verfilmt réalisé réalisée réalisés
réalisées dirigé dirigée tourné tournée signé signée dirigida dirigido dirigidas dirigidos realizada realizado rodada
filmada filmado diretta diretto dirette diretti girato girata firmato firmata wyreżyserowany wyreżyserowana
wyreżyserowane regisserad regisseret done made iscenesat instrueret instruert geregisseerd disutradarai
"""),
    "cast": words_of("""
played portrayed voiced embodied essayed inhabited performed acted narrated performance performances turn turns cameo
brought portrayal gespielt verkörpert dargestellt gesprochen porträtiert gemimt besetzt joué jouée interprété
interprétée interprétés incarné incarnée incarnés campé campée doublé doublée porté portée tenu tenue interpretado
interpretada interpretados interpretadas encarnado encarnada protagonizada protagonizado vivido vivida vividos
estrelado estrelada dublado dublada doblado doblada representado representada interpretato interpretata interpretati
interpretate impersonato impersonata doppiato doppiata grany grana grane grani zagrany zagrana odgrywany odgrywana
gespeeld vertolkt spelas spelad spelade gestaltas spilles spillet spilt diperankan dimainkan dibintangi disuarakan
dibawakan
"""),
    "crew": words_of("""
written filmed co-written adapted scripted penned scored composed produced edited shot photographed lensed
choreographed designed created authored sung painted invented published illustrated hosted screenplay script score
music soundtrack songs novel book play memoir story based cinematography photography costumes lyrics comic geschrieben
komponiert produziert fotografiert roman écrit écrite composé composée produit produite photographié escrita escrito
compuesta producida novela música guion scritto scritta composta prodotto prodotta romanzo roteirizado livro napisany
napisana skrevet skriven komponerad geschreven ditulis diproduksi reviewed posted
"""),
}

COPULAS = words_of("""
is are was were looks seems proves remains plus est sont était ist sind war es son está están è sono é são jest są är
er adalah makes
""")
# After a copula, within eight words: a judgement of somebody's acting.
CRAFTS = words_of("writer director filmmaker screenwriter composer storyteller cinematographer editor craftsman")
# Words for somebody who is no player, behind praise: "is a brilliant writer".
PRAISE = words_of("""
terrific great wonderful excellent superb brilliant perfect fantastic outstanding amazing fine solid strong
magnificent marvelous marvellous splendid phenomenal tremendous delightful hilarious charming charismatic funny
convincing compelling magnetic mesmerizing mesmerising electric riveting effective believable likeable likable
adorable lovely impressive underused wasted miscast cast wooden stiff dreadful terrible awful bland forgettable
standout hoot revelation superlative sublime stunning remarkable terrifying creepy touching moving heartbreaking
menacing scary lovable wry extraordinary memorable sensational incredible good delight großartig hervorragend
fantastisch wunderbar brillant grandios überzeugend glänzend stark formidable parfait parfaite excellente impeccable
remarquable magnifique bouleversante bouleversant géniale génial superbe genial espléndida espléndido magnífica
magnífico soberbia soberbio perfecta perfecto impecable estupenda estupendo inmensa inmenso bravissima bravissimo
brava bravo perfetta perfetto straordinaria straordinario splendida splendido strepitoso strepitosa eccezionale
convincente ótima ótimo perfeita perfeito excelente brilhante incrível sensacional świetny świetna znakomity znakomita
fantastyczny fantastyczna doskonały doskonała utmärkt strålende lysande fremragende uitstekend geweldig memukau
luminous haunting flawless irresistible natural commanding fearless fierce tender subtle nuanced restrained
astonishing astounding dazzling captivating exceptional unforgettable pitch-perfect note-perfect dependable reliable
uncanny winning irrésistible épatant épatante hilarant hilarante touchant touchante lumineuse lumineux magistral
magistrale saisissante saisissant maravillosa maravilloso brillante conmovedora conmovedor memorabile intenso intensa
efficace soberba irretocável comovente überragend umwerfend köstlich beeindruckend phänomenal hinreißend herrlich
""")
# After "gives", "delivers", "has" and their like, within ten words: something that players give.
GIVEN = words_of("""
performance performances turn turns role roles part parts character chemistry work support cameo cameos acting lines
gravitas warmth charm presence pathos timing portrayal leistung rolle interprétation prestation rôle interpretación
papel actuación interpretazione ruolo prova atuação interpretação rolę kreację insats roll præstation vertolking rol
akting peran
""")
GIVES = words_of("""
gives gave give delivers delivered deliver turns turn offers offer puts put provides does do has have brings bring
contributes makes shows displays giving delivering liefert bietet livre offre donne ofrece entrega realiza da dà
regala oferece daje gör ger leverer giver zet geeft memberikan
""")
AS = words_of("as als comme como come jako som sebagai en in")
ARTICLES = words_of("""
the his her their a an one our another der die das den ein eine einen sein seine ihr le la l les un une son sa el los
su unos il lo o os um uma seu sua de het een en ett det et sang seorang si zijn haar
""")


# What a player is to another's role: "is the girlfriend".
RELATIONS = words_of("""
girlfriend boyfriend wife husband mother father sister brother son daughter aunt uncle grandmother grandfather mentor
neighbour neighbor boss widow widower sheriff detective lawyer partner sidekick friend colleague rival villain priest
suitor lover fiancé fiancée parents twin
""")
# Words of a trade: beside "directed" they say what else somebody is.
TRADES = words_of("""
actor actress comedian star acteur actrice actriz attore attrice ator atriz
""")
# What happened in no film: "had been played by", "would have been perfect".
UNREAL = words_of("""
if would could should might wäre hätte würde könnte
pourrait podría potrebbe poderia aurait serait habría hubiera sarebbe avrebbe seria teria skulle
""")
DREAMT = frozenset(("were", "it"))
# A trade that a role may have, and an article that says that anyone is meant: "a saloon singer (name)".
LIVELIHOODS = words_of("""
critic musician singer journalist writer author novelist photographer playwright composer producer editor poet
sänger sängerin musiker journalistin schriftsteller fotograf chanteur chanteuse musicien journaliste écrivain romancier
cantante músico periodista escritor escritora fotógrafo cantor cantora jornalista musicista giornalista scrittore
scrittrice fotografo zanger zangeres schrijver
""")
ANY_ONE = words_of("a an un une uno una ein eine einen um uma een en ett et")
# Works of writers and musicians: a name in brackets after one, or "X's (title)" near one, is no director's.
WORKS = words_of("""
novel novels book books read reading screenplay script score soundtrack music play memoir comic author roman romans
buch gelesen livre libro romanzo libri novela romance livro powieść książka bok boken bogen boek musik musique música
musica colonna cinematographer cinematography composer adapted based
""")
# Verbs that a player's bracketed role follows: "Redmayne plays a painter (Einar Wegener)".
PLAYING = words_of("""
plays playing portrays voices panni interpreta interpretano spielt joue incarne speelt spelar spiller memerankan
""")
PARTS = words_of("cameo cameos role roles part parts")
# What a player is: "is a charming presence".
PLAYERS = words_of("actor actress performer presence lead star choice foil screen talent comedian turn comedic")
WHO = words_of("""
who which der die qui que che quien som yang który która quem
""")
JOINING = words_of("""
and und et y e i og och en dan but or aber mais pero ma mas ale men maar tetapi while whose
""")
KNOWN_AS = words_of("""
known seen described regarded referred introduced presented depicted revealed treated used such hired born
brought trained credited bekannt
""")
# "with" and its like name players at the beginning of a clause rather than inside one.
WITH = words_of("with mit avec con com z med met bersama including plus")
# A sign only in lower case: with a capital it belongs to a title or name ("Star Trek").
CAPITAL = frozenset(
    ("Star", "Stars", "Lead", "Even", "Both", "Love", "Meet", "Hero", "Team", "Play", "Watch", "Come", "Con")
)
# After a comma: another subject begins.
PRONOUNS = words_of("""
he she it they we i you this that er sie es wir ich il elle ils on nous je él ella yo lui lei io ele ela eu
""")
# After a comma: what begins no predicate of the name before it.
NO_PREDICATE = PRONOUNS | {"starring"}
FILMS = words_of("film films movie movies")
