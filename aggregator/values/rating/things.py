"""Things that bloggers count ratings in, and things beside the film that they mark."""

from __future__ import annotations

from aggregator.values.rating.words import words

UNITS: frozenset[str] = words(  # singular and plural, beside stars and points
    """
    reel reels bucket buckets bag bags box boxes tub tubs popcorn popcorns kernel kernels cup cups mug mugs glass
    glasses bottle bottles pint pints beer beers martini martinis cocktail cocktails wine wines shot shots cigar
    cigars pipe pipes skull skulls bone bones ghost ghosts pumpkin pumpkins knife knives chainsaw chainsaws machete
    machetes axe axes fang fangs claw claws paw paws bat bats zombie zombies vampire vampires alien aliens robot
    robots ufo ufos scream screams tomato tomatoes banana bananas apple apples lemon lemons cookie cookies donut
    donuts doughnut doughnuts slice slices taco tacos burger burgers pizza pizzas pretzel pretzels pickle pickles
    cupcake cupcakes pancake pancakes waffle waffles egg eggs bagel bagels cheese cheeses hotdog hotdogs spoon
    spoons fork forks scoop scoops clapper clappers clapboard clapboards camera cameras ticket tickets frame frames
    film-reel film-reels projector projectors oscar oscars statue statues trophy trophies medal medals crown crowns
    diamond diamonds gem gems ring rings rating ratings mark marks tick ticks check checks notch notches rocket
    rockets planet planets moon moons sun suns bomb bombs bullet bullets gun guns fist fists fedora fedoras hat hats
    boot boots shoe shoes bow-tie bow-ties mustache mustaches monkey monkeys cat cats dog dogs shark sharks fish owl
    owls penguin penguins butterfly butterflies unicorn unicorns rose roses flower flowers leaf leaves shamrock
    shamrocks clover clovers tree trees feather feathers lightsaber lightsabers cape capes shield shields hammer
    hammers sword swords wand wands dragon dragons tea teas coffee coffees latte lattes espresso espressos whiskey
    whiskeys whisky whiskies palomitas cubos cubo claquetas claqueta bobinas bobina baldes pipocas pipoca claquetes
    rolos popcorntüten popcorntüte popcorneimer eimer tüten filmrollen filmrolle klappen bier totenköpfe totenkopf
    clap claps bobines bobine crânes têtes seaux ciak pizze pellicole teschi emmers bioscoopkaartjes doodskoppen
    kubełki kubełków czaszki czaszek popkornów popcornskålar hink hinkar filmrullar dödskallar filmruller kranier
    spande
    """
)

UNRATED_UNITS: frozenset[str] = words(  # what a number counts when it rates nothing
    """
    ounce ounces oz tablespoon tablespoons tbsp teaspoon teaspoons tsp gram grams ml cl dash dashes pinch litre litres
    minutes minute min mins minuten minuti minutos minuter minutter hours hour hrs stunden heures horas ore years
    year jahre ans años anni anos jaar lat år days day weeks week months votes vote reviews review ratings comments
    comment people million billion dollars dollar bucks euros euro pounds oscars nominations wins awards films
    movies episodes seasons times lines words pages actors characters sequels scenes parts chapters reasons things
    kids children chances seconds second percent th st nd rd pm am mm k p fps inches feet miles degrees screens
    theaters theatres songs tracks copies students pupils graders teachers
    """
)

ASPECTS: frozenset[str] = words(  # parts of a film or a disc, and other things that get marks
    """
    kid dinner lunch breakfast parking cocktail factor
    extras extra bonus features feature supplements special commentary packaging menus video audio picture image
    transfer sound soundtrack dvd blu blu-ray bluray disc 3d imax remaster restoration subtitles presentation story
    plot script screenplay writing dialogue dialog narrative premise concept originality creativity pacing editing
    direction directing director acting performances performance cast casting characters character cinematography
    camerawork visuals visual effects fx sfx vfx cgi animation art design costumes costume makeup sets setting
    production music songs song theme themes atmosphere mood tone action stunts comedy humor humour laughs jokes
    romance sex nudity gore violence blood scares scare scariness fear horror suspense tension thrills jump language
    profanity drugs drinking emotion tears rewatchability rewatch replay entertainment fun education educational
    realism believability accuracy message messages morality ending twist climax opening beginning middle trailer
    poster title hype anticipation expectations interest kids kid-friendly family-friendly parents date guilty
    pleasure cheese cheesiness camp weirdness difficulty technical execution intelligence popcorn price food meal
    restaurant wine beer beverage drink coffee snack snacks theater theatre cinema seats seat crowd venue hotel game
    gameplay graphics book novel album show episode season series pilot phone laptop product recipe weather
    chemistry villain hero heroine protagonist lead dance choreography eye candy hotness cuteness feels influence
    legacy impact positive role models diversity representation bechdel handlung drehbuch darsteller schauspieler
    regie kamera musik spannung spaß gefühl anspruch erotik bild ton effekte ausstattung kostüme atmosphäre schnitt
    bonusmaterial buch spiel gewalt romantik logik idee besetzung scénario réalisation mise-en-scène mise scène
    acteurs jeu interprétation musique son photographie montage émotion rythme décors livre guion guión dirección
    actuaciones actuación reparto fotografía música efectos historia montaje banda sonora vestuario interpretaciones
    ritmo sonido trama regia sceneggiatura recitazione fotografia musica colonna suono effetti montaggio storia
    interpretazione scenografia libro roteiro direção atuações elenco trilha efeitos história enredo som verhaal
    acteerwerk muziek beeld geluid spanning fabuła scenariusz reżyseria aktorstwo muzyka zdjęcia klimat efekty
    dźwięk manus skådespeleri foto ljud handling regi instruktion skuespil historie billede lyd ekstra
    ekstramateriale
    """
)

ASPECT_FILLERS: frozenset[str] = words(  # words that may stand beside those in such a label
    """
    factor quality value level of the week month day and & a an in for rating score grade bonus main special amount
    how my our total its design per de la le du des der die das und et y e il del della da do van het en i och og o
    aux al lo los las note nota voto punkte wertung rate meter index points
    """
)
