"""Labels of dates, weekdays, and what else stands beside a date."""

from __future__ import annotations

from aggregator.values.months import fold_word
from aggregator.values.vocabulary import phrases_of

# Before a date (folded): it says when the text was changed, not when it was published.
MODIFIED_LABELS = phrases_of("""
updated|update|modified|last edited|edited on|last changed|revised|last reviewed|aktualisiert|zuletzt geandert
letzte anderung|letzte aktualisierung|geandert am|bearbeitet|mis a jour|mise a jour|modifie|derniere modification
aggiornato|aggiornata|ultimo aggiornamento|modificato|ultima modifica|actualizado|actualizada|ultima actualizacion
modificado|ultima modificacion|editado|actualitzat|atualizado|atualizada|ultima atualizacao|bijgewerkt
laatst gewijzigd|gewijzigd|zaktualizowano|aktualizacja|ostatnia aktualizacja|zmodyfikowano|uppdaterad|senast andrad
andrad|opdateret|sidst andret|redigeret|oppdatert|sist endret|endret|paivitetty|muokattu|aktualizovano|upraveno
frissitve|modositva|actualizat|guncellendi|guncelleme|diperbarui|обновлено|изменено|оновлено
""")
# Before a date (folded): it is the film's, a person's or a reader's.
FOREIGN_LABELS = phrases_of("""
release date|released|releases|opens|in theaters|in theatres|in cinemas|premiere|premieres|premiered|dvd release|born
died|birthday|comment by|commented on|says|copyright|joined|member since|watched on|seen on|gesehen am|kinostart
starttermin|filmstart|erscheinungsdatum|geboren|date de sortie|sortie|en salles|ne le|nee le|fecha de estreno|estreno
data di uscita|uscita|al cinema dal|data de lancamento|lancamento|estreia|releasedatum|in de bioscoop|data premiery
premiera|premiar|ensi ilta
""")
WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim",
    "es": "lunes martes miercoles jueves viernes sabado domingo mie jue vie sab dom",
    "it": "lunedi martedi mercoledi giovedi venerdi sabato domenica gio",
    "pt": "segunda terca quarta quinta sexta feira sabado domingo seg ter qua qui sex",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo",
    "pl": "poniedzialek wtorek sroda czwartek piatek sobota niedziela pon wt sr czw pt sob niedz nd",
    "sv": "mandag tisdag onsdag torsdag fredag lordag sondag tis tors fre lor son",
    "da": "mandag tirsdag onsdag torsdag fredag lordag sondag man tirs ons tors lor",
    "no": "tir tor",
    "fi": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina keskiviikkona "
    "torstaina perjantaina lauantaina sunnuntaina ti ke to pe su",
    "cs": "pondeli utery streda ctvrtek patek sobota nedele po ut st ct pa ne",
    "sk": "pondelok utorok stvrtok piatok nedela",
    "hu": "hetfo kedd szerda csutortok pentek szombat vasarnap",
    "ro": "luni marti miercuri joi vineri sambata duminica",
    "tr": "pazartesi sali carsamba persembe cuma cumartesi pazar",
    "id": "senin selasa rabu kamis jumat sabtu minggu",
    "ca": "dilluns dimarts dimecres dijous divendres dissabte diumenge dl dt dc dj dv ds dg",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс",
    "uk": "понеділок вівторок середа четвер пʼятниця п ятниця субота неділя",
    "bg": "понеделник вторник сряда четвъртък петък събота неделя",
    "hr": "ponedjeljak utorak srijeda cetvrtak petak subota nedjelja",
    "gl": "luns martes mercores xoves venres",
    "ar": "الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت الاحد",
    "he": "יום ראשון שני שלישי רביעי חמישי שישי שבת ב",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月 火 水 木 金 土 日",
    "zh": "星期一 星期二 星期三 星期四 星期五 星期六 星期日 周一 周二 周三 周四 周五 周六 周日",
    "ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    "el": "δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη",
}
# What else may stand beside a date that is all of a text (folded).
BESIDE = """
on at the of in d posted published written date dated added created from by is was this entry and am pm p est edt cst
cdt mst mdt pst pdt gmt utc cet cest bst um den dem der vom uhr datum erstellt veroffentlicht geschrieben gepostet
le la publie ecrit poste a du heures el las los dia fecha publicado escrito hs h del de il alle ore pubblicato scritto
em as data o no op om gepubliceerd geplaatst door dnia opublikowano dodano godz kl klo publicerad skriven udgivet
skrevet publisert julkaistu v ve dne publikovano zverejneno publicat ora saat tarih yayinlandi pada pukul diposting
tanggal wib г года в от р року год eingestellt verfasst ecrite redige subido inserito postado enviado as gepost
geschreven napisane upplagd inlagd inlagt indsendt oprettet lagt inn ind dato data fra
"""
FILLER = frozenset(map(fold_word, " ".join((BESIDE, *WEEKDAYS.values())).split()))
