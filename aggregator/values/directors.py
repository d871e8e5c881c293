"""Directors whose names stand before a title in headlines: "Spike Jonze's Her", "Haneke's Amour"."""

from __future__ import annotations

_FULL_NAMES = """
abbas kiarostami|abdellatif kechiche|abel ferrara|adam mckay|agnes varda|agnieszka holland|aki kaurismaki|
akira kurosawa|alain resnais|albert serra|alejandro amenabar|alejandro gonzalez inarritu|alejandro jodorowsky|
alex garland|alex proyas|alexander payne|alexander sokurov|alfonso cuaron|alfred hitchcock|alice rohrwacher|
almodovar|amat escalante|ana lily amirpour|andrea arnold|andrei tarkovsky|andrew dominik|andrew haigh|
andrew stanton|andrey zvyagintsev|andrzej wajda|andrzej zulawski|ang lee|anthony minghella|antoine fuqua|
anton corbijn|apichatpong weerasethakul|ari aster|arthur penn|asghar farhadi|asif kapadia|atom egoyan|baz luhrmann|
bela tarr|ben wheatley|bennett miller|bernardo bertolucci|billy wilder|bong joon ho|brad bird|brady corbet|
brian de palma|bruno dumont|bryan singer|buster keaton|cameron crowe|carl theodor dreyer|carlos reygadas|
carlos saura|carol reed|cary fukunaga|cate shortland|catherine breillat|celine sciamma|celine song|chantal akerman|
charlie chaplin|charlie kaufman|charlotte wells|chloe zhao|chris columbus|chris marker|chris nolan|
christian petzold|christopher mcquarrie|christopher nolan|ciro guerra|claire denis|claude chabrol|clint eastwood|
clio barnard|craig gillespie|cristian mungiu|curtis hanson|damien chazelle|danny boyle|dario argento|
darren aronofsky|david ayer|david cronenberg|david fincher|david gordon green|david lean|david leitch|david lowery|
david lynch|david mamet|david michod|david o russell|david robert mitchell|debra granik|dee rees|denis villeneuve|
derek cianfrance|derek jarman|dominik moll|douglas sirk|drew goddard|duncan jones|edgar wright|edward yang|
edward zwick|elaine may|eli roth|elia kazan|elia suleiman|emerald fennell|emir kusturica|eric rohmer|ernst lubitsch|
ethan coen|f w murnau|fatih akin|federico fellini|fernando meirelles|francis ford coppola|francis lawrence|
francois ozon|francois truffaut|frank capra|frank darabont|fritz lang|fw murnau|gareth edwards|gareth evans|
gary ross|gaspar noe|gavin hood|george a romero|george clooney|george cukor|george lucas|george miller|
george romero|george stevens|gia coppola|gillo pontecorvo|gore verbinski|greta gerwig|guillermo del toro|
gus van sant|guy maddin|guy ritchie|hal ashby|hal hartley|harmony korine|hayao miyazaki|henry selick|
hirokazu kore eda|hirokazu koreeda|hong sang soo|hou hsiao hsien|howard hawks|ida lupino|ildiko enyedi|
ingmar bergman|isao takahata|ishiro honda|j a bayona|j c chandor|j j abrams|ja bayona|jacques audiard|
jacques becker|jacques demy|jacques rivette|jacques tati|jacques tourneur|jafar panahi|james cameron|james gray|
james gunn|james ivory|james mangold|james marsh|james wan|james whale|jane campion|jason reitman|jean cocteau|
jean luc godard|jean marc vallee|jean pierre jeunet|jean pierre melville|jean renoir|jean vigo|jeff nichols|
jennifer kent|jeremy saulnier|jerzy skolimowski|jessica hausner|jia zhangke|jim jarmusch|jim sheridan|jj abrams|
joachim trier|joanna hogg|joe carnahan|joe cornish|joe dante|joe johnston|joe wright|joel and ethan coen|joel coen|
joel schumacher|john boorman|john carney|john carpenter|john cassavetes|john ford|john frankenheimer|john hillcoat|
john hughes|john huston|john landis|john lasseter|john mctiernan|john sayles|john singleton|john waters|john woo|
jon favreau|jonathan demme|jonathan glazer|jordan peele|joseph kosinski|joseph l mankiewicz|joseph losey|
joshua oppenheimer|joss whedon|juan antonio bayona|juan jose campanella|judd apatow|julia ducournau|julian schnabel|
julie delpy|julie taymor|justin kurzel|justin lin|kaneto shindo|karim ainouz|karyn kusama|kathryn bigelow|
keisuke kinoshita|kelly reichardt|ken loach|ken russell|kenji mizoguchi|kenneth branagh|kenneth lonergan|
kevin costner|kevin macdonald|kevin smith|kim jee woon|kim ki duk|king hu|king vidor|kirill serebrennikov|
kiyoshi kurosawa|kleber mendonca filho|krzysztof kieslowski|ladj ly|larry clark|lars von trier|lasse hallstrom|
laszlo nemes|laura poitras|laurent cantet|lee chang dong|len wiseman|leni riefenstahl|lenny abrahamson|leos carax|
lindsay anderson|lisa cholodenko|louis malle|luc besson|luca guadagnino|luchino visconti|lucio fulci|
lucrecia martel|luis bunuel|lukas moodysson|lulu wang|lynne ramsay|m night shyamalan|mamoru hosoda|mamoru oshii|
marc forster|marc webb|marco bellocchio|maren ade|margarethe von trotta|mario bava|marjane satrapi|mark romanek|
martin campbell|martin mcdonagh|martin scorsese|mary harron|masaki kobayashi|mathieu kassovitz|matt reeves|
matteo garrone|matthew vaughn|max ophuls|mel brooks|mel gibson|mia hansen love|michael bay|michael cimino|
michael curtiz|michael haneke|michael mann|michael moore|michael powell|michael winterbottom|michel gondry|
michel hazanavicius|michelangelo antonioni|miguel gomes|mikael hafstrom|mike flanagan|mike leigh|mike mills|
mike newell|mike nichols|mikio naruse|milos forman|mira nair|miranda july|mohammad rasoulof|nadine labaki|
nagisa oshima|nancy meyers|nanni moretti|naomi kawase|neil blomkamp|neil jordan|neill blomkamp|nicholas ray|
nicolas roeg|nicolas winding refn|nicole holofcener|nikita mikhalkov|noah baumbach|nora ephron|nuri bilge ceylan|
oliver hirschbiegel|oliver stone|olivier assayas|oren moverman|orson welles|otto preminger|pablo larrain|
pablo trapero|paddy considine|panos cosmatos|paolo sorrentino|park chan wook|patrice chereau|patty jenkins|
paul greengrass|paul haggis|paul schrader|paul thomas anderson|paul verhoeven|paul w s anderson|pawel pawlikowski|
payal kapadia|pedro almodovar|pedro costa|pete docter|peter berg|peter bogdanovich|peter greenaway|peter jackson|
peter strickland|peter weir|philip kaufman|pier paolo pasolini|quentin dupieux|quentin tarantino|
rainer werner fassbinder|raj kapoor|ralph bakshi|ramin bahrani|raoul peck|raoul walsh|rian johnson|richard ayoade|
richard curtis|richard donner|richard kelly|richard linklater|ridley scott|rob marshall|rob reiner|rob zombie|
robert altman|robert bresson|robert eggers|robert redford|robert rodriguez|robert wiene|robert wise|robert zemeckis|
roberto benigni|roberto rossellini|robin campillo|roger corman|roger michell|roland emmerich|roman polanski|
ron howard|ruben ostlund|rungano nyoni|ryan coogler|ryusuke hamaguchi|s craig zahler|sally potter|sam mendes|
sam peckinpah|sam raimi|sam taylor johnson|samuel fuller|sarah polley|satoshi kon|satyajit ray|sean baker|
sean durkin|sean penn|sebastian lelio|seijun suzuki|sergei eisenstein|sergio corbucci|sergio leone|shane black|
shane carruth|shane meadows|shin ya tsukamoto|sidney lumet|sion sono|sofia coppola|spike jonze|spike lee|
stanley donen|stanley kramer|stanley kubrick|stephen daldry|stephen frears|steve mcqueen|steven soderbergh|
steven spielberg|sydney pollack|sylvain chomet|taika waititi|takashi miike|takeshi kitano|tarsem singh|
taylor hackford|taylor sheridan|ted demme|terence davies|terence malick|terrence malick|terry gilliam|terry zwigoff|
the coen brothers|the coens|the daniels|the dardenne brothers|the dardennes|the duplass brothers|
the farrelly brothers|the russo brothers|the safdie brothers|the safdies|the taviani brothers|the wachowskis|
theo angelopoulos|thomas vinterberg|tim burton|tim miller|tobe hooper|tod browning|todd field|todd haynes|
todd phillips|todd solondz|tom ford|tom hooper|tom mccarthy|tom tykwer|tomas alfredson|tony gilroy|tony kaye|
tony scott|tran anh hung|trey edward shults|tsai ming liang|ulrich seidl|valeska grisebach|vera chytilova|
victor erice|victor fleming|vincente minnelli|vittorio de sica|volker schlondorff|walter hill|walter salles|
wayne wang|werner herzog|wes anderson|whit stillman|william friedkin|william wyler|wim wenders|wolfgang petersen|
wong kar wai|woody allen|xavier dolan|yasujiro ozu|yeon sang ho|yorgos lanthimos|zach braff|zhang yimou
"""
_FAMILY_NAMES = """
almodovar antonioni argento aronofsky assayas audiard bergman besson bresson bunuel burton campion capra carax
cassavetes chabrol chazelle coppola cronenberg cuaron demme dolan dreyer eastwood eggers eisenstein farhadi
fassbinder fellini fincher friedkin gerwig gilliam godard guadagnino haneke hawks herzog hitchcock inarritu jarmusch
jodorowsky jonze kaufman kaurismaki kiarostami kieslowski korine kubrick kurosawa kusturica lanthimos leone
linklater lubitsch lumet lynch malick melville miyazaki mizoguchi murnau nolan ostlund ozon ozu panahi pasolini
peckinpah peele polanski preminger refn reichardt renoir resnais rohmer rossellini scorsese shyamalan sirk
soderbergh sorrentino spielberg tarantino tarkovsky tarr tati truffaut varda verhoeven vertov villeneuve vinterberg
visconti wajda weerasethakul wenders zemeckis
"""

# Folded. A name that is not here stays in the title, since "Ferris Bueller's Day Off" is written the same way.
DIRECTORS = frozenset(_FULL_NAMES.replace("\n", "").split("|"))
# A director's wherever a headline says "X's": no actors' names and no words.
FAMILY_NAMES = frozenset(_FAMILY_NAMES.split())
