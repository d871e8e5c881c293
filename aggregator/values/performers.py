"""Performers known by name: evidence that a person whom a review merely mentions is one of its players."""

from __future__ import annotations

from aggregator.values.directors import DIRECTORS
from aggregator.values.given_names import GIVEN_NAMES
from aggregator.values.vocabulary import phrases_of

# Folded. One region and time a row; a name that is not here needs better evidence than its mention.
ROWS = {
    "english, now": """
aaron pierre|adrian lester|aimee lou wood|alan ruck|alessandro nivola|alex lawther|alexander ludwig|alexandra shipp
ali larter|alice eve|alicia witt|ally sheedy|amanda bynes|amanda peet|amber tamblyn|amy irving|andrea martin
andrew mccarthy|angourie rice|anna chlumsky|anna friel|anna gunn|anna maxwell martin|annasophia robb|anne heche
annie murphy|anson mount|anthony michael hall|anton yelchin|ariana debose|ariana grande|arliss howard|ashley greene
ashley judd|barbara crampton|ben chaplin|benjamin bratt|bernie mac|betty gabriel|beverly dangelo|bokeem woodbine
bonnie hunt|bonnie wright|brenda blethyn|brendan coyle|brent spiner|brenton thwaites|bridget fonda|bridget moynahan
brigitte nielsen|brittany murphy|brittany snow|bronson pinchot|cailee spaeny|camilla belle|candice bergen
carice van houten|carl weathers|carla juri|cedric the entertainer|celia imrie|chad michael murray|charisma carpenter
charles s dutton|charlie barnett|charlie cox|charlie heaton|charlie rowe|charlotte le bon|cheech marin|cheryl hines
chris farley|chris kattan|chris klein|chris messina|chris noth|chris odonnell|chris sarandon|christine baranski
christine lahti|christine taylor|christopher abbott|christopher eccleston|christopher lambert|christopher mcdonald
christopher meloni|cicely tyson|clancy brown|clark gregg|claudia christian|clifton collins jr|cobie smulders
corey feldman|corey haim|cory michael smith|courtney b vance|craig t nelson|dale dickey|dallas roberts|damian lewis
damon wayans|dan hedaya|dan levy|dana carvey|dane cook|daniel bernhardt|daniel stern|daniel wu|danielle macdonald
danny aiello|danny pudi|dave chappelle|david alan grier|david carradine|david denman|david hewlett|david hyde pierce
david koechner|david mccallum|david paymer|david spade|david suchet|dean cain|deborah ann woll|dee wallace|denis leary
denis ohare|denise richards|dennis farina|derek jacobi|diana rigg|domhnall gleeson|dominic monaghan|dougray scott
drake bell|dree hemingway|dwight yoakam|dylan baker|dylan mcdermott|ebon moss bachrach|ed burns|ed skrein
eddie cibrian|edi gathegi|edie falco|eliza scanlen|elizabeth berkley|elizabeth marvel|elizabeth mitchell
elizabeth perkins|elizabeth reaser|ella purnell|ellen barkin|ellie bamber|elodie yung|embeth davidtz|emilia clarke
emilio estevez|emily hampshire|emily vancamp|emory cohen|emun elliott|eric bogosian|eric roberts|eric stoltz
erin moriarty|esai morales|estelle getty|ethan embry|fiona dourif|fiona shaw|fisher stevens|frances conroy
frances fisher|francesca annis|frank vincent|frankie faison|fred hechinger|freddie prinze jr|freema agyeman
freida pinto|garry shandling|gavin macleod|gemma jones|george carlin|george segal|geraldine chaplin|gina carano
gina gershon|gina rodriguez|glenne headly|greg grunberg|greg kinnear|griffin dunne|griffin gluck|gwendoline christie
hal holbrook|hannah john kamen|hannah murray|harold perrineau|harold ramis|harry hamlin|harry lloyd|harry melling
harry shum jr|harvey fierstein|hattie mcdaniel|helen hayes|henry rollins|ian hart|ian mcdiarmid|illeana douglas
indira varma|isabel may|isabela merced|isabella rossellini|jack davenport|jack dylan grazer|jack gleeson|jack quaid
jack warden|jack whitehall|jackie gleason|jacob lofland|jacqueline bisset|jai courtney|jaime king|jake busey|jake lacy
jaleel white|jamie chung|jamie kennedy|jane curtin|jane krakowski|jane levy|jane lynch|jane seymour|january jones
jason alexander|jason flemyng|jason mantzoukas|jason mewes|jason patric|jay hernandez|jay mohr|jaz sinclair
jean stapleton|jeffrey combs|jeffrey jones|jeffrey tambor|jennifer beals|jennifer carpenter|jennifer grey
jennifer tilly|jeremy davies|jeremy irvine|jeremy piven|jerry lewis|jerry seinfeld|jerry stiller|jesse bradford
jessica henwick|jill clayburgh|jill hennessy|jim belushi|jim gaffigan|jim sturgess|jim varney|jimmy fallon
joan plowright|joe don baker|joe lo truglio|joe mantegna|joely richardson|john belushi|john c mcginley|john carradine
john hannah|john larroquette|john michael higgins|john rhys davies|john ritter|john stamos|jon cryer|jon lovitz
jon polito|jon seda|jonathan tucker|jordana brewster|josh charles|josh holloway|josh radnor|joshua jackson|joy bryant
julian sands|julie hagerty|julie kavner|juliet stevenson|june squibb|jurnee smollett|justin chatwin|justin kirk
kane hodder|karen black|karen fukuhara|kate burton|kate dickie|kate micucci|kate walsh|katey sagal|kathleen quinlan
kathryn grayson|katie leung|katy mixon|kelly lynch|kelly mcgillis|kelly preston|ken marino|ken stott|kevin corrigan
kevin dillon|kevin durand|kevin j oconnor|kevin mckidd|kevin nealon|kevin pollak|kim basinger|kim cattrall|kim coates
kim dickens|kirk acevedo|kirk cameron|kit harington|kris kristofferson|kristanna loken|kristin chenoweth
kristy swanson|kyra sedgwick|lamorne morris|lara flynn boyle|lauren ambrose|lauren cohan|lauren graham|lauren london
lea thompson|lena olin|lena waithe|leonard nimoy|lesley ann warren|lesley manville|leslie bibb|leslie howard
lili taylor|lily cole|lily sullivan|linda fiorentino|lindsay duncan|lolita davidovich|lorraine bracco
lou diamond phillips|louis c k|louis gossett jr|luke bracey|luke grimes|luke perry|lyle lovett|mackenzie foy
mae whitman|malin akerman|mare winningham|margo martindale|margot kidder|mariel hemingway|marlee matlin|marlon wayans
martin landau|mary kay place|mary lynn rajskub|mary mccormack|mary stuart masterson|mary tyler moore|matt bomer
matt czuchry|matt lucas|matthew fox|matthew mcnulty|matthew rhys|max greenfield|max minghella|megan mullally
megan stalter|mekhi phifer|mercedes ruehl|merrin dungey|merritt wever|michael biehn|michael c hall|michael chiklis
michael clarke duncan|michael cudlitz|michael ealy|michael imperioli|michael jai white|michael kelly|michael mckean
michael nyqvist|michael palin|michael pare|michael parks|michael weatherly|michaela coel|michelle forbes
michelle trachtenberg|mike myers|miley cyrus|milo ventimiglia|mimi rogers|mireille enos|missi pyle|molly parker
monica raymund|moses ingram|natalie dormer|nathan fillion|nathan lane|ned beatty|nia long|nia vardalos|nicholas braun
nick cannon|nicola coughlan|nicola walker|nicole beharie|nigel hawthorne|noah wyle|norman reedus|odette annable
olga kurylenko|oliver platt|oliver reed|olivia holt|olivia hussey|olivia williams|omar sharif|omar sy|omari hardwick
pablo schreiber|pam ferris|pam grier|pat morita|patrick j adams|patrick schwarzenegger|patrick warburton|patti lupone
paul hogan|paul kaye|paul scheer|paul sorvino|paul winfield|pauly shore|penelope ann miller|penelope wilton
percy hynes white|peter boyle|peter coyote|peter facinelli|peter falk|peter gallagher|peter macnicol|peter riegert
peter weller|phil hartman|phoebe cates|piper laurie|piper perabo|polly walker|r lee ermey|rachael harris
rachael leigh cook|rachael taylor|rachel bilson|rachel griffiths|rachel hurd wood|rade serbedzija|rainn wilson
raul julia|ray romano|ray stevenson|ray wise|rebecca de mornay|rebecca pidgeon|rebecca romijn|reginald veljohnson
renee elise goldsberry|rhea perlman|rhea seehorn|richard crenna|richard roundtree|richard schiff|rip torn|rita moreno
rob brydon|rob delaney|rob riggle|robbie coltrane|robert culp|robert john burke|robert loggia|robert picardo
robert sean leonard|robert stack|robert vaughn|robert wagner|roger moore|romola garai|ron eldard|rosanna arquette
roscoe lee browne|rose mcgowan|rose mciver|roseanne barr|rosie perez|rowan atkinson|roxane mesquida|ruby dee
rupert evans|ruth gordon|ryan oneal|sadie sink|sam trammell|samantha mathis|samuel west|sara gilbert|sarah gadon
sarah goldberg|sarah lancashire|sarah wayne callies|scott caan|scott eastwood|scott speedman|sean bridgers|sean harris
sean patrick flanery|sean young|sela ward|shane west|shannen doherty|shannyn sossamon|sharon tate|shelley hennig
shelley long|sheryl lee|shirley henderson|simon callow|simon mcburney|simon russell beale|sinead cusack
sonequa martin green|sonoya mizuno|sophia di martino|sophie nelisse|spencer treat clark|stacey dash|stephen mangan
stephen merchant|stephen tobolowsky|steven bauer|steven seagal|steven weber|suki waterhouse|sunny suljic|susan george
susan kelechi watson|swoosie kurtz|t j miller|tao okamoto|tara reid|tatiana maslany|teresa palmer|teyonah parris
thomas brodie sangster|thomas dekker|thomas doherty|thomas kretschmann|thomas middleditch|tim matheson|tim mcgraw
tim meadows|timothy bottoms|timothy hutton|timothy simons|titus welliver|tom arnold|tom bateman|tom conti|tom cullen
tom ellis|tom everett scott|tom glynn carney|tom hulce|tom mison|tom noonan|tom savini|tom wopat|tony danza
tony goldwyn|tony shalhoub|tony todd|topher grace|tracee ellis ross|travis fimmel|trevante rhodes|vanessa bayer
vanessa williams|vera miles|ving rhames|virginia mckenna|vivica a fox|walker scobell|wallace shawn|wes bentley
wes studi|william atherton|william baldwin|william devane|william forsythe|william sadler|winston duke|wunmi mosaku
xolo mariduena|yara shahidi|yvonne strahovski|zach braff|zach woods|zoe lister jones|zoey deutch
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
catherine keener|catherine ohara|catherine zeta jones|channing tatum|charles dance|charles grodin|charlie day
charlie hunnam|charlie plummer|charlie sheen|charlize theron|charlotte gainsbourg|charlotte rampling|chevy chase
chiwetel ejiofor|chloe grace moretz|chloe sevigny|chris cooper|chris evans|chris hemsworth|chris odowd|chris pine
chris pratt|chris rock|chris tucker|christian bale|christian slater|christina hendricks|christina ricci
christoph waltz|christopher lloyd|christopher mintz plasse|christopher plummer|christopher reeve|christopher walken
ciaran hinds|cillian murphy|claire danes|claire foy|clark duke|clea duvall|clive owen|colin farrell|colin firth
colman domingo|common|connie nielsen|corey stoll|courteney cox|craig robinson|cristin milioti|crispin glover
cuba gooding jr|darcy carden|daisy edgar jones|daisy ridley|dakota fanning|dakota johnson|dan aykroyd|dan stevens
dane dehaan|daniel bruhl|daniel craig|daniel day lewis|daniel kaluuya|daniel radcliffe|danielle deadwyler|danny devito
danny glover|danny huston|danny mcbride|danny trejo|daryl hannah|dave bautista|dave franco|david arquette|david bowie
david cross|david dastmalchian|david duchovny|david harbour|david morse|david oyelowo|david strathairn|david tennant
david thewlis|dean norris|debra winger|delroy lindo|demi moore|dennis haysbert|dennis hopper|dennis quaid
denzel washington|dermot mulroney|dev patel|diane keaton|diane kruger|diane lane|dianne wiest|djimon hounsou
dominic cooper|dominic sessa|dominic west|don cheadle|don johnson|donald glover|donald pleasence|donald sutherland
donnie yen|drew barrymore|dustin hoffman|dwayne johnson|dylan obrien|ed asner|ed begley jr|ed harris|ed helms
ed norton|ed oneill|eddie izzard|eddie marsan|eddie murphy|eddie redmayne|edgar ramirez|edward furlong|edward norton
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
jack oconnell|jack reynor|jackie chan|jackie earle haley|jacki weaver|jacob elordi|jacob tremblay|jada pinkett smith
jake gyllenhaal|jake johnson|james badge dale|james caan|james cromwell|james darcy|james earl jones|james franco
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
josh duhamel|josh gad|josh hartnett|josh hutcherson|josh lucas|josh oconnor|judd hirsch|jude law|judi dench
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
pete postlethwaite|peter capaldi|peter cushing|peter dinklage|peter fonda|peter mullan|peter otoole|peter sarsgaard
peter sellers|peter stormare|philip baker hall|philip seymour hoffman|phoebe waller bridge|phylicia rashad
pierce brosnan|queen latifah|rachel brosnahan|rachel mcadams|rachel sennott|rachel weisz|rachel zegler|radha mitchell
rafe spall|ralph fiennes|ralph ineson|ralph macchio|ramy youssef|randall park|ray liotta|ray winstone|rebecca ferguson
rebecca hall|rebel wilson|reese witherspoon|regina hall|regina king|rege jean page|rene russo|renate reinsve
renee zellweger|rhys ifans|ricardo montalban|richard armitage|richard burton|richard dreyfuss|richard e grant
richard gere|richard griffiths|richard harris|richard jenkins|richard kind|richard madden|richard pryor|ricky gervais
riley keough|river phoenix|riz ahmed|rob corddry|rob lowe|rob morgan|rob schneider|robert carlyle|robert davi
robert de niro|robert downey jr|robert duvall|robert englund|robert forster|robert mitchum|robert pattinson
robert patrick|robert shaw|robin williams|robin wright|roddy mcdowall|rodney dangerfield|ron livingston|ron perlman
rooney mara|rory kinnear|rosamund pike|rosario dawson|rose byrne|rose leslie|rosie huntington whiteley|rosie odonnell
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
vera farmiga|victor garber|viggo mortensen|vin diesel|vince vaughn|vincent donofrio|vincent price|vinnie jones
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
dean martin|deborah kerr|debbie reynolds|dirk bogarde|donald oconnor|doris day|eli wallach|elizabeth taylor
elsa lanchester|errol flynn|esther williams|faye dunaway|frank sinatra|fred astaire|fredric march|gary cooper
gene kelly|gene tierney|george c scott|george sanders|ginger rogers|glenn ford|gloria grahame|gloria swanson
grace kelly|greer garson|greta garbo|gregory peck|harold lloyd|harpo marx|henry fonda|humphrey bogart|ida lupino
ingrid bergman|jack lemmon|jack palance|james cagney|james coburn|james dean|james garner|james mason|james stewart
jane fonda|jane russell|jane wyman|jean arthur|jean harlow|jean simmons|jeanne crain|jennifer jones|jessica tandy
jimmy stewart|joan bennett|joan blondell|joan crawford|joan fontaine|john garfield|john gielgud|john wayne
judy garland|judy holliday|karl malden|katharine hepburn|kim novak|kirk douglas|lana turner|laurence olivier
lee j cobb|lee marvin|lee remick|lillian gish|loretta young|lon chaney|marilyn monroe|marlene dietrich|marlon brando
maureen ohara|max von sydow|mickey rooney|michael redgrave|montgomery clift|myrna loy|natalie wood|norma shearer
olivia de havilland|orson welles|ossie davis|patricia neal|peter finch|peter lorre|peter ustinov|ralph bellamy
randolph scott|ray milland|rex harrison|richard attenborough|richard widmark|rita hayworth|robert redford|robert ryan
robert taylor|rock hudson|rod steiger|ronald colman|rosalind russell|ruby keeler|sal mineo|sidney poitier
steve mcqueen|sterling hayden|susan hayward|sydney greenstreet|teresa wright|thelma ritter|tippi hedren|tony curtis
trevor howard|tyrone power|van heflin|veronica lake|vivien leigh|walter brennan|walter huston|walter pidgeon
warren beatty|warren oates|wendy hiller|william holden|william powell|yul brynner
""",
    "europe": """
agata buzek|agata kulesza|alain chabat|alba baptista|alexandra maria lara|alice isaaz|alice taglioni
anamaria vartolomei|andre wilms|andrzej chyra|andrzej seweryn|angela winkler|anna mouglalis|antonio albanese
ariadna gil|ariane ascaride|ariane labed|arkadiusz jakubik|artus de penguern|asia argento|axel prahl|barbara auer
barbora bobulova|belen rueda|bernard blier|bernard giraudeau|birgit minichmayr|birgitte hjort sorensen|boguslaw linda
borys szyc|bruno todeschini|burghart klaussner|candela pena|carlo delle piane|carlos areces|carole bouquet
cecilia suarez|cezary pazura|charles berling|charlotte de turckheim|chiara mastroianni|christiane paul
christoph maria herbst|claude brasseur|claude jade|clotilde courau|clovis cornillac|daniel prevost|danuta szaflarska
david kross|didier bourdon|edouard baer|elsa pataky|elsa zylberstein|emilie dequenne|emmanuelle bercot|eric elmosnino
ernesto sevilla|fabrizio bentivoglio|fele martinez|filippo timi|fionnula flanagan|florence foresti|francois berleand
francois damiens|frederick lau|gerard darmon|gerard jugnot|gerard lanvin|gerard philipe|goya toledo|hafsia herzi
hannelore elsner|hannelore hoger|helene de fougerolles|helene vincent|hippolyte girardot|hugo silva|irene jacob
isabelle carre|jacques gamblin|jacques villeret|jan josef liefers|janusz gajos|jean claude brialy|jean hugues anglade
jean paul rouve|jean pierre cassel|jean pierre darroussin|jean pierre marielle|jean yanne|jerome kircher|jerzy stuhr
jonas nay|jorge sanz|josiane balasko|juan diego|juan echanove|julia jentsch|julie gayet|kad merad|kati outinen
kiti manver|krystyna feldman|laia costa|laura harring|laura morante|laurent lafitte|leonor watling|loles leon
louise bourgoin|luca zingaretti|lyna khoudri|maciej stuhr|malik zidi|manuel alexandre|marc barbe|marcin dorocinski
maria casares|maria leon|maria schneider|maria schrader|marian dziedziel|mario casas|marisa paredes|mathilde seigner
miguel angel silvestre|mikael persbrandt|miki manojlovic|miou miou|miriam stein|nathalie richard|niels schneider
nina kunzendorf|nora navas|ola rapace|olivier gourmet|olivier marchal|pascal greggory|patrick timsit|paul meurisse
paula echevarria|philippe torreton|pierre arditi|pierre richard|pilou asbaek|quim gutierrez|robert wieckiewicz
rossy de palma|ruben cortada|samuel le bihan|sandra ceccarelli|santiago segura|serge riaboukine|sergio castellitto
sergio rubini|stefano accorsi|susanne lothar|sverrir gudnason|thierry godard|tobias moretti|ulrike folkerts
unax ugalde|valerie bonneton|valerie kaprisky|valerie lemercier|veronica sanchez|victoria abril|vincent elbaz
vincent macaigne|virna lisi|wojciech pszoniak|yolande moreau|zbigniew zamachowski|zinedine soualem
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
abhay deol|abhishek bachchan|adarsh gourav|aditya roy kapur|adriana barraza|ajith kumar|alfredo castro|allu arjun
amrish puri|ana claudia talancon|andy on|anita mui|anthony wong|anupam kher|anushka shetty|arjun kapoor|arjun rampal
arshad warsi|arvind swamy|asano tadanobu|ayushmann khurrana|bai ling|beat takeshi|bhumi pednekar|bipasha basu
bobby deol|boman irani|caua reymond|cecilia cheung|chunky pandey|daniel gimenez cacho|daniela vega|demian bichir
dia mirza|diego peretti|don lee|dulquer salmaan|eita nagayama|ernesto gomez cruz|esha deol|fahadh faasil|farhan akhtar
faye wong|fernanda andrade|gaston pauls|gurpreet ghuggi|harbhajan mann|hiroshi abe|huma qureshi|hyun bin
irandhir santos|jackie shroff|janhvi kapoor|jeon do yeon|jimmy sheirgill|jimmy shergill|jose maria yazpik|juhi chawla
julieta diaz|julio chavez|jung woo sung|kajal aggarwal|kalki koechlin|kamal haasan|kamal hassan|kang dong won
karisma kapoor|kartik aaryan|kate del castillo|kay kay menon|keerthy suresh|kiara advani|kiki kirin|kim hye soo
kim ok vin|kim tae ri|kim yoo jung|kirin kiki|konkona sen sharma|kriti sanon|lara dutta|leandra leal|lily franky
luis gnecco|ma dong seok|madhuri dixit|mahesh babu|manisha koirala|manoj bajpayee|marcelo adnet|mari natsuki
mayu matsuoka|mukesh khanna|mukesh tiwari|nana patekar|naseeruddin shah|neena gupta|nicholas tse|nivin pauly
norma aleandro|norman briski|om puri|pankaj kapur|pankaj tripathi|paolla oliveira|paresh rawal|parineeti chopra
park hae il|parvathy thiruvothu|paulina garcia|peter lanzani|prakash raj|prateik babbar|preity zinta
prithviraj sukumaran|raashii khanna|radhika apte|raj babbar|rajkummar rao|rakul preet singh|ramya krishna
ramya krishnan|rana daggubati|rani mukerji|ranvir shorey|rao ramesh|rashmika mandanna|ratna pathak|richa chadha
riteish deshmukh|ryo yoshizawa|ryoko hirosue|sai pallavi|saif ali khan|samantha ruth prabhu|sanjay dutt|sanya malhotra
shabana azmi|shin ha kyun|shinobu terajima|shraddha kapoor|sol kyung gu|sonakshi sinha|sonam kapoor|suniel shetty
sunny deol|supriya pathak|sushmita sen|taapsee pannu|takayuki yamada|takeshi kaneshiro|takuya kimura|tamannaah bhatia
tiger shroff|tovino thomas|trisha krishnan|tusshar kapoor|varun dhawan|varun tej|vicky kaushal|vijay deverakonda
vinay pathak|vivek oberoi|vivian hsu|yami gautam|yoo ah in|youn yuh jung|zhao wei|zhou xun
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
FAMILY_NAMES = frozenset(name.rpartition(" ")[2] for name in PERFORMERS if " " in name) - GIVEN_NAMES


def is_only_player(key: str) -> bool:
    """Whether a folded name is that of a known player who is no known director."""
    return key in PERFORMERS and key not in DIRECTORS
