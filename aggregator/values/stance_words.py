"""Words of praise and blame, by language: what a critic's bottom line says without a number."""

from __future__ import annotations

# Language -> weight -> folded words and phrases ("_" joins a phrase, "-" ends a stem). Above 0 praise, below 0 blame.
# Weights: 3 settles it alone, 2 is plain, 1 is faint.
LEANINGS: dict[str, dict[int, str]] = {
    "en": {
        3: """masterpiece- masterful- masterwork must_see must_watch unmissable dont_miss not_to_be_missed flawless-
            magnificent- extraordinar- superb superbly phenomenal triumphant tour_de_force one_of_the_best
            highly_recommend- highly_recommended strongly_recommend- strongly_recommended cannot_recommend_enough
            cant_recommend_enough see_it_twice instant_classic modern_classic loved_it i_love_this brilliant-
            breathtaking- outstanding- run_dont_walk perfect_score near_perfect highest_praise best_film_of
            best_movie_of deserves_to_be_seen unforgettable""",
        2: """excellent- wonderful- fantastic terrific- amazing fabulous- delightful- beautiful- gorgeous- stunning-
            remarkable remarkably riveting gripping mesmeri- captivat- engrossing absorbing spellbinding enthral-
            compelling- powerful- poignant- touching hilarious- exhilarat- dazzl- charming enchant- haunting-
            worth_seeing worth_watching worth_your_time well_worth worth_the_price worth_it worth_a_look
            worth_a_watch i_recommend would_recommend recommended i_loved we_loved joy gem treat winning
            wonderfully perfect perfectly rewarding rewards memorable thought_provoking refreshing- check_it_out
            give_it_a_look delicious- heartfelt heartwarming satisfying sublime ingenious- intelligent- witty
            provocative- thrilling- honest- vivid- nails_it spot_on top_notch great_film great_movie
            hugely_entertaining at_its_best nuanced sensitive- humane hypnotic- holds_up lives_up_to exquisite-
            warm richly enjoyed_it really_enjoyed thoroughly_enjoyed very_good real_pleasure first_class
            a_pleasure triumph triumphs""",
        1: """good great love best enjoyable enjoyed entertaining- entertains fun funny solid- likable likeable
            nice- pleasant- effective- strong impressive- engaging- sweet- smart- fresh sharp- lovely stylish-
            surprising surprisingly fascinat- authentic works succeeds suspenseful thoughtful- tender- moving bold
            fine worthwhile magical heart charm liked_it i_liked quiet- unique- affecting passionate- lively
            genuine- timeless charismatic intimate- imaginative- elegant subtle rich rare deep recommend see_it
            amazingly clever inspired ambitious astonishing""",
        -1: """slow weak- thin predictable- predictably forgettable formulaic derivative cliche- cliched contrived
            overlong too_long long_winded uneven- messy mess muddled confus- silly- shallow superficial- flat
            lacks lack lacking lacked missing unconvinc- clumsy clumsily strained heavy_handed overwrought
            manipulative underdeveloped underwhelm- bland- generic routine dated unnecessary pointless- repetitive
            trite hollow- empty bad could_have_been should_have_been would_have_been might_have_been wasted
            too_much too_many not_enough never_quite doesnt_quite isnt_quite nothing_new rental rent_it
            wait_for_the_dvd wait_for_dvd wait_for_it_on wait_for_streaming falls_apart runs_out meandering
            plodding pretentious self_indulgent noisy cold attempts tries_to sitcom only_if sadly unfortunately
            alas little_more_than no_more_than obvious- conventional feels_like stale nowhere neither rather_than
            instead_of cant_save gimmicky""",
        -2: """dull- boring bore bores bored tedious- tedium lame- stupid- dumb- awful- terribl- horribl- poor-
            poorly disappoint- fail fails failed failure falls_short falls_flat fell_flat mediocre mediocrity
            unfunny lifeless- witless uninspired uninvolving uninteresting incoherent- laughable unintentional-
            tiresome annoying- irritating grating insipid inept- amateurish ridiculous ridiculously absurd
            nonsens- worse waste wastes ill_conceived half_baked drags dragged slog unbearabl- insult- offensive
            embarrass- sloppy mindless- soulless- joyless- pathetic skip_it avoid give_it_a_miss dont_bother
            save_your_money not_worth isnt_worth not_recommended cannot_recommend cant_recommend dont_recommend
            wouldnt_recommend ashamed misfire- missed_opportunity wasted_opportunity lets_down let_down letdown
            flop turkey dud doesnt_work doesnt_live_up not_live_up never_works never_comes_together badly
            overblown stinks wooden cringe- sorry_excuse trash""",
        -3: """worst abysmal- atrocious- dreadful- garbage rubbish unwatchable waste_of_time waste_of_money
            complete_waste total_waste disaster train_wreck trainwreck stay_away steer_clear hated i_hate
            excruciat- appalling- abomination travesty worthless crap crappy sucks painfully_bad walked_out
            want_my_money_back dire""",
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
}

# Language -> weight -> phrases that say: some of both. 3 settles it alone, 1 is a hint.
MIXTURES: dict[str, dict[int, str]] = {
    "en": {
        3: """mixed_bag mixed_feelings hit_and_miss hit_or_miss passable so_so middling perfectly_average
            for_fans_only fans_only watchable serviceable could_do_worse neither_good_nor_bad nothing_special""",
        1: """not_bad okay ok average decent unremarkable not_great not_terrible not_for_everyone some_good
            either_way adequate harmless good_enough but_not not_a_great good_but fun_but promising alright
            all_right competent guilty_pleasure moments at_times occasionally sometimes not_quite partly
            nothing_more amiable diverting interesting flawed""",
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
}

# Language -> words after which the writer's own conclusion stands.
TURNS: dict[str, str] = {
    "en": "but however yet still nevertheless nonetheless ultimately overall",
    "de": "aber doch jedoch dennoch trotzdem insgesamt letztlich sondern",
    "fr": "mais pourtant cependant toutefois neanmoins finalement",
    "es": "pero sin_embargo aunque finalmente sino no_obstante",
    "it": "ma pero tuttavia comunque eppure infine",
    "pt": "mas porem contudo entretanto todavia afinal",
}
