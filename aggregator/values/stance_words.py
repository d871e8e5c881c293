"""Words of praise and blame, by language: what a critic's bottom line says without a number."""

from __future__ import annotations

# Language -> weight -> folded words and phrases ("_" joins a phrase, "-" ends a stem). Above 0 praise, below 0 blame.
# Weights: 3 settles it alone, 2 is plain, 1 is faint.
LEANINGS: dict[str, dict[int, str]] = {
    "en": {
        3: """a_must absorbing achievement astonish- beautiful- best_film_of best_movie_of bittersweet
            cannot_recommend_enough cant_recommend_enough captivat- compelling- complex crafted dazzl- deftly
            delicious- delightful- delivers deserves_to_be_seen devastating dont_miss empath- enchant- endearing
            engaging- engrossing enjoyable entertaining- even_when excellent- exhilarat- exquisite- finest
            flawless- flaws gentle greatness gripping haunting- heartbreaking highest_praise highly_recommend-
            hypnotic- i_love_this inspiring instant_classic intelligent- intimate- it_works joy loved_it lush
            magnificent- masterpiece- masterwork melancholy mesmeri- modern_classic moving must_see must_watch
            near_perfect not_to_be_missed nuanced one_of_the_best one_of_the_years outstanding- perfect_score
            phenomenal pleasant- pleasures poignant- portrait powerful- profound quiet- raw refreshing-
            remarkable rewarding rewards riveting run_dont_walk satisfying see_it_twice smartly stirring
            strongly_recommend- stunning- sublime superb superbly tender- tense terrific- thought_provoking
            touching tour_de_force transcend- triumph triumphant uncompromising unexpectedly unforgettable
            unmissable warm well_worth wonderfully worth_a_look worthy years_best""",
        2: """a_pleasure a_triumph affecting amazing astonishing at_its_best authentic beauty best bold
            breathtaking- brilliance brilliant- captured captures charming check_it_out classic compassion-
            consistently crowd_pleas- daring deeply deliver effective- elegant elevates emotional energetic
            enjoyed enjoyed_it enthral- essential fabulous- fierce first_class fresh gem genuinely giddy
            give_it_a_look glorious- gorgeous- great_film gritty harrowing heartfelt heartwarming hilarious-
            holds_up honest- hugely_entertaining humane humanity i_liked i_loved i_recommend immensely
            ingenious- intense invest- lives_up_to magical master masterful- nails_it not_great passionate-
            performances pleasing provocative- rare real_pleasure really_enjoyed recommended rich richly romp
            sharp- sly so_good sometimes sophisticated spellbinding spot_on subtle succeeds sumptuous
            surprisingly terrifying the_best thoroughly_enjoyed thoughtful- thrilling- timely top_notch treat
            tribute triumphs unexpected unique- unsettling very_funny vibrant vital vivid- we_loved well_acted
            well_crafted well_made well_written winning witty wonderful- works worth_a_watch worth_it
            worth_seeing worth_the_price worth_watching worth_your_time worthwhile would_recommend wrenching""",
        1: """a_blast a_delight a_gem a_joy a_treat above_average adorable alive amazingly ambitious artful
            at_times audacious average beautifully_made believable better_than_expected blast breezy capable
            charismatic charm clever complexity craft deft electrifying eloquent emotionally entertains exciting
            extraordinar- exuberant fantastic fascinat- fine flawed fun funniest funny genius genuine- good
            gracefully great great_movie hard_to_resist heart hugely imaginative- immersive impossible_to_resist
            impressive- incisive insightful inspired inventive irresistible joyful joyous laugh_out_loud lean
            lightweight likable likeable liked_it lively lovable love lovely lyrical magic manages_to
            masterclass mature meditative memorable moments nice- nimble observant perceptive perfect perfectly
            pleasure propulsive provocative ravishing recommend remarkably resonant richest rousing satisfied
            schmaltzy searing sensitive- sheer smart- solid- somewhat soulful sparkling spectacular strong
            stylish- surprising suspenseful sweet- tight timeless unflinching uplifting uproarious very_good
            visceral visionary watchable well_done winner wisdom wise wisely worked""",
        -1: """absurd alas at_best at_its_worst attempts barely bloated boilerplate brainless but_never
            by_the_numbers cardboard cash_grab charm_free cheap choppy cliche- cloying clumsily clumsy clunker
            confus- cookie_cutter corny could_have_been crass crude dated derivative desperate direct_to_video
            disappoint- disappointment disaster dreary empty endless endlessly excuse_for exhausting failure
            falls_apart feels_like few_laughs flounders generic gimmick gimmicky goes_nowhere good_intentions
            hackneyed ham_fisted hard_to_care headache heavy_handed hokey humorless humourless idiotic
            implausible implodes incomprehensible inert instantly_forgettable instead_of isnt_quite jumbled junk
            laborious lack lack_of lacked lacking laugh_free leaden lethargic listless little_more_than
            long_winded ludicrous lumbering manipulative maudlin mawkish mediocre messy might_have_been
            mind_numbing mindless- miscast misjudged missing moronic muddled no_laughs no_more_than noisy
            none_of nothing nothing_new obvious- one_dimensional one_note only_if overlong overstuffed
            overwrought painfully perfunctory ponderous poor_excuse preachy predictable- predictably
            preposterous pretentious recycled rent_it rental retread ridiculous ridiculously runs_out saccharine
            sadly sags sappy schlock self_indulgent shallow shoddy should_have_been sitcom slapdash sluggish
            snooze snoozefest squandered squanders stale stiff stilted straight_to_video strained stumbles
            superficial- tepid terribl- that_never too_many toothless torpid trash tries_to tries_too_hard
            trying_too_hard turgid unappealing unbearabl- unconvinc- undercooked underdeveloped underwhelm-
            underwritten unengaging uneven- unfocused unimaginative unnecessary unoriginal unsatisfying vulgar
            wait_for_dvd wait_for_it_on wait_for_streaming wait_for_the_dvd way_too weak- wearying
            well_intentioned who_cares why_bother worse would_have_been""",
        -2: """amateurish annoying- ashamed avoid awful- bad badly bland bore bores boring cannot_recommend
            cant_recommend cant_save charmless clunky confusing cringe- desperately disappointingly
            doesnt_live_up doesnt_make doesnt_work dont_bother dont_recommend dragged drags dreck drivel dud
            dumb- fail failed fails fails_to falls_flat fell_flat flat flop forgettable give_it_a_miss grating
            half_baked has_no hollow- horribl- ill_conceived incoherent- inept- insufferable insult-
            interminable intolerable irritating isnt_funny isnt_worth joyless- lackluster laughable lazy
            let_down letdown lets_down lifeless- mean_spirited mediocrity mirthless misguided missed_opportunity
            neither never_comes_together never_funny never_works nonsense not_even not_funny not_live_up
            not_recommended not_worth nowhere offensive overblown overly pathetic plodding pointless-
            save_your_money skip_it slog sloppy smug sorry_excuse soulless- stinker stinks stupid- supposed
            tedium the_worst tired tiresome torturous trite turkey ugly uninspired unintentional- uninteresting
            wasted wasted_opportunity wastes witless wooden worse_than worst wouldnt_recommend""",
        -3: """abomination abysmal- appalling- atrocious- complete_waste crap crappy devoid devoid_of dire
            dreadful- dull- embarrass- excruciat- garbage groan- hated i_hate insipid lame- limp mess misfire-
            nonsens- painfully_bad poor- rubbish stay_away steer_clear sucks tedious- total_waste train_wreck
            trainwreck travesty unfunny uninvolving unwatchable walked_out want_my_money_back waste
            waste_of_money waste_of_time worthless""",
    },
    "de": {
        3: """meisterwerk- meisterhaft- meisterlich- grandios- brillant- herausragend- grossartig- pflichtprogramm
            unbedingt_ansehen unbedingt_sehen unbedingt_anschauen absolut_sehenswert muss_man_gesehen_haben
            ueberragend- uberragend- perfekt- absolute_empfehlung klare_empfehlung unbedingt_im_kino sensationell-""",
        2: """sehenswert- empfehlenswert- wunderbar- wunderschon- hervorragend- fantastisch- toll- beeindruckend-
            beruhrend- bewegend- packend- mitreissend- fesselnd- unvergesslich- ausgezeichnet- faszinierend-
            empfehl- lohnt_sich lohnt lohnenswert- grosser_film grosses_kino gelungen- stark- genial- herrlich-
            liebevoll- klug- beste- intensiv- spannend- eindrucksvoll- ruhrend- charmant- kleinod hochspannend-
            ein_genuss vergnugen ueberzeugt uberzeugt keine_minute_zu_lang""",
        1: """gut gute guter gutes unterhaltsam- solide- nett- interessant- witzig- lustig- humorvoll- schone
            schoner unterhalt- amusant- kurzweilig- atmospharisch- sympathisch- originell- spass solider ehrlich-
            warmherzig-""",
        -1: """schwach- langatmig- vorhersehbar- oberflachlich- klischee- uberflussig- belanglos- leider zah-
            schleppend- konstruiert- unausgegoren- uberladen- harmlos- seicht- fehlt lasst_kalt lasst_zu_wunschen
            enttausch- unglaubwurdig- zu_lang wirkt_wie beliebig- austauschbar- verschenkt- flach-""",
        -2: """langweilig- schlecht- misslungen- gescheitert- scheitert missgluckt- argerlich- peinlich- dumm- ode
            nervig- zeitverschwendung- uninspiriert- lieblos- lustlos- kann_man_sich_sparen sparen_sie_sich
            geht_nicht_auf reinfall- funktioniert_nicht keine_empfehlung nicht_zu_empfehlen verschwendet-""",
        -3: """katastrophe- katastrophal- schrecklich- furchtbar- grauenhaft- grottenschlecht- unertraglich- mist
            finger_weg schrott machwerk- schlechtester schlechteste totalausfall-""",
    },
    "fr": {
        3: """chef_d_oeuvre chef_d_uvre chefs_d_oeuvre chef_doeuvre a_ne_pas_manquer a_ne_pas_rater incontournable-
            a_voir_absolument immanquable magistral- sublime- eblouissant- magnifique- extraordinaire-
            bouleversant- coup_de_coeur courez_y grandiose- inoubliable- indispensable- remarquable-""",
        2: """excellent- superbe- formidable- merveill- splendide- brillant- passionnant- captivant- emouvant-
            touchant- poignant- puissant- fascinant- hilarant- reussi- reussite- a_voir genial- jubilatoire-
            drole- drolement recommand- saisissant- virtuose- delicieu- grand_film tres_bon tres_beau
            vaut_le_detour vaut_le_coup meilleur- parfait- bijou perle delice- charme- impressionnant- envoutant-
            enthousias- beau belle adore- intelligent- subtil- tendre- maitrise-""",
        1: """bon bonne agreable- sympathique- divertissant- interessant- plaisant- plaisir solide- honnete-
            amusant- joli- efficace- attachant- convaincant- original- divertissement aime sincere-""",
        -1: """longuet longueurs longueur faible- previsible- convenu- maladroit- superficiel- decousu- dommage helas
            manque- cliche- cliches poussif- anecdotique- oubliable- lourd- lourdeur- paresseux mecanique-
            malheureusement sans_surprise tourne_en_rond trop_long caricatur-""",
        -2: """decevant- decept- decoit rate ratee ratage ennuyeu- ennui ennuie mauvais- mediocre- laborieu-
            insipide- fade- creux creuse vain vide pretentieu- ridicule- penible- sans_interet sans_ame
            passez_votre_chemin perte_de_temps eviter echoue- echec- gache- plat indigeste- soporifique-
            consternant-""",
        -3: """navet catastroph- affligeant- nul nulle nullite- insupportable- a_fuir fuyez execrable- desastre-
            calamit- pire lamentable- atroce-""",
    },
    "es": {
        3: """obra_maestra imprescindible- magistral- extraordinari- maravillos- sublime- excepcional- inolvidable-
            soberbi- no_se_la_pierdan no_te_la_pierdas no_se_la_pierda hay_que_verla joya impecable- brillante-
            deslumbrante- grandios- perfect- obra_cumbre""",
        2: """excelente- estupend- fantastic- magnific- fascinante- emocionante- conmovedor- impresionante-
            recomend- muy_buena muy_bueno gran_pelicula vale_la_pena merece_la_pena divertidisim- hermos- preciosa
            precioso potente- poderos- genial- notable- mejores cautivador- delicios- encantador- espectacular-
            acierto acertad- veanla disfrut- apasionante- inteligente- bellisim- sobrecogedor- lograd- triunfo
            genialidad""",
        1: """buena bueno buen entretenid- entretiene interesante- divertid- agradable- simpatic- solid- efectiv-
            digna digno bonit- original- eficaz- curios- honest- sincer- sensible- gusto gusta gustado""",
        -1: """floj- previsible- lent- superficial- topic- convencional- olvidable- lastima desafortunadamente
            lamentablemente le_falta falta carece fria frio forzad- pesad- desaprovech- predecible- cliche-
            demasiado excesiv- blanda""",
        -2: """decepcion- aburrid- aburre mala malo fallid- fracas- mediocre- tedios- insulsa insulso pretencios-
            ridicul- vacia vacio torpe- absurd- perdida_de_tiempo no_funciona no_vale_la_pena no_merece_la_pena
            desperdici- insipid- no_la_recomiendo evitable tonteria- cansin- vergonzos- desastros-""",
        -3: """bodrio horrible- pesim- terrible- insoportable- desastre infumable- lamentable- peor basura truno
            espant- nefast- huyan""",
    },
    "it": {
        3: """capolavoro capolavori imperdibile- straordinari- magistral- sublime- meraviglios- da_non_perdere
            indimenticabil- magnific- assolutamente_da_vedere folgorante- perfett- strepitos-""",
        2: """eccellente- splendid- bellissim- stupend- ottim- consigliat- consigli- da_vedere emozionante-
            commovente- coinvolgent- avvincente- affascinant- divertentissim- gran_film grande_film riuscit-
            brillant- potent- intens- notevol- vale_la_pena merita gioiello migliore migliori entusiasm- geniale-
            raffinat- toccante- delizios- impressionant- intelligent- amato convincent- bello bella""",
        1: """buon buona buono interessant- divertent- gradevol- piacevol- simpatic- solid- godibil- carino carina
            efficac- original- onest- sincer- intrattien- piaciut- delicat-""",
        -1: """lent- debol- prevedibil- scontat- superficial- banal- irregolar- peccato purtroppo manca forzat-
            confus- troppo stanc- freddo fredda fiacc- dimenticabil- prolisso pesante- sottotono convenzional-
            stereotip-""",
        -2: """delud- delus- noios- noia brutto brutta mediocr- fallit- fallisce inutil- ridicol- insulso vuoto vuota
            piatt- pretenzios- pessim- occasione_sprecata sprecat- non_funziona sconsigliat- irritant-
            perdita_di_tempo imbarazzant- pasticci-""",
        -3: """orribil- terribil- insopportabil- disastro inguardabil- spazzatura peggiore peggior da_evitare
            vergognos- schifezza""",
    },
    "pt": {
        3: """obra_prima obraprima imperdivel imperdiveis magistral- extraordinari- maravilhos- sublime-
            inesquecivel impecavel excepcional- brilhante- sensacional- espetacular- joia perfeit- genial-
            magnific- obrigatori-""",
        2: """excelente- otimo otima otimos fantastic- incrivel incriveis emocionante- comovente- recomend-
            vale_a_pena impressionante- fascinante- muito_bom muito_boa belissim- envolvente- cativante-
            grande_filme melhor melhores lindo linda poderos- adorei amei acerta acerto delicios- encantador-
            arrebatador- inteligente- surpreend- notavel merece tocante- marcante- divertidissim-""",
        1: """bom boa bons interessante- divertid- agradavel simpatic- solid- legal diverte entret- competente-
            eficiente- eficaz bonit- original- gostei honest- sincer- sensivel bacana- satisfatori-""",
        -1: """frac- previsiv- lent- longo longa superficial- convencional- esquecivel infelizmente pena falta
            cliche- forcad- arrastad- confus- poderia apressad- generic- morno morna raso rasa desnecessari-
            pesad- cansativ-""",
        -2: """decepcion- decepcao chato chata ruim ruins tedios- mediocre- fracass- falha pretencios- ridicul- vazio
            vazia entediant- perda_de_tempo nao_funciona nao_vale_a_pena desperdic- sem_graca bobo boba absurd-
            monoton- insoss- nao_recomendo""",
        -3: """pessim- horrivel horriveis terrivel terriveis insuportavel desastre lixo pior bomba intragavel
            vergonhos- lastimavel lamentavel fuja""",
    },
    "nl": {
        3: """meesterwerk- meesterlijk- briljant- grandioos magistraal schitterend- subliem- fenomenaal- een_must
            niet_te_missen absolute_aanrader dikke_aanrader onvergetelijk-""",
        2: """aanrader prachtig- geweldig- fantastisch- uitstekend- indrukwekkend- ontroerend- overtuigend- sterk
            sterke meeslepend- geslaagd- genoten aan_te_raden de_moeite_waard boeiend- pareltje heerlijk- knap
            hilarisch- ijzersterk- topfilm beste""",
        1: """goed goede leuk leuke mooi mooie vermakelijk- onderhoudend- grappig- spannend- interessant- fijn fijne
            prima charmant- origineel originele aardig- degelijk-""",
        -1: """zwak zwakke voorspelbaar voorspelbare langdradig- oppervlakkig- cliche- helaas tegenvall- jammer
            ongeloofwaardig- te_lang rommelig- overbodig-""",
        -2: """saai saaie slecht slechte mislukt- teleurstell- vervelend- tijdverspilling flauw irritant- niks_aan
            afrader niet_aan_te_raden valt_tegen viel_tegen""",
        -3: "verschrikkelijk- vreselijk- waardeloos waardeloze dramatisch_slecht wanproduct gedrocht",
    },
    "pl": {
        3: """arcydzielo arcydziela genialn- wybitn- mistrzowsk- rewelacyjn- fenomenaln- trzeba_zobaczyc
            koniecznie_zobaczyc niezapomnian- znakomit-""",
        2: """swietn- polecam wspanial- fantastyczn- doskonal- poruszajac- wzruszajac- udany udana udane piekn-
            warto_zobaczyc warto_obejrzec wciagajac- godny_polecenia godna_polecenia najlepsz- bawilem bawilam
            przekonujac- mocny mocna mocne""",
        1: """dobr- ciekaw- zabawn- przyjemn- niezl- interesujac- ladn- solidn- sympatyczn- warto""",
        -1: """slab- przewidywaln- nierown- schematyczn- niestety szkoda przydlug- plytk- banaln- za_dlug-
            naciagan-""",
        -2: """nudn- kiepsk- zawod- rozczarow- rozczarowa- nie_polecam odradzam strata_czasu szkoda_czasu nieudan-
            zly zla zle glupi-""",
        -3: "fataln- beznadziejn- tragiczn- okropn- koszmarn- dno gniot",
    },
    "sv": {
        3: """masterverk- masterlig- genial- lysande enastaende briljant- magnifik- fenomenal- maste_ses missa_inte
            oforglomlig- fulltraff""",
        2: """fantastisk- underbar- utmarkt- stralande gripande sevard- rekommender- imponerande valgjord- overtygande
            vacker- vackra stark- lyckad- lyckat vard_att_se basta fangslande rorande jattebra mycket_bra
            riktigt_bra""",
        1: """bra fin fint fina rolig- underhallande spannande intressant- mysig- charmig- hyfsad- trevlig- habil-""",
        -1: """svag- forutsagbar- ojamn- tyvarr ytlig- seg segt overflodig- klyschig- for_lang
            saknar""",
        -2: """trakig- dalig- daligt besvik- misslyckad- misslyckas sloseri bortkastad- ointressant- plagsam- platt
            rekommenderar_inte""",
        -3: "usel- uselt katastrof- hemsk- vardelos- skrap bottennapp kalkon",
    },
    "da": {
        3: """mestervaerk- mesterlig- genial- brillant- fremragende enestaende fantastisk- fabelagtig- skal_ses
            uforglemmelig- maesterlig- pletskud""",
        2: """vidunderlig- gribende sevaerdig- anbefal- imponerende velspillet- velgjort overbevisende smuk- staerk-
            vellykke- vaerd_at_se bedste fangende rorende fascinerende rigtig_god virkelig_god glimrende
            fornojelig-""",
        1: """god godt gode sjov- underholdende spaendende interessant- hyggelig- charmerende fin fint fine
            habil- solid-""",
        -1: """svag- forudsigelig- ujaevn- desvaerre overfladisk- lidt_for_lang for_lang langtrukken langtrukne kliche-
            mangler""",
        -2: """kedelig- darlig- skuff- mislykke- spild irriterende ligegyldig- flad flade anbefaler_ikke pinlig-""",
        -3: "elendig- katastrof- forfaerdelig- raedselsfuld- makvaerk bundskraber",
    },
}

