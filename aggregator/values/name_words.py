"""Words that part names of persons from other capitalised words."""

from __future__ import annotations

from aggregator.values.given_names import GIVEN_NAMES
from aggregator.values.performers import PERFORMERS
from aggregator.values.vocabulary import phrases_of, words_of

# All rows are folded. Lower-case parts that stand inside a surname.
PARTICLES = words_of("""
de del della dei di da do dos das du van von den der ter ten la le el al bin ibn ben af av zu
""")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

# Words that no name contains: a run of capitalised words is cut at them.
_FUNCTION_WORDS = {
    "en": """
the a an and or but of in on at by for from to with without into over under as is are was were be has have had does
did do it its he she his her him they them their this that these those there here what when where while who whose
which why how if not no nor so than then though although because since until after before during about against between
through both each every either neither all also just even only still yet too very more most many much some any such
other another like unlike despite once again now today later never ever perhaps maybe indeed instead however meanwhile
moreover nevertheless thankfully unfortunately fortunately sadly luckily finally ultimately overall along plus per via
vs versus my your our me you we us yes well oh enter meet see watch read click let say says said think get gets got
make makes made come comes came go goes went take takes took give gives given gave find finds found show shows play
plays played playing star stars starring starred featuring features directed written produced scored shot based
adapted voiced cast led can could would should may might must shall cannot don doesn didn isn wasn aren won poor young
old dear alongside inside outside behind beyond beneath amid elsewhere besides opposite supporting lead leading
acclaimed additionally admittedly almost already always apparently arguably basically beloved certainly clearly
considering earlier especially essentially eventually everyone except famed fellow following former frankly
furthermore honestly iconic imagine including initially interestingly introducing kudos legendary literally mostly
nearly obviously often originally particularly really regarding remember similarly simply sometimes surprisingly
thanks truly unsurprisingly usually visionary watching whereas
""",
    "de": """
der die das den dem des ein eine einen einem einer eines und oder aber auch als wie wenn dann dass weil ob nicht kein
keine nur noch schon sehr mehr mit ohne fur von vom zu zum zur bei beim nach vor uber unter aus auf an am im ist sind
war waren hat haben wird werden wurde kann konnte soll muss will er sie es ihr ihm ihn sein seine ihre dieser diese
dieses so hier dort da doch wer was wo wann warum zwar zudem dabei dazu neben trotz durch gegen wahrend seit bis
leider immerhin ebenso sowie sowohl regie drehbuch
allerdings ausserdem besonders dadurch dagegen daher damit danach darum davor denn dennoch deshalb gestern heute
hingegen hinter immer jedoch jetzt kaum naturlich obwohl schliesslich sogar somit trotzdem vielleicht zusammen
zwischen
""",
    "fr": """
le la les un une des du de et ou mais donc or ni car que qui quoi dont ou quand comme si ne pas plus moins tres avec
sans pour par sur sous dans en chez vers entre depuis pendant apres avant contre est sont etait a ont avait fait il
elle ils elles on nous vous je tu ce cet cette ces son sa ses leur leurs mon ma mes notre votre voici voila aux au
realise interprete incarne
ainsi alors aussi bref cependant certes chaque durant enfin ensuite evidemment finalement globalement grace
heureusement hormis ici jamais lorsque malgre malheureusement merci neanmoins notamment outre parfois pourtant puis
puisque quant quel quelle sauf selon souvent surtout tandis toujours tous tout toute toutefois trop
""",
    "es": """
el la los las un una unos unas y e o u pero sino que quien cuyo cuando donde como si no ni mas muy con sin para por
sobre bajo entre desde hasta tras contra segun en del al es son era fue ha han hay se su sus mi tu este esta estos
estas ese esa aquel lo le les ya tambien solo dirigida protagonizada interpretado junto ademas
afortunadamente ahora alli antes aparte apenas aqui asi aunque desgraciadamente despues destacar dicho durante
entonces finalmente gracias hacia incluso lamentablemente luego mediante menos mientras ningun nunca otra otro porque
pues quiza quizas siempre solamente todo todos
""",
    "it": """
il lo la gli le un uno una e o ma che chi cui quando dove come se non ne piu molto con senza per su tra fra da dal
dalla dei delle della degli del nel nella sul sulla al alla ai alle in e sono era fu ha hanno si suo sua suoi sue
questo questa quello quella anche solo diretto interpretato accanto insieme
adesso appena contro cosi dietro dopo dunque durante ecco forse fortunatamente grazie ieri infine inoltre insomma
mentre naturalmente oggi oltre ovviamente perche persino poi purtroppo quindi sebbene secondo sempre soltanto sopra
sotto tuttavia verso
""",
    "pt": """
o a os as um uma e ou mas que quem cujo quando onde como se nao nem mais muito com sem para por pelo pela sobre entre
desde ate apos contra em no na nos nas do da dos das ao aos e sao era foi tem ha seu sua seus suas este esta esse essa
isso tambem so dirigido estrelado junto
agora alem antes apenas aqui assim contudo depois durante embora enquanto entao entretanto felizmente finalmente hoje
inclusive infelizmente nunca ontem outro pois porem porque sempre somente talvez todavia todo todos
""",
    "nl": """
de het een en of maar dat die dit deze wie wat waar wanneer hoe als dan niet geen ook nog al zeer met zonder voor van
bij naar uit op aan in te is zijn was waren heeft hebben wordt werd hij zij ze haar hun onze mijn
alleen altijd bovendien daarna daarnaast daarvoor dankzij dus echter eindelijk gelukkig gisteren helaas hoewel
misschien naast natuurlijk nauwelijks nooit omdat samen tegen terwijl toch tussen vandaag verder volgens vooral zelfs
""",
    "pl": """
i a oraz ale lub albo ze kto co gdy kiedy gdzie jak nie tak tylko takze z ze w we na do od dla przez pod nad po przed
za jest sa byl byla byli ma on ona jego jej ich ten ta to te tym rezyseria scenariusz wystepuja
jednak niestety wreszcie zreszta oczywiscie natomiast dlatego podczas potem teraz zawsze nigdy dzisiaj wczoraj
""",
    "nordic": """
och og eller men som att at det den de en ett et ar er var har hade ikke inte med utan uten uden for fran fra till til
pa i av af om han hon hun hans hennes hendes hennar vi jag jeg du denne dette denna detta
""",
}
# What film blogs write beside a person's name with a capital.
_TRADES = """
director directors writer writers screenwriter screenwriters producer producers actor actors actress actresses star
stars filmmaker filmmakers composer cinematographer editor novelist author comedian comedienne newcomer veteran winner
nominee oscars legend co- costar auteur choreographer singer rapper wrestler critic photo photos image images picture
pictures courtesy credit regisseur regisseurin regie schauspieler schauspielerin darsteller darstellerin hauptdarsteller
hauptdarstellerin autor autorin drehbuchautor drehbuchautorin kameramann kamerafrau komponist komponistin produzent
produzentin filmemacher filmemacherin nachwuchsstar freund freundin vater mutter tochter sohn bruder schwester ehefrau
ehemann kollege kollegin witwer witwe teenager figur rolle protagonist protagonistin herr frau mann junge madchen
realisateur realisatrice cineaste acteur actrice comedien scenariste directora actriz cineasta guionista regista attore
attrice sceneggiatore diretor diretora ator atriz roteirista regissor skadespelare rezyser rezyserka aktor aktorka
instruktor skuespiller film films movie movies cinema review reviews trailer teaser interview podcast episode season
series sequel prequel remake reboot franchise trilogy dvd blu-ray bluray netflix hulu amazon imdb youtube facebook
twitter instagram letterboxd pinterest kritik filmkritik rezension critique critica resena recensione recenzja recensie
anmeldelse recension pelicula filme january february july september october november december monday tuesday wednesday
thursday friday saturday sunday januar februar juni juli oktober dezember montag dienstag mittwoch donnerstag freitag
samstag sonntag tagged posted filed share tweet comment comments category categories tags archives home menu search
subscribe newsletter verdict conclusion fazit plot synopsis summary runtime rating score grade genre certificate
soundtrack screenplay wikipedia scritto gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre
dicembre enero febrero mayo junio julio septiembre octubre noviembre diciembre janvier fevrier juillet septembre octobre
decembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro god jesus christ christmas easter
thanksgiving halloween spoiler spoilers alert commons english french german spanish italian american british
"""
CUTS = frozenset(" ".join((*_FUNCTION_WORDS.values(), _TRADES)).split()) - GIVEN_NAMES - PARTICLES
CUT_ENDINGS = (
    "darsteller",
    "darstellerin",
    "regisseur",
    "regisseurin",
    "preistrager",
    "preistragerin",
    "gewinner",
    "winning",
    "nominated",
    "billed",
    " director",
    " producer",
    " songwriter",
    " editor",
    " writer",
)

