"""Given names: evidence that capitalised words are a person."""

from __future__ import annotations

# Folded. One family of languages a row; surnames that stand first (Chinese, Korean, Vietnamese) are in theirs.
ROWS = {
    "english, men": """
aaron abel abraham adam adrian aidan al alan alastair albert alec alex alexander alfie alfred alistair allan allen
alvin amos andre andrew andy angus ansel anthony antony archie armand armie arnold arthur asa asher austin barney
barry bart basil ben benedict benjamin benji bennett bernard bert bill billy bob bobby boris boyd brad bradley brandon
brendan brent brett brian bruce bruno bryan bryce buddy burt buster byron caleb calvin cameron carey carl carter cary
casey cecil cedric chad chadwick channing charles charley charlie charlton chase chester chet chevy chris christian
christoph christopher chuck cillian clarence clark claude clay cliff clifford clifton clint clive clyde cole colin
conan conor conrad corey cornel craig crispin curtis cyril cyrus dale dan dana dane daniel danny darren darryl daryl
dashiell dave david dean denholm dennis denzel derek dermot desmond devin dexter dick diego dirk dominic don donald
donnie donny doug douglas dougray duncan dustin dwayne dwight dylan earl ed eddie edgar edmond edmund eduard edward
edwin eli elias elijah elliot elliott ellis elmer elton elvis emile emmett eric erik ernest ernie errol ethan eugene
evan everett ewan ezra fergus finlay finn floyd forrest frank frankie franklin fred freddie frederick fredric gabe
gabriel gareth garrett garry garth gary gavin gene geoff geoffrey george gerald gerard gil giles glen glenn gordon
graeme graham grant greg gregg gregory guy hal hank hardy harold harris harrison harry harvey hayden heath hector
henry herbert herman hiram homer howard hugh hugo humphrey ian idris ira irving isaac isaiah ivan jack jackie jackson
jacob jaden jake jamal james jamie jared jarvis jason jasper javier jay jed jeff jefferson jeffrey jemaine jensen
jeremiah jeremy jerome jerry jesse jim jimmy joaquin joe joel joey john johnny jon jonah jonas jonathan jordan joseph
josh joshua jud judd jude julian julius justin kane karl keanu keegan keenan keir keith ken kenneth kenny kent kevin
kiefer kieran kirk kit kodi kris kurt kyle lakeith lance larry laurence lawrence lee leo leon leonard leonardo leroy
leslie lester levar levi lewis liam lil linus lionel lloyd logan lon lorne lou louis lucas lucius luke luther lyle mac
mack mads mahershala malcolm marc mark marlon marshall martin marty marvin mason matt matthew maurice max maxwell mel
melvin merlin michael mickey miguel mike miles milo milton mitch mitchell montgomery morgan morris mos moses murray
nat nate nathan nathaniel ned neil nelson niall nicholas nick nicky nicol nicolas nigel noah noel nolan norman oliver
ollie omar oren orlando orson oscar otis otto owen paddy parker pat patrick paul percy perry pete peter phil philip
phillip pierce preston quentin quincy quinn rafe ralph ramon randall randolph randy raoul ray raymond reg reggie
reginald rex rhys richard richie rick ricky ridley riley river riz rob robbie robert robin rod roddy roderick rodney
roger roland rolf roman ron ronald ronnie rory ross rowan roy rudy rufus rupert russ russell rutger ryan sam sammy
samson samuel sandy saul scoot scott seamus sean seann sebastian seth shane shaun shawn shia sid sidney simon skeet
solomon spencer spike stan stanley stellan stephen sterling steve steven stewart stuart sydney sylvester taika taron
taye ted teddy terence terrence terry thad theo theodore thomas tim timothee timothy toby todd tom tommy tony travis
trent trevor tristan troy truman ty tye tyler tyrese tyrone val van vance vaughn verne vernon vic victor vin vince
vincent virgil wade wallace wally walt walter walton ward warren warwick wayne wendell wes wesley wilbur wiley wilfred
will willem william willie willis wilson winston woody wyatt xavier zac zach zachary zack zane zeke
""",
    "english, women": """
abbie abby abigail ada addison adelaide adele adriana agatha agnes aileen aimee aisha alana alexa alexandra alexis
alia alice alicia aline alison alissa allison ally alma alyssa amanda amandla amara amber amelia amy ana anastasia
andie andra andrea angela angelica angelina angie anita anjelica ann anna annabella annabelle anne annette annie anya
april ariana arielle ashley astrid aubrey audra audrey aunjanue ava awkwafina ayo barbara barbra beanie beatrice bella
bernadette bernice bertha beth bethany betsy bette betty beverly beyonce blake blanche blythe bonnie brenda briana
bridget brie britney britt brittany brooke bryn caitlin caitriona callie candice cara caren carla carly carmen carol
carole caroline carolyn carrie cassandra cate catherine cathy cecilia celeste celia celine chandra charlene charlize
charlotte chelsea cher cherry cheryl chloe christina christine ciara cicely claire clara clare claudette claudia clea
cleo colleen connie constance cora coral corinne courtney cristin crystal cybill cynthia daisy dakota danai danielle
daphne daria darlene dawn deanna debbie deborah debra dee deirdre delia demi denise diana diane dianne dina dolly
dolores donna dora doris dorothea dorothy drew ebony edie edith eileen elaine eleanor elena elinor eliza elizabeth
elle ellen ellie elsa elsie emilia emily emma erica erin esther ethel etta eva evangeline eve evelyn faith fay faye
felicia felicity fern fiona florence frances francesca freida gabourey gabrielle gail gal gemma gena geneva genevieve
georgia georgina geraldine gertrude gillian gina ginger ginnifer gladys glenda gloria glynis golshifteh grace greer
greta gretchen gugu gwen gwendoline gwyneth hailee haley halle hannah harriet hattie hayley hazel heather hedy heidi
helen helena hermione hilary hillary holliday holly honor hope hunter ida imelda imogen ingrid irene iris isabel
isabella isabelle isla ivy jaclyn jacqueline jada jaime jane janelle janet janice jasmine jayne jean jeanne jena jenna
jennifer jenny jess jessica jessie jill jo joan joanna joanne jocelyn jodhi jodie jody joely josephine joy joyce
juanita judi judith judy julia julianna julianne julie juliet juliette june juno kaitlyn kaley kara karen karyn kate
katee katey katharine katherine kathleen kathryn kathy katie katy kay kaya keira kellie kelly kendall keri kerris
kerry kiera kiki kim kimberly kirsten kirstin kitty kristen kristin kristine krysten kyra lacey lana lara laura lauren
laurie lea leah leanne leelee leigh lena lesley leticia letitia lila lili lilian lillian lily linda lindsay lindsey
lisa liv liza lizzy lois lola loretta lori lorraine lotte louise lucille lucinda lucy lulu lupita lydia lynn lynne
mabel mackenzie maddie madeleine madeline madonna mae maeve maggie maika mandy mara marcia margaret margot marguerite
maria mariah marian marianne marie mariel marilyn marina marion marisa marjorie marla marlee marlene marsha martha
mary maureen maxine maya mckenna meg megan meghan melanie melinda melissa mena mercedes meredith meryl mia michaela
michelle mika mila mildred millicent millie mindy minnie miranda miriam moira molly mona monica myrna nancy naomi
natalie natasha nell neve nia nichelle nicola nicole nikki nina noomi nora noreen norma octavia odessa olivia olympia
ophelia oprah paige pam pamela patricia patsy patti patty paula pauline pearl peggy penelope penny phoebe phylicia
phyllis piper pippa polly pollyanna portia priscilla priyanka queenie quvenzhane rachael rachel rae ramona raven
rebecca reese regina renee rhea rhoda rhonda rinko rita roberta robyn rooney rosa rosalind rosamund rosanna rosario
rose roseanne rosemarie rosemary rosie roxanne ruby rue ruth saffron sally salma samantha sanaa sandra saoirse sara
sarah sasha scarlett sedona selena selma shailene shannon sharon sheila shelley shirley sienna sigourney simone sissy
sofia sonia sophia sophie stacey stacy stella stephanie sue susan susannah suzanne sylvia tabitha tallulah tamara
tammy tanya tara taryn tatiana tatum taylor teresa teri tessa thandie thandiwe thelma theresa thora thuso tiffany
tilda tina toni tracy trish trudy uma una ursula uzo valerie vanessa vera veronica victoria viola violet virginia
vivian vivien vivienne wanda wendy whitney whoopi willa winnie winona yvette yvonne zazie zelda zendaya zoe zoey zooey
zosia
""",
    "german, dutch, nordic": """
achim aki albrecht alfons alwara anders andreas anke annika antje antti arne arno axel bastian bengt benno bernd
bernhard birgit birgitte bjarne bjorn bodo borje bram brigitte burghart carel carice carsten christiane claes claus
corinna daan dagmar detlef detlev dieter dietrich eberhard edda eero egon eike elke elsbeth emil erich erland ernst
erwin esa ester famke fatih felix florian folke franka franz franziska frauke frederik friedrich frits fritz gerd
gerhard gert gisela goran gotz gretel grethe gunnar gunter gunther gustaf gustav halina hanna hanneke hannelore hannes
hannu hans harald hartmut heike heiko heiner heino heinrich heinz helga helge helmut henning henriette henrik hilde
hildegard holger horst iben ilkka ilse ines inga inge ingeborg ingemar ingmar ingvar jan jana janne jarmo jens jeroen
jesper joachim jochen johan johanna johannes jonna joost jorg jorn juha juho juliane jurgen jussi kaare kaarina kai
kaija karin karoliina karoline kasper katharina kathrin kati katja katrin kees kirsti kjell klaus knut konrad kristian
kristina kristoffer lars lasse laust leif lene leni lennart liesbeth lina linn lone lotta ludwig luise lukas maarten
magnus maike maj malin manfred maren margarethe margit mariann mario markus marlies marten martina mathias mathilde
matthias matti maximilian meike meret mikael mikkel mogens monika moritz nadja natja nikolaj nikolaus norbert oddvar
olavi ole olof ottilie ove paavo peer pekka pelle per pernilla petra pieter pilou pirkko rainer ralf reinhard reinhold
renate rolv romy rudiger rudolf rune ruprecht saara sabine sakari samuli saskia senta sibel sidse siegfried sigrid
sigrun silke sissel sofie sonja soren stefan stefanie steffen stein susanne sven svend sverrir swantje tage tapio
teemu thekla thilo thorsten thure till tilo timo tomas torsten trine tuomas tuva udo ulf ulla ulli ulrich ulrike ute
uwe veit veronika vicky viggo viktor ville volker werner wiebke wilhelm wim winfried wolf wolfgang
""",
    "french": """
agathe aissa alain alban alexandre amelie anais antoine arnaud aure aurelie aurelien bastien benedicte benoit berenice
bertrand camille cecile chantal christophe clemence clement clotilde clovis cyprien damien daniele delphine denis
didier dominique dorothee edouard eleonore elie elisa elisabeth elise elodie emilie emmanuel emmanuelle estelle
etienne evelyne fabien fabienne fabrice fanny francis franck francois francoise frederic frederique gabin gael gaelle
gaspard gaston georges germaine gilbert gilles giselle gregoire guillaume gustave helene henri herve hippolyte hubert
hugues isild jacques joelle josiane jules julien kad karim laetitia lambert laure laurent leila leonie leopoldine leos
loic lolita louane luc luce lucie lucien ludivine ludovic maiwenn manon marcel margaux marine martine mathieu matthieu
maud melvil michel michele micheline mireille mylene nadia natacha nathalie noee noemie olga olivier oulaya pascal
pascale patrice philippe pierre pio raphael regis remi remy renaud rene romain romane roschdy sabrina samir sandrine
sebastien serge severine solene stanislas stephane swann sylvain sylvie tahar therese thierry vahina valeria virginie
viviane yann yannick yolande yvan yves zinedine zita
""",
    "spanish, portuguese, catalan": """
adelia adriano agustin aida aitana alba alberto alejandra alejandro alfonso alfredo almodovar alvaro andres angel
anibal anitta antonia antonio araceli arnau asier aurora beatriz belen benicio benito bernardo berta blanca borja
bruna caetano camila candela carles carlos carme carolina catalina caua cesar chino clarice concha consuelo cristian
cristina cristobal dani daniela dario debora demian domingo eduardo efrain eliana elvira emiliano emilio enrique
ernesto esteban estela eugenia eugenio fabiana fabio fabrizio federico fele felipe fermin fernanda fernando florencia
francisca francisco gabriela gerardo gilberto gines glauber gonzalo graciela guadalupe guillermo gustavo heitor hernan
humberto iciar ignacio iker imanol inma irandhir isaach isidora ivana jesus joana joao joaquim joaquina jorge jose
josep juan juana juanjo juliana julieta julio karla kiko kleber laia lautaro lavinia lazaro leandra leandro leonor
lucia lucrecia luis luisa luiz lupe macarena magda maite manuel manuela marcelo marcio marcos mariana mariano maribel
marisol marta mateo matheus matias mauricio maxi milhem montserrat natalia nerea nestor nieves nuria octavio olmo
oriol pablo paco paloma paola patricio paulina paulo paz pedro pepe pilar quim rafael ramiro raquel raul rebeca renata
ricardo roberto rocio rodrigo rogerio rossy ruben salvador sancho santiago sebastiao selton sergi sergio silvia silvio
soledad susana susi taina thais tonico ulises unax valentina vicente vinicius violeta wagner ximena yalitza yolanda
zaira zezita
""",
    "italian, romanian": """
achille aldo alessandra alessandro alessia alessio alexandru alida anamaria angelo annalisa antonella antonello arturo
asia aurelio benedetta bianca bogdan calin camilla carlo caterina cesare chiara cinzia claudio clemente corneliu
corrado cosimo cristi cristiana cristiano davide dino domenico donatella dragos edoardo eleonora elia elio emanuela
emanuele enrico enzo ermanno ettore fausto federica ferdinando ferzan filippo fiorella flavia flavio florin franca
francesco franco gabriele gabriella giacomo giada gian giancarlo gianfranco gianluca gianmarco gianni gigi ginevra
gino giordana giorgia giorgio giovanna giovanni giulia giuliana giuliano giulio giuseppe giuseppina guido iaia ilaria
ioana ion iulia lamberto letizia liliana lorenza lorenzo luca luciano lucio lucrezia ludovica luigi maddalena manfredi
marcello marco margherita mariangela massimiliano massimo matilda matilde matteo maurizio mauro micaela michela
michelangelo micol mihaela mihai mimmo mircea nanni neri nicolae nicoletta nino nunzia oana ornella ottavia paolo
pasquale patrizia pier piera pierfrancesco piero pietro pino radu raffaele razvan remo renato renzo riccardo rocco
romeo rossella ruggero sabina salvatore saverio sebastiano serena silvana simona stefania stefano susanna tiziana
tiziano tullio ugo umberto valerio vasile vincenzo virna vittoria vittorio vlad
""",
    "slavic, hungarian, greek, turkish": """
agata agi agnieszka ahmet aleksander aleksandr aleksandra aleksei alexei alexey ali alicja alla alona anatoli andrei
andrey andrzej antonin aristotelis arkadiusz artem artur aslihan attila ayse baris bartlomiej bartosz beata bela
berrak boguslaw bohdan borys bozena burcu cem cemal cezary christos cihan costas czeslaw danila danuta dariusz darko
dawid demet denes derya dimitris dmitri dmitry dominik dorota dragan dusan edyta ela elem eleni elif elina ella
elzbieta emine emir emre engin eniko ercan eryk eszter ewa fatma ferenc feride filip fiodor gabor galina geza grazyna
grzegorz gulse gyorgy gyula hakan haluk hasan hatice hazar henryk igor ildiko ilona ilya ioanna irina istvan izabela
jacek jadwiga jakub janina janos janusz jaroslav jaroslaw jerzy jindrich jiri jolanta jozef jozsef juraj kalman kamil
karel karolina karoly kasia kata katarzyna kemal kerem kinga kira klara konstantin konstantinos kostas krystyna
krzysztof ksenia larisa laszlo lech leszek ljubisa lubomir lucjan ludmila lukasz maciej magdalena maja malgorzata
manos marcin marek mariusz marzena masha mateusz mehmet melisa mert meryem michal mieczyslaw mihaly mikhail miklos
mikolaj milena milos miloslav mira mirjana miroslav murat mustafa nadezhda nadir natalya nikita nikolai nikos nurgul
nuri oleg oleksandr omer ondrej onur orsolya ozan ozcan ozge panos patryk pavel pawel pelin petr piotr przemyslaw rade
radek rafal reha rustam ryszard sandor selcuk selim sergei sergey serra sinan slavko slavoj slawomir spiros stanislav
stanislaw stavros svetlana swietlana szymon tadeusz tamas thanos tibor tolga tomasz tuba ugur umit urszula vaclav
valentin vangelis vasili viktoria vitaly vladimir vojtech volkan volodymyr waclaw waldemar wieslaw wiktor wladyslaw
wlodzimierz wojciech yannis yavuz yelena yesim yevgeny yilmaz yorgos yulia yuri yuriy zbigniew zdenek zeki zerrin
zofia zoltan zsofia zsuzsa zuzanna zygmunt
""",
    "arabic, hebrew, persian, african": """
abbas abdel abdellatif abderrahmane abdul abdullah abou adeel adel ahmad ahmed akin alaa alireza amal amina amir amr
anas asghar ashraf ashton assaf ayelet bahram barkhad bassam chiwetel chukwudi djimon dror eran farah fares faridah
fatima folake forough gila habib hadar haifaa hala hamid hani hassan hatem hend hiam hisham hossein ibrahim idan imran
itay jafar jamila kais kamel kelechi keren khaled khalid lior lubna mahmoud majid marwan maryam mehdi mehrdad menashe
mohamed mohammad mohammed mohsen moshe mostafa mounia moustafa muhammad nabil nadav nadine najwa navid nawal ncuti
nelly nitzan noa nonso olabisi ousmane payman peyman rabih ramadan rami rana ronit roya saeed said saleh salim sami
samira sasson shadi shahab shirin shlomi shohreh sope souad souleymane tamer taraneh tawfeek tewfik tomer uche uri
waleed wunmi yael yahya yasmine yehuda yousry youssef yusuf zaynab zineb
""",
    "indian": """
aamir abhay abhishek adil aditi aditya ajay akkineni akshay akshaye allu amitabh amol amrish anand anil anjali anupam
anurag anushka arjun arshad arvind ashok ashutosh ayushmann bhumi bipasha boman chiranjeevi deepa deepak deepika dev
dhanush dharmendra dia dimple divya dulquer fahadh farhan feroz gautam govind gulshan hema hrithik imtiaz irrfan
ishaan janhvi jaya juhi kabir kajol kalki kamal karan kareena karisma karthik kartik katrina kiara konkona kriti kunal
madhuri mahesh mammootty mani manisha manoj meena mithun mohanlal nana nandita naseeruddin naveen nawazuddin neha
nimrat pankaj paresh parineeti prabhas prakash prithviraj puneeth radhika rahul raj rajesh rajinikanth rajkumar
rajkummar rakesh ram ranbir rani ranveer ravi rekha richa rishi ritesh rohit saif salman sandeep sanjay sanya satish
satyajit shabana shah shahid shahrukh shankar sharman shashi shraddha shreyas shruti siddharth smita sonakshi sonali
sonam soumitra sridevi srinivas sudhir suniel sunil suresh sushant sushmita swara taapsee tabu tiger tripti trisha
tusshar utpal vaani vidya vijay vikas vikram vikrant vinay vinod vishal vivek yami yash zakir zoya
""",
    "east and south-east asian": """
akihiro akiko akira anggy aoi apichatpong arifin ayako bae bong brillante bunga chan chang chen cheng choi chow chung
daisuke dian dong emi fedi fumi gang garin guo han hana hanung haru haruka hayao hideaki hideo hiro hirokazu hiroko
hiroshi hoang hou hsiao huang hung hwang hyun ichiro ifa iko ishiro jaa jang jeong jet jia jiang jin joko joon jun
jung juzo kaho kana kaneto kang kaori kazuo kei keiko kenji kenta kinuyo kiyoshi koji koo koreeda kunihiko kwak kwon
lau lav leung li liao lim lin ling liu lu lukman ma maki makoto mamoru mana mari marissa masaaki masahiro masaki
masayuki mayu mei michiyo miki mikio min miyu munetaka nagisa naoki naoko ng nguyen nobuhiro oh oka park pham ping
piolo rei ren reza rie rila rin rio riri rithy ryo ryota ryu ryunosuke ryusuke sakura satoshi setsuko shin shinji
shinobu shintaro shinya shohei shu shunji simu slamet sora sung tadanobu takashi takeru takeshi takuya tang teruyuki
tetsuya toshiro tran truong tsai tsui uhm vino wai wang wei wen wong woo wu xiao xie xu yan yang yasujiro yasuko yayan
yoji yong yoo yoon yoshiko yu yui yuki yuko yun yusaku yutaka yuya zhang zhao zhou zhu ziyi
""",
}

GIVEN_NAMES = frozenset(name for row in ROWS.values() for name in row.split())
