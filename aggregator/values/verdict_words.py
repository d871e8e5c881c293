"""Labels, openings and closing phrases of a bottom line."""

from __future__ import annotations

from aggregator.values.vocabulary import phrases_of

# Language -> labels and headings of a bottom line (folded).
VERDICT_LABELS = {
    "en": phrases_of("""
verdict|the verdict|final verdict|our verdict|my verdict|the final verdict|quick verdict|short verdict
verdict in brief|overall verdict|final thoughts|final thought|my final thoughts|some final thoughts
a few final thoughts|last thoughts|closing thoughts|concluding thoughts|parting thoughts|closing remarks
concluding remarks|final remarks|final notes|bottom line|the bottom line|my bottom line|final word|final words
the final word|last word|the last word|last words|conclusion|conclusions|in conclusion|the conclusion|my conclusion
concluding|to conclude|final judgement|final judgment|judgement|judgment|final analysis|in the final analysis
final assessment|final impression|final impressions|final say|final opinion|overall thoughts|overall impression
overall impressions|overall opinion|in a nutshell|to sum up|to sum it up|to sum it all up|summing up|summing it up
the takeaway|final take|final takeaway|wrap up|wrapping up|the wrap up|long story short|the long and short of it
tl dr|tldr|tl dr version|the short version|the upshot|the lowdown|parting shot|is it worth watching
is it worth seeing|is it any good|so is it good|should you see it|should you watch it|should you watch this
who should see it|worth watching|worth seeing|worth a watch|worth a look|worth your time|would i recommend it
do i recommend it|would i recommend|will i recommend it|do we recommend it|review summary|reviewers verdict
critics verdict
"""),
    "de": phrases_of("""
fazit|unser fazit|mein fazit|das fazit|kurzfazit|filmfazit|gesamtfazit|schlussfazit|abschlussfazit
personliches fazit|fazit und bewertung|bewertung und fazit|urteil|das urteil|mein urteil|unser urteil|gesamturteil
schlusswort|schlussworte|letzte worte|resumee|schlussgedanke|schlussgedanken|gesamteindruck|abschliessende gedanken
abschliessende worte|schlussbemerkung|schlussfolgerung|lohnt sich der film|unterm strich|zum schluss
"""),
    "fr": phrases_of("""
verdict|le verdict|notre verdict|mon verdict|verdict final|le bilan|bilan|mon bilan|conclusion|en conclusion
pour conclure|notre conclusion|en resume|en bref|bref|en un mot|en deux mots|en quelques mots|mot de la fin
le mot de la fin|lavis final|avis final|notre avis|ce quil faut retenir|a retenir|en definitive|faut il le voir
faut il aller le voir|a voir ou pas|pour finir
"""),
    "es": phrases_of("""
veredicto|el veredicto|mi veredicto|nuestro veredicto|veredicto final|conclusion|conclusiones|la conclusion
mi conclusion|en conclusion|conclusion final|conclusiones finales|en definitiva|en resumen|resumiendo|para resumir
valoracion final|opinion final|reflexion final|reflexiones finales|en pocas palabras|para concluir|en suma
en sintesis|balance final|ultimas palabras|comentario final|vale la pena|vale la pena verla|merece la pena
"""),
    "it": phrases_of("""
verdetto|il verdetto|verdetto finale|il nostro verdetto|conclusioni|conclusione|le conclusioni|in conclusione
giudizio|giudizio finale|il giudizio|il nostro giudizio|il mio giudizio|giudizio complessivo|in sintesi|in breve
in poche parole|commento finale|considerazioni finali|considerazione finale|riflessioni finali|valutazione finale
tirando le somme|in definitiva|per concludere|concludendo|da vedere o no|vale la pena vederlo
"""),
    "pt": phrases_of("""
veredito|o veredito|meu veredito|nosso veredito|veredicto|o veredicto|veredito final|conclusao|em conclusao
concluindo|para concluir|a conclusao|consideracoes finais|reflexao final|palavras finais|resumindo|em resumo|em suma
em sintese|resumo da opera|balanco final|saldo final|em poucas palavras|opiniao final|avaliacao final|vale a pena
vale a pena assistir|comentario final
"""),
    "nl": phrases_of("""
conclusie|de conclusie|mijn conclusie|onze conclusie|oordeel|het oordeel|ons oordeel|mijn oordeel|eindoordeel
eindconclusie|verdict|slotwoord|slotsom|tot slot|samengevat|kortom|eindbeoordeling|conclusie en beoordeling
"""),
    "pl": phrases_of("""
podsumowanie|podsumowujac|moje podsumowanie|werdykt|nasz werdykt|moj werdykt|ocena koncowa|ocena i podsumowanie
wnioski|wniosek|slowem podsumowania|slowo koncowe|konkluzja|krotko mowiac|reasumujac|na zakonczenie|podsumujmy
czy warto|czy warto obejrzec|warto czy nie warto
"""),
    "sv": phrases_of("""
slutsats|slutsatsen|slutsatser|omdome|slutomdome|mitt omdome|sammanfattningsvis|slutord|betyg och omdome|domen
slutbetyg|sammanfattande omdome|avslutande tankar
"""),
    "da": phrases_of("""
konklusion|konklusionen|min konklusion|dommen|opsummering|samlet vurdering|samlet indtryk|afsluttende tanker
afsluttende bemaerkninger
"""),
    "no": phrases_of("""
konklusjon|konklusjonen|min konklusjon|dommen|oppsummering|oppsummert|samlet vurdering|avsluttende tanker|sluttord
"""),
    "fi": phrases_of("""
yhteenveto|loppupaatelma|loppupaatelmat|tuomio|johtopaatos|johtopaatokset|loppusanat|loppuarvio
"""),
    "cs": phrases_of("""
verdikt|zaver|zaverem|na zaver|shrnuti|celkove hodnoceni|zaverecne hodnoceni|zaverecne shrnuti
"""),
    "hu": phrases_of("osszegzes|itelet|vegszo|osszefoglalas|osszegezve|konkluzio|verdikt"),
    "ro": phrases_of("concluzie|concluzii|concluzia|in concluzie|verdict|verdictul|concluzie finala"),
    "tr": phrases_of("""
sonuc|sonuc olarak|karar|son soz|son sozler|ozetle|kisacasi|son yorum|genel degerlendirme
"""),
    "id": phrases_of("""
kesimpulan|kesimpulannya|penutup|verdict|kata akhir|intinya|kesimpulan akhir|penilaian akhir
"""),
    "ca": phrases_of("""
conclusio|conclusions|veredicte|el veredicte|en conclusio|en resum|resumint|valoracio final
"""),
    "ru": phrases_of("вердикт|итог|итоги|вывод|выводы|заключение|в заключение|резюме|подводя итог|в итоге"),
    "el": phrases_of("συμπερασμα|ετυμηγορια|συνοψιζοντασ"),
    "ja": phrases_of("総評|まとめ|結論|総合評価"),
    "ko": phrases_of("총평|결론|한줄평"),
}
# Labels that other things bear as well (a plot's summary, an overall score): they need a colon or a dash (folded).
WEAK_LABELS = phrases_of("""
overall|summary|in short|in summary|in brief|in sum|my take|our take|the take|takeaway|all in all|recommendation
my recommendation|to summarize|to summarise|insgesamt|alles in allem|kurz und gut
kurz gesagt|zusammenfassend|zusammengefasst|abschliessend|empfehlung|au final|en somme|finalement|pour resumer
recommandation|al final|en fin|al cabo|a fin de cuentas|recomendacion|tutto sommato|insomma|alla fine|riassumendo
no fim das contas|no geral|no fim|enfim|recomendacao|al met al|uiteindelijk|alles bij elkaar|ogolnie|ogolem
na koniec|pa det hela taget|kort sagt|alt i alt|kort fortalt|kaiken kaikkiaan|lopuksi|celkove|secara keseluruhan
genel olarak|in generale|nel complesso
""")