# Language -> weight -> phrases that say: some of both. 3 settles it alone, 1 is a hint.
MIXTURES: dict[str, dict[int, str]] = {
    "en": {
        3: """amiable bored contrived could_do_worse disappointing doesnt_quite fans_only for_fans_only
            hit_and_miss hit_or_miss meandering middling mixed_bag mixed_feelings neither_good_nor_bad
            never_quite not_enough nothing_special perfectly_average routine so_so""",
        1: """adequate all_right alright bland- busy but_its_not but_not competent conventional decent diverting
            earnest either_way falls_short familiar formulaic fun_but good_but good_enough guilty_pleasure
            harmless intermittently mild mildly not_a_great not_bad not_for_everyone not_quite not_terrible
            nothing_more ok okay partly passable promising repetitive serviceable some_good sporadically
            superficial thin too_long ultimately unfortunately unremarkable""",
    },
    "de": {
        3: """durchwachsen- zwiespaltig- mittelmass- mittelmassig- durchschnitt- licht_und_schatten mit_abstrichen
            nur_fur_fans bedingt_empfehlenswert gemischte_gefuhle""",
        1: """ganz_nett ganz_okay okay gemischt- nicht_schlecht kann_man_sehen unausgewogen- teils stellenweise
            halbwegs""",
    },
    "fr": {
        3: "mitige- en_demi_teinte demi_teinte moyen moyenne passable- sans_plus se_laisse_voir se_laisse_regarder",
        1: "inegal- pas_mal correct- honorable- bancal- malgre par_moments parfois pas_desagreable",
    },
    "es": {
        3: "ni_fu_ni_fa sin_mas se_deja_ver luces_y_sombras pasable- a_medias del_monton mediana agridulce-",
        1: "irregular- desigual- regular aceptable- correcta correcto a_ratos cumple no_esta_mal pese_a a_pesar",
    },
    "it": {
        3: "senza_infamia nella_media luci_e_ombre cosi_cosi passabil- si_lascia_guardare a_meta altalenant-",
        1: "discontinu- discret- sufficient- non_male a_tratti accettabil- nonostante",
    },
    "pt": {
        3: "mediano mediana mais_ou_menos altos_e_baixos passavel na_media razoavel assistivel meia_boca",
        1: "irregular- regular aceitavel apesar cumpre nao_e_ruim sessao_da_tarde desigual-",
    },
    "nl": {3: "wisselvallig- gemengde_gevoelens middelmatig- niet_meer_dan", 1: "best_aardig redelijk- soms ondanks"},
    "pl": {3: "przecietn- sredni- mieszane_uczucia nic_wiecej", 1: "momentami mimo niezly_ale poprawn-"},
    "sv": {3: "medelmattig- blandade_kanslor varken_bra_eller", 1: "okej ok ibland trots helt_okej"},
    "da": {3: "middelmadig- blandede_folelser hverken_god_eller jaevn", 1: "okay ok indimellem trods udmaerket"},
}

