"""Performers known by name: evidence that a person whom a review merely mentions is one of its players."""

from __future__ import annotations

from aggregator.values.vocabulary import phrases_of

# Folded. One region and time a row; a name that is not here needs better evidence than its mention.
ROWS = {
    "english, now": """
aaron eckhart|aaron paul|aaron taylor johnson|abigail breslin|adam driver|adam sandler|adam scott|adria arjona
adrien brody|aidan gillen|al pacino|alan arkin|alan cumming|alan rickman|alan tudyk|alec baldwin|alex wolff
alexander skarsgard|alexandra daddario|alfre woodard|alfred molina|alia shawkat|alicia silverstone|alicia vikander
alison brie|allison janney|amanda seyfried|amandla stenberg|amber heard|america ferrera|amy adams|amy madigan
amy poehler|amy ryan|amy schumer|ana de armas|andie macdowell|andre holland|andrea riseborough|andrew garfield
andrew scott|andy garcia|andy samberg|andy serkis|angela bassett|angela lansbury|angelina jolie|anjelica huston
anna faris|anna kendrick|anna paquin|anne hathaway|annette bening|ansel elgort|anthony hopkins|anthony mackie
anthony perkins|anthony ramos|antonio banderas|anya taylor joy|armie hammer|arnold schwarzenegger|asa butterfield
ashton kutcher|aubrey plaza|austin butler|awkwafina|ayo edebiri|barbara hershey|barry keoghan|barry pepper|bel powley
bella thorne|ben affleck|ben foster|ben kingsley|ben mendelsohn|ben stiller|ben whishaw|benedict cumberbatch
benedict wong|benicio del toro|bette midler|bill burr|bill hader|bill murray|bill nighy|bill paxton|bill pullman
bill skarsgard|billy bob thornton|billy crudup|billy crystal|billy zane|blake lively|bob odenkirk|bobby cannavale
boyd holbrook|brad dourif|brad pitt|bradley cooper|bradley whitford|brendan fraser|brendan gleeson|brian cox
brian dennehy|brian tyree henry|brie larson|brooklynn prince|bruce campbell|bruce dern|bruce greenwood|bruce willis
bryan cranston|bryce dallas howard|burt reynolds|caleb landry jones|callum turner|cameron diaz|carey mulligan
carla gugino|carol kane|carrie anne moss|carrie coon|carrie fisher|cary elwes|casey affleck|cate blanchett
catherine keener|catherine o hara|catherine zeta jones|channing tatum|charles dance|charles grodin|charlie day
charlie hunnam|charlie plummer|charlie sheen|charlize theron|charlotte gainsbourg|charlotte rampling|chevy chase
chiwetel ejiofor|chloe grace moretz|chloe sevigny|chris cooper|chris evans|chris hemsworth|chris o dowd|chris pine
chris pratt|chris rock|chris tucker|christian bale|christian slater|christina hendricks|christina ricci
christoph waltz|christopher lloyd|christopher mintz plasse|christopher plummer|christopher reeve|christopher walken
ciaran hinds|cillian murphy|claire danes|claire foy|clark duke|clea duvall|clive owen|colin farrell|colin firth
colman domingo|common|connie nielsen|corey stoll|courteney cox|craig robinson|cristin milioti|crispin glover
cuba gooding jr|d arcy carden|daisy edgar jones|daisy ridley|dakota fanning|dakota johnson|dan aykroyd|dan stevens
dane dehaan|daniel bruhl|daniel craig|daniel day lewis|daniel kaluuya|daniel radcliffe|danielle deadwyler|danny devito
danny glover|danny huston|danny mcbride|danny trejo|daryl hannah|dave bautista|dave franco|david arquette|david bowie
david cross|david dastmalchian|david duchovny|david harbour|david morse|david oyelowo|david strathairn|david tennant
david thewlis|dean norris|debra winger|delroy lindo|demi moore|dennis haysbert|dennis hopper|dennis quaid
denzel washington|dermot mulroney|dev patel|diane keaton|diane kruger|diane lane|dianne wiest|djimon hounsou
dominic cooper|dominic sessa|dominic west|don cheadle|don johnson|donald glover|donald pleasence|donald sutherland
donnie yen|drew barrymore|dustin hoffman|dwayne johnson|dylan o brien|ed asner|ed begley jr|ed harris|ed helms
ed norton|ed o neill|eddie izzard|eddie marsan|eddie murphy|eddie redmayne|edgar ramirez|edward furlong|edward norton
elijah wood|elisabeth moss|elizabeth banks|elizabeth debicki|elizabeth hurley|elizabeth mcgovern|elizabeth olsen
elizabeth shue|elle fanning|ellen burstyn|ellen page|elliot page|elliott gould|emile hirsch|emily blunt|emily browning
emily mortimer|emily watson|emma corrin|emma mackey|emma roberts|emma stone|emma thompson|emma watson|emmy rossum
eric bana|ernest borgnine|essie davis|ethan hawke|ethan suplee|eugene levy|eva green|eva longoria|eva mendes
evan peters|evan rachel wood|ewan mcgregor|ezra miller|f murray abraham|famke janssen|felicity huffman|felicity jones
finn wolfhard|fionn whitehead|florence pugh|forest whitaker|fran kranz|frances mcdormand|frank grillo|frank langella
frankie muniz|freddie highmore|fred armisen|fred ward|gabourey sidibe|gabriel byrne|gabrielle union|gael garcia bernal
gal gadot|garrett hedlund|gary busey|gary cole|gary oldman|gary sinise|geena davis|gemma arterton|gemma chan
gene hackman|gene wilder|geoffrey rush|george clooney|george mackay|george takei|gerard butler|giancarlo esposito
gillian anderson|gillian jacobs|ginnifer goodwin|giovanni ribisi|glen powell|glenn close|goldie hawn|greta gerwig
greta lee|gugu mbatha raw|guy pearce|gwyneth paltrow|hailee steinfeld|haley bennett|haley joel osment
haley lu richardson|halle bailey|halle berry|hank azaria|harris dickinson|harrison ford|harry dean stanton
harry styles|harvey keitel|hayden christensen|hayden panettiere|hayley atwell|heath ledger|heather graham|helen hunt
helen mirren|helena bonham carter|helena zengel|henry cavill|henry golding|henry winkler|hilary duff|hilary swank
himesh patel|holly hunter|hong chau|hope davis|hugh bonneville|hugh dancy|hugh grant|hugh jackman|hugh laurie
hugo weaving|hunter schafer|ian holm|ian mckellen|ian mcshane|ice cube|idina menzel|idris elba|imelda staunton
imogen poots|isaiah mustafa|isla fisher|j k simmons|j t walsh|jack black|jack huston|jack lowden|jack nicholson
jack o connell|jack reynor|jackie chan|jackie earle haley|jacki weaver|jacob elordi|jacob tremblay|jada pinkett smith
jake gyllenhaal|jake johnson|james badge dale|james caan|james cromwell|james d arcy|james earl jones|james franco
james gandolfini|james marsden|james mcavoy|james nesbitt|james norton|james remar|james spader|james woods|jamie bell
jamie dornan|jamie foxx|jamie lee curtis|janelle monae|janet leigh|jared harris|jared leto|jason bateman|jason biggs
jason clarke|jason isaacs|jason momoa|jason robards|jason schwartzman|jason segel|jason statham|jason sudeikis
javier bardem|jay baruchel|jean claude van damme|jeff bridges|jeff daniels|jeff fahey|jeff goldblum
jeffrey dean morgan|jeffrey wright|jena malone|jenna fischer|jenna ortega|jennifer aniston|jennifer connelly
jennifer coolidge|jennifer ehle|jennifer garner|jennifer hudson|jennifer jason leigh|jennifer lawrence|jennifer lopez
jennifer love hewitt|jenny slate|jeremy allen white|jeremy irons|jeremy renner|jeremy strong|jesse eisenberg
jesse plemons|jessica alba|jessica biel|jessica chastain|jessica harper|jessica lange|jessie buckley|jim broadbent
jim carrey|jim caviezel|jim parsons|jimmi simpson|joan allen|joan cusack|joaquin phoenix|jodie comer|jodie foster
joe alwyn|joe keery|joe pantoliano|joe pesci|joel edgerton|joel kinnaman|joey king|john boyega|john c reilly
john candy|john carroll lynch|john cena|john cho|john cleese|john corbett|john cusack|john david washington
john gallagher jr|john goodman|john hawkes|john heard|john hurt|john krasinski|john leguizamo|john lithgow|john magaro
john malkovich|john mulaney|john ortiz|john slattery|john travolta|john turturro|johnny depp|johnny knoxville
jon bernthal|jon favreau|jon hamm|jon heder|jon voight|jonah hill|jonathan bailey|jonathan banks|jonathan groff
jonathan majors|jonathan pryce|jonathan rhys meyers|joseph cotten|joseph gordon levitt|joseph quinn|josh brolin
josh duhamel|josh gad|josh hartnett|josh hutcherson|josh lucas|josh o connor|judd hirsch|jude law|judi dench
judy davis|judy greer|julia fox|julia garner|julia louis dreyfus|julia ormond|julia roberts|julia stiles
julianne hough|julianne moore|julianne nicholson|julie andrews|julie christie|julie delpy|julie walters|juliette lewis
juno temple|justin bieber|justin long|justin theroux|justin timberlake|kaley cuoco|kal penn|kaniehtiio horn
karen allen|karen gillan|karl urban|kate beckinsale|kate bosworth|kate hudson|kate mara|kate mckinnon|kate winslet
katherine heigl|katherine langford|katherine waterston|kathleen turner|kathryn hahn|kathryn newton|kathy bates
katie holmes|keanu reeves|keegan michael key|keir gilchrist|keira knightley|keith carradine|keith david|ken jeong
ken watanabe|kelly macdonald|kelly reilly|kelvin harrison jr|kenneth branagh|keri russell|kerry condon
kerry washington|kevin bacon|kevin costner|kevin hart|kevin james|kevin kline|kevin spacey|kiefer sutherland
kieran culkin|kiernan shipka|kirsten dunst|kodi smit mcphee|kristen bell|kristen schaal|kristen stewart|kristen wiig
kristin scott thomas|kumail nanjiani|kurt russell|kyle chandler|kyle maclachlan|lady gaga|laetitia wright
lakeith stanfield|lana condor|lance henriksen|lance reddick|laura dern|laura linney|laurel holloman|lauren bacall
laurence fishburne|laurie metcalf|leah remini|lee pace|lee van cleef|leighton meester|lena headey|lenny kravitz
leonardo dicaprio|leslie mann|leslie nielsen|leslie odom jr|letitia wright|lewis pullman|liam cunningham
liam hemsworth|liam neeson|liev schreiber|lily collins|lily gladstone|lily james|lily rabe|lily rose depp|lily tomlin
lin manuel miranda|linda cardellini|linda hamilton|lindsay lohan|linus roache|lisa kudrow|liv tyler|logan lerman
logan marshall green|lola kirke|luca marinelli|lucas hedges|lucy boynton|lucy liu|luke evans|luke wilson
lupita nyong o|mackenzie davis|maggie grace|maggie gyllenhaal|maggie q|maggie smith|mahershala ali|maika monroe
malcolm mcdowell|mandy moore|mandy patinkin|marcia gay harden|margaret qualley|margot robbie|marion cotillard
marisa tomei|mark duplass|mark hamill|mark rylance|mark ruffalo|mark strong|mark wahlberg|martha plimpton
martin freeman|martin lawrence|martin sheen|martin short|mary elizabeth winstead|mary louise parker|mary mcdonnell
mary steenburgen|matt damon|matt dillon|matt leblanc|matt smith|matthew broderick|matthew goode|matthew lillard
matthew macfadyen|matthew mcconaughey|matthew modine|matthew perry|maya erskine|maya hawke|maya rudolph|meg ryan
megan fox|mel gibson|melanie griffith|melanie lynskey|melissa leo|melissa mccarthy|mena suvari|meryl streep|mia farrow
mia goth|mia wasikowska|michael angarano|michael b jordan|michael caine|michael cera|michael douglas
michael fassbender|michael gambon|michael ironside|michael j fox|michael keaton|michael lonsdale|michael madsen
michael pena|michael pitt|michael rooker|michael shannon|michael sheen|michael stuhlbarg|michael wincott
michelle dockery|michelle monaghan|michelle pfeiffer|michelle rodriguez|michelle williams|michelle yeoh
michiel huisman|mickey rourke|mikey madison|mila kunis|miles teller|milla jovovich|millie bobby brown
millicent simmonds|minnie driver|mira sorvino|miranda richardson|molly ringwald|molly shannon|morgan freeman
morena baccarin|murray bartlett|naomi ackie|naomi scott|naomi watts|naomie harris|nat wolff|natalie portman
natasha lyonne|natasha richardson|neil patrick harris|neve campbell|nicholas galitzine|nicholas hoult|nick frost
nick kroll|nick nolte|nick offerman|nick robinson|nicolas cage|nicole kidman|nikolaj coster waldau|noah centineo
noah jupe|noah schnapp|noomi rapace|octavia spencer|odeya rush|olivia colman|olivia cooke|olivia munn
olivia newton john|olivia wilde|orlando bloom|oscar isaac|owen teague|owen wilson|parker posey|parker sawyers
patricia arquette|patricia clarkson|patrick dempsey|patrick fugit|patrick stewart|patrick swayze|patrick wilson
patton oswalt|paul bettany|paul dano|paul giamatti|paul mescal|paul newman|paul reiser|paul reubens|paul rudd
paul walker|paul walter hauser|paula patton|paz vega|pedro pascal|penelope cruz|penn badgley|pete davidson
pete postlethwaite|peter capaldi|peter cushing|peter dinklage|peter fonda|peter mullan|peter o toole|peter sarsgaard
peter sellers|peter stormare|philip baker hall|philip seymour hoffman|phoebe waller bridge|phylicia rashad
pierce brosnan|queen latifah|rachel brosnahan|rachel mcadams|rachel sennott|rachel weisz|rachel zegler|radha mitchell
rafe spall|ralph fiennes|ralph ineson|ralph macchio|ramy youssef|randall park|ray liotta|ray winstone|rebecca ferguson
rebecca hall|rebel wilson|reese witherspoon|regina hall|regina king|rege jean page|rene russo|renate reinsve
renee zellweger|rhys ifans|ricardo montalban|richard armitage|richard burton|richard dreyfuss|richard e grant
richard gere|richard griffiths|richard harris|richard jenkins|richard kind|richard madden|richard pryor|ricky gervais
riley keough|river phoenix|riz ahmed|rob corddry|rob lowe|rob morgan|rob schneider|robert carlyle|robert davi
robert de niro|robert downey jr|robert duvall|robert englund|robert forster|robert mitchum|robert pattinson
robert patrick|robert shaw|robin williams|robin wright|roddy mcdowall|rodney dangerfield|ron livingston|ron perlman
rooney mara|rory kinnear|rosamund pike|rosario dawson|rose byrne|rose leslie|rosie huntington whiteley|rosie o donnell
roy scheider|ruby rose|rufus sewell|rumer willis|rupert everett|rupert friend|rupert grint|russell brand|russell crowe
ruth negga|ruth wilson|rutger hauer|ryan gosling|ryan phillippe|ryan reynolds|ryan stiles|sacha baron cohen
sally field|sally hawkins|salma hayek|sam claflin|sam elliott|sam neill|sam riley|sam rockwell|sam shepard
sam worthington|samantha morton|samara weaving|samuel l jackson|sandra bullock|sandra oh|sanaa lathan|saoirse ronan
sarah jessica parker|sarah michelle gellar|sarah paulson|sarah silverman|sarah snook|scarlett johansson|scoot mcnairy
scott bakula|scott glenn|sean astin|sean bean|sean connery|sean hayes|sean penn|seann william scott|sebastian stan
selena gomez|seth green|seth macfarlane|seth rogen|shailene woodley|sharlto copley|sharon stone|shawn ashmore
shea whigham|shelley duvall|shelley winters|shia labeouf|shirley maclaine|sienna miller|sigourney weaver|simon baker
simon pegg|simu liu|sissy spacek|skeet ulrich|sofia boutella|sofia vergara|sophia lillis|sophie okonedo
sophie thatcher|sophie turner|spencer tracy|stacy keach|stacy martin|stanley tucci|stellan skarsgard|stephanie hsu
stephen dorff|stephen fry|stephen graham|stephen lang|stephen mchattie|stephen rea|stephen root|sterling k brown
steve buscemi|steve carell|steve coogan|steve guttenberg|steve martin|steve zahn|steven yeun|stockard channing
sullivan stapleton|susan sarandon|sydney sweeney|sylvester stallone|talia shire|taraji p henson|taron egerton
taylor kitsch|taylor lautner|taylor russell|teri garr|terrence howard|tessa thompson|thandie newton|thandiwe newton
theo james|theo rossi|thomas haden church|thomas jane|thomasin mckenzie|thora birch|tiffany haddish|tilda swinton
tim allen|tim blake nelson|tim curry|tim robbins|tim roth|timothee chalamet|timothy dalton|timothy olyphant
timothy spall|tina fey|tobey maguire|toby jones|toby kebbell|tom berenger|tom blyth|tom cruise|tom felton|tom hanks
tom hardy|tom hiddleston|tom holland|tom hollander|tom selleck|tom sizemore|tom skerritt|tom sturridge|tom waits
tom wilkinson|tommy lee jones|toni collette|tony hale|tony leung|tracy letts|tracy morgan|treat williams|tye sheridan
tyrese gibson|udo kier|uma thurman|ulrich thomsen|val kilmer|vanessa hudgens|vanessa kirby|vanessa redgrave
vera farmiga|victor garber|viggo mortensen|vin diesel|vince vaughn|vincent d onofrio|vincent price|vinnie jones
viola davis|virginia madsen|walter matthau|walton goggins|wesley snipes|whitney houston|whoopi goldberg
wilford brimley|will arnett|will ferrell|will forte|will patton|will poulter|will smith|willa fitzgerald|willem dafoe
william fichtner|william h macy|william hurt|william jackson harper|william shatner|winona ryder|woody harrelson
wyatt russell|yahya abdul mateen ii|zac efron|zach galifianakis|zach gilford|zachary levi|zachary quinto|zazie beetz
zoe kazan|zoe kravitz|zoe saldana|zooey deschanel
""",
    "english, then": """
alec guinness|anthony quinn|audrey hepburn|ava gardner|barbara stanwyck|basil rathbone|bela lugosi|bette davis
betty grable|boris karloff|burt lancaster|buster keaton|carole lombard|cary grant|charles boyer|charles bronson
charles laughton|charlton heston|christopher lee|clark gable|claude rains|clint eastwood|cyd charisse|david niven
dean martin|deborah kerr|debbie reynolds|dirk bogarde|donald o connor|doris day|eli wallach|elizabeth taylor
elsa lanchester|errol flynn|esther williams|faye dunaway|frank sinatra|fred astaire|fredric march|gary cooper
gene kelly|gene tierney|george c scott|george sanders|ginger rogers|glenn ford|gloria grahame|gloria swanson
grace kelly|greer garson|greta garbo|gregory peck|harold lloyd|harpo marx|henry fonda|humphrey bogart|ida lupino
ingrid bergman|jack lemmon|jack palance|james cagney|james coburn|james dean|james garner|james mason|james stewart
jane fonda|jane russell|jane wyman|jean arthur|jean harlow|jean simmons|jeanne crain|jennifer jones|jessica tandy
jimmy stewart|joan bennett|joan blondell|joan crawford|joan fontaine|john garfield|john gielgud|john wayne
judy garland|judy holliday|karl malden|katharine hepburn|kim novak|kirk douglas|lana turner|laurence olivier
lee j cobb|lee marvin|lee remick|lillian gish|loretta young|lon chaney|marilyn monroe|marlene dietrich|marlon brando
maureen o hara|max von sydow|mickey rooney|michael redgrave|montgomery clift|myrna loy|natalie wood|norma shearer
olivia de havilland|orson welles|ossie davis|patricia neal|peter finch|peter lorre|peter ustinov|ralph bellamy
randolph scott|ray milland|rex harrison|richard attenborough|richard widmark|rita hayworth|robert redford|robert ryan
robert taylor|rock hudson|rod steiger|ronald colman|rosalind russell|ruby keeler|sal mineo|sidney poitier
steve mcqueen|sterling hayden|susan hayward|sydney greenstreet|teresa wright|thelma ritter|tippi hedren|tony curtis
trevor howard|tyrone power|van heflin|veronica lake|vivien leigh|walter brennan|walter huston|walter pidgeon
warren beatty|warren oates|wendy hiller|william holden|william powell|yul brynner
""",
    "europe": """
adele exarchopoulos|adele haenel|aitana sanchez gijon|alain delon|alba rohrwacher|alexander fehling|alida valli
andre dussollier|anna karina|anna magnani|anais demoustier|antonio de la torre|anouk aimee|arletty|armin mueller stahl
audrey tautou|august diehl|barbara sukowa|barbara lennie|benoit magimel|benoit poelvoorde|berenice bejo|bibi andersson
blanca portillo|brigitte bardot|bruno ganz|camille cottin|carlo verdone|carmen maura|carmen machi|catherine deneuve
cecile de france|checco zalone|christian clavier|claudia cardinale|claudio santamaria|corinna harfouch
cristian de sica|christian de sica|daniel auteuil|dany boon|denis menochet|diego luna|dominique pinon|dolph lundgren
eduard fernandez|eduardo noriega|elena anaya|elio germano|elyas m barek|emmanuelle beart|emmanuelle devos
emmanuelle riva|emmanuelle seigner|erland josephson|ernesto alterio|eva lobau|fabrice luchini|fanny ardant|fares fares
fernanda montenegro|fernanda torres|fernando fernan gomez|florian david fitz|francois cluzet|franka potente
franz rogowski|gad elmaleh|gaspard ulliel|georg friedrich|gerard depardieu|giancarlo giannini|gilles lellouche
gina lollobrigida|golshifteh farahani|guillaume canet|gunnar bjornstrand|gustaf skarsgard|hannah herzsprung
hanna schygulla|hans moser|heike makatsch|heinz ruhmann|henry hubchen|herbert gronemeyer|ida engvoll|imanol arias
inma cuesta|ingrid thulin|isabelle adjani|isabelle huppert|isabelle nanty|jamel debbouze|javier camara
javier gutierrez|jean dujardin|jean gabin|jean louis trintignant|jean marais|jean paul belmondo|jean pierre bacri
jean pierre leaud|jean reno|jean rochefort|jeanne balibar|jeanne moreau|jella haase|joanna kulig|jordi molla
jose coronado|jose sacristan|josef hader|juan diego botto|juliane kohler|juliette binoche|jurgen prochnow|jurgen vogel
karin viard|karoline herfurth|karra elejalde|katharina thalbach|katja riemann|kim bodnia|klaus kinski|krystyna janda
lambert wilson|lars eidinger|lars mikkelsen|lea drucker|lea seydoux|leonardo sbaraglia|lino ventura|liv ullmann
louis de funes|louis garrel|ludivine sagnier|luis tosar|mads mikkelsen|marcello mastroianni|margherita buy
maribel verdu|marina fois|mario adorf|martina gedeck|mathieu amalric|mathieu kassovitz|matthias habich
matthias schoenaerts|matthias schweighofer|max riemelt|melanie laurent|melvil poupaud|michel bouquet|michel piccoli
michel serrault|moritz bleibtreu|monica bellucci|monica vitti|nastassja kinski|nathalie baye|nikolaj lie kaas
nina hoss|niels arestrup|noemie merlant|nora tschirner|nora von waldstatten|oscar martinez|oscar jaenada|oskar werner
ornella muti|ornella vanoni|paco leon|paola cortellesi|pascale ogier|patrick dewaere|paula beer|philippe noiret
pierfrancesco favino|pierre niney|pilar lopez de ayala|pio marmai|raul arevalo|ricardo darin|roberto benigni
romain duris|romy schneider|roschdy zem|sandra huller|sandrine kiberlain|sebastian koch|senta berger|serge gainsbourg
sergi lopez|sibel kekilli|sidse babett knudsen|silvio orlando|simon abkarian|simone signoret|sofia loren|sophia loren
sophie marceau|soledad villamil|stefania sandrelli|swann arlaud|sylvie testud|tahar rahim|tcheky karyo
thierry lhermitte|thure lindhardt|til schweiger|tom schilling|tomasz kot|toni servillo|trine dyrholm|ugo tognazzi
ulrich muhe|ulrich noethen|ulrich tukur|valeria bruni tedeschi|valeria golino|vanessa paradis|veronica forque
vincent cassel|vincent lacoste|vincent lindon|virginie efira|vittorio gassman|wagner moura|wotan wilke mohring
yvan attal|yves montand|zbigniew cybulski
""",
    "asia and the south": """
aamir khan|aishwarya rai|ajay devgn|akshay kumar|alia bhatt|amitabh bachchan|andy lau|anil kapoor|anushka sharma
bae doona|brigitte lin|bruce lee|chieko baisho|chishu ryu|cho yeo jeong|choi min sik|choi woo shik|chow yun fat
chulpan khamatova|deepika padukone|donnie yen|fan bingbing|gong li|gong yoo|ha jung woo|haruka ayase
hidetoshi nishijima|hiroyuki sanada|hrithik roshan|irrfan khan|iko uwais|jang dong gun|jet li|joe taslim|john abraham
jun ji hyun|kajol devgn|kangana ranaut|kareena kapoor|katrina kaif|ken takakura|kim hye ja|kim min hee|kinuyo tanaka
koji yakusho|lee byung hun|lee jung jae|lee sun kyun|leslie cheung|machiko kyo|maggie cheung|masaki suda|mieko harada
mifune toshiro|nawazuddin siddiqui|park so dam|priyanka chopra|ranbir kapoor|ranveer singh|ram charan|rajinikanth
rinko kikuchi|ryo kase|sakura ando|salman khan|setsuko hara|shah rukh khan|shahid kapoor|shu qi|sammo hung
song kang ho|stephen chow|sushant singh rajput|tabu|tadanobu asano|takashi shimura|takeshi kitano|tang wei
tatsuya nakadai|tony jaa|tony leung chiu wai|tony leung ka fai|toshiro mifune|vidya balan|vijay sethupathi
yalitza aparicio|yu aoi|yui aragaki|zhang ziyi|ziyi zhang|alice braga|lazaro ramos|selton mello|rodrigo santoro
sonia braga|seu jorge|matheus nachtergaele|camila pitanga|cecilia roth|dario grandinetti|guillermo francella
erica rivas|rita cortese|damian alcazar|tenoch huerta|eugenio derbez
""",
}
# One word; a name of prose only beside other evidence.
SINGLE = tuple(
    """
Zendaya|Sting|Cher|Madonna|Rihanna|Beyoncé|Awkwafina|Eminem|Rufus|Coluche|Bourvil|Fernandel|Arletty|Totò|Cantinflas|Björk
Usher|Shakira|Mo'Nique|Tabu|Kajol|Rajinikanth|Prabhas|Dhanush|Suriya|Ludacris|Iman
""".strip()
    .replace("\n", "|")
    .split("|")
)

PERFORMERS = frozenset().union(*(phrases_of(row) for row in ROWS.values()))
FAMILY_NAMES = frozenset(name.rpartition(" ")[2] for name in PERFORMERS if " " in name)
