"""Directors whose names stand before a title in headlines: "Spike Jonze's Her", "Haneke's Amour"."""

from __future__ import annotations

_FULL_NAMES = """
abbas kiarostami|abdellatif kechiche|abel ferrara|adam mckay|adolfo aristarain|agnes jaoui|agnes varda|
agnieszka holland|agnieszka smoczynska|agustin diaz yanes|aki kaurismaki|akira kurosawa|akiva schaffer|alain resnais|
alan j pakula|alan rudolph|albert serra|alejandro agresti|alejandro amenabar|alejandro gomez monteverde|
alejandro gonzalez inarritu|alejandro jodorowsky|alex cox|alex de la iglesia|alex garland|alex proyas|
alex van warmerdam|alexander payne|alexander sokurov|alexandre aja|alfonso cuaron|alfred hitchcock|alice rohrwacher|
almodovar|amando de ossorio|amat escalante|ana lily amirpour|andre ovredal|andre techine|andrea arnold|andrea segre|
andreas dresen|andrei tarkovsky|andres wood|andrew dominik|andrew haigh|andrew stanton|andrey zvyagintsev|
andrzej wajda|andrzej zulawski|andy muschietti|aneesh chaganty|ang lee|angela schanelec|anna muylaert|anne fontaine|
anno saul|anthony minghella|antoine fuqua|anton corbijn|antonia bird|anurag basu|anurag kashyap|
apichatpong weerasethakul|ari aster|arnaud desplechin|arthur penn|arturo ripstein|asghar farhadi|ashutosh gowariker|
asif kapadia|atom egoyan|barry jenkins|barry levinson|barry sonnenfeld|baz luhrmann|bela tarr|ben wheatley|
benh zeitlin|bennett miller|benny safdie|bernardo bertolucci|bertrand bonello|bertrand tavernier|bigas luna|
billy wilder|blake edwards|bob fosse|bob rafelson|bong joon ho|brad anderson|brad bird|brady corbet|brett ratner|
brian de palma|brian henson|bruce beresford|bruno barreto|bruno dumont|bryan singer|bully herbig|burr steers|
buster keaton|byron howard|cameron crowe|carl franklin|carl theodor dreyer|carla simon|carlo lizzani|carlo verdone|
carlos cuaron|carlos diegues|carlos reygadas|carlos saura|carlos vermut|carol morley|carol reed|caroline link|
cary fukunaga|cate shortland|catherine breillat|cedric klapisch|celine sciamma|celine song|cesc gay|chad stahelski|
chantal akerman|charles vidor|charlie chaplin|charlie kaufman|charlotte wells|chloe zhao|chris columbus|chris marker|
chris mckay|chris nolan|chris sanders|christian mungiu|christian petzold|christophe gans|christophe honore|
christopher mcquarrie|christopher nolan|ciro guerra|claire denis|claude berri|claude chabrol|claude lelouch|
claude miller|claude sautet|clint eastwood|clio barnard|colin trevorrow|coline serreau|coralie fargeat|craig brewer|
craig gillespie|cristian mungiu|cristina comencini|curtis hanson|damian szifron|damien chazelle|dan gilroy|
dan trachtenberg|dani levy|daniel espinosa|daniele luchetti|danny boyle|danny philippou|dany boon|dario argento|
darren aronofsky|david ayer|david cronenberg|david dobkin|david f sandberg|david fincher|david frankel|
david gordon green|david koepp|david lean|david leitch|david lowery|david lynch|david mamet|david michod|
david o russell|david robert mitchell|david slade|david twohy|david wain|david yates|dean deblois|debra granik|
dee rees|delmer daves|denis cote|denis villeneuve|dennis gansel|derek cianfrance|derek jarman|destin daniel cretton|
dibakar banerjee|dino risi|dominik moll|don bluth|don hertzfeldt|don siegel|doris dorrie|doug liman|douglas sirk|
drake doremus|drew goddard|duncan jones|dziga vertov|edgar wright|edoardo de angelis|edouard molinaro|
eduardo coutinho|edward berger|edward d wood|edward dmytryk|edward yang|edward zwick|elaine may|elem klimov|eli roth|
elia kazan|elia suleiman|eliseo subiela|emerald fennell|emir kusturica|emmanuel mouret|enzo g castellari|eric rohmer|
eric toledano|ermanno olmi|ernst lubitsch|ethan coen|ettore scola|eva husson|f gary gray|f w murnau|fabian bielinsky|
fabien onteniente|fatih akin|fede alvarez|federico fellini|fernando arrabal|fernando eimbcke|fernando fernan gomez|
fernando leon de aranoa|fernando meirelles|fernando trueba|ferzan ozpetek|florian henckel von donnersmarck|
florian zeller|francesco rosi|francis ford coppola|francis lawrence|franco zeffirelli|francois ozon|francois truffaut|
frank capra|frank coraci|frank darabont|frank oz|frank pavich|fred zinnemann|freddie francis|fritz lang|fruit chan|
fw murnau|g w pabst|gabriele muccino|gabriele salvatores|gareth edwards|gareth evans|garth davis|garth jennings|
gary ross|gary trousdale|gary winick|gaspar noe|gavin hood|george a romero|george clooney|george cukor|george lucas|
george miller|george romero|george roy hill|george stevens|georges franju|georges melies|gerard oury|gia coppola|
gillo pontecorvo|gina prince bythewood|gints zilbalodis|giorgos lanthimos|giuseppe bertolucci|giuseppe de santis|
giuseppe tornatore|glauber rocha|gore verbinski|gregg araki|gregory hoblit|greta gerwig|guillaume canet|
guillermo del toro|gurinder chadha|gus van sant|guy hamilton|guy maddin|guy ritchie|hal ashby|hal hartley|
halina reijn|hannes holm|harald zwart|harmony korine|harold ramis|hayao miyazaki|hector babenco|heitor dhalia|
henri georges clouzot|henry selick|herschell gordon lewis|hideaki anno|hideo nakata|hirokazu kore eda|
hirokazu koreeda|hong sang soo|hou hsiao hsien|howard hawks|iciar bollain|ida lupino|ildiko enyedi|ingmar bergman|
irvin kershner|isabel coixet|isao takahata|ishiro honda|ivan reitman|j a bayona|j c chandor|j j abrams|j lee thompson|
ja bayona|jacques audiard|jacques becker|jacques demy|jacques deray|jacques rivette|jacques tati|jacques tourneur|
jafar panahi|jalil lespert|james cameron|james gray|james gunn|james ivory|james l brooks|james mangold|james marsh|
james ponsoldt|james wan|james watkins|james whale|jan de bont|jan komasa|jan svankmajer|jane campion|jane schoenbrun|
jason eisener|jason reitman|jaume balaguero|jaume collet serra|jay roach|jean becker|jean cocteau|
jean francois richet|jean jacques annaud|jean jacques beineix|jean luc godard|jean marc vallee|jean marie straub|
jean paul rappeneau|jean paul salome|jean pierre dardenne|jean pierre jeunet|jean pierre melville|jean renoir|
jean vigo|jeannot szwarc|jeff nichols|jennifer kent|jennifer lee|jeremy saulnier|jerry zucker|jerzy skolimowski|
jessica hausner|jia zhangke|jim abrahams|jim jarmusch|jim sheridan|jj abrams|joachim trier|joanna hogg|joe berlinger|
joe carnahan|joe cornish|joe dante|joe johnston|joe swanberg|joe wright|joel and ethan coen|joel coen|joel schumacher|
john badham|john boorman|john carney|john carpenter|john cassavetes|john dahl|john ford|john frankenheimer|
john g avildsen|john hillcoat|john hughes|john huston|john landis|john lasseter|john mctiernan|john musker|
john sayles|john schlesinger|john singleton|john sturges|john waters|john woo|jon favreau|jon m chu|jon turteltaub|
jon watts|jonas akerlund|jonathan dayton|jonathan demme|jonathan glazer|jonathan lynn|jonathan mostow|jordan peele|
jose luis cuerda|jose luis garci|jose padilha|joseph kosinski|joseph l mankiewicz|joseph losey|joseph sargent|
joshua oppenheimer|joss whedon|juan antonio bayona|juan carlos fresnadillo|juan jose campanella|juanma bajo ulloa|
judd apatow|julia ducournau|julian schnabel|julie delpy|julie taymor|julio medem|juliusz machulski|justin kurzel|
justin lin|kaneto shindo|karan johar|karel reisz|karel zeman|karim ainouz|karyn kusama|kathryn bigelow|
katsuhiro otomo|kay cannon|keisuke kinoshita|kelly reichardt|ken loach|ken russell|kenji mizoguchi|kenneth anger|
kenneth branagh|kenneth lonergan|kenny ortega|kevin costner|kevin macdonald|kevin reynolds|kevin smith|kim jee woon|
kim ki duk|kimberly peirce|king hu|king vidor|kinji fukasaku|kirill serebrennikov|kirk demicco|kitty green|
kiyoshi kurosawa|kleber mendonca filho|koji fukada|kristoffer borgli|krzysztof kieslowski|krzysztof zanussi|ladj ly|
lais bodanzky|lamberto bava|lana wachowski|larry clark|lars von trier|lasse hallstrom|laszlo nemes|laura poitras|
laurent cantet|laurent tirard|lawrence kasdan|leander haussmann|lee chang dong|lee toland krieger|
lee unkrich|leigh whannell|len wiseman|leni riefenstahl|lenny abrahamson|leo mccarey|leos carax|lewis milestone|
liliana cavani|lina wertmuller|lindsay anderson|lisa cholodenko|lisandro alonso|lorene scafaria|louis malle|
luc besson|luc dardenne|luca guadagnino|luchino visconti|lucile hadzihalilovic|lucio fulci|lucky mckee|
lucrecia martel|luigi comencini|luis bunuel|luis estrada|luis garcia berlanga|lukas moodysson|lulu wang|lynne ramsay|
m night shyamalan|makoto shinkai|malgorzata szumowska|malgoska szumowska|mamoru hosoda|mamoru oshii|mani ratnam|
manoel de oliveira|marc caro|marc forster|marc webb|marcel carne|marco bellocchio|marco tullio giordana|
marek koterski|maren ade|margarethe von trotta|mariano barroso|marielle heller|mario bava|mario monicelli|
marjane satrapi|mark pellington|mark romanek|mark waters|marleen gorris|martin brest|martin campbell|martin mcdonagh|
martin ritt|martin scorsese|mary harron|masaaki yuasa|masaki kobayashi|mathieu amalric|mathieu kassovitz|matt reeves|
matteo garrone|matthew heineman|matthew vaughn|max barbakow|max ophuls|mel brooks|mel gibson|mervyn le roy|
mervyn leroy|mia hansen love|michael apted|michael bay|michael chaves|michael cimino|michael curtiz|michael dougherty|
michael haneke|michael mann|michael moore|michael powell|michael radford|michael winterbottom|michel audiard|
michel deville|michel franco|michel gondry|michel hazanavicius|michelangelo antonioni|miguel gomes|mikael hafstrom|
mike flanagan|mike hodges|mike leigh|mike mills|mike newell|mike nichols|mikio naruse|milos forman|mimi leder|
mira nair|miranda july|mohammad rasoulof|monte hellman|montxo armendariz|morten tyldum|nacho vigalondo|nadine labaki|
nagisa oshima|nancy meyers|nancy savoca|nanni moretti|naomi kawase|nate parker|neil blomkamp|neil jordan|
neil marshall|neill blomkamp|nelson pereira dos santos|nia dacosta|nicholas hytner|nicholas ray|nick broomfield|
nick cassavetes|nicolas philibert|nicolas roeg|nicolas winding refn|nicole holofcener|niki caro|nikita mikhalkov|
nikolaj arcel|nima nourizadeh|noah baumbach|nora ephron|norman jewison|nuri bilge ceylan|oliver hirschbiegel|
oliver stone|olivier assayas|olivier nakache|oren moverman|orson welles|osgood perkins|otto preminger|oxide pang|
oz perkins|pablo larrain|pablo trapero|paddy considine|panos cosmatos|paolo sorrentino|paolo virzi|park chan wook|
parker finn|pascal laugier|patrice chereau|patrice leconte|patricio guzman|patryk vega|patty jenkins|paul feig|
paul greengrass|paul haggis|paul mazursky|paul schrader|paul thomas anderson|paul verhoeven|paul w s anderson|
pawel pawlikowski|payal kapadia|pedro almodovar|pedro costa|pete docter|peter berg|peter bogdanovich|peter farrelly|
peter greenaway|peter hyams|peter jackson|peter sollett|peter strickland|peter weir|phil lord|phil tippett|
philip kaufman|philip noyce|philippe garrel|philippe lioret|phillip noyce|phyllida lloyd|pier paolo pasolini|
pierre morel|pietro germi|pietro marcello|pilar miro|prachya pinkaew|pupi avati|quentin dupieux|quentin tarantino|
radu mihaileanu|rainer werner fassbinder|raj kapoor|rajkumar hirani|ralph bakshi|ram gopal varma|ramin bahrani|
randa haines|raoul peck|raoul walsh|rebecca zlotowski|renny harlin|rian johnson|rich moore|richard attenborough|
richard ayoade|richard curtis|richard donner|richard fleischer|richard kelly|richard lester|richard linklater|
richard loncraine|richard rush|ridley scott|rithy panh|rob bowman|rob cohen|rob letterman|rob marshall|rob minkoff|
rob reiner|rob savage|rob zombie|robert altman|robert bresson|robert clouse|robert eggers|robert guediguian|
robert mulligan|robert redford|robert rodriguez|robert rossen|robert siodmak|robert stevenson|robert wiene|
robert wise|robert zemeckis|roberto benigni|roberto rossellini|robin campillo|rodrigo cortes|rodrigo garcia|
rodrigo sorogoyen|roger corman|roger michell|roger spottiswoode|roger vadim|rohit shetty|roland emmerich|
roman polanski|ron clements|ron howard|ron shelton|rose glass|ruben ostlund|rungano nyoni|rupert sanders|rupert wyatt|
ryan coogler|ryuichi hiroki|ryusuke hamaguchi|s craig zahler|s s rajamouli|sacha gervasi|sally potter|sam esmail|
sam mendes|sam peckinpah|sam raimi|sam taylor johnson|samuel fuller|sandeep reddy vanga|sanjay leela bhansali|
santiago segura|sarah polley|satoshi kon|satyajit ray|saul dibb|scott cooper|scott derrickson|scott waugh|sean baker|
sean durkin|sean penn|sebastian borensztein|sebastian lelio|sebastian schipper|seijun suzuki|sergei eisenstein|
sergio corbucci|sergio leone|sergio martino|shane black|shane carruth|shane meadows|shawn levy|shekhar kapur|
shin ya tsukamoto|shinya tsukamoto|sidney j furie|sidney lumet|simon verhoeven|simon west|sion sono|sofia coppola|
sonke wortmann|spike jonze|spike lee|ss rajamouli|stanislaw bareja|stanley donen|stanley kramer|stanley kubrick|
stefan ruzowitzky|stephen chbosky|stephen chow|stephen daldry|stephen frears|stephen norrington|stephen sommers|
steve mcqueen|steve miner|steven soderbergh|steven spielberg|stuart gordon|susan seidelman|susanne bier|
sydney pollack|sylvain chomet|taika waititi|takashi miike|takeshi kitano|tarsem singh|taylor hackford|taylor sheridan|
ted demme|ted kotcheff|terence davies|terence fisher|terence malick|terence young|terrence malick|terry george|
terry gilliam|terry zwigoff|the coen brothers|the coens|the daniels|the dardenne brothers|the dardennes|
the duplass brothers|the farrelly brothers|the russo brothers|the safdie brothers|the safdies|the taviani brothers|
the wachowskis|thea sharrock|theo angelopoulos|thomas cailley|thomas mccarthy|thomas vinterberg|ti west|tim burton|
tim miller|tobe hooper|tobias lindholm|tod browning|todd field|todd haynes|todd phillips|todd solondz|tom dicillo|
tom ford|tom hooper|tom mccarthy|tom mcgrath|tom shadyac|tom tykwer|tomas alfredson|tommy lee wallace|tommy wirkola|
tommy wiseau|tony gilroy|tony kaye|tony richardson|tony scott|tran anh hung|travis knight|trey edward shults|
tsai ming liang|tsui hark|ulrich seidl|umberto lenzi|uwe boll|valerie donzelli|valerie faris|valeska grisebach|
veit helmer|ventura pons|vera chytilova|vera drew|vicente aranda|victor erice|victor fleming|victor salva|
vincent gallo|vincente minnelli|vincenzo natali|vishal bhardwaj|vittorio de sica|vittorio taviani|volker schlondorff|
walter hill|walter salles|wayne wang|werner herzog|wes anderson|wes ball|whit stillman|william friedkin|
william wellman|william wyler|wim wenders|wisit sasanatieng|wojciech has|wojciech smarzowski|wolfgang petersen|
wong kar wai|woody allen|xavier beauvois|xavier dolan|xavier giannoli|yann samuell|yash chopra|yasujiro ozu|
yasuzo masumura|yeon sang ho|yimou zhang|yorgos lanthimos|yuen woo ping|yves robert|zach braff|zach cregger|
zal batmanglij|zhang yimou|zoya akhtar
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

# Folded. Whose name is a part of the title: "Zack Snyder's Justice League", "Wes Craven's New Nightmare".
TITLED = frozenset(("zack snyder", "wes craven", "lee daniels"))
# Folded. A name that is not here stays in the title, since "Ferris Bueller's Day Off" is written the same way.
DIRECTORS = frozenset(_FULL_NAMES.replace("\n", "").split("|")) | TITLED
# A director's wherever a headline says "X's": no actors' names and no words.
FAMILY_NAMES = frozenset(_FAMILY_NAMES.split())