# Language -> words that turn what follows within three words.
NEGATIONS: dict[str, str] = {
    "en": """not no never nothing none nobody without hardly isnt wasnt arent werent doesnt dont didnt cant cannot
        couldnt wont wouldnt aint lacks lacking neither nor barely fails far_from anything_but less""",
    "de": "nicht kein keine keinen keiner keines nie niemals nichts ohne weder kaum wenig",
    "fr": "pas jamais rien aucun aucune sans ni plus_jamais guere peu",
    "es": "no nunca nada ningun ninguna sin ni jamas tampoco poco",
    "it": "non mai niente nulla nessun nessuna senza ne poco",
    "pt": "nao nunca nada nenhum nenhuma sem nem jamais pouco",
    "nl": "niet geen nooit niets niks niemand zonder noch nauwelijks weinig",
    "pl": "nie nigdy nic nikt bez ani zaden zadna zadnego malo",
    "sv": "inte ingen inget inga aldrig ingenting utan varken knappast",
    "da": "ikke ingen intet aldrig uden hverken naeppe",
}

# Language -> words after which the writer's own conclusion stands.
TURNS: dict[str, str] = {
    "en": "but however yet still nevertheless nonetheless ultimately overall",
    "de": "aber doch jedoch dennoch trotzdem insgesamt letztlich sondern",
    "fr": "mais pourtant cependant toutefois neanmoins finalement",
    "es": "pero sin_embargo aunque finalmente sino no_obstante",
    "it": "ma pero tuttavia comunque eppure infine",
    "pt": "mas porem contudo entretanto todavia afinal",
    "nl": "maar toch echter uiteindelijk desondanks",
    "pl": "ale jednak lecz mimo_to ostatecznie",
    "sv": "men dock anda daremot slutligen",
    "da": "men dog alligevel derimod",
}