# Ranks before the name of a character, not of a player; after Sir and Dame stands a player.
RANKS = words_of("""
mr mrs ms miss mister dr doctor prof professor captain capt detective agent officer sheriff inspector sergeant
commissioner lieutenant colonel general major admiral commander private president king queen prince princess duke
duchess count countess lord lady baron baroness father sister brother mother uncle aunt grandma grandpa judge senator
chief nurse reverend saint st herr frau doktor kommissar konig konigin monsieur madame mademoiselle docteur senor senora
senorita don dona doctora signor signora signore dottor commissario senhor senhora doutor meneer mevrouw pan pani
""") - {"don"}
HONOURS = frozenset({"sir", "dame"})

# Given names that are words of titles and prose as well: no evidence for a person.
DOUBTFUL = words_of("""
april august autumn amber art brook brooks cat chance chase christian clay cliff crystal daisy dale dawn dean destiny
dick drew earl eve ever faith fay forest frank gene ginger glen grace grant gray harmony heath honor hope hunter iris
ivy jasmine jewel joy june king lance lane lily mark may melody mercy miles olive paris pearl penny reed rex rich
river rob rose ruby rusty sandy savannah scout sky skip stone storm summer sunny tiger trinity troy true victor
victoria viola violet violet will willow winter china asia india chelsea sydney austin dallas houston jackson lincoln
madison washington georgia virginia carolina florence vienna israel jordan chad guy jack pat bill bob gang lee star
magnolia angel angels son ma so min park gong rose penny moon crystal mercedes dakota montana america alba stella luna
sol mar paz luz
""")
# Words that name things: they end a person's name only where its first word is a given name.
_COMMON = words_of("""
academy action adventure adventures affair age air alien aliens alley america american angels animal animals animated
animation apes apocalypse arena army art artificial attack avengers award awards baby back bad bank bar battle bay
beach beast beautiful beauty bed best big bird birds birthday black blade blood bloody blue board boat body bomb book
books boss box boy boys brave bridge bridges bright british broken brothers bug building burning business cabin camp
captain car card case castle cat cats century chain challenge chamber chance chaos chapter child children chinese
chronicles church circle city civil class classic clock closing club coast code cold college comedy comic company
complete contact control cop corporation corner country county court crazy crime crisis critics crow cult curse dance
dangerous dark darkness date daughter day days dead deal death deep department desert devil diary dinner disaster
district doctor documentary dog dogs door double dragon drama dream dreams drive eagle earth east eastern edge eight
election electric empire encounter end endgame enemy england escape eternal europe european event evil experience
extreme eye eyes face factory fair fall falls family fantasy fast father fault favorite favourite fear festival fever
fiction field fifth fight fighter final fire first five flight fly force foreign forest forever fortune four fox free
freedom french friend friends full fun future gallery game games gang gate general generation ghost ghosts giant gift
girl girls glass global globe globes gold golden good grand great green ground group guardians guide guild gun guns
half hall hand hands happy hard haunted heart hearts heat heaven hell hero heroes hidden high highway hill hills
history hollywood holy home honest horror horse hospital hot hotel hour hours house human hundred hunger hunt hunters
ice identity impossible independence independent indian inner institute international invisible iron island issue
italian jazz jewish jungle justice kid kids kill killer killing kind kingdom kingdoms kiss knight knights lake land
language last law league legend legends legion less lesson letters level library life light lights line lion list
literary little live lives local lock logic london long lost love lover lovers lucky machine mad magic magical main
making man manor map marriage marvel mask massacre master match matrix memories memory men metal middle midnight mile
million minute minutes mirror missing mission mistress model modern moment money monkey monster monsters month moon
morning most mother motion mountain mouse mr mrs mummy murder museum music musical mysterious mystery naked nation
national native nature near network never new news next nice night nightmare nights nine noir north northern novel
number ocean odd office official oil one ones online opening opera operating operation orange order original other
others our out outer outside pacific page pain paper paradise parents park part parts party passion past path peace
people perfect period phantom phone piano picture pictures piece pirate pirates pitch place plan planet planets plane
play player point police popular possession post power practical prestige pride prison private prize problem
production productions project promised psycho public pulp pure purple quest question quick quiet race radio rage
raging rain ranch rangers real rear rebel red redemption remains republic requiem reservoir rest return revenge
revolution ring rings rise rises rising road robot rock rocky roman romance romantic room royal rules run runner
running saga saint samurai sanctuary saturday scary scene school science score scream sea search season second secret
secrets sense seven sex shadow shadows shape shark shining ship short shot show side sight silence silent silver sin
singing six sky slave sleep small smart snow social society soldier solo some something song sound south southern
space spanish special spider spirit spirited spring squad stage stand star state states station stone stories storm
story strange stranger street strike strong studio studios stuff style suicide summer sun sunset super superhero
supreme surface survivor sweet swing sword system tale tales tall team ten terms territory test theater theatre theory
thief thin thing things third thousand three thriller time times titanic top total touch tower town toy track trade
train training treasure tree trial trip true truth twelve twilight twin two ultimate uncut underground union unit
united universal universe university unknown upside urban valley vampire vampires vertigo very vice vicious video view
village virgin vision visual voice war warrior warriors wars water wave way web wedding week west western whale white
whole wicked wide wife wild wind window wings winter wish witch witches wolf wolves woman women wonder wonderland word
words work world worlds worst wreck wrong year years yellow zombie zombies zone intelligence cinematography direction
editing acting effects credits amor vida muerte noche guerra mundo casa ciudad hombre mujer vie mort nuit guerre monde
ville homme femme amour vita morte notte mondo citta uomo donna amore noite cidade homem mulher leben tod nacht krieg
welt stadt liebe kino filmfest
""")
COMMON = _COMMON - (GIVEN_NAMES - DOUBTFUL)
# Fixed names of places, makers, prizes and characters (folded).
NOT_NAMES = phrases_of("""
new york|new jersey|new zealand|new orleans|new england|new mexico|new wave|los angeles|las vegas|san francisco
san diego|san antonio|san sebastian|santa monica|santa barbara|santa claus|beverly hills|hong kong|south korea
north korea|south africa|south america|north america|latin america|great britain|united states|united kingdom
soviet union|buenos aires|rio de janeiro|sao paulo|el salvador|costa rica|puerto rico|sri lanka|saudi arabia|abu dhabi
tel aviv|st petersburg|baden wurttemberg|nordrhein westfalen|rhode island|central park|times square|le havre
la rochelle|el paso|van nuys|warner bros|warner brothers|walt disney pictures|focus features|marvel studios
columbia tristar|studio ghibli|lions gate|metro goldwyn mayer|dc comics|pixar animation|miramax films|sony classics
lucasfilm ltd|annapurna pictures|roadside|sundance|tribeca|tiff|le monde|cahiers du cinema|rolling stone
rotten tomatoes|roger ebert com|box office mojo|star wars|star trek|harry potter|james bond|indiana jones|darth vader
luke skywalker|han solo|princess leia|obi wan kenobi|tony stark|bruce wayne|clark kent|peter parker|lois lane
mary jane|steve rogers|sherlock holmes|john watson|jack sparrow|katniss everdeen|bilbo baggins|frodo baggins
hermione granger|ron weasley|mickey mouse|donald duck|mary poppins|robin hood|king kong|peter pan|jack reacher
john wick|jason bourne|ethan hunt|rocky balboa|john rambo|ellen ripley|sarah connor|forrest gump|norman bates
michael myers|freddy krueger|jason voorhees|hannibal lecter|clarice starling|travis bickle|vito corleone|don corleone
michael corleone|tyler durden|marty mcfly|doc brown|max rockatansky|mad max|lara croft|romeo juliet|don quixote
don juan|anna karenina|jane eyre|dorian gray|jekyll hyde|ebenezer scrooge|kris kringle|steam deck|google play
prime video|apple tv|disney plus|happy birthday|merry christmas|read more|guest post|top ten|ave maria|amazing grace
alma mater|de facto|deus ex|sci fi|al qaeda|bin laden|coca cola|rolls royce|la la land|la la|film review|film noir
motion picture|et cetera|vice versa|grand prix|grand jury|palme dor|cesar awards
""")
# Performers whose names are made of common words.
STAGE_NAMES = (
    phrases_of("""
ice cube|ice t|lady gaga|queen latifah|snoop dogg|busta rhymes|lil nas x|machine gun kelly|meat loaf|flavor flav
river phoenix|dean martin|grace kelly|summer phoenix|rain phoenix|ruby rose|ruby dee|will smith|will ferrell
mark strong|jack black|jack white|jet li|rob zombie|dolph lundgren|bad bunny|common sense|kid cudi|judge reinhold
king vidor
""")
    | PERFORMERS
)