# Language -> openings of a paragraph that sums up, the surest row first (folded); one with a comma needs it.
OPENINGS = {
    "en": (
        phrases_of("""
overall|all in all|in conclusion|to conclude|in summary|to sum up|to sum it up|to sum it all up|summing up|in short,
in sum,|bottom line|at the end of the day|when all is said and done|all things considered|taken as a whole
on the whole|as a whole,|the bottom line is|my verdict|the verdict|final verdict|in a nutshell|long story short
to summarize|to summarise|in the final analysis|in essence,|highly recommended|my rating would|my rating is
id give it|i give it|i would give it|ill give it|my recommendation|to wrap up|to wrap it up|to wrap things up
in closing|final thoughts
"""),
        phrases_of("""
ultimately|in the end,|in the end i|in the end it|in the end this|in the end the film|in the end the movie|in brief,
in all,|all told,|altogether,|by and large|so overall|so all in all|so in conclusion|so in the end,|so,|finally,
despite its flaws|for all its flaws|despite all|either way,|regardless,|that said,|having said that,|still,
nevertheless|basically,|simply put,|put simply,|in other words,|go watch|if you|whether you|whether or not
would i recommend
do i recommend
"""),
    ),
    "de": (
        phrases_of("""
alles in allem|unterm strich|insgesamt|fazit|zusammenfassend|zusammengefasst|abschliessend|letzten endes
letztendlich|kurz gesagt|kurz und gut|kurzum|im grossen und ganzen|am ende des tages|summa summarum|unter dem strich
als fazit|im endeffekt|im gesamten|zusammengenommen
"""),
        phrases_of("""
ich gebe dem film|von mir gibt es|von mir gibts|von mir bekommt|meine wertung|letztlich|am ende ist|am ende bleibt
am ende steht|so bleibt|was bleibt|bleibt zu sagen|trotz aller|trotzdem|dennoch
somit|wer|schlussendlich|zum schluss|so ist|damit ist|es bleibt
"""),
    ),
    "fr": (
        phrases_of("""
pour finir|pour terminer|en un mot|au final|en conclusion|pour conclure|en somme|en definitive|en resume|pour resumer
bref|en bref|finalement,
au bout du compte|tout compte fait|dans lensemble|au total,|somme toute|en fin de compte
"""),
        phrases_of("""
je lui mets|je lui donne|ma note|finalement|malgre ses defauts|malgre tout|reste un|reste que|il reste|on retiendra
un film a|a voir|alors,|ainsi,
enfin,
"""),
    ),
    "es": (
        phrases_of("""
en definitiva|en resumen|en conclusion|en suma|en fin,|resumiendo|para concluir|concluyendo|a fin de cuentas
en general,|al final,|en sintesis|en pocas palabras|en lineas generales|con todo,|en conjunto|al fin y al cabo
para resumir|total,
"""),
        phrases_of("""
le doy un|le pongo un|mi nota|mi valoracion|mi puntuacion|finalmente,|a pesar de todo|pese a todo|aun asi|asi que,
por ultimo,|en fin|despues de todo|sin duda,
definitivamente
"""),
    ),
    "it": (
        phrases_of("""
tutto sommato|in definitiva|insomma|in conclusione|per concludere|concludendo|in sintesi|in breve|nel complesso
tirando le somme|alla fine,|alla fine dei conti|in fin dei conti|riassumendo|in poche parole|a conti fatti
per riassumere
"""),
        phrases_of(
            "il mio voto|gli do un|voto finale|il voto|nonostante tutto|infine,|resta un|rimane un|un film che"
            "|peccato|consigliato a|se siete|se vi|se amate"
        ),
    ),
    "pt": (
        phrases_of("""
no fim das contas|no geral|enfim,|em suma|em resumo|resumindo|concluindo|em conclusao|para concluir
no final das contas|no fim,|ao final,|no final,|em sintese|em linhas gerais|no conjunto|por fim,|de modo geral
de forma geral|em poucas palavras
"""),
        phrases_of("""
minha nota|dou nota|a minha nota|finalmente,|apesar de tudo|ainda assim|apesar dos pesares|no mais,|sem duvida|se voce
vale a pena
"""),
    ),
    "nl": (
        phrases_of("""
al met al|kortom|samengevat|concluderend|uiteindelijk|tot slot|alles bij elkaar|per saldo|over het geheel genomen
ten slotte|conclusie|alles in ogenschouw|alles in acht genomen|al bij al|in zijn geheel|om kort te gaan
"""),
        phrases_of("""
ik geef de film|ik geef deze film|ik geef hem|deze film krijgt|de film krijgt|van mij krijgt|mijn cijfer|mijn score
mijn oordeel|ondanks|toch,|toch is|wie|blijft over|eindelijk|over het algemeen|dus,|een aanrader
"""),
    ),
    "pl": (
        phrases_of("""
podsumowujac|reasumujac|ogolnie|w sumie|ostatecznie|krotko mowiac|koniec koncow|na koniec|suma summarum|slowem,
jednym slowem|w ogolnym rozrachunku|summa summarum|generalnie|wszystko to|ogolnie rzecz biorac
ogolnie mowiac|jednym zdaniem|w skrocie|konczac
"""),
        phrases_of("""
moja ocena|ode mnie|mimo to|mimo wszystko|polecam|tak czy inaczej|zatem|jesli|warto|moim zdaniem|jedyne,
"""),
    ),
    "sv": (
        phrases_of("""
sammanfattningsvis|allt som allt|pa det hela taget|i slutandan|kort sagt|overlag|som helhet|det hela taget|slutligen
summa summarum|avslutningsvis|summerat|for att sammanfatta|det stora hela|i det stora hela
"""),
        phrases_of("""
jag ger|mitt betyg|trots allt|trots sina brister|till slut|i slutet|till sist|helt enkelt|men trots
"""),
    ),
    "da": (
        phrases_of("""
alt i alt|sammenfattende|kort sagt|i sidste ende|samlet set|overordnet|kort fortalt|som helhed|summa summarum
for at opsummere|konklusionen er|alt taget i betragtning|afslutningsvis|til syvende og sidst|i det store hele
i det hele taget
"""),
        phrases_of("jeg giver|min bedommelse|trods alt|til sidst|til slut|lige meget hvad|uanset hvad"),
    ),
    "no": (
        phrases_of("""
alt i alt|oppsummert|kort sagt|til syvende og sist|totalt sett|i det store og hele|samlet sett
"""),
        phrases_of("tross alt|til slutt"),
    ),
    "fi": (
        phrases_of("kaiken kaikkiaan|kokonaisuutena|lopulta|yhteenvetona|loppujen lopuksi|kaikkiaan"),
        phrases_of("silti"),
    ),
    "cs": (
        phrases_of("celkove|zaverem|kratce|suma sumarum|ve vysledku|sumarne|na zaver"),
        phrases_of("presto|nakonec"),
    ),
    "hu": (phrases_of("osszessegeben|mindent osszevetve|osszegezve|vegul is|egyszoval"), phrases_of("vegul")),
    "ro": (phrases_of("in concluzie|per total|una peste alta|pe scurt|in ansamblu|in final"), phrases_of("totusi")),
    "tr": (phrases_of("sonuc olarak|ozetle|kisacasi|genel olarak|toparlarsak|sonucta"), phrases_of("yine de")),
    "id": (
        phrases_of("""
secara keseluruhan|overall|kesimpulannya|pada akhirnya|intinya|akhir kata|singkatnya|akhirnya
"""),
        phrases_of("bagi kalian|buat kalian"),
    ),
    "ca": (
        phrases_of("en definitiva|en resum|en conclusio|al cap i a la fi|en general|tot plegat|resumint"),
        phrases_of("finalment"),
    ),
    "ru": (
        phrases_of("в итоге|в целом|подводя итог|в общем|резюмируя|в заключение|таким образом"),
        phrases_of("несмотря на"),
    ),
}
# Language -> phrases of a sentence that advises or sums up, wherever they stand in it (folded).
CLOSINGS = {
    "en": phrases_of("""
highly recommend|highly recommended|definitely recommend|would recommend|i recommend|we recommend|cant recommend
cannot recommend|can recommend|hard to recommend|easy to recommend|must see|must watch|worth watching|worth seeing
worth a watch|worth a look|worth your time|worth the price|well worth|not worth|worth checking out|check it out
dont miss|do yourself a favor|do yourself a favour|go see|go and see|see it on the big screen|see it in theaters
skip it|skip this|give it a miss|avoid it|avoid this|stay away|waste of time|waste your time|wait for it on|rent it
one of the best films|one of the best movies|one of the worst films|one of the worst movies|film of the year
movie of the year|one of my favorite|one of my favourite|best film of|best movie of|instant classic|a masterpiece
i loved this film|i loved this movie|i enjoyed this film|i enjoyed this movie|had a good time|a good time at
i liked this film|i liked this movie|i loved it|i liked it|i enjoyed it|enjoyed the hell out of|time well spent
recommend it|recommend this|recommended for|recommended to|recommended if|dont bother|see it again
watch it again|worth the watch|worth it|worth my time|worth the time|give it a watch|give it a try
"""),
    "de": phrases_of("""
empfehlenswert|zu empfehlen|empfehlung|empfehle|muss man gesehen haben|unbedingt ansehen|ein muss|finger weg
reine zeitverschwendung|lohnt sich|lohnt es sich|kann man sich anschauen|kann man gucken|anschauen
"""),
    "fr": phrases_of("""
a voir|a ne pas manquer|a ne pas rater|a eviter|je recommande|on recommande|je vous recommande|je conseille
incontournable|vaut le detour|courez y|un chef doeuvre|passez votre chemin|une reussite|a decouvrir
"""),
    "es": phrases_of("""
recomendable|muy recomendada|recomendada|la recomiendo|recomiendo|imprescindible|imperdible|vale la pena
merece la pena|no os la perdais|no se la pierdan|obra maestra|hay que verla|una joya|perdida de tiempo
de visionado obligado
"""),
    "it": phrases_of("""
da vedere|da non perdere|consigliato|consigliatissimo|lo consiglio|consiglio|imperdibile|vale la pena|da evitare
capolavoro|vale il prezzo del biglietto|assolutamente da vedere|un film riuscito
"""),
    "pt": phrases_of("""
vale a pena|recomendo|recomendado|recomendadissimo|imperdivel|nao percam|nao perca|obra prima|vale o ingresso
um filmaco|merece ser visto|deve ser visto
"""),
    "nl": phrases_of("""
aanrader|aan te raden|de moeite waard|niet te missen|een must|meesterwerk|afrader|gaat dat zien|aanbevolen|raad ik
beveel ik|kan ik aanraden|moet je zien|moet je gezien hebben|tijdverspilling
"""),
    "pl": phrases_of(
        "polecam|nie polecam|warto obejrzec|warto zobaczyc|nie warto|szkoda czasu|arcydzielo|trzeba zobaczyc"
        "|godny polecenia"
        "|godna polecenia|obejrzyjcie|odradzam|strata czasu|koniecznie"
    ),
    "sv": phrases_of(
        "rekommenderar|rekommenderas|vard att se|se den|masterverk|missa inte|sevard|bor ses|maste ses|sloseri med tid"
        "|en av de basta|en av varldens basta|en riktigt bra"
    ),
    "da": phrases_of(
        "anbefales|anbefale|vaerd at se|mestervaerk|se den|skal ses|bor ses|spild af tid|en af de bedste|se filmen"
    ),
    "no": phrases_of("anbefales|anbefale|verdt a se|mesterverk|se den"),
    "id": phrases_of(
        "direkomendasikan|rekomendasi|wajib ditonton|wajib nonton|layak ditonton|patut ditonton|recommended"
    ),
}
# Openings of paragraphs after the review, which are not its text (folded).
ASIDE = phrases_of("""
tagged|tagged as|tagged with|directed by|written and directed by|starring
filed under|filed in|posted in|posted by|posted on|posted at|share this|follow me
follow us|follow on|subscribe|like us|image source|images used
photos used|pictures used|image credit|images courtesy|image courtesy|photos courtesy
photo credit|video source|this post is|this post was|this entry was|this post may contain|this review was originally
next up|coming up|up next|coming soon|in arrivo|prossimamente|proximamente|em breve|prochainement|demnachst
next on the list
want to see|want to know|want more|oh one thing|one more thing|one last thing
this review is part|this review first|this review originally|this article is|this article was|originally posted
originally published|first published|a version of this|cross posted|last updated|stay tuned|let me know|let us know
on a side note|as a side note|a side note|side note|finally as a side note|lastly as a side note|fun fact
thanks for stopping|thanks so much|thanks again|thanks to everyone|many thanks|a big thank you|thats it for
thats all for
that is all for|until then|happy watching|happy viewing|cheers and happy|see you next|see you soon|next week ill
next month ill
this review was|this film was reviewed|as part of the|written for the|heb jij|heb je|hebben jullie|bedankt voor
tot de volgende
danke furs|danke fur|vielen dank|bis zum nachsten|merci davoir|merci pour|merci a|gracias por|nos leemos|grazie per
grazie a tutti|alla prossima|obrigado por|obrigada por|ate a proxima|dziekuje za|do nastepnego|tack for att|tak fordi
tell me|what did you think|what do you think|what are your|have you seen|did you see|leave a comment|leave a reply
leave your|join the|see also|also read|read also|read more|read next|read my|read our|next time|check out my
check out our
watch the trailer|see the trailer|here is the trailer|heres the trailer|now streaming|got something|send me
email me|all rights reserved|thanks for reading|thank you for reading|until next time|thoughts on|any thoughts
do you agree|agree or disagree|for more reviews|you can find|you can follow|find me|if you liked this post
if you enjoyed this post|if you enjoyed this review|some information in this|zum trailer|hier geht|hier gehts
was meint ihr|habt ihr|wie hat euch|schreibt mir|schreibt uns|schreibt es|folgt uns|folgt mir|dieser beitrag|et vous
quen avez vous|suivez moi|suivez nous|y tu|y vosotros|y a ti|que os ha|que te parecio|que opinas|siguenos|sigueme
seguici|seguimi|e voi|che ne pensate|siga me|siga nos|e voce|o que voce achou|wat vond|wat vonden|udostepnij|a wy
a wam|special shout out|shout out to|pro tip|this is day|this has been day|more on this|more on that|till next time
playing while i|listening to|current mood|current music|vad tyckte|hva synes|hvad synes|ikuti terus|bagaimana menurut
beberapa informasi|ive seen it
copyright|powered by|proudly powered|this work is licensed|this text is licensed|except where|unless otherwise noted
mit stolz prasentiert|bereitgestellt von|dieses werk ist|soweit nicht anders|alle rechte|bildrechte|alle bilder
propulse par|fierement propulse|cette oeuvre est|ce contenu est|sauf mention|tous droits|toutes les images
credits photo|credit photo|funciona con|con la tecnologia|todos los derechos|esta obra esta|este obra esta|salvo que se
creado con|imagenes propiedad|tecnologia do|orgulhosamente|todos os direitos|este trabalho esta|imagens de divulgacao
offerto da|creato con|tutti i diritti|quest opera e|immagini tratte|mogelijk gemaakt|alle rechten|dit werk valt
afbeeldingen zijn|wszelkie prawa|pewne prawa|zasilane przez|wspierane przez|strona korzysta|drivs med|drivs av
alla rattigheter|detta verk|bilderna ar|bilden ar|drevet af|alle rettigheder|dette vaerk|billedet er|billederne er
os dejo con|os dejo el|os dejamos|les dejo|te dejo|aqui el trailer|aqui os dejo|aqui les dejo|aqui tienen el trailer
hier der trailer|hier ist der trailer|den trailer gibt|voici la bande|la bande annonce|je vous laisse avec
vi lascio|ecco il trailer|qui il trailer|deixo voces|segue o trailer|confira o trailer|hier de trailer|bekijk de trailer
har ar trailern|se trailern|her er traileren|se traileren|zwiastun
""")
# Labels of a line's content that is no text of the review; each with a colon behind it (folded).
ASIDE_LABELS = phrases_of("""
tags|tag|labels|label|categories|category|share|follow|source|sources|references|image|images|photo|photos|picture
pictures|credit|credits|trailer|rating|ratings|score|grade|stars|my rating|our rating|final score|final rating
overall rating|director|directors|directed by|cast|starring|written by|writer|writers|screenplay|screenplay by
producer|producers|produced by|music|music by|cinematography|editing|genre|genres|release date|released|release
runtime|running time|length|rated|certificate|country|language|year|distributor|studio|budget|box office|imdb|ps|p s
pps|note|notes|disclaimer|disclosure|update|edit|available on|watch on|streaming on|where to watch|poll|footnotes
text|by|author|about the author|related|related posts|previous|next|recommended drink|spoilers|spoiler|pros|cons
comments|amazon com|amazon|buy|schlagworte|stichworte|bild|bilder|bildquelle|foto|fotos|quelle|quellen|regie
darsteller|besetzung|mit|drehbuch|kinostart|laufzeit|land|wertung|bewertung|musik|kamera|kommentare|teilen
realisation|realisateur|avec|sortie|duree|bande annonce|scenario|musique|casting|nota|notas|direccion|reparto|guion
duracion|estreno|puntuacion|calificacion|ficha tecnica|titulo original|titulo|ano|pais|genero|musica|fotografia
etiquetas|fuente|fuentes|imagenes|voto|regia|genere|durata|uscita|interpreti|fonte|fonti|etichette|direcao|elenco
duracao|estreia|roteiro|marcadores|comentarios|cijfer|reacties|speelduur|ocena|rezyseria|obsada|scenariusz|tagi
etykiety|betyg|regi|karakter|terningkast|etiketter|sutradara|pemeran|durasi|sumber|skor|rilis
commentaires|commenti|kommentarer|komentarze|reponses|mots cles|etiquettes|categorie|partager|partagez|condividi
compartir|compartilhar|delen|udostepnij|dela|del|kilde|kalla|bron|zrodlo|zdjecia|afbeelding|bildnachweis|publicado
ecrit le|publie le|pubblicato|geplaatst|opublikowano|publicerad|udgivet
fonte consultada|fuente consultada|fontes consultadas|fuentes consultadas|produccion|producao|produzione|produktion
""")
